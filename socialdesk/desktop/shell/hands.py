"""What each act does in the window: gives commands, opens pickers, moves the focus. Holds no state of its own."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from socialdesk.desktop.actions.registry import PeopleHands
from socialdesk.desktop.look import metrics
from socialdesk.desktop.look.tokens import Theme, current
from socialdesk.desktop.shell.attention_hands import QuietHands
from socialdesk.desktop.shell.composing import Composing
from socialdesk.desktop.shell.dragging import Dragging
from socialdesk.desktop.shell.moving_on import TakeOver
from socialdesk.desktop.shell.parts import ManyThreads, Page, Parts
from socialdesk.desktop.shell.reply_hands import ReplyHands
from socialdesk.desktop.shell.shield_hands import ShieldHands
from socialdesk.desktop.shell.shift_side import ShiftSide
from socialdesk.desktop.shell.swift_hands import SwiftHands
from socialdesk.desktop.shell.taking_back import taken_back
from socialdesk.desktop.shell.triage_hands import TriageHands
from socialdesk.desktop.shell.view_hands import WindowViewHands
from socialdesk.model.command import ThreadCommand
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.view import View

tr = QCoreApplication.translate


class WindowHands:
    """The hands of one window; see `Hands` in the registry of acts."""

    def __init__(self, window: Parts, over: QWidget) -> None:
        self._w = window
        window.composer.asks_first = TakeOver(over, window)
        self.triage = TriageHands(window)
        self.saved = ReplyHands(window)
        self.composing = Composing(window)
        self.shield = ShieldHands(window)
        self.quiet = QuietHands(window)
        self.shift = ShiftSide(window, over)
        self.views = WindowViewHands(window, over)
        self.rules = window.rules
        self.library = window.library
        self.swift = SwiftHands(window, self.triage)
        self.dragging = Dragging(window, over, self.triage.ask_snooze)
        window.queue.list.act_wanted.connect(self.act_on)

    def act_on(self, thread: int, id_: str) -> None:
        """An act was pressed on the row of a thread."""
        if self._w.queue.open(ThreadId(thread)):
            self._w.run(self._w.registry[id_])

    @property
    def bulk(self) -> ManyThreads:
        """What is done to many threads at once."""
        return self._w.bulk

    # Moving about

    @property
    def _page(self) -> Page | None:
        """The page that stands in the place of queue and conversation, if one does that listens to keys."""
        if self._w.settings.is_shown:
            return self._w.settings.page
        if self._w.rules.is_shown:
            return self._w.rules.page
        if self._w.shown_outbox is not None:
            return self._w.shown_outbox
        return self._w.library if self._w.library.isVisible() else None

    def step(self, by: int) -> None:
        (self._page or self._w.queue).step(by)

    def enter_conversation(self) -> None:
        page, focus = self._page, QApplication.focusWidget()
        if isinstance(focus, QAbstractButton):
            focus.click()  # the window has Enter first; on a button it means what the button does
        elif page is not None:
            page.press_enter()
        elif self._w.rail.list.hasFocus():
            self._w.queue.list.setFocus()
        else:
            self._w.panes.show_thread()
            self._w.conversation.focus_messages()

    def leave(self) -> None:
        page = self._page
        if page is not None:
            page.go_back()
            return
        if self._w.queue.list.let_go() or self._w.coach.leave() or self._w.aside.close():
            return
        if self._w.queue.is_searching and self._w.queue.list.hasFocus():
            self._w.queue.end_search()
            return
        self._w.composer.keep_draft()
        self._w.panes.show_queue()
        self._w.queue.list.setFocus()

    def next_pane(self, by: int) -> None:
        w = self._w
        page = self._page
        panes = [w.rail.list, w.queue.list, w.conversation, w.composer.editor, w.context]
        if page is not None:
            panes = [w.rail.list, *page.panes()]
        shown = [pane for pane in panes if w.panes.can_show(pane)]
        focus = QApplication.focusWidget()
        here = next(
            (n for n, pane in enumerate(shown) if focus is not None and (pane is focus or pane.isAncestorOf(focus))), 0
        )
        pane = shown[(here + by) % len(shown)]
        w.panes.reveal(pane)
        w.conversation.focus_messages() if pane is w.conversation else pane.setFocus()

    def go(self, view: View) -> None:
        self._w.rail.choose(view.id)
        self._w.queue.list.setFocus()

    def go_number(self, number: int) -> None:
        views = self._w.rail.model.views()
        if number <= len(views):
            self.go(views[number - 1])

    def go_to_date(self) -> None:
        self._w.conversation.paging.ask_for_date()

    def find_in_thread(self) -> None:
        self._w.panes.show_thread()
        self._w.conversation.paging.find()

    def apply_order(self) -> None:
        self._w.queue.apply_order()

    # Acts on the thread, beside those of triage

    def moderate(self, act: str) -> None:
        """An act on what others wrote; see `moderating`."""
        self._w.moderating.do(act)

    def correct(self, message: int, text: str) -> None:
        """Open an answer of ours again whose correction did not leave, with the words of that one."""
        self._w.moderating.correct(message, text)

    def open_on_platform(self) -> None:
        thread = self._w.queue.current()
        if thread is not None and thread.permalink.startswith("https://"):
            QDesktopServices.openUrl(QUrl(thread.permalink))

    def undo(self) -> None:
        if self.bulk.undo():
            return
        last = self._w.bridge.submit.last_step
        step = self._w.bridge.submit.undo()
        if last is None or step is None:
            if last is None:
                self._w.say(tr("shell", "There is nothing to undo."))
            return  # else it could not be kept, and that is said
        self._w.toast.leave()
        threads = [given.command.thread for given in last.given if isinstance(given.command, ThreadCommand)]
        if threads and not self._w.library.isVisible() and not self._w.rules.is_shown:
            self._w.queue.open(threads[0])
        self._w.say(taken_back(step))

    # The composer

    def answer(self) -> None:
        self._w.panes.show_thread()
        self._w.composer.show()  # it is away while what came in is kept out of sight
        self._w.composer.focus_reply()

    def write_note(self) -> None:
        self._w.panes.show_thread()
        self._w.composer.show()
        self._w.composer.focus_note()

    def open_own_window(self) -> None:
        """Show the open thread in a window of its own."""
        thread = self._w.queue.current()
        if thread is not None:
            self._w.composer.keep_draft()
            self._w.own_windows.show(thread.id)

    def send(self) -> None:
        if self._w.queue.list.hasFocus():
            from socialdesk.desktop.widgets.overlay import has_just_left

            if not has_just_left():
                self.open_own_window()  # Ctrl+Enter on a row
            return
        self._w.composer.send()

    def send_and_done(self) -> None:
        self._w.composer.send_and_done()

    def toggle_note(self) -> None:
        self._w.composer.toggle_mode()

    def open_saved_replies(self) -> None:
        self._w.composer.ask_for_saved_replies()

    def drop_draft(self) -> None:
        self._w.composer.drop_draft()

    # The window

    def open_palette(self) -> None:
        self._w.open_palette()

    def start_search(self) -> None:
        page = self._page
        if page is not None:
            page.start_search()
        if self._page is None:  # none was there, or it made room for the list
            self._w.queue.start_search()

    def toggle_rail(self) -> None:
        self._w.rail.setVisible(not self._w.rail.isVisible())

    def toggle_context(self) -> None:
        if self._page is None:
            self._w.aside.toggle()

    def zoom(self, by: int) -> None:
        wanted = 100 if by == 0 else round(metrics.zoom() * 100) + by * 10
        self._w.bridge.settings.put("zoom", str(min(200, max(80, wanted))))

    def toggle_theme(self) -> None:
        self._w.set_theme(Theme.LIGHT if current().is_dark else Theme.DARK)

    def connect_channel(self) -> None:
        self._w.connecting.open()

    def show_keys(self) -> None:
        self._w.key_side.show_sheet()

    def show_outbox(self) -> None:
        self._w.show_outbox()

    def show_settings(self, key: str = "") -> None:
        self._w.settings.show(key=key)

    def show_about(self) -> None:
        self._w.settings.show_about()

    # The saved replies

    def show_library(self) -> None:
        self._w.show_library()

    def new_saved_reply(self) -> None:
        self._w.library.enter_with_new(self._w.show_library)

    # Contacts

    def export_contact(self) -> None:
        self._w.about_person.export()

    def erase_contact(self) -> None:
        self._w.about_person.erase()

    @property
    def people(self) -> PeopleHands:
        """The hands for the person of the open thread."""
        return self._w.people

    def ask_quiet(self) -> None:
        self.quiet.ask()

    def quit(self) -> None:
        self._w.leave()
