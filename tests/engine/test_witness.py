"""An act that was ever tried is not sent again because a file was lost: a person is asked."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from socialdesk.model.delivery import Delivery
from socialdesk.model.identifiers import CommandId
from socialdesk.store import witness
from socialdesk.store.driver import connect
from socialdesk.store.witness import Witness
from tests.engine.desk_work import Place, asked


@pytest.mark.anyio
async def test_a_reply_whose_traces_were_all_lost_is_asked_about_and_not_sent_again(place: Place) -> None:
    thread = await asked(place)
    command = await place.reply("Yes it is.", thread)
    await place.send()
    assert place.state(command) is Delivery.SENT
    # As if the cache were made anew: the desk still has the command, nobody knows that it was carried out.
    db = connect(place.unlocked.workspace.cache, place.unlocked.key, write=True)
    for table in ("outbound", "send_attempt", "command_result"):
        db.execute(f"DELETE FROM {table}")
    db.execute("DELETE FROM message WHERE direction = 'out'")
    db.close()
    await place.restart()
    place.engine.apply_pending()
    assert place.state(command) is Delivery.UNKNOWN
    place.wait(hours=1)
    await place.send()
    assert len([one for one in place.platform.posts if one["own"]]) == 1


@pytest.mark.anyio
async def test_an_act_that_fell_back_to_waiting_is_asked_about_and_not_sent_again(place: Place) -> None:
    thread = await asked(place)
    command = await place.reply("Yes it is.", thread)
    await place.send()
    db = connect(place.unlocked.workspace.cache, place.unlocked.key, write=True)
    db.execute("UPDATE outbound SET state = 'queued', tries = 0, key = ''")
    db.execute("UPDATE message SET state = 'queued', external_id = NULL WHERE direction = 'out'")
    db.close()
    await place.restart()
    assert place.state(command) is Delivery.UNKNOWN
    await place.send()
    assert len([one for one in place.platform.posts if one["own"]]) == 1


@pytest.mark.anyio
async def test_a_reply_that_was_never_tried_is_sent_although_its_traces_were_lost(place: Place) -> None:
    thread = await asked(place)
    command = await place.reply("Yes it is.", thread)
    db = connect(place.unlocked.workspace.cache, place.unlocked.key, write=True)
    for table in ("outbound", "command_result"):
        db.execute(f"DELETE FROM {table}")
    db.execute("DELETE FROM message WHERE direction = 'out'")
    db.close()
    await place.restart()
    place.engine.apply_pending()
    await place.send()
    assert place.state(command) is Delivery.SENT
    assert Witness(place.unlocked.workspace.cache).tried(command) == 1


def test_the_list_of_attempts_stays_short_on_the_disk_and_costs_nothing_in_memory_for_who_only_adds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(witness, "_MOST_BYTES", 100)
    monkeypatch.setattr(witness, "_KEPT_LINES", 3)
    writes = Witness(tmp_path / "cache.db")
    for number in range(20):
        writes.note(CommandId(f"command-{number}"))
    assert writes._tried is None
    reads = Witness(tmp_path / "cache.db")
    assert [reads.tried(CommandId(f"command-{number}")) for number in (16, 17, 18, 19)] == [0, 1, 1, 1]
    assert len((tmp_path / "attempts.log").read_text().split()) == 3
    reads.note(CommandId("command-19"))
    assert reads.tried(CommandId("command-19")) == 2


def test_that_something_is_tried_is_on_the_disk_before_its_request_may_leave(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[str] = []
    plain = os.fsync

    def watched(handle: int) -> None:
        plain(handle)
        synced.append((tmp_path / "attempts.log").read_text())

    monkeypatch.setattr(os, "fsync", watched)
    attempts = Witness(tmp_path / "cache.db")
    attempts.note(CommandId("c1"))

    assert [said.split() for said in synced] == [["c1"]]
    assert Witness(tmp_path / "cache.db").tried(CommandId("c1")) == attempts.tried(CommandId("c1")) == 1
