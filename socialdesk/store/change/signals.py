"""Keeps what can be told of messages that wait, and puts what moves threads in the queue; order follows by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from socialdesk.model.identifiers import PersonId
from socialdesk.model.message import Message
from socialdesk.model.signals import (
    MANY_FOLLOWERS,
    RECENTLY_DAYS,
    Lexicon,
    Signals,
    joined_topics,
    lexicon,
    signals_of,
    with_message,
    with_numbers,
)
from socialdesk.model.thread import Kind, Thread
from socialdesk.model.triage_form import written
from socialdesk.model.triage_policy import TriagePolicy
from socialdesk.store import rows
from socialdesk.store.change.messages import Messages
from socialdesk.support.clock import optional_ms, to_ms

HEARD = "heard_with"
"""The setting that says with which lists and weights every thread was looked at."""
HEARD_TO = "heard_to"
WAITING = "SELECT * FROM thread WHERE waiting_since_at IS NOT NULL AND id > ? ORDER BY id LIMIT ?"
"""The next of the threads in which somebody waits, along their own index."""
_UNANSWERED = (
    "SELECT text, author_handle FROM message WHERE thread_id = ? AND created_at >= ? AND direction = 'in'"
    " AND deleted_at IS NULL"
)
_ELSEWHERE = (
    "SELECT count(*) FROM thread WHERE contact_id = ? AND last_in_at >= ? AND created_at >= ?"
    " AND (created_at < ? OR (created_at = ? AND id < ?)) AND id != ?"
)
_WINDOW_MS = RECENTLY_DAYS * 86_400_000


class SignalRows(Messages):
    """The part of a change about signals."""

    @property
    def triage(self) -> TriagePolicy:
        """What moves threads."""
        return self._known.triage

    @property
    def lists(self) -> Lexicon:
        """The word lists that count."""
        return lexicon(self.triage.complaints, self.triage.topics)

    def put_triage(self, policy: TriagePolicy, by: PersonId | None, at: datetime) -> TriagePolicy:
        """Let other weights and lists count from now on, as the next version; threads follow with `hear`."""
        version = self.triage.version + 1
        self._driver.execute(
            "INSERT INTO triage_policy (version, policy, person_id, made_at) VALUES (?, ?, ?, ?)",
            (version, written(policy), by, to_ms(at)),
        )
        self.flush()
        self._known.triage = replace(policy, version=version)
        self.touch("triage", version)
        return self._known.triage

    def heard_to(self) -> str:
        """How far the threads follow other lists or weights."""
        found = self._first("SELECT value FROM setting WHERE key = :key", key=HEARD_TO)
        return found[0] if found else ""

    def heard(self, before: Thread, after: Thread, message: Message, platform: str) -> Thread:
        """The thread with what its new message says, if that waits for an answer.

        `before` is the thread as it was without it.
        """
        waits = after.waiting_since
        if waits is None or message.created_at < waits or message.deleted_at is not None:
            return after
        said = signals_of(message.text, self.lists)
        begins_anew = before.waiting_since is None or before.waiting_since < waits
        is_contact = _is_contact(message.author_handle, after)
        signals = with_message("" if begins_anew else after.signals, said, is_contact=is_contact)
        topics = joined_topics(() if begins_anew else after.topics, said.topics, self.lists.topics)
        author = self._contacts.get((platform, message.author_remote_id)) if is_contact else None
        if author is not None:
            signals = with_numbers(signals, reach=_many(author.followers))
        return replace(after, signals=with_numbers(signals, elsewhere=self._elsewhere(after)), topics=topics)

    def hear(self, after: int, most: int) -> int | None:
        """Look anew at the next threads in which somebody waits; gives where to go on, None at the end."""
        self.flush()
        found = self._driver.execute(WAITING, (after, most)).fetchall()
        for row in found:
            thread = self._remember(rows.to_thread(row))
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
        super().finish()

    def _look_at(self, thread: Thread) -> None:
        after, policy = self._looked_at(thread), self._known.policy
        # What is said may decide what is promised.
        self.put_thread(policy.promised(after) if policy.special and after != thread else after)

    def _looked_at(self, thread: Thread) -> Thread:
        lists = self.lists
        signals, topics = "", ()
        for text, handle in self._driver.execute(_UNANSWERED, (thread.id, optional_ms(thread.waiting_since))):
            said: Signals = signals_of(text, lists)
            signals = with_message(signals, said, is_contact=_is_contact(handle, thread))
            topics = joined_topics(topics, said.topics, lists.topics)
        found = self._driver.execute("SELECT followers FROM contact WHERE id = ?", (thread.contact_id,)).fetchone()
        reach = _many(found[0]) if found else 0
        signals = with_numbers(signals, reach=reach, elsewhere=self._elsewhere(thread))
        return replace(thread, signals=signals, topics=topics)

    def _elsewhere(self, thread: Thread) -> int:
        """How many other conversations the contact began in the days before they last wrote here."""
        if thread.contact_id is None or thread.last_in_at is None:
            return 0
        till = to_ms(thread.last_in_at)
        since = till - _WINDOW_MS
        known = self._driver.execute(
            _ELSEWHERE, (thread.contact_id, since, since, till, till, thread.id, thread.id)
        ).fetchone()[0]
        # Those of the same page are not in the file yet.
        return known + sum(
            one.contact_id == thread.contact_id
            and one.id != thread.id
            and (since, 0) <= (to_ms(one.created_at), one.id) < (till, thread.id)
            for one in (self._threads[id_] for id_, before in self._before.items() if before is None)
        )


def _many(followers: int | None) -> int:
    return followers if followers is not None and followers >= MANY_FOLLOWERS else 0


def _is_contact(handle: str, thread: Thread) -> bool:
    """Whether a message is by whom the thread is with. Nobody else writes in a conversation, whatever their name."""
    return thread.kind is Kind.DM or not thread.contact_handle or handle == thread.contact_handle
