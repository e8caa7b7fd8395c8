"""The pipe: only who knows the token is heard, pokes go both ways, and nobody's nonsense ends it."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import stat
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from socialdesk.support.pipe import PipeServer, Poke, connect
from tests.patience import NEVER_S


class _Heard:
    """Keeps what was poked, and lets a test wait for it."""

    def __init__(self) -> None:
        self.pokes: asyncio.Queue[Poke] = asyncio.Queue()

    async def next(self) -> Poke:
        return await asyncio.wait_for(self.pokes.get(), NEVER_S)


def _served(file: Path, story: Callable[[PipeServer, _Heard], Awaitable[None]]) -> None:
    async def run() -> None:
        heard = _Heard()
        server = PipeServer(file, heard.pokes.put_nowait)
        await server.start()
        try:
            await asyncio.wait_for(story(server, heard), NEVER_S)
        finally:
            await server.close()

    asyncio.run(run())


async def _raw(file: Path) -> tuple[asyncio.StreamReader, asyncio.StreamWriter, str]:
    address: dict[str, Any] = json.loads(file.read_text())  # noqa: ASYNC240 - the test waits for nothing else
    if "path" in address:
        return *await asyncio.open_unix_connection(address["path"]), address["token"]
    return *await asyncio.open_connection("127.0.0.1", address["port"]), address["token"]


async def _let_go(writer: asyncio.StreamWriter) -> None:
    # What was not taken is not waited for.
    writer.transport.abort()
    with contextlib.suppress(OSError):
        await writer.wait_closed()


def test_pokes_go_both_ways_in_their_order(tmp_path: Path) -> None:
    file = tmp_path / "engine.json"

    async def story(server: PipeServer, heard: _Heard) -> None:
        pipe = await connect(file)
        assert pipe is not None
        assert server.guests == 1
        for number in range(20):
            pipe.tell({"poke": "commands", "number": number})
            server.tell({"poke": "changed", "number": number})
        for number in range(20):
            assert await heard.next() == {"poke": "commands", "number": number}
            assert await pipe.next() == {"poke": "changed", "number": number}
        await pipe.close()

    _served(file, story)


def test_many_guests_are_all_told_and_one_that_left_harms_nobody(tmp_path: Path) -> None:
    file = tmp_path / "engine.json"

    async def story(server: PipeServer, heard: _Heard) -> None:
        pipes = [pipe for pipe in await asyncio.gather(*(connect(file) for _ in range(20))) if pipe]
        assert len(pipes) == server.guests == 20
        await pipes[0].close()
        server.tell({"poke": "one"})
        server.tell({"poke": "two"})
        for pipe in pipes[1:]:
            assert [await pipe.next(), await pipe.next()] == [{"poke": "one"}, {"poke": "two"}]
            await pipe.close()

    _served(file, story)


@pytest.mark.parametrize("said", [b"", b"wrong", b"{}", b"\xff" * 70_000], ids=["nothing", "wrong", "json", "too long"])
def test_whoever_does_not_know_the_token_is_not_heard(tmp_path: Path, said: bytes) -> None:
    file = tmp_path / "engine.json"

    async def story(server: PipeServer, heard: _Heard) -> None:
        reader, writer, _ = await _raw(file)
        writer.write(said + b'\n{"poke": "commands"}\n')
        writer.write_eof()
        with contextlib.suppress(ConnectionResetError):
            assert await reader.read() == b""
        await _let_go(writer)
        assert server.guests == 0
        assert heard.pokes.empty()
        # And the next one who knows it is.
        pipe = await connect(file)
        assert pipe is not None
        await pipe.close()

    _served(file, story)


def test_an_old_address_reaches_nobody(tmp_path: Path) -> None:
    file = tmp_path / "engine.json"
    kept: list[str] = []

    async def story(server: PipeServer, heard: _Heard) -> None:
        kept.append(file.read_text())

    _served(file, story)
    assert not file.exists()
    assert asyncio.run(connect(file)) is None
    file.write_text(kept[0])
    assert asyncio.run(connect(file)) is None
    for written in ("", "{}", "[]", '{"port": "x", "token": "t"}', '{"path": 5, "token": "t"}', "null"):
        file.write_text(written)
        assert asyncio.run(connect(file)) is None, written


def test_a_stale_token_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "engine.json"

    async def story(server: PipeServer, heard: _Heard) -> None:
        address = json.loads(file.read_text())
        other = tmp_path / "other.json"
        other.write_text(json.dumps(address | {"token": "stale"}))
        assert await connect(other) is None
        assert server.guests == 0

    _served(file, story)


def test_nonsense_is_passed_over_and_too_much_of_it_ends_only_its_guest(tmp_path: Path) -> None:
    file = tmp_path / "engine.json"

    async def story(server: PipeServer, heard: _Heard) -> None:
        reader, writer, token = await _raw(file)
        writer.write(token.encode() + b"\n")
        assert b"hello" in await reader.readline()
        writer.write(b'nonsense\n[]\n{"no": 1}\n\xff\xfe\n' + b"[" * 50_000 + b'\n{"poke": "good"}\n')
        assert await heard.next() == {"poke": "good"}
        writer.write(b"x" * 200_000 + b"\n")
        with contextlib.suppress(ConnectionResetError):
            assert await reader.read() == b""
        await _let_go(writer)
        pipe = await connect(file)
        assert pipe is not None
        pipe.tell({"poke": "still here"})
        assert await heard.next() == {"poke": "still here"}
        await pipe.close()

    _served(file, story)


def test_the_end_of_the_engine_is_told_to_its_guests(tmp_path: Path) -> None:
    file = tmp_path / "engine.json"

    async def story(server: PipeServer, heard: _Heard) -> None:
        pipe = await connect(file)
        assert pipe is not None
        await server.close()
        assert await pipe.next() is None
        pipe.tell({"poke": "into the void"})
        await pipe.close()

    _served(file, story)


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_the_socket_and_its_address_are_this_users_alone(tmp_path: Path) -> None:
    # Longer than a socket's name can be.
    file = tmp_path / ("w" * 120) / "engine.json"
    file.parent.mkdir()

    async def story(server: PipeServer, heard: _Heard) -> None:
        path = Path(json.loads(file.read_text())["path"])
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.stat().st_mode) == 0o600  # noqa: ASYNC240 - as above
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700

    _served(file, story)
