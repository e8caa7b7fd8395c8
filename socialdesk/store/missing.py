"""Reads what is missing of a channel, or may be: stretches, events that could not be read, the last second reading."""

from __future__ import annotations

from datetime import datetime

from socialdesk.model.identifiers import ChannelId
from socialdesk.store.cache import Cache
from socialdesk.store.completeness import Audit, Gap
from socialdesk.support.clock import from_ms, optional_from_ms


def gaps(cache: Cache, channel: ChannelId) -> list[Gap]:
    """Stretches that could not be read and may miss something, the oldest first."""
    found = cache.ask(
        "SELECT id, stream, from_at, to_at, sentence FROM gap WHERE channel_id = ? AND state = 'open' ORDER BY id",
        (channel,),
    )
    return [Gap(row[0], row[1], optional_from_ms(row[2]), optional_from_ms(row[3]), row[4]) for row in found]


def last_audit(cache: Cache, channel: ChannelId) -> Audit | None:
    """The newest second reading of a channel."""
    found = cache.ask(
        "SELECT at, since_at, looked, new, edited, deleted FROM audit WHERE channel_id = ? ORDER BY at DESC LIMIT 1",
        (channel,),
    )
    return Audit(from_ms(found[0][0]), from_ms(found[0][1]), *found[0][2:]) if found else None


def parked(cache: Cache) -> int:
    """How many events wait because they could not be read."""
    return cache.ask("SELECT count(*) FROM inbound_event WHERE state = 'parked'")[0][0]


def oldest_parked(cache: Cache, channel: ChannelId) -> datetime | None:
    """When the oldest event of a channel came that could not be read."""
    found = cache.ask(
        "SELECT min(received_at) FROM inbound_event WHERE channel_id = ? AND state = 'parked'", (channel,)
    )
    return optional_from_ms(found[0][0])
