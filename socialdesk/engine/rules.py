"""Lets rules do their work where things happen, in the same transaction: in order, once for each version and event.

Everything goes by the time at which something happened, not by the time at which it became known. What a rule does may
make other rules do theirs, a few one behind the other at most; that a rule is slow or fails stops nothing but the rule.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from socialdesk.engine import rule_applying
from socialdesk.engine.rule_deeds import Doing, do_one
from socialdesk.model.command import Given
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.message import Direction, Message
from socialdesk.model.rule import Deed, Rule, Trigger
from socialdesk.model.rule_clock import trigger_of, waited_for
from socialdesk.model.rule_deciding import BUDGET_MS, Decided, Ready
from socialdesk.model.rule_facts import Beyond, Facts, Happened
from socialdesk.model.rule_follow import DEEPEST, follow_ups
from socialdesk.model.thread import Thread
from socialdesk.store.cache import Cache
from socialdesk.store.change import Change
from socialdesk.store.rule_rows import APPLYING, Did, Run, written
from socialdesk.store.rules import rules
from socialdesk.support.clock import Clock, from_ms, to_ms
from socialdesk.support.failpoints import reach
from socialdesk.support.values import changed

log = logging.getLogger(__name__)
SLICE = 200
BETWEEN_SLICES = timedelta(milliseconds=40)
TIMED, TIMED_TO = "rule_timers", "rule_timers_to"
NEXT_TIMER = "SELECT min(at) FROM rule_timer"
_LONGEST_EVENT = 200
_QUIET_LINE = frozenset({Deed.CALL.value, Deed.NOTIFY.value})
"""What the conversation need not tell: a note says so itself, or nobody in the team would notice."""


class Rules:
    """The rules of one cache at their work."""

    def __init__(self, cache: Cache, clock: Clock) -> None:
        self._cache = cache
        self._clock = clock
        self._ready: Ready | None = None
        self._timers: str | None = None
        self.next: datetime | None = None
        """When there is more to do; None when nothing waits for the time alone."""

    def refresh(self) -> None:
        """Read the list anew when it is next asked: somebody changed it."""
        self._ready = None
        self._timers = None

    def wait_for(self, trigger: Trigger) -> bool:
        """Whether any rule waits for such a thing; then it is worth to say what happened."""
        return self._get_ready(None).may_wait_for(trigger)

    def of_message(
        self, change: Change, trigger: Trigger, thread: Thread, message: Message, *, before: Thread | None
    ) -> Iterator[Happened]:
        """What a message makes happen: itself, and that somebody is back who was silent. `before` is how it stood."""
        if message.direction is not Direction.IN:
            return
        ready = self._get_ready(change)
        counts = trigger is Trigger.RECEIVED and ready.may_wait_for(Trigger.VOLUME)
        returns = trigger is Trigger.RECEIVED and before is not None and ready.may_wait_for(Trigger.RETURNS)
        if not (counts or returns or ready.may_wait_for(trigger)):
            return
        name = f"m:{message.id}:{to_ms(message.edited_at or message.created_at)}"
        if counts or ready.may_wait_for(trigger):
            yield Happened(trigger, f"{name}:{trigger.value}", message.created_at, thread, message)
        if not returns or before is None:
            return
        heard = [at for at in (before.last_in_at, change.last_heard(thread.contact_id, thread.id)) if at is not None]
        if heard and max(heard) < message.created_at:
            silent = (message.created_at - max(heard)) / timedelta(minutes=1)
            yield Happened(Trigger.RETURNS, f"{name}:returns", message.created_at, thread, message, minutes=silent)

    def of_command(self, change: Change, given: Given, before: Thread, after: Thread, now: datetime) -> None:
        """Let rules do their work at what a person did to a thread."""
        if before.status is after.status and before.assignee_id == after.assignee_id and before.tags == after.tags:
            return
        ready = self._get_ready(change)
        named = Happened(Trigger.STATUS, f"c:{given.id}", given.at, after)
        self.run(change, [one for one in follow_ups(named, before, after) if ready.may_wait_for(one.trigger)], now)

    def volumes(self, change: Change, received: Sequence[Happened]) -> Iterator[Happened]:
        """That much came in on a channel, for the messages of a page that are all stored by now."""
        ready = self._get_ready(change)
        wanted = {(rule.when.many, rule.when.minutes) for rule in ready.rules(Trigger.VOLUME)}
        for one in received if wanted else ():
            channel = one.thread.channel_id
            reached = frozenset(
                f"{many}/{minutes}"
                for many, minutes in wanted
                if change.came_in(channel, one.at - timedelta(minutes=minutes), one.at, many) >= many
            )
            if reached:
                event = f"{_volume(channel)}{to_ms(one.at):015d}"
                yield Happened(Trigger.VOLUME, event, one.at, one.thread, one.message, reached)

    def step(self, now: datetime) -> None:
        """Let happen what the time has brought, and go on with what was begun; `next` says when there is more."""
        self.next = None
        if (self._cache.setting(TIMED) or "") != self._timed():
            with self._cache.change() as change:
                is_more = self._time_all(change, now)
            if is_more:
                self.next = now + BETWEEN_SLICES
        if self._cache.setting(APPLYING) not in (None, "", "[]"):
            with self._cache.change(durable=True) as change:
                rule_applying.go_on(change, now, self.run)
                reach("rules.before_commit")
            self.next = now + BETWEEN_SLICES
        due = self._cache.ask(NEXT_TIMER)[0][0]
        if due is not None and from_ms(due) <= now:
            with self._cache.change() as change:
                for at, thread_id, what in change.timers_due(now, SLICE):
                    self._happen(change, at, thread_id, what, now)
                reach("rules.before_commit")
            due = self._cache.ask(NEXT_TIMER)[0][0]
        if due is not None:
            self.next = min(self.next or from_ms(due), from_ms(due))

    def finish(self, now: datetime) -> None:
        """Do all slices of what is to be done by now."""
        self.step(now)
        while self.next is not None and self.next <= now + BETWEEN_SLICES:
            self.step(now)

    def _happen(self, change: Change, at: datetime, thread_id: ThreadId, what: str, now: datetime) -> None:
        change.drop_timer(thread_id, what)
        thread = change.thread(thread_id)
        if thread is not None:
            event = f"t:{thread.id}:{what}:{to_ms(at)}"
            values = frozenset({what.partition(":")[2]})
            self.run(change, [Happened(trigger_of(what), event, at, thread, values=values)], now)

    def _timed(self) -> str:
        if self._timers is None:
            self._timers = " ".join(sorted(waited_for(rules(self._cache))))
        return self._timers

    def _time_all(self, change: Change, now: datetime) -> bool:
        """Set the timers of some more threads that were there before a rule waited for them; whether there are more.

        What has happened by now happened before anybody asked; it is left alone.
        """
        wanted = self._timed()
        reached, _, begun = change.known_setting(TIMED_TO).partition("|")
        after = int(reached) if begun == wanted and reached.isdecimal() else 0
        last = change.time_threads(after, SLICE, now)
        if last is not None:
            change.set_setting(TIMED_TO, f"{last}|{wanted}")
            return True
        change.set_setting(TIMED_TO, "")
        change.set_setting(TIMED, wanted)
        return False

    def run(self, change: Change, happened: Iterable[Happened], now: datetime, some: Ready | None = None) -> int:
        """Let every rule do its work that waits for one of these, or only `some`; gives how often one did."""
        waiting = deque(happened)
        ready = some or self._get_ready(change)
        done = 0
        while waiting:
            one = waiting.popleft()
            thread = change.thread(one.thread.id)
            if thread is None or not ready.may_wait_for(one.trigger):
                continue
            facts = Facts(one, change.me, self._beyond(change, one), thread)
            for decided in self._decided(change, ready, facts, now):
                if not self._is_new(change, decided.rule, one):
                    continue
                before = facts.thread
                after = self._do(change, decided, one, before, now)
                done += 1
                facts.thread = after
                begin = _name(f"{one.event}>{decided.rule.id}.{decided.rule.version}")
                next_ = changed(one, event=begin, depth=one.depth + 1)
                waiting.extend(
                    follow for follow in follow_ups(next_, before, after) if ready.may_wait_for(follow.trigger)
                )
        return done

    def _decided(self, change: Change, ready: Ready, facts: Facts, now: datetime) -> Iterator[Decided]:
        yield from ready.decide(facts, facts.happened.at)
        if not ready.slow:
            return
        for id_, took in ready.slow.items():
            self._switch_off(
                change, id_, now, f"It took {took:.0f} ms with one message; {BUDGET_MS:.0f} ms are allowed."
            )
        self.refresh()
        ready.slow.clear()

    def _do(self, change: Change, decided: Decided, happened: Happened, thread: Thread, now: datetime) -> Thread:
        rule = decided.rule
        run = Run(
            change.new_run_id(), rule.id, rule.version, happened.event, thread.id, happened.at, now, decided.reasons, ()
        )
        doing = Doing(change, rule, run, happened, now, change.policy.hours.is_open)
        did: list[Did] = []
        if happened.depth >= DEEPEST:
            log.warning("rules bring each other about too often; rule %s did nothing", rule.id)
            did.append(Did("", skipped="deep"))
        else:
            for do in rule.in_order():
                thread, one = do_one(doing, do, thread)
                if one is not None:
                    did.append(one)
        told = [[one.deed, one.value] for one in did if not one.skipped and one.deed not in _QUIET_LINE]
        line = written({"rule": rule.id, "name": rule.name, "run": run.id, "did": told}) if told else ""
        change.put_run(changed(run, did=tuple(did)), written(decided.reasons), line)
        return thread

    def _is_new(self, change: Change, rule: Rule, happened: Happened) -> bool:
        if happened.trigger is Trigger.VOLUME:
            last = change.last_run(rule, _volume(happened.thread.channel_id)).rpartition(":")[2]
            if last and to_ms(happened.at) - int(last) < rule.when.minutes * 60_000:
                return False
        return not change.has_run(rule, happened.event)

    def _beyond(self, change: Change, happened: Happened) -> Beyond:
        message, thread = happened.message, happened.thread
        return Beyond(
            followers=lambda: change.followers_of(thread.contact_id),
            is_first=lambda: message is not None and change.is_first_of(message, thread.contact_id, thread.id),
            is_open=change.policy.hours.is_open,
            post=lambda: change.post_words(thread.post_id),
            joined=lambda: change.joined_to(thread.contact_id),
        )

    def _switch_off(self, change: Change, id_: str, now: datetime, because: str) -> None:
        rule = change.rule(id_)
        if rule is not None and rule.is_on:
            log.warning("rule %s is switched off: %s", id_, because)
            change.put_rule(replace(rule, is_on=False, off_because=because), None, now)
            change.log_event(now, None, "rule switched off", rule.name, because)

    def _get_ready(self, change: Change | None) -> Ready:
        if self._ready is None:
            listed = change.rules() if change is not None else rules(self._cache)
            self._ready = Ready([rule for rule in listed if rule.is_on], self._clock.monotonic_ms)
        return self._ready


def _volume(channel: int) -> str:
    return f"v:{channel}:"


def _name(event: str) -> str:
    """The name of an event, cut where it grew long; what it is cut to is its own again."""
    if len(event) <= _LONGEST_EVENT:
        return event
    from hashlib import sha256

    return f"h:{sha256(event.encode()).hexdigest()}"
