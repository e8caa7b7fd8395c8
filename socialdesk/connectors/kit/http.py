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

    from socialdesk.connectors.kit.errors import ConnectorError

log = logging.getLogger(__name__)
MOST_BYTES = 16 * 1024 * 1024
_AT_ONCE = 6
_WHOLE = 4
"""How many times its patience a whole answer may take: each byte of a drip would renew the patience for the next."""
_KEPT_SHARE = 0.1
"""The share of a server's budget that only sends may use."""
_LEAST_SHARED = 20
"""A budget smaller than this is not worth sharing out."""
_A_MOMENT = 1_000_000_000
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
        self._budgets: dict[str, _Budget] = {}

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

        `timeout_s` bounds each wait for the other side, four times as much the whole.

        Raises ConnectorError: Offline when nothing left, RateLimited while the server asked for a pause, Transient with
        its certainty when the line broke later. Any status is an answer.
        """
        import httpx

        from socialdesk.connectors.kit.failures import failed, transient

        host = self._checked(url)
        pause = self._closed_until.get(host)
        if pause is not None and pause > self._clock.now():
            raise failed(
                FailureKind.RATE_LIMITED,
                f"{host} allows more later. It goes on by itself.",
                code="budget",
                retry_at=pause,
            )
        if not is_send and (wait_until := self._kept_for_sends(host)) is not None:
            # A person waits for what is sent; what is read comes a little later and nobody notices.
            raise failed(
                FailureKind.RATE_LIMITED,
                f"{host} allows little more for now; what is left is kept for your answers. It goes on by itself.",
                code="kept for sends",
                retry_at=wait_until,
            )
        unsure = Certainty.UNKNOWN if is_send else Certainty.NOT_SENT
        async with self._gates.setdefault(host, asyncio.Semaphore(_AT_ONCE)):
            try:
                async with asyncio.timeout(_WHOLE * timeout_s):
                    answer = await self._send(method, url, headers or {}, params, body, timeout_s)
            except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError) as error:
                raise _not_reached(host, error) from None
            except httpx.UnsupportedProtocol:
                raise failed(FailureKind.INVALID, f"{url} is not an address of a server.", code="address") from None
            except (httpx.HTTPError, ssl.SSLError, OSError) as error:
                raise transient(host, type(error).__name__, unsure) from None
        self._note_budget(host, answer)
        if answer.status == 511:
            # A network that wants a sign-in of its own says so by this; the platform has heard nothing.
            raise between(host, "511")
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
        limit, remaining, reset = (
            answer.headers.get(f"ratelimit-{word}") or answer.headers.get(f"x-ratelimit-{word}", "")
            for word in ("limit", "remaining", "reset")
        )
        if limit.isdigit() and remaining.isdigit() and reset.isdigit():
            # Some tell the moment, some the seconds until then.
            seconds = int(reset)
            now = self._clock.now()
            until = from_ms(seconds * 1000) if seconds > _A_MOMENT else now + timedelta(seconds=seconds)
            self._budgets[host] = _Budget(int(limit), int(remaining), until)

    def _kept_for_sends(self, host: str) -> datetime | None:
        """Until when reads must wait so that sends do not have to; None when there is enough for both."""
        budget = self._budgets.get(host)
        if budget is None or budget.until <= self._clock.now() or budget.limit < _LEAST_SHARED:
            return None
        return budget.until if budget.remaining <= budget.limit * _KEPT_SHARE else None


@dataclass(frozen=True, slots=True)
class _Budget:
    """What a server said it allows in its present window."""

    limit: int
    remaining: int
    until: datetime


def _not_reached(host: str, error: Exception) -> ConnectorError:
    """Nothing left this machine, or nothing of it reached the one it was for."""
    import httpx

    from socialdesk.connectors.kit.failures import failed, offline

    if isinstance(error, httpx.ProxyError):
        return failed(
            FailureKind.OFFLINE,
            f"The proxy of your network does not let SocialDesk through to {host}. Whoever looks after your network can"
            " allow it, or tell you what to put into HTTPS_PROXY. SocialDesk tries again by itself.",
            code="proxy",
        )
    if "CERTIFICATE_VERIFY_FAILED" in str(error):
        return between(host, "certificate")
    return offline(host, type(error).__name__)


def between(host: str, code: str) -> ConnectorError:
    """Somebody between us and the host answered in its place: mostly the Wi-Fi of a hotel or a train."""
    from socialdesk.connectors.kit.failures import failed

    return failed(
        FailureKind.OFFLINE,
        f"The network you are on answered in place of {host}. If it wants you to sign in, open any page in your"
        " browser and do so; SocialDesk goes on by itself.",
        code=code,
    )
