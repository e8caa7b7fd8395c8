"""Gives the one written form of a command, and reads it back; what this version cannot read is one error."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from socialdesk.model.command import THREAD_COMMANDS, WORKSPACE_COMMANDS, Command
from socialdesk.model.contact import FieldKind
from socialdesk.model.moderation import ReportReason
from socialdesk.model.outgoing import OutgoingPicture
from socialdesk.model.saved_reply import Scope
from socialdesk.model.saved_reply_command import SaveReply
from socialdesk.model.shield.values import ShieldKind
from socialdesk.model.shielding import Teach
from socialdesk.model.sorting import Sort
from socialdesk.model.thread import Priority

_BY_NAME: dict[str, type[Any]] = {kind.name: kind for kind in (*THREAD_COMMANDS, *WORKSPACE_COMMANDS)}


class UnknownCommand(ValueError):
    """A written command that this version does not know; it is kept and reported, never dropped."""


def to_json(command: Command) -> str:
    """The written form: the name beside the fields, moments as ISO 8601."""
    fields = asdict(command)
    written = {key: value.isoformat() if isinstance(value, datetime) else value for key, value in fields.items()}
    return json.dumps({"command": command.name, **written}, ensure_ascii=False)


def from_json(text: str) -> Command:
    """Read what `to_json` wrote. Raises UnknownCommand for anything else."""
    try:
        fields: dict[str, Any] = json.loads(text)
        kind = _BY_NAME[fields.pop("command")]
        return kind(**{key: _READ[key](one) if key in _READ else one for key, one in fields.items()})
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise UnknownCommand(f"not a command of this version: {type(error).__name__}") from error


def _moment(one: Any) -> datetime | None:
    return None if one is None else datetime.fromisoformat(one).astimezone(UTC)


def _numbers(one: Any) -> tuple[int, ...]:
    return tuple(int(number) for number in one)


def _words(one: Any) -> tuple[str, ...]:
    return tuple(str(word) for word in one)


def _pairs(one: Any) -> tuple[tuple[str, str], ...]:
    return tuple((str(first), str(second)) for first, second in one)


def _pictures(one: Any) -> tuple[OutgoingPicture, ...]:
    return tuple(OutgoingPicture(**picture) for picture in one)


def _replies(one: Any) -> tuple[Command, ...]:
    return tuple(from_json(json.dumps({"command": SaveReply.name, **reply})) for reply in one)


_READ: dict[str, Callable[[Any], Any]] = {
    **dict.fromkeys(("not_before", "until", "written_at", "since", "happened_before"), _moment),
    **dict.fromkeys(("messages", "posts"), _numbers),
    **dict.fromkeys(("accounts", "tags", "evidence", "goes_to"), _words),
    **dict.fromkeys(("acts", "bodies", "rules", "typed"), _pairs),
    "kind": FieldKind,
    "mentions": tuple,
    "pictures": _pictures,
    "priority": Priority,
    "reason": ReportReason,
    "replies": _replies,
    "scope": Scope,
    "shield": ShieldKind,
    "sort": Sort,
    "teach": Teach,
}
"""How a field is read back that JSON does not know; one name is of one kind in all commands."""
