"""Gives people of the audience and their accounts."""

from __future__ import annotations

from dataclasses import field

from socialdesk.model.identifiers import ContactId
from socialdesk.support.values import StrEnum, value_class


@value_class(frozen=True, slots=True)
class Author:
    """Who wrote something on a platform, as the platform names them at that moment."""

    remote_id: str
    handle: str
    """As people write it there; where there is no @ in it, one is put before it on the screen."""
    name: str
    avatar_url: str | None = None
    followers: int | None = None
    is_own: bool = False
    """Whether this is the connected account itself."""


class FieldKind(StrEnum):
    """What a field holds: free words, a number, a day as 2026-06-13, or a web address."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    LINK = "link"


@value_class(frozen=True, slots=True)
class Account:
    """One account of a person on a platform, as the platform names it now."""

    platform: str
    remote_id: str
    name: str
    handle: str
    followers: int | None = None


@value_class(frozen=True, slots=True)
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
    kinds: tuple[tuple[str, FieldKind], ...] = ()
    """What the fields hold that are no plain text, by label."""
    time_zone: str = ""
    """Where their clock stands, such as "Europe/Paris"; empty when nobody knows."""
    merged_into: ContactId | None = None
    """The contact this one was found to be the same person as; then only that one is shown."""

    def kind_of(self, label: str) -> FieldKind:
        """What a field holds."""
        return dict(self.kinds).get(label, FieldKind.TEXT)
