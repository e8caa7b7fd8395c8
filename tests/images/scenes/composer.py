"""The composer: too long a text and its parts."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from socialdesk.desktop.shell.window import Window

_LONG = "Your parcel left Lille this morning and comes on Friday before noon. " * 20


def _too_long(window: Window) -> None:
    window.hands.answer()
    window.composer.editor.insertPlainText(_LONG)


def _split(window: Window) -> None:
    _too_long(window)
    window.composer.split_preview.numbers.setChecked(True)
    QTest.keyClick(window.composer.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


SCENES = {"too-long": _too_long, "split": _split}
