"""Decides which rules do their work at what happened, and why; the same things give the same answer, whoever asks.

The list is made ready once: rules are found by what they wait for and by channel, and those that need a word are not
even asked where it was not said. What remains is asked the cheap things first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from socialdesk.model.condition import (
    OF_EVENTS,
    All,
    AnyOf,
    Condition,
    Field,
    Is,
    Not,
    of_thread,
)
from socialdesk.model.rule import Rule, Trigger, When
from socialdesk.model.rule_facts import FLAGS, Facts, Happened
from socialdesk.model.rule_words import Words
from socialdesk.support.values import value_class

_OF_WORDS = {
    Field.SAYS: (True, False),
    Field.SAYS_PART: (True, True),
    Field.SAYS_EXACTLY: (False, False),
    Field.SAYS_PART_EXACTLY: (False, True),
    Field.POST_SAYS: (True, False),
}
"""By field, whether it is blind to accents and whether parts of words count."""
_PARTICULAR = frozenset(
    {Trigger.STATUS, Trigger.ASSIGNED, Trigger.TAGGED, Trigger.LATE, Trigger.IDLE, Trigger.RETURNS, Trigger.VOLUME}
)
"""Triggers of which a rule says more than their name."""
_DEAR = frozenset({Field.NEW_AUTHOR, Field.REACH, Field.POST_SAYS, Field.CONTACT})
"""What has to be looked up in the file."""
LONG = 2_000
"""Characters from which on the time that rules take with a text is watched."""
BUDGET_MS = 50.0
"""How long one rule may take with one text."""
Reason = tuple[str, ...]
"""What made a condition hold: the field, `not` before it where it had to be otherwise, and the values that were so."""
_Test = Callable[[Facts], "tuple[Reason, ...] | None"]
"""Gives the reasons for which it holds, or None where it does not."""


@value_class(frozen=True, slots=True)
class Decided:
    """A rule that does its work, and why."""

    rule: Rule
    reasons: tuple[Reason, ...]


class Ready:
    """A list of rules made ready to be asked."""

    def __init__(self, rules: Sequence[Rule], watch: Callable[[], float] | None = None) -> None:
        """`watch` gives milliseconds that only run, to see how long a rule takes with a long text."""
        self._watch = watch
        self.slow: dict[str, float] = {}
        """The ids of rules that took longer than `BUDGET_MS`, and how long; what they say of it does not count."""
        self._rules: dict[Trigger, list[_Asked]] = {}
        for place, rule in enumerate(rules):
            self._rules.setdefault(rule.when.trigger, []).append(_Asked(place, rule))
        self.triggers = frozenset(self._rules)
        self._needed: dict[tuple[Trigger, int], tuple[list[_Asked], dict[str, list[_Asked]]]] = {}

    def may_wait_for(self, trigger: Trigger) -> bool:
        """Whether any rule waits for it."""
        return trigger in self.triggers

    def rules(self, trigger: Trigger) -> list[Rule]:
        """The rules that wait for it."""
        return [asked.rule for asked in self._rules.get(trigger, ())]

    def decide(self, facts: Facts, at: datetime | None = None) -> Iterator[Decided]:
        """The rules that do their work at what happened, in their order; what follows one that stops is not asked.

        `at` is the moment from which rules count that begin later.
        """
        happened = facts.happened
        always, by_word = self._of(happened.trigger, happened.thread.channel_id)
        asked = always
        if by_word:
            hit = [one for word in by_word.keys() & facts.blind.words for one in by_word[word]]
            if hit:
                asked = sorted({one.place: one for one in (*always, *hit)}.values(), key=lambda one: one.place)
        # What a rule looks for is plain words: only a long text can make it slow, and only then it is timed.
        is_timed = self._watch is not None and len(facts.text) >= LONG
        for one in asked:
            rule = one.rule
            if one.is_particular and not waits(rule.when, happened):
                continue
            if rule.on_from is not None and at is not None and rule.on_from > at:
                continue
            reasons = self._timed(one, facts) if is_timed else one.test(facts)
            if reasons is not None:
                yield Decided(rule, reasons)
                if rule.stops:
                    return

    def _timed(self, one: _Asked, facts: Facts) -> tuple[Reason, ...] | None:
        assert self._watch is not None
        began = self._watch()
        reasons = one.test(facts)
        took = self._watch() - began
        if took > BUDGET_MS:
            self.slow[one.rule.id] = took
            return None
        return reasons

    def _of(self, trigger: Trigger, channel: int) -> tuple[list[_Asked], dict[str, list[_Asked]]]:
        known = self._needed.get((trigger, channel))
        if known is None:
            always: list[_Asked] = []
            by_word: dict[str, list[_Asked]] = {}
            for one in self._rules.get(trigger, ()):
                if not one.rule.is_for(channel):
                    continue
                if one.needs is None:
                    always.append(one)
                for word in one.needs or ():
                    by_word.setdefault(word, []).append(one)
            known = self._needed[trigger, channel] = (always, by_word)
        return known


class _Asked:
    """A rule as it is asked."""

    def __init__(self, place: int, rule: Rule) -> None:
        self.place = place
        self.rule = rule
        self.needs = _needs(rule.where)
        """Words of which a text must say one; None where it need not."""
        self.test = _test(rule.where)
        self.is_particular = rule.when.trigger in _PARTICULAR


def waits(when: When, happened: Happened) -> bool:
    """Whether what happened is what a rule waits for, apart from its trigger."""
    match when.trigger:
        case Trigger.STATUS | Trigger.ASSIGNED | Trigger.TAGGED:
            return not when.values or not when.values.isdisjoint(happened.values)
        case Trigger.IDLE:
            return f"{when.minutes}" in happened.values
        case Trigger.LATE:
            return (f"{when.minutes}" if when.minutes else "") in (happened.values or {""})
        case Trigger.RETURNS:
            return happened.minutes >= when.minutes
        case Trigger.VOLUME:
            return f"{when.many}/{when.minutes}" in happened.values
        case _:
            return True


def _needs(condition: Condition) -> frozenset[str] | None:
    match condition:
        case Is(Field.SAYS, values):
            return Words(values, is_blind=True, is_part=False).needed
        case All(parts):
            found = [needed for part in parts if (needed := _needs(part)) is not None]
            return min(found, key=len, default=None)
        case AnyOf(parts):
            each = [_needs(part) for part in parts]
            known = [needed for needed in each if needed is not None]
            return frozenset[str]().union(*known) if len(known) == len(each) else None
        case _:
            return None


def _test(condition: Condition) -> _Test:
    match condition:
        case Is(field, values) if field in _OF_WORDS:
            return _words(field, values)
        case Is():
            return _leaf(condition)
        case Not(part):
            return _contrary(part)
        case All(parts):
            return _all([_test(part) for part in sorted(parts, key=_cost)])
        case AnyOf(parts):
            return _any([_test(part) for part in sorted(parts, key=_cost)])


def _cost(condition: Condition) -> int:
    """How dear it is to ask: what stands in the thread first, then the text, then what must be looked up."""
    match condition:
        case Is(field):
            return 3 if field in _DEAR else 1 if field in OF_EVENTS else 0
        case Not(part):
            return _cost(part)
        case All(parts) | AnyOf(parts):
            return max((_cost(part) for part in parts), default=0)


def _words(field: Field, values: frozenset[str]) -> _Test:
    is_blind, is_part = _OF_WORDS[field]
    words = Words(values, is_blind=is_blind, is_part=is_part)

    def test(facts: Facts) -> tuple[Reason, ...] | None:
        text = facts.post if field is Field.POST_SAYS else facts.blind if is_blind else facts.exact
        found = words.first_in(text)
        return None if found is None else ((field.value, found),)

    return test


def _leaf(one: Is) -> _Test:
    of_event = one.field in OF_EVENTS
    because: tuple[Reason, ...] = ((one.field.value, *sorted(one.values)),)
    if one.field is Field.WORDS_AT_LEAST:
        least = min(map(int, one.values))
        return lambda facts: because if facts.words >= least else None
    flag = FLAGS.get(one.field)
    if flag is not None:
        name = one.field.value
        return lambda facts: because if facts.tells(name, flag) else None

    def test(facts: Facts) -> tuple[Reason, ...] | None:
        holds = facts.says(one) if of_event else of_thread(one, facts.thread, facts.me, facts.happened.at)
        return because if holds else None

    return test


def _contrary(part: Condition) -> _Test:
    inner = _test(part)
    because: tuple[Reason, ...] = ()
    if isinstance(part, Is):
        because = (("not", part.field.value, *sorted(part.values)),)

    def test(facts: Facts) -> tuple[Reason, ...] | None:
        return because if inner(facts) is None else None

    return test


def _all(parts: Sequence[_Test]) -> _Test:
    def test(facts: Facts) -> tuple[Reason, ...] | None:
        found: tuple[Reason, ...] = ()
        for part in parts:
            reasons = part(facts)
            if reasons is None:
                return None
            found += reasons
        return found

    return test


def _any(parts: Sequence[_Test]) -> _Test:
    def test(facts: Facts) -> tuple[Reason, ...] | None:
        for part in parts:
            reasons = part(facts)
            if reasons is not None:
                return reasons
        return None

    return test
