"""Opens a line to a mail server, with TLS from the first byte or after STARTTLS; gives lines of text and bytes.

Nothing goes in the clear but to this machine itself, and a certificate must be one the system trusts.
"""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import ssl
from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass
from enum import StrEnum

from socialdesk.connectors.email import failures
from socialdesk.model.failure import Certainty

CONNECT_S = 20
ANSWER_S = 60
"""How long one command may take; servers search large folders slowly."""
_LONGEST_LINE = 8 * 1024 * 1024
"""The numbers of all mails of a very large folder come in one line."""


class Tls(StrEnum):
    """How a line is protected."""

    IMPLICIT = "implicit"
    STARTTLS = "starttls"
    NONE = "none"
    """Not at all: only to a server on this machine."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a server listens."""

    host: str
    port: int
    tls: Tls


@dataclass(slots=True)
class Trust:
    """Which certificates are believed, and which hosts are this machine."""

    context: ssl.SSLContext | None = None
    is_here: Callable[[str], bool] | None = None

    def is_this_machine(self, host: str) -> bool:
        """Whether what is said to this host never leaves the machine."""
        return (self.is_here or _is_loopback)(host)

    def of(self, host: str) -> ssl.SSLContext:
        """What a line to this host is checked with."""
        if self.is_this_machine(host):
            # A bridge on this machine makes its certificate itself; the line could as well be plain.
            bare = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            bare.check_hostname = False
            bare.verify_mode = ssl.CERT_NONE
            return bare
        if self.context is None:
            import truststore

            self.context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        return self.context


def _is_loopback(host: str) -> bool:
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


class Line:
    """One open line. Everything it raises is a ConnectorError; after one the line is of no more use."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, host: str) -> None:
        self._reader = reader
        self._writer = writer
        self._under: asyncio.StreamWriter | None = None
        """What TLS was begun on: let go of, it would close the line."""
        self.host = host

    async def read_line(self, unsure: Certainty = Certainty.NOT_SENT, patience_s: float = ANSWER_S) -> bytes:
        """The next line, without its end."""
        async with _mapped(self.host, unsure, patience_s=patience_s):
            return (await self._reader.readuntil(b"\n")).rstrip(b"\r\n")

    async def read(self, count: int) -> bytes:
        """So many bytes."""
        async with _mapped(self.host, Certainty.NOT_SENT):
            return await self._reader.readexactly(count)

    async def write(self, data: bytes, unsure: Certainty = Certainty.NOT_SENT) -> None:
        """Send bytes; returns when the system has taken them."""
        async with _mapped(self.host, unsure):
            self._writer.write(data)
            await self._writer.drain()

    async def start_tls(self, trust: Trust) -> None:
        """Protect the line from here on. What the server said too early was said by anybody, and is dropped."""
        loop = asyncio.get_running_loop()
        reader = asyncio.StreamReader(limit=_LONGEST_LINE, loop=loop)
        protocol = asyncio.StreamReaderProtocol(reader, loop=loop)
        async with _mapped(self.host, Certainty.NOT_SENT):
            transport = await loop.start_tls(
                self._writer.transport,
                protocol,
                trust.of(self.host),
                server_hostname=self.host,
                ssl_handshake_timeout=CONNECT_S,
            )
        if transport is None:
            raise failures.line_broke(self.host, "starttls", Certainty.NOT_SENT)
        protocol.connection_made(transport)
        self._under = self._writer
        self._reader, self._writer = reader, asyncio.StreamWriter(transport, protocol, reader, loop)

    def close(self) -> None:
        """Let go of it, whatever is on its way."""
        with contextlib.suppress(Exception):
            self._writer.transport.abort()
            if self._under is not None:
                self._under.transport.abort()


async def connect(place: Place, trust: Trust) -> Line:
    """Open a line. Raises ConnectorError."""
    if place.tls is Tls.NONE and not trust.is_this_machine(place.host):
        raise failures.in_the_clear(place.host)
    context = trust.of(place.host) if place.tls is Tls.IMPLICIT else None
    name = place.host if context is not None else None
    async with _mapped(place.host, Certainty.NOT_SENT, is_connecting=True):
        reader, writer = await asyncio.open_connection(
            place.host, place.port, ssl=context, server_hostname=name, limit=_LONGEST_LINE
        )
    return Line(reader, writer, place.host)


@contextlib.asynccontextmanager
async def _mapped(
    host: str, unsure: Certainty, *, is_connecting: bool = False, patience_s: float = ANSWER_S
) -> AsyncGenerator[None]:
    try:
        async with asyncio.timeout(CONNECT_S if is_connecting else patience_s):
            yield
    except ssl.SSLCertVerificationError as error:
        raise failures.bad_certificate(host, error.verify_message) from None
    except TimeoutError:
        if is_connecting:
            raise failures.not_reached(host, "timeout") from None
        raise failures.line_broke(host, "timeout", unsure) from None
    except ssl.SSLError as error:
        raise failures.no_tls(host, error.reason or "ssl") from None
    except (asyncio.LimitOverrunError, ValueError) as error:
        raise failures.line_broke(host, type(error).__name__, unsure) from None
    except (OSError, EOFError) as error:
        if is_connecting:
            raise failures.not_reached(host, type(error).__name__) from None
        raise failures.line_broke(host, type(error).__name__, unsure) from None
