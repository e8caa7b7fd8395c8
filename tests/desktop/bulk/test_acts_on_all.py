"""Acts on the platforms, notes and the rest for all that is selected, through the real window and the real engine."""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from socialdesk.desktop.actions.acts import all_acts
from socialdesk.desktop.actions.in_bulk import DONE_TO_ALL, is_about_threads, why_alone
from socialdesk.desktop.places.bulk.preview import PreviewSheet
from socialdesk.desktop.shell.bulk_progress import Progress
from socialdesk.engine.host import Engine
from socialdesk.model.channel import ChannelState
from socialdesk.model.command import AddNote, DeleteOwn, Like
from socialdesk.model.delivery import Delivery
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.moderation import HideMessage, MuteThread, RemoveMessage
from socialdesk.model.thread import Kind, Status, Thread
from socialdesk.model.view import TEAM
from socialdesk.store.bulk_targets import NEWEST, NEWEST_OWN, ON_ITS_WAY, OUTBOUND, STANDS, TAKEN, outbounds, said_in
from socialdesk.store.cache import Cache
from socialdesk.support.clock import SystemClock
from tests.desktop.bulk.test_answering import Later, given
from tests.desktop.shell.conftest import Sitting

CTRL = Qt.KeyboardModifier.ControlModifier


def rows(sitting: Sitting) -> list[Thread]:
    """The threads of the team."""
    window = sitting.window
    window.queue.show_view(TEAM, "Whole team")
    model = window.queue.model
    return [one for row in range(model.rowCount()) if (one := model.thread_at(row)) is not None]


def select(sitting: Sitting, kind: Kind, many: int) -> list[ThreadId]:
    """Select so many threads of a kind, first of the channel that has most of them; none is liked or kept.

    What is for many leaves one after the other on one channel.
    """
    found = [one for one in rows(sitting) if one.kind is kind and not one.is_shielded]
    newest = said_in(sitting.window.bridge.cache, found)
    free = [one for one in found if (message := newest[one.id].message) is not None and not message.is_liked]
    of_channel = Counter(one.channel_id for one in free)
    fullest = max(of_channel, key=of_channel.__getitem__)
    free.sort(key=lambda one: one.channel_id != fullest)
    ids = [one.id for one in free][:many]
    assert len(ids) == many
    sitting.window.queue.selection.select(ids)
    return ids


def run(sitting: Sitting, id_: str) -> PreviewSheet:
    """Choose an act; gives the preview it shows."""
    sitting.window.run(sitting.window.registry[id_])
    assert sitting.window.bulk.asking.is_open
    return sitting.window.bulk.asking.sheet


def engine_works(sitting: Sitting, ahead: timedelta) -> None:
    async def once() -> None:
        engine = Engine(sitting.unlocked, Later(ahead) if ahead else SystemClock())
        engine.apply_pending()
        if ahead:
            await engine.outbox.send_due()
        await engine.close()

    asyncio.run(once())
    sitting.window.bridge.follow.look()


def states(sitting: Sitting) -> list[Delivery]:
    return [one.state for one in outbounds(sitting.window.bridge.cache, [one.id for one in given(sitting)])]


def said(words: str) -> str:
    """Words with the plural of several, whether the forms of English are filled in already or not."""
    return words.replace("(s)", "s")


def toast(sitting: Sitting) -> str:
    return said(sitting.window.toast.accessibleName())


def numbers(words: str) -> list[int]:
    return [int(one) for one in re.findall(r"\d+", words)]


def test_every_act_on_a_thread_is_done_to_all_that_is_selected_or_says_why_not(sitting: Sitting) -> None:
    window = sitting.window
    window.queue.selection.select([one.id for one in rows(sitting)[:2]])
    unnamed: list[str] = []
    for action in all_acts():
        if not is_about_threads(action.id) and action.id not in DONE_TO_ALL:
            assert not why_alone(action.id)
            continue
        ways = [action.id in DONE_TO_ALL, bool(why_alone(action.id))]
        if ways.count(True) != 1:
            unnamed.append(action.id)
        assert window.bulk.knows(action.id) is ways[0], action.id
        assert bool(window.bulk.why_not(action.id)) is ways[1], action.id
    assert not unnamed, "name these in desktop/actions/in_bulk.py: done to all, or why not"

    for statement, values in (
        (NEWEST, ("[1]",)),
        (NEWEST_OWN, ("[1]",)),
        (STANDS, (1, "[]")),
        (OUTBOUND, ("[]",)),
        (TAKEN, (0,)),
        (ON_ITS_WAY, ()),
    ):
        plan = str(window.bridge.cache.ask(f"EXPLAIN QUERY PLAN {statement}", values))
        assert not re.search(r"SCAN (m|message|outbound|public_act)\b(?! USING)", plan), plan

    window.run(window.registry["contact.vip"])
    assert toast(sitting) == "It is about one person. Esc selects nothing; then open their thread."


def test_likes_are_shown_before_leave_at_the_channel_s_pace_and_z_takes_them_back(
    sitting: Sitting, qtbot: QtBot
) -> None:
    window = sitting.window
    ids = select(sitting, Kind.COMMENT, 4)
    reviews = [one.id for one in rows(sitting) if one.kind is Kind.REVIEW][:1]
    window.queue.selection.select([*ids, *reviews])
    QTest.keyClicks(window.queue.list, "l")
    sheet = window.bulk.asking.sheet
    assert window.bulk.asking.is_open
    assert said(sheet.title.text()) == "Like 4 messages?"
    assert sheet.list.model().rowCount() == 5
    assert "(the network has no such act there)" in str(sheet.list.model().index(4, 0).data())
    assert sheet.about.text().endswith("Left out: 1 the network has no such act there.")
    assert window.bridge.submit.last_step is None, "nothing happens before somebody agrees"

    sheet.list.setCurrentRow(3)
    QTest.keyClick(sheet.list, Qt.Key.Key_Space)
    assert sheet.agree.text() == "Like 3"
    assert "1 skipped" in sheet.about.text()
    QTest.keyClick(sheet.list, Qt.Key.Key_Return, CTRL)
    likes = [one.command for one in given(sitting)]
    assert [type(one) for one in likes] == [Like] * 3

    engine_works(sitting, timedelta(0))
    found = outbounds(window.bridge.cache, [one.id for one in given(sitting)])
    by_channel: dict[int, list[datetime]] = {}
    for one in sorted(found, key=lambda one: one.not_before):
        by_channel.setdefault(one.channel_id, []).append(one.not_before)
    assert all(b - a >= timedelta(seconds=3) for some in by_channel.values() for a, b in pairwise(some))
    assert {one.state for one in found} == {Delivery.QUEUED}
    qtbot.waitUntil(window.bulk.progress.line.isVisible)

    step = given(sitting)
    window.hands.undo()
    assert toast(sitting) == "3 acts taken back."
    engine_works(sitting, timedelta(minutes=5))
    assert {one.state for one in outbounds(window.bridge.cache, [one.id for one in step])} == {Delivery.CANCELED}
    now = said_in(window.bridge.cache, window.bridge.cache.threads(ids))
    assert not any(one.message.is_liked for one in now.values() if one.message is not None)


def test_what_was_hidden_is_shown_again_by_z_and_what_was_deleted_stays_and_is_told(sitting: Sitting) -> None:
    window = sitting.window
    ids = select(sitting, Kind.COMMENT, 3)
    sheet = run(sitting, "message.hide")
    sheet.agree.click()
    engine_works(sitting, timedelta(minutes=5))
    assert states(sitting) == [Delivery.SENT] * 3
    assert all(
        "hidden" in one.stands for one in said_in(window.bridge.cache, window.bridge.cache.threads(ids)).values()
    )

    window.run(window.registry["message.hide"])
    assert toast(sitting) == "Nothing was changed. Left out: 3 it is like that already."
    window.hands.undo()
    assert toast(sitting).startswith("3 acts taken back. What had happened already is undone there")
    engine_works(sitting, timedelta(minutes=5))
    assert not any(one.stands for one in said_in(window.bridge.cache, window.bridge.cache.threads(ids)).values())

    sheet = run(sitting, "message.remove")
    assert "what has left nobody can bring back" in sheet.text.text()
    sheet.agree.click()
    step = given(sitting)
    assert [type(one.command) for one in step] == [RemoveMessage] * 3
    engine_works(sitting, timedelta(seconds=11))
    left = states(sitting).count(Delivery.SENT)
    assert 0 < left < 3
    window.hands.undo()
    assert numbers(toast(sitting)) == [3 - left, left]
    assert "had happened already and stay" in toast(sitting)
    engine_works(sitting, timedelta(minutes=5))
    found = [one.state for one in outbounds(window.bridge.cache, [one.id for one in step])]
    assert sorted(found) == sorted([Delivery.SENT] * left + [Delivery.CANCELED] * (3 - left))


def test_likes_are_taken_back_where_only_some_are_liked_and_what_we_answered_last_is_deleted_after_a_question(
    sitting: Sitting,
) -> None:
    window = sitting.window
    ids = select(sitting, Kind.COMMENT, 3)
    window.queue.selection.select(ids[:2])
    run(sitting, "thread.like").agree.click()
    window.queue.selection.select(ids)
    run(sitting, "thread.unlike").agree.click()
    taken = [one.command for one in given(sitting)]
    assert {(one.thread, one.on) for one in taken if isinstance(one, Like)} == {(id_, False) for id_ in ids[:2]}

    cache = window.bridge.cache
    every = [one for one in rows(sitting) if not one.is_shielded]
    own = {id_: said.own for id_, said in said_in(cache, every, own=True).items()}
    answered = [one for one, message in own.items() if message is not None][:2]
    silent = next(one for one, message in own.items() if message is None)
    window.queue.selection.select([*answered, silent])
    sheet = run(sitting, "message.delete")
    assert "what has left nobody can bring back" in sheet.text.text()
    assert "1 nothing of ours stands there" in sheet.about.text()
    sheet.agree.click()
    commands = [one.command for one in given(sitting)]
    assert {(one.thread, one.message) for one in commands if isinstance(one, DeleteOwn)} == {
        (id_, message.id) for id_ in answered if (message := own[id_]) is not None
    }
    engine_works(sitting, timedelta(minutes=5))
    assert states(sitting) == [Delivery.SENT] * 2
    assert all(said.own != own[id_] for id_, said in said_in(cache, cache.threads(answered), own=True).items())


def test_how_far_it_is_stands_under_the_banner_each_is_named_and_the_rest_can_be_stopped(
    sitting: Sitting, qtbot: QtBot
) -> None:
    window, progress = sitting.window, sitting.window.bulk.progress
    select(sitting, Kind.COMMENT, 4)
    run(sitting, "message.hide").agree.click()
    commands = [one.command for one in given(sitting)]
    gone = next(one for one in commands if isinstance(one, HideMessage))
    with window.bridge.cache.driver() as db:
        name = db.execute("SELECT contact_name FROM thread WHERE id = ?", (gone.thread,)).fetchone()[0]
    engine_works(sitting, timedelta(seconds=11))
    done = states(sitting).count(Delivery.SENT)
    assert 0 < done < 4
    qtbot.waitUntil(lambda: f"{done} of 4 done." in progress.line.accessibleName())
    progress.show()
    lines = [str(progress.sheet.list.model().index(row, 0).data()) for row in range(4)]
    assert f"{name}: done" in lines
    assert sum("leaves at" in one for one in lines) == 4 - done

    assert not window.close()
    question = window.closing.question
    assert question is not None
    assert numbers(question.accessibleName()) == [4 - done], "what is for many is not hurried by closing"
    question._give("stay")
    assert window.isVisible()

    progress.sheet.stop.click()
    assert numbers(toast(sitting)) == [4 - done]
    engine_works(sitting, timedelta(minutes=5))
    qtbot.waitUntil(lambda: f"{done} of {done} done." in progress.line.accessibleName())
    assert states(sitting).count(Delivery.SENT) == done


def test_a_window_is_not_held_by_what_left_for_many_a_moment_ago(sitting: Sitting) -> None:
    select(sitting, Kind.COMMENT, 4)
    run(sitting, "message.hide").agree.click()
    engine_works(sitting, timedelta(minutes=5))
    assert set(states(sitting)) == {Delivery.SENT}

    assert sitting.window.close()


def test_one_note_for_all_names_a_colleague_and_z_removes_it_everywhere(sitting: Sitting) -> None:
    window = sitting.window
    ids = [one.id for one in rows(sitting)[:3]]
    window.queue.selection.select(ids)
    QTest.keyClicks(window.queue.list, "m")
    sheet = window.bulk.asking.sheet
    assert not sheet.agree.isEnabled()
    colleague = window.bridge.people[1]
    sheet.words.insertPlainText(f"Ask @{colleague.name.split()[0]} first")
    whole = sheet.words.toPlainText()
    sheet.words.insertPlainText("!" * 1_000)
    QTest.keyClick(sheet.words, Qt.Key.Key_Return, CTRL)
    assert sheet.isVisible(), "nothing of it is cut off unsaid"
    assert "1,000" in sheet.agree.accessibleDescription()
    sheet.words.setPlainText(whole)
    QTest.keyClick(sheet.words, Qt.Key.Key_Return, CTRL)
    notes = [one.command for one in given(sitting) if isinstance(one.command, AddNote)]
    assert [one.thread for one in notes] == ids
    assert {one.mentions for one in notes} == {(colleague.id,)}
    engine_works(sitting, timedelta(0))
    many = "SELECT count(*) FROM note WHERE text LIKE 'Ask @%'"
    assert window.bridge.cache.ask(many)[0][0] == 3
    window.hands.undo()
    engine_works(sitting, timedelta(0))
    assert window.bridge.cache.ask(many)[0][0] == 0


def test_links_are_copied_pages_opened_threads_muted_and_taken_for_all(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = sitting.window
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: not opened.append(url.toString()))
    threads = [one for one in rows(sitting) if one.permalink][:3]
    window.queue.selection.select([one.id for one in threads])
    window.run(window.registry["thread.copy_link"])
    assert QGuiApplication.clipboard().text().split("\n") == [one.permalink for one in threads]
    window.run(window.registry["thread.open"])
    assert opened == [one.permalink for one in threads if one.permalink.startswith("https://")]

    free = [one for one in rows(sitting) if one.assignee_id is None][:2]
    taken = [one for one in rows(sitting) if one.assignee_id not in (None, window.bridge.me)][:1]
    assert taken
    window.queue.selection.select([one.id for one in (*free, *taken)])
    QTest.keyClicks(window.queue.list, "n")
    assert toast(sitting).startswith("2 threads are yours. Left out: 1 somebody's already.")
    window.hands.undo()

    window.queue.selection.select([one.id for one in threads])
    QTest.keyClick(window.queue.list, Qt.Key.Key_H, Qt.KeyboardModifier.ShiftModifier)
    mutes = [one.command for one in given(sitting)]
    assert [type(one) for one in mutes] == [MuteThread] * 3
    engine_works(sitting, timedelta(0))
    assert {one.status for one in window.bridge.cache.threads([one.id for one in threads])} == {Status.MUTED}
    told = [one.not_before for one in outbounds(window.bridge.cache, [one.id for one in given(sitting)])]
    assert len(set(told)) > 1 or len({one.channel_id for one in threads}) == len(told), "the platforms are told in turn"
    window.hands.undo()
    engine_works(sitting, timedelta(0))
    assert Status.MUTED not in {one.status for one in window.bridge.cache.threads([one.id for one in threads])}


def test_the_threads_of_each_person_are_merged_and_taken_apart_for_all(sitting: Sitting) -> None:
    window = sitting.window
    twice = window.bridge.cache.ask(
        "SELECT group_concat(id) FROM thread WHERE contact_id IS NOT NULL AND shield = '' GROUP BY contact_id"
        " HAVING count(*) > 1 ORDER BY contact_id LIMIT 2"
    )
    groups = [[ThreadId(int(id_)) for id_ in row[0].split(",")] for row in twice]
    assert groups
    together = [id_ for some in groups for id_ in some]
    alone = next(one.id for one in rows(sitting) if one.id not in together and one.contact_name)
    window.queue.selection.select([*together, alone])
    sheet = run(sitting, "thread.merge")
    assert sheet.list.model().rowCount() == len(groups)
    assert f"{len(groups[0])} threads become one" in str(sheet.list.model().index(0, 0).data())
    assert numbers(sheet.about.text()) == [1], "who has one thread only is told"
    sheet.agree.click()
    engine_works(sitting, timedelta(0))
    merged = "SELECT count(*) FROM thread_merge"
    assert window.bridge.cache.ask(merged)[0][0] == len(together) - len(groups)

    window.hands.undo()
    engine_works(sitting, timedelta(0))
    assert window.bridge.cache.ask(merged)[0][0] == 0
    assert len(window.bridge.cache.threads(together)) == len(together)


def test_what_failed_is_named_what_is_offline_is_told_and_the_line_is_there_after_a_restart(
    sitting: Sitting, qtbot: QtBot
) -> None:
    window, progress = sitting.window, sitting.window.bulk.progress
    ids = select(sitting, Kind.COMMENT, 3)
    said_there = said_in(window.bridge.cache, window.bridge.cache.threads(ids))
    gone = said_there[ids[0]].message
    assert gone is not None
    offline = window.bridge.thread(ids[1])
    assert offline is not None
    writing = Cache(sitting.unlocked.workspace.cache, sitting.unlocked.key, write=True)
    with writing.change() as change:
        change.set_channel_state(offline.channel_id, ChannelState.OFFLINE, "", window.bridge.clock.now())
    window.bridge.follow.look()
    sheet = run(sitting, "message.hide")
    network = window.bridge.channel(offline.channel_id)
    assert network is not None
    assert sheet.notes.text().startswith(f"{network.name} is offline: what goes there waits")
    sheet.agree.click()
    with writing.change() as change:  # it is deleted there before our act is decided
        change.put_message(replace(gone, deleted_at=gone.created_at), offline.channel_id, None, gone.created_at)
    writing.close()
    engine_works(sitting, timedelta(0))
    qtbot.waitUntil(lambda: "1 failed." in progress.line.accessibleName())
    assert f"{network.name} is offline" in progress.line.accessibleName()
    progress.show()
    lines = [str(progress.sheet.list.model().index(row, 0).data()) for row in range(3)]
    assert sum("is gone from the platform already. Nothing was done." in one for one in lines) == 1
    progress.sheet.failed.click()
    assert list(window.queue.selection.ids) == [ids[0]]

    after = Progress(window)
    qtbot.waitUntil(lambda: "1 failed." in after.line.accessibleName())
    after.forget()
    assert not Progress(window).is_on
