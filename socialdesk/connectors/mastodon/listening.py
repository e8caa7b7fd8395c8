"""Listens to what a server tells by itself, and says which stream to read; what it tells is never taken for the word.

docs.joinmastodon.org, Streaming: server-sent events, each an `event:` and a `data:` line; a line that begins with a
colon only shows that the other side is there.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable

from socialdesk.connectors.mastodon.mapping import WRONG
from socialdesk.connectors.mastodon.posts import Posts
from socialdesk.connectors.mastodon.threads import Threads
from socialdesk.connectors.mastodon.wire import Wire as Line

_STREAMS = {"notification": "notifications", "conversation": "conversations"}
_PATIENCE_S = 90
"""A server shows every 15 seconds that it is there."""


class Listening:
    """The ear of one session."""

    def __init__(self, line: Line, threads: Threads, posts: Posts) -> None:
        self._line = line
        self._threads = threads
        self._posts = posts

    async def listen(self, heard: Callable[[str], None]) -> None:
        """Until cancelled, or until the line ends. Raises ConnectorError."""
        keys = self._line.keys()
        url = f"{keys.server.streaming or keys.server.url}/api/v1/streaming/user"
        headers = {"authorization": f"Bearer {keys.token}", "accept": "text/event-stream"}
        stream = self._line.http.lines(url, headers=headers, patience_s=_PATIENCE_S, scope=f"{keys.own_acct} stream")
        async with stream as lines:
            heard("")
            async for event, data in _events(lines):
                if told := self._told(event, data):
                    heard(told)

    def _told(self, event: str, data: str) -> str:
        """The stream that an event is of; "" for one that is none of ours."""
        if event in _STREAMS:
            return _STREAMS[event]
        try:
            match event:
                case "delete":
                    return self._changed(data.strip())
                case "status.update":
                    return self._changed(str(json.loads(data)["id"]))
                case "update":
                    # Mostly what people wrote whom the account follows.
                    return "posts" if str(json.loads(data)["account"]["id"]) == self._threads.me().id else ""
                case _:
                    return ""
        except WRONG:
            return ""

    def _changed(self, id_: str) -> str:
        if not self._threads.knows(id_):
            return ""
        self._posts.hint(id_)
        return "posts"


async def _events(lines: AsyncIterator[str]) -> AsyncIterator[tuple[str, str]]:
    event, data = "", list[str]()
    async for line in lines:
        name, _, value = line.partition(":")
        match name:
            case "event":
                event = value.strip()
            case "data":
                data.append(value.removeprefix(" "))
            case "" if not line:
                if event:
                    yield event, "\n".join(data)
                event, data = "", []
            case _:
                pass
