"""How much is done for one key: counted, since clocks tell of the machine."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QHoverEvent, QPaintEvent, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from socialdesk.desktop.bridge.submit import Submit
from socialdesk.desktop.places.composer.face import Face
from socialdesk.desktop.places.library.editor import Editor
from socialdesk.desktop.places.library.listed import NEW
from socialdesk.desktop.places.pickers.picker import Picker
from socialdesk.desktop.places.queue import words
from socialdesk.desktop.places.queue.model import QueueModel
from socialdesk.desktop.places.queue.paint import RowDelegate
from socialdesk.desktop.places.rail import model
from socialdesk.desktop.places.rail.model import LINE_ROLE
from socialdesk.desktop.places.rail.paint import LineDelegate
from socialdesk.desktop.widgets.flow import FlowLayout
from socialdesk.desktop.widgets.toggle_chip import ToggleChip
from socialdesk.model.condition import Field, Is
from socialdesk.model.view import DONE, MINE, TEAM, UNASSIGNED
from socialdesk.store.cache import Cache, Changes
from socialdesk.support.clock import HandClock
from tests.desktop.paints import Paints
from tests.desktop.shell.conftest import NEVER_MS, Sitting
from tests.images.rest import settle


def test_done_fills_the_panel_of_the_next_person_once_and_asks_once_what_is_pending_for_all_channels(
    sitting: Sitting, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = sitting.window
    qtbot.waitUntil(lambda: window.context.thread == window.conversation.thread)
    built: list[object] = []
    fill = window.context._fill
    monkeypatch.setattr(window.context, "_fill", lambda facts: (built.append(window.context.thread), fill(facts))[1])
    first = window.conversation.thread

    QTest.keyClick(window.queue.list, Qt.Key.Key_E)
    assert window.conversation.thread != first
    qtbot.waitUntil(lambda: window.context.thread == window.conversation.thread)
    assert built == [window.conversation.thread]

    # An act that leaves the thread open shows in the panel a moment later.
    window.hands.triage.toggle_tag("press", True)
    qtbot.waitUntil(lambda: len(built) == 2)

    asked: list[int] = []
    pending = Submit.pending_of_no_thread
    assert isinstance(pending, property)
    monkeypatch.setattr(
        Submit, "pending_of_no_thread", property(lambda self: (asked.append(1), pending.__get__(self))[1])
    )
    assert len(window.bridge.known_channels) > 1
    assert asked == [1]
    # And none of it is about a thread: of those there may be thousands while nobody writes them down.
    assert window.bridge.submit.pending
    assert not window.bridge.submit.pending_of_no_thread


def test_the_next_thread_is_painted_before_its_panel_is_read_and_meanwhile_nothing_stands_of_the_last_person(
    sitting: Sitting, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = sitting.window
    qtbot.waitUntil(lambda: window.context.thread == window.conversation.thread)
    noted: list[str] = []
    paints = Paints(window.conversation.view.viewport(), noted, "thread")
    fill = window.context._fill
    monkeypatch.setattr(window.context, "_fill", lambda facts: (noted.append("panel"), fill(facts))[1])
    shown: list[int] = []
    show = Face.show
    monkeypatch.setattr(Face, "show", lambda self, stands: (shown.append(1), show(self, stands))[1])
    first, name = window.conversation.thread, window.context.widget()

    QTest.keyClick(window.queue.list, Qt.Key.Key_J)
    assert window.conversation.thread != first
    assert not name.isVisible()
    assert shown == [1]
    qtbot.waitUntil(lambda: window.context.thread == window.conversation.thread)
    assert (noted[0], noted[-1], noted.count("panel")) == ("thread", "panel", 1)
    assert window.context.widget().isVisible()

    # Back at once: the panel that still stands there is the right one.
    window.hands.step(1)
    window.hands.step(-1)
    assert window.context.widget().isVisible()
    paints.deleteLater()


def test_an_act_reads_no_channel_and_looks_at_none_for_the_rail(
    sitting: Sitting, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = sitting.window
    looked: list[int] = []
    monkeypatch.setattr(model, "trouble", lambda *_: looked.append(1) or "")
    channels = Cache.channels
    monkeypatch.setattr(Cache, "channels", lambda self: (looked.append(0), channels(self))[1])
    before = window.rail.model.index(1).data(LINE_ROLE).count

    QTest.keyClick(window.queue.list, Qt.Key.Key_E)
    qtbot.waitUntil(lambda: window.rail.model.index(1).data(LINE_ROLE).count == before - 1)
    assert looked == []
    window.rail._on_changed(Changes(0, others=frozenset({"channel"})))
    qtbot.waitUntil(lambda: looked == [0] + [1] * len(window.bridge.channels))


class _Painted(QObject):
    """Notes which part of a window was painted, and by whom."""

    def __init__(self, app: QApplication, window: QWidget) -> None:
        super().__init__()
        self._app = app
        self._window = window
        self.part = QRegion()
        self._parts: list[tuple[str, QRect]] = []
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent) and isinstance(watched, QWidget) and watched.window() is self._window:
            part = event.region().translated(watched.mapTo(self._window, QPoint(0, 0)))
            self.part |= part
            self._parts.append((f"{type(watched).__name__} {watched.objectName()}", part.boundingRect()))
        return False

    def beyond(self, place: QWidget) -> list[str]:
        """What was painted that does not lie within a place. What comes is noted anew."""
        assert not self.part.isEmpty()
        room = QRect(place.mapTo(self._window, QPoint(0, 0)), place.size())
        found = [f"{name} {part.getRect()}" for name, part in self._parts if not room.contains(part)]
        self.forget()
        return found

    def forget(self) -> None:
        """Note anew."""
        self.part, self._parts = QRegion(), []

    def is_at_rest(self) -> bool:
        """Whether nothing was since one looked last."""
        was = self.part.isEmpty()
        self.forget()
        return was

    def rest(self) -> None:
        """Note no more."""
        self._app.removeEventFilter(self)


@pytest.mark.usefixtures("held_clock")
def test_a_typed_key_a_scrolled_row_and_a_number_in_the_rail_paint_no_more_than_what_they_change(
    sitting: Sitting, qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = sitting.window
    qtbot.waitUntil(lambda: window.context.thread == window.conversation.thread)
    # What is written is kept, and its row says so, a moment later: here not within the key that is looked at.
    window.composer._drafts._timer.setInterval(NEVER_MS)
    window.hands.answer()
    QTest.keyClicks(window.composer.editor, "We look ")
    settle(window)  # what is read and built a moment after the window stands would be painted meanwhile
    painted = _Painted(qapp, window)
    qapp.processEvents()
    for _ in range(3):  # what was just built finds its place in several turns
        qtbot.waitUntil(painted.is_at_rest)

    QTest.keyClick(window.composer.editor, Qt.Key.Key_I)
    qapp.processEvents()
    who = window.composer.box.who
    assert who.isVisible()
    assert not painted.part.intersects(QRect(who.mapTo(window, QPoint(0, 0)), who.size()))
    assert painted.beyond(window.composer) == []

    bar = window.queue.list.verticalScrollBar()
    bar.setValue(bar.value() + 12)
    qapp.processEvents()
    assert painted.beyond(window.queue.list) == []

    first = window.rail.model.index(1)
    line = replace(first.data(LINE_ROLE), count=98)
    window.rail.model._lines[1] = line
    window.rail.model.dataChanged.emit(first, first)
    qapp.processEvents()
    part = painted.part.boundingRect()
    assert painted.beyond(window.rail.list) == []
    assert part.height() <= window.rail.list.visualRect(first).height()
    painted.rest()

    # From one view to one far below: those two rows, not the ones between.
    rows: list[str] = []
    paint = LineDelegate._words
    monkeypatch.setattr(
        LineDelegate, "_words", lambda self, painter, box, line, chosen: (
            rows.append(line.id), paint(self, painter, box, line, chosen)
        )[1]
    )  # fmt: skip
    window.hands.go(DONE)
    qapp.processEvents()
    assert sorted(rows) == sorted({MINE.id, DONE.id})


def test_a_view_that_is_come_back_to_paints_no_row_whose_words_are_still_the_same(
    held_clock: HandClock, sitting: Sitting, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = sitting.window
    drawn: list[int] = []
    row = RowDelegate._row
    monkeypatch.setattr(
        RowDelegate, "_row", lambda self, painter, box, thread, state: (
            drawn.append(thread.id), row(self, painter, box, thread, state)
        )[1]
    )  # fmt: skip
    ages: list[str] = []
    age = words.age
    monkeypatch.setattr(words, "age", lambda thread, now: (ages.append("an age"), age(thread, now))[1])
    seen = [window.queue.model.now]
    for view in (UNASSIGNED, MINE, UNASSIGNED, MINE):
        drawn.clear()
        held_clock.move(timedelta(milliseconds=1))
        window.hands.go(view)
        qapp.processEvents()
        seen.append(window.queue.model.now)
    assert len(set(seen)) == len(seen), "each is shown as it is then"
    # Its first row may have lost what only the mouse or the focus does to it.
    assert len(drawn) <= 1
    # Scrolling asks no row again what it says.
    ages.clear()
    for _ in range(5):
        window.queue.list.viewport().repaint()
    assert ages == []


def test_taking_the_next_free_thread_shows_its_view_once_with_it(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = sitting.window
    window.hands.go(TEAM)
    shown: list[str] = []
    show = QueueModel.show
    monkeypatch.setattr(QueueModel, "show", lambda self, view: (shown.append(view.id), show(self, view))[1])
    for _ in range(2):  # from another view, and from Mine itself
        window.hands.triage.take_next()
        taken = window.queue.current()
        assert taken is not None
        assert taken.id == window.conversation.thread
        assert taken.assignee_id == window.bridge.me
        assert shown == [MINE.id]
        shown.clear()


def test_the_filters_open_again_with_the_chips_they_have_and_show_what_is_in_force(sitting: Sitting) -> None:
    window = sitting.window
    window.queue.open_filter()
    card = window.queue.card
    assert card is not None
    line = card.lines[Field.PRIORITY]
    chips = set(card.findChildren(ToggleChip))
    line.chip("urgent").click()
    urgent = (Is(Field.PRIORITY, frozenset({"urgent"})),)
    assert window.queue.in_force.parts == urgent
    card.leave()
    window.queue.clear_filter()

    window.queue.open_filter()
    assert not line.chip("urgent").isChecked()
    assert set(card.findChildren(ToggleChip)) == chips
    card.leave()
    window.queue.filter_by(urgent)
    window.queue.open_filter()
    assert line.chip("urgent").isChecked()
    assert window.queue.in_force.parts == urgent


def test_a_layout_of_lines_lays_them_out_anew_only_when_one_of_them_changed(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    flow = FlowLayout(room, spacing=0)
    flow.setContentsMargins(0, 0, 0, 0)
    words = [QLabel("word") for _ in range(7)]
    for word in words:
        word.setFixedSize(QSize(60, 20))
    laid: list[int] = []
    lay = FlowLayout._laid
    monkeypatch.setattr(
        FlowLayout, "_laid", lambda self, rect, *, moves: (laid.append(1), lay(self, rect, moves=moves))[1]
    )
    for word in words[:5]:
        flow.addWidget(word)
    assert [flow.heightForWidth(120) for _ in range(10)] == [60] * 10
    assert laid == [1]
    for word in words[5:]:
        flow.addWidget(word)
    assert (flow.heightForWidth(120), flow.heightForWidth(60)) == (80, 140)
    words[0].setFixedSize(QSize(60, 50))
    assert flow.heightForWidth(120) == 110
    taken = flow.takeAt(0)
    assert taken is not None
    assert flow.heightForWidth(120) == 60


@pytest.mark.usefixtures("held_clock")
def test_a_card_paints_where_it_stands_and_neither_what_lies_beside_it_nor_the_page_the_mouse_leaves(
    sitting: Sitting, qtbot: QtBot, qapp: QApplication
) -> None:
    window = sitting.window
    qtbot.waitUntil(lambda: window.context.thread == window.conversation.thread)
    settle(window)
    painted = _Painted(qapp, window)
    qapp.processEvents()
    for _ in range(3):
        qtbot.waitUntil(painted.is_at_rest)

    def beside() -> list[str]:
        """Which places were painted that the card does not touch."""
        places = {"rail": window.rail.list, "composer": window.composer}
        rooms = {name: QRect(one.mapTo(window, QPoint(0, 0)), one.size()) for name, one in places.items()}
        found = [name for name, room in rooms.items() if painted.part.intersects(room)]
        assert not painted.part.isEmpty()
        painted.forget()
        return found

    window.assign.open_for([], None, window.anchor())
    qapp.processEvents()
    assert beside() == []
    window.assign.leave()
    qapp.processEvents()
    assert beside() == []
    window.queue.open_filter()
    qapp.processEvents()
    assert window.queue.card is not None
    assert "composer" not in beside()
    window.queue.card.leave()
    qapp.processEvents()
    assert "composer" not in beside()

    # The mouse goes from the page onto a card: a style may want the whole page painted for it.
    for kind in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
        qapp.sendEvent(window._split, QHoverEvent(kind, QPointF(9, 9), QPointF(9, 9), QPointF(1, 1)))
    qapp.processEvents()
    assert painted.part.isEmpty()

    window.rail.choose_nothing()
    qapp.processEvents()
    rail = window.rail.list
    room = QRect(rail.mapTo(window, QPoint(0, 0)), rail.size())
    assert (
        0 < (painted.part & QRegion(room)).boundingRect().height() <= rail.visualRect(rail.model().index(1, 0)).height()
    )
    painted.rest()


def test_a_new_saved_reply_comes_up_without_another_one_in_the_form_before(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = sitting.window
    window.show_library()
    assert window.library.model.rowCount() > 1
    window.going.back()
    shown: list[int] = []
    show = Editor.show_reply
    monkeypatch.setattr(
        Editor, "show_reply", lambda self, reply, *more: (shown.append(reply.id), show(self, reply, *more))[1]
    )
    listed = window.library.editor.scope
    before = [listed.itemText(at) for at in range(listed.count())]
    cleared: list[int] = []
    listed.model().rowsRemoved.connect(lambda *_: cleared.append(1))
    window.hands.new_saved_reply()
    assert shown == [NEW]
    assert window.library.editor.title.hasFocus()
    assert [listed.itemText(at) for at in range(listed.count())] == before
    assert not cleared, "the channels one chooses among are listed once"


def test_a_window_of_a_thread_makes_its_pickers_when_they_are_asked_for(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Picker] = []
    make = Picker.__init__
    monkeypatch.setattr(Picker, "__init__", lambda self, window: (made.append(self), make(self, window))[1])
    thread = sitting.window.queue.current()
    assert thread is not None
    own = sitting.window.own_windows.show(thread.id)
    assert made == []
    own.act("thread.tag")
    assert made == [own.tags]
    assert own.tags.isVisible()
    own.tags.leave()
    own.close()


def test_a_tag_with_braces_is_put_on_and_said_as_it_is(sitting: Sitting) -> None:
    window = sitting.window
    here = window.queue.current()
    assert here is not None
    window.hands.triage.toggle_tag("{0} {size}", on=True)
    window.hands.triage.toggle_tag("{0} {name}", on=True)
    found = window.queue.current()
    assert found is not None
    assert found.id == here.id
    assert {"{0} {size}", "{0} {name}"} <= set(found.tags)
