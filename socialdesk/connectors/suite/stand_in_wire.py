"""Reads requests from the socket of a stand-in and writes what it says, whole or spoiled; knows nothing of routes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterable, Callable, Mapping
from dataclasses import replace
from http import HTTPStatus
from urllib.parse import parse_qsl

from socialdesk.connectors.suite.asked import Asked, Said
from socialdesk.connectors.suite.faults import Fault, Way

MOST_HEAD = 64 * 1024
_MOST_BODY = 64 * 1024 * 1024
_PHRASES = {one.value: one.phrase for one in HTTPStatus}


class Writing:
    """The answer to one request, on its way out."""

    def __init__(self, writer: asyncio.StreamWriter, headers: Callable[[], Mapping[str, str]]) -> None:
        """`headers` gives those that go with whatever is said; it is asked when something is."""
        self._writer = writer
        self._headers = headers

    def head(self, said: Said, length: int | None) -> None:
        """What goes before a body of `length` bytes; None where that is told otherwise or not at all."""
        headers = dict(self._headers())
        if length is not None:
            headers |= {"content-length": str(length), "content-type": said.media_type()}
        elif said.stream is not None:
            headers["transfer-encoding"] = "chunked"
        headers |= {key.lower(): value for key, value in said.headers.items()}
        lines = [f"HTTP/1.1 {said.status} {_PHRASES.get(said.status, 'Unknown')}"]
        lines += [f"{key}: {value}" for key, value in headers.items()]
        self._writer.write(("\r\n".join(lines) + "\r\n\r\n").encode("latin-1"))

    async def whole(self, said: Said, *, is_head_alone: bool = False) -> None:
        """All of it."""
        body = said.raw()
        self.head(said, len(body))
        self._writer.write(b"" if is_head_alone else body)
        await self._writer.drain()

    async def stream(self, said: Said, parts: AsyncIterable[bytes]) -> None:
        """Its parts as they come."""
        self.head(said, None)
        async for part in parts:
            self._writer.write(f"{len(part):x}\r\n".encode() + part + b"\r\n")
            await self._writer.drain()
        self._writer.write(b"0\r\n\r\n")

    async def spoiled(self, said: Said, fault: Fault) -> bool:
        """As the fault has it; gives whether the connection goes on."""
        body = said.raw()
        typed = {"content-type": said.media_type(), **said.headers}
        match fault.way:
            case Way.STATUS | Way.HTML:
                await self.whole(Said(fault.status, fault.body, fault.headers))
                return True
            case Way.SHORT:
                await self.whole(replace(said, body=body[: fault.at], headers=typed))
                return True
            case Way.CHARSET:
                other = body.decode("utf-8", "replace").encode(fault.encoding, "replace")
                await self.whole(replace(said, body=other, headers=typed))
                return True
            case Way.CUT:
                # One byte more is announced than there is, so that also a body of nothing is missed.
                self.head(said, len(body) + 1)
                self._writer.write(body[: fault.at])
                await self._writer.drain()
            case Way.DRIP:
                self.head(said, len(body))
                for place in range(len(body)):
                    self._writer.write(body[place : place + 1])
                    await self._writer.drain()
                    await asyncio.sleep(fault.every_s)
                return True
            case Way.SILENCE:
                await asyncio.Event().wait()
            case Way.CLOSED:
                pass
        return False


async def read_request(reader: asyncio.StreamReader) -> Asked | None:
    """The next request on a connection; None when it is over."""
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError:
        return None
    first, *lines = head.decode("latin-1").split("\r\n")
    method, target, _ = first.split(" ", 2)
    headers = {key.strip().lower(): value.strip() for key, _, value in (line.partition(":") for line in lines if line)}
    if headers.get("transfer-encoding", "").lower() == "chunked":
        body = await _chunks(reader)
    else:
        size = min(int(headers.get("content-length", "0")), _MOST_BODY)
        body = await reader.readexactly(size) if size else b""
    path, _, query = target.partition("?")
    pairs = tuple(parse_qsl(query, keep_blank_values=True))
    return Asked(method, path, dict(pairs), headers, body, pairs=pairs)


async def _chunks(reader: asyncio.StreamReader) -> bytes:
    parts: list[bytes] = []
    while size := int((await reader.readuntil(b"\r\n")).split(b";")[0], 16):
        parts.append(await reader.readexactly(size))
        await reader.readexactly(2)
    await reader.readuntil(b"\r\n")
    return b"".join(parts)
