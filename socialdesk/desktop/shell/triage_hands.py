"""What is done to the open thread in triage: marks it done, puts it off, gives it to somebody, tags it.

Each act is one command with what goes along with it, one sentence and one way back; it holds no state of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.shell.members import members, warning
from socialdesk.desktop.shell.moving_on import following
from socialdesk.desktop.shell.parts import Parts
from socialdesk.desktop.shell.thread_name import thread_name
from socialdesk.model.command import (
    AddNote,
    AddTag,
    Assign,
    Like,
    MarkDone,
    MarkRead,
    MarkUnread,
    RemoveTag,
    Reopen,
    Snooze,
    ThreadCommand,
)
from socialdesk.model.identifiers import PersonId
from socialdesk.model.thread import Status, Thread
from socialdesk.model.view import UNASSIGNED
from socialdesk.store.queue_page import queue_page
from socialdesk.support.clock import HERE

tr = QCoreApplication.translate
Besides = Callable[[Thread], Sequence[ThreadCommand]]
"""What goes along with a command for a thread."""


def _nothing(_thread: Thread) -> Sequence[ThreadCommand]:
    return ()


class TriageHands:
    """See `TriageShape` of the acts. What concerns many threads at once goes to those that are selected."""

    def __init__(self, window: Parts) -> None:
        self._w = window

    def mark_done(self) -> None:
        self.give(lambda t: MarkDone(t.id), tr("shell", "{name} is done."), moves_on=True)

    def reopen(self) -> None:
        # One that the list does not hold was looked up, and is opened again to be worked on.
        stays = self._w.queue.guest is not None
        self.give(lambda t: Reopen(t.id), tr("shell", "{name} is open again."), moves_on=not stays)

    def ask_snooze(self) -> None:
        thread = self._w.queue.current()
        if thread is not None:
            now = self._w.bridge.clock.now()
            self._w.snooze.open_for(now, HERE, thread.due_at, self._w.anchor())

    def snooze(self, until: datetime | None) -> None:
        """The picker chose a moment, or None for when they answer."""
        if self._w.bulk.snooze(until):
            return
        self.give(lambda t: Snooze(t.id, until), tr("shell", "{name} comes back later."), moves_on=True)

    def ask_assign(self) -> None:
        thread = self._w.queue.current()
        if thread is not None:
            due = None if self._w.bulk.is_on else thread.due_at
            shown = members(self._w.bridge, due)
            self._w.assign.open_for(shown, thread.assignee_id, self._w.anchor(), takes_note=not self._w.bulk.is_on)

    def assign(self, person: PersonId | None) -> None:
        """Give the thread to somebody, or nobody."""
        note = self._w.assign.take_note()
        if self._w.bulk.assign(person):
            return
        name = self._w.bridge.person(person)
        words = tr("shell", "{name} is nobody's now.") if name is None else tr("shell", "{name} given to {person}.")
        if name is not None and name.is_me:
            words = tr("shell", "{name} is yours.")
        shown = name.name.split()[0] if name else ""
        besides = _note_to(name.id, f"@{shown} {note}") if note and name is not None else _nothing
        thread = self._w.queue.current()
        off = warning(self._w.bridge, person, thread.due_at if thread is not None else None)
        words = words.replace("{person}", shown) + (f" {off}." if off else "")
        self.give(lambda t: Assign(t.id, person), words, moves_on=True, besides=besides)

    def assign_me(self) -> None:
        self.assign(self._w.bridge.me)

    def assign_nobody(self) -> None:
        self.assign(None)

    def take_next(self) -> None:
        """Take the thread of nobody's that is due first, and open it."""
        page = queue_page(self._w.bridge.cache, UNASSIGNED, self._w.bridge.me, None, 20)
        me = self._w.bridge.me
        for thread in page.rows:
            folded = self._w.bridge.submit.folded(thread)
            # What was done or put off here a moment ago may still stand in the queue of the cache.
            if folded.assignee_id is None and folded.status is Status.OPEN:
                label = tr("shell", "{name} is yours.").format(name=thread_name(folded))
                self._w.bridge.submit.give([(folded, Assign(folded.id, me))], label)
                self._w.show_thread_in_mine(folded.id)
                return
        self._w.say(tr("shell", "Nothing is free: every open thread is somebody's already."))

    def ask_tags(self) -> None:
        thread = self._w.queue.current()
        if thread is not None:
            self._w.tags.open_for(self._w.bridge.cache.tags(), thread.tags, self._w.anchor())

    def toggle_tag(self, tag: str, on: bool) -> None:
        """Put a tag on or take it off."""
        if self._w.bulk.toggle_tag(tag, on):
            return
        words = tr("shell", "Tagged {tag}.") if on else tr("shell", "{tag} taken off.")
        self.give(lambda t: AddTag(t.id, tag) if on else RemoveTag(t.id, tag), words.replace("{tag}", tag))

    def toggle_read(self) -> None:
        self.give(lambda t: MarkRead(t.id) if t.unread else MarkUnread(t.id), tr("shell", "{name} marked."))

    def like(self) -> None:
        message = self._w.conversation.message_in_focus()
        if message is not None:
            words = tr("shell", "Like taken back.") if message.is_liked else tr("shell", "Liked.")
            self.give(lambda t: Like(t.id, message.id, not message.is_liked), words)

    def give(
        self,
        made: Callable[[Thread], ThreadCommand],
        words: str,
        *,
        moves_on: bool = False,
        besides: Besides = _nothing,
    ) -> None:
        """Give a command for the open thread; with `moves_on` the next one opens in the same frame.

        What `besides` gives goes with it, as one act with one way back.
        """
        thread = self._w.queue.current()
        if thread is None:
            return
        opens = following(self._w.bridge, self._w.queue, thread.id) if moves_on else None
        command = made(thread)
        label = words.replace("{name}", thread_name(thread))  # a tag or a member in them may have braces
        self._w.bridge.submit.give([(thread, one) for one in (command, *besides(thread))], label)
        model = self._w.queue.model
        # What a search found stays in its list: one goes on from it all the same.
        if moves_on and (model.row_of(thread.id) is None or (model.is_search and opens is not None)):
            if opens is not None:
                self._w.queue.open(opens.id)
            else:
                self._w.queue.list.selectionModel().clear()
                self._w.open_thread(None)
                self._w.queue.list.setFocus()


def _note_to(person: PersonId, text: str) -> Besides:
    return lambda thread: (AddNote(thread.id, text, (person,)),)
