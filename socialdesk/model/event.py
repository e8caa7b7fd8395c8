"""Gives what a platform reports, in one form for all platforms; connectors make it, ingest takes it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeAlias

from socialdesk.model.contact import Author
from socialdesk.model.message import Attachment, Recipient
from socialdesk.model.thread import Kind
from socialdesk.support.values import value_class


@dataclass(frozen=True, slots=True)
class PostSeen:
    """A post that people answer to, as it is now."""

    remote_id: str
    author: Author
    title: str
    text: str
    created_at: datetime | None
    permalink: str
    counts: tuple[tuple[str, int], ...] = ()
    picture: Attachment | None = None
    """What stands for the post beside its title: its first picture, or the still of its film or link."""


@value_class(frozen=True, slots=True)
class MessageSeen:
    """A message as it is now; a later version of the same `remote_id` is an edit.

    `version` is what the platform changes with the content (a hash, a revision, an edit time). `thread_remote_id`
    must depend only on the platform's own facts, never on the order in which events arrive. `echo_key` is the
    record key or client key an own message was written with, where the platform tells it.
    """

    remote_id: str
    version: str
    thread_remote_id: str
    kind: Kind
    author: Author
    text: str
    created_at: datetime
    permalink: str
    contact: Author | None = None
    """Who the thread is with, when that is not `author` (own messages)."""
    edited_at: datetime | None = None
    parent_remote_id: str | None = None
    post_remote_id: str | None = None
    language: str = ""
    stars: int | None = None
    is_liked: bool = False
    likes: int | None = None
    """How many people like it, where the platform says so with it."""
    echo_key: str | None = None
    attachments: tuple[Attachment, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    """Whom it went to, where that is more than one person."""
    tags: tuple[str, ...] = ()
    shield: str = ""
    is_held: bool = False
    """Whether only we see it until we approve it: `HideMessage` with `on` False does, with True it is passed over."""
    is_hidden: bool = False
    """Whether it is known to be hidden from the public, by whomever."""
    raw: str = field(default="{}", repr=False)


@dataclass(frozen=True, slots=True)
class MessageDeleted:
    """A message that is gone from the platform."""

    remote_id: str
    at: datetime
    raw: str = field(default="{}", repr=False)


@dataclass(frozen=True, slots=True)
class MessagesSeenByContact:
    """The contact has read our messages of a thread up to a moment."""

    thread_remote_id: str
    until: datetime


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Something the connector could not understand; parked with its raw form while the page goes on."""

    dedup_key: str
    error: str
    raw: str = field(repr=False)


Event: TypeAlias = PostSeen | MessageSeen | MessageDeleted | MessagesSeenByContact | Unreadable
