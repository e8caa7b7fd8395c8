"""What waits is told of as it comes, changes, goes and is answered; looked at from the beginning it is the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from socialdesk.engine import hearing
from socialdesk.engine.hearing import Hearing
from socialdesk.model import staff_form
from socialdesk.model.condition import AnyOf, Condition, Field, Is, Not
from socialdesk.model.shift import Staff
from socialdesk.model.signal_words import WordList
from socialdesk.model.signals import numbers
from socialdesk.model.staff_command import SetStaff
from socialdesk.model.thread import Thread
from socialdesk.model.triage import GroupBounds
from socialdesk.model.triage_form import written
from socialdesk.model.triage_policy import SetTriagePolicy, TriagePolicy
from socialdesk.model.view import TEAM, Filter, View, takes
from socialdesk.store.change.signals import WAITING
from socialdesk.store.queue_page import ahead_of_time
from tests.engine.desk_work import EVERYTHING, ME, NOON, Place

pytestmark = pytest.mark.anyio


def _found(thread: Thread) -> dict[str, int]:
    return numbers(thread.signals)


async def test_what_waits_is_told_of_until_it_is_answered_and_in_slices_when_lists_change(place: Place) -> None:
    await place.connect()
    place.platform.ask("t1", "Where is my parcel?")
    await place.read()
    assert _found(place.thread()) == {"once": 1, "question": 1}
    assert place.thread().topics == ("Delivery",)
    place.wait(minutes=5)
    place.platform.ask("t1", "I want my money back, this is unacceptable")
    await place.read()
    assert _found(place.thread()) == {"repeated": 2, "question": 1, "complaint": 1}
    assert place.thread().topics == ("Delivery", "Refund")
    _same_from_the_beginning(place)

    for where, many in (
        (_is(Field.SIGNAL, "repeated"), 1),
        (AnyOf((_is(Field.TOPIC, "Refund"), _is(Field.SIGNAL, "phone"))), 1),
        (AnyOf((_is(Field.TOPIC, "Account"), _is(Field.SIGNAL, "link", "phone"))), 0),
        (Not(_is(Field.TOPIC, "Refund", "Account")), 0),
    ):
        view = View("v", Filter(where=where))
        assert len(place.threads(view)) == many
        assert takes(view.filter, place.thread(), ME) == bool(many)

    await place.reply("On its way.")
    await place.send()
    assert (place.thread().signals, place.thread().topics) == ("", ())

    place.wait(minutes=5)
    place.platform.ask("t1", "Merci, et la jolie veste")
    await place.read()
    assert (_found(place.thread()), place.thread().topics) == ({"once": 1}, ())
    await place.do(SetTriagePolicy(written(TriagePolicy(own_topics=(WordList("Vestes", (("fr", ("veste*",)),)),)))))
    assert place.thread().topics == ("Vestes",)
    version = place.engine.cache.triage_policy().version
    for bad, sentence in (
        (SetTriagePolicy("nonsense"), "cannot be meant"),
        (SetTriagePolicy(written(TriagePolicy()), based_on=version + 4), "changed the order"),
    ):
        result = place.engine.cache.result(await place.do(bad))
        assert result is not None
        assert sentence in result.sentence
    assert place.engine.cache.triage_policy().version == version


async def test_an_answer_in_between_an_edit_and_a_deletion_leave_what_still_waits(place: Place) -> None:
    await place.connect()
    first = place.platform.ask("t1", "Where is my parcel?")
    await place.read()
    place.wait(minutes=10)
    place.platform.ask("t1", "This is unacceptable")
    place.wait(minutes=10)
    await place.read()
    assert _found(place.thread()) == {"repeated": 2, "question": 1, "complaint": 1}
    assert first
    with place.engine.cache.change() as change:
        thread = place.thread()
        assert thread.waiting_since is not None
        change.put_thread(replace(thread, waiting_since=thread.waiting_since + timedelta(minutes=1)))
    assert _found(place.thread()) == {"once": 1, "complaint": 1}
    _same_from_the_beginning(place)


async def test_threads_follow_in_slices_that_may_end_anywhere_along_an_index(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hearing, "SLICE", 2)
    await place.connect()
    for number in range(5):
        place.platform.ask(f"t{number}", "Une veste, s’il vous plaît")
    await place.read()
    jackets = TriagePolicy(own_topics=(WordList("Vestes", (("fr", ("veste*",)),)),))
    await place.do(SetTriagePolicy(written(jackets)))
    assert sum(one.topics == ("Vestes",) for one in place.threads(EVERYTHING)) == 2
    await place.restart()
    assert sum(one.topics == ("Vestes",) for one in place.threads(EVERYTHING)) == 2
    some = Hearing(place.engine.cache)
    some.step(place.clock.now())
    assert some.next is not None
    Hearing(place.engine.cache).finish(place.clock.now())
    assert all(one.topics == ("Vestes",) for one in place.threads(EVERYTHING))
    plan = str(place.engine.cache.ask(f"EXPLAIN QUERY PLAN {WAITING}", (0, 10)))
    assert "thread_promised" in plan


def _is(field: Field, *values: str) -> Condition:
    return Is(field, frozenset(values))


def _same_from_the_beginning(place: Place) -> None:
    before = place.threads(EVERYTHING)
    with place.engine.cache.change() as change:
        for one in before:
            change.put_thread(replace(one, signals=" link:1", topics=("Old",)))
    with place.engine.cache.change() as change:
        change.hear(0, 1000)
    assert [replace(one, rev=0) for one in place.threads(EVERYTHING)] == [replace(one, rev=0) for one in before]


async def test_a_language_nobody_there_speaks_is_told_as_it_was_when_they_last_wrote(place: Place) -> None:
    await place.connect()
    place.platform.ask("t1", "Wo ist mein Paket?")
    await place.read()
    with place.engine.cache.change() as change:
        change.put_thread(replace(place.thread(), language="de"))
    for languages, is_unspoken in ((("fr", "en"), True), (("de",), False), ((), False)):
        await place.do(SetStaff(ME, staff_form.written(Staff(ME, languages=languages))))
        with place.engine.cache.change() as change:
            change.hear_again(place.thread().id)
        assert ("unspoken" in _found(place.thread())) is is_unspoken, languages
        _same_from_the_beginning(place)


async def test_who_was_moved_up_among_the_late_is_counted_along_the_index_of_the_queue(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    await place.connect()
    for number in range(6):
        place.platform.ask(f"t{number}", "Where is it?" if number % 2 else "Thanks")
        place.wait(minutes=4)
    await place.read()
    now = NOON + timedelta(hours=24, minutes=5)  # two are late; the same person wrote all, some ask: 10 to 20 min up
    late = [one for one in place.threads(TEAM) if one.due_at is not None and one.due_at < now]
    bounds = GroupBounds.at(now, now)
    early = [one for one in place.threads(TEAM) if bounds.is_ahead(one)]
    assert (len(late), len(early)) == (2, 3)
    asked: list[tuple[str, tuple[Any, ...]]] = []
    cache, ask = place.engine.cache, place.engine.cache.ask

    def noting(statement: str, words: Any = ()) -> list[Any]:
        asked.append((statement, tuple(words)))
        return ask(statement, words)

    monkeypatch.setattr(cache, "ask", noting)
    assert ahead_of_time(cache, TEAM, ME, now) == 3
    [(statement, words)] = asked
    plan = str(ask(f"EXPLAIN QUERY PLAN {statement}", words))
    assert "thread_queue (status=? AND order_at>? AND order_at<?)" in plan
