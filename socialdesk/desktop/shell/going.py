"""Goes from page to page in a window: to a view of the queue, to a thread in it, to the outbox, the library and back.

What a page shows when it comes up is its own affair.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QStackedWidget, QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.places.composer.place import Composer
from socialdesk.desktop.places.library.page import LibraryPage
from socialdesk.desktop.places.outbox.page import OutboxPage
from socialdesk.desktop.places.queue.view import QueuePlace
from socialdesk.desktop.places.rail.model import LIBRARY
from socialdesk.desktop.places.rail.view import RailPlace
from socialdesk.desktop.shell import shape
from socialdesk.desktop.shell.outbox_side import OutboxSide
from socialdesk.model.condition import Field, Is
from socialdesk.model.identifiers import PersonId, ThreadId
from socialdesk.model.view import MINE, TEAM, View

tr = QCoreApplication.translate


class Host(Protocol):
    """What it needs of its window."""

    bridge: Bridge
    rail: RailPlace
    pages: QStackedWidget
    queue: QueuePlace
    composer: Composer
    outbox: OutboxPage
    outbox_side: OutboxSide
    library: LibraryPage

    def open_thread(self, thread: ThreadId | None) -> None:
        """Show a thread beside the queue, whether it is in it or not."""
        ...

    def say(self, words: str) -> None:
        """Tell something that needs no act."""
        ...


class Going(QObject):
    """One for each window. `inbox` is the page with queue and conversation."""

    def __init__(self, window: Host, inbox: QWidget) -> None:
        assert isinstance(window, QWidget)
        super().__init__(window)
        self._window: Host = window
        self._inbox = inbox
        self._opens: list[ThreadId] = []
        """The thread, if any, that is to be open in the view that is chosen next."""

    def to_thread(self, thread: ThreadId) -> None:
        """Show a thread beside the queue of the whole team."""
        window = self._window
        self._opens.append(thread)
        window.rail.choose(TEAM.id)
        self._opens.clear()  # it was chosen already
        window.pages.setCurrentWidget(self._inbox)
        self.within_queue(thread)

    def to_thread_in_mine(self, thread: ThreadId) -> None:
        """Show Mine with a thread open."""
        rail = self._window.rail
        self._opens.append(thread)
        rail.choose(MINE.id)
        if self._opens:  # it was chosen already
            self.on_view(MINE, rail.name(MINE))

    def within_queue(self, thread: int) -> None:
        """Open a thread in the queue that is shown, or beside it where it is not in it."""
        if not self._window.queue.open(ThreadId(thread)):
            self._window.open_thread(ThreadId(thread))

    def to_threads_of(self, person: PersonId) -> None:
        """Show the open threads of a colleague."""
        window = self._window
        window.rail.choose(TEAM.id)
        window.queue.filter_by((Is(Field.WHOSE, frozenset({str(person)})),))
        window.queue.list.setFocus()

    def to_private(self, thread: ThreadId | None) -> None:
        """Open the direct messages with the person of a public thread, once the network has shown them."""
        if thread is None:
            words = tr("shell", "The messages open here as soon as the network shows them. Try again in a moment.")
            self._window.say(words)
        else:
            self.within_queue(thread)

    def to_outbox(self) -> None:
        """Show what has not left."""
        window = self._window
        if window.pages.currentWidget() is not window.outbox:
            window.composer.keep_draft()
            window.rail.choose_outbox()
        window.pages.setCurrentWidget(window.outbox)
        window.outbox_side.fill()
        window.outbox.enter()

    def to_library(self) -> None:
        """Show the saved replies."""
        self._window.rail.choose(LIBRARY)
        self.on_library()

    def back(self) -> None:
        """Show the view again that was shown last."""
        window = self._window
        last = window.bridge.desk.state(shape.VIEW) or MINE.id
        window.pages.setCurrentWidget(self._inbox)
        window.rail.choose(last)
        window.queue.list.setFocus()

    def on_view(self, view: View, name: str) -> None:
        """A view was chosen in the rail."""
        window = self._window
        window.pages.setCurrentWidget(self._inbox)
        window.queue.show_view(view, name, select=self._opens.pop() if self._opens else None)
        window.bridge.desk.set_state(shape.VIEW, view.id)

    def on_library(self) -> None:
        """The library was chosen in the rail."""
        window = self._window
        if window.pages.currentWidget() is not window.library:
            window.composer.keep_draft()
            window.pages.setCurrentWidget(window.library)
            window.library.enter()

    def to_page(self, page: QWidget) -> None:
        """Show a page that is no line of the rail: settings, rules. What is begun in the composer is kept before."""
        self._window.composer.keep_draft()
        self._window.rail.choose_nothing()
        self._window.pages.setCurrentWidget(page)
