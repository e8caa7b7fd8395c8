"""A card of emoji to pick from: the recent ones first, found by name; it gives the sign and knows no text field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject, QRect, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from socialdesk.desktop.bridge.emoji_names import EmojiNames
from socialdesk.desktop.look.fonts import font
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.tokens import hex_of
from socialdesk.desktop.widgets.plain_text import PlainLabel
from socialdesk.desktop.widgets.popover import Popover
from socialdesk.desktop.widgets.search_field import SearchField
from socialdesk.model.emoji_search import Emoji

tr = QCoreApplication.translate
_WIDTH, _ROWS, _SIDE = 348, 6, 38
_MOVES = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
_SIDEWAYS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right})


class _Signs(QStringListModel):
    """The emoji; each is called by its name."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.found: Sequence[Emoji] = ()

    def show(self, found: Sequence[Emoji]) -> None:
        self.found = found
        self.setStringList([one.sign for one in found])

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole) and index.isValid():
            return self.found[index.row()].names[0]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(scaled(_SIDE) - 2, scaled(_SIDE) - 2)
        return super().data(index, role)

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class EmojiCard(Popover):
    """The card. The field keeps the keyboard: arrows go through the signs, Enter takes one."""

    picked = Signal(str)

    def __init__(self, window: QWidget, names: EmojiNames) -> None:
        super().__init__(window, scaled(_WIDTH), left_edges=True)
        self._names = names
        self.field = SearchField("", "", parent=self.card)
        self.signs = QListView(self.card)
        self._model = _Signs(self)
        self.signs.setModel(self._model)
        self.signs.setViewMode(QListView.ViewMode.IconMode)
        self.signs.setMovement(QListView.Movement.Static)
        self.signs.setResizeMode(QListView.ResizeMode.Adjust)
        self.signs.setUniformItemSizes(True)
        self.signs.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.signs.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.signs.setMouseTracking(True)
        self.signs.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.named = PlainLabel("", 12, elides=True, parent=self.card)
        rows = QVBoxLayout()
        rows.setContentsMargins(12, 12, 12, 10)
        rows.setSpacing(8)
        rows.addWidget(self.field)
        rows.addWidget(self.signs)
        rows.addWidget(self.named)
        self.inside.addLayout(rows)
        self.field.textChanged.connect(self._find)
        self.field.installEventFilter(self)
        self.signs.clicked.connect(self._take)
        self.signs.entered.connect(self.signs.setCurrentIndex)
        self.signs.selectionModel().currentChanged.connect(self._on_current)
        names.ready.connect(self._find)

    def open(self, anchor: QRect) -> None:
        """Show the card at what asked for it, with the recent ones first."""
        name = tr("composer", "Emoji")
        self.setAccessibleName(name)
        self.card.setAccessibleName(name)
        self.signs.setAccessibleName(name)
        self.field.setPlaceholderText(tr("composer", "Find by name, in English or French"))
        self.field.setAccessibleName(tr("composer", "Find an emoji by name"))
        self.card.setFixedWidth(min(scaled(_WIDTH), self._over.width() - 16))
        self.signs.setFont(font(20))
        self.signs.setGridSize(QSize(scaled(_SIDE), scaled(_SIDE)))
        self.signs.setStyleSheet(
            f"QListView {{ background: transparent; border: none; outline: 0; }}"
            f"QListView::item {{ border-radius: 6px; }}"
            f"QListView::item:selected {{ background: {hex_of('selected')}; color: {hex_of('text')}; "
            f"border: 2px solid {hex_of('focus')}; }}"
        )
        self.field.clear()
        self._find()
        self.show_at(anchor, self.field)

    def place(self) -> None:
        # In a low window fewer rows are seen at a time.
        beside = 16 + 12 + 8 + 8 + 10 + 2 + self.field.sizeHint().height() + self.named.sizeHint().height()
        rows = (self._over.height() - beside) // scaled(_SIDE)
        self.signs.setFixedHeight(scaled(_SIDE) * max(2, min(rows, _ROWS)))
        super().place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._took(event)
        return super().eventFilter(watched, event)

    def _took(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.signs.currentIndex())
            return True
        # With a word in the field the caret needs its own keys.
        if key in _MOVES or (key in _SIDEWAYS and not self.field.text()):
            self.signs.keyPressEvent(event)
            return True
        return False

    def _find(self) -> None:
        typed = self.field.text()
        found = self._names.find(typed, most=200) if typed.strip() else self._names.all()
        self._model.show(found)
        if found:
            self.signs.setCurrentIndex(self._model.index(0, 0))
            self.signs.scrollToTop()
        elif typed.strip():
            self.named.setText(tr("composer", "No emoji is called that. Try another word."))
        else:
            self.named.setText(tr("composer", "Reading the names…"))

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid():
            self.named.setText(self._model.found[index.row()].names[0])

    def _take(self, index: QModelIndex) -> None:
        if index.isValid():
            sign = self._model.found[index.row()].sign
            self.leave()
            self._names.use(sign)
            self.picked.emit(sign)
