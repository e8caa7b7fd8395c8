"""The palette under keys, as a person uses it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListView, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from socialdesk.desktop.places.palette.matching import FIRST_ROWS, Entry, folded
from socialdesk.desktop.places.palette.palette import Palette

ENTRIES = (
    Entry("snooze.tomorrow", "act", "Snooze until tomorrow", "Sat 09:00", ("H", "3")),
    Entry("like", "act", "Like the message", reason="This channel has no likes."),
    Entry("view.snoozed", "view", "Snoozed", "9", ("G", "S")),
    Entry("tag.sizing", "tag", "Sizing"),
    Entry("person.noah", "person", "Noah Snoeck", "assign to Noah", ("A",)),
)


class Room:
    """A window with a field that has the focus, and the palette above it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        self.window.resize(1000, 700)
        self.composer = QLineEdit(self.window)
        self.palette = Palette(self.window)
        qtbot.addWidget(self.window)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        self.composer.setFocus()
        self.chosen: list[Entry] = []
        self.palette.chosen.connect(self.chosen.append)
        self.field = self.palette.findChild(QLineEdit)

    def current(self) -> str:
        entry = self.palette.current
        return entry.id if entry else ""


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    found = Room(qtbot)
    found.palette.open_with(ENTRIES, "Camille Roussel")
    return found


def test_typing_and_enter_run_the_best_entry_and_focus_goes_back(room: Room, qtbot: QtBot) -> None:
    qtbot.keyClicks(room.field, "sizing")
    qtbot.keyClick(room.field, Qt.Key.Key_Return)

    assert [entry.id for entry in room.chosen] == ["tag.sizing"]
    assert not room.palette.isVisible()
    assert room.window.focusWidget() is room.composer


def test_arrows_move_over_heads_and_past_the_ends(room: Room, qtbot: QtBot) -> None:
    walked = [room.current()]
    for _ in range(5):
        qtbot.keyClick(room.field, Qt.Key.Key_Down)
        walked.append(room.current())
    qtbot.keyClick(room.field, Qt.Key.Key_Up)

    assert walked == ["snooze.tomorrow", "view.snoozed", "person.noah", "tag.sizing", "like", "snooze.tomorrow"]
    assert room.current() == "like"


def test_escape_clears_then_closes_and_keeps_nothing(room: Room, qtbot: QtBot) -> None:
    qtbot.keyClicks(room.field, "noah")
    qtbot.keyClick(room.field, Qt.Key.Key_Escape)
    assert room.palette.isVisible()
    assert room.field.text() == ""

    with qtbot.waitSignal(room.palette.closed):
        qtbot.keyClick(room.field, Qt.Key.Key_Escape)
    assert not room.palette.isVisible()
    assert room.chosen == []
    assert room.window.focusWidget() is room.composer


def test_what_is_impossible_now_does_not_run_and_says_why(room: Room, qtbot: QtBot) -> None:
    qtbot.keyClicks(room.field, "like")
    qtbot.keyClick(room.field, Qt.Key.Key_Return)

    assert room.chosen == []
    assert room.palette.isVisible()
    assert room.field.accessibleDescription() == "Like the message, This channel has no likes."


def test_the_chip_goes_with_backspace_and_with_it_the_acts(room: Room, qtbot: QtBot) -> None:
    with qtbot.waitSignal(room.palette.context_dropped):
        qtbot.keyClick(room.field, Qt.Key.Key_Backspace)

    assert not room.palette.findChild(QToolButton).isVisible()
    qtbot.keyClicks(room.field, "snooze until")
    entry = room.palette.current
    assert entry is None or entry.kind != "act"


def test_tab_reaches_the_chip_and_never_the_window_behind(room: Room, qtbot: QtBot) -> None:
    chip = room.palette.findChild(QToolButton)
    qtbot.keyClick(room.field, Qt.Key.Key_Tab)
    assert room.window.focusWidget() is chip
    qtbot.keyClick(chip, Qt.Key.Key_Tab)
    assert room.window.focusWidget() is room.field


def test_a_prefix_keeps_one_kind(room: Room, qtbot: QtBot) -> None:
    qtbot.keyClicks(room.field, "@")
    assert room.current() == "person.noah"


def test_nothing_that_fits_is_said(room: Room, qtbot: QtBot) -> None:
    qtbot.keyClicks(room.field, "xqz")

    assert room.current() == ""
    assert room.field.accessibleDescription() == "Nothing fits. Esc clears what was typed."


def test_a_small_window_holds_it_whole(room: Room) -> None:
    room.window.resize(600, 400)
    card = room.palette.findChild(QWidget, "card")

    assert room.palette.rect().contains(card.geometry())


def test_everything_that_takes_focus_has_a_name(room: Room) -> None:
    reachable = [w for w in room.palette.findChildren(QWidget) if w.focusPolicy() != Qt.FocusPolicy.NoFocus]

    assert reachable
    assert [type(w).__name__ for w in reachable if not w.accessibleName()] == []


def test_over_5000_entries_it_shows_a_few_and_makes_ready_only_what_is_new(qtbot: QtBot) -> None:
    room = Room(qtbot)
    kinds = ("view", "thread", "contact", "reply", "tag", "act")
    many = tuple(Entry(f"e{at}", kinds[at % 6], f"Person number {at} of many", f"detail {at}") for at in range(5000))
    room.palette.open_with(many, "Camille Roussel")
    qtbot.keyClicks(room.field, "per")
    room.palette.close_quietly()
    made_ready = folded.cache_info().misses

    room.palette.open_with((*many[1:], Entry("new", "act", "Somebody quite new", "just now")), "Camille Roussel")
    qtbot.keyClicks(room.field, "per")

    assert folded.cache_info().misses - made_ready == 2
    shown = [room.palette.findChild(QListView).model().index(at, 0) for at in range(200)]
    assert 0 < sum(index.isValid() for index in shown) < 2 * FIRST_ROWS + len(kinds)


def test_escape_within_options_leaves_what_they_are_of_named(room: Room, qtbot: QtBot) -> None:
    one = Entry("look", "setting", "Appearance", options=lambda: (Entry("dark", "setting", "Dark"),))
    room.palette.open_with((one,))
    qtbot.keyClick(room.field, Qt.Key.Key_Tab)
    assert room.field.placeholderText() == "Appearance"
    qtbot.keyClicks(room.field, "x")
    qtbot.keyClick(room.field, Qt.Key.Key_Escape)

    assert room.field.placeholderText() == "Appearance"
    qtbot.keyClick(room.field, Qt.Key.Key_Escape)
    assert "Search acts" in room.field.placeholderText()


def test_what_is_found_late_never_leaves_enter_without_an_entry(room: Room, qtbot: QtBot) -> None:
    many = tuple(Entry(f"one.{at}", "act", f"parcel {at}") for at in range(FIRST_ROWS))
    late = tuple(Entry(f"said.{at}", "said", f"a parcel of {at}") for at in range(3))
    room.palette.open_with(many, later=lambda _typed, tell: tell(late))
    qtbot.keyClicks(room.field, "parcel")
    qtbot.keyClick(room.field, Qt.Key.Key_Up)
    assert room.palette.current == room.palette.entries[-1]
    room.palette._look_further()

    assert room.palette.entries[-3:] == list(late)
    assert room.palette.current == room.palette.entries[0]


def test_a_name_with_an_ampersand_is_read_whole_on_the_chip(room: Room) -> None:
    room.palette.open_with(ENTRIES, "Fish & Chips")
    chip = room.palette.findChild(QToolButton)

    assert chip.text() == "Fish && Chips"
