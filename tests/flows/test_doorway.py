from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator

import httpx
import pytest

from tests.flows.doorway import Doorway
from tests.patience import NEVER_S


class Counting(http.server.BaseHTTPRequestHandler):
    asked = 0

    def do_POST(self) -> None:
        type(self).asked += 1
        self.rfile.read(int(self.headers["content-length"]))
        self.send_response(200)
        self.send_header("content-length", "2")
        self.end_headers()
        self.wfile.write(b"ok")

    def log_message(self, *args: object) -> None:
        return


@pytest.fixture
def doorway() -> Iterator[Doorway]:
    Counting.asked = 0
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Counting)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    door = Doorway(f"http://localhost:{server.server_address[1]}")
    yield door
    door.shut()
    server.shutdown()
    server.server_close()


def ask(door: Doorway, text: str) -> str:
    return httpx.post(door.url, content=text, trust_env=False, timeout=NEVER_S).text


def test_a_shut_doorway_refuses_and_an_open_one_lets_through_again(doorway: Doorway) -> None:
    assert ask(doorway, "one") == "ok"
    doorway.shut()
    with pytest.raises(httpx.ConnectError):
        ask(doorway, "two")
    doorway.open()

    assert ask(doorway, "three") == "ok"
    assert Counting.asked == 2


def test_a_lost_answer_was_heard_by_the_server(doorway: Doorway) -> None:
    doorway.lose_answer_to("precious")
    with pytest.raises(httpx.TransportError):
        ask(doorway, "a precious request")

    assert doorway.swallowed.wait(NEVER_S)
    assert Counting.asked == 1
    assert ask(doorway, "a precious request") == "ok"
