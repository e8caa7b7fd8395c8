"""Gives a strict loopback server that stands in for a network: what the network would refuse, it refuses.

    class Chirp(StandIn):
        '''A stand-in for Chirp, after docs.chirp.example, "Posts".'''

        @route("GET", "/api/v1/posts/{id}", takes=("limit",), scope="read")
        def post(self, asked: Asked) -> Said:                 # or async
            if asked.parts["id"] not in self.posts:
                raise Refused(self.refused(404, "not_found", "Record not found"))
            return Said(200, self.posts[asked.parts["id"]])    # dict or list: JSON; str: text; bytes: as they are

        @route("POST", "/api/v1/posts", fields=("status", "in_reply_to_id"), scope="write")
        def say(self, asked: Asked) -> Said: ...

    chirp = Chirp()                          # its `clock` stands still until moved
    chirp.tokens["t0k3n"] = {"read", "write"}
    async with chirp.serving() as address:   # http://127.0.0.1:PORT, in this event loop
        ...                                  # manifest = dataclasses.replace(manifest, hosts={"api": address})
    with chirp.beside() as address: ...      # the same in a thread of its own, for tests that drive a window

**Routes.** `{id}` is one part of the path (decoded), `bot{token}` a piece of one, `{rest...}` all that is left.
`takes` names the query parameters: any other is refused (default: none; `takes=None` lets all through). `fields` does
the same for the fields of a JSON object or form (default: no body at all; `fields=None` takes any). `scope` is what
the token must allow: "" any known token (default), None no token. `Asked` has `method, path, parts, query, pairs,
every(name), headers, body, token`, and `json()`, `form()`, `form_pairs()`, `files()`, `field_names()`.

**Tokens.** `tokens` maps each that opens something to its scopes. They are looked for as `Authorization: Bearer`; a
network that puts them elsewhere sets `token_scheme = "Bot"` or `token_parameter = "access_token"` (query or form,
allowed everywhere by that), or overrides `token_of(asked)`. Take one away to revoke it.

**Refusals.** All go through `refused(status, code, words) -> Said`: override it to give the network's own shape of
error. For more say, override `no_token`, `wrong_token`, `missing_scope`, `unknown_path`, `unknown_name`. What only a
wrong connector asks (an unknown path, parameter, field, a malformed body) is written to `mistakes`: a test ends with
`assert not chirp.mistakes`. A route that fails itself is answered 500 and written to `broke`, with its line; the
examination tells it first. All requests stand in `asked`.

**Time.** `now()` is the server's time: `clock` plus `skew`; it is in the `Date` header too. `latency_s` is waited
before each answer.

**Faults.** `chirp.faults.next(faults.status(503, retry_after="7"))`, `.next(faults.cut(10), path="/posts")`,
`.always(faults.html())`, `.clear()`; also `short(at)`, `charset()`, `drip(every_s)`, `silence()`,
`closed(acts=True)`; see `suite/faults.py`. `faults.met` tells which were used.

**More.** `headers_for(asked)` gives headers that go with every answer (rate limits). `Said(stream=…)` sends parts as
they come, `Said(101, taken=…)` hands the connection over.
"""

from __future__ import annotations

import asyncio
import inspect
import logging
import re
import threading
import traceback
from collections.abc import AsyncGenerator, Callable, Generator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any, ClassVar
from urllib.parse import unquote

from socialdesk.connectors.suite.asked import Asked, Malformed, Refused, Said, Upload
from socialdesk.connectors.suite.faults import Faults
from socialdesk.connectors.suite.stand_in_wire import MOST_HEAD, Writing, read_request
from socialdesk.support.clock import Clock, HandClock

__all__ = ["Asked", "Malformed", "Refused", "Said", "StandIn", "Upload", "route"]

log = logging.getLogger(__name__)
_START = datetime(2026, 11, 23, 9, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class _Route:
    method: str
    pattern: re.Pattern[str]
    literal: int
    """How much of the path is given: the more, the earlier it is tried."""
    takes: tuple[str, ...] | None
    fields: tuple[str, ...] | None
    scope: str | None
    name: str


def route(
    method: str,
    path: str,
    *,
    takes: tuple[str, ...] | None = (),
    fields: tuple[str, ...] | None = (),
    scope: str | None = "",
) -> Callable[[Any], Any]:
    """Declare that a method of a stand-in answers these requests; see the module for what each part means."""
    pieces = re.split(r"\{(\w+(?:\.\.\.)?)\}", path)
    pattern = "".join(
        re.escape(piece)
        if place % 2 == 0
        else f"(?P<{piece[:-3]}>.+)"
        if piece.endswith("...")
        else f"(?P<{piece}>[^/]+)"
        for place, piece in enumerate(pieces)
    )
    literal = sum(len(piece) for piece in pieces[::2])

    def declared(function: Any) -> Any:
        here = _Route(method, re.compile(pattern), literal, takes, fields, scope, function.__name__)
        function.routes = (*getattr(function, "routes", ()), here)
        return function

    return declared


class StandIn:
    """A server with a small world of its own; a subclass declares its routes."""

    token_scheme: ClassVar[str] = "Bearer"  # noqa: S105 - the word before a token
    token_parameter: ClassVar[str] = ""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        taken = sorted(name for name in vars(cls) if name in _OWN)
        if taken:
            raise TypeError(f"{cls.__name__}.{taken[0]} takes the place of what StandIn needs; give it another name.")

    def __init__(self, clock: Clock | None = None) -> None:
        self.clock: Clock = clock or HandClock(_START)
        self.skew = timedelta(0)
        self.latency_s = 0.0
        self.tokens: dict[str, set[str]] = {}
        self.faults = Faults()
        self.asked: list[Asked] = []
        self.mistakes: list[str] = []
        self.broke: list[str] = []
        self.address = ""
        names = [name for name in dir(type(self)) if hasattr(getattr(type(self), name), "routes")]
        found = [one for name in names for one in getattr(type(self), name).routes]
        self._routes: list[_Route] = sorted(found, key=lambda one: -one.literal)
        self._open: dict[asyncio.Task[None], asyncio.StreamWriter] = {}
        self._at_work: set[asyncio.StreamWriter] = set()

    # ------------------------------------------------------------ what a network overrides

    def now(self) -> datetime:
        """The time on the server."""
        return self.clock.now() + self.skew

    def refused(self, status: int, code: str, words: str) -> Said:
        """A refusal in the network's own form."""
        return Said(status, {"error": code, "message": words})

    def token_of(self, asked: Asked) -> str:
        """The token a request came with; "" for none."""
        scheme, _, token = asked.headers.get("authorization", "").partition(" ")
        if token and scheme.lower() == self.token_scheme.lower():
            return token.strip()
        return self._parameter(asked) if self.token_parameter else ""

    def no_token(self, asked: Asked) -> Said:
        """What is said to a request without a token."""
        return self.refused(401, "unauthorized", "A token is needed.")

    def wrong_token(self, asked: Asked) -> Said:
        """What is said to a token that opens nothing (any more)."""
        return self.refused(401, "invalid_token", "The token is not valid.")

    def missing_scope(self, asked: Asked, scope: str) -> Said:
        """What is said to a token that does not allow this."""
        return self.refused(403, "insufficient_scope", f"The token does not allow {scope}.")

    def unknown_path(self, asked: Asked) -> Said:
        """What is said where there is nothing."""
        return self.refused(404, "unknown_path", f"There is no {asked.method} {asked.path}.")

    def unknown_name(self, asked: Asked, name: str) -> Said:
        """What is said to a parameter or field that is not known here."""
        return self.refused(400, "unknown_name", f"{name!r} is not known at {asked.path}.")

    def headers_for(self, asked: Asked) -> dict[str, str]:
        """Headers of every answer, such as those that tell a rate limit."""
        return {}

    # ------------------------------------------------------------ serving

    @asynccontextmanager
    async def serving(self) -> AsyncGenerator[str]:
        """Serve in this event loop; gives the address, without a slash at its end."""
        server = await asyncio.start_server(self._connected, "127.0.0.1", 0, limit=MOST_HEAD)
        self.address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        try:
            yield self.address
        finally:
            server.close()
            for task, writer in list(self._open.items()):
                writer.transport.abort()
                task.cancel()
            await asyncio.gather(*self._open, return_exceptions=True)
            await server.wait_closed()

    @contextmanager
    def beside(self) -> Generator[str]:
        """Serve in a thread with a loop of its own. Its world may then be changed between requests only."""
        loop = asyncio.new_event_loop()
        is_up, is_over = threading.Event(), asyncio.Event()

        async def run() -> None:
            async with self.serving():
                is_up.set()
                await is_over.wait()

        def work() -> None:
            loop.run_until_complete(run())
            loop.close()

        thread = threading.Thread(target=work, name="stand-in", daemon=True)
        thread.start()
        is_up.wait(10)
        try:
            yield self.address
        finally:
            loop.call_soon_threadsafe(is_over.set)
            thread.join(10)

    async def answer(self, asked: Asked) -> Said:
        """What the network says to a request; without a socket too, for tests of a stand-in itself."""
        try:
            return await self._answered(asked)
        except Refused as error:
            return error.said
        except Malformed as error:
            self._note(asked, str(error))
            return self.refused(400, "malformed", str(error))
        except Exception as error:
            # Not the network's word and not the connector's fault: said where its writer looks, with the line.
            last = traceback.extract_tb(error.__traceback__)[-1]
            place = f"{last.filename.rpartition('/')[2]}, line {last.lineno}"
            self.broke.append(f"{asked.method} {asked.path}: {type(error).__name__}: {error} ({place})")
            log.exception("a stand-in failed at %s %s", asked.method, asked.path)
            return Said(500, {})

    def break_lines(self) -> int:
        """Break the connections on which an answer is awaited or goes on; gives how many there were."""
        lines = list(self._at_work)
        for writer in lines:
            writer.transport.abort()
        return len(lines)

    # ------------------------------------------------------------ one route

    async def _answered(self, asked: Asked) -> Said:
        raw, there = asked.path, False
        for one in self._routes:
            match = one.pattern.fullmatch(raw)
            if match is None:
                continue
            if one.method != asked.method:
                there = True
                continue
            parts = {key: unquote(value) for key, value in match.groupdict().items()}
            asked = replace(asked, parts=parts)
            token = self._checked_token(asked, one)
            self._check_names(asked, one)
            said = getattr(self, one.name)(replace(asked, token=token))
            return await said if inspect.isawaitable(said) else said
        self._note(asked, "wrong method" if there else "unknown path")
        return self.refused(405, "wrong_method", "Not that way.") if there else self.unknown_path(asked)

    def _checked_token(self, asked: Asked, here: _Route) -> str:
        if here.scope is None:
            return ""
        token = self.token_of(asked)
        if not token:
            raise Refused(self.no_token(asked))
        scopes = self.tokens.get(token)
        if scopes is None:
            raise Refused(self.wrong_token(asked))
        if here.scope and here.scope not in scopes:
            raise Refused(self.missing_scope(asked, here.scope))
        return token

    def _check_names(self, asked: Asked, here: _Route) -> None:
        unknown: set[str] = set()
        if here.takes is not None:
            unknown |= set(asked.query) - set(here.takes)
        if here.fields is not None and asked.body:
            unknown |= asked.field_names() - set(here.fields)
        unknown.discard(self.token_parameter)
        if unknown:
            name = min(unknown)
            self._note(asked, f"unknown name {name!r}")
            raise Refused(self.unknown_name(asked, name))

    def _parameter(self, asked: Asked) -> str:
        if self.token_parameter in asked.query:
            return asked.query[self.token_parameter]
        is_form = asked.media_type in ("application/x-www-form-urlencoded", "multipart/form-data")
        return asked.form().get(self.token_parameter, "") if is_form and asked.body else ""

    def _note(self, asked: Asked, what: str) -> None:
        self.mistakes.append(f"{asked.method} {asked.path}: {what}")

    # ------------------------------------------------------------ the socket

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._open[task] = writer
        # Cancelled only by `serving` at its end; swallowed, so that no loop complains of a task nobody awaits.
        with suppress(asyncio.CancelledError, ConnectionError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            try:
                while await self._one(reader, writer):
                    pass
            finally:
                self._open.pop(task, None)
                writer.close()

    async def _one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """Take one request and answer it; False when the connection is over."""
        asked = await read_request(reader)
        if asked is None:
            return False
        self.asked.append(asked)
        self._at_work.add(writer)
        try:
            return await self._said(asked, reader, writer)
        finally:
            self._at_work.discard(writer)

    async def _said(self, asked: Asked, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        if self.latency_s:
            await asyncio.sleep(self.latency_s)
        fault = self.faults.take(asked)
        said = await self.answer(asked) if fault is None or fault.acts else Said()
        out = Writing(writer, lambda: {"date": format_datetime(self.now(), usegmt=True), **self.headers_for(asked)})
        if fault is not None:
            return await out.spoiled(said, fault)
        if said.taken is not None:
            out.head(said, None)
            await said.taken(reader, writer)
            return False
        if said.stream is not None:
            await out.stream(said, said.stream)
            return True
        await out.whole(said, is_head_alone=asked.method == "HEAD")
        return asked.headers.get("connection", "").lower() != "close"


_OWN = frozenset(name for name in vars(StandIn) if name.startswith("_") and not name.startswith("__"))
"""What a subclass must not take the place of by chance."""
