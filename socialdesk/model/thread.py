"""Gives the unit of triage: one DM conversation, one comment with its replies, one mention, one review."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TypeAlias

from socialdesk.model.identifiers import ChannelId, ContactId, PersonId, PostId, ThreadId
from socialdesk.support.values import StrEnum, value_class


class Kind(StrEnum):
    """What sort of thread it is."""

    DM = "dm"
    COMMENT = "comment"
    MENTION = "mention"
    REVIEW = "review"


class Status(StrEnum):
    """Where a thread stands for everybody; read and unread is another matter."""

    OPEN = "open"
    WAITING = "waiting"
    """Waiting on the contact: we answered last."""
    SNOOZED = "snoozed"
    DONE = "done"
    MUTED = "muted"
    """Kept out of the queue whatever is written in it, until somebody unmutes it; its reply clock goes on."""


class Priority(StrEnum):
    """How much a person or rule raised it."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"
    URGENT = "urgent"


Pauses: TypeAlias = tuple[tuple[datetime, datetime | None], ...]
"""From when to when a thread was said to wait on its contact, in order and apart; the last may go on."""


@value_class(frozen=True, slots=True)
class Thread:
    """A thread as a queue shows it.

    `waiting_since` is the time of the oldest message of the contact that nobody answered, None when none waits.
    `due_at` is the end of the reply target counted from it. `answered_after_ms` is how long the last answer took.
    `last_message_id` is the newest message a writer can have seen, for the fence.
    """

    id: ThreadId
    channel_id: ChannelId
    kind: Kind
    remote_id: str
    subject: str
    contact_id: ContactId | None
    contact_name: str
    contact_handle: str
    status: Status
    created_at: datetime
    last_in_at: datetime | None
    last_out_at: datetime | None
    waiting_since: datetime | None
    due_at: datetime | None
    preview: str = ""
    preview_is_own: bool = False
    snoozed_until: datetime | None = None
    assignee_id: PersonId | None = None
    priority: Priority = Priority.NORMAL
    unread: int = 0
    tags: tuple[str, ...] = ()
    language: str = ""
    stars: int | None = None
    post_id: PostId | None = None
    permalink: str = ""
    answered_after_ms: int | None = None
    attachments: int = 0
    is_vip: bool = False
    shield: str = ""
    """Why the content is kept out of sight (abuse, spam …); empty when it is not."""
    mentions_me: bool = False
    """Whether a note of the team names me and I have not read it."""
    last_message_id: int = 0
    rev: int = 0
    began_again_at: datetime | None = None
    """When the contact wrote again after all was done; what was said before is no answer to it."""
    pauses: Pauses = ()
    """When somebody said of the present wait that it waits on the contact: then a policy may let its clock rest."""
    signals: str = ""
    """What can be told of the messages that nobody answered, as `model.signals` stores it; empty when none waits."""
    topics: tuple[str, ...] = ()
    """The topics these messages are about, by the word lists of the team."""
    moved_ms: int = 0
    """By how much it stands earlier in the queue than its own time, as `model.triage` decides."""

    @property
    def asks_after(self) -> datetime | None:
        """What came until then needs no answer any more: we answered, or all was done before it was asked anew."""
        began = self.began_again_at
        if began is None or (self.last_out_at is not None and self.last_out_at >= began):
            return self.last_out_at
        return began - timedelta(milliseconds=1)

    @property
    def last_at(self) -> datetime:
        """When anything was last said."""
        last, heard, said = self.created_at, self.last_in_at, self.last_out_at
        if heard is not None and heard > last:
            last = heard
        return said if said is not None and said > last else last

    @property
    def is_shielded(self) -> bool:
        """Whether name, picture and text are kept out of sight."""
        return bool(self.shield)


def pauses_since(pauses: Pauses, since: datetime) -> Pauses:
    """What of the pauses lies after a moment."""
    if not pauses or pauses[0][0] >= since:
        return pauses
    return tuple((max(begins, since), ends) for begins, ends in pauses if ends is None or ends > since)


def pause_begun(pauses: Pauses, at: datetime) -> Pauses:
    """The pauses with one that begins, unless one goes on."""
    if pauses and pauses[-1][1] is None:
        return pauses
    begins = max([at, *(ends for _, ends in pauses if ends is not None)])
    return (*pauses, (begins, None))


def pause_ended(pauses: Pauses, at: datetime) -> Pauses:
    """The pauses with the one that goes on ended; one that took no time is none."""
    if not pauses or pauses[-1][1] is not None:
        return pauses
    begins = pauses[-1][0]
    return (*pauses[:-1], (begins, at)) if at > begins else pauses[:-1]
