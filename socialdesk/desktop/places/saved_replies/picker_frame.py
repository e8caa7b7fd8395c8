"""What is seen of the picker of saved replies: its list, its side, its head and foot, and where it lies."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QListView,
    QPushButton,
    QStyle,
    QWidget,
)

from socialdesk.desktop.look import icons
from socialdesk.desktop.look.following import Following
from socialdesk.desktop.look.fonts import font
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.mirror import painter_on
from socialdesk.desktop.look.tokens import hex_of, ink
from socialdesk.desktop.places.saved_replies.delegate import ChoiceDelegate
from socialdesk.desktop.places.saved_replies.model import ChoiceModel
from socialdesk.desktop.places.saved_replies.side import Side
from socialdesk.desktop.widgets.keycap import KeyCaps
from socialdesk.desktop.widgets.plain_text import PlainLabel
from socialdesk.model.saved_reply import Scope

tr = QCoreApplication.translate
WIDTH, HEIGHT, HEAD, FOOT, LIST_WIDTH = 540, 372, 43, 37, 216


class PickerFrame(QFrame):
    """Lies over the conversation; the text field below keeps the focus."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._around = parent
        self._list_width = LIST_WIDTH
        self._scope: Scope | None = None
        self.model = ChoiceModel(self)
        self.list = QListView(self)
        self.side = Side(self)
        self.empty = PlainLabel("", 13, 400, "text3", wraps=True, parent=self)
        self.whose = QPushButton(self)
        self._head = PlainLabel("", 13, 600, parent=self)
        self._dress_list()
        self._lay_out()
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(28)
        shadow.setOffset(0, 6)
        self.setGraphicsEffect(shadow)
        self._shadow = shadow
        Following(self, self._dress)
        self._dress()
        self.hide()

    def _dress_list(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(ChoiceDelegate(self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.list.setStyleSheet("QListView { background: transparent; border: none; outline: none; }")

    def _lay_out(self) -> None:
        self._foot_words: list[PlainLabel] = []
        self._foot = QWidget(self)
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(15, 0, 15, 0)
        row.setSpacing(8)
        for keys in (("Enter",), ("Tab",), ("Esc",)):
            row.addWidget(KeyCaps(keys, parent=self._foot))
            label = PlainLabel("", 12, 400, "text3", parent=self._foot)
            self._foot_words.append(label)
            row.addWidget(label)
            row.addSpacing(10)
        row.addStretch(1)
        self.whose.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.whose.setCursor(Qt.CursorShape.PointingHandCursor)
        self.resize(scaled(WIDTH), scaled(HEIGHT))

    def _arrange(self) -> None:
        """Put the parts where they belong at the present size and zoom."""
        wide, high, head, foot = self.width(), self.height(), scaled(HEAD), scaled(FOOT)
        left = min(scaled(LIST_WIDTH), wide * 2 // 5)
        self._list_width = left
        name = self._head.sizeHint().width()
        self._head.setGeometry(scaled(24) + 15, 1, name, head - 1)
        wanted = self.whose.sizeHint()
        self.whose.setGeometry(
            scaled(24) + 15 + name + 24, (head - wanted.height()) // 2, wanted.width(), wanted.height()
        )
        self.list.setGeometry(1, head + 6, left - 1, high - head - foot - 8)
        self.empty.setGeometry(20, head + 10, wide - 40, high - head - foot - 20)
        self.side.setGeometry(left, head + 1, wide - left - 1, high - head - foot - 2)
        self._foot.setGeometry(1, high - foot, wide - 2, foot - 1)
        for part in (self._head, self.whose, self.list, self.side):
            part.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), part.geometry()))

    def _dress(self) -> None:
        self._shadow.setColor(ink("shadow", 0.28))
        self._head.setText(tr("saved_replies", "Saved replies"))
        self.setAccessibleName(tr("saved_replies", "Saved replies"))
        self.list.setAccessibleName(tr("saved_replies", "Saved replies that fit"))
        for label, said in zip(
            self._foot_words,
            (tr("saved_replies", "Insert"), tr("saved_replies", "Next blank"), tr("saved_replies", "Close")),
            strict=True,
        ):
            label.setText(said)
        self._dress_scope()
        self._arrange()
        self.update()

    def _dress_scope(self) -> None:
        self.whose.setText(f"{scopes()[self._scope]} ▾")
        self.whose.setAccessibleName(tr("saved_replies", "Whose saved replies are shown"))
        self.whose.setFont(font(12, 500))
        self.whose.setStyleSheet(
            f"QPushButton {{ background: {hex_of('hover')}; border: none; color: {hex_of('text2')};"
            f" border-radius: 4px; padding: 0 {scaled(8)}px; min-height: {scaled(24)}px; max-height: {scaled(24)}px; }}"
        )

    def _place(self, near: QRect) -> None:
        """Find a place that leaves `near` in sight."""
        parent = self._around
        # What is written stays in sight: the card is as high as there is room above it.
        room = max(near.top() - 32, scaled(220))
        self.resize(min(scaled(WIDTH), parent.width() - 8), min(scaled(HEIGHT), room, parent.height() - 16))
        self._arrange()
        wide, high = self.width(), self.height()
        x = near.center().x() - wide // 2
        above = near.top() - high - 24
        y = above if above >= 8 else near.bottom() + 8
        if y + high > parent.height() - 8:
            y = max(8, min(above, parent.height() - high - 8))
        self.move(max(4, min(x, parent.width() - wide - 4)), y)

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ink("line"), 1))
        painter.setBrush(ink("raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
        head, foot = scaled(HEAD) + 0.5, self.height() - scaled(FOOT) - 0.5
        left = self._list_width + 0.5
        painter.drawLine(QPointF(1, head), QPointF(self.width() - 1, head))
        painter.drawLine(QPointF(1, foot), QPointF(self.width() - 1, foot))
        if self.side.isVisible():
            painter.drawLine(QPointF(left, head), QPointF(left, foot))
        size = scaled(16)
        icons.paint(painter, QRectF(15, (head - size) / 2, size, size), "lightning", "accent")
        painter.end()


def scopes() -> dict[Scope | None, str]:
    """Whose replies can be shown, in words; None for all of them."""
    return {
        None: tr("saved_replies", "All"),
        Scope.TEAM: tr("saved_replies", "Team"),
        Scope.ME: tr("saved_replies", "Only me"),
        Scope.CHANNEL: tr("saved_replies", "This channel"),
    }
