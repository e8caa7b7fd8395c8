"""One connected mailbox at work; see `Session` in the kit's contract for what each method promises."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncGenerator, Callable, Sequence
from datetime import datetime, timedelta

from socialdesk.connectors.email import failures, imap, letters, smtp, writing
from socialdesk.connectors.email.bodies import fetch_part
from socialdesk.connectors.email.browser import BrowserSignIns
from socialdesk.connectors.email.keys import with_key
from socialdesk.connectors.email.letters import Person
from socialdesk.connectors.email.lines import Trust
from socialdesk.connectors.email.mailbox import INBOX, Login, Mailbox
from socialdesk.connectors.email.mapping import remote_id
from socialdesk.connectors.email.opening import Opening, opening_of
from socialdesk.connectors.email.reading import Reading
from socialdesk.connectors.kit.contract import (
    Action,
    Answer,
    CredentialKeeper,
    Health,
    Held,
    Intent,
    Page,
    Receipt,
    RemoveMessage,
    Surroundings,
)
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed, for_nobody
from socialdesk.connectors.kit.fitting import fits
from socialdesk.connectors.kit.manifest import Manifest
from socialdesk.model.automatic import is_automatic
from socialdesk.model.capability import Capabilities
from socialdesk.model.failure import FailureKind
from socialdesk.model.thread import Kind
from socialdesk.support.clock import Clock
from socialdesk.support.ids import new_id

_ASKED_AGAIN = timedelta(hours=1)
"""When a password is tried once more that was refused, and nobody gave another one."""
_IDLE_S = 9 * 60
"""So long the server may say nothing before it is asked anew: routers at home forget a silent line soon after."""


class EmailSession:
    """A mailbox's session. The password or the tokens come from the keeper and nowhere else."""

    def __init__(  # noqa: PLR0917 - what a session needs, each once
        self,
        manifest: Manifest,
        own: str,
        keeper: CredentialKeeper,
        browser: BrowserSignIns,
        trust: Trust,
        around: Surroundings,
        history: timedelta,
    ) -> None:
        self._manifest = manifest
        self._own = own
        self._keeper = keeper
        self._browser = browser
        self._trust = trust
        self._around = around
        self._clock = around.clock
        self._history = history
        self._opened: tuple[Opening, Mailbox, Reading] | None = None
        self._refused: tuple[Opening, datetime] | None = None
        """A sign-in that the server does not accept, and when it said so."""

    def capabilities(self, kind: Kind) -> Capabilities:
        return self._manifest.capabilities(kind)

    async def _open(self) -> tuple[Opening, Mailbox, Reading]:
        """The mailbox as the newest credentials open it."""
        try:
            opening = opening_of(self._keeper.load())
        except LookupError:
            raise failed(FailureKind.AUTH_EXPIRED, failures.SIGN_IN_AGAIN, code="no credentials") from None
        if self._opened is None or self._opened[0] != opening:
            await self.close()
            login = Login(opening.imap, opening.user, self._browser.keys(opening, self._keeper, self._around))
            mailbox = Mailbox(login, self._trust, self._clock)
            self._opened = (opening, mailbox, Reading(mailbox, self._own, self._clock, self._history))
        if self._refused is not None and self._refused[0] == opening:
            if self._clock.now() - self._refused[1] < _ASKED_AGAIN:
                raise failed(FailureKind.AUTH_EXPIRED, failures.SIGN_IN_AGAIN, code="refused before")
            self._refused = None
        return self._opened

    @contextlib.asynccontextmanager
    async def _mailbox(self) -> AsyncGenerator[tuple[Opening, Mailbox, Reading]]:
        """The mailbox. A password that was refused is not tried again and again: accounts get locked by that."""
        opened = await self._open()
        try:
            yield opened
        except ConnectorError as error:
            if error.failure.kind is FailureKind.AUTH_EXPIRED:
                self._refused = (opened[0], self._clock.now())
            raise

    async def check(self) -> Health:
        self._refused = None
        try:
            async with self._mailbox() as (opening, mailbox, _):
                granted = await tried(opening, mailbox, self._trust, self._clock)
                return Health(granted=granted, expires_at=self._browser.ends_at(opening, self._keeper))
        except ConnectorError as error:
            return Health(error.failure)

    async def pull(self, stream: str, cursor: str | None, deadline: datetime) -> Page:
        async with self._mailbox() as (_, _, reading):
            return await reading.page(stream, cursor)

    async def gone(self, remote_ids: Sequence[str]) -> Sequence[str]:
        async with self._mailbox() as (_, _, reading):
            return await reading.gone(remote_ids)

    async def media(self, message_remote_id: str, place: int, url: str, *, afresh: bool) -> Held | None:
        _, mailbox, _ = await self._open()
        async with mailbox.open() as line:
            found = await mailbox.find(line, message_remote_id)
            data = await fetch_part(line, found.uid, url) if found is not None else None
        return Held(data) if data is not None else None

    async def listen(self, heard: Callable[[str], None]) -> None:
        """Hear of new mail as it comes (IDLE); returns at once where the server does not speak by itself."""
        _, mailbox, _ = await self._open()
        line = await mailbox.login.opened(self._trust)
        try:
            if "IDLE" not in line.can:
                raise failed(
                    FailureKind.TRANSIENT, "This mail server does not tell of new mail by itself.", code="no IDLE"
                )
            await line.look_into(INBOX)
            while True:
                await _idle(line, heard)
        finally:
            line.drop()

    def reserve(self, action: Action) -> str:
        if isinstance(action, Answer):
            return f"{new_id()}@{writing.on_the_wire(self._own).rpartition('@')[2]}"
        return action.command

    async def perform(self, intent: Intent) -> Receipt:
        match intent.action:
            case Answer() as answer:
                return await self._answer(answer, intent)
            case RemoveMessage(message_remote_id=message):
                await self._throw_away(message)
                return Receipt("", self._clock.now())
            case _:
                raise failed(
                    FailureKind.INVALID, "Mail has nothing of that kind. Nothing was done.", code="unsupported"
                )

    async def _answer(self, answer: Answer, intent: Intent) -> Receipt:
        fits(answer, self.capabilities(answer.kind))
        opening, mailbox, _ = await self._open()
        by_itself = is_automatic(answer.command)
        async with mailbox.open() as line:
            parent = await mailbox.find(line, answer.parent_remote_id)
        if parent is None:
            raise failures.mail_gone()
        if by_itself and parent.letter.is_automatic:
            raise for_nobody("A machine wrote this mail, so nothing is acknowledged.")
        now = self._clock.now()
        own = Person(opening.address, opening.name)
        written = writing.answer(
            parent.letter,
            own,
            intent.key,
            answer.text,
            intent.recorded_at,
            pictures=answer.pictures,
            recipients=answer.recipients,
            is_automatic=by_itself,
        )
        sending = await sender(opening, mailbox, self._trust, self._clock)
        try:
            not_to = await sending.send(writing.on_the_wire(opening.address), written.to, written.data)
        except BaseException:
            sending.drop()
            raise
        await sending.quit()
        left = await self._after_sending(opening, mailbox, answer, intent.key, written.data)
        name = remote_id(letters.read(written.data), now)
        return Receipt(name, now, version="1", left_behind=failures.not_to_some(not_to) or left)

    async def _after_sending(self, opening: Opening, mailbox: Mailbox, answer: Answer, key: str, data: bytes) -> str:
        """A copy into Sent, where the server did not file it, and a mark on what was answered.

        It is sent whatever becomes of these.
        """
        try:
            async with mailbox.open() as line:
                sent = await mailbox.expect(line, "sent")
                is_filed = opening.files_sent or await mailbox.by_message_id(line, key, [sent]) is not None
                if not is_filed:
                    await line.append(sent, data)
                found = await mailbox.find(line, answer.parent_remote_id)
                if found is not None:
                    await mailbox.note_answered(line, found)
        except ConnectorError as error:
            if error.failure.code == "OVERQUOTA":
                return "It was sent, but no copy of it is in Sent: the mailbox is full."
            return "It was sent, but perhaps no copy of it is in Sent: the mailbox could not be reached in time."
        return ""

    async def _throw_away(self, message: str) -> None:
        _, mailbox, _ = await self._open()
        async with mailbox.open() as line:
            trash = await mailbox.expect(line, "trash")
            folders = mailbox.to_look_in(with_thrown_away=False)
            found = await mailbox.find(line, message, folders)
            if found is not None:
                await mailbox.file_away(line, found, trash)

    async def reconcile(self, intent: Intent) -> Receipt | None:
        _, mailbox, _ = await self._open()
        async with mailbox.open() as line:
            match intent.action:
                case Answer():
                    there = [one for one in (mailbox.folder("sent"), mailbox.folder("all"), INBOX) if one]
                    found = await mailbox.by_message_id(line, intent.key, there)
                    return None if found is None else Receipt(found.remote_id, found.arrived, version="1")
                case RemoveMessage(message_remote_id=message):
                    folders = mailbox.to_look_in(with_thrown_away=False)
                    found = await mailbox.find(line, message, folders)
                    return Receipt("", self._clock.now()) if found is None else None
                case _:
                    return None

    async def close(self) -> None:
        if self._opened is not None:
            await self._opened[1].close()
            self._opened = None

    async def sign_out(self) -> None:
        # A password is ended where it was made.
        try:
            opening = opening_of(self._keeper.load())
        except LookupError:
            return
        await self._browser.sign_out(opening, self._keeper, self._around)


async def sender(opening: Opening, mailbox: Mailbox, trust: Trust, clock: Clock) -> smtp.Smtp:
    """A line to the submission server, signed in. Raises ConnectorError."""
    return await with_key(mailbox.login.keys, lambda key: smtp.opened(opening.smtp, trust, clock, opening.user, key))


async def tried(opening: Opening, mailbox: Mailbox, trust: Trust, clock: Clock) -> tuple[tuple[str, bool], ...]:
    """Each key of the manifest's access, and whether it works, without leaving a trace."""
    async with mailbox.open() as line:
        await line.look_into(INBOX)
        has_sent = mailbox.folder("sent") is not None
        has_trash = mailbox.folder("trash") is not None
    may_send = True
    try:
        await (await sender(opening, mailbox, trust, clock)).quit()
    except ConnectorError as error:
        if error.failure.heals_itself:
            raise
        may_send = False
    return (("read", True), ("answer", may_send), ("sent", has_sent), ("remove", has_trash))


async def _idle(line: imap.Imap, heard: Callable[[str], None]) -> None:
    """One round of hearing; the line stays good."""
    async with line.idling(_IDLE_S) as words:
        heard("inbox")
        try:
            async for said in words:
                if said.kind in {"EXISTS", "EXPUNGE", "VANISHED"}:
                    heard("inbox")
                if said.kind == "BYE":
                    raise failures.imap_refused(said.code or "UNAVAILABLE", said.text)
        except ConnectorError as error:
            if error.failure.code != "timeout":
                raise
