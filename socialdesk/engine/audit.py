"""Reads the last days of a channel a second time, and says what the first reading had missed.

A cursor is only as good as the platform's word for it; this does without. What it finds is stored like everything
else, and how much it was is kept for people to see.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from socialdesk.connectors.kit.contract import Session
from socialdesk.engine.ingest import Ingest, Ingested
from socialdesk.engine.patience import DEADLINE, closed, patience
from socialdesk.model.event import Event, MessageDeleted, MessageSeen
from socialdesk.model.identifiers import ChannelId
from socialdesk.store.cache import Cache
from socialdesk.store.completeness import Audit
from socialdesk.store.errors import StoreError

log = logging.getLogger(__name__)
EVERY = timedelta(hours=6)
AFTER_FAILURE = timedelta(hours=1)
"""A second reading that failed may take long each time: it is not made with every first one."""
SPAN = timedelta(hours=72)
_ABOUT_NOW = timedelta(minutes=1)
_MOST_PAGES = 200


def is_due(last: Audit | None, tried: datetime | None, now: datetime) -> bool:
    """Whether it is time to read again; `tried` is when that was last begun, well or not."""
    if tried is not None and abs(now - tried) < AFTER_FAILURE:
        return False
    # Where the clock was set back, the last time lies ahead of now and says nothing.
    return last is None or not timedelta(0) <= now - last.at < EVERY


async def reread(  # noqa: PLR0917 - what one reading needs, each once
    cache: Cache,
    ingest: Ingest,
    channel: ChannelId,
    streams: Sequence[str],
    open_session: Callable[[timedelta], Session],
    now: datetime,
    span: timedelta = SPAN,
) -> Ingested | None:
    """Read `span` again on a session of its own; gives what had been missed, None when the platform did not let us."""
    total, looked = Ingested(), 0
    session: Session | None = None
    try:
        session = open_session(span)
        for stream in streams:
            cursor: str | None = None
            for _ in range(_MOST_PAGES):
                async with patience():
                    page = await session.pull(stream, cursor, now + DEADLINE)
                # What is that new is still the ordinary reading's to bring.
                settled = [event for event in page.events if _is_between(event, now - span, now - _ABOUT_NOW)]
                looked += len(settled)
                total.add(ingest.take(settled, stream, None))
                if not page.has_more or page.next_cursor == cursor:
                    break
                cursor = page.next_cursor
    except StoreError:
        raise
    except Exception as error:  # noqa: BLE001 - a connector's mistake stops nothing else
        log.info("channel %s: reading again failed: %s", channel, error)
        return None
    finally:
        if session is not None:
            await closed(session, f"channel {channel}")
    found = Audit(now, now - span, looked, total.new, total.edited, total.deleted)
    with cache.change() as change:
        change.record_audit(channel, found)
    if found.new or found.edited or found.deleted:
        log.warning(
            "channel %s: reading again found %s new, %s edited, %s deleted that had been missed",
            channel,
            found.new,
            found.edited,
            found.deleted,
        )
    return total


def _is_between(event: Event, start: datetime, end: datetime) -> bool:
    match event:
        case MessageSeen():
            return start <= event.created_at <= end
        case MessageDeleted():
            return event.at <= end
        case _:
            return True
