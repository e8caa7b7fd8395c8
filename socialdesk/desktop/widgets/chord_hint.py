"""Shows what can follow the first key of a chord; takes neither focus nor clicks, and goes by itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.look.fonts import metrics
from socialdesk.desktop.look.metrics import CARD_RADIUS, scaled
from socialdesk.desktop.look.mirror import painter_on
from socialdesk.desktop.look.tokens import font, ink
from socialdesk.desktop.widgets.keycap import keycaps_width, paint_keycaps
from socialdesk.desktop.widgets.shadow import paint_shadow

_PAD, _GAP, _LINE, _COLUMN = 18, 12, 28, 24
_AROUND = 24
_LEAST_LINE = 20
_EDGE = 8


class ChordHint(QWidget):
    """The hint, at the foot of its window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.hide()
        self._first = ""
        self._choices: Sequence[tuple[str, str]] = ()
        self._columns = 1
        self._line = scaled(_LINE)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_choices(self, first: str, choices: Sequence[tuple[str, str]]) -> None:
        """Show (key, words) that can follow `first`."""
        self._first, self._choices = first, choices
        said = ", ".join(f"{key} {words}" for key, words in choices)
        self.setAccessibleName(said)
        room = self.parentWidget()
        assert room is not None
        column = self._column_width()
        self._columns = max(1, min(3, int((room.width() - 2 * _EDGE - 2 * _PAD + _COLUMN) // (column + _COLUMN))))
        lines = -(-len(choices) // self._columns)
        # A low window with large text: closer lines, none above its edge.
        free = room.height() - 12 - _AROUND - _EDGE - 2 * _PAD
        self._line = max(scaled(_LEAST_LINE), min(scaled(_LINE), free // max(1, lines)))
        wide = round(self._columns * (column + _COLUMN) - _COLUMN + 2 * _PAD + 2 * _AROUND)
        high = lines * self._line + 2 * _PAD + 2 * _AROUND
        self.setGeometry((room.width() - wide) // 2, room.height() - high - 12, wide, high)
        self.show()
        self.raise_()

    @property
    def choices(self) -> Sequence[tuple[str, str]]:
        """What is offered."""
        return self._choices if self.isVisible() else ()

    def _column_width(self) -> float:
        face = metrics(13, 500)
        return max(
            (keycaps_width((self._first, key)) + _GAP + face.horizontalAdvance(words) for key, words in self._choices),
            default=0.0,
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(self.rect()).adjusted(_AROUND, _AROUND, -_AROUND, -_AROUND)
        paint_shadow(painter, card, CARD_RADIUS)
        painter.setPen(QPen(ink("lineStrong"), 1))
        painter.setBrush(ink("raised"))
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), CARD_RADIUS, CARD_RADIUS)
        lines = -(-len(self._choices) // self._columns)
        column = self._column_width()
        for at, (key, words) in enumerate(self._choices):
            left = card.left() + _PAD + (at // lines) * (column + _COLUMN)
            middle = card.top() + _PAD + (at % lines + 0.5) * self._line
            wide = paint_keycaps(painter, QPointF(left, middle), (self._first, key))
            painter.setFont(font(13, 500))
            painter.setPen(ink("text"))
            box = QRectF(left + wide + _GAP, middle - self._line / 2, column, self._line)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()
