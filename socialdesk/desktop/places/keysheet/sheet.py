"""The sheet of keys over the window: every act that has keys, by place, in two columns; found by typing."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from socialdesk.desktop.actions.groups import Group, group_name, grouped
from socialdesk.desktop.actions.keycaps import caps, written
from socialdesk.desktop.actions.registry import Action
from socialdesk.desktop.look.fonts import metrics
from socialdesk.desktop.look.metrics import DIALOG_RADIUS, DIALOG_WIDEST, scaled
from socialdesk.desktop.look.mirror import painter_on
from socialdesk.desktop.look.tokens import font, hex_of, ink
from socialdesk.desktop.widgets.keycap import keycaps_width, paint_keycaps
from socialdesk.desktop.widgets.overlay import Overlay
from socialdesk.desktop.widgets.plain_text import PlainLabel
from socialdesk.desktop.widgets.search_field import SearchField

tr = QCoreApplication.translate
_MARGIN, _HEIGHT, _COLUMN_LEAST = 24, 640, 330


class _Line(QWidget):
    """One act and its keys; a reader hears both."""

    def __init__(self, words: str, keys: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._keys = [caps(key) for key in keys]
        said = ", ".join(written(key) for key in keys)
        self.setAccessibleName(f"{words}, {said}")
        self.setToolTip(f"{words}  {said}")
        self.setFixedHeight(scaled(28))

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
    """The sheet."""

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
        self._area.setStyleSheet(f"QScrollArea, #sheet {{ background: {hex_of('raised')}; }}")

    def words(self) -> list[str]:
        """What is shown, as it is heard."""
        shown = self._shown
        return [line.accessibleName() for line in shown.findChildren(_Line)] if shown is not None else []

    def _fill(self) -> None:
        typed = _plain(self.field.text()).split()
        acts = [one for one in self._acts if all(word in _said(one) for word in typed)]
        groups = grouped(acts, self._first_group)
        whole = QWidget()
        whole.setObjectName("sheet")
        columns = 2 if min(DIALOG_WIDEST, self._over.width() - 32) >= 2 * scaled(_COLUMN_LEAST) else 1
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 12, 0)
        row.setSpacing(36)
        stacks = [QVBoxLayout() for _ in range(columns)]
        heights = [0] * columns
        for stack in stacks:
            stack.setSpacing(0)
            row.addLayout(stack, 1)
        for group, inside in groups:
            at = heights.index(min(heights))
            heights[at] += len(inside) + 2
            head = PlainLabel(group_name(group), 13, 650, "accent", parent=whole)
            head.setContentsMargins(0, 10, 0, 4)
            stacks[at].addWidget(head)
            for act in inside:
                stacks[at].addWidget(_Line(act.words, act.all_keys, whole))
        if not groups:
            nothing = tr("keys", "No key fits “{typed}”. The palette has every act, with or without a key.")
            label = PlainLabel(nothing.format(typed=self.field.text().strip()), 14, 400, "text2", wraps=True)
            stacks[0].addWidget(label)
        for stack in stacks:
            stack.addStretch(1)
        if self._shown is not None:
            self._area.takeWidget()
            self._shown.deleteLater()
        self._shown = whole
        self._area.setWidget(whole)

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


def _said(act: Action) -> str:
    return _plain(" ".join((act.words, *act.also, *(written(key) for key in act.all_keys))))


def _plain(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))
