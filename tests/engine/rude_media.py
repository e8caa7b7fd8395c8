"""A media server of our own on loopback that behaves as badly as a path says; counts what it was asked."""

from __future__ import annotations

import asyncio
import contextlib
import io
import zlib
from collections import Counter
from collections.abc import AsyncGenerator
from typing import Any

from PIL import Image


def picture(kind: str = "PNG", size: tuple[int, int] = (320, 200), colour: str = "teal", **more: Any) -> bytes:
    """A real picture file."""
    made = io.BytesIO()
    Image.new("RGB", size, colour).save(made, kind, **more)
    return made.getvalue()


def bomb() -> bytes:
    """A PNG of a few bytes that says it is 60,000 pixels wide and high, and unpacks to zeros for ever."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    head = (60_000).to_bytes(4, "big") * 2 + bytes([8, 2, 0, 0, 0])
    rows = zlib.compress(bytes(180_001) * 20)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def answer(body: bytes, status: str = "200 OK", *, length: int | None = None, **headers: str) -> bytes:
    """A whole answer."""
    lines = [f"HTTP/1.1 {status}", f"content-length: {len(body) if length is None else length}", "connection: close"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return ("\r\n".join(lines) + "\r\n\r\n").encode() + body


class RudeMedia:
    """The server. `answers` are by path; what is not there is 404. A path of `silent` is never answered."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.asked: Counter[str] = Counter()
        self.heads: list[str] = []
        self.answers: dict[str, bytes] = {}

    def url(self, path: str) -> str:
        """The address of a path."""
        return f"http://127.0.0.1:{self.port}/{path}"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one request."""
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            path = head.split()[1].removeprefix("/")
            self.heads.append(head)
            self.asked[path] += 1
            if path == "silent":
                await reader.read()
            elif path == "endless":
                writer.write(b"HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n" + picture())
                while True:
                    writer.write(bytes(1_000_000))
                    await writer.drain()
            else:
                writer.write(self.answers.get(path, answer(b"", "404 Not Found")))
                await writer.drain()
        writer.close()
        with contextlib.suppress(ConnectionError):
            await writer.wait_closed()


@contextlib.asynccontextmanager
async def rude_media() -> AsyncGenerator[RudeMedia]:
    """The server, while it runs."""
    tasks: set[asyncio.Task[None]] = set()
    made = RudeMedia(0)

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        tasks.add(task)
        with contextlib.suppress(asyncio.CancelledError):
            await made.serve(reader, writer)
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    made.port = server.sockets[0].getsockname()[1]
    try:
        yield made
    finally:
        server.close()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await server.wait_closed()
