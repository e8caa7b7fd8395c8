"""Gives what was said in a thread: messages by contact and brand, notes of the team, and grey lines of events."""

from __future__ import annotations

from dataclasses import field
from datetime import datetime
from typing import TypeAlias

from socialdesk.model.delivery import Delivery
from socialdesk.model.identifiers import CommandId, MessageId, NoteId, PersonId, ThreadId
from socialdesk.support.values import StrEnum, value_class


class Direction(StrEnum):
    """Which way a message went."""

    IN = "in"
    OUT = "out"


@value_class(frozen=True, slots=True)
class Attachment:
    """A picture, film or file that came with a message; nothing of it is loaded without consent."""

    kind: str
    """image, video, audio, link or file"""
    url: str
    alt: str = ""
    media_type: str = ""
    size_bytes: int | None = None
    expires_at: datetime | None = field(default=None, compare=False)
    """When `url` stops leading anywhere; not part of what was said."""


class Place(StrEnum):
    """Where somebody stands among those a message goes to."""

    TO = "to"
    CC = "cc"
    ASKED = "asked"
    """Where its writer asks answers to go, instead of to themselves."""


@value_class(frozen=True, slots=True)
class Recipient:
    """Somebody a message went to, as its writer names them. `is_own` is the account that it was read with."""

    place: Place
    address: str
    name: str = ""
    is_own: bool = False


@value_class(frozen=True, slots=True)
class Message:
    """One message on the platform, or one that is on its way there.

    `external_id` is None until the platform has it. `command_id` is set on what was written here.
    `author_name` is the contact's name, or for our own the team member's when known, else the brand's.
    """

    id: MessageId
    thread_id: ThreadId
    external_id: str | None
    direction: Direction
    author_remote_id: str
    author_name: str
    author_handle: str
    text: str
    created_at: datetime
    edited_at: datetime | None = None
    deleted_at: datetime | None = None
    state: Delivery = Delivery.RECEIVED
    state_reason: str = ""
    """A sentence with a next step, for a person, when `state` asks for one."""
    not_before: datetime | None = None
    """When a queued or waiting answer may leave."""
    command_id: CommandId | None = None
    person_id: PersonId | None = None
    parent_external_id: str | None = None
    permalink: str = ""
    is_liked: bool = False
    attachments: tuple[Attachment, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    """Whom it went to, where that is more than one person; empty where it is between two."""


@value_class(frozen=True, slots=True)
class Note:
    """An internal note: never leaves the workspace."""

    id: NoteId
    thread_id: ThreadId
    person_id: PersonId
    person_name: str
    text: str
    created_at: datetime


@value_class(frozen=True, slots=True)
class Happening:
    """One grey line in a conversation: who did what, when. `what` is a stable word, `detail` its object."""

    id: int
    thread_id: ThreadId
    at: datetime
    person_name: str
    what: str
    """assigned, unassigned, routed (a written decision of `model.routing`), done, reopened, waiting, snoozed, woke,
    tagged, untagged, prioritised, liked, deleted, sent, muted, unmuted, merged, parted, `through:` and a kind of thread
    where several are shown as one, or `platform:` and an act of `model.moderation`"""
    detail: str = ""


Entry: TypeAlias = Message | Note | Happening
