"""A kept thread in the window: dealt with unread, opened and closed, and never told by any other way."""

from __future__ import annotations

import json
import logging
from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from socialdesk.desktop.places.outbox.lines import Role
from socialdesk.desktop.shell.palette_entries import entries
from socialdesk.model.command import MarkDone
from socialdesk.model.moderation import BlockPerson, HideMessage, ReportMessage
from socialdesk.model.shielding import KeepOutOfSight
from socialdesk.model.story import LEAST
from socialdesk.model.thread import Status
from socialdesk.model.view import SHIELDED
from socialdesk.store.cache import Cache
from socialdesk.store.search import search
from socialdesk.store.stories import stories
from socialdesk.support.clock import SystemClock
from tests.desktop.shell.conftest import Sitting
from tests.desktop.shell.kept_out import (
    EVERY,
    HANDLE,
    SHIFT,
    TEXT,
    WORD,
    Kept,
    brought_in,
    comment,
    given,
    keep,
    key,
    models_say,
    readers_hear,
    tells,
)


@pytest.fixture
def kept(sitting: Sitting) -> Kept:
    return keep(sitting)


def test_g_h_goes_to_what_is_kept(kept: Kept) -> None:
    window = kept.sitting.window
    assert window.queue.model.view.id == SHIELDED.id
    assert window.queue.model.row_of(kept.thread.id) is not None
    assert window.conversation.is_closed
    assert window.composer.isHidden()


def test_neither_rows_nor_panes_nor_readers_nor_the_title_tell_it(kept: Kept) -> None:
    window = kept.sitting.window
    assert tells(models_say(window)) == []
    heard = readers_hear(window)
    assert "You do not need to read this" in heard
    assert tells(heard) == []
    assert tells(window.windowTitle()) == []
    said = [
        child.toolTip() + child.accessibleName() + child.accessibleDescription()
        for child in window.findChildren(QWidget)
    ]
    assert tells("\n".join(said)) == []


def test_the_canaries_are_told_once_it_is_opened(kept: Kept) -> None:
    """So that the test above can fail at all."""
    key(kept, Qt.Key.Key_Return, SHIFT)
    assert tells(models_say(kept.sitting.window)) != []


def test_the_palette_does_not_tell_it(kept: Kept) -> None:
    window = kept.sitting.window
    found = entries(window, window.hands, window.facts())
    assert tells("\n".join(f"{one.words} {one.detail} {one.also}" for one in found)) == []
    window.open_palette(WORD)
    assert tells(models_say(window)) == []
    assert tells(readers_hear(window)) in ([], [WORD])
    window.palette_card.close_quietly()


def test_the_search_does_not_find_it(kept: Kept) -> None:
    cache = kept.sitting.window.bridge.cache
    for asked in (WORD, "Vilename", HANDLE):
        found = search(cache, asked, SystemClock().now())
        assert kept.thread.id not in {hit.thread.id for hit in found.hits}


def test_the_log_does_not_tell_it(kept: Kept, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        brought_in(kept.sitting, comment(2, TEXT))
        key(kept, Qt.Key.Key_1)
        kept.sitting.engine_works()
    assert tells("\n".join(record.getMessage() for record in caplog.records if "alembic" not in record.name)) == []


def test_undo_lines_and_announcements_do_not_tell_it(kept: Kept) -> None:
    window = kept.sitting.window
    key(kept, Qt.Key.Key_1)
    assert tells(readers_hear(window.toast)) == []
    assert tells(window.toast.accessibleName()) == []


def test_nothing_of_it_can_be_copied_while_it_is_closed(kept: Kept) -> None:
    QApplication.clipboard().setText("before")
    QTest.keyClick(kept.sitting.window.conversation.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert tells(QApplication.clipboard().text()) == []


def test_the_outbox_names_nobody_whose_message_is_kept(kept: Kept) -> None:
    key(kept, Qt.Key.Key_2)
    kept.sitting.engine_works()
    window = kept.sitting.window
    window.show_outbox()

    model = window.outbox._model
    heard = [str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(model.rowCount())]
    assert len([one for one in heard if one.startswith("A hidden message, ")]) == 2
    assert tells("\n".join(heard)) == []
    lines = [model.index(row, 0).data(Role.LINE) for row in range(model.rowCount())]
    assert tells("\n".join(line.leaving.contact for line in lines if line.leaving is not None)) == []


def test_it_labels_no_story(kept: Kept) -> None:
    say = [comment(10 + n, TEXT, f"Person {n}", f"person{n}") for n in range(LEAST + 2)]
    brought_in(kept.sitting, *say)
    cache = Cache(kept.sitting.unlocked.workspace.cache, kept.sitting.unlocked.key, write=True)
    with cache.change() as change:
        change.tell_some(SystemClock().now(), 500)
    told = stories(cache, SystemClock().now())
    cache.close()
    assert all(not thread.shield for story in told for thread in story.threads)
    assert not any(thread.remote_id.startswith("planted") for story in told for thread in story.threads)


def test_1_hides_it_from_the_public_unread_and_is_done(kept: Kept) -> None:
    key(kept, Qt.Key.Key_1)
    assert given(kept)[-2:] == [HideMessage, MarkDone]
    assert kept.now().status is Status.DONE
    assert kept.now().is_shielded
    key(kept, Qt.Key.Key_Z)
    assert kept.now().status is Status.OPEN


def test_2_blocks_too_and_3_reports(kept: Kept) -> None:
    key(kept, Qt.Key.Key_2)
    assert given(kept)[-3:] == [HideMessage, BlockPerson, MarkDone]
    key(kept, Qt.Key.Key_Z)
    key(kept, Qt.Key.Key_3)
    assert given(kept)[-2:] == [ReportMessage, MarkDone]


def test_the_digits_do_nothing_to_a_thread_that_is_shown(sitting: Sitting) -> None:
    for one in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3):
        QTest.keyClick(sitting.window.queue.list, one)
    assert list(sitting.window.bridge.submit.pending) == []


def test_shift_enter_shows_plain_text_and_closes_it_again(kept: Kept) -> None:
    conversation = kept.sitting.window.conversation
    key(kept, Qt.Key.Key_Return, SHIFT)
    assert [one.text for one in conversation.messages] == [TEXT]
    assert not kept.sitting.window.composer.isHidden()
    key(kept, Qt.Key.Key_Return, SHIFT)
    assert tells(models_say(conversation)) == []
    assert conversation.is_closed


def test_going_away_and_back_closes_it(kept: Kept) -> None:
    window = kept.sitting.window
    key(kept, Qt.Key.Key_Return, SHIFT)
    window.queue.step(-1)
    window.queue.step(1)
    window.queue.open(kept.thread.id)
    assert window.conversation.is_closed


def test_pictures_of_an_opened_thread_are_asked_for_by_a_second_act(kept: Kept) -> None:
    from socialdesk.desktop.places.conversation import media
    from socialdesk.desktop.places.conversation.geometry import Target
    from socialdesk.model.command import ShowMedia

    conversation = kept.sitting.window.conversation
    key(kept, Qt.Key.Key_Return, SHIFT)
    assert ShowMedia not in given(kept)
    (row,) = [row for row in conversation.view.rows if row.media]
    assert all(not one.sha256 for one in row.media)
    conversation.view.target_chosen.emit(Target(media.SHOW), row)
    assert ShowMedia in given(kept)


def test_a_thread_is_kept_by_hand_and_shown_again(kept: Kept) -> None:
    from socialdesk.model.shield.values import ShieldKind

    window = kept.sitting.window
    brought_in(kept.sitting, comment(4, "Where is my parcel?"))
    (other,) = [one for one in window.bridge.cache.threads(EVERY) if one.remote_id == "planted4"]
    window.hands.go(window.rail.model.views()[2])
    window.queue.open(other.id)
    window.hands.shield.keep(ShieldKind.THREAT)
    assert KeepOutOfSight in given(kept)
    assert window.conversation.is_closed
    kept.sitting.engine_works()
    card = window.conversation.kept.card
    assert card is not None
    assert "Kept by a person as a threat." in readers_hear(card)
    window.hands.undo()
    kept.sitting.engine_works()
    assert not window.conversation.is_closed


def test_evidence_is_written_with_a_digest_that_can_be_checked(kept: Kept, tmp_path: Path) -> None:
    file = tmp_path / "evidence.json"
    kept.sitting.window.hands.shield.write_evidence(kept.thread, file)
    (message,) = json.loads(file.read_text())["messages"]
    assert json.loads(message["record"])["text"] == TEXT
    assert sha256(message["record"].encode()).hexdigest() == message["sha256"]


def test_evidence_that_cannot_be_written_is_said(kept: Kept, tmp_path: Path, qtbot: QtBot) -> None:
    kept.sitting.window.hands.shield.write_evidence(kept.thread, tmp_path / "no" / "evidence.json")
    assert "cannot be written" in readers_hear(kept.sitting.window.toast)
