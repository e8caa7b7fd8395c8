"""The one way out to the network: gets a request, gives an answer or an error that says how sure we are.

Timeouts, the system's certificates, no cookies, no token across hosts, a bound on what is read. What the
servers allow is kept in `limits`. Nothing here logs a body, a query or an authorization.
"""

from __future__ import annotations

import asyncio
import json
import logging
import ssl
import sys
from collections.abc import AsyncGenerator, AsyncIterator, Generator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlsplit

from socialdesk import __version__
from socialdesk.connectors.kit.limits import Limits
from socialdesk.model.failure import Certainty, FailureKind
from socialdesk.support.clock import Clock

if TYPE_CHECKING:
    import httpx

    from socialdesk.connectors.kit.errors import ConnectorError

log = logging.getLogger(__name__)
MOST_BYTES = 16 * 1024 * 1024
_AT_ONCE = 6
_WHOLE = 4
"""How many times its patience a whole answer may take: each byte of a drip would renew the patience for the next."""
_LONGEST_LINE = 1024 * 1024
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

    def object(self) -> dict[str, Any] | None:
        """The body as a JSON object; None when it is anything else."""
        try:
            said = self.json()
        except ValueError:
            return None
        return cast("dict[str, Any]", said) if isinstance(said, dict) else None


class Http:
    """The network as connectors see it."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._client: httpx.AsyncClient | None = None
        self._gates: dict[str, asyncio.Semaphore] = {}
        self._ahead: dict[str, timedelta] = {}
        """By host, how far its clock is ahead of ours."""
        self._limits = Limits(self._now)

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
        scope: str = "",
        shown: str = "",
        is_wait: bool = False,
    ) -> Answer:
        """Ask once. `is_send` says that a lost answer leaves the outcome unknown.

        `timeout_s` bounds each wait for the other side, four times as much the whole. `scope` is what of the host's
        limits this counts under, where it limits by account or by kind of call: what the server says of budgets and
        pauses is kept by host and scope. `shown` stands in the log for a path that holds a secret. `is_wait`
        says that the server answers only when something happens: others need not wait for their turn because of it.

        Raises ConnectorError: Offline when nothing left, RateLimited while the server asked for a pause, Transient with
        its certainty when the line broke later. Any status is an answer.
        """
        host = self._checked(url)
        self._limits.let_through(host, scope, is_send=is_send)
        unsure = Certainty.UNKNOWN if is_send else Certainty.NOT_SENT
        gate = asyncio.Semaphore(1) if is_wait else self._gates.setdefault(host, asyncio.Semaphore(_AT_ONCE))
        async with gate:
            with _mapped(host, unsure):
                async with asyncio.timeout(_WHOLE * timeout_s):
                    answer = await self._send(method, url, headers or {}, params, body, timeout_s)
        self._limits.note(host, scope, answer.status, answer.headers)
        self._note_time(host, answer)
        if answer.status == 511:
            # A network that wants a sign-in of its own says so by this; the platform has heard nothing.
            raise between(host, "511")
        log.debug("%s %s%s -> %s", method, host, shown or urlsplit(url).path, answer.status)
        return answer

    @asynccontextmanager
    async def lines(
        self,
        url: str,
        *,
        headers: dict[str, str] | None = None,
        params: list[tuple[str, str]] | None = None,
        patience_s: float = 60,
        scope: str = "",
        shown: str = "",
    ) -> AsyncGenerator[AsyncIterator[str]]:
        """Open an answer that goes on, as a stream of events: what comes is the lines of it, each of bounded length.

        `patience_s` is how long the server may say nothing. Raises ConnectorError as `ask`, and for any status but 200
        with the code "refused_stream:STATUS"; a stream that ends simply ends.
        """
        from socialdesk.connectors.kit.failures import failed

        host = self._checked(url)
        self._limits.let_through(host, scope, is_send=False)
        client = self._open()
        request = client.build_request(
            "GET", url, headers=headers, params=tuple(params) if params else None, timeout=patience_s
        )
        with _mapped(host, Certainty.NOT_SENT):
            response = await client.send(request, stream=True)
        try:
            log.debug("GET %s%s -> %s, goes on", host, shown or urlsplit(url).path, response.status_code)
            if response.status_code != 200:
                self._limits.note(host, scope, response.status_code, _lowered(response))
                raise failed(
                    FailureKind.TRANSIENT,
                    f"{host} sends nothing by itself now; it is asked from time to time instead.",
                    code=f"refused_stream:{response.status_code}",
                )
            yield _lines_of(response, host)
        finally:
            await response.aclose()
            client.cookies.clear()

    def pause(self, url: str, until: datetime, scope: str = "") -> None:
        """Ask the host of `url` nothing more under this scope before `until`: for servers that say so in the body."""
        self._limits.pause(self._checked(url), scope, until)

    def there(self, url: str, at: datetime) -> datetime | None:
        """A moment of this machine's clock by the clock of the server at `url`; None until that has told its time.

        What is compared with times that a server gave must not trust this machine's clock.
        """
        ahead = self._ahead.get(self._checked(url))
        return None if ahead is None else at + ahead

    def retry_at(self, answer: Answer) -> datetime:
        """When a server that answered 429 or 503 wants to be asked again; a minute from now when it does not say."""
        return self._limits.retry_at(answer.headers)

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
        return Answer(response.status_code, _lowered(response), b"".join(parts))

    def _open(self) -> httpx.AsyncClient:
        if self._client is None:
            import httpx
            import truststore

            # httpcore (1.0.9) imports it four times in every request, and what is not installed is searched on the disk
            # each time: 40 µs, of which 1 is left when it is known not to be there.
            sys.modules.setdefault("sniffio", None)  # pyright: ignore[reportArgumentType] - None says: not there

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
            raise failed(FailureKind.INVALID, f"{_server_of(url)!r} is not an address of a server.", code="address")
        if parts.scheme == "http" and host not in _LOOPBACK:
            raise failed(
                FailureKind.INVALID,
                f"{host} must be reached by https://; a password is never sent in clear.",
                code="http",
            )
        return host if parts.port is None else f"{host}:{parts.port}"

    def _now(self) -> datetime:
        return self._clock.now()

    def _note_time(self, host: str, answer: Answer) -> None:
        with suppress(ValueError, TypeError, OverflowError):
            self._ahead[host] = parsedate_to_datetime(answer.headers.get("date", "")) - self._clock.now()


def _server_of(url: str) -> str:
    """The address without its path, which may hold a secret."""
    return "/".join(url.split("/")[:3])


def _lowered(response: httpx.Response) -> dict[str, str]:
    return {key.lower(): value for key, value in response.headers.items()}


@contextmanager
def _mapped(host: str, unsure: Certainty) -> Generator[None]:
    """Say what broke as a failure that tells how sure we are."""
    import httpx

    from socialdesk.connectors.kit.failures import failed, transient

    try:
        yield
    except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError) as error:
        raise _not_reached(host, error) from None
    except httpx.UnsupportedProtocol:
        raise failed(FailureKind.INVALID, f"{host} is not an address of a server.", code="address") from None
    except (httpx.HTTPError, ssl.SSLError, OSError) as error:
        raise transient(host, type(error).__name__, unsure) from None


async def _lines_of(response: httpx.Response, host: str) -> AsyncIterator[str]:
    """The lines of an answer as they come; one that does not end is no event and ends the stream."""
    from socialdesk.connectors.kit.failures import transient

    rest = b""
    with _mapped(host, Certainty.NOT_SENT):
        async for part in response.aiter_bytes():
            *whole, rest = (rest + part).split(b"\n")
            for line in whole:
                yield line.rstrip(b"\r").decode("utf-8", "replace")
            if len(rest) > _LONGEST_LINE:
                raise transient(host, "a line without end", Certainty.NOT_SENT)


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
