"""The rules in a window: their page, made when it is first asked for, and what acts do there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.places.queue.view import QueuePlace
from socialdesk.desktop.shell.going import Going
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.rule_command import SuspendAnswers
from socialdesk.store.rules import is_suspended, runs_in

if TYPE_CHECKING:
    from socialdesk.desktop.places.rules.page import RulesPage

tr = QCoreApplication.translate


class Host(Protocol):
    """What the rules need of their window."""

    bridge: Bridge
    going: Going
    queue: QueuePlace

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
        """The page of rules, made and joined when it is first asked for."""
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

    @property
    def is_suspended(self) -> bool:
        """Whether no automatic answer may leave, with what is pending here."""
        found = is_suspended(self._window.bridge.cache)
        for given in self._window.bridge.submit.pending:
            if isinstance(given.command, SuspendAnswers):
                found = given.command.on
        return found

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
        self._window.going.to_page(page)
        page.enter()

    def begin_new(self) -> None:
        """Begin a rule."""
        self.show()
        self.page.begin_new()

    def begin_for_contact(self) -> None:
        """Begin a rule about whoever the open thread is with."""
        thread = self._window.queue.current()
        if thread is None or thread.contact_id is None:
            self._window.say(tr("rules", "It is not known who wrote in this thread."))
            return
        self.show()
        self.page.begin_for_contact(thread.contact_id)

    def save(self) -> None:
        """Keep what stands in the editor."""
        self.page.save()

    def toggle_suspended(self) -> None:
        """Let no automatic answer leave, or let them leave again."""
        self.suspend(on=not self.is_suspended)

    def suspend(self, *, on: bool) -> None:
        """Let no automatic answer leave, not even one that waits; or let them leave again."""
        label = (
            tr("rules", "No automatic answer leaves any more.") if on else tr("rules", "Automatic answers leave again.")
        )
        self._window.bridge.submit.change([SuspendAnswers(on)], label, [SuspendAnswers(not on)])

    def show_of_thread(self) -> None:
        """Show what the rule did that last did something in the open thread."""
        thread = self._window.queue.current()
        runs = runs_in(self._window.bridge.cache, thread.id, 1) if thread is not None else []
        if not runs:
            self._window.say(tr("rules", "No rule did anything in this thread."))
            return
        self.show_log(runs[0].rule)

    def open_rule(self, rule: str) -> None:
        """Show a rule in the editor."""
        self.show()
        self.page.open_rule(rule)

    def show_log(self, rule: str) -> None:
        """Show what a rule did."""
        self.show()
        self.page.show_log(rule)
