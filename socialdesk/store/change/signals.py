"""Keeps what can be told of messages that wait, and puts what moves threads in the queue; order follows by itself."""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection

from socialdesk.model.identifiers import ContactId, PersonId, ThreadId
from socialdesk.model.message import Direction, Message
from socialdesk.model.signals import (
    MANY_FOLLOWERS,
    MANY_LIKES,
    RECENTLY_DAYS,
    Lexicon,
    Signals,
    joined_topics,
    lexicon,
    number_of,
    signals_of,
    with_message,
    with_numbers,
)
from socialdesk.model.thread import Kind, Thread
from socialdesk.model.triage import moved_ms
from socialdesk.model.triage_form import written
from socialdesk.model.triage_policy import Signal, TriagePolicy
from socialdesk.store.change.messages import Messages
from socialdesk.store.change.staff import AtWork
from socialdesk.store.change.transaction import Known
from socialdesk.support.clock import optional_ms, to_ms
from socialdesk.support.values import changed

HEARD = "heard_with"
"""The setting that says with which lists and weights every thread was looked at."""
HEARD_TO = "heard_to"
WAITING = "SELECT * FROM thread WHERE waiting_since_at IS NOT NULL AND id > ? ORDER BY id LIMIT ?"
"""The next of the threads in which somebody waits, along their own index."""
_UNANSWERED = (
    "SELECT text, author_handle, (SELECT likes FROM message_likes WHERE message_id = message.id) FROM message"
    " WHERE thread_id = ? AND created_at >= ? AND direction = 'in' AND deleted_at IS NULL"
)
_OF_CONTACTS = (
    "SELECT id, contact_id, created_at, last_in_at, waiting_since_at IS NOT NULL, signals FROM thread"
    " WHERE contact_id IN (SELECT value FROM json_each(?)) AND last_in_at IS NOT NULL"
)
_REACH, _UNSPOKEN = f" {Signal.REACH.value}:", f" {Signal.UNSPOKEN.value}:"
_WINDOW_MS = RECENTLY_DAYS * 86_400_000


class SignalRows(AtWork, Messages):
    """The part of a change about signals."""

    def __init__(self, connection: Connection, known: Known) -> None:
        super().__init__(connection, known)
        self._heard: set[ContactId] = set()
        """Who wrote in this change, or in whose threads it was looked anew."""
        self._lexicon: Lexicon | None = None
        self._ahead: dict[str, Signals] = {}
        """What texts say that are about to be heard."""

    @property
    def triage(self) -> TriagePolicy:
        """What moves threads."""
        return self._known.triage

    @property
    def lists(self) -> Lexicon:
        """The word lists that count."""
        if self._lexicon is None:
            self._lexicon = lexicon(self.triage.complaints, self.triage.topics)
        return self._lexicon

    def put_triage(self, policy: TriagePolicy, by: PersonId | None, at: datetime) -> TriagePolicy:
        """Let other weights and lists count from now on, as the next version; threads follow with `hear`."""
        version = self.triage.version + 1
        self._driver.execute(
            "INSERT INTO triage_policy (version, policy, person_id, made_at) VALUES (?, ?, ?, ?)",
            (version, written(policy), by, to_ms(at)),
        )
        self.flush()
        self._known.triage = changed(policy, version=version)
        self._lexicon = None
        self._ahead.clear()
        self.touch("triage", version)
        return self._known.triage

    def heard_to(self) -> str:
        """How far the threads follow other lists or weights."""
        found = self._first("SELECT value FROM setting WHERE key = :key", key=HEARD_TO)
        return found[0] if found else ""

    def look_ahead(self, texts: Iterable[str]) -> None:
        """Look at the texts of a page, one after the other: done so, it takes half of what it takes else."""
        lists = self.lists
        self._ahead = {text: signals_of(text, lists) for text in texts}

    def heard(self, before: Thread, after: Thread, message: Message, platform: str) -> Thread:
        """The thread with what its new message says, if that waits for an answer.

        `before` is the thread as it was without it.
        """
        if after.contact_id is not None:
            self._heard.add(after.contact_id)
        waits = after.waiting_since
        if waits is None or message.created_at < waits or message.deleted_at is not None:
            return after
        lists = self.lists
        said = self._ahead.get(message.text) or signals_of(message.text, lists)
        begins_anew = before.waiting_since is None or before.waiting_since < waits
        is_contact = _is_contact(message.author_handle, after)
        signals = with_message("" if begins_anew else after.signals, said, is_contact=is_contact)
        topics = joined_topics(() if begins_anew else after.topics, said.topics, lists.topics)
        author = self._contacts.get((platform, message.author_remote_id)) if is_contact else None
        reach = _many(author.followers) if author is not None else number_of(signals, Signal.REACH)
        unspoken = self._is_unspoken(after)
        has_numbers = reach or unspoken or _REACH in signals or _UNSPOKEN in signals
        if has_numbers and (
            reach != number_of(signals, Signal.REACH) or unspoken != number_of(signals, Signal.UNSPOKEN)
        ):
            signals = with_numbers(signals, reach=reach, unspoken=int(unspoken))
        if signals == after.signals and topics == after.topics:
            return after
        # A thread has many fields: it is made anew once, as it will stand.
        moved = moved_ms(after, self.triage, signals, topics)
        return changed(after, signals=signals, topics=topics, moved_ms=moved)

    def began_before(self, thread: Thread) -> None:
        """An answer of ours came in late and is older than all that was known: their other threads count this one."""
        if thread.contact_id is not None:
            self._heard.add(thread.contact_id)

    def hear(self, after: int, most: int) -> int | None:
        """Look anew at the next threads in which somebody waits; gives where to go on, None at the end."""
        self.flush()
        found = self._driver.execute(WAITING, (after, most)).fetchall()
        for row in found:
            thread = self._remember(row)
            self._look_at(thread)
        return found[-1][0] if len(found) == most else None

    def finish(self) -> None:
        self.flush()
        while self._unheard:
            unheard, self._unheard = list(self._unheard), {}
            for id_ in unheard:
                thread = self.thread(id_)
                if thread is not None and thread.waiting_since is not None:
                    self._look_at(thread)
                    self._unheard.pop(id_, None)
        self.flush()
        self._count_elsewhere()
        super().finish()

    def _look_at(self, thread: Thread) -> None:
        after, policy = self._looked_at(thread), self._known.policy
        # What is said may decide what is promised.
        self.put_thread(policy.promised(after) if policy.special and after != thread else after)

    def _looked_at(self, thread: Thread) -> Thread:
        lists = self.lists
        signals = ""
        topics: tuple[str, ...] = ()
        most_liked = 0
        for text, handle, likes in self._driver.execute(_UNANSWERED, (thread.id, optional_ms(thread.waiting_since))):
            said: Signals = signals_of(text, lists)
            signals = with_message(signals, said, is_contact=_is_contact(handle, thread))
            topics = joined_topics(topics, said.topics, lists.topics)
            most_liked = max(most_liked, likes or 0)
        if not signals:
            return changed(thread, signals="", topics=())
        found = self._driver.execute("SELECT followers FROM contact WHERE id = ?", (thread.contact_id,)).fetchone()
        reach = _many(found[0]) if found else 0
        if thread.contact_id is not None:
            self._heard.add(thread.contact_id)
        unspoken = int(self._is_unspoken(thread))
        signals = with_numbers(signals, reach=reach, unspoken=unspoken, likes=most_liked)
        return changed(thread, signals=signals, topics=topics)

    def count_likes(self, message: Message, likes: int | None) -> None:
        """Keep how many people like a message of theirs, from many on; then its thread is looked at anew.

        None where the platform does not say; fewer than many are none.
        """
        if likes is None or message.direction is not Direction.IN:
            return
        many = likes if likes >= MANY_LIKES else 0
        found = self._driver.execute("SELECT likes FROM message_likes WHERE message_id = ?", (message.id,)).fetchone()
        if (found[0] if found else 0) == many:
            return
        self.flush()
        if many:
            self._driver.execute("INSERT OR REPLACE INTO message_likes VALUES (?, ?)", (message.id, many))
        else:
            self._driver.execute("DELETE FROM message_likes WHERE message_id = ?", (message.id,))
        self.hear_again(message.thread_id)

    def _is_unspoken(self, thread: Thread) -> bool:
        """Whether nobody who was there when the contact last wrote speaks their language, as far as all said theirs."""
        at = thread.last_in_at
        if not thread.language or at is None:
            return False
        people = self.team().people
        if not any(one.languages for one in people):
            return False
        there = [one for one in people if one.is_there(at)]
        return bool(there) and all(one.languages and thread.language not in one.languages for one in there)

    def _count_elsewhere(self) -> None:
        """Tell the threads of whoever was heard how many other conversations they began in the days before."""
        heard, self._heard = self._heard, set()
        if not heard:
            return
        of_contact: dict[int, list[tuple[int, int, int, int, str]]] = {}
        for id_, contact, *rest in self._driver.execute(_OF_CONTACTS, (json.dumps(sorted(heard)),)).fetchall():
            of_contact.setdefault(contact, []).append((id_, *rest))
        moved: list[tuple[ThreadId, int]] = []
        for told in of_contact.values():
            if not any(waits and signals for _, _, _, waits, signals in told):
                continue
            began = sorted(one[1] for one in told)
            for id_, created, last_in, waits, signals in told:
                if waits and signals:
                    since = last_in - _WINDOW_MS
                    many = bisect_right(began, last_in) - bisect_left(began, since) - (created >= since)
                    if many != number_of(signals, Signal.ELSEWHERE):
                        moved.append((ThreadId(id_), many))
        self.look_up_among([id_ for id_, _ in moved])
        for id_, many in moved:
            thread = self.thread(id_)
            if thread is not None:
                self.put_thread(changed(thread, signals=with_numbers(thread.signals, elsewhere=many)))


def _many(followers: int | None) -> int:
    return followers if followers is not None and followers >= MANY_FOLLOWERS else 0


def _is_contact(handle: str, thread: Thread) -> bool:
    """Whether a message is by whom the thread is with. Nobody else writes in a conversation, whatever their name."""
    return thread.kind is Kind.DM or not thread.contact_handle or handle == thread.contact_handle
