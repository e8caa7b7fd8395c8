from __future__ import annotations

import asyncio
import imaplib
import itertools
import ssl
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from socialdesk.connectors.email.connector import EmailConnector
from socialdesk.connectors.email.lines import Trust
from socialdesk.connectors.email.session import EmailSession
from socialdesk.connectors.kit.contract import Action, Answer, Credentials, Intent, Page, SignedIn, Surroundings
from socialdesk.connectors.kit.http import Http
from socialdesk.connectors.kit.manifest import read_manifest
from socialdesk.model.event import MessageSeen
from socialdesk.model.identifiers import CommandId
from socialdesk.model.thread import Kind
from socialdesk.support.clock import SystemClock
from tests.peers.fixtures import MailServer

Handler = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
MANIFEST = read_manifest(Path("socialdesk/connectors/email/manifest.toml"))


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@dataclass
class Held:
    """Keeps credentials as the engine does."""

    credentials: Credentials

    def load(self) -> Credentials:
        return self.credentials

    def store(self, credentials: Credentials) -> None:
        self.credentials = credentials


@dataclass
class Box:
    """A mailbox of one test's own, the session on it, and another mail program that looks into it."""

    server: MailServer
    address: str
    password: str
    trust: Trust
    around: Surroundings
    sessions: list[EmailSession] = field(default_factory=list[EmailSession])
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))
    _other: imaplib.IMAP4_SSL | None = None

    async def sign_in(self, **typed: str) -> SignedIn:
        told = {
            "address": self.address,
            "password": self.password,
            "name": "Maison Léa",
            "imap": self.server.imaps,
            "smtp": self.server.smtps,
        } | typed
        signed_in = await EmailConnector(MANIFEST, self.trust).begin("mailbox", told, "", self.around)
        assert isinstance(signed_in, SignedIn)
        return signed_in

    async def session(self, history: timedelta = timedelta(days=30), **typed: str) -> EmailSession:
        signed_in = await self.sign_in(**typed)
        keeper = Held(signed_in.credentials)
        made = EmailConnector(MANIFEST, self.trust).open(signed_in.accounts[0], keeper, self.around, history)
        self.sessions.append(made)
        return made

    @property
    def other(self) -> imaplib.IMAP4_SSL:
        """Another program on the same mailbox."""
        if self._other is None:
            host, _, port = self.server.imaps.partition(":")
            context = ssl.create_default_context(cafile=str(self.server.certificate))
            self._other = imaplib.IMAP4_SSL(host, int(port), ssl_context=context)
            self._other.login(self.address, self.password)
        return self._other

    def put(self, mail: str | bytes, folder: str = "INBOX", at: datetime | None = None) -> None:
        """A mail that is there, as if it had come at a time."""
        data = mail if isinstance(mail, bytes) else mail.replace("\n", "\r\n").encode()
        when = imaplib.Time2Internaldate(at or datetime.now(UTC))
        assert self.other.append(folder, "", when, data)[0] == "OK"

    def in_folder(self, folder: str, what: str = "ALL") -> list[bytes]:
        """The mails in a folder, whole."""
        self.other.select(folder, readonly=True)
        numbers = self.other.search(None, what)[1][0].split()
        # The stubs of imaplib tell too little of what a fetch gives.
        return [self.other.fetch(one.decode(), "(BODY.PEEK[])")[1][0][1] for one in numbers]  # type: ignore[index]

    def answer(self, parent: MessageSeen, text: str = "Merci !", *, command: str = "") -> Answer:
        return Answer(
            CommandId(command or f"c{next(self.numbers)}"), parent.thread_remote_id, Kind.DM, parent.remote_id, text
        )

    def close(self) -> None:
        if self._other is not None:
            self._other.logout()


def letter(
    subject: str = "Kettle", text: str = "It is broken.", *, id_: str = "", sender: str = "", **more: str
) -> str:
    """A plain mail. Headers in `more` are named with `_` for `-`."""
    headers = {"From": sender or "Ann <ann@example.org>", "Subject": subject, "Message-ID": f"<{id_}>" if id_ else ""}
    headers |= {name.replace("_", "-"): value for name, value in more.items()}
    return "".join(f"{name}: {value}\n" for name, value in headers.items() if value) + f"\n{text}\n"


def said(page: Page) -> list[MessageSeen]:
    return [one for one in page.events if isinstance(one, MessageSeen)]


async def all_of(
    session: EmailSession, stream: str = "inbox", cursor: str | None = None
) -> tuple[list[MessageSeen], str]:
    found: list[MessageSeen] = []
    while True:
        page = await session.pull(stream, cursor, datetime.now(UTC))
        found += said(page)
        if not page.has_more:
            return found, page.next_cursor
        cursor = page.next_cursor


def intent(session: EmailSession, answer: Action) -> Intent:
    return Intent(answer, session.reserve(answer), datetime.now(UTC))


@asynccontextmanager
async def serving(handler: Handler) -> AsyncGenerator[int]:
    """A server of the test's own on this machine; gives its port, and ends with all that it serves."""
    tasks: set[asyncio.Task[None]] = set()

    async def one(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        tasks.add(task)
        try:
            await handler(reader, writer)
        except (OSError, asyncio.CancelledError):
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(one, "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await server.wait_closed()


@pytest.fixture
async def around(tmp_path: Path, anyio_backend: str) -> AsyncIterator[Surroundings]:
    clock = SystemClock()
    made = Surroundings(Http(clock), clock, tmp_path)
    yield made
    await made.http.close()
    await asyncio.sleep(0)  # what was let go of is closed in the loop's next round


@pytest.fixture
async def box(mail_server: MailServer, around: Surroundings) -> AsyncIterator[Box]:
    address, password = mail_server.new_mailbox()
    context = ssl.create_default_context(cafile=str(mail_server.certificate))
    made = Box(mail_server, address, password, Trust(context, lambda _: False), around)
    yield made
    for session in made.sessions:
        await session.close()
    made.close()
