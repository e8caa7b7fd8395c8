"""Listens to Discord's gateway: tells which stream to read, and which chats there are that nobody lists.

It asks for no words, only for who writes where, so it needs no leave that a bot has to be given. What it tells comes
by reading; a word is lost by it never, a chat that somebody begins only while nobody listens.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any

from socialdesk.connectors.discord.direct import Direct
from socialdesk.connectors.discord.failures import SIGN_IN_AGAIN
from socialdesk.connectors.discord.mapping import Whose, speaks_to
from socialdesk.connectors.discord.reading import Reading
from socialdesk.connectors.discord.wire import AGENT, understood
from socialdesk.connectors.kit.failures import failed, transient
from socialdesk.connectors.kit.socket import LineClosed, Socket, connected
from socialdesk.model.failure import Certainty, FailureKind

# docs.discord.com, Gateway: operations, intents, close codes.
_BEAT, _IDENTIFY, _HELLO = 1, 2, 10
_INTENTS = 1 << 9 | 1 << 12
"""Messages in servers and in chats of two, without their words."""
_BAD_TOKEN = 4004
_FOR_GOOD = range(4010, 4015)
_QUERY = "/?v=10&encoding=json"


class Gateway:
    """The line of one account."""

    def __init__(self, host: str, token: Callable[[], str], whose: Whose, reading: Reading, direct: Direct) -> None:
        self._url = host.replace("http", "ws", 1) + _QUERY
        self._token = token
        self._whose = whose
        self._reading = reading
        self._direct = direct
        self._last: int | None = None

    async def listen(self, heard: Callable[[str], None]) -> None:
        """Listen until the line breaks. Raises ConnectorError."""
        self._last = None
        try:
            async with connected(self._url, agent=AGENT) as socket:
                with understood():
                    await self._listen(socket, heard)
        except LineClosed as closed:
            if closed.code == _BAD_TOKEN:
                raise failed(FailureKind.AUTH_EXPIRED, SIGN_IN_AGAIN, code="gateway 4004") from None
            if closed.code in _FOR_GOOD:
                sentence = "Discord does not let this bot listen. It is asked from time to time instead."
                raise failed(FailureKind.PERMISSION_DENIED, sentence, code=f"gateway {closed.code}") from None
            raise transient("Discord", f"gateway {closed.code}", Certainty.NOT_SENT) from None

    async def _listen(self, socket: Socket, heard: Callable[[str], None]) -> None:
        hello = json.loads(await socket.receive())
        if hello["op"] != _HELLO:
            raise ValueError(hello["op"])
        every_s = hello["d"]["heartbeat_interval"] / 1000
        properties = {"os": "desktop", "browser": "SocialDesk", "device": "SocialDesk"}
        identity = {"token": self._token(), "intents": _INTENTS, "properties": properties}
        await socket.send(json.dumps({"op": _IDENTIFY, "d": identity}))
        now = asyncio.get_running_loop().time
        next_beat, is_alive = now() + every_s / 2, True
        while True:
            try:
                async with asyncio.timeout_at(next_beat):
                    said = json.loads(await socket.receive())
            except TimeoutError:
                if not is_alive:
                    raise transient("Discord", "gateway silent", Certainty.NOT_SENT) from None
                is_alive, next_beat = False, now() + every_s
                await socket.send(json.dumps({"op": _BEAT, "d": self._last}))
                continue
            self._last = said.get("s") or self._last
            match said["op"]:
                case 0:  # an event
                    self._told(str(said["t"]), said["d"], heard)
                case 1:  # asked for a beat
                    await socket.send(json.dumps({"op": _BEAT, "d": self._last}))
                case 7 | 9:  # asked to come again, or not known any more
                    raise transient("Discord", f"gateway says {said['op']}", Certainty.NOT_SENT)
                case 11:  # our beat was heard
                    is_alive = True
                case _:
                    pass

    def _told(self, what: str, about: dict[str, Any], heard: Callable[[str], None]) -> None:
        if what == "READY":
            heard("")
        elif what.startswith("MESSAGE_") and "channel_id" in about:
            channel = str(about["channel_id"])
            if "guild_id" not in about:
                self._direct.heard_of(channel)
                heard("dms")
            elif str(about["guild_id"]) == self._whose.guild and (
                what != "MESSAGE_CREATE" or self._reading.wants(channel) or speaks_to(about, self._whose)
            ):
                if what != "MESSAGE_CREATE":
                    self._reading.look_back_next()
                heard("messages")
