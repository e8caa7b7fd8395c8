"""Speaks to the Bot API with one bot's token; gives results, or raises `ConnectorError`.

The token stands in the path of every request: no address of it is logged, shown or handed on.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from socialdesk.connectors.kit.contract import Picture
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed
from socialdesk.connectors.kit.forms import Part, multipart, picture_name
from socialdesk.connectors.kit.http import Answer as HttpAnswer
from socialdesk.connectors.kit.http import Http
from socialdesk.connectors.telegram import failures
from socialdesk.model.failure import FailureKind
from socialdesk.support.clock import Clock

Json = dict[str, Any]
_LEAST_SECRET = 8
"""Those of Telegram have 35 characters (U); a server of one's own may give shorter ones."""


class Wire:
    """One bot's line to the server."""

    def __init__(self, http: Http, clock: Clock, base: str, token: str | Callable[[], str]) -> None:
        """`token` is the token, or gives it when it is needed."""
        self._http = http
        self._clock = clock
        self._base = base
        self._given = token

    @property
    def _token(self) -> str:
        return self._given if isinstance(self._given, str) else self._given()

    async def call(
        self,
        method: str,
        params: Json | None = None,
        *,
        is_send: bool = False,
        chat: int = 0,
        wait_s: float = 0,
        pictures: tuple[Picture, ...] = (),
    ) -> Any:
        """Call a method once. With `chat`, a pause that the server wants is for that chat only.

        `wait_s` is how long the server may hold the answer back. `pictures` go as files named picture0, picture1 …;
        one alone as photo.
        """
        headers, body = _form(params or {}, pictures) if pictures else _json(params or {})
        token = self._token
        url = f"{self._base}/bot{token}/{method}"
        bot = token.partition(":")[0]
        scope = f"{bot}:{chat}" if chat else bot
        answer = await self._http.ask(
            "POST",
            url,
            headers=headers,
            body=body,
            is_send=is_send,
            timeout_s=(90 if pictures else 30) + wait_s,
            scope=scope,
            shown=f"/bot…/{method}",
            is_wait=wait_s > 0,
        )
        said = _object_in(answer)
        if said.get("ok") is True and "result" in said:
            return said["result"]
        if answer.status == 200 and said.get("ok") is not False:
            raise failures.not_telegram(is_send=is_send)
        error = failures.to_error(answer, said, self._http, self._clock, is_send=is_send)
        if error.failure.kind is FailureKind.RATE_LIMITED and error.failure.retry_at is not None:
            # Said in the body, not in a header: core.telegram.org/bots/api, ResponseParameters.
            self._http.pause(url, error.failure.retry_at, scope)
        raise error

    async def download(self, file_id: str) -> bytes | None:
        """The bytes of a file; None when Telegram has it no longer."""
        try:
            found = await self.call("getFile", {"file_id": file_id})
        except ConnectorError as error:
            if error.failure.kind is FailureKind.INVALID:
                return None
            raise
        path = str(found.get("file_path") or "")
        if not path or path.startswith("/") or ".." in path.split("/"):
            return None
        token = self._token
        url = f"{self._base}/file/bot{token}/{quote(path)}"
        answer = await self._http.ask(
            "GET",
            url,
            timeout_s=60,
            scope=f"{token.partition(':')[0]}:files",
            shown="/file/bot…/…",
        )
        if answer.status == 404:
            return None
        if answer.status != 200:
            raise failures.to_error(answer, None, self._http, self._clock, is_send=False)
        return answer.body


def _object_in(answer: HttpAnswer) -> Json:
    """The JSON object of an answer; an empty one where it has none."""
    try:
        said: Json = answer.json()
    except ValueError:
        return {}
    return said if type(said) is dict else {}


def checked_token(text: str) -> str:
    """A token as @BotFather gives it. Raises ConnectorError for anything else, before it is sent anywhere."""
    number, _, secret = text.partition(":")
    plain = secret.replace("-", "").replace("_", "")
    if text.isascii() and number.isdigit() and len(secret) >= _LEAST_SECRET and plain.isalnum():
        return text
    raise failed(
        FailureKind.INVALID,
        "That is no bot token. @BotFather gives one that looks like 123456:ABC…; copy all of it.",
        code="token",
    )


def _json(params: Json) -> tuple[dict[str, str], bytes]:
    return {"content-type": "application/json"}, json.dumps(params, ensure_ascii=False).encode()


def _form(params: Json, pictures: tuple[Picture, ...]) -> tuple[dict[str, str], bytes]:
    """The parameters and files as a multipart form; values that are no plain text are JSON in it."""
    fields = {
        name: value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        for name, value in params.items()
    }
    names = ["photo"] if len(pictures) == 1 else [f"picture{number}" for number in range(len(pictures))]
    files = [
        Part(names[number], picture_name(number, one.media_type), one.data, one.media_type)
        for number, one in enumerate(pictures)
    ]
    body, content_type = multipart(fields, files)
    return {"content-type": content_type}, body
