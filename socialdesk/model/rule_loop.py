"""Finds rules that bring each other about in a circle, by what they do and what they wait for.

A circle goes on only where each step changes something once more: a tag that nobody in it takes off is put on once. Of
what lets a rule through only the channels are looked at, so a circle that is found may still end.
"""

from __future__ import annotations

from collections.abc import Sequence

from socialdesk.model.rule import Deed, Rule, Trigger

_LONGEST = 4
"""Longer circles are not looked for: the engine ends them all the same."""
_MOST = 20
_GIVING = frozenset({Deed.ASSIGN, Deed.ROUTE})
"""What gives a thread to somebody; to whom, nobody knows before of the second, and its value is empty."""
_STATUS = {Deed.SNOOZE: "snoozed", Deed.DONE: "done"}


def circles(rules: Sequence[Rule]) -> list[tuple[Rule, ...]]:
    """The circles there are, each once, beginning with the rule that stands first; `_MOST` at most."""
    leads = {one.id: [other for other in rules if _causes(one, other)] for one in rules}
    place = {one.id: at for at, one in enumerate(rules)}
    found: list[tuple[Rule, ...]] = []

    def walk(path: tuple[Rule, ...]) -> None:
        for other in leads[path[-1].id]:
            if len(found) >= _MOST:
                return
            if other.id == path[0].id:
                if _goes_on(path):
                    found.append(path)
            elif place[other.id] > place[path[0].id] and other not in path and len(path) < _LONGEST:
                walk((*path, other))

    for one in rules:
        walk((one,))
    return found


def _causes(one: Rule, other: Rule) -> bool:
    """Whether what one rule does can be what another one waits for."""
    if not (one.everywhere or other.everywhere or one.channels & other.channels):
        return False
    wanted = other.when.values
    match other.when.trigger:
        case Trigger.TAGGED:
            return any(do.deed is Deed.TAG and (not wanted or do.value in wanted) for do in one.then)
        case Trigger.ASSIGNED:
            given = {do.value for do in one.then if do.deed in _GIVING}
            return bool(given) and (not wanted or "" in given or bool(given & wanted))
        case Trigger.STATUS:
            become = {_STATUS[do.deed] for do in one.then if do.deed in _STATUS}
            return bool(become) and (not wanted or bool(become & wanted))
        case _:
            return False


def _goes_on(path: tuple[Rule, ...]) -> bool:
    """Whether each step of a circle undoes what a later one does again."""
    off = {do.value for one in path for do in one.then if do.deed is Deed.UNTAG}
    given = {do.value for one in path for do in one.then if do.deed is Deed.ASSIGN}
    become = {_STATUS[do.deed] for one in path for do in one.then if do.deed in _STATUS}
    for one, other in zip(path, (*path[1:], path[0]), strict=True):
        match other.when.trigger:
            case Trigger.TAGGED:
                on = {do.value for do in one.then if do.deed is Deed.TAG}
                again = on & off & (other.when.values or on)
            case Trigger.ASSIGNED:
                again = given if len(given) > 1 else set[str]()
            case _:
                again = become if len(become) > 1 else set[str]()
        if not again:
            return False
    return True
