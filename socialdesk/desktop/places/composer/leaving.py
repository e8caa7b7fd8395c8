"""Gives what is written as commands: an answer, its parts, a note. What stands in the way is said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QObject, Signal

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.places.composer.drafts import Drafts
from socialdesk.desktop.places.composer.editor import Editor
from socialdesk.desktop.places.composer.standing import Answering, Mode, Why
from socialdesk.desktop.places.composer.writing import Writing, name_of
from socialdesk.desktop.widgets.plain_text import safe_name
from socialdesk.model.command import AddNote, MarkDone, Reply, ThreadCommand
from socialdesk.model.identifiers import MessageId, PersonId
from socialdesk.model.last_look import look
from socialdesk.model.mention import mentioned
from socialdesk.model.message import Direction
from socialdesk.model.moderation import AnswerPrivately
from socialdesk.model.thread import Thread
from socialdesk.support.ids import new_id

tr = QCoreApplication.translate


class Leaving(QObject):
    """The way out of the composer."""

    gave = Signal(object)
    """All that was given along with an answer, the answer first: a tuple of `Given`."""
    sent = Signal(int, bool)
    noted = Signal(int)
    blank_wanted = Signal()
    """A blank is open: the caret goes there."""
    split_wanted = Signal(bool)
    """It is too long for one; whether the thread is done with it."""
    look_wanted = Signal()
    """Something is pointed out before it leaves."""
    news_wanted = Signal()
    """Something came in that is to be read first."""

    def __init__(
        self,
        bridge: Bridge,
        editor: Editor,
        writing: Writing,
        drafts: Drafts,
        *,
        asks_for_alt: Callable[[], bool],
        parent: QObject,
    ) -> None:
        """`asks_for_alt` asks for a missing description of a picture, once; False when there is nothing to ask."""
        super().__init__(parent)
        self._asks_for_alt = asks_for_alt
        self._bridge = bridge
        self._editor = editor
        self._writing = writing
        self._drafts = drafts
        self.besides: Callable[[Thread], Sequence[ThreadCommand]] = lambda _thread: ()
        """What is done along with an answer, so that one undo takes both back."""

    def give(self, *, then_done: bool, wait: timedelta | None = None, at: datetime | None = None) -> None:
        """Send what is written, or keep the note. `at` is the hour it is to leave; None for as soon as may be."""
        writing = self._writing
        answering, standing = writing.answering, writing.standing
        if answering is None or standing is None:
            return
        if not standing.may_leave:
            if standing.why_not is Why.TOO_LONG:
                if not self._is_held_by_words(answering, self._editor.text().strip()):
                    self.split_wanted.emit(then_done)
            elif standing.blanks:
                self.blank_wanted.emit()
            return
        text = self._editor.text().strip()
        if writing.is_note:
            self._note(answering, text)
        elif not self._is_held_by_words(answering, text) and not self._is_held_by_news():
            wait = self._undo_window() if wait is None else wait
            self._leave(answering, [text], then_done=then_done, wait=wait, at=at)

    def give_parts(self, parts: Sequence[str], *, then_done: bool) -> None:
        """Send a long text in parts, each an answer of its own, in order."""
        answering = self._writing.answering
        if answering is None or not parts or self._is_held_by_words(answering, self._editor.text().strip()):
            return
        if not self._is_held_by_news():
            self._leave(answering, parts, then_done=then_done, wait=self._undo_window(), at=None)

    def is_held(self) -> bool:
        """Whether something is to be seen to before it leaves, at whichever hour; that is asked for now, once."""
        answering, standing = self._writing.answering, self._writing.standing
        if answering is None or standing is None or not standing.may_leave or self._writing.is_note:
            return False
        return self._is_held_by_words(answering, self._editor.text().strip()) or self._is_held_by_news()

    def private_target(self) -> MessageId | None:
        """The public message that can be answered privately now; None where the platform does not let us."""
        writing, answering = self._writing, self._writing.answering
        able = answering.capabilities if answering is not None else None
        if answering is None or writing.is_note or able is None or not able.can("reply_privately"):
            return None
        theirs = [
            one.id
            for one in writing.shown
            if one.direction is Direction.IN and one.external_id is not None and one.deleted_at is None
        ]
        return theirs[-1] if theirs and not writing.pictures else None

    def give_privately(self) -> None:
        """Send what is written where only the writer of the newest message reads it, and be done with the thread."""
        answering, standing, target = self._writing.answering, self._writing.standing, self.private_target()
        if answering is None or standing is None or target is None:
            return
        if not standing.may_leave:
            if standing.blanks:
                self.blank_wanted.emit()
            return
        text = self._editor.text().strip()
        if self._is_held_by_look(answering, text) or self._is_held_by_news():
            return
        thread = answering.thread
        leaves = self._bridge.clock.now() + self._undo_window()
        acts: list[tuple[Thread, ThreadCommand]] = [
            (thread, AnswerPrivately(thread.id, target, text, leaves)),
            (thread, MarkDone(thread.id)),
        ]
        label = tr("composer", "Private answer to {name}").format(name=name_of(thread))
        if self._bridge.submit.give(acts, label):
            self._drafts.forget(thread.id, Mode.REPLY)
            self.sent.emit(thread.id, True)

    def _undo_window(self) -> timedelta:
        """How long an answer waits here, to be taken back."""
        return timedelta(seconds=self._bridge.settings.number("undo_s"))

    def read_and_send(self) -> None:
        """It was read, and the text is meant as it is."""
        if self._writing.answering is not None:
            self._writing.based_on = self._writing.newest_shown()
            self.give(then_done=False)

    def _is_held_by_news(self) -> bool:
        """Whether something came in that is to be read first; a second press has read it."""
        writing = self._writing
        newcomer = writing.newcomer()
        if newcomer is None:
            return False
        if writing.asked_about != newcomer.id:
            # The first press only shows the news: it may have come in the moment of the key.
            writing.asked_about = newcomer.id
            self.news_wanted.emit()
            return True
        writing.based_on = writing.newest_shown()
        return False

    def _is_held_by_words(self, answering: Answering, text: str) -> bool:
        """Whether a picture waits for its description, or something is pointed out first."""
        return self._asks_for_alt() or self._is_held_by_look(answering, text)

    def _is_held_by_look(self, answering: Answering, text: str) -> bool:
        """Whether something is pointed out first; a second press of the same text is meant."""
        writing = self._writing
        if writing.looked_at == text:
            return False
        found = look(text, answering.thread.contact_name, writing.shown)
        if found is None:
            return False
        writing.look, writing.looked_at = found, text
        self.look_wanted.emit()
        return True

    def _note(self, answering: Answering, text: str) -> None:
        thread = answering.thread
        label = tr("composer", "Note on {name}").format(name=name_of(thread))
        if self._bridge.submit.give([(thread, AddNote(thread.id, text, self._mentions(text)))], label):
            self._drafts.forget(thread.id, Mode.NOTE)
            self.noted.emit(thread.id)

    def _leave(
        self, answering: Answering, parts: Sequence[str], *, then_done: bool, wait: timedelta, at: datetime | None
    ) -> None:
        thread = answering.thread
        based_on = self._writing.based_on or self._writing.newest_shown()
        not_before = at or self._bridge.clock.now() + wait
        batch = new_id() if len(parts) > 1 else ""
        picked, answered = self._writing.picked(), self._writing.answered()
        to_all = bool(picked) and answered is not None
        is_all = len(picked) == len(self._writing.everybody())
        # Whoever is shown gets it, though something newer came that went to others.
        parent = answered.id if to_all and answered is not None else answering.parent
        replies = [
            Reply(
                thread.id,
                text,
                based_on,
                not_before,
                then_done and number == len(parts),
                parent,
                batch=batch,
                part=number if batch else 0,
                pictures=self._writing.pictures if number == 1 else (),
                to_all=to_all,
                goes_to=() if is_all or not to_all else tuple(one.address for one in picked),
            )
            for number, text in enumerate(parts, 1)
        ]
        if batch:
            self._drafts.remember_whole(batch, self._editor.text().strip())
        label = (
            tr("composer", "Answer to %n people", "", len(picked))
            if len(picked) > 1
            else tr("composer", "Answer to {name}").format(
                name=safe_name(picked[0].name or picked[0].address) if picked else name_of(thread)
            )
        )
        acts: list[tuple[Thread, ThreadCommand]] = [(thread, reply) for reply in replies]
        given = self._bridge.submit.give([*acts, *((thread, act) for act in self.besides(thread))], label)
        if given:
            self.gave.emit(given)
            self._drafts.forget(thread.id, Mode.REPLY)
            self.sent.emit(thread.id, then_done)

    def _mentions(self, text: str) -> tuple[PersonId, ...]:
        return mentioned(text, self._bridge.people)
