"""What many people ask at once is found as it comes in, and leaves again when it is answered or must be forgotten."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from importlib import import_module
from pathlib import Path

import pytest

from socialdesk.engine.stories import Stories
from socialdesk.model.contact import Author
from socialdesk.model.event import MessageDeleted, MessageSeen, PostSeen
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.story import WINDOW
from socialdesk.model.thread import Kind, Priority, Status, Thread
from socialdesk.store.stories import stories
from socialdesk.store.upkeep import forget_old_bands
from tests.engine.desk_work import NOON, Place, asked
from tests.engine.standin import BRAND
from tests.engine.test_ingest import Way, seen

ASKED = "Where is my order {}? It was due on Monday and nothing has come."
OTHER = "Do you have the blue jacket in a size for children as well?"
NOW = NOON + timedelta(minutes=30)


@pytest.fixture
def way(tmp_path: Path) -> Way:
    made = Way(tmp_path / "cache.db")
    made.clock.jump(NOW - made.clock.now())
    return made


def from_person(number: int, text: str = ASKED) -> MessageSeen:
    who = Author(f"p{number}", f"person{number}", f"Person {number}")
    return seen(number, f"t{number}", author=who, contact=who, text=text.format(1000 + number))


def told(way: Way) -> list[tuple[str, ...]]:
    joining = Stories(way.cache)
    joining.step(way.clock.now())
    while joining.next:
        joining.step(way.clock.now())
    return [tuple(sorted(one.remote_id for one in story.threads)) for story in stories(way.cache, NOW)]


def thread(way: Way, number: int) -> ThreadId:
    with way.cache.change() as change:
        found = change.thread_by_remote(f"t{number}")
    assert found is not None
    return found.id


def changed(way: Way, number: int, change_it: Callable[[Thread], Thread]) -> None:
    with way.cache.change() as change:
        found = change.thread_by_remote(f"t{number}")
        assert found is not None
        change.put_thread(change_it(found))


def test_five_people_who_ask_the_same_are_one_story_and_others_are_not_in_it(way: Way) -> None:
    way.take(*map(from_person, range(1, 5)), from_person(9, OTHER))
    assert told(way) == []
    way.take(from_person(5))
    assert told(way) == [("t1", "t2", "t3", "t4", "t5")]
    assert stories(way.cache, NOW)[0].people == 5


@pytest.mark.parametrize("seed", range(3))
def test_the_order_and_the_pages_they_come_in_make_no_difference(way: Way, seed: int) -> None:
    events = [*map(from_person, range(1, 9)), *(from_person(number, OTHER) for number in range(10, 16))]
    random.Random(seed).shuffle(events)
    for event in events[:4]:
        way.take(event)
    way.take(*events[4:], *events[:6])
    assert told(way) == [tuple(f"t{n}" for n in range(1, 9)), tuple(f"t{n}" for n in range(10, 16))]


def test_a_thread_leaves_its_story_when_it_is_answered_done_or_taken_back(way: Way) -> None:
    way.take(*map(from_person, range(1, 9)))
    way.take(seen(20, "t1", own=True, author=BRAND, created_at=NOON + timedelta(minutes=20), text="It comes tomorrow."))
    changed(way, 2, lambda one: replace(one, status=Status.DONE))
    way.take(MessageDeleted("m3", NOW))
    assert told(way) == [("t4", "t5", "t6", "t7", "t8")]


def test_a_fold_never_hides_a_threat_a_vip_or_what_is_late(way: Way) -> None:
    way.take(*map(from_person, range(1, 9)))
    changed(way, 1, lambda one: replace(one, is_vip=True))
    changed(way, 2, lambda one: replace(one, shield="threat"))
    changed(way, 3, lambda one: replace(one, due_at=NOW))
    way.take(from_person(9))
    changed(way, 9, lambda one: replace(one, priority=Priority.URGENT))
    assert told(way) == [("t4", "t5", "t6", "t7", "t8")]


def test_who_asks_something_else_afterwards_or_edits_it_leaves_the_story(way: Way) -> None:
    way.take(*map(from_person, range(1, 8)))
    assert told(way) == [tuple(f"t{n}" for n in range(1, 8))]
    way.take(replace(from_person(21, OTHER), thread_remote_id="t1"))
    way.take(replace(from_person(2, "Never mind"), version="2", edited_at=NOW))
    assert told(way) == [("t3", "t4", "t5", "t6", "t7")]


def test_old_messages_are_no_story_of_today(way: Way) -> None:
    way.clock.jump(WINDOW + timedelta(hours=1))
    way.take(*map(from_person, range(1, 9)))
    assert told(way) == []


def test_nothing_of_a_story_is_kept_of_words_that_are_forgotten(way: Way) -> None:
    way.take(*map(from_person, range(1, 7)))
    assert told(way)
    first = thread(way, 1)
    with way.cache.change() as change:
        change.forget_words(first, NOW)
    assert way.cache.ask("SELECT count(*) FROM story_member WHERE thread_id = ?", (first,)) == [(0,)]
    contact = way.cache.thread(thread(way, 2))
    assert contact is not None
    assert contact.contact_id is not None
    with way.cache.change() as change:
        change.erase_contact(contact.contact_id, NOW)
    assert way.cache.ask("SELECT count(*) FROM story_member") == [(4,)]


def test_a_message_that_is_forgotten_before_it_was_joined_is_never_joined(way: Way) -> None:
    way.take(*map(from_person, range(1, 7)))
    first = thread(way, 1)
    with way.cache.change() as change:
        change.forget_words(first, NOW)
    assert told(way) == [("t2", "t3", "t4", "t5", "t6")]


@pytest.mark.parametrize("order", [(0, 1, 2), (0, 2, 1), (2, 1, 0)])
def test_two_stories_become_one_with_the_message_that_is_like_both(way: Way, order: tuple[int, ...]) -> None:
    texts = (
        "The courier left my parcel with a neighbour I have never met",
        "my parcel with a neighbour I have never met and nobody answers the door, please call me",
        "The courier left my parcel with a neighbour I have never met and nobody answers the door",
    )
    for turn, which in enumerate(order):
        way.take(*(from_person(10 * which + number, texts[which]) for number in (1, 2, 3)))
        together = {0: 0, 1: 6 if order[1] == 2 or order[0] == 2 else 0, 2: 9}[turn]
        assert [len(one) for one in told(way)] == ([together] if together else [])


@pytest.mark.anyio
async def test_the_engine_joins_what_came_in_by_itself(place: Place) -> None:
    await asked(place)
    assert place.engine.cache.is_telling()
    place.engine._round()
    assert not place.engine.cache.is_telling()


def test_where_old_messages_were_looked_up_is_tidied_away(way: Way) -> None:
    way.take(*map(from_person, range(1, 7)))
    assert told(way)
    forget_old_bands(way.cache, NOW, None)
    assert told(way), "it went too early"
    assert way.cache.ask("SELECT count(*) > 0 FROM story_band") == [(1,)]
    forget_old_bands(way.cache, NOW + WINDOW, None)
    assert way.cache.ask("SELECT count(*) FROM story_band") == [(0,)]


def below_post(number: int, text: str) -> MessageSeen:
    return replace(from_person(number, text), kind=Kind.COMMENT, post_remote_id="p1")


POST = PostSeen("p1", BRAND, "A new jacket", "Look at it", NOON, "")


def test_comments_without_a_word_below_one_post_are_one_quiet_story(way: Way) -> None:
    texts = ("@ami @lea", "@tom", "\U0001f60d\U0001f60d", "@lea \u2764\ufe0f", "@sam!", "@ben ?", "how much", "!!")
    way.take(POST, *(below_post(number, text) for number, text in enumerate(texts, 1)))
    assert told(way) == [("t1", "t2", "t3", "t4", "t5")]
    [story] = stories(way.cache, NOW)
    assert story.is_quiet
    way.take(replace(below_post(20, "where can I buy it"), thread_remote_id="t1"), below_post(9, "@zoe"))
    assert told(way) == [("t2", "t3", "t4", "t5", "t9")], "what says something is seen, whatever was said before"


def test_smileys_in_messages_that_are_below_no_post_are_answered_one_by_one(way: Way) -> None:
    way.take(*(from_person(number, "\u2764\ufe0f") for number in range(1, 8)))
    assert told(way) == []


def test_what_was_there_before_is_joined_in_slices_wherever_it_is_stopped(way: Way) -> None:
    way.take(*map(from_person, range(1, 41)))
    note = import_module("socialdesk.store.migrations.cache.20261128_1902_stories_of_what_was_there").NOTE
    with way.cache.change() as change:
        change._driver.execute("DELETE FROM story_wanted")
    assert told(way) == [], "nothing is known of them"
    with way.cache.change() as change:
        change._driver.execute(note)
        change._driver.execute(note)
    Stories(way.cache).step(NOW)
    assert way.cache.is_telling(), "one slice took all of them"
    assert [len(one) for one in told(way)] == [40]
    assert not way.cache.is_telling()
