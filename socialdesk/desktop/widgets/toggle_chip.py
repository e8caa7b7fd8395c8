"""Round chips that are on or off, or that stand for something that can be taken away; natively focusable and named."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from socialdesk.desktop.look import icons
from socialdesk.desktop.look.fonts import metrics
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.mirror import painter_on
from socialdesk.desktop.look.numbers import count as many
from socialdesk.desktop.look.tokens import current, font, ink
from socialdesk.desktop.widgets.focus_ring import paint_focus_ring
from socialdesk.desktop.widgets.plain_text import elided, tooltip

tr = QCoreApplication.translate
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_PAD, _CROSS = 10, 12
_MARK = 14
"""The side of a network's mark, which grows with the text."""
MOST_WIDE = 240
"""A chip's words are somebody's: however long they are, two fit beside each other."""


class ToggleChip(QPushButton):
    """A round chip: Open 12, Waiting 7, Done; or one value of a filter."""

    def __init__(self, label: str, *, mark: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, parent)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(label)
        self._mark = mark
        self._count: int | None = None

    def set_words(self, label: str) -> None:
        """Say something else."""
        if label != self.text():
            self.setText(label)
            self._name()
            self.updateGeometry()

    def _name(self) -> None:
        count = self._count
        self.setAccessibleName(f"{self.text()} {many(count) if count is not None else ''}".strip())

    def set_count(self, count: int | None) -> None:
        """Show a number behind the word."""
        if count == self._count:
            return
        self._count = count
        self._name()
        self.updateGeometry()
        self.update()

    def _words(self) -> str:
        return elided(self.text(), font(12, 600), MOST_WIDE)

    def sizeHint(self) -> QSize:
        wide = metrics(12, 600).horizontalAdvance(self._words()) + 2 * _PAD
        if self._count is not None:
            wide += metrics(12, 500).horizontalAdvance(many(self._count)) + 6
        if self._mark:
            wide += scaled(_MARK) + 6
        return QSize(round(wide + 0.5), scaled(26))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_cut = self.width() < self.sizeHint().width() or self._words() != self.text()
        self.setToolTip(tooltip(self.text()) if is_cut else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        on = self.isChecked()
        edge = ("accent" if current().is_contrast else "accentTint") if on else "line"
        painter.setPen(QPen(ink(edge), 2 if on and current().is_contrast else 1))
        painter.setBrush(ink("accentTint") if on else ink("hover") if self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        left = box.left() + _PAD
        if self._mark:
            side = scaled(_MARK)
            icons.paint_mark(painter, QRectF(left - 2, box.center().y() - side / 2, side, side), self._mark)
            left += side + 6
        painter.setFont(font(12, 600))
        painter.setPen(ink("accent" if on else "text2"))
        beside = left - box.left() + _PAD
        if self._count is not None:
            beside += metrics(12, 500).horizontalAdvance(many(self._count)) + 6
        words = elided(self._words(), font(12, 600), max(1.0, box.width() - beside + 1))
        # Each stretch has just its own room, so that it stands there whichever way the language runs.
        wide = metrics(12, 600).horizontalAdvance(words) + 1
        painter.drawText(QRectF(left, box.top(), wide, box.height()), _MIDDLE, words)
        if self._count is not None:
            left += wide + 5
            painter.setFont(font(12, 500))
            wide = metrics(12, 500).horizontalAdvance(many(self._count)) + 1
            painter.drawText(QRectF(left, box.top(), wide, box.height()), _MIDDLE, many(self._count))
        if self.hasFocus():
            paint_focus_ring(painter, QRectF(self.rect()), box.height() / 2)
        painter.end()


class TakeAwayChip(QPushButton):
    """A chip for something in force; pressing it, or Delete, takes it away."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(label, parent)
        name = tr("chip", "Take away: {what}").format(what=label)
        self.setAccessibleName(name)
        self.setToolTip(tooltip(name))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _words(self) -> str:
        return elided(self.text(), font(12, 600), MOST_WIDE)

    def sizeHint(self) -> QSize:
        wide = metrics(12, 600).horizontalAdvance(self._words()) + 2 * 10 + scaled(_CROSS) + 4
        return QSize(round(wide + 0.5), scaled(26))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(ink("accent"), 1))
        painter.setBrush(ink("accentTint" if self.underMouse() else "list"))
        painter.drawRoundedRect(box, 6, 6)
        painter.setFont(font(12, 600))
        painter.setPen(ink("accent"))
        words = box.adjusted(10, 0, -10, 0)
        side = scaled(_CROSS)
        painter.drawText(words.adjusted(0, 0, -side - 4, 0), _MIDDLE, self._words())
        icons.paint(painter, QRectF(words.right() - side, box.center().y() - side / 2, side, side), "x", "accent")
        if self.hasFocus():
            paint_focus_ring(painter, QRectF(self.rect()), 6)
        painter.end()
