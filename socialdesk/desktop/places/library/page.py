"""The page of saved replies: what acts and buttons do to the replies and folders that it lists.

It gives the commands; what is begun in the form is kept on the disk until it is saved.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look.connector_words import sentence as in_words
from socialdesk.desktop.places.library.listed import NEW, ListedReplies
from socialdesk.desktop.places.library.transfer import Transfer
from socialdesk.desktop.places.library.tree import OWN
from socialdesk.model.command import Command, Given
from socialdesk.model.identifiers import CommandId, SavedReplyId
from socialdesk.model.outgoing import OutgoingPicture
from socialdesk.model.saved_reply import SavedReply, Scope
from socialdesk.model.saved_reply_check import problems
from socialdesk.model.saved_reply_clash import is_clash
from socialdesk.model.saved_reply_command import DeleteSavedReply, RestoreSavedReply
from socialdesk.model.saved_reply_library import (
    copied,
    free_shortcut,
    onto,
    renamed,
    saving,
)
from socialdesk.store.cache import Changes
from socialdesk.store.readings import Result

tr = QCoreApplication.translate
KEEP_AFTER_MS = 1_000


class LibraryPage(ListedReplies):
    """The page: begins, saves, copies and deletes replies, renames folders, and puts right what two people wrote."""

    left = Signal()
    """Back to the queue."""
    said = Signal(str)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None, *, at_once: bool = True) -> None:
        """With `at_once=False` its form is made along `completing`."""
        super().__init__(bridge, parent)
        self._given: set[CommandId] = set()
        self.transfer = Transfer(bridge, self)
        self._keep_soon = QTimer(self, singleShot=True, interval=KEEP_AFTER_MS)
        self._keep_soon.timeout.connect(self._edits.keep)
        if at_once:
            for _ in self.completing():
                pass

    def completing(self) -> Iterator[None]:
        yield from super().completing()
        self._join()

    # What acts and the window ask

    def enter(self) -> None:
        """The page comes up: everything as it is now, the hand on the list."""
        self.reload()
        self.list.setFocus()

    def rest(self) -> None:
        """The files are about to close."""
        self._keep_soon.stop()
        self._edits.keep()

    def begin_new(self) -> None:
        """Begin a reply in the folder that is open, or go on with the one that was begun."""
        self._have_new()
        self._show(NEW)
        self.editor.title.setFocus()

    def enter_with_new(self, enter: Callable[[], object]) -> None:
        """Come up, by `enter`, with a new reply in the form: no other one is put into it first."""
        if self.isVisible():
            enter()
            self.begin_new()
            return
        self._have_new()
        self._shown = NEW
        enter()
        if self.editor.shows != NEW:  # a search goes on, and is shown when it has found
            self._show(NEW)
        self.editor.title.setFocus()

    def _have_new(self) -> None:
        kind, path = self._open
        scope = Scope.ME if kind == OWN else Scope.TEAM
        if self._edits.get(NEW) is None:
            self._edits.put(SavedReply(NEW, "", "", path, (("en", ""),), scope=scope))

    def begin_with(self, reply: SavedReply) -> bool:
        """Begin a new reply with this; False where another one is begun, which is shown instead, as it says."""
        is_free = self._edits.get(NEW) is None
        if is_free:
            taken = {one.shortcut for one in self._library}
            self._edits.put(replace(reply, shortcut=free_shortcut(reply.shortcut, taken) if reply.shortcut else ""))
            self._edits.keep()
        self._show(NEW)
        self.editor.title.setFocus()
        self.editor.title.selectAll()
        if not is_free:
            self.said.emit(tr("shell", "A new saved reply is begun already. Save or drop that one first."))
        return is_free

    def save(self) -> None:
        """Keep what stands in the form, or say what is wrong with it."""
        reply = self.editor.reply()
        if reply is None or self._shown is None:
            return
        before = self._kept(reply.id)
        if reply.id < 0:
            self.said.emit(tr("library", "It is still being saved. Try again in a moment."))
            return
        others = [one for one in self._library if one.id != reply.id]
        if is_clash(reply, before):
            self.show_both()
            return
        wrong = problems(reply, {one.shortcut for one in others}, {one.hotkey for one in others})
        if wrong:
            self.editor.show_problem(wrong[0])
            return
        # What somebody saved since stays, whichever way this goes.
        back = [onto(before, 1)] if before is not None else []
        command = replace(saving(reply), based_on=before.version if before is not None else 0)
        label = tr("library", "/{shortcut} saved.").format(shortcut=reply.shortcut)
        given = self._give([command], label, back)
        if given:
            self._edits.hand_over(given[0].id, reply)
            self._awaited = reply.shortcut if before is None else ""
            if before is None:
                self.said.emit(label)
                if reply not in self._in_folder([reply]):
                    self.tree.choose(reply.folder)
            self.reload()

    def show_both(self) -> None:
        """Show what was written here beside what somebody else saved meanwhile."""
        self._compares = self._shown
        self._list()
        self.clash.mine.setFocus()

    def keep_mine(self) -> None:
        """Save what was written here on top of what is kept by now."""
        kept = self._kept(self._shown) if self._shown is not None else None
        mine = self._edits.get(kept.id) if kept is not None else None
        if kept is not None and mine is not None:
            self._edits.put(replace(mine, version=kept.version))
            self._go_on_writing()
            self.save()

    def drop_changes(self) -> None:
        """Put the form back to what is kept."""
        if self._shown is None:
            return
        self._edits.drop(self._shown)
        self._edits.keep()
        self._shown = None if self._shown == NEW else self._shown
        self.reload()
        self.list.setFocus()

    def duplicate(self) -> None:
        """Begin a reply like the one that is shown."""
        reply = self.editor.reply() if self._shown else None
        if reply is not None and self.begin_with(copied(reply, self._library)):
            self.editor.shortcut.setFocus()
            self.editor.shortcut.selectAll()

    def delete(self) -> None:
        """Take the reply that is shown out of the library; Z puts it back."""
        number = self._shown
        if number is None:
            return
        if number <= 0:
            self.drop_changes()
            return
        kept = self._kept(number)
        if kept is None:
            return
        at = self.list.currentIndex().row()
        label = tr("library", "/{shortcut} deleted.").format(shortcut=kept.shortcut)
        if self._give([DeleteSavedReply(number)], label, [RestoreSavedReply(number)]):
            self._edits.drop(number)
            self._shown = None
            self.reload()
            self.list.setCurrentIndex(self.model.index(min(at, self.model.rowCount() - 1)))
            self.list.setFocus()

    def rename_folder(self) -> None:
        """Let somebody type another name for the folder that is open."""
        item = self.tree.currentItem()
        if item is not None and item.flags() & Qt.ItemFlag.ItemIsEditable:
            self.tree.setFocus()
            self.tree.editItem(item, 0)

    def go_back(self) -> None:
        """From form and search to the list, from there to the queue."""
        if self.list.hasFocus() or not self.isAncestorOf(self.focusWidget() or self):
            self.left.emit()
        else:
            self.list.setFocus()

    def press_enter(self) -> None:
        """Enter, which the window has first: what a button does, from the list into the text, else to the list."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QAbstractButton) and self.isAncestorOf(focus):
            focus.click()
        elif focus is self.list and self._shown is not None:
            self.editor.body.setFocus()
        else:
            self.list.setFocus()

    # Inside

    def _go_on_writing(self) -> None:
        self._compares = None
        self._list()
        self.editor.body.setFocus()

    def _give(self, commands: Sequence[Command], label: str, back: Sequence[Command]) -> tuple[Given, ...]:
        given = self._bridge.submit.change(commands, label, back)
        self._given |= {one.id for one in given}
        return given

    def _on_edited(self) -> None:
        reply = self.editor.reply()
        if reply is None:
            return
        kept = self._kept(reply.id)
        if kept is not None and saving(kept) == saving(reply):
            self._edits.drop(reply.id)
        else:
            self._edits.put(reply)
        is_edited = self._edits.get(reply.id) is not None
        self.editor.show_state(is_edited=is_edited)
        at = self.model.place_of(reply.id)
        row = self.model.row(at)
        if row is not None and row.is_edited != is_edited:
            self._list()
        self._keep_soon.start()

    def _on_late_picture(self, number: SavedReplyId, picture: OutgoingPicture) -> None:
        """A picture was made ready for a reply that somebody has gone on from meanwhile."""
        reply = self._edits.get(number) or self._kept(number)
        if reply is not None and picture.id not in {one.id for one in reply.pictures}:
            self._edits.put(replace(reply, pictures=(*reply.pictures, picture)))
            self._keep_soon.start()
            self._list()

    def _on_renamed(self, path: str, to: str) -> None:
        moved = renamed(self._library, path, to)
        before = [one for number in (one.id for one in moved) if (one := self._kept(number)) is not None]
        if moved and to.strip():
            label = tr("library", "The folder is called {name} now.").format(name=to.rpartition("/")[2].strip())
            if self._give([onto(one) for one in moved], label, [onto(one, 1) for one in before]):
                self._edits.follow(moved)
        # The tree is in the middle of telling; it is made anew when that is over.
        QTimer.singleShot(0, self, self.reload)

    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible() and changes.others & {"library", "result", "channel"}:
            self.reload()

    def _on_given(self, _threads: object) -> None:
        if self.isVisible():
            self.reload()

    def _on_results(self, results: list[Result]) -> None:
        for result in results:
            if result.command in self._given:
                self._given.discard(result.command)
                if result.outcome != "accepted":
                    self._awaited = ""
                    self.reload()
                    self.said.emit(in_words(result.sentence))

    def _join(self) -> None:
        self.new.clicked.connect(self.begin_new)
        self.import_wanted.connect(self.transfer.choose)
        self.export_wanted.connect(self.transfer.choose_where)
        self.transfer.said.connect(self.said)
        self.list.installEventFilter(self)
        self.search_field.installEventFilter(self)
        self.tree.renamed.connect(self._on_renamed)
        self.editor.pictures.join(lambda: self._bridge.outgoing)
        self.editor.pictures.came_late.connect(self._on_late_picture)
        self.editor.changed.connect(self._on_edited)
        self.editor.save_wanted.connect(self.save)
        self.editor.both_wanted.connect(self.show_both)
        self.clash.mine_wanted.connect(self.keep_mine)
        self.clash.theirs_wanted.connect(self.drop_changes)
        self.clash.back_wanted.connect(self._go_on_writing)
        self.editor.undo_wanted.connect(self.drop_changes)
        self.editor.copy_wanted.connect(self.duplicate)
        self.editor.delete_wanted.connect(self.delete)
        self._bridge.follow.changed.connect(self._on_changed)
        self._bridge.follow.results.connect(self._on_results)
        self._bridge.submit.given.connect(self._on_given)

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.list:
                return self._take_list_key(event)
            if watched is self.search_field and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.list.setFocus()
                return True
        return super().eventFilter(watched, event)

    def _take_list_key(self, event: QKeyEvent) -> bool:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.press_enter()
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.delete()
            case Qt.Key.Key_F2:
                self.editor.title.setFocus()
            case _:
                return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.search_field.hasFocus():
                self.search_field.clear()
            self.go_back()
            return
        super().keyPressEvent(event)
