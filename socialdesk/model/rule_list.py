"""Decides what a command does to the list of rules; the desktop shows it at once, the engine makes it so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from socialdesk.model.command import Command, Given
from socialdesk.model.identifiers import PersonId
from socialdesk.model.rule import NotARule, Rule, Trial, from_words
from socialdesk.model.rule_command import (
    ApproveRule,
    AskSecondPerson,
    DeleteRule,
    ImportRules,
    MoveRule,
    NoteTrial,
    SaveRule,
    SetRulePause,
    SwitchRule,
)
from socialdesk.support.values import value_class

PAUSE = timedelta(hours=1)
"""How long after it was switched on a rule begins that hides something public or touches very much."""


def saved(command: SaveRule, before: Rule | None) -> Rule:
    """The rule that a command saves: off, and its next version. Raises NotARule."""
    rule = from_words(command.rule, command.id)
    return replace(rule, version=before.version + 1 if before is not None else 1)


@value_class(frozen=True, slots=True)
class Care:
    """What becomes of a rule that is switched on and hides something public or touches very much."""

    pause: timedelta = PAUSE
    """How long it waits then."""
    wants_second: bool = False
    """Whether it is to wait for a second person instead."""
    members: int = 1

    @property
    def asks_second(self) -> bool:
        """Whether a second person is asked; who works alone has nobody to ask, and waits for as long as the pause."""
        return self.wants_second and self.members > 1


def fold_care(care: Care, pending: Iterable[Given]) -> Care:
    """The same with what is pending on top."""
    for given in pending:
        match given.command:
            case AskSecondPerson(on=on):
                care = replace(care, wants_second=on)
            case SetRulePause(minutes=minutes):
                care = replace(care, pause=timedelta(minutes=minutes))
            case _:
                pass
    return care


def switched(rule: Rule, at: datetime, by: PersonId, care: Care, *, on: bool) -> Rule:
    """A rule that somebody switched on or off at a moment."""
    if on and rule.needs_a_pause and care.asks_second:
        return replace(rule, is_on=False, on_from=None, off_because="", asked_by=by)
    begins = at + care.pause if on and rule.needs_a_pause and care.pause else None
    return replace(rule, is_on=on, on_from=begins, off_because="", asked_by=None)


def why_not_approved(rule: Rule, command: ApproveRule, by: PersonId) -> str:
    """Why a rule does not begin although somebody says so; empty where it does."""
    if rule.asked_by is None or rule.version != command.version:
        return "Nobody asks about this version of the rule any more. Nothing was changed."
    if rule.asked_by == by:
        return "Somebody else has to look at this rule: whoever wants it switched on cannot be the second person."
    return ""


def approved(rule: Rule) -> Rule:
    """A rule that a second person let begin, at once."""
    return replace(rule, is_on=True, on_from=None, off_because="", asked_by=None)


def tried(rule: Rule, command: NoteTrial, at: datetime) -> Rule:
    """A rule of which it is known what it would have done."""
    return replace(rule, trial=Trial(command.version, command.days, command.looked, command.touched, at))


def may_switch_on(rule: Rule) -> str:
    """Why a rule cannot be switched on yet; empty when it can."""
    if not rule.is_tried:
        return "Try this rule first: it shows which threads it would have touched. Then switch it on."
    return ""


def moved(rules: Sequence[Rule], id_: str, before: str) -> list[Rule]:
    """The order of rules when one goes before another, or last where the other is not there."""
    one = next((rule for rule in rules if rule.id == id_), None)
    left = [rule for rule in rules if rule.id != id_]
    if one is None:
        return left
    at = next((place for place, rule in enumerate(left) if rule.id == before), len(left))
    return [*left[:at], one, *left[at:]]


def fold_rules(rules: Sequence[Rule], pending: Iterable[Given], care: Care | None = None) -> list[Rule]:
    """The list of rules with what is pending on top."""
    now, care = list(rules), care or Care()
    for given in pending:
        care = fold_care(care, [given])
        now = _fold(now, given.command, given.at, given.person, care)
    return now


def _fold(rules: list[Rule], command: Command, at: datetime, by: PersonId, care: Care) -> list[Rule]:
    match command:
        case SaveRule(id=id_):
            before = next((rule for rule in rules if rule.id == id_), None)
            try:
                rule = saved(command, before)
            except NotARule:
                return rules
            return [rule if one.id == id_ else one for one in rules] if before is not None else [*rules, rule]
        case ImportRules():
            for id_, words in command.rules:
                rules = _fold(rules, SaveRule(id_, words), at, by, care)
            return rules
        case DeleteRule(id=id_):
            return [one for one in rules if one.id != id_]
        case MoveRule(id=id_, before=other):
            return moved(rules, id_, other)
        case NoteTrial(id=id_):
            return [
                tried(one, command, at) if one.id == id_ and one.version == command.version else one for one in rules
            ]
        case SwitchRule(id=id_, on=on):
            return [
                switched(one, at, by, care, on=on) if one.id == id_ and not (on and may_switch_on(one)) else one
                for one in rules
            ]
        case ApproveRule(id=id_):
            return [approved(one) if one.id == id_ and not why_not_approved(one, command, by) else one for one in rules]
        case _:
            return rules
