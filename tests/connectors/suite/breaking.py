"""Makes connectors that are broken: Chirp with one part of it put in another way."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from socialdesk.connectors.kit.contract import (
    Account,
    CredentialKeeper,
    Intent,
    Page,
    Receipt,
    Surroundings,
)
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.manifest import Manifest, read_manifest
from socialdesk.connectors.suite.chirp import session as chirp_session
from socialdesk.connectors.suite.chirp.connector import ChirpConnector
from socialdesk.connectors.suite.chirp.scenario import ChirpScenario
from socialdesk.connectors.suite.chirp.session import ChirpSession
from socialdesk.connectors.suite.chirp.wire import Wire
from socialdesk.connectors.suite.trial import Subject
from socialdesk.model.event import Event, MessageSeen
from socialdesk.model.failure import FailureKind

MANIFEST = read_manifest(Path(chirp_session.__file__).with_name("manifest.toml"))
"""A whole one."""


Pulling = Callable[[ChirpSession, str, "str | None", datetime], Any]


def chirp(
    session: type[ChirpSession] = ChirpSession,
    *,
    connector: type[ChirpConnector] = ChirpConnector,
    manifest: Manifest = MANIFEST,
    scenario: type[ChirpScenario] = ChirpScenario,
    wire: type[Wire] = Wire,
) -> Subject:
    """Chirp with something broken in its place."""

    class Put(connector):
        def open(
            self, account: Account, keeper: CredentialKeeper, around: Surroundings, history: timedelta
        ) -> ChirpSession:
            line = wire(around.http, self.manifest.hosts["api"], lambda: keeper.load().text)
            return session(self.manifest, line, account, around.clock, history)

    return Subject("chirp", Put, manifest, scenario)


def pulling(pull: Pulling) -> Subject:
    """Chirp with another way to read; `pull` may call the right one as `ChirpSession.pull`."""

    class Broken(ChirpSession):
        async def pull(self, stream: str, cursor: str | None, deadline: datetime) -> Page:
            return await pull(self, stream, cursor, deadline)

    return chirp(Broken)


def of_events(change: Callable[[tuple[Event, ...]], Sequence[Event]]) -> Subject:
    """Chirp with the events of each page changed."""

    async def pull(session: ChirpSession, stream: str, cursor: str | None, deadline: datetime) -> Page:
        page = await ChirpSession.pull(session, stream, cursor, deadline)
        return replace(page, events=tuple(change(page.events)))

    return pulling(pull)


def of_messages(change: Callable[[MessageSeen], Event]) -> Subject:
    """Chirp with each message changed."""
    return of_events(lambda events: [change(one) if isinstance(one, MessageSeen) else one for one in events])


def swallowing(*kinds: FailureKind, code: str = "") -> Subject:
    """Chirp that takes such failures for an empty page."""

    async def pull(session: ChirpSession, stream: str, cursor: str | None, deadline: datetime) -> Page:
        try:
            return await ChirpSession.pull(session, stream, cursor, deadline)
        except ConnectorError as error:
            if error.failure.kind in kinds and code in error.failure.code:
                return Page((), cursor or json.dumps({"v": 1, "after": 0}))
            raise

    return pulling(pull)


def other_errors(change: Callable[[ConnectorError], Exception]) -> Subject:
    """Chirp whose failures are changed on their way out of reading and sending."""

    class Broken(Wire):
        async def _ask(self, *given: Any, **named: Any) -> dict[str, Any]:
            try:
                return await super()._ask(*given, **named)
            except ConnectorError as error:
                raise change(error) from None

    return chirp(wire=Broken)


def as_kind(kind: FailureKind) -> Subject:
    return other_errors(lambda error: ConnectorError(replace(error.failure, kind=kind)))


def performing(perform: Callable[[ChirpSession, Intent], Any]) -> Subject:
    """Chirp with another way to act."""

    class Broken(ChirpSession):
        async def perform(self, intent: Intent) -> Receipt:
            return await perform(self, intent)

    return chirp(Broken)


def reconciling(reconcile: Callable[[ChirpSession, Intent], Any]) -> Subject:
    """Chirp with another way to look."""

    class Broken(ChirpSession):
        async def reconcile(self, intent: Intent) -> Receipt | None:
            return await reconcile(self, intent)

    return chirp(Broken)
