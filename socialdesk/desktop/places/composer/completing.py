"""Completes what is typed after ":" or "@": emoji by name, colleagues in a note, people of the thread in public."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.bridge.emoji_names import EmojiNames
from socialdesk.desktop.places.composer.editor import Editor
from socialdesk.desktop.places.composer.emoji_card import EmojiCard
from socialdesk.desktop.places.composer.parts import ValueList
from socialdesk.desktop.widgets.plain_text import plain_text
from socialdesk.model.saved_reply import plain

_LEAST = 2
"""So many letters after a colon before emoji are offered: ":p" is not a question."""
_MOST = 8


class Completing(QObject):
    """The list below the caret."""

    def __init__(
        self,
        editor: Editor,
        shown: ValueList,
        emoji: EmojiNames,
        people: Callable[[], list[tuple[str, str]]],
        parent: QObject,
    ) -> None:
        """`people` gives who can be named here: what is written, and how it is shown."""
        super().__init__(parent)
        self._editor = editor
        self._list = shown
        self._emoji = emoji
        self._people = people
        self._offered: dict[str, tuple[str, str]] = {}
        self._refused = ""
        self.card: EmojiCard | None = None
        editor.cursorPositionChanged.connect(self.look)
        editor.focus_changed.connect(self._on_focus)
        emoji.ready.connect(self.look)
        shown.picked.connect(self._on_picked)

    def look(self) -> None:
        """Offer what fits before the caret, or nothing."""
        word = self._editor.signed_word(":") or self._editor.signed_word("@")
        if word is None or not self._editor.hasFocus():
            self._refused = ""
            self._list.hide()
            return
        start, _, sign, typed = word
        if f"{start}" == self._refused:
            return
        found = self._emojis(typed) if sign == ":" else self._names(typed)
        if not found:
            self._list.hide()
            return
        self._offered = {shown: (sign, written) for shown, written in found}
        below = self._editor.cursorRect().bottomLeft()
        around = self._editor.window()
        self._list.float_over(around)
        at = self._editor.viewport().mapTo(around, below)
        self._list.offer(tuple(self._offered), QPointF(at) + QPointF(0, 4))

    def pick_emoji(self, anchor: QWidget) -> None:
        """Offer all emoji beside what asked for them; the one that is taken stands at the caret."""
        window = anchor.window()
        if self.card is None or self.card.parent() is not window:
            self.card = EmojiCard(window, self._emoji)
            self.card.picked.connect(self._on_emoji)
        self.card.open(QRect(anchor.mapTo(window, anchor.rect().topLeft()), anchor.size()))

    def _on_emoji(self, sign: str) -> None:
        at = self._editor.textCursor()
        self._editor.replace(at.selectionStart(), at.selectionEnd(), sign)
        self._editor.setFocus()

    def take_key(self, event: QKeyEvent) -> bool:
        """Use a key of the text field while the list is open."""
        if not self._list.isVisible():
            return False
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Escape and not held:
            word = self._editor.signed_word(":") or self._editor.signed_word("@")
            self._refused = f"{word[0]}" if word is not None else ""
            self._list.hide()
            return True
        if event.key() == Qt.Key.Key_Tab and not held:
            self._list.picked.emit(self._list.values[self._list.current])
            return True
        return self._list.take_key(event)

    def _emojis(self, typed: str) -> list[tuple[str, str]]:
        if len(typed) < _LEAST:
            return []
        return [(f"{one.sign}  {one.names[0]}", one.sign) for one in self._emoji.find(typed)]

    def _names(self, typed: str) -> list[tuple[str, str]]:
        wanted = plain(typed)
        fitting = [
            (plain_text(shown), written)
            for written, shown in self._people()
            if plain(written).startswith(wanted) or any(plain(part).startswith(wanted) for part in shown.split())
        ]
        return fitting[:_MOST]

    def _on_picked(self, value: str) -> None:
        word = self._editor.signed_word(":") or self._editor.signed_word("@")
        offered = self._offered.get(value)
        if word is None or offered is None:
            return
        sign, written = offered
        self._list.hide()
        self._editor.replace(word[0], word[1], f"{written} " if sign == ":" else f"@{written} ")
        if sign == ":":
            self._emoji.use(written)
        self._editor.setFocus()

    def _on_focus(self, has: bool) -> None:
        if not has:
            self._list.hide()
