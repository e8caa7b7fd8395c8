"""Gives what waits to leave on a channel, in the order in which it leaves."""

from __future__ import annotations

from datetime import datetime

from socialdesk.model.identifiers import ChannelId, CommandId
from socialdesk.store.cache import Cache
from socialdesk.support.clock import to_ms
from socialdesk.support.values import value_class

# What waits is little, what ever left by a channel is much: the plus keeps the index of channels out of it.
STATEMENT = (
    "SELECT command_id, state FROM outbound WHERE state IN ('queued', 'waiting', 'sending', 'held')"
    " AND +channel_id = ? AND act = 'answer' AND (state != 'queued' OR not_before_at <= ?)"
    " ORDER BY given_at, command_id"
)


@value_class(frozen=True, slots=True)
class Line:
    """The answers that leave as soon as they can, the first one first, and how many are held back beside them."""

    moving: tuple[CommandId, ...]
    held: int


def line(cache: Cache, channel: ChannelId, now: datetime) -> Line:
    """The answers of a channel that wait at `now`; what has an hour of its own that has not come stands in no line."""
    found = cache.ask(STATEMENT, (channel, to_ms(now)))
    moving = tuple(CommandId(command) for command, state in found if state != "held")
    return Line(moving, len(found) - len(moving))
