"""Tells readers what happened: politely, at most once in three seconds, later words merged; knows no act."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QListView, QWidget

GAP_MS = 3000


class Announcer(QObject):
    """Speaks for one window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._waiting: list[str] = []
        self._gap = QTimer(self)
        self._gap.setSingleShot(True)
        self._gap.setInterval(GAP_MS)
        self._gap.timeout.connect(self._speak)

    def say(self, words: str, *, assertive: bool = False) -> None:
        """Say `words` now or merged with what else waits. Assertive words never wait."""
        if not words:
            return
        if assertive:
            self._send(words, assertive=True)
            return
        if words not in self._waiting:
            self._waiting.append(words)
        if not self._gap.isActive():
            self._speak()

    def _speak(self) -> None:
        if not self._waiting:
            return
        words, self._waiting = " ".join(_closed(each) for each in self._waiting), []
        self._send(words, assertive=False)
        self._gap.start()

    def _send(self, words: str, *, assertive: bool) -> None:
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # not in the first frame

        event = QAccessibleAnnouncementEvent(self._window, words)
        politeness = QAccessible.AnnouncementPoliteness
        event.setPoliteness(politeness.Assertive if assertive else politeness.Polite)
        QAccessible.updateAccessibility(event)


def _closed(words: str) -> str:
    return words if words[-1] in ".!?…" else f"{words}."


def announce(widget: QWidget, words: str, *, assertive: bool = False) -> None:
    """Say `words` for the window `widget` is in."""
    window = widget.window()
    announcer = window.findChild(Announcer)
    (announcer or Announcer(window)).say(words, assertive=assertive)


def tell_current_row(view: QListView) -> None:
    """Let readers say the row the keys are on when they come back to a list; Qt itself tells the list's name only.

    It does so after the list was told that the keys came: what is heard last is where a reader stays.
    """
    QTimer.singleShot(0, view, lambda: _tell_row(view))


def _tell_row(view: QListView) -> None:
    row = view.currentIndex().row()
    if row >= 0 and view.hasFocus():
        from PySide6.QtGui import QAccessible, QAccessibleEvent  # not in the first frame

        event = QAccessibleEvent(view, QAccessible.Event.Focus)
        event.setChild(row)
        QAccessible.updateAccessibility(event)
