"""Makes of a search the filter of a view that takes the same threads; gives None where a view cannot say it.

A view is asked of threads, so that its number is kept and its rows follow: words, who wrote and days are not asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from socialdesk.model.channel import Channel
from socialdesk.model.condition import Condition as Of
from socialdesk.model.condition import Field, Is, Not
from socialdesk.model.filtering import with_parts
from socialdesk.model.search import Condition, Query
from socialdesk.model.thread import Status
from socialdesk.model.view import Filter

_STATUS = {one.value: one for one in (Status.OPEN, Status.WAITING, Status.SNOOZED, Status.DONE)}
_OTHER_STATES: dict[str, Of] = {
    "unread": Is(Field.UNREAD),
    "vip": Is(Field.VIP),
    "mine": Is(Field.WHOSE, frozenset({"mine"})),
}


def as_filter(query: Query, channels: Sequence[Channel], tags: Iterable[str]) -> Filter | None:
    """The filter of a search that is operators alone, each of which a view knows."""
    if query.match or query.without or query.trouble is not None or not query.conditions:
        return None
    known = list(tags)
    statuses = frozenset(_STATUS.values())
    parts: list[Of] = []
    for one in query.conditions:
        status = _STATUS.get(one.value) if one.operator == "is" else None
        if status is not None:
            statuses = statuses - {status} if one.is_not else statuses & {status}
            continue
        part = _part(one, channels, known)
        if part is None:
            return None
        parts.append(Not(part) if one.is_not else part)
    return with_parts(Filter(statuses=statuses), parts) if statuses else None


def _part(one: Condition, channels: Sequence[Channel], tags: Sequence[str]) -> Of | None:
    small = one.value.casefold()
    match one.operator:
        case "channel":
            found = {str(each.id) for each in channels if _is_called(each, small)}
            return Is(Field.CHANNEL, frozenset(found)) if found else None
        case "tag":
            spelt = frozenset(tag for tag in tags if tag.casefold() == small)
            return Is(Field.TAG, spelt or frozenset({one.value}))
        case "lang":
            return Is(Field.LANGUAGE, frozenset({one.value}))
        case "kind":
            return Is(Field.KIND, frozenset({one.value}))
        case "is":
            return _OTHER_STATES.get(one.value)
        case "from" | "has" | "before" | "after":
            return None


def _is_called(channel: Channel, small: str) -> bool:
    return small in f"{channel.name} {channel.handle} {channel.platform} {channel.mark}".casefold()
