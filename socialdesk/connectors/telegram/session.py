"""One connected bot at work; see `Session` in the kit's contract for what each method promises."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from socialdesk.connectors.kit.contract import (
    Account,
    Action,
    Answer,
    AnswerPrivately,
    BlockPerson,
    DeleteMessage,
    EditMessage,
    Health,
    Held,
    Intent,
    LikeMessage,
    Page,
    Receipt,
    RemoveMessage,
)
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed
from socialdesk.connectors.kit.fitting import fits, fits_text
from socialdesk.connectors.kit.manifest import Manifest
from socialdesk.connectors.telegram import mapping
from socialdesk.connectors.telegram.access import name_of, tried
from socialdesk.connectors.telegram.mapping import Bot
from socialdesk.connectors.telegram.names import to_place
from socialdesk.connectors.telegram.outgoing import Outgoing
from socialdesk.connectors.telegram.updates import Updates
from socialdesk.connectors.telegram.wire import Wire
from socialdesk.connectors.telegram.words import file_id_of
from socialdesk.model.capability import Capabilities
from socialdesk.model.failure import Certainty, FailureKind
from socialdesk.model.thread import Kind
from socialdesk.support.clock import Clock

BLIND = (
    "Telegram shows a bot nothing of what it wrote. Look in Telegram whether your answer is there, then say what is"
    " true."
)


class TelegramSession:
    """A bot's session."""

    def __init__(self, manifest: Manifest, wire: Wire, account: Account, clock: Clock) -> None:
        self._manifest = manifest
        self._wire = wire
        self._account = account
        self._bot = Bot(int(account.remote_id), account.handle.removeprefix("@"))
        self._clock = clock
        self._updates = Updates(wire, lambda: self._bot, clock)
        self._outgoing = Outgoing(wire, clock, lambda: self._updates.connections)

    def capabilities(self, kind: Kind) -> Capabilities:
        return self._manifest.capabilities(kind)

    async def check(self) -> Health:
        try:
            me, granted = await tried(self._wire, self._account.remote_id)
        except ConnectorError as error:
            return Health(error.failure)
        account = replace(self._account, handle=f"@{me['username']}", name=name_of(me))
        self._bot = Bot(me["id"], me["username"])
        return Health(granted=granted, account=account)

    async def pull(self, stream: str, cursor: str | None, deadline: datetime) -> Page:
        return await self._updates.pull(cursor)

    async def listen(self, heard: Callable[[str], None]) -> None:
        """Wait for updates: `heard` says that there are some to pull. Raises ConnectorError."""
        await self._updates.listen(heard)

    async def media(self, message_remote_id: str, place: int, url: str, *, afresh: bool) -> Held | None:
        """A picture by its key. Never as a link: the address of a file holds the bot's token."""
        file_id = file_id_of(url)
        data = await self._wire.download(file_id) if file_id else None
        return None if data is None else Held(data)

    async def gone(self, remote_ids: Sequence[str]) -> Sequence[str]:
        # A bot cannot look at a message; what was deleted is noticed where Telegram tells, or when it is answered.
        return ()

    def reserve(self, action: Action) -> str:
        return action.command

    async def perform(self, intent: Intent) -> Receipt:
        now = self._clock.now()
        match intent.action:
            case Answer() as answer:
                fits(answer, self.capabilities(answer.kind))
                return await self._outgoing.answer(answer)
            case LikeMessage(message_remote_id=message, on=on):
                await self._outgoing.like(message, on=on)
                return Receipt("", now)
            case DeleteMessage(message_remote_id=message) | RemoveMessage(message_remote_id=message):
                await self._outgoing.delete(message)
                return Receipt(message, now)
            case EditMessage() as edit:
                fits_text(edit.text, self.capabilities(edit.kind))
                await self._outgoing.edit(edit)
                return Receipt("", now)
            case BlockPerson() as block:
                await self._outgoing.ban(block)
                return Receipt("", now)
            case AnswerPrivately(thread_remote_id=thread) as private:
                return await self._privately(private, thread)
            case _:
                raise failed(FailureKind.PERMISSION_DENIED, "Telegram has no such thing. Nothing was done.", code="no")

    async def reconcile(self, intent: Intent) -> Receipt | None:
        if isinstance(intent.action, (Answer, AnswerPrivately)):
            # There is no way to list what a bot has sent: a person has to look.
            raise failed(FailureKind.INVALID, BLIND, code="blind", certainty=Certainty.UNKNOWN)
        # Done twice, each of the others is done once: nothing is lost by doing it again.
        return None

    async def close(self) -> None:
        return None

    async def sign_out(self) -> None:
        # A token ends only in the chat with @BotFather; whoever holds another copy keeps it.
        return None

    async def _privately(self, action: AnswerPrivately, thread: str) -> Receipt:
        person = int(thread.rpartition(":")[2])
        if to_place(action.message_remote_id).chat > 0 or person < 0:
            raise failed(
                FailureKind.PERMISSION_DENIED, "Only a person can be written to privately. Nothing was sent.", code="no"
            )
        fits_text(action.text, self.capabilities(Kind.DM))
        message = await self._outgoing.privately(action, person)
        # Nobody's updates hold it, so it would be missing in the conversation.
        self._updates.tell(mapping.to_own_direct(message))
        return Receipt("", mapping.moment(message["date"]))
