"""Threads are given out in the transaction of what happened, once, with the reason; nobody gets what they may not."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from socialdesk.engine.routing import decide, give
from socialdesk.model.calendar import Calendar, Span
from socialdesk.model.command import Assign, EraseContact, MarkDone, Snooze
from socialdesk.model.identifiers import PersonId, ThreadId
from socialdesk.model.message import Happening
from socialdesk.model.person import Person
from socialdesk.model.routing import RoutingSettings, Strategy, Why, read
from socialdesk.model.shift import Cover, Staff
from socialdesk.model.staff_command import BeAway, BeBack, SetRouting, SetStaff
from socialdesk.model.staff_form import routing_written, written
from socialdesk.model.thread import Status, Thread
from socialdesk.store.conversation import conversation
from socialdesk.store.staff import (
    ARRIVED,
    HELD,
    KNEW,
    LATE,
    LOADS,
    MOST,
    NEXT_LATE,
    ON_CALL,
    TURN,
    arrived_since,
    had_on_call,
    log_of,
)
from tests.engine.desk_work import EVERYTHING, ME, NOON, Place
from tests.model.builders import thread

pytestmark = pytest.mark.anyio
LEA, NOAH = PersonId(2), PersonId(3)
TURNS = RoutingSettings(Strategy.TURNS, to_who_knew=False)
# NOON is a Saturday.
EVENING = Calendar("UTC", ((Span(18 * 60, 22 * 60),),) * 7)


async def team(place: Place, settings: RoutingSettings, *people: Staff) -> None:
    """A workspace of three of whom only these take part, connected."""
    with place.engine.cache.change() as change:
        change.put_person(Person(LEA, "Léa Marchand"))
        change.put_person(Person(NOAH, "Noah Keller"))
    taking = {one.person: one for one in people}
    for person in (ME, LEA, NOAH):
        await place.do(SetStaff(person, written(taking.get(person, Staff(person, capacity=0)))))
    await place.do(SetRouting(routing_written(settings)))
    await place.connect()


async def ask(place: Place, *names: str) -> None:
    """Let people ask, each once in a thread of their own."""
    for name in names:
        place.platform.ask(name, f"{name} asks")
    await place.read()


def whose(place: Place) -> dict[str, PersonId | None]:
    return {one.remote_id: one.assignee_id for one in place.threads(EVERYTHING)}


def named(place: Place, name: str) -> Thread:
    return next(one for one in place.threads(EVERYTHING) if one.remote_id == name)


def lines(place: Place, name: str) -> list[str]:
    entries = conversation(place.engine.cache, named(place, name).id, None, 100).entries
    return [f"{entry.what} {entry.detail}" for entry in entries if isinstance(entry, Happening)]


async def test_nothing_is_given_out_where_nobody_chose_it(place: Place) -> None:
    await place.connect()
    await ask(place, "t1")

    assert whose(place) == {"t1": None}
    assert lines(place, "t1") == []


async def test_what_comes_goes_round_and_waits_for_room_that_the_next_act_makes(place: Place) -> None:
    await team(place, TURNS, Staff(LEA, capacity=2), Staff(NOAH, capacity=2))
    await ask(place, "t1", "t2", "t3")
    assert whose(place) == {"t1": LEA, "t2": NOAH, "t3": None}
    assert "Léa Marchand" in lines(place, "t1")[0]
    assert [read(line.split(" ", 1)[1]) is not None for line in lines(place, "t3")] == [True]
    assert '"no_room"' in lines(place, "t3")[0]

    await place.do(MarkDone(named(place, "t2").id))

    assert whose(place) == {"t1": LEA, "t2": NOAH, "t3": NOAH}
    (found,) = log_of(place.engine.cache, named(place, "t3").id)
    decision = read(found[2])
    assert decision is not None
    assert (found[1], decision.why) == (NOAH, Why.ALONE)

    # Whoever is given something by hand has it, room or not, and what is given back by hand stays the team's.
    await place.do(Assign(named(place, "t1").id, NOAH))
    await place.do(Assign(named(place, "t1").id, None))
    await place.do(Snooze(named(place, "t3").id, NOON + timedelta(hours=1)))
    assert whose(place)["t1"] is None

    await place.restart()
    await ask(place, "t4")
    assert whose(place)["t4"] == LEA


async def test_a_shift_that_begins_is_an_event_also_when_nobody_looked_at_that_moment(place: Place) -> None:
    await team(place, TURNS, Staff(LEA, EVENING))
    await ask(place, "t1")
    assert whose(place) == {"t1": None}
    assert '"nobody_there"' in lines(place, "t1")[0]

    routing = place.engine._routing
    routing.step(place.clock.now())
    assert routing.next == NOON + timedelta(hours=6)
    place.wait(hours=5, minutes=59)
    routing.step(place.clock.now())
    assert whose(place) == {"t1": None}
    place.wait(hours=1)
    routing.step(place.clock.now())

    assert whose(place) == {"t1": LEA}


async def test_who_wrote_before_goes_to_whom_they_talked_with_and_to_another_with_the_reason_while_they_are_away(
    place: Place,
) -> None:
    await team(place, replace(TURNS, to_who_knew=True), Staff(LEA), Staff(NOAH))
    await ask(place, "t1")
    first = named(place, "t1")
    assert first.assignee_id == LEA
    with place.engine.cache.change() as change:
        change.put_thread(replace(first, id=ThreadId(0), remote_id="t9", assignee_id=NOAH, last_in_at=NOON))
    await place.do(Assign(first.id, None))
    await place.do(MarkDone(first.id))
    place.wait(minutes=1)
    await ask(place, "t1")
    assert whose(place)["t1"] == NOAH

    await place.do(Assign(first.id, None))
    await place.do(MarkDone(first.id))
    await place.do(BeAway(NOAH, NOON + timedelta(days=2), "sick"))
    place.wait(minutes=1)
    await ask(place, "t1")

    assert whose(place)["t1"] == LEA
    assert (
        '"because": "away", "person_name": "Léa Marchand", "instead_of_name": "Noah Keller"' in lines(place, "t1")[-1]
    )


async def test_while_somebody_is_away_their_back_up_has_what_waits_and_what_comes_until_they_are_back(
    place: Place,
) -> None:
    await team(place, RoutingSettings(), Staff(LEA, cover=Cover(NOAH)), Staff(NOAH))
    await ask(place, "t1", "t2", "t3")
    for name in ("t1", "t2", "t3"):
        await place.do(Assign(named(place, name).id, LEA))
    await place.do(MarkDone(named(place, "t2").id))

    await place.do(BeAway(LEA, None))
    assert whose(place) == {"t1": NOAH, "t2": LEA, "t3": NOAH}
    place.wait(minutes=1)
    await ask(place, "t2")
    assert whose(place)["t2"] == NOAH
    assert '"why": "cover"' in lines(place, "t2")[-1]

    await place.do(BeBack(LEA))
    await place.do(Assign(named(place, "t2").id, LEA))
    place.wait(minutes=1)
    await ask(place, "t2")
    assert whose(place)["t2"] == LEA


async def test_what_is_late_goes_on_once_to_the_back_up_or_in_turn_to_who_is_on_call(place: Place) -> None:
    await team(
        place,
        RoutingSettings(late_min=60),
        Staff(ME, cover=Cover(LEA, while_away=False, late_min=30)),
        Staff(LEA, capacity=2, on_call=True),
        Staff(NOAH, on_call=True),
    )
    await ask(place, "t1", "t2", "t3")
    for name in ("t1", "t2"):
        await place.do(Assign(named(place, name).id, ME))
    routing = place.engine._routing
    routing.step(place.clock.now())
    assert routing.next == NOON + timedelta(hours=24, minutes=30, milliseconds=1)

    place.wait(hours=24, minutes=30, seconds=1)
    routing.step(place.clock.now())
    # The back-up has room for one of them.
    assert whose(place) == {"t1": LEA, "t2": ME, "t3": None}
    place.wait(minutes=30)
    routing.step(place.clock.now())
    assert whose(place) == {"t1": LEA, "t2": NOAH, "t3": NOAH}
    # Only what somebody had on call counts for their turns: two messages, twice since it is a Sunday.
    assert had_on_call(place.engine.cache.ask, place.clock.now()) == {NOAH: 8}

    await place.do(Assign(named(place, "t2").id, ME))
    place.wait(hours=3)
    routing.step(place.clock.now())
    await place.restart()
    await place.engine.sync_once()
    assert whose(place)["t2"] == ME


async def test_what_cannot_be_meant_changes_nothing_and_says_what_to_do(place: Place) -> None:
    await team(place, RoutingSettings(), Staff(LEA, cover=Cover(NOAH)), Staff(NOAH))
    before = place.engine.cache.team()
    night = Calendar("UTC", ((Span(20 * 60, 40 * 60),), (Span(9 * 60, 17 * 60),), (), (), (), (), ()))

    for command, said in (
        (SetStaff(NOAH, written(Staff(NOAH, cover=Cover(LEA)))), "Noah Keller → Léa Marchand → Noah Keller"),
        (SetStaff(NOAH, written(Staff(NOAH, cover=Cover(PersonId(9))))), "not in the team"),
        (SetStaff(NOAH, written(Staff(NOAH, night))), "cannot be meant"),
        (SetStaff(NOAH, written(Staff(NOAH, Calendar("Europe/Atlantis")))), "no time zone “Europe/Atlantis”"),
        (SetStaff(NOAH, written(Staff(NOAH, Calendar("UTC", country="XX")))), "public holidays"),
        (SetStaff(NOAH, written(Staff(NOAH, capacity=-1))), "cannot be meant"),
        (SetStaff(NOAH, "[]"), "cannot be meant"),
        (SetStaff(NOAH, written(Staff(NOAH)), based_on=7), "meanwhile"),
        (SetStaff(PersonId(9), written(Staff(PersonId(9)))), "not in the team"),
        (BeAway(LEA, NOON - timedelta(minutes=1)), "end before it begins"),
        (BeAway(LEA, None, "moon"), "does not know this reason"),
        (SetRouting('{"strategy": "dice"}'), "does not know this way"),
    ):
        result = place.engine.cache.result(await place.do(command))
        assert result is not None
        assert (result.outcome, said in result.sentence) == ("rejected", True), result.sentence
    assert place.engine.cache.team() == before


async def test_what_was_to_be_given_out_once_goes_out_also_where_nothing_else_does_until_that_is_switched_off(
    place: Place,
) -> None:
    await team(place, RoutingSettings(), Staff(LEA, EVENING))
    await ask(place, "t1")
    asked = named(place, "t1")
    with place.engine.cache.change() as change:
        decision = decide(change, asked, NOON)
        give(change, asked, decision, NOON)
    assert decision.why is Why.NOBODY_THERE

    await place.do(SetStaff(LEA, written(Staff(LEA))))
    assert whose(place) == {"t1": LEA}

    await place.do(SetStaff(LEA, written(Staff(LEA, EVENING))))
    await place.do(Assign(asked.id, None))
    with place.engine.cache.change() as change:
        give(change, named(place, "t1"), decision, NOON)
    await place.do(SetRouting(routing_written(RoutingSettings())))
    await place.do(SetStaff(LEA, written(Staff(LEA))))
    assert whose(place) == {"t1": None}


async def test_who_wrote_and_who_is_gone_leave_nothing_behind(place: Place) -> None:
    await team(place, TURNS, Staff(LEA, capacity=2))
    await ask(place, "t1", "t2")
    cache = place.engine.cache
    counts = "SELECT (SELECT count(*) FROM assignment_log), (SELECT count(*) FROM unrouted)"
    assert cache.ask(counts) == [(1, 1)]

    contact = named(place, "t1").contact_id
    assert contact is not None
    await place.do(EraseContact(contact))
    assert cache.ask(counts) == [(0, 0)]


async def test_hours_of_a_zone_that_vanished_are_kept_and_what_comes_goes_to_the_team(
    place: Place,
) -> None:
    await team(place, TURNS, Staff(LEA, EVENING))
    with place.engine.cache.change() as change:
        body = written(Staff(LEA, replace(EVENING, zone="Europe/Atlantis")))
        change.put_staff(SetStaff(LEA, body))
    await ask(place, "t1")

    assert whose(place) == {"t1": None}
    assert '"unreadable"' in lines(place, "t1")[0]
    assert place.engine.cache.team().of(LEA).shifts.zone == "Europe/Atlantis"


async def test_no_question_of_giving_out_reads_a_whole_table_of_threads(place: Place) -> None:
    for statement, values in (
        (LATE, (0, MOST)),
        (NEXT_LATE, (0,)),
        (HELD, (1, MOST)),
        (KNEW, (1,)),
        (LOADS, ()),
        (TURN, ()),
        (ON_CALL, (0,)),
        (ARRIVED, (0, MOST)),
    ):
        plan = [row[3] for row in place.engine.cache.ask(f"EXPLAIN QUERY PLAN {statement}", values)]
        scans = ("SCAN thread", "SCAN assignment", "SCAN on_call")
        assert [step for step in plan if step.startswith(scans)] == [], plan


async def test_what_arrived_lately_is_found_whatever_became_of_it_since(place: Place) -> None:
    await place.connect()
    with place.engine.cache.change() as change:
        for number, status in enumerate(Status):
            began = NOON - timedelta(hours=number)
            change.put_thread(
                thread(id=ThreadId(0), remote_id=status, status=status, created_at=began, last_in_at=began)
            )
        # Old, though it was heard of again; and one in which nobody asked anything.
        old = NOON - timedelta(days=9)
        change.put_thread(thread(id=ThreadId(0), remote_id="old", created_at=old, last_in_at=NOON))
        change.put_thread(thread(id=ThreadId(0), remote_id="ours", created_at=NOON, last_in_at=None, last_out_at=NOON))
    found = [one.remote_id for one in arrived_since(place.engine.cache, NOON - timedelta(days=7), MOST)]
    assert found == [*reversed(Status)]
    assert len(arrived_since(place.engine.cache, NOON - timedelta(days=7), 2)) == 2
