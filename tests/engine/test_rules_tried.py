"""A rule can be tried before, let loose on what is there, and taken back; nothing of a person is overwritten."""

from __future__ import annotations

import contextlib
import json
import shutil
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from socialdesk.engine.ingest import Ingest
from socialdesk.engine.rules import Rules
from socialdesk.model.command import AddTag, Assign, Reopen, SetPriority
from socialdesk.model.condition import All, AnyOf, Condition, Field, Is, Not
from socialdesk.model.rule import Deed, Do, Rule, Trigger, When, to_words
from socialdesk.model.rule_command import ApplyRule, NoteTrial, SaveRule, TakeBackRule
from socialdesk.model.saved_reply_command import SaveReply
from socialdesk.model.thread import Kind, Priority, Status
from socialdesk.store.cache import Cache
from socialdesk.store.change.rules import CAME_IN, LAST_RAN, RAN, RUNS_SINCE, SINCE, TIMERS_DUE
from socialdesk.store.readings import Connected
from socialdesk.store.rule_past import DONE
from socialdesk.store.rule_trial import SAID, Trying
from socialdesk.store.rules import RUNS_IN, RUNS_OF, laid_ready, runs_in, runs_of
from socialdesk.support.clock import HandClock
from tests.engine.desk_work import EVERYTHING, ME, NOON, Place
from tests.engine.test_ingest import seen
from tests.engine.test_rule_list import done
from tests.engine.test_rules import LATE, let, received
from tests.model.test_rule import rule
from tests.store.conftest import filled

pytestmark = pytest.mark.anyio


def tried(cache: Cache, one: Rule, days: int = 7) -> Trying:
    trying = Trying(cache, one, NOON + timedelta(days=1), days)
    while trying.step(50):
        pass
    return trying


async def test_a_rule_is_tried_let_loose_and_does_to_what_is_there_just_what_it_said(place: Place) -> None:
    await place.connect()
    texts = {"t1": "My parcel is late", "t2": "Lovely", "t3": "En retard !", "t4": "Too LATE"}
    for thread, text in texts.items():
        place.wait(seconds=1)
        place.platform.ask(thread, text)
    await place.read()
    cache = place.engine.cache
    one = received("One", Do(Deed.TAG, "late"))
    trying = tried(cache, one)
    assert [hit.words for hit in trying.hits] == ["Too LATE", "En retard !", "My parcel is late"]
    assert (trying.looked, trying.touched, trying.trial().share) == (4, 3, 0.75)
    assert [one.tags for one in place.threads(EVERYTHING)] == [()] * 4

    await place.do(SaveRule(one.id, to_words(one)))
    assert "Try this rule first" in await done(place, ApplyRule(one.id, NOON))
    await place.do(NoteTrial(one.id, 1, 7, 4, 3))
    await place.do(ApplyRule(one.id, NOON))
    await place.do(ApplyRule(one.id, NOON))
    place.engine._rules.finish(place.clock.now())
    touched = {one.id for one in place.threads(EVERYTHING) if one.tags == ("late",)}
    assert touched == {hit.thread.id for hit in trying.hits}
    assert len(runs_of(cache, one.id)) == 3

    wave = rule("Two", when=When(Trigger.VOLUME, many=3, minutes=5), where=All(()))
    await place.do(SaveRule(wave.id, to_words(wave)))
    assert "nothing to do with what is there" in await done(place, ApplyRule(wave.id, NOON))


@pytest.mark.parametrize(
    ("when", "count"),
    [
        (When(Trigger.EDITED), 0),
        (When(Trigger.DELETED), 0),
        (When(Trigger.RETURNS, minutes=60), 1),
        (When(Trigger.VOLUME, many=2, minutes=200), 1),
        (When(Trigger.IDLE, minutes=600), 1),
        (When(Trigger.RUNNING_OUT), 1),
        (When(Trigger.LATE), 1),
        (When(Trigger.TAGGED, frozenset({"vat"})), 1),
        (When(Trigger.STATUS, frozenset({"open"})), 0),
        (When(Trigger.ASSIGNED), 1),
    ],
)
async def test_rules_of_every_kind_are_tried(place: Place, when: When, count: int) -> None:
    await place.connect()
    place.platform.ask("t1", "one")
    await place.read()
    place.wait(hours=2)
    place.platform.ask("t1", "two")
    await place.read()
    await place.do(AddTag(place.thread().id, "vat"))
    await place.do(Assign(place.thread().id, ME))
    trying = tried(place.engine.cache, rule("One", when=when, where=All(())))
    assert trying.touched == count


async def test_what_a_rule_did_is_taken_back_save_where_somebody_changed_it_since(place: Place) -> None:
    await place.connect()
    await place.do(SaveReply(None, "late", "Late", "", (("en", "Sorry."),)))
    everything = (
        Do(Deed.TAG, "late"), Do(Deed.PRIORITY, "high"), Do(Deed.ASSIGN, str(ME)), Do(Deed.DRAFT, "1"),
        Do(Deed.NOTIFY, str(ME)), Do(Deed.HIDE), Do(Deed.SHIELD, "spam"), Do(Deed.DONE),
    )  # fmt: skip
    await let(place, received("One", *everything))
    place.platform.ask("t0", "late")
    await place.read()
    assert place.thread(EVERYTHING).tags == ()  # what hides something public begins an hour after it was switched on
    place.wait(hours=1)
    place.platform.ask("t1", "late")
    await place.read()
    before = place.clock.now()
    place.wait(minutes=1)
    place.platform.ask("t2", "late again")
    place.platform.ask("t3", "and late once more")
    await place.read()
    cache = place.engine.cache
    _, first, second, third = sorted(place.threads(EVERYTHING), key=lambda one: one.remote_id)
    assert (second.tags, second.status, second.shield) == (("late",), Status.DONE, "spam")
    assert len([one for one in cache.outbox() if one.act == "hide"]) == 3
    place.wait(minutes=1)
    raised = [SetPriority(third.id, Priority.URGENT), SetPriority(third.id, Priority.HIGH)]  # and meant it, too
    for command in (*raised, Reopen(third.id), AddTag(third.id, "mine")):
        await place.do(command)

    assert await done(place, TakeBackRule("id-One", before + timedelta(seconds=1))) == ""

    _, first, second, third = sorted(place.threads(EVERYTHING), key=lambda one: one.remote_id)
    assert (first.tags, first.status) == (("late",), Status.DONE)
    assert (second.tags, second.priority, second.assignee_id) == ((), Priority.NORMAL, None)
    assert (second.status, second.shield, second.unread, laid_ready(cache, second.id)) == (Status.OPEN, "", 1, None)
    assert (third.tags, third.priority, third.status) == (("mine",), Priority.HIGH, Status.OPEN)
    assert [one.state.value for one in cache.outbox() if one.act == "hide"] == ["queued"]
    (run,) = runs_in(cache, third.id)
    assert {one.deed: one.back for one in run.did} == {
        "tag": "undone", "priority": "changed", "assign": "undone", "shield": "undone", "draft": "undone",
        "notify": "undone", "done": "changed", "hide": "undone",
    }  # fmt: skip
    told = cache.ask("SELECT detail FROM event_log WHERE what = 'rule taken back'")[0][0]
    assert (json.loads(told)["undone"], json.loads(told)["kept"]) == (14, 2)
    assert cache.ask("SELECT count(*) FROM note") == [(1,)]


_conditions: st.SearchStrategy[Condition] = st.recursive(
    st.sampled_from(
        [
            LATE,
            Is(Field.SAYS_PART, frozenset({"ate"})),
            Is(Field.SAYS_EXACTLY, frozenset({"café"})),
            Is(Field.HAS_LINK),
            Is(Field.ONLY_EMOJI),
            Is(Field.WORDS_AT_LEAST, frozenset({"3"})),
            Is(Field.KIND, frozenset({"comment"})),
        ]
    ),
    lambda inner: st.one_of(
        inner.map(Not),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: All(tuple(parts))),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: AnyOf(tuple(parts))),
    ),
    max_leaves=5,
)
_TEXTS = ("too late", "café late", "cafe https://a.example/x", "🎉🎉", "nothing of it at all", "plate")


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty cache, to be copied for each example."""
    path = tmp_path_factory.mktemp("rules") / "cache.db"
    filled(path).close()
    return path


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    where=st.lists(_conditions, min_size=1, max_size=3),
    said=st.lists(st.tuples(st.integers(0, 4), st.sampled_from(_TEXTS), st.booleans()), min_size=1, max_size=8),
    order=st.randoms(use_true_random=False),
)
def test_however_it_is_delivered_each_rule_does_once_what_trying_it_tells(
    template: Path, tmp_path: Path, where: list[Condition], said: list[tuple[int, str, bool]], order: Any
) -> None:
    path = Path(tempfile.mkdtemp(dir=tmp_path)) / "cache.db"
    shutil.copyfile(template, path)
    cache = Cache(path, None, write=True)
    with contextlib.closing(cache):
        made = [
            rule(f"R{place}", where=one, then=(Do(Deed.PRIORITY, "high"),), is_on=True, version=1)
            for place, one in enumerate(where)
        ]
        with cache.change() as change:
            for one in made:
                change.put_rule(one, None, NOON)
        events = [
            seen(number, f"t{thread}", text=text, kind=Kind.COMMENT if is_comment else Kind.DM)
            for number, (thread, text, is_comment) in enumerate(said)
        ]
        clock = HandClock(NOON + timedelta(days=1))
        for _ in range(2):
            way = Ingest(cache, cache.channels()[0], Connected(NOON, None, 30), clock, rules=Rules(cache, clock))
            some = list(events)
            order.shuffle(some)
            cut = order.randint(0, len(some))
            way.take(some[:cut], "all", "c")
            way.take(some[cut:], "all", "c")
        for one in made:
            ran = [run.event.split(":")[1] for run in runs_of(cache, one.id)]
            assert sorted(ran) == sorted({str(hit.message) for hit in tried(cache, one).hits})


async def test_every_question_about_rules_goes_along_an_index(place: Place) -> None:
    cache = place.engine.cache
    for statement, values in (
        (RUNS_OF, ("r", 9, 9)), (RUNS_IN, (1, 9)), (RAN, ("r", 1, "e")), (LAST_RAN, ("r", 1, "a", "b")),
        (RUNS_SINCE, ("r", 9, 9)), (CAME_IN, (1, 0, 9, 9)), (TIMERS_DUE, (9, 9)), (SINCE, (1, 0, 0, 0, 9)),
        (SAID, (1, 0, 9, 9, 9)), (DONE, (9, 9)),
    ):  # fmt: skip
        plan = " ".join(row[3] for row in cache.ask(f"EXPLAIN QUERY PLAN {statement}", values))
        assert "USING" in plan
        assert "SCAN r" not in plan
        assert "TEMP B-TREE FOR ORDER BY" not in plan, statement
