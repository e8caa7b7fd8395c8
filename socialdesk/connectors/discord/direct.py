"""Reads the chats of two of the bot. Discord lists them to nobody: those that were opened or heard of here are kept."""

from __future__ import annotations

from typing import Any

from socialdesk.connectors.discord import mapping
from socialdesk.connectors.discord.mapping import Whose
from socialdesk.connectors.discord.place import to_chats
from socialdesk.connectors.discord.wire import Wire
from socialdesk.connectors.kit.contract import Page
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.model.event import Event
from socialdesk.model.failure import FailureKind

_NEWEST = 50
_MOST = 100
_AT_ONCE = 10
"""How many chats are looked at in one round; the others have their turn in the next."""


class Direct:
    """The chats of one account."""

    def __init__(self, wire: Wire, whose: Whose) -> None:
        self._wire = wire
        self._whose = whose
        self._opened: list[str] = []
        self._people: dict[str, dict[str, Any]] = {}
        self._turn = 0
        self._given = ""
        self._told: set[str] = set()

    def opened(self, channel: dict[str, Any]) -> None:
        """A chat was opened: it is read from now on."""
        self._note(channel)
        self.heard_of(str(channel["id"]))

    def heard_of(self, id_: str) -> None:
        """Something was said in a chat, known or not: it is read first."""
        self._told.discard(id_)
        if id_ not in self._opened:
            self._opened.append(id_)

    async def pull(self, cursor: str | None) -> Page:
        """What stands in the chats: the newest of each, so that changes are seen. Raises ConnectorError."""
        chats = to_chats(cursor)
        for id_ in self._opened:
            # The newest last: those are kept.
            chats.read[id_] = chats.read.pop(id_, 0)
        if cursor is not None and cursor == self._given:
            # What was heard of is in the stored cursor.
            self._opened = [one for one in self._opened if one not in self._told]
        ids = list(chats.read)
        start = self._turn % len(ids) if ids else 0
        self._turn = start + _AT_ONCE
        turn = [*self._opened, *(one for one in ids[start:] + ids[:start] if one not in self._opened)]
        events: list[Event] = []
        if not ids:
            # Nothing is there to read; that the sign-in holds is seen all the same.
            await self._wire.get("/users/@me")
        for id_ in turn[:_AT_ONCE]:
            try:
                found = await self._messages(id_, chats.read[id_])
                person = await self._person(id_)
            except ConnectorError as error:
                if error.failure.kind not in (FailureKind.PERMISSION_DENIED, FailureKind.GONE):
                    raise
                continue
            for one in sorted(found, key=lambda message: int(message["id"])):
                event = mapping.to_direct(one, id_, self._whose, person)
                events += [] if event is None else [event]
            chats.read[id_] = max((int(one["id"]) for one in found), default=chats.read[id_])
        self._given, self._told = chats.written(), set(self._opened[:_AT_ONCE])
        return Page(tuple(events), self._given)

    async def _messages(self, id_: str, read: int) -> list[dict[str, Any]]:
        path = f"/channels/{id_}/messages"
        found: list[dict[str, Any]] = await self._wire.get(path, limit=_NEWEST)
        if read and len(found) == _NEWEST and min(int(one["id"]) for one in found) > read:
            found = []
            while len(page := await self._wire.get(path, after=read, limit=_MOST)) == _MOST:
                found += page
                read = max(int(one["id"]) for one in page)
            found += page
        return found

    async def _person(self, id_: str) -> dict[str, Any]:
        if id_ not in self._people:
            self._note(await self._wire.get(f"/channels/{id_}"))
        return self._people[id_]

    def _note(self, channel: dict[str, Any]) -> None:
        # Of an account that is no more a chat may name nobody; who writes there says it themselves.
        people: list[dict[str, Any]] = channel.get("recipients") or [{}]
        self._people[str(channel["id"])] = people[0]
