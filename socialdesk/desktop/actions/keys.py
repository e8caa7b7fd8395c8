"""Gets every key of the window, runs the act it stands for; letters count only where nothing is being typed.

After G a second letter is waited for; one that completes nothing is never eaten, it acts as itself.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from socialdesk.desktop.actions.registry import Action, Registry

CHORD_MS = 1_500
_TYPING = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox)
_BARE = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)
_REPEATING = {"queue.next", "queue.previous", "select.down", "select.up"}


class Keys(QObject):
    """The filter. `run` gets the act; `is_free` says whether the window's own keys count now (no overlay is open)."""

    waiting = Signal(bool)

    def __init__(
        self, window: QWidget, registry: Registry, run: Callable[[Action], None], is_free: Callable[[], bool]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._registry = registry
        self._run = run
        self._is_free = is_free
        self._chord = QTimer(self, singleShot=True, interval=CHORD_MS)
        self._chord.timeout.connect(lambda: self.waiting.emit(False))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride) or not isinstance(event, QKeyEvent):
            return False
        focus = QApplication.focusWidget()
        if not isinstance(watched, QWidget) or watched.window() is not self._window or not self._is_free():
            return False
        if focus is not None and watched is not focus:
            return False
        action = self._action(event, typing=isinstance(focus, _TYPING))
        if action is None:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # it comes again as a key press, and is ours
            return True
        if action is not _NOTHING and (not event.isAutoRepeat() or action.id in _REPEATING):
            self._run(action)
        return True

    def _action(self, event: QKeyEvent, *, typing: bool) -> Action | None:
        key = Qt.Key(event.key())
        if key in _BARE:
            return None
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        plain = not modifiers & ~Qt.KeyboardModifier.ShiftModifier
        pressing = event.type() == QEvent.Type.KeyPress
        if plain and not typing:
            letter = event.text().upper()
            if self._chord.isActive():
                if pressing:
                    self._chord.stop()
                    self.waiting.emit(False)
                found = self._registry.of_chord(letter)
                if found is not None:
                    return found
            if letter == "G" and not modifiers:
                if pressing:
                    self._chord.start()
                    self.waiting.emit(True)
                return _NOTHING
            if event.text() in ("/", "?", "!"):
                return self._registry.of_key(event.text())
        if typing and plain and key not in (Qt.Key.Key_F1, Qt.Key.Key_F6):
            return None
        if typing and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            return None
        if typing and key == Qt.Key.Key_A and modifiers == Qt.KeyboardModifier.ControlModifier:
            return None  # all of the text, not all threads
        name = QKeySequence(modifiers.value | key.value).toString(QKeySequence.SequenceFormat.PortableText)
        name = {"Esc": "Escape", "Enter": "Return", "Ctrl+Z": "Ctrl+Z" if typing else "Z"}.get(name, name)
        return self._registry.of_key(name)


_NOTHING = Action("nothing", "", lambda _hands: None)
