"""A stand-in network with the truth in memory, spoken to over real sockets, that fails in every way a network can.

It is no copy of any real one. What it is told to do to a request is decided by seeded dice when the request comes.
"""

from __future__ import annotations

import asyncio
import json
import random
import socket
import struct
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from tests.campaign.time import now_ms

LAG_MS = 10_000
"""How long an own post stays hidden from reads and look-ups where posts carry no key, in the campaign's time."""
PAGE = 40
_FAULTS = ("reset before", "reset after", "500 before", "500 after", "429", "html", "truncated")


@dataclass
class Said:
    """One message as it is now."""

    id: str
    thread: str
    text: str
    own: bool
    at_ms: int
    version: int = 1
    edited_ms: int | None = None
    gone_ms: int | None = None
    key: str = ""


@dataclass
class Network:
    """The truth, and the server in front of it."""

    seed: int
    has_keys: bool
    fault_share: float = 0.35
    said: dict[str, Said] = field(default_factory=dict[str, Said])
    log: list[tuple[int, str]] = field(default_factory=list[tuple[int, str]])
    """(from when it shows, message id), one entry a change; a reader's cursor is a place in it."""
    faults: Counter[str] = field(default_factory=Counter[str])

    def __post_init__(self) -> None:
        self.dice = random.Random(f"network {self.seed}")
        self._server: asyncio.Server | None = None
        self.asked = 0
        """How many requests came."""
        self.port = 0

    async def start(self) -> None:
        """Listen on loopback."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        """Listen no more."""
        if self._server is not None:
            self._server.close()

    # What people do there

    def ask(self, thread: str, text: str, ago_ms: int = 0) -> Said:
        """A contact writes; with `ago_ms` it is told late."""
        return self._say(Said("", thread, text, own=False, at_ms=now_ms() - ago_ms))

    def edit(self, message: Said, text: str) -> None:
        """Somebody changes what they wrote."""
        message.text, message.version, message.edited_ms = text, message.version + 1, now_ms()
        self._show(message)

    def remove(self, message: Said) -> None:
        """Somebody takes back what they wrote."""
        message.gone_ms = now_ms()
        self._show(message)

    def post(self, thread: str, text: str, key: str) -> Said:
        """The brand writes, from here or with the network's own program."""
        if key and self.has_keys:
            for one in self.said.values():
                if one.key == key:
                    return one
        return self._say(Said("", thread, text, own=True, at_ms=now_ms(), key=key))

    def posts(self) -> Counter[str]:
        """How often each text of the brand is there."""
        return Counter(one.text for one in self.said.values() if one.own)

    def _say(self, message: Said) -> Said:
        message.id = f"m{len(self.said) + 1}"
        self.said[message.id] = message
        self._show(message)
        return message

    def _show(self, message: Said) -> None:
        hidden = 0 if self.has_keys or not message.own else LAG_MS
        self.log.append((now_ms() + hidden, message.id))
        # What shows later comes later, so that no reader passes over it.
        self.log.sort(key=lambda entry: entry[0])

    # What a program asks

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                self.asked += 1
                length = next(
                    (
                        int(line.split(":")[1])
                        for line in head.split("\r\n")
                        if line.lower().startswith("content-length")
                    ),
                    0,
                )
                body = json.loads(await reader.readexactly(length)) if length else {}
                if not await self._answer(head.split()[1], body, writer):
                    return
        except (asyncio.IncompleteReadError, asyncio.CancelledError, ConnectionError, TimeoutError):
            pass  # the other side is dead, or the campaign is over
        finally:
            writer.close()

    async def _answer(self, path: str, body: dict[str, Any], writer: asyncio.StreamWriter) -> bool:
        """Answer one request; False when the line is broken."""
        fault = self._fault()
        if fault in {"reset before", "500 before", "429", "html"}:
            status, said = {"500 before": (500, {}), "429": (429, {})}.get(fault, (200, {}))
        else:
            status, said = 200, self._carry_out(path, body)
        if fault.startswith("reset"):
            _reset(writer)
            return False
        if fault == "500 after":
            status = 500
        if fault == "stall":
            await asyncio.sleep(0.6)  # past the patience of the program; it has gone by then
            return False
        text = b"<html>Please sign in to this Wi-Fi</html>" if fault == "html" else json.dumps(said).encode()
        announced = len(text)
        if fault == "truncated":
            text = text[: len(text) // 2]
        retry = b"Retry-After: 2\r\n" if status == 429 else b""
        writer.write(
            f"HTTP/1.1 {status} Said\r\nContent-Type: application/json\r\nContent-Length: {announced}\r\n".encode()
            + retry
            + b"\r\n"
            + text
        )
        await writer.drain()
        if fault == "truncated":
            _reset(writer)
            return False
        return True

    def _fault(self) -> str:
        if self.dice.random() >= self.fault_share:
            return ""
        fault = "stall" if self.dice.random() < 0.02 else self.dice.choice(_FAULTS)
        self.faults[fault] += 1
        return fault

    def _carry_out(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        match path:
            case "/read":
                return self._page(int(body["cursor"]))
            case "/send":
                return _told(self.post(body["thread"], body["text"], body["key"]))
            case "/find":
                return self._find(body)
            case _:
                raise AssertionError(path)

    def _page(self, cursor: int) -> dict[str, Any]:
        shown = sum(1 for at, _ in self.log if at <= now_ms())
        overlap = max(0, cursor - self.dice.randrange(6))
        end = min(shown, cursor + PAGE)
        events = [_told(self.said[id_]) for _, id_ in self.log[overlap:end]]
        events += self.dice.sample(events, min(len(events), self.dice.randrange(3)))
        self.dice.shuffle(events)
        return {"events": events, "cursor": end, "more": end < shown}

    def _find(self, body: dict[str, Any]) -> dict[str, Any]:
        visible = now_ms() - (0 if self.has_keys else LAG_MS)
        for one in self.said.values():
            same = one.key == body["key"] if self.has_keys else (one.text, one.thread) == (body["text"], body["thread"])
            if one.own and same and one.at_ms <= visible:
                return {"found": _told(one)}
        return {"found": None}


def _told(one: Said) -> dict[str, Any]:
    return {
        "id": one.id,
        "thread": one.thread,
        "text": one.text,
        "own": one.own,
        "at": one.at_ms,
        "version": one.version,
        "edited": one.edited_ms,
        "gone": one.gone_ms,
        "key": one.key,
    }


def _reset(writer: asyncio.StreamWriter) -> None:
    line = writer.get_extra_info("socket")
    line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()
