"""Lines that break at any point, and servers that say what no server should: how sure it is that nothing was sent."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from socialdesk.connectors.email import failures, imap, lines, smtp
from socialdesk.connectors.email.keys import Password
from socialdesk.connectors.email.lines import Place, Tls, Trust
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.model.failure import Certainty, FailureKind
from socialdesk.support.clock import HandClock
from tests.connectors.email.conftest import Box, all_of, letter, serving

pytestmark = pytest.mark.anyio
NOON = datetime(2026, 6, 13, 12, tzinfo=UTC)
STEPS = ("greeting", "EHLO", "AUTH", "MAIL", "RCPT", "DATA", "dot")
DATA = b"Subject: x\r\n\r\n.dots\r\n..\r\n"


class Server:
    """A submission server that ends, or says something, at one step; `got` is what it took for a mail."""

    def __init__(self, at: str = "", says: bytes | None = None, *, tells_size: bool = False) -> None:
        self.at, self.says = at, says
        self.got: list[bytes] = []
        self.size = b"250-SIZE 10\r\n" if tells_size else b""

    async def __call__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        def said(step: str, words: bytes) -> bool:
            if step == self.at and self.says is None:
                writer.transport.abort()
                return False
            writer.write(self.says if step == self.at and self.says is not None else words)
            return True

        if not said("greeting", b"220 hello\r\n"):
            return
        while line := await reader.readline():
            step = line.split()[0].decode().upper()
            words = {
                "EHLO": b"250-hello\r\n" + self.size + b"250 AUTH PLAIN\r\n",
                "AUTH": b"235 yes\r\n",
                "DATA": b"354 go on\r\n",
                "QUIT": b"221 bye\r\n",
            }.get(step, b"250 yes\r\n")
            if not said(step, words):
                return
            if step == "DATA" and self.at != "DATA":
                self.got.append(await reader.readuntil(b"\r\n.\r\n"))
                if not said("dot", b"250 taken\r\n"):
                    return


async def send(server: Server, to: str = "ann@example.org") -> None:
    async with serving(server) as port:
        line = await smtp.opened(
            Place("127.0.0.1", port, Tls.NONE),
            Trust(),
            HandClock(NOON),
            "brand@example.org",
            Password("secret"),
            is_first=True,
        )
        try:
            await line.send("brand@example.org", [to], DATA)
        finally:
            await line.quit()


async def test_a_mail_goes_over_the_line_as_it_is() -> None:
    server = Server()
    await send(server)
    assert server.got == [b"Subject: x\r\n\r\n..dots\r\n...\r\n.\r\n"]


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("says", [None, b"<html>\r\n", b"421 4.3.2 shutting down\r\n", b"999 what\r\n"])
async def test_until_the_last_dot_nothing_was_sent(step: str, says: bytes | None) -> None:
    with pytest.raises(ConnectorError) as error:
        await send(Server(step, says))
    failure = error.value.failure
    is_open = step == "dot" and (says is None or says[:3] not in {b"421", b"999"})
    assert failure.certainty is (Certainty.UNKNOWN if is_open else Certainty.NOT_SENT)
    assert "secret" not in str(error.value) + failure.sentence


@pytest.mark.parametrize(
    ("stage", "code", "text", "kind"),
    [
        ("AUTH", 535, "5.7.8 no", FailureKind.AUTH_EXPIRED),
        ("AUTH", 534, "5.7.9 Application-specific password required", FailureKind.AUTH_EXPIRED),
        ("AUTH", 454, "4.7.0 busy", FailureKind.TRANSIENT),
        ("MAIL", 530, "5.7.0 sign in first", FailureKind.AUTH_EXPIRED),
        ("MAIL", 552, "5.3.4 too large", FailureKind.INVALID),
        ("MAIL", 452, "4.5.3 too many", FailureKind.RATE_LIMITED),
        ("MAIL", 550, "5.7.60 may not send as", FailureKind.PERMISSION_DENIED),
        ("RCPT", 550, "no such user", FailureKind.NOT_FOUND),
        ("RCPT", 451, "4.7.1 greylisted", FailureKind.RATE_LIMITED),
        ("RCPT", 552, "5.2.2 over quota", FailureKind.INVALID),
        ("DATA", 550, "5.1.1 no such user", FailureKind.NOT_FOUND),
        ("DATA", 550, "5.4.5 Daily user sending quota exceeded", FailureKind.RATE_LIMITED),
        ("DATA", 554, "spam", FailureKind.PERMISSION_DENIED),
        ("DATA", 451, "try later", FailureKind.TRANSIENT),
    ],
)
def test_what_a_server_refuses_with_is_told_apart(stage: str, code: int, text: str, kind: FailureKind) -> None:
    failure = failures.smtp_refused(code, text, stage, NOON, is_first=True).failure
    assert (failure.kind, failure.certainty) == (kind, Certainty.NOT_SENT)
    assert (failure.retry_at is not None) == (kind is FailureKind.RATE_LIMITED)


@pytest.mark.parametrize(
    ("code", "text", "is_login", "kind"),
    [
        ("AUTHENTICATIONFAILED", "no", True, FailureKind.AUTH_EXPIRED),
        ("ALERT", "Application-specific password required", True, FailureKind.AUTH_EXPIRED),
        ("UNAVAILABLE", "down", True, FailureKind.TRANSIENT),
        ("", "Too many simultaneous connections", True, FailureKind.RATE_LIMITED),
        ("LIMIT", "later", False, FailureKind.RATE_LIMITED),
        ("OVERQUOTA", "full", False, FailureKind.INVALID),
        ("NOPERM", "no", False, FailureKind.PERMISSION_DENIED),
        ("TRYCREATE", "no folder", False, FailureKind.NOT_FOUND),
        ("", "something", False, FailureKind.TRANSIENT),
    ],
)
def test_what_a_mailbox_refuses_with_is_told_apart(code: str, text: str, is_login: bool, kind: FailureKind) -> None:
    assert failures.imap_refused(code, text, is_login=is_login).failure.kind is kind


async def test_too_much_and_letters_the_server_does_not_know_are_refused_before_they_are_sent() -> None:
    for server, to, code in ((Server(tells_size=True), "ann@x", "SIZE"), (Server(), "jürgen@x", "SMTPUTF8")):
        with pytest.raises(ConnectorError) as error:
            await send(server, to)
        assert (error.value.failure.code, error.value.failure.certainty, server.got) == (code, Certainty.NOT_SENT, [])


@pytest.mark.parametrize(
    "says",
    [
        b"\r\n",
        b"* OK hello\r\n* BYE gone\r\n",
        b"* BYE too many\r\n",
        b"HTTP/1.1 400 Bad Request\r\n\r\n",
        b"* OK hello\r\n* 1 FETCH (\r\n",
        b"* OK hello\r\n* 1 FETCH {99999999999}\r\n",
        b"* OK hello\r\n* 1 FETCH {100000000}\r\n",
        b"\xff\xfe\r\n",
        b"* OK hello\r\nS1 OK\r\n",
    ],
)
async def test_what_is_no_mail_server_is_told_and_costs_nothing(says: bytes) -> None:
    async def odd(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(says)
        await writer.drain()
        await reader.readline()

    async with serving(odd) as port:
        with pytest.raises(ConnectorError) as error:
            await imap.opened(Place("127.0.0.1", port, Tls.NONE), Trust(), "ann", Password("secret"))
    assert error.value.failure.certainty is Certainty.NOT_SENT
    assert error.value.failure.sentence.endswith(".")


async def test_a_server_that_says_nothing_is_not_waited_for_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readline()

    monkeypatch.setattr(imap, "CONNECT_S", 0.01)
    async with serving(silent) as port:
        with pytest.raises(ConnectorError) as error:
            await imap.opened(Place("127.0.0.1", port, Tls.NONE), Trust(), "ann", Password("secret"))
    assert error.value.failure.code == "timeout"
    assert lines.ANSWER_S == 60


@pytest.mark.peer_mail
async def test_a_page_is_whole_or_not_at_all_wherever_the_line_breaks(box: Box) -> None:
    """A line that ends after every so many bytes of what the server says; then it is read as if nothing had been."""
    for number in range(3):
        box.put(letter(id_=f"{number}@x", text=f"Text {number}"))
    session = await box.session()
    whole, _ = await all_of(session)
    opened = await session._open()
    host, _, real = box.server.imap.partition(":")
    left = [0]

    async def cut(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, further = await asyncio.open_connection(host, int(real))
        count = left[0]

        async def back() -> None:
            nonlocal count
            while data := await there.read(4_096):
                writer.write(data[:count])
                count -= len(data)
                if count <= 0:
                    break
            await writer.drain()
            writer.close()
            further.transport.abort()

        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(back())
                while data := await reader.read(65_536):
                    further.write(data)
                further.transport.abort()
        finally:
            further.transport.abort()

    async with serving(cut) as port:
        near = replace(opened[0], imap=Place("127.0.0.1", port, Tls.NONE))
        session._trust = Trust()
        keeper: Any = session._keeper
        keeper.store(near.credentials())
        outcomes: set[str] = set()
        for most in (10, 60, 300, 600, 900, 1_100, 1_300, 1_500, 1_700, 1_900, 2_100, 2_300, 50_000):
            left[0] = most
            try:
                page = await session.pull("inbox", None, NOON)
            except ConnectorError as error:
                outcomes.add(error.failure.kind.value)
            else:
                outcomes.add("whole")
                assert [one for one in page.events if one not in whole] == []
                assert len(page.events) == len(whole)
            await session.close()
    assert {"whole", "Transient"} <= outcomes <= {"whole", "Transient", "Offline"}
