"""Gives the network as a connector under examination sees it: everything asked is kept, and answers can be spoiled.

It spoils what the real client brought, so it serves a stand-in and a real server alike. Nothing leaves for a host that
the scenario does not know.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable, Iterable
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from socialdesk.connectors.kit.failures import offline
from socialdesk.connectors.kit.http import Answer, Http
from socialdesk.connectors.suite.faults import Fault, Way
from socialdesk.support.clock import Clock

if TYPE_CHECKING:
    import httpx

_HURRY = 0.0002
"""What is left of a request's patience when nothing will come: waiting it out is not the point."""


@dataclass(frozen=True, slots=True)
class Request:
    """One request that was meant to leave. `is_send` and `patience_s` are what the connector said of it."""

    method: str
    url: str
    params: tuple[tuple[str, str], ...]
    headers: tuple[tuple[str, str], ...] = field(repr=False)
    body: bytes = field(repr=False)
    is_send: bool
    patience_s: float

    @property
    def host(self) -> str:
        """Where it goes, with the port where one is named."""
        return urlsplit(self.url).netloc.rpartition("@")[2]

    @property
    def is_writing(self) -> bool:
        """Whether it may change something."""
        return self.is_send or self.method not in ("GET", "HEAD")

    @property
    def same(self) -> tuple[str, str, tuple[tuple[str, str], ...], bytes]:
        """What makes two requests the same."""
        return self.method, self.url, self.params, self.body


Spoiler = Callable[[Request, int], Fault | None]
"""What befalls a request, by itself and by how many came before it."""

_fault: ContextVar[Fault | None] = ContextVar("fault", default=None)


class Tap(Http):
    """`Http` with an eye on it. `known` are the hosts that may be asked."""

    def __init__(self, clock: Clock, known: Iterable[str] = ()) -> None:
        super().__init__(clock)
        self.known = set(known)
        self.seen: list[Request] = []
        self.bodies: list[bytes] = []
        """The body of each answer, as it came."""
        self.strayed: list[str] = []
        """Hosts that were asked and that nobody named."""
        self.trace: list[str] = []
        """Every request and what came of it, in a line; never forgotten."""
        self.sent = 0
        """How many requests left, or would have: those that no pause kept back."""
        self.spoil: Spoiler | None = None

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
        **more: Any,
    ) -> Answer:
        """As `Http.ask`."""
        given = tuple((headers or {}).items())
        request = Request(method, url, tuple(params or ()), given, body or b"", is_send, timeout_s)
        fault = None if self.spoil is None else self.spoil(request, len(self.seen))
        self.seen.append(request)
        line = f"{method} {urlsplit(url).path}{f' [{fault.name}]' if fault is not None else ''}"
        if request.host not in self.known:
            self.strayed.append(request.host)
            self.trace.append(f"{line} -> kept from {request.host}")
            raise offline(request.host, "not in the scenario")
        if fault is not None and fault.way in (Way.DRIP, Way.SILENCE):
            timeout_s *= _HURRY
        token = _fault.set(fault)
        try:
            answer = await super().ask(
                method, url, headers=headers, params=params, body=body, is_send=is_send, timeout_s=timeout_s, **more
            )
        except Exception as error:
            self.trace.append(f"{line} -> {error}")
            raise
        finally:
            _fault.reset(token)
        self.trace.append(f"{line} -> {answer.status}, {len(answer.body)} bytes")
        return answer

    def tell_time_by(self, clock: Clock) -> None:
        """Have another clock from now on: it is the machine's, not the session's alone."""
        self._clock = clock
        self._ahead.clear()

    def forget(self) -> None:
        """Begin anew: nothing seen, nothing spoiled, no pause a server asked for."""
        self.seen.clear()
        self.bodies.clear()
        self.spoil = None
        self._limits.forget()

    async def _send(  # noqa: PLR0917 - as in Http
        self,
        method: str,
        url: str,
        headers: dict[str, str],
        params: list[tuple[str, str]] | None,
        body: bytes | None,
        timeout_s: float,
    ) -> Answer:
        import httpx

        self.sent += 1
        fault = _fault.get()
        if fault is not None and not fault.acts:
            return await _spoiled(fault, Answer(200, {}, b""))
        answer = await super()._send(method, url, headers, params, body, timeout_s)
        self.bodies.append(answer.body)
        if fault is None:
            return answer
        if fault.way is Way.CUT:
            raise httpx.RemoteProtocolError("peer closed connection without sending complete message body")
        return await _spoiled(fault, answer)

    def _open(self) -> httpx.AsyncClient:
        if self._client is None and all(_is_here(host) for host in self.known):
            import httpx

            from socialdesk import __version__

            # The system's certificates take longer to read than a check, and nobody on this machine shows one.
            self._client = httpx.AsyncClient(
                verify=ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT),
                follow_redirects=False,
                headers={"user-agent": f"SocialDesk/{__version__}"},
            )
        return super()._open()


def _is_here(host: str) -> bool:
    return urlsplit(f"//{host}").hostname in ("localhost", "127.0.0.1", "::1")


async def _spoiled(fault: Fault, answer: Answer) -> Answer:
    import httpx

    match fault.way:
        case Way.STATUS | Way.HTML:
            return Answer(fault.status, dict(fault.headers), fault.body)
        case Way.SHORT:
            return replace(answer, body=answer.body[: fault.at])
        case Way.CHARSET:
            return replace(answer, body=answer.body.decode("utf-8", "replace").encode(fault.encoding, "replace"))
        case Way.CUT | Way.CLOSED:
            raise httpx.RemoteProtocolError("server disconnected without sending a response")
        case Way.DRIP | Way.SILENCE:
            # The client waits for the next byte for as long as it is let: its patience must end this.
            await asyncio.Event().wait()
            return answer
