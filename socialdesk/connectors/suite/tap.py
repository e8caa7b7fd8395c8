"""Gives the network as a connector under examination sees it: everything asked is kept, and answers can be spoiled.

It spoils what the real client brought, so it serves a stand-in and a real server alike.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field, replace

from socialdesk.connectors.kit.http import Answer, Http
from socialdesk.connectors.suite.faults import Fault, Way
from socialdesk.support.clock import Clock


@dataclass(frozen=True, slots=True)
class Request:
    """One request that was meant to leave. `is_send` is what the connector said of it."""

    method: str
    url: str
    params: tuple[tuple[str, str], ...]
    headers: tuple[tuple[str, str], ...] = field(repr=False)
    body: bytes = field(repr=False)
    is_send: bool

    @property
    def is_writing(self) -> bool:
        """Whether it changes something, by its method."""
        return self.method in ("POST", "PUT", "PATCH", "DELETE")

    @property
    def same(self) -> tuple[str, str, tuple[tuple[str, str], ...], bytes]:
        """What makes two requests the same."""
        return self.method, self.url, self.params, self.body


Spoiler = Callable[[Request, int], Fault | None]
"""What befalls a request, by itself and by how many came before it."""

_fault: ContextVar[Fault | None] = ContextVar("fault", default=None)


class Tap(Http):
    """`Http` with an eye on it."""

    def __init__(self, clock: Clock) -> None:
        super().__init__(clock)
        self.seen: list[Request] = []
        self.lengths: list[int] = []
        """How long the body of each answer was, as it came."""
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
    ) -> Answer:
        """As `Http.ask`."""
        given = tuple((headers or {}).items())
        request = Request(method, url, tuple(params or ()), given, body or b"", is_send)
        token = _fault.set(None if self.spoil is None else self.spoil(request, len(self.seen)))
        self.seen.append(request)
        try:
            return await super().ask(
                method, url, headers=headers, params=params, body=body, is_send=is_send, timeout_s=timeout_s
            )
        finally:
            _fault.reset(token)

    def forget(self) -> None:
        """Begin anew: nothing seen, nothing spoiled, no pause a server asked for."""
        self.seen.clear()
        self.lengths.clear()
        self.spoil = None
        self._closed_until.clear()

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

        fault = _fault.get()
        if fault is not None and not fault.acts:
            return await _spoiled(fault, Answer(200, {}, b""))
        answer = await super()._send(method, url, headers, params, body, timeout_s)
        self.lengths.append(len(answer.body))
        if fault is None:
            return answer
        if fault.way is Way.CUT:
            raise httpx.RemoteProtocolError("peer closed connection without sending complete message body")
        return await _spoiled(fault, answer)


async def _spoiled(fault: Fault, answer: Answer) -> Answer:
    import httpx

    match fault.way:
        case Way.STATUS | Way.HTML:
            return Answer(fault.status, dict(fault.headers), fault.body)
        case Way.SHORT:
            return replace(answer, body=answer.body[: fault.at])
        case Way.CHARSET:
            return replace(answer, body=answer.body.decode("utf-8", "replace").encode("utf-16"))
        case Way.CUT | Way.CLOSED:
            raise httpx.RemoteProtocolError("server disconnected without sending a response")
        case Way.DRIP | Way.SILENCE:
            # The client waits for the next byte for as long as it is let: the deadline must end this.
            await asyncio.Event().wait()
            return answer
