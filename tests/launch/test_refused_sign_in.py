"""A sign-in on the command line that is refused says what to check, and keeps nothing."""

from __future__ import annotations

import http.server
import io
import socket
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.launch.terminal import Terminal


class Web(http.server.BaseHTTPRequestHandler):
    """Stands in for whatever answers at an address: says the same to everything."""

    status, body, kind = 200, b"<html>Welcome</html>", "text/html"
    door: bytes | None = None
    """What it says of itself as a server, where that is something else."""

    def _say(self) -> None:
        self.rfile.read(int(self.headers.get("content-length", 0)))
        at_the_door = self.door is not None and "describeServer" in self.path
        body = self.door if at_the_door and self.door is not None else self.body
        self.send_response(200 if at_the_door else self.status)
        self.send_header("content-type", self.kind)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self) -> None:
        self._say()

    def do_POST(self) -> None:
        self._say()

    def log_message(self, *args: object) -> None:
        return


@pytest.fixture
def web() -> Iterator[str]:
    Web.status, Web.body, Web.kind, Web.door = 200, b"<html>Welcome</html>", "text/html", None
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Web)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def signing_in(terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Try to connect Bluesky at an address."""
    file = tmp_path / "passphrase"
    file.write_text("correct horse\n")

    def sign_in(server: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.StringIO("abcd-efgh-ijkl-mnop\n"))
        words = ["channel", "add", "bluesky", "--server", server, "--identifier", "brand.example", "--password-stdin"]
        done = terminal.run(*words, "--passphrase-file", str(file))
        assert "abcd-efgh" not in done[1] + done[2]
        assert terminal.do("channel", "list", "--passphrase-file", str(file)) == ""
        return done

    return sign_in


def test_a_server_that_does_not_answer_is_status_3(signing_in: Any) -> None:
    with socket.socket() as held:  # nobody listens there, and no server of another test can take the number meanwhile
        held.bind(("127.0.0.1", 0))
        status, out, err = signing_in(f"http://127.0.0.1:{held.getsockname()[1]}")

    assert (status, out) == (3, "")
    assert "cannot be reached. Check the network" in err


def test_a_server_nobody_knows_is_status_3(signing_in: Any) -> None:
    status, _, err = signing_in("https://nowhere.invalid")
    assert status == 3
    assert "nowhere.invalid cannot be reached" in err


def test_a_server_that_is_not_bluesky_is_refused_with_what_to_check(signing_in: Any, web: str) -> None:
    status, _, err = signing_in(web)
    assert status == 1
    assert "not a Bluesky server. Check the address" in err
    assert "Server: " in err, "the field it is about is named"


def test_a_wrong_password_is_refused_with_what_to_use(signing_in: Any, web: str) -> None:
    Web.status, Web.kind = 401, "application/json"
    Web.door = b'{"did": "did:web:localhost", "availableUserDomains": []}'
    Web.body = b'{"error": "AuthenticationRequired", "message": "Invalid identifier or password"}'
    status, _, err = signing_in(web)
    assert status == 1
    assert "use an app password" in err
    assert "App password: " in err


def test_a_rate_limit_at_the_door_is_refused_with_what_happens(signing_in: Any, web: str) -> None:
    Web.status, Web.kind = 429, "application/json"
    Web.body = b'{"error": "RateLimitExceeded", "message": "Rate Limit Exceeded"}'
    status, _, err = signing_in(web)
    assert status == 1
    assert "later" in err


def test_an_address_in_clear_gets_no_password(signing_in: Any) -> None:
    status, _, err = signing_in("http://bsky.example")
    assert status == 1
    assert "never sent in clear" in err
