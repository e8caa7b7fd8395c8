"""Gives the contract between the engine and a platform's connector; knows neither store nor scheduler.

A connector never touches the database, never repeats a send by itself, never sleeps past a deadline and never swallows
an exception: it maps what the platform says and returns, or raises `ConnectorError`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol, runtime_checkable

from socialdesk.connectors.kit.http import Http
from socialdesk.connectors.kit.manifest import Manifest
from socialdesk.model.capability import Capabilities
from socialdesk.model.event import Event
from socialdesk.model.failure import Failure
from socialdesk.model.identifiers import CommandId
from socialdesk.model.message import Recipient
from socialdesk.model.moderation import ReportReason
from socialdesk.model.thread import Kind
from socialdesk.support.clock import Clock


@dataclass(frozen=True, slots=True)
class Credentials:
    """What opens an account again: an opaque text (JSON), kept in the secret store and nowhere else."""

    text: str = field(repr=False)


class CredentialKeeper(Protocol):
    """Where a session puts renewed credentials, before it uses them."""

    def load(self) -> Credentials:
        """The newest credentials. Raises LookupError when there are none (any more)."""
        ...

    def store(self, credentials: Credentials) -> None:
        """Keep these from now on; returns only when they are safe."""
        ...


@runtime_checkable
class SharedKeeper(CredentialKeeper, Protocol):
    """A keeper of credentials that open several channels: one session at a time renews them."""

    @property
    def renewing(self) -> asyncio.Lock:
        """Held from looking whether somebody else renewed them to having stored the new ones."""
        ...


@dataclass(frozen=True, slots=True)
class Account:
    """A connected account. `mark` names the brand mark to draw, `server` where it lives."""

    remote_id: str
    handle: str
    name: str
    server: str
    mark: str


@dataclass(frozen=True, slots=True)
class SignedIn:
    """What a sign-in gives: one or more accounts that the same credentials open, and what they allow."""

    accounts: tuple[Account, ...]
    credentials: Credentials
    granted: tuple[tuple[str, bool], ...] = ()
    """Each key of the manifest's access, and whether it worked when it was tried."""
    expires_at: datetime | None = None
    """When the sign-in ends by itself, whatever is done; None where it does not."""


@dataclass(frozen=True, slots=True)
class AtBrowser:
    """The person goes on in their browser, at `url`.

    `kept` is JSON text for `Connector.finish` and may hold secrets: it waits in the secret store. `url` is shown and
    opened, so nothing in it is secret; its `state`, where it has one, is what the return is recognised by.
    """

    url: str
    kept: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Page:
    """What one pull brings. `next_cursor` is stored with the events it covers, in one transaction.

    With `has_more` the engine pulls again at once. `gap` is a sentence when something was lost for good.
    """

    events: tuple[Event, ...]
    next_cursor: str
    has_more: bool = False
    gap: str = ""
    cost: int = 1
    """How many times the manifest's cost of a "read" it took, where its budgets count reading."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that goes with an answer. What a camera wrote into its file was taken out before."""

    data: bytes = field(repr=False)
    media_type: str
    width: int
    height: int
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """Send a text into a thread, with pictures where the platform takes them."""

    command: CommandId
    thread_remote_id: str
    kind: Kind
    parent_remote_id: str
    """The message that is answered."""
    text: str
    language: str = ""
    pictures: tuple[Picture, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    """Whom it goes to where the platform offers `reply_all`: just these, and none besides. Empty for one person."""


@dataclass(frozen=True, slots=True)
class LikeMessage:
    """Like a message, or with `on` False take the like back."""

    command: CommandId
    message_remote_id: str
    on: bool


@dataclass(frozen=True, slots=True)
class DeleteMessage:
    """Delete an own message."""

    command: CommandId
    message_remote_id: str
    thread_remote_id: str


@dataclass(frozen=True, slots=True)
class EditMessage:
    """Put other words into an own message, which stays where it stands; its pictures stay as they are.

    Done twice it is done once. The receipt names the message where the platform gives it another id.
    """

    command: CommandId
    message_remote_id: str
    thread_remote_id: str
    kind: Kind
    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class HideMessage:
    """Hide what somebody wrote from the public, or with `on` False show it again."""

    command: CommandId
    message_remote_id: str
    thread_remote_id: str
    on: bool


@dataclass(frozen=True, slots=True)
class RemoveMessage:
    """Delete what somebody else wrote."""

    command: CommandId
    message_remote_id: str
    thread_remote_id: str


@dataclass(frozen=True, slots=True)
class BlockPerson:
    """Block a person for this account, or with `on` False let them in again."""

    command: CommandId
    person_remote_id: str
    on: bool
    thread_remote_id: str = ""
    """Where they wrote, for platforms that ban from one place at a time."""


@dataclass(frozen=True, slots=True)
class ReportMessage:
    """Report a message to the platform's moderators. `reason` is one of `model.moderation.ReportReason`."""

    command: CommandId
    message_remote_id: str
    reason: ReportReason
    text: str


@dataclass(frozen=True, slots=True)
class MuteThread:
    """Let the platform send no notices of a thread, or with `on` False send them again."""

    command: CommandId
    thread_remote_id: str
    kind: Kind
    on: bool


@dataclass(frozen=True, slots=True)
class AnswerPrivately:
    """Answer a public message where only its writer reads it; the conversation comes back by reading, as any other."""

    command: CommandId
    message_remote_id: str
    thread_remote_id: str
    text: str


Action = (
    Answer
    | LikeMessage
    | DeleteMessage
    | EditMessage
    | HideMessage
    | RemoveMessage
    | BlockPerson
    | ReportMessage
    | MuteThread
    | AnswerPrivately
)


@dataclass(frozen=True, slots=True)
class Intent:
    """An action as it stands in the attempt record, on disk before the request leaves.

    `key` is what `Session.reserve` gave for it: the same for every attempt, so that a repeat can't double.
    """

    action: Action
    key: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Receipt:
    """Proof that the platform has it. `remote_id` is empty where an act makes no message of its own."""

    remote_id: str
    at: datetime
    permalink: str = ""
    version: str = ""
    left_behind: str = ""
    """A sentence on the pictures that the platform did not take, where the text went without them."""


@dataclass(frozen=True, slots=True)
class Health:
    """How an account stands: `failure` None means well; `granted` and `expires_at` are as in `SignedIn`."""

    failure: Failure | None = None
    granted: tuple[tuple[str, bool], ...] = ()
    expires_at: datetime | None = None
    account: Account | None = None
    """What the account is called now, where the trial showed it: people rename their accounts."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the engine gives a connector: the network, the time, a folder of its own for platforms that need one."""

    http: Http
    clock: Clock
    folder: Path


@runtime_checkable
class Session(Protocol):
    """One connected account at work. Two sessions on one account share nothing but its keeper."""

    def capabilities(self, kind: Kind) -> Capabilities:
        """What can be done in threads of this kind."""
        ...

    async def check(self) -> Health:
        """Ask the platform cheaply, without side effects, whether the account still opens and what it allows."""
        ...

    async def pull(self, stream: str, cursor: str | None, deadline: datetime) -> Page:
        """Read on from `cursor` (None: from the beginning, as far back as `history` says).

        An old cursor may deliver again but never lose. Raises ConnectorError; a page is whole or not at all.
        """
        ...

    async def gone(self, remote_ids: Sequence[str]) -> Sequence[str]:
        """Which of these messages are no longer on the platform; those it cannot ask about are not among them."""
        ...

    def reserve(self, action: Action) -> str:
        """The key an action will be sent with, chosen once and stored before the first attempt."""
        ...

    async def perform(self, intent: Intent) -> Receipt:
        """Carry one action out, once. Raises ConnectorError whose certainty says whether it may have happened."""
        ...

    async def reconcile(self, intent: Intent) -> Receipt | None:
        """Look whether an action of unknown outcome happened; None when it surely did not (yet) show.

        The engine waits for the visibility lag before it believes a None. Raises ConnectorError when it can't look.
        """
        ...

    async def close(self) -> None:
        """Let go of connections; the account stays signed in."""
        ...

    async def sign_out(self) -> None:
        """Revoke the credentials where the platform allows it."""
        ...


@dataclass(frozen=True, slots=True)
class Link:
    """Where a picture can be fetched. `headers` go to that server alone, never after a redirect.

    `is_own_server` says that the address lies on the server a person named when connecting the channel; any other one
    must be public and https.
    """

    url: str
    headers: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    is_own_server: bool = False


@dataclass(frozen=True, slots=True)
class Held:
    """A picture that the session has already, as the bytes of its file."""

    data: bytes = field(repr=False)


@runtime_checkable
class MediaSource(Protocol):
    """What a session offers besides, where addresses of pictures die, need a sign-in, or are not in the message."""

    async def media(self, message_remote_id: str, place: int, url: str, *, afresh: bool) -> Link | Held | None:
        """Where the picture at `place` of a message is, or with a post's id the one that stands for it.

        `url` is what the message or the post said.
        With `afresh` that one did not work, and the platform is asked again. None when the platform has it no longer.
        Raises ConnectorError.
        """
        ...


@runtime_checkable
class Listener(Protocol):
    """What a session offers besides, where its platform tells at once that there is something to read.

    What is told never carries data: it only brings the next `pull` forward, so nothing can be lost by it.
    """

    async def listen(self, heard: Callable[[str], None]) -> None:
        """Listen until cancelled, beside whatever else the session is asked to do.

        `heard` is called with the name of the stream to pull now, or with "" for all of them; many calls in a row are
        joined. Call it once as soon as the line stands: only then the engine relies on it, and reads what came before.
        Raises ConnectorError when the line breaks; to return means the same. Never connect again from in here: the
        engine does, after waits that grow, and reads at its usual pace meanwhile.
        """
        ...


@runtime_checkable
class Connector(Protocol):
    """The plug-in that speaks to one platform."""

    manifest: Manifest

    async def begin(
        self, way: str, typed: Mapping[str, str], redirect: str, around: Surroundings
    ) -> SignedIn | AtBrowser:
        """Open an account in one of the manifest's ways, or say where in the browser the person goes on.

        `typed` is what the person typed, by the key of its field and without spaces around; what was left empty is
        absent, the others are all there. `redirect` is where the browser shall come back to
        (`http://127.0.0.1:PORT/callback`); "" for a way without a browser. Raises ConnectorError with a sentence.
        """
        ...

    async def finish(self, way: str, kept: str, answer: Mapping[str, str], around: Surroundings) -> SignedIn:
        """Open the account with what the browser brought back.

        `answer` is the query of the redirect, or of an address that was pasted: code, state, error and whatever else
        the platform puts there. The state was compared already where the return came by itself; the connector compares
        it all the same. Raises ConnectorError with a sentence.
        """
        ...

    def open(self, account: Account, keeper: CredentialKeeper, around: Surroundings, history: timedelta) -> Session:
        """A session on a connected account; makes no request yet."""
        ...
