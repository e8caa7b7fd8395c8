"""Rules do their work where things happen: in order, once for each version and event, whatever dies in between."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from socialdesk.connectors.kit.failures import for_nobody
from socialdesk.model.calendar import Calendar, Span
from socialdesk.model.command import AddTag
from socialdesk.model.condition import All, Field, Is, Not
from socialdesk.model.delivery import Delivery
from socialdesk.model.identifiers import MessageId
from socialdesk.model.merging import MergeThreads, UnmergeThreads
from socialdesk.model.policy_command import SetReplyPolicy
from socialdesk.model.policy_form import written
from socialdesk.model.reply_policy import ReplyPolicy
from socialdesk.model.routing import RoutingSettings
from socialdesk.model.rule import Deed, Do, Rule, Trigger, When, to_words
from socialdesk.model.rule_command import ApplyRule, NoteTrial, SaveRule, SuspendAnswers, SwitchRule, TakeBackRule
from socialdesk.model.rule_follow import DEEPEST
from socialdesk.model.saved_reply_command import SaveReply
from socialdesk.model.shift import Staff
from socialdesk.model.thread import Priority, Status
from socialdesk.store.mending import References
from socialdesk.store.rebuild import rebuild_cache
from socialdesk.store.rules import laid_ready, rules, runs_in, runs_of
from socialdesk.support.clock import HandClock
from tests.engine.conftest import Dying
from tests.engine.desk_work import EVERYTHING, ME, NOON, Place
from tests.engine.standin import Died, Fault
from tests.engine.test_routing import LEA, ask, named, team, whose
from tests.model.test_rule import rule

pytestmark = pytest.mark.anyio
OFFICE = Calendar("UTC", (*((Span(9 * 60, 17 * 60),),) * 5, (), ()))
LATE = Is(Field.SAYS, frozenset({"late", "retard"}))


async def let(place: Place, *made: Rule) -> None:
    """Save, try and switch on rules."""
    for one in made:
        await place.do(SaveRule(one.id, to_words(one)))
        version = next(each.version for each in rules(place.engine.cache) if each.id == one.id)
        await place.do(NoteTrial(one.id, version, 7, 100, 1))
        await place.do(SwitchRule(one.id, on=True))


def posted(place: Place, thread: str) -> list[str]:
    """What we said there."""
    return [one["text"] for one in place.platform.posts if one["thread"] == thread]


def received(name: str, *then: Do, **changes: Any) -> Rule:
    return rule(name, **({"then": then, "where": LATE} | changes))


async def test_a_message_is_sorted_once_by_every_rule_in_order_until_one_stops(place: Place) -> None:
    await place.connect()
    await let(
        place,
        received("One", Do(Deed.TAG, "late"), Do(Deed.PRIORITY, "high")),
        received("Two", Do(Deed.ASSIGN, str(ME)), where=Is(Field.TAG, frozenset({"late"})), stops=True),
        received("Three", Do(Deed.TAG, "never")),
    )
    place.platform.ask("t1", "My parcel is LATE!")
    place.platform.ask("t2", "Lovely chocolate")
    await place.read()

    late, lovely = sorted(place.threads(EVERYTHING), key=lambda one: one.remote_id)
    assert (late.tags, late.priority, late.assignee_id) == (("late",), Priority.HIGH, ME)
    assert (lovely.tags, lovely.priority) == ((), Priority.NORMAL)
    found = runs_in(place.engine.cache, late.id)
    assert [(one.name, one.reasons) for one in found] == [("Two", (("tag", "late"),)), ("One", (("says", "late"),))]
    assert [(one.deed, one.value, one.before) for one in found[1].did] == [
        ("tag", "late", ""),
        ("priority", "high", "normal"),
    ]
    line = place.engine.cache.ask("SELECT detail FROM happening WHERE what = 'rule' ORDER BY id")
    told = [json.loads(one) for (one,) in line]
    assert [(one["name"], one["did"]) for one in told] == [
        ("One", [["tag", "late"], ["priority", "high"]]),
        ("Two", [["assign", str(ME)]]),
    ]

    await place.read()
    await place.restart()
    await place.engine.read_again()
    assert len(runs_in(place.engine.cache, late.id)) == 2


@pytest.mark.parametrize("instant", ["ingest.before_cursor", "ingest.before_commit", "ingest.after_commit"])
async def test_whatever_dies_each_rule_has_done_its_work_once(place: Place, dying: Dying, instant: str) -> None:
    await place.connect()
    await let(place, received("One", Do(Deed.TAG, "late"), Do(Deed.NOTIFY, str(ME))))
    place.platform.ask("t1", "late")
    dying.at = instant
    with pytest.raises(Died):
        await place.read()
    await place.restart()
    await place.read()

    thread = place.thread(EVERYTHING)
    assert (thread.tags, thread.mentions_me) == (("late",), True)
    cache = place.engine.cache
    assert cache.ask("SELECT count(*) FROM note") == [(1,)]
    assert len(runs_in(cache, thread.id)) == 1


async def test_rules_that_bring_each_other_about_end(place: Place, expect_log: Callable[[str], None]) -> None:
    expect_log("bring each other about")
    await place.connect()
    tagged = {"where": All(())}
    await let(
        place,
        received("One", Do(Deed.UNTAG, "b"), Do(Deed.TAG, "a"), when=When(Trigger.TAGGED, frozenset({"b"})), **tagged),
        received("Two", Do(Deed.UNTAG, "a"), Do(Deed.TAG, "b"), when=When(Trigger.TAGGED, frozenset({"a"})), **tagged),
    )
    place.platform.ask("t1", "Hello")
    await place.read()
    await place.do(AddTag(place.thread(EVERYTHING).id, "a"))
    found = runs_in(place.engine.cache, place.thread(EVERYTHING).id)
    assert len(found) == DEEPEST + 1
    assert [one.skipped for one in found[0].did] == ["deep"]


async def test_time_alone_makes_rules_work_at_its_own_moments_even_after_a_long_sleep(place: Place) -> None:
    await place.connect()
    place.platform.ask("old", "Was here before")
    await place.read()
    place.wait(hours=25)
    await let(
        place,
        received("Soon", Do(Deed.PRIORITY, "high"), when=When(Trigger.RUNNING_OUT), where=All(())),
        received("Late", Do(Deed.TAG, "overdue"), when=When(Trigger.LATE), where=All(())),
        received("Idle", Do(Deed.TAG, "quiet"), when=When(Trigger.IDLE, minutes=90), where=All(())),
    )
    place.platform.ask("t1", "Hello")
    asked = place.clock.now()
    await place.read()
    engine = place.engine
    engine._rules.finish(place.clock.now())
    assert engine._rules.next == asked + timedelta(minutes=90)

    place.wait(minutes=89)
    engine._rules.finish(place.clock.now())
    new = next(one for one in place.threads(EVERYTHING) if one.remote_id == "t1")
    assert new.tags == ()
    place.wait(days=3)
    await place.restart()
    place.engine._rules.finish(place.clock.now())

    old, new = sorted(place.threads(EVERYTHING), key=lambda one: one.remote_id)
    assert (new.tags, new.priority) == (("quiet", "overdue"), Priority.HIGH)
    assert (old.tags, old.priority) == ((), Priority.NORMAL)  # its moments were over when the rules began
    assert [(one.name, one.happened_at - asked) for one in reversed(runs_in(place.engine.cache, new.id))] == [
        ("Idle", timedelta(minutes=90)),
        ("Soon", timedelta(hours=18)),
        ("Late", timedelta(hours=24)),
    ]
    assert place.engine._rules.next is None
    plan = " ".join(row[3] for row in place.engine.cache.ask("EXPLAIN QUERY PLAN SELECT min(at) FROM rule_timer"))
    assert "rule_timer_at" in plan


async def test_who_comes_back_after_a_silence_and_many_at_once_are_noticed(place: Place) -> None:
    await place.connect()
    await let(
        place,
        received("Back", Do(Deed.TAG, "back"), when=When(Trigger.RETURNS, minutes=60), where=All(())),
        received("Wave", Do(Deed.TAG, "wave"), when=When(Trigger.VOLUME, many=3, minutes=10), where=All(())),
    )
    place.platform.ask("t1", "one")
    await place.read()
    place.wait(minutes=59)
    place.platform.ask("t1", "two")
    await place.read()
    assert place.thread(EVERYTHING).tags == ()
    place.wait(minutes=61)
    place.platform.ask("t1", "three")
    await place.read()
    assert place.thread(EVERYTHING).tags == ("back",)
    for number in range(4):
        place.platform.ask(f"more{number}", "and more")
    await place.read()
    waves = [one for one in place.threads(EVERYTHING) if "wave" in one.tags]
    assert len(waves) == 1
    assert len(runs_of(place.engine.cache, "id-Wave")) == 1


async def test_outside_hours_it_is_acknowledged_once_a_day_and_no_clock_stops(place: Place) -> None:
    await place.connect()  # NOON is a Saturday
    await place.do(SetReplyPolicy(written(ReplyPolicy(OFFICE))))
    await place.do(SaveReply(None, "closed", "Closed", "", (("en", "Hello {first name | there}, back on Monday."),)))
    await let(place, received("Ack", Do(Deed.ACKNOWLEDGE, "1"), where=Is(Field.OUTSIDE_HOURS)))
    place.platform.ask("t1", "Anybody there?")
    await place.read()
    waiting, due = place.thread(EVERYTHING).waiting_since, place.thread(EVERYTHING).due_at
    place.platform.ask("t1", "Hello?")
    await place.read()
    place.wait(seconds=30)
    await place.send()
    await place.read()

    thread = place.thread(EVERYTHING)
    assert posted(place, "t1") == ["Hello Ann, back on Monday."]
    assert (thread.waiting_since, thread.due_at, thread.status, thread.last_out_at) == (waiting, due, Status.OPEN, None)
    assert [one.did[0].skipped for one in runs_in(place.engine.cache, thread.id)] == ["today", ""]


async def test_nothing_is_acknowledged_that_the_platform_knows_a_machine_wrote(place: Place) -> None:
    await place.connect()
    await place.do(SetReplyPolicy(written(ReplyPolicy(OFFICE))))
    await place.do(SaveReply(None, "closed", "Closed", "", (("en", "Back on Monday."),)))
    await let(place, received("Ack", Do(Deed.ACKNOWLEDGE, "1"), where=Is(Field.OUTSIDE_HOURS)))
    place.platform.ask("t1", "I am out of the office")
    await place.read()
    before = place.thread(EVERYTHING)
    place.wait(seconds=30)
    place.platform.faults.append(Fault(for_nobody("A machine wrote this.")))
    await place.send()

    after = place.thread(EVERYTHING)
    assert (posted(place, "t1"), after.status, after.last_out_at) == ([], before.status, None)
    assert {one.state for one in place.messages(after)} == {Delivery.RECEIVED}


async def test_what_came_outside_hours_and_is_found_within_is_not_acknowledged(place: Place) -> None:
    await place.connect()
    await place.do(SetReplyPolicy(written(ReplyPolicy(OFFICE))))
    await place.do(SaveReply(None, "closed", "Closed", "", (("en", "Back on Monday."),)))
    await let(place, received("Ack", Do(Deed.ACKNOWLEDGE, "1"), where=Is(Field.OUTSIDE_HOURS)))
    place.platform.ask("t1", "Anybody there?")
    assert isinstance(place.clock, HandClock)
    place.clock.move(datetime(2026, 6, 15, 10, tzinfo=UTC) - NOON)
    await place.read()
    assert [one.did[0].skipped for one in runs_in(place.engine.cache, place.thread(EVERYTHING).id)] == ["open"]


async def test_suspended_answers_stay_here_and_none_is_written(place: Place) -> None:
    await place.connect()
    await place.do(SetReplyPolicy(written(ReplyPolicy(OFFICE))))
    await place.do(SaveReply(None, "closed", "Closed", "", (("en", "Back on Monday."),)))
    await let(place, received("Ack", Do(Deed.ACKNOWLEDGE, "1"), where=All(())))
    place.platform.ask("t1", "Anybody there?")
    await place.read()
    await place.do(SuspendAnswers(on=True))
    place.platform.ask("t2", "And here?")
    await place.read()
    place.wait(seconds=30)
    await place.send()
    assert posted(place, "t1") == []
    second = next(one for one in place.threads(EVERYTHING) if one.remote_id == "t2")
    assert [one.did[0].skipped for one in runs_in(place.engine.cache, second.id)] == ["suspended"]

    await place.do(SuspendAnswers(on=False))
    await place.send()
    assert (posted(place, "t1"), posted(place, "t2")) == (["Back on Monday."], [])

    # What a person wrote before it came is not held up by it.
    first = next(one for one in place.threads(EVERYTHING) if one.remote_id == "t1")
    answer = await place.reply("Here I am.", first, based_on=MessageId(1))
    await place.send()
    assert place.state(answer) is Delivery.SENT

    # What waited for hours by then is no acknowledgement any more.
    place.platform.ask("t3", "And there?")
    await place.read()
    await place.do(SuspendAnswers(on=True))
    place.wait(hours=2)
    await place.do(SuspendAnswers(on=False))
    await place.send()
    assert posted(place, "t3") == []


async def test_a_saved_reply_is_laid_ready_if_it_is_still_there(place: Place) -> None:
    await place.connect()
    await place.do(SaveReply(None, "late", "Late", "", (("en", "Sorry."),)))
    await let(place, received("Draft", Do(Deed.DRAFT, "1")), received("Gone", Do(Deed.DRAFT, "9")))
    place.platform.ask("t1", "late")
    await place.read()
    thread = place.thread(EVERYTHING)
    assert laid_ready(place.engine.cache, thread.id) == (1, "Draft")
    assert [one.did[0].skipped for one in runs_in(place.engine.cache, thread.id)] == ["gone", ""]
    await place.reply("Sorry, it is on its way.")
    assert laid_ready(place.engine.cache, thread.id) is None


async def test_a_rule_that_is_slow_with_a_long_text_is_switched_off_by_name(
    place: Place, expect_log: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    expect_log("is switched off")
    await place.connect()
    await let(place, received("One", Do(Deed.TAG, "a")), received("Two", Do(Deed.TAG, "b"), where=Not(LATE)))
    took = iter([0.0, 60.0])  # the first rule that is asked takes long, the others no time
    monkeypatch.setattr(place.clock, "monotonic_ms", lambda: next(took, 60.0))
    place.platform.ask("t1", "late " * 500)
    await place.read()
    one, two = rules(place.engine.cache)
    assert (one.is_on, two.is_on) == (False, True)
    assert "took 60 ms" in one.off_because
    assert place.thread(EVERYTHING).tags == ()
    place.platform.ask("t2", "Hello")
    await place.read()
    assert sorted(one.tags for one in place.threads(EVERYTHING)) == [(), ("b",)]


async def test_a_rule_gives_a_thread_to_whoever_has_room_and_takes_it_from_nobody(place: Place) -> None:
    await team(place, RoutingSettings(), Staff(LEA, capacity=2))
    await let(
        place, received("One", Do(Deed.ROUTE)), received("Two", Do(Deed.ROUTE)), received("Three", Do(Deed.TAG, "x"))
    )
    await ask(place, "late", "early", "late again")
    assert whose(place) == {"late": LEA, "early": None, "late again": None}
    last = runs_in(place.engine.cache, named(place, "late again").id)
    assert [[one.skipped for one in run.did] for run in last] == [[""], ["nobody"], ["nobody"]]
    await place.do(TakeBackRule("id-One", NOON))
    assert whose(place)["late"] is None


@pytest.mark.parametrize("count", [1, 2])
async def test_whatever_dies_what_the_time_brings_and_what_is_let_loose_is_done_once(
    place: Place, dying: Dying, count: int
) -> None:
    await place.connect()
    late = received("Late", Do(Deed.TAG, "overdue"), Do(Deed.NOTIFY, str(ME)), when=When(Trigger.LATE), where=All(()))
    loose = received("Loose", Do(Deed.TAG, "seen"), Do(Deed.NOTIFY, str(ME)), where=All(()))
    for number in range(3):
        place.platform.ask(f"t{number}", "Hello")
    await place.read()
    await let(place, late, loose)
    place.engine._rules.finish(place.clock.now())
    place.wait(hours=25)
    await place.do(ApplyRule(loose.id, NOON))
    for _ in range(count):
        dying.at = "rules.before_commit"
        with pytest.raises(Died):
            place.engine._rules.finish(place.clock.now())
        await place.restart()
    place.engine._rules.finish(place.clock.now())

    cache = place.engine.cache
    assert [one.tags for one in place.threads(EVERYTHING)] == [("seen", "overdue")] * 3
    assert (len(runs_of(cache, late.id)), len(runs_of(cache, loose.id))) == (3, 3)
    assert cache.ask("SELECT count(*) FROM note") == [(6,)]


async def test_two_threads_made_one_keep_what_rules_did_and_part_with_it(place: Place) -> None:
    await place.connect()
    await let(place, received("One", Do(Deed.TAG, "late")))
    for name in ("t1", "t2"):
        place.platform.ask(name, "late")
    await place.read()
    kept, away = sorted(place.threads(EVERYTHING), key=lambda one: one.remote_id)
    await place.do(MergeThreads(kept.id, away.id, "m1"))
    assert len(runs_in(place.engine.cache, kept.id)) == 2
    await place.do(UnmergeThreads(kept.id, away.id, "m1"))
    assert [len(runs_in(place.engine.cache, one.id)) for one in (kept, away)] == [1, 1]


async def test_a_rebuilt_file_knows_what_rules_did_and_times_anew_what_they_wait_for(place: Place) -> None:
    await place.connect()
    await let(
        place,
        received("One", Do(Deed.TAG, "late")),
        received("Late", Do(Deed.TAG, "overdue"), when=When(Trigger.LATE), where=All(())),
    )
    place.platform.ask("t1", "late")
    await place.read()
    place.engine._rules.finish(place.clock.now())
    path = place.engine.cache.path
    new = path.with_name("new.db")
    await place.engine.close()
    rebuild_cache(path, None, new, References(), 0)
    for ending in ("-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
    new.replace(path)
    await place.restart_from_closed()

    place.engine._rules.finish(place.clock.now())
    assert place.engine._rules.next == NOON + timedelta(hours=24)
    assert [one.is_on for one in rules(place.engine.cache)] == [True, True]
    await place.engine.read_again()
    assert len(runs_in(place.engine.cache, place.thread().id)) == 1
