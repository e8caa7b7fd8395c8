"""Whom rules tell what is late, what they ask of posts and contacts, applying them, a second person, merging."""

from __future__ import annotations

from datetime import timedelta

import pytest

from socialdesk.engine.ingest import Ingest
from socialdesk.engine.rules import Rules
from socialdesk.model.calendar import Calendar, Span
from socialdesk.model.command import AddTag, MarkDone, RemoveTag, Reopen
from socialdesk.model.condition import All, Field, Is
from socialdesk.model.event import PostSeen
from socialdesk.model.merging import MergeThreads, UnmergeThreads
from socialdesk.model.person import Person, Role
from socialdesk.model.policy_command import SetReplyPolicy
from socialdesk.model.policy_form import written
from socialdesk.model.reply_policy import ReplyPolicy
from socialdesk.model.routing import RoutingSettings
from socialdesk.model.rule import Deed, Do, Rule, Trigger, When, to_words
from socialdesk.model.rule_command import (
    ApplyRule,
    ApproveRule,
    AskSecondPerson,
    NoteTrial,
    SaveRule,
    SuspendAnswers,
    SwitchRule,
    TakeBackRule,
    TakeBackRun,
)
from socialdesk.model.saved_reply_command import SaveReply
from socialdesk.model.shift import Staff
from socialdesk.model.staff_command import BeAway
from socialdesk.model.thread import Kind, Status
from socialdesk.store.change.rules import RAN_AT
from socialdesk.store.readings import Connected
from socialdesk.store.rule_rows import JOINED
from socialdesk.store.rule_trial import Trying, Unknown
from socialdesk.store.rules import laid_ready, rules, runs_in, runs_of
from tests.engine.desk_work import EVERYTHING, ME, NOON, Place
from tests.engine.test_ingest import BRAND, seen
from tests.engine.test_routing import LEA, NOAH, named, team
from tests.engine.test_rule_list import done
from tests.engine.test_rules import let, received

pytestmark = pytest.mark.anyio
# NOON is a Saturday, and this office is closed then.
OFFICE = Calendar("UTC", (*((Span(9 * 60, 17 * 60),),) * 5, (), ()))
ALWAYS = All(())


def tried(place: Place, one: Rule, days: int = 7) -> Trying:
    trying = Trying(place.engine.cache, one, place.clock.now(), days)
    while trying.step(50):
        pass
    return trying


def notes(place: Place) -> list[str]:
    return [text for (text,) in place.engine.cache.ask("SELECT text FROM note ORDER BY id")]


async def loose(place: Place, *made: Rule) -> None:
    """Save and try rules, and leave them off."""
    for one in made:
        await place.do(SaveRule(one.id, to_words(one)))
        await place.do(NoteTrial(one.id, 1, 7, 100, 1))


async def test_whoever_is_meant_is_told_once_when_nobody_answered_so_long_after_it_was_due(place: Place) -> None:
    await team(place, RoutingSettings(), Staff(LEA, on_call=True), Staff(NOAH, on_call=True))
    with place.engine.cache.change() as change:
        change.put_person(Person(NOAH, "Noah Keller", Role.LEAD))
    when = When(Trigger.LATE, minutes=90)
    await let(
        place,
        received("Lead", Do(Deed.NOTIFY, f"lead,{ME}"), when=when, where=ALWAYS),
        received("Call", Do(Deed.NOTIFY, "on_call"), when=When(Trigger.LATE, minutes=120), where=ALWAYS),
        received("Late", Do(Deed.TAG, "late"), when=When(Trigger.LATE), where=ALWAYS),
    )
    place.engine._rules.finish(place.clock.now())
    for name in ("t1", "t2"):
        place.platform.ask(name, "Hello")
    await place.read()
    place.wait(hours=24)
    place.engine._rules.finish(place.clock.now())
    assert {one.tags for one in place.threads(EVERYTHING)} == {("late",)}
    await place.reply("Here.", named(place, "t2"))
    await place.send()
    place.wait(minutes=89)
    place.engine._rules.finish(place.clock.now())
    assert notes(place) == []
    place.wait(minutes=1)
    place.engine._rules.finish(place.clock.now())
    assert len(notes(place)) == 1
    assert notes(place)[0].startswith("Lead → @Noah @")
    assert (named(place, "t1").mentions_me, named(place, "t2").mentions_me) == (True, False)

    await place.do(BeAway(LEA, None))
    place.wait(minutes=30)
    place.engine._rules.finish(place.clock.now())
    assert notes(place)[1:] == ["Call → @Noah"]


async def test_a_rule_asks_what_the_post_says_and_who_it_is_from_also_when_two_became_one(place: Place) -> None:
    await place.connect()
    cache = place.engine.cache
    await let(
        place,
        received("Launch", Do(Deed.TAG, "launch"), where=Is(Field.POST_SAYS, frozenset({"jacket", "manteau"}))),
        received("Ann", Do(Deed.TAG, "ann"), where=Is(Field.CONTACT, frozenset({"7", "1"}))),
        received("Other", Do(Deed.TAG, "other"), where=Is(Field.CONTACT, frozenset({"77"}))),
    )
    way = Ingest(cache, cache.channels()[0], Connected(NOON, None, 30), place.clock, rules=Rules(cache, place.clock))
    post = PostSeen("p1", BRAND, "Our new Jackét", "Warm and dry.", NOON, "https://standin.invalid/p1")
    below = seen(1, "t1", kind=Kind.COMMENT, post_remote_id="p1", text="Which sizes?")
    way.take([post, below, seen(2, "t2", text="A jacket?")], "all", "c")
    assert [one.tags for one in (named(place, "t1"), named(place, "t2"))] == [("launch", "ann"), ("ann",)]

    with cache.change() as change:
        change._driver.execute(
            "INSERT INTO contact (id, name, handle, platform, merged_into) VALUES (77, 'A', 'a', 'standin', 1)"
        )
        change._driver.execute("INSERT INTO contact_merge (id, into_id, from_id, merged_at) VALUES ('m', 1, 77, 0)")
    way.take([seen(3, "t3")], "all", "c")
    assert named(place, "t3").tags == ("ann", "other")
    for statement, values in ((JOINED, (1,)), (RAN_AT, (1, "r", 1, 1))):
        plan = " ".join(row[3] for row in cache.ask(f"EXPLAIN QUERY PLAN {statement}", values))
        assert "SCAN contact_merge" not in plan
        assert "SCAN rule_run" not in plan


async def test_two_threads_made_one_keep_the_mark_of_the_day_and_what_lay_ready(place: Place) -> None:
    await place.connect()
    await place.do(SetReplyPolicy(written(ReplyPolicy(OFFICE))))
    await place.do(SaveReply(None, "closed", "Closed", "", (("en", "Back on Monday."),)))
    ack = received("Ack", Do(Deed.ACKNOWLEDGE, "1"), Do(Deed.DRAFT, "1"))
    await let(place, ack)
    for name, text in (("t1", "Hello"), ("t2", "It is late")):
        place.platform.ask(name, text)
    await place.read()
    kept, away = named(place, "t1"), named(place, "t2")
    cache = place.engine.cache
    assert [laid_ready(cache, one.id) for one in (kept, away)] == [None, (1, "Ack")]
    await place.do(MergeThreads(kept.id, away.id, "m1"))
    assert laid_ready(cache, kept.id) == (1, "Ack")
    place.platform.ask("t1", "Still late")
    await place.read()
    assert [one.did[1].skipped for one in runs_in(cache, kept.id)] == ["today", ""]

    await place.do(UnmergeThreads(kept.id, away.id, "m1"))
    # The second run laid the reply ready in the one that stayed.
    assert [(laid_ready(cache, one.id) or (0,))[0] for one in (kept, away)] == [1, 0]
    marks = dict(cache.ask("SELECT thread_id, count(*) FROM rule_answer GROUP BY thread_id"))
    assert marks == {away.id: 1}


@pytest.mark.parametrize(
    "when", [When(Trigger.TAGGED, frozenset({"vat"})), When(Trigger.STATUS, frozenset({"done"})), When(Trigger.LATE)]
)
async def test_what_waits_for_threads_is_applied_to_those_that_are_still_so_once_and_undone_as_one(
    place: Place, when: When
) -> None:
    await place.connect()
    for name in ("t1", "t2", "t3"):
        place.platform.ask(name, "Hello")
    await place.read()
    place.wait(hours=25)
    if when.trigger is not Trigger.LATE:
        for name in ("t1", "t2"):
            await place.do(AddTag(named(place, name).id, "vat"))
            await place.do(MarkDone(named(place, name).id))
        await place.do(RemoveTag(named(place, "t2").id, "vat"))
        await place.do(Reopen(named(place, "t2").id))
    else:
        await place.reply("Here.", named(place, "t2"))
        await place.reply("Here.", named(place, "t3"))
        await place.send()
    one = received("One", Do(Deed.PRIORITY, "high"), when=when, where=ALWAYS)
    await loose(place, one)
    place.wait(minutes=1)
    applied_at = place.clock.now()
    for _ in range(2):
        await place.do(ApplyRule(one.id, NOON - timedelta(days=1)))
    place.engine._rules.finish(place.clock.now())
    assert {one.remote_id for one in place.threads(EVERYTHING) if one.priority == "high"} == {"t1"}
    assert len(runs_of(place.engine.cache, one.id)) == 1

    await place.do(SwitchRule(one.id, on=True))
    await place.do(AddTag(named(place, "t3").id, "vat"))
    await place.do(ApplyRule(one.id, NOON - timedelta(days=1)))
    await place.do(TakeBackRule(one.id, applied_at, applied_at))
    place.engine._rules.finish(place.clock.now())
    raised = {one.remote_id for one in place.threads(EVERYTHING) if one.priority == "high"}
    assert raised == ({"t3"} if when.trigger is Trigger.TAGGED else set())

    two = received("Two", Do(Deed.TAG, "two"), when=when, where=ALWAYS)
    await loose(place, two)
    await place.do(ApplyRule(two.id, NOON - timedelta(days=1)))
    await place.do(TakeBackRule(two.id, place.clock.now(), place.clock.now()))
    place.engine._rules.finish(place.clock.now())
    assert runs_of(place.engine.cache, two.id) == []


async def test_one_thing_a_rule_did_is_taken_back_alone_and_only_once(place: Place) -> None:
    await place.connect()
    call = Do(Deed.CALL, "https://example.org/hook")
    await let(place, received("One", Do(Deed.TAG, "late"), Do(Deed.NOTIFY, str(ME)), call))
    for name in ("t1", "t2"):
        place.platform.ask(name, "late")
    await place.read()
    second, _ = runs_of(place.engine.cache, "id-One")
    assert await done(place, TakeBackRun("id-One", second.id)) == ""
    assert sorted((one.tags, one.mentions_me) for one in place.threads(EVERYTHING)) == [((), False), (("late",), True)]
    assert "already" in await done(place, TakeBackRun("id-One", second.id))
    assert "already" in await done(place, TakeBackRun("id-One", 99))
    assert place.engine.cache.ask("SELECT state FROM rule_call ORDER BY id") == [("queued",), ("canceled",)]


async def test_a_second_person_lets_a_rule_begin_where_a_team_says_so_and_nobody_approves_their_own(
    place: Place,
) -> None:
    cache = place.engine.cache
    one = received("One", Do(Deed.HIDE))
    await place.do(AskSecondPerson(on=True))
    await loose(place, one)
    await place.do(SwitchRule(one.id, on=True))
    assert [(each.is_on, each.asked_by, each.on_from) for each in rules(cache)] == [
        (True, None, place.clock.now() + timedelta(hours=1))  # who works alone has nobody to ask
    ]
    with cache.change() as change:
        change.put_person(Person(LEA, "Léa Marchand"))
    await place.do(SwitchRule(one.id, on=True))
    assert [(each.is_on, each.asked_by) for each in rules(cache)] == [(False, ME)]
    assert "Somebody else" in await done(place, ApproveRule(one.id, 1))

    async def by_lea(version: int) -> str:
        (given,) = place.desk.give([ApproveRule(one.id, version)], LEA, place.clock.now())
        place.engine.apply_pending()
        result = cache.result(given.id)
        assert result is not None
        return result.sentence

    assert "any more" in await by_lea(2)
    assert await by_lea(1) == ""
    assert [(each.is_on, each.asked_by, each.on_from) for each in rules(cache)] == [(True, None, None)]
    assert "any more" in await by_lea(1)
    await place.do(SwitchRule(one.id, on=True))
    await place.do(SwitchRule(one.id, on=False))
    assert [(each.is_on, each.asked_by) for each in rules(cache)] == [(False, None)]
    small = received("Small", Do(Deed.TAG, "a"))
    await let(place, small)
    assert [each.is_on for each in rules(cache)] == [False, True]


async def test_trying_a_rule_counts_what_it_may_acknowledge_and_who_stops_before_as_the_engine_does(
    place: Place,
) -> None:
    await place.connect()
    await place.do(SetReplyPolicy(written(ReplyPolicy(OFFICE))))
    await place.do(SaveReply(None, "closed", "Closed", "", (("en", "Back on Monday."),)))
    await let(place, received("First", Do(Deed.TAG, "late"), stops=True))
    for name, text in (("t1", "Hello"), ("t1", "Anybody?"), ("t2", "It is late"), ("t3", "Good day")):
        place.wait(minutes=1)
        place.platform.ask(name, text)
    await place.read()
    ack = received("Ack", Do(Deed.ACKNOWLEDGE, "1"), where=Is(Field.OUTSIDE_HOURS))
    trying = tried(place, ack)
    assert trying.touched == 3
    outcome = trying.outcome()
    assert (outcome.stopped, dict(outcome.acknowledged)) == (1, {"": 2, "today": 1})
    assert outcome.unknown == (Unknown.HOURS_NOW,)
    await place.do(SuspendAnswers(on=True))
    assert dict(tried(place, ack).outcome().acknowledged) == {"suspended": 3}
    assert tried(place, received("Hide", Do(Deed.HIDE), where=ALWAYS)).outcome().pause == timedelta(hours=1)


async def test_trying_a_rule_tells_that_rules_would_bring_each_other_about(place: Place) -> None:
    await place.connect()
    one = received(
        "One", Do(Deed.UNTAG, "b"), Do(Deed.TAG, "a"), when=When(Trigger.TAGGED, frozenset({"b"})), where=ALWAYS
    )
    two = received(
        "Two", Do(Deed.UNTAG, "a"), Do(Deed.TAG, "b"), when=When(Trigger.TAGGED, frozenset({"a"})), where=ALWAYS
    )
    await let(place, two)
    place.platform.ask("t1", "Hello")
    await place.read()
    await place.do(AddTag(place.thread().id, "b"))
    trying = tried(place, one)
    assert (trying.touched, trying.outcome().again, trying.outcome().deep) == (1, 2, 0)
    assert place.thread(EVERYTHING).tags == ("b",)
    assert place.thread(EVERYTHING).status is Status.OPEN
