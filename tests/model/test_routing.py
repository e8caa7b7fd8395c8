"""Who is given a thread and why; and that a log played again, looked at however often, gives the same list."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from socialdesk.model.calendar import Calendar, Span
from socialdesk.model.identifiers import ChannelId, ContactId, PersonId, ThreadId
from socialdesk.model.routing import (
    Decision,
    RoutingSettings,
    State,
    Strategy,
    Why,
    covered,
    drained,
    escalated,
    may_route,
    read,
    route,
    weight,
    written,
)
from socialdesk.model.routing_preview import preview
from socialdesk.model.routing_replay import Given, Happened, Replay, replayed
from socialdesk.model.shift import Away, Cover, Staff
from socialdesk.model.thread import Kind, Status, Thread
from tests.model.builders import NOON, at, thread

LEA, NOAH, ZOE = PersonId(1), PersonId(2), PersonId(3)
FR, DE = Staff(LEA, languages=("fr", "en")), Staff(NOAH, languages=("de", "en"))
TURNS, LEAST, FITTING = (RoutingSettings(one) for one in (Strategy.TURNS, Strategy.LEAST_LOADED, Strategy.FITTING))
NIGHTS = Calendar("Europe/Paris", ((Span(22 * 60, 30 * 60),),) * 7)


def waiting(number: int = 7, **more: object) -> Thread:
    return thread(**{"id": ThreadId(number), "waiting_since": NOON, "contact_id": None, **more})


def given_to(state: State, *threads: Thread) -> list[PersonId | None]:
    found, _ = drained(threads, NOON, state, lambda _: None)
    return [decision.person for _, decision in found]


def test_turns_go_round_in_the_same_order_whatever_the_threads_weigh() -> None:
    state = State(TURNS, (FR, DE, Staff(ZOE)))

    assert given_to(state, *map(waiting, range(1, 6))) == [LEA, NOAH, ZOE, LEA, NOAH]
    assert route(waiting(), NOON, state) == Decision(LEA, Why.TURN)


def test_the_least_loaded_is_whoever_has_the_smallest_share_of_what_they_can_hold() -> None:
    state = State(LEAST, (FR, replace(DE, capacity=10)), {LEA: 5, NOAH: 2})

    assert route(waiting(), NOON, state) == Decision(LEA, Why.LEAST_LOADED)
    review, comments = waiting(1, kind=Kind.REVIEW), [waiting(n, kind=Kind.COMMENT) for n in (2, 3, 4)]
    assert given_to(State(LEAST, (FR, DE)), review, *comments) == [LEA, NOAH, NOAH, NOAH]


def test_where_the_load_alone_counts_neither_language_nor_matter_does() -> None:
    state = State(LEAST, (replace(FR, skills=("refund",)), DE), {LEA: 1})

    asked = waiting(language="fr", tags=("Refund",))
    assert route(asked, NOON, state) == Decision(NOAH, Why.LEAST_LOADED)


def test_language_comes_first_then_the_matter_then_the_load_and_each_is_said() -> None:
    good = replace(FR, person=ZOE, skills=("refund",))
    state = State(FITTING, (FR, DE, good), {ZOE: 9})

    assert route(waiting(language="fr"), NOON, state) == Decision(LEA, Why.LEAST_LOADED, speaks="fr")
    assert route(waiting(language="fr", tags=("Refund",)), NOON, state) == Decision(
        ZOE, Why.ALONE, speaks="fr", knows="Refund"
    )
    about = route(waiting(language="fr", topics=("Refund",)), NOON, state)
    assert about == Decision(ZOE, Why.ALONE, speaks="fr", knows="Refund")
    assert route(waiting(language="de"), NOON, state) == Decision(NOAH, Why.ALONE, speaks="de")


def test_a_language_that_nobody_there_speaks_goes_to_anybody_or_to_the_team_as_chosen() -> None:
    state = State(FITTING, (FR, DE))
    strict = State(replace(FITTING, anybody=False), (FR, DE))

    assert route(waiting(language="ja"), NOON, state) == Decision(LEA, Why.LEAST_LOADED, lacks="ja")
    assert route(waiting(language="ja"), NOON, strict) == Decision(None, Why.NOBODY_SPEAKS, lacks="ja")
    assert route(waiting(language="ja"), NOON, replace(strict, people=(FR, Staff(ZOE)))).person == ZOE


def test_who_wrote_before_goes_to_whom_they_talked_with_else_to_another_with_the_reason() -> None:
    known, told = waiting(contact_id=ContactId(3)), {ContactId(3): NOAH}
    away = replace(DE, away=(Away(NOON),))

    assert route(known, NOON, State(TURNS, (FR, DE), knew=told)) == Decision(NOAH, Why.KNOWN)
    assert route(known, NOON, State(TURNS, (FR, away), knew=told)) == Decision(
        LEA, Why.ALONE, instead_of=NOAH, because="away"
    )
    assert route(known, NOON, State(TURNS, (FR, DE), {NOAH: 30}, knew=told)) == Decision(
        LEA, Why.ALONE, instead_of=NOAH, because="no_room"
    )
    assert route(known, NOON, State(replace(TURNS, to_who_knew=False), (FR, DE), knew=told)).person == LEA


def test_nobody_off_shift_away_or_at_the_limit_is_given_anything_and_the_team_is_told_why() -> None:
    full = State(TURNS, (replace(FR, capacity=3),), {LEA: 2})

    assert route(waiting(), NOON, State(TURNS, (replace(FR, shifts=NIGHTS),))) == Decision(None, Why.NOBODY_THERE)
    assert route(waiting(), NOON, State(TURNS, (replace(FR, away=(Away(NOON),)),))) == Decision(None, Why.NOBODY_THERE)
    assert route(waiting(), NOON, full) == Decision(None, Why.NO_ROOM)
    assert route(waiting(kind=Kind.COMMENT), NOON, full).person == LEA
    assert route(waiting(), NOON, State(TURNS, (replace(FR, capacity=0),))).person is None
    assert route(waiting(), NOON, State(TURNS, (replace(FR, channels=(ChannelId(9),)),))).person is None
    gone = State(TURNS, (replace(FR, shifts=Calendar("Europe/Atlantis", NIGHTS.week)),))
    assert route(waiting(), NOON, gone) == Decision(None, Why.UNREADABLE)


def test_only_what_waits_for_anybody_and_may_be_looked_at_is_given_out() -> None:
    assert may_route(waiting())
    assert not may_route(waiting(assignee_id=LEA))
    assert not may_route(waiting(waiting_since=None))
    assert not may_route(waiting(status=Status.SNOOZED))
    assert not may_route(waiting(shield="abuse"))


def test_what_is_late_goes_to_the_back_up_or_to_whoever_is_on_call_in_turn_and_never_back() -> None:
    late = waiting(assignee_id=LEA, due_at=NOON)
    lea = replace(FR, cover=Cover(NOAH, while_away=False, late_min=60), on_call=True)
    zoe = Staff(ZOE, on_call=True)
    state = State(replace(TURNS, late_min=30), (lea, DE, zoe))

    assert escalated(late, at(29), state) is None
    assert escalated(late, at(30), state) == Decision(ZOE, Why.ON_CALL, instead_of=LEA)
    assert escalated(late, at(60), state) == Decision(NOAH, Why.LATE, instead_of=LEA)
    assert escalated(replace(late, assignee_id=None), at(30), state) == Decision(LEA, Why.ON_CALL)
    assert escalated(late, at(30), replace(state, loads={ZOE: 30})) is None
    assert escalated(late, at(90), State(TURNS, (FR, DE))) is None


def test_what_somebody_away_has_goes_to_their_back_up_while_there_is_room() -> None:
    held = waiting(assignee_id=LEA)
    away = replace(FR, cover=Cover(NOAH), away=(Away(NOON),))

    assert covered(held, NOON, State(TURNS, (away, DE))) == Decision(NOAH, Why.COVER, instead_of=LEA)
    assert covered(held, at(-1), State(TURNS, (away, DE))) is None
    assert covered(held, NOON, State(TURNS, (away, DE), {NOAH: 30})) is None


def test_a_decision_is_read_as_it_was_written_and_what_is_none_is_nothing() -> None:
    for one in (
        Decision(LEA, Why.LEAST_LOADED, speaks="fr", knows="Refund"),
        Decision(None, Why.NOBODY_SPEAKS, lacks="ja"),
        Decision(NOAH, Why.ALONE, instead_of=LEA, because="away"),
    ):
        assert read(written(one)) == one
    assert [read(text) for text in ("", "[]", "{}", '{"why": "moon"}', '{"why": "turn", "person": "x"}')] == [None] * 5


# A month of a team, played again


def calendars() -> st.SearchStrategy[Calendar]:
    span = st.tuples(st.integers(0, 23), st.integers(1, 16)).map(lambda one: (Span(one[0] * 60, sum(one) * 60),))
    day = st.one_of(st.just(()), span)
    # No two nights reach into each other: a day off lies between.
    return st.lists(day, min_size=4, max_size=4).map(
        lambda days: (
            Calendar("Europe/Paris", (days[0], (), days[1], (), days[2], (), days[3]))
            if all(span.ends <= 24 * 60 for span in days[3])
            else Calendar("Europe/Paris", (days[0], (), days[1], (), days[2], (), ()))
        )
    )


def staff(number: int) -> st.SearchStrategy[Staff]:
    away = st.tuples(st.integers(0, 20_000), st.integers(1, 5_000)).map(
        lambda one: (Away(at(one[0]), at(one[0] + one[1])),)
    )
    return st.builds(
        Staff,
        st.just(PersonId(number)),
        calendars(),
        st.sampled_from([(), ("fr",), ("fr", "en"), ("de",)]),
        st.sampled_from([(), ("refund",)]),
        capacity=st.integers(0, 9),
        away=st.one_of(st.just(()), away),
    )


TEAMS = st.integers(1, 4).flatmap(lambda many: st.tuples(*(staff(number) for number in range(1, many + 1))))
ARRIVALS = st.lists(
    st.tuples(
        st.integers(0, 40_000),
        st.sampled_from(list(Kind)),
        st.sampled_from(["", "fr", "de", "ja"]),
        st.integers(1, 4),
        st.integers(1, 3_000),
    ),
    max_size=25,
)


END = at(50_000)


class Team:
    """Plays arrivals, finishes what was given after a while, and keeps what became of it."""

    def __init__(
        self, choice: RoutingSettings, people: tuple[Staff, ...], arrivals: list[tuple[int, Kind, str, int, int]]
    ) -> None:
        self.state = State(choice, people)
        self.log: list[Happened] = []
        self.given: list[Given] = []
        replay = Replay(self.state, at(-1))
        ends: list[tuple[int, int]] = []
        lasts = {number: one[4] for number, one in enumerate(arrivals)}
        coming = [(one[0], number) for number, one in enumerate(arrivals)]
        while coming or ends:
            is_end = bool(ends) and (not coming or min(ends) <= min(coming))
            minute, number = min(ends if is_end else coming)
            (ends if is_end else coming).remove((minute, number))
            if is_end:
                after = replace(replay.threads[ThreadId(number)], status=Status.DONE)
            else:
                _, kind, language, contact, _ = arrivals[number]
                after = waiting(
                    number, kind=kind, language=language, contact_id=ContactId(contact), created_at=at(minute)
                )
            happened = Happened(at(minute), after)
            self.log.append(happened)
            found = replay.play(happened)
            self.given += found
            # What somebody was given in the past may have ended since; then it ends now.
            for one in found:
                done = max(minute, int((one.at - NOON) / timedelta(minutes=1)) + lasts[one.thread])
                ends.append((done, int(one.thread)))
            if not coming and not ends:
                # Who comes to work later is given what still waits.
                self.log.append(Happened(END))
                for one in replay.play(self.log[-1]):
                    self.given.append(one)


@settings(max_examples=20, deadline=None)
@given(st.sampled_from([TURNS, LEAST, FITTING, replace(FITTING, anybody=False)]), TEAMS, ARRIVALS, st.data())
def test_however_often_one_looks_the_log_gives_the_same_list_and_nobody_gets_what_they_may_not(
    choice: RoutingSettings,
    people: tuple[Staff, ...],
    arrivals: list[tuple[int, Kind, str, int, int]],
    data: st.DataObject,
) -> None:
    team = Team(choice, people, arrivals)
    looks = [Happened(at(minute)) for minute in data.draw(st.lists(st.integers(0, 40_000), max_size=30))]
    # Threads end as their log says they did: what was given is not part of it and must come out again.
    watched = sorted([*team.log, *looks], key=lambda one: one.at)

    assert replayed(team.state, at(-1), watched) == team.given

    by_id = {one.person: one for one in people}
    held: Counter[PersonId] = Counter()
    threads = {happened.thread.id: happened.thread for happened in team.log if happened.thread is not None}
    ended = [(one.at, 0, one.thread) for one in team.log if one.thread and one.thread.status is Status.DONE]
    for _, is_given, one in sorted([*ended, *((one.at, 1, one) for one in team.given)], key=lambda each: each[:2]):
        if isinstance(one, Given):
            person = one.decision.person
            assert is_given
            assert person is not None
            assert by_id[person].is_there(one.at)
            held[person] += weight(threads[one.thread])
            assert held[person] <= by_id[person].capacity
        elif one.assignee_id is not None:
            held[one.assignee_id] -= weight(one)


def test_what_waits_goes_out_at_the_moment_somebody_comes_to_work_not_when_one_looks() -> None:
    state = State(TURNS, (replace(FR, shifts=NIGHTS),))
    log = [Happened(NOON, waiting(1)), Happened(NOON + timedelta(days=1), waiting(2)), Happened(at(9_999))]

    given = [(one.thread, one.at) for one in replayed(state, at(-1), log)]

    evening = NOON.replace(hour=20)  # 22:00 in Paris in June
    assert given == [(1, evening), (2, evening + timedelta(days=1))]


def test_the_days_before_are_played_again_with_another_choice_and_every_thread_is_somebodys_or_the_teams() -> None:
    days = [
        thread(
            id=ThreadId(number),
            contact_id=ContactId(number),
            status=Status.DONE,
            created_at=at(number),
            last_in_at=at(number),
            last_out_at=at(number + 1),
        )
        for number in range(1, 9)
    ]
    unanswered = [
        thread(id=ThreadId(20 + n), created_at=at(20 + n), contact_id=None, assignee_id=ZOE) for n in range(5)
    ]
    people = (FR, replace(DE, capacity=4), replace(FR, person=ZOE, capacity=0))

    shares = preview([*unanswered, *days], people, TURNS, at(60))

    assert shares == {LEA: 7, NOAH: 6, None: 0}
    small = (replace(FR, capacity=2),)
    assert preview([*unanswered, *days], small, TURNS, at(60)) == {LEA: 9, None: 4}
    assert preview(days, people, RoutingSettings(), at(60)) == {}
    assert preview([], people, TURNS, at(60)) == {}
