"""Says what in a list of rules can hardly be meant; every finding is a sentence, and a hint: nobody is held up by it.

Rules that contradict each other, bring each other about without end, can never do anything, or do it to everything.
They are found by what the rules say, not by what came in so far, and never all of them. The sentences are translated as
they are written here, by `desktop.look.failure_sentences` where a name stands in them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product

from socialdesk.model.condition import EVENT_FLAGS, FLAGS, All, AnyOf, Condition, Field, Is, Not
from socialdesk.model.rule import MOST_MINUTES, Deed, Rule, Trigger
from socialdesk.model.rule_check import Part
from socialdesk.model.rule_loop import circles
from socialdesk.support.values import value_class

_MOST_WAYS = 64
"""In how many ways a condition may be met before nobody looks at it further."""
_ONE_AT_A_TIME = frozenset(
    {
        Field.CHANNEL,
        Field.KIND,
        Field.LANGUAGE,
        Field.PRIORITY,
        Field.STATUS,
        Field.STARS,
        Field.WHOSE,
    }
)
"""Fields of which a thread has one value only."""


@value_class(frozen=True, slots=True)
class Finding:
    """Something about rules that can hardly be meant: `sentence` is for a person, `rules` are the ids it is about."""

    rules: tuple[str, ...]
    sentence: str
    part: Part = Part.WHERE


def findings(rules: Sequence[Rule]) -> list[Finding]:
    """What can hardly be meant in a list of rules."""
    found: list[Finding] = []
    for rule in rules:
        if not _can_hold(rule):
            sentence = f"“{rule.name}” can never do anything: its conditions exclude each other."
            found.append(Finding((rule.id,), sentence))
        elif _always_holds(rule.where) and rule.when.trigger is Trigger.RECEIVED:
            sentence = f"“{rule.name}” does its work on every message of its channels."
            if rule.everywhere:
                sentence = f"“{rule.name}” does its work on every message of every channel."
            found.append(Finding((rule.id,), sentence))
        inner = _against_itself(rule)
        if inner:
            found.append(Finding((rule.id,), inner, Part.THEN))
    for one, other in combinations(rules, 2):
        if _meet(one, other):
            found.extend(_between(one, other))
    found.extend(_shadowed(rules))
    found.extend(_circling(rules))
    return found


def _ways(condition: Condition, *, so: bool = True) -> list[list[tuple[Is, bool]]]:
    """The ways in which a condition can be met, each a list of what must be so or not; cut where there are many."""
    match condition:
        case Is():
            return [[(condition, so)]]
        case Not(part):
            return _ways(part, so=not so)
        case All(parts) | AnyOf(parts):
            if isinstance(condition, All) is not so:
                return [way for part in parts for way in _ways(part, so=so)][: _MOST_WAYS + 1]
            ways: list[list[tuple[Is, bool]]] = [[]]
            for part in parts:
                ways = [[*one, *other] for one, other in product(ways, _ways(part, so=so))]
                if len(ways) > _MOST_WAYS:
                    return ways[: _MOST_WAYS + 1]
            return ways


def _can_be(way: Iterable[tuple[Is, bool]]) -> bool:
    """Whether all of it can be so at once, as far as can be seen."""
    among: dict[Field, frozenset[str]] = {}
    without: dict[Field, frozenset[str]] = {}
    flags: dict[Field, bool] = {}
    least, most = 0, MOST_MINUTES
    for one, so in way:
        field = one.field
        if field in FLAGS or field in EVENT_FLAGS:
            if flags.setdefault(field, so) is not so:
                return False
        elif field is Field.WORDS_AT_LEAST or field is Field.WORDS_AT_MOST:
            edge = min(map(int, one.values)) if field is Field.WORDS_AT_LEAST else max(map(int, one.values))
            if (field is Field.WORDS_AT_LEAST) is so:
                least = max(least, edge if so else edge + 1)
            else:
                most = min(most, edge if so else edge - 1)
        elif so and field in _ONE_AT_A_TIME and not (field is Field.WHOSE and "mine" in one.values):
            among[field] = among.get(field, one.values) & one.values
        elif not so:
            without[field] = without.get(field, frozenset()) | one.values
        else:
            among.setdefault(field, one.values)
    if least > most or (flags.get(Field.ONLY_EMOJI) and flags.get(Field.ONLY_MENTIONS)):
        return False
    if flags.get(Field.ONLY_EMOJI) and least > 0:
        return False
    return all(
        values - without.get(field, frozenset()) if field in _ONE_AT_A_TIME else True for field, values in among.items()
    ) and all(
        not (one.values <= without.get(one.field, frozenset())) for one, so in way if so and one.field not in flags
    )


def _can_hold(rule: Rule) -> bool:
    ways = _ways(rule.where)
    if len(ways) > _MOST_WAYS:
        return True
    here = [] if rule.everywhere else [(Is(Field.CHANNEL, frozenset(map(str, rule.channels))), True)]
    if rule.when.trigger is Trigger.STATUS and rule.when.values:
        here.append((Is(Field.STATUS, rule.when.values), True))
    if rule.when.trigger is Trigger.ASSIGNED and rule.when.values:
        here.append((Is(Field.WHOSE, rule.when.values), True))
    return any(_can_be([*here, *way]) for way in ways)


def _always_holds(condition: Condition) -> bool:
    """Whether it holds whatever happens, as far as can be seen."""
    ways = _ways(condition, so=False)
    return len(ways) <= _MOST_WAYS and not any(_can_be(way) for way in ways)


def _meet(one: Rule, other: Rule) -> bool:
    """Whether two rules can do their work at the same instant, because of the very same thing."""
    same_trigger = one.when == other.when
    same_where = one.where == other.where
    overlap = one.everywhere or other.everywhere or bool(one.channels & other.channels)
    return same_trigger and same_where and overlap


def _between(one: Rule, other: Rule) -> Iterator[Finding]:
    if one.stops:
        return
    both = (one.id, other.id)
    here, there = one.name, other.name
    tags, untags = _values(one, Deed.TAG), _values(one, Deed.UNTAG)
    for tag in sorted((tags & _values(other, Deed.UNTAG)) | (untags & _values(other, Deed.TAG))):
        sentence = f"“{here}” and “{there}” contradict each other: one adds the tag {tag}, one removes it."
        yield Finding(both, sentence, Part.THEN)
    if _differ(one, other, Deed.ASSIGN):
        sentence = (
            f"“{here}” and “{there}” give the thread to different people under the same condition; the later one wins."
        )
        yield Finding(both, sentence, Part.THEN)
    if _differ(one, other, Deed.PRIORITY):
        sentence = f"“{here}” and “{there}” set different priorities under the same condition; the later one wins."
        yield Finding(both, sentence, Part.THEN)
    if {Deed.DONE, Deed.SNOOZE} <= (one.deeds | other.deeds) and not {Deed.DONE, Deed.SNOOZE} <= one.deeds:
        sentence = f"“{here}” and “{there}” contradict each other: one snoozes the thread, one marks it done."
        yield Finding(both, sentence, Part.THEN)


def _differ(one: Rule, other: Rule, deed: Deed) -> bool:
    mine, theirs = _values(one, deed), _values(other, deed)
    return bool(mine) and bool(theirs) and mine != theirs


def _against_itself(rule: Rule) -> str:
    both = _values(rule, Deed.TAG) & _values(rule, Deed.UNTAG)
    if both:
        return f"“{rule.name}” adds and removes the tag {min(both)}."
    if len(_values(rule, Deed.ASSIGN)) > 1:
        return f"“{rule.name}” gives the thread to more than one person; the last one wins."
    if len(_values(rule, Deed.PRIORITY)) > 1:
        return f"“{rule.name}” sets more than one priority; the last one wins."
    if {Deed.DONE, Deed.SNOOZE} <= rule.deeds:
        return f"“{rule.name}” snoozes the thread and marks it done."
    return ""


def _shadowed(rules: Sequence[Rule]) -> Iterator[Finding]:
    """Rules behind one that stops and holds always when they do."""
    for place, first in enumerate(rules):
        if not first.stops:
            continue
        for later in rules[place + 1 :]:
            covers = first.everywhere or (not later.everywhere and later.channels <= first.channels)
            same = first.when == later.when and (first.where == later.where or _always_holds(first.where))
            if covers and same:
                sentence = f"“{later.name}” never gets its turn: “{first.name}” stands before it and stops."
                yield Finding((later.id, first.id), sentence, Part.WHERE)


def _circling(rules: Sequence[Rule]) -> Iterator[Finding]:
    """Rules that bring each other about again and again."""
    for circle in circles(rules):
        ids = tuple(one.id for one in circle)
        if len(circle) == 1:
            sentence = (
                f"“{circle[0].name}” brings itself about again and again; SocialDesk stops that after five times."
            )
        elif len(circle) == 2:
            one, other = (each.name for each in circle)
            sentence = (
                f"“{one}” and “{other}” bring each other about again and again; SocialDesk stops that after five times."
            )
        else:
            names = ", ".join(one.name for one in circle)
            sentence = (
                f"These rules bring each other about again and again: {names}. SocialDesk stops that after five times."
            )
        yield Finding(ids, sentence, Part.THEN)


def _values(rule: Rule, deed: Deed) -> frozenset[str]:
    return frozenset(one.value for one in rule.then if one.deed is deed)
