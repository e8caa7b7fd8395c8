"""Tries a rule on what happened in the last days, a slice at a time, and changes nothing.

What happened is played through all rules that are on, in their order, with this one among them, as the engine does it:
one that stands before it may stop there, rules may bring each other about, and what may be acknowledged is decided by
the very same function with the same limits. `Outcome` says what came of it, and what cannot be known.

Threads are asked about as they stand now: what a rule does to a thread it also finds there when it is tried again.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import islice

from socialdesk.model.condition import OF_THREADS, Field, leaves
from socialdesk.model.identifiers import MessageId, PersonId, ThreadId
from socialdesk.model.message import Message
from socialdesk.model.rule import OF_CLOCKS, OF_MESSAGES, Deed, Rule, Trial, Trigger
from socialdesk.model.rule_answer import Known, day_of, why_not
from socialdesk.model.rule_clock import moments, waited_for
from socialdesk.model.rule_deciding import Ready, Reason
from socialdesk.model.rule_facts import Beyond, Facts, Happened
from socialdesk.model.rule_follow import Worked, played
from socialdesk.model.text import first_line
from socialdesk.model.thread import Thread
from socialdesk.store import rows
from socialdesk.store.cache import Cache
from socialdesk.store.rule_past import DONE, became
from socialdesk.store.rule_rows import JOINED, SUSPENDED, care_of
from socialdesk.store.rules import rules
from socialdesk.support.clock import from_ms, to_ms
from socialdesk.support.values import value_class

MOST_SHOWN = 500
SLICE = 300
_PAGE = 200
SAID = (
    "SELECT * FROM message WHERE channel_id = ? AND created_at >= ? AND (created_at, id) < (?, ?) AND direction = 'in'"
    " ORDER BY created_at DESC, id DESC LIMIT ?"
)
HEARD = (
    "SELECT max(m.created_at) FROM thread t JOIN message m ON m.thread_id = t.id"
    " WHERE (t.contact_id = ? OR t.id = ?) AND m.direction = 'in' AND m.created_at < ?"
)
_END = 1 << 62


@value_class(frozen=True, slots=True)
class Hit:
    """Something to which a rule would have done its work, and why."""

    thread: Thread
    at: datetime
    reasons: tuple[Reason, ...]
    message: MessageId | None = None
    words: str = ""
    """The first line of the message, as a stranger wrote it."""


class Unknown(StrEnum):
    """What trying a rule cannot tell."""

    THREADS_NOW = "threads_now"
    """How a thread stood then: it is asked about as it stands now."""
    LAST_EDIT = "last_edit"
    """Messages that were changed more than once: only the last time is known."""
    ANSWERED_SINCE = "answered_since"
    """Answers that were late, or nearly: what has been answered by now waits no more."""
    SILENCES = "silences"
    """Silences that ended: only those that go on are known."""
    HOURS_NOW = "hours_now"
    """The opening hours of then: those of now count."""


@value_class(frozen=True, slots=True)
class Outcome:
    """What would have come of it beside what it touched. `acknowledged` are (why not, how many); "" is sent."""

    stopped: int = 0
    """How often it would have fitted, had no rule before it stopped there."""
    again: int = 0
    """How often rules would have brought it about again, behind what happened."""
    deep: int = 0
    """How often that would have been left out, since too many brought each other about."""
    acknowledged: tuple[tuple[str, int], ...] = ()
    pause: timedelta = timedelta()
    """How long it waits once it is switched on; none where it begins at once."""
    asks_second: bool = False
    """Whether a second person is asked instead."""
    unknown: tuple[Unknown, ...] = ()


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
        among = _among(rules(cache), rule)
        self._ready = Ready(among)
        before = among[: next(at for at, one in enumerate(among) if one.id == rule.id)]
        self._may_be_stopped = any(one.stops for one in before)
        self._alone = Ready([rule])
        self._policy = cache.reply_policy()
        self._me = next((one.id for one in cache.people() if one.is_me), PersonId(0))
        self._hits: list[Hit] = []
        self._stopped = self._again = self._deep = 0
        self._answers: list[Worked] = []
        self._things = self._happened()

    def step(self, most: int = SLICE) -> bool:
        """Look at some more; whether there is more."""
        at_all = 0
        for one in islice(self._things, most):
            at_all += 1
            if one is not None:
                self.looked += 1
                self._play(one)
        if len(self._hits) > 2 * MOST_SHOWN:
            self._hits = list(self.hits)
        return at_all == most

    def _play(self, one: Happened) -> None:
        is_hit = False
        for worked in played(self._ready, one, self._facts):
            is_this = worked.rule.id == self.rule.id
            if Deed.ACKNOWLEDGE in worked.rule.deeds and not worked.is_too_deep:
                self._answers.append(worked)
            if not is_this:
                continue
            if worked.happened.depth:
                self._again += 1
                self._deep += worked.is_too_deep
                continue
            is_hit = True
            self.touched += 1
            words = first_line(one.message.text) if one.message is not None else ""
            number = one.message.id if one.message is not None else None
            self._hits.append(Hit(one.thread, one.at, worked.reasons, number, words))
        if not is_hit and self._may_be_stopped:
            # Whether it was a rule before it that ended the list, or the rule itself does not fit.
            self._stopped += next(self._alone.decide(self._facts(one, one.thread)), None) is not None

    def outcome(self) -> Outcome:
        """What else would have come of it, once there is nothing more to look at."""
        care = care_of(self._cache.setting, len(self._cache.people()))
        waits = replace(self.rule, trial=self.trial()).needs_a_pause
        return Outcome(
            self._stopped,
            self._again,
            self._deep,
            self._acknowledged(),
            care.pause if waits and not care.asks_second else timedelta(),
            waits and care.asks_second,
            _unknown(self.rule),
        )

    def _acknowledged(self) -> tuple[tuple[str, int], ...]:
        """What this rule would have acknowledged, and what not and why, in the order in which it came."""
        if Deed.ACKNOWLEDGE not in self.rule.deeds:
            return ()
        done: set[tuple[ThreadId, str]] = set()
        sent: deque[datetime] = deque()
        is_suspended = bool(self._cache.setting(SUSPENDED))

        def lately(since: datetime) -> int:
            while sent and sent[0] < since:
                sent.popleft()
            return len(sent)

        known = Known(self._policy.hours.is_open, lambda: is_suspended, lambda one, day: (one.id, day) in done, lately)
        found: Counter[str] = Counter()
        for worked in sorted(self._answers, key=lambda one: one.happened.at):
            happened = worked.happened
            # Nobody had answered yet when it came.
            thread = replace(happened.thread, last_out_at=None)
            why = why_not(worked.rule, happened, thread, happened.at, known)
            if not why:
                done.add((thread.id, day_of(happened)))
                sent.append(happened.at)
            if worked.rule.id == self.rule.id:
                found[why] += 1
        return tuple(sorted(found.items()))

    @property
    def hits(self) -> Sequence[Hit]:
        """What it would have touched, the newest first, `MOST_SHOWN` at most."""
        return sorted(self._hits, key=lambda one: (one.at, one.thread.id), reverse=True)[:MOST_SHOWN]

    def trial(self) -> Trial:
        """The outcome, once there is nothing more to look at."""
        return Trial(self.rule.version, self.days, self.looked, self.touched, self._now)

    def _facts(self, one: Happened, thread: Thread) -> Facts:
        message = one.message
        beyond = Beyond(
            followers=lambda: self._followers(thread),
            is_first=lambda: message is not None and self._heard(thread, message) is None,
            is_open=self._policy.hours.is_open,
            post=lambda: self._post(thread),
            joined=lambda: [row[0] for row in self._cache.ask(JOINED, (thread.contact_id,))],
        )
        return Facts(one, self._me, beyond, thread)

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
        whats = waited_for([replace(self.rule, is_on=True)])
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
        """What people and rules did to threads, by the lines that conversations tell of it."""
        when = self.rule.when
        people = {one.name: str(one.id) for one in self._cache.people()}
        before = _END
        while True:
            found = self._cache.ask(DONE, (before, _PAGE))
            threads = {one.id: one for one in self._cache.threads([ThreadId(row[1]) for row in found])}
            for id_, thread_id, at, what, detail in found:
                thread = threads.get(ThreadId(thread_id))
                values = became(when.trigger, what, detail, people)
                is_old = from_ms(at) < self._since
                if thread is None or not values or is_old or not self.rule.is_for(thread.channel_id):
                    yield None
                    continue
                yield Happened(when.trigger, f"h:{id_}", from_ms(at), thread, values=values)
            if len(found) < _PAGE or from_ms(found[-1][2]) < self._since:
                return
            before = found[-1][0]

    def _heard(self, thread: Thread, message: Message) -> datetime | None:
        values = (thread.contact_id, thread.id, to_ms(message.created_at))
        found = self._cache.ask(HEARD, values)[0][0]
        return from_ms(found) if found is not None else None

    def _post(self, thread: Thread) -> str:
        post = self._cache.post(thread.post_id) if thread.post_id is not None else None
        return f"{post.title}\n{post.text}" if post is not None else ""

    def _followers(self, thread: Thread) -> int | None:
        contact = self._cache.contact(thread.contact_id) if thread.contact_id is not None else None
        return contact.followers if contact is not None else None


def _among(there: Sequence[Rule], rule: Rule) -> list[Rule]:
    """The rules that are on with one among them as if it were, where it stands; a new one comes last."""
    this = replace(rule, is_on=True, on_from=None)
    is_there = any(one.id == rule.id for one in there)
    found = [
        this if one.id == rule.id else replace(one, on_from=None) for one in there if one.is_on or one.id == rule.id
    ]
    return found if is_there else [*found, this]


def _unknown(rule: Rule) -> tuple[Unknown, ...]:
    """What trying such a rule cannot tell."""
    fields = {one.field for one in leaves(rule.where)}
    found: list[Unknown] = []
    if fields & (OF_THREADS | {Field.STATUS}):
        found.append(Unknown.THREADS_NOW)
    if rule.when.trigger is Trigger.EDITED:
        found.append(Unknown.LAST_EDIT)
    if rule.when.trigger in {Trigger.LATE, Trigger.RUNNING_OUT}:
        found.append(Unknown.ANSWERED_SINCE)
    if rule.when.trigger is Trigger.IDLE:
        found.append(Unknown.SILENCES)
    if Field.OUTSIDE_HOURS in fields or Deed.ACKNOWLEDGE in rule.deeds:
        found.append(Unknown.HOURS_NOW)
    return tuple(found)
