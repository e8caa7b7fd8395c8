"""One account's way to an API of Google: gets a method and parameters, gives parsed JSON, renews the token in time."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import transient
from socialdesk.connectors.kit.http import Answer, Http
from socialdesk.connectors.kit.oauth import TokenKeeping, Tokens
from socialdesk.model.failure import Certainty

ToError = Callable[[Answer, Http, bool], ConnectorError]
"""What an answer that went wrong means; the last part says whether it was a send."""


class Line:
    """An account's line. `name` is what people know the platform as."""

    def __init__(self, http: Http, keeping: TokenKeeping, name: str, to_error: ToError) -> None:
        self._http = http
        self._keeping = keeping
        self._name = name
        self._to_error = to_error

    def there(self, url: str, at: datetime) -> datetime:
        """A moment of this machine's clock by the server's, as far as that was heard: ask something first."""
        return self._http.there(url, at) or at

    def tokens(self) -> Tokens:
        """The newest tokens. Raises ConnectorError."""
        return self._keeping.newest()

    async def get(self, url: str, *params: tuple[str, str]) -> dict[str, Any]:
        """Read something; empty parameters are left out."""
        return await self._call("GET", url, params, None, is_send=False)

    async def send(self, method: str, url: str, *params: tuple[str, str], body: Any = None) -> dict[str, Any]:
        """Write something, once."""
        return await self._call(method, url, params, body, is_send=True)

    async def _call(
        self, method: str, url: str, params: tuple[tuple[str, str], ...], body: Any, *, is_send: bool
    ) -> dict[str, Any]:
        tokens = await self._keeping.fresh()
        answer = await self._ask(method, url, params, body, tokens, is_send=is_send)
        if answer.status == 401:
            # Nothing was done, so once more with a new token is safe.
            tokens = await self._keeping.renewed(tokens)
            answer = await self._ask(method, url, params, body, tokens, is_send=is_send)
        if answer.status >= 300:
            raise self._to_error(answer, self._http, is_send)
        if not answer.body and (answer.status == 204 or method == "DELETE"):
            # Anywhere else an answer of nothing is one that broke off.
            return {}
        said = answer.object()
        if said is None:
            raise transient(self._name, "unreadable answer", Certainty.UNKNOWN if is_send else Certainty.NOT_SENT)
        return said

    async def _ask(
        self,
        method: str,
        url: str,
        params: tuple[tuple[str, str], ...],
        body: Any,
        tokens: Tokens,
        *,
        is_send: bool,
    ) -> Answer:
        headers = {"authorization": f"Bearer {tokens.access}", "accept": "application/json"}
        data = None
        if body is not None:
            headers["content-type"] = "application/json"
            data = json.dumps(body).encode()
        elif method in {"POST", "PUT"}:
            data = b""
        pairs = [(key, value) for key, value in params if value]
        return await self._http.ask(method, url, headers=headers, params=pairs or None, body=data, is_send=is_send)
