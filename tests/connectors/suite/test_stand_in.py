"""The stand-in server: strict as a network, and spoiled as a line can be."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta

import httpx
import pytest

from socialdesk.connectors.suite import faults
from socialdesk.connectors.suite.stand_in import Asked, Refused, Said, StandIn, route
from tests.patience import NEVER_S


class Chirp(StandIn):
    """A stand-in for no network at all."""

    token_parameter = "access_token"

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.tokens = {"good": {"read", "write"}, "reader": {"read"}}

    @route("GET", "/posts/{id}", takes=("limit",), scope="read")
    def post(self, asked: Asked) -> Said:
        if asked.parts["id"] == "gone":
            raise Refused(self.refused(410, "gone", "It is gone."))
        return Said(200, {"id": asked.parts["id"], "limit": asked.query.get("limit"), "text": "Grüße 🦆"})

    @route("GET", "/posts/newest", scope=None)
    def newest(self, asked: Asked) -> Said:
        return Said(200, "none")

    @route("POST", "/posts", fields=("text", "picture"), scope="write")
    async def say(self, asked: Asked) -> Said:
        text = asked.json()["text"] if asked.media_type == "application/json" else asked.form()["text"]
        self.said.append(text)
        files = [(one.filename, one.data) for one in asked.files()] if asked.media_type.startswith("multipart") else []
        return Said(201, {"text": text, "files": [[name, len(data)] for name, data in files], "token": asked.token})

    @route("GET", "/bot{token}/files/{rest...}", scope=None)
    def file(self, asked: Asked) -> Said:
        return Said(200, f"{asked.parts['token']} {asked.parts['rest']}")

    @route("GET", "/events", scope=None)
    def events(self, asked: Asked) -> Said:
        async def parts() -> AsyncIterator[bytes]:
            yield b"data: one\n\n"
            yield b"data: two\n\n"

        return Said(200, headers={"content-type": "text/event-stream"}, stream=parts())


READ = {"authorization": "Bearer good"}


def told(story: Callable[[Chirp, httpx.AsyncClient], Awaitable[None]]) -> Chirp:
    """Serve, run the story with a client, and give the stand-in as it is then."""

    async def run() -> Chirp:
        chirp = Chirp()
        async with (
            chirp.serving() as address,
            httpx.AsyncClient(base_url=address, trust_env=False, verify=False, timeout=NEVER_S) as client,
        ):
            await story(chirp, client)
        return chirp

    return asyncio.run(run())


def test_it_gives_parts_parameters_forms_and_files_and_refuses_what_is_not_known() -> None:
    async def story(chirp: Chirp, client: httpx.AsyncClient) -> None:
        said = (await client.get("/posts/a%2Fb?limit=3", headers=READ)).json()
        assert said == {"id": "a/b", "limit": "3", "text": "Grüße 🦆"}
        assert (await client.get("/posts/newest")).text == "none", "the path that is given whole comes first"
        assert (await client.get("/bot12:ab/files/x/y.png")).text == "12:ab x/y.png"
        assert (await client.get("/events")).text == "data: one\n\ndata: two\n\n"
        assert (await client.post("/posts", json={"text": "one"}, headers=READ)).json()["token"] == "good"
        assert (await client.post("/posts", data={"text": "two", "access_token": "good"})).status_code == 201
        many = await client.post(
            "/posts", data={"text": "é"}, files={"picture": ("a.png", b"\x00\xff\r\n")}, headers=READ
        )
        assert many.json()["files"] == [["a.png", 4]]
        assert chirp.said == ["one", "two", "é"]
        assert not chirp.mistakes

        assert (await client.get("/posts/gone", headers=READ)).status_code == 410
        assert (await client.get("/posts/1")).json()["error"] == "unauthorized"
        assert (await client.get("/posts/1?access_token=old")).json()["error"] == "invalid_token"
        assert (
            await client.post("/posts", json={"text": "x"}, headers={"authorization": "Bearer reader"})
        ).status_code == 403
        assert not chirp.mistakes, "a wrong token is no mistake of the connector's"
        assert (await client.get("/posts/1?since=2", headers=READ)).json()["error"] == "unknown_name"
        assert (await client.post("/posts", json={"text": "x", "mood": "y"}, headers=READ)).status_code == 400
        assert (
            await client.post("/posts", content=b"{", headers=READ | {"content-type": "application/json"})
        ).status_code == 400
        assert (await client.post("/posts", content=b'{"text":"x"}', headers=READ)).status_code == 400, (
            "it says no type"
        )
        assert (await client.put("/posts/1", headers=READ)).status_code == 405
        assert (await client.get("/nothing")).status_code == 404
        assert len(chirp.mistakes) == 6
        assert chirp.said == ["one", "two", "é"]

    told(story)


def test_its_time_is_its_own() -> None:
    async def story(chirp: Chirp, client: httpx.AsyncClient) -> None:
        assert (await client.get("/posts/newest")).headers["date"] == "Mon, 23 Nov 2026 09:00:00 GMT"
        chirp.skew = timedelta(hours=-1)
        assert (await client.get("/posts/newest")).headers["date"] == "Mon, 23 Nov 2026 08:00:00 GMT"

    told(story)


def test_each_fault_spoils_one_answer_and_the_next_is_whole() -> None:
    async def story(chirp: Chirp, client: httpx.AsyncClient) -> None:
        chirp.faults.next(faults.status(429, b"{}", retry_after="7"))
        limited = await client.get("/posts/1", headers=READ)
        assert (limited.status_code, limited.headers["retry-after"]) == (429, "7")
        chirp.faults.next(faults.html())
        assert (await client.get("/posts/1", headers=READ)).text.startswith("<!doctype html>")
        chirp.faults.next(faults.short(9))
        assert len((await client.get("/posts/1", headers=READ)).content) == 9
        chirp.faults.next(faults.charset())
        other = await client.get("/posts/1", headers=READ)
        assert other.content.decode("utf-16").startswith("{")
        assert "utf-8" in other.headers["content-type"]
        for spoiled in (faults.cut(0), faults.cut(10), faults.cut(-1), faults.cut(10_000), faults.closed()):
            chirp.faults.next(spoiled)
            with pytest.raises(httpx.RemoteProtocolError):
                await client.get("/posts/1", headers=READ)
        chirp.faults.next(faults.silence())
        with pytest.raises(httpx.ReadTimeout):
            await client.get("/posts/1", headers=READ, timeout=httpx.Timeout(NEVER_S, read=0.05))
        chirp.faults.next(faults.drip(0.0001))
        assert (await client.get("/posts/1", headers=READ)).json()["id"] == "1"
        assert (await client.get("/posts/1", headers=READ)).json()["id"] == "1"
        assert len(chirp.faults.met) == 11

    told(story)


def test_a_fault_says_whether_the_deed_was_done_and_waits_for_the_request_it_is_for() -> None:
    async def story(chirp: Chirp, client: httpx.AsyncClient) -> None:
        for fault in (faults.closed(), faults.closed(acts=True), faults.status(503, acts=True)):
            chirp.faults.next(fault, method="POST", path="/posts")
        assert (await client.get("/posts/1", headers=READ)).status_code == 200
        for text in ("lost before", "lost after"):
            with pytest.raises(httpx.RemoteProtocolError):
                await client.post("/posts", json={"text": text}, headers=READ)
        assert (await client.post("/posts", json={"text": "said no"}, headers=READ)).status_code == 503
        assert chirp.said == ["lost after", "said no"]
        chirp.faults.always(faults.status(500))
        assert [(await client.get("/posts/1", headers=READ)).status_code for _ in range(2)] == [500, 500]
        chirp.faults.clear()
        assert (await client.get("/posts/1", headers=READ)).status_code == 200

    told(story)


def test_a_route_that_fails_itself_is_told_with_its_line_and_is_no_word_of_the_network(
    expect_log: Callable[[str], None],
) -> None:
    class Broken(Chirp):
        @route("GET", "/broken", scope=None)
        def broken(self, asked: Asked) -> Said:
            raise KeyError("posts")

    async def story() -> None:
        broken = Broken()
        async with broken.serving() as address, httpx.AsyncClient(base_url=address, trust_env=False) as client:
            assert (await client.get("/broken")).status_code == 500
        (told,) = broken.broke
        assert told.startswith("GET /broken: KeyError: 'posts' (test_stand_in.py, line ")
        assert not broken.mistakes

    expect_log("a stand-in failed at GET /broken")
    asyncio.run(story())


def test_what_a_stand_in_needs_itself_cannot_be_taken_the_place_of_by_chance() -> None:
    with pytest.raises(TypeError, match=r"Chosen\._one takes the place of what StandIn needs"):
        type("Chosen", (StandIn,), {"_one": 1})


def test_it_serves_in_a_thread_of_its_own() -> None:
    chirp = Chirp()
    with chirp.beside() as address, httpx.Client(base_url=address, trust_env=False, verify=False) as client:
        assert client.get("/posts/newest").text == "none"
    with pytest.raises(httpx.ConnectError), httpx.Client(trust_env=False, verify=False) as client:
        client.get(f"{address}/posts/newest")
