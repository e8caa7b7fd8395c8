"""Gives what a key means in the text field of the composer; None for what is simply typed."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

SEND_KEY = "send_key"
"""The state of the desk that says which key sends; ENTER_SENDS, or anything else for Ctrl+Enter."""
ENTER_SENDS = "enter"


class Key(StrEnum):
    """What a key does while something is written."""

    SEND = "send"
    SEND_AND_DONE = "send_and_done"
    OTHER_MODE = "other_mode"
    SAVED_REPLIES = "saved_replies"
    DROP_DRAFT = "drop_draft"
    ATTACH = "attach"
    EMOJI = "emoji"
    LANGUAGE = "language"


_CTRL = Qt.KeyboardModifier.ControlModifier
_CTRL_SHIFT = _CTRL | Qt.KeyboardModifier.ShiftModifier


def key_of(event: QKeyEvent, *, enter_sends: bool = False) -> Key | None:
    """What the key of an event means. With `enter_sends` Enter alone sends, and Shift+Enter is a new line."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    match event.key():
        case Qt.Key.Key_Return | Qt.Key.Key_Enter if enter_sends and not held:
            return Key.SEND
        case Qt.Key.Key_Return | Qt.Key.Key_Enter if held == _CTRL:
            return Key.SEND
        case Qt.Key.Key_Return | Qt.Key.Key_Enter if held == _CTRL_SHIFT:
            return Key.SEND_AND_DONE
        case Qt.Key.Key_M if held == _CTRL_SHIFT:
            return Key.OTHER_MODE
        case Qt.Key.Key_S if held == _CTRL_SHIFT:
            return Key.SAVED_REPLIES
        case Qt.Key.Key_K if held == _CTRL_SHIFT:
            return Key.LANGUAGE
        case Qt.Key.Key_A if held == _CTRL_SHIFT:
            return Key.ATTACH
        case Qt.Key.Key_J if held == _CTRL_SHIFT:
            return Key.EMOJI
        case Qt.Key.Key_D if held == _CTRL_SHIFT:
            return Key.DROP_DRAFT
        case _:
            return None
