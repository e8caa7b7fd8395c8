"""The library as it is shown: the open folder, what was looked for in it, the list, and the chosen reply as a form.

What waits for the engine is counted in, and what is changed and not saved stays by its reply. It gives no command.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QModelIndex
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.places.library.clash import stands_beside
from socialdesk.desktop.places.library.edits import Edits
from socialdesk.desktop.places.library.finding import Finding
from socialdesk.desktop.places.library.frame import LibraryFrame
from socialdesk.desktop.places.library.rows import Row
from socialdesk.desktop.places.library.tree import EVERYTHING, OWN
from socialdesk.model.identifiers import SavedReplyId
from socialdesk.model.saved_reply import SavedReply, Scope, plain
from socialdesk.model.saved_reply_library import Folder, counted_like, folded, folders, inside

tr = QCoreApplication.translate
NEW = SavedReplyId(0)
"""The reply that is begun and was never saved."""


class ListedReplies(LibraryFrame):
    """Folders, list and form with what is in the library."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._edits = Edits(bridge.desk)
        self._library: list[SavedReply] = []
        self._folders: list[Folder] = []
        self._open = (EVERYTHING, "")
        self._shown: SavedReplyId | None = None
        self._awaited = ""
        """The shortcut of a reply that has no number yet, to be shown again once it has."""
        self._compares: SavedReplyId | None = None
        """The reply of which both texts are shown."""
        self.finding = Finding(self)
        self.finding.found.connect(self._show_found)
        self.search_field.textChanged.connect(self._list)
        self.tree.chosen.connect(self._on_folder)
        self.list.selectionModel().currentChanged.connect(self._on_chosen)

    def step(self, by: int) -> None:
        """Go on to the next or the previous reply."""
        at = self.list.currentIndex().row() + by
        if 0 <= at < self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(at))

    def start_search(self) -> None:
        """Let somebody type what to look for."""
        self.search_field.setFocus()
        self.search_field.selectAll()

    def panes(self) -> list[QWidget]:
        """What F6 goes through."""
        return [self.tree, self.list, self.editor.title]

    def reload(self) -> None:
        """Show the library as it is now."""
        self._library = folded(self._bridge.shelf.replies(), self._bridge.submit.pending)
        me = self._bridge.me
        # What somebody else keeps for themselves is theirs alone.
        self._library = [one for one in self._library if one.scope is not Scope.ME or one.owner_id in (me, None)]
        refused = self._edits.settle(self._bridge.cache.results_of)
        self._edits.find_homes(self._library)
        if self._shown in refused:
            self._compares = self._shown
        own = sum(one.scope is Scope.ME for one in self._library)
        self._folders = folders(self._library)
        self.tree.show_folders(len(self._library), own, self._folders)
        self._list()

    # Inside

    def _kept(self, number: SavedReplyId) -> SavedReply | None:
        return next((one for one in self._library if one.id == number), None)

    def _in_folder(self, library: list[SavedReply]) -> list[SavedReply]:
        kind, path = self._open
        if kind == OWN:
            return [one for one in library if one.scope is Scope.ME]
        return inside(library, path)

    def _list(self) -> None:
        typed = self.search_field.text()
        found = self._in_folder(self._library)
        if typed.strip():
            self.finding.look(typed, found)
            return
        self.finding.stop()
        found.sort(key=lambda one: (plain(one.title), one.shortcut))
        self._show_found(typed, found)

    def _show_found(self, typed: str, found: list[SavedReply]) -> None:
        self.model.show([Row(one, is_edited=self._edits.get(one.id) is not None) for one in found])
        self.count.setText(QLocale().toString(len(found)))
        if not self._library:
            words = tr("library", "There are no saved replies yet. Ctrl+N begins the first.")
        elif not found and typed.strip():
            words = tr("library", "Nothing here fits “{typed}”.").format(typed=typed.strip())
        else:
            words = tr("library", "Choose a saved reply, or begin one with Ctrl+N.")
        self.nothing.setText(words)
        self._choose_again(found)

    def _choose_again(self, found: list[SavedReply]) -> None:
        wanted = self._shown
        if self._awaited:
            fresh = next((one for one in found if one.shortcut == self._awaited), None)
            if fresh is not None:
                wanted = fresh.id
                self._awaited = "" if fresh.id > 0 else self._awaited
        if wanted == NEW and self._edits.get(NEW) is not None:
            self.list.setCurrentIndex(QModelIndex())
            self._show(NEW)
            return
        at = self.model.place_of(wanted) if wanted is not None else -1
        if at < 0 and found:
            at = 0
        self.list.setCurrentIndex(self.model.index(at) if at >= 0 else QModelIndex())
        row = self.model.row(at)
        self._show(row.reply.id if row is not None else None)

    def _show(self, number: SavedReplyId | None) -> None:
        """Show a reply as it was changed here, else as it is kept."""
        kept = self._kept(number) if number is not None else None
        reply = self._edits.get(number) if number is not None else None
        if reply is not None and kept is not None:
            reply = counted_like(reply, kept)
        reply = reply or kept
        is_typing = self.editor.isAncestorOf(self.focusWidget() or self)
        self.right.setCurrentWidget(self._side(reply, kept))
        if number == self._shown and is_typing and reply == self.editor.reply():
            return  # the caret stays where it is
        self._shown = number if reply is not None else None
        if number == NEW:
            self.list.setCurrentIndex(QModelIndex())
        if reply is not None:
            paths = [folder.path for folder in self._folders]
            self.editor.show_reply(reply, paths, self._bridge.channels, self._bridge.people)
            self.editor.show_state(is_edited=self._edits.get(reply.id) is not None)

    def _side(self, reply: SavedReply | None, kept: SavedReply | None) -> QWidget:
        """What stands at the right: the form, or both texts where two people wrote at once."""
        if reply is None:
            return self.nothing
        wanted = self._compares == reply.id
        if stands_beside(self._bridge, self.editor, self.clash, reply, kept, is_wanted=wanted):
            return self.clash
        self._compares = None
        return self.editor

    def _on_chosen(self, now: QModelIndex, _before: QModelIndex) -> None:
        row = self.model.row(now.row())
        if row is not None and row.reply.id != self._shown:
            self._show(row.reply.id)

    def _on_folder(self, kind: str, path: str) -> None:
        self._open = (kind, path)
        self._list()
