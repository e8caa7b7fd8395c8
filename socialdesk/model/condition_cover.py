"""Decides of conditions whether they can ever hold, and whether one holds of all that another holds of.

What is found is certain; of conditions that are joined in many ways it may find nothing although there is something.
"""

from __future__ import annotations

from socialdesk.model.condition import FLAGS, OF_EVENTS, All, AnyOf, Condition, Field, Is, Not

_MANY = frozenset({Field.TAG, Field.WHOSE, Field.WAITING}) | OF_EVENTS
"""Fields of which a thread may have several values at once, or that are not told apart by their words."""


def never_holds(condition: Condition) -> bool:
    """Whether a condition contradicts itself, so that nothing is ever as it says."""
    match condition:
        case All(parts):
            flat = list(_flat(parts))
            return any(map(never_holds, flat)) or any(
                _exclude(one, other) for at, one in enumerate(flat) for other in flat[at + 1 :]
            )
        case AnyOf(parts):
            return all(map(never_holds, parts))
        case Not(part):
            return always_holds(part)
        case Is():
            return False


def always_holds(condition: Condition) -> bool:
    """Whether a condition says nothing, so that everything is as it says."""
    match condition:
        case All(parts):
            return all(map(always_holds, parts))
        case AnyOf(parts):
            return any(map(always_holds, parts))
        case Not(part):
            return never_holds(part)
        case Is():
            return False


def covers(wide: Condition, narrow: Condition) -> bool:
    """Whether `wide` holds of everything that `narrow` holds of."""
    if wide == narrow or always_holds(wide) or never_holds(narrow):
        return True
    # What takes every way at once comes first: all of what is asked for, any of what there is.
    if isinstance(wide, All):
        return all(covers(part, narrow) for part in wide.parts)
    if isinstance(narrow, AnyOf):
        return all(covers(wide, part) for part in narrow.parts)
    if isinstance(wide, AnyOf) and any(covers(part, narrow) for part in wide.parts):
        return True
    if isinstance(narrow, All) and any(covers(wide, part) for part in narrow.parts):
        return True
    match wide, narrow:
        case Is(), Is():
            return wide.field is narrow.field and wide.field is not Field.WAITING and narrow.values <= wide.values
        case Not(outer), Not(inner):
            return covers(inner, outer)
        case Not(outer), Is():
            return _exclude(outer, narrow)
        case _:
            return False


def _flat(parts: tuple[Condition, ...]) -> list[Condition]:
    found: list[Condition] = []
    for part in parts:
        found += _flat(part.parts) if isinstance(part, All) else [part]
    return found


def _exclude(one: Condition, other: Condition) -> bool:
    """Whether two conditions never hold of the same thread."""
    match one, other:
        case Is(), Is():
            is_single = one.field is other.field and one.field not in _MANY and one.field not in FLAGS
            return is_single and one.values.isdisjoint(other.values)
        case Not(part), _:
            return covers(part, other)
        case _, Not(part):
            return covers(part, one)
        case AnyOf(parts), _:
            return all(_exclude(part, other) for part in parts)
        case _, AnyOf(parts):
            return all(_exclude(one, part) for part in parts)
        case _:
            return False
