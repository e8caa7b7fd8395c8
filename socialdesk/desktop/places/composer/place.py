"""The composer of the open thread: all the ways in which what is begun leaves, and the keys of its text.

It gives no command itself; what is done here goes out as facts.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.places.composer.begun import Begun
from socialdesk.desktop.places.composer.keys import ENTER_SENDS, SEND_KEY, Key, key_of
from socialdesk.desktop.places.composer.leaving import Leaving
from socialdesk.desktop.places.composer.parting import Parting
from socialdesk.desktop.places.composer.split import SplitPreview
from socialdesk.desktop.widgets.announce import announce
from socialdesk.model.answering_all import Chosen, toggled
from socialdesk.model.command import ThreadCommand
from socialdesk.model.message import Direction, Message
from socialdesk.model.thread import Thread

tr = QCoreApplication.translate


class Composer(Begun):
    """Where the open thread is answered."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._leaving = Leaving(
            bridge, self.editor, self._writing, self._drafts, asks_for_alt=self.pictures.ask_for_alt, parent=self
        )
        self._parting = Parting(self.editor, self._writing, self)
        self.asks_first: Callable[[Callable[[], None]], bool] | None = None
        """Asked before an answer leaves: True when somebody must decide first, and then calls what it was given."""
        self.box.fill.clicked.connect(self._on_fill)
        self.box.button.clicked.connect(self._on_button)
        self.box.fence.send_as_it_is.connect(self._on_send_as_it_is)
        self.box.addressed.chosen.connect(self.answer_all)
        self.box.addressed.toggled.connect(self.answer_also)
        self._leaving.gave.connect(self.gave)
        self._leaving.sent.connect(self._on_sent)
        self._leaving.noted.connect(self.noted)
        self._leaving.blank_wanted.connect(self._filling.go)
        self._leaving.split_wanted.connect(self._parting.show)
        self._leaving.news_wanted.connect(self._show_news)
        self._leaving.look_wanted.connect(self._refresh)
        self._parting.chosen.connect(self._on_parts)
        self.offer_ways((self.send_and_done, self.send, self.send_now, self.later_wanted.emit))
        self.offer_privately(self.send_privately, self.can_answer_privately)
        self._on_height()
        self.open(None)

    def do_besides(self, besides: Callable[[Thread], Sequence[ThreadCommand]]) -> None:
        """From now on, what this gives for a thread is done along with an answer to it."""
        self._leaving.besides = besides

    def _on_fill(self) -> None:
        if self.editor.blanks():
            self._filling.go()
        else:
            self._parting.show()

    # Sending

    def newcomer(self) -> Message | None:
        """What somebody else said since this text was begun."""
        return self._writing.newcomer()

    def send(self) -> None:
        """Ctrl+Enter: send, or keep the note; with the picker open, send what it marks."""
        self._give_or_take(then_done=False)

    def send_and_done(self) -> None:
        """The big button: send and be done with the thread, or keep the note; with the picker open, what it marks."""
        self._give_or_take(then_done=True)

    def can_answer_all(self) -> bool:
        """Whether more than one person had the message that is answered, and all of them can be answered."""
        return bool(self._writing.everybody())

    def answer_all(self, wanted: bool | None = None) -> None:
        """Let the answer go to all, or to the writer alone; None for the other of the two."""
        if self._writing.answering is None or not self.can_answer_all():
            return
        is_all = len(self._writing.picked()) == len(self._writing.everybody())
        self._choose(() if (not is_all if wanted is None else wanted) else None)

    def answer_also(self, address: str) -> None:
        """Let one of those who had the mail have the answer too, or not have it."""
        answered = self._writing.answered()
        if self._writing.answering is None or answered is None:
            return
        writer = answered.author_remote_id if answered.direction is Direction.IN else ""
        self._choose(toggled(self._writing.everybody(), self._writing.chosen, writer, address))

    def _choose(self, chosen: Chosen) -> None:
        self._writing.chosen = chosen
        self.keep_draft()
        self._refresh()
        announce(self.editor, self.editor.accessibleName())
        self.editor.setFocus()

    def can_answer_privately(self) -> bool:
        """Whether what is written could go to the writer of the newest message alone."""
        return self._leaving.private_target() is not None

    def send_privately(self) -> None:
        """Send where only the writer of the newest public message reads it."""
        self._ask_first(self._leaving.give_privately)

    def send_now(self) -> None:
        """Send without the undo window."""
        self._ask_first(lambda: self._leaving.give(then_done=False, wait=timedelta(0)))

    def read_and_send(self) -> None:
        """It was read, and the text is meant as it is."""
        self._refresh()
        self._leaving.read_and_send()

    def send_at(self, moment: datetime) -> None:
        """Send at an hour that was chosen."""
        self._ask_first(lambda: self._leaving.give(then_done=False, at=moment))

    def may_leave_later(self) -> bool:
        """Whether there is an answer that could be given an hour."""
        self._refresh()
        standing = self._writing.standing
        return not self._writing.is_note and standing is not None and standing.may_leave

    def is_held(self) -> bool:
        """Whether something is to be seen to first; asked only once an hour is chosen, it would forget the hour."""
        self._refresh()
        return self._leaving.is_held()

    def show_parts(self) -> None:
        """Show the parts that what is written would leave in."""
        if not self._writing.is_note and self.editor.text().strip():
            self._parting.show()

    def _on_send_as_it_is(self) -> None:
        if self.newcomer() is not None:
            self.read_and_send()
        else:
            self.send()

    def _give(self, *, then_done: bool) -> None:
        self._ask_first(lambda: self._leaving.give(then_done=then_done))

    def _ask_first(self, give: Callable[[], None]) -> None:
        """Give an answer, whichever way it goes, once somebody has decided what is to be decided before."""
        self.editor.settle()
        self._refresh()
        writing = self._writing
        has_answer = not writing.is_note and bool(self.editor.text().strip() or writing.pictures)
        asks = self.asks_first if has_answer else None
        if asks is None or not asks(give):
            give()

    def _on_sent(self, thread: int, then_done: bool) -> None:
        self.pictures.forget_words()
        self.pictures.show()
        self.sent.emit(thread, then_done)

    def _on_button(self) -> None:
        if self.newcomer() is not None:
            self.read_and_send()
        else:
            self.send_and_done()

    def _show_news(self) -> None:
        self.wrote_past.emit(None)
        self.wrote_past.emit(self._writing.based_on)

    @property
    def split_preview(self) -> SplitPreview:
        """The parts of what is too long; made when first wanted."""
        return self._parting.preview

    def _on_parts(self, parts: tuple[str, ...], then_done: bool) -> None:
        self._ask_first(lambda: self._leaving.give_parts(parts, then_done=then_done))

    def _give_or_take(self, *, then_done: bool) -> None:
        """Send; while the picker is open the marked reply goes in first, and leaves if it is whole."""
        if not self.editor.picker_is_open:
            self._give(then_done=then_done)
            return
        self._has_inserted = False
        self.picker_key.emit(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier))
        if self._has_inserted:
            self._give(then_done=then_done)

    def take_key(self, event: QKeyEvent) -> bool:
        if self.box.values.isVisible() and self.box.values.take_key(event):
            return True
        if self.completing.take_key(event):
            return True
        if event.matches(QKeySequence.StandardKey.Undo) and self.pictures.bring_back():
            return True
        if self.editor.picker_is_open and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False  # Enter takes the marked reply, whichever key sends
        match key_of(event, enter_sends=self._bridge.desk.state(SEND_KEY) == ENTER_SENDS):
            case Key.SEND:
                self.send()
            case Key.SEND_AND_DONE:
                self.send_and_done()
            case Key.OTHER_MODE:
                self.toggle_mode()
            case Key.SAVED_REPLIES:
                self.ask_for_saved_replies()
            case Key.DROP_DRAFT:
                self.drop_draft()
            case Key.ATTACH:
                self.attach()
            case Key.EMOJI:
                self.pick_emoji()
            case Key.LANGUAGE:
                self.spelling.next()
            case None:
                return False
        return True
