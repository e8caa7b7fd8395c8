"""The rules in a window: their page, made when it is first asked for, and what acts do there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.places.composer.place import Composer
from socialdesk.desktop.places.rail.view import RailPlace
from socialdesk.model.identifiers import ThreadId

if TYPE_CHECKING:
    from socialdesk.desktop.places.rules.page import RulesPage


class Host(Protocol):
    """What the rules need of their window."""

    bridge: Bridge
    composer: Composer
    rail: RailPlace

    def say(self, words: str) -> None:
        """Tell something that needs no act."""
        ...

    def show_thread(self, thread: ThreadId) -> None:
        """Show a thread beside the queue of the whole team."""
        ...


class RulesSide(QObject):
    """One for each window."""

    left = Signal()

    def __init__(self, window: Host, pages: QStackedWidget) -> None:
        assert isinstance(window, QWidget)
        super().__init__(window)
        self._window: Host = window
        self._pages = pages
        self._page: RulesPage | None = None

    @property
    def page(self) -> RulesPage:
        """The page."""
        if self._page is None:
            from socialdesk.desktop.places.rules.page import RulesPage

            self._page = RulesPage(self._window.bridge)
            self._page.left.connect(self.left)
            self._page.said.connect(self._window.say)
            self._page.thread_wanted.connect(self._open_thread)
            self._pages.addWidget(self._page)
        return self._page

    @property
    def is_shown(self) -> bool:
        """Whether the page is what one sees."""
        return self._page is not None and self._pages.currentWidget() is self._page

    def rest(self) -> None:
        """The files are about to close."""
        if self._page is not None:
            self._page.rest()

    def _open_thread(self, thread: int) -> None:
        self._window.show_thread(ThreadId(thread))

    # What acts ask

    def show(self) -> None:
        """Show the page, as it was left."""
        page = self.page
        self._window.composer.keep_draft()
        self._window.rail.choose_nothing()
        self._pages.setCurrentWidget(page)
        page.enter()

    def begin_new(self) -> None:
        """Begin a rule."""
        self.show()
        self.page.begin_new()

    def save(self) -> None:
        """Keep what stands in the editor."""
        self.page.save()
