"""Takes a filter apart into conditions joined by and, and puts conditions where the store reads them fastest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from socialdesk.model.condition import YES, All, Condition, Field, Is, Not
from socialdesk.model.identifiers import ChannelId, PersonId
from socialdesk.model.thread import Kind, Status
from socialdesk.model.view import Filter, Whose

_FLAGS = {
    Field.VIP: "vip",
    Field.SHIELDED: "shielded",
    Field.MENTIONS: "mentions_me",
    Field.ANSWERED: "answered",
}


def _channel(value: str) -> ChannelId:
    return ChannelId(int(value))


_SETS: dict[Field, tuple[str, Callable[[str], Any]]] = {
    Field.CHANNEL: ("channels", _channel),
    Field.KIND: ("kinds", Kind),
    Field.LANGUAGE: ("languages", str),
    Field.TAG: ("tags", str),
}


def parts_of(filter_: Filter) -> tuple[Condition, ...]:
    """What a filter asks for besides the status, as conditions that must all hold."""
    return tuple(_parts(filter_))


def _parts(filter_: Filter) -> Iterator[Condition]:
    for field, (name, _) in _SETS.items():
        values = getattr(filter_, name)
        if values:
            yield Is(field, frozenset(map(str, values)))
    if filter_.whose is not Whose.ANYBODY:
        yield Is(Field.WHOSE, frozenset({filter_.whose.value}))
    if filter_.people:
        yield Is(Field.WHOSE, frozenset(map(str, filter_.people)))
    for field, name in _FLAGS.items():
        value = getattr(filter_, name)
        if value is not None:
            yield Is(field) if value else Not(Is(field))
    match filter_.where:
        case None:
            pass
        case All(parts):
            yield from parts
        case one:
            yield one


def with_parts(filter_: Filter, parts: Sequence[Condition]) -> Filter:
    """A filter that asks for `parts` besides all it asked for before."""
    left: list[Condition] = []
    for part in parts:
        made = _taken_in(filter_, part)
        if made is None:
            left.append(part)
        else:
            filter_ = made
    match filter_.where:
        case None:
            before: tuple[Condition, ...] = ()
        case All(some):
            before = some
        case one:
            before = (one,)
    rest = (*before, *left)
    if not rest:
        return filter_
    return replace(filter_, where=rest[0] if len(rest) == 1 else All(rest))


def bare(statuses: frozenset[Status]) -> Filter:
    """A filter that takes all threads of these statuses."""
    return Filter(statuses)


def _taken_in(filter_: Filter, part: Condition) -> Filter | None:
    """The filter with a condition in the plain part made for it; None when there is none, or it is taken."""
    match part:
        case Is(field, values) if field in _SETS:
            name, made = _SETS[field]
            if getattr(filter_, name):
                return None
            try:
                return replace(filter_, **{name: frozenset(made(value) for value in values)})
            except ValueError:
                return None
        case Is(field, values) if field in _FLAGS and values == YES:
            return None if getattr(filter_, _FLAGS[field]) is not None else replace(filter_, **{_FLAGS[field]: True})
        case Not(Is(field, values)) if field in _FLAGS and values == YES:
            return None if getattr(filter_, _FLAGS[field]) is not None else replace(filter_, **{_FLAGS[field]: False})
        case Is(Field.WHOSE, values):
            return _of_whom(filter_, values)
        case _:
            return None


def _of_whom(filter_: Filter, values: frozenset[str]) -> Filter | None:
    if values in (frozenset({"mine"}), frozenset({"nobody"})):
        taken = filter_.whose is not Whose.ANYBODY
        return None if taken else replace(filter_, whose=Whose(next(iter(values))))
    if filter_.people or not all(value.isdecimal() for value in values):
        return None
    return replace(filter_, people=frozenset(PersonId(int(value)) for value in values))
