"""Keeps the keys that are pressed before the window is whole, and gives them to it in their order once it is.

The first frame shows rows before there is anything that could act on them; whoever is quick must not lose a word.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

_KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride})


class EarlyKeys(QObject):
    """The keys of one window that is being made."""

    def __init__(self, window: QWidget, hand: QWidget) -> None:
        """`hand` is the widget that has the keys at first."""
        super().__init__(window)
        self._window = window
        self._hand = hand
        self._kept: list[QKeyEvent] = []
        hand.installEventFilter(self)

    def widen(self) -> None:
        """Hear the keys that any widget gets; before there was a frame, only the hand can have had one.

        All that happens to any widget comes by here. Asked for earlier, it would make the first frame wait for each
        kind of them to be known in Python.
        """
        self._hand.removeEventFilter(self)
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() not in _KEYS:
            return False
        if event.type() is not QEvent.Type.ShortcutOverride:
            self._kept.append(event.clone())
        return True

    def let_go(self) -> None:
        """The window is whole: press what was kept, each where the hand is by then."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.removeEventFilter(self)
        for event in self._kept:
            hand = app.focusWidget() or self._window.focusWidget()
            app.sendEvent(hand or self._window, event)
        self._kept.clear()
