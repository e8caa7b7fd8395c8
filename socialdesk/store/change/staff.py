"""Puts how members work and when they are away, what waits to be given to somebody, and who was given what."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from socialdesk.model.identifiers import ContactId, PersonId, ThreadId
from socialdesk.model.on_call import day_of, since
from socialdesk.model.routing import Decision, State, written
from socialdesk.model.staff_command import BeAway, SetStaff
from socialdesk.model.thread import Thread
from socialdesk.store import staff
from socialdesk.store.change.threads import Threads
from socialdesk.support.clock import to_ms

_END_ABSENCES = (
    "UPDATE absence SET until_at = ? WHERE person_id = ? AND begins_at < ? AND (until_at IS NULL OR until_at > ?)"
)


class AtWork(Threads):
    """The part of a change about the team at work."""

    def team(self) -> staff.Team:
        """How the members work, and how threads are given out."""
        if self._known.team is None:
            self._known.team = staff.read_team(self._ask)
        return self._known.team

    def put_staff(self, command: SetStaff) -> None:
        """Let somebody work in another way."""
        self._driver.execute(
            "INSERT INTO staff (person_id, body, rev) VALUES (?, ?, 1)"
            " ON CONFLICT (person_id) DO UPDATE SET body = excluded.body, rev = rev + 1",
            (command.person, command.staff),
        )
        self.staff_changed(command.person)

    def put_absence(self, command: BeAway, at: datetime) -> None:
        """Let somebody be away; what they said of the time before counts no more where both hold."""
        begins = command.not_before or at
        until = None if command.until is None else to_ms(command.until)
        self._driver.execute(
            "DELETE FROM absence WHERE person_id = ? AND begins_at >= ? AND (until_at IS NULL OR ? IS NULL"
            " OR until_at <= ?)",
            (command.person, to_ms(begins), until, until),
        )
        self._driver.execute(
            _END_ABSENCES,
            (to_ms(begins), command.person, to_ms(begins), to_ms(begins)),
        )
        self._driver.execute(
            "INSERT INTO absence (person_id, begins_at, until_at, why) VALUES (?, ?, ?, ?)",
            (command.person, to_ms(begins), until, command.why),
        )
        self.staff_changed(command.person)

    def end_absences(self, person: PersonId, at: datetime) -> None:
        """Let every absence that holds end."""
        self._driver.execute(
            "DELETE FROM absence WHERE person_id = ? AND begins_at >= ? AND begins_at <= ?",
            (person, to_ms(at), to_ms(at)),
        )
        self._driver.execute(
            _END_ABSENCES,
            (to_ms(at), person, to_ms(at), to_ms(at)),
        )
        self.staff_changed(person)

    def drop_absence(self, person: PersonId, begins_at: datetime) -> None:
        """Let an absence that begins then not be."""
        self._driver.execute("DELETE FROM absence WHERE person_id = ? AND begins_at = ?", (person, to_ms(begins_at)))
        self.staff_changed(person)

    def staff_changed(self, person: PersonId) -> None:
        """Tell that somebody works in another way."""
        self._known.team = None
        self.touch("person", person)

    # Giving out

    def routing_state(self) -> State:
        """All that a decision follows from, as it stands in this transaction."""
        self.flush()
        return staff.state_of(self._ask, self.team())

    def who_knew(self, contact: ContactId) -> PersonId | None:
        """Who has or had the newest thread of a contact."""
        return staff.who_knew(self._ask, contact)

    def want_routed(self, threads: Iterable[ThreadId], at: datetime) -> None:
        """Let these wait until somebody can be given them."""
        self.flush()
        self._many("INSERT OR IGNORE INTO unrouted VALUES (?, ?)", [(id_, to_ms(at)) for id_ in threads])

    def touched_threads(self) -> list[ThreadId]:
        """The threads this transaction has put."""
        return [ThreadId(id_) for entity, id_ in self._touched if entity == "thread"]

    def unwant_routed(self, threads: Iterable[ThreadId]) -> None:
        """Of these, those that somebody has by now, or nobody waits in, wait no longer to be given out."""
        self.flush()
        self._driver.execute(
            "DELETE FROM unrouted WHERE thread_id IN (SELECT value FROM json_each(?)) AND NOT EXISTS (SELECT 1 FROM"
            " thread WHERE id = thread_id AND status = 'open' AND assignee_id IS NULL"
            " AND waiting_since_at IS NOT NULL)",
            (json.dumps(list(threads)),),
        )

    def forget_unrouted(self) -> None:
        """Let nothing wait to be given out any more."""
        self._driver.execute("DELETE FROM unrouted")

    def is_anything_unrouted(self) -> bool:
        """Whether anything waits to be given out."""
        return self._driver.execute(staff.ANY_UNROUTED).fetchone() is not None

    def unrouted(self, most: int = staff.MOST) -> list[Thread]:
        """What waits to be given out, in triage order."""
        return self._read_threads(staff.WAITING, (most,))

    def late(self, before: datetime, most: int) -> list[Thread]:
        """What was due before a moment and did not go to somebody else for it yet, the latest first."""
        return self._read_threads(staff.LATE, (to_ms(before), most))

    def held_by(self, person: PersonId, most: int) -> list[Thread]:
        """What somebody is to answer, in triage order."""
        return self._read_threads(staff.HELD, (person, most))

    def give(self, given: Sequence[tuple[Thread, Decision, str]], at: datetime) -> None:
        """Give threads to whom it was decided, and write down why; with what the conversation tells of it."""
        for thread, decision, _ in given:
            self.put_thread(replace(thread, assignee_id=decision.person))
            self.touch("message", thread.id)
        self.flush()
        self._many(
            "INSERT INTO assignment_log (thread_id, at, person_id, decision) VALUES (?, ?, ?, ?)",
            [(thread.id, to_ms(at), decision.person, written(decision)) for thread, decision, _ in given],
        )
        self._many(
            "INSERT INTO happening (thread_id, happened_at, what, detail) VALUES (?, ?, 'routed', ?)",
            [(thread.id, to_ms(at), told) for thread, _, told in given],
        )
        self._many("DELETE FROM unrouted WHERE thread_id = ?", [(thread.id,) for thread, _, _ in given])

    def mark_escalated(self, thread: Thread) -> None:
        """Remember that a broken promise was handed on."""
        assert thread.due_at is not None
        self._driver.execute("INSERT OR REPLACE INTO escalated VALUES (?, ?)", (thread.id, to_ms(thread.due_at)))

    def had_on_call(self, now: datetime) -> dict[PersonId, int]:
        """What each was handed on call in the days that count."""
        return staff.had_on_call(self._ask, now)

    def count_on_call(self, person: PersonId, burden: int, at: datetime) -> None:
        """Count what somebody was handed on call; days that no longer count are forgotten."""
        if burden:
            self._driver.execute("DELETE FROM on_call_turn WHERE day < ?", (since(at),))
            self._driver.execute(
                "INSERT INTO on_call_turn VALUES (?, ?, ?)"
                " ON CONFLICT (day, person_id) DO UPDATE SET burden = burden + excluded.burden",
                (day_of(at), person, burden),
            )
            self.touch("person", person)

    def _read_threads(self, statement: str, values: tuple[Any, ...]) -> list[Thread]:
        self.flush()
        return [self._remember(row) for row in self._driver.execute(statement, values).fetchall()]

    def _ask(self, statement: str, values: tuple[Any, ...] = ()) -> list[Any]:
        return self._driver.execute(statement, values).fetchall()
