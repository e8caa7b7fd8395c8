"""Lets a rule do its work on what happened before, a slice at a time, under the very names it would have had then.

So what the rule did already is left out, whoever dies in between. Messages are gone through in the order in which they
were written; what was done to threads from the newest line back, and only where it is still so; what the time brought
about by thread.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Protocol

from socialdesk.model.identifiers import ThreadId
from socialdesk.model.message import Message
from socialdesk.model.rule import OF_CLOCKS, OF_MESSAGES, Rule, Trigger
from socialdesk.model.rule_clock import moments, waited_for
from socialdesk.model.rule_deciding import Ready
from socialdesk.model.rule_facts import Happened
from socialdesk.model.thread import Thread
from socialdesk.store.change import Change
from socialdesk.store.rule_past import NEWEST, became, is_still_so
from socialdesk.store.rule_rows import APPLYING
from socialdesk.support.clock import from_ms, to_ms

SLICE = 200


class Runs(Protocol):
    """Lets some rules do their work at what happened."""

    def __call__(self, change: Change, happened: Iterator[Happened], now: datetime, some: Ready) -> object: ...


def begin(change: Change, rule: Rule, since: datetime) -> None:
    """Put a rule in the line of those that are applied."""
    after = [0, 0] if rule.when.trigger in OF_MESSAGES | OF_CLOCKS else [NEWEST, 0]
    job = {"rule": rule.id, "version": rule.version, "since": to_ms(since), "channel": 0, "after": after}
    jobs = [*json.loads(change.known_setting(APPLYING) or "[]"), job]
    change.set_setting(APPLYING, json.dumps(jobs))


def end(change: Change, rule: str) -> None:
    """Apply a rule no further."""
    jobs: list[dict[str, Any]] = json.loads(change.known_setting(APPLYING) or "[]")
    change.set_setting(APPLYING, json.dumps([one for one in jobs if one["rule"] != rule]))


def go_on(change: Change, now: datetime, run: Runs) -> None:
    """Go on with the first rule that is applied, by one slice."""
    jobs: list[dict[str, Any]] = json.loads(change.known_setting(APPLYING))
    job = jobs[0]
    rule = next((one for one in change.rules() if (one.id, one.version) == (job["rule"], job["version"])), None)
    next_ = None
    if rule is not None:
        ready = Ready([replace(rule, is_on=True, on_from=None)])
        if rule.when.trigger in OF_MESSAGES:
            happened, next_ = _said(change, rule, job)
        elif rule.when.trigger in OF_CLOCKS:
            happened, next_ = _timed(change, rule, job, now)
        else:
            happened, next_ = _done(change, rule, job)
        run(change, happened, now, ready)
    change.set_setting(APPLYING, json.dumps([*([next_] if next_ is not None else []), *jobs[1:]]))


def _said(change: Change, rule: Rule, job: dict[str, Any]) -> tuple[Iterator[Happened], dict[str, Any] | None]:
    """What was written on one channel, and where to go on."""
    channels = sorted(one for one in change.channel_ids() if rule.is_for(one))
    channel = next((one for one in channels if one >= job["channel"]), None)
    if channel is None:
        return iter(()), None
    after = job["after"] if channel == job["channel"] else [0, 0]
    is_deleted = rule.when.trigger is Trigger.DELETED
    some = change.inbound_since(channel, from_ms(job["since"]), (after[0], after[1]), SLICE, deleted=is_deleted)
    next_ = job | {"channel": channel + 1, "after": [0, 0]}
    if len(some) == SLICE:
        next_ = job | {"channel": channel, "after": [to_ms(some[-1].created_at), some[-1].id]}
    return _again(change, rule, some), next_


def _again(change: Change, rule: Rule, some: list[Message]) -> Iterator[Happened]:
    """What messages made happen when they came, under the very same names."""
    trigger = rule.when.trigger
    for message in some:
        thread = change.thread(message.thread_id)
        if thread is None or (trigger is Trigger.EDITED and message.edited_at is None):
            continue
        at = message.created_at
        is_first = trigger in {Trigger.RECEIVED, Trigger.RETURNS}
        name = f"m:{message.id}:{to_ms(at if is_first else message.edited_at or at)}:{trigger.value}"
        silent = 0.0
        if trigger is Trigger.RETURNS:
            heard = change.heard_before(thread, at)
            silent = (at - heard) / timedelta(minutes=1) if heard is not None else 0.0
        yield Happened(trigger, name, at, thread, message, minutes=silent)


def _timed(
    change: Change, rule: Rule, job: dict[str, Any], now: datetime
) -> tuple[Iterator[Happened], dict[str, Any] | None]:
    """What the time alone brought about in some threads, and where to go on."""
    whats = waited_for([replace(rule, is_on=True)])
    some = change.threads_after(job["after"][0], SLICE)
    found = (
        Happened(
            rule.when.trigger,
            f"t:{thread.id}:{what}:{to_ms(at)}",
            at,
            thread,
            values=frozenset({what.partition(":")[2]}),
        )
        for thread in some
        if rule.is_for(thread.channel_id)
        for what, at in moments(thread, change.policy, whats).items()
        if job["since"] <= to_ms(at) and at <= now
    )
    return found, job | {"after": [some[-1].id, 0]} if len(some) == SLICE else None


def _done(change: Change, rule: Rule, job: dict[str, Any]) -> tuple[Iterator[Happened], dict[str, Any] | None]:
    """What was done to threads, and where to go on."""
    lines = change.lines_before(job["after"][0], SLICE)
    people = {name: str(id_) for id_, name in change.team().names.items()}
    is_last = len(lines) < SLICE or lines[-1][2] < job["since"]

    def found() -> Iterator[Happened]:
        for id_, thread_id, at, what, detail in lines:
            values = became(rule.when.trigger, what, detail, people)
            if at < job["since"] or not values:
                continue
            thread: Thread | None = change.thread(ThreadId(thread_id))
            if thread is None or not rule.is_for(thread.channel_id) or not is_still_so(rule.when, thread):
                continue
            when = from_ms(at)
            if not change.has_run_at(rule, thread.id, when):
                yield Happened(rule.when.trigger, f"h:{id_}", when, thread, values=values)

    return found(), None if is_last else job | {"after": [lines[-1][0], 0]}
