"""Gives what opens a mailbox: its password, or the token of a sign-in through the browser, renewed before it ends.

A token goes over the line as Google and Microsoft document it (XOAUTH2), else as RFC 7628 says (OAUTHBEARER).
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from socialdesk.connectors.email import failures
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.oauth import TokenKeeping
from socialdesk.model.failure import FailureKind

Opened = TypeVar("Opened")


@dataclass(frozen=True, slots=True)
class Password:
    """What was typed."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Bearer:
    """What a sign-in at `provider` gave."""

    token: str = field(repr=False)
    provider: str


Key = Password | Bearer


class Keys(Protocol):
    """Where the keys of a mailbox come from."""

    async def now(self) -> Key:
        """The key that opens it now. Raises ConnectorError."""
        ...

    async def instead(self, refused: Key) -> Key | None:
        """Another key than one that the server did not take; None where there is none. Raises ConnectorError."""
        ...


class OnePassword:
    """The password; who has another one connects the channel again."""

    def __init__(self, password: str) -> None:
        self._key = Password(password)

    async def now(self) -> Key:
        """The password."""
        return self._key

    async def instead(self, refused: Key) -> Key | None:
        """Only another password: accounts get locked by trying."""
        return self._key if refused != self._key else None


class Renewed:
    """Tokens, renewed before they end, and once where a server does not take one that should be good."""

    def __init__(self, keeping: TokenKeeping, provider: str) -> None:
        self._keeping = keeping
        self._provider = provider

    async def now(self) -> Key:
        """A token that lasts for a while yet."""
        return Bearer((await self._keeping.fresh()).access, self._provider)

    async def instead(self, refused: Key) -> Key | None:
        """A newer token than that."""
        tokens = self._keeping.newest()
        if isinstance(refused, Bearer) and tokens.access == refused.token:
            tokens = await self._keeping.renewed(tokens)
        return Bearer(tokens.access, self._provider)


async def with_key(keys: Keys, opens: Callable[[Key], Awaitable[Opened]]) -> Opened:
    """What opens with the key of now, or with a newer one where that one is refused. Raises ConnectorError."""
    key = await keys.now()
    try:
        return await opens(key)
    except ConnectorError as error:
        if error.failure.kind is not FailureKind.AUTH_EXPIRED:
            raise
        other = await keys.instead(key)
        if other is None:
            raise
        return await opens(other)


@dataclass(frozen=True, slots=True)
class Spoken:
    """How a token is said: the name of the way, what is said first, and what a refusal is heard out with."""

    name: str
    first: str = field(repr=False)
    last: str = ""


def spoken(key: Bearer, user: str, ways: Collection[str], host: str) -> Spoken:
    """How to say a token to a server that takes these ways (SASL). Raises ConnectorError where it takes none."""
    if "XOAUTH2" in ways:
        return Spoken("XOAUTH2", _b64(f"user={user}\x01auth=Bearer {key.token}\x01\x01"))
    if "OAUTHBEARER" in ways:
        name = user.replace("=", "=3D").replace(",", "=2C")
        return Spoken("OAUTHBEARER", _b64(f"n,a={name},\x01auth=Bearer {key.token}\x01\x01"), _b64("\x01"))
    raise failures.no_tokens(host)


def _b64(text: str) -> str:
    return b64encode(text.encode()).decode()
