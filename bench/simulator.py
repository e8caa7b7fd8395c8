"""Plays a month of a team of twelve for each way to give threads out, and prints what became of it.

What comes, and how long each answer takes, is made up beforehand from a seed, and is the same for every way. Who is
there, what is due, who is given what and in which order it is answered is decided by the application's own model.
"""

from __future__ import annotations

import heapq
import random
import statistics
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import count

from bench.simulated_month import BEGINS, DAYS, PARIS, Arrival, team, traffic
from socialdesk.model.calendar import Calendar, Span
from socialdesk.model.identifiers import ContactId, PersonId, ThreadId
from socialdesk.model.on_call import Turn, day_of, had
from socialdesk.model.reply_policy import ReplyPolicy, Target, Unit
from socialdesk.model.routing import RoutingSettings, State, Strategy, covered, escalated, turn_of
from socialdesk.model.routing_replay import Given, Happened, Replay
from socialdesk.model.shift import Presence, Staff
from socialdesk.model.thread import Status, Thread
from socialdesk.model.triage import order_key

POLICY = ReplyPolicy(
    Calendar(PARIS, ((Span(8 * 60, 22 * 60),),) * 7),
    Target(120, Unit.OPEN_HOURS),
    Target(120, Unit.OPEN_HOURS),
)
_FOREIGN, _SKILLED, _KNOWN = 2.0, 0.8, 0.85
"""How much longer an answer takes in a language one does not speak; how much shorter when one knows the matter, or
whom one talks with."""
_AFTER = timedelta(days=14)
"""For how long what is left is answered once nothing comes any more."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way to give threads out. With `pleases` people choose among the first of the queue what they like."""

    name: str
    settings: RoutingSettings
    pleases: bool = False

    @property
    def is_by_hand(self) -> bool:
        """Whether everybody takes."""
        return self.settings.strategy is Strategy.NONE


LATE_MIN = 15
WAYS = (
    Way("everybody takes the first", RoutingSettings()),
    Way("everybody takes what they like", RoutingSettings(), pleases=True),
    Way("in turn", RoutingSettings(Strategy.TURNS, late_min=LATE_MIN)),
    Way("whoever has the least", RoutingSettings(Strategy.LEAST_LOADED, late_min=LATE_MIN)),
    Way("by language and skill", RoutingSettings(Strategy.FITTING, late_min=LATE_MIN)),
    Way("by language only, else the team", RoutingSettings(Strategy.FITTING, anybody=False, late_min=LATE_MIN)),
)


@dataclass(slots=True)
class Outcome:
    """What became of a month."""

    way: Way
    came: int
    answered: int = 0
    late: int = 0
    waits_min: list[float] = field(default_factory=list[float])
    spoke: int = 0
    knew: int = 0
    returning: int = 0
    work: dict[PersonId, float] = field(default_factory=dict[PersonId, float])
    """Minutes that each has worked."""
    shift_min: dict[PersonId, float] = field(default_factory=dict[PersonId, float])
    given: list[tuple[Given, int]] = field(default_factory=list[tuple[Given, int]])
    """What was given out, with how much that member then held."""
    moved: int = 0
    """How many threads went on to a back-up or to whoever is on call."""
    turns: list[Turn] = field(default_factory=list[Turn])
    """What those on call were handed."""

    def on_call(self) -> dict[PersonId, tuple[int, int, float]]:
        """By person: how many turns on call, what they count, and that for ten hours of their shifts."""
        counts = {one: [turn.burden for turn in self.turns if turn.person == one] for one in self.shift_min}
        return {
            one: (len(found), sum(found), sum(found) * 600 / self.shift_min[one])
            for one, found in counts.items()
            if found
        }

    @property
    def on_time(self) -> float:
        """The share answered by when it was due; what nobody answered is late."""
        return (self.answered - self.late) / max(1, self.came)

    @property
    def busiest(self) -> float:
        """How busy the busiest member was, as a multiple of the average, each by the length of their shifts."""
        shares = [self.work.get(one, 0.0) / minutes for one, minutes in self.shift_min.items() if minutes]
        return max(shares) / statistics.mean(shares) if shares else 0.0


def simulate(way: Way, people: tuple[Staff, ...], arrivals: list[Arrival], seed: int) -> Outcome:
    """Play what comes with one way to give it out."""
    return _Month(way, people, arrivals, seed).played()


class _Month:
    """One month: people who answer one thread after the other, and what the model says is to be done."""

    def __init__(self, way: Way, people: tuple[Staff, ...], arrivals: list[Arrival], seed: int) -> None:
        self.way = way
        self.people = {one.person: one for one in people}
        self.arrivals = {one.thread.id: one for one in arrivals}
        self.likes = random.Random(seed)
        begins = arrivals[0].thread.created_at - timedelta(minutes=1) if arrivals else BEGINS
        self.replay = Replay(State(way.settings, people), begins)
        self.queues: dict[PersonId | None, dict[ThreadId, Thread]] = {None: {}, **{one: {} for one in self.people}}
        self.busy: dict[PersonId, ThreadId] = {}
        self.knew: dict[ContactId, PersonId] = {}
        self.outcome = Outcome(way, len(arrivals))
        self.there = {one.person for one in people if one.is_there(begins)}
        self._order = count()
        self._coming: list[tuple[datetime, int, str, int]] = []

    def played(self) -> Outcome:
        ends = BEGINS
        for one in self.arrivals.values():
            self._push(one.thread.created_at, "comes", one.thread.id)
            ends = max(ends, one.thread.created_at)
        ends += _AFTER
        for person, staff in self.people.items():
            for when in _changes(staff, self.replay.at, ends):
                self._push(when, "changes", person)
        while self._coming and self._coming[0][0] <= ends:
            at, _, what, which = heapq.heappop(self._coming)
            self._take(self.replay.until(at))
            match what:
                case "comes":
                    self._comes(self.arrivals[ThreadId(which)].thread, at)
                case "ends":
                    self._ends(PersonId(which), at)
                case "late":
                    self._late(ThreadId(which), at)
                case _:
                    self._changes(PersonId(which), at)
            self._work(at)
        span = max((one.thread.created_at for one in self.arrivals.values()), default=BEGINS)
        for person, staff in self.people.items():
            self.outcome.shift_min[person] = _shift_minutes(staff, BEGINS, span)
        return self.outcome

    def left(self) -> int:
        """How many threads nobody has answered."""
        return sum(len(queue) for queue in self.queues.values()) + len(self.busy)

    def _comes(self, thread: Thread, at: datetime) -> None:
        thread = POLICY.promised(thread)
        self._put(thread, at)
        if thread.due_at is not None and not self.way.is_by_hand:
            self._push(thread.due_at + timedelta(minutes=LATE_MIN, milliseconds=1), "late", thread.id)

    def _put(self, thread: Thread, at: datetime) -> None:
        """A thread is so from now on: in the queue of whoever has it, and in the model's log."""
        for queue in self.queues.values():
            queue.pop(thread.id, None)
        if thread.status is Status.OPEN and thread.id not in self.busy.values():
            self.queues[thread.assignee_id][thread.id] = thread
        if not self.way.is_by_hand:
            self._take(self.replay.play(Happened(at, thread)))

    def _take(self, given: list[Given]) -> None:
        for one in given:
            thread = self.queues[None].pop(one.thread)
            assert one.decision.person is not None
            self.queues[one.decision.person][one.thread] = replace(thread, assignee_id=one.decision.person)
            self.outcome.given.append((one, self.replay.state.loads[one.decision.person]))

    def _ends(self, person: PersonId, at: datetime) -> None:
        id_ = self.busy.pop(person)
        thread = self.arrivals[id_].thread
        due = POLICY.promised(thread).due_at
        out = self.outcome
        out.answered += 1
        out.late += due is not None and at > due
        out.waits_min.append((at - thread.created_at) / timedelta(minutes=1))
        out.spoke += thread.language in self.people[person].languages
        if thread.contact_id is not None:
            known = self.knew.get(thread.contact_id)
            out.returning += known is not None
            out.knew += known == person
            self.knew[thread.contact_id] = person
        self._put(replace(thread, status=Status.DONE, assignee_id=person), at)

    def _late(self, id_: ThreadId, at: datetime) -> None:
        """What is late goes on once, to a back-up or to whoever is on call."""
        thread = self._waiting(id_)
        self.replay.state = replace(self.replay.state, on_call=had(self.outcome.turns, at))
        decision = None if thread is None else escalated(thread, at, self.replay.state)
        if thread is not None and decision is not None and decision.person is not None:
            counts = turn_of(self.replay.state.people, thread, decision, at)
            if counts:
                self.outcome.turns.append(Turn(day_of(at), decision.person, counts))
            self._move(thread, decision.person, at)

    def _changes(self, person: PersonId, at: datetime) -> None:
        """Somebody comes or goes. Whoever goes away for days leaves what they have to their back-up."""
        (self.there.add if self.people[person].is_there(at) else self.there.discard)(person)
        if self.way.is_by_hand or self.people[person].presence(at) is not Presence.AWAY:
            return
        for thread in sorted(self.queues[person].values(), key=order_key):
            decision = covered(thread, at, self.replay.state)
            if decision is not None:
                self._move(thread, decision.person, at)

    def _move(self, thread: Thread, person: PersonId | None, at: datetime) -> None:
        self.outcome.moved += 1
        self._put(replace(thread, assignee_id=person), at)
        turns = {**self.replay.state.turns}
        if person is not None:
            turns[person] = max(turns.values(), default=0) + 1
            self.replay.state = replace(self.replay.state, turns=turns)

    def _waiting(self, id_: ThreadId) -> Thread | None:
        return next((queue[id_] for queue in self.queues.values() if id_ in queue), None)

    def _work(self, at: datetime) -> None:
        """Whoever is there and free begins with the first of what they have, or takes."""
        for person, staff in self.people.items():
            if person in self.busy or person not in self.there:
                continue
            thread = self._next(staff)
            if thread is None:
                continue
            self.queues[person if thread.assignee_id == person else None].pop(thread.id)
            self.busy[person] = thread.id
            if thread.assignee_id is None:
                self._put(replace(thread, assignee_id=person), at)
            minutes = self.arrivals[thread.id].minutes
            minutes *= 1.0 if thread.language in staff.languages else _FOREIGN
            minutes *= _SKILLED if set(thread.tags) & set(staff.skills) else 1.0
            if thread.contact_id is not None and self.knew.get(thread.contact_id) == person:
                minutes *= _KNOWN
            self.outcome.work[person] = self.outcome.work.get(person, 0.0) + minutes
            self._push(at + timedelta(minutes=minutes), "ends", person)

    def _next(self, staff: Staff) -> Thread | None:
        mine = self.queues[staff.person]
        if mine:
            return min(mine.values(), key=order_key)
        # What is the team's is taken by hand, also where threads are given out: first what one can say.
        team = self.queues[None]
        if not team:
            return None
        if self.way.pleases:
            first = heapq.nsmallest(25, team.values(), key=order_key)
            able = [one for one in first if one.language in staff.languages] or first
            return self.likes.choice(able)
        return min(team.values(), key=order_key)

    def _push(self, at: datetime, what: str, which: int) -> None:
        heapq.heappush(self._coming, (at, next(self._order), what, which))


def table(outcomes: list[Outcome]) -> Iterator[str]:
    """The outcomes as lines; the first way is what the others are a ratio to."""
    base = outcomes[0]
    yield (
        f"{'how threads are given out':<34}{'on time':>9}{'ratio':>7}{'median':>9}{'slowest 10 %':>14}"
        f"{'spoke it':>10}{'knew them':>11}{'busiest':>9}{'moved on':>10}"
    )
    for one in outcomes:
        waits = sorted(one.waits_min)
        yield (
            f"{one.way.name:<34}{one.on_time:>8.1%} {one.on_time / base.on_time:>6.2f}"
            f"{statistics.median(waits):>5.0f} min{waits[int(len(waits) * 0.9)]:>10.0f} min"
            f"{one.spoke / max(1, one.answered):>10.0%}{one.knew / max(1, one.returning):>11.0%}"
            f"{one.busiest:>9.2f}{one.moved:>10}"
        )


def on_call_table(outcomes: list[Outcome]) -> Iterator[str]:
    """What those on call were handed, by way; nights, weekends and days off count twice."""
    for one in outcomes:
        if one.turns:
            each = ", ".join(
                f"{person}: {many} threads, counts {counts}, {share:.2f} for ten hours"
                for person, (many, counts, share) in one.on_call().items()
            )
            yield f"on call, {one.way.name}: {each}"


def main(seed: int) -> int:
    """Play all ways with one seed and print them."""
    people, arrivals = team(), traffic(seed)
    print(f"{len(arrivals):,} threads in {DAYS} days, {len(people)} people, seed {seed}")
    outcomes = [simulate(way, people, arrivals, seed) for way in WAYS]
    for line in table(outcomes):
        print(line)
    for line in on_call_table(outcomes):
        print(line)
    return 0


def _changes(staff: Staff, since: datetime, until: datetime) -> Iterator[datetime]:
    at = staff.changes(since)
    while at is not None and at < until:
        yield at
        at = staff.changes(at)


def _shift_minutes(staff: Staff, since: datetime, until: datetime) -> float:
    there, at = 0.0, since
    while at < until:
        nxt = min(staff.changes(at) or until, until)
        there += (nxt - at) / timedelta(minutes=1) if staff.is_there(at) else 0.0
        at = nxt
    return there
