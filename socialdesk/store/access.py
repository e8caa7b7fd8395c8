"""Reads what the sign-ins of channels allow, as it was last tried."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from socialdesk.model.channel import Access
from socialdesk.model.identifiers import ChannelId
from socialdesk.store.cache import Cache
from socialdesk.support.clock import optional_from_ms

_ALL = "SELECT channel_id, granted, expires_at, checked_at, lost_at, mended_at, brought FROM channel_access"


def access(cache: Cache, id_: ChannelId) -> Access | None:
    """Of one channel; None where it was never tried."""
    return _read(cache.ask(f"{_ALL} WHERE channel_id = ?", (id_,))).get(id_)


def accesses(cache: Cache) -> dict[ChannelId, Access]:
    """By channel; one that was never tried is not among them."""
    return _read(cache.ask(_ALL))


def _read(found: Sequence[Any]) -> dict[ChannelId, Access]:
    return {
        ChannelId(id_): Access(
            tuple((str(key), bool(is_granted)) for key, is_granted in json.loads(granted)),
            optional_from_ms(expires),
            optional_from_ms(checked),
            optional_from_ms(lost),
            optional_from_ms(mended),
            brought,
        )
        for id_, granted, expires, checked, lost, mended, brought in found
    }
