"""Shows the platforms as cards, one of them chosen; knows nothing of signing in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from socialdesk.desktop.look import icons
from socialdesk.desktop.look.fonts import metrics
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.mirror import painter_on
from socialdesk.desktop.look.tokens import font, ink
from socialdesk.desktop.places.connect.values import Platform

_COLUMNS = 3
_EDGE, _LEAST, _NARROWEST = 14, 136, 170
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class PlatformCard(QAbstractButton):
    """One platform: its mark and name, what can be read there, what a person needs."""

    def __init__(self, platform: Platform, parent: QWidget) -> None:
        super().__init__(parent)
        self.platform = platform
        self.setCheckable(True)
        self.setText(platform.name)
        self.setAccessibleName(platform.name)
        self.setAccessibleDescription(f"{platform.reads}. {platform.needs}")
        self.setToolTip(platform.needs)

    def sizeHint(self) -> QSize:
        return QSize(scaled(192), self.heightForWidth(scaled(192)))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        reads, needs = self._texts(width)
        return max(_LEAST, round(reads.bottom() + 10 + needs.height() + _EDGE))

    def _texts(self, width: int) -> tuple[QRectF, QRectF]:
        """What is read there, below the name, and what is needed, at the bottom: as large as the words are."""
        room = QRectF(_EDGE, 0, max(1, width - 2 * _EDGE), 10_000)
        top = 12 + max(24, metrics(14, 650).height()) + 8
        reads = metrics(13, 400).boundingRect(room, _WRAP, self.platform.reads).translated(0, top)
        needs = metrics(12, 400).boundingRect(room, _WRAP, self.platform.needs)
        return reads, needs.translated(0, self.height() - _EDGE - needs.height())

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
        side, line = scaled(20), max(24, round(metrics(14, 650).height()))
        painter.drawPixmap(QPointF(_EDGE, 12 + (line - side) / 2), icons.mark(self.platform.mark, side, ratio))
        painter.setFont(font(14, 650, tabular=False))
        painter.setPen(ink("text"))
        left = _EDGE + side + 10
        right = self.width() - (14 + side if self.isChecked() else 12)
        name = painter.fontMetrics().elidedText(self.platform.name, Qt.TextElideMode.ElideRight, right - left)
        painter.drawText(QRectF(left, 12, right - left, line), Qt.AlignmentFlag.AlignVCenter, name)
        if self.isChecked():
            tick = icons.pixmap("check-circle", "accent", scaled(18), ratio)
            painter.drawPixmap(QPointF(self.width() - 12 - scaled(18), 12 + (line - scaled(18)) / 2), tick)
        reads, needs = self._texts(self.width())
        painter.setFont(font(13, 400, tabular=False))
        painter.setPen(ink("text2"))
        painter.drawText(reads.adjusted(0, 0, 4, 4), _WRAP, self.platform.reads)
        painter.setFont(font(12, 400, tabular=False))
        painter.drawText(needs.adjusted(0, 0, 4, 4), _WRAP, self.platform.needs)


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
        self._grid = QGridLayout()
        self._columns = 0

    def show_platforms(self, platforms: Sequence[Platform]) -> None:
        """Show these cards, the first one chosen: Enter goes on."""
        for card in self._cards:
            self._group.removeButton(card)
        inside = QWidget()
        around = QVBoxLayout(inside)
        around.setContentsMargins(24, 2, 24, 12)
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        self._cards = [PlatformCard(platform, inside) for platform in platforms]
        for card in self._cards:
            self._group.addButton(card)
            card.installEventFilter(self)
            card.clicked.connect(self.picked)
        around.addLayout(self._grid)
        around.addStretch(1)
        self._columns = 0
        self._arrange()
        self.setWidget(inside)
        if self._cards:
            self.choose(self._cards[0].platform.id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """As many beside each other as have room for their words, all as high as the highest needs."""
        room = self.viewport().width() - 48
        columns = min(_COLUMNS, max(1, (room + 12) // (scaled(_NARROWEST) + 12)))
        if columns != self._columns:
            self._columns = columns
            for at, card in enumerate(self._cards):
                self._grid.addWidget(card, at // columns, at % columns)
            for column in range(_COLUMNS):
                self._grid.setColumnStretch(column, 1 if column < columns else 0)
        wide = (room - 12 * (columns - 1)) // columns
        high = max((card.heightForWidth(wide) for card in self._cards), default=0)
        for card in self._cards:
            card.setFixedHeight(high)
            card.setMinimumWidth(min(wide, scaled(_NARROWEST)))

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
            Qt.Key.Key_Down: at + self._columns,
            Qt.Key.Key_Up: at - self._columns,
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
