"""Shows one step to learn: its place among the steps, the keys, what they do. Never in the way, ended by one press."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.tokens import ink
from socialdesk.desktop.widgets.buttons import Button, IconButton, Kind
from socialdesk.desktop.widgets.keycap import KeyCaps
from socialdesk.desktop.widgets.plain_text import PlainLabel

tr = QCoreApplication.translate
_DOT, _STEP = 6, 12
_ROOMY = 560
"""With an act beside the words, a narrower line has no room for the dots, all of which are solid by then."""


class _Dots(QWidget):
    """How far one is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.at, self.of = 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_place(self, at: int, of: int) -> None:
        self.at, self.of = at, of
        self.setFixedSize(_STEP * of, _STEP)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for place in range(self.of):
            # What is done is as solid as what is being done; what is to come is pale.
            painter.setBrush(ink("accent" if place < self.at else "lineStrong"))
            across = self.width() - _STEP * (place + 1) if self.isRightToLeft() else _STEP * place
            middle = QPointF(across + _STEP / 2, self.height() / 2)
            side = _DOT + 2 if place == self.at - 1 else _DOT
            painter.drawEllipse(QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side))
        painter.end()


class CoachLine(QWidget):
    """One line. Signals: `ended` when somebody wants no more of it, `chosen` when its act is pressed."""

    ended = Signal()
    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("coach", "Learn by doing"))
        self._dots = _Dots(self)
        self._caps: list[KeyCaps] = []
        self.label = PlainLabel("", 13, 500, wraps=True, parent=self)
        self.act = Button("", Kind.SECONDARY, parent=self)
        self.end = IconButton("x", tr("coach", "End the lesson"), keys=("Esc",), size=24, parent=self)
        # It teaches the hands where they are; it is no stop on the way of Tab but for its one act.
        self.end.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(20, 8, 12, 8)
        self._line.setSpacing(10)
        self._line.addWidget(self._dots)
        self._line.addWidget(self.label, 1)
        self._line.addWidget(self.act)
        self._line.addWidget(self.end)
        self.act.clicked.connect(self.chosen)
        self.end.clicked.connect(self.ended)
        self.setMinimumHeight(scaled(44))
        self.hide()

    def show_step(self, at: int, of: int, keys: Sequence[Sequence[str]], words: str, act: str = "") -> None:
        """Show a step: presses of `keys`, one after the other, and what they do; `act` offers something besides."""
        self._dots.show_place(at, of)
        for caps in self._caps:
            self._line.removeWidget(caps)
            caps.deleteLater()
        self._caps = [KeyCaps(tuple(press), parent=self) for press in keys if press]
        for place, caps in enumerate(self._caps):
            self._line.insertWidget(1 + place, caps)
        self.label.setText(words)
        told = " ".join("+".join(press) for press in keys)
        where = tr("coach", "Step {at} of {of}.").format(at=at, of=of) if at <= of else ""
        self.setAccessibleDescription(" ".join(part for part in (where, told, words) if part))
        self.act.setVisible(bool(act))
        if act:
            self.act.set_words(act)
        self.show()
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """As high as the words are in this width."""
        margins = self._line.contentsMargins()
        self._dots.setVisible(self.act.isHidden() or self.width() >= scaled(_ROOMY))
        self._line.activate()
        words = self.label.heightForWidth(self.label.width()) + margins.top() + margins.bottom()
        self.setMinimumHeight(max(scaled(44), words))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), ink("accentTint"))
        painter.setPen(ink("line"))
        painter.drawLine(QPointF(0, 0.5), QPointF(self.width(), 0.5))
        painter.end()
