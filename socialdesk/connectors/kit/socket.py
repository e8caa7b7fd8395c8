"""The way out on a line that stays open both ways (web sockets): gives texts as they come, or what broke.

The same care as `http`: the system's certificates, nothing unencrypted but to this machine, a bound on what is read.
Nothing here logs what is said.
"""

from __future__ import annotations

import ssl
from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager, contextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from socialdesk.connectors.kit.failures import failed, offline, transient
from socialdesk.model.failure import Certainty, FailureKind

if TYPE_CHECKING:
    from websockets.asyncio.client import ClientConnection

MOST_BYTES = 4 * 1024 * 1024
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}


class LineClosed(Exception):
    """The other side closed the line; `code` says why, in the platform's numbers."""

    def __init__(self, code: int) -> None:
        super().__init__(f"closed with {code}")
        self.code = code


class Socket:
    """An open line."""

    def __init__(self, connection: ClientConnection, host: str) -> None:
        self._connection = connection
        self._host = host

    async def receive(self) -> str:
        """The next text. Giving up waiting loses nothing. Raises LineClosed or ConnectorError."""
        with _mapped(self._host):
            text = await self._connection.recv()
        return text if isinstance(text, str) else text.decode("utf-8", "replace")

    async def send(self, text: str) -> None:
        """Say something. Raises LineClosed or ConnectorError."""
        with _mapped(self._host):
            await self._connection.send(text)


@asynccontextmanager
async def connected(url: str, *, agent: str, timeout_s: float = 30) -> AsyncGenerator[Socket]:
    """Open a line to a `wss://` address, and close it at the end. Raises ConnectorError.

    `agent` is the name we give ourselves there.
    """
    import truststore
    from websockets.asyncio.client import connect

    parts = urlsplit(url)
    host = parts.hostname or ""
    if parts.scheme != "wss" and not (parts.scheme == "ws" and host in _LOOPBACK):
        raise failed(FailureKind.INVALID, "Lines that stay open must be encrypted.", code="ws")
    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT) if parts.scheme == "wss" else None
    opening = connect(
        url, ssl=context, user_agent_header=agent, open_timeout=timeout_s, ping_interval=None, max_size=MOST_BYTES
    )
    with _mapped(host):
        connection = await opening
    try:
        yield Socket(connection, host)
    finally:
        await connection.close()


@contextmanager
def _mapped(host: str) -> Generator[None]:
    from websockets.exceptions import ConnectionClosed, WebSocketException

    try:
        yield
    except ConnectionClosed as error:
        if error.rcvd is None:
            raise transient(host, "line broke", Certainty.NOT_SENT) from None
        raise LineClosed(error.rcvd.code) from None
    except WebSocketException as error:
        raise transient(host, type(error).__name__, Certainty.NOT_SENT) from None
    except OSError as error:
        raise offline(host, type(error).__name__) from None
