"""Plays a month of a team of twelve for each way to give threads out, and prints what became of it.

What comes, and how long each answer takes, is made up beforehand from a seed, and is the same for every way. Who is
there, what is due, who is given what and in which order it is answered is decided by the application's own model.
"""

from __future__ import annotations

import heapq
import math
import random
import statistics
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import TypeVar
from zoneinfo import ZoneInfo

from socialdesk.model.calendar import Calendar, Span
from socialdesk.model.identifiers import ChannelId, ContactId, PersonId, ThreadId
from socialdesk.model.on_call import Turn, day_of, had
from socialdesk.model.reply_policy import ReplyPolicy, Target, Unit
from socialdesk.model.routing import RoutingSettings, State, Strategy, covered, escalated, turn_of
from socialdesk.model.routing_replay import Given, Happened, Replay
from socialdesk.model.shift import Absence, Away, Cover, Presence, Staff
from socialdesk.model.thread import Kind, Status, Thread
from socialdesk.model.triage import order_key

_T = TypeVar("_T")
PARIS, NEW_YORK = "Europe/Paris", "America/New_York"
BEGINS = datetime(2026, 3, 2, tzinfo=UTC)
"""A Monday; the clocks change within the month, in both zones and on different days."""
DAYS, SPIKE_DAY, SPIKE_HOURS = 28, 16, range(11, 16)
A_DAY = 300
"""How many threads come on an average day."""
POLICY = ReplyPolicy(
    Calendar(PARIS, ((Span(8 * 60, 22 * 60),),) * 7),
    Target(120, Unit.OPEN_HOURS),
    Target(120, Unit.OPEN_HOURS),
)
_HOURS = (2, 1, 1, 1, 1, 1, 2, 4, 7, 9, 10, 10, 12, 11, 9, 8, 8, 9, 11, 13, 13, 11, 7, 4)
"""How much comes in each hour on the wall clock of Paris."""
_WEEKDAYS = (1.15, 1.05, 1.0, 1.0, 1.05, 0.9, 0.85)
_KINDS = {Kind.COMMENT: 50, Kind.MENTION: 14, Kind.DM: 30, Kind.REVIEW: 6}
_MINUTES = {Kind.COMMENT: 4.0, Kind.MENTION: 3.5, Kind.DM: 9.0, Kind.REVIEW: 12.0}
_LANGUAGES = {"fr": 56, "en": 29, "de": 10, "es": 5}
_TAGS = {"": 60, "delivery": 20, "refund": 14, "press": 6}
_FOREIGN, _SKILLED, _KNOWN = 2.0, 0.8, 0.85
"""How much longer an answer takes in a language one does not speak; how much shorter when one knows the matter, or
whom one talks with."""
_AFTER = timedelta(days=14)
"""For how long what is left is answered once nothing comes any more."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A thread that comes, and how many minutes its answer takes somebody who can."""

    thread: Thread
    minutes: float


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


def team() -> tuple[Staff, ...]:
    """Twelve people: early, late and weekend shifts in Paris, two in New York, two who fall ill."""
    early, late = Span(8 * 60, 16 * 60), Span(14 * 60, 22 * 60)
    office = Span(9 * 60, 17 * 60)

    def week(span: Span, days: str) -> Calendar:
        return Calendar(PARIS, tuple((span,) if str(day) in days else () for day in range(1, 8)))

    new_york = Calendar(NEW_YORK, (*((Span(8 * 60, 16 * 60),),) * 5, (), ()))
    ill = [
        Away(_at(8, 7), _at(12, 7), Absence.SICK),
        Away(_at(15, 7), _at(18, 20), Absence.SICK),
    ]
    shifts: tuple[tuple[Calendar, str, str], ...] = (
        (week(early, "12345"), "fr en", "delivery"),
        (week(early, "12345"), "fr", "refund"),
        (week(early, "12367"), "fr en de", ""),
        (week(office, "12345"), "fr en", "press"),
        (week(office, "12345"), "fr en es", "refund"),
        (week(late, "12345"), "fr", "delivery"),
        (week(late, "12345"), "fr de en", "delivery"),
        (week(late, "34567"), "fr en", ""),
        (week(late, "12567"), "fr en", "refund"),
        (week(Span(9 * 60, 21 * 60), "67"), "fr en", ""),
        (new_york, "en es", "delivery"),
        (new_york, "en fr", "press"),
    )
    people: list[Staff] = []
    for number, (calendar, languages, skills) in enumerate(shifts, 1):
        person = PersonId(number)
        away = {3: (ill[0],), 7: (ill[1],)}.get(number, ())
        cover = {3: Cover(PersonId(1)), 7: Cover(PersonId(8))}.get(number)
        people.append(
            Staff(
                person,
                calendar,
                tuple(languages.split()),
                tuple(skills.split()),
                capacity=16,
                cover=cover,
                on_call=number in {1, 4, 8, 9, 10},
                away=away,
            )
        )
    return tuple(people)


def traffic(seed: int, days: int = DAYS, a_day: int = A_DAY) -> list[Arrival]:
    """What comes, the same for a seed: by hour and weekday, with one afternoon of five times as much."""
    chance = random.Random(seed)
    zone = ZoneInfo(PARIS)
    found: list[Arrival] = []
    hours = sum(_HOURS)
    first = BEGINS.date()
    for day in range(days):
        today = first + timedelta(days=day)
        for hour, share in enumerate(_HOURS):
            mean = a_day * _WEEKDAYS[today.weekday()] * share / hours
            is_spike = day == SPIKE_DAY and hour in SPIKE_HOURS
            for _ in range(_poisson(chance, mean * (5 if is_spike else 1))):
                wall = datetime(today.year, today.month, today.day, hour, tzinfo=zone)
                at = wall.astimezone(UTC) + timedelta(seconds=chance.uniform(0, 3600))
                found.append(_arrival(chance, at, is_spike=is_spike, earlier=found))
    found.sort(key=lambda one: one.thread.created_at)
    return [Arrival(replace(one.thread, id=ThreadId(number)), one.minutes) for number, one in enumerate(found, 1)]


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


def _at(day: int, hour: int) -> datetime:
    """An hour on the wall clock of Paris, days after the month began."""
    on: date = BEGINS.date() + timedelta(days=day)
    return datetime(on.year, on.month, on.day, hour, tzinfo=ZoneInfo(PARIS)).astimezone(UTC)


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


def _arrival(chance: random.Random, at: datetime, *, is_spike: bool, earlier: list[Arrival]) -> Arrival:
    kind = _one_of(chance, _KINDS)
    tag = "delivery" if is_spike else _one_of(chance, _TAGS)
    is_again = bool(earlier) and chance.random() < 0.25
    if is_again:
        before = chance.choice(earlier[-400:]).thread
        contact, language = before.contact_id, before.language
    else:
        contact, language = ContactId(len(earlier) + 1), _one_of(chance, _LANGUAGES)
    minutes = min(60.0, _MINUTES[kind] * math.exp(chance.gauss(0, 0.5)))
    thread = Thread(
        id=ThreadId(0),
        channel_id=ChannelId(1),
        kind=kind,
        remote_id="",
        subject="",
        contact_id=contact,
        contact_name="",
        contact_handle="",
        status=Status.OPEN,
        created_at=at,
        last_in_at=at,
        last_out_at=None,
        waiting_since=at,
        due_at=None,
        language=language,
        tags=(tag,) if tag else (),
    )
    return Arrival(thread, minutes)


def _one_of(chance: random.Random, shares: Mapping[_T, int]) -> _T:
    return chance.choices(list(shares), list(shares.values()))[0]


def _poisson(chance: random.Random, mean: float) -> int:
    floor, product, found = math.exp(-mean), chance.random(), 0
    while product > floor:
        product *= chance.random()
        found += 1
    return found
