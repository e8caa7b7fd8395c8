from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QAccessible, QPainter
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from socialdesk.desktop.look import metrics as sizes
from socialdesk.desktop.look import motion, theme
from socialdesk.desktop.look.theme import Theme
from socialdesk.desktop.widgets.announce import Announcer, announce
from socialdesk.desktop.widgets.ask import ask
from socialdesk.desktop.widgets.buttons import Button, SplitButton
from socialdesk.desktop.widgets.counter import Counter
from socialdesk.desktop.widgets.dialog_card import DialogCard
from socialdesk.desktop.widgets.overlay import Overlay
from socialdesk.desktop.widgets.popover import Popover, placed
from socialdesk.desktop.widgets.segments import Segments
from socialdesk.desktop.widgets.shadow import REACH
from socialdesk.desktop.widgets.state_page import Act, StatePage
from socialdesk.desktop.widgets.toast import UndoToast


class Opened(QWidget):
    """A window with something in it that has the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(900, 600)
        self.opener = QPushButton("Open", self)


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[Opened]:
    theme.apply(qapp, Theme.LIGHT)
    motion.choose_reduced(True)
    made = Opened()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.opener.setFocus()
    yield made
    motion.choose_reduced(None)


def _two_fields(card: Overlay) -> tuple[QLineEdit, QLineEdit]:
    fields = QLineEdit(), QLineEdit()
    for field in fields:
        card.inside.addWidget(field)
    return fields


def test_a_popover_stands_under_its_anchor_or_above_it_always_inside() -> None:
    room = QRect(0, 0, 900, 600)
    anchor = QRect(400, 100, 100, 30)
    assert placed(anchor, 380, 300, room) == QPoint(120, 136)
    assert placed(QRect(1_200, 700, 30, 30), 380, 300, room) == QPoint(512, 292)
    low = QRect(400, 500, 100, 30)
    assert placed(low, 380, 300, room).y() == 500 - 6 - 300
    corner = QRect(5, 5, 20, 20)
    assert placed(corner, 380, 590, room).x() == 8
    assert room.contains(QRect(placed(corner, 380, 580, room), QRect(0, 0, 380, 580).size()))


def test_escape_closes_a_popover_and_gives_the_focus_back(window: Opened, qtbot: QtBot) -> None:
    popover = Popover(window, 300, "Snooze")
    first, _second = _two_fields(popover)
    popover.show_at(QRect(100, 100, 80, 30), first)
    assert QApplication.focusWidget() is first
    with qtbot.waitSignal(popover.closed):
        qtbot.keyClick(first, Qt.Key.Key_Escape)
    assert not popover.isVisible()
    assert QApplication.focusWidget() is window.opener


def test_a_press_beside_closes_a_popover_but_not_a_dialog(window: Opened, qtbot: QtBot) -> None:
    popover, dialog = Popover(window, 300, "Snooze"), DialogCard(window, 300, "Connect")
    for card in (popover, dialog):
        _two_fields(card)
    popover.show_at(QRect(100, 100, 80, 30))
    qtbot.mouseClick(popover, Qt.MouseButton.LeftButton, pos=QPoint(880, 580))
    dialog.open_card()
    qtbot.mouseClick(dialog, Qt.MouseButton.LeftButton, pos=QPoint(880, 580))
    assert (popover.isVisible(), dialog.isVisible()) == (False, True)


def test_tab_stays_inside_an_open_card(window: Opened, qtbot: QtBot) -> None:
    dialog = DialogCard(window, 300, "Connect")
    first, second = _two_fields(dialog)
    dialog.open_card()
    seen = [QApplication.focusWidget()]
    for _ in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    assert [*seen, QApplication.focusWidget()] == [first, second, first, second]


def test_a_card_stays_inside_when_the_window_shrinks(window: Opened, qtbot: QtBot) -> None:
    dialog = DialogCard(window, 820, "Connect")
    _two_fields(dialog)
    dialog.open_card()
    window.resize(500, 300)
    QApplication.processEvents()
    assert dialog.rect().contains(dialog.card.geometry())


def test_a_question_answers_with_the_first_choice_on_escape(window: Opened, qtbot: QtBot) -> None:
    question = ask(window, "Hide it?", "It cannot be shown again.", [("keep", "Keep"), ("hide", "Hide")], danger=True)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Keep"
    with qtbot.waitSignal(question.answered) as told:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert told.args == ["keep"]


def test_a_question_tells_what_was_chosen(window: Opened, qtbot: QtBot) -> None:
    question = ask(window, "Hide it?", "It cannot be shown again.", [("keep", "Keep"), ("hide", "Hide")])
    hide = next(button for button in question.findChildren(Button) if button.text() == "Hide")
    with qtbot.waitSignal(question.answered) as told:
        hide.click()
    assert told.args == ["hide"]


def test_focus_pauses_the_toast_and_leaving_goes_on(window: Opened, qtbot: QtBot) -> None:
    toast = UndoToast(window)
    toast.show_act("Marked done.", seconds=10)
    assert not toast.is_paused
    toast._undo.setFocus()
    assert toast.is_paused
    left = toast.left_ms
    window.opener.setFocus()
    assert not toast.is_paused
    assert 0 < toast.left_ms <= left


def test_a_toast_runs_out_and_says_so_once(window: Opened, qtbot: QtBot) -> None:
    toast = UndoToast(window)
    expired: list[bool] = []
    toast.expired.connect(lambda: expired.append(True))
    toast.show_act("Marked done.", seconds=0.1)
    qtbot.waitUntil(lambda: bool(expired))
    assert not toast.isVisible()
    assert expired == [True]


def test_taking_back_is_not_running_out(window: Opened, qtbot: QtBot) -> None:
    toast = UndoToast(window)
    toast.show_act("Marked done.")
    expired = []
    toast.expired.connect(lambda: expired.append(True))
    with qtbot.waitSignal(toast.undo_wanted):
        toast._undo.click()
    assert not toast.isVisible()
    assert expired == []


def test_a_new_act_replaces_the_toast(window: Opened, qtbot: QtBot) -> None:
    toast = UndoToast(window)
    toast.show_act("Marked done.")
    toast.show_act("2 threads given to Noah.", seconds=30)
    assert toast.accessibleName() == "2 threads given to Noah."
    assert toast.left_ms > 29_000


def test_announcements_merge_while_one_was_just_said(
    window: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: said.append(event.message()))
    for words in ("Marked done", "4 new", "4 new", "Sent."):
        announce(window, words)
    assert said == ["Marked done."]
    announce(window, "Someone answered first", assertive=True)
    assert said[1:] == ["Someone answered first"]
    announcer = window.findChild(Announcer)
    assert announcer is not None
    announcer._gap.timeout.emit()
    assert said[2:] == ["4 new. Sent."]


def test_segments_tell_what_a_person_chose_and_arrows_move(window: Opened, qtbot: QtBot) -> None:
    segments = Segments([("open", "Open"), ("waiting", "Waiting"), ("done", "Done")], "Status", window)
    segments.show()
    assert segments.current == "open"
    segments.part("open").setFocus()
    with qtbot.waitSignal(segments.chosen) as told:
        qtbot.keyClick(segments.part("open"), Qt.Key.Key_Right)
    assert told.args == ["waiting"]
    segments.choose("done")
    assert segments.current == "done"
    assert segments.part("open").accessibleName() == "Open"
    interface = QAccessible.queryAccessibleInterface(segments.part("done"))
    assert interface.role() == QAccessible.Role.RadioButton
    assert interface.state().checked


def test_a_button_that_is_off_says_why(window: Opened, qtbot: QtBot) -> None:
    button = Button("Send", keys=("Ctrl", "Enter"))
    qtbot.addWidget(button)
    button.set_off("Fill 1 blank")
    assert (button.isEnabled(), button.toolTip(), button.accessibleDescription()) == (
        False,
        "Fill 1 blank",
        "Fill 1 blank",
    )
    button.set_off("")
    assert button.isEnabled()


def test_the_other_ways_of_a_split_button_are_reached_by_key_and_by_mouse(window: Opened, qtbot: QtBot) -> None:
    button = SplitButton("Send and done", parent=window)
    button.resize(button.sizeHint())
    button.show()
    clicks = []
    button.clicked.connect(lambda: clicks.append(True))
    with qtbot.waitSignal(button.more_wanted):
        qtbot.keyClick(button, Qt.Key.Key_Down)
    with qtbot.waitSignal(button.more_wanted):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(button.width() - 8, 10))
    assert clicks == []
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert clicks == [True]


def test_a_counter_says_by_how_much_it_is_over(window: Opened, qtbot: QtBot) -> None:
    counter = Counter()
    qtbot.addWidget(counter)
    counter.show_count(16, 1000)
    assert counter.property("ink") == "text2"
    counter.show_count(1016, 1000)
    assert "16" in counter.text().split("1000")[1]
    assert counter.property("ink") == "soon"


def test_a_state_page_offers_its_acts(window: Opened, qtbot: QtBot) -> None:
    page = StatePage(window)
    page.show_state("coffee", "All clear", "Nothing is due.", [Act("take", "Take one", "34", ("N",))])
    first = page.first()
    assert isinstance(first, Button)
    assert first.accessibleName() == "Take one, 34"
    with qtbot.waitSignal(page.chosen) as told:
        first.click()
    assert told.args == ["take"]


@pytest.fixture
def twice_the_text(qapp: QApplication) -> Iterator[None]:
    sizes.set_zoom(2.0)
    theme.apply(qapp)
    yield
    sizes.set_zoom(1.0)
    theme.apply(qapp)


@pytest.mark.parametrize("wide", [900, 640, 340])
def test_the_words_of_a_toast_are_whole_with_large_text(
    window: Opened, twice_the_text: None, wide: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = "Camille Roussel is given to Noah Snoeck."
    painted: list[str] = []

    def draw(painter: QPainter, box: QRectF, flags: int, text: str) -> None:
        needed = painter.fontMetrics().boundingRect(box.toRect(), int(flags), text)
        if not text.isdigit():
            painted.append(text)
            assert box.toRect().adjusted(0, -1, 1, 1).contains(needed)

    window.resize(wide, 600)
    toast = UndoToast(window)
    toast.place(QPoint(20, 576))
    toast.show_act(said)
    monkeypatch.setattr(QPainter, "drawText", draw)
    toast.grab()

    assert said in painted
    assert window.rect().contains(toast.geometry().adjusted(REACH, REACH, -REACH, -REACH))
    button = toast.findChild(Button)
    assert button is not None
    assert toast.rect().contains(button.geometry())


def test_a_toast_with_room_keeps_its_words_and_its_button_on_one_line(window: Opened) -> None:
    toast = UndoToast(window)
    toast.show_act("Short.")
    one_line = toast.height()

    for begin in "abcdefghijklmnopqrstuvwxyz":
        toast.show_act(f"{begin.upper()}amille Roussel is done.")
        assert toast.height() == one_line, begin


def test_what_only_tells_has_neither_ring_nor_button_and_goes(window: Opened, qtbot: QtBot) -> None:
    toast = UndoToast(window)
    toast.place(QPoint(20, 576))
    toast.show_act("A colleague was faster.")
    button = toast.findChild(Button)
    assert button is not None
    assert _at_the_ring(toast) > 1

    expired: list[bool] = []
    toast.expired.connect(lambda: expired.append(True))
    toast.tell("A colleague was faster.", 0.1)

    assert toast.accessibleName() == "A colleague was faster."
    assert not button.isVisible(), "nothing can be taken back, also not by a key"
    assert _at_the_ring(toast) == 1
    qtbot.waitUntil(lambda: bool(expired))
    assert not toast.isVisible()
    toast.show_act("Marked done.")
    assert button.isVisible()


def _at_the_ring(toast: UndoToast) -> int:
    """How many colours the toast has above and left of its words, where a ring reaches."""
    picture = toast.grab().toImage()
    middle = toast.height() // 2
    rows = range(middle - 11, middle - 8)
    return len({picture.pixel(x, y) for x in range(REACH + 16, REACH + 38) for y in rows})


def test_words_that_only_tell_take_the_room_of_what_is_not_there(window: Opened) -> None:
    window.resize(420, 600)
    toast = UndoToast(window)
    toast.place(QPoint(20, 576))
    said = "This thread is open in a window of its own, and your draft is there with it, as you left it."
    toast.show_act(said)
    with_ring = toast.height()
    toast.tell(said, 4)
    assert toast.height() < with_ring
    assert window.rect().contains(toast.geometry().adjusted(REACH, REACH, -REACH, -REACH))
