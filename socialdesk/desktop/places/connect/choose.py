"""Shows the platforms as cards, one of them chosen; knows nothing of signing in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from socialdesk.desktop.look import icons
from socialdesk.desktop.look.mirror import painter_on
from socialdesk.desktop.look.tokens import font, ink
from socialdesk.desktop.places.connect.values import Platform

_COLUMNS = 3
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class PlatformCard(QAbstractButton):
    """One platform: its mark and name, what can be read there, what a person needs."""

    def __init__(self, platform: Platform, parent: QWidget) -> None:
        super().__init__(parent)
        self.platform = platform
        self.setCheckable(True)
        self.setMinimumSize(150, 136)
        self.setText(platform.name)
        self.setAccessibleName(platform.name)
        self.setAccessibleDescription(f"{platform.reads}. {platform.needs}")
        self.setToolTip(platform.needs)

    def sizeHint(self) -> QSize:
        return QSize(192, 136)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = 2.0 if self.isChecked() or self.hasFocus() else 1.0
        box = QRectF(self.rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
        line = "accent" if self.isChecked() else "focus" if self.hasFocus() else "lineStrong"
        painter.setPen(QPen(ink(line), edge))
        painter.setBrush(ink("selected" if self.isChecked() else "hover" if self.underMouse() else "surface"))
        painter.drawRoundedRect(box, 8, 8)
        if self.isChecked() and self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(ink("focus"), 1))
            painter.drawRoundedRect(box.adjusted(4, 4, -4, -4), 5, 5)
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        ratio = self.devicePixelRatioF()
        mark = self.platform.mark
        painter.drawPixmap(QPointF(14, 14), icons.mark(mark, 20, ratio))
        painter.setFont(font(14, 650, tabular=False))
        painter.setPen(ink("text"))
        right = self.width() - (40 if self.isChecked() else 12)
        name = painter.fontMetrics().elidedText(self.platform.name, Qt.TextElideMode.ElideRight, right - 44)
        painter.drawText(QRectF(44, 12, right - 44, 24), Qt.AlignmentFlag.AlignVCenter, name)
        if self.isChecked():
            painter.drawPixmap(QPointF(self.width() - 32, 15), icons.pixmap("check-circle", "accent", 18, ratio))
        painter.setFont(font(13, 400, tabular=False))
        painter.setPen(ink("text2"))
        painter.drawText(QRectF(14, 46, self.width() - 26, 42), _WRAP, self.platform.reads)
        painter.setFont(font(12, 400, tabular=False))
        painter.setPen(ink("text2"))
        painter.drawText(QRectF(14, 98, self.width() - 26, 34), _WRAP, self.platform.needs)


class ChoosePage(QScrollArea):
    """The first step. Signals: `picked` when another card was chosen, `confirmed` when one was pressed twice."""

    picked = Signal()
    confirmed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Platforms"))
        self._group = QButtonGroup(self)
        self._cards: list[PlatformCard] = []

    def show_platforms(self, platforms: Sequence[Platform]) -> None:
        """Show these cards, none chosen unless there is only one."""
        for card in self._cards:
            self._group.removeButton(card)
        inside = QWidget()
        around = QVBoxLayout(inside)
        around.setContentsMargins(24, 2, 24, 12)
        grid = QGridLayout()
        grid.setSpacing(12)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        self._cards = [PlatformCard(platform, inside) for platform in platforms]
        for at, card in enumerate(self._cards):
            self._group.addButton(card)
            card.installEventFilter(self)
            card.clicked.connect(self.picked)
            grid.addWidget(card, at // _COLUMNS, at % _COLUMNS)
        around.addLayout(grid)
        around.addStretch(1)
        self.setWidget(inside)
        if len(self._cards) == 1:
            self.choose(self._cards[0].platform.id)

    @property
    def chosen(self) -> Platform | None:
        """The platform of the chosen card."""
        return next((card.platform for card in self._cards if card.isChecked()), None)

    def choose(self, platform_id: str) -> None:
        """Choose a card by its platform."""
        for card in self._cards:
            if card.platform.id == platform_id:
                card.setChecked(True)
                self.picked.emit()

    def focus_card(self) -> None:
        """Put the focus on the chosen card, or on the first."""
        card = next((card for card in self._cards if card.isChecked()), self._cards[0] if self._cards else None)
        if card is not None:
            card.setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if isinstance(watched, PlatformCard) and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_key(watched, event)
        if isinstance(watched, PlatformCard) and event.type() == QEvent.Type.MouseButtonDblClick:
            self.confirmed.emit()
            return True
        return False

    def _take_key(self, card: PlatformCard, event: QKeyEvent) -> bool:
        at = self._cards.index(card)
        steps = {
            Qt.Key.Key_Right: at + 1,
            Qt.Key.Key_Left: at - 1,
            Qt.Key.Key_Down: at + _COLUMNS,
            Qt.Key.Key_Up: at - _COLUMNS,
        }
        key = Qt.Key(event.key())
        if key in steps:
            then = steps[key]
            if 0 <= then < len(self._cards):
                self._cards[then].setFocus(Qt.FocusReason.TabFocusReason)
                self._cards[then].setChecked(True)
                self.ensureWidgetVisible(self._cards[then])
                self.picked.emit()
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            card.setChecked(True)
            self.picked.emit()
            self.confirmed.emit()
            return True
        return False
