"""Decides who is given a thread, and says why; knows no clock, no chance and no file.

The same threads, people and moments in the same order give the same list, whoever plays them again. What nobody could
be given waits, and goes out at the event that makes room: somebody finishes, comes to work, or is back.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from socialdesk.model.identifiers import ContactId, PersonId
from socialdesk.model.on_call import burden, share
from socialdesk.model.shift import Presence, Staff, instead_of
from socialdesk.model.thread import Kind, Status, Thread
from socialdesk.support.values import value_class

WEIGHTS = {Kind.COMMENT: 1, Kind.MENTION: 1, Kind.DM: 2, Kind.REVIEW: 3}
"""What a thread weighs while it is somebody's to answer: a review takes longer than a comment."""
HEAVIEST = max(WEIGHTS.values())


class Strategy(StrEnum):
    """How it is chosen among those who are there and have room."""

    NONE = "none"
    """Nothing is given out; everybody takes."""
    TURNS = "turns"
    LEAST_LOADED = "least_loaded"
    FITTING = "fitting"
    """Whoever speaks the language and knows the matter, of these the least loaded."""


@value_class(frozen=True, slots=True)
class RoutingSettings:
    """What a workspace chose. `late_min` is after how many minutes a late thread goes to whoever is on call."""

    strategy: Strategy = Strategy.NONE
    to_who_knew: bool = True
    """Whether somebody who wrote before goes to whom they talked with."""
    anybody: bool = True
    """Whether a thread goes to anybody with room where nobody there speaks its language."""
    late_min: int | None = None


class Why(StrEnum):
    """Why a thread went to somebody, or to nobody."""

    KNOWN = "known"
    TURN = "turn"
    LEAST_LOADED = "least_loaded"
    ALONE = "alone"
    """Nobody else was there who fits and has room."""
    NOBODY_THERE = "nobody_there"
    NO_ROOM = "no_room"
    NOBODY_SPEAKS = "nobody_speaks"
    UNREADABLE = "unreadable"
    """Those who may take it have hours that cannot be read on this machine."""
    COVER = "cover"
    """Who had it is away; their back-up has it now."""
    LATE = "late"
    """It is late, and goes to the back-up of who had it."""
    ON_CALL = "on_call"
    """It is late, and goes to whoever is on call."""
    SPARED = "spared"
    """It is kept out of sight, and others have looked at more such today."""


@value_class(frozen=True, slots=True)
class Decision:
    """Who is given a thread, None for the team, and why."""

    person: PersonId | None
    why: Why
    speaks: str = ""
    """The language of the thread, where that counted."""
    knows: str = ""
    """The tag or topic of the thread they are good at, where that counted."""
    instead_of: PersonId | None = None
    """Who knew the contact and could not be given it, or who had it before."""
    because: str = ""
    """Why not them: a presence, or `no_room`."""
    lacks: str = ""
    """The language that nobody there speaks."""


@value_class(frozen=True, slots=True)
class State:
    """All that a decision follows from. `loads` and `turns` are by person; who has no turn yet comes first.

    `knew` tells who talked with a contact last, `on_call` what each was handed on call in the last weeks.
    """

    settings: RoutingSettings
    people: tuple[Staff, ...]
    loads: Mapping[PersonId, int] = field(default_factory=dict[PersonId, int])
    turns: Mapping[PersonId, int] = field(default_factory=dict[PersonId, int])
    knew: Mapping[ContactId, PersonId] = field(default_factory=dict[ContactId, PersonId])
    on_call: Mapping[PersonId, int] = field(default_factory=dict[PersonId, int])

    def room(self, one: Staff) -> int:
        """How much more may be given to somebody."""
        return one.capacity - self.loads.get(one.person, 0)

    def has_room(self, now: datetime) -> bool:
        """Whether anybody is there who may be given anything at all."""
        return any(self.room(one) > 0 and one.is_there(now) for one in self.people)

    def knowing(self, thread: Thread, knew: PersonId | None) -> State:
        """The same, with who talked last with the contact of a thread."""
        if knew is None or thread.contact_id is None:
            return self if not self.knew else replace(self, knew={})
        return replace(self, knew={thread.contact_id: knew})

    def given(self, thread: Thread, person: PersonId) -> State:
        """What is so once somebody was given a thread."""
        loads = {**self.loads, person: self.loads.get(person, 0) + weight(thread)}
        turns = {**self.turns, person: max(self.turns.values(), default=0) + 1}
        return replace(self, loads=loads, turns=turns)

    def handed_on(self, thread: Thread, decision: Decision, now: datetime) -> State:
        """What is so once a late thread went on to somebody."""
        assert decision.person is not None
        after = self.given(thread, decision.person)
        counts = turn_of(self.people, thread, decision, now)
        if not counts:
            return after
        return replace(after, on_call={**self.on_call, decision.person: self.on_call.get(decision.person, 0) + counts})


def weight(thread: Thread) -> int:
    """How much of somebody's capacity a thread takes up."""
    return WEIGHTS[thread.kind]


def counts_for(thread: Thread) -> PersonId | None:
    """Whose capacity a thread takes up now: of whoever has it, as long as it is theirs to answer."""
    return thread.assignee_id if thread.status is Status.OPEN else None


def may_route(thread: Thread) -> bool:
    """Whether a thread is for anybody to be given: open, somebody waits, it is nobody's, and may be looked at."""
    return (
        thread.status is Status.OPEN
        and thread.waiting_since is not None
        and thread.assignee_id is None
        and not thread.is_shielded
    )


def route(thread: Thread, now: datetime, state: State) -> Decision:
    """Who is given a thread at a moment. Nobody off shift, away or at the limit is."""
    able = [one for one in state.people if one.capacity > 0 and (not one.channels or thread.channel_id in one.channels)]
    there = [one for one in able if one.is_there(now)]
    free = [one for one in there if state.room(one) >= weight(thread)]
    knew = _who_knew(thread, state)
    if knew is not None and knew in free:
        return Decision(knew.person, Why.KNOWN)
    if free:
        decision = _chosen(thread, free, state)
    elif there:
        decision = Decision(None, Why.NO_ROOM)
    else:
        unread = any(one.presence(now) is Presence.UNREADABLE for one in able)
        decision = Decision(None, Why.UNREADABLE if unread else Why.NOBODY_THERE)
    if knew is None:
        return decision
    presence = knew.presence(now)
    because = Why.NO_ROOM.value if presence is Presence.ON_SHIFT else presence.value
    return replace(decision, instead_of=knew.person, because=because)


def drained(
    waiting: Iterable[Thread], now: datetime, state: State, who_knew: Callable[[ContactId], PersonId | None]
) -> tuple[list[tuple[Thread, Decision]], State]:
    """Give out what waits, in the order given, for as long as anybody has room; with what is so afterwards.

    `who_knew` tells who talked with a contact last. What is left went to nobody.
    """
    found: list[tuple[Thread, Decision]] = []
    known: dict[ContactId, PersonId | None] = {}
    for thread in waiting:
        if not state.has_room(now):
            break
        knew = None
        if thread.contact_id is not None and state.settings.to_who_knew:
            if thread.contact_id not in known:
                known[thread.contact_id] = who_knew(thread.contact_id)
            knew = known[thread.contact_id]
        decision = route(thread, now, state.knowing(thread, knew))
        if decision.person is not None:
            found.append((thread, decision))
            state = state.given(thread, decision.person)
            if thread.contact_id is not None:
                known[thread.contact_id] = decision.person
    return found, state


def turn_of(people: Iterable[Staff], thread: Thread, decision: Decision, now: datetime) -> int:
    """How much a decision counts as a turn on call for whoever it gave a thread; 0 where it is none."""
    if decision.why is not Why.ON_CALL:
        return 0
    return next((burden(one, weight(thread), now) for one in people if one.person == decision.person), 0)


def turn_on_call(thread: Thread, now: datetime, state: State) -> PersonId | None:
    """Whose turn it is with what is late, of those on call who are there and have room.

    It is whoever had least of it in the last weeks for the hours they worked; ties go to who was given something
    longest ago.
    """
    ready = [
        one
        for one in state.people
        if one.on_call and one.person != thread.assignee_id and one.is_there(now) and state.room(one) >= weight(thread)
    ]
    if not ready:
        return None

    def key(one: Staff) -> tuple[float, int, int]:
        return (share(one, state.on_call.get(one.person, 0), now), state.turns.get(one.person, 0), one.person)

    return min(ready, key=key).person


def escalated(thread: Thread, now: datetime, state: State) -> Decision | None:
    """Who takes over a thread that is late: the back-up of who has it, else whoever is on call; None for nobody.

    It is for the caller to do this once for each promise.
    """
    if thread.due_at is None or now <= thread.due_at or thread.status is not Status.OPEN:
        return None
    late_by = now - thread.due_at
    people = {one.person: one for one in state.people}
    had = thread.assignee_id
    if had is not None:
        other = instead_of(people, had, now, late_by)
        if other is not None and state.room(people[other]) >= weight(thread):
            return Decision(other, Why.LATE, instead_of=had)
    after = state.settings.late_min
    if after is None or late_by < timedelta(minutes=after):
        return None
    other = turn_on_call(thread, now, state)
    return None if other is None else Decision(other, Why.ON_CALL, instead_of=had)


def covered(thread: Thread, now: datetime, state: State) -> Decision | None:
    """Who answers a thread whose member is away, if they have a back-up who is there with room; None for nobody."""
    if thread.assignee_id is None or thread.status is not Status.OPEN or thread.waiting_since is None:
        return None
    people = {one.person: one for one in state.people}
    had = people.get(thread.assignee_id)
    if had is None or had.presence(now) is not Presence.AWAY:
        return None
    other = instead_of(people, had.person, now)
    if other is None or state.room(people[other]) < weight(thread):
        return None
    return Decision(other, Why.COVER, instead_of=had.person)


def _who_knew(thread: Thread, state: State) -> Staff | None:
    if not state.settings.to_who_knew or thread.contact_id is None:
        return None
    knew = state.knew.get(thread.contact_id)
    return next((one for one in state.people if one.person == knew), None)


def _chosen(thread: Thread, free: Sequence[Staff], state: State) -> Decision:
    """Who of those with room is given a thread."""
    settings = state.settings
    if settings.strategy is Strategy.TURNS:
        return Decision(_in_turn(free, state).person, Why.TURN if len(free) > 1 else Why.ALONE)
    if settings.strategy is Strategy.LEAST_LOADED:
        return Decision(_least(free, state).person, Why.LEAST_LOADED if len(free) > 1 else Why.ALONE)
    language = thread.language
    speaking = [one for one in free if language and language in one.languages]
    # Who named no language may speak it: they come after those who do, and before those who do not.
    perhaps = [one for one in free if not language or not one.languages]
    if not speaking and not perhaps and not settings.anybody:
        return Decision(None, Why.NOBODY_SPEAKS, lacks=language)
    fitting = speaking or perhaps or list(free)
    # What it is about counts as much as what somebody tagged it with.
    tags = {one.casefold(): one for one in (*thread.topics, *thread.tags)}
    most = max(len(tags.keys() & set(one.skills)) for one in fitting)
    able = [one for one in fitting if len(tags.keys() & set(one.skills)) == most]
    chosen = _least(able, state)
    known = sorted(tags.keys() & set(chosen.skills))
    return Decision(
        chosen.person,
        Why.LEAST_LOADED if len(able) > 1 else Why.ALONE,
        speaks=language if speaking else "",
        knows=tags[known[0]] if known else "",
        lacks="" if speaking or perhaps else language,
    )


def _in_turn(some: Sequence[Staff], state: State) -> Staff:
    return min(some, key=lambda one: (state.turns.get(one.person, 0), one.person))


def _least(some: Sequence[Staff], state: State) -> Staff:
    """Who has the least of what they can hold; ties go to who was given something longest ago."""

    def key(one: Staff) -> tuple[float, int, int]:
        load = state.loads.get(one.person, 0)
        return (load / max(1, one.capacity), state.turns.get(one.person, 0), one.person)

    return min(some, key=key)


def written(decision: Decision) -> str:
    """The written form of a decision, with nothing in it that did not count."""
    said = {
        "person": decision.person,
        "why": decision.why.value,
        "speaks": decision.speaks,
        "knows": decision.knows,
        "instead_of": decision.instead_of,
        "because": decision.because,
        "lacks": decision.lacks,
    }
    return json.dumps({name: value for name, value in said.items() if value not in {None, ""}}, ensure_ascii=False)


def read(text: str) -> Decision | None:
    """Read what `written` wrote; None for what this version does not know."""
    try:
        said = json.loads(text)
        person, had = said.get("person"), said.get("instead_of")
        return Decision(
            None if person is None else PersonId(int(person)),
            Why(said["why"]),
            str(said.get("speaks", "")),
            str(said.get("knows", "")),
            None if had is None else PersonId(int(had)),
            str(said.get("because", "")),
            str(said.get("lacks", "")),
        )
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError):
        return None
