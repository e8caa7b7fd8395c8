"""Makes the commands about the list of rules effective inside one change, or says why not."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta

from socialdesk.engine import rule_applying
from socialdesk.engine.rule_back import CHANGED, LEFT, UNDONE, take_back, take_back_run
from socialdesk.model.automatic import is_automatic
from socialdesk.model.command import Given
from socialdesk.model.delivery import Delivery
from socialdesk.model.rule import APPLICABLE, NotARule, Rule, to_form
from socialdesk.model.rule_check import problem
from socialdesk.model.rule_command import (
    AllowPrivateCalls,
    ApplyRule,
    ApproveRule,
    AskSecondPerson,
    DeleteRule,
    ImportRules,
    MoveRule,
    NoteTrial,
    RuleCommand,
    SaveRule,
    SetRulePause,
    SuspendAnswers,
    SwitchRule,
    TakeBackRule,
    TakeBackRun,
)
from socialdesk.model.rule_list import approved, may_switch_on, moved, saved, switched, tried, why_not_approved
from socialdesk.store.change import Change
from socialdesk.store.rule_rows import PAUSE_MINUTES, PRIVATE_CALLS, SECOND_PERSON, SUSPENDED, care_of
from socialdesk.support.clock import to_ms

MOST_PAUSE = 7 * 24 * 60
STALE = timedelta(hours=1)
GONE = "This rule was deleted meanwhile. Nothing was changed."


def refused(change: Change, given: Given, command: RuleCommand) -> str:
    """Make one effective; gives the sentence that says why it cannot be, and then the transaction is to be left."""
    if isinstance(command, SuspendAnswers):
        change.set_setting(SUSPENDED, str(to_ms(given.at)) if command.on else "")
        what = "automatic answers suspended" if command.on else "automatic answers let go"
        change.log_event(given.at, given.person, what, "", "")
        if not command.on:
            _let_go_of_old(change, given.at)
        return ""
    if isinstance(command, SetRulePause):
        minutes = max(0, min(command.minutes, MOST_PAUSE))
        change.set_setting(PAUSE_MINUTES, str(minutes))
        change.log_event(given.at, given.person, "pause of rules set", str(minutes), "")
        return ""
    if isinstance(command, AskSecondPerson):
        change.set_setting(SECOND_PERSON, "1" if command.on else "")
        change.log_event(given.at, given.person, "second person for rules", "1" if command.on else "", "")
        return ""
    if isinstance(command, AllowPrivateCalls):
        change.set_setting(PRIVATE_CALLS, "1" if command.on else "")
        change.log_event(given.at, given.person, "private calls of rules", "1" if command.on else "", "")
        return ""
    if isinstance(command, TakeBackRule | TakeBackRun):
        return _take_back(change, given, command)
    there = change.rules()
    if isinstance(command, ImportRules):
        for id_, words in command.rules:
            wrong = _save(change, given, SaveRule(id_, words), change.rules())
            if wrong:
                return f"Nothing was imported. {wrong}"
        return ""
    if isinstance(command, SaveRule):
        return _save(change, given, command, there)
    rule = next((one for one in there if one.id == command.id), None)
    if rule is None:
        return "" if isinstance(command, DeleteRule) else GONE
    match command:
        case DeleteRule():
            change.drop_rule(rule.id, given.at)
            change.log_event(given.at, given.person, "rule deleted", rule.name, "")
        case MoveRule(before=before):
            change.order_rules([one.id for one in moved(there, rule.id, before)])
            change.log_event(given.at, given.person, "rules put in order", rule.name, "")
        case NoteTrial(version=version):
            if version == rule.version:
                change.put_rule(tried(rule, command, given.at), given.person, given.at)
        case SwitchRule(on=on):
            return _switch(change, given, rule, on=on)
        case ApproveRule():
            return _approve(change, given, rule, command)
        case ApplyRule(since=since):
            return _apply(change, given, rule, since)
    return ""


def _let_go_of_old(change: Change, now: datetime) -> None:
    """What waited too long to be an acknowledgement does not leave when answers are let go again."""
    for one in change.outbounds(Delivery.QUEUED, Delivery.WAITING):
        if one.act == "answer" and is_automatic(one.command) and now - one.given_at > STALE:
            change.put_outbound(replace(one, state=Delivery.CANCELED))
            change.set_message_state(one, Delivery.CANCELED, "", None)


def _take_back(change: Change, given: Given, command: TakeBackRule | TakeBackRun) -> str:
    rule = change.rule(command.id)
    if rule is None:
        return GONE
    if isinstance(command, TakeBackRun):
        run = change.run(command.run)
        if run is None or run.rule != rule.id or run.undone_at is not None:
            return "This is taken back already. Nothing was changed."
        did = take_back_run(change, given, run)
        undone, kept = (sum(one.back in those for one in did) for those in ((UNDONE,), (CHANGED, LEFT)))
        said: dict[str, object] = {"run": run.id}
    else:
        if command.happened_before is not None:
            rule_applying.end(change, rule.id)
        undone, kept = take_back(change, given, rule.id, command.since, command.happened_before)
        said = {"since": command.since.isoformat()}
    told = json.dumps(said | {"undone": undone, "kept": kept})
    change.log_event(given.at, given.person, "rule taken back", rule.name, told)
    return ""


def _apply(change: Change, given: Given, rule: Rule, since: datetime) -> str:
    if rule.when.trigger not in APPLICABLE:
        return "A rule that waits for much at once has nothing to do with what is there already. Nothing was done."
    if not rule.is_tried:
        return may_switch_on(rule)
    rule_applying.begin(change, rule, since)
    change.log_event(given.at, given.person, "rule applied", rule.name, since.isoformat())
    return ""


def _save(change: Change, given: Given, command: SaveRule, there: list[Rule]) -> str:
    before = change.rule(command.id)
    is_there = any(one.id == command.id for one in there)
    if before is not None and command.based_on and (command.based_on != before.version or not is_there):
        return f"Somebody changed “{before.name}” meanwhile. Nothing was saved; look at it, then save yours."
    try:
        rule = saved(command, before)
    except NotARule as error:
        return f"{error} Nothing was saved."
    wrong = problem(rule, there)
    if wrong:
        return f"{wrong} Nothing was saved."
    change.put_rule(rule, given.person, given.at)
    change.log_event(given.at, given.person, "rule saved", rule.name, difference(before, rule))
    return ""


def _switch(change: Change, given: Given, rule: Rule, *, on: bool) -> str:
    why = may_switch_on(rule) if on else ""
    if why:
        return why
    care = care_of(change.known_setting, len(change.team().names))
    after = switched(rule, given.at, given.person, care, on=on)
    change.put_rule(after, given.person, given.at)
    what = "rule switched on" if on else "rule switched off"
    if after.asked_by is not None:
        what = "second person asked about a rule"
    change.log_event(given.at, given.person, what, rule.name, "")
    return ""


def _approve(change: Change, given: Given, rule: Rule, command: ApproveRule) -> str:
    why = why_not_approved(rule, command, given.person)
    if why:
        return why
    change.put_rule(approved(rule), given.person, given.at)
    change.log_event(given.at, given.person, "rule approved", rule.name, str(rule.asked_by))
    return ""


def difference(before: Rule | None, after: Rule) -> str:
    """What a change of a rule changed, for the audit: by part, what stood there and what stands there now."""
    old = to_form(before) if before is not None else {}
    new = to_form(replace(after))
    parts = {name: [old.get(name), new.get(name)] for name in {**old, **new} if old.get(name) != new.get(name)}
    return json.dumps(parts, ensure_ascii=False, sort_keys=True)
