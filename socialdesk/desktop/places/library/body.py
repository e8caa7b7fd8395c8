"""The text of a reply while it is written: variables green, blanks amber, braces that cannot be read red."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QSize
from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from socialdesk.desktop.look.following import Following
from socialdesk.desktop.look.fonts import font
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.tokens import ink
from socialdesk.desktop.widgets.text_places import cut, places
from socialdesk.model.saved_reply_check import is_sound
from socialdesk.support.pattern import pattern

KNOWN = ("first name", "full name", "our name", "me", "today", "order", "channel", "handle", "brand")
"""What a thread may fill by itself."""
_LEAST, _EDGES = 90, 16
_FIELD = pattern(r"\{[^{}]*\}|[{}]")


class _Fields(QSyntaxHighlighter):
    def highlightBlock(self, text: str) -> None:
        for found in _FIELD.finditer(text):
            self.setFormat(places(text[: found.start()]), places(found.group()), _shade(found.group()))


def _shade(field: str) -> QTextCharFormat:
    shade = QTextCharFormat()
    name = field.strip("{} ").casefold()
    token = "over" if not is_sound(field) else "good" if name in KNOWN else "soon"
    shade.setForeground(ink(token))
    shade.setBackground(ink(f"{token}Tint"))
    shade.setFontWeight(600)
    return shade


class BodyField(QPlainTextEdit):
    """Plain text; Tab leaves it."""

    takes_pictures: Callable[[QMimeData], bool] | None = None
    """Whether something dropped or pasted holds pictures; set by the form."""
    take_pictures: Callable[[QMimeData], bool] | None = None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("boxed", "true")
        self.setTabChangesFocus(True)
        self._fields = _Fields(self.document())
        Following(self, self._dress)
        self._dress()

    def sizeHint(self) -> QSize:
        """A few lines; where there is more room the form gives it."""
        return QSize(super().sizeHint().width(), scaled(_LEAST))

    def put(self, field: str) -> None:
        """Write a field at the caret, with air before it where there is none."""
        cursor = self.textCursor()
        begin = QTextCursor(cursor)
        begin.setPosition(cursor.selectionStart())
        before = cut(begin.block().text(), 0, begin.positionInBlock())
        cursor.insertText(f" {field}" if before and not before[-1].isspace() else field)
        self.setFocus()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return super().canInsertFromMimeData(source) or (
            self.takes_pictures is not None and self.takes_pictures(source)
        )

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Text goes in as it is; pictures are attached."""
        wants = self.take_pictures is not None and (not source.hasText() or source.hasUrls())
        if wants and self.take_pictures is not None and self.take_pictures(source):
            return
        super().insertFromMimeData(source)

    def _dress(self) -> None:
        self.setFont(font(14, 400, tabular=False))
        self.setMinimumHeight(scaled(_LEAST) + _EDGES)
        self._fields.rehighlight()
