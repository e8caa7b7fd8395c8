"""A line at the blank the caret stands in: what it wants, and what is wrong with what was typed."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from socialdesk.desktop.look.mirror import painter_on
from socialdesk.desktop.look.tokens import ink
from socialdesk.desktop.widgets.plain_text import PlainLabel

_ASIDE = 26
"""So far it stays from the edges: inside the box."""


class BlankNote(QFrame):
    """Lies over the text; takes no focus and no keys."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_wrong = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.label = PlainLabel("", 12, 500, "text2", wraps=True, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 5, 10, 5)
        row.addWidget(self.label)
        self.hide()

    def say(self, words: str, at: QPointF, high: int, *, is_wrong: bool) -> None:
        """Say it below a point of the parent, or above the line of height `high` where there is no room."""
        around = self.parentWidget()
        if around is None or not words:
            self.hide()
            return
        if words != self.label.text() or is_wrong != self._is_wrong:
            self._is_wrong = is_wrong
            self.label.set_ink("soon" if is_wrong else "text2")
            self.label.setText(words)
        wide = min(around.width() - 2 * _ASIDE, self.label.fontMetrics().horizontalAdvance(words) + 26)
        self.resize(wide, max(self.heightForWidth(wide), self.label.fontMetrics().height() + 10))
        y = at.y() + 4 if at.y() + 4 + self.height() <= around.height() else at.y() - high - self.height() - 4
        self.move(round(max(_ASIDE, min(at.x(), around.width() - wide - _ASIDE))), round(max(0, y)))
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        painter.setPen(QPen(ink("soon" if self._is_wrong else "lineStrong"), 1))
        painter.setBrush(ink("soonTint" if self._is_wrong else "raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.end()
