"""Keeps the place in the stream of updates, and what of the past must be known to read on: the cursor.

Posts are kept because an answer to a comment does not say that it stands below a post of the channel; connections
because a message in a personal account names only the connection.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from socialdesk.connectors.kit.failures import failed
from socialdesk.model.failure import FailureKind

_VERSION = 1
_MOST_POSTS = 120
_MOST_CONNECTIONS = 25
_MOST_BYTES = 3_900
KEPT = timedelta(hours=24)
"""How long Telegram keeps what nobody fetched: core.telegram.org/bots/api, "Getting updates"."""
RENUMBERED = timedelta(days=6)
"""After a week without updates their numbers begin anywhere: core.telegram.org/bots/api, Update. A day earlier."""


@dataclass(slots=True)
class Connection:
    """A personal account that is connected to the bot. `may_reply` says whether its owner allows answers."""

    owner: int
    may_reply: bool
    is_on: bool


@dataclass(slots=True)
class Spot:
    """Where reading stands. `offset` is the first update that is not stored yet, None where that is not known."""

    offset: int | None = None
    moved_at: datetime | None = None
    """When an update was seen last."""
    read_at: datetime | None = None
    posts: dict[int, list[int]] = field(default_factory=dict[int, list[int]])
    """By group: the channel it belongs to, then the numbers of that channel's posts in the group, the newest last."""
    connections: dict[str, Connection] = field(default_factory=dict[str, Connection])

    def ask_from(self, now: datetime) -> int | None:
        """From where to ask; None to ask for whatever there is, which confirms nothing."""
        is_old = self.moved_at is None or now - self.moved_at > RENUMBERED
        return None if is_old else self.offset

    def note_post(self, group: int, channel: int, number: int) -> None:
        """A post of the channel stands in its group under this number."""
        known = self.posts.get(group, [channel])
        kept = [one for one in known[1:] if one != number]
        self.posts.pop(group, None)
        self.posts[group] = [channel, *kept[-_MOST_POSTS + 1 :], number]

    def is_post(self, group: int, number: int) -> bool:
        """Whether a post is known by this number."""
        return number in self.posts.get(group, [0])[1:]

    def channel_of(self, group: int) -> int:
        """The channel a group belongs to; 0 where none is known."""
        return self.posts[group][0] if group in self.posts else 0

    def note_connection(self, id_: str, connection: Connection) -> None:
        """A personal account was connected, changed what it allows, or is disconnected."""
        self.connections.pop(id_, None)
        self.connections[id_] = connection

    def written(self) -> str:
        """The cursor."""
        while len(self.connections) > _MOST_CONNECTIONS:
            del self.connections[next(iter(self.connections))]
        while len(text := self._text().encode()) > _MOST_BYTES and self.posts:
            longest = max(self.posts, key=lambda group: len(self.posts[group]))
            del self.posts[longest][1:3]
            if len(self.posts[longest]) == 1:
                del self.posts[longest]
        return text.decode()

    def _text(self) -> str:
        return json.dumps(
            {
                "v": _VERSION,
                "offset": self.offset,
                "moved": self.moved_at and self.moved_at.isoformat(),
                "read": self.read_at and self.read_at.isoformat(),
                "posts": self.posts,
                "connections": {id_: [one.owner, one.may_reply, one.is_on] for id_, one in self.connections.items()},
            },
            separators=(",", ":"),
        )


def to_spot(cursor: str | None) -> Spot:
    """What a cursor holds. Raises ConnectorError CursorInvalid for one that another version wrote."""
    if cursor is None:
        return Spot()
    try:
        kept: dict[str, Any] = json.loads(cursor)
        if kept["v"] == _VERSION:
            return Spot(
                kept["offset"],
                kept["moved"] and datetime.fromisoformat(kept["moved"]),
                kept["read"] and datetime.fromisoformat(kept["read"]),
                {int(group): list(posts) for group, posts in kept["posts"].items()},
                {id_: Connection(*one) for id_, one in kept["connections"].items()},
            )
    except (ValueError, KeyError, TypeError, AttributeError):
        pass
    raise failed(FailureKind.CURSOR_INVALID, "The place in this stream is lost; it is read again.", code="cursor")
