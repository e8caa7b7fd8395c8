"""Speaks to the X API for one account: gets a path and parameters, gives parsed JSON, counts what it costs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from socialdesk.connectors.kit.contract import CredentialKeeper, Surroundings
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import transient
from socialdesk.connectors.kit.http import Answer
from socialdesk.connectors.kit.oauth import TokenKeeping
from socialdesk.connectors.kit.parts import Wire, part, parts
from socialdesk.connectors.x.failures import to_error
from socialdesk.connectors.x.included import included_posts
from socialdesk.connectors.x.sign_in import XSignIn
from socialdesk.connectors.x.spending import MESSAGE, POST, USER, Spending
from socialdesk.model.failure import Certainty
from socialdesk.support.clock import from_ms

MOST_IDS = 100
"""How many ids one look-up takes."""
_USER = "name,username,profile_image_url,public_metrics"
_POST = (
    "created_at,author_id,conversation_id,in_reply_to_user_id,referenced_tweets,attachments,entities,"
    "edit_history_tweet_ids,note_tweet,lang,public_metrics"
)
_MEDIA = "type,url,preview_image_url,alt_text"
ABOUT_POSTS = {
    "tweet.fields": _POST,
    "expansions": "author_id,in_reply_to_user_id,attachments.media_keys,referenced_tweets.id",
    "user.fields": _USER,
    "media.fields": _MEDIA,
}
"""The names of 2026 and before; answers are read in the newer ones, too (OpenAPI 2.167 says post for tweet)."""
ABOUT_MESSAGES = {
    "dm_event.fields": "id,text,event_type,created_at,dm_conversation_id,sender_id,attachments,entities",
    "event_types": "MessageCreate",
    "expansions": "sender_id,attachments.media_keys",
    "user.fields": _USER,
    "media.fields": _MEDIA,
}


class X:
    """One account's way to the API."""

    def __init__(self, sign_in: XSignIn, around: Surroundings, keeper: CredentialKeeper, account: str) -> None:
        self._api = sign_in.hosts["api"]
        self._http = around.http
        self._clock = around.clock
        self._sign_in = sign_in
        self._keeping = TokenKeeping(keeper, around.clock, sign_in.renew(around.http, around.clock), "X")
        self._account = account
        self._folder = around.folder
        self._spending: Spending | None = None

    @property
    def spending(self) -> Spending:
        """What this channel may cost. Raises ConnectorError without a sign-in."""
        if self._spending is None:
            most = int(self._keeping.newest().more["most"])
            self._spending = Spending(self._folder, self._account, most, self._clock)
        return self._spending

    def scopes(self) -> frozenset[str]:
        """What the sign-in was granted. Raises ConnectorError."""
        return frozenset(self._keeping.newest().scope.split())

    def there(self, at: datetime) -> datetime | None:
        """A moment of this machine's clock by X's; None before X has told its time."""
        return self._http.there(self._api, at)

    async def revoke(self) -> None:
        """End the sign-in. Raises ConnectorError."""
        await self._sign_in.revoke(self._http, self._keeping.newest())

    async def me(self) -> Wire:
        """The account itself."""
        said = await self.get("/2/users/me", {"user.fields": _USER}, scope="me")
        return part(said, "data")

    async def posts(self, path: str, params: Mapping[str, str], *, scope: str, most: int = 100, least: int = 5) -> Wire:
        """A page of posts, no larger than what may still be spent. Raises ConnectorError RateLimited below `least`."""
        fits = min(most, self.spending.room(POST + USER))
        if fits < least:
            raise self.spending.used_up()
        said = await self.get(path, {**ABOUT_POSTS, **params, "max_results": str(fits)}, scope=scope)
        self._count(said, POST)
        return said

    async def look_up(self, ids: Sequence[str], *, beside: bool = False) -> Wire:
        """Those of these posts that are there, at most 100, and in `errors` what is not."""
        said = await self.get("/2/tweets", {**ABOUT_POSTS, "ids": ",".join(ids)}, scope="look up")
        self._count(said, POST, beside=beside)
        return said

    async def messages(self, path: str, params: Mapping[str, str], *, most: int = 100) -> Wire:
        """A page of direct messages, no larger than what may still be spent."""
        fits = min(most, self.spending.room(MESSAGE))
        if fits < 1:
            raise self.spending.used_up()
        said = await self.get(path, {**ABOUT_MESSAGES, **params, "max_results": str(fits)}, scope="messages")
        self._count(said, MESSAGE)
        return said

    async def get(self, path: str, params: Mapping[str, str], *, scope: str) -> Wire:
        """Read something; empty parameters are left out."""
        pairs = [(key, value) for key, value in params.items() if value]
        return await self._call("GET", path, pairs, None, "", scope, is_send=False)

    async def act(self, method: str, path: str, body: Any, *, price: int, scope: str) -> Wire:
        """Do something once, for a price. Raises ConnectorError."""
        self.spending.send(price)
        data = b"" if body is None else json.dumps(body).encode()
        try:
            return await self._call(method, path, [], data, "application/json", scope, is_send=True)
        except ConnectorError as error:
            if error.failure.certainty is Certainty.NOT_SENT:
                self.spending.give_back(price)
            raise

    async def upload(self, path: str, data: bytes, media_type: str) -> Wire:
        """A step of an upload: nobody sees it before a post names it, so it may be done again."""
        return await self._call("POST", path, [], data, media_type, "upload", is_send=False)

    async def _call(  # noqa: PLR0917 - the parts of one request
        self,
        method: str,
        path: str,
        params: list[tuple[str, str]],
        data: bytes | None,
        media_type: str,
        scope: str,
        *,
        is_send: bool,
    ) -> Wire:
        async def ask(access: str) -> Answer:
            headers = {"authorization": f"Bearer {access}", "accept": "application/json"}
            if data:
                headers["content-type"] = media_type
            return await self._http.ask(
                method,
                self._api + path,
                headers=headers,
                params=params or None,
                body=data,
                is_send=is_send,
                scope=f"{self._account} {scope}",
            )

        tokens = await self._keeping.fresh()
        answer = await ask(tokens.access)
        if answer.status == 401:
            # Nothing was done, so once more with a new token is safe.
            answer = await ask((await self._keeping.renewed(tokens)).access)
        if answer.status >= 300:
            until = self._pause_until(answer)
            if answer.status == 429:
                self._http.pause(self._api, until, f"{self._account} {scope}")
            raise to_error(answer, until, is_send=is_send)
        if answer.status == 204:
            return {}
        said = answer.object()
        if said is None:
            raise transient("X", "unreadable answer", Certainty.UNKNOWN if is_send else Certainty.NOT_SENT)
        return said

    def _pause_until(self, answer: Answer) -> datetime:
        """When X wants to be asked again: x-rate-limit-reset is a moment in seconds (X API, Rate Limits)."""
        told = answer.headers.get("x-rate-limit-reset", "")
        now = self._clock.now()
        if told.isdecimal() and len(told) <= 11:
            # By X's clock: this machine's may be hours off.
            wait = from_ms(int(told) * 1000) - (self.there(now) or now)
            return now + min(max(wait, timedelta(seconds=1)), timedelta(days=1))
        return now + (timedelta(hours=1) if answer.status == 402 else timedelta(minutes=1))

    def _count(self, said: Wire, price: int, *, beside: bool = False) -> None:
        includes = part(said, "includes")
        self.spending.read(price, _ids(parts(said, "data")), beside=beside)
        self.spending.read(POST, _ids(included_posts(includes)), beside=beside)
        self.spending.read(USER, _ids(parts(includes, "users")), beside=beside)


def _ids(things: Sequence[Wire]) -> list[str]:
    return [str(one.get("id")) for one in things]
