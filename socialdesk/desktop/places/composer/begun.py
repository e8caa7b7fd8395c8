"""What is begun in the open thread: joins the box with the drafts, the pictures and what is typed; nothing leaves here.

What the conversation shows comes in through `on_shown`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import QTimer
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
from socialdesk.desktop.places.composer.language import SpellingLanguage
from socialdesk.desktop.places.composer.pictures import PictureKeeper
from socialdesk.desktop.places.composer.standing import Mode, standing
from socialdesk.desktop.places.composer.writing import Writing, can_be_named
from socialdesk.model.answering_all import Chosen, narrower
from socialdesk.model.identifiers import CommandId, ContactId, ThreadId
from socialdesk.model.message import Message
from socialdesk.model.outgoing import OutgoingPicture
from socialdesk.model.saved_reply import Piece, SavedReply
from socialdesk.model.saved_reply_command import CountReplyUse


class Begun(ComposerFrame):
    """An answer or a note while it is written."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._writing = Writing(bridge.me)
        self._answerable = Answerable(bridge)
        self._drafts = Drafts(bridge, self.editor, self._writing, self)
        self.pictures = PictureKeeper(bridge, self.box, self._writing, self)
        self._filling = Filling(self.box, self)
        self.spelling = SpellingLanguage(bridge, self.box, self._writing, self)
        self.completing = Completing(
            self.editor, self.box.completions, bridge.emoji, lambda: can_be_named(self._writing, bridge.people), self
        )
        self._face = Face(bridge, self.box, self._writing)
        self._has_inserted = False
        self._minutes = QTimer(self, interval=60_000)
        self._minutes.timeout.connect(self._refresh)
        self._minutes.start()
        self.editor.textChanged.connect(self._on_typed)
        self.editor.began.connect(self._on_began)
        self.editor.blanks_changed.connect(self._refresh)
        self.editor.slash_typed.connect(self.picker_wanted)
        self.editor.slash_left.connect(self.picker_left)
        self.editor.key_for_picker.connect(self.picker_key)
        self.editor.left.connect(self._on_left)
        self.editor.takes_pictures = self.pictures.takes
        self.editor.take_pictures = self.pictures.take
        self.box.reply_tab.clicked.connect(lambda: self.turn_to(Mode.REPLY))
        self.box.note_tab.clicked.connect(lambda: self.turn_to(Mode.NOTE))
        self.box.saved.clicked.connect(self.ask_for_saved_replies)
        self.box.attach.clicked.connect(self.attach)
        self.box.emoji.clicked.connect(self.pick_emoji)
        self.pictures.changed.connect(self._on_pictures)
        self.pictures.came_late.connect(self._drafts.attach)
        self._drafts.changed.connect(self.drafts_changed)
        bridge.submit.undone.connect(self._on_undone)
        bridge.erased.connect(self._on_erased)
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
        self.editor.settle()
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

    def _on_erased(self, _contact: ContactId, threads: Collection[ThreadId]) -> None:
        """Somebody is forgotten for good: what is being written to them is kept no more."""
        if self.thread in threads:
            self._drafts.is_elsewhere = True

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

    def show_picker_open(self, *, is_open: bool) -> None:
        """The picker of saved replies takes its keys from the text, or no longer."""
        self.editor.picker_is_open = is_open

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
            pictures=writing.pictures,
        )
        newcomer = self._face.show(writing.standing)
        self.wrote_past.emit(writing.based_on if newcomer is not None else None)
