"""Connectors that read too little, too much, or another thing each time."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from socialdesk.connectors.kit.contract import (
    Page,
)
from socialdesk.connectors.suite.chirp.session import ChirpSession
from socialdesk.connectors.suite.trial import Subject
from socialdesk.model.event import Event, MessageDeleted, MessageSeen
from tests.connectors.suite.breaking import (
    chirp,
    of_events,
    of_messages,
    pulling,
)


def reads_by_the_clock() -> Subject:
    """It reads on from what this machine's clock said, as if the network had the same."""

    async def pull(session: ChirpSession, stream: str, cursor: str | None, deadline: datetime) -> Page:
        until = session._clock.now().isoformat()
        page = await ChirpSession.pull(session, stream, None, deadline)
        events: list[Event] = list(page.events)
        while page.has_more:
            page = await ChirpSession.pull(session, stream, page.next_cursor, deadline)
            events += page.events
        if cursor is not None:
            since = datetime.fromisoformat(cursor) - timedelta(hours=2)
            events = [one for one in events if not isinstance(one, MessageSeen) or one.created_at > since]
        else:
            # What is newer than now cannot be, it thinks.
            now = session._clock.now()
            events = [one for one in events if not isinstance(one, MessageSeen) or one.created_at <= now]
        return Page(tuple(events), until)

    return pulling(pull)


class OneForAll(ChirpSession):
    """Its sessions share what they read."""

    known: frozenset[str] = frozenset()

    async def pull(self, stream: str, cursor: str | None, deadline: datetime) -> Page:
        page = await super().pull(stream, cursor, deadline)
        fresh = tuple(one for one in page.events if getattr(one, "remote_id", "") not in OneForAll.known)
        OneForAll.known |= {one.remote_id for one in fresh if isinstance(one, MessageSeen)}
        return replace(page, events=fresh)


def shared() -> Subject:
    OneForAll.known = frozenset()
    return chirp(OneForAll)


def changing_its_mind() -> Subject:
    seen: list[str] = []

    def each(one: MessageSeen) -> Event:
        seen.append(one.remote_id)
        return replace(one, text=f"{one.text} {len(seen)}")

    return of_messages(each)


def by_order() -> Subject:
    def change(events: tuple[Event, ...]) -> Sequence[Event]:
        # The text of one depends on whether the same message came before: what comes last wins.
        return [
            event
            for one in events
            for event in ((replace(one, text="before"), one) if isinstance(one, MessageSeen) else (one,))
        ]

    return of_events(change)


FORGOTTEN: set[str] = set()


async def forgets_old_cursors(session: ChirpSession, stream: str, cursor: str | None, deadline: datetime) -> Page:
    page = await ChirpSession.pull(session, stream, cursor, deadline)
    if cursor is not None and cursor in FORGOTTEN:
        return replace(page, events=())
    if cursor is not None:
        FORGOTTEN.add(cursor)
    return page


def forgetful() -> Subject:
    FORGOTTEN.clear()
    return pulling(forgets_old_cursors)


async def any_cursor(session: ChirpSession, stream: str, cursor: str | None, deadline: datetime) -> Page:
    if cursor is not None:
        json.loads(cursor)
    return await ChirpSession.pull(session, stream, cursor, deadline)


async def long_cursor(session: ChirpSession, stream: str, cursor: str | None, deadline: datetime) -> Page:
    page = await ChirpSession.pull(session, stream, cursor.strip() if cursor else None, deadline)
    return replace(page, next_cursor=page.next_cursor + " " * 5000)


BROKEN: dict[str, Callable[[], Subject]] = {
    "first_download": lambda: of_messages(lambda one: replace(one, text=one.text.upper())),
    "replay": changing_its_mind,
    "shuffled": by_order,
    "odd_cursors": lambda: pulling(any_cursor),
    "small_cursors": lambda: pulling(long_cursor),
    "incremental": lambda: of_events(lambda events: [one for one in events if not isinstance(one, MessageDeleted)]),
    "slow_clock": reads_by_the_clock,
    "fast_clock": reads_by_the_clock,
    "old_cursor_loses_nothing": forgetful,
    "sessions_share_nothing": shared,
    "own_is_own": lambda: of_messages(lambda one: replace(one, author=replace(one.author, is_own=False))),
    "pictures_come": lambda: of_messages(
        lambda one: replace(one, attachments=tuple(replace(part, url="") for part in one.attachments))
    ),
}
