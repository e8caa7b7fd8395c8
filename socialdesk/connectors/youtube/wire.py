"""Speaks to the YouTube Data API for one channel: each call counted before it is made; gives parsed JSON."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from socialdesk.connectors.google.line import Line
from socialdesk.connectors.google.oauth import GoogleSignIn
from socialdesk.connectors.google.said import error_in
from socialdesk.connectors.kit.contract import CredentialKeeper, Surroundings
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.http import Answer, Http
from socialdesk.connectors.kit.oauth import Tokens
from socialdesk.connectors.kit.parts import Wire, parts
from socialdesk.connectors.youtube.failures import DAY_IS_SPENT, to_error
from socialdesk.connectors.youtube.quota import SEND, UNITS, Quota
from socialdesk.model.failure import FailureKind

MOST_IDS = 50
"""How many ids one call takes."""


class YouTube:
    """One channel's way to the API."""

    def __init__(self, sign_in: GoogleSignIn, around: Surroundings, keeper: CredentialKeeper) -> None:
        self._api = sign_in.hosts["api"]
        self._around = around
        self._sign_in = sign_in
        keeping = sign_in.keeping(around.http, around.clock, keeper)
        self._line = Line(around.http, keeping, "YouTube", self._to_error)
        self._quota: Quota | None = None

    @property
    def quota(self) -> Quota:
        """The units of the app this account was signed in with. Raises ConnectorError without a sign-in."""
        if self._quota is None:
            more = self._line.tokens().more
            units = int(more.get("units") or UNITS)
            self._quota = Quota(self._around.folder, more.get("client_id", ""), units, self._around.clock)
        return self._quota

    def there(self, at: datetime) -> datetime:
        """A moment of this machine's clock by YouTube's, as far as that was heard: ask something first."""
        return self._line.there(self._api, at)

    def tokens(self) -> Tokens:
        """The newest tokens. Raises ConnectorError."""
        return self._line.tokens()

    async def revoke(self) -> None:
        """End the sign-in. Raises ConnectorError."""
        await self._sign_in.revoke(self._around.http, self.tokens())

    async def own_channel(self) -> Wire | None:
        """The channel that was chosen at the sign-in; None where the account has none."""
        said = await self._get("channels", ("part", "id,snippet"), ("mine", "true"))
        return next(iter(parts(said, "items")), None)

    async def threads(self, channel: str, *, status: str = "published", token: str = "", most: int = 100) -> Wire:
        """A page of the threads below all that a channel shows, newest first by their beginning."""
        return await self._get(
            "commentThreads",
            ("part", "snippet,replies"),
            ("allThreadsRelatedToChannelId", channel),
            ("order", "time"),
            ("maxResults", str(most)),
            ("textFormat", "plainText"),
            ("moderationStatus", status),
            ("pageToken", token),
        )

    async def replies(self, thread: str, *, token: str = "") -> Wire:
        """A page of the replies of a thread."""
        return await self._get(
            "comments",
            ("part", "snippet"),
            ("parentId", thread),
            ("maxResults", "100"),
            ("textFormat", "plainText"),
            ("pageToken", token),
        )

    async def comments(self, ids: Sequence[str]) -> list[Wire]:
        """Those of these comments that are there, at most 50."""
        said = await self._get("comments", ("part", "snippet"), ("id", ",".join(ids)), ("textFormat", "plainText"))
        return parts(said, "items")

    async def videos(self, ids: Sequence[str]) -> list[Wire]:
        """Those of these videos that are there, at most 50."""
        said = await self._get("videos", ("part", "snippet,statistics"), ("id", ",".join(ids)))
        return parts(said, "items")

    async def answer(self, thread: str, text: str) -> Wire:
        """Write below a thread's first comment: replies to replies are written there as well."""
        body = {"snippet": {"parentId": thread, "textOriginal": text}}
        return await self._send("POST", "comments", ("part", "snippet"), body=body)

    async def edit(self, comment: str, text: str) -> None:
        """Put other words into an own comment."""
        body = {"id": comment, "snippet": {"textOriginal": text}}
        await self._send("PUT", "comments", ("part", "snippet"), body=body)

    async def delete(self, comment: str) -> None:
        """Delete an own comment."""
        await self._send("DELETE", "comments", ("id", comment))

    async def moderate(self, comment: str, status: str, *, ban: bool = False) -> None:
        """Set where a comment stands: published, heldForReview or rejected; `ban` hides its writer from the channel."""
        await self._send(
            "POST",
            "comments/setModerationStatus",
            ("id", comment),
            ("moderationStatus", status),
            ("banAuthor", "true" if ban else ""),
        )

    async def _get(self, path: str, *params: tuple[str, str]) -> Wire:
        self.quota.take()
        with self._given_back(1):
            return await self._line.get(f"{self._api}/youtube/v3/{path}", *params)

    async def _send(self, method: str, path: str, *params: tuple[str, str], body: Any = None) -> Wire:
        self.quota.take(SEND, is_send=True)
        with self._given_back(SEND, is_send=True):
            return await self._line.send(method, f"{self._api}/youtube/v3/{path}", *params, body=body)

    @contextmanager
    def _given_back(self, units: int, *, is_send: bool = False) -> Generator[None]:
        """What never left this machine costs nothing: a day without a network must not use up the units."""
        try:
            yield
        except ConnectorError as error:
            if error.failure.kind is FailureKind.OFFLINE:
                self.quota.give_back(units, is_send=is_send)
            raise

    def _to_error(self, answer: Answer, http: Http, is_send: bool) -> ConnectorError:
        if error_in(answer).reason in DAY_IS_SPENT:
            return self.quota.spent()
        return to_error(answer, http, is_send)
