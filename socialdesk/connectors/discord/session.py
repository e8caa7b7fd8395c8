"""One bot in one server at work; see `Session` in the kit's contract for what each method promises."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from socialdesk.connectors.discord import reading
from socialdesk.connectors.discord.access import granted, guilds
from socialdesk.connectors.discord.direct import Direct
from socialdesk.connectors.discord.failures import PUT_OUT
from socialdesk.connectors.discord.gateway import Gateway
from socialdesk.connectors.discord.mapping import Whose
from socialdesk.connectors.discord.names import nonce_of, to_message
from socialdesk.connectors.discord.outgoing import Outgoing
from socialdesk.connectors.discord.wire import Wire, understood
from socialdesk.connectors.kit.contract import (
    Account,
    Action,
    Answer,
    AnswerPrivately,
    BlockPerson,
    DeleteMessage,
    EditMessage,
    Health,
    Intent,
    LikeMessage,
    Link,
    Page,
    Receipt,
    RemoveMessage,
)
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed
from socialdesk.connectors.kit.fitting import fits, fits_text
from socialdesk.connectors.kit.manifest import Manifest
from socialdesk.model.capability import Capabilities
from socialdesk.model.failure import Failure, FailureKind
from socialdesk.model.thread import Kind
from socialdesk.support.clock import Clock

_MOST_LOOKS = 15
"""How many requests one look for deleted messages may take."""


class DiscordSession:
    """A bot's session in one server."""

    def __init__(  # noqa: PLR0917 - what one session needs, each once
        self,
        manifest: Manifest,
        wire: Wire,
        account: Account,
        whose: Whose,
        chosen: Callable[[], tuple[str, ...]],
        token: Callable[[], str],
        clock: Clock,
        history: timedelta,
    ) -> None:
        self._manifest = manifest
        self._wire = wire
        self._account = account
        self._whose = whose
        self._clock = clock
        self._reading = reading.Reading(wire, whose, chosen, clock, history)
        self._direct = Direct(wire, whose)
        self._outgoing = Outgoing(wire, whose, self._direct)
        self._gateway = Gateway(manifest.hosts["gateway"], token, whose, self._reading, self._direct)

    def capabilities(self, kind: Kind) -> Capabilities:
        return self._manifest.capabilities(kind)

    async def check(self) -> Health:
        try:
            with understood():
                here = [one for one in await guilds(self._wire) if one["id"] == self._whose.guild]
                if not here:
                    return Health(Failure(FailureKind.PERMISSION_DENIED, PUT_OUT, code="not in the server"))
                me = await self._wire.get("/users/@me")
                account = replace(self._account, handle=f"@{me['username']}", name=str(here[0]["name"]))
                return Health(granted=await granted(self._wire, here), account=account)
        except ConnectorError as error:
            return Health(error.failure)

    async def pull(self, stream: str, cursor: str | None, deadline: datetime) -> Page:
        with understood():
            return await (self._direct.pull(cursor) if stream == "dms" else self._reading.pull(cursor, deadline))

    async def listen(self, heard: Callable[[str], None]) -> None:
        """Hear of what is to be read. Raises ConnectorError."""
        await self._gateway.listen(heard)

    async def media(self, message_remote_id: str, place: int, url: str, *, afresh: bool) -> Link | None:
        """Where a picture is. Addresses are signed for a day: after that the message is asked for new ones."""
        if not afresh and url:
            return Link(url)
        channel, id_ = to_message(message_remote_id)
        message = await self._wire.get(f"/channels/{channel}/messages/{id_}")
        with understood():
            files: list[dict[str, Any]] = message.get("attachments") or []
            return Link(str(files[place]["url"])) if place < len(files) else None

    async def gone(self, remote_ids: Sequence[str]) -> Sequence[str]:
        with understood():
            return await reading.gone(self._wire, [to_message(one) for one in remote_ids], _MOST_LOOKS)

    def reserve(self, action: Action) -> str:
        return nonce_of(action.command)

    async def perform(self, intent: Intent) -> Receipt:
        now = self._clock.now()
        match intent.action:
            case Answer() as answer:
                fits(answer, self.capabilities(answer.kind))
                return await self._outgoing.answer(answer, intent.key)
            case AnswerPrivately() as private:
                fits_text(private.text, self.capabilities(Kind.DM))
                return await self._outgoing.privately(private, intent.key)
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
                return Receipt("", now, left_behind=await self._outgoing.ban(block))
            case _:
                raise failed(FailureKind.PERMISSION_DENIED, "Discord has no such thing. Nothing was done.", code="no")

    async def reconcile(self, intent: Intent) -> Receipt | None:
        if isinstance(intent.action, (Answer, AnswerPrivately)):
            with understood():
                return await self._outgoing.find(intent, intent.action)
        # Done twice, each of the others is done once.
        return None

    async def close(self) -> None:
        return None

    async def sign_out(self) -> None:
        # A token ends only on the Developer Portal; whoever holds another copy keeps it.
        return None
