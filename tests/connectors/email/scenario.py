"""What the examination of the mail connector needs: a mailbox on a real Dovecot, and a submission server of ours.

Dovecot is started once for the whole run. The submission server is one of ours, so that a line can be made to break
after the last dot; what it takes leaves for nowhere, is counted, and filed in Sent.
"""

from __future__ import annotations

import asyncio
import imaplib
import os
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from socialdesk.connectors.email import letters, mapping
from socialdesk.connectors.email.mailbox import arrived_at
from socialdesk.connectors.kit.contract import Action, RemoveMessage
from socialdesk.connectors.suite.scenario import Changes, Evidence, Scenario
from socialdesk.support.clock import SystemClock
from tests.peers import fixtures

OLD = timedelta(days=20)
PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="


class EmailScenario(Scenario):
    """People write to a shop. A mail is never changed; it can be thrown away."""

    evidence = Evidence.REAL_SERVER
    speaks_http = False
    has_edits = False
    has_server_clock = True
    browser_elsewhere = (
        "Its ways through the browser lead to Google and Microsoft: tests/connectors/email/test_browser.py."
    )

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.clock = SystemClock()
        os.environ.setdefault(fixtures.OWNER, str(os.getpid()))
        self.server = fixtures.started_mail_server()
        self.address, self.password = self.server.new_mailbox("brand")
        other, password = self.server.new_mailbox("other")
        self.secrets = (self.password, password)
        self.port = 0
        self.spoiled = ""
        self.sent: list[bytes] = []
        self.lines: set[asyncio.StreamWriter] = set()
        """Those to the mailbox, which lead through here so that they can break."""
        self._people = {self.address: self.password, other: password}
        self.typed = {
            "address": self.address,
            "password": self.password,
            "imap": self.server.imaps,
            "smtp": "127.0.0.1",
        }
        self.wrong = {**self.typed, "password": "wrong"}
        self.other = {**self.typed, "address": other, "password": password}
        self._program: imaplib.IMAP4_SSL | None = None
        now = datetime.now(UTC)
        for number in range(41):
            self._put(f"Question {number}", "Is it there?", now - OLD + timedelta(hours=number))
        self.recent = self._put("Order", "Where is it?", now - timedelta(hours=3))
        self._put("Kettle", "It is broken.", now - timedelta(hours=2), picture=True)
        others = f"To: Bob <bob@example.org>, {self.address}\r\nCc: Cleo <cleo@example.org>, ann@example.org"
        self._put("Stall", "Who brings what?", now - timedelta(hours=4), to=others)
        self._let_go()

    @property
    def program(self) -> imaplib.IMAP4_SSL:
        """Another mail program on the same mailbox."""
        if self._program is None:
            host, _, port = self.server.imaps.partition(":")
            self._program = imaplib.IMAP4_SSL(host, int(port), ssl_context=self.server.trust())
            self._program.login(self.address, self.password)
        return self._program

    def _let_go(self) -> None:
        if self._program is not None:
            self._program.shutdown()
            self._program = None

    def _put(self, subject: str, text: str, at: datetime, *, picture: bool = False, to: str = "") -> str:
        head = f"From: Ann <ann@example.org>\r\n{to or f'To: {self.address}'}\r\nSubject: {subject}\r\n"
        head += f"Message-ID: <{subject.replace(' ', '.').lower()}@example.org>\r\n"
        head += f"Date: {at:%a, %d %b %Y %H:%M:%S} +0000\r\n"
        body = f"\r\n{text}\r\n"
        if picture:
            body = (
                "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
                f"Content-Type: text/plain\r\n\r\n{text}\r\n--b\r\n"
                f"Content-Type: image/png; name=k.png\r\nContent-Transfer-Encoding: base64\r\n\r\n{PNG}\r\n--b--\r\n"
            )
        data = (head + body).encode()
        self.program.append("INBOX", "", imaplib.Time2Internaldate(at), data)
        return mapping.remote_id(letters.read(data), at)

    def _mails(self, folder: str) -> dict[str, str]:
        if not int(self.program.select(folder, readonly=True)[1][0] or 0):
            return {}
        told: list[Any] = self.program.fetch("1:*", "(INTERNALDATE BODY.PEEK[])")[1]
        found: dict[str, str] = {}
        for one in told:
            if isinstance(one, tuple):
                letter = letters.read(one[1])
                name = mapping.remote_id(letter, arrived_at({}, datetime.now(UTC)))
                found[name] = mapping.words(letter)
        return found

    def truth(self) -> Mapping[str, str]:
        return self._mails("INBOX") | self._mails("Sent")

    async def happen(self) -> Changes:
        now = datetime.now(UTC)
        said = self._put("Teapot", "Do you sell it?", now - timedelta(seconds=5))
        late = self._put("On a train", "Written long before it came.", now - timedelta(minutes=90))
        self.program.select("INBOX")
        (number,) = self.program.search(None, f'HEADER Message-ID "<{mapping.message_id_of(self.recent)}>"')[1][
            0
        ].split()
        self.program.store(number.decode(), "+FLAGS", r"(\Deleted)")
        self.program.expunge()
        return Changes((said,), (), (self.recent,), (late,))

    def count(self, text: str) -> int:
        return sum(1 for one in self.sent if letters.read(one).text.strip() == text.strip())

    def left(self) -> bytes:
        return b"".join(self.sent)

    def break_lines(self) -> bool:
        for writer in self.lines:
            writer.transport.abort()
        return bool(self.lines)

    def shows(self, action: Action) -> bool | None:
        match action:
            case RemoveMessage(message_remote_id=message):
                return message not in self._mails("INBOX")
            case _:
                return None

    def revoke(self) -> bool:
        self._people.pop(self.address)
        self.server.deny(self.address)
        self._let_go()
        return True

    def spoil_line(self, *, acted: bool) -> bool:
        self.spoiled = "after" if acted else "before"
        return True

    @asynccontextmanager
    async def serving(self) -> AsyncGenerator[Mapping[str, str]]:
        tasks: set[asyncio.Task[Any]] = set()

        async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            task = asyncio.current_task()
            assert task is not None
            tasks.add(task)
            try:
                await self._submission(reader, writer)
            except (OSError, EOFError, asyncio.CancelledError):
                pass
            finally:
                writer.close()

        async def mailbox(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            task = asyncio.current_task()
            assert task is not None
            tasks.add(task)
            host, _, port = self.server.imaps.partition(":")
            there = await asyncio.open_connection(host, int(port))
            self.lines |= {writer, there[1]}
            try:
                async with asyncio.TaskGroup() as both:
                    both.create_task(_forward(reader, there[1]))
                    both.create_task(_forward(there[0], writer))
            except* (OSError, asyncio.CancelledError):
                pass
            finally:
                self.lines -= {writer, there[1]}
                there[1].close()
                writer.close()

        before = await asyncio.start_server(mailbox, "127.0.0.1", 0)
        server = await asyncio.start_server(serve, "127.0.0.1", 0, limit=8 * 1024 * 1024)
        self.port = server.sockets[0].getsockname()[1]
        host = self.server.imaps.partition(":")[0]
        smtp = {"smtp": f"127.0.0.1:{self.port}", "imap": f"{host}:{before.sockets[0].getsockname()[1]}"}
        self.typed, self.wrong, self.other = ({**one, **smtp} for one in (self.typed, self.wrong, self.other))
        try:
            yield {}
        finally:
            server.close()
            before.close()
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            self._let_go()
            await asyncio.sleep(0)

    def _take(self, data: bytes) -> None:
        """Send it to nowhere, and file it as Gmail and others do."""
        self.sent.append(data)
        self.program.append("Sent", r"(\Seen)", imaplib.Time2Internaldate(datetime.now(UTC)), data)

    async def _submission(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        from base64 import b64decode

        writer.write(b"220 hello\r\n")
        while line := await reader.readline():
            words = line.split()
            match words[0].upper() if words else b"":
                case b"EHLO":
                    writer.write(b"250-hello\r\n250 AUTH PLAIN\r\n")
                case b"AUTH":
                    _, user, password = b64decode(words[2]).decode().split("\0")
                    writer.write(b"235 yes\r\n" if self._people.get(user) == password else b"535 5.7.8 no\r\n")
                case b"DATA":
                    writer.write(b"354 go on\r\n")
                    data = await reader.readuntil(b"\r\n.\r\n")
                    spoiled, self.spoiled = self.spoiled, ""
                    if spoiled != "before":
                        self._take(data[:-3].replace(b"\r\n..", b"\r\n."))
                    if spoiled:
                        writer.transport.abort()
                        return
                    writer.write(b"250 taken\r\n")
                case b"QUIT":
                    writer.write(b"221 bye\r\n")
                    return
                case b"MAIL" | b"RCPT":
                    writer.write(b"250 yes\r\n")
                case _:
                    writer.write(b"500 what\r\n")


async def _forward(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Carry what is said on; when one side is over, so is the other."""
    try:
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
    finally:
        writer.close()
