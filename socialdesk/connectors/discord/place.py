"""Keeps the places in the two streams, the cursors; an id tells its time, so one says of all channels what was read."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed
from socialdesk.model.failure import FailureKind

_VERSION = 1
_MOST_MISSED = 60
_MOST_CHATS = 80
"""How many chats of two are followed; a cursor has 4 KB."""


@dataclass(slots=True)
class Place:
    """Where reading a server stands. Up to `floor` everything was read in every channel.

    A round that is under way reads up to `to` at least, and has come to `channel`, there up to `after`; 0 for none.
    """

    floor: int
    to: int = 0
    channel: int = 0
    after: int = 0
    missed: dict[str, int] = field(default_factory=dict[str, int])
    """By channel that was hidden from the bot since, up to where it was read: there it goes on once it is shown."""

    def written(self) -> str:
        """The cursor."""
        state: dict[str, Any] = {"v": _VERSION, "at": [self.floor, self.to, self.channel, self.after]}
        if self.missed:
            # Those that were read longest are more than what never was to be seen.
            kept = sorted(self.missed.items(), key=lambda one: -one[1])[:_MOST_MISSED]
            state["missed"] = dict(kept)
        return json.dumps(state, separators=(",", ":"))


@dataclass(slots=True)
class Chats:
    """The chats of two that are known: by id, the newest message that was read there (0: none)."""

    read: dict[str, int] = field(default_factory=dict[str, int])

    def written(self) -> str:
        """The cursor."""
        kept = list(self.read.items())[-_MOST_CHATS:]
        return json.dumps({"v": _VERSION, "read": dict(kept)}, separators=(",", ":"))


def to_place(cursor: str) -> Place:
    """Raises ConnectorError CursorInvalid for what another version wrote."""
    try:
        kept = _kept(cursor)
        floor, to, channel, after = (int(one) for one in kept["at"])
        missed = {str(id_): int(at) for id_, at in kept.get("missed", {}).items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        raise _lost() from None
    return Place(floor, to, channel, after, missed)


def to_chats(cursor: str | None) -> Chats:
    """Raises ConnectorError CursorInvalid for what another version wrote."""
    if cursor is None:
        return Chats()
    try:
        return Chats({str(id_): int(read) for id_, read in _kept(cursor)["read"].items()})
    except (ValueError, KeyError, TypeError, AttributeError):
        raise _lost() from None


def _kept(cursor: str) -> dict[str, Any]:
    kept = json.loads(cursor)
    if kept["v"] != _VERSION:
        raise ValueError(kept["v"])
    return kept


def _lost() -> ConnectorError:
    return failed(FailureKind.CURSOR_INVALID, "The place in this stream is lost; it is read again.", code="cursor")
