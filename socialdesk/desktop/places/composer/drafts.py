"""Keeps what is written on the disk as it is typed, and shows it again; one text per thread and mode."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.bridge.submit import Step
from socialdesk.desktop.places.composer.blanks import Blank
from socialdesk.desktop.places.composer.editor import Editor
from socialdesk.desktop.places.composer.standing import Mode
from socialdesk.desktop.places.composer.writing import Writing
from socialdesk.desktop.widgets.text_places import places
from socialdesk.model.answering_all import Chosen, narrower
from socialdesk.model.identifiers import CommandId, ThreadId
from socialdesk.model.outgoing import OutgoingPicture
from socialdesk.store.desk import Draft
from socialdesk.store.errors import DiskFull, LockedFile

DRAFT_MS = 60
"""A draft is on the disk at most so long after a key."""
AGAIN_MS = 3_000
"""Where a draft could not be put on the disk it is tried again after so long."""
APART = "\n\n"
"""Between a text that came back and what was begun since."""


class Drafts(QObject):
    """The drafts of the open thread."""

    changed = Signal(int)

    def __init__(self, bridge: Bridge, editor: Editor, writing: Writing, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._editor = editor
        self._writing = writing
        self._wholes: dict[str, str] = {}
        self.is_showing = False
        """Whether the text changes because another draft is shown, not because somebody writes."""
        self.is_elsewhere = False
        """Whether the thread is written in another window now: what is seen here may be older, and is not kept."""
        self._dropped: tuple[str, tuple[OutgoingPicture, ...]] | None = None
        """What was thrown away last, should it be brought back."""
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self._try_again)
        self._timer = QTimer(self, singleShot=True, interval=DRAFT_MS)
        self._timer.timeout.connect(self.keep)

    def keep(self) -> None:
        """Put what is written on the disk, now."""
        self._timer.stop()
        writing = self._writing
        if writing.answering is None or self.is_elsewhere:
            return
        thread = writing.answering.thread.id
        blanks = tuple(blank.as_kept() for blank in self._editor.blanks())
        now = self._bridge.clock.now()
        self._set(
            Draft(
                thread,
                writing.mode.value,
                self._editor.text(),
                now,
                blanks,
                writing.based_on,
                writing.pictures,
                writing.chosen is not None and not writing.is_note,
                () if writing.is_note else writing.chosen or (),
            )
        )
        self.changed.emit(thread)

    def _set(self, draft: Draft) -> None:
        """Put a draft on the disk. Where that can't be, it is said once, kept in memory, and tried again."""
        try:
            self._bridge.desk.set_draft(draft)
        except (DiskFull, LockedFile) as error:
            if not self._again.isActive():
                self._bridge.submit.failed.emit(error.sentence)
            self._again.start()

    def _try_again(self) -> None:
        if self._bridge.desk.keep_unkept():
            self._again.start()
        else:
            self._bridge.submit.given.emit(())  # what was said of it is true no more

    def keep_soon(self) -> None:
        """A key was typed."""
        # Never put off by the next key: who types without a pause would have nothing on the disk.
        if not self._timer.isActive():
            self._timer.start()

    def show(self, draft: Draft | None) -> None:
        """Show a draft, or an empty field."""
        self._dropped = None  # no undo leads back to it: a text like it is another one
        self._writing.based_on = draft.based_on if draft is not None else None
        self._writing.look, self._writing.looked_at = None, ""
        self._writing.pictures = draft.pictures if draft is not None else ()
        self._writing.chosen = draft.goes_to if draft is not None and draft.to_all else None
        blanks = tuple(Blank.from_kept(one) for one in draft.blanks) if draft is not None else ()
        self.is_showing = True
        self._editor.restore(draft.text if draft is not None else "", blanks)
        self.is_showing = False
        self._timer.stop()

    def show_thread(self, thread: ThreadId) -> None:
        """Show what was begun in a thread: the answer, or the note where only that was begun."""
        reply, note = (self._bridge.desk.draft(thread, mode.value) for mode in Mode)
        self._writing.mode = Mode.NOTE if note is not None and reply is None else Mode.REPLY
        self.show(note if self._writing.is_note else reply)

    def drop(self) -> None:
        """Throw away what is written, with its pictures; undo in the text brings both back."""
        self._dropped = (self._editor.text(), self._writing.pictures)
        self._writing.pictures = ()
        self._writing.chosen = None
        cursor = self._editor.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.removeSelectedText()

    def is_back(self) -> bool:
        """Whether what was thrown away was brought back just now; its pictures are there again then."""
        if self._dropped is None or not self._dropped[0] or self._editor.text() != self._dropped[0]:
            return False
        self._writing.pictures = (*self._dropped[1], *self._writing.pictures)
        self._dropped = None
        return True

    def forget(self, thread: ThreadId, mode: Mode) -> None:
        """It was given: nothing of it is a draft any more.

        Giving it may have opened the next thread already, whose own draft is none of this.
        """
        if self._writing.thread != thread or self._writing.mode is not mode:
            self._set(Draft(thread, mode.value, "", self._bridge.clock.now()))
            self.changed.emit(thread)
            return
        self._writing.based_on = None
        self._writing.pictures = ()
        self._writing.chosen = None
        self._writing.look, self._writing.looked_at = None, ""
        self._dropped = None
        self._editor.restore("")
        self.keep()

    def remember_whole(self, batch: str, text: str) -> None:
        """The text that was cut into the parts of a batch, should they be taken back."""
        self._wholes[batch] = text

    def take_note_back(self, step: Step) -> bool:
        """What an undone note had said is a draft again; whether it is one of the thread that is written here."""
        from socialdesk.model.command import AddNote

        note = step.given[0].command if len(step.given) == 1 else None
        if not isinstance(note, AddNote):  # what went along with another act comes back with that
            return False
        is_here = note.thread == self._writing.thread and not self.is_elsewhere
        if is_here:
            self.keep()
        self.put_before(note.thread, note.text, (), mode=Mode.NOTE)
        return is_here

    def take_back(self, step: Step, take_text: Callable[[str, tuple[OutgoingPicture, ...], Chosen], None]) -> None:
        """What an undone act had written is a draft again."""
        pictures, chosen = self._pictures(step), self._chosen(step)
        for thread, text in self._texts(step).items():
            taken = (text, pictures.get(thread, ()), chosen.get(thread))
            if thread == self._writing.thread and not self.is_elsewhere:
                take_text(*taken)
            else:
                self.put_before(thread, *taken)

    def put_before(
        self,
        thread: ThreadId,
        text: str,
        pictures: tuple[OutgoingPicture, ...],
        chosen: Chosen = None,
        mode: Mode = Mode.REPLY,
    ) -> None:
        """Put a text before what is on the disk as begun in a thread."""
        begun, now = self._bridge.desk.draft(thread, mode.value), self._bridge.clock.now()
        if begun is None:
            begun = Draft(thread, mode.value, text, now, pictures=pictures)
            self._set(replace(begun, to_all=chosen is not None, goes_to=chosen or ()))
        elif begun.text != text and not begun.text.startswith(f"{text}{APART}"):  # else a window of its own did it
            whole, blanks = before_what_is_begun(text, begun.text, begun.blanks)
            pictures = (*pictures, *begun.pictures)
            chosen = narrower(chosen, begun.goes_to if begun.to_all else None)
            begun = replace(begun, text=whole, blanks=blanks, pictures=pictures, changed_at=now)
            self._set(replace(begun, to_all=chosen is not None, goes_to=chosen or ()))
        self.changed.emit(thread)

    def attach(self, thread: ThreadId, picture: OutgoingPicture) -> None:
        """Put a picture to the answer that is begun in a thread, on the disk."""
        now = self._bridge.clock.now()
        begun = self._bridge.desk.draft(thread, Mode.REPLY.value) or Draft(thread, Mode.REPLY.value, "", now)
        if picture.id not in {one.id for one in begun.pictures}:
            self._set(replace(begun, pictures=(*begun.pictures, picture), changed_at=now))
            self.changed.emit(thread)

    def was_chosen(self, command: CommandId) -> Chosen:
        """Who of all who had the message an answer that was given went to."""
        from socialdesk.model.command import Reply

        outbound = self._bridge.cache.outbound(command)
        if outbound is not None:
            return tuple(one.address for one in outbound.recipients) or None
        pending = {one.id: one.command for one in self._bridge.submit.pending}.get(command)
        return pending.goes_to if isinstance(pending, Reply) and pending.to_all else None

    @staticmethod
    def _chosen(step: Step) -> dict[ThreadId, Chosen]:
        from socialdesk.model.command import Reply

        replies = [one.command for one in step.given if isinstance(one.command, Reply)]
        return {one.thread: one.goes_to for one in replies if one.to_all}

    def pictures_of(self, command: CommandId) -> tuple[OutgoingPicture, ...]:
        """The pictures of an answer that was given."""
        from socialdesk.model.command import Reply

        outbound = self._bridge.cache.outbound(command)
        if outbound is not None:
            return outbound.pictures
        pending = {one.id: one.command for one in self._bridge.submit.pending}.get(command)
        return pending.pictures if isinstance(pending, Reply) else ()

    def _pictures(self, step: Step) -> dict[ThreadId, tuple[OutgoingPicture, ...]]:
        from socialdesk.model.command import Reply

        return {
            one.command.thread: one.command.pictures
            for one in step.given
            if isinstance(one.command, Reply) and one.command.pictures
        }

    def _texts(self, step: Step) -> dict[ThreadId, str]:
        from socialdesk.model.command import Reply
        from socialdesk.model.moderation import AnswerPrivately

        found: dict[ThreadId, list[str]] = {}
        begins = {one.command.batch for one in step.given if isinstance(one.command, Reply) and one.command.part == 1}
        for one in step.given:
            if isinstance(one.command, AnswerPrivately):
                found.setdefault(one.command.thread, []).append(one.command.text)
            if not isinstance(one.command, Reply):
                continue
            texts = found.setdefault(one.command.thread, [])
            whole = self._wholes.get(one.command.batch)
            if whole is None or one.command.batch not in begins:
                texts.append(one.command.text)  # where the first part has left, what comes back is the rest
            elif one.command.part == 1:
                texts.append(whole)
        return {thread: APART.join(texts) for thread, texts in found.items()}


def before_what_is_begun(
    text: str, begun: str, blanks: Iterable[tuple[Any, ...]]
) -> tuple[str, tuple[tuple[Any, ...], ...]]:
    """A text that came back with what was begun since below it, and where the open blanks of that are now."""
    if not begun.strip():
        return text, ()
    by = places(f"{text}{APART}")
    return f"{text}{APART}{begun}", tuple((int(one[0]) + by, *one[1:]) for one in blanks)
