"""Hears a browser come back from a sign-in: one request to one address of this computer, bounded in size and time.

Runs in a thread with a loop of its own, so that no window and no command line is held up, nor holds it up.
What the browser brings is told to one function and nowhere else: it holds a code that opens an account.
"""

from __future__ import annotations

import asyncio
import contextlib
import hmac
import logging
import socket
from collections.abc import Callable
from html import escape
from threading import Thread
from urllib.parse import parse_qsl, urlsplit

log = logging.getLogger(__name__)
PATH = "/callback"
_MOST_BYTES = 16 * 1024
_MOST_FIELDS = 40
_PATIENCE_S = 10
"""How long one request may take: browsers open connections that they do not use."""
_AT_ONCE = 16
_LEAST_CODE, _MOST_CODE = 6, 2048
_TITLE = "SocialDesk"


class Loopback:
    """Listens from now on; what comes before `expect` is not for us."""

    def __init__(self, heard: Callable[[dict[str, str]], object], done: str, foreign: str, port: int = 0) -> None:
        """`heard` gets the parameters of the return, once, in another thread; `done` and `foreign` are what the browser
        shows then: a sentence each. Raises OSError when the port is taken.
        """
        self._heard = heard
        self._done = done
        self._foreign = foreign
        self._socket = socket.create_server(("127.0.0.1", port))
        self.port: int = self._socket.getsockname()[1]
        self._state: str | None = None
        """What the return is recognised by; None before anybody is sent out, and after the return."""
        self._is_heard = False
        self._loop = asyncio.new_event_loop()
        self._over = asyncio.Event()
        self._open = 0
        self._thread = Thread(target=self._run, name="loopback", daemon=True)
        self._thread.start()

    @property
    def redirect(self) -> str:
        """Where the browser shall come back to."""
        return f"http://127.0.0.1:{self.port}{PATH}"

    def expect(self, url: str) -> None:
        """The browser was sent to `url`: its `state`, where it has one, is what the return is recognised by."""
        self._state = query_of(url).get("state", "")

    def close(self) -> None:
        """Listen no more; does not wait."""
        with contextlib.suppress(RuntimeError):  # its loop may be closed already
            self._loop.call_soon_threadsafe(self._over.set)

    def join(self) -> None:
        """Wait until it has ended."""
        self._thread.join(_PATIENCE_S)

    def _run(self) -> None:
        with asyncio.Runner(loop_factory=lambda: self._loop) as runner:
            runner.run(self._serve())

    async def _serve(self) -> None:
        server = await asyncio.start_server(self._connected, sock=self._socket, limit=_MOST_BYTES)
        await self._over.wait()
        server.close()

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._open += 1
        with contextlib.suppress(
            OSError, TimeoutError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, asyncio.CancelledError
        ):
            if self._open <= _AT_ONCE:
                async with asyncio.timeout(_PATIENCE_S):
                    head = await reader.readuntil(b"\r\n\r\n")
                    status, words = self._answer(head)
                    writer.write(_page(status, words))
                    await writer.drain()
        self._open -= 1
        writer.close()
        if self._is_heard:
            self._over.set()

    def _answer(self, head: bytes) -> tuple[str, str]:
        """The status and the sentence for a request; hears it where it is the return."""
        first, *lines = head.decode("latin-1").split("\r\n")
        method, _, rest = first.partition(" ")
        target = rest.partition(" ")[0]
        headers = {key.strip().lower(): value.strip() for key, _, value in (line.partition(":") for line in lines)}
        if headers.get("host", "") not in (f"127.0.0.1:{self.port}", f"localhost:{self.port}"):
            # A page of somebody else, by a name of its own for this computer.
            return "400 Bad Request", self._foreign
        if method != "GET" or target.partition("?")[0] != PATH:
            return "404 Not Found", self._foreign
        answer = query_of(target)
        state = self._state
        if state is None or (state and not hmac.compare_digest(answer.get("state", "").encode(), state.encode())):
            log.info("something came to the address of a sign-in that is not its return")
            return "400 Bad Request", self._foreign
        if not answer:
            return "400 Bad Request", self._foreign
        self._state, self._is_heard = None, True
        self._heard(answer)
        return "200 OK", self._done


def query_of(address: str) -> dict[str, str]:
    """The parameters of an address, the first of each name; none of what is no address or has too many."""
    try:
        query = urlsplit(address.strip()).query
        pairs = parse_qsl(query, keep_blank_values=True, max_num_fields=_MOST_FIELDS)
    except ValueError:
        return {}
    found: dict[str, str] = {}
    for key, value in pairs:
        found.setdefault(key, value)
    return found


def pasted(text: str) -> dict[str, str]:
    """What somebody pasted says: the parameters of an address, or a bare code, which some servers show to be copied."""
    text = text.strip()
    answer = query_of(text)
    is_code = not answer and _LEAST_CODE <= len(text) <= _MOST_CODE and text.isascii() and text.isprintable()
    return {"code": text} if is_code and not set(text) & set(" :/?&") else answer


def _page(status: str, words: str) -> bytes:
    body = (
        f'<!doctype html><meta charset="utf-8"><title>{_TITLE}</title>'
        '<meta name="viewport" content="width=device-width">'
        "<style>:root{color-scheme:light dark}body{font:17px/1.5 system-ui,sans-serif;max-width:32em;margin:20vh auto;"
        f"padding:0 1em}}</style><p>{escape(words)}</p>"
    ).encode()
    head = (
        f"HTTP/1.1 {status}\r\ncontent-type: text/html; charset=utf-8\r\ncontent-length: {len(body)}\r\n"
        "cache-control: no-store\r\nreferrer-policy: no-referrer\r\nx-content-type-options: nosniff\r\n"
        "content-security-policy: default-src 'none'; style-src 'unsafe-inline'\r\nconnection: close\r\n\r\n"
    )
    return head.encode() + body
