"""One connected channel at work: opens its session, pulls its streams, and says how it stands."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from socialdesk.connectors.kit.contract import Account, Health, Session, Surroundings
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.registry import Registry, UnknownPlatform
from socialdesk.engine import audit
from socialdesk.engine.ingest import Ingest, Ingested
from socialdesk.engine.keepers import Keepers
from socialdesk.engine.languages import Languages
from socialdesk.engine.rules import Rules
from socialdesk.engine.schedule import back_off
from socialdesk.engine.shield import Shield
from socialdesk.model.channel import Channel, ChannelState
from socialdesk.model.event import MessageDeleted
from socialdesk.model.failure import Certainty, Failure, FailureKind
from socialdesk.model.thread import Kind
from socialdesk.store.access import accesses
from socialdesk.store.cache import Cache
from socialdesk.store.change import Change
from socialdesk.store.errors import StoreError
from socialdesk.support.clock import Clock
from socialdesk.support.ids import jitter
from socialdesk.support.secrets import SecretsUnavailable

log = logging.getLogger(__name__)
DEADLINE = timedelta(minutes=5)
AUDIT_EVERY = timedelta(minutes=15)
ACCESS_EVERY = timedelta(days=1)
REFUSED_EVERY = timedelta(hours=1)
"""How often a sign-in is tried again that did not pass its last trial, though reading goes on."""
AUDIT_SPAN = timedelta(days=3)
_STATE: dict[FailureKind, ChannelState] = {
    FailureKind.OFFLINE: ChannelState.OFFLINE,
    FailureKind.TRANSIENT: ChannelState.DELAYED,
    FailureKind.RATE_LIMITED: ChannelState.RATE_LIMITED,
    FailureKind.AUTH_EXPIRED: ChannelState.BAD_CREDENTIALS,
    FailureKind.PERMISSION_DENIED: ChannelState.LIMITED,
}


@dataclass(frozen=True, slots=True)
class Pulled:
    """What one round over all streams brought, and the most serious thing that stood against it."""

    ingested: Ingested
    failure: Failure | None


class ChannelWorker:
    """One channel's part of the engine."""

    def __init__(
        self,
        channel: Channel,
        cache: Cache,
        keepers: Keepers,
        registry: Registry,
        around: Surroundings,
        *,
        changed: Callable[[], None],
        pace: Callable[[timedelta], timedelta],
        shield: Shield | None = None,
        rules: Rules | None = None,
        languages: Languages | None = None,
    ) -> None:
        """`changed` is called after every commit a screen could show, `pace` makes the least wait the one to keep."""
        self.channel = channel
        self._cache = cache
        self._clock: Clock = around.clock
        self._changed = changed
        self._pace = pace
        manifest = registry.manifest(channel.platform)
        self._least = manifest.min_poll
        self._streams = manifest.streams
        self._tried: datetime | None = None
        self._refused: Failure | None = None
        """What the last trial of the sign-in was not allowed; reading that goes well does not disprove it."""
        self._connected = cache.connected(channel.id)
        self._languages = languages
        self._ingest = Ingest(
            cache, channel, self._connected, self._clock, shield, rules=rules, confirms=manifest.reading_confirms
        )
        self._keeper = keepers.of(channel.platform, channel.remote_id)
        self._registry = registry
        self._around = around
        self._session: Session | None = None
        self._failures = 0
        self.state = channel.state
        self._audited: datetime | None = None
        self.next_pull = self._clock.now()

    @property
    def session(self) -> Session | None:
        """The open session; None where the connector is missing."""
        if self._session is None:
            try:
                self._session = opened = self._opened(timedelta(days=self._connected.history_days))
            except UnknownPlatform as error:
                self._stand(ChannelState.SUSPENDED, str(error))
                return None
            self._note_windows(opened)
        return self._session

    def _note_windows(self, session: Session) -> None:
        """Keep how long answers are taken here: that is a clock beside what the team promises."""
        windows = {kind: window for kind in Kind if (window := session.capabilities(kind).reply_window) is not None}
        known = {kind: window for of, kind, window in self._cache.reply_windows() if of == self.channel.id}
        if windows != known:
            with self._cache.change() as change:
                change.put_windows(self.channel.id, windows)

    def _opened(self, history: timedelta) -> Session:
        channel = self.channel
        account = Account(channel.remote_id, channel.handle, channel.name, channel.server, channel.mark)
        return self._registry.connector(channel.platform).open(account, self._keeper, self._around, history)

    async def pull(self) -> Pulled:
        """Read every stream as far as it goes; one that fails does not stop the others."""
        total = Ingested()
        worst: Failure | None = None
        session = self.session
        if session is None:
            reason = "The connector of this channel is missing. Install it again, then restart SocialDesk."
            self.next_pull = self._clock.now() + timedelta(hours=1)
            return Pulled(total, Failure(FailureKind.PERMISSION_DENIED, reason))
        for stream in self._streams:
            failure = await self._stream(session, stream, total)
            if failure is not None and (worst is None or not failure.heals_itself):
                worst = failure
        if worst is None or worst.kind is FailureKind.PERMISSION_DENIED:
            self._mend(total.new)
            await self._audit(session, total)
            await self.read_again(total)
            await self._try_access()
            worst = worst or self._refused
        self.note(worst)
        return Pulled(total, worst)

    async def read_again(self, total: Ingested, *, all_parked: bool = False) -> None:
        """Read the last days once more when it is time, or with `all_parked` back to the oldest unread event."""
        now = self._clock.now()
        span = audit.SPAN
        if all_parked:
            oldest = self._cache.oldest_parked(self.channel.id) or now
            span = max(span, now - oldest + timedelta(days=1))
        elif not audit.is_due(self._cache.last_audit(self.channel.id), now):
            return
        if self._session is None or (not all_parked and now - self._connected.at < audit.EVERY):
            return
        found = await audit.reread(self._cache, self._ingest, self.channel.id, self._streams, self._opened, now, span)
        if found is not None:
            total.add(found)
            self._changed()

    async def check_access(self) -> Failure | None:
        """Try now what the sign-in allows, and read on at once; gives what stands against the account."""
        session = self.session
        if session is None:
            return Failure(FailureKind.PERMISSION_DENIED, "The connector of this channel is missing.")
        try:
            health = await session.check()
        except ConnectorError as error:
            health = Health(error.failure)
        except SecretsUnavailable as error:
            health = Health(Failure(FailureKind.AUTH_EXPIRED, error.sentence, code="secrets"))
        refused = health.failure is not None and health.failure.kind is FailureKind.PERMISSION_DENIED
        self._refused = health.failure if refused else None
        if health.failure is not None:
            self.note(health.failure)
            return health.failure
        with self._cache.change() as change:
            change.put_access(self.channel.id, health.granted, health.expires_at, self._clock.now())
        self.next_pull = self._clock.now()
        self._changed()
        return None

    async def _try_access(self) -> None:
        """Once a day: what a sign-in allows may be changed on the platform, and its end may come nearer."""
        now = self._clock.now()
        if self._tried is None:
            known = accesses(self._cache).get(self.channel.id)
            self._tried = (known.checked_at if known is not None else None) or now - ACCESS_EVERY
        if now - self._tried < (REFUSED_EVERY if self._refused else ACCESS_EVERY):
            return
        self._tried = now
        due = self.next_pull
        await self.check_access()
        self.next_pull = due

    def _mend(self, brought: int) -> None:
        """All that came since the sign-in ended has been read, where it had ended."""
        known = accesses(self._cache).get(self.channel.id)
        if known is not None and known.lost_at is not None and known.mended_at is None:
            with self._cache.change() as change:
                change.note_mended(self.channel.id, self._clock.now(), brought)

    def note(self, failure: Failure | None) -> None:
        """Set the channel's state and the next pull by how things went."""
        now = self._clock.now()
        if failure is None:
            self._failures = 0
            self.next_pull = now + self._pace(self._least)
            self._stand(ChannelState.LIVE, "")
            return
        state = _STATE.get(failure.kind)
        if state is None:
            self.next_pull = now + self._pace(self._least)
            return
        if state is ChannelState.LIMITED:
            self._failures = 0
            wait = self._pace(self._least)
        else:
            self._failures += 1
            wait = back_off(self._failures, jitter())
        if state is ChannelState.BAD_CREDENTIALS:
            wait = timedelta(minutes=5)
        self.next_pull = max(failure.retry_at or now + wait, now)
        self._stand(state, failure.sentence, failure.retry_at)

    def after_jump(self) -> None:
        """The time has jumped, or the machine slept: what was planned for a moment is done now."""
        self.next_pull = self._clock.now()

    def hurry(self) -> None:
        """A person works again: do not keep a wait that was chosen while nobody did."""
        if not self._failures:
            self.next_pull = min(self.next_pull, self._clock.now() + self._least)

    async def close(self) -> None:
        """Close the session."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def _stream(self, session: Session, stream: str, total: Ingested) -> Failure | None:
        cursor = self._cache.stream(self.channel.id, stream).cursor
        first = cursor is None
        if first:
            self._stand(ChannelState.CATCHING_UP, "")
        while True:
            try:
                page = await session.pull(stream, cursor, self._clock.now() + DEADLINE)
            except ConnectorError as error:
                log.info("channel %s %s: %s", self.channel.id, stream, error)
                if error.failure.kind is FailureKind.CURSOR_INVALID and cursor is not None:
                    self._open_gap(stream, error.failure.sentence)
                    cursor, first = None, True
                    continue
                return error.failure
            except StoreError:
                raise
            except SecretsUnavailable as error:
                return Failure(FailureKind.AUTH_EXPIRED, error.sentence, code="secrets")
            except asyncio.CancelledError:
                raise
            except Exception as error:
                # A connector's mistake stops its stream and nothing else.
                log.exception("channel %s %s", self.channel.id, stream)
                sentence = "SocialDesk could not read this channel properly; it tries again by itself."
                return Failure(FailureKind.TRANSIENT, sentence, Certainty.NOT_SENT, type(error).__name__)
            told = page.events if self._languages is None else await self._languages.told(page.events)
            done = self._ingest.take(told, stream, page.next_cursor)
            total.new += done.new
            total.edited += done.edited
            total.deleted += done.deleted
            total.parked += done.parked
            self._changed()
            if page.gap:
                self._open_gap(stream, page.gap)
            if not page.has_more or page.next_cursor == cursor:
                if first:
                    self._close_gaps(stream)
                return None
            cursor = page.next_cursor

    def _open_gap(self, stream: str, sentence: str) -> None:
        since = self._cache.stream(self.channel.id, stream).last_ok_at
        with self._cache.change() as change:
            change.open_gap(self.channel.id, stream, since, self._clock.now(), sentence)

    def _close_gaps(self, stream: str) -> None:
        """Everything was read from the beginning: what lies within its reach is no gap any more."""
        if self._cache.gaps(self.channel.id):
            reach = self._clock.now() - timedelta(days=self._connected.history_days)
            with self._cache.change() as change:
                change.close_gaps(self.channel.id, stream, reach)

    async def _audit(self, session: Session, total: Ingested) -> None:
        """Ask now and then for what is known of the last days: deletions make no event on many platforms."""
        now = self._clock.now()
        if self._audited is not None and now - self._audited < AUDIT_EVERY:
            return
        known = self._cache.standing(self.channel.id, now - AUDIT_SPAN)
        try:
            gone = await session.gone(known)
        except (ConnectorError, SecretsUnavailable) as error:
            log.info("channel %s: the audit failed: %s", self.channel.id, error)
            return
        self._audited = now
        if gone:
            done = self._ingest.delete([MessageDeleted(remote_id, now) for remote_id in gone])
            total.deleted += done.deleted
            self._changed()

    def _note_lost(self, change: Change) -> None:
        known = accesses(self._cache).get(self.channel.id)
        if known is None or known.lost_at is None or known.mended_at is not None:
            oks = [self._cache.stream(self.channel.id, one).last_ok_at for one in self._streams]
            known_oks = [one for one in oks if one is not None]
            change.note_lost(self.channel.id, max(known_oks, default=self._clock.now()))

    def _stand(self, state: ChannelState, reason: str, until: datetime | None = None) -> None:
        is_lost = state is ChannelState.BAD_CREDENTIALS and self.state is not state
        self.state = state
        with self._cache.change() as change:
            if is_lost:
                self._note_lost(change)
            change.set_channel_state(self.channel.id, state, reason, self._clock.now(), until)
        self._changed()
