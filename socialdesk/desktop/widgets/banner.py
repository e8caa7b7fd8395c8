"""One line above everything that says what holds for the whole window and what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from socialdesk.desktop.look import icons
from socialdesk.desktop.look.following import sized
from socialdesk.desktop.look.metrics import BANNER, scaled
from socialdesk.desktop.look.mirror import painter_on
from socialdesk.desktop.look.tokens import ink
from socialdesk.desktop.widgets.buttons import Button, Kind
from socialdesk.desktop.widgets.plain_text import PlainLabel, tooltip

_MOST_CUT = 0.85
"""Less than this share of its words in one line, and what can be done stands in a second line."""
_SECOND = 34


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
        self._is_tall = False
        words = QHBoxLayout()
        words.setSpacing(8)
        words.addWidget(self._lead)
        words.addWidget(self._text, 1)
        self._side = QWidget(self)
        self._row = QHBoxLayout(self._side)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._lines = QGridLayout(self)
        sized(self, self._clear_icon)
        self._lines.setSpacing(8)
        self._lines.setVerticalSpacing(0)
        self._lines.setColumnStretch(0, 1)
        self._lines.addLayout(words, 0, 0)
        self._lines.addWidget(self._side, 0, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_words(self, tone: str, icon: str, lead: str, text: str, actions: Sequence[tuple[str, str]] = ()) -> None:
        """Show a banner: `tone` is info, soon or over; actions are keys and their words."""
        self._tone, self._icon = tone, icon
        self._lead.setText(lead)
        self._text.setText(text)
        self._text.setToolTip(tooltip(text))
        for act in self._acts:
            self._row.removeWidget(act)
            act.deleteLater()
        self._acts = []
        for key, words in actions:
            act = _Act(words, tone, self._side)
            act.clicked.connect(lambda _on=False, key=key: self.chosen.emit(key))
            self._row.addWidget(act)
            self._acts.append(act)
        self.setAccessibleName(f"{lead} {text}")
        self._fit()
        self.show()
        self.update()

    def _clear_icon(self) -> None:
        """Keep the words off the icon, at whichever side it is painted: Qt does not mirror margins."""
        front = 32 + scaled(18)
        self._lines.setContentsMargins(*((20, 0, front, 1) if self.isRightToLeft() else (front, 0, 20, 1)))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._clear_icon()
        super().changeEvent(event)

    def _fit(self) -> None:
        """One line where there is room for most of what is said, else what can be done goes below it."""
        margins = self._lines.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        acts = sum(act.sizeHint().width() + 8 for act in self._acts)
        wanted = self._lead.sizeHint().width() + 8 + self._text.sizeHint().width() * _MOST_CUT + acts
        is_tall = bool(self._acts) and wanted > room
        if is_tall == self._is_tall:
            return
        self._is_tall = is_tall
        self._lines.removeWidget(self._side)
        where = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop if is_tall else Qt.AlignmentFlag(0)
        self._lines.addWidget(self._side, int(is_tall), int(not is_tall), where)
        self._lines.setRowMinimumHeight(0, scaled(BANNER - 6) if is_tall else 0)
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), scaled(BANNER + (_SECOND if self._is_tall else 0)))

    def minimumSizeHint(self) -> QSize:
        # Before it is known how wide it is, its acts must not ask for more than the window has.
        return QSize(min(super().minimumSizeHint().width(), scaled(320)), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        box = QRectF(self.rect())
        painter.fillRect(box, ink(f"{self._tone}Tint"))
        painter.setPen(QPen(ink("line"), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        side = scaled(18)
        if self._icon:
            middle = self._lead.geometry().center().y() + 0.5
            icons.paint(painter, QRectF(20, middle - side / 2, side, side), self._icon, self._tone)
        painter.end()
