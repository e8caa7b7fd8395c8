"""A stand-in for a platform: knows the truth of what was said and posted, and fails as it is told.

It is no copy of any real network. Its truth is one file, so that it outlives the processes that are killed around it.
"""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from socialdesk.connectors.kit.contract import (
    Account,
    Action,
    Answer,
    AtBrowser,
    CredentialKeeper,
    Credentials,
    Health,
    Intent,
    Link,
    Page,
    Receipt,
    SignedIn,
    Surroundings,
)
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed
from socialdesk.connectors.kit.manifest import Manifest
from socialdesk.connectors.kit.oauth import authorize_url, code_in
from socialdesk.connectors.kit.registry import Registry
from socialdesk.model.capability import Capabilities, Idempotency, Level, TextLimit, TextUnit
from socialdesk.model.contact import Author
from socialdesk.model.event import Event, MessageSeen
from socialdesk.model.failure import Certainty, Failure, FailureKind
from socialdesk.model.thread import Kind
from socialdesk.model.way import FieldKind, Way, WayField, WayKind
from socialdesk.support.clock import Clock, from_ms, to_ms
from socialdesk.support.paths import write_private

LAG = timedelta(seconds=10)
STATE = "the-state"
ABLE = ("reply", "edit", "hide", "remove", "block", "report", "mute")
BRAND = Author("brand", "brand.example", "Brand", is_own=True)
ANN = Author("ann", "ann.example", "Ann Lee")

OFFLINE = failed(FailureKind.OFFLINE, "The stand-in cannot be reached.", code="connect")
BROKEN_LINE = failed(FailureKind.TRANSIENT, "The line broke.", code="reset", certainty=Certainty.UNKNOWN)
REFUSED = failed(FailureKind.INVALID, "The stand-in does not take this text. Change it and send again.", code="no")
SIGNED_OUT = failed(FailureKind.AUTH_EXPIRED, "Sign in again.", code="expired")


class Died(BaseException):
    """Stands for the end of the process at a named instant."""


@dataclass
class Fault:
    """What happens to one request: whether the platform carried it out, and what we hear of it."""

    error: Exception | None = None
    carried_out: bool = False
    is_late: bool = False
    """Whether it is carried out only after the next request: it hung in a queue over there."""


@dataclass
class Platform:
    """The network itself."""

    file: Path
    clock: Clock
    idempotency: Idempotency = Idempotency.CLIENT_KEY
    faults: deque[Fault] = field(default_factory=deque[Fault])
    looks: deque[Exception] = field(default_factory=deque[Exception])
    """What stands against the next look-ups and reads."""
    pages: deque[tuple[Sequence[Event], str, bool]] = field(default_factory=deque[tuple[Sequence[Event], str, bool]])
    """Pages to give before the truth: events, cursor, whether there is more."""
    on_perform: Callable[[Intent], Any] | None = None
    keys: list[str] = field(default_factory=list[str])
    signed_out: bool = False
    accounts: tuple[str, ...] = ("brand",)
    """What the next sign-in opens."""
    granted: tuple[tuple[str, bool], ...] = ()
    stands_against: Failure | None = None
    """What a trial of the sign-in finds, while reading goes on."""
    ends_at: datetime | None = None
    authorize: str = ""
    """Where the browser shall go instead of the usual page."""
    redirects: list[str] = field(default_factory=list[str])
    """Where each sign-in wanted the browser to come back to."""
    revoked: list[str] = field(default_factory=list[str])
    """The accounts whose sign-ins were ended by us."""
    hides: timedelta = LAG
    """How long a platform without keys really hides an own message, whatever it promised."""
    new_links: dict[str, str | None] = field(default_factory=dict[str, "str | None"])
    """Where the picture of a message is now, by its id, when the platform is asked afresh; None when it has gone."""
    acts: list[Action] = field(default_factory=list[Action])
    """What was done there besides answering, in order."""
    late: list[tuple[str, str, str]] = field(default_factory=list[tuple[str, str, str]])
    fails_on: dict[str, Exception] = field(default_factory=dict[str, Exception])
    """What stands against reading a stream, as long as it is here."""
    pulled: list[str] = field(default_factory=list[str])
    """The streams that were read, in order."""
    gone: set[str] = field(default_factory=set[str])
    """The messages that are not there any more, though nothing told so."""
    looked_for: list[list[str]] = field(default_factory=list[list[str]])
    """The messages it was asked about, each time."""
    called: str = ""
    """What the account is called now, when the sign-in is tried."""
    tells: bool = False
    """Whether it tells by itself that there is something to read."""
    lines: int = 0
    """How many times somebody began to listen."""
    closed: int = 0
    """How many sessions were closed."""
    heard: Callable[[str], None] | None = None
    """Whom to tell; None while nobody listens."""
    cut: asyncio.Future[None] | None = None
    """With an exception this line breaks."""
    changes: dict[str, Any] = field(default_factory=dict[str, Any])
    """What the manifest says otherwise, from the next start on."""

    def __post_init__(self) -> None:
        if not self.file.exists():
            self._write({"said": []})

    @property
    def said(self) -> list[dict[str, Any]]:
        """Everything that was said, by anybody."""
        return json.loads(self.file.read_text())["said"]

    @property
    def posts(self) -> list[dict[str, Any]]:
        """What the brand has said."""
        return [one for one in self.said if one["own"]]

    def ask(self, thread: str, text: str, at: datetime | None = None) -> str:
        """Let Ann say something; gives its id."""
        return self._say(thread, text, own=False, key="", at=at)

    def answer(self, thread: str, text: str, key: str = "") -> str:
        """Say something as the brand; a key that is known is the same message where the platform knows keys."""
        if key and self.idempotency is not Idempotency.NONE:
            for one in self.posts:
                if one["key"] == key:
                    return one["id"]
        return self._say(thread, text, own=True, key=key, at=None)

    def events(self) -> list[Event]:
        """The truth as events, as far as it shows already."""
        shown = to_ms(self.clock.now() - (self.hides if self.idempotency is Idempotency.NONE else timedelta(0)))
        return [event_of(one, self.idempotency) for one in self.said if not one["own"] or one["at"] <= shown]

    def _say(self, thread: str, text: str, *, own: bool, key: str, at: datetime | None) -> str:
        said = self.said
        id_ = f"m{len(said) + 1}"
        moment = to_ms(at or self.clock.now())
        self._write(
            {"said": [*said, {"id": id_, "thread": thread, "text": text, "own": own, "key": key, "at": moment}]}
        )
        return id_

    def _write(self, truth: dict[str, Any]) -> None:
        write_private(self.file, json.dumps(truth))


def event_of(one: dict[str, Any], idempotency: Idempotency) -> MessageSeen:
    """One thing that was said, as an event."""
    return MessageSeen(
        remote_id=one["id"],
        version="1",
        thread_remote_id=one["thread"],
        kind=Kind.DM,
        author=BRAND if one["own"] else ANN,
        contact=ANN,
        text=one["text"],
        created_at=from_ms(one["at"]),
        permalink=f"https://standin.invalid/{one['thread']}",
        echo_key=one["key"] if one["key"] and idempotency is not Idempotency.NONE else None,
    )


APP_ID = WayField("client_id", "App ID", optional=True)
APP_SECRET = WayField("client_secret", "App secret", FieldKind.SECRET, optional=True)
PASSWORD = WayField("password", "Password", FieldKind.SECRET, optional=True)


def manifest(idempotency: Idempotency) -> Manifest:
    """What the stand-in says of itself."""
    able = Capabilities(
        TextLimit(TextUnit.GRAPHEMES, 300), dict.fromkeys(ABLE, Level.FULL), idempotency=idempotency, visibility_lag=LAG
    )
    return Manifest(
        id="standin",
        name="Stand-in",
        mark="demo",
        reads=("Messages",),
        needs="Nothing",
        default_server="",
        streams=("all",),
        min_poll=timedelta(seconds=30),
        history_has_clocks=True,
        help="",
        by_kind={Kind.DM: able},
        ways=(
            Way("password", WayKind.TYPED, "Password", (PASSWORD,)),
            Way("oauth", WayKind.BROWSER, "Sign in with the browser", (APP_ID, APP_SECRET)),
        ),
    )


class StandIn:
    """The connector, and the one session on it."""

    def __init__(self, platform: Platform) -> None:
        self.platform = platform
        self.manifest = replace(manifest(platform.idempotency), **platform.changes)
        self.account = ""
        self.is_second = False
        """Whether this session reads the last days a second time: it sees the truth, whatever the first was given."""

    async def begin(
        self, way: str, typed: Mapping[str, str], redirect: str, around: Surroundings
    ) -> SignedIn | AtBrowser:
        if way == "oauth":
            self.platform.redirects.append(redirect)
            url = self.platform.authorize or authorize_url("https://standin.invalid/authorize", {"state": STATE})
            return AtBrowser(url, json.dumps(dict(typed)))
        if typed.get("password") == "wrong":
            raise failed(FailureKind.AUTH_EXPIRED, "That is not the right password.")
        return self._signed_in(typed.get("password", ""))

    def _signed_in(self, secret: str) -> SignedIn:
        self.platform.signed_out = False
        accounts = tuple(Account(one, f"{one}.example", one.capitalize(), "", "demo") for one in self.platform.accounts)
        credentials = Credentials(json.dumps({"secret": secret}))
        return SignedIn(accounts, credentials, self.platform.granted, self.platform.ends_at)

    async def finish(self, way: str, kept: str, answer: Mapping[str, str], around: Surroundings) -> SignedIn:
        code = code_in(answer, STATE, "Stand-in")
        if code == "rude":
            raise ValueError("the connector has a mistake")
        return self._signed_in(f"{json.loads(kept).get('client_secret', '')} {code}")

    def open(self, account: Account, keeper: CredentialKeeper, around: Surroundings, history: timedelta) -> StandIn:
        self.account = account.remote_id
        if history == timedelta(days=30):
            return self
        second = type(self)(self.platform)
        second.is_second = True
        return second

    def capabilities(self, kind: Kind) -> Capabilities:
        return self.manifest.capabilities(kind)

    async def check(self) -> Health:
        if self.platform.signed_out:
            return Health(SIGNED_OUT.failure)
        if self.platform.stands_against is not None:
            return Health(self.platform.stands_against)
        called = Account(self.account, self.platform.called, "Brand", "", "demo") if self.platform.called else None
        return Health(None, self.platform.granted, self.platform.ends_at, called)

    async def pull(self, stream: str, cursor: str | None, deadline: datetime) -> Page:
        if not self.is_second:
            self.platform.pulled.append(stream)
        self._look()
        if stream in self.platform.fails_on:
            raise self.platform.fails_on[stream]
        if self.platform.pages and not self.is_second:
            events, after, more = self.platform.pages.popleft()
            return Page(tuple(events), after, more)
        return Page(tuple(self.platform.events()), str(len(self.platform.said)))

    async def gone(self, remote_ids: Sequence[str]) -> Sequence[str]:
        self.platform.looked_for.append(list(remote_ids))
        return [one for one in remote_ids if one in self.platform.gone]

    def reserve(self, action: Action) -> str:
        return f"key-{action.command}"

    async def perform(self, intent: Intent) -> Receipt:
        self.platform.keys.append(intent.key)
        if self.platform.on_perform is not None:
            waited = self.platform.on_perform(intent)
            if waited is not None:
                await waited
        if self.platform.signed_out:
            raise ConnectorError(SIGNED_OUT.failure)
        fault = self.platform.faults.popleft() if self.platform.faults else Fault(carried_out=True)
        action = intent.action
        if not isinstance(action, Answer):
            if fault.error is None or fault.carried_out:
                self.platform.acts.append(action)
            if fault.error is not None:
                raise fault.error
            return Receipt("", self.platform.clock.now())
        id_ = ""
        before, self.platform.late = self.platform.late, []
        if fault.is_late:
            self.platform.late.append((action.thread_remote_id, action.text, intent.key))
        if fault.error is None or fault.carried_out:
            id_ = self.platform.answer(action.thread_remote_id, action.text, intent.key)
        for thread, text, key in before:
            self.platform.answer(thread, text, key)
        if fault.error is not None:
            raise fault.error
        return Receipt(id_, self.platform.clock.now(), version="1")

    async def reconcile(self, intent: Intent) -> Receipt | None:
        self._look()
        action = intent.action
        if not isinstance(action, Answer):
            return Receipt("", self.platform.clock.now()) if action in self.platform.acts else None
        if self.platform.idempotency is not Idempotency.NONE:
            found = [one for one in self.platform.posts if one["key"] == intent.key]
        else:
            shown = to_ms(self.platform.clock.now() - self.platform.hides)
            found = [
                one
                for one in self.platform.posts
                if one["text"] == action.text and one["thread"] == action.thread_remote_id and one["at"] <= shown
            ]
        return Receipt(found[0]["id"], from_ms(found[0]["at"]), version="1") if found else None

    async def media(self, message_remote_id: str, place: int, url: str, *, afresh: bool) -> Link | None:
        self._look()
        link = self.platform.new_links.get(message_remote_id, url) if afresh else url
        return None if link is None else Link(link, is_own_server=True)

    async def close(self) -> None:
        self.platform.closed += 1

    async def sign_out(self) -> None:
        self.platform.revoked.append(self.account)

    def _look(self) -> None:
        if self.platform.signed_out:
            raise ConnectorError(SIGNED_OUT.failure)
        if self.platform.looks:
            raise self.platform.looks.popleft()


class Telling(StandIn):
    """The same, where the network tells by itself that there is something to read."""

    async def listen(self, heard: Callable[[str], None]) -> None:
        self.platform.lines += 1
        self.platform.heard = heard
        self.platform.cut = asyncio.get_running_loop().create_future()
        try:
            await self.platform.cut
        finally:
            self.platform.heard = None


class OneConnector(Registry):
    """A registry that holds the stand-in and nothing else."""

    def __init__(self, platform: Platform) -> None:
        super().__init__(())
        self._connector = (Telling if platform.tells else StandIn)(platform)
        self._manifests["standin"] = self._connector.manifest

    def connector(self, platform: str) -> StandIn:
        self.manifest(platform)
        return self._connector
