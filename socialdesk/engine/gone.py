"""Asks a platform now and then which messages of the last days are gone: on many a deletion makes no event.

Never about more than the manifest allows at a time: half are the newest, where deletions are likely, the others go
round through what is older.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta

from socialdesk.connectors.kit.contract import Session
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.engine.patience import patience
from socialdesk.model.identifiers import ChannelId
from socialdesk.store.cache import Cache
from socialdesk.support.secrets import SecretsUnavailable

log = logging.getLogger(__name__)
EVERY = timedelta(minutes=15)
SPAN = timedelta(days=3)
_READINGS = 10
"""Where a budget is tight, so many readings go before one such look."""


class Gone:
    """The looking after deletions of one channel."""

    def __init__(self, cache: Cache, channel: ChannelId, most: int) -> None:
        """`most` is how many messages the platform is asked about at a time; with 0 it never is."""
        self._cache = cache
        self._channel = channel
        self._most = most
        self._asked: datetime | None = None
        self._reached: tuple[int, int] | None = None
        """The place of the oldest that was asked about in this going round."""

    def turn(self, now: datetime, lasting: timedelta) -> list[str]:
        """Whom to ask about now; nobody while it is not time. `lasting` is how far apart readings must be to last."""
        every = max(EVERY, lasting * _READINGS)
        if not self._most or (self._asked is not None and abs(now - self._asked) < every):
            return []
        self._asked = now
        return self._turn(now - SPAN)

    async def ask(self, session: Session, turn: Sequence[str]) -> Sequence[str]:
        """Which of these are gone; none where the platform did not say."""
        try:
            async with patience():
                found = set(await session.gone(turn))
        except (ConnectorError, SecretsUnavailable) as error:
            log.info("channel %s: looking after deletions failed: %s", self._channel, error)
            return []
        except Exception:
            # A connector's mistake costs this look, nothing else.
            log.exception("channel %s: looking after deletions failed", self._channel)
            return []
        return [one for one in turn if one in found]

    def _turn(self, since: datetime) -> list[str]:
        newest = self._cache.standing(self._channel, since, self._most)
        if len(newest) < self._most:
            self._reached = None
            return [remote_id for remote_id, _ in newest]
        kept = newest[: self._most - self._most // 2]
        last = kept[-1][1]
        before = last if self._reached is None else min(last, self._reached)
        older = self._cache.standing(self._channel, since, self._most - len(kept), before)
        self._reached = older[-1][1] if len(older) == self._most - len(kept) and older else None
        return [remote_id for remote_id, _ in (*kept, *older)]
