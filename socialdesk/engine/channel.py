"""One connected channel at work: opens its session, pulls its streams, listens, and says how it stands."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from socialdesk.connectors.kit.contract import Account, Listener, Session, Surroundings
from socialdesk.connectors.kit.meter import metering
from socialdesk.connectors.kit.registry import Registry, UnknownPlatform
from socialdesk.engine import audit
from socialdesk.engine.abilities import Abilities
from socialdesk.engine.filling import Filling
from socialdesk.engine.gone import Gone
from socialdesk.engine.ingest import Ingest, Ingested
from socialdesk.engine.keepers import Keepers
from socialdesk.engine.languages import Languages
from socialdesk.engine.listening import Ear
from socialdesk.engine.pacing import Pacing
from socialdesk.engine.patience import closed
from socialdesk.engine.reading import LATE, Pulled, Reading
from socialdesk.engine.rules import Rules
from socialdesk.engine.schedule import back_off
from socialdesk.engine.shield import Shield
from socialdesk.engine.sign_in_trial import NOT_PROPERLY, SignInTrial
from socialdesk.engine.stream_reader import StreamReader
from socialdesk.model.capability import Capabilities
from socialdesk.model.channel import Channel, ChannelState
from socialdesk.model.channel_standing import WAITS_FOR_A_PERSON, standing_after
from socialdesk.model.event import MessageDeleted
from socialdesk.model.failure import Failure, FailureKind
from socialdesk.model.polling import WARM, Interest, between_pulls
from socialdesk.model.thread import Kind
from socialdesk.store import missing
from socialdesk.store.cache import Cache
from socialdesk.store.errors import StoreError
from socialdesk.support.clock import Clock
from socialdesk.support.ids import jitter

log = logging.getLogger(__name__)
_LISTENS = (ChannelState.LIVE, ChannelState.LIMITED)


@dataclass(frozen=True, slots=True)
class Attention:
    """Whether a window is open, and how long ago a person did something; None for never."""

    is_watched: bool
    acted: timedelta | None


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
        attention: Callable[[], Attention],
        pacing: Pacing,
        wake: Callable[[], None] = lambda: None,
        shield: Shield | None = None,
        rules: Rules | None = None,
        languages: Languages | None = None,
    ) -> None:
        """`changed` is called after every commit a screen could show, `wake` when something is to be read at once."""
        self.channel = channel
        self._cache = cache
        self._clock: Clock = around.clock
        self._changed = changed
        self._attention = attention
        self._pacing = pacing
        self._manifest = manifest = registry.manifest(channel.platform)
        self._streams = manifest.streams
        self._trial = SignInTrial(cache, channel.id, around.clock, changed=changed, named=self._rename)
        self._connected = cache.connected(channel.id)
        self._ingest = Ingest(
            cache, channel, self._connected, self._clock, shield, rules=rules, confirms=manifest.reading_confirms
        )
        self._keeper = keepers.of(channel.platform, channel.remote_id)
        self._registry = registry
        self._around = around
        self._session: Session | None = None
        self._listener: Listener | None = None
        self._abilities = Abilities(cache, channel.id, manifest)
        self._gone = Gone(cache, channel.id, manifest.gone_most)
        self._failures = 0
        self._reread: datetime | None = None
        """When the last days were last read a second time, or it was tried."""
        self.state = channel.state
        self._has_looked = channel.state is not ChannelState.CONNECTING
        """Whether it was read since it was signed in to; until then nobody knows what was said meanwhile."""
        self._stood: tuple[ChannelState, str, datetime | None] | None = None
        """How the channel was last said to stand."""
        self._began = now = self._clock.now()
        self.next_pull = now
        self._pulled = now
        """When it was last read, as far as it went."""
        self._whole: datetime | None = None
        """When all of it was last read without anything against it."""
        self._stirred = now - WARM
        self.ear = Ear(self._streams, self._clock, wake)
        self._filling = Filling(cache, channel.id, self._streams)
        self._reader = StreamReader(
            cache,
            channel.id,
            around.clock,
            self._ingest,
            self._connected,
            languages=languages,
            begins=lambda: self._stand(ChannelState.CATCHING_UP, ""),
            changed=changed,
        )

    @property
    def session(self) -> Session | None:
        """The open session; None where the connector is missing."""
        if self._session is None:
            try:
                opened = self._opened(timedelta(days=self._connected.history_days))
                self._abilities.note(opened)
            except StoreError:
                raise
            except UnknownPlatform as error:
                self._stand(ChannelState.SUSPENDED, str(error))
                return None
            except Exception:
                log.exception("channel %s: its connector opens no session", self.channel.id)
                self._stand(ChannelState.SUSPENDED, "The connector of this channel is broken. Update or remove it.")
                return None
            self._session = opened
            self._listener = opened if isinstance(opened, Listener) else None
        return self._session

    @property
    def is_open(self) -> bool:
        """Whether there is a session to close."""
        return self._session is not None

    def may_leave(self, given_at: datetime) -> bool:
        """Whether what was given at that moment may leave: not before it shows what was said while nobody looked."""
        return self._has_looked or given_at >= self._began

    def able(self, kind: Kind) -> Capabilities:
        """What the channel can do, by the last word of its session."""
        return self._abilities.said(kind)

    def _opened(self, history: timedelta) -> Session:
        channel = self.channel
        account = Account(channel.remote_id, channel.handle, channel.name, channel.server, channel.mark)
        return self._registry.connector(channel.platform).open(account, self._keeper, self._around, history)

    @property
    def due(self) -> datetime:
        """When it is to be read next, all of it or what was heard of."""
        if self.ear.due is None:
            return self.next_pull
        return min(self.next_pull, max(self.ear.due, self._pulled + self._lasting(self._pulled)))

    async def pull(self, *, only_heard: bool = False) -> Pulled:
        """Read every stream as far as it goes, or those that were heard of; one that fails does not stop the others."""
        total = Ingested()
        session = self.session
        if session is None:
            reason = "The connector of this channel is missing. Install it again, then restart SocialDesk."
            self.next_pull = self._clock.now() + timedelta(hours=1)
            return Pulled(total, Failure(FailureKind.PERMISSION_DENIED, reason))
        began = self._clock.now()
        self._pulled = began
        heard = self.ear.take()
        streams = heard if only_heard else self._streams
        was_told = not only_heard and self._whole is not None and self.ear.was_good(self._whole, began)
        worst: Failure | None = None
        read, pages = 0, 0
        with metering() as meter:
            for stream in streams:
                done = Reading(self._whole if was_told and stream not in heard else None, began - LATE)
                failure = await self._reader.read(session, stream, total, done)
                pages += done.cost
                if failure is None or failure.kind is FailureKind.PERMISSION_DENIED:
                    self._filling.read(stream)
                    read += 1
                if failure is not None and (worst is None or (worst.heals_itself and not failure.heals_itself)):
                    worst = failure
                if done.should_have_been_told:
                    self.ear.missed(f"channel {self.channel.id} {stream}")
        self._pacing.read(self.channel.id, self._manifest.budgets, pages, meter, began, is_whole=not only_heard)
        self._has_looked = self._has_looked or not only_heard
        self._filling.bring(total.new)
        if total.new:
            self._stirred = self._clock.now()
        if not only_heard and read:
            self._filling.mend(self._clock.now())
            self._note_able(session)
            await self._look_beside(session, total, worst)
            worst = worst or self._trial.refused
        if worst is not None or not only_heard:
            self.note(worst)
        if worst is None and not only_heard:
            self._whole = began
        return Pulled(total, worst)

    async def _look_beside(self, session: Session, total: Ingested, worst: Failure | None) -> None:
        """What is looked at now and then, beside reading; not while the platform is in trouble as a whole."""
        if worst is not None and worst.kind in (FailureKind.AUTH_EXPIRED, FailureKind.SUSPENDED, FailureKind.OFFLINE):
            return
        now = self._clock.now()
        with metering() as meter:
            turn = self._gone.turn(now, self._lasting(now))
            if turn:
                await self._ask_gone(session, turn, total)
            await self.read_again(total)
            await self._trial.when_due(self._session)
        self._pacing.read(self.channel.id, self._manifest.budgets, int(bool(turn)), meter, now, is_whole=False)

    @property
    def wants_to_listen(self) -> bool:
        """Whether listening could begin now."""
        return self._listener is not None and self.state in _LISTENS and self.ear.next <= self._clock.now()

    async def listen(self) -> None:
        """Listen until the line breaks."""
        if self._listener is not None:
            await self.ear.listen(self._listener, f"channel {self.channel.id}")
            # What was planned while somebody listened is too late now.
            self.hurry()

    async def read_again(self, total: Ingested, *, all_parked: bool = False) -> None:
        """Read the last days once more when it is time, or with `all_parked` back to the oldest unread event."""
        now = self._clock.now()
        span = audit.SPAN
        if all_parked:
            oldest = missing.oldest_parked(self._cache, self.channel.id) or now
            span = max(span, now - oldest + timedelta(days=1))
        elif not audit.is_due(missing.last_audit(self._cache, self.channel.id), self._reread, now):
            return
        if self._session is None or (not all_parked and now - self._connected.at < audit.EVERY):
            return
        self._reread = now
        found = await audit.reread(self._cache, self._ingest, self.channel.id, self._streams, self._opened, now, span)
        if found is not None:
            total.add(found)
            self._changed()

    async def check_access(self) -> Failure | None:
        """Try now what the sign-in allows, and read on at once; gives what stands against the account."""
        session = self.session
        if session is None:
            return Failure(FailureKind.PERMISSION_DENIED, "The connector of this channel is missing.")
        failure = await self._trial.run(session)
        if failure is not None:
            self.note(failure)
            return failure
        self.next_pull = self._clock.now()
        return None

    def _rename(self, account: Account | None) -> None:
        """People rename their accounts; the channel goes with it."""
        known = self.channel
        if account is None or account.remote_id != known.remote_id or not (account.name or account.handle):
            return
        if (account.name, account.handle) != (known.name, known.handle):
            self.channel = replace(known, name=account.name, handle=account.handle)
            with self._cache.change() as change:
                change.put_name(known.id, account.name, account.handle)
            self._changed()

    def note(self, failure: Failure | None) -> None:
        """Set the channel's state and the next pull by how things went."""
        now = self._clock.now()
        if failure is None:
            self._failures = 0
            self.next_pull = now + self._pace(now)
            self._stand(ChannelState.LIVE, "")
            return
        state, sentence = standing_after(failure, NOT_PROPERLY)
        if state is ChannelState.LIMITED:
            self._failures = 0
            wait = self._pace(now)
        else:
            self._failures += 1
            wait = max(back_off(self._failures, jitter()), self._lasting(now))
        wait = WAITS_FOR_A_PERSON.get(state, wait)
        self.next_pull = max(failure.retry_at or now + wait, now)
        self._stand(state, sentence, failure.retry_at)

    def stir(self) -> None:
        """Something was sent here: an answer to it is likely."""
        self._stirred = self._clock.now()

    def come_forward(self, wait: timedelta = timedelta(0)) -> None:
        """Read now, or so much later where many are: the machine slept, or somebody asks."""
        self.next_pull = self._clock.now() + wait
        self.ear.next = self.next_pull

    def hurry(self) -> None:
        """A person works again, or nobody listens any more: do not keep a wait that was chosen before."""
        if not self._failures:
            self.next_pull = min(self.next_pull, max(self._pulled + self._pace(self._pulled), self._clock.now()))

    def _pace(self, now: datetime) -> timedelta:
        """The time until the next reading, as long as things go well."""
        there = self._attention()
        interest = Interest(there.is_watched, there.acted, abs(now - self._stirred), self.ear.is_good(now))
        # Those that were read at the same moment drift apart.
        drift = 0.925 + jitter() / 10
        return max(between_pulls(self._manifest.min_poll, interest), self._lasting(now)) * drift

    def _lasting(self, now: datetime) -> timedelta:
        return self._pacing.least(self.channel.id, self._manifest.budgets, now)

    async def close(self) -> None:
        """Close the session; where that is broken off, it is still to be closed."""
        session, self._session, self._listener = self._session, None, None
        if session is None:
            return
        try:
            await closed(session, f"channel {self.channel.id}")
        except asyncio.CancelledError:
            self._session = session
            raise

    def _note_able(self, session: Session) -> None:
        try:
            self._abilities.note(session)
        except StoreError:
            raise
        except Exception:
            log.exception("channel %s: its session says not what it can do", self.channel.id)

    async def _ask_gone(self, session: Session, turn: Sequence[str], total: Ingested) -> None:
        gone = await self._gone.ask(session, turn)
        now = self._clock.now()
        if gone:
            done = self._ingest.delete([MessageDeleted(remote_id, now) for remote_id in gone])
            total.deleted += done.deleted
            self._changed()

    def _stand(self, state: ChannelState, reason: str, until: datetime | None = None) -> None:
        if self._stood == (state, reason, until):
            return
        is_lost = state is ChannelState.BAD_CREDENTIALS and self.state is not state
        self.state = state
        with self._cache.change() as change:
            if is_lost:
                self._filling.lose(change, self._clock.now())
            change.set_channel_state(self.channel.id, state, reason, self._clock.now(), until)
        self._stood = state, reason, until
        self._changed()
