"""Shows the platforms as cards, one of them chosen; knows nothing of signing in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from socialdesk.desktop.look import icons
from socialdesk.desktop.look.fonts import metrics
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.mirror import painter_on
from socialdesk.desktop.look.tokens import font, ink
from socialdesk.desktop.places.connect.values import Platform
from socialdesk.desktop.widgets.plain_text import PlainLabel, tooltip
from socialdesk.desktop.widgets.search_field import SearchField

_COLUMNS = 3
_STEPS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})
_MANY = 8
"""More cards than these are searched."""
_EDGE, _LEAST, _NARROWEST = 14, 136, 170
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class PlatformCard(QAbstractButton):
    """One platform: its mark and name, what can be read there, what a person needs; or why it is not there yet."""

    def __init__(self, platform: Platform, parent: QWidget) -> None:
        super().__init__(parent)
        self.platform = platform
        self.setCheckable(not platform.not_yet)
        self.setText(platform.name)
        name = self.tr("%1, cannot be connected", "%1: a platform").replace("%1", platform.name)
        self.setAccessibleName(name if platform.not_yet else platform.name)
        self.setAccessibleDescription(platform.not_yet or f"{platform.reads}. {platform.needs}")
        self.setToolTip(tooltip(platform.not_yet or platform.needs))

    def sizeHint(self) -> QSize:
        return QSize(scaled(192), self.heightForWidth(scaled(192)))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        reads, needs = self._texts(width)
        if self.platform.not_yet:
            return round(reads.bottom() + _EDGE)
        return max(_LEAST, round(reads.bottom() + 10 + needs.height() + _EDGE))

    def _texts(self, width: int) -> tuple[QRectF, QRectF]:
        """What is read there, below the name, and what is needed, at the bottom: as large as the words are."""
        room = QRectF(_EDGE, 0, max(1, width - 2 * _EDGE), 10_000)
        top = 12 + max(24, metrics(14, 650).height()) + 8
        reads = metrics(13, 400).boundingRect(room, _WRAP, self.platform.not_yet or self.platform.reads)
        reads.translate(0, top)
        needs = metrics(12, 400).boundingRect(room, _WRAP, "" if self.platform.not_yet else self.platform.needs)
        return reads, needs.translated(0, self.height() - _EDGE - needs.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = 2.0 if self.isChecked() or self.hasFocus() else 1.0
        box = QRectF(self.rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
        line = "accent" if self.isChecked() else "focus" if self.hasFocus() else "lineStrong"
        painter.setPen(QPen(ink(line), edge))
        there = "hover" if self.underMouse() else "surface"
        painter.setBrush(ink("selected" if self.isChecked() else "sunken" if self.platform.not_yet else there))
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
        painter.setPen(ink("text2" if self.platform.not_yet else "text"))
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
        painter.drawText(reads.adjusted(0, 0, 4, 4), _WRAP, self.platform.not_yet or self.platform.reads)
        if self.platform.not_yet:
            return
        painter.setFont(font(12, 400, tabular=False))
        painter.drawText(needs.adjusted(0, 0, 4, 4), _WRAP, self.platform.needs)


class ChoosePage(QWidget):
    """The first step. Signals: `picked` when another card was chosen, `confirmed` when one was pressed twice."""

    picked = Signal()
    confirmed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._cards: list[PlatformCard] = []
        self._columns = 0
        words = self.tr("Find a network")
        self.search = SearchField(words, words, parent=self)
        self.search.textChanged.connect(self._find)
        self.search.installEventFilter(self)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(self.tr("Platforms"))
        self._area.viewport().installEventFilter(self)
        above = QVBoxLayout()
        above.setContentsMargins(24, 0, 24, 0)
        above.addWidget(self.search)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(10)
        lines.addLayout(above)
        lines.addWidget(self._area, 1)
        self._fill(())

    def show_platforms(self, platforms: Sequence[Platform]) -> None:
        """Show these cards, the first that can be connected chosen: Enter goes on."""
        self.search.clear()
        self.search.setVisible(len(platforms) > _MANY)
        self._fill(platforms)
        ready = next((card for card in self._cards if card.isCheckable()), None)
        if ready is not None:
            self.choose(ready.platform.id)

    def dress(self) -> None:
        """Take the present look."""
        self.search.setFont(font(13, 400, tabular=False))
        self._planned.setFont(font(12, 600, tabular=False))
        self._none.setFont(font(13, 400, tabular=False))
        self._columns = 0
        self._arrange()

    def _fill(self, platforms: Sequence[Platform]) -> None:
        for card in self._cards:
            self._group.removeButton(card)
        inside = QWidget()
        around = QVBoxLayout(inside)
        around.setContentsMargins(24, 2, 24, 12)
        around.setSpacing(12)
        self._ready, self._later = QGridLayout(), QGridLayout()
        # Those that are there first: what is planned is only told.
        self._cards = [PlatformCard(one, inside) for one in sorted(platforms, key=lambda one: bool(one.not_yet))]
        for card in self._cards:
            if card.isCheckable():
                self._group.addButton(card)
            card.installEventFilter(self)
            card.clicked.connect(self.picked)
        self._planned = PlainLabel(self.tr("Cannot be connected"), 12, 600, "text2", parent=inside)
        self._none = PlainLabel("", 13, 400, "text2", wraps=True, parent=inside)
        self._none.hide()
        for grid in (self._ready, self._later):
            grid.setSpacing(12)
        around.addWidget(self._none)
        around.addLayout(self._ready)
        around.addWidget(self._planned)
        around.addLayout(self._later)
        around.addStretch(1)
        self._columns = 0
        self._area.setWidget(inside)
        self._arrange()

    def _shown(self, *, ready: bool) -> list[PlatformCard]:
        return [card for card in self._cards if not card.isHidden() and card.isCheckable() is ready]

    def _find(self, text: str) -> None:
        """Leave only the cards that have these words; the first of them is chosen."""
        wanted = text.casefold().split()
        for card in self._cards:
            one = card.platform
            own = f"{one.name} {one.reads} {one.needs} {one.id}".casefold()
            card.setHidden(not all(word in own for word in wanted))
        found = self._shown(ready=True)
        words = self.tr("No network has “%1” in its name or in what can be read there.", "%1: what was typed")
        self._none.setText(words.replace("%1", text.strip()))
        self._none.setVisible(not found and not self._shown(ready=False))
        self._columns = 0
        self._arrange()
        if found and self.chosen is None:
            self.choose(found[0].platform.id)
        self.picked.emit()

    def _arrange(self) -> None:
        """As many beside each other as have room for their words, those of a kind all as high as the highest needs."""
        room = self._area.viewport().width() - 48
        columns = min(_COLUMNS, max(1, (room + 12) // (scaled(_NARROWEST) + 12)))
        wide = (room - 12 * (columns - 1)) // columns
        is_new = columns != self._columns
        self._columns = columns
        for grid, ready in ((self._ready, True), (self._later, False)):
            cards = self._shown(ready=ready)
            high = max((card.heightForWidth(wide) for card in cards), default=0)
            for at, card in enumerate(cards):
                if is_new:
                    grid.addWidget(card, at // columns, at % columns)
                card.setFixedHeight(high)
                card.setMinimumWidth(min(wide, scaled(_NARROWEST)))
            for column in range(_COLUMNS):
                grid.setColumnStretch(column, 1 if column < columns else 0)
        self._planned.setVisible(bool(self._shown(ready=False)))

    @property
    def chosen(self) -> Platform | None:
        """The platform of the chosen card; None while that one is out of sight."""
        return next((card.platform for card in self._cards if card.isChecked() and not card.isHidden()), None)

    def choose(self, platform_id: str) -> None:
        """Choose a card by its platform."""
        for card in self._cards:
            if card.platform.id == platform_id and card.isCheckable():
                card.setChecked(True)
                self.picked.emit()

    def focus_card(self) -> None:
        """Put the focus on the chosen card, or on the first."""
        card = next((card for card in self._cards if card.isChecked()), self._cards[0] if self._cards else None)
        if card is not None:
            self._step_on(card)

    def _step_on(self, card: PlatformCard) -> None:
        card.setFocus(Qt.FocusReason.TabFocusReason)
        if card.isCheckable():
            card.setChecked(True)
        self._area.ensureWidgetVisible(card)
        self.picked.emit()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if watched is self._area.viewport() and event.type() == QEvent.Type.Resize:
            self._arrange()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.search:
                return self._take_search_key(event)
            if isinstance(watched, PlatformCard):
                return self._take_key(watched, event)
        if isinstance(watched, PlatformCard) and event.type() == QEvent.Type.MouseButtonDblClick:
            if watched.isCheckable():
                self.confirmed.emit()
            return True
        return False

    def _take_search_key(self, event: QKeyEvent) -> bool:
        cards = self._shown(ready=True) + self._shown(ready=False)
        match Qt.Key(event.key()):
            case Qt.Key.Key_Down if cards:
                self._step_on(next((card for card in cards if card.isChecked()), cards[0]))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if self.chosen is not None:
                    self.confirmed.emit()
            case Qt.Key.Key_Escape if self.search.text():
                self.search.clear()
            case _:
                return False
        return True

    def _take_key(self, card: PlatformCard, event: QKeyEvent) -> bool:
        cards = self._shown(ready=True) + self._shown(ready=False)
        if card not in cards:
            return False
        key = Qt.Key(event.key())
        if key in _STEPS:
            then = self._next_to(card, key)
            if then is not None:
                self._step_on(then)
            elif key is Qt.Key.Key_Up and self.search.isVisible():
                self.search.setFocus(Qt.FocusReason.BacktabFocusReason)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if card.isCheckable():
                card.setChecked(True)
                self.picked.emit()
                self.confirmed.emit()
            return True
        typed = event.text()
        if self.search.isVisible() and typed.isprintable() and typed.strip():
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.insert(typed)
            return True
        return False

    def _next_to(self, card: PlatformCard, key: Qt.Key) -> PlatformCard | None:
        """The card that an arrow leads to: along the lines of the ready ones and then of the others."""
        every = self._shown(ready=True) + self._shown(ready=False)
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            then = every.index(card) + (1 if (key is Qt.Key.Key_Right) is not self.isRightToLeft() else -1)
            return every[then] if 0 <= then < len(every) else None
        wide = self._columns
        lines = [
            cards[at : at + wide]
            for cards in (self._shown(ready=True), self._shown(ready=False))
            for at in range(0, len(cards), wide)
        ]
        line = next(at for at, one in enumerate(lines) if card in one)
        then = line + (1 if key is Qt.Key.Key_Down else -1)
        return lines[then][min(lines[line].index(card), len(lines[then]) - 1)] if 0 <= then < len(lines) else None
