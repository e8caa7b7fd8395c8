"""Says why a rule cannot be saved, and in which part of it that stands; every reason is a sentence.

The sentences are translated as they are written here, by `desktop.look.failure_sentences` where a name stands in them.
What can be saved and hardly be meant is told by `rule_findings`.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from urllib.parse import urlsplit

from socialdesk.model.condition import (
    OF_EVENTS,
    Field,
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
from socialdesk.model.shield.values import kind_of
from socialdesk.model.thread import Priority, Status
from socialdesk.support.values import value_class

_OF_WORDS = frozenset({Field.SAYS, Field.SAYS_PART, Field.SAYS_EXACTLY, Field.SAYS_PART_EXACTLY, Field.POST_SAYS})


class Part(StrEnum):
    """The parts of a rule, as its editor shows them."""

    NAME = "name"
    SCOPE = "scope"
    WHEN = "when"
    WHERE = "where"
    THEN = "then"


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
