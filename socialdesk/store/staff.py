"""Reads how members work, what waits to be given to somebody, who was given what and why, and what is late."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, Protocol

from socialdesk.model.identifiers import ContactId, PersonId, ThreadId
from socialdesk.model.on_call import Turn, had, since
from socialdesk.model.routing import HEAVIEST, WEIGHTS, RoutingSettings, State
from socialdesk.model.shift import Absence, Away, Staff
from socialdesk.model.sorting import Sort
from socialdesk.model.staff_form import MOST_CAPACITY, ROUTING, NotStaff, read, routing_read
from socialdesk.model.thread import Status, Thread
from socialdesk.store import rows
from socialdesk.store.queue_order import expression
from socialdesk.support.clock import from_ms, optional_from_ms, to_ms
from socialdesk.support.values import value_class

log = logging.getLogger(__name__)
_EACH = " ".join(f"WHEN '{kind.value}' THEN {weight}" for kind, weight in WEIGHTS.items())
_WEIGHT = f"CASE kind {_EACH} ELSE {HEAVIEST} END"
LOADS = (
    f"SELECT person.id, (SELECT coalesce(sum({_WEIGHT}), 0) FROM (SELECT kind FROM thread"  # noqa: S608 - own words
    f" WHERE assignee_id = person.id AND status = 'open' LIMIT {MOST_CAPACITY})) FROM person"
)
"""How much each member holds; more than anybody can hold is not counted."""
WAITING = (
    "SELECT thread.* FROM unrouted JOIN thread ON thread.id = unrouted.thread_id"
    " WHERE thread.status = 'open' AND thread.assignee_id IS NULL AND thread.waiting_since_at IS NOT NULL"
    " AND thread.shield = '' ORDER BY thread.order_at, thread.id LIMIT ?"
)
ANY_UNROUTED = "SELECT 1 FROM unrouted LIMIT 1"
LATE = (
    "SELECT thread.* FROM thread INDEXED BY thread_late WHERE status = 'open' AND due_at IS NOT NULL AND due_at < ?"
    " AND NOT EXISTS (SELECT 1 FROM escalated WHERE thread_id = thread.id AND due_at = thread.due_at)"
    " ORDER BY due_at LIMIT ?"
)
NEXT_LATE = (
    "SELECT min(due_at) FROM thread INDEXED BY thread_late WHERE status = 'open' AND due_at IS NOT NULL AND due_at >= ?"
)
HELD = "SELECT * FROM thread WHERE assignee_id = ? AND status = 'open' ORDER BY order_at, id LIMIT ?"
KNEW = (
    "SELECT assignee_id FROM thread WHERE contact_id = ? AND assignee_id IS NOT NULL ORDER BY last_in_at DESC LIMIT 1"
)
_SAID = expression(Sort.NEWEST, "")
_ANY = ", ".join(repr(one.value) for one in Status)
ARRIVED = (
    "SELECT * FROM (SELECT * FROM thread INDEXED BY thread_said"  # noqa: S608 - own words
    f" WHERE status IN ({_ANY}) AND {_SAID} >= ?1"
    " AND created_at >= ?1 AND last_in_at IS NOT NULL ORDER BY id DESC LIMIT ?2) ORDER BY created_at, id"
)
"""What began since then has also said something since then, and by that it is found."""
TURN = "SELECT person.id, (SELECT max(id) FROM assignment_log WHERE person_id = person.id) FROM person"
ON_CALL = "SELECT day, person_id, burden FROM on_call_turn WHERE day >= ?"
MOST = 1_000


@value_class(frozen=True, slots=True)
class Team:
    """How all members work, and how threads are given out. `revs` tells by person which revision that is."""

    people: tuple[Staff, ...]
    routing: RoutingSettings
    names: Mapping[PersonId, str]
    revs: Mapping[PersonId, int]

    def of(self, person: PersonId) -> Staff:
        """How somebody works; who is not there works like anybody who said nothing."""
        return next((one for one in self.people if one.person == person), Staff(person))

    def by_id(self) -> dict[PersonId, Staff]:
        """The members by number."""
        return {one.person: one for one in self.people}


class Reads(Protocol):
    """What runs a statement and gives its rows: the cache."""

    def ask(self, statement: str, parameters: Any = ()) -> list[Any]:
        """The rows of one statement."""
        ...


def team(cache: Reads) -> Team:
    """How the members work."""
    return read_team(cache.ask)


def read_team(ask: Any) -> Team:
    """The same from whatever runs a statement and gives its rows."""
    bodies = {PersonId(person): (body, rev) for person, body, rev in ask("SELECT person_id, body, rev FROM staff")}
    away: dict[PersonId, list[Away]] = {}
    for person, begins, until, why in ask("SELECT person_id, begins_at, until_at, why FROM absence ORDER BY begins_at"):
        reason = Absence(why) if why in set(Absence) else Absence.OTHER
        away.setdefault(PersonId(person), []).append(Away(from_ms(begins), optional_from_ms(until), reason))
    names: dict[PersonId, str] = {}
    people: list[Staff] = []
    for id_, name in ask("SELECT id, name FROM person ORDER BY id"):
        person = PersonId(id_)
        names[person] = name
        absences = tuple(away.get(person, ()))
        staff = Staff(person, away=absences)
        if person in bodies:
            try:
                staff = read(person, bodies[person][0], absences)
            except NotStaff:
                # Written by hand, or by a newer version: nothing is given to them until somebody looks at it.
                log.warning("how member %s works cannot be read; nothing is given to them by itself", person)
                staff = replace(staff, capacity=0)
        people.append(staff)
    found = ask("SELECT value FROM setting WHERE key = ?", (ROUTING,))
    settings = RoutingSettings()
    if found:
        try:
            settings = routing_read(found[0][0])
        except NotStaff:
            log.warning("how threads are given out cannot be read; nothing is given out by itself")
    return Team(tuple(people), settings, names, {person: rev for person, (_, rev) in bodies.items()})


def state_of(ask: Any, known: Team) -> State:
    """All that a decision follows from, as it stands."""
    loads = {PersonId(person): load for person, load in ask(LOADS)}
    turns = {PersonId(person): turn for person, turn in ask(TURN) if turn is not None}
    return State(known.routing, known.people, loads, turns)


def had_on_call(ask: Any, now: datetime) -> dict[PersonId, int]:
    """What each was handed on call in the days that count."""
    turns = (Turn(day, PersonId(person), burden) for day, person, burden in ask(ON_CALL, (since(now),)))
    return had(turns, now)


def who_knew(ask: Any, contact: ContactId) -> PersonId | None:
    """Who has or had the newest thread of a contact that anybody has."""
    found = ask(KNEW, (contact,))
    return PersonId(found[0][0]) if found else None


def arrived_since(cache: Reads, since: datetime, most: int) -> list[Thread]:
    """The threads that began since a moment, as far as anybody asked something in them, the oldest first."""
    return [rows.to_thread(row) for row in cache.ask(ARRIVED, (to_ms(since), most))]


def log_of(cache: Reads, thread: ThreadId) -> list[tuple[datetime, PersonId, str]]:
    """Who was given a thread without a person saying so, when and why, the oldest first."""
    found = cache.ask("SELECT at, person_id, decision FROM assignment_log WHERE thread_id = ? ORDER BY id", (thread,))
    return [(from_ms(at), PersonId(person), why) for at, person, why in found]
