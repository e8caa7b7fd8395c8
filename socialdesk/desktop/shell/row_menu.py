"""The menu of a row of the queue: exactly the acts that apply, for what is selected when anything is.

Opens with the right button, the Menu key or Shift+F10. It lists declared acts with their keys; what it is asked to do
is done by the window as if the key had been pressed.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from socialdesk.desktop.actions.registry import Action, Facts
from socialdesk.desktop.look import icons
from socialdesk.desktop.places.queue.laid_rows import THREAD_ROLE
from socialdesk.desktop.shell.parts import Parts
from socialdesk.desktop.widgets.plain_text import on_button
from socialdesk.model.thread import Thread

_LISTED = (
    ("thread.reply", "thread.note", "select.answer"),
    ("thread.done", "thread.reopen", "thread.snooze", "thread.mute", "thread.unmute"),
    ("thread.assign", "thread.mine", "thread.nobody", "thread.tag", "thread.priority", "thread.read"),
    ("thread.like", "thread.open", "thread.copy_link", "thread.merge"),
    ("message.hide", "message.unhide", "message.remove", "message.block", "message.unblock", "message.report"),
    ("select.toggle", "select.all", "select.none"),
)
"""What is listed where it applies, in groups."""


class RowMenu(QObject):
    """Listens to the list of the queue."""

    def __init__(self, window: QWidget, parts: Parts, facts: Callable[[], Facts]) -> None:
        super().__init__(window)
        self._w = parts
        self._facts = facts
        self._list = parts.queue.list
        self.menu: QMenu | None = None
        self._list.installEventFilter(self)
        self._list.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QContextMenuEvent) and watched is self._list.viewport():
            self._open_at(event)
            return True
        if isinstance(event, QContextMenuEvent) and watched is self._list:
            self._open_on_row()
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._is_menu_key(event):
            self._open_on_row()
            return True
        return False

    @staticmethod
    def _is_menu_key(event: QKeyEvent) -> bool:
        is_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        return event.key() == Qt.Key.Key_Menu or (event.key() == Qt.Key.Key_F10 and is_shift)

    def _open_at(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self._open_on_row()
            return
        thread: Thread | None = self._list.indexAt(event.pos()).data(THREAD_ROLE)
        if thread is None:
            return
        selection = self._w.queue.selection
        if selection.is_on and thread.id not in selection:
            selection.clear()
        if not selection.is_on:
            self._w.queue.open(thread.id)
        self._show(event.globalPos())

    def _open_on_row(self) -> None:
        index = self._list.currentIndex()
        if index.isValid() and index.data(THREAD_ROLE) is not None:
            row = self._list.visualRect(index)
            self._show(self._list.viewport().mapToGlobal(QPoint(row.left() + row.width() // 3, row.center().y())))

    def _show(self, at: QPoint) -> None:
        facts = self._facts()
        menu = QMenu(self._list)
        menu.aboutToHide.connect(menu.deleteLater)
        for group in _LISTED:
            shown = [act for id_ in group if self._applies(act := self._w.registry[id_], facts)]
            if shown and not menu.isEmpty():
                menu.addSeparator()
            for act in shown:
                words = on_button(act.words)
                line = menu.addAction(icons.icon(act.icon), f"{words}\t{act.shown_text}" if act.shown_text else words)
                line.setData(act.id)
                line.triggered.connect(lambda _=False, act=act: self._w.run(act))
        self.menu = menu
        menu.destroyed.connect(self._on_gone)
        menu.popup(at)

    def _applies(self, act: Action, facts: Facts) -> bool:
        if facts.selected and not act.id.startswith("select."):
            # Whether it changes anything is asked of each of them when it is done.
            return self._w.bulk.knows(act.id)
        return act.when(facts)

    def _on_gone(self) -> None:
        self.menu = None
