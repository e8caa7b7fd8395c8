"""The folders of the library page: tells which is open and what one is to be called; F2 renames."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from socialdesk.desktop.actions.keys import OWN_KEYS
from socialdesk.desktop.look import icons
from socialdesk.desktop.look.following import Following
from socialdesk.desktop.look.fonts import font
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.tokens import hex_of
from socialdesk.model.saved_reply_library import BETWEEN, Folder

tr = QCoreApplication.translate
EVERYTHING, OWN = "everything", "own"
_KEY = int(Qt.ItemDataRole.UserRole) + 1
_FOLDER = "folder:"


class FolderTree(QTreeWidget):
    """All replies, my own, and the folders."""

    chosen = Signal(str, str)
    """What is open: `everything`, `own` or `folder`, and the path of a folder."""
    renamed = Signal(str, str)
    """The path of a folder, and the path it is to have."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_filling = False
        self._holds: tuple[object, ...] = ()
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(16)
        self.setEditTriggers(QTreeWidget.EditTrigger.EditKeyPressed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformRowHeights(True)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.setAccessibleName(tr("library", "Folders"))
        self.setProperty(OWN_KEYS, ("Home",))
        self.currentItemChanged.connect(self._on_current)
        self.itemChanged.connect(self._on_changed)
        Following(self, self.dress)
        self.dress()

    def show_folders(self, everything: int, own: int, folders: Sequence[Folder]) -> None:
        """Show these; what was open stays open, or everything where it is gone."""
        holds = (tr("library", "All replies"), everything, own, *folders)
        if holds == self._holds:
            return
        self._holds = holds
        open_now = self._key(self.currentItem()) or EVERYTHING
        self._is_filling = True
        # While its items go it would tell which was the current one: Python then had a name for what is no more.
        with QSignalBlocker(self):
            self.clear()
        self._add(None, EVERYTHING, tr("library", "All replies"), everything, "lightning")
        self._add(None, OWN, tr("library", "Only for me"), own, "user")
        parents: dict[str, QTreeWidgetItem] = {}
        for folder in folders:
            above = parents.get(folder.path.rpartition(BETWEEN)[0])
            item = self._add(above, _FOLDER + folder.path, folder.name, folder.count, "folder")
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            parents[folder.path] = item
        self.expandAll()
        kept = self._item(open_now)
        shown = kept or self.topLevelItem(0)
        if shown is not None:
            self.setCurrentItem(shown)
        self._is_filling = False
        if kept is None:
            self._on_current(self.currentItem())

    def choose(self, path: str) -> None:
        """Open a folder, or everything for the empty path."""
        item = self._item(_FOLDER + path if path else EVERYTHING)
        if item is not None:
            self.setCurrentItem(item)

    def dress(self) -> None:
        """Take the colours of the theme."""
        self.setFont(font(13, 400))
        self.setIconSize(QSize(scaled(16), scaled(16)))
        self.setStyleSheet(
            f"QTreeWidget {{ background: {hex_of('list')}; border: 2px solid {hex_of('list')}; outline: none;"
            f" color: {hex_of('text2')}; }}"
            f"QTreeWidget:focus {{ border: 2px solid {hex_of('focus')}; }}"
            f"QTreeWidget::item {{ min-height: {scaled(30)}px; padding: 0 6px; border: none; }}"
            f"QTreeWidget::item:hover {{ background: {hex_of('hover')}; }}"
            f"QTreeWidget::item:selected {{ background: {hex_of('selected')}; color: {hex_of('text')}; }}"
            f"QTreeWidget QLineEdit {{ min-height: 0; padding: 0 4px; border-radius: 4px; }}"
            f"QTreeWidget::branch {{ background: transparent; image: none; }}"
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Letters are acts of the window, not a search for a name.
        if event.text().isprintable() and event.text().strip():
            event.ignore()
            return
        super().keyPressEvent(event)

    def _add(self, above: QTreeWidgetItem | None, key: str, words: str, count: int, icon: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem([words, QLocale().toString(count) if count else ""])
        item.setData(0, _KEY, key)
        item.setIcon(0, icons.icon(icon, "text2"))
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{words}, {count}")
        item.setData(1, Qt.ItemDataRole.AccessibleTextRole, QLocale().toString(count))  # readers meet it alone too
        self.addTopLevelItem(item) if above is None else above.addChild(item)
        return item

    def _item(self, key: str) -> QTreeWidgetItem | None:
        waiting = [self.topLevelItem(at) for at in range(self.topLevelItemCount())]
        while waiting:
            item = waiting.pop()
            if item is None:
                continue
            if self._key(item) == key:
                return item
            waiting += [item.child(at) for at in range(item.childCount())]
        return None

    def _key(self, item: QTreeWidgetItem | None) -> str:
        return str(item.data(0, _KEY)) if item is not None else ""

    def _on_current(self, now: QTreeWidgetItem | None, _before: QTreeWidgetItem | None = None) -> None:
        if self._is_filling or now is None:
            return
        key = self._key(now)
        kind, _, path = key.partition(":")
        self.chosen.emit(kind, path)

    def _on_changed(self, item: QTreeWidgetItem, column: int) -> None:
        if self._is_filling or column:
            return
        self._holds = ()  # what was typed may be refused, and then the old name stands there again
        path = self._key(item).removeprefix(_FOLDER)
        above = path.rpartition(BETWEEN)[0]
        self.renamed.emit(path, f"{above}{BETWEEN}{item.text(0)}" if above else item.text(0))
