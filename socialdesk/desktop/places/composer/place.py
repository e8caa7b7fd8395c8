"""The composer of the open thread: keeps drafts, watches the fence, gives replies and notes as commands.

What the conversation shows comes in through `on_shown`; what is done here goes out as facts.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject, QPointF, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.bridge.submit import Step
from socialdesk.desktop.look import icons, theme
from socialdesk.desktop.look.tokens import ink
from socialdesk.desktop.places.composer import words
from socialdesk.desktop.places.composer.editor import Blank
from socialdesk.desktop.places.composer.keys import Key, key_of
from socialdesk.desktop.places.composer.standing import Answering, Mode, Standing, came_meanwhile, standing
from socialdesk.desktop.places.composer.view import ComposerBox
from socialdesk.desktop.widgets.announce import announce
from socialdesk.desktop.widgets.plain_text import plain_text, safe_name
from socialdesk.model.command import AddNote, CountReplyUse, Reply
from socialdesk.model.identifiers import MessageId, PersonId, ThreadId
from socialdesk.model.message import Message
from socialdesk.model.saved_reply import Piece, SavedReply
from socialdesk.model.thread import Thread
from socialdesk.store.desk import Draft
from socialdesk.support.pattern import pattern

tr = QCoreApplication.translate

UNDO_WINDOW = timedelta(seconds=10)
DRAFT_MS = 60
"""A draft is on the disk at most so long after a key."""
_MENTION = pattern(r"@([\p{L}\p{M}'’-]+)")


class Composer(QWidget):
    """Where the open thread is answered."""

    picker_wanted = Signal(str)
    """What was typed after the slash, or nothing for the button."""
    picker_left = Signal()
    picker_key = Signal(object)
    sent = Signal(int, bool)
    """An answer to a thread was given; whether the thread is done with it."""
    noted = Signal(int)
    left = Signal()
    drafts_changed = Signal(int)
    wrote_past = Signal(object)
    """The newest message the writer has read, once something newer is there; None when all is read."""
    height_changed = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._answering: Answering | None = None
        self._mode = Mode.REPLY
        self._based_on: MessageId | None = None
        self._shown: tuple[Message, ...] = ()
        self._standing: Standing | None = None
        self._asked_about: MessageId | None = None
        self._told_about: MessageId | None = None
        self.box = ComposerBox(self)
        self.editor = self.box.editor
        self._draft_timer = QTimer(self, singleShot=True, interval=DRAFT_MS)
        self._draft_timer.timeout.connect(self.keep_draft)
        self._minutes = QTimer(self, interval=60_000)
        self._minutes.timeout.connect(self._refresh)
        self._minutes.start()
        self._connect()
        self._on_height()
        self.open(None)

    def _connect(self) -> None:
        self.editor.textChanged.connect(self._on_typed)
        self.editor.began.connect(self._on_began)
        self.editor.blanks_changed.connect(self._refresh)
        self.editor.cursorPositionChanged.connect(self._offer_values)
        self.editor.slash_typed.connect(self.picker_wanted)
        self.editor.slash_left.connect(self.picker_left)
        self.editor.key_for_picker.connect(self.picker_key)
        self.editor.left.connect(self._on_left)
        self.editor.installEventFilter(self)
        self.box.reply_tab.clicked.connect(lambda: self.turn_to(Mode.REPLY))
        self.box.note_tab.clicked.connect(lambda: self.turn_to(Mode.NOTE))
        self.box.saved.clicked.connect(self.ask_for_saved_replies)
        self.box.fill.clicked.connect(self._on_fill)
        self.box.button.clicked.connect(self._on_button)
        self.box.fence.send_as_it_is.connect(self.read_and_send)
        self.box.values.picked.connect(self._on_value)
        self.box.height_changed.connect(self._on_height)
        self._bridge.submit.undone.connect(self._on_undone)
        theme.signals().changed.connect(self._refresh)

    # -------------------------------------------------------------------------------------------------- the thread
    @property
    def thread(self) -> ThreadId | None:
        """The thread that is being answered."""
        return self._answering.thread.id if self._answering is not None else None

    @property
    def mode(self) -> Mode:
        """Whether an answer or a note is written."""
        return self._mode

    def open(self, thread: ThreadId | None) -> None:
        """Turn to another thread; what was begun in the last one is kept."""
        if thread == self.thread and thread is not None:
            self._reload()
            return
        self.keep_draft()
        self.picker_left.emit()
        if self._shown and self._shown[0].thread_id != thread:
            self._shown = ()
        found = self._bridge.thread(thread) if thread is not None else None
        self._answering = None
        if found is not None:
            self._answering = Answering(
                found,
                self._bridge.channel(found.channel_id),
                self._bridge.capabilities(found),
                len(self._bridge.channels) > 1,
            )
            reply, note = (self._bridge.desk.draft(found.id, mode.value) for mode in Mode)
            self._mode = Mode.NOTE if note is not None and reply is None else Mode.REPLY
            self._show_draft(note if self._mode is Mode.NOTE else reply)
        self.setVisible(found is not None)
        self._show_mode()

    def _reload(self) -> None:
        found = self._bridge.thread(self._answering.thread.id) if self._answering is not None else None
        if found is not None and self._answering is not None:
            channel = self._bridge.channel(found.channel_id)
            self._answering = Answering(
                found, channel, self._bridge.capabilities(found), self._answering.several_channels
            )
        self._refresh()

    def on_shown(self, messages: tuple[Message, ...]) -> None:
        """The conversation shows these messages now, the oldest first."""
        # It may have turned to another thread before the composer did.
        self._shown = messages
        if messages and messages[0].thread_id == self.thread:
            self._reload()

    def _newest_shown(self) -> MessageId:
        assert self._answering is not None
        stored = [message.id for message in self._shown if message.external_id is not None]
        return MessageId(max(stored, default=self._answering.thread.last_message_id))

    # ------------------------------------------------------------------------------------------------------ drafts
    def keep_draft(self) -> None:
        """Put what is written on the disk, now."""
        self._draft_timer.stop()
        if self._answering is None:
            return
        thread = self._answering.thread.id
        self._bridge.desk.set_draft(
            Draft(
                thread,
                self._mode.value,
                self.editor.text(),
                self._bridge.clock.now(),
                tuple(blank.as_kept() for blank in self.editor.blanks()),
                self._based_on,
            )
        )
        self.drafts_changed.emit(thread)

    def _show_draft(self, draft: Draft | None) -> None:
        self._based_on = draft.based_on if draft is not None else None
        blanks = tuple(Blank.from_kept(one) for one in draft.blanks) if draft is not None else ()
        self.editor.restore(draft.text if draft is not None else "", blanks)
        self._draft_timer.stop()

    def _forget(self) -> None:
        self._based_on = None
        self.editor.restore("")
        self.keep_draft()

    def drop_draft(self) -> None:
        """Throw away what is written; undo in the text brings it back."""
        cursor = self.editor.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.removeSelectedText()

    def take_text(self, text: str) -> None:
        """An answer was taken back to be edited: it is a draft again."""
        if self._answering is None:
            return
        self.turn_to(Mode.REPLY)
        before = self.editor.text().strip()
        self.editor.restore(f"{text}\n\n{before}" if before else text)
        self._based_on = self._newest_shown()
        self.keep_draft()
        self._refresh()
        self.editor.setFocus()

    def _on_undone(self, step: Step) -> None:
        for thread, text in step.texts:
            if thread == self.thread:
                self.take_text(text)
            elif self._bridge.desk.draft(thread) is None:
                self._bridge.desk.set_draft(Draft(thread, Mode.REPLY.value, text, self._bridge.clock.now()))
                self.drafts_changed.emit(thread)

    # ------------------------------------------------------------------------------------------------------- modes
    def turn_to(self, mode: Mode) -> None:
        """Write an answer or a note; both texts are kept."""
        if mode is not self._mode and self._answering is not None:
            self.keep_draft()
            self._mode = mode
            self._show_draft(self._bridge.desk.draft(self._answering.thread.id, mode.value))
        self._show_mode()
        self.editor.setFocus()

    def toggle_mode(self) -> None:
        """Reply ↔ note."""
        self.turn_to(Mode.NOTE if self._mode is Mode.REPLY else Mode.REPLY)

    def focus_reply(self) -> None:
        """Begin to answer."""
        self.turn_to(Mode.REPLY)

    def focus_note(self) -> None:
        """Begin a note."""
        self.turn_to(Mode.NOTE)

    def _show_mode(self) -> None:
        is_note = self._mode is Mode.NOTE
        self.box.reply_tab.setChecked(not is_note)
        self.box.note_tab.setChecked(is_note)
        self.box.show_note(is_note=is_note)
        self._refresh()

    # ------------------------------------------------------------------------------------------------------ typing
    def _on_began(self) -> None:
        if self._answering is not None and self._based_on is None:
            self._based_on = self._newest_shown()

    def _on_typed(self) -> None:
        if self._answering is None:
            return
        if not self.editor.text():
            self._based_on = None
        # Never put off by the next key: who types without a pause would have nothing on the disk.
        if not self._draft_timer.isActive():
            self._draft_timer.start()
        self._refresh()

    def _on_left(self) -> None:
        self.keep_draft()
        self.left.emit()

    def ask_for_saved_replies(self) -> None:
        """Open the picker without a slash."""
        self.editor.setFocus()
        self.picker_wanted.emit("")

    def insert(self, reply: SavedReply, pieces: Iterable[Piece]) -> None:
        """Put a filled saved reply in the text, instead of the slash and its word."""
        word = self.editor.slash_word()
        self.editor.insert_pieces(pieces, instead_of=word[:2] if word is not None else None)
        self._bridge.submit.order(CountReplyUse(reply.id))
        self.editor.setFocus()

    def show_picker_open(self, *, is_open: bool) -> None:
        """The picker of saved replies takes its keys from the text, or no longer."""
        self.editor.picker_is_open = is_open

    def _on_fill(self) -> None:
        self.editor.go_to_blank()
        self.editor.setFocus()

    def _offer_values(self) -> None:
        blank = self.editor.current_blank()
        if blank is None or not blank.values:
            self.box.values.hide()
            return
        below = self.editor.cursorRect().bottomLeft()
        at = self.editor.viewport().mapTo(self.box, below)
        self.box.values.offer(blank.values, QPointF(at) + QPointF(0, 4))

    def _on_value(self, value: str) -> None:
        blank = self.editor.current_blank()
        if blank is not None:
            self.editor.fill_blank(blank, value)
        self._offer_values()
        self.editor.setFocus()

    # ----------------------------------------------------------------------------------------------------- sending
    def newcomer(self) -> Message | None:
        """What somebody else said since this text was begun."""
        if self._mode is Mode.NOTE:
            return None
        return came_meanwhile(self._shown, self._based_on, self._bridge.me)

    def send(self) -> None:
        """Ctrl+Enter: send, or keep the note."""
        self._give(then_done=False)

    def send_and_done(self) -> None:
        """The big button: send and be done with the thread, or keep the note."""
        self._give(then_done=True)

    def send_now(self) -> None:
        """Send without the undo window."""
        self._give(then_done=False, wait=timedelta(0))

    def _on_button(self) -> None:
        if self.newcomer() is not None:
            self.read_and_send()
        else:
            self.send_and_done()

    def read_and_send(self) -> None:
        """It was read, and the text is meant as it is."""
        self._based_on = self._newest_shown()
        self._give(then_done=False)

    def _give(self, *, then_done: bool, wait: timedelta = UNDO_WINDOW) -> None:
        answering = self._answering
        if answering is None:
            return
        self._refresh()
        if self._standing is None or not self._standing.may_leave:
            if self.editor.blanks():
                self._on_fill()
            return
        text = self.editor.text().strip()
        if self._mode is Mode.NOTE:
            given = self._bridge.submit.give(
                [(answering.thread, AddNote(answering.thread.id, text, self._mentions(text)))]
            )
            if given:
                self._forget()
                self.noted.emit(answering.thread.id)
            return
        newcomer = self.newcomer()
        if newcomer is not None and self._asked_about != newcomer.id:
            # The first press only shows the news: it may have come in the moment of the key.
            self._asked_about = newcomer.id
            self.wrote_past.emit(None)
            self.wrote_past.emit(self._based_on)
            return
        if newcomer is not None:
            self._based_on = self._newest_shown()
        now = self._bridge.clock.now()
        reply = Reply(answering.thread.id, text, self._based_on or self._newest_shown(), now + wait, then_done)
        name = _name_of(answering.thread)
        given = self._bridge.submit.give(
            [(answering.thread, reply)], tr("composer", "Answer to {name}").format(name=name)
        )
        if given:
            self._forget()
            self.sent.emit(answering.thread.id, then_done)

    def _mentions(self, text: str) -> tuple[PersonId, ...]:
        named = {found.group(1).casefold() for found in _MENTION.finditer(text)}
        return tuple(
            person.id for person in self._bridge.people if person.name.split(maxsplit=1)[0].casefold() in named
        )

    # --------------------------------------------------------------------------------------------------- refreshing
    def _refresh(self) -> None:
        if self._answering is None:
            return
        answering, mode = self._answering, self._mode
        now, locale = self._bridge.clock.now(), QLocale()
        stands = standing(self.editor.text(), mode, len(self.editor.blanks()), answering, now)
        self._standing = stands
        box = self.box
        box.box.is_public = answering.is_public
        box.count(words.counter(stands, locale), is_over=bool(stands.over))
        box.reply_tab.setText(tr("composer", "Public reply") if answering.is_public else tr("composer", "Reply"))
        ratio = self.devicePixelRatioF()
        mark = answering.channel.mark if answering.channel is not None else ""
        box.who.say(words.speaker(answering) if mode is Mode.REPLY else "", icons.mark(mark, 14, ratio))
        closes = words.window(answering, now) if mode is Mode.REPLY else ""
        box.window_line.say(closes, icons.pixmap("clock", ink("text3"), 14, ratio))
        box.fill.setVisible(bool(stands.blanks))
        box.fill.setText(words.blanks(stands.blanks))
        box.keys.setVisible(not stands.blanks and not stands.over)
        self._refresh_button(stands)
        newcomer = self.newcomer()
        obstacle = words.obstacle(stands, answering, mode)
        if newcomer is not None:
            said = words.newcomer(newcomer)
            box.fence.say(plain_text(said), tr("composer", "Send as it is"))
            if self._told_about != newcomer.id:
                self._told_about = newcomer.id
                announce(self.editor, plain_text(said), assertive=True)
        elif obstacle:
            box.fence.say(obstacle, "")
        is_shown = newcomer is not None or bool(obstacle)
        if box.fence.isVisibleTo(box) != is_shown:
            box.fence.setVisible(is_shown)
            box.fit()
        self.wrote_past.emit(self._based_on if newcomer is not None else None)
        self._say_placeholder()

    def _refresh_button(self, stands: Standing) -> None:
        assert self._answering is not None
        button = self.box.button
        is_note = self._mode is Mode.NOTE
        label = tr("composer", "Send and done")
        if is_note:
            label = tr("composer", "Add note")
        elif self.newcomer() is not None:
            label = tr("composer", "Read and send")
        reason = words.why_off(stands, self._answering, self._mode)
        for half in (button.main, button.arrow):
            half.setEnabled(stands.may_leave)
            half.setToolTip(reason)
            half.setAccessibleDescription(reason)
        button.main.setText(label)
        button.main.setAccessibleName(label)
        button.main.updateGeometry()
        button.arrow.setVisible(not is_note)
        button.main.is_alone = is_note
        if not button.menu.actions():
            for said, run in (
                (tr("composer", "Send and done"), self.send_and_done),
                (tr("composer", "Send"), self.send),
                (tr("composer", "Send now, without the time to undo"), self.send_now),
            ):
                action = QAction(said, self)
                action.triggered.connect(run)
                button.menu.addAction(action)

    def _say_placeholder(self) -> None:
        assert self._answering is not None
        thread = self._answering.thread
        name = _name_of(thread)
        if self._mode is Mode.NOTE:
            said = tr("composer", "Only the team reads this. @ names a colleague.")
            spoken = tr("composer", "Internal note about {name}").format(name=name)
        else:
            said = tr("composer", "Write to {name}, or / for a saved reply").format(name=name)
            spoken = tr("composer", "Answer to {name}").format(name=name)
        if self.editor.placeholderText() != said:
            self.editor.setPlaceholderText(said)
        self.editor.setAccessibleName(spoken)
        self.editor.setReadOnly(not self._answering.can_answer and self._mode is Mode.REPLY)

    # ------------------------------------------------------------------------------------------------ Qt overrides
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parentWidget() and event.type() is QEvent.Type.Resize:
            # It takes at most a share of what it stands in.
            self.box.fit()
        if watched is self.editor and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if self.box.values.isVisible() and self.box.values.take_key(event):
                return True
            match key_of(event):
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
                case None:
                    return False
            return True
        return super().eventFilter(watched, event)

    def _on_height(self) -> None:
        self.setFixedHeight(self.box.height())
        self.height_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.box.setGeometry(0, 0, self.width(), self.box.height())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        around = self.parentWidget()
        if around is not None:
            around.installEventFilter(self)


def _name_of(thread: Thread) -> str:
    """Whom an answer goes to; nobody's name where it is kept out of sight."""
    if thread.is_shielded:
        return tr("composer", "the writer", "of a message that is kept out of sight")
    return safe_name(thread.contact_name or thread.contact_handle)
