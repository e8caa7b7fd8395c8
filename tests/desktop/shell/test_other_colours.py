"""Light and dark: windows that stand take the other colours at once, and what is made later looks as they do."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QCursor, QImage
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from socialdesk.desktop.look import theme, tokens
from socialdesk.desktop.look.tokens import Theme
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


def _drawn(app: QApplication, window: Window) -> QImage:
    settle(window)
    window.show_context_now()  # the panel about the person follows the thread a moment later
    settle(window)
    return window.grab().toImage()


def _right(drawn: QImage) -> QImage:
    """All but rail and queue, where another thread may be marked or read by now."""
    return drawn.copy(600, 0, drawn.width() - 600, drawn.height())


def _main(window: Window) -> None:
    window.queue.list.setFocus()


def _settings(window: Window) -> None:
    window.settings.show(Section.APPEARANCE)


def _library(window: Window) -> None:
    window.show_library()


@pytest.mark.parametrize("go", [_main, _settings, _library], ids=lambda go: go.__name__.strip("_"))
def test_a_window_that_stands_looks_as_if_it_had_been_made_in_these_colours(
    sitting: Sitting, qapp: QApplication, qtbot: QtBot, go: Callable[[Window], None]
) -> None:
    window = sitting.window
    go(window)
    light = _drawn(qapp, window)
    theme.apply(qapp, Theme.DARK)
    dark = _drawn(qapp, window)
    assert tokens.hex_of("accent") in window.styleSheet()  # taken by the window, over the sheet of the application
    theme.apply(qapp, Theme.LIGHT)
    assert _drawn(qapp, window) == light
    theme.apply(qapp, Theme.DARK)
    assert _drawn(qapp, window) == dark != light
    reading = window.queue.current()
    assert reading is not None
    window.bridge.desk.set_state("thread", str(reading.id))
    window.hide()
    theme.before_window(qapp)
    assert not window.styleSheet()
    made = Window(window.bridge)
    qtbot.addWidget(made)
    made.setGeometry(window.geometry())
    made.show()
    go(made)
    assert _right(_drawn(qapp, made)) == _right(dark)
    qapp.removeEventFilter(made.keys)


class _Told(QObject):
    """How often any widget is told that its style is another."""

    def __init__(self) -> None:
        super().__init__()
        self.times = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.times += event.type() is QEvent.Type.StyleChange
        return False


def test_other_colours_polish_each_widget_a_few_times_and_not_once_for_each_above_it(
    sitting: Sitting, qapp: QApplication
) -> None:
    _drawn(qapp, sitting.window)
    for wanted in (Theme.DARK, Theme.LIGHT):
        told = _Told()
        qapp.installEventFilter(told)
        theme.apply(qapp, wanted)
        qapp.removeEventFilter(told)
        # Six times with a sheet that is set on the application.
        assert told.times < 3 * len(QApplication.allWidgets())


def test_what_is_made_without_a_parent_after_a_switch_wears_the_same(
    sitting: Sitting, qapp: QApplication, qtbot: QtBot
) -> None:
    theme.apply(qapp, Theme.DARK)
    theme.before_window(qapp)
    field = QLineEdit()
    qtbot.addWidget(field)
    field.resize(80, 30)
    assert field.grab().toImage().pixelColor(40, 6) == tokens.ink("surface")
    theme.apply(qapp, Theme.LIGHT)
    assert field.grab().toImage().pixelColor(40, 6) == tokens.ink("surface")
    assert sitting.window.isVisible()
