"""Two threads of one person are one to the team, and taken apart they are what they were."""

from __future__ import annotations

from typing import Any

import pytest

from socialdesk.engine.merging import take_apart
from socialdesk.model.command import AddNote, AddTag, Assign, Command, EraseContact, MarkDone, Snooze
from socialdesk.model.delivery import Delivery
from socialdesk.model.identifiers import PersonId, ThreadId
from socialdesk.model.merging import MergeThreads, UnmergeThreads
from socialdesk.model.message import Happening
from socialdesk.model.thread import Status, Thread
from socialdesk.store import prepared
from socialdesk.store.conversation import conversation
from socialdesk.store.mending import _stand_in_threads as stand_in_threads
from socialdesk.store.search import search
from tests.engine.desk_work import EVERYTHING, Place

pytestmark = pytest.mark.anyio
KEPT = (
    "thread", "message", "note", "attachment", "shielding", "outbound", "story_member", "thread_tag", "view_thread",
    "counter", "thread_merge", "merged_message", "saved_reply_use",
)  # fmt: skip


async def two(place: Place) -> tuple[Thread, Thread]:
    """Ann asks in two threads, an hour apart, and twice in the second."""
    await place.connect()
    place.platform.ask("t1", "Where is my jacket?")
    await place.read()
    place.wait(hours=1)
    place.platform.ask("t2", "And my boots?")
    place.platform.ask("t2", "Hello?")
    await place.read()
    first, second = sorted(place.threads(EVERYTHING), key=lambda one: one.remote_id)
    assert first.contact_id == second.contact_id
    return first, second


def rows(place: Place) -> dict[str, list[Any]]:
    """Every row that a merge may touch, without revisions, grey lines and logs."""
    cache = place.engine.cache
    found: dict[str, list[Any]] = {}
    for table in KEPT:
        columns = [row[1] for row in cache.ask(f"PRAGMA table_info({table})") if row[1] != "rev"]
        found[table] = sorted(map(repr, cache.ask(f"SELECT {', '.join(columns)} FROM {table}")))
    found["counter"] = [one for one in found["counter"] if not one.endswith(", 0)")]
    return found


async def merge(place: Place, kept: Thread, away: Thread, name: str = "m") -> Thread:
    await place.do(MergeThreads(kept.id, away.id, name))
    (one,) = [one for one in place.threads(EVERYTHING) if one.id == kept.id]
    return one


async def test_the_oldest_wait_stays_and_what_is_unread_is_summed(place: Place) -> None:
    first, second = await two(place)

    together = await merge(place, second, first)

    assert [one.id for one in place.threads(EVERYTHING)] == [second.id]
    assert (together.waiting_since, together.due_at) == (first.waiting_since, first.due_at)
    assert together.unread == 3
    assert [one.text for one in place.messages(together)] == ["Where is my jacket?", "And my boots?", "Hello?"]


async def test_the_conversation_names_each_place_once_where_it_changes(place: Place) -> None:
    first, second = await two(place)
    together = await merge(place, first, second)

    said = conversation(place.engine.cache, together.id).entries

    through = [one.what for one in said if isinstance(one, Happening) and one.what.startswith("through:")]
    assert through == ["through:dm", "through:dm"]
    assert isinstance(said[0], Happening)


@pytest.mark.parametrize("kept", [0, 1])
@pytest.mark.parametrize(
    "before",
    [(), ("done",), ("tag", "assign"), ("snooze",), ("note",), ("answer",)],
    ids=lambda acts: "+".join(acts) or "as they came",
)
async def test_merged_and_taken_apart_every_row_is_what_it_was(
    place: Place, kept: int, before: tuple[str, ...]
) -> None:
    pair = await two(place)
    acts: dict[str, Command] = {
        "done": MarkDone(pair[1].id),
        "tag": AddTag(pair[1].id, "returns"),
        "assign": Assign(pair[1].id, PersonId(1)),
        "snooze": Snooze(pair[1].id, None),
        "note": AddNote(pair[1].id, "Ask the warehouse."),
    }
    for act in before:
        if act == "answer":
            await place.reply("On its way.", pair[1])
            await place.send()
        else:
            await place.do(acts[act])
    was = rows(place)

    await merge(place, pair[kept], pair[1 - kept])
    assert rows(place) != was
    await place.do(UnmergeThreads(pair[kept].id, pair[1 - kept].id, "m"))

    assert rows(place) == was


async def test_what_comes_to_the_merged_thread_surfaces_in_the_kept_one_and_goes_home_when_taken_apart(
    place: Place,
) -> None:
    first, second = await two(place)
    together = await merge(place, first, second)
    await place.do(MarkDone(together.id))
    place.wait(hours=1)

    place.platform.ask("t2", "Still nothing?")
    await place.read()

    (shown,) = place.threads(EVERYTHING)
    assert (shown.id, shown.status, shown.unread) == (first.id, Status.OPEN, 1)
    assert [one.text for one in place.messages(shown)][-1] == "Still nothing?"
    await place.restart()
    place.platform.ask("t2", "Please!")
    await place.read()
    await place.do(UnmergeThreads(first.id, second.id, "m"))
    by_id = {one.id: one for one in place.threads(EVERYTHING)}
    assert [one.text for one in place.messages(by_id[second.id])] == [
        "And my boots?", "Hello?", "Still nothing?", "Please!",
    ]  # fmt: skip
    assert by_id[second.id].status is Status.OPEN
    assert by_id[second.id].preview == "Please!"
    assert [one.text for one in place.messages(by_id[first.id])] == ["Where is my jacket?"]


async def test_an_answer_speaks_where_they_wrote_last_or_where_the_named_message_was_said(place: Place) -> None:
    first, second = await two(place)
    together = await merge(place, first, second)
    heard = place.messages(together)

    await place.reply("Both are on their way.", together)
    await place.send()
    answered = next(one for one in place.threads(EVERYTHING) if one.id == first.id)
    await place.reply("The jacket too.", answered, parent=heard[0].id)
    await place.send()

    acts = [one for one in place.platform.said if one["own"]]
    assert [one["thread"] for one in acts] == ["t2", "t1"]
    await place.read()
    assert all(one.state in (Delivery.SENT, Delivery.SEEN, Delivery.RECEIVED) for one in place.messages(together))
    await place.do(UnmergeThreads(first.id, second.id, "m"))
    assert [one.text for one in place.messages(first)] == ["Where is my jacket?", "The jacket too."]
    assert [one.text for one in place.messages(second)][-1] == "Both are on their way."


async def test_an_act_given_on_the_thread_that_went_reaches_the_one_that_stayed(place: Place) -> None:
    first, second = await two(place)
    await merge(place, first, second)

    await place.do(MarkDone(second.id))
    await place.do(AddNote(second.id, "Called her."))

    assert place.thread().status is Status.DONE
    assert place.engine.cache.ask("SELECT thread_id FROM note") == [(first.id,)]


async def test_done_and_tags_given_to_both_stay_with_each_when_they_part(place: Place) -> None:
    first, second = await two(place)
    together = await merge(place, first, second)
    await place.do(AddTag(together.id, "returns"))
    await place.do(MarkDone(together.id))

    await place.do(UnmergeThreads(first.id, second.id, "m"))

    assert {(one.status, one.tags) for one in place.threads(EVERYTHING)} == {(Status.DONE, ("returns",))}


async def test_a_third_thread_is_taken_apart_first(place: Place) -> None:
    first, second = await two(place)
    place.platform.ask("t3", "A third thing.")
    await place.read()
    third = next(one for one in place.threads(EVERYTHING) if one.remote_id == "t3")
    was = rows(place)
    await merge(place, second, third, "m1")
    await merge(place, first, second, "m2")

    refused = await place.do(UnmergeThreads(second.id, third.id, "m1"))
    result = place.engine.cache.result(refused)
    assert result is not None
    assert "first" in result.sentence
    await place.do(UnmergeThreads(first.id, second.id, "m2"))
    await place.do(UnmergeThreads(second.id, third.id, "m1"))

    assert rows(place) == was


async def test_search_finds_both_in_the_one_that_is_shown_and_counters_are_right(place: Place) -> None:
    first, second = await two(place)
    await merge(place, first, second)
    cache = place.engine.cache

    hits = search(cache, "boots", place.clock.now()).hits

    assert [hit.thread.id for hit in hits] == [first.id]
    assert {key: n for key, n in cache.counts().items() if n}["team"] == 1


async def test_threads_of_two_contacts_are_not_put_together(place: Place) -> None:
    first, _ = await two(place)

    given = await place.do(MergeThreads(first.id, ThreadId(999), "m"))

    result = place.engine.cache.result(given)
    assert result is not None
    assert result.outcome == "rejected"


async def test_where_a_thread_is_led_is_looked_up_along_an_index(place: Place) -> None:
    plan = place.engine.cache.ask(f"EXPLAIN QUERY PLAN {prepared.LED_TO}", (1, "dm", "[]"))

    assert any("thread_merge_of" in row[3] for row in plan)


async def test_who_asks_to_be_forgotten_is_forgotten_in_both(place: Place) -> None:
    first, second = await two(place)
    await merge(place, first, second)
    assert first.contact_id is not None

    await place.do(EraseContact(first.contact_id))

    cache = place.engine.cache
    for table in ("thread", "message", "thread_merge", "merged_message"):
        assert cache.ask(f"SELECT * FROM {table}") == []


async def test_a_channel_that_is_removed_takes_its_own_words_along_and_leaves_those_of_others(place: Place) -> None:
    first, second = await two(place)
    await merge(place, first, second)

    with place.engine.cache.change() as change:
        take_apart(change, first.channel_id)

    assert len(place.threads(EVERYTHING)) == 2
    assert place.engine.cache.ask("SELECT * FROM thread_merge") == []


async def test_what_retention_takes_from_a_thread_it_takes_from_what_is_kept_of_its_merge(place: Place) -> None:
    first, second = await two(place)
    await merge(place, first, second)

    with place.engine.cache.change() as change:
        change.forget_words(first.id, place.clock.now())

    ((kept,),) = place.engine.cache.ask("SELECT before FROM thread_merge")
    assert "jacket" not in kept
    assert "Hello" not in kept


async def test_a_repair_takes_no_thread_for_lost_that_is_shown_as_part_of_another_one(place: Place) -> None:
    first, second = await two(place)
    await merge(place, first, second)

    with place.engine.cache.driver() as db:
        assert stand_in_threads(db, {second.id}) == []
