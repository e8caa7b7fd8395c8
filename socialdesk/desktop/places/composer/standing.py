"""Decides what the composer may do with a text: whether it may leave, how long it is, what its button says; no Qt.

The words are made by the view; here are the facts. Blanks, a closed window and an unread message can't be overridden.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from socialdesk.model.capability import AttachmentLimit, Capabilities, TextUnit
from socialdesk.model.channel import Channel
from socialdesk.model.counting import length_of
from socialdesk.model.guard import is_window_open
from socialdesk.model.identifiers import MessageId
from socialdesk.model.message import Direction, Message
from socialdesk.model.outgoing import OutgoingPicture, trouble_with
from socialdesk.model.saved_reply import has_hole
from socialdesk.model.thread import Kind, Thread


class Mode(StrEnum):
    """What is written: an answer that the contact reads, or a note that only the team does."""

    REPLY = "reply"
    NOTE = "note"


class Why(StrEnum):
    """Why a text can't leave now."""

    EMPTY = "empty"
    BLANKS = "blanks"
    HOLE = "hole"
    TOO_LONG = "too_long"
    WINDOW_CLOSED = "window_closed"
    NOT_POSSIBLE = "not_possible"
    PICTURES = "pictures"


@dataclass(frozen=True, slots=True)
class Answering:
    """What is being answered: the thread, the channel that will speak and what it can do here; None where unknown."""

    thread: Thread
    channel: Channel | None
    capabilities: Capabilities | None = None
    several_channels: bool = True
    parent: MessageId | None = None
    """The message that is answered where the thread shows several as one; None for their newest one."""

    @property
    def window(self) -> timedelta | None:
        """How long after the contact's newest message the platform takes an answer here; None for ever."""
        return None if self.capabilities is None else self.capabilities.window_in(self.thread.remote_id)

    @property
    def window_closes_at(self) -> datetime | None:
        """Until when the platform takes an answer; None for ever."""
        window = self.window
        return None if window is None or self.thread.last_in_at is None else self.thread.last_in_at + window

    def is_open(self, now: datetime) -> bool:
        """Whether the platform still takes an answer."""
        return self.window is None or is_window_open(self.thread.last_in_at, self.window, now)

    @property
    def can_answer(self) -> bool:
        """Whether this channel can be answered from here at all; what is not known is tried."""
        return self.capabilities is None or self.capabilities.can("reply")

    @property
    def is_public(self) -> bool:
        """Whether everybody can read the answer."""
        return self.thread.kind is not Kind.DM


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a text stands. `over` is by how much it is too long, `limit` None where there is none."""

    why_not: Why | None
    length: int
    limit: int | None
    over: int = 0
    blanks: int = 0
    unit: TextUnit = TextUnit.GRAPHEMES
    price_mills: int | None = None
    """What sending it costs at most, in thousandths of a US dollar; None where it costs nothing."""

    @property
    def may_leave(self) -> bool:
        """Whether it may be sent or kept as a note."""
        return self.why_not is None


def standing(
    text: str,
    mode: Mode,
    blanks: int,
    answering: Answering,
    now: datetime,
    *,
    pictures: tuple[OutgoingPicture, ...] = (),
) -> Standing:
    """Where `text` stands with `blanks` open blanks in it and `pictures` that go with it."""
    has_pictures = bool(pictures) and mode is Mode.REPLY
    limit = answering.capabilities.text if answering.capabilities is not None and mode is Mode.REPLY else None
    counted = length_of(text, limit) if limit is not None else None
    over = counted.over if counted is not None else 0
    why: Why | None = None
    if mode is Mode.REPLY and not answering.can_answer:
        why = Why.NOT_POSSIBLE
    elif mode is Mode.REPLY and not answering.is_open(now):
        why = Why.WINDOW_CLOSED
    elif not text.strip() and not has_pictures:
        why = Why.EMPTY
    elif blanks:
        why = Why.BLANKS
    elif mode is Mode.REPLY and has_hole(text):
        why = Why.HOLE
    elif has_pictures and trouble_with(pictures, _attachments(answering)) is not None:
        why = Why.PICTURES
    elif over:
        why = Why.TOO_LONG
    if counted is None:
        return Standing(why, len(text), None, blanks=blanks)
    charged = answering.capabilities.price if answering.capabilities is not None else None
    price = charged.of(text) if charged is not None and (text.strip() or has_pictures) else None
    return Standing(why, counted.used, counted.most, over, blanks, counted.unit, price)


def _attachments(answering: Answering) -> AttachmentLimit | None:
    return answering.capabilities.attachments if answering.capabilities is not None else None


def came_meanwhile(shown: tuple[Message, ...], based_on: MessageId | None, me: int | None) -> Message | None:
    """The newest message that somebody else wrote after `based_on`; None when the writer has seen everything."""
    if based_on is None:
        return None
    for message in reversed(shown):
        if message.id <= based_on or message.deleted_at is not None:
            continue
        if message.direction is Direction.IN:
            return message
        if message.external_id is not None and message.person_id != me:
            return message
    return None


def left(until: datetime, now: datetime) -> timedelta:
    """The span until a moment, never negative."""
    return max(timedelta(0), until - now)
