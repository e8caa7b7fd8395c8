"""Shows a filled template: green what came from the conversation, dashed what is to be typed yet. Only for reading."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from socialdesk.desktop.look.following import Following
from socialdesk.desktop.look.fonts import font
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.tokens import ink
from socialdesk.desktop.widgets.text_places import x_at
from socialdesk.model.saved_reply import Piece

LINE_PX = 24
_THIN = "\u2009\u2060"  # room at the sides of a chip, never parted from it
_NIHT = "\u2060\u2009"


class Preview(QTextEdit):
    """The text of a reply as it would be inserted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pieces: tuple[Piece, ...] = ()
        self._spans: list[tuple[int, int, bool]] = []
        self.setReadOnly(True)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.setStyleSheet("QTextEdit { background: transparent; border: none; }")
        Following(self, self._dress)

    def _dress(self) -> None:
        self.show_pieces(self._pieces)

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show a filled template."""
        self._pieces = tuple(pieces)
        self._spans = []
        self.clear()
        cursor = QTextCursor(self.document())
        rhythm = QTextBlockFormat()
        rhythm.setLineHeight(scaled(LINE_PX), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor.setBlockFormat(rhythm)
        for piece in self._pieces:
            start = cursor.position()
            shade = QTextCharFormat()
            marked = piece.is_open or bool(piece.variable)
            shade.setFont(font(13, 600 if marked else 400, tabular=False))
            shade.setForeground(ink("soon" if piece.is_open else "good" if piece.variable else "text"))
            cursor.insertText(f"{_THIN}{piece.text}{_NIHT}" if marked else piece.text, shade)
            if marked:
                self._spans.append((start, cursor.position(), piece.is_open))
        self.setAccessibleName("".join(piece.text for piece in self._pieces))
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.viewport().update()

    def wanted_height(self, width: int) -> int:
        """How high the text is in lines of this width."""
        document = self.document()
        before = document.textWidth()
        document.setTextWidth(width)
        high = document.size().height()
        document.setTextWidth(before)
        return round(high) + 2

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.viewport().update()  # the chips go where the words went

    def paintEvent(self, event: QPaintEvent) -> None:
        self.document().documentLayout().documentSize()  # lays out what was not shown yet
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for start, end, is_open in self._spans:
            for rect in self._rects(start, end):
                if is_open:
                    pen = QPen(ink("soon"), 1.2)
                    pen.setDashPattern([3, 2])
                    painter.setPen(pen)
                    painter.setBrush(ink("soonTint"))
                else:
                    painter.setPen(Qt.PenStyle.NoPen)
                    painter.setBrush(ink("goodTint"))
                painter.drawRoundedRect(rect, 4, 4)
        painter.end()
        super().paintEvent(event)

    def _rects(self, start: int, end: int) -> list[QRectF]:
        block = self.document().findBlock(start)
        layout = block.layout()
        origin = self.document().documentLayout().blockBoundingRect(block).topLeft()
        origin -= QPointF(0, self.verticalScrollBar().value())
        low, high = start - block.position(), min(end - block.position(), block.length() - 1)
        found: list[QRectF] = []
        tall = scaled(20)
        for at in range(layout.lineCount()):
            line = layout.lineAt(at)
            first, last = max(low, line.textStart()), min(high, line.textStart() + line.textLength())
            if first < last:
                edges = sorted((x_at(line, first), x_at(line, last)))
                middle = origin.y() + line.y() + line.height() / 2
                found.append(QRectF(origin.x() + edges[0], middle - tall / 2, edges[1] - edges[0], tall))
        return found
