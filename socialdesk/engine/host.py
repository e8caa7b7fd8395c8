"""The engine of one workspace: joins channels, apply and outbox, and runs them, once or until told to stop.

There is one at a time: it holds the workspace's lock. All it knows is in the files, so it may die at any instant.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from socialdesk.connectors.kit.contract import Health, Surroundings
from socialdesk.connectors.kit.fetch import Fetcher
from socialdesk.connectors.kit.http import Http
from socialdesk.connectors.kit.registry import Registry
from socialdesk.engine import leaving, waking
from socialdesk.engine.apply import Apply
from socialdesk.engine.beside import Beside
from socialdesk.engine.channel import Attention
from socialdesk.engine.connecting import Connecting
from socialdesk.engine.files import Files
from socialdesk.engine.hearing import Hearing
from socialdesk.engine.ingest import Ingested
from socialdesk.engine.keepers import Keepers
from socialdesk.engine.languages import Languages
from socialdesk.engine.media import MediaJobs
from socialdesk.engine.network_acts import NetworkActs
from socialdesk.engine.outbox import Outbox, soon
from socialdesk.engine.pacing import Pacing
from socialdesk.engine.promises import Promises
from socialdesk.engine.reading import SyncReport
from socialdesk.engine.routing import Routing
from socialdesk.engine.rule_calls import RuleCalls
from socialdesk.engine.rules import Rules
from socialdesk.engine.shield import Shield
from socialdesk.engine.stories import Stories
from socialdesk.engine.tagging import TagWork
from socialdesk.engine.timekeeping import Timekeeper
from socialdesk.engine.upkeep import Upkeep
from socialdesk.engine.workers import LISTEN, Workers
from socialdesk.model.command import Given
from socialdesk.model.connecting import allowed_reach
from socialdesk.model.identifiers import ChannelId
from socialdesk.store import shelf
from socialdesk.store.protection import Unlocked
from socialdesk.support.clock import Clock, zone_moved
from socialdesk.support.pipe import PipeServer, Poke

log = logging.getLogger(__name__)
_MEDIA = "media "
_LONGEST_NAP = timedelta(seconds=30)
_PICTURES = timedelta(seconds=30)
"""For how long a single round fetches pictures."""
_PATIENCE = timedelta(minutes=1)
"""How long the child of a desktop waits for it to say something."""


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
        self._files = files = Files(unlocked)
        self.cache, self.desk, self._media = files.cache, files.desk, files.media
        self._http = Http(clock)
        self._around = {
            manifest.id: Surroundings(self._http, clock, workspace.platform(manifest.id))
            for manifest in self._registry.manifests()
        }
        self._registry.allows = lambda one: self.cache.setting(allowed_reach(one.id)) == one.reach
        self._keepers = Keepers(self._secrets)
        self._connecting = Connecting(self.cache, self._keepers, self._registry, self._around, clock)
        self._rules = Rules(self.cache, clock)
        self._calls = RuleCalls(self.cache, clock, self._secrets, self._http)
        self._shield = Shield(self.cache)
        self._languages = Languages()
        self._pacing = Pacing(self.cache)
        self.poked = asyncio.Event()
        self.beside = Beside(self.poked)
        self.workers = Workers(
            self.cache,
            clock,
            self._registry,
            self._around,
            self._keepers,
            beside=self.beside,
            pacing=self._pacing,
            shield=self._shield,
            rules=self._rules,
            languages=self._languages,
            attention=self._attention,
            changed=self._changed,
            wake=self.poked.set,
            works_again=self._works_again,
            landed=self._landed,
        )
        self.media = MediaJobs(self.cache, self._media, clock, self.workers.session, fetcher)
        self._apply = Apply(self.cache, self.desk, clock, self._needs_network, self.media.sweep, rules=self._rules)
        self.outbox = Outbox(
            self.cache,
            clock,
            self.apply_pending,
            self.workers.session,
            self.workers.may_leave,
            self.workers.budgets,
            self.workers.told,
            self._picture,
            self._pacing,
        )
        self.outbox.doubt()
        self._network = NetworkActs(self.desk.id, self._connecting, self.workers, self.outbox, self._tidy)
        self._time = Timekeeper(clock)
        self._stories = Stories(self.cache)
        self._promises = Promises(self.cache)
        self._routing = Routing(self.cache)
        self._hearing = Hearing(self.cache)
        self._tags = TagWork(self.cache)
        self._upkeep = Upkeep(self.cache, clock.now(), self.media.sweep)
        self._pipe: PipeServer | None = None
        self._journal = self.cache.journal_end()
        self._stop = False
        self._acted: datetime | None = None

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
        self._follow_tags(self._tags.finish)
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
        self.workers.follow()
        report.channels = len(self.workers.all)
        for worker in list(self.workers.all.values()):
            if progress is not None:
                progress(worker.channel.name)
            pulled = await self.workers.read(worker)
            report.add(pulled.ingested)
            if pulled.failure is not None:
                report.failures[worker.channel.name] = pulled.failure
        return report

    async def read_again(self) -> SyncReport:
        """Read the last days of every channel once more, as far back as what could not be read before."""
        self.workers.follow()
        report = SyncReport(channels=len(self.workers.all))
        for worker in list(self.workers.all.values()):
            found = Ingested()
            await worker.read_again(found, all_parked=True)
            report.add(found)
        return report

    async def check(self, channel: ChannelId) -> Health | None:
        """Ask a platform how a channel stands; None when its connector is missing."""
        session = self.workers.session(channel)
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
        self._pipe = PipeServer(self._workspace.pipe, self._on_poke, self.poked.set)
        await self._pipe.start()
        self.beside.start("old sign-ins", self._connecting.forget_old_logins)
        had_company = False
        began_ms = self._clock.monotonic_ms()
        try:
            while not self._stop:
                self.poked.clear()
                self._round()
                # A desktop that was killed before it said a word is as gone as one that left.
                waited = timedelta(milliseconds=self._clock.monotonic_ms() - began_ms)
                had_company = had_company or self._pipe.guests > 0 or waited > _PATIENCE
                if until_alone and had_company and not self._pipe.guests and not self.outbox.is_flying:
                    log.info("the desktop is gone, nothing is on the wire")
                    return
                await self._nap()
                if self.beside.broken is not None:
                    raise self.beside.broken
            await self.outbox.land()
        finally:
            await self.beside.end()
            await self._pipe.close()

    def stop(self) -> None:
        """End `run` after what is on the wire."""
        self._stop = True
        self.poked.set()

    async def close(self) -> None:
        """Close everything, whatever stands against one of them; the lock goes with it."""
        async with contextlib.AsyncExitStack() as closing:
            closing.callback(self._files.close)
            closing.push_async_callback(self._http.close)
            closing.push_async_callback(self.media.close)
            closing.callback(self._languages.close)
            for worker in self.workers.open:
                closing.push_async_callback(worker.close)
            closing.push_async_callback(self.outbox.end)
            self._pacing.save(self._clock.now())

    def _round(self) -> None:
        """Start all that is due; nothing slow is waited for, so that one platform never holds up another."""
        if zone_moved():
            log.info("the machine stands in another time zone")
        if self._time.jumped():
            log.info("the time jumped, or the machine slept")
            self.outbox.after_jump()
            self._upkeep.next = self._clock.now()
            self.workers.listen_anew()
        self.apply_pending()
        if leaving.due(self.workers.channels(), self._clock.now()):
            self.beside.start("leave", self.lead_out)
        if self._network.waiting:
            self.beside.start("network", self.decide_network)
        self.wake()
        self._follow_tags(self._tags.step)
        self._promises.step(self._clock.now())
        self._rules.step(self._clock.now())
        self._routing.step(self._clock.now())
        self._hearing.step(self._clock.now())
        self.workers.follow()
        # Sends go first: a person waits for them.
        for task in self.outbox.start_due():
            self.beside.watch(task)
        now = self._clock.now()
        self.workers.start_due()
        for call in self._calls.due():
            self.beside.start(f"call {call.id}", lambda call=call: self._calls.tell(call))
        for job in self.media.due():
            self.beside.start(f"{_MEDIA}{job.id}", lambda job=job: self.media.fetch(job))
        if self._is_idle():
            self._stories.step(now)
            self._shield.step(now)
            self._upkeep.step(now)
        self._pacing.step(now)
        self._changed()

    def _follow_tags(self, step: Callable[[datetime], bool]) -> None:
        if step(self._clock.now()):
            self._rules.refresh()  # what they wait for and do may be called otherwise

    def _is_idle(self) -> bool:
        """Whether nothing is read and nothing is sent; pictures may come beside whatever waits for such a moment."""
        return all(name.startswith((_MEDIA, LISTEN)) for name in self.beside) and not self.outbox.is_flying

    def next_due(self) -> datetime | None:
        """When there is something to do next, as far as nothing comes from outside."""
        pulls = [worker.due for id_, worker in self.workers.all.items() if f"pull {id_}" not in self.beside]
        ours = [
            self.outbox.next_due(),
            self.cache.next_wake(),
            self.media.next_due(),
            self._promises.next,
            self._rules.next,
            self._calls_due(),
            self._routing.next,
            self._hearing.next,
            self._tags.next,
        ]
        if "leave" not in self.beside:
            ours.append(leaving.next_due(self.workers.channels()))
        if self._is_idle():
            # Whatever ends a busy time wakes us; until then these must wait, not spin.
            ours += [self._upkeep.next, self._stories.next, self._shield.next]
        return min((when for when in (*pulls, *ours) if when is not None), default=None)

    async def _nap(self) -> None:
        with contextlib.suppress(TimeoutError):
            until = self.next_due()
            await asyncio.wait_for(self.poked.wait(), soon(until, self._clock.now(), _LONGEST_NAP))

    def _calls_due(self) -> datetime | None:
        # Whatever ends a call wakes us; until then none is waited for.
        return None if any(name.startswith("call ") for name in self.beside) else self._calls.next_due()

    def wake(self) -> None:
        """Put snoozed threads whose moment has come back into the queue."""
        waking.wake(self.cache, self._clock.now())

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
        await self.workers.lead_out(self._connecting)

    def _attention(self) -> Attention:
        ago = None if self._acted is None else self._clock.now() - self._acted
        return Attention(self._pipe is not None and self._pipe.guests > 0, ago)

    def _works_again(self, channel: ChannelId) -> None:
        self.outbox.release(channel)

    async def _landed(self, channel: ChannelId) -> None:
        await self.outbox.landed(channel)

    def _needs_network(self, given: Given) -> None:
        self._network.waiting.append(given)

    async def decide_network(self) -> None:
        """Carry out the commands on the desk that need the network: connecting and removing channels."""
        await self._network.decide(self._decided)

    def _decided(self) -> None:
        self._changed()
        self.poked.set()

    def _on_poke(self, poke: Poke) -> None:
        match poke["poke"]:
            case "alive":
                if self._pipe is not None:
                    self._pipe.tell(poke)  # whoever asks only wants to hear that this loop goes round
                return
            case "sync":
                self.workers.forward(self.workers.all.values())
            case "commands":
                self._acted = self._clock.now()
                for worker in self.workers.all.values():
                    worker.hurry()
            case "stop":
                self._stop = True
            case "show" if self._pipe is not None:
                self._pipe.tell(poke)
            case _:
                pass
        self.poked.set()

    def _changed(self) -> None:
        """Poke the desktops when the journal grew."""
        end = self.cache.journal_end()
        if end != self._journal and self._pipe is not None:
            self._pipe.tell({"poke": "journal", "to": end})
        self._journal = end
