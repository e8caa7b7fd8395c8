"""What the palette finds in a real window."""

from __future__ import annotations

from datetime import UTC, datetime
from threading import get_ident
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDateTimeEdit
from pytestqt.qtbot import QtBot

from socialdesk.desktop.look import language
from socialdesk.desktop.look.other_words import OtherWords
from socialdesk.desktop.places.palette.matching import Matcher
from socialdesk.desktop.settings.registry import all_settings
from socialdesk.desktop.settings.setting import Kind, Section
from socialdesk.desktop.shell.palette_entries import called, entries
from socialdesk.model.thread import Status, Thread
from socialdesk.model.view import SHIELDED
from socialdesk.store.jump import CALLED, SAID, threads_called, threads_saying
from tests.desktop.shell.conftest import Sitting


def _type(sitting: Sitting, typed: str) -> None:
    window = sitting.window
    window.open_palette()
    QTest.keyClicks(window.palette_card._field, typed)


def _press(key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def test_a_thread_is_found_by_the_name_of_its_contact_and_opened(sitting: Sitting) -> None:
    window = sitting.window
    _type(sitting, "priya")
    entry = window.palette_card.current
    assert entry is not None
    assert (entry.kind, entry.words) == ("thread", "Priya Nair")

    _press(Qt.Key.Key_Return)

    assert window.conversation.thread is not None
    opened = window.bridge.thread(window.conversation.thread)
    assert opened is not None
    assert opened.contact_name == "Priya Nair"


@pytest.mark.parametrize("act", ["app.settings", "go.rules", "go.outbox", "go.library"])
def test_a_thread_found_from_another_page_leads_back_to_the_queue(sitting: Sitting, act: str) -> None:
    window = sitting.window
    window.do(act)
    assert not window.conversation.isVisible()
    _type(sitting, "priya")
    _press(Qt.Key.Key_Return)

    assert window.conversation.isVisible()
    assert window.conversation.thread is not None
    opened = window.bridge.thread(window.conversation.thread)
    assert opened is not None
    assert opened.contact_name == "Priya Nair"


def test_a_thread_is_found_by_words_written_in_it_once_the_typing_pauses(sitting: Sitting, qtbot: QtBot) -> None:
    window = sitting.window
    cache = window.bridge.cache
    card = window.palette_card
    _type(sitting, "third time luck")
    assert not [one for one in card.entries if one.kind == "said"], "keys wait for nothing"
    qtbot.waitUntil(lambda: any(one.kind == "said" for one in card.entries))
    (found,) = [one for one in card.entries if one.kind == "said"]
    assert "third time lucky" in found.detail
    assert found.run is not None
    found.run()
    card.close_quietly()
    assert window.conversation.thread is not None
    messages = cache.ask("SELECT text FROM message WHERE thread_id = ?", (window.conversation.thread,))
    assert any("third time lucky" in text for (text,) in messages)

    hidden = cache.ask("SELECT m.text FROM message m JOIN thread t ON t.id = m.thread_id WHERE t.shield != ''")
    for (text,) in hidden:
        for thread, _ in threads_saying(cache, " ".join(text.split()[:3]), datetime(2026, 1, 1, tzinfo=UTC), 20):
            assert not thread.is_shielded
    plan = " ".join(str(row[3]) for row in cache.ask(f"EXPLAIN QUERY PLAN {SAID}", ('"luck"*', 24)))
    assert "message_fts VIRTUAL TABLE INDEX" in plan
    assert "SCAN m " not in plan
    assert "SCAN t " not in plan


def test_what_was_written_is_looked_for_beside_the_window_and_an_old_answer_is_not_shown(
    sitting: Sitting, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = sitting.window.palette_card
    asked: list[int] = []

    def noted(*what: Any) -> list[tuple[Thread, str]]:
        asked.append(get_ident())
        return threads_saying(*what)

    monkeypatch.setattr("socialdesk.desktop.shell.palette_entries.threads_saying", noted)
    _type(sitting, "third time luck")
    qtbot.waitUntil(lambda: any(one.kind == "said" for one in card.entries))
    assert asked
    assert get_ident() not in asked

    found = [one for one in card.entries if one.kind == "said"]
    _type(sitting, "zzz")
    card._on_found("third time luck", found)
    assert not [one for one in card.entries if one.kind == "said"]


def test_tab_on_a_colleague_a_tag_and_a_channel_offers_what_else_there_is(sitting: Sitting) -> None:
    window = sitting.window
    card = window.palette_card
    _type(sitting, "@noah")
    _press(Qt.Key.Key_Tab)
    assert [one.words for one in card.entries] == ["assign to Noah", "show what Noah has"]
    _press(Qt.Key.Key_Down)
    _press(Qt.Key.Key_Return)
    noah = next(one for one in window.bridge.people if one.name.startswith("Noah"))
    first = window.queue.model.first()
    assert first is not None
    assert first.assignee_id == noah.id

    _type(sitting, "#repair")
    _press(Qt.Key.Key_Tab)
    _press(Qt.Key.Key_Down)
    _press(Qt.Key.Key_Return)
    first = window.queue.model.first()
    assert first is not None
    assert "Repair" in first.tags

    _type(sitting, "youtube")
    assert card.current is not None
    assert card.current.id.startswith("view:channel:")
    _press(Qt.Key.Key_Tab)
    _press(Qt.Key.Key_Down)
    _press(Qt.Key.Key_Return)
    assert window.settings.is_shown
    assert window.settings.page.section is Section.CHANNELS


def test_a_contact_is_found_once_after_an_at_sign(sitting: Sitting) -> None:
    found = called(sitting.window, "@cami")

    assert [entry.kind for entry in found] == ["contact"] * len(found)
    assert len({entry.id for entry in found}) == len(found) > 0


def test_nothing_shielded_is_ever_found(sitting: Sitting) -> None:
    cache = sitting.window.bridge.cache
    hidden = [row[0] for row in cache.ask("SELECT contact_name FROM thread WHERE shield != '' AND contact_name != ''")]
    assert hidden
    for name in hidden:
        found = threads_called(cache, name, datetime(2026, 1, 1, tzinfo=UTC), 50)
        assert not [one for one in found if one.is_shielded]


def test_names_are_looked_up_in_the_index_and_not_by_reading_everything(sitting: Sitting) -> None:
    plan = sitting.window.bridge.cache.ask(f"EXPLAIN QUERY PLAN {CALLED}", ('"ca"*', 60, 32))
    said = " ".join(str(row[3]) for row in plan)

    assert "contact_fts VIRTUAL TABLE INDEX" in said
    assert "thread_contact" in said
    assert "SCAN t" not in said


def test_every_setting_is_reached_by_the_palette(sitting: Sitting) -> None:
    window = sitting.window
    found = {entry.id: entry for entry in entries(window, window.hands, window.facts())}

    for setting in all_settings():
        if setting.kind is not Kind.HIDDEN:
            entry = found[f"setting:{setting.key}"]
            assert entry.run is not None
            entry.run()
            assert window.settings.page.row(setting.key) is not None


def test_tab_offers_what_a_setting_can_be_and_enter_sets_it(sitting: Sitting) -> None:
    window = sitting.window
    _type(sitting, ">rows of the")
    _press(Qt.Key.Key_Tab)
    card = window.palette_card
    assert card.current is not None
    assert (card.current.words, card.current.detail) == ("As the window has room", "in use")
    _press(Qt.Key.Key_Down)
    _press(Qt.Key.Key_Down)
    _press(Qt.Key.Key_Return)

    assert window.bridge.settings.get("density") == "compact"
    window.bridge.settings.reset("density")


def test_escape_leaves_the_options_before_it_leaves_the_palette(sitting: Sitting) -> None:
    window = sitting.window
    _type(sitting, ">rows of the")
    _press(Qt.Key.Key_Tab)
    _press(Qt.Key.Key_Escape)
    assert window.palette_card.isVisible()
    _press(Qt.Key.Key_Escape)
    assert not window.palette_card.isVisible()


def test_english_words_find_what_is_shown_in_french_and_french_ones_what_is_shown_in_english(
    sitting: Sitting, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = sitting.window
    window.other_words.wait()
    shown = Matcher(entries(window, window.hands, window.facts()))
    assert shown.find("confier a")[0].entry.words.startswith("Assign to")
    monkeypatch.setattr(language, "current", lambda: "fr")
    other = OtherWords()
    other.wait()
    assert other.of("Confier à…") == ("Assign to…",)


def test_a_thread_is_put_off_until_they_answer_or_to_a_day_of_ones_own_as_the_two_keys_do(sitting: Sitting) -> None:
    window = sitting.window
    before = window.queue.current()
    assert before is not None
    _type(sitting, ">snooze until they")
    card = window.palette_card
    assert card.current is not None
    assert (card.current.words, card.current.keys) == ("Snooze until they answer", ("H", "5"))
    _press(Qt.Key.Key_Return)
    after = window.bridge.thread(before.id)
    assert after is not None
    assert (after.status, after.snoozed_until) == (Status.SNOOZED, None)
    assert window.queue.current() != before

    _type(sitting, ">snooze, pick")
    assert card.current is not None
    assert card.current.keys == ("H", "6")
    _press(Qt.Key.Key_Return)
    assert window.snooze.isVisible()
    assert isinstance(QApplication.focusWidget(), QDateTimeEdit)
    _press(Qt.Key.Key_Escape)
    window.open_thread(None)
    window.queue.list.setCurrentIndex(QModelIndex())
    told = {one.id: one.reason for one in entries(window, window.hands, window.facts())}
    assert told["snooze:pick"] == told["snooze:when_they_answer"] == "Open a thread first."


def _words(sitting: Sitting) -> list[str]:
    return [entry.words for entry in sitting.window.palette_card.entries]


def test_what_is_kept_out_of_sight_is_dealt_with_from_the_palette_and_not_named_there(
    sitting: Sitting, qtbot: QtBot
) -> None:
    window = sitting.window
    window.hands.go(SHIELDED)
    qtbot.waitUntil(lambda: (thread := window.queue.current()) is not None and thread.is_shielded)
    _type(sitting, "hide it and")
    entry = window.palette_card.current

    assert entry is not None
    assert (entry.id, entry.is_enabled) == ("shield.block", True)
    assert window.palette_card._about == ""


def test_without_the_thread_in_the_palette_the_acts_of_the_program_stay(sitting: Sitting) -> None:
    window = sitting.window
    window.open_palette()
    _press(Qt.Key.Key_Backspace)
    QTest.keyClicks(window.palette_card._field, "quit")
    assert "Quit" in _words(sitting)
    window.palette_card._field.clear()
    QTest.keyClicks(window.palette_card._field, "mark done")

    assert "Mark done" not in _words(sitting)
