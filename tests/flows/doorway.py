"""A TCP doorway in front of a real server: shut it and the server is gone, open it and it is back where it was.

It forwards bytes and understands none of them. It can also let a request in and cut the line before the answer comes
out, which is what a lost connection looks like to whoever asked.
"""

from __future__ import annotations

import contextlib
import socket
import threading
from urllib.parse import urlsplit


class Doorway:
    """Listens on a port of its own on this machine and forwards to `target`, an address like http://localhost:1234."""

    def __init__(self, target: str) -> None:
        parts = urlsplit(target)
        assert parts.hostname
        assert parts.port
        self._target = (parts.hostname, parts.port)
        self._listener: socket.socket | None = None
        self._lines: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._swallow: bytes | None = None
        self.swallowed = threading.Event()
        self._port = 0
        self.open()

    @property
    def url(self) -> str:
        """Where to knock."""
        return f"http://localhost:{self._port}"

    def open(self) -> None:
        """Let everybody in, on the same port as before."""
        listener = socket.create_server(("127.0.0.1", self._port))
        self._port = listener.getsockname()[1]
        self._listener = listener
        threading.Thread(target=self._welcome, args=(listener,), daemon=True).start()

    def shut(self) -> None:
        """Refuse everybody and cut every line."""
        if self._listener:
            with contextlib.suppress(OSError):
                self._listener.shutdown(socket.SHUT_RDWR)
            self._listener.close()
            self._listener = None
        with self._lock:
            lines = list(self._lines)
        for line in lines:
            self._cut(line)

    def lose_answer_to(self, words: str) -> None:
        """Let the next request that holds `words` reach the server, then cut the line instead of passing the answer."""
        self.swallowed.clear()
        self._swallow = words.encode()

    def _welcome(self, listener: socket.socket) -> None:
        while True:
            try:
                guest, _ = listener.accept()
                host = socket.create_connection(self._target)
            except OSError:
                return
            with self._lock:
                self._lines |= {guest, host}
            mute = threading.Event()
            threading.Thread(target=self._carry, args=(guest, host, mute, True), daemon=True).start()
            threading.Thread(target=self._carry, args=(host, guest, mute, False), daemon=True).start()

    def _carry(self, source: socket.socket, sink: socket.socket, mute: threading.Event, inward: bool) -> None:
        try:
            while data := source.recv(65536):
                if inward and self._swallow is not None and self._swallow in data:
                    self._swallow = None
                    mute.set()
                if not inward and mute.is_set():
                    self.swallowed.set()
                    break
                sink.sendall(data)
        except OSError:
            pass
        finally:
            for line in (source, sink):
                self._cut(line)

    def _cut(self, line: socket.socket) -> None:
        with self._lock:
            self._lines.discard(line)
        with contextlib.suppress(OSError):
            line.shutdown(socket.SHUT_RDWR)
        line.close()
