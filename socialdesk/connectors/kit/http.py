"""The one way out to the network: gets a request, gives an answer or an error that says how sure we are.

Timeouts, the system's certificates, no cookies, no token across hosts, a bound on what is read. Budgets come from what
the server says in its headers. Nothing here logs a body, a query or an authorization.
"""

from __future__ import annotations

import asyncio
import json
import logging
import ssl
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from socialdesk import __version__
from socialdesk.model.failure import Certainty, FailureKind
from socialdesk.support.clock import Clock, from_ms

if TYPE_CHECKING:
    import httpx

log = logging.getLogger(__name__)
MOST_BYTES = 16 * 1024 * 1024
_AT_ONCE = 6
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said."""

    status: int
    headers: dict[str, str]
    body: bytes = field(repr=False)

    def json(self) -> Any:
        """The body as JSON. Raises ValueError when it is something else, or nested deeper than anybody means."""
        try:
            return json.loads(self.body)
        except RecursionError:
            raise ValueError("nested too deep") from None


class Http:
    """The network as connectors see it."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._client: httpx.AsyncClient | None = None
        self._gates: dict[str, asyncio.Semaphore] = {}
        self._closed_until: dict[str, datetime] = {}

    async def ask(
        self,
        method: str,
        url: str,
        *,
        headers: dict[str, str] | None = None,
        params: list[tuple[str, str]] | None = None,
        body: bytes | None = None,
        is_send: bool = False,
        timeout_s: float = 30,
    ) -> Answer:
        """Ask once. `is_send` says that a lost answer leaves the outcome unknown.

        Raises ConnectorError: Offline when nothing left, RateLimited while the server asked for a pause, Transient with
        its certainty when the line broke later. Any status is an answer.
        """
        import httpx

        from socialdesk.connectors.kit.failures import failed, offline, transient

        host = self._checked(url)
        pause = self._closed_until.get(host)
        if pause is not None and pause > self._clock.now():
            raise failed(
                FailureKind.RATE_LIMITED,
                f"{host} allows more later. It goes on by itself.",
                code="budget",
                retry_at=pause,
            )
        unsure = Certainty.UNKNOWN if is_send else Certainty.NOT_SENT
        async with self._gates.setdefault(host, asyncio.Semaphore(_AT_ONCE)):
            try:
                answer = await self._send(method, url, headers or {}, params, body, timeout_s)
            except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError) as error:
                raise offline(host, type(error).__name__) from None
            except httpx.UnsupportedProtocol:
                raise failed(FailureKind.INVALID, f"{url} is not an address of a server.", code="address") from None
            except (httpx.HTTPError, ssl.SSLError, OSError) as error:
                raise transient(host, type(error).__name__, unsure) from None
        self._note_budget(host, answer)
        log.debug("%s %s%s -> %s", method, host, urlsplit(url).path, answer.status)
        return answer

    def retry_at(self, answer: Answer) -> datetime:
        """When a server that answered 429 or 503 wants to be asked again; a minute from now when it does not say."""
        after = answer.headers.get("retry-after", "")
        now = self._clock.now()
        if after.isdigit():
            return now + timedelta(seconds=min(int(after), 86_400))
        if after:
            try:
                return parsedate_to_datetime(after)
            except ValueError:
                pass
        reset = answer.headers.get("ratelimit-reset", "")
        return from_ms(int(reset) * 1000) if reset.isdigit() else now + timedelta(minutes=1)

    async def close(self) -> None:
        """Close all connections."""
        if self._client is not None:
            await self._client.aclose()
            self._client = None

    async def _send(  # noqa: PLR0917 - the parts of one request
        self,
        method: str,
        url: str,
        headers: dict[str, str],
        params: list[tuple[str, str]] | None,
        body: bytes | None,
        timeout_s: float,
    ) -> Answer:
        client = self._open()
        request = client.build_request(
            method, url, headers=headers, params=tuple(params) if params else None, content=body, timeout=timeout_s
        )
        response = await client.send(request, stream=True)
        try:
            parts: list[bytes] = []
            size = 0
            async for part in response.aiter_bytes():
                size += len(part)
                if size > MOST_BYTES:
                    break
                parts.append(part)
        finally:
            await response.aclose()
            # A cookie would tie one account's requests to another's.
            client.cookies.clear()
        return Answer(response.status_code, {k.lower(): v for k, v in response.headers.items()}, b"".join(parts))

    def _open(self) -> httpx.AsyncClient:
        if self._client is None:
            import httpx
            import truststore

            self._client = httpx.AsyncClient(
                http2=True,
                verify=truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT),
                # Nobody we speak to redirects an API call; followed blindly, a token would go with it.
                follow_redirects=False,
                headers={"user-agent": f"SocialDesk/{__version__}"},
            )
        return self._client

    def _checked(self, url: str) -> str:
        from socialdesk.connectors.kit.failures import failed

        try:
            parts = urlsplit(url)
            host, _ = parts.hostname or "", parts.port
        except ValueError:
            host, parts = "", None
        if parts is None or not host or parts.scheme not in {"https", "http"}:
            raise failed(FailureKind.INVALID, f"{url!r} is not an address of a server.", code="address")
        if parts.scheme == "http" and host not in _LOOPBACK:
            raise failed(
                FailureKind.INVALID,
                f"{host} must be reached by https://; a password is never sent in clear.",
                code="http",
            )
        return host if parts.port is None else f"{host}:{parts.port}"

    def _note_budget(self, host: str, answer: Answer) -> None:
        if answer.status == 429:
            self._closed_until[host] = self.retry_at(answer)
