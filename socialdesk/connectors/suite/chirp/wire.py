"""Speaks with Chirp's API: gets a path, gives parsed JSON, or raises what went wrong as a failure."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed, transient
from socialdesk.connectors.kit.http import Answer, Http
from socialdesk.model.failure import Certainty, FailureKind

SIGN_IN_AGAIN = "Chirp does not accept the access token. Make a new one on Chirp and connect the channel again."


class Wire:
    """The way to one host, with one account's token."""

    def __init__(self, http: Http, host: str, token: Callable[[], str]) -> None:
        self._http = http
        self._host = host
        self._token = token

    async def get(self, path: str, **params: str | int) -> dict[str, Any]:
        """Read something."""
        return await self._ask("GET", path, [(key, str(value)) for key, value in params.items()], None)

    async def send(self, method: str, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        """Change something, once."""
        return await self._ask(method, path, [], body, is_send=True)

    async def _ask(
        self,
        method: str,
        path: str,
        params: list[tuple[str, str]],
        body: dict[str, Any] | None,
        *,
        is_send: bool = False,
    ) -> dict[str, Any]:
        # In a header, never in the address: addresses end up in logs.
        headers = {"authorization": f"Bearer {self._token()}"}
        data = None
        if body is not None:
            headers["content-type"] = "application/json"
            data = json.dumps(body).encode()
        answer = await self._http.ask(
            method, f"{self._host}{path}", headers=headers, params=params, body=data, is_send=is_send
        )
        if answer.status >= 400:
            raise self._to_error(answer, is_send=is_send)
        try:
            said = answer.json()
        except ValueError:
            said = None
        if not isinstance(said, dict):
            # Something in between answered. What was sent may have arrived all the same.
            raise transient("Chirp", "unreadable", Certainty.UNKNOWN if is_send else Certainty.NOT_SENT)
        return said  # pyright: ignore[reportUnknownVariableType] - JSON of unknown form

    def _to_error(self, answer: Answer, *, is_send: bool) -> ConnectorError:
        """What a status means: docs.chirp.example, "Errors"."""
        code = str(answer.status)
        match answer.status:
            case 401:
                return failed(FailureKind.AUTH_EXPIRED, SIGN_IN_AGAIN, code=code)
            case 403:
                sentence = "Chirp does not allow this account to do that. Check what its access token allows."
                return failed(FailureKind.PERMISSION_DENIED, sentence, code=code)
            case 404 | 410:
                return failed(FailureKind.GONE, "That post is no longer on Chirp. Nothing was sent.", code=code)
            case 429:
                return failed(
                    FailureKind.RATE_LIMITED,
                    "Chirp allows more later. It goes on by itself.",
                    code=code,
                    retry_at=self._http.retry_at(answer),
                )
            case status if status >= 500:
                # A server that stumbles may have done it already.
                return transient("Chirp", code, Certainty.UNKNOWN if is_send else Certainty.NOT_SENT)
            case _:
                sentence = "Chirp did not accept this. Nothing was sent; change it and try again."
                return failed(FailureKind.INVALID, sentence, code=code)
