"""Gives what can go wrong between a connector and a server, as values; `stand_in` carries them out on the socket."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from socialdesk.connectors.suite.asked import Asked


class Way(StrEnum):
    """How an answer is spoiled."""

    STATUS = "status"
    """Another status, with a body of its own."""
    CUT = "cut"
    """The answer ends at a byte; what was announced does not come."""
    SHORT = "short"
    """The answer ends at a byte and says that this was all: whole HTTP, half JSON."""
    HTML = "html"
    """A page for people where data was expected."""
    CHARSET = "charset"
    """The same words in another encoding, under a header that says UTF-8."""
    DRIP = "drip"
    """A byte now and then."""
    SILENCE = "silence"
    """The connection stays open and nothing comes."""
    CLOSED = "closed"
    """The connection is closed before anything is said."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One spoiled answer. With `acts` the server has done what was asked all the same."""

    way: Way
    acts: bool = False
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict[str, str])
    body: bytes = b""
    at: int = 0
    """Where an answer ends, in bytes; negative from its end."""
    encoding: str = "utf-16"
    """In which another encoding is."""
    every_s: float = 0.02
    """Between two bytes of a drip."""

    @property
    def name(self) -> str:
        """In a word or two, for the line of a report."""
        match self.way:
            case Way.STATUS:
                return f"{self.status}{' after acting' if self.acts else ''}"
            case Way.CUT | Way.SHORT:
                return f"{self.way} at {self.at}"
            case Way.CLOSED:
                return "closed after acting" if self.acts else "closed before"
            case _:
                return str(self.way)


def status(code: int, body: bytes = b"", *, acts: bool = False, **headers: str) -> Fault:
    """Another status. `retry_after="7"` becomes the header `retry-after`."""
    named = {key.replace("_", "-"): value for key, value in headers.items()}
    return Fault(Way.STATUS, acts, code, {"content-type": "application/json", **named}, body)


def cut(at: int) -> Fault:
    """The line breaks after so many bytes of the body (0: after the headers)."""
    return Fault(Way.CUT, acts=True, at=at)


def short(at: int) -> Fault:
    """A proxy keeps only so many bytes of the body and says that this is all."""
    return Fault(Way.SHORT, acts=True, at=at)


def html(code: int = 200) -> Fault:
    """A page for people, as a captive portal or an overworked front server sends it."""
    page = b"<!doctype html><html><head><title>Sorry</title></head><body><h1>One moment, please</h1></body></html>"
    return Fault(Way.HTML, status=code, headers={"content-type": "text/html; charset=utf-8"}, body=page)


def charset(encoding: str = "utf-16") -> Fault:
    """Another encoding that says it is UTF-8."""
    return Fault(Way.CHARSET, acts=True, encoding=encoding)


def boundaries(body: bytes) -> dict[tuple[str, str, int], int]:
    """The places in a body of JSON where an answer may break off, one of each kind.

    A kind is what stands before the place and after it, and how deep in objects and lists it lies.
    """
    found: dict[tuple[str, str, int], int] = {}
    depth, in_string, before = 0, False, ""
    for place, byte in enumerate(body):
        # What is escaped says nothing of itself, least of all a quote.
        after = "escaped" if before == "escape" else _sort_of(byte, in_string=in_string)
        found.setdefault((before, after, min(depth, 3)), place)
        match after:
            case "quote":
                in_string = not in_string
            case "open":
                depth += 1
            case "close":
                depth -= 1
            case _:
                pass
        before = after
    return found


def _sort_of(byte: int, *, in_string: bool) -> str:
    letter = chr(byte)
    if letter == '"':
        return "quote"
    if in_string:
        return "part of a letter" if byte >= 0x80 else "escape" if letter == "\\" else "word"
    if letter in "{[":
        return "open"
    if letter in "}]":
        return "close"
    return {",": "comma", ":": "colon", " ": "space", "\n": "space"}.get(letter, "number or name")


def drip(every_s: float = 0.02) -> Fault:
    """One byte of the body each `every_s` seconds."""
    return Fault(Way.DRIP, acts=True, every_s=every_s)


def silence(*, acts: bool = False) -> Fault:
    """No answer, and no end of the connection either."""
    return Fault(Way.SILENCE, acts=acts)


def closed(*, acts: bool = False) -> Fault:
    """The connection is closed instead of an answer; with `acts` after the deed was done."""
    return Fault(Way.CLOSED, acts=acts)


Which = Callable[["Asked"], bool]


class Faults:
    """What will go wrong next; empty at first, and a fault is used up by the request it spoils."""

    def __init__(self) -> None:
        self._next: deque[tuple[Fault, Which]] = deque()
        self._always: list[tuple[Fault, Which]] = []
        self.met: list[str] = []
        """The requests that were spoiled, as "GET /path: 503"."""

    def next(self, fault: Fault, times: int = 1, *, method: str = "", path: str = "") -> None:
        """Spoil the next request, or the next one of that method and with `path` in its path."""
        self._next.extend([(fault, _which(method, path))] * times)

    def always(self, fault: Fault, *, method: str = "", path: str = "") -> None:
        """Spoil every such request until `clear`."""
        self._always.append((fault, _which(method, path)))

    def clear(self) -> None:
        """Let everything go well again."""
        self._next.clear()
        self._always.clear()

    def take(self, asked: Asked) -> Fault | None:
        """The fault for this request, used up by it."""
        for one in self._next:
            if one[1](asked):
                self._next.remove(one)
                return self._met(one[0], asked)
        return next((self._met(fault, asked) for fault, which in self._always if which(asked)), None)

    def _met(self, fault: Fault, asked: Asked) -> Fault:
        self.met.append(f"{asked.method} {asked.path}: {fault.name}")
        return fault


def _which(method: str, path: str) -> Which:
    return lambda asked: method in ("", asked.method) and path in asked.path
