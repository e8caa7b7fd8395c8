"""Reads what channels can do by the word of their own servers, where that is not what the manifest says."""

from __future__ import annotations

import logging

from socialdesk.model.capability import Capabilities
from socialdesk.model.capability_form import NotCapabilities, read
from socialdesk.model.identifiers import ChannelId
from socialdesk.model.thread import Kind
from socialdesk.store.cache import Cache

log = logging.getLogger(__name__)


def able(cache: Cache) -> dict[tuple[ChannelId, Kind], Capabilities]:
    """By channel and kind of thread; what a manifest says rightly is not among them."""
    found: dict[tuple[ChannelId, Kind], Capabilities] = {}
    for channel, kind, text in cache.ask("SELECT channel_id, kind, able FROM channel_able"):
        try:
            found[ChannelId(channel), Kind(kind)] = read(text)
        except (NotCapabilities, ValueError):
            # Of a newer version, or damaged: the manifest counts until the channel is read next.
            log.warning("what channel %s can do cannot be read", channel)
    return found
