"""The engine of one workspace: joins channels, apply and outbox, and runs them, once or until told to stop.

There is one at a time: it holds the workspace's lock. All it knows is in the files, so it may die at any instant.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
from collections.abc import Callable, Coroutine, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from socialdesk.connectors.kit.contract import Health, Session, Surroundings
from socialdesk.connectors.kit.fetch import Fetcher
from socialdesk.connectors.kit.http import Http
from socialdesk.connectors.kit.registry import Registry
from socialdesk.engine import leaving
from socialdesk.engine.apply import Apply
from socialdesk.engine.channel import Attention, ChannelWorker, Pulled
from socialdesk.engine.connecting import Connecting
from socialdesk.engine.hearing import Hearing
from socialdesk.engine.ingest import Ingested
from socialdesk.engine.keepers import Keepers
from socialdesk.engine.languages import Languages
from socialdesk.engine.media import MediaJobs
from socialdesk.engine.outbox import Outbox, soon
from socialdesk.engine.pacing import Pacing
from socialdesk.engine.promises import Promises
from socialdesk.engine.routing import Routing, arrived
from socialdesk.engine.rule_calls import RuleCalls
from socialdesk.engine.rules import Rules
from socialdesk.engine.shield import Shield
from socialdesk.engine.stories import Stories
from socialdesk.engine.timekeeping import Timekeeper
from socialdesk.engine.upkeep import Upkeep
from socialdesk.model.channel import Channel, ChannelState
from socialdesk.model.command import ConnectChannel, Given, RemoveChannel, Reopen
from socialdesk.model.connecting import AddAccounts, CheckAccess, DropLogin, FinishSignIn, allowed_reach
from socialdesk.model.failure import Failure, FailureKind
from socialdesk.model.fold import fold
from socialdesk.model.identifiers import ChannelId, PersonId
from socialdesk.model.keeping import TidyNow
from socialdesk.model.person import Person, Role
from socialdesk.model.polling import apart
from socialdesk.model.view import FIRST_SAVED
from socialdesk.store import shelf
from socialdesk.store.cache import Cache
from socialdesk.store.desk import Desk
from socialdesk.store.media import Media
from socialdesk.store.protection import Unlocked
from socialdesk.support.clock import Clock
from socialdesk.support.lock import FileLock
from socialdesk.support.pipe import PipeServer, Poke

log = logging.getLogger(__name__)
_MEDIA = "media "
_LISTEN = "listen "
_LONGEST_NAP = timedelta(seconds=30)
_PICTURES = timedelta(seconds=30)
"""For how long a single round fetches pictures."""
_PATIENCE = timedelta(minutes=1)
"""How long the child of a desktop waits for it to say something."""


@dataclass(slots=True)
class SyncReport:
    """What one round brought: by channel name what stood against it, and how much came and went."""

    new: int = 0
    edited: int = 0
    deleted: int = 0
    parked: int = 0
    sent: int = 0
    failures: dict[str, Failure] = field(default_factory=dict[str, Failure])
    channels: int = 0


class Engine:
    """Everything that changes the cache file."""

    def __init__(
        self, unlocked: Unlocked, clock: Clock, registry: Registry | None = None, fetcher: Fetcher | None = None
    ) -> None:
        """Take the lock and open the files. Raises Taken or a StoreError."""
        workspace = unlocked.workspace
        self._clock = clock
        self._registry = registry or Registry()
        self._workspace = workspace
        self._secrets = unlocked.secrets
        with contextlib.ExitStack() as undo:
            self._lock = FileLock(workspace.engine_lock)
            undo.callback(self._lock.release)
            self.cache = Cache(workspace.cache, unlocked.key, write=True)
            undo.callback(self.cache.close)
            # The desk file is made by whoever comes first; the engine only ever reads it afterwards.
            Desk(workspace.desk, unlocked.key, write=True).close()
            self.desk = Desk(workspace.desk, unlocked.key, write=False)
            undo.callback(self.desk.close)
            self._media = Media(workspace.media, unlocked.key, write=True)
            undo.callback(self._media.close)
            self._begin()
            undo.pop_all()
        self._http = Http(clock)
        self._around = {
            manifest.id: Surroundings(self._http, clock, workspace.platform(manifest.id))
            for manifest in self._registry.manifests()
        }
        self._registry.allows = lambda one: self.cache.setting(allowed_reach(one.id)) == one.reach
        self._keepers = Keepers(self._secrets)
        self._connecting = Connecting(self.cache, self._keepers, self._registry, self._around, clock)
        self.media = MediaJobs(self.cache, self._media, clock, self._session, fetcher)
        self._rules = Rules(self.cache, clock)
        self._calls = RuleCalls(self.cache, clock, self._secrets, self._http)
        self._apply = Apply(self.cache, self.desk, clock, self._on_network, self.media.sweep, rules=self._rules)
        self._shield = Shield(self.cache)
        self._languages = Languages()
        self._workers: dict[ChannelId, ChannelWorker] = {}
        self._leaving: set[ChannelId] = set()
        self._known: tuple[int, list[Channel]] | None = None
        """The channels, and which of their versions that is: there may be hundreds, and a round comes often."""
        self._followed = -1
        self._pacing = Pacing(self.cache)
        self.outbox = Outbox(
            self.cache, clock, self.apply_pending, self._session, self._told, self._picture, self._pacing
        )
        self.outbox.doubt()
        self._time = Timekeeper(clock)
        self._stories = Stories(self.cache)
        self._promises = Promises(self.cache)
        self._routing = Routing(self.cache)
        self._hearing = Hearing(self.cache)
        self._upkeep = Upkeep(self.cache, clock.now(), self.media.sweep)
        self._network: list[Given] = []
        self._pipe: PipeServer | None = None
        self._journal = self.cache.journal_end()
        self._poked = asyncio.Event()
        self._stop = False
        self._acted: datetime | None = None
        self._tasks: dict[str, asyncio.Task[None]] = {}
        """What runs beside the rounds, by name: reading one channel, deciding what needs the network."""
        self._broken: BaseException | None = None

    def _begin(self) -> None:
        """Give a new workspace its one member and its first saved views."""
        if self.cache.people():
            return
        with self.cache.change(durable=True) as change:
            change.put_person(Person(PersonId(0), "Me", Role.ADMIN, is_me=True))
        with self.cache.change() as change:
            for place, view in enumerate(FIRST_SAVED):
                change.put_view(view, place)

    def _picture(self, id_: str) -> bytes | None:
        """The bytes of a picture that is to go out: of a draft, or of a saved reply."""
        return self.desk.outgoing_data(id_) or shelf.picture(self.cache, id_)

    def apply_pending(self) -> int:
        """Make the commands on the desk effective, as far as they need no network."""
        applied = self._apply.pending()
        if applied:
            self._changed()
        return applied

    async def sync_once(self, progress: Callable[[str], None] | None = None) -> SyncReport:
        """Decide what is on the desk, read every channel, send what waits; then nothing is left to do but wait."""
        self.apply_pending()
        await self._connecting.forget_old_logins()
        self._promises.finish(self._clock.now())
        self._rules.finish(self._clock.now())
        self._routing.step(self._clock.now())
        self._hearing.finish(self._clock.now())
        await self.decide_network()
        report = await self.read_channels(progress)
        report.sent = await self.drain(also_waiting=True)
        await self._calls.tell_all()
        # Last of all: no text and no answer waits for a picture.
        self.media.sweep_once()
        await self.media.fetch_all(_PICTURES)
        return report

    async def read_channels(self, progress: Callable[[str], None] | None = None) -> SyncReport:
        """Read every channel once, one after the other; `progress` hears the name of each."""
        report = SyncReport()
        self._follow_channels()
        report.channels = len(self._workers)
        for worker in list(self._workers.values()):
            if progress is not None:
                progress(worker.channel.name)
            pulled = await self._read(worker)
            report.new += pulled.ingested.new
            report.edited += pulled.ingested.edited
            report.deleted += pulled.ingested.deleted
            report.parked += pulled.ingested.parked
            if pulled.failure is not None:
                report.failures[worker.channel.name] = pulled.failure
        return report

    async def read_again(self) -> SyncReport:
        """Read the last days of every channel once more, as far back as what could not be read before."""
        self._follow_channels()
        report = SyncReport(channels=len(self._workers))
        for worker in list(self._workers.values()):
            found = Ingested()
            await worker.read_again(found, all_parked=True)
            report.new += found.new
            report.edited += found.edited
            report.deleted += found.deleted
            report.parked += found.parked
        return report

    async def check(self, channel: ChannelId) -> Health | None:
        """Ask a platform how a channel stands; None when its connector is missing."""
        session = self._session(channel)
        return await session.check() if session is not None else None

    async def drain(self, *, also_waiting: bool = False, most: timedelta = timedelta(seconds=20)) -> int:
        """Send until nothing is due within a moment; gives how many attempts were made."""
        began = self._clock.now()
        tried = await self.outbox.send_due(also_waiting=also_waiting)
        while (when := self.outbox.next_due()) is not None and when - began <= most:
            await asyncio.sleep(soon(when, self._clock.now(), most))
            step = await self.outbox.send_due()
            tried += step
            if not step and when <= self._clock.now():
                break
        return tried

    async def run(self, *, until_alone: bool = False) -> None:
        """Work until `stop`, or with `until_alone` until the desktop that was there has gone and the wire is empty.

        Raises StoreError when a file can't be written any more; what was on the wire is asked for at the next start.
        """
        self._pipe = PipeServer(self._workspace.pipe, self._on_poke, self._poked.set)
        await self._pipe.start()
        self._start("old sign-ins", self._connecting.forget_old_logins())
        had_company = False
        began_ms = self._clock.monotonic_ms()
        try:
            while not self._stop:
                self._poked.clear()
                self._round()
                # A desktop that was killed before it said a word is as gone as one that left.
                waited = timedelta(milliseconds=self._clock.monotonic_ms() - began_ms)
                had_company = had_company or self._pipe.guests > 0 or waited > _PATIENCE
                if until_alone and had_company and not self._pipe.guests and not self.outbox.is_flying:
                    log.info("the desktop is gone, nothing is on the wire")
                    return
                await self._nap()
                if self._broken is not None:
                    raise self._broken
            await self.outbox.land()
        finally:
            for task in list(self._tasks.values()):
                await _ended(task)
            await self._pipe.close()

    def stop(self) -> None:
        """End `run` after what is on the wire."""
        self._stop = True
        self._poked.set()

    async def close(self) -> None:
        """Close everything; the lock goes with it."""
        self._pacing.save(self._clock.now())
        for worker in self._workers.values():
            await worker.close()
        self._languages.close()
        await self.media.close()
        await self._http.close()
        self._media.close()
        self.cache.close()
        self.desk.close()
        self._lock.release()

    def _round(self) -> None:
        """Start all that is due; nothing slow is waited for, so that one platform never holds up another."""
        if self._time.jumped():
            log.info("the time jumped, or the machine slept")
            self.outbox.after_jump()
            self._upkeep.next = self._clock.now()
            self._all_forward()
        self.apply_pending()
        if leaving.due(self._channels(), self._clock.now()):
            self._start("leave", self.lead_out())
        if self._network:
            self._start("network", self.decide_network())
        self.wake()
        self._promises.step(self._clock.now())
        self._rules.step(self._clock.now())
        self._routing.step(self._clock.now())
        self._hearing.step(self._clock.now())
        self._follow_channels()
        # Sends go first: a person waits for them.
        for task in self.outbox.start_due():
            task.add_done_callback(self._done)
        now = self._clock.now()
        for id_, worker in self._workers.items():
            if worker.due <= now:
                self._start(f"pull {id_}", self._read_beside(worker))
            if worker.wants_to_listen:
                self._start(f"{_LISTEN}{id_}", worker.listen())
        for call in self._calls.due():
            self._start(f"call {call.id}", self._calls.tell(call))
        for job in self.media.due():
            self._start(f"{_MEDIA}{job.id}", self.media.fetch(job))
        if self._is_idle():
            self._stories.step(now)
            self._shield.step(now)
            self._upkeep.step(now)
        self._pacing.step(now)
        self._changed()

    def _is_idle(self) -> bool:
        """Whether nothing is read and nothing is sent; pictures may come beside whatever waits for such a moment."""
        return all(name.startswith((_MEDIA, _LISTEN)) for name in self._tasks) and not self.outbox.is_flying

    def _start(self, name: str, work: Coroutine[Any, Any, None]) -> None:
        if name in self._tasks:
            work.close()
            return
        task = asyncio.create_task(work, name=name)  # noqa: TID251 - `_done` hears how it ends
        self._tasks[name] = task
        task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[None]) -> None:
        if self._tasks.get(task.get_name()) is task:
            del self._tasks[task.get_name()]
        if not task.cancelled() and (error := task.exception()) is not None:
            self._broken = error
        self._poked.set()

    async def _read_beside(self, worker: ChannelWorker) -> None:
        await self._read(worker, only_heard=worker.next_pull > self._clock.now())

    async def _read(self, worker: ChannelWorker, *, only_heard: bool = False) -> Pulled:
        before = worker.state
        pulled = await worker.pull(only_heard=only_heard)
        if pulled.failure is None:
            if before in (ChannelState.BAD_CREDENTIALS, ChannelState.SUSPENDED):
                self.outbox.release(worker.channel.id)
            if before is ChannelState.OFFLINE:
                # What could not be reached either is most likely back as well.
                self._forward([one for one in self._workers.values() if one.state is ChannelState.OFFLINE])
        return pulled

    def _all_forward(self) -> None:
        """The time has jumped, or somebody asks: read all, and listen anew, since no line survives a sleep."""
        for name, task in self._tasks.items():
            if name.startswith(_LISTEN):
                task.cancel()
        self._forward(self._workers.values())

    def _forward(self, workers: Iterable[ChannelWorker]) -> None:
        """Read these soon, a few at once and the others one after the other."""
        for place, worker in enumerate(workers):
            worker.come_forward(apart(place))

    def next_due(self) -> datetime | None:
        """When there is something to do next, as far as nothing comes from outside."""
        pulls = [worker.due for id_, worker in self._workers.items() if f"pull {id_}" not in self._tasks]
        ours = [
            self.outbox.next_due(),
            self.cache.next_wake(),
            self.media.next_due(),
            self._promises.next,
            self._rules.next,
            self._calls_due(),
            self._routing.next,
            self._hearing.next,
        ]
        if "leave" not in self._tasks:
            ours.append(leaving.next_due(self._channels()))
        if self._is_idle():
            # Whatever ends a busy time wakes us; until then these must wait, not spin.
            ours += [self._upkeep.next, self._stories.next, self._shield.next]
        return min((when for when in (*pulls, *ours) if when is not None), default=None)

    async def _nap(self) -> None:
        with contextlib.suppress(TimeoutError):
            until = self.next_due()
            await asyncio.wait_for(self._poked.wait(), soon(until, self._clock.now(), _LONGEST_NAP))

    def _calls_due(self) -> datetime | None:
        # Whatever ends a call wakes us; until then none is waited for.
        return None if any(name.startswith("call ") for name in self._tasks) else self._calls.next_due()

    def wake(self) -> None:
        """Put snoozed threads whose moment has come back into the queue."""
        now = self._clock.now()
        due = self.cache.next_wake()
        if due is None or due > now:
            return
        with self.cache.change() as change:
            awake = change.threads_to_wake(now)
            for thread in awake:
                change.put_thread(fold(thread, Reopen(thread.id), now, change.me, change.me))
                change.add_happening(thread.id, now, None, "woke")
            arrived(change, [thread.id for thread in awake], now)

    def _channels(self) -> list[Channel]:
        """All channels as they stand; when each was last read and sent to may be older than it is."""
        if self._known is None or self._known[0] != self.cache.channels_version:
            self._known = self.cache.channels_version, self.cache.channels()
        return self._known[1]

    def _follow_channels(self) -> None:
        if self._followed == self.cache.channels_version:
            return
        there = {channel.id: channel for channel in self._channels() if channel.state.is_at_work}
        self._followed = self.cache.channels_version
        for id_ in self._workers.keys() - there.keys():
            self._let_go(id_)
        new: list[ChannelWorker] = []
        for id_, channel in there.items():
            if id_ not in self._workers and id_ not in self._leaving and channel.platform in self._around:
                self._workers[id_] = self._worker(channel)
                new.append(self._workers[id_])
        self._forward(new)

    async def _tidy(self, given: Given) -> None:
        """Tidy everything at once, and say how many bytes that freed of the words and of the pictures."""
        before = self.cache.path.stat().st_size, self._media.size_bytes()
        await self._upkeep.all_now(self._clock.now())
        self.media.shrink()
        after = self.cache.path.stat().st_size, self._media.size_bytes()
        freed = [max(0, was - now) for was, now in zip(before, after, strict=True)]
        told = json.dumps({"words": freed[0], "pictures": freed[1]})
        with self.cache.change(durable=True) as change:
            change.record_result(given.id, self.desk.id, given.seq, "accepted", told, self._clock.now())

    async def lead_out(self) -> None:
        """Disconnect the channels that were left, once their moment has come."""
        for channel in leaving.due(self._channels(), self._clock.now()):
            self._leaving.add(channel.id)
            await self._connecting.leave(channel, self._let_go(channel.id))
            self._leaving.discard(channel.id)
            self._followed = -1
            self._changed()

    def _let_go(self, id_: ChannelId) -> ChannelWorker | None:
        for name in (f"pull {id_}", f"{_LISTEN}{id_}"):
            if name in self._tasks:
                self._tasks[name].cancel()
        self._pacing.forget(id_)
        self._followed = -1
        return self._workers.pop(id_, None)

    def _worker(self, channel: Channel) -> ChannelWorker:
        around = self._around[channel.platform]
        return ChannelWorker(
            channel,
            self.cache,
            self._keepers,
            self._registry,
            around,
            changed=self._changed,
            attention=self._attention,
            pacing=self._pacing,
            wake=self._poked.set,
            shield=self._shield,
            rules=self._rules,
            languages=self._languages,
        )

    def _attention(self) -> Attention:
        ago = None if self._acted is None else self._clock.now() - self._acted
        return Attention(self._pipe is not None and self._pipe.guests > 0, ago)

    def _session(self, channel: ChannelId) -> Session | None:
        self._follow_channels()
        worker = self._workers.get(channel)
        return worker.session if worker is not None else None

    def _told(self, channel: ChannelId, failure: Failure | None) -> None:
        worker = self._workers.get(channel)
        kinds = (FailureKind.AUTH_EXPIRED, FailureKind.SUSPENDED)
        is_the_channels = failure is not None and (failure.heals_itself or failure.kind in kinds)
        if worker is not None and is_the_channels:
            worker.note(failure)
        elif worker is not None and failure is None:
            worker.stir()
        self._changed()

    def _on_network(self, given: Given) -> None:
        self._network.append(given)

    async def decide_network(self) -> None:
        """Carry out the commands on the desk that need the network: connecting and removing channels."""
        while self._network:
            given = self._network.pop(0)
            await self._connecting.forget_old_logins()
            match given.command:
                case ConnectChannel() as command:
                    for channel in await self._connecting.connect(given, command, self.desk.id):
                        # A new sign-in on a known account: its old session is of no use, what was held may go.
                        self._let_go(channel.id)
                        self.outbox.release(channel.id)
                case FinishSignIn() as command:
                    for channel in await self._connecting.finish(given, command, self.desk.id):
                        self._let_go(channel.id)
                        self.outbox.release(channel.id)
                case AddAccounts() as command:
                    for channel in await self._connecting.add(given, command, self.desk.id):
                        self._let_go(channel.id)
                        self.outbox.release(channel.id)
                case DropLogin() as command:
                    await self._connecting.drop(given, command, self.desk.id)
                case TidyNow():
                    await self._tidy(given)
                case CheckAccess() as command:
                    worker = self._workers.get(ChannelId(command.channel))
                    await self._connecting.check(given, self.desk.id, worker)
                case RemoveChannel() as command:
                    id_ = ChannelId(command.channel)
                    self._leaving.add(id_)
                    await self._connecting.remove(given, command, self.desk.id, self._let_go(id_))
                    self._leaving.discard(id_)
                    self._followed = -1
                case _:
                    raise AssertionError("only these are decided on the network")
            self._changed()
            self._poked.set()

    def _on_poke(self, poke: Poke) -> None:
        match poke["poke"]:
            case "sync":
                self._forward(self._workers.values())
            case "commands":
                self._acted = self._clock.now()
                for worker in self._workers.values():
                    worker.hurry()
            case "stop":
                self._stop = True
            case "show" if self._pipe is not None:
                self._pipe.tell(poke)
            case _:
                pass
        self._poked.set()

    def _changed(self) -> None:
        """Poke the desktops when the journal grew."""
        end = self.cache.journal_end()
        if end != self._journal and self._pipe is not None:
            self._pipe.tell({"poke": "journal", "to": end})
        self._journal = end


async def _ended(task: asyncio.Task[None]) -> None:
    """Cancel a task and wait for it; what it says at its end is of no use any more."""
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError, Exception):
        await task
