"""Gives the ways in which a platform lets a person sign in, as values; knows neither the form nor the request."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class WayKind(StrEnum):
    """Who the person types to."""

    TYPED = "typed"
    """To SocialDesk: a password made for it, a token, or nothing at all."""
    BROWSER = "browser"
    """To the platform, in the browser; SocialDesk never sees it."""


class FieldKind(StrEnum):
    """What is typed into a field."""

    TEXT = "text"
    SECRET = "secret"  # noqa: S105 - the name of a kind
    ADDRESS = "address"
    """The address of a server."""


@dataclass(frozen=True, slots=True)
class WayField:
    """One thing a person types. `hint` stands in the empty field, `help` below it; `default` fills it in advance."""

    key: str
    words: str
    kind: FieldKind = FieldKind.TEXT
    help: str = ""
    hint: str = ""
    default: str = ""
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Way:
    """One way to sign in. `help` says where to find what must be typed; `help_url` is the page it speaks of."""

    id: str
    kind: WayKind
    words: str
    fields: tuple[WayField, ...] = ()
    help: str = ""
    help_url: str = ""
    port: int = 0
    """The one port the browser may come back to, where the platform wants the address registered; 0 for any."""
    is_pasted: bool = False
    """Whether the platform leads to no address of this computer: the person pastes the one the browser shows."""

    @property
    def asks_nothing(self) -> bool:
        """Whether there is nothing to type and nowhere to go."""
        return self.kind is WayKind.TYPED and not self.fields

    @property
    def secret_keys(self) -> frozenset[str]:
        """The fields whose values are kept in the secret store and nowhere else."""
        return frozenset(one.key for one in self.fields if one.kind is FieldKind.SECRET)
