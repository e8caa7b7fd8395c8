"""Speaks XRPC for one account: gets a method and parameters, gives parsed JSON; renews the session when it ran out."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from datetime import datetime
from typing import Any

from socialdesk.connectors.bluesky import oauth
from socialdesk.connectors.bluesky.dpop import Proofs
from socialdesk.connectors.bluesky.failures import DEACTIVATED, moved, not_bluesky, to_error
from socialdesk.connectors.bluesky.home import NO_DOCUMENT, home_of
from socialdesk.connectors.bluesky.tokens import Tokens
from socialdesk.connectors.kit.contract import CredentialKeeper
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.http import Answer, Http
from socialdesk.connectors.kit.parts import as_list
from socialdesk.support.clock import Clock

_SAYS_NOTHING = {
    "com.atproto.repo.deleteRecord",
    "com.atproto.server.deleteSession",
    "app.bsky.graph.muteThread",
    "app.bsky.graph.unmuteThread",
}
"""What has no output by its lexicon; anywhere else an answer of nothing is one that broke off."""
CHAT = {"atproto-proxy": "did:web:api.bsky.chat#bsky_chat"}


class Wire:
    """One account's way to its server."""

    def __init__(self, http: Http, keeper: CredentialKeeper, clock: Clock, plc: str = "") -> None:
        """`plc` is the directory that tells where accounts live; "" for none."""
        self._http = http
        self._keeper = keeper
        self._plc = plc
        self._proofs = Proofs(clock)
        self._renewing = asyncio.Lock()

    def there(self, at: datetime) -> datetime:
        """A moment of this machine's clock by the server's, as far as that was heard: ask something first."""
        return self._http.there(self.tokens().pds, at) or at

    def tokens(self) -> Tokens:
        """The newest tokens. Raises ConnectorError AuthExpired when there are none."""
        try:
            return Tokens.read(self._keeper.load())
        except LookupError:
            raise to_error(Answer(400, {}, b'{"error": "ExpiredToken"}'), self._http) from None

    async def get(self, method: str, *, chat: bool = False, **params: Any) -> dict[str, Any]:
        """Read something."""
        pairs: list[tuple[str, str]] = []
        for key, value in params.items():
            many = as_list(value) if isinstance(value, list) else [value]
            pairs += [(key, str(one)) for one in many if one is not None]
        return await self._call("GET", method, pairs, None, chat=chat, is_send=False)

    async def post(
        self, method: str, body: dict[str, Any], *, chat: bool = False, is_send: bool = True
    ) -> dict[str, Any]:
        """Write something, once."""
        return await self._call("POST", method, [], json.dumps(body).encode(), chat=chat, is_send=is_send)

    async def upload(self, data: bytes, media_type: str) -> dict[str, Any]:
        """Put bytes where a record can name them; gives their reference. What no record names goes by itself."""
        said = await self._call(
            "POST", "com.atproto.repo.uploadBlob", [], data, chat=False, is_send=False, content_type=media_type
        )
        blob: dict[str, Any] = said["blob"]
        return blob

    async def renew(self) -> None:
        """Take new tokens. Raises ConnectorError with what stands against the account."""
        try:
            await self._renew(self.tokens())
        except ConnectorError as error:
            raise await self._finer(error) from None

    async def sign_out(self) -> None:
        """End the session on the server."""
        tokens = self.tokens()
        if tokens.key:
            await oauth.revoke(self._http, self._proofs, tokens)
        else:
            await ask(self._http, tokens.pds, "POST", "com.atproto.server.deleteSession", token=tokens.refresh)

    async def _call(
        self,
        verb: str,
        method: str,
        params: list[tuple[str, str]],
        body: bytes | None,
        *,
        chat: bool,
        is_send: bool,
        content_type: str = "",
    ) -> dict[str, Any]:
        try:
            return await self._called(verb, method, params, body, chat=chat, is_send=is_send, content_type=content_type)
        except ConnectorError as error:
            raise await self._finer(error) from None

    async def _finer(self, error: ConnectorError) -> ConnectorError:
        """A server that an account has left calls it deactivated: where it lives now its document tells."""
        if not self._plc or DEACTIVATED not in error.failure.code:
            return error
        tokens = self.tokens()
        try:
            home = await home_of(self._http, self._plc, tokens.did)
        except (ConnectorError, *NO_DOCUMENT):
            return error
        return moved(home) if home and home != tokens.pds else error

    async def _called(
        self,
        verb: str,
        method: str,
        params: list[tuple[str, str]],
        body: bytes | None,
        *,
        chat: bool,
        is_send: bool,
        content_type: str,
    ) -> dict[str, Any]:
        tokens = self.tokens()
        extra = dict(CHAT) if chat else {}
        if content_type:
            extra["content-type"] = content_type
        answer = await self._ask_as(tokens, verb, method, params, body, extra, is_send=is_send)
        if _is_spent(answer, tokens):
            # Nothing was done, so repeating once is safe.
            tokens = await self._renew(tokens)
            answer = await self._ask_as(tokens, verb, method, params, body, extra, is_send=is_send)
        return parsed(answer, self._http, is_send=is_send, method=method)

    async def _ask_as(  # noqa: PLR0917 - the parts of one request
        self,
        tokens: Tokens,
        verb: str,
        method: str,
        params: list[tuple[str, str]],
        body: bytes | None,
        extra: dict[str, str],
        *,
        is_send: bool,
    ) -> Answer:
        async def ask_with(token: str, proof: dict[str, str]) -> Answer:
            sent = extra | proof
            return await _ask(self._http, tokens.pds, verb, method, token, params, body, sent, is_send=is_send)

        if not tokens.key:
            return await ask_with(tokens.access, {})
        url = f"{tokens.pds}/xrpc/{method}"
        answer = await ask_with("", self._proofs.headers(tokens.key, verb, url, tokens.access))
        if self._proofs.note(url, answer):
            # Refused for the want of a nonce, so nothing was done.
            answer = await ask_with("", self._proofs.headers(tokens.key, verb, url, tokens.access))
            self._proofs.note(url, answer)
        return answer

    async def _renew(self, old: Tokens) -> Tokens:
        async with self._renewing:
            now = self.tokens()
            if now.access != old.access:
                return now
            if old.key:
                new = await oauth.renewed(self._http, self._proofs, old)
            else:
                said = await ask(self._http, old.pds, "POST", "com.atproto.server.refreshSession", token=old.refresh)
                handle = str(said.get("handle", old.handle))
                new = replace(old, handle=handle, access=said["accessJwt"], refresh=said["refreshJwt"])
            # Stored before used: the old refresh token is spent.
            self._keeper.store(new.credentials())
            return new


async def ask(
    http: Http,
    server: str,
    verb: str,
    method: str,
    *,
    token: str = "",
    body: dict[str, Any] | None = None,
    **params: str,
) -> dict[str, Any]:
    """One call without a session, or with a token of its own."""
    data = None if body is None else json.dumps(body).encode()
    answer = await _ask(http, server, verb, method, token, list(params.items()), data, {}, is_send=False)
    return parsed(answer, http, is_send=False, method=method)


def parsed(answer: Answer, http: Http, *, is_send: bool, method: str) -> dict[str, Any]:
    """The JSON object in an answer. Raises ConnectorError for an error, or for anything else than JSON."""
    if answer.status != 200:
        raise to_error(answer, http, is_send=is_send, method=method)
    if not answer.body and method in _SAYS_NOTHING:
        return {}
    said = answer.object()
    if said is None:
        raise not_bluesky(is_send=is_send)
    return said


async def _ask(  # noqa: PLR0917 - the parts of one request
    http: Http,
    server: str,
    verb: str,
    method: str,
    token: str,
    params: list[tuple[str, str]],
    body: bytes | None,
    extra: dict[str, str],
    *,
    is_send: bool,
) -> Answer:
    headers = dict(extra)
    if token:
        headers["authorization"] = f"Bearer {token}"
    if body is not None:
        headers.setdefault("content-type", "application/json")
    return await http.ask(verb, f"{server}/xrpc/{method}", headers=headers, params=params, body=body, is_send=is_send)


def _is_spent(answer: Answer, tokens: Tokens) -> bool:
    """Whether a token has ended. By an app password that is 400 here, not 401."""
    if tokens.key:
        return answer.status == 401
    return answer.status == 400 and _name(answer) == "ExpiredToken"


def _name(answer: Answer) -> str:
    try:
        said = answer.json()
        return str(said.get("error", ""))
    except (ValueError, AttributeError):
        return ""
