"""Speaks the API for one account: gets paths and parameters, gives parsed JSON. One token, which does not run out."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

from socialdesk.connectors.kit.contract import CredentialKeeper
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed
from socialdesk.connectors.kit.forms import Part, multipart, picture_name
from socialdesk.connectors.kit.http import Answer, Http
from socialdesk.connectors.kit.oauth import Tokens, form_post
from socialdesk.connectors.kit.parts import as_list, as_object
from socialdesk.connectors.mastodon.failures import closed, signed_out, to_error, unsure
from socialdesk.connectors.mastodon.server import Server
from socialdesk.model.failure import FailureKind
from socialdesk.support.clock import Clock

Params = list[tuple[str, str]]
VERIFY = "/api/v1/accounts/verify_credentials"


@dataclass(frozen=True, slots=True)
class Keys:
    """What opens an account: the token, where it opens it, and whose it is there."""

    server: Server
    own_id: str
    own_acct: str
    """`user@domain`"""
    token: str = field(repr=False)
    scope: str = ""
    client_id: str = field(default="", repr=False)
    client_secret: str = field(default="", repr=False)

    def tokens(self) -> Tokens:
        """The form in which they are kept."""
        more = {
            "server": self.server.written(),
            "own_id": self.own_id,
            "own_acct": self.own_acct,
            "client_id": self.client_id,
            "client_secret": self.client_secret,
        }
        return Tokens(self.token, scope=self.scope, more=more)

    @classmethod
    def read(cls, tokens: Tokens) -> Keys:
        """What `tokens` made. Raises LookupError."""
        more = tokens.more
        return cls(
            Server.read(more["server"]),
            more["own_id"],
            more["own_acct"],
            tokens.access,
            tokens.scope,
            more["client_id"],
            more["client_secret"],
        )


class Wire:
    """One account's way to its server."""

    def __init__(self, http: Http, keeper: CredentialKeeper, clock: Clock) -> None:
        self._http = http
        self._keeper = keeper
        self._clock = clock
        self._known: Keys | None = None
        self.skew = timedelta(0)
        """By how much the server's clock goes before ours."""

    @property
    def http(self) -> Http:
        """The network."""
        return self._http

    @property
    def known(self) -> Keys | None:
        """The keys, once they were used; asks nobody."""
        return self._known

    def keys(self) -> Keys:
        """The newest keys. Raises ConnectorError AuthExpired when there are none."""
        try:
            self._known = Keys.read(Tokens.read(self._keeper.load()))
        except LookupError:
            raise signed_out("no token") from None
        return self._known

    def learn(self, server: Server) -> None:
        """Keep what the server says of itself from now on."""
        keys = self.keys()
        if server != keys.server:
            self._known = replace(keys, server=server)
            self._keeper.store(self._known.tokens().credentials())

    def lacks(self, act: str) -> ConnectorError:
        """The server has no such act: that is kept, so that it is offered no more. Mastodon itself has all of them."""
        server = self.keys().server
        if not server.is_mastodon:
            self.learn(replace(server, lacks=tuple(sorted({*server.lacks, act}))))
        return failed(FailureKind.PERMISSION_DENIED, "The server cannot do that. Nothing was done.", code="no endpoint")

    async def get(self, path: str, params: Params | None = None) -> dict[str, Any]:
        """Read one thing."""
        return self._object(await self._call("GET", path, params), is_send=False)

    async def items(self, path: str, params: Params | None = None) -> tuple[list[dict[str, Any]], str]:
        """Read a page of things, and the `max_id` that leads to older ones; "" where there are none."""
        answer = await self._call("GET", path, params)
        said = self._parsed(answer, is_send=False)
        if not isinstance(said, list):
            raise unsure(self.keys().server.host, "no list", is_send=False)
        found = [as_object(one) for one in as_list(said) if as_object(one).get("id")]
        if said and not found:
            raise unsure(self.keys().server.host, "none of these", is_send=False)
        return found, _older(answer.headers.get("link", ""))

    async def post(
        self, path: str, body: dict[str, Any] | None = None, *, key: str = "", scope: str = ""
    ) -> dict[str, Any]:
        """Write something, once. `key` makes a repeat harmless where the server looks at it."""
        headers = {"content-type": "application/json"} if body is not None else {}
        if key:
            headers["idempotency-key"] = key
        data = None if body is None else json.dumps(body).encode()
        answer = await self._call("POST", path, None, headers, data, is_send=True, scope=scope)
        return self._object(answer, is_send=True)

    async def put(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        """Write something in the place of what stands there."""
        headers = {"content-type": "application/json"}
        answer = await self._call("PUT", path, None, headers, json.dumps(body).encode(), is_send=True)
        return self._object(answer, is_send=True)

    async def delete(self, path: str) -> None:
        """Delete something; what is gone already is gone."""
        await self._call("DELETE", path, None, is_send=True, scope="delete")

    async def upload(self, data: bytes, media_type: str, description: str) -> tuple[dict[str, Any], bool]:
        """Put a file there, and say whether it is ready. What no post names, the server clears away."""
        form = {"description": description} if description else {}
        body, content_type = multipart(form, [Part("file", picture_name(0, media_type), data, media_type)])
        headers = {"content-type": content_type}
        answer = await self._call("POST", "/api/v2/media", None, headers, body, scope="media", timeout_s=120)
        return self._object(answer, is_send=False), answer.status == 200

    async def uploaded(self, media_id: str) -> bool:
        """Whether a file is ready to be named in a post."""
        return (await self._call("GET", f"/api/v1/media/{media_id}", None)).status == 200

    async def sign_out(self) -> None:
        """End the token on the server; one that a person made by hand only they can end."""
        keys = self.keys()
        if keys.client_id:
            form = {"client_id": keys.client_id, "client_secret": keys.client_secret, "token": keys.token}
            answer = await form_post(self._http, f"{keys.server.url}/oauth/revoke", form)
            if answer.status >= 500:
                raise to_error(answer, self._http, keys.server.host)

    async def _call(
        self,
        verb: str,
        path: str,
        params: Params | None,
        headers: dict[str, str] | None = None,
        body: bytes | None = None,
        *,
        is_send: bool = False,
        scope: str = "",
        timeout_s: float = 30,
    ) -> Answer:
        keys = self.keys()
        answer = await self._ask(keys, verb, path, params, headers, body, is_send, scope, timeout_s)
        if 200 <= answer.status < 300:
            return answer
        error = to_error(answer, self._http, keys.server.host, is_send=is_send)
        if error.failure.kind in (FailureKind.AUTH_EXPIRED, FailureKind.PERMISSION_DENIED) and path != VERIFY:
            raise await self._why(keys, error)
        if answer.status == 403:
            raise closed()
        raise error

    async def _why(self, keys: Keys, error: ConnectorError) -> ConnectorError:
        """What stands behind a refusal: this one thing, the token, or the account. The account's own page tells."""
        answer = await self._ask(keys, "GET", VERIFY, None, None, None, False, "", 30)
        host = keys.server.host
        if answer.status == 403:
            return closed()
        if answer.status in (400, 401):
            return signed_out(str(answer.status))
        if error.failure.kind is FailureKind.AUTH_EXPIRED and answer.status == 200:
            # Takahē says 401 of what belongs to somebody else.
            return to_error(Answer(403, {}, b""), self._http, host)
        return error

    async def _ask(  # noqa: PLR0917 - the parts of one request
        self,
        keys: Keys,
        verb: str,
        path: str,
        params: Params | None,
        headers: dict[str, str] | None,
        body: bytes | None,
        is_send: bool,
        scope: str,
        timeout_s: float,
    ) -> Answer:
        answer = await self._http.ask(
            verb,
            f"{keys.server.url}{path}",
            headers={"authorization": f"Bearer {keys.token}", "accept": "application/json", **(headers or {})},
            params=params,
            body=body,
            is_send=is_send,
            timeout_s=timeout_s,
            # docs.joinmastodon.org, Rate limits: by account, and apart for posting, deleting and uploading.
            scope=f"{keys.own_acct} {scope}",
        )
        told = answer.headers.get("date", "")
        if told:
            with suppress(ValueError, TypeError, OverflowError):
                self.skew = parsedate_to_datetime(told) - self._clock.now()
        return answer

    def there(self, at: datetime) -> datetime:
        """A moment of ours by the server's clock."""
        return at + self.skew

    def _object(self, answer: Answer, *, is_send: bool) -> dict[str, Any]:
        said = self._parsed(answer, is_send=is_send)
        if not isinstance(said, dict):
            raise unsure(self.keys().server.host, "no object", is_send=is_send)
        return as_object(said)

    def _parsed(self, answer: Answer, *, is_send: bool) -> Any:
        try:
            return answer.json()
        except ValueError:
            raise unsure(self.keys().server.host, "unreadable answer", is_send=is_send) from None


def _older(link: str) -> str:
    """The `max_id` of the next page in a Link header; its host may be another one than was asked, and is not used."""
    for part in link.split(","):
        target, _, rest = part.partition(">")
        if 'rel="next"' in rest:
            return parse_qs(urlsplit(target.strip().removeprefix("<")).query).get("max_id", [""])[0]
    return ""
