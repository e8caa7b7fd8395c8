"""Keeps sign-ins that wait for what the browser brings back: what is secret of them in the secret store."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from socialdesk.model.command import ConnectChannel
from socialdesk.model.command_form import from_json, to_json
from socialdesk.model.connecting import BROWSER_WAIT
from socialdesk.model.identifiers import CommandId
from socialdesk.store.cache import Cache
from socialdesk.support.clock import Clock
from socialdesk.support.secrets import SecretStore, SecretsUnavailable

log = logging.getLogger(__name__)
AT_BROWSER = "at_browser"
_LATE = timedelta(minutes=1)
"""Whoever waits for the browser gives up first."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A sign-in that was begun with `command`; `kept` is the connector's, and secret."""

    command: ConnectChannel
    kept: str


def browser_secret(id_: CommandId | str) -> str:
    """Under which name what a connector keeps of such a sign-in waits."""
    return f"browser:{id_}"


def at_browser(cache: Cache) -> dict[str, Any]:
    """What is written down of them, by the command that began them."""
    return json.loads(cache.setting(AT_BROWSER) or "{}")


class AtBrowserSignIns:
    """Those of one workspace."""

    def __init__(self, cache: Cache, secrets: SecretStore, clock: Clock) -> None:
        self._cache = cache
        self._secrets = secrets
        self._clock = clock

    def keep(self, id_: CommandId, command: ConnectChannel, kept: str) -> None:
        """Keep one. Raises SecretsUnavailable."""
        self._secrets.put(browser_secret(id_), kept)
        now = self._clock.now().isoformat()
        self._write(at_browser(self._cache) | {id_: {"at": now, "command": to_json(command)}})

    def peek(self, id_: CommandId) -> Waiting | None:
        """One that still waits; None for any other. Raises SecretsUnavailable."""
        facts = at_browser(self._cache).get(id_)
        if facts is None:
            return None
        kept = self._secrets.get(browser_secret(id_))
        command = from_json(facts["command"])
        return Waiting(command, kept) if kept is not None and isinstance(command, ConnectChannel) else None

    def drop(self, id_: CommandId) -> bool:
        """Forget one; gives whether it was there."""
        kept = at_browser(self._cache)
        if id_ not in kept:
            return False
        del kept[id_]
        self._write(kept)
        try:
            self._secrets.delete(browser_secret(id_))
        except SecretsUnavailable:
            log.warning("a secret could not be deleted from the keyring")
        return True

    def drop_old(self) -> None:
        """Forget those for which nobody waits any more."""
        for id_, facts in list(at_browser(self._cache).items()):
            if self._is_old(facts):
                self.drop(CommandId(id_))

    def _is_old(self, facts: dict[str, Any]) -> bool:
        return self._clock.now() - datetime.fromisoformat(facts["at"]) > BROWSER_WAIT + _LATE

    def _write(self, kept: dict[str, Any]) -> None:
        with self._cache.change(durable=True) as change:
            change.set_setting(AT_BROWSER, json.dumps(kept, ensure_ascii=False))
