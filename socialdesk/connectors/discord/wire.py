"""Speaks to Discord's REST interface with one bot's token; gives JSON, or raises `ConnectorError`.

Each kind of call has a budget of its own, per channel or server: what is used up is waited for, never tried.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

from socialdesk import __version__
from socialdesk.connectors.discord import failures
from socialdesk.connectors.kit.contract import Picture
from socialdesk.connectors.kit.failures import failed, transient
from socialdesk.connectors.kit.forms import Part, multipart, picture_name
from socialdesk.connectors.kit.http import Answer, Http
from socialdesk.model.failure import Certainty, FailureKind
from socialdesk.support.clock import Clock

Json = dict[str, Any]
_MOST_S = 86_400
# Without one of this form Discord's own front refuses everything: docs.discord.com, Reference, User Agent. The address
# is a reserved one: the project has no page yet that could be named.
AGENT = f"DiscordBot (https://socialdesk.example, {__version__})"


class Wire:
    """One bot's line to Discord."""

    def __init__(self, http: Http, clock: Clock, base: str, token: Callable[[], str]) -> None:
        self._http = http
        self._clock = clock
        self._base = base
        self._token = token
        self._buckets: dict[str, str] = {}
        """By kind of call, the budget it counts under."""
        self._all_until: datetime | None = None
        self.skew = timedelta(0)
        """How far Discord's clock is ahead of ours; known from the first answer on."""

    async def get(self, path: str, **params: object) -> Any:
        """Read something. `path` begins with a slash."""
        pairs = [(name, str(value)) for name, value in params.items() if value is not None]
        return await self._ask("GET", path, params=pairs)

    async def send(self, method: str, path: str, body: Json | None = None, pictures: tuple[Picture, ...] = ()) -> Any:
        """Change something, once; None where the answer is empty."""
        return await self._ask(method, path, body=body, pictures=pictures, is_send=True)

    def now(self) -> datetime:
        """The time at Discord."""
        return self._clock.now() + self.skew

    async def _ask(
        self,
        method: str,
        path: str,
        *,
        params: list[tuple[str, str]] | None = None,
        body: Json | None = None,
        pictures: tuple[Picture, ...] = (),
        is_send: bool = False,
    ) -> Any:
        now = self._clock.now()
        if self._all_until is not None and self._all_until > now:
            raise failed(FailureKind.RATE_LIMITED, failures.LATER, code="global", retry_at=self._all_until)
        headers = {"authorization": f"Bot {self._token()}", "user-agent": AGENT}
        data: bytes | None = None
        if pictures:
            kind, data = _form(body or {}, pictures)
            headers["content-type"] = kind
        elif body is not None:
            headers["content-type"] = "application/json"
            data = json.dumps(body, ensure_ascii=False).encode()
        key, place = _kind_of(method, path)
        scope = f"{self._buckets.get(key, key)} {place}"
        url = f"{self._base}{path}"
        answer = await self._http.ask(
            method,
            url,
            headers=headers,
            params=params,
            body=data,
            is_send=is_send,
            timeout_s=90 if pictures else 30,
            scope=scope,
        )
        self._note(answer, url, key, place)
        if answer.status == 204:
            return None
        said = _in(answer)
        told = _object(said)
        if answer.status == 429:
            raise self._too_many(told, answer, url, scope)
        unsure = Certainty.UNKNOWN if is_send else Certainty.NOT_SENT
        if answer.status in (200, 201) and said is not None:
            return said
        if answer.status < 300:
            raise transient("Discord", f"{answer.status} unreadable", unsure)
        error = failures.to_error(answer.status, told, is_send=is_send)
        if error.failure.kind is FailureKind.RATE_LIMITED:
            raise self._too_many(told, answer, url, scope, error.failure.sentence)
        raise error

    def _note(self, answer: Answer, url: str, key: str, place: str) -> None:
        if bucket := answer.headers.get("x-ratelimit-bucket"):
            self._buckets[key] = bucket
        if answer.status != 429 and answer.headers.get("x-ratelimit-remaining") == "0":
            after = _seconds(answer.headers.get("x-ratelimit-reset-after"))
            if after is not None:
                self._http.pause(url, self._clock.now() + after, f"{self._buckets.get(key, key)} {place}")
        with suppress(KeyError, ValueError, TypeError, OverflowError):
            self.skew = parsedate_to_datetime(answer.headers["date"]) - self._clock.now()

    def _too_many(self, said: Json, answer: Answer, url: str, scope: str, sentence: str = failures.LATER) -> Exception:
        after = _seconds(said.get("retry_after"))
        until = self._http.retry_at(answer) if after is None else self._clock.now() + after
        if said.get("global") or answer.headers.get("x-ratelimit-scope") == "global":
            self._all_until = until
        self._http.pause(url, until, scope)
        return failed(FailureKind.RATE_LIMITED, sentence, code=f"{answer.status}", retry_at=until)


@contextmanager
def understood(*, is_send: bool = False) -> Generator[None]:
    """Read what Discord said. What has another shape than it should raises ConnectorError."""
    try:
        yield
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, OverflowError) as error:
        unsure = Certainty.UNKNOWN if is_send else Certainty.NOT_SENT
        raise transient("Discord", f"unreadable: {type(error).__name__}", unsure) from error


def _kind_of(method: str, path: str) -> tuple[str, str]:
    """Which kind of call it is, and the channel or server it counts for: docs.discord.com, Rate Limits."""
    parts = path.split("/")[1:]
    place = parts[1] if len(parts) > 1 and parts[0] in ("channels", "guilds") else ""
    kind = "/".join("#" if part.isdigit() else part for part in parts)
    return f"{method} {kind}", place


def _object(said: Json | None) -> Json:
    """What was said, where it is an object."""
    return said if type(said) is dict else {}


def _in(answer: Answer) -> Any:
    """The JSON of an answer; None where it has none."""
    try:
        return answer.json()
    except ValueError:
        return None


def _seconds(told: object) -> timedelta | None:
    try:
        seconds = float(str(told))
    except ValueError:
        return None
    return timedelta(seconds=min(seconds, _MOST_S)) if seconds >= 0 else None


def _form(body: Json, pictures: tuple[Picture, ...]) -> tuple[str, bytes]:
    """The message and its files as a multipart form: docs.discord.com, Uploading Files."""
    names = [picture_name(number, one.media_type) for number, one in enumerate(pictures)]
    files = [
        {"id": str(number), "filename": names[number]} | ({"description": one.alt[:1024]} if one.alt else {})
        for number, one in enumerate(pictures)
    ]
    payload = json.dumps(body | {"attachments": files}, ensure_ascii=False).encode()
    parts = [Part("payload_json", "", payload, "application/json")]
    parts += [Part(f"files[{number}]", names[number], one.data, one.media_type) for number, one in enumerate(pictures)]
    data, content_type = multipart({}, parts)
    return content_type, data
