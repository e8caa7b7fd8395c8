"""The sheet of keys over the window: every act that has keys, by place, in two columns; found by typing."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from socialdesk.desktop.actions.groups import Group, group_name, grouped
from socialdesk.desktop.actions.keycaps import caps, written
from socialdesk.desktop.actions.registry import Action
from socialdesk.desktop.look.following import Following
from socialdesk.desktop.look.fonts import metrics
from socialdesk.desktop.look.metrics import DIALOG_RADIUS, DIALOG_WIDEST, scaled, zoom
from socialdesk.desktop.look.mirror import painter_on
from socialdesk.desktop.look.tokens import current, font, hex_of, ink
from socialdesk.desktop.widgets.keycap import keycaps_width, paint_keycaps
from socialdesk.desktop.widgets.overlay import Overlay
from socialdesk.desktop.widgets.plain_text import PlainLabel
from socialdesk.desktop.widgets.search_field import SearchField

tr = QCoreApplication.translate
_MARGIN, _HEIGHT, _COLUMN_LEAST, _LINE = 24, 640, 330, 28
_AT_ONCE = 12
"""Lines made in one step, about 2 ms."""


class _Line(QWidget):
    """One act and its keys; a reader hears both."""

    def __init__(self, words: str, keys: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._keys = [caps(key) for key in keys]
        said = ", ".join(written(key) for key in keys)
        self.setAccessibleName(f"{words}, {said}")
        self.setToolTip(f"{words}  {said}")
        self.setFixedHeight(scaled(_LINE))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        right = box.right()
        for keys in reversed(self._keys):
            wide = keycaps_width(keys)
            if right - wide < box.width() * 0.4 and keys is not self._keys[0]:
                continue  # the first keys are always shown; the others are in the tooltip
            right -= wide
            paint_keycaps(painter, QPointF(right, box.center().y()), keys)
            right -= 12
        painter.setFont(font(13, 400, tabular=False))
        painter.setPen(ink("text"))
        text = metrics(13, 400).elidedText(self._words, Qt.TextElideMode.ElideRight, right - 8)
        painter.drawText(QRectF(0, 0, right, box.height()), Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()


class KeySheet(Overlay):
    """Shows the keys in force of the acts it is given, those of the place at hand first; runs none of them."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, DIALOG_WIDEST, tr("keys", "Keys"), DIALOG_RADIUS, "scrim")
        self._acts: list[Action] = []
        self._first_group = Group.EVERYWHERE
        self.field = SearchField(tr("keys", "Search keys"), tr("keys", "Search keys"), (), self.card)
        self._area = QScrollArea(self.card)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(tr("keys", "Acts and their keys"))
        self._shown: QWidget | None = None
        self._filled: object = None
        """What the sheet was filled with: nothing of it is made again while that is the same."""
        self._left: list[tuple[int, Group | Action]] = []
        """What is still to be made, with its column, from above to below."""
        self._stacks: list[QVBoxLayout] = []
        self._soon = QTimer(self, interval=0)
        self._soon.timeout.connect(lambda: self._make(_AT_ONCE))
        self._plane = ""
        Following(self, self._follow)
        self.field.textChanged.connect(self._fill)
        self.field.installEventFilter(self)
        self.inside.setContentsMargins(_MARGIN, 18, _MARGIN, 14)
        self.inside.setSpacing(12)
        self.inside.addWidget(PlainLabel(tr("keys", "Keys"), 20, 650, parent=self.card))
        self.inside.addWidget(self.field)
        self.inside.addWidget(self._area)
        foot = tr("keys", "Esc closes. Every key can be changed in the settings.")
        self.inside.addWidget(PlainLabel(foot, 12, 400, "text2", wraps=True, parent=self.card))

    def open_for(self, acts: Sequence[Action], first: Group) -> None:
        """Show it, the place where one is first."""
        self._acts = [one for one in acts if one.all_keys]
        self._first_group = first
        self.field.clear()
        self._fill()
        self._open(self.field)

    def place(self) -> None:
        self.setGeometry(self._over.rect())
        room = self.rect().adjusted(16, 16, -16, -16)
        self.card.setFixedSize(QSize(min(DIALOG_WIDEST, room.width()), min(scaled(_HEIGHT), room.height())))
        self.card.move((self.width() - self.card.width()) // 2, (self.height() - self.card.height()) // 2)
        if hex_of("raised") != self._plane:
            self._plane = hex_of("raised")
            self._area.setStyleSheet(f"QScrollArea, #sheet {{ background: {self._plane}; }}")

    def words(self) -> list[str]:
        """What is shown, as it is heard."""
        self._make(len(self._left))
        shown = self._shown
        return [line.accessibleName() for line in shown.findChildren(_Line)] if shown is not None else []

    def _follow(self) -> None:
        self._fill()
        self.place()

    def _fill(self) -> None:
        columns = 2 if min(DIALOG_WIDEST, self._over.width() - 32) >= 2 * scaled(_COLUMN_LEAST) else 1
        typed = _plain(self.field.text()).split()
        acts = [one for one in self._acts if all(word in _said(one) for word in typed)]
        said = tuple((one.words, one.all_keys) for one in acts)
        wanted = (said, self.field.text().strip() if not acts else "", self._first_group, columns, zoom(), current())
        if wanted == self._filled:
            return
        self._filled = wanted
        self._begin(columns)
        self._left = _by_height(grouped(acts, self._first_group), columns)
        if not self._left:
            nothing = tr("keys", "No key fits “{typed}”. The palette has every act, with or without a key.")
            label = PlainLabel(nothing.format(typed=self.field.text().strip()), 14, 400, "text2", wraps=True)
            self._stacks[0].insertWidget(0, label)
        self._make(columns * (_HEIGHT // _LINE))
        if self._shown is not None:
            self._area.setWidget(self._shown)

    def _begin(self, columns: int) -> None:
        """An empty sheet in the place of the one before."""
        whole = QWidget()
        whole.setObjectName("sheet")
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 12, 0)
        row.setSpacing(36)
        self._stacks = [QVBoxLayout() for _ in range(columns)]
        for stack in self._stacks:
            stack.setSpacing(0)
            stack.addStretch(1)
            row.addLayout(stack, 1)
        if self._shown is not None:
            self._area.takeWidget()
            self._shown.deleteLater()
        self._shown = whole

    def _make(self, many: int) -> None:
        """Make the next lines. Those that are seen come first, the others while nothing else is to be done."""
        now, self._left = self._left[:many], self._left[many:]
        for at, one in now:
            stack = self._stacks[at]
            if isinstance(one, Group):
                made: QWidget = PlainLabel(group_name(one), 13, 650, "accent", parent=self._shown)
                made.setContentsMargins(0, 10, 0, 4)
            else:
                assert self._shown is not None
                made = _Line(one.words, one.all_keys, self._shown)
            stack.insertWidget(stack.count() - 1, made)
            made.show()  # or it counts for no height before Qt gets round to showing it
        layout = self._shown.layout() if self._shown is not None else None
        if self._shown is not None and layout is not None:
            # The area looks at the sheet's height once for what is made in many steps.
            self._shown.setMinimumHeight(layout.totalMinimumSize().height())
        if self._left:
            self._soon.start()
        else:
            self._soon.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            bar = self._area.verticalScrollBar()
            steps = {
                Qt.Key.Key_Down: bar.singleStep() * 2,
                Qt.Key.Key_Up: -bar.singleStep() * 2,
                Qt.Key.Key_PageDown: bar.pageStep(),
                Qt.Key.Key_PageUp: -bar.pageStep(),
            }
            if event.key() in steps:
                bar.setValue(bar.value() + steps[Qt.Key(event.key())])
                return True
            if event.key() == Qt.Key.Key_F1:
                self.leave()
                return True
        return super().eventFilter(watched, event)


def _by_height(groups: Sequence[tuple[Group, Sequence[Action]]], columns: int) -> list[tuple[int, Group | Action]]:
    """Heads and acts with the column of each, every group in the shorter one, in the order of their heights."""
    found: list[tuple[int, int, Group | Action]] = []
    heights = [0] * columns
    for group, inside in groups:
        at = heights.index(min(heights))
        found += [(heights[at] + place, at, one) for place, one in enumerate((group, *inside))]
        heights[at] += len(inside) + 2
    return [(at, one) for _height, at, one in sorted(found, key=lambda one: one[:2])]


def _said(act: Action) -> str:
    return _plain(" ".join((act.words, *act.also, *(written(key) for key in act.all_keys))))


def _plain(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))
