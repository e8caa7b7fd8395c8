"""What the sections of the settings do, in the window and with the engine behind it."""

from __future__ import annotations

import re
import runpy
import sys
import tomllib
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from socialdesk import __version__
from socialdesk.desktop.bridge.spelling import LANGUAGES
from socialdesk.desktop.places.settings.about_part import PARTS, AboutPart, licence
from socialdesk.desktop.places.settings.channel_card import heard, standing
from socialdesk.desktop.places.settings.privacy_part import PrivacyPart
from socialdesk.desktop.places.settings.spelling_part import SpellingPart
from socialdesk.desktop.places.settings.storage_part import StoragePart, protected, size_of
from socialdesk.desktop.settings.finding import found_sections
from socialdesk.desktop.settings.setting import Section
from socialdesk.desktop.widgets.combo import Combo
from socialdesk.model.channel import ChannelState
from socialdesk.model.command import Reply
from socialdesk.model.media import LIMIT
from socialdesk.model.thread import Status
from socialdesk.store.protection import Protection
from socialdesk.store.upkeep import KEEP_DAYS
from tests.desktop.shell.conftest import Sitting
from tests.desktop.shell.test_channels import works


def _press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifiers)


def test_after_done_the_thread_opens_that_was_wished_for(sitting: Sitting) -> None:
    window = sitting.window
    first = window.queue.current()
    assert first is not None
    second = window.queue.after(first.id)
    assert second is not None
    window.queue.open(second.id)
    window.bridge.settings.put("after_act", "previous")

    _press(Qt.Key.Key_E)

    assert window.queue.current() == first
    window.bridge.settings.put("after_act", "list")
    _press(Qt.Key.Key_E)
    assert window.conversation.thread is None
    done = [window.bridge.thread(one.id) for one in (first, second)]
    assert [one.status for one in done if one] == [Status.DONE, Status.DONE]


def test_an_answer_waits_as_long_as_it_is_set(sitting: Sitting) -> None:
    window = sitting.window
    window.bridge.settings.put("undo_s", "30")
    _press(Qt.Key.Key_R)
    QTest.keyClicks(window.composer.editor, "It is on its way.")
    _press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    (given,) = [one for one in window.bridge.submit.pending if isinstance(one.command, Reply)]
    assert isinstance(given.command, Reply)
    assert given.command.not_before is not None
    assert given.command.not_before - given.at > timedelta(seconds=25)


def test_pictures_of_a_channel_are_shown_without_asking_once_that_is_ticked_and_undo_takes_it_back(
    sitting: Sitting,
) -> None:
    window = sitting.window
    window.settings.show(Section.PRIVACY)
    part = window.settings.page.findChild(PrivacyPart)
    assert part is not None
    id_, tick = next(iter(part.ticks.items()))
    before = tick.isChecked()

    tick.click()
    sitting.engine_works()
    assert (window.bridge.cache.setting(f"media_consent:{id_}") == "yes") is not before

    window.hands.undo()
    sitting.engine_works()
    assert (window.bridge.cache.setting(f"media_consent:{id_}") == "yes") is before


def test_how_long_words_are_kept_reaches_the_workspace(sitting: Sitting) -> None:
    window = sitting.window
    window.settings.show(Section.PRIVACY)
    part = window.settings.page.findChild(PrivacyPart)
    assert part is not None
    assert part.keep.currentData() == KEEP_DAYS

    part.keep.setCurrentIndex(part.keep.findData(90))
    sitting.engine_works()

    assert window.bridge.cache.setting("retention_days") == "90"


def test_storage_tells_sizes_and_where_the_workspace_lies(sitting: Sitting) -> None:
    window = sitting.window
    window.settings.show(Section.STORAGE)
    part = window.settings.page.findChild(StoragePart)
    assert part is not None

    part.most.setCurrentIndex(part.most.findData(250))
    part.tidy.click()
    assert not part.tidy.isEnabled()
    works(sitting, reads=False)
    assert window.bridge.cache.setting(LIMIT) == "250"
    assert (part.tidy.isEnabled(), part.result.text().partition(":")[0]) == (True, "Tidied")
    window.bridge.pictures.close()  # it waits for what was asked of the file
    QApplication.processEvents()
    assert "250" in part.pictures.text()

    assert part.place.text() == str(sitting.unlocked.workspace.folder)
    assert size_of(sitting.unlocked.workspace.cache) > 100_000
    assert len({protected(one) for one in Protection}) == len(Protection)


def test_a_language_is_not_checked_once_it_is_unticked_and_a_missing_dictionary_is_said(sitting: Sitting) -> None:
    spelling = sitting.window.bridge.spelling
    spelling.wait()
    QApplication.processEvents()
    there = spelling.languages or ()
    sitting.window.settings.show(Section.LANGUAGE)
    part = sitting.window.settings.page.findChild(SpellingPart)
    assert part is not None
    assert {code for code, tick in part.ticks.items() if tick.isEnabled()} == set(there) >= {"en"}
    part.ticks["en"].click()
    assert "en" not in (spelling.languages or ())
    spelling.check(["wrnog"], "en")
    spelling.wait()
    QApplication.processEvents()
    assert spelling.is_wrong("wrnog", "en") is None
    if len(there) < len(LANGUAGES):
        assert "dictionary" in part.missing.text()
        assert ".aff" in part.how.text()


def test_every_state_of_a_channel_is_a_sentence(sitting: Sitting) -> None:
    from dataclasses import replace

    channel = replace(sitting.window.bridge.channels[0], state_reason="")
    assert all(standing(replace(channel, state=state)).endswith(".") for state in ChannelState)
    assert heard(replace(channel, last_pull_at=None), sitting.window.bridge.clock.now()) == "Never read yet."


def test_every_part_the_program_needs_is_named_with_its_licence() -> None:
    project = tomllib.loads((Path(__file__).parents[3] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {re.split(r"[^\w-]", one)[0] for one in project["dependencies"]}
    assert set(PARTS) == needed
    assert not [name for name in PARTS if "(" not in licence(name)]


def test_a_packaged_build_leads_to_the_licences_of_all_it_holds(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    assert AboutPart(sitting.window.bridge, sitting.window).notices is None

    monkeypatch.setattr(sys, "executable", str(tmp_path / "socialdesk"))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    file = tmp_path / runpy.run_path(str(Path(__file__).parents[3] / "packaging" / "parts.py"))["NOTICES"]
    file.write_text("all of them", encoding="utf-8")
    built = AboutPart(sitting.window.bridge, sitting.window)

    assert built.notices is not None
    built.notices.click()
    assert [Path(one.toLocalFile()) for one in opened] == [file]


def test_the_facts_for_a_report_say_how_the_program_stands_and_name_nobody(sitting: Sitting) -> None:
    window = sitting.window
    window.hands.show_about()
    part = window.settings.page.findChild(AboutPart)
    assert part is not None

    part.copy.click()

    said = QApplication.clipboard().text()
    assert said.startswith(f"SocialDesk {__version__}, Qt ")
    channels = window.bridge.cache.channels()
    assert len(channels) > 1
    assert said.splitlines()[-1] == "Channels: " + ", ".join(f"{one.platform} {one.state.value}" for one in channels)
    assert not [one.name for one in channels if one.name in said or (one.handle and one.handle in said)]
    assert str(window.bridge.unlocked.workspace.folder) not in said


@pytest.mark.parametrize(
    ("typed", "section"),
    [("backup", Section.STORAGE), ("sauvegarde", Section.STORAGE), ("bug", Section.ABOUT), ("version", Section.ABOUT)],
)
def test_what_somebody_new_looks_for_in_the_settings_is_found(typed: str, section: Section) -> None:
    assert section in found_sections(typed)


def test_the_help_menu_leads_to_the_keys_a_report_and_the_version(sitting: Sitting) -> None:
    menu = sitting.window.key_side.menu_bar.menu("help")
    assert menu is not None

    assert [entry.text().partition("\t")[0] for entry in menu.actions()] == [
        "Keys for this place",
        "Report a problem",
        "About SocialDesk",
    ]


def test_a_choice_says_what_it_is_for_where_qt_calls_it_by_what_is_chosen(sitting: Sitting) -> None:
    window = sitting.window
    for section in Section:
        window.settings.show(section)
        # Of one that is written in, the keys are in its field, which has the name.
        choices = [one for one in window.settings.page.findChildren(Combo) if not one.isEditable()]
        silent = [one for one in choices if not one.accessibleDescription()]
        labelled = {one.buddy() for one in window.settings.page.findChildren(QLabel)}
        assert [one.currentText() for one in silent if one not in labelled] == [], section


def test_home_and_end_go_through_lists_other_than_the_queue(sitting: Sitting) -> None:
    window = sitting.window
    window.hands.show_settings()
    _press(Qt.Key.Key_End)
    assert window.settings.page.section is Section.ABOUT
    _press(Qt.Key.Key_Home)
    assert window.settings.page.section is Section.APPEARANCE

    window.hands.show_library()
    for view in (window.library.list, window.library.tree):
        view.setFocus()
        _press(Qt.Key.Key_End)
        assert view.currentIndex().row() > 0
        _press(Qt.Key.Key_Home)
        assert view.currentIndex().row() == 0


def test_a_time_of_the_shift_may_be_written_as_french_does(sitting: Sitting) -> None:
    window = sitting.window
    window.settings.show(key="quiet.from")
    row = window.settings.page.row("quiet.from")
    assert row is not None
    assert isinstance(row.control, QLineEdit)
    for typed, kept in (("8 h 30", "8:30"), ("25:00", "8:30")):
        row.control.selectAll()
        QTest.keyClicks(row.control, typed)
        _press(Qt.Key.Key_Return)
        assert window.bridge.settings.get("quiet.from") == kept
    assert row.problem.isVisible()
