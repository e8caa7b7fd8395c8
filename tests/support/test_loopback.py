"""One return is heard, the right one; whatever else comes to the address hears nothing and stops nothing."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Iterator
from queue import Empty, Queue

import pytest

from socialdesk.support.loopback import Loopback, pasted, query_of
from tests.patience import NEVER_S

DONE, FOREIGN = "Done <3", "Not this sign-in."
Heard = Queue[dict[str, str]]


@pytest.fixture
def heard() -> Heard:
    return Queue()


@pytest.fixture
def loopback(heard: Heard) -> Iterator[Loopback]:
    made = Loopback(heard.put, DONE, FOREIGN)
    yield made
    made.close()
    made.join()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", made.port), NEVER_S)


def said(loopback: Loopback, target: str, *, method: str = "GET", host: str = "", raw: bytes | None = None) -> str:
    """What a browser is told that asks for something."""
    with socket.create_connection(("127.0.0.1", loopback.port), NEVER_S) as line:
        host = host or f"127.0.0.1:{loopback.port}"
        line.sendall(raw or f"{method} {target} HTTP/1.1\r\nHost: {host}\r\nAccept: */*\r\n\r\n".encode())
        parts: list[bytes] = []
        while part := line.recv(65536):
            parts.append(part)
    return b"".join(parts).decode()


def test_the_return_with_the_right_state_is_heard_once_and_then_nobody_listens(
    loopback: Loopback, heard: Heard
) -> None:
    assert loopback.redirect == f"http://127.0.0.1:{loopback.port}/callback"
    early = said(loopback, "/callback?code=early&state=s1")
    loopback.expect("https://far.example/authorize?client_id=a&state=s1&scope=x")
    answers = [
        early,
        said(loopback, "/callback?code=c&state=other"),
        said(loopback, "/callback?code=c"),
        said(loopback, "/favicon.ico"),
        said(loopback, "/callback?code=c&state=s1", method="POST"),
        said(loopback, "/callback?code=c&state=s1", host=f"evil.example:{loopback.port}"),
    ]
    assert [one.split(" ")[1] for one in answers] == ["400", "400", "400", "404", "404", "400"]
    assert all(FOREIGN in one for one in answers)
    with pytest.raises(Empty):
        heard.get_nowait()

    # A connection that a browser opened and does not use holds nothing up.
    with socket.create_connection(("127.0.0.1", loopback.port), NEVER_S):
        page = said(loopback, "/callback?code=c%20d&state=s1&state=s2&scope=", host=f"localhost:{loopback.port}")
    assert page.startswith("HTTP/1.1 200 OK")
    assert "Done &lt;3" in page
    assert "c d" not in page
    assert "referrer-policy: no-referrer" in page
    assert heard.get(timeout=NEVER_S) == {"code": "c d", "state": "s1", "scope": ""}
    loopback.join()


def test_where_the_platform_tells_no_state_the_connector_judges_the_return(loopback: Loopback, heard: Heard) -> None:
    loopback.expect("https://far.example/authorize?request_uri=urn:x")
    assert said(loopback, "/callback").split(" ")[1] == "400"
    assert said(loopback, "/callback?error=access_denied&state=s").split(" ")[1] == "200"
    assert heard.get(timeout=NEVER_S) == {"error": "access_denied", "state": "s"}


def test_a_request_too_large_or_no_request_at_all_is_let_go(loopback: Loopback, heard: Heard) -> None:
    loopback.expect("https://far.example/?state=s")
    for raw in (b"GET /callback?state=s&code=" + b"x" * 40_000 + b" HTTP/1.1\r\n\r\n", b"\x16\x03\x01\r\n\r\n"):
        with contextlib.suppress(ConnectionError):
            assert "200 OK" not in said(loopback, "", raw=raw)
    assert heard.empty()
    assert "200 OK" in said(loopback, "/callback?state=s&code=c")


def test_a_port_that_is_taken_is_said_at_once(loopback: Loopback) -> None:
    with pytest.raises(OSError, match=r".+"):
        Loopback(lambda _: None, DONE, FOREIGN, loopback.port)


@pytest.mark.parametrize(
    ("address", "found"),
    [
        (" http://127.0.0.1:4711/callback?code=a%2Fb&state=s#_ \n", {"code": "a/b", "state": "s"}),
        ("https://example.com/done?error=access_denied", {"error": "access_denied"}),
        ("?code=1", {"code": "1"}),
        ("https://example.com/", {}),
        ("not an address", {}),
        ("http://[", {}),
        ("https://example.com/?" + "a=1&" * 100, {}),
    ],
)
def test_what_an_address_says_is_read_from_its_query(address: str, found: dict[str, str]) -> None:
    assert query_of(address) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (" Zq3-k_9x \n", {"code": "Zq3-k_9x"}),
        ("http://127.0.0.1:4711/callback?code=c&state=s", {"code": "c", "state": "s"}),
        ("https://example.com/done", {}),
        ("two words", {}),
        ("abc", {}),
        ("", {}),
    ],
)
def test_a_bare_code_may_be_pasted_as_well(text: str, found: dict[str, str]) -> None:
    assert pasted(text) == found
