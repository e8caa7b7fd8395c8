"""The pickers under keys, as a person uses them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QDateTime, QRect, Qt, QTimeZone
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateTimeEdit, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from socialdesk.desktop.places.pickers.assign import AssignPicker
from socialdesk.desktop.places.pickers.away import AwayPicker
from socialdesk.desktop.places.pickers.choices import Member
from socialdesk.desktop.places.pickers.delegate import width_of
from socialdesk.desktop.places.pickers.popover import Popover, placed
from socialdesk.desktop.places.pickers.quiet import QuietPicker
from socialdesk.desktop.places.pickers.snooze import PAUSE_MS, SnoozePicker
from socialdesk.desktop.places.pickers.tags import TagPicker
from socialdesk.model.identifiers import PersonId
from socialdesk.model.person import Person

PARIS = ZoneInfo("Europe/Paris")
NOW = datetime(2025, 6, 13, 14, 43, tzinfo=UTC)
ANCHOR = QRect(700, 20, 30, 30)
TEAM = (
    Member(Person(PersonId(1), "Léa Marchand", on_shift_until="18:00"), 9),
    Member(Person(PersonId(2), "Noah Snoeck"), 1),
    Member(Person(PersonId(3), "Maya Benali", is_me=True, on_shift_until="19:00"), 12),
)


class Room:
    """A window with a field that has the focus."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        self.window.resize(1000, 700)
        self.composer = QLineEdit(self.window)
        qtbot.addWidget(self.window)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        self.composer.setFocus()

    def press(self, key: Qt.Key | str) -> None:
        focus = self.window.focusWidget()
        if isinstance(key, str):
            QTest.keyClicks(focus, key)
        else:
            QTest.keyClick(focus, key)


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    return Room(qtbot)


@pytest.fixture
def snooze(room: Room) -> SnoozePicker:
    picker = SnoozePicker(room.window)
    picker.open_for(NOW, PARIS, NOW + timedelta(hours=2), ANCHOR)
    return picker


@pytest.mark.parametrize(
    ("key", "until"),
    [
        ("1", datetime(2025, 6, 13, 15, 43, tzinfo=UTC)),
        ("3", datetime(2025, 6, 14, 7, tzinfo=UTC)),
        ('"', datetime(2025, 6, 14, 7, tzinfo=UTC)),
        ("4", datetime(2025, 6, 16, 7, tzinfo=UTC)),
        ("5", None),
        ("(", None),
    ],
)
def test_one_key_snoozes(room: Room, snooze: SnoozePicker, qtbot: QtBot, key: str, until: datetime | None) -> None:
    with qtbot.waitSignal(snooze.snoozed_until) as given:
        room.press(key)

    assert given.args == [until]
    assert not snooze.isVisible()
    assert room.window.focusWidget() is room.composer


def test_three_stays_tomorrow_when_the_evening_has_come(room: Room, qtbot: QtBot) -> None:
    picker = SnoozePicker(room.window)
    late = NOW.replace(hour=20)
    picker.open_for(late, PARIS, None, ANCHOR)
    with qtbot.waitSignal(picker.snoozed_until) as given:
        room.press("3")

    assert given.args == [datetime(2025, 6, 14, 7, tzinfo=UTC)]


@pytest.mark.parametrize(
    ("typed", "until"),
    [
        ("31 jul 9h", datetime(2025, 7, 31, 7, tzinfo=UTC)),
        ("2 hours", datetime(2025, 6, 13, 16, 43, tzinfo=UTC)),
        ("3 jours", datetime(2025, 6, 16, 14, 43, tzinfo=UTC)),
        ("1er juillet", datetime(2025, 7, 1, 7, tzinfo=UTC)),
    ],
)
def test_a_second_key_makes_words_of_a_digit(
    room: Room, snooze: SnoozePicker, qtbot: QtBot, typed: str, until: datetime
) -> None:
    room.press(typed)
    assert snooze.field.text() == typed
    with qtbot.waitSignal(snooze.snoozed_until) as given:
        room.press(Qt.Key.Key_Return)

    assert given.args == [until]


def test_a_day_that_no_month_has_picks_nothing_and_is_told(room: Room, snooze: SnoozePicker) -> None:
    given: list[object] = []
    snooze.snoozed_until.connect(given.append)
    room.press("31 feb")
    room.press(Qt.Key.Key_Return)

    assert given == []
    assert snooze.nothing.isVisible()


def test_while_a_digit_waits_its_choice_is_the_current_one(room: Room, snooze: SnoozePicker, qtbot: QtBot) -> None:
    room.press("4")
    line = snooze.current
    assert line is not None
    assert line.words == "Next working day"
    with qtbot.waitSignal(snooze.snoozed_until) as given:
        room.press(Qt.Key.Key_Return)

    assert given.args == [datetime(2025, 6, 16, 7, tzinfo=UTC)]


def test_a_digit_that_was_taken_back_picks_nothing(room: Room, snooze: SnoozePicker, qtbot: QtBot) -> None:
    room.press("4")
    room.press(Qt.Key.Key_Backspace)
    assert snooze.field.text() == ""
    with qtbot.assertNotEmitted(snooze.snoozed_until, wait=PAUSE_MS + 100):
        assert snooze.current is not None

    assert snooze.isVisible()


def test_a_digit_whose_choice_is_not_offered_is_text(room: Room, qtbot: QtBot) -> None:
    picker = SnoozePicker(room.window)
    picker.open_for(NOW.replace(hour=20), PARIS, None, ANCHOR)
    room.press("2")
    assert picker.current is None
    room.press(" h later")

    assert picker.isVisible()


def test_the_foot_follows_the_current_line(room: Room, snooze: SnoozePicker) -> None:
    assert snooze.list.accessibleDescription() == "The reply clock keeps running. An answer is due 18:43."
    room.press(Qt.Key.Key_Down)
    room.press(Qt.Key.Key_Down)

    assert snooze.list.accessibleDescription().endswith("An answer is due 18:43, before it comes back.")


def test_a_day_and_time_is_picked_by_keys(room: Room, snooze: SnoozePicker, qtbot: QtBot) -> None:
    room.press("6")
    field = snooze.findChild(QDateTimeEdit)
    qtbot.waitUntil(field.isVisible)
    assert room.window.focusWidget() is field
    field.setDateTime(QDateTime.fromString("2025-11-17T09:30", Qt.DateFormat.ISODate).toTimeZone(QTimeZone.utc()))
    assert snooze.findChild(QPushButton, "primary").text() == "Snooze until 17 Nov 09:30"
    with qtbot.waitSignal(snooze.snoozed_until) as given:
        room.press(Qt.Key.Key_Return)

    assert given.args == [datetime(2025, 11, 17, 8, 30, tzinfo=UTC)]


def test_a_moment_that_has_passed_is_refused_in_words(room: Room, snooze: SnoozePicker, qtbot: QtBot) -> None:
    given: list[object] = []
    snooze.snoozed_until.connect(given.append)
    room.press("6")
    field = snooze.findChild(QDateTimeEdit)
    qtbot.waitUntil(field.isVisible)
    field.setDateTime(QDateTime.fromString("2025-06-01T09:30", Qt.DateFormat.ISODate).toTimeZone(QTimeZone.utc()))
    room.press(Qt.Key.Key_Return)

    assert given == []
    button = snooze.findChild(QPushButton, "primary")
    assert not button.isEnabled()
    assert button.accessibleDescription() == "Pick a moment that is still to come."


def test_what_is_typed_shows_the_date_it_means_before_enter_takes_it(
    room: Room, snooze: SnoozePicker, qtbot: QtBot
) -> None:
    room.press("mardi 15h")
    line = snooze.current
    assert line is not None
    assert (line.words, line.detail) == ("Tuesday, 17 June 2025, 15:00", "Tue 15:00")
    assert snooze.list.accessibleDescription().endswith("An answer is due 18:43, before it comes back.")
    with qtbot.waitSignal(snooze.snoozed_until) as given:
        room.press(Qt.Key.Key_Return)

    assert given.args == [datetime(2025, 6, 17, 13, tzinfo=UTC)]


def test_what_means_no_moment_says_so_and_enter_does_nothing(room: Room, snooze: SnoozePicker) -> None:
    room.press("hier")
    room.press(Qt.Key.Key_Return)

    assert snooze.isVisible()
    assert snooze.nothing.isVisible()
    assert snooze.current is None


def test_escape_leaves_the_date_then_the_list(room: Room, snooze: SnoozePicker) -> None:
    room.press("6")
    room.press(Qt.Key.Key_Return)
    room.press(Qt.Key.Key_Escape)
    assert room.window.focusWidget() is snooze.field
    room.press(Qt.Key.Key_Escape)

    assert not snooze.isVisible()
    assert room.window.focusWidget() is room.composer


def test_the_foot_of_quiet_tells_the_moment_of_the_current_line_below_the_one_that_ends_it(room: Room) -> None:
    picker = QuietPicker(room.window)
    picker.open_for_quiet(NOW, PARIS, NOW + timedelta(hours=5), ANCHOR)
    room.press(Qt.Key.Key_Down)
    line = picker.current
    assert line is not None
    assert line.detail == "17:43"

    assert picker.list.accessibleDescription().startswith("Quiet until 17:43")


def test_typing_a_name_and_enter_assigns(room: Room, qtbot: QtBot) -> None:
    picker = AssignPicker(room.window)
    picker.open_for(TEAM, None, ANCHOR)
    with qtbot.waitSignal(picker.assigned) as given:
        room.press("sno")
        room.press(Qt.Key.Key_Return)

    assert given.args == [PersonId(2)]


def test_a_card_is_as_wide_as_its_longest_line_asks_within_bounds(room: Room) -> None:
    picker = AssignPicker(room.window)
    picker.open_for(TEAM, None, ANCHOR)
    assert picker.card.width() == 380
    off = replace(TEAM[0], standing="hors service jusqu’à ven. 07:00")

    picker.open_for((off, *TEAM[1:]), None, ANCHOR)

    wide = max(width_of(one) for one in picker.lines(""))
    assert 380 < wide <= picker.card.width() - 2 <= 520
    picker.open_for(TEAM, None, ANCHOR)
    assert picker.card.width() == 380


def test_nobody_is_one_of_the_choices(room: Room, qtbot: QtBot) -> None:
    picker = AssignPicker(room.window)
    picker.open_for(TEAM, PersonId(1), ANCHOR)
    with qtbot.waitSignal(picker.assigned) as given:
        room.press("4")

    assert given.args == [None]


def test_a_name_nobody_has_says_so_and_enter_does_nothing(room: Room) -> None:
    picker = AssignPicker(room.window)
    given: list[object] = []
    picker.assigned.connect(given.append)
    picker.open_for(TEAM, None, ANCHOR)
    room.press("zzz")
    room.press(Qt.Key.Key_Return)

    assert given == []
    assert picker.field.accessibleDescription() == "Nobody in the team has this name."


def test_tags_go_on_and_off_while_the_list_keeps_its_order(room: Room) -> None:
    picker = TagPicker(room.window)
    given: list[tuple[str, bool]] = []
    picker.tag_toggled.connect(lambda tag, on: given.append((tag, on)))
    picker.open_for(["Delivery", "Praise", "Sizing"], ["Praise"], ANCHOR)
    room.press(Qt.Key.Key_Return)
    room.press("3")
    assert [picker.model.line(at).words for at in range(3)] == ["Praise", "Delivery", "Sizing"]
    room.press("late parcel")
    room.press(Qt.Key.Key_Return)
    room.press(Qt.Key.Key_Escape)

    assert given == [("Praise", False), ("Sizing", True), ("late parcel", True)]
    assert not picker.isVisible()


def test_a_press_beside_the_card_closes_it(room: Room, snooze: SnoozePicker, qtbot: QtBot) -> None:
    qtbot.mouseClick(snooze, Qt.MouseButton.LeftButton, pos=snooze.rect().bottomLeft())

    assert not snooze.isVisible()


@pytest.mark.parametrize("anchor", [ANCHOR, QRect(0, 0, 10, 10), QRect(980, 680, 20, 20), QRect(10, 300, 20, 20)])
def test_a_card_is_always_inside_the_window(anchor: QRect) -> None:
    window = QRect(0, 0, 1000, 700)
    at = placed(anchor, 380, 350, window)

    assert window.contains(QRect(at.x(), at.y(), 380, 350))


def test_everything_that_takes_focus_has_a_name(room: Room, snooze: SnoozePicker) -> None:
    pickers: list[Popover] = [snooze, AssignPicker(room.window), TagPicker(room.window)]
    for picker in pickers:
        reachable = [
            w
            for w in picker.findChildren(QWidget)
            if w.focusPolicy() != Qt.FocusPolicy.NoFocus and not w.objectName().startswith("qt_")
        ]
        assert [type(w).__name__ for w in reachable if not (w.accessibleName() or w.property("text"))] == []


def test_the_name_of_a_colleague_is_read_as_it_is_written_in_the_foot(room: Room) -> None:
    picker = AwayPicker(room.window)
    said = "<b>Léa</b> answers meanwhile."
    picker.open_for_absence(NOW, PARIS, said, ANCHOR)
    (shown,) = [label for label in picker.findChildren(QLabel) if label.text().endswith(said)]

    assert shown.textFormat() is Qt.TextFormat.PlainText
