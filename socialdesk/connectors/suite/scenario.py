"""Gives what a connector offers for its own examination: a world to read and answer, and the truth about it.

A connector names its scenario in its manifest (`conformance = "my_package.scenario:MyScenario"`) or as an entry point
of the group `socialdesk.conformance`. A new one is made for every check, so that no check sees what another did.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from socialdesk.connectors.suite.asked import Said
from socialdesk.model.event import MessageSeen
from socialdesk.model.failure import FailureKind
from socialdesk.model.thread import Kind
from socialdesk.support.clock import Clock, HandClock

if TYPE_CHECKING:
    from socialdesk.connectors.kit.contract import Account, Connector
    from socialdesk.connectors.suite.stand_in import StandIn

START = datetime(2026, 11, 23, 9, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Changes:
    """What happened in the world after it was read: the ids that were written, changed and taken away."""

    said: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()
    late: tuple[str, ...] = ()
    """Written, with a time of its own that lies before what had been read already."""


class Scenario:
    """Subclass it; only `truth` and `happen` are always yours, and either `stand_in` or `serving`."""

    stand_in: StandIn | None = None
    """The server; None where it is a real one, or where there is none."""
    way = ""
    """The manifest's way to sign in by; "" for the first."""
    typed: Mapping[str, str] = {}
    """What a person types there; "" for the server's address is put in by `serving`."""
    wrong: Mapping[str, str] = {}
    """The same with a wrong password or key; empty where nothing can be wrong."""
    secrets: tuple[str, ...] = ()
    """What must never turn up anywhere: passwords, tokens, keys of the app."""
    secret_in_address = ""
    """Why the network wants a token within the address, where it does; it may then stand there and nowhere else."""
    history = timedelta(days=30)
    old_cursors: tuple[tuple[str, str], ...] = ()
    """Stream and cursor, as earlier versions of the connector wrote them."""
    shows_own = True
    """Whether what was answered through the connector can be read back."""
    expects: Mapping[int, tuple[FailureKind, ...]] = {}
    """By status, which kinds are right where the network means something of its own by it."""

    def __init__(self, folder: Path) -> None:
        """`folder` is empty and the connector's own."""
        self.folder = folder
        self.clock: Clock = HandClock(START)
        if self.stand_in is not None:
            self.clock = self.stand_in.clock

    @asynccontextmanager
    async def serving(self) -> AsyncGenerator[Mapping[str, str]]:
        """Start the world; gives the hosts that stand in place of the manifest's, by the same names.

        By default the stand-in is every host: "*" stands for all names.
        """
        if self.stand_in is None:
            yield {}
            return
        async with self.stand_in.serving() as address:
            yield {"*": address}

    async def consent(self, url: str) -> Mapping[str, str]:
        """Be the person at the browser at `url`: give the query the redirect brings back."""
        raise NotImplementedError(f"nobody is at the browser for {url}")

    def account(self, accounts: Sequence[Account]) -> Account:
        """The account to work with, of those a sign-in gave."""
        return accounts[0]

    def truth(self) -> Mapping[str, str]:
        """By remote id, the plain text of all messages that stand there now and lie within the history."""
        raise NotImplementedError

    async def happen(self) -> Changes:
        """Let somebody write, change and take away what the network lets them, and something come late."""
        raise NotImplementedError

    async def pass_time(self, span: timedelta) -> None:
        """Let time go by, or wait until a real server shows what was done."""
        if isinstance(self.clock, HandClock):
            self.clock.move(span)

    def revoke(self) -> bool:
        """Let the sign-in open nothing any more; False where that cannot be done."""
        if self.stand_in is None or not self.stand_in.tokens:
            return False
        self.stand_in.tokens.clear()
        return True

    def refusal(self, status: int) -> Said:
        """How the network says no with this status."""
        return self.stand_in.refused(status, "refused", "Refused.") if self.stand_in is not None else Said(status, {})

    def choose(self, act: str, kind: Kind, seen: Sequence[MessageSeen]) -> MessageSeen | None:
        """The message to try an act on; by default the newest one of that kind that somebody else wrote."""
        others = [one for one in seen if one.kind is kind and not one.author.is_own]
        return max(others, key=lambda one: one.created_at, default=None)

    def mistakes(self) -> Sequence[str]:
        """What was asked that the network does not know."""
        return self.stand_in.mistakes if self.stand_in is not None else ()


def hosts_of(connector: Connector, served: Mapping[str, str]) -> dict[str, str]:
    """The manifest's hosts with the scenario's in their place."""
    everywhere = served.get("*", "")
    return {name: served.get(name, everywhere or url) for name, url in connector.manifest.hosts.items()}
