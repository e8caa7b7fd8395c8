"""Gives what a connector offers for its own examination: a world to read and answer, and the truth about it.

`docs/connectors/scenario.md` says how one is written. A new one is made for every check, so that no check sees what
another did.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from socialdesk.connectors.suite.asked import Said
from socialdesk.model.event import MessageSeen
from socialdesk.model.failure import FailureKind
from socialdesk.model.thread import Kind
from socialdesk.support.clock import Clock, HandClock

if TYPE_CHECKING:
    from socialdesk.connectors.kit.contract import Account, Action, SignedIn
    from socialdesk.connectors.kit.manifest import Manifest
    from socialdesk.connectors.suite.stand_in import StandIn
    from socialdesk.model.event import Event

START = datetime(2026, 11, 23, 9, tzinfo=UTC)


class Evidence(StrEnum):
    """What stands on the other side in a scenario."""

    STAND_IN = "stand-in"
    REAL_SERVER = "real server"


@dataclass(frozen=True, slots=True)
class Changes:
    """What happened in the world after it was read: the ids that were written, changed and taken away."""

    said: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()
    late: tuple[str, ...] = ()
    """Written, with a time of its own that lies before what had been read already."""


class Scenario:
    """Subclass it. `truth` and `happen` are always yours, and `stand_in` or `serving`; the rest where it differs."""

    stand_in: StandIn | None = None
    """The server; None where it is a real one, or where there is none. Set it before `super().__init__`."""
    evidence = Evidence.STAND_IN
    way = ""
    """The manifest's way to sign in by; "" for the first."""
    typed: Mapping[str, str] = {}
    """What a person types there; a value of "" is replaced by the server's address."""
    wrong: Mapping[str, str] = {}
    """The same with a wrong password or key; empty where nothing can be wrong."""
    other: Mapping[str, str] = {}
    """The same of another account."""
    browser_way = ""
    """Where `way` is none through the browser, the one that is; "" for the manifest's first."""
    browser: Mapping[str, str] = {}
    """What a person types there, as in `typed`."""
    browser_elsewhere = ""
    """Why the way through the browser cannot be tried here, and what tries it."""
    secrets: tuple[str, ...] = ()
    """What must never turn up anywhere: passwords, tokens, keys of the app. A stand-in's tokens are known already."""
    secret_in_address = ""
    """Why the network wants a token within the address, where it does; it may then stand there and nowhere else."""
    history = timedelta(days=30)
    old_cursors: tuple[tuple[str, str], ...] = ()
    """Stream and cursor, as earlier versions of the connector wrote them."""
    streams: tuple[str, ...] = ()
    """Which of the manifest's streams are tried; all of them when empty."""
    kinds: tuple[Kind, ...] = ()
    """Which of the manifest's kinds the account has; all of them when empty."""
    has_server_clock = True
    """Whether the network has a time of its own, which this machine's can differ from."""
    shows_own = True
    """Whether what was answered through the connector is in `truth` and can be read back."""
    answers_replace = False
    """Whether a second answer to the same thing takes the place of the first (a reply to a review)."""
    has_edits = True
    """Whether people can change there what they wrote."""
    has_deletions = True
    """Whether people can take away there what they wrote, and the network lets it be noticed."""
    speaks_http = True
    """Whether it asks through `Surroundings.http`; what speaks another protocol is spoiled by `spoil_line`."""
    may_ask: tuple[str, ...] = ()
    """Hosts besides the manifest's and the typed ones (`host` or `host:port`), such as one that an answer names."""
    lingers = ""
    """Why an access that was ended opens for a while still, where the network says so of its tokens."""
    keeps_descriptions = True
    """Whether what describes a picture goes with it, for those who do not see it."""
    most_when_quiet = 2
    """How many requests a stream may cost when nothing is new."""
    expects: Mapping[int, tuple[FailureKind, ...]] = {}
    """By status, which kinds are right where the network means something of its own by it; none where a page is right
    as well, because what is not there is not asked again."""
    patience = timedelta(minutes=5)
    """How long `pass_time` lets go by until what was done can surely be read."""

    def __init__(self, folder: Path) -> None:
        """`folder` is empty and the connector's own."""
        self.folder = folder
        self.clock: Clock = HandClock(START) if self.stand_in is None else self.stand_in.clock

    @asynccontextmanager
    async def serving(self) -> AsyncGenerator[Mapping[str, str]]:
        """Start the world; gives the hosts that stand in place of the manifest's, by the same names.

        By default the stand-in is every host: "*" stands for all names, and for the address that is typed.
        """
        if self.stand_in is None:
            yield {}
            return
        async with self.stand_in.serving() as address:
            yield {"*": address}

    async def consent(self, url: str) -> Mapping[str, str]:
        """Be the person at the browser at `url` and say yes: give the query the redirect brings back.

        By default the code is "code", which a stand-in must take.
        """
        return {"code": "code", "state": _state_in(url)}

    async def refuse(self, url: str) -> Mapping[str, str]:
        """Be the person who says no there."""
        return {"error": "access_denied", "state": _state_in(url)}

    def signed_before(self) -> SignedIn | None:
        """What an earlier sign-in gave, where a real server takes its time over each; None to sign in."""
        return None

    def signed(self, signed: SignedIn) -> None:
        """Hear of a sign-in, to give it to the next check."""

    def account(self, accounts: Sequence[Account]) -> Account:
        """The account to work with, of those a sign-in gave."""
        return accounts[0]

    def truth(self) -> Mapping[str, str]:
        """By remote id, the plain text of all messages that stand there now and lie within the history."""
        raise NotImplementedError

    async def happen(self) -> Changes:
        """Let somebody write, change and take away what the network lets them, and something come late."""
        raise NotImplementedError

    def count(self, text: str) -> int:
        """How often an answer with this text stands there, public or private; a network may put a name before it."""
        return sum(1 for one in self.truth().values() if text.strip() in one)

    def shows(self, action: Action) -> bool | None:
        """Whether an act (a like, a deletion, …) shows in the world; None where that cannot be told."""
        return None

    def make_room(self, message_remote_id: str) -> None:
        """Let a message be answered once more, where each takes one answer only. Called before each answer."""

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

    def expire(self) -> bool:
        """Let what opens the account run out, as it does on the network, so that it must be renewed."""
        return False

    def refusal(self, status: int) -> Said:
        """How the network says no with this status."""
        return self.stand_in.refused(status, "refused", "Refused.") if self.stand_in is not None else Said(status, {})

    def signed_out(self) -> None:
        """Hear that the account was signed out: an earlier sign-in opens nothing any more."""

    def break_lines(self) -> bool:
        """Let the lines break on which somebody waits or listens; False where there is none (yet)."""
        return self.stand_in is not None and self.stand_in.break_lines() > 0

    def left(self) -> bytes:
        """All that left in answers, where no HTTP is spoken; nothing where that cannot be told."""
        return b""

    def spoil_line(self, *, acted: bool) -> bool:
        """Let the next send's answer be lost, after or before it was `acted` on; only where HTTP is not spoken."""
        return False

    def choose(self, act: str, kind: Kind, seen: Sequence[MessageSeen]) -> MessageSeen | None:
        """The message to try an act on; by default the newest one of that kind that somebody else wrote."""
        others = [one for one in seen if one.kind is kind and not one.author.is_own]
        return max(others, key=lambda one: one.created_at, default=None)

    def recorded(self, manifest: Manifest) -> Mapping[str, Sequence[Event]]:
        """By the name of a payload that the network really sent, the events that the connector makes of it."""
        return {}

    def mistakes(self) -> Sequence[str]:
        """What was asked that the network does not know."""
        return self.stand_in.mistakes if self.stand_in is not None else ()

    def broke(self) -> Sequence[str]:
        """At what the stand-in itself failed."""
        return self.stand_in.broke if self.stand_in is not None else ()


def hosts_of(manifest: Manifest, served: Mapping[str, str]) -> dict[str, str]:
    """The manifest's hosts with the scenario's in their place."""
    everywhere = served.get("*", "")
    return {name: served.get(name, everywhere or url) for name, url in manifest.hosts.items()}


def _state_in(url: str) -> str:
    return parse_qs(urlsplit(url).query).get("state", [""])[0]
