"""Reads what was said to an account, from its notifications: backwards once, then forwards without a gap.

`min_id` gives what comes right after a mark; `since_id` would give the newest page and lose what lies between
(docs.joinmastodon.org, Guidelines, Paginating through API responses).
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.parts import as_object
from socialdesk.connectors.mastodon import mapping
from socialdesk.connectors.mastodon.failures import retired
from socialdesk.connectors.mastodon.mapping import WRONG
from socialdesk.connectors.mastodon.threads import GONE, Events, Threads
from socialdesk.connectors.mastodon.wire import Params
from socialdesk.connectors.mastodon.wire import Wire as Line
from socialdesk.model.event import Event

PAGE = 40
PATH = "/api/v1/notifications"
_QUOTES_SINCE = 7
"""`api_versions.mastodon` from which on there are notifications of quotes (4.5)."""


class Notifications:
    """The reader of one session. What it knows stands in its cursor alone."""

    def __init__(self, line: Line, threads: Threads) -> None:
        self._line = line
        self._threads = threads

    async def read(self, state: dict[str, Any], since: datetime) -> tuple[tuple[Event, ...], dict[str, Any], bool]:
        """A page, where to go on, and whether there is more. `since` bounds the first reading."""
        mark, back = str(state.get("mark") or ""), str(state.get("back") or "")
        if mark and not back:
            return await self._forwards(mark)
        return await self._backwards(mark, back, since)

    async def _backwards(self, mark: str, back: str, since: datetime) -> tuple[tuple[Event, ...], dict[str, Any], bool]:
        items, events = await self._page([("max_id", back)] if back else [])
        if not items:
            return events, {"mark": mark}, False
        if not mark:
            # From here on everything is read forwards, once the past is read.
            mark = _newest(items, "")
        oldest = mapping.oldest_in(items)
        is_over = oldest is None or oldest < since
        further = "" if is_over else str(items[-1]["id"])
        return events, {"mark": mark, "back": further}, bool(further)

    async def _forwards(self, mark: str) -> tuple[tuple[Event, ...], dict[str, Any], bool]:
        items, events = await self._page([("min_id", mark)])
        newest = _newest(items, mark)
        return events, {"mark": newest}, newest != mark

    async def _page(self, place: Params) -> tuple[list[dict[str, Any]], tuple[Event, ...]]:
        server = self._threads.me().server
        types = ["mention", *(["quote"] if server.api >= _QUOTES_SINCE else [])]
        params: Params = [("types[]", one) for one in types] + [("limit", str(PAGE)), *place]
        if server.is_mastodon:
            # What the account's filters hold back is from strangers, as most customers are.
            params.append(("include_filtered", "true"))
        try:
            items, _ = await self._line.items(PATH, params)
        except ConnectorError as error:
            if error.failure.kind in GONE:
                raise retired() from None
            raise
        events: Events = {}
        for item in items:
            status = item.get("status")
            # Types that are not known yet come as well.
            if item.get("type") in types and isinstance(status, dict):
                await self._threads.take(as_object(status), events)
        return items, tuple(events.values())


def _newest(items: list[dict[str, Any]], mark: str) -> str:
    for item in items:
        mark = mapping.later(mark, str(item["id"]))
    return mark


async def may_be_filtered(line: Line) -> bool | None:
    """Whether the account's own settings throw notifications away; None where there are no such settings."""
    try:
        policy = await line.get("/api/v2/notifications/policy")
    except ConnectorError as error:
        if error.failure.heals_itself:
            raise
        return None
    try:
        return any(value == "drop" for value in policy.values())
    except WRONG:
        return None
