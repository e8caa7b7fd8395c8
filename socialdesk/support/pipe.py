"""The local pipe between the processes of one workspace: carries pokes, never data; a lost one loses nothing.

The engine listens on a socket that only this user can reach and that asks for a token made at each start. A poke is one
JSON object a line with a `poke` word.
"""

from __future__ import annotations

import asyncio
import contextlib
import hmac
import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from socialdesk.support.ids import random_token
from socialdesk.support.paths import write_private

Poke = dict[str, Any]
_MOST_BYTES = 64 * 1024
_HAS_UNIX = hasattr(asyncio, "start_unix_server") and os.name == "posix"


class PipeServer:
    """The engine's end. `on_poke` gets every poke of whoever knows the token, `on_gone` tells that a guest left."""

    def __init__(self, file: Path, on_poke: Callable[[Poke], None], on_gone: Callable[[], None] = lambda: None) -> None:
        self._file = file
        self._on_poke = on_poke
        self._on_gone = on_gone
        self._token = random_token()
        self._server: asyncio.Server | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._guests: set[asyncio.StreamWriter] = set()

    @property
    def guests(self) -> int:
        """How many are connected."""
        return len(self._guests)

    async def start(self) -> None:
        """Listen, then write where into the file."""
        if _HAS_UNIX:
            # A path of its own: a workspace's may be longer than a socket's name can be.
            self._folder = tempfile.TemporaryDirectory(prefix="socialdesk-")
            path = str(Path(self._folder.name) / "pipe")
            self._server = await asyncio.start_unix_server(self._welcome, path, limit=_MOST_BYTES)
            Path(path).chmod(0o600)  # noqa: ASYNC240 - a local file, once, before anybody waits
            address: dict[str, Any] = {"path": path}
        else:
            self._server = await asyncio.start_server(self._welcome, "127.0.0.1", 0, limit=_MOST_BYTES)
            address = {"port": self._server.sockets[0].getsockname()[1]}
        write_private(self._file, json.dumps({**address, "token": self._token, "pid": os.getpid()}))

    def tell(self, poke: Poke) -> None:
        """Poke everybody who is connected."""
        line = json.dumps(poke).encode() + b"\n"
        for guest in list(self._guests):
            with contextlib.suppress(OSError, RuntimeError):
                guest.write(line)

    async def close(self) -> None:
        """Stop listening and let everybody go."""
        self._file.unlink(missing_ok=True)
        if self._server is not None:
            self._server.close()
        for guest in list(self._guests):
            guest.close()
        if self._folder is not None:
            self._folder.cleanup()

    async def _welcome(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            said = (await asyncio.wait_for(reader.readline(), 5)).strip()
            if not hmac.compare_digest(said, self._token.encode()):
                return
            writer.write(b'{"poke": "hello"}\n')
            self._guests.add(writer)
            async for line in reader:
                poke = _read(line)
                if poke is not None:
                    self._on_poke(poke)
        except (OSError, TimeoutError, ValueError, asyncio.CancelledError):
            pass
        finally:
            self._guests.discard(writer)
            writer.close()
            self._on_gone()


class Pipe:
    """The other end, in a desktop or on a command line."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    def tell(self, poke: Poke) -> None:
        """Poke the engine; one that is gone loses nothing by it."""
        with contextlib.suppress(OSError, RuntimeError):
            self._writer.write(json.dumps(poke).encode() + b"\n")

    async def next(self) -> Poke | None:
        """The next poke; None when the engine is gone."""
        try:
            while line := await self._reader.readline():
                poke = _read(line)
                if poke is not None:
                    return poke
        except (OSError, ValueError):
            pass
        return None

    async def close(self) -> None:
        """Let go."""
        self._writer.close()
        with contextlib.suppress(OSError):
            await self._writer.wait_closed()


async def connect(file: Path) -> Pipe | None:
    """Reach the engine whose address is in `file`; None when none listens there."""
    try:
        address: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))  # noqa: ASYNC240 - one line of a local file
        if "path" in address:
            reader, writer = await asyncio.open_unix_connection(address["path"], limit=_MOST_BYTES)
        else:
            reader, writer = await asyncio.open_connection("127.0.0.1", address["port"], limit=_MOST_BYTES)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    try:
        writer.write(str(address.get("token")).encode() + b"\n")
        welcome = _read(await asyncio.wait_for(reader.readline(), 5))
    except (OSError, ValueError, TimeoutError):
        welcome = None
    if welcome is None:
        writer.close()
        with contextlib.suppress(OSError):
            await writer.wait_closed()
        return None
    return Pipe(reader, writer)


def _read(line: bytes) -> Poke | None:
    try:
        poke = json.loads(line)
    except (ValueError, RecursionError):
        return None
    is_poke = isinstance(poke, dict) and "poke" in poke
    return poke if is_poke else None  # pyright: ignore[reportUnknownVariableType] - whoever acts on it looks at its fields
