"""What is seen of the page of saved replies: makes its parts and lays them out; what they do is the page's."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QListView, QMenu, QStackedWidget, QVBoxLayout, QWidget

from socialdesk.desktop.actions.keys import OWN_KEYS
from socialdesk.desktop.look.following import Following
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.tokens import hex_of
from socialdesk.desktop.places.library.clash import Clash
from socialdesk.desktop.places.library.editor import Editor
from socialdesk.desktop.places.library.rows import ReplyDelegate, ReplyModel
from socialdesk.desktop.places.library.tree import FolderTree
from socialdesk.desktop.widgets.buttons import Button, IconButton, Kind
from socialdesk.desktop.widgets.plain_text import PlainLabel
from socialdesk.desktop.widgets.search_field import SearchField

tr = QCoreApplication.translate
_TREE, _LIST_LEAST, _LIST_MOST, _STACK = 208, 260, 380, 236
_STACK_MOST = 0.4
"""Of the page: larger text has a wider column, but the form the most."""
_BESIDE = 400
"""What the form needs beside both columns, at 100 % text."""
_ALONE = 500
"""A narrower page shows the list or the form, at 100 % text."""
_SEARCH, _SEARCH_LEAST = 280, 120
_ANY_WIDTH = 16_777_215  # Qt's own word for no limit


class LibraryFrame(QWidget):
    """Head, folders, list and form."""

    import_wanted = Signal()
    export_wanted = Signal()

    editor: Editor

    def __init__(self, parent: QWidget | None = None) -> None:
        """All but the form, which `completing` makes in its place: put there later, it would be dressed again."""
        super().__init__(parent)
        self.setObjectName("library")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("library", "Saved replies"))
        self._take_colours()  # first: later each part would be polished again
        self.title = PlainLabel(tr("library", "Saved replies"), 20, 650, elides=True, parent=self)
        self.count = PlainLabel("", 13, 400, "text2", parent=self)
        self.search_field = SearchField(
            tr("library", "Search saved replies"), tr("library", "Search saved replies"), ("/",), self
        )
        self.new = Button(tr("library", "New saved reply"), Kind.PRIMARY, icon="plus", keys=("Ctrl", "N"), parent=self)
        self.more = IconButton("dots-three", tr("library", "Import and export"), parent=self)
        self.tree = FolderTree(self)
        self.model = ReplyModel()
        self.list = QListView(self)
        self.list.setProperty(OWN_KEYS, ("Home",))
        self.right = QStackedWidget(self)
        self.nothing = PlainLabel("", 14, 400, "text3", wraps=True, parent=self.right)
        self.clash = Clash(self.right)
        self._below, self._stack = QHBoxLayout(), QVBoxLayout()
        self.back = IconButton("arrow-left", tr("library", "Back to the list"), keys=("Esc",), parent=self)
        self._is_narrow = self._is_alone = self._is_on_form = False
        self._build()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)

    def completing(self) -> Iterator[None]:
        """Make the form, in steps; nothing may be asked of the page before."""
        self.editor = Editor(self.right, at_once=False)
        yield
        yield from self.editor.completing()
        self.right.insertWidget(0, self.editor)
        self.right.setCurrentIndex(0)
        Following(self, self._dress)
        self._fit()

    def _offer_more(self) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(tr("library", "Import from a file…"), self.import_wanted.emit)
        menu.addAction(tr("library", "Export to a file…"), self.export_wanted.emit)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _build(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(ReplyDelegate(self.list))
        self.more.clicked.connect(self._offer_more)
        self.list.setAccessibleName(tr("library", "Saved replies"))
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.right.addWidget(self.nothing)
        self.right.addWidget(self.clash)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setContentsMargins(40, 0, 40, 0)
        head = QHBoxLayout()
        head.setContentsMargins(24, 16, 24, 14)
        head.setSpacing(10)
        head.addWidget(self.back)
        head.addWidget(self.title)
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(self.search_field, 1_000)
        self.back.hide()
        self.back.clicked.connect(self.list.setFocus)
        self.list.clicked.connect(self._open_alone)
        head.addWidget(self.new)
        head.addWidget(self.more)
        below = self._below
        below.setSpacing(0)
        self._stack.setSpacing(0)
        below.addLayout(self._stack)
        below.addWidget(self.right, 4)
        self._stand_beside()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addLayout(below, 1)
        QWidget.setTabOrder(self.search_field, self.new)
        QWidget.setTabOrder(self.new, self.tree)
        QWidget.setTabOrder(self.tree, self.list)

    def _stand_beside(self) -> None:
        """Folders and replies in columns of their own."""
        self._below.insertWidget(1, self.tree)
        self._below.insertWidget(2, self.list, 2)

    def _stand_stacked(self) -> None:
        """Folders above the replies, for the form to have what is left."""
        for part, share in ((self.tree, 2), (self.list, 3)):
            self._stack.addWidget(part, share)

    def _column(self) -> int:
        """How wide folders and replies are above each other."""
        return max(_STACK, min(scaled(_STACK), round(self.width() * _STACK_MOST)))

    def _fit(self) -> None:
        """Large text in a small window: what stands at the left takes one column, or the page; buttons say less."""
        is_narrow = self.width() < scaled(_TREE + _LIST_LEAST + _BESIDE) + 2 * 24
        is_alone = self.width() < scaled(_ALONE)
        if is_narrow is not self._is_narrow:
            self._is_narrow = is_narrow
            self._stand_stacked() if is_narrow else self._stand_beside()
        self._measure()
        if is_alone or self._is_alone:
            self._stand_alone(is_alone=is_alone)

    def _measure(self) -> None:
        """Columns grow with the text; buttons say less where not even small ones would leave the form its room."""
        if self._is_narrow:
            self.tree.setFixedWidth(self._column())
            self.list.setFixedWidth(self._column())
        else:
            self.tree.setFixedWidth(scaled(_TREE))
            self.list.setMinimumWidth(scaled(_LIST_LEAST))
            self.list.setMaximumWidth(scaled(_LIST_MOST))
        self.search_field.setMinimumWidth(_SEARCH_LEAST if self._is_alone else _SEARCH)
        self.search_field.setMaximumWidth(_ANY_WIDTH if self._is_alone else scaled(_SEARCH))
        is_brief = self.width() < _TREE + _LIST_LEAST + scaled(_BESIDE) + 2 * 24
        self.new.set_brief(is_brief=is_brief)
        self.editor.save.set_brief(is_brief=is_brief)

    def _stand_alone(self, *, is_alone: bool) -> None:
        """One at a time: folders with their replies, or the form; what has no width can still take the focus."""
        self._is_alone = is_alone
        self._measure()
        is_on_form = is_alone and self._is_on_form
        column = self._column() if not is_alone else 0 if is_on_form else self.width()
        if self._is_narrow:
            self.tree.setFixedWidth(column)
            self.list.setFixedWidth(column)
        self.right.setMaximumWidth(0 if is_alone and not is_on_form else _ANY_WIDTH)
        self.back.setVisible(is_on_form)
        self.title.setVisible(not is_alone)
        self.count.setVisible(not is_alone)

    def _open_alone(self) -> None:
        """A press on a reply opens it where its form does not stand beside it."""
        if self._is_alone:
            is_both = self.right.currentWidget() is self.clash
            (self.clash.mine if is_both else self.editor.title).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or not self.isAncestorOf(now):
            return
        is_on_form = self.right.isAncestorOf(now)
        if is_on_form or now is self.list or now is self.tree or self.tree.isAncestorOf(now):
            self._is_on_form = is_on_form
            if self._is_alone:
                self._stand_alone(is_alone=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _dress(self) -> None:
        self._fit()
        self._take_colours()

    def _take_colours(self) -> None:
        self.setStyleSheet(
            f"#library {{ background: {hex_of('surface')}; }}"
            f"#library > QListView {{ background: {hex_of('surface')}; border: none; outline: none;"
            f" border-right: 1px solid {hex_of('line')}; border-left: 1px solid {hex_of('line')}; }}"
        )
