"""Says what is wrong with a rule, and what in a list of rules can hardly be meant; every finding is a sentence.

`problem` is why a rule cannot be saved. `findings` are hints: rules that contradict each other, bring each other about
without end, can never do anything, or do it to everything. They are found by what the rules say, not by what came in so
far, and never all of them. Each says of which part of the rule it is; the sentences are translated as they are written
here, by `desktop.look.failure_sentences` where a name stands in them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import combinations, product
from urllib.parse import urlsplit

from socialdesk.model.condition import (
    EVENT_FLAGS,
    FLAGS,
    OF_EVENTS,
    All,
    AnyOf,
    Condition,
    Field,
    Is,
    Not,
    leaves,
)
from socialdesk.model.rule import (
    LONGEST_NAME,
    LONGEST_VALUE,
    MOST_DEEDS,
    MOST_MINUTES,
    MOST_RULES,
    MOST_VALUES,
    OF_MESSAGES,
    TOLD,
    VALUELESS,
    Deed,
    Do,
    Rule,
    Trigger,
)
from socialdesk.model.rule_loop import circles
from socialdesk.model.shield.values import kind_of
from socialdesk.model.thread import Priority, Status
from socialdesk.support.values import value_class

_MOST_WAYS = 64
"""In how many ways a condition may be met before nobody looks at it further."""
_OF_WORDS = frozenset({Field.SAYS, Field.SAYS_PART, Field.SAYS_EXACTLY, Field.SAYS_PART_EXACTLY, Field.POST_SAYS})
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


class Part(StrEnum):
    """The parts of a rule, as its editor shows them."""

    NAME = "name"
    SCOPE = "scope"
    WHEN = "when"
    WHERE = "where"
    THEN = "then"


@value_class(frozen=True, slots=True)
class Finding:
    """Something about rules that can hardly be meant: `sentence` is for a person, `rules` are the ids it is about."""

    rules: tuple[str, ...]
    sentence: str
    part: Part = Part.WHERE


@value_class(frozen=True, slots=True)
class Problem:
    """Why a rule cannot be saved, and in which part of it that stands."""

    part: Part
    sentence: str


def problem(rule: Rule, others: Sequence[Rule] = ()) -> str:
    """Why a rule cannot be saved beside others, as a sentence; empty when it can."""
    found = problem_in(rule, others)
    return found.sentence if found is not None else ""


def problem_in(rule: Rule, others: Sequence[Rule] = ()) -> Problem | None:
    """Why a rule cannot be saved beside others; None when it can."""
    beside = [one for one in others if one.id != rule.id]
    for part, sentence in (
        (Part.NAME, _wrong_name(rule, beside)),
        (Part.SCOPE, _wrong_scope(rule)),
        (Part.WHEN, _wrong_when(rule)),
        (Part.WHERE, _wrong_where(rule)),
        (Part.THEN, _wrong_then(rule)),
    ):
        if sentence:
            return Problem(part, sentence)
    return None


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


# What cannot be saved


def _wrong_name(rule: Rule, beside: Sequence[Rule]) -> str:
    if not rule.name:
        return "Give the rule a name."
    if len(rule.name) > LONGEST_NAME:
        return f"Give the rule a shorter name: {LONGEST_NAME} characters at most."
    if any(one.name.casefold() == rule.name.casefold() for one in beside):
        return f"There is a rule called “{rule.name}” already. Give this one another name."
    if len(beside) >= MOST_RULES:
        return f"There are {MOST_RULES} rules already. Delete one that nobody needs."
    return ""


def _wrong_scope(rule: Rule) -> str:
    if not rule.everywhere and not rule.channels:
        return "Choose for which channels the rule is, or say that it is for all of them."
    return ""


def _wrong_when(rule: Rule) -> str:
    when = rule.when
    if len(when.values) > MOST_VALUES or any(len(one) > LONGEST_VALUE for one in when.values):
        return "These are too many or too long values for what the rule waits for."
    match when.trigger:
        case Trigger.IDLE | Trigger.RETURNS if not 0 < when.minutes <= MOST_MINUTES:
            return "Say after how long a silence."
        case Trigger.LATE if not 0 <= when.minutes <= MOST_MINUTES:
            return "Say how late, a year at most."
        case Trigger.VOLUME if when.many < 2 or not 0 < when.minutes <= 24 * 60:
            return "Say how many messages, two at least, within which time, a day at most."
        case Trigger.STATUS if not when.values <= {one.value for one in Status}:
            return "This version does not know one of the statuses the rule waits for."
        case Trigger.ASSIGNED if not all(one == "nobody" or one.isdecimal() for one in when.values):
            return "Choose members of the team, or nobody."
        case _:
            return ""


def _wrong_where(rule: Rule) -> str:
    for one in leaves(rule.where):
        if len(one.values) > MOST_VALUES or any(len(value) > LONGEST_VALUE for value in one.values):
            return "One of the conditions has too many or too long values."
        if one.field in _OF_WORDS:
            empty = [value for value in one.values if not any(sign.isalnum() or ord(sign) > 0x2000 for sign in value)]
            if empty:
                return f"“{empty[0][:20]}” has no letters that could be looked for."
        if one.field is Field.CONTACT and not all(value.isdecimal() for value in one.values):
            return "Choose the contacts the rule asks about."
        if one.field in _OF_A_MESSAGE and rule.when.trigger not in OF_MESSAGES:
            return "The rule asks what a message says, but nobody writes when this happens."
    return ""


_OF_A_MESSAGE = OF_EVENTS - {
    Field.STATUS,
    Field.STARS,
    Field.OUTSIDE_HOURS,
    Field.REACH,
    Field.POST_SAYS,
    Field.CONTACT,
}


def _wrong_then(rule: Rule) -> str:
    if not rule.then:
        return "Say what the rule is to do."
    if len(rule.then) > MOST_DEEDS:
        return f"A rule may do {MOST_DEEDS} things at most."
    return next((wrong for one in rule.then if (wrong := _wrong_deed(one, rule))), "")


def _wrong_deed(one: Do, rule: Rule) -> str:
    value = one.value
    if len(value) > LONGEST_VALUE:
        return "One of the things the rule is to do is too long."
    if one.deed in VALUELESS and value:
        return "This version cannot do one of the things the rule asks for."
    match one.deed:
        case Deed.TAG | Deed.UNTAG if not value.strip():
            return "Say which tag."
        case Deed.PRIORITY if value not in {each.value for each in Priority}:
            return "Choose a priority."
        case Deed.ASSIGN if value != "nobody" and not value.isdecimal():
            return "Choose to whom the rule gives the thread."
        case Deed.SHIELD if kind_of(value) is None:
            return "Choose as what the rule keeps the thread out of sight."
        case Deed.DRAFT | Deed.ACKNOWLEDGE if not value.isdecimal():
            return "Choose a saved reply."
        case Deed.NOTIFY if not all(each in TOLD or each.isdecimal() for each in value.split(",")):
            return "Choose who is told."
        case Deed.SNOOZE if value != "answer" and not (value.isdecimal() and 0 < int(value) <= MOST_MINUTES):
            return "Say until when the rule snoozes."
        case Deed.HIDE | Deed.ACKNOWLEDGE if rule.when.trigger not in OF_MESSAGES - {Trigger.DELETED}:
            return "The rule can hide or acknowledge only what somebody just wrote."
        case Deed.CALL:
            return wrong_address(value)
        case _:
            return ""


def wrong_address(address: str) -> str:
    """Why a rule cannot call an address; empty when it can. Loopback may be called without https."""
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return "That is no web address."
    if not host or any(sign.isspace() or ord(sign) < 0x20 for sign in address):
        return "Write the whole address, beginning with https://."
    if parts.username is not None or parts.password is not None or parts.query or parts.fragment:
        return (
            "Leave names, passwords and anything after a question mark out of the address; the call is signed instead."
        )
    if parts.scheme != "https" and not (parts.scheme == "http" and host in LOOPBACK):
        return "The address must begin with https://."
    return ""


LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


# What can hardly be meant


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
