"""What is seen of the page of rules: makes its parts and lays them out; what they do is the page's."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QListView,
    QMenu,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look.following import Following, sized
from socialdesk.desktop.look.metrics import COLUMN_MOST, scaled
from socialdesk.desktop.look.tokens import hex_of
from socialdesk.desktop.places.rules.editor import RuleEditor
from socialdesk.desktop.places.rules.examples import examples
from socialdesk.desktop.places.rules.rows import ROW_ROLE, RuleDelegate, RuleModel, on_switch
from socialdesk.desktop.widgets.any_width import AnyWidth
from socialdesk.desktop.widgets.buttons import Button, IconButton, Kind
from socialdesk.desktop.widgets.flow import FlowLayout
from socialdesk.desktop.widgets.plain_text import PlainLabel
from socialdesk.desktop.widgets.search_field import SearchField

tr = QCoreApplication.translate
_NARROW = 760


class RuleList(QListView):
    """The list. Space switches, Alt and an arrow moves, Delete deletes."""

    switch_pressed = Signal(str)
    move_wanted = Signal(int)
    delete_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ownKeys", ("Space", "Alt+Up", "Alt+Down", "Del", "Home", "End", "Up", "Down"))
        self.setAccessibleName(tr("rules", "Rules"))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        is_alt = held == Qt.KeyboardModifier.AltModifier
        if is_alt and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.move_wanted.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Space and not held:
            self._press(self.currentIndex())
        elif key == Qt.Key.Key_Delete and not held:
            self.delete_wanted.emit()
        elif event.text().isprintable() and event.text().strip():
            event.ignore()  # letters are acts of the window, not a search for a name
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = self.indexAt(event.position().toPoint())
        super().mouseReleaseEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton or not at.isValid():
            return
        if on_switch(QRectF(self.visualRect(at)), event.position().x(), is_mirrored=self.isRightToLeft()):
            self._press(at)

    def _press(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if row is not None:
            self.switch_pressed.emit(row.id)


class _Example(QFrame):
    """A ready-made rule: what it is for, and a button that begins with it."""

    def __init__(self, name: str, what: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("example")
        self.take = Button(tr("rules", "Begin with this"), name=tr("rules", "Begin with: {name}").format(name=name))
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(PlainLabel(name, 14, 600, wraps=True))
        words.addWidget(PlainLabel(what, 13, 400, "text2", wraps=True))
        row.addLayout(words, 1)
        row.addWidget(self.take)
        self.row = row


class RulesFrame(QWidget):
    """Head, list, what stands there while it is empty, and the editor."""

    example_wanted = Signal(str)
    import_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rules")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("rules", "Rules"))
        self.title = PlainLabel(tr("rules", "Rules"), 20, 650, parent=self)
        self.count = PlainLabel("", 13, 400, "text2", parent=self)
        self.search_field = SearchField(tr("rules", "Search rules"), tr("rules", "Search rules"), ("/",), self)
        self.new = Button(tr("rules", "New rule"), Kind.PRIMARY, icon="plus", parent=self)
        self.more = IconButton("dots-three", tr("rules", "Import and export"), parent=self)
        self.more.clicked.connect(self._offer_more)
        self.help = PlainLabel(
            tr(
                "rules",
                "Rules do the dull sorting: from the first to the last, each that fits does its work. A rule is off"
                " until it was tried.",
            ), 13, 400, "text2", wraps=True, parent=self,
        )  # fmt: skip
        self.model = RuleModel()
        self.list = RuleList(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(RuleDelegate(self.list))
        self.nothing = PlainLabel("", 14, 400, "text2", wraps=True, parent=self)
        self.editor = RuleEditor(bridge, self)
        self.examples: dict[str, _Example] = {}
        self.acts: dict[str, Button] = {}
        """What can be done with the rule that is chosen."""
        self.middle = QStackedWidget(self)
        self.whole = QStackedWidget(self)
        self._listed = QWidget()
        self._empty = QScrollArea()
        self._build()
        Following(self, self._dress)
        self._dress()

    def show_page(self, *, is_editor: bool) -> None:
        """Show the editor, or the list."""
        self.whole.setCurrentWidget(self.editor if is_editor else self._listed)

    def show_nothing(self, *, is_search: bool, typed: str) -> None:
        """Show the list, that nothing fits, or the examples where there is no rule yet."""
        self.foot.setVisible(self.model.rowCount() > 0)
        if self.model.rowCount():
            self.middle.setCurrentWidget(self.list)
        elif is_search:
            self.nothing.setText(
                tr("rules", "No rule fits “{typed}”. Esc shows all of them again.").format(typed=typed)
            )
            self.middle.setCurrentWidget(self.nothing)
        else:
            self.middle.setCurrentWidget(self._empty)

    def focus_empty(self) -> None:
        """Put the hand on the first thing to do while there is no rule."""
        (next(iter(self.examples.values())).take if self.examples else self.new).setFocus()

    def _offer_more(self) -> None:
        menu = QMenu(self)
        menu.addAction(tr("rules", "Import from a file…"), self.import_wanted.emit)
        menu.addAction(tr("rules", "Export to a file…"), self.export_wanted.emit)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(24, 16, 24, 6)
        head.setSpacing(10)
        head.addWidget(self.title)
        head.addWidget(self.count)
        head.addStretch(1)
        self.search_field.setMaximumWidth(280)
        head.addWidget(self.search_field, 10)
        head.addWidget(self.new)
        head.addWidget(self.more)
        self._head = head
        self.help.setContentsMargins(24, 0, 24, 10)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setContentsMargins(40, 0, 40, 0)
        self._build_empty()
        for part in (self.list, self.nothing, self._empty):
            self.middle.addWidget(part)
        listed = QVBoxLayout(self._listed)
        listed.setContentsMargins(0, 0, 0, 0)
        listed.setSpacing(0)
        listed.addLayout(head)
        listed.addWidget(self.help)
        listed.addWidget(self.middle, 1)
        self.foot = QWidget(self._listed)
        row = FlowLayout(self.foot, spacing=8)
        row.setContentsMargins(24, 8, 24, 14)
        for key, words, keys in (
            ("open", tr("rules", "Open", "a rule"), ("Enter",)),
            ("switch", tr("rules", "Switch on or off"), ("Space",)),
            ("earlier", tr("rules", "Earlier"), ("Alt", "↑")),
            ("later", tr("rules", "Later"), ("Alt", "↓")),
            ("delete", tr("rules", "Delete"), ("Del",)),
        ):
            self.acts[key] = Button(words, Kind.SECONDARY if key == "open" else Kind.GHOST, keys=keys)
            row.addWidget(self.acts[key])
        listed.addWidget(self.foot)
        self.whole.addWidget(self._listed)
        self.whole.addWidget(self.editor)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.whole)
        QWidget.setTabOrder(self.search_field, self.new)
        QWidget.setTabOrder(self.new, self.more)
        QWidget.setTabOrder(self.more, self.list)

    def _build_empty(self) -> None:
        inner = AnyWidth()
        sized(inner, lambda: inner.setMaximumWidth(scaled(COLUMN_MOST + 60)))
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 12, 24, 24)
        column.setSpacing(10)
        column.addWidget(PlainLabel(tr("rules", "There is no rule yet. Begin with one of these, or with an empty one."),
                                    14, 600, wraps=True))  # fmt: skip
        for key, name, what in examples():
            card = _Example(name, what, inner)
            card.take.clicked.connect(lambda _on=False, key=key: self.example_wanted.emit(key))
            self.examples[key] = card
            column.addWidget(card)
        column.addStretch(1)
        self._empty.setWidgetResizable(True)
        self._empty.setFrameShape(QFrame.Shape.NoFrame)
        self._empty.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._empty.setStyleSheet("QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; }")
        whole = AnyWidth()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(inner, 1)
        row.addStretch(0)
        self._empty.setWidget(whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        is_narrow = self.width() < scaled(_NARROW)
        self.new.set_brief(is_brief=is_narrow)
        way = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        for card in self.examples.values():
            card.row.setDirection(way)

    def _dress(self) -> None:
        self._fit()
        self.setStyleSheet(
            f"#rules {{ background: {hex_of('surface')}; }}"
            f"#rules QListView {{ background: {hex_of('surface')}; border: none; outline: none;"
            f" border-top: 1px solid {hex_of('line')}; }}"
            f"#example {{ border: 1px solid {hex_of('line')}; border-radius: 8px; }}"
        )
