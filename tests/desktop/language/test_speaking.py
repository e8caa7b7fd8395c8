from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from socialdesk.desktop.look import language, numbers, theme
from socialdesk.desktop.look.tokens import Theme
from socialdesk.desktop.places.composer.standing import Mode
from socialdesk.desktop.places.palette.palette import Palette
from socialdesk.desktop.settings.setting import Section
from socialdesk.desktop.shell import again
from socialdesk.desktop.shell.window import Window
from socialdesk.desktop.widgets.combo import Combo
from socialdesk.launch.demo import prepare
from socialdesk.launch.desktop import make_bridge
from socialdesk.support import clock
from socialdesk.support.clock import SystemClock
from socialdesk.support.paths import Workspace
from tests.waiting import wait_for

tr = QCoreApplication.translate


@pytest.fixture(autouse=True)
def english_afterwards(qapp: QApplication) -> Iterator[None]:
    yield
    language.speak(qapp, "en")
    QLocale.setDefault(QLocale.c())


def test_words_plural_forms_and_numbers_follow_the_language(qapp: QApplication) -> None:
    language.speak(qapp, "en")
    assert [tr("composer", "Fill %n blank(s)", "", many) for many in (1, 2)] == ["Fill 1 blank", "Fill 2 blanks"]
    assert numbers.number(1284) == "1,284"
    language.speak(qapp, "fr")
    said = [tr("composer", "Fill %n blank(s)", "", many) for many in (0, 1, 2)]
    assert said == ["Compléter 0 champ", "Compléter 1 champ", "Compléter 2 champs"]  # French has one of nothing
    assert numbers.number(1284) == "1\u202f284"
    assert numbers.count(12_000) == "9\u202f999+"


def test_qt_s_own_words_are_translated_too(qapp: QApplication) -> None:
    language.speak(qapp, "fr")
    assert tr("QPlatformTheme", "Cancel") == "Annuler"


def test_a_language_nobody_wrote_becomes_english(qapp: QApplication) -> None:
    assert language.speak(qapp, "tlh") == "en"
    assert language.resolved("fr_CA") == "fr"


def test_a_file_is_all_a_language_needs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> None:
    (tmp_path / "socialdesk_de.qm").write_bytes((language.resource("i18n") / "socialdesk_fr.qm").read_bytes())
    (tmp_path / "socialdesk_ar.qm").write_bytes((language.resource("i18n") / "socialdesk_fr.qm").read_bytes())

    with monkeypatch.context() as here:  # English is read afterwards, from where it lies
        here.setattr(language, "resource", lambda _name: tmp_path)
        assert [one.name for one in language.languages()] == ["Deutsch", "العربية"]
        assert language.speak(qapp, "ar") == "ar"
        assert qapp.layoutDirection() is Qt.LayoutDirection.RightToLeft


@pytest.fixture
def windows(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[list[Window]]:
    """The window in front is the last one."""
    bridge = make_bridge(prepare(Workspace(tmp_path / "demo"), SystemClock()), is_demo=True)
    theme.apply(qapp, Theme.LIGHT)
    opened = [Window(bridge)]
    opened[0].replaced.connect(opened.append)
    opened[0].show()
    yield opened
    for window in opened:
        if shiboken6.isValid(window):
            qapp.removeEventFilter(window.keys)
            window.close()
            shiboken6.delete(window)
    bridge.follow.stop()
    bridge.pictures.close()
    bridge.cache.close()
    bridge.desk.close()


def test_another_language_is_spoken_at_once_with_the_same_thread_and_draft(
    windows: list[Window], qapp: QApplication, qtbot: QtBot
) -> None:
    before = windows[0]
    QTest.keyClick(before.queue.list, Qt.Key.Key_J)
    thread = before.queue.current()
    assert thread is not None
    before.hands.answer()
    QTest.keyClicks(before.composer.editor, "Bonjour")
    ended: list[bool] = []
    qapp.lastWindowClosed.connect(lambda: ended.append(True))

    before.speak("fr")

    now = windows[-1]
    assert now is not before
    assert now.isVisible()
    assert now.geometry() == before.geometry()
    assert now.registry["thread.done"].words == "Marquer terminé"
    current = now.queue.current()
    assert current is not None
    assert current.id == thread.id
    assert now.composer.editor.toPlainText() == "Bonjour"
    assert now.bridge.desk.state("language") == "fr"
    qtbot.waitUntil(lambda: not shiboken6.isValid(before))
    assert ended == []  # the program goes on


@pytest.mark.parametrize("mode", [Mode.REPLY, Mode.NOTE])
def test_whoever_is_writing_writes_on_at_the_same_letter(windows: list[Window], mode: Mode) -> None:
    before = windows[0]
    QTest.keyClick(before.queue.list, Qt.Key.Key_J)
    before.composer.turn_to(mode)
    QTest.keyClicks(before.composer.editor, "Bonjour to you")
    for _ in range(7):
        QTest.keyClick(before.composer.editor, Qt.Key.Key_Left)

    before.open_palette("franç")
    (palette,) = before.findChildren(Palette)
    (field,) = palette.findChildren(QLineEdit)
    QTest.keyClick(field, Qt.Key.Key_Return)
    wait_for(lambda: len(windows) == 2)

    now = windows[-1]
    focus = now.focusWidget()
    assert focus is now.composer.editor
    QTest.keyClicks(focus, ",")
    assert now.composer.editor.toPlainText() == "Bonjour, to you"
    assert now.composer.mode is mode


def test_a_language_is_chosen_in_the_palette_by_the_name_its_readers_know(windows: list[Window], qtbot: QtBot) -> None:
    before = windows[0]
    before.open_palette("franç")
    (palette,) = before.findChildren(Palette)
    (field,) = palette.findChildren(QLineEdit)
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(windows) == 2 and not shiboken6.isValid(before))

    assert windows[-1].bridge.desk.state("language") == "fr"
    assert windows[-1].registry["thread.done"].words == "Marquer terminé"


def test_acts_keep_working_after_the_language_changed(windows: list[Window], qtbot: QtBot) -> None:
    before = windows[0]
    before.speak("fr")
    qtbot.waitUntil(lambda: not shiboken6.isValid(before))
    window = windows[-1]
    thread = window.queue.current()
    assert thread is not None

    QTest.keyClick(window.queue.list, Qt.Key.Key_E)

    assert window.queue.model.row_of(thread.id) is None
    assert "terminé" in window.toast.accessibleName()
    QTest.keyClick(window.queue.list, Qt.Key.Key_Z)
    assert window.queue.model.row_of(thread.id) is not None


def test_a_language_chosen_on_the_page_of_settings_leads_back_to_that_choice(windows: list[Window]) -> None:
    windows[0].settings.show(Section.LANGUAGE, "language")
    row = windows[0].settings.page.row("language")
    assert row is not None
    assert isinstance(row.control, Combo)

    row.control.setCurrentIndex(row.control.findData("fr"))

    assert len(windows) == 2
    page = windows[-1].settings.page
    assert windows[-1].settings.is_shown
    assert (page.section, page.accessibleName()) == (Section.LANGUAGE, "Paramètres")
    # Whoever chooses by the arrows goes on choosing, and hears where they are.
    again = windows[-1].settings.page.row("language")
    assert again is not None
    assert windows[-1].focusWidget() is again.control


def test_in_another_time_zone_the_window_says_its_times_once_nothing_lies_over_it(
    windows: list[Window], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setenv("TZ", "Europe/Paris")
    clock.zone_moved()
    before = windows[0]
    before.composer.focus_reply()
    QTest.keyClicks(before.composer.editor, "Bonjour")
    watch = before.findChild(again.ZoneWatch)
    assert watch is not None
    watch.look()
    assert len(windows) == 1, "nothing moved"

    monkeypatch.setenv("TZ", "Asia/Tokyo")
    before.hands.triage.ask_snooze()
    watch.look()
    assert len(windows) == 1, "what is open over it would be lost"
    before.snooze.leave()
    watch.look()

    now = windows[-1]
    assert now is not before
    assert now.composer.editor.toPlainText() == "Bonjour"
    assert now.focusWidget() is now.composer.editor
    assert "another time zone" in now.toast.accessibleName()
    at = datetime(2026, 6, 18, 12, tzinfo=UTC)
    assert at.astimezone(clock.HERE).hour == 21
    monkeypatch.undo()
    clock.zone_moved()
