"""The thread that is open in a window: shown in its places, marked read once seen, remembered for the next start.

Which thread that is, the queue decides, or who asked for one; what is done to it, the acts.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from socialdesk.desktop.bridge.after import AfterPaint
from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.places.composer.place import Composer
from socialdesk.desktop.places.context.place import Context
from socialdesk.desktop.places.conversation.place import Conversation
from socialdesk.desktop.places.queue.view import QueuePlace
from socialdesk.desktop.shell import shape
from socialdesk.desktop.shell.all_clear import AllClear
from socialdesk.desktop.shell.aside import Aside
from socialdesk.desktop.shell.panes import Panes
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.thread import Thread

READ_AFTER_MS = 700
CONTEXT_AFTER_MS = 60
REMEMBER_AFTER_MS = 1_000


class Selection(Protocol):
    """The acts on many threads, as far as they stand in the way of one."""

    @property
    def is_on(self) -> bool:
        """Whether many threads are selected."""
        ...

    def mind(self) -> bool:
        """Whether what is selected keeps its place in front of the thread."""
        ...


class Host(Protocol):
    """What it needs of its window."""

    bridge: Bridge
    queue: QueuePlace
    conversation: Conversation
    composer: Composer
    context: Context
    clear: AllClear
    aside: Aside
    panes: Panes

    @property
    def bulk(self) -> Selection:
        """What is done to all that is selected."""
        ...

    def open_thread(self, thread: ThreadId | None) -> None:
        """Show a thread that the list does not hold, or none."""
        ...

    def isActiveWindow(self) -> bool:
        """Whether somebody looks at it."""
        ...


class OpenThread(QObject):
    """One for each window. `middle` holds the page of the thread and what is shown in its place."""

    def __init__(self, window: Host, middle: QStackedWidget) -> None:
        assert isinstance(window, QWidget)
        super().__init__(window)
        self._window: Host = window
        self._middle = middle
        self.page: QWidget = middle
        """What shows conversation and composer in the middle, once they are put there."""
        self.read_soon = QTimer(self, singleShot=True, interval=READ_AFTER_MS)
        self.read_soon.timeout.connect(self._mark_read)
        self._remember_soon = QTimer(self, singleShot=True, interval=REMEMBER_AFTER_MS)
        self._remember_soon.timeout.connect(self._remember)
        self._context_soon = AfterPaint(self._show_context, CONTEXT_AFTER_MS, self)

    def show(self, thread: Thread | None) -> None:
        """Show a thread in conversation, composer and context; None for nothing, where the queue is worked off."""
        window = self._window
        if window.bulk.mind():
            return
        self.read_soon.stop()
        is_other = thread is not None and window.conversation.thread != thread.id
        window.conversation.open(thread.id if thread else None)
        hit = window.queue.model.hit(thread.id) if thread is not None and is_other else None
        if hit is not None and hit.said is not None:
            # What was found is seen at once, wherever in the thread it was said.
            window.conversation.paging.show_message(hit.said, hit.lights)
        window.composer.open(thread.id if thread else None)
        if window.conversation.is_closed:
            window.composer.hide()
        # The panel follows a moment later: while J is held it would be built for nobody to see.
        window.context.turn_soon(thread.id if thread else None)
        self._context_soon.ask()
        self._middle.setCurrentWidget(self.page if thread else window.clear)
        window.aside.set_idle(is_idle=thread is None)
        if thread is None:
            self._say_clear()
        else:
            self._remember_soon.start()

    def step_back(self, shown: QWidget | None) -> None:
        """Let something else stand in its place, or with None come forward again."""
        if shown is not None:
            self.read_soon.stop()
            self._middle.setCurrentWidget(shown)
        else:
            self.show(self._window.queue.current())
        self._window.aside.setVisible(shown is None and self._window.aside.has_room)

    def fill_context(self) -> None:
        """Have the panel tell of the open thread now, as when the keyboard goes into it."""
        self._context_soon.stop()
        if self._window.context.thread != self._window.conversation.thread:
            self._show_context()

    def look_again(self) -> None:
        """Open the first thread where none was left and one has come."""
        if self._middle.currentWidget() is not self._window.clear:
            return
        first = self._window.queue.model.first()
        if first is not None:
            self._window.queue.open(first.id)
        else:
            self._say_clear()

    def fit(self) -> None:
        """The window shows one pane more, or one less."""
        if self._middle.currentWidget() is self._window.clear:
            self._say_clear()

    def _say_clear(self) -> None:
        """Say that nothing is left and what can be done next, in the queue where it stands alone."""
        window = self._window
        window.clear.look()
        is_alone = window.panes.is_one and window.queue.model.first() is None
        window.queue.say_nothing(window.clear.said if is_alone else "", window.clear.offered if is_alone else ())

    def rest(self) -> None:
        """Remember it now: the window closes."""
        self._remember_soon.stop()
        self._remember()

    def on_seen(self) -> None:
        """The newest message is on the screen; it counts as read when it stays there for a moment."""
        self.read_soon.start()

    def on_sent(self, thread: int) -> None:
        """An answer was given. Where its thread has left the queue, the one that took its place opens."""
        queue = self._window.queue
        if queue.model.row_of(ThreadId(thread)) is None:
            guest = queue.guest
            first = (guest.back() if guest is not None else queue.current()) or queue.model.first()
            if first is not None:
                queue.open(first.id)
            else:
                self._window.open_thread(None)
        queue.list.setFocus()

    def on_noted(self) -> None:
        """A note was kept: the hand goes back to the queue, where the thread stays."""
        self._window.queue.list.setFocus()

    def on_draft(self, thread: int) -> None:
        """What is begun in a thread shows in its row."""
        draft = self._window.bridge.desk.draft(ThreadId(thread))
        self._window.queue.draft_changed(ThreadId(thread), draft.text if draft else "")

    def _show_context(self) -> None:
        self._window.context.open(self._window.conversation.thread)

    def _mark_read(self) -> None:
        from socialdesk.model.command import MarkRead

        window = self._window
        thread = window.queue.current()
        is_seen = window.isActiveWindow() and window.conversation.isVisible() and not window.bulk.is_on
        if thread is not None and thread.unread and is_seen:
            window.bridge.submit.give([(thread, MarkRead(thread.id))])

    def _remember(self) -> None:
        thread = self._window.queue.current()
        if thread is not None:
            self._window.bridge.desk.set_state(shape.THREAD, str(thread.id))
