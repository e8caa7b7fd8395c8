"""Reads one stream of a channel page by page to its end, whatever its connector does; gives what stood against it.

A place that the platform has lost is begun anew, and what may lie between is kept as a gap.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import timedelta

from socialdesk.connectors.kit.contract import Page, Session
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.engine.ingest import Ingest, Ingested
from socialdesk.engine.languages import Languages
from socialdesk.engine.patience import DEADLINE, patience
from socialdesk.engine.reading import Reading
from socialdesk.engine.sign_in_trial import NOT_PROPERLY
from socialdesk.model.failure import Certainty, Failure, FailureKind
from socialdesk.model.identifiers import ChannelId
from socialdesk.store import missing
from socialdesk.store.cache import Cache
from socialdesk.store.errors import StoreError
from socialdesk.store.readings import Connected
from socialdesk.support.clock import Clock
from socialdesk.support.secrets import SecretsUnavailable

log = logging.getLogger(__name__)


class StreamReader:
    """The streams of one channel, read one at a time."""

    def __init__(
        self,
        cache: Cache,
        channel: ChannelId,
        clock: Clock,
        ingest: Ingest,
        connected: Connected,
        *,
        languages: Languages | None,
        begins: Callable[[], None],
        changed: Callable[[], None],
    ) -> None:
        """`begins` is called before a stream is read from its beginning, `changed` after every page."""
        self._cache = cache
        self._channel = channel
        self._clock = clock
        self._ingest = ingest
        self._connected = connected
        self._languages = languages
        self._begins = begins
        self._changed = changed

    async def read(self, session: Session, stream: str, total: Ingested, reading: Reading) -> Failure | None:
        """Read on from where it stood, and add to `total` and `reading` what came; gives what stood against it."""
        cursor = self._cache.stream(self._channel, stream).cursor
        first = cursor is None
        if first:
            self._begins()
        been = {cursor} if cursor is not None else set[str]()
        is_anew = False
        while True:
            page = await self._page(session, stream, cursor)
            if isinstance(page, Failure):
                if page.kind is FailureKind.CURSOR_INVALID and cursor is not None and not is_anew:
                    # Once in a round: a place that is lost again and again is no reason to ask without end.
                    self._open_gap(stream, page.sentence)
                    cursor, first, is_anew = None, True, True
                    been.clear()
                    continue
                return page
            done = await self._take(page, stream, reading)
            if isinstance(done, Failure):
                return done
            total.add(done)
            self._changed()
            if page.gap:
                self._open_gap(stream, page.gap)
            # A place that was there before leads round and round, whatever a platform says of more.
            if not page.has_more or page.next_cursor in been:
                if first:
                    self._close_gaps(stream)
                return None
            been.add(page.next_cursor)
            cursor = page.next_cursor

    async def _page(self, session: Session, stream: str, cursor: str | None) -> Page | Failure:
        try:
            async with patience():
                return await session.pull(stream, cursor, self._clock.now() + DEADLINE)
        except ConnectorError as error:
            log.info("channel %s %s: %s", self._channel, stream, error)
            return error.failure
        except StoreError:
            raise
        except SecretsUnavailable as error:
            return Failure(FailureKind.AUTH_EXPIRED, error.sentence, code="secrets")
        except Exception as error:
            # A connector's mistake stops its stream and nothing else.
            log.exception("channel %s %s", self._channel, stream)
            return Failure(FailureKind.TRANSIENT, NOT_PROPERLY, Certainty.NOT_SENT, type(error).__name__)

    async def _take(self, page: Page, stream: str, reading: Reading) -> Ingested | Failure:
        try:
            told = page.events if self._languages is None else await self._languages.told(page.events)
            done = self._ingest.take(told, stream, page.next_cursor)
            reading.note(page.events, page.cost, done)
        except (StoreError, OSError):
            raise
        except Exception as error:
            # What is no event at all stops its stream as well.
            log.exception("channel %s %s: its page cannot be taken", self._channel, stream)
            return Failure(FailureKind.TRANSIENT, NOT_PROPERLY, Certainty.NOT_SENT, type(error).__name__)
        return done

    def _open_gap(self, stream: str, sentence: str) -> None:
        since = self._cache.stream(self._channel, stream).last_ok_at
        with self._cache.change() as change:
            change.open_gap(self._channel, stream, since, self._clock.now(), sentence)

    def _close_gaps(self, stream: str) -> None:
        """Everything was read from the beginning: what lies within its reach is no gap any more."""
        if missing.gaps(self._cache, self._channel):
            reach = self._clock.now() - timedelta(days=self._connected.history_days)
            with self._cache.change() as change:
                change.close_gaps(self._channel, stream, reach)
