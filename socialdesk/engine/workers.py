"""The channels at work: who reads each of them, which come and go, and what a reading or a sending told of one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from datetime import datetime

from socialdesk.connectors.kit.contract import Session, Surroundings
from socialdesk.connectors.kit.registry import Registry
from socialdesk.engine import leaving
from socialdesk.engine.beside import Beside
from socialdesk.engine.channel import Attention, ChannelWorker
from socialdesk.engine.connecting import Connecting
from socialdesk.engine.keepers import Keepers
from socialdesk.engine.languages import Languages
from socialdesk.engine.pacing import Pacing
from socialdesk.engine.reading import Pulled
from socialdesk.engine.rules import Rules
from socialdesk.engine.shield import Shield
from socialdesk.model.channel import Channel, ChannelState
from socialdesk.model.failure import Failure, FailureKind
from socialdesk.model.identifiers import ChannelId
from socialdesk.model.pacing import Budget
from socialdesk.model.polling import apart
from socialdesk.model.thread import Kind
from socialdesk.store.cache import Cache
from socialdesk.support.clock import Clock

LISTEN = "listen "
"""How the names of tasks begin that listen to a channel: they never end by themselves."""


class Workers:
    """One worker for each channel at work."""

    def __init__(
        self,
        cache: Cache,
        clock: Clock,
        registry: Registry,
        around: Mapping[str, Surroundings],
        keepers: Keepers,
        *,
        beside: Beside,
        pacing: Pacing,
        shield: Shield,
        rules: Rules,
        languages: Languages,
        attention: Callable[[], Attention],
        changed: Callable[[], None],
        wake: Callable[[], None],
        works_again: Callable[[ChannelId], None],
        landed: Callable[[ChannelId], Awaitable[None]],
    ) -> None:
        """`changed` is called after whatever a screen could show, `wake` when there is something to read at once.

        `works_again` hears of a channel that had stopped and can be sent to again; `landed` waits for what is on its
        way to one.
        """
        self._cache = cache
        self._clock = clock
        self._registry = registry
        self._around = around
        self._keepers = keepers
        self._beside = beside
        self._pacing = pacing
        self._shield = shield
        self._rules = rules
        self._languages = languages
        self._attention = attention
        self._changed = changed
        self._wake = wake
        self._works_again = works_again
        self._landed = landed
        self.all: dict[ChannelId, ChannelWorker] = {}
        self._leaving: set[ChannelId] = set()
        self._known: tuple[int, list[Channel]] | None = None
        """The channels, and which of their versions that is: there may be hundreds, and a round comes often."""
        self._followed = -1
        self._parted = 0
        self._let_go: set[ChannelWorker] = set()
        """Those that read no more and may still have a session to close."""

    @property
    def open(self) -> list[ChannelWorker]:
        """All whose session is to be closed at the end, also those that were let go and did not come to it yet."""
        return [worker for worker in (*self.all.values(), *self._let_go) if worker.is_open]

    def channels(self) -> list[Channel]:
        """All channels as they stand; when each was last read and sent to may be older than it is."""
        if self._known is None or self._known[0] != self._cache.channels_version:
            self._known = self._cache.channels_version, self._cache.channels()
        return self._known[1]

    def follow(self) -> None:
        """Have a worker for each channel that is at work now, and for no other."""
        if self._followed == self._cache.channels_version:
            return
        there = {channel.id: channel for channel in self.channels() if channel.state.is_at_work}
        self._followed = self._cache.channels_version
        for id_ in self.all.keys() - there.keys():
            self.part(id_)
        new: list[ChannelWorker] = []
        for id_, channel in there.items():
            if id_ not in self.all and id_ not in self._leaving and channel.platform in self._around:
                self.all[id_] = self._worker(channel)
                new.append(self.all[id_])
        self.forward(new)

    def let_go(self, id_: ChannelId) -> ChannelWorker | None:
        """Stop reading a channel; a new worker comes for it with the next look at the channels, if it is at work."""
        self._beside.cancel(f"pull {id_}", f"{LISTEN}{id_}")
        self._pacing.forget(id_)
        self._followed = -1
        worker = self.all.pop(id_, None)
        self._let_go = {one for one in self._let_go if one.is_open}
        if worker is not None and worker.is_open:
            self._let_go.add(worker)
        return worker

    def part(self, id_: ChannelId) -> None:
        """Stop reading a channel, and close its session as soon as nothing is on its way there."""
        worker = self.let_go(id_)
        if worker is not None and worker.is_open:
            self._parted += 1
            self._beside.start(f"close {id_} {self._parted}", lambda: self._close(worker))

    async def _close(self, worker: ChannelWorker) -> None:
        await self._landed(worker.channel.id)
        await worker.close()

    async def lead_out(self, connecting: Connecting) -> None:
        """Disconnect the channels that were left, once their moment has come."""
        for channel in leaving.due(self.channels(), self._clock.now()):
            await connecting.leave(channel, self.leaves(channel.id))
            self.has_left(channel.id)
            self._changed()

    def leaves(self, id_: ChannelId) -> ChannelWorker | None:
        """A channel is being removed: its worker, who reads no more; none comes for it until `has_left`."""
        self._leaving.add(id_)
        return self.let_go(id_)

    def has_left(self, id_: ChannelId) -> None:
        """What began with `leaves` is over."""
        self._leaving.discard(id_)
        self._followed = -1

    def start_due(self) -> None:
        """Begin to read the channels whose moment has come, and to listen where it is wanted."""
        now = self._clock.now()
        for id_, worker in self.all.items():
            if worker.due <= now:
                self._beside.start(f"pull {id_}", lambda worker=worker: self._read_due(worker))
            if worker.wants_to_listen:
                self._beside.start(f"{LISTEN}{id_}", worker.listen)

    async def read(self, worker: ChannelWorker, *, only_heard: bool = False) -> Pulled:
        """Read one channel; where it answers again after it had not, what waited for that goes on."""
        before = worker.state
        pulled = await worker.pull(only_heard=only_heard)
        if pulled.failure is None:
            if before in (ChannelState.BAD_CREDENTIALS, ChannelState.SUSPENDED):
                self._works_again(worker.channel.id)
            if before is ChannelState.OFFLINE:
                # What could not be reached either is most likely back as well.
                self.forward([one for one in self.all.values() if one.state is ChannelState.OFFLINE])
        return pulled

    async def _read_due(self, worker: ChannelWorker) -> None:
        await self.read(worker, only_heard=worker.next_pull > self._clock.now())

    def listen_anew(self) -> None:
        """The time has jumped: no line survives a sleep."""
        self._beside.cancel(*[name for name in self._beside if name.startswith(LISTEN)])
        self.forward(self.all.values())

    def forward(self, workers: Iterable[ChannelWorker]) -> None:
        """Read these soon, a few at once and the others one after the other."""
        for place, worker in enumerate(workers):
            worker.come_forward(apart(place))

    def session(self, channel: ChannelId) -> Session | None:
        """The session of a channel at work; None where there is none, or its connector is missing."""
        self.follow()
        worker = self.all.get(channel)
        return worker.session if worker is not None else None

    def may_leave(self, channel: ChannelId, given_at: datetime) -> bool:
        """Whether there is a session by which what was given at that moment may leave now."""
        worker = self.all.get(channel) if self.session(channel) is not None else None
        return worker is not None and worker.may_leave(given_at)

    def budgets(self, channel: ChannelId) -> Sequence[Budget]:
        """What a channel at work may use, by the last word of its session; nothing where there is none."""
        worker = self.all.get(channel) if self.session(channel) is not None else None
        return worker.able(Kind.COMMENT).budgets if worker is not None else ()

    def told(self, channel: ChannelId, failure: Failure | None) -> None:
        """How an attempt to send went, which may say something of the channel itself."""
        worker = self.all.get(channel)
        kinds = (FailureKind.AUTH_EXPIRED, FailureKind.SUSPENDED)
        is_the_channels = failure is not None and (failure.heals_itself or failure.kind in kinds)
        if worker is not None and is_the_channels:
            worker.note(failure)
        elif worker is not None and failure is None:
            worker.stir()
        self._changed()

    def _worker(self, channel: Channel) -> ChannelWorker:
        return ChannelWorker(
            channel,
            self._cache,
            self._keepers,
            self._registry,
            self._around[channel.platform],
            changed=self._changed,
            attention=self._attention,
            pacing=self._pacing,
            wake=self._wake,
            shield=self._shield,
            rules=self._rules,
            languages=self._languages,
        )
