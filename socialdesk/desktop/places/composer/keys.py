"""Gives what a key means in the text field of the composer; None for what is simply typed.

The window runs these acts first; this is for a composer that stands alone, and for Enter that sends.
"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from socialdesk.desktop.actions import force
from socialdesk.desktop.actions.keys import key_name

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


_OF_ACT = {
    "composer.send": Key.SEND,
    "composer.send_done": Key.SEND_AND_DONE,
    "composer.mode": Key.OTHER_MODE,
    "composer.saved": Key.SAVED_REPLIES,
    "composer.language": Key.LANGUAGE,
    "composer.attach": Key.ATTACH,
    "composer.emoji": Key.EMOJI,
    "composer.drop": Key.DROP_DRAFT,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def key_of(event: QKeyEvent, *, enter_sends: bool = False) -> Key | None:
    """What the key of an event means by the keys in force. With `enter_sends` Enter alone sends too."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if not held & ~Qt.KeyboardModifier.ShiftModifier:
        return Key.SEND if enter_sends and not held and event.key() in _ENTER else None
    act = force.registry().of_key(key_name(event))
    return _OF_ACT.get(act.id) if act is not None else None
