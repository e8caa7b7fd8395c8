"""Tries a rule on what happened in the last days, a slice at a time, and changes nothing.

Threads are asked about as they stand now: what a rule does to a thread it also finds there when it is tried again. What
the time alone would have brought about is known only of threads that still wait; answers that were late are not.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import islice

from socialdesk.model.identifiers import MessageId, PersonId, ThreadId
from socialdesk.model.message import Message
from socialdesk.model.rule import OF_CLOCKS, OF_MESSAGES, Rule, Trial, Trigger
from socialdesk.model.rule_clock import moments, waited_for
from socialdesk.model.rule_deciding import Ready, Reason
from socialdesk.model.rule_facts import Beyond, Facts, Happened
from socialdesk.model.text import first_line
from socialdesk.model.thread import Status, Thread
from socialdesk.store import rows
from socialdesk.store.cache import Cache
from socialdesk.support.clock import from_ms, to_ms
from socialdesk.support.values import value_class

MOST_SHOWN = 500
SLICE = 300
_PAGE = 200
SAID = (
    "SELECT * FROM message WHERE channel_id = ? AND created_at >= ? AND (created_at, id) < (?, ?) AND direction = 'in'"
    " ORDER BY created_at DESC, id DESC LIMIT ?"
)
DONE = "SELECT id, thread_id, happened_at, what, detail FROM happening WHERE id < ? ORDER BY id DESC LIMIT ?"
HEARD = (
    "SELECT max(m.created_at) FROM thread t JOIN message m ON m.thread_id = t.id"
    " WHERE (t.contact_id = ? OR t.id = ?) AND m.direction = 'in' AND m.created_at < ?"
)
_END = 1 << 62
_BECAME = {"done": Status.DONE, "reopened": Status.OPEN, "snoozed": Status.SNOOZED, "muted": Status.MUTED}


@value_class(frozen=True, slots=True)
class Hit:
    """Something to which a rule would have done its work, and why."""

    thread: Thread
    at: datetime
    reasons: tuple[Reason, ...]
    message: MessageId | None = None
    words: str = ""
    """The first line of the message, as a stranger wrote it."""


class Trying:
    """A rule that is being tried. Whoever asks calls `step` until it says no, or stops: nothing is left behind."""

    def __init__(self, cache: Cache, rule: Rule, now: datetime, days: int) -> None:
        self.rule = rule
        self.days = days
        self.looked = 0
        self.touched = 0
        self._cache = cache
        self._now = now
        self._since = now - timedelta(days=days)
        self._ready = Ready([rule])
        self._policy = cache.reply_policy()
        self._me = next((one.id for one in cache.people() if one.is_me), PersonId(0))
        self._hits: list[Hit] = []
        self._things = self._happened()

    def step(self, most: int = SLICE) -> bool:
        """Look at some more; whether there is more."""
        at_all = 0
        for one in islice(self._things, most):
            at_all += 1
            if one is None:
                continue
            self.looked += 1
            for decided in self._ready.decide(self._facts(one)):
                self.touched += 1
                words = first_line(one.message.text) if one.message is not None else ""
                number = one.message.id if one.message is not None else None
                self._hits.append(Hit(one.thread, one.at, decided.reasons, number, words))
        if len(self._hits) > 2 * MOST_SHOWN:
            self._hits = list(self.hits)
        return at_all == most

    @property
    def hits(self) -> Sequence[Hit]:
        """What it would have touched, the newest first, `MOST_SHOWN` at most."""
        return sorted(self._hits, key=lambda one: (one.at, one.thread.id), reverse=True)[:MOST_SHOWN]

    def trial(self) -> Trial:
        """The outcome, once there is nothing more to look at."""
        return Trial(self.rule.version, self.days, self.looked, self.touched, self._now)

    def _facts(self, one: Happened) -> Facts:
        message, thread = one.message, one.thread
        beyond = Beyond(
            followers=lambda: self._followers(thread),
            is_first=lambda: message is not None and self._heard(thread, message) is None,
            is_open=self._policy.hours.is_open,
        )
        return Facts(one, self._me, beyond)

    def _happened(self) -> Iterator[Happened | None]:
        """All that happened of the kind the rule waits for; None for what was looked at in passing."""
        trigger = self.rule.when.trigger
        if trigger in OF_MESSAGES:
            return self._said()
        return self._timed() if trigger in OF_CLOCKS else self._done()

    def _channels(self) -> list[int]:
        return [one.id for one in self._cache.channels() if self.rule.is_for(one.id)]

    def _said(self) -> Iterator[Happened | None]:
        when = self.rule.when
        for channel in self._channels():
            if when.trigger is Trigger.VOLUME:
                yield from self._waves(channel)
                continue
            for message, thread in self._messages(channel):
                name = f"m:{message.id}"
                match when.trigger:
                    case Trigger.EDITED if message.edited_at is None:
                        yield None
                    case Trigger.DELETED if message.deleted_at is None:
                        yield None
                    case Trigger.RETURNS:
                        heard = self._heard(thread, message)
                        silent = (message.created_at - heard) / timedelta(minutes=1) if heard is not None else 0.0
                        yield Happened(when.trigger, name, message.created_at, thread, message, minutes=silent)
                    case _:
                        yield Happened(when.trigger, name, message.created_at, thread, message)

    def _waves(self, channel: int) -> Iterator[Happened | None]:
        """The messages with which as many had come as the rule asks for."""
        when = self.rule.when
        span = timedelta(minutes=when.minutes)
        times: list[tuple[datetime, MessageId, ThreadId]] = []
        for message, thread in self._messages(channel):
            times.append((message.created_at, message.id, thread.id))
            yield None
        window: deque[datetime] = deque()
        last: datetime | None = None
        for at, id_, thread_id in reversed(times):
            window.append(at)
            while window[0] <= at - span:
                window.popleft()
            if len(window) < when.many or (last is not None and at - last < span):
                continue
            last = at
            row = self._cache.ask("SELECT * FROM message WHERE id = ?", (id_,))
            thread = self._cache.thread(thread_id)
            if row and thread is not None:
                values = frozenset({f"{when.many}/{when.minutes}"})
                yield Happened(when.trigger, f"v:{channel}:{id_}", at, thread, rows.to_message(row[0]), values)

    def _messages(self, channel: int) -> Iterator[tuple[Message, Thread]]:
        at, id_ = _END, _END
        while True:
            found = self._cache.ask(SAID, (channel, to_ms(self._since), at, id_, _PAGE))
            said = [rows.to_message(row) for row in found]
            threads = {one.id: one for one in self._cache.threads([one.thread_id for one in said])}
            for message in said:
                thread = threads.get(message.thread_id)
                if thread is not None:
                    yield message, thread
            if len(said) < _PAGE:
                return
            at, id_ = to_ms(said[-1].created_at), said[-1].id

    def _timed(self) -> Iterator[Happened | None]:
        """Threads to which the time alone has done what the rule waits for."""
        when = self.rule.when
        whats = waited_for([_switched_on(self.rule)])
        after = 0
        while True:
            found = self._cache.ask("SELECT * FROM thread WHERE id > ? ORDER BY id LIMIT ?", (after, _PAGE))
            for thread in map(rows.to_thread, found):
                for what, at in moments(thread, self._policy, whats).items():
                    if self._since <= at <= self._now and self.rule.is_for(thread.channel_id):
                        values = frozenset({what.partition(":")[2]})
                        yield Happened(when.trigger, f"t:{thread.id}", at, thread, values=values)
                yield None
            if len(found) < _PAGE:
                return
            after = found[-1][0]

    def _done(self) -> Iterator[Happened | None]:
        """What people did to threads, by the lines that conversations tell of it."""
        when = self.rule.when
        people = {one.name: str(one.id) for one in self._cache.people()}
        before = _END
        while True:
            found = self._cache.ask(DONE, (before, _PAGE))
            threads = {one.id: one for one in self._cache.threads([ThreadId(row[1]) for row in found])}
            for _, thread_id, at, what, detail in found:
                thread = threads.get(ThreadId(thread_id))
                value = _became(when.trigger, what, detail, people)
                is_old = from_ms(at) < self._since
                if thread is None or value is None or is_old or not self.rule.is_for(thread.channel_id):
                    yield None
                    continue
                yield Happened(when.trigger, f"h:{thread_id}:{at}", from_ms(at), thread, values=frozenset({value}))
            if len(found) < _PAGE or from_ms(found[-1][2]) < self._since:
                return
            before = found[-1][0]

    def _heard(self, thread: Thread, message: Message) -> datetime | None:
        values = (thread.contact_id, thread.id, to_ms(message.created_at))
        found = self._cache.ask(HEARD, values)[0][0]
        return from_ms(found) if found is not None else None

    def _followers(self, thread: Thread) -> int | None:
        contact = self._cache.contact(thread.contact_id) if thread.contact_id is not None else None
        return contact.followers if contact is not None else None


def _became(trigger: Trigger, what: str, detail: str, people: dict[str, str]) -> str | None:
    match trigger, what:
        case Trigger.STATUS, _ if what in _BECAME:
            return _BECAME[what].value
        case Trigger.ASSIGNED, "unassigned":
            return "nobody"
        case Trigger.ASSIGNED, "assigned":
            return people.get(detail)
        case Trigger.TAGGED, "tagged":
            return detail
        case _:
            return None


def _switched_on(rule: Rule) -> Rule:
    return replace(rule, is_on=True)
