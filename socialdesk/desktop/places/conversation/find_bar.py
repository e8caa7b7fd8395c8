"""Finds words in one thread: a field above its messages, how many say them, and the way from one to the next.

What is typed is looked up beside the window; each find is shown in its place with the word selected.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from socialdesk.desktop.actions.keys import OWN_KEYS
from socialdesk.desktop.look.numbers import number
from socialdesk.desktop.widgets.any_width import AnyWidth
from socialdesk.desktop.widgets.buttons import IconButton
from socialdesk.desktop.widgets.plain_text import PlainLabel
from socialdesk.desktop.widgets.search_field import SearchField
from socialdesk.model.search import Query, understand
from socialdesk.model.snippet import matches
from socialdesk.store.find_in import find_in
from socialdesk.support.clock import HERE

if TYPE_CHECKING:
    from collections.abc import Callable

    from socialdesk.desktop.bridge.bridge import Bridge
    from socialdesk.model.identifiers import ThreadId
    from socialdesk.store.conversation import Mark

tr = QCoreApplication.translate
_PAUSE_MS = 120
_UP = (Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3)


class Reading(Protocol):
    """What it needs of the place in which a thread is read."""

    @property
    def thread(self) -> ThreadId | None:
        """The open thread."""
        ...

    def focus_messages(self) -> None:
        """Put the keyboard on the messages."""
        ...


class FindBar(AnyWidth):
    """The bar. `found` tells that what was typed has been looked up."""

    found = Signal()

    def __init__(
        self,
        bridge: Bridge,
        conversation: Reading,
        show: Callable[[Mark, Callable[[str], tuple[int, int] | None]], None],
    ) -> None:
        """`show` shows a message, with the (start, length) of its text selected that its second argument gives."""
        super().__init__()
        self._show_message = show
        self._bridge = bridge
        self._conversation = conversation
        self._query = Query()
        self._of: ThreadId | None = None
        self.marks: tuple[Mark, ...] = ()
        """Where the words are said, the oldest first."""
        self.at = -1
        """Which of them is shown."""
        name = tr("conversation", "Find in this thread")
        self.setAccessibleName(name)
        self.field = SearchField(name, name)
        self.field.setProperty(OWN_KEYS, ("Escape", "Return", "Shift+Return", "Up", "Down", "F3", "Shift+F3"))
        self.field.installEventFilter(self)
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._soon.timeout.connect(self.look)
        self.field.textChanged.connect(self._soon.start)
        self.about = PlainLabel("", 12, 400, "text2")
        self.up = IconButton("caret-up", tr("conversation", "Earlier in the thread"), keys=("Enter",), size=28)
        self.down = IconButton(
            "caret-down", tr("conversation", "Later in the thread"), keys=("Shift", "Enter"), size=28
        )
        away = IconButton("x", tr("conversation", "Close"), keys=("Esc",), size=28)
        self.up.clicked.connect(lambda: self.step(-1))
        self.down.clicked.connect(lambda: self.step(1))
        away.clicked.connect(self.leave)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 12, 8)
        row.setSpacing(6)
        row.addWidget(self.field, 1)
        for part in (self.about, self.up, self.down, away):
            row.addWidget(part)
        self.hide()

    def begin(self) -> None:
        """Come forward and wait for words; what was looked for last stands there, selected."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        if self.field.text() and self._of != self._conversation.thread:
            self.look()

    def leave(self) -> None:
        """Go away; what was shown last stays in its place."""
        had_focus = self.isAncestorOf(self.focusWidget() or self) and self.isVisible()
        self._soon.stop()
        self.hide()
        self._of, self.marks, self.at = None, (), -1
        if had_focus:
            self._conversation.focus_messages()

    def look(self) -> None:
        """Look up what is typed, beside the window."""
        self._soon.stop()
        thread = self._conversation.thread
        here = self._bridge.clock.now().astimezone(HERE)
        query = self._query = understand(self.field.text(), here)
        if thread is None:
            return
        self._bridge.beside.ask(
            "find", lambda cache: find_in(cache, thread, query.match), lambda marks: self._on_found(thread, marks)
        )

    def step(self, by: int) -> None:
        """Show the next find further down, or up with a negative number; at either end it begins anew."""
        if self._soon.isActive():
            self.look()  # whoever presses on at once means what stands in the field now
        elif self.marks:
            self.at = (self.at + by) % len(self.marks)
            self._show()

    def _on_found(self, thread: ThreadId, marks: tuple[Mark, ...]) -> None:
        if not self.isVisible() or thread != self._conversation.thread:
            return
        self._of, self.marks, self.at = thread, marks, len(marks) - 1
        if marks:
            self._show()
        else:
            self._tell()
        self.found.emit()

    def _show(self) -> None:
        terms = self._query.terms
        self._show_message(self.marks[self.at], lambda text: next(iter(matches(text, terms)), None))
        self._tell()

    def _tell(self) -> None:
        if not self.field.text().strip():
            said = ""
        elif not self.marks:
            said = tr("conversation", "Nobody said that here")
        else:
            said = tr("conversation", "{place} of {all}", "finds in a thread, counted from the oldest").format(
                place=number(self.at + 1), all=number(len(self.marks))
            )
        self.about.setText(said)
        for button in (self.up, self.down):
            button.setEnabled(bool(self.marks))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.field or event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in _UP:
            self.step(1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else -1)
        elif event.key() == Qt.Key.Key_Down:
            self.step(1)
        else:
            return False
        return True
