"""The way out on a network that is rude: what was said, how sure we are, and what waits for what."""

from __future__ import annotations

import asyncio
import ssl
import sys
import threading
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any, ClassVar

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.http import Answer, Http
from socialdesk.connectors.kit.meter import metering
from socialdesk.connectors.suite import faults
from socialdesk.connectors.suite.stand_in import Asked, Said, StandIn, route
from socialdesk.model.failure import Certainty, FailureKind
from socialdesk.support.clock import HandClock
from tests.patience import NEVER_S

pytestmark = pytest.mark.anyio
NOON = datetime(2026, 6, 13, 12, tzinfo=UTC)


class Rude(BaseHTTPRequestHandler):
    """Answers each path as it is told."""

    answers: ClassVar[dict[str, tuple[int, dict[str, str]]]] = {}
    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        status, headers = self.answers.get(self.path, (200, {}))
        type(self).asked.append(self.path)
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"{}")

    def do_POST(self) -> None:
        self.do_GET()

    def do_CONNECT(self) -> None:
        self.do_GET()

    def log_message(self, *words: Any) -> None:
        pass


def serving(server: HTTPServer) -> Iterator[int]:
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server.server_port
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def rude() -> Iterator[int]:
    Rude.answers, Rude.asked = {}, []
    yield from serving(HTTPServer(("127.0.0.1", 0), Rude))


@pytest.fixture
def impostor(tmp_path: Path) -> Iterator[int]:
    """A server with a certificate nobody vouches for, as the sign-in page of a hotel has it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "hotel.example")])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(datetime.now(UTC) - timedelta(days=1))
        .not_valid_after(datetime.now(UTC) + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    file = tmp_path / "both.pem"
    file.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        + certificate.public_bytes(serialization.Encoding.PEM)
    )
    server = HTTPServer(("127.0.0.1", 0), Rude)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    yield from serving(server)


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


async def failure_of(http: Http, url: str, **words: Any) -> Any:
    with pytest.raises(ConnectorError) as told:
        await http.ask("GET", url, **words)
    return told.value.failure


async def test_a_network_that_answers_in_place_of_the_platform_has_sent_nothing(impostor: int, rude: int) -> None:
    http = Http(HandClock(NOON))
    by_certificate = await failure_of(http, f"https://127.0.0.1:{impostor}/", is_send=True)
    Rude.answers["/"] = (511, {})
    by_status = await failure_of(http, f"http://127.0.0.1:{rude}/", is_send=True)
    await http.close()
    for failure in (by_certificate, by_status):
        assert failure.kind is FailureKind.OFFLINE
        assert failure.certainty is Certainty.NOT_SENT
        assert "wants you to sign in" in failure.sentence


async def test_a_proxy_that_lets_nobody_through_is_named(rude: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{rude}")
    Rude.answers["platform.example:443"] = (407, {"Proxy-Authenticate": "Basic"})
    http = Http(HandClock(NOON))
    failure = await failure_of(http, "https://platform.example/x")
    await http.close()
    assert (failure.kind, failure.certainty, failure.code) == (FailureKind.OFFLINE, Certainty.NOT_SENT, "proxy")
    assert "proxy" in failure.sentence


async def test_nobody_there_is_offline_and_nothing_was_sent() -> None:
    http = Http(HandClock(NOON))
    failure = await failure_of(http, "http://127.0.0.1:9/", is_send=True)
    await http.close()
    assert (failure.kind, failure.certainty) == (FailureKind.OFFLINE, Certainty.NOT_SENT)


@pytest.mark.parametrize(
    ("left", "reset"),
    [
        ("10", "30"),
        ("10", str(int((NOON + timedelta(seconds=30)).timestamp()))),
        ("10", "2026-06-13T12:00:30.000000Z"),
        ("10.0", "30.0"),
        ("10.0 of 100 and 90 used", "30"),
    ],
    ids=["span", "moment", "date", "parts", "used"],
)
async def test_the_last_of_a_budget_is_kept_for_sends(rude: int, left: str, reset: str) -> None:
    clock = HandClock(NOON)
    http = Http(clock)
    left, *used = left.split(" of 100 and ")
    rest = {"X-RateLimit-Used": "90"} if used else {"RateLimit-Limit": "100"}
    told = rest | {"RateLimit-Remaining": left, "RateLimit-Reset": reset}
    Rude.answers = {"/read": (200, told), "/send": (200, told)}
    url = f"http://127.0.0.1:{rude}"
    await http.ask("GET", f"{url}/read")

    failure = await failure_of(http, f"{url}/read")
    assert failure.kind is FailureKind.RATE_LIMITED
    assert failure.retry_at == NOON + timedelta(seconds=30)
    await http.ask("POST", f"{url}/send", is_send=True)
    assert Rude.asked == ["/read", "/send"]

    clock.move(timedelta(seconds=31))
    await http.ask("GET", f"{url}/read")
    await http.close()


async def test_no_request_searches_the_disk_for_a_module(rude: int, monkeypatch: pytest.MonkeyPatch) -> None:
    http = Http(HandClock(NOON))
    Rude.answers = {}
    await http.ask("GET", f"http://127.0.0.1:{rude}/")
    looked_for: list[str] = []

    class Spy:
        @staticmethod
        def find_spec(name: str, *_: object) -> None:
            looked_for.append(name)

    monkeypatch.setattr(sys, "meta_path", [Spy, *sys.meta_path])
    await http.ask("GET", f"http://127.0.0.1:{rude}/")
    assert looked_for == []
    await http.close()


async def test_too_many_requests_close_the_host_for_as_long_as_it_says(rude: int) -> None:
    clock = HandClock(NOON)
    http = Http(clock)
    Rude.answers["/"] = (429, {"Retry-After": "60"})
    url = f"http://127.0.0.1:{rude}/"
    assert (await http.ask("GET", url)).status == 429
    failure = await failure_of(http, url, is_send=True)
    assert (failure.kind, failure.certainty) == (FailureKind.RATE_LIMITED, Certainty.NOT_SENT)
    assert failure.retry_at == NOON + timedelta(minutes=1)
    Rude.answers = {}
    clock.move(timedelta(seconds=61))
    assert (await http.ask("GET", url)).status == 200
    await http.close()


@pytest.mark.parametrize(
    "told",
    [
        {"Retry-After": "Mon, 01 Jan 2026 00:00:00 +9999999999999999"},
        {"Retry-After": "Mon, 99999999999999999999 Jan 2026 00:00:00 GMT"},
        {"Date": "Mon, 99999999999999999999 Jan 2026 00:00:00 GMT"},
    ],
)
async def test_moments_that_no_calendar_holds_are_taken_for_none(rude: int, told: dict[str, str]) -> None:
    clock = HandClock(NOON)
    http = Http(clock)
    Rude.answers["/"] = (429, told)
    answer = await http.ask("GET", f"http://127.0.0.1:{rude}/")
    assert answer.status == 429
    assert http.retry_at(answer) == NOON + timedelta(minutes=1)
    await http.close()


async def test_a_pause_of_more_digits_than_are_read_as_a_number_is_a_day(rude: int) -> None:
    http = Http(HandClock(NOON))
    Rude.answers["/"] = (429, {"Retry-After": "9" * 5000})
    answer = await http.ask("GET", f"http://127.0.0.1:{rude}/")
    assert http.retry_at(answer) == NOON + timedelta(days=1)
    await http.close()


async def test_a_pause_of_one_account_lets_the_others_through(rude: int) -> None:
    clock = HandClock(NOON)
    http = Http(clock)
    url = f"http://127.0.0.1:{rude}/"
    Rude.answers["/"] = (429, {"Retry-After": "60"})
    await http.ask("GET", url, scope="alma")
    Rude.answers = {}
    assert (await failure_of(http, url, scope="alma")).retry_at == NOON + timedelta(minutes=1)
    assert (await http.ask("GET", url, scope="bruno")).status == 200

    http.pause(url, NOON + timedelta(seconds=90), "bruno")
    http.pause(url, NOON + timedelta(seconds=5), "bruno")
    clock.move(timedelta(seconds=61))
    assert (await failure_of(http, url, scope="bruno")).retry_at == NOON + timedelta(seconds=90), (
        "the longer one counts"
    )
    assert (await http.ask("GET", url, scope="alma")).status == 200

    Rude.answers["/"] = (429, {})
    await http.ask("GET", url, scope="carla")
    http.pause(url, clock.now() + timedelta(seconds=7), "carla")
    assert (await failure_of(http, url, scope="carla")).retry_at == clock.now() + timedelta(seconds=7), (
        "what the body says counts where the headers say nothing"
    )
    await http.close()


async def test_a_path_that_holds_a_secret_is_written_nowhere(rude: int, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    http = Http(HandClock(NOON))
    url = f"http://127.0.0.1:{rude}/botS3CRET/getMe"
    await http.ask("GET", url, shown="/bot…/getMe")
    async with http.lines(url, shown="/bot…/getMe") as lines:
        assert [one async for one in lines] == []
    for address in ("ftp://127.0.0.1/botS3CRET/getMe", "http://elsewhere.example/botS3CRET/getMe"):
        assert "S3CRET" not in (await failure_of(http, address)).sentence
    await http.close()
    # What libraries log goes nowhere: only this project's own loggers have a file (support/logs.py).
    told = [one.getMessage() for one in caplog.records if one.name.startswith("socialdesk")]
    assert any("/bot…/getMe" in one for one in told)
    assert not any("S3CRET" in one for one in told)


class Telling(StandIn):
    """Sends events as they come."""

    parts: tuple[bytes, ...] = ()

    @route("GET", "/told")
    def told(self, asked: Asked) -> Said:
        async def come() -> AsyncIterator[bytes]:
            for part in self.parts:
                yield part

        return Said(200, stream=come())


async def test_lines_come_as_they_are_sent_whatever_they_are_cut_into() -> None:
    telling = Telling()
    telling.tokens["t0k3n"] = {"read"}
    telling.parts = (b"event: up", b"date\r\ndata: caf\xc3", b"\xa9\n\n:th", b"ump")
    async with telling.serving() as address:
        http = Http(HandClock(NOON))
        async with http.lines(f"{address}/told", headers={"authorization": "Bearer t0k3n"}) as lines:
            assert [one async for one in lines] == ["event: update", "data: café", ""]
        telling.parts = (b"x" * 600_000,) * 3
        with pytest.raises(ConnectorError, match="a line without end"):
            async with http.lines(f"{address}/told", headers={"authorization": "Bearer t0k3n"}) as lines:
                assert [one async for one in lines] == []
        with pytest.raises(ConnectorError) as told:
            async with http.lines(f"{address}/told"):
                pass
        assert told.value.failure.code == "refused_stream:401"
        await http.close()


class Slow(StandIn):
    """Gives what it has, at its own pace."""

    @route("GET", "/it", scope=None)
    def it(self, asked: Asked) -> Said:
        return Said(200, "a word of some length")

    @route("POST", "/it", scope=None)
    def say(self, asked: Asked) -> Said:
        return Said(201, "a word of some length")


async def test_an_answer_that_comes_a_byte_now_and_then_is_not_waited_for_without_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    slow = Slow()
    async with slow.serving() as address:
        http = Http(HandClock(NOON))
        slow.faults.always(faults.drip(0.05))
        with monkeypatch.context() as hurried:
            # Less as a whole than for each wait: what is too slow is the answer, and never the connecting.
            hurried.setattr("socialdesk.connectors.kit.http._WHOLE", 0.3)
            failure = await failure_of(http, f"{address}/it", timeout_s=1)
            assert (failure.kind, failure.certainty) == (FailureKind.TRANSIENT, Certainty.NOT_SENT)
            with pytest.raises(ConnectorError) as told:
                await http.ask("POST", f"{address}/it", is_send=True, timeout_s=1)
            assert told.value.failure.certainty is Certainty.UNKNOWN
        slow.faults.clear()
        assert (await http.ask("GET", f"{address}/it")).body == b"a word of some length"
        await http.close()


async def test_requests_that_wait_for_something_to_happen_hold_up_no_others() -> None:
    slow = Slow()
    async with slow.serving() as address:
        http = Http(HandClock(NOON))
        slow.faults.always(faults.silence(), method="GET")
        waiting = [
            asyncio.ensure_future(http.ask("GET", f"{address}/it", timeout_s=NEVER_S, is_wait=True)) for _ in range(8)
        ]
        await asyncio.sleep(0)
        async with asyncio.timeout(NEVER_S):
            assert (await http.ask("POST", f"{address}/it")).status == 201
        for one in waiting:
            one.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)
        await http.close()


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b'{"a": 1}', {"a": 1}),
        (b"{}", {}),
        (b"[1]", None),
        (b"", None),
        (b"<html>", None),
        (b"[" * 100_000, None),
        (b"\xff\xfe", None),
    ],
)
def test_what_is_no_json_object_is_none(body: bytes, said: object) -> None:
    assert Answer(200, {}, body).object() == said


@pytest.mark.parametrize(
    ("headers", "wait"),
    [
        ({"retry-after": "5"}, timedelta(seconds=5)),
        ({"retry-after": "99999999999999999999999"}, timedelta(days=1)),
        ({"retry-after": "²"}, timedelta(minutes=1)),
        ({"retry-after": "Sat, 13 Jun 2026 12:00:30 GMT"}, timedelta(seconds=30)),
        ({"retry-after": "Sat, 13 Jun 2026 12:00:30"}, timedelta(seconds=30)),
        ({"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"}, timedelta(minutes=1)),
        ({"retry-after": "Wed, 21 Oct 2999 07:28:00 GMT"}, timedelta(days=1)),
        ({"x-ratelimit-reset": "12.5"}, timedelta(seconds=12)),
        ({"x-ratelimit-reset": "999999999999"}, timedelta(days=1)),
        ({"x-ratelimit-reset": "99999999999"}, timedelta(days=1)),
        ({"x-ratelimit-reset": "1000000001"}, timedelta(minutes=1)),
        ({"ratelimit-reset": "2999-01-01T00:00:00Z"}, timedelta(days=1)),
        ({"ratelimit-reset": "soon"}, timedelta(minutes=1)),
    ],
)
def test_whatever_a_server_says_of_a_pause_it_is_a_moment_within_a_day(
    headers: dict[str, str], wait: timedelta
) -> None:
    http = Http(HandClock(NOON))
    answer = Answer(429, headers | {"x-ratelimit-limit": "300", "x-ratelimit-remaining": "0"}, b"")
    assert http.retry_at(answer) == NOON + wait
    with metering() as meter:
        http._limits.note("host", "", answer.status, answer.headers)
    assert meter.asked == {("host", ""): 1}
    assert all(left.until <= NOON + timedelta(days=1) for left in meter.left.values())
