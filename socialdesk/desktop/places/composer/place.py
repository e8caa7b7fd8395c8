"""The composer of the open thread: joins the box, the drafts, the fence and the way out; gives no command itself.

What the conversation shows comes in through `on_shown`; what is done here goes out as facts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.bridge.submit import Step
from socialdesk.desktop.look import theme
from socialdesk.desktop.places.composer.answerable import Answerable
from socialdesk.desktop.places.composer.blanks import Blank
from socialdesk.desktop.places.composer.completing import Completing
from socialdesk.desktop.places.composer.drafts import Drafts, before_what_is_begun
from socialdesk.desktop.places.composer.face import Face
from socialdesk.desktop.places.composer.filling import Filling
from socialdesk.desktop.places.composer.frame import ComposerFrame
from socialdesk.desktop.places.composer.keys import ENTER_SENDS, SEND_KEY, Key, key_of
from socialdesk.desktop.places.composer.language import SpellingLanguage
from socialdesk.desktop.places.composer.leaving import Leaving
from socialdesk.desktop.places.composer.parting import Parting
from socialdesk.desktop.places.composer.pictures import PictureKeeper
from socialdesk.desktop.places.composer.split import SplitPreview
from socialdesk.desktop.places.composer.standing import Mode, standing
from socialdesk.desktop.places.composer.writing import Writing, can_be_named
from socialdesk.desktop.widgets.announce import announce
from socialdesk.model.answering_all import Chosen, narrower, toggled
from socialdesk.model.command import ThreadCommand
from socialdesk.model.identifiers import CommandId, ThreadId
from socialdesk.model.message import Direction, Message
from socialdesk.model.outgoing import OutgoingPicture
from socialdesk.model.saved_reply import Piece, SavedReply
from socialdesk.model.saved_reply_command import CountReplyUse
from socialdesk.model.thread import Thread

tr = QCoreApplication.translate


class Composer(ComposerFrame):
    """Where the open thread is answered."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._writing = Writing(bridge.me)
        self._answerable = Answerable(bridge)
        self._drafts = Drafts(bridge, self.editor, self._writing, self)
        self.pictures = PictureKeeper(bridge, self.box, self._writing, self)
        self._leaving = Leaving(bridge, self.editor, self._writing, self._drafts, self.pictures.ask_for_alt, self)
        self._filling = Filling(self.box, self)
        self.spelling = SpellingLanguage(bridge, self.box, self._writing, self)
        self.completing = Completing(
            self.editor, self.box.completions, bridge.emoji, lambda: can_be_named(self._writing, bridge.people), self
        )
        self._face = Face(bridge, self.box, self._writing)
        self.asks_first: Callable[[Callable[[], None]], bool] | None = None
        """Asked before an answer leaves: True when somebody must decide first, and then calls what it was given."""
        self._parting = Parting(self.editor, self._writing, self)
        self._has_inserted = False
        self._minutes = QTimer(self, interval=60_000)
        self._minutes.timeout.connect(self._refresh)
        self._minutes.start()
        self._connect()
        self.offer_ways((self.send_and_done, self.send, self.send_now, self.later_wanted.emit))
        self.offer_privately(self.send_privately, self.can_answer_privately)
        self._on_height()
        self.open(None)

    def _connect(self) -> None:
        self.editor.textChanged.connect(self._on_typed)
        self.editor.began.connect(self._on_began)
        self.editor.blanks_changed.connect(self._refresh)
        self.editor.slash_typed.connect(self.picker_wanted)
        self.editor.slash_left.connect(self.picker_left)
        self.editor.key_for_picker.connect(self.picker_key)
        self.editor.left.connect(self._on_left)
        self.box.reply_tab.clicked.connect(lambda: self.turn_to(Mode.REPLY))
        self.box.note_tab.clicked.connect(lambda: self.turn_to(Mode.NOTE))
        self.box.saved.clicked.connect(self.ask_for_saved_replies)
        self.box.fill.clicked.connect(self._on_fill)
        self.box.button.clicked.connect(self._on_button)
        self.box.fence.send_as_it_is.connect(self._on_send_as_it_is)
        self.box.attach.clicked.connect(self.attach)
        self.box.addressed.chosen.connect(self.answer_all)
        self.box.addressed.toggled.connect(self.answer_also)
        self.box.emoji.clicked.connect(self.pick_emoji)
        self.editor.takes_pictures = self.pictures.takes
        self.editor.take_pictures = self.pictures.take
        self.pictures.changed.connect(self._on_pictures)
        self.pictures.came_late.connect(self._drafts.attach)
        self._drafts.changed.connect(self.drafts_changed)
        self._leaving.gave.connect(self.gave)
        self._leaving.sent.connect(self._on_sent)
        self._leaving.noted.connect(self.noted)
        self._leaving.blank_wanted.connect(self._filling.go)
        self._leaving.split_wanted.connect(self._parting.show)
        self._parting.chosen.connect(self._on_parts)
        self._leaving.news_wanted.connect(self._show_news)
        self._leaving.look_wanted.connect(self._refresh)
        self._bridge.submit.undone.connect(self._on_undone)
        theme.signals().changed.connect(self._refresh)

    # The thread

    @property
    def thread(self) -> ThreadId | None:
        """The thread that is being answered."""
        return self._writing.thread

    @property
    def is_empty(self) -> bool:
        """Whether no answer is begun here."""
        draft = self._bridge.desk.draft(self.thread) if self.thread is not None and self._writing.is_note else None
        return not (draft.text if draft is not None else "" if self._writing.is_note else self.editor.text()).strip()

    def written(self) -> tuple[str, tuple[OutgoingPicture, ...]]:
        """What is begun as an answer, with its pictures; nothing while a note is written."""
        return ("", ()) if self._writing.is_note else (self.editor.text().strip(), self._writing.pictures)

    @property
    def mode(self) -> Mode:
        """Whether an answer or a note is written."""
        return self._writing.mode

    def open(self, thread: ThreadId | None) -> None:
        """Turn to another thread; what was begun in the last one is kept."""
        if thread == self.thread and thread is not None:
            self._reload()
            return
        self.keep_draft()
        self.picker_left.emit()
        writing = self._writing
        if writing.shown and writing.shown[0].thread_id != thread:
            writing.shown = ()
        writing.answering = self._answerable.find(thread, several=len(self._bridge.channels) > 1)
        writing.standing = None
        self._drafts.is_elsewhere = False
        if writing.answering is not None:
            self._drafts.show_thread(writing.answering.thread.id)
        self.opened.emit()
        self.spelling.show_thread()
        self.setVisible(writing.answering is not None)
        self._show_mode()

    def speak_through(self, merge: str) -> None:
        """Answer in another of the places a merged thread is said in; see `homes`."""
        if self.thread is not None:
            self._answerable.choose(self.thread, merge)
            self._reload()

    def _reload(self) -> None:
        writing = self._writing
        if writing.answering is not None:
            several = writing.answering.several_channels
            writing.answering = self._answerable.find(self.thread, several=several) or writing.answering
        self._refresh()

    def on_shown(self, messages: tuple[Message, ...]) -> None:
        """The conversation shows these messages now, the oldest first."""
        # It may have turned to another thread before the composer did.
        self._writing.shown = messages
        if messages and messages[0].thread_id == self.thread:
            self._reload()

    # Drafts

    def reread(self) -> None:
        """Show what is on the disk for this thread: it may have been written on in another window."""
        self._drafts.is_elsewhere = False
        if self.thread is not None:
            self._drafts.show_thread(self.thread)
            self._show_mode()

    def stand_back(self) -> None:
        """The thread is written in another window from now on: what was begun here is kept, and then left alone."""
        self.keep_draft()
        self._drafts.is_elsewhere = True

    def keep_draft(self) -> None:
        """Put what is written on the disk, now."""
        self._drafts.keep()

    def drop_draft(self) -> None:
        """Throw away what is written, with its pictures; undo in the text brings both back."""
        self._drafts.drop()
        self.pictures.show()

    def take_text(self, text: str, pictures: tuple[OutgoingPicture, ...] = (), chosen: Chosen = None) -> None:
        """An answer was taken back to be edited: it is a draft again."""
        if self._writing.answering is None:
            return
        self.turn_to(Mode.REPLY)
        before, blanks = self.editor.text(), self.editor.blanks()
        whole, moved = before_what_is_begun(text, before, [one.as_kept() for one in blanks])
        self.editor.restore(whole, [Blank.from_kept(one) for one in moved])
        self._writing.based_on = self._writing.newest_shown()
        self._writing.pictures = (*pictures, *self._writing.pictures)
        # What is begun for one person never goes to more of them by this.
        self._writing.chosen = narrower(chosen, self._writing.chosen) if before.strip() else chosen
        self.keep_draft()
        self.pictures.show()
        self._refresh()
        self.editor.setFocus()

    def put_back(self, thread: ThreadId, text: str, command: CommandId) -> None:
        """An answer was taken back elsewhere: its text and its pictures are a draft of its thread again."""
        self.keep_draft()
        drafts = self._drafts
        drafts.put_before(thread, text, drafts.pictures_of(command), drafts.was_chosen(command))
        if thread == self.thread:
            self.reread()

    def edit(self, text: str, command: CommandId) -> None:
        """An answer was taken back to be edited: its text and its pictures are a draft again."""
        self.take_text(text, self._drafts.pictures_of(command), self._drafts.was_chosen(command))

    def _on_undone(self, step: Step) -> None:
        self._drafts.take_back(step, self.take_text)
        if self._drafts.take_note_back(step) and self.thread is not None:
            if self.mode is Mode.NOTE:
                self._drafts.show(self._bridge.desk.draft(self.thread, Mode.NOTE.value))
            self.turn_to(Mode.NOTE)

    # Modes

    def turn_to(self, mode: Mode) -> None:
        """Write an answer or a note; both texts are kept."""
        if mode is not self.mode and self._writing.answering is not None:
            self.keep_draft()
            self._writing.mode = mode
            self._drafts.show(self._bridge.desk.draft(self._writing.answering.thread.id, mode.value))
        self._show_mode()
        self.editor.setFocus()

    def toggle_mode(self) -> None:
        """Reply ↔ note."""
        self.turn_to(Mode.NOTE if self.mode is Mode.REPLY else Mode.REPLY)

    def focus_reply(self) -> None:
        """Begin to answer."""
        self.turn_to(Mode.REPLY)

    def focus_note(self) -> None:
        """Begin a note."""
        self.turn_to(Mode.NOTE)

    def _show_mode(self) -> None:
        is_note = self._writing.is_note
        self.box.reply_tab.setChecked(not is_note)
        self.box.note_tab.setChecked(is_note)
        self.box.show_note(is_note=is_note)
        self.pictures.forget_words()
        self.pictures.show()
        self._refresh()

    # Typing

    def _on_began(self) -> None:
        if self._writing.answering is not None and self._writing.based_on is None:
            self._writing.based_on = self._writing.newest_shown()

    def _on_typed(self) -> None:
        if self._writing.answering is None or self._drafts.is_showing:
            return  # whoever shows a draft looks once, at the end
        if self._drafts.is_back():
            self.pictures.show()
        if not self.editor.text() and not self._writing.pictures:
            self._writing.based_on = None
        if self._writing.look is not None and self.editor.text().strip() != self._writing.looked_at:
            self._writing.look = None
        self.pictures.settle()
        self._drafts.keep_soon()
        self._refresh()

    def attach(self) -> None:
        """Ctrl+Shift+A: choose pictures."""
        self.pictures.pick()

    def pick_emoji(self) -> None:
        """Ctrl+Shift+J: choose an emoji, for an answer or a note."""
        if self._writing.answering is not None:
            self.completing.pick_emoji(self.box.emoji)

    def _on_pictures(self) -> None:
        self._on_began()
        self.keep_draft()
        self._refresh()

    def _on_left(self) -> None:
        self.keep_draft()
        self.left.emit()

    def ask_for_saved_replies(self) -> None:
        """Open the picker without a slash; what is typed then is looked for."""
        self.editor.setFocus()
        self.picker_left.emit()  # it may have been put away with Escape
        self.editor.ask_here()

    def insert(self, reply: SavedReply, pieces: Iterable[Piece]) -> None:
        """Put a filled saved reply in the text, instead of the slash and its word."""
        pieces = tuple(pieces)
        word = self.editor.slash_word()
        self.editor.insert_pieces(pieces, instead_of=word[:2] if word is not None else None)
        self.pictures.put_in(reply.pictures)
        self._bridge.submit.order(CountReplyUse(reply.id))
        self._has_inserted = True
        self.inserted.emit(reply, pieces)
        self.editor.setFocus()

    def can_take(self, reply: SavedReply) -> bool:
        """Whether all that goes with a saved reply may go out with an answer here."""
        return self.pictures.would_take(reply.pictures)

    def take_slash(self) -> None:
        """Take the slash and its word out of the text."""
        word = self.editor.slash_word()
        if word is not None:
            self.editor.insert_pieces((), instead_of=word[:2])

    def do_besides(self, besides: Callable[[Thread], Sequence[ThreadCommand]]) -> None:
        """From now on, what this gives for a thread is done along with an answer to it."""
        self._leaving.besides = besides

    def show_picker_open(self, *, is_open: bool) -> None:
        """The picker of saved replies takes its keys from the text, or no longer."""
        self.editor.picker_is_open = is_open

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
        self._refresh()
        self._leaving.give_privately()

    def send_now(self) -> None:
        """Send without the undo window."""
        self._refresh()
        self._leaving.give(then_done=False, wait=timedelta(0))

    def read_and_send(self) -> None:
        """It was read, and the text is meant as it is."""
        self._refresh()
        self._leaving.read_and_send()

    def send_at(self, moment: datetime) -> None:
        """Send at an hour that was chosen."""
        self._refresh()
        self._leaving.give(then_done=False, at=moment)

    def may_leave_later(self) -> bool:
        """Whether there is an answer that could be given an hour."""
        self._refresh()
        standing = self._writing.standing
        return not self._writing.is_note and standing is not None and standing.may_leave

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
        self._refresh()
        asks = self.asks_first if not self._writing.is_note and self.editor.text().strip() else None
        if asks is None or not asks(lambda: self._leaving.give(then_done=then_done)):
            self._leaving.give(then_done=then_done)

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
        self._refresh()
        self._leaving.give_parts(parts, then_done=then_done)

    # Refreshing

    def _refresh(self) -> None:
        writing = self._writing
        if writing.answering is None:
            return
        writing.me = self._bridge.me
        writing.standing = standing(
            self.editor.text(),
            writing.mode,
            len(self.editor.blanks()),
            writing.answering,
            self._bridge.clock.now(),
            writing.pictures,
        )
        newcomer = self._face.show(writing.standing)
        self.wrote_past.emit(writing.based_on if newcomer is not None else None)

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
