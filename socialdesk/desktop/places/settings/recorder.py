"""Waits for keys somebody wants for an act; says what stands against them, asks twice where another act has them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.actions.keycaps import written
from socialdesk.desktop.actions.keymap import refusal
from socialdesk.desktop.actions.keys import CHORD_MS, TAKES_KEYS, by_digit, key_name, writes_nothing
from socialdesk.desktop.widgets.field import Field

tr = QCoreApplication.translate
_HELD = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock)


class Recorder(Field):
    """A field that takes keys instead of text. `holder` says whose a key is, in words, or ""."""

    recorded = Signal(str)
    said = Signal(str)
    """What stands against the keys, or nothing."""
    left = Signal()

    def __init__(self, holder: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._holder = holder
        self._asked = ""
        self.letters = True
        self.setReadOnly(True)
        self.setProperty(TAKES_KEYS, True)
        self.setPlaceholderText(tr("keys", "Press the keys. Esc leaves."))
        self.setAccessibleName(tr("keys", "Press the keys for this act"))
        self._chord = QTimer(self, singleShot=True, interval=CHORD_MS)
        self._chord.timeout.connect(lambda: self._refuse("G", refusal("G", letters=self.letters)))

    def begin(self) -> None:
        """Wait for keys."""
        self._asked = ""
        self.clear()
        self.said.emit("")
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        # Tab and what the window would take as a shortcut come here too.
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self.keyPressEvent(event)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()
        if event.key() in _HELD or event.isAutoRepeat():
            return
        if event.key() == Qt.Key.Key_Escape:
            self._chord.stop()
            self.left.emit()
            return
        key = "" if writes_nothing(event) else self._name(event)
        if self._chord.isActive():
            self._chord.stop()
            key = f"G {key}" if len(key) == 1 else key
        elif key == "G" and self.letters:
            self.setText(tr("keys", "G, then…"))
            self._chord.start()
            return
        self._take(key)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._chord.stop()
        super().focusOutEvent(event)

    def _name(self, event: QKeyEvent) -> str:
        text = event.text()
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        is_sign = not held and len(text) == 1 and text.isprintable() and not text.isalnum() and text != " "
        return text if is_sign else (by_digit(event) if held else "") or key_name(event)

    def _take(self, key: str) -> None:
        against = refusal(key, letters=self.letters)
        if against:
            self._refuse(key, against)
            return
        holder = self._holder(key)
        if holder and self._asked != key:
            self._asked = key
            words = tr("keys", "{key} is “{act}” already. Press it again to take it from there.")
            self._refuse(key, words.format(key=written(key), act=holder))
            return
        self.said.emit("")
        self.recorded.emit(key)

    def _refuse(self, key: str, words: str) -> None:
        self.setText(written(key))
        self.setAccessibleDescription(words)
        self.said.emit(words)
