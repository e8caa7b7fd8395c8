"""Gives people of the audience and their accounts."""

from __future__ import annotations

from dataclasses import dataclass, field

from socialdesk.model.identifiers import ContactId


@dataclass(frozen=True, slots=True)
class Author:
    """Who wrote something on a platform, as the platform names them at that moment."""

    remote_id: str
    handle: str
    name: str
    avatar_url: str | None = None
    followers: int | None = None
    is_own: bool = False
    """Whether this is the connected account itself."""


@dataclass(frozen=True, slots=True)
class Contact:
    """A person in the audience. `fields` are (label, value) pairs in the order they are shown."""

    id: ContactId
    name: str
    handle: str
    platform: str
    avatar_url: str | None = None
    location: str = ""
    followers: int | None = None
    language: str = ""
    is_vip: bool = False
    memo: str = ""
    fields: tuple[tuple[str, str], ...] = field(default=())
