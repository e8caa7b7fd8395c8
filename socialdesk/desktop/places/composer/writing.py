"""What is being written at this moment: for whom, on which words of theirs, as an answer or a note. No widget."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.places.composer.standing import Answering, Mode, Standing, came_meanwhile
from socialdesk.desktop.widgets.plain_text import safe_name
from socialdesk.model.answering_all import Chosen, everybody, picked
from socialdesk.model.identifiers import MessageId, ThreadId
from socialdesk.model.last_look import Look
from socialdesk.model.message import Direction, Message, Recipient
from socialdesk.model.outgoing import OutgoingPicture
from socialdesk.model.person import Person
from socialdesk.model.thread import Thread

tr = QCoreApplication.translate


@dataclass
class Writing:
    """The state that the parts of the composer share."""

    me: int
    answering: Answering | None = None
    mode: Mode = Mode.REPLY
    based_on: MessageId | None = None
    """The newest message its writer had seen when it was begun; None while nothing is written."""
    shown: tuple[Message, ...] = ()
    standing: Standing | None = None
    pictures: tuple[OutgoingPicture, ...] = ()
    chosen: Chosen = None
    """Who of all who had the message are to have the answer, where they are several."""
    look: Look | None = None
    """What a first press of Send has pointed out."""
    looked_at: str = ""
    """The text it was pointed out for: a second press sends just that."""
    asked_about: MessageId | None = None
    """The newcomer that a first press of Send has pointed at."""

    @property
    def thread(self) -> ThreadId | None:
        """The thread that is being answered."""
        return self.answering.thread.id if self.answering is not None else None

    @property
    def is_note(self) -> bool:
        """Whether only the team will read it."""
        return self.mode is Mode.NOTE

    def answered(self) -> Message | None:
        """The message that an answer goes to: the one chosen by its place, else their newest on the screen."""
        if self.answering is None:
            return None
        known = [one for one in self.shown if one.external_id is not None]
        if self.answering.parent is not None:
            return next((one for one in known if one.id == self.answering.parent), None)
        theirs = [one for one in known if one.direction is Direction.IN and one.deleted_at is None]
        return max(theirs or known, key=lambda one: (one.created_at, one.id), default=None)

    def everybody(self) -> tuple[Recipient, ...]:
        """Whom an answer to all would go to; empty where that cannot be chosen here."""
        able = self.answering.capabilities if self.answering is not None else None
        if self.is_note or able is None or not able.can("reply_all") or self.answering is None:
            return ()
        message = self.answered()
        if message is None or not message.recipients or self.answering.thread.is_shielded:
            return ()
        return everybody(message)

    def picked(self) -> tuple[Recipient, ...]:
        """Whom the answer goes to, where more than its reader alone were chosen; empty for one person as ever."""
        return picked(self.everybody(), self.chosen)

    def newest_shown(self) -> MessageId:
        """The newest message on the screen that the platform has."""
        assert self.answering is not None
        stored = [message.id for message in self.shown if message.external_id is not None]
        return MessageId(max(stored, default=self.answering.thread.last_message_id))

    def newcomer(self) -> Message | None:
        """What somebody else said since this text was begun."""
        return None if self.is_note else came_meanwhile(self.shown, self.based_on, self.me)


def name_of(thread: Thread) -> str:
    """Whom an answer goes to; nobody's name where it is kept out of sight."""
    if thread.is_shielded:
        return tr("composer", "the writer", "of a message that is kept out of sight")
    known = safe_name(thread.contact_name) or safe_name(thread.contact_handle)
    return known or tr("composer", "the writer", "of a message that is kept out of sight")


def can_be_named(writing: Writing, people: Iterable[Person]) -> list[tuple[str, str]]:
    """Who can be named with @, as written and as shown: colleagues in a note, people of the thread in public."""
    if writing.is_note:
        return [(person.name.split(maxsplit=1)[0], person.name) for person in people if not person.is_me]
    if writing.answering is None or not writing.answering.is_public:
        return []
    found: dict[str, str] = {}
    for message in reversed(writing.shown):
        if message.direction is Direction.IN and message.author_handle:
            handle = message.author_handle.removeprefix("@")
            found.setdefault(handle, f"{safe_name(message.author_name)}  @{safe_name(handle)}")
    return list(found.items())
