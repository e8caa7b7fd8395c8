"""Other hours and targets count from one command on: for who waits, for what comes, wherever it is interrupted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from socialdesk.engine.promises import SLICE, Promises, with_holidays
from socialdesk.model.calendar import Calendar, Span
from socialdesk.model.command import AddTag, Assign, MarkDone, RemoveTag, Reopen, SetPriority, Snooze, WaitOnContact
from socialdesk.model.condition import Field, Is, Not
from socialdesk.model.contact_command import SetContactVip
from socialdesk.model.identifiers import PersonId, ThreadId
from socialdesk.model.policy_command import SetReplyPolicy
from socialdesk.model.policy_form import written
from socialdesk.model.reply_policy import ALWAYS_A_DAY, Promise, ReplyPolicy, Target, Unit
from socialdesk.model.reply_times import Clock
from socialdesk.model.shift import Staff
from socialdesk.model.staff_command import SetStaff
from socialdesk.model.staff_form import written as staff_written
from socialdesk.model.thread import Priority, Status
from socialdesk.store.cache import Cache
from socialdesk.store.change.policies import PROMISED
from socialdesk.store.reply_times import DONE, SAID, reply_times
from tests.engine.desk_work import ME, NOON, Place
from tests.model.builders import at, thread
from tests.store.conftest import filled

pytestmark = pytest.mark.anyio
# NOON is a Saturday.
OFFICE = Calendar("UTC", (*((Span(9 * 60, 17 * 60),),) * 5, (), ()))
POLICY = ReplyPolicy(OFFICE, Target(60, Unit.OPEN_HOURS), Target(2, Unit.WORKING_DAYS))
MONDAY = datetime(2026, 6, 15, tzinfo=UTC)


async def test_another_policy_counts_for_who_waits_for_what_comes_and_after_a_restart(place: Place) -> None:
    await place.connect()
    place.platform.ask("t1", "Where is my jacket?")
    await place.read()
    assert place.thread().due_at == NOON + timedelta(hours=24)

    await place.do(SetReplyPolicy(written(POLICY)))
    assert place.thread().due_at == MONDAY + timedelta(hours=10)

    await place.do(Snooze(place.thread().id, MONDAY + timedelta(days=9)))
    assert place.thread().due_at == MONDAY + timedelta(hours=10)
    await place.restart()
    place.wait(hours=1)
    await place.reply("On its way.")
    await place.send()
    place.wait(minutes=30)
    place.platform.ask("t1", "Which way?")
    await place.read()
    # Asked on Saturday, so it counts from Monday 9:00, two working days on.
    assert place.thread().due_at == MONDAY + timedelta(days=2, hours=9)

    await place.do(MarkDone(place.thread().id))
    place.wait(hours=1)
    place.platform.ask("t1", "Now I have another question.")
    await place.read()
    assert place.thread().waiting_since == NOON + timedelta(hours=2, minutes=30)
    assert place.thread().due_at == MONDAY + timedelta(hours=10)


async def test_who_it_is_for_is_decided_anew_by_a_tag_a_priority_a_member_and_what_matters(place: Place) -> None:
    await place.connect()
    place.platform.ask("t1", "Where is my jacket?")
    await place.read()
    names = {"refund": Field.TAG, "high": Field.PRIORITY, "nobody": Field.WHOSE, "yes": Field.VIP}
    special = [Promise(f"for {name}", Is(field, frozenset({name}))) for name, field in names.items()]
    special = [replace(one, first=Target(60 * at)) for at, one in enumerate(special, 1)]
    special[2] = replace(special[2], when=Not(special[2].when))
    await place.do(SetReplyPolicy(written(replace(POLICY, special=tuple(special)))))
    assert place.engine.cache.reply_policy().special == tuple(special)
    thread_, contact = place.thread().id, place.thread().contact_id
    assert contact is not None
    assert place.thread().due_at == MONDAY + timedelta(hours=10)

    def hours_on() -> float | None:
        due = place.thread().due_at
        return None if due is None else (due - NOON).total_seconds() / 3600

    await place.do(SetContactVip(contact, True))
    assert hours_on() == 4
    await place.do(Assign(thread_, place.thread().assignee_id or PersonId(1)))
    assert hours_on() == 3
    await place.do(SetPriority(thread_, Priority.HIGH))
    assert hours_on() == 2
    await place.do(AddTag(thread_, "refund"))
    assert hours_on() == 1
    await place.do(RemoveTag(thread_, "refund"))
    assert hours_on() == 2
    await place.restart()
    assert hours_on() == 2


async def test_whoever_writes_a_thread_when_it_is_due_follows_from_the_promise_that_counts_then(cache: Cache) -> None:
    hidden = Promise("hidden", Is(Field.SHIELDED), first=Target(5))
    taken = Promise("taken", Not(Is(Field.WHOSE, frozenset({"nobody"}))), first=Target(10))
    with cache.change() as change:
        change.put_policy(replace(POLICY, first=Target(60), special=(hidden, taken)), None, NOON)
        one = change.put_thread(thread(id=ThreadId(0), remote_id="new", waiting_since=NOON))
        assert one.due_at == NOON + timedelta(minutes=60)
        one = change.put_thread(replace(one, assignee_id=PersonId(1)))
        assert one.due_at == NOON + timedelta(minutes=10)
        one = change.put_thread(replace(one, shield="abuse"))
        assert one.due_at == NOON + timedelta(minutes=5)
    assert cache.thread(one.id) == replace(one, rev=one.rev)


async def test_a_wait_on_the_contact_stops_the_clock_on_the_disk_and_what_they_write_lets_it_go_on(
    place: Place,
) -> None:
    await place.connect()
    place.platform.ask("t1", "Where is my jacket?")
    await place.read()
    await place.reply("On its way.")
    await place.send()
    place.wait(hours=1)
    place.platform.ask("t1", "Which way?")
    await place.read()
    asked = place.thread().waiting_since
    assert asked is not None
    place.wait(hours=1)
    await place.do(WaitOnContact(place.thread().id))
    assert place.thread().due_at is None
    await place.restart()
    place.wait(hours=5)
    place.platform.ask("t1", "Hello?")
    await place.read()
    assert (place.thread().waiting_since, place.thread().due_at) == (asked, asked + timedelta(hours=29))
    assert place.thread().status is Status.OPEN


async def test_the_times_of_a_thread_are_told_from_the_disk_by_the_versions_that_counted(place: Place) -> None:
    await place.connect()
    old = replace(ALWAYS_A_DAY, first=Target(120), resolution=Target(600))
    await place.do(SetReplyPolicy(written(old)))
    place.platform.ask("t1", "Where is my jacket?")
    await place.read()
    place.wait(hours=1)
    await place.reply("On its way.")
    await place.send()
    sent = place.thread().last_out_at
    place.wait(minutes=1)
    urgent = Promise("Urgent", Is(Field.PRIORITY, frozenset({"high"})), next=Target(30))
    await place.do(SetReplyPolicy(written(replace(old, special=(urgent,)))))
    place.wait(hours=2)
    place.platform.ask("t1", "Which way?")
    await place.read()
    asked = place.thread().waiting_since
    assert asked is not None
    await place.do(SetPriority(place.thread().id, Priority.HIGH))
    place.wait(minutes=10)
    await place.do(WaitOnContact(place.thread().id))
    place.wait(minutes=10)
    await place.do(Reopen(place.thread().id))
    place.wait(minutes=5)
    await place.reply("By post.", then_done=True)
    await place.send()

    first, done, later = reply_times(place.engine.cache, place.thread())
    assert (first.clock, first.due, first.met, first.version) == (Clock.FIRST, NOON + timedelta(hours=2), sent, 1)
    assert (later.clock, later.started, later.promise, later.version) == (Clock.NEXT, asked, "Urgent", 2)
    assert [ends - begins for begins, ends in later.paused if ends] == [timedelta(minutes=10)]
    assert later.due == asked + timedelta(minutes=40)
    assert (later.met, later.is_late(NOON + timedelta(days=9))) == (place.thread().last_out_at, False)
    assert (done.clock, done.target) == (Clock.RESOLUTION, None)  # what is urgent has none
    assert done.met is not None
    for statement in (SAID, DONE):
        values = (1, 5) if statement is SAID else (1,)
        plan = " ".join(row[3] for row in place.engine.cache.ask(f"EXPLAIN QUERY PLAN {statement}", values))
        assert "USING INDEX" in plan
        assert "TEMP B-TREE" not in plan


async def test_a_policy_that_cannot_be_meant_or_was_overtaken_changes_nothing(place: Place) -> None:
    await place.connect()
    place.platform.ask("t1", "Where is my jacket?")
    await place.read()
    await place.do(SetReplyPolicy(written(POLICY)))
    before = place.engine.cache.reply_policy()

    for command, said in (
        (SetReplyPolicy(written(replace(POLICY, first=Target(0)))), "cannot be meant"),
        (SetReplyPolicy("nonsense"), "cannot be meant"),
        (SetReplyPolicy(written(replace(POLICY, calendar=replace(OFFICE, zone="Moon/Base")))), "zone “Moon/Base”"),
        (SetReplyPolicy(written(ALWAYS_A_DAY), based_on=7), "changed the hours"),
        (SetReplyPolicy(written(replace(POLICY, calendar=replace(OFFICE, country="XX")))), "public holidays"),
        (
            SetReplyPolicy(written(replace(POLICY, special=(Promise("x", calendar=replace(OFFICE, country="XX")),)))),
            "public holidays",
        ),
        (SetReplyPolicy(written(replace(POLICY, special=(Promise(" "),)))), "cannot be meant"),
    ):
        result = place.engine.cache.result(await place.do(command))
        assert result is not None
        assert result.outcome == "rejected"
        assert said in result.sentence
    assert place.engine.cache.reply_policy() == before
    assert place.thread().due_at == MONDAY + timedelta(hours=10)

    await place.do(SetReplyPolicy(written(ALWAYS_A_DAY), based_on=before.version))
    assert place.thread().due_at == NOON + timedelta(hours=24)


async def test_holidays_are_those_of_the_country_and_a_new_year_brings_its_own(place: Place) -> None:
    french = replace(POLICY, calendar=replace(OFFICE, country="FR"))
    await place.do(SetReplyPolicy(written(french)))

    policy = place.engine.cache.reply_policy()
    assert date(2026, 7, 14) in {one.day for one in policy.calendar.holidays}
    assert policy.calendar.holidays[-1].day == date(2028, 12, 25)

    later = Promises(place.engine.cache)
    later.step(datetime(2027, 12, 31, tzinfo=UTC))
    assert place.engine.cache.reply_policy() == policy
    later.step(datetime(2028, 1, 1, tzinfo=UTC))
    renewed = place.engine.cache.reply_policy()
    assert (renewed.version, renewed.calendar.holidays[-1].day) == (policy.version + 1, date(2030, 12, 25))
    assert renewed == replace(with_holidays(policy, 2028), version=renewed.version)

    own = replace(ALWAYS_A_DAY, special=(Promise("there", calendar=french.calendar),))
    await place.do(SetReplyPolicy(written(own)))
    kept = place.engine.cache.reply_policy().special[0].calendar
    assert kept is not None
    assert date(2026, 7, 14) in {one.day for one in kept.holidays}


async def test_shifts_keep_the_holidays_of_their_own_country_and_a_new_year_brings_more(place: Place) -> None:
    french = Staff(ME, replace(OFFICE, country="FR"), languages=("fr",))
    await place.do(SetStaff(ME, staff_written(french)))
    staff = place.engine.cache.team().of(ME)
    quatorze = datetime(2026, 7, 14, 10, tzinfo=UTC)  # a Tuesday
    assert (staff.is_there(quatorze), staff.is_there(quatorze + timedelta(days=1))) == (False, True)
    assert staff.shifts.holidays[-1].day == date(2028, 12, 25)

    Promises(place.engine.cache).step(datetime(2028, 1, 1, tzinfo=UTC))
    assert place.engine.cache.team().of(ME).shifts.holidays[-1].day == date(2030, 12, 25)


async def test_a_zone_that_vanished_leaves_the_promise_and_its_hours_are_counted_by_utc_until_another_is_chosen(
    place: Place,
) -> None:
    await place.connect()
    place.platform.ask("t1", "Where is my jacket?")
    await place.read()
    gone = replace(POLICY, calendar=replace(OFFICE, zone="Europe/Atlantis"))
    with place.engine.cache.change() as change:
        change.put_policy(gone, None, NOON)
        change.promise(SLICE)

    kept = place.engine.cache.reply_policy()
    assert (kept.calendar.zone, kept.first) == ("Europe/Atlantis", POLICY.first)
    assert place.thread().due_at == MONDAY + timedelta(hours=10)  # as by UTC, see above

    paris = replace(POLICY, calendar=replace(OFFICE, zone="Europe/Paris"))
    await place.do(SetReplyPolicy(written(paris), based_on=kept.version))
    assert place.thread().due_at == MONDAY + timedelta(hours=8)


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[Cache]:
    opened = filled(tmp_path / "cache.db")
    yield opened
    opened.close()


async def test_many_follow_in_slices_wherever_these_are_stopped_and_what_is_written_meanwhile_at_once(
    cache: Cache,
) -> None:
    count = 2 * SLICE + 10
    with cache.change() as change:
        for number in range(count):
            waits = number % 2 == 0
            one = thread(id=ThreadId(0), remote_id=f"r{number}", waiting_since=at(number) if waits else None)
            change.put_thread(ALWAYS_A_DAY.promised(one))
    waiting = cache.ask("SELECT count(*) FROM thread WHERE waiting_since_at IS NOT NULL")[0][0]
    seq = cache.journal_end()
    with cache.change() as change:
        change.put_policy(POLICY, None, NOON)
        change.promise(100)
    assert cache.is_promising()

    with cache.change() as change:
        new = change.put_thread(change.policy.promised(thread(id=ThreadId(0), remote_id="new", waiting_since=NOON)))
    promises = Promises(cache)
    promises.step(NOON)
    assert promises.next is None  # fewer were left than a slice takes
    assert not cache.is_promising()

    found = cache.threads([ThreadId(number) for number in range(1, count + 2)])
    assert [one for one in found if one != cache.reply_policy().promised(one)] == []
    assert sum(one.due_at is not None for one in found) == waiting + 1
    assert new.due_at == MONDAY + timedelta(hours=10)
    told: set[ThreadId] = set()
    while changes := cache.changes(seq):
        told |= changes.threads
        seq = changes.seq
    assert len(told) == waiting + 1
    plan = " ".join(row[3] for row in cache.ask(f"EXPLAIN QUERY PLAN {PROMISED}", (0, 5)))
    assert "thread_promised" in plan
    assert "TEMP B-TREE" not in plan
