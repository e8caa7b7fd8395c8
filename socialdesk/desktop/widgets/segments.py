"""Choices of which exactly one is on, as chips or as tabs; arrows move, as among radio buttons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from socialdesk.desktop.look.fonts import metrics
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.mirror import painter_on
from socialdesk.desktop.look.tokens import current, font, ink
from socialdesk.desktop.widgets.focus_ring import paint_focus_ring
from socialdesk.desktop.widgets.plain_text import elided, tooltip


class _Choice(QRadioButton):
    def __init__(self, key: str, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.key = key
        self.setAccessibleName(text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:
        return True


class _Pill(_Choice):
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # What had to be cut can be read whole.
        self.setToolTip(tooltip(self.text()) if self.width() < self.sizeHint().width() else "")

    def sizeHint(self) -> QSize:
        return QSize(round(20.5 + metrics(13, 600).horizontalAdvance(self.text())), scaled(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        radius = box.height() / 2
        is_on = self.isChecked()
        edge = ("accent" if current().is_contrast else "selected") if is_on else "lineStrong"
        painter.setPen(QPen(ink(edge), 1))
        painter.setBrush(ink("selected" if is_on else "hover" if self.underMouse() else "list"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.setPen(ink("accent" if is_on else "text2"))
        face = font(13, 600)
        painter.setFont(face)
        words = self.text() if self.width() >= self.sizeHint().width() else elided(self.text(), face, box.width() - 20)
        painter.drawText(QRectF(10, 0, box.width(), box.height()), Qt.AlignmentFlag.AlignVCenter, words)
        if self.hasFocus():
            paint_focus_ring(painter, box, radius)
        painter.end()


class _Tab(_Choice):
    def sizeHint(self) -> QSize:
        return QSize(round(metrics(14, 600).horizontalAdvance(self.text()) + 0.5) + 8, scaled(38))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        is_on = self.isChecked()
        token = "accent" if is_on else "text" if self.underMouse() else "text2"
        painter.setPen(ink(token))
        painter.setFont(font(14, 600 if is_on else 500))
        painter.drawText(
            box.adjusted(4, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text()
        )
        if is_on:
            painter.setPen(QPen(ink("accent"), 2, c=Qt.PenCapStyle.FlatCap))
            painter.drawLine(QPointF(4, box.bottom() - 1), QPointF(box.right() - 4, box.bottom() - 1))
        if self.hasFocus():
            paint_focus_ring(painter, box.adjusted(0, 4, 0, -4))
        painter.end()


class _Group(QWidget):
    chosen = Signal(str)
    """The key of what a person chose; `choose` does not emit it."""

    def __init__(self, name: str, spacing: int, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(spacing)
        self._parts: dict[str, _Choice] = {}

    def _add(self, part: _Choice) -> None:
        self._parts[part.key] = part
        self._row.addWidget(part)
        part.toggled.connect(self._on_toggled)
        if len(self._parts) == 1:
            self.choose(part.key)

    def _on_toggled(self, is_on: bool) -> None:
        part = self.sender()
        if is_on and isinstance(part, _Choice):
            self.chosen.emit(part.key)
            QAccessible.updateAccessibility(QAccessibleEvent(part, QAccessible.Event.StateChanged))

    @property
    def current(self) -> str:
        """The key of what is on."""
        return next((key for key, part in self._parts.items() if part.isChecked()), "")

    def choose(self, key: str) -> None:
        """Turn one on without telling."""
        part = self._parts[key]
        part.blockSignals(True)
        part.setChecked(True)
        part.blockSignals(False)
        self.update()

    def part(self, key: str) -> QAbstractButton:
        """The button of a choice, to give it the focus."""
        return self._parts[key]


class Segments(_Group):
    """Chips such as Only me, Whole team; of each its key and its words."""

    def __init__(self, choices: Sequence[tuple[str, str]], name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, 6, parent)
        for key, text in choices:
            self._add(_Pill(key, text, self))
        self._row.addStretch(1)


class TabStrip(_Group):
    """Tabs such as Reply, Internal note."""

    def __init__(self, choices: Sequence[tuple[str, str]], name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, 14, parent)
        for key, text in choices:
            self._add(_Tab(key, text, self))
        self._row.addStretch(1)
