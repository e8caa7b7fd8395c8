"""Keeps track of secrets that wait for a command to be decided, so that none outlives what it was meant for.

A keyring cannot be asked what is in it: the name is on the desk before the secret is in the keyring.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime, timedelta

from socialdesk.model.command import ConnectChannel
from socialdesk.model.connecting import FinishSignIn
from socialdesk.store.desk import Desk
from socialdesk.support.ids import new_id

_STATE = "pending_secrets"
_GIVEN_WITHIN = timedelta(minutes=2)
"""So long it may take from the name to the command: a keyring may ask its owner first."""


def new_name(desk: Desk, now: datetime) -> str:
    """A name for a secret that waits from now on."""
    name = f"pending:{new_id()}"
    _write(desk, noted(desk) | {name: now.isoformat()})
    return name


def noted(desk: Desk) -> dict[str, str]:
    """The names, and since when."""
    return json.loads(desk.state(_STATE) or "{}")


def orphans(desk: Desk, now: datetime) -> list[str]:
    """Those that no command waits for: their secrets are to be deleted."""
    commands = [given.command for given in desk.pending()] if noted(desk) else []
    wanted = {one.secret_name for one in commands if isinstance(one, ConnectChannel | FinishSignIn)}
    before = (now - _GIVEN_WITHIN).isoformat()
    return [name for name, since in noted(desk).items() if name not in wanted and since < before]


def let_go(desk: Desk, names: Iterable[str]) -> None:
    """The secrets of these names are gone."""
    gone = set(names)
    known = noted(desk)
    if gone & known.keys():
        _write(desk, {name: since for name, since in known.items() if name not in gone})


def _write(desk: Desk, names: dict[str, str]) -> None:
    desk.set_state(_STATE, json.dumps(names))
