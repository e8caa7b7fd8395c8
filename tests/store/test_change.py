"""One transaction: what it touched is told, what failed left nothing, and no reader waits for it."""

from __future__ import annotations

import threading
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from socialdesk.model.contact import Author
from socialdesk.model.event import PostSeen
from socialdesk.model.identifiers import ChannelId, CommandId, MessageId, ThreadId
from socialdesk.model.message import Happening, Message, Note
from socialdesk.model.thread import Kind, Status, Thread
from socialdesk.model.triage_policy import USUAL
from socialdesk.model.view import TEAM
from socialdesk.store import missing
from socialdesk.store.cache import Cache
from socialdesk.store.change import Change
from socialdesk.store.conversation import conversation, told_versions
from socialdesk.store.queue_page import queue_page
from tests.model.builders import LEA, ME, at, message, thread
from tests.patience import NEVER_S

ONE = ChannelId(1)


def _new_thread(change: Change, **changes: object) -> Thread:
    return change.put_thread(thread(id=ThreadId(0), **changes))


def _say(change: Change, to: ThreadId, number: int, minutes: float, **changes: Any) -> Message:
    return change.put_message(
        message(0, minutes, thread_id=to, external_id=f"m{number}", **changes), ONE, "v1", at(minutes)
    )


def test_the_journal_tells_what_was_touched_once(cache: Cache) -> None:
    before = cache.journal_end()
    with cache.change() as change:
        made = _new_thread(change)
        change.put_thread(replace(made, unread=2))
        _say(change, made.id, 1, 0)
        change.put_contact("demo", Author("did:c", "c", "Camille"))
    changes = cache.changes(before)
    assert (changes.threads, changes.conversations) == ({made.id}, {made.id})
    assert changes.others == {"contact", "count"}
    assert changes.seq == cache.journal_end()
    assert not cache.changes(changes.seq)


def test_a_transaction_that_failed_is_nowhere(cache: Cache) -> None:
    before, counts = cache.journal_end(), cache.counts()

    def fails() -> None:
        with cache.change() as change:
            made = _new_thread(change)
            _say(change, made.id, 1, 0)
            change.set_cursor(ONE, "all", "c1", at(0))
            raise InterruptedError

    with pytest.raises(InterruptedError):
        fails()
    assert (cache.journal_end(), cache.counts()) == (before, counts)
    assert cache.stream(ONE, "all").cursor is None
    assert queue_page(cache, TEAM, ME).rows == ()
    with cache.change() as change:
        assert change.message_of(ONE, "m1") is None


def test_what_a_failed_transaction_decided_does_not_count_for_those_after_it(cache: Cache) -> None:
    def fails() -> None:
        with cache.change() as change:
            change.put_triage(replace(USUAL, most_minutes=5), ME, at(0))
            change.record_raw(ONE, "odd", "message", "{}", at(0), error="ValueError")
            raise InterruptedError

    with pytest.raises(InterruptedError):
        fails()
    with cache.change() as change:
        assert change.triage == USUAL
        assert not change.has_parked


def test_a_thread_written_as_it_was_touches_nothing(cache: Cache) -> None:
    with cache.change() as change:
        made = _new_thread(change)
    before = cache.journal_end()
    with cache.change() as change:
        again = change.thread_of(ONE, Kind.DM, "t7")
        assert again == made
        assert change.put_thread(made) == made
    assert cache.journal_end() == before


@pytest.mark.parametrize("key", [None, b"k" * 32], ids=["plain", "encrypted"])
def test_a_reader_reads_what_was_before_while_a_writer_is_in_a_transaction(tmp_path: Path, key: bytes | None) -> None:
    path = tmp_path / "cache.db"
    writer = Cache(path, key, write=True)
    inside, done = threading.Event(), threading.Event()

    def write() -> None:
        with writer.change() as change:
            change.record_result(CommandId("c"), "d", 1, "accepted", "", at(0))
            inside.set()
            assert done.wait(NEVER_S)

    thread_ = threading.Thread(target=write)
    thread_.start()
    try:
        assert inside.wait(NEVER_S)
        # Opened and read while the other holds the write lock: a block would take its 15 seconds.
        reader = Cache(path, key, write=False)
        assert reader.results("d", 0) == []
    finally:
        done.set()
        thread_.join()
    assert [one.seq for one in reader.results("d", 0)] == [1]
    reader.close()
    writer.close()


def test_a_contact_follows_what_the_platform_says_and_is_known_by_its_account(cache: Cache) -> None:
    with cache.change() as change:
        first = change.put_contact("demo", Author("did:c", "c", "Camille", followers=5))
        change.describe_contact(replace(first, memo="Prefers tu", is_vip=True, fields=(("Order", "17"),)))
        # The platform gives no number this time: the last one stays.
        second = change.put_contact("demo", Author("did:c", "camille", ""))
        other = change.put_contact("elsewhere", Author("did:c", "c", "Camille"))
    assert second == replace(
        first, handle="camille", name="camille", memo="Prefers tu", is_vip=True, fields=(("Order", "17"),)
    )
    assert other.id != second.id
    assert cache.contact(second.id) == second
    before = cache.journal_end()
    with cache.change() as change:
        assert change.put_contact("demo", Author("did:c", "camille", "camille")) == second
    assert cache.journal_end() == before


def test_the_same_raw_event_is_taken_once(cache: Cache) -> None:
    with cache.change() as change:
        assert change.record_raw(ONE, "k", "unreadable", "{}", at(0), error="no id")
        assert not change.record_raw(ONE, "k", "unreadable", "{}", at(1), error="no id")
        assert change.record_raw(ChannelId(2), "k", "unreadable", "{}", at(1), error="no id")
        assert change.record_raw(ONE, "k", "message", "{}", at(1))
    assert missing.parked(cache) == 2


def test_an_edit_keeps_the_earlier_texts(cache: Cache) -> None:
    with cache.change() as change:
        said = _say(change, _new_thread(change).id, 1, 0, text="one")
        change.put_message(replace(said, text="two"), ONE, "v2", at(1))
        change.put_message(replace(said, text="two", is_liked=True), ONE, "v2", at(2))
        change.put_message(replace(said, text="three"), ONE, "v3", at(3))
        assert change.message_of(ONE, "m1") == (replace(said, text="three"), "v3", False)
        # What happens here is no new version of the platform's.
        change.put_message(replace(said, text="three", is_liked=True), ONE, None, at(3))
        found = change.message_of(ONE, "m1")
        assert found is not None
        assert found[1] == "v3"
    assert [text for text, _ in told_versions(cache, replace(said, text="three"))] == ["three", "two", "one"]


def test_a_post_is_kept_once_as_it_is_now(cache: Cache) -> None:
    post = PostSeen("p", Author("did:b", "b", "Brand", is_own=True), "Title", "Text", at(0), "https://x.test/p")
    with cache.change() as change:
        first = change.put_post(ONE, post)
        assert change.put_post(ONE, replace(post, title="New", counts=(("likes", 3),))) == first
        assert change.post_of(ONE, "p") == first
    kept = cache.post(first)
    assert kept is not None
    assert (kept.title, kept.counts) == ("New", (("likes", 3),))


def test_a_conversation_is_paged_with_the_notes_and_events_of_its_time(cache: Cache) -> None:
    with cache.change() as change:
        own = _new_thread(change)
        for number in range(7):
            _say(change, own.id, number, number * 10)
        change.put_note(own.id, LEA, "note at 15", [ME], at(15))
        change.put_note(own.id, LEA, "note at 55", [], at(55))
        change.add_happening(own.id, at(0.5), ME, "assigned", "Léa")
        change.add_happening(own.id, at(60), None, "reopened")
        _say(change, _new_thread(change, remote_id="other").id, 99, 30)

    def words(entries: object) -> list[str]:
        assert isinstance(entries, tuple)
        return [one.what if isinstance(one, Happening) else one.text for one in entries]

    newest = conversation(cache, own.id, limit=3)
    assert words(newest.entries) == ["message 0", "message 0", "note at 55", "message 0", "reopened"]
    assert [e.external_id for e in newest.entries if isinstance(e, Message)] == ["m4", "m5", "m6"]
    assert newest.has_older
    note = newest.entries[2]
    assert isinstance(note, Note)
    assert note.person_name == "Léa"
    older = conversation(cache, own.id, before=newest.oldest, limit=3)
    assert [e.external_id for e in older.entries if isinstance(e, Message)] == ["m1", "m2", "m3"]
    assert "note at 15" in words(older.entries)
    oldest = conversation(cache, own.id, before=older.oldest, limit=3)
    assert words(oldest.entries) == ["message 0", "assigned"]
    assert not oldest.has_older


def test_erasing_a_channel_takes_its_threads_messages_and_words_away(cache: Cache) -> None:
    with cache.change() as change:
        made = _new_thread(change)
        said = _say(change, made.id, 1, 0)
        change.set_cursor(ONE, "all", "c", at(0))
    with cache.change() as change:
        change.drop_channel(ONE, erase=True)
        assert change.message(said.id) is None
    assert cache.thread(made.id) is None
    assert [channel.id for channel in cache.channels()] == [2]
    assert cache.counts()["team"] == 0
    with cache.read() as db:
        assert db.exec_driver_sql("SELECT count(*) FROM message_fts WHERE message_fts MATCH 'message'").scalar() == 0


def test_what_a_writer_has_not_seen_is_found_by_number(cache: Cache) -> None:
    with cache.change() as change:
        made = _new_thread(change, status=Status.WAITING)
        first = _say(change, made.id, 1, 5)
        second = _say(change, made.id, 2, 1)
        assert change.newer_messages(made.id, first.id) == [second]
        assert change.newer_messages(made.id, MessageId(0)) == [first, second]
        assert change.oldest_unanswered(made.id, at(0)) == at(1)
        assert change.oldest_unanswered(made.id, at(1)) == at(5)
        change.drop_message(second)
        assert change.oldest_unanswered(made.id, at(0)) == at(5)


def test_no_part_of_a_change_takes_the_place_of_anothers() -> None:
    """All are one class, and a type checker says nothing of two parts that happen to use one name."""
    times = Counter(name for part in Change.__mro__[:-1] for name in vars(part) if not name.startswith("__"))
    # Both of these call what stands below them.
    assert {name for name, many in times.items() if many > 1} == {"flush", "finish"}
