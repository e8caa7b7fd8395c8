"""Plays a log of what happened to threads and people again: gives who was given what, when, and why.

Only what happened counts, and when. How often anybody looked in between changes nothing: who comes to work or is back
is there from their own moment on, and what waits goes out at that moment.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from socialdesk.model.identifiers import ContactId, PersonId, ThreadId
from socialdesk.model.routing import Decision, State, counts_for, drained, may_route, weight
from socialdesk.model.shift import SEEN_AHEAD, Staff, next_change
from socialdesk.model.thread import Thread
from socialdesk.model.triage import order_key
from socialdesk.support.values import value_class


@value_class(frozen=True, slots=True)
class Happened:
    """Something that happened: how a thread is since then, how the people work since then, or nothing but a look."""

    at: datetime
    thread: Thread | None = None
    people: tuple[Staff, ...] | None = None


@value_class(frozen=True, slots=True)
class Given:
    """A thread that somebody was given."""

    at: datetime
    thread: ThreadId
    decision: Decision


class Replay:
    """The state of a team as its log is played."""

    def __init__(self, state: State, at: datetime) -> None:
        self.state = state
        self.at = at
        self.threads: dict[ThreadId, Thread] = {}
        self._waiting: dict[ThreadId, Thread] = {}
        self._knew: dict[ContactId, PersonId] = {}
        self._changes = next_change(state.people, at)

    def play(self, happened: Happened) -> list[Given]:
        """Play what happened next; gives what went to whom since the last time."""
        found = self.until(happened.at)
        if happened.people is not None:
            self.state = replace(self.state, people=happened.people)
            self._changes = next_change(happened.people, self.at)
        if happened.thread is not None:
            self._put(happened.thread)
        if happened.people is not None or happened.thread is not None:
            found += self._drain()
        return found

    def until(self, at: datetime) -> list[Given]:
        """Let the time go on to a moment."""
        found: list[Given] = []
        while self.at < at:
            if self._changes is not None and self._changes > at:
                self.at = at
                break
            # Coming and going is known for some days ahead; from there on it is looked for anew.
            is_change = self._changes is not None
            self.at = self._changes or min(at, self.at + SEEN_AHEAD)
            if is_change:
                found += self._drain()
            self._changes = next_change(self.state.people, self.at)
        return found

    def waiting(self) -> list[Thread]:
        """What nobody could be given, in the order in which it goes out."""
        return sorted(self._waiting.values(), key=order_key)

    def _put(self, thread: Thread) -> None:
        before = self.threads.get(thread.id)
        self.threads[thread.id] = thread
        loads = dict(self.state.loads)
        for one, by in ((before, -1), (thread, 1)):
            person = None if one is None else counts_for(one)
            if one is not None and person is not None:
                loads[person] = loads.get(person, 0) + by * weight(one)
        self.state = replace(self.state, loads=loads)
        if thread.assignee_id is not None and thread.contact_id is not None:
            self._knew[thread.contact_id] = thread.assignee_id
        if may_route(thread):
            self._waiting[thread.id] = thread
        else:
            self._waiting.pop(thread.id, None)

    def _drain(self) -> list[Given]:
        if not self._waiting or not self.state.has_room(self.at):
            return []
        given, self.state = drained(self.waiting(), self.at, self.state, self._knew.get)
        for thread, decision in given:
            after = replace(thread, assignee_id=decision.person)
            self.threads[thread.id] = after
            del self._waiting[thread.id]
            if thread.contact_id is not None and decision.person is not None:
                self._knew[thread.contact_id] = decision.person
        return [Given(self.at, thread.id, decision) for thread, decision in given]


def replayed(state: State, begins: datetime, log: Iterable[Happened]) -> list[Given]:
    """Who was given what over a whole log."""
    replay = Replay(state, begins)
    return [given for happened in log for given in replay.play(happened)]
