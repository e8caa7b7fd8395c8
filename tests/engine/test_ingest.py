from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as some

from socialdesk.engine import ingest as way_in
from socialdesk.engine.ingest import Ingest
from socialdesk.model.channel import Channel
from socialdesk.model.command import MarkDone, MarkRead
from socialdesk.model.event import Event, MessageDeleted, MessageSeen, PostSeen, Unreadable
from socialdesk.model.identifiers import ChannelId
from socialdesk.model.message import Message
from socialdesk.model.person import Person, Role
from socialdesk.model.signals import number_of
from socialdesk.model.thread import Kind, Status
from socialdesk.model.triage_policy import Signal
from socialdesk.store import missing
from socialdesk.store.cache import Cache
from socialdesk.store.conversation import conversation
from socialdesk.store.queue_page import queue_page
from socialdesk.store.readings import Connected
from socialdesk.support.clock import HandClock
from tests.engine.conftest import Dying
from tests.engine.desk_work import EVERYTHING, ME, NOON, Place, asked
from tests.engine.standin import ANN, BRAND, Died


class Way:
    """The way in of one channel into a file of its own."""

    def __init__(self, file: Path, clocks_from: datetime | None = None) -> None:
        self.cache = Cache(file, None, write=True)
        channel = Channel(ChannelId(0), "standin", "demo", "Brand", "brand.example", "brand", "")
        with self.cache.change() as change:
            change.put_person(Person(ME, "Maya", Role.ADMIN, is_me=True))
            self.channel = change.put_channel(channel, connected_at=NOON, clocks_from=clocks_from, history_days=30)
        self.clock = HandClock(NOON + timedelta(days=2))
        self.ingest = Ingest(self.cache, self.channel, Connected(NOON, clocks_from, 30), self.clock)

    def take(self, *events: Event, cursor: str = "c") -> None:
        self.ingest.take(events, "all", cursor)

    def digest(self) -> list[object]:
        """All that must not depend on how it came."""
        found: list[object] = []
        for thread in sorted(queue_page(self.cache, EVERYTHING, ME, None, 500).rows, key=lambda one: one.remote_id):
            messages = [
                entry for entry in conversation(self.cache, thread.id, None, 500).entries if isinstance(entry, Message)
            ]
            same = replace(thread, id=thread.channel_id, contact_id=None, rev=0, last_message_id=0, tags=())
            found.append((same, frozenset(thread.tags)))
            found += sorted(
                (one.external_id, one.text, one.created_at, one.edited_at, one.deleted_at, one.direction, one.state)
                for one in messages
            )
        found.append({view: number for view, number in self.cache.counts().items() if number})
        return found


@pytest.fixture
def way(tmp_path: Path) -> Way:
    return Way(tmp_path / "cache.db")


def seen(number: int, thread: str = "t1", *, own: bool = False, **changes: Any) -> MessageSeen:
    values: dict[str, Any] = {
        "remote_id": f"m{number}",
        "version": "1",
        "thread_remote_id": thread,
        "kind": Kind.DM,
        "author": BRAND if own else ANN,
        "contact": ANN,
        "text": f"message {number}",
        "created_at": NOON + timedelta(minutes=number),
        "permalink": f"https://standin.invalid/{thread}",
    }
    return MessageSeen(**(values | changes))


def told(dice: random.Random) -> list[Event]:
    """Some minutes of a network: threads, answers, edits and deletions."""
    events: list[Event] = []
    for number in range(1, dice.randrange(4, 24)):
        message = seen(number, f"t{dice.randrange(3)}", own=dice.random() < 0.35)
        events.append(message)
        if dice.random() < 0.25:
            edited_at = message.created_at + timedelta(minutes=3)
            events.append(replace(message, version="2", text=f"edited {number}", edited_at=edited_at))
        if dice.random() < 0.15:
            events.append(MessageDeleted(message.remote_id, message.created_at + timedelta(minutes=7)))
    return events


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(seed=38130312, old_share=None)  # an answer of ours that came late had begun a conversation
@given(seed=some.integers(0, 2**32), old_share=some.sampled_from([None, 10]))
def test_the_order_number_and_pages_of_events_do_not_matter(
    tmp_path_factory: pytest.TempPathFactory, seed: int, old_share: int | None
) -> None:
    dice = random.Random(seed)
    events = told(dice)
    clocks_from = NOON + timedelta(minutes=old_share) if old_share else None
    folder = tmp_path_factory.mktemp("ways")
    plain = Way(folder / "plain.db", clocks_from)
    plain.take(*events)

    shaken = Way(folder / "shaken.db", clocks_from)
    copies = [event for event in events for _ in range(dice.randrange(1, 4))]
    dice.shuffle(copies)
    while copies:
        size = dice.randrange(1, 6)
        shaken.take(*copies[:size])
        del copies[:size]

    assert shaken.digest() == plain.digest(), f"seed {seed}"
    plain.cache.close()
    shaken.cache.close()


def test_the_same_page_again_changes_nothing(way: Way) -> None:
    way.take(seen(1), seen(2, own=True), seen(3))
    before, journal = way.digest(), way.cache.journal_end()

    way.take(seen(3), seen(1), seen(2, own=True))

    assert way.digest() == before
    assert not way.cache.changes(journal).threads


def test_an_older_version_never_replaces_a_newer_one(way: Way) -> None:
    edited = replace(seen(1), version="2", text="Newer.", edited_at=NOON + timedelta(minutes=5))
    way.take(edited)
    way.take(seen(1))
    way.take(replace(edited, version="1b", text="Between.", edited_at=NOON + timedelta(minutes=3)))

    (message,) = messages(way)
    assert (message.text, message.edited_at) == ("Newer.", NOON + timedelta(minutes=5))


def test_who_thinks_better_of_a_review_changes_its_stars_with_or_without_its_words(way: Way) -> None:
    first = seen(1, kind=Kind.REVIEW, stars=1, text="Cold")
    way.take(first)
    for number, stars, text in ((2, 3, "Cold"), (3, 5, "Warm after all")):
        way.take(replace(first, version=str(number), stars=stars, text=text, edited_at=NOON + timedelta(hours=number)))
        (thread,) = queue_page(way.cache, EVERYTHING, ME, None, 10).rows
        assert (thread.stars, thread.preview) == (stars, text)


def test_a_platform_without_edit_times_is_believed_by_arrival(way: Way) -> None:
    for version in ("a", "b", "c"):
        way.take(replace(seen(1), version=version, text=f"Words {version}."))

    (message,) = messages(way)
    assert message.text == "Words c."
    assert message.edited_at is not None


def test_a_message_that_comes_after_its_deletion_is_deleted_and_nobody_waits(way: Way) -> None:
    way.take(MessageDeleted("m1", NOON + timedelta(minutes=4)))
    way.take(seen(1))

    (message,) = messages(way)
    assert message.deleted_at == NOON + timedelta(minutes=4)
    (thread,) = queue_page(way.cache, EVERYTHING, ME, None, 9).rows
    assert (thread.waiting_since, thread.unread) == (None, 0)


def test_a_post_is_known_to_the_comment_that_stood_before_it_in_the_page(way: Way) -> None:
    post = PostSeen("p1", BRAND, "Jacket", "Our new jacket.", NOON, "https://standin.invalid/p1")
    way.take(seen(1, kind=Kind.COMMENT, post_remote_id="p1"), post)

    (thread,) = queue_page(way.cache, EVERYTHING, ME, None, 9).rows
    assert thread.post_id is not None


def test_who_began_is_who_the_thread_is_with_though_a_third_was_seen_first(way: Way) -> None:
    bob = replace(ANN, remote_id="bob", handle="bob.example", name="Bob")
    way.take(seen(2, "m1", kind=Kind.COMMENT, author=bob, contact=None))
    way.take(seen(1, "m1", kind=Kind.COMMENT, contact=None))

    (thread,) = queue_page(way.cache, EVERYTHING, ME, None, 9).rows
    assert thread.contact_name == "Ann Lee"


def test_what_cannot_be_read_or_stored_is_parked_and_the_rest_goes_on(
    way: Way, expect_log: Callable[[str], None]
) -> None:
    expect_log("a page is taken event by event")
    expect_log("an event is parked")
    half = "half of a character: \ud83d"

    done = way.ingest.take(
        [seen(1), seen(2, text=half, raw=half), Unreadable("x", "KeyError", "{}"), seen(3)], "all", "c9"
    )

    assert (done.new, done.parked) == (2, 2)
    assert missing.parked(way.cache) == 2
    assert way.cache.stream(way.channel.id, "all").cursor == "c9"
    assert way.ingest.take([seen(2, text=half, raw=half)], "all", "c9").new == 0


def test_history_comes_in_as_read_and_without_a_clock(tmp_path: Path) -> None:
    way = Way(tmp_path / "cache.db", clocks_from=NOON + timedelta(minutes=10))
    way.take(seen(1, "old"), seen(11, "new"))

    new, old = sorted(queue_page(way.cache, EVERYTHING, ME, None, 9).rows, key=lambda one: one.remote_id)
    assert (old.waiting_since, old.unread) == (None, 0)
    assert (new.waiting_since, new.unread) == (NOON + timedelta(minutes=11), 1)


@pytest.mark.anyio
async def test_what_a_person_did_stands_when_an_older_message_comes_late(place: Place) -> None:
    thread = await asked(place)
    await place.do(MarkRead(thread.id))
    await place.do(MarkDone(thread.id))
    own = seen(-5, "t1", own=True, created_at=NOON - timedelta(minutes=5))
    place.platform.pages.append(([own], "2", False))

    await place.read()

    assert place.thread().status is Status.DONE
    assert place.thread().unread == 0


@pytest.mark.anyio
@pytest.mark.crash
@pytest.mark.parametrize("instant", ["ingest.before_cursor", "ingest.before_commit", "ingest.after_commit"])
async def test_cursor_and_events_are_kept_together_or_not_at_all(place: Place, dying: Dying, instant: str) -> None:
    await place.connect()
    pages: list[tuple[Sequence[Event], str, bool]] = [([seen(1), seen(2)], "1", True), ([seen(3)], "2", False)]
    place.platform.pages.extend(pages)
    dying.at = instant
    with pytest.raises(Died):
        await place.read()
    await place.restart()

    channel = place.engine.cache.channels()[0].id
    cursor = place.engine.cache.stream(channel, "all").cursor
    there = sum(len(place.messages(thread)) for thread in place.threads(EVERYTHING))
    assert (cursor, there) == (("1", 2) if instant == "ingest.after_commit" else (None, 0))
    place.platform.pages.clear()
    place.platform.pages.extend(pages if cursor is None else pages[1:])
    await place.read()
    assert len(place.messages(place.thread())) == 3


def messages(way: Way) -> list[Message]:
    (thread,) = queue_page(way.cache, EVERYTHING, ME, None, 9).rows
    return [one for one in conversation(way.cache, thread.id, None, 9).entries if isinstance(one, Message)]


@pytest.mark.parametrize("confirms", [True, False])
def test_where_reading_on_makes_the_platform_forget_the_cursor_is_on_the_disk_first(
    way: Way, confirms: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    way.ingest = Ingest(way.cache, way.channel, Connected(NOON, None, 30), way.clock, confirms=confirms)
    asked: list[bool] = []
    change = way.cache.change

    def told(*, durable: bool = False) -> Any:
        asked.append(durable)
        return change(durable=durable)

    monkeypatch.setattr(way.cache, "change", told)
    way.take(seen(1), cursor="c1")
    way.ingest.take([seen(2)], "all", None)
    assert asked == [confirms, False]


def test_what_many_people_like_moves_its_thread_and_is_told_again_from_the_whole_history(way: Way) -> None:
    def told() -> tuple[int, int]:
        (one,) = queue_page(way.cache, EVERYTHING, ME, None, 5).rows
        return number_of(one.signals, Signal.LIKES), one.moved_ms

    one, later = seen(1, text="My jacket", likes=9), seen(2, text="Well", likes=3)
    way.take(one, later)
    none, before = told()
    assert none == 0
    for likes in (10, 31, 12):  # another number of the same version, as the network is read again
        way.take(replace(one, likes=likes), later)
        assert told() == (likes, before + 10 * 60_000)
    way.take(seen(3, text="Where is it?"))
    assert told()[0] == 12
    with way.cache.change() as change:
        change.hear(0, 100)  # the same from the whole history
    assert told()[0] == 12
    way.take(replace(one, likes=2), replace(later, likes=None))
    assert told()[0] == 0
    way.take(replace(one, likes=40), seen(4, own=True, likes=500), seen(5))
    assert told()[0] == 0  # what was answered, and our own, counts no more
    assert way.cache.ask("SELECT count(*) FROM message_likes") == [(1,)]


def test_a_long_page_that_ends_in_its_middle_is_read_again_from_where_it_began(
    way: Way, dying: Dying, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(way_in, "BATCH", 2)
    way.take(seen(1), cursor="before")
    page = [seen(number) for number in range(2, 7)]
    dying.at = "ingest.after_commit"
    with pytest.raises(Died):
        way.take(*page, cursor="after")
    assert way.cache.stream(way.channel.id, "all").cursor == "before"

    way.take(*page, cursor="after")
    assert way.cache.stream(way.channel.id, "all").cursor == "after"
    assert way.cache.ask("SELECT count(*) FROM message")[0][0] == 6


def test_a_network_whose_clock_is_ahead_wins_no_time(way: Way) -> None:
    later = way.clock.now() + timedelta(hours=5)
    way.take(seen(1, created_at=later))

    (thread,) = queue_page(way.cache, EVERYTHING, ME, None, 10).rows
    assert thread.waiting_since == way.clock.now()
