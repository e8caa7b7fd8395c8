"""Another size of the text: what is visible follows, what is hidden follows when it is shown, nothing is made anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QCursor, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from socialdesk.desktop.look import metrics
from socialdesk.desktop.look.following import Following
from socialdesk.desktop.settings.setting import Section
from socialdesk.desktop.shell.window import Window
from socialdesk.support.clock import HandClock
from tests.desktop.shell.conftest import Sitting
from tests.images.rest import settle


@pytest.fixture(autouse=True)
def _steady(qapp: QApplication, held_clock: HandClock) -> Iterator[None]:
    """No caret blinks and no minute ends between two drawings, and no pointer stands on what comes up under it."""
    QCursor.setPos(-100, -100)
    before = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    yield
    qapp.setCursorFlashTime(before)
    metrics.set_zoom(1.0)


def _drawn(window: Window) -> QImage:
    window.key_side.sheet.words()  # all of it is made
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    settle(window)
    window.show_context_now()  # the panel about the person follows the thread a moment later
    settle(window)
    return window.grab().toImage()


def _main(window: Window) -> None:
    window.queue.list.setFocus()


def _settings(window: Window) -> None:
    window.settings.show(Section.APPEARANCE)


def _keys(window: Window) -> None:
    window.hands.show_keys()


def _library(window: Window) -> None:
    window.show_library()


_PLACES = (_main, _settings, _keys, _library)


@pytest.mark.parametrize("go", _PLACES, ids=lambda go: go.__name__.strip("_"))
def test_larger_and_smaller_text_end_where_they_began_pixel_for_pixel(
    sitting: Sitting, go: Callable[[Window], None]
) -> None:
    window = sitting.window
    go(window)
    before = _drawn(window)
    window.hands.zoom(1)
    assert _drawn(window) != before
    window.hands.zoom(-1)
    assert _drawn(window) == before


class _Told(QObject):
    """How often any widget is told that its style is another."""

    def __init__(self) -> None:
        super().__init__()
        self.times = self.hidden = 0
        self.who: set[int] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.StyleChange:
            self.times += 1
            self.hidden += isinstance(watched, QWidget) and not watched.isVisible()
            self.who.add(shiboken6.getCppPointer(watched)[0])
        return False


def _made(*, is_seen: bool = False) -> set[int]:
    """What tells every widget from all others, or those that are seen."""
    return {shiboken6.getCppPointer(one)[0] for one in QApplication.allWidgets() if one.isVisible() or not is_seen}


def test_another_size_tells_each_widget_once_the_hidden_ones_after_the_frame_and_makes_none_anew(
    sitting: Sitting, qtbot: QtBot, qapp: QApplication
) -> None:
    window = sitting.window
    _drawn(window)
    before, sheet = _made(), qapp.styleSheet()
    seen = _made(is_seen=True)
    told = _Told()
    qapp.installEventFilter(told)
    window.hands.zoom(1)
    # A bar to scroll by may come with larger text: it was hidden, and is told after the frame like all that was.
    seen &= _made(is_seen=True)
    assert told.hidden < 5  # what hides itself for the other size
    assert seen <= told.who
    assert len(seen) <= told.times < 1.5 * len(seen)
    assert _made() == before
    qtbot.waitUntil(lambda: told.times >= len(before))
    qapp.removeEventFilter(told)
    assert qapp.styleSheet() == sheet
    # Setting the sheet again told each widget six times.
    assert told.times < 1.5 * len(before)


def test_a_hidden_place_is_dressed_when_it_is_shown_again(sitting: Sitting) -> None:
    window = sitting.window
    _library(window)
    as_designed = _drawn(window)
    window.rail.choose("mine")
    window.going.back()
    window.hands.zoom(1)
    place = window.library.findChildren(Following)
    assert place
    assert all(one.is_late for one in place)
    window.hands.zoom(-1)
    _library(window)
    assert not any(one.is_late for one in window.library.findChildren(Following) if one.parent() is window.library)
    assert _drawn(window) == as_designed


def test_the_last_events_of_a_window_that_python_has_collected_are_no_mistake(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    following = Following(widget, lambda: None)
    vars(following).clear()  # as the collector does, a moment before Qt lets go

    assert following.eventFilter(widget, QEvent(QEvent.Type.Show)) is False
