"""Forgetting: what a person asked to be erased is in no byte of any file, and what is old is gone in its words."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Text

from socialdesk.engine.ingest import Ingest
from socialdesk.model.command import AddNote
from socialdesk.model.contact import Author
from socialdesk.model.delivery import Delivery
from socialdesk.model.event import MessageSeen
from socialdesk.model.identifiers import ChannelId, CommandId, MessageId, ThreadId
from socialdesk.model.message import Place, Recipient
from socialdesk.model.outgoing import OutgoingPicture
from socialdesk.model.thread import Kind, Status, Thread
from socialdesk.store import schema, upkeep
from socialdesk.store.cache import Cache
from socialdesk.store.change.erasing import StillOnItsWay
from socialdesk.store.completeness import Audit
from socialdesk.store.contact_record import contact_record, contacts_called
from socialdesk.store.conversation import conversation
from socialdesk.store.derived import counted
from socialdesk.store.desk import Desk, Draft
from socialdesk.store.outbound import Outbound
from socialdesk.store.rows import to_recipients
from socialdesk.support.clock import HandClock, to_ms
from tests.model.builders import ME, NOON, at, message, thread
from tests.store.conftest import filled

ONE = ChannelId(1)
HERS = ("zanzibarella", "zorbloxhandle", "quixhello", "quuxedit", "vexnote", "wombraw", "gribdraft", "plughthere")
"""Words of hers: name, handle, a message, its earlier text, a note about her, a raw event, a draft, said elsewhere."""
NAME, HANDLE, SAID, EARLIER, NOTE, RAW, DRAFT, ELSEWHERE = HERS


def bytes_of(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file())


def told_of_her(cache: Cache, desk: Desk) -> Thread:
    """Two people write; one of them in the other's thread as well."""
    with cache.change() as change:
        her = change.put_contact("demo", Author("id-of-her", HANDLE, NAME))
        him = change.put_contact("demo", Author("id-of-him", "him", "Somebody Else"))
        hers = change.put_thread(
            thread(id=ThreadId(0), remote_id="hers", contact_id=her.id, contact_name=NAME, contact_handle=HANDLE,
                   preview=SAID, tags=("vat",), is_vip=True)
        )  # fmt: skip
        his = change.put_thread(
            thread(id=ThreadId(0), remote_id="his", contact_id=him.id, contact_name="Somebody Else", preview=ELSEWHERE)
        )
        said: dict[str, Any] = {"author_remote_id": "id-of-her", "author_name": NAME, "author_handle": HANDLE}
        first = change.put_message(
            message(0, 1, thread_id=hers.id, external_id="m1", text=EARLIER, **said), ONE, "1", at(1)
        )
        change.put_message(
            message(first.id, 1, thread_id=hers.id, external_id="m1", text=SAID, **said), ONE, "2", at(2)
        )
        change.put_message(message(0, 3, thread_id=his.id, external_id="m3", text="his words stay"), ONE, "1", at(3))
        change.put_message(message(0, 4, thread_id=his.id, external_id="m4", text=ELSEWHERE, **said), ONE, "1", at(4))
        change.record_raw(ONE, "m1:1", "message", f'{{"who": "id-of-her", "text": "{RAW}"}}', at(1))
        change.put_note(hers.id, ME, NOTE, [], at(5))
    desk.set_draft(Draft(hers.id, "reply", DRAFT, NOON))
    desk.give([AddNote(hers.id, "another")], ME, at(0))
    return hers


def test_an_erased_person_is_in_no_byte_of_any_file(cache: Cache, desk: Desk) -> None:
    folder = cache.path.parent
    hers = told_of_her(cache, desk)
    assert hers.contact_id is not None
    folder.joinpath("cache.db.before-2").write_bytes(folder.joinpath("cache.db").read_bytes())
    reader = Cache(cache.path, None, write=False)  # a window that is open meanwhile
    reader.counts()
    assert all(word.encode() in bytes_of(folder) for word in HERS)
    with cache.change() as change:
        for what, thing in (("blocked", "id-of-her"), ("hidden", "m4"), ("hidden", "m3")):
            change.put_public_act(ONE, what, thing, at(6), ME, hers.id)
        # What she took back before it came, and what somebody answered to her.
        change.record_gone(ONE, "at://id-of-her/m9", at(6))
        (his,) = (row[0] for row in cache.ask("SELECT id FROM thread WHERE remote_id = 'his'"))
        named = (Recipient(Place.TO, "him", "Him"), Recipient(Place.CC, "ID-of-her", HERS[0]))
        answer = message(0, 5, thread_id=his, external_id="m5", text="yes", parent_external_id="at://id-of-her/m4")
        answer = change.put_message(replace(answer, recipients=named), ONE, "1", at(6))
        sent = Outbound(
            CommandId("all"), ONE, his, "answer", "m3", "yes", answer.id, at(6), at(6), ME, recipients=named
        )
        change.put_outbound(sent)
    with pytest.raises(StillOnItsWay), cache.change() as change:
        change.erase_contact(hers.contact_id, at(9))
    with cache.change() as change:
        change.put_outbound(replace(sent, state=Delivery.SENT))

    with cache.change(durable=True) as change:
        assert change.erase_contact(hers.contact_id, at(9)) == [hers.id]
    assert cache.ask("SELECT what, remote_id FROM public_act") == [("hidden", "m3")]
    for table in ("message", "outbound"):
        (left,) = cache.ask(f"SELECT recipients FROM {table} WHERE recipients != '[]'")
        assert [one.address for one in to_recipients(left[0])] == ["him"]
    cache.scrub()
    for id_ in ("aa", "bb"):
        desk.keep_outgoing(OutgoingPicture(id_, "image/png", 1, 1, 5), b"bytes", b"small", NOON)
    desk.forget([hers.id], needed={"bb"})
    assert desk.outgoing_data("aa") is None
    assert desk.outgoing_data("bb") == b"bytes"

    left = bytes_of(folder).lower()
    assert [word for word in (*HERS, "id-of-her") if word.encode() in left] == []
    assert reader.thread(hers.id) is None
    reader.close()
    cache.check()


OF_PEOPLE = ("contact", "thread", "message")
TAKEN_OUT = {
    "inbound_event": "dedup_key kind payload state error",
    "outbound": "command_id act target_remote_id text key state state_reason batch pictures recipients refusal",
    "public_act": "what remote_id",
    "saved_reply_use": "command_id words",
    "send_attempt": "command_id body_hash certainty code",
    "shield_author": "remote_id name",
    "shield_evidence": "author_remote_id record sha256",
    "story_band": "",
    "story_wanted": "",
    "thread_tag": "tag status",
    "tombstone": "external_id",
    "view_thread": "view_id status",
}
"""Tables whose rows do not go by themselves with a person, and are taken out: with all their columns of text."""
OF_THE_TEAM = {
    "absence": "why",
    "audit": "",
    "budget_used": "scope",
    "channel": "platform mark name handle remote_id server state state_reason",
    "channel_able": "kind able",
    "channel_access": "granted",
    "channel_stream": "stream cursor last_error",
    "command_result": "command_id desk_id outcome sentence",
    "counter": "id",
    "erased": "mark",
    "event_log": "what subject detail",
    "gap": "stream state sentence",
    "journal": "entity",
    "on_call_turn": "",
    "person": "name role on_shift_until",
    "post": "remote_id author_name title text permalink counts",
    "post_picture": "remote_url alt state reason sha256",
    "reply_policy": "policy",
    "rule": "id body off_because trial",
    "rule_version": "rule_id body",
    "saved_reply": "shortcut title folder bodies scope tags acts review_on pictures",
    "saved_reply_picture": "id",
    "saved_reply_version": "command_id body",
    "saved_reply_word": "word",
    "setting": "key value",
    "shield_open": "day",
    "shield_word": "kind language text",
    "staff": "body",
    "triage_policy": "policy",
    "view": "id name filter sort",
}
"""Tables that hold nothing of a person of the audience."""


def test_forgetting_knows_every_table_and_every_column_of_text_that_does_not_go_with_a_persons_own_rows() -> None:
    tables = schema.cache.tables
    gone = set(OF_PEOPLE)
    while more := {
        name
        for name, table in tables.items()
        if name not in gone
        and any(key.ondelete == "CASCADE" and key.column.table.name in gone for key in table.foreign_keys)
    }:
        gone |= more
    texts = {
        name: " ".join(column.name for column in table.columns if isinstance(column.type, Text))
        for name, table in tables.items()
        if name not in gone
    }

    # What is new here: take it out in `store/change/erasing.py`, or say that it is the team's own.
    assert texts == TAKEN_OUT | OF_THE_TEAM


def test_what_others_wrote_and_the_counters_stay_right(cache: Cache, desk: Desk) -> None:
    hers = told_of_her(cache, desk)
    assert hers.contact_id is not None
    with cache.change() as change:
        change.erase_contact(hers.contact_id, at(9))
    (his,) = cache.ask("SELECT id, preview FROM thread")
    assert his[1] == "his words stay"
    entries = conversation(cache, ThreadId(his[0])).entries
    assert [getattr(one, "text", None) or getattr(one, "what", None) for one in entries] == [
        "his words stay",
        "forgotten",
    ]
    with cache.read() as db:
        assert {key: n for key, n in cache.counts().items() if n} == counted(db, cache.views(), ME)
    assert contacts_called(cache, NAME) == []
    assert [found[1] for found in contacts_called(cache, "some")] == ["Somebody Else"]
    assert cache.changes(0).threads >= {hers.id}


def test_a_person_is_not_erased_while_an_answer_is_on_its_way(cache: Cache, desk: Desk) -> None:
    hers = told_of_her(cache, desk)
    assert hers.contact_id is not None
    waiting = Outbound(
        CommandId("c"), ONE, hers.id, "answer", "m1", "soon", MessageId(1), NOON, NOON, ME, state=Delivery.UNKNOWN
    )
    with cache.change() as change:
        change.put_outbound(waiting)
    with pytest.raises(StillOnItsWay), cache.change() as change:
        change.erase_contact(hers.contact_id, at(9))
    assert cache.contact(hers.contact_id) is not None


def test_the_record_of_a_person_holds_all_that_is_known(cache: Cache, desk: Desk) -> None:
    hers = told_of_her(cache, desk)
    assert hers.contact_id is not None
    record = contact_record(cache, desk.drafts(), hers.contact_id)
    told = repr(record)
    assert [word for word in HERS if word not in told] == [RAW]
    assert "his words stay" not in told


@pytest.mark.parametrize("status", list(Status))
def test_only_what_is_done_and_old_loses_its_words(cache: Cache, status: Status) -> None:
    with cache.change() as change:
        old = change.put_thread(
            thread(id=ThreadId(0), remote_id="old", status=status, preview="once", last_in_at=at(0))
        )
        change.put_message(message(0, 0, thread_id=old.id, external_id="m1", text="once upon a time"), ONE, "1", at(0))
    assert not upkeep.forget_old_words(cache, at(0) + timedelta(days=399))
    assert cache.ask("SELECT text FROM message") == [("once upon a time",)]

    upkeep.forget_old_words(cache, at(0) + timedelta(days=401))

    is_kept = status is not Status.DONE
    assert cache.ask("SELECT text FROM message") == [("once upon a time" if is_kept else "",)]
    found = cache.ask("SELECT count(*) FROM message_fts WHERE message_fts MATCH 'once'")
    assert found == [(int(is_kept),)]
    assert bool(cache.ask("SELECT 1 FROM happening WHERE what = 'expired'")) is not is_kept


def test_of_what_is_told_to_programs_a_month_stays_and_what_waits_stays_whole(cache: Cache) -> None:
    with cache.change() as change:
        there = change.put_thread(thread(id=ThreadId(0), remote_id="t1"))
        for day, state in enumerate(("sent", "queued", "failed", "sent")):
            made = to_ms(at(0) + timedelta(days=day * 10))
            statement = "INSERT INTO rule_call (run_id, rule_id, thread_id, state, made_at) VALUES (1, 'r', ?, ?, ?)"
            change.drop_rows(statement, (there.id, state, made))
    upkeep.forget_old_rows(cache, at(0) + timedelta(days=55))
    assert cache.ask("SELECT state FROM rule_call ORDER BY id") == [("queued",), ("sent",)]


def test_raw_events_and_the_journal_do_not_grow_for_ever(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upkeep, "KEEP_JOURNAL", 3)
    for number in range(9):
        with cache.change() as change:
            change.put_thread(thread(id=ThreadId(0), remote_id=f"t{number}"))
            change.record_raw(ONE, f"k{number}", "message", "{}", at(number))
    with cache.change() as change:
        change.record_raw(ONE, "bad", "unreadable", "{}", at(0), error="no id")
    end = cache.journal_end()
    while upkeep.forget_old_rows(cache, at(0) + timedelta(days=7, minutes=5)):
        pass
    assert cache.ask("SELECT state, count(*) FROM inbound_event GROUP BY state") == [("done", 4), ("parked", 1)]
    assert cache.ask("SELECT count(*), max(seq) FROM journal") == [(3, end)]
    assert cache.changes(end - 3).is_incomplete is False
    missed = cache.changes(2)
    assert missed.is_incomplete
    assert {"count", "channel", "outbox"} <= missed.others


def test_of_what_second_readings_found_a_month_stays_and_always_the_last_of_a_channel(cache: Cache) -> None:
    with cache.change() as change:
        for days in (0, 1, 40):
            change.record_audit(ONE, Audit(at(0) + timedelta(days=days), at(0), 5, days, 0, 0))
        change.record_audit(ChannelId(2), Audit(at(0), at(0), 5, 7, 0, 0))
    upkeep.forget_old_rows(cache, at(0) + timedelta(days=41))
    assert cache.ask("SELECT channel_id, new FROM audit ORDER BY id") == [(1, 40), (2, 7)]
    upkeep.forget_old_rows(cache, at(0) + timedelta(days=400))
    assert cache.ask("SELECT channel_id, new FROM audit ORDER BY id") == [(1, 40), (2, 7)]


@pytest.mark.parametrize(
    "statement", [upkeep._OLD_RAW, upkeep._OLD_CALLS, upkeep._OLD_READINGS, upkeep._OLD_RUNS, upkeep._OLD_JOURNAL]
)
def test_a_slice_of_tidying_looks_at_no_more_rows_than_it_drops_at_most(cache: Cache, statement: str) -> None:
    plan = [row[3] for row in cache.ask(f"EXPLAIN QUERY PLAN {statement}", (0, 1000))]
    tables = {name for (name,) in cache.ask("SELECT name FROM sqlite_master WHERE type = 'table'")}
    whole = [one for one in plan if one.startswith("SCAN") and "INDEX" not in one and one.split()[1] in tables]
    assert len(whole) <= statement.count("ORDER BY id LIMIT ?2"), plan
    assert not any("TEMP B-TREE" in one for one in plan), plan


def test_tidying_ends(tmp_path: Path) -> None:
    cache = filled(tmp_path / "tidy.db")
    with cache.change() as change:
        for number in range(300):
            own = change.put_thread(thread(id=ThreadId(0), remote_id=f"t{number}"))
            change.put_message(
                message(0, 0, thread_id=own.id, external_id=f"m{number}", text=f"word{number} " * 50), ONE, "1", at(0)
            )
    with cache.change() as change:
        change.drop_channel(ONE, erase=True)
    before = cache.ask("PRAGMA page_count")[0][0]
    rounds = 0
    while upkeep.tidy_file(cache):
        rounds += 1
        assert rounds < 100
    assert cache.ask("PRAGMA page_count")[0][0] < before
    cache.close()


def seen(number: int, who: Author, **changes: Any) -> MessageSeen:
    return MessageSeen(
        f"m{number}",
        "1",
        "hers",
        Kind.DM,
        who,
        f"again {number}",
        at(number),
        "https://here.invalid",
        **changes,
    )


def test_an_erased_person_does_not_come_back_with_the_next_read(cache: Cache, desk: Desk) -> None:
    hers = told_of_her(cache, desk)
    assert hers.contact_id is not None
    with cache.change() as change:
        change.erase_contact(hers.contact_id, at(9))
    channel = cache.channels()[0]
    ingest = Ingest(cache, channel, cache.connected(channel.id), HandClock(at(20)))
    brand = Author("brand", "brand", "Brand", is_own=True)
    her = Author("id-of-her", HANDLE, NAME)
    ingest.take([seen(1, her), seen(11, her), seen(12, brand, contact=her)], "all", "c")
    assert contacts_called(cache, NAME) == []
    assert cache.ask("SELECT count(*) FROM message WHERE text LIKE 'again%'") == [(0,)]
    ingest.take([seen(13, Author("id-of-new", "new", "Newcomer"))], "all", "c2")
    assert cache.ask("SELECT count(*) FROM message WHERE text LIKE 'again%'") == [(1,)]
