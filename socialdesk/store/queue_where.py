"""Says in SQL what must hold of a thread of a view; `model.view.takes` decides the same of a thread in hand."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, TypeAlias

from socialdesk.model.condition import All, AnyOf, Condition, Field, Is, Not, waiting_at_least
from socialdesk.model.identifiers import PersonId
from socialdesk.model.view import Filter, Whose
from socialdesk.support.clock import to_ms

Words: TypeAlias = tuple[str, tuple[Any, ...]]
"""A stretch of SQL with the values of its question marks. What is not so must come out as 0, never as NULL."""
_FLAGS = {
    Field.VIP: "t.is_vip = 1",
    Field.ANSWERED: "t.last_out_at IS NOT NULL",
    Field.SHIELDED: "t.shield != ''",
    Field.MENTIONS: "t.mentions_me = 1",
    Field.UNREAD: "t.unread > 0",
}
_COLUMNS = {Field.KIND: "t.kind", Field.LANGUAGE: "t.language", Field.PRIORITY: "t.priority"}
_AMONG = "(SELECT value FROM json_each(?))"


def conditions(filter_: Filter, me: PersonId, now: datetime | None) -> Iterator[tuple[str, Words]]:
    """What must hold of a thread besides its status, by the part of the filter that says so."""
    if filter_.whose is Whose.MINE:
        yield "whose", ("t.assignee_id = ?", (me,))
    elif filter_.whose is Whose.NOBODY:
        yield "whose", ("t.assignee_id IS NULL", ())
    for name, column, values in (
        ("people", "assignee_id", sorted(filter_.people)),
        ("channels", "channel_id", sorted(filter_.channels)),
        ("kinds", "kind", sorted(kind.value for kind in filter_.kinds)),
        ("languages", "language", sorted(filter_.languages)),
    ):
        if values:
            yield name, (f"t.{column} IN {_AMONG}", (json.dumps(values),))
    if filter_.tags:
        yield "tags", tagged(filter_.tags)
    for name, value, words in (
        ("vip", filter_.vip, ("t.is_vip = 1", "t.is_vip = 0")),
        ("shielded", filter_.shielded, ("t.shield != ''", "t.shield = ''")),
        ("mentions", filter_.mentions_me, ("t.mentions_me = 1", "t.mentions_me = 0")),
        ("answered", filter_.answered, ("t.last_out_at IS NOT NULL", "t.last_out_at IS NULL")),
    ):
        if value is not None:
            yield name, (words[0] if value else words[1], ())
    if filter_.where is not None:
        yield "where", condition(filter_.where, me, now)


def condition(one: Condition, me: PersonId, now: datetime | None, *, hoped: bool = True) -> Words:
    """A condition in SQL; `hoped` says what counts for what depends on the time where no time is given."""
    match one:
        case Is(Field.WAITING):
            if now is None:
                return ("1" if hoped else "0"), ()
            since = to_ms(now - waiting_at_least(one))
            return "(t.waiting_since_at IS NOT NULL AND t.waiting_since_at <= ?)", (since,)
        case Is(field, values):
            return _leaf(field, values, me)
        case Not(part):
            words, given = condition(part, me, now, hoped=not hoped)
            return f"NOT ({words})", given
        case All(parts) | AnyOf(parts):
            made = [condition(part, me, now, hoped=hoped) for part in parts]
            if not made:
                return ("1" if isinstance(one, All) else "0"), ()
            joined = (" AND " if isinstance(one, All) else " OR ").join(f"({words})" for words, _ in made)
            return joined, tuple(value for _, given in made for value in given)


def _leaf(field: Field, values: frozenset[str], me: PersonId) -> Words:
    if field in _FLAGS:
        return _FLAGS[field], ()
    if field in _COLUMNS:
        return f"{_COLUMNS[field]} IN {_AMONG}", (json.dumps(sorted(values)),)
    match field:
        case Field.CHANNEL:
            return f"t.channel_id IN {_AMONG}", (json.dumps([int(one) for one in sorted(values) if one.isdecimal()]),)
        case Field.TAG:
            return tagged(values)
        case Field.SIGNAL:
            named = [f" {value}:" for value in sorted(values)]
            return "(" + " OR ".join("instr(t.signals, ?) > 0" for _ in named) + ")", tuple(named)
        case Field.TOPIC:
            words = f"EXISTS (SELECT 1 FROM json_each(t.topics) g WHERE g.value IN {_AMONG})"  # noqa: S608 - own words
            return words, (json.dumps(sorted(values)),)
        case _:
            people = {int(one) for one in values if one.isdecimal()}
            if "mine" in values:
                people.add(int(me))
            words = f"(t.assignee_id IS NOT NULL AND t.assignee_id IN {_AMONG})"
            nobody = "t.assignee_id IS NULL OR " if "nobody" in values else ""
            return f"({nobody}{words})", (json.dumps(sorted(people)),)


def tagged(tags: Iterable[str]) -> Words:
    """That a thread has one of these tags."""
    words = f"EXISTS (SELECT 1 FROM json_each(t.tags) g WHERE g.value IN {_AMONG})"  # noqa: S608 - own words
    return words, (json.dumps(sorted(tags)),)
