"""One line above everything that says what holds for the whole window and what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from socialdesk.desktop.look import icons
from socialdesk.desktop.look.following import sized
from socialdesk.desktop.look.metrics import BANNER, scaled
from socialdesk.desktop.look.mirror import painter_on
from socialdesk.desktop.look.tokens import ink
from socialdesk.desktop.widgets.buttons import Button, Kind
from socialdesk.desktop.widgets.plain_text import PlainLabel


class _Act(Button):
    """A link in the colour of its banner."""

    def __init__(self, text: str, token: str, parent: QWidget) -> None:
        super().__init__(text, Kind.LINK, parent=parent)
        self._token = token

    def _paint_plane(self, painter: QPainter, box: QRectF, radius: float) -> str:
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink(self._token, 0.12))
            painter.drawRoundedRect(box, radius, radius)
        return self._token


class Banner(QWidget):
    """Hidden until it has something to say."""

    chosen = Signal(str)
    """The key of the action that was chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = "info"
        self._icon = ""
        self._lead = PlainLabel(px=13, weight=650, parent=self)
        self._text = PlainLabel(px=13, ink="text2", elides=True, parent=self)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._acts: list[_Act] = []
        self._row = QHBoxLayout(self)
        sized(self, lambda: self._row.setContentsMargins(32 + scaled(18), 0, 20, 1))
        self._row.setSpacing(8)
        self._row.addWidget(self._lead)
        self._row.addWidget(self._text, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_words(self, tone: str, icon: str, lead: str, text: str, actions: Sequence[tuple[str, str]] = ()) -> None:
        """Show a banner: `tone` is info, soon or over; actions are keys and their words."""
        self._tone, self._icon = tone, icon
        self._lead.setText(lead)
        self._text.setText(text)
        self._text.setToolTip(text)
        for act in self._acts:
            self._row.removeWidget(act)
            act.deleteLater()
        self._acts = []
        for key, words in actions:
            act = _Act(words, tone, self)
            act.clicked.connect(lambda _on=False, key=key: self.chosen.emit(key))
            self._row.addWidget(act)
            self._acts.append(act)
        self.setAccessibleName(f"{lead} {text}")
        self.show()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), scaled(BANNER))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        box = QRectF(self.rect())
        painter.fillRect(box, ink(f"{self._tone}Tint"))
        painter.setPen(QPen(ink("line"), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        side = scaled(18)
        if self._icon:
            icons.paint(painter, QRectF(20, box.center().y() - side / 2, side, side), self._icon, self._tone)
        painter.end()
