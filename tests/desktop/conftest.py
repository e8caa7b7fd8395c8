"""Each test of the desktop has an application, and begins with words and numbers alike, whatever ran before it."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QLocale, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from socialdesk.desktop.look import fonts, language, metrics, motion, theme
from socialdesk.desktop.look.fonts import Face
from socialdesk.desktop.look.tokens import Theme

ENDED = -1
"""What a loop gives that is not to run at all."""


@pytest.fixture(autouse=True)
def plain_words_and_numbers(qapp: QApplication) -> None:
    """A window that was opened for real chooses how words and numbers are written, for the whole process."""
    # Widgets of the test before wait for an event loop to be deleted, and still hear of a change of theme.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    language.speak(qapp, "en")  # English has its plural forms from a file
    QLocale.setDefault(QLocale.c())


@pytest.fixture(autouse=True)
def as_designed(qapp: QApplication, plain_words_and_numbers: None) -> None:
    """Text as large as designed, light colours, no window of another test in front, and no pointer on what comes up.

    A size that is put back is not yet worn again: whoever made no window of the program would measure the old one.
    """
    for widget in qapp.topLevelWidgets():
        if widget.isVisible():
            widget.hide()
    while qapp.overrideCursor() is not None:
        qapp.restoreOverrideCursor()
    QCursor.setPos(-100, -100)
    metrics.set_zoom(1.0)
    metrics.set_compact(is_compact=None)
    motion.choose_reduced(None)
    if fonts.face() is not Face.DESIGN:
        fonts.use_face(Face.DESIGN)
    theme.use_system_accent(is_used=False)
    if theme.theme() is not Theme.LIGHT or qapp.font() != fonts.font():
        theme.apply(qapp, Theme.LIGHT)
    theme.before_window(qapp)  # it wears other colours still, where these were put back while a window stood


@pytest.fixture(autouse=True)
def loops_run(qapp: QApplication) -> None:
    """A program that was begun and ended in this process has told every loop to end, also those that come after it.

    Only the application's own loop forgets that; until then whoever waits with another waits for ever.
    """
    QCoreApplication.removePostedEvents(qapp, QEvent.Type.Quit.value)
    loop = QEventLoop()
    QTimer.singleShot(0, loop.quit)
    if loop.exec() == ENDED:
        QTimer.singleShot(0, qapp.quit)
        qapp.exec()


@pytest.fixture(autouse=True)
def nothing_collected_beside() -> Iterator[None]:
    """As in the program: a widget that only the collector finds never goes on a thread that reads beside the window."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def widgets_live_until_they_are_deleted(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What a test hands to qtbot is painted once more after its last line, when nothing else refers to it any longer.

    The collector would take its attributes, and the widget, out from under its own paint event.
    """
    kept: list[QWidget] = []
    add = QtBot.addWidget

    def add_and_keep(self: QtBot, widget: QWidget, **more: Any) -> None:
        kept.append(widget)
        add(self, widget, **more)

    monkeypatch.setattr(QtBot, "addWidget", add_and_keep)
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    kept.clear()
