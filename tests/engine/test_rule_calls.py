"""A program elsewhere is told what a rule says, signed and without a word of anybody, again until it was heard."""

from __future__ import annotations

import asyncio
import hmac
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, cast

import pytest

from socialdesk.connectors.kit.http import Answer, Http
from socialdesk.engine.rule_calls import SECRET, STEPS, RuleCalls
from socialdesk.model.rule import Deed, Do
from socialdesk.model.rule_command import AllowPrivateCalls, TakeBackRule
from tests.engine.conftest import Dying
from tests.engine.desk_work import NOON, Place
from tests.engine.standin import Died
from tests.engine.test_rules import let, received

pytestmark = pytest.mark.anyio


@dataclass
class Program:
    """A program on this machine that listens; what it answers is told to it beforehand."""

    port: int = 0
    answers: list[int] = field(default_factory=list[int])
    heard: list[tuple[dict[str, str], str]] = field(default_factory=list[tuple[dict[str, str], str]])

    async def listen(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in head[1:] if line)}
        body = await reader.readexactly(int(headers["content-length"]))
        self.heard.append((headers, body.decode()))
        status = self.answers.pop(0) if self.answers else 200
        writer.write(f"HTTP/1.1 {status} Said\r\ncontent-length: 0\r\nconnection: close\r\n\r\n".encode())
        await writer.drain()
        writer.close()

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}/hook"


@pytest.fixture
async def program(anyio_backend: str) -> AsyncIterator[Program]:
    made = Program()
    server = await asyncio.start_server(made.listen, "127.0.0.1", 0)
    made.port = server.sockets[0].getsockname()[1]
    yield made
    server.close()
    await server.wait_closed()


async def test_a_call_is_signed_says_nothing_of_what_was_written_and_is_made_again_until_heard(
    place: Place, program: Program, dying: Dying
) -> None:
    await place.connect()
    await let(place, received("Call", Do(Deed.TAG, "late"), Do(Deed.CALL, program.address)))
    place.platform.ask("t1", "My parcel is late, call Ann Lee on 0123456")
    await place.read()
    cache, calls = place.engine.cache, place.engine._calls
    program.answers = [503, 429]
    await calls.tell_all()
    for step in STEPS[:2]:
        assert cache.ask("SELECT state FROM rule_call") == [("queued",)]
        due = calls.next_due()
        assert due is not None
        assert due - place.clock.now() == step
        assert calls.due() == []
        place.wait(seconds=step.total_seconds())
        await calls.tell_all()
    assert cache.ask("SELECT state, tries FROM rule_call") == [("sent", 3)]
    assert calls.next_due() is None

    assert len({headers["x-socialdesk-call"] for headers, _ in program.heard}) == 1
    headers, body = program.heard[-1]
    key = place.unlocked.secrets.get(SECRET)
    assert key is not None
    signed = hmac.new(key.encode(), f"{headers['x-socialdesk-time']}.{body}".encode(), sha256).hexdigest()
    assert headers["x-socialdesk-signature"] == f"sha256={signed}"
    told = json.loads(body)
    assert (told["rule"], told["thread"], told["tags"]) == ("Call", place.thread().id, ["late"])
    for word in ("parcel", "Ann", "0123456", key):
        assert word not in body

    # Whoever dies while telling tells it again afterwards.
    place.platform.ask("t2", "late")
    await place.read()
    dying.at = "rule_calls.before_commit"
    with pytest.raises(Died):
        await calls.tell_all()
    await place.restart()
    await place.engine._calls.tell_all()
    assert [one["x-socialdesk-call"] for one, _ in program.heard[-2:]] == ["2", "2"]
    assert place.engine.cache.ask("SELECT state FROM rule_call WHERE id = 2") == [("sent",)]


async def test_a_refusal_is_final_a_program_that_is_gone_is_given_up_and_what_waits_is_taken_back(
    place: Place, program: Program
) -> None:
    await place.connect()
    await let(
        place,
        received("Call", Do(Deed.CALL, program.address)),
        received("Gone", Do(Deed.CALL, "http://127.0.0.1:9/none")),
        received("Back", Do(Deed.CALL, program.address + "/back")),
    )
    program.answers = [404]
    place.platform.ask("t1", "late")
    await place.read()
    await place.do(TakeBackRule("id-Back", NOON))
    for step in (*STEPS, STEPS[-1]):
        await place.engine._calls.tell_all()
        place.wait(seconds=step.total_seconds())
    found = place.engine.cache.ask("SELECT state, tries, reason != '' FROM rule_call ORDER BY id")
    assert found == [("failed", 1, 1), ("failed", len(STEPS) + 1, 1), ("canceled", 0, 0)]
    assert len(program.heard) == 1


@dataclass
class Hearing:
    """In place of the network: notes whom it would have spoken to, and what the log would show of it."""

    asked: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])

    async def ask(self, method: str, url: str, **how: Any) -> Answer:
        self.asked.append((url, how["shown"]))
        return Answer(204, {}, b"")


async def test_no_program_inside_a_network_is_called_unless_somebody_allowed_it_and_no_path_is_logged(
    place: Place,
) -> None:
    await place.connect()
    inside = {"intranet.example": ["10.0.0.5"], "both.example": ["93.184.216.34", "fd00::1"], "192.168.1.9": []}
    outside = {"example.org": ["93.184.216.34"]}

    async def resolve(host: str, port: int) -> list[str]:
        assert port == 443
        return (inside | outside)[host] or [host]

    hosts = (*inside, *outside)
    await let(place, *(received(host, Do(Deed.CALL, f"https://{host}/T0/secret")) for host in hosts))
    place.platform.ask("t1", "late")
    await place.read()
    cache, hearing = place.engine.cache, Hearing()
    calls = RuleCalls(cache, place.clock, place.unlocked.secrets, cast("Http", hearing), resolve)
    await calls.tell_all()
    assert hearing.asked == [("https://example.org/T0/secret", "/…")]
    told = cache.ask("SELECT state, reason LIKE '%network of its own%' FROM rule_call ORDER BY id")
    assert told == [("failed", 1)] * len(inside) + [("sent", 0)]

    await place.do(AllowPrivateCalls(on=True))
    place.platform.ask("t2", "late")
    await place.read()
    await calls.tell_all()
    assert len(hearing.asked) == 1 + len(hosts)
