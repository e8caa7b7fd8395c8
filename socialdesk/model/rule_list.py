"""Decides what a command does to the list of rules; the desktop shows it at once, the engine makes it so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from socialdesk.model.command import Command, Given
from socialdesk.model.rule import NotARule, Rule, Trial, from_words
from socialdesk.model.rule_command import DeleteRule, ImportRules, MoveRule, NoteTrial, SaveRule, SwitchRule

PAUSE = timedelta(hours=1)
"""How long after it was switched on a rule begins that hides something public or touches very much."""


def saved(command: SaveRule, before: Rule | None) -> Rule:
    """The rule that a command saves: off, and its next version. Raises NotARule."""
    rule = from_words(command.rule, command.id)
    return replace(rule, version=before.version + 1 if before is not None else 1)


def switched(rule: Rule, at: datetime, pause: timedelta = PAUSE, *, on: bool) -> Rule:
    """A rule that was switched on or off at a moment."""
    begins = at + pause if on and rule.needs_a_pause and pause else None
    return replace(rule, is_on=on, on_from=begins, off_because="")


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


def fold_rules(rules: Sequence[Rule], pending: Iterable[Given], pause: timedelta = PAUSE) -> list[Rule]:
    """The list of rules with what is pending on top."""
    now = list(rules)
    for given in pending:
        now = _fold(now, given.command, given.at, pause)
    return now


def _fold(rules: list[Rule], command: Command, at: datetime, pause: timedelta) -> list[Rule]:
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
                rules = _fold(rules, SaveRule(id_, words), at, pause)
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
                switched(one, at, pause, on=on) if one.id == id_ and not (on and may_switch_on(one)) else one
                for one in rules
            ]
        case _:
            return rules
