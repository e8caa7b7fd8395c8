"""Keeps a token that lasts sixty days and can be renewed without the app's secret: Instagram's own, and Threads'.

Renewing works from a day after it was made until its end, and an ended one cannot be revived (Instagram Platform,
Refresh Access Token; Threads API, Long-Lived Tokens). So it is renewed once a week.
"""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from socialdesk.connectors.graph.errors import SIGN_IN_AGAIN, said_in, to_error
from socialdesk.connectors.graph.kept import Kept
from socialdesk.connectors.graph.reading import Json, word
from socialdesk.connectors.graph.wire import parsed
from socialdesk.connectors.kit.contract import CredentialKeeper, Credentials, SharedKeeper
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed
from socialdesk.connectors.kit.http import Http
from socialdesk.connectors.kit.oauth import end_after
from socialdesk.model.failure import FailureKind
from socialdesk.support.clock import Clock

WEEKLY = timedelta(days=7)
FIRST = timedelta(hours=25)
"""A token whose age nobody knows is renewed after this: younger than a day it can't be."""
_AGAIN = timedelta(hours=6)


@dataclass(frozen=True, slots=True)
class Lasting(Kept):
    """A token, when to renew it, and when it ends; the moments as ISO, "" where nobody knows."""

    token: str = field(repr=False)
    renew_at: str = ""
    ends_at: str = ""
    scopes: list[str] | None = None
    """What the person allowed; None where nobody said."""
    app_secret: str = field(default="", repr=False)
    human_agent: bool = False
    own_ids: list[str] = field(default_factory=list[str])
    """All ids the account goes by."""

    @classmethod
    def read(cls, credentials: Credentials) -> Lasting:
        """What `credentials` wrote. Raises LookupError for anything else."""
        try:
            found = cls(**json.loads(credentials.text))
        except (ValueError, TypeError) as error:
            raise LookupError("not a sign-in of this connector") from error
        if type(found.token) is not str:
            raise LookupError("not a sign-in of this connector")
        return found

    def after(self, said: Json, now: datetime) -> Lasting:
        """This one as a token endpoint renewed it."""
        ends = end_after(said.get("expires_in"), now)
        return replace(
            self,
            token=word(said.get("access_token")) or self.token,
            renew_at=(now + WEEKLY).isoformat(),
            ends_at=ends.isoformat() if ends else "",
        )


class Held:
    """Keeps credentials for the length of a sign-in."""

    def __init__(self, credentials: Credentials) -> None:
        self._credentials = credentials

    def load(self) -> Credentials:
        """What is kept."""
        return self._credentials

    def store(self, credentials: Credentials) -> None:
        """Keep these from now on."""
        self._credentials = credentials


@dataclass(frozen=True, slots=True)
class Renewal:
    """Where a token is renewed, and what that is called there."""

    url: str
    grant: str
    network: str

    async def ask(self, http: Http, token: str, now: datetime) -> Json:
        """A new token for a token. Raises ConnectorError."""
        # Documented as a parameter only; the log has no parameters.
        params = [("grant_type", self.grant), ("access_token", token)]
        answer = await http.ask("GET", self.url, params=params)
        if answer.status != 200 or said_in(answer) is not None:
            raise to_error(answer, http, self.network, now)
        return parsed(answer.body, self.network, is_send=False)


class Token:
    """The token of one session: renewed by one request however many wait for it, and kept before anybody uses it."""

    def __init__(self, keeper: CredentialKeeper, renewal: Renewal, http: Http, clock: Clock) -> None:
        self._keeper = keeper
        self._renewal = renewal
        self._http = http
        self._clock = clock
        self._lock = asyncio.Lock()
        self._not_before: datetime | None = None

    def newest(self) -> Lasting:
        """The token as it is kept. Raises ConnectorError AuthExpired when there is none (any more)."""
        try:
            return Lasting.read(self._keeper.load())
        except LookupError:
            raise failed(FailureKind.AUTH_EXPIRED, SIGN_IN_AGAIN, code="no token") from None

    async def fresh(self) -> str:
        """A token for a request now. Raises ConnectorError."""
        found = self.newest()
        if not self._is_due(found):
            return found.token
        keeper = self._keeper
        async with keeper.renewing if isinstance(keeper, SharedKeeper) else self._lock:
            found = self.newest()
            if self._is_due(found):
                await self._renew(found)
        return self.newest().token

    async def _renew(self, found: Lasting) -> None:
        now = self._clock.now()
        self._not_before = now + _AGAIN
        try:
            said = await self._renewal.ask(self._http, found.token, now)
        except ConnectorError:
            # It still opens what it opened; where it does not, the request it is for says so.
            return
        self._keeper.store(found.after(said, now).credentials())

    def _is_due(self, found: Lasting) -> bool:
        now = self._clock.now()
        if not found.renew_at or now < datetime.fromisoformat(found.renew_at):
            return False
        return self._not_before is None or now >= self._not_before
