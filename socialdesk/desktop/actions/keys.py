"""Gets every key of the window, runs the act it stands for; letters count only where nothing is being typed.

After G a second letter is waited for; one that completes nothing is never eaten, it acts as itself.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from socialdesk.desktop.actions.keymap import AZERTY, OF_TEXT
from socialdesk.desktop.actions.registry import Action, Registry

CHORD_MS = 1_500
HOLD_MS = 600
TAKES_KEYS = "takesKeys"
"""The property of a widget that wants every key itself, such as the one that records keys."""
OWN_KEYS = "ownKeys"
"""The property of a widget that uses some keys itself while it has the focus: their names, as acts are declared."""
_TYPING = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox)
_NO_KEYS = (
    range(Qt.Key.Key_Shift, Qt.Key.Key_ScrollLock + 1),
    range(Qt.Key.Key_Super_L, Qt.Key.Key_Super_R + 1),
    (Qt.Key.Key_Hyper_L, Qt.Key.Key_Hyper_R, Qt.Key.Key_Direction_L, Qt.Key.Key_Direction_R),
    range(Qt.Key.Key_AltGr, Qt.Key.Key_Dead_Longsolidusoverlay + 1),
    (0, Qt.Key.Key_unknown),
)
_FUNCTION = re.compile(r"(Shift\+)?F\d+")
"""The keys without Ctrl or Alt that write nothing: they mean the same while something is typed."""
_WATCHED = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
_NONE = Qt.KeyboardModifier.NoModifier
_NO_SIGN = 0x110000
"""From here on the numbers of keys are no letters or signs."""
_PORTABLE = QKeySequence.SequenceFormat.PortableText
_FIRST_CODE = {"win32": 2}.get(sys.platform, 10)
_DIGIT_OF_CODE = (
    dict(zip((18, 19, 20, 21, 23, 22, 26, 28, 25, 29), "1234567890", strict=True))
    if sys.platform == "darwin"
    else dict(zip(range(_FIRST_CODE, _FIRST_CODE + 10), "1234567890", strict=True))
)
"""The digits by where their keys lie: macOS's virtual key codes, scan codes of Windows and of X11 and Wayland."""
_REPEATING = {"queue.next", "queue.previous", "select.down", "select.up"}


class Keys(QObject):
    """The filter. `run` gets the act; `is_free` says whether the window's own keys count now (no overlay is open)."""

    waiting = Signal(bool)
    """Whether a second letter after G is waited for."""
    held = Signal(bool)
    """Whether Ctrl alone has been held for a while."""
    menu_asked = Signal()
    """Alt was pressed and let go, alone."""

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
        self._hold = QTimer(self, singleShot=True, interval=HOLD_MS)
        self._hold.timeout.connect(self._on_hold)
        self._is_held = False
        self._is_alt_alone = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Every event of the program comes by here: its class is known, asking for its type makes a value of an
        # enumeration each time.
        if not isinstance(event, QKeyEvent):
            if isinstance(event, QMouseEvent) or watched is self._window:
                self._watch_other(watched, event)
            return False
        kind = event.type()
        if kind in _WATCHED:
            self._watch(watched, event, kind)
        if kind not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return False
        focus = QApplication.focusWidget()
        if not isinstance(watched, QWidget) or watched.window() is not self._window or not self._is_free():
            return False
        if focus is not None and (watched is not focus or focus.property(TAKES_KEYS)):
            return False
        if focus is not None and key_name(event) in (focus.property(OWN_KEYS) or ()):
            return False
        action = self._action(event, typing=isinstance(focus, _TYPING))
        if action is None:
            return False
        if kind == QEvent.Type.ShortcutOverride:
            event.accept()  # it comes again as a key press, and is ours
            return True
        if action is not _NOTHING and (not event.isAutoRepeat() or action.id in _REPEATING):
            self._run(action)
        return True

    def _watch_other(self, watched: QObject, event: QEvent) -> None:
        """The mouse was pressed, or somebody went to another window: what is held stands for nothing alone."""
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.WindowDeactivate) and (
            isinstance(watched, QWidget) and watched.window() is self._window
        ):
            self._let_go()
            self._is_alt_alone = False

    def _watch(self, watched: QObject, event: QKeyEvent, kind: QEvent.Type) -> None:
        """Notice Ctrl being held and Alt being pressed, alone; takes no event away."""
        if not isinstance(watched, QWidget) or watched.window() is not self._window:
            return
        if kind == QEvent.Type.KeyPress:
            only = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if event.key() == Qt.Key.Key_Control and only in (_NONE, Qt.KeyboardModifier.ControlModifier):
                if not event.isAutoRepeat() and not self._is_held:
                    self._hold.start()
            else:
                self._let_go()
            self._is_alt_alone = event.key() == Qt.Key.Key_Alt and only in (_NONE, Qt.KeyboardModifier.AltModifier)
            return
        if event.isAutoRepeat():
            return
        self._let_go()
        if event.key() == Qt.Key.Key_Alt and self._is_alt_alone and self._is_free() and sys.platform != "darwin":
            self._is_alt_alone = False
            self.menu_asked.emit()

    def _on_hold(self) -> None:
        self._is_held = self._is_free()
        if self._is_held:
            self.held.emit(True)

    def _let_go(self) -> None:
        self._hold.stop()
        if self._is_held:
            self._is_held = False
            self.held.emit(False)

    def _action(self, event: QKeyEvent, *, typing: bool) -> Action | None:
        if writes_nothing(event):
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
            if letter == "G" and not modifiers and self._registry.chords:
                if pressing:
                    self._chord.start()
                    self.waiting.emit(True)
                return _NOTHING
            if len(letter) == 1 and letter.isprintable() and not letter.isalnum() and letter != " ":
                # Signs such as / and ? need Shift on some keyboards and not on others.
                return self._registry.of_key(letter)
        name = key_name(event)
        if typing and (name in OF_TEXT or (plain and not _FUNCTION.fullmatch(name))):
            return None
        found = self._registry.of_key(name)
        if found is None and not plain:
            found = self._registry.of_key(by_digit(event)) or self._registry.of_key(without_shift(event))
        return found


def writes_nothing(event: QKeyEvent) -> bool:
    """Whether a key only begins a sign or changes what others write: what is held, locks, dead keys, input methods."""
    return any(event.key() in keys for keys in _NO_KEYS)


def by_digit(event: QKeyEvent) -> str:
    """A key of the row of digits held with Ctrl or Alt as acts are declared with it; "" for any other key.

    What the row writes differs: its keys are & é " on a French keyboard, and with Shift ! @ # on an American one.
    """
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    digit = _DIGIT_OF_CODE.get(event.nativeVirtualKey() if sys.platform == "darwin" else event.nativeScanCode(), "")
    if not digit and not modifiers & Qt.KeyboardModifier.ShiftModifier:
        digit = AZERTY.get(QKeySequence(event.key()).toString().lower(), "")
    return QKeySequence(modifiers.value | Qt.Key(ord(digit)).value).toString(_PORTABLE) if digit else ""


def without_shift(event: QKeyEvent) -> str:
    """A sign or digit held with Ctrl or Alt and Shift, as acts are declared with it; "" for any other key.

    Where Shift is what writes it, as + on most keyboards and the digits on a French one, nobody means more by it.
    """
    modifiers = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
    key = event.key()
    is_sign = key < _NO_SIGN and chr(key).isprintable() and not chr(key).isalpha() and chr(key) != " "
    is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    return QKeySequence(modifiers.value | key).toString(_PORTABLE) if is_shifted and is_sign else ""


def key_name(event: QKeyEvent) -> str:
    """A key as acts are declared with it; Enter is one key wherever it lies."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    name = QKeySequence(modifiers.value | event.key()).toString(_PORTABLE)
    if name == "Esc":
        return "Escape"
    return f"{name.removesuffix('Enter')}Return" if name == "Enter" or name.endswith("+Enter") else name


_NOTHING = Action("nothing", "", lambda _hands: None)
