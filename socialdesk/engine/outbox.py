"""Decides which acts go next: in time, in order within a thread, side by side across threads.

What is said on the wire is `dispatch`'s; nothing here knows how an attempt ends.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from socialdesk.connectors.kit.contract import Session
from socialdesk.engine.dispatch import Dispatch, PictureData
from socialdesk.engine.pacing import Pacing
from socialdesk.engine.timekeeping import UNDO_AT_MOST, due_after_jump
from socialdesk.model.automatic import is_automatic
from socialdesk.model.delivery import Delivery
from socialdesk.model.failure import Failure
from socialdesk.model.identifiers import ChannelId, CommandId
from socialdesk.model.pacing import Budget
from socialdesk.store.batches import next_parts
from socialdesk.store.cache import Cache
from socialdesk.store.outbound import Outbound
from socialdesk.store.rule_rows import SUSPENDED
from socialdesk.store.witness import LOST_TRACK, Witness
from socialdesk.support.clock import Clock

_MOVING = (Delivery.QUEUED, Delivery.WAITING, Delivery.SENDING, Delivery.UNKNOWN)


class Outbox:
    """What is on its way out."""

    def __init__(  # noqa: PLR0917 - what it is joined to
        self,
        cache: Cache,
        clock: Clock,
        apply: Callable[[], int],
        session: Callable[[ChannelId], Session | None],
        may_leave: Callable[[ChannelId, datetime], bool],
        budgets: Callable[[ChannelId], Sequence[Budget]],
        told: Callable[[ChannelId, Failure | None], None],
        picture_data: PictureData,
        pacing: Pacing,
    ) -> None:
        """`apply` brings in the desk, `session` and `budgets` give a channel's, `told` hears how each attempt went.

        `may_leave` says of a channel and of when something was given whether that may leave now.
        `picture_data` gives the bytes of a picture that is to go out.
        """
        self._cache = cache
        self._clock = clock
        self._apply = apply
        self._session = session
        self._may_leave = may_leave
        self._budgets = budgets
        self._told = told
        self._dispatch = Dispatch(cache, clock, picture_data)
        self._flying: dict[CommandId, asyncio.Task[None]] = {}
        self._pacing = pacing

    def doubt(self) -> None:
        """Once at the start: what was tried more often than the cache knows of may be there; a person is asked."""
        witness = Witness(self._cache.path)
        waiting = (Delivery.QUEUED, Delivery.WAITING, Delivery.HELD, Delivery.REJECTED)
        doubtful = [
            one
            for one in self._cache.outbox()
            if one.act == "answer" and one.state in waiting and witness.tried(one.command) > one.tries
        ]
        if not doubtful:
            return
        with self._cache.change(durable=True) as change:
            for one in doubtful:
                change.put_outbound(replace(one, state=Delivery.UNKNOWN, state_reason=LOST_TRACK))
                change.set_message_state(one, Delivery.UNKNOWN, LOST_TRACK, None)

    @property
    def is_flying(self) -> bool:
        """Whether something is on the wire."""
        return bool(self._flying)

    def next_due(self) -> datetime | None:
        """When the next act may go; None when nothing waits."""
        heads = [one for one in self._heads() if one.command not in self._flying]
        now = self._clock.now()
        free = {id_: self._pacing.free_at(id_, self._budgets(id_), now) for id_ in {one.channel_id for one in heads}}
        return min((max(one.not_before, free[one.channel_id]) for one in heads), default=None)

    def start_due(self, *, also_waiting: bool = False) -> list[asyncio.Task[None]]:
        """Let everything go whose time has come, each by itself. `also_waiting` tries those that back off, too."""
        # What was taken back on the desk must not leave: the desk is read before anything is claimed.
        self._apply()
        now = self._clock.now()
        started: list[asyncio.Task[None]] = []
        # What somebody waits for goes before what was given its hour.
        for one in sorted(self._heads(), key=lambda one: one.not_before - one.given_at > UNDO_AT_MOST):
            if _is_for_later(one, now):
                self._dispatch.look_at_fence(one)
                continue
            is_due = one.not_before <= now or (also_waiting and one.state is not Delivery.QUEUED)
            if is_due and one.command not in self._flying and self._may_go(one, now):
                task = asyncio.create_task(self._send(one), name=_to(one.channel_id))  # noqa: TID251 - given to the caller
                self._flying[one.command] = task
                started.append(task)
        return started

    async def send_due(self, *, also_waiting: bool = False) -> int:
        """Send everything whose time has come and wait for it; gives how many were tried."""
        started = self.start_due(also_waiting=also_waiting)
        await asyncio.gather(*started)
        return len(started)

    async def land(self) -> None:
        """Wait for what is on the wire."""
        while self._flying:
            await asyncio.gather(*self._flying.values())

    async def landed(self, channel: ChannelId) -> None:
        """Wait for what is on its way to one channel, however it ends."""
        while tasks := [task for task in self._flying.values() if task.get_name() == _to(channel)]:
            await asyncio.wait(tasks)

    async def end(self) -> None:
        """Break off what is on the wire: it is looked for when there is an engine again."""
        tasks = list(self._flying.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def release(self, channel: ChannelId) -> None:
        """A channel is signed in again: what was held for it may go, past the fence and not before its hour as ever."""
        held = [one for one in self._cache.outbox() if one.channel_id == channel and one.state is Delivery.HELD]
        if not held:
            return
        now = self._clock.now()
        with self._cache.change(durable=True) as change:
            for one in held:
                later = one.not_before if one.not_before > now else None
                change.put_outbound(replace(one, state=Delivery.QUEUED, state_reason="", not_before=later or now))
                change.set_message_state(one, Delivery.QUEUED, "", later)

    def after_jump(self) -> None:
        """The time has jumped: give what waited for its undo window another one, let what backed off try at once."""
        now = self._clock.now()
        kept = [
            one
            for one in self._cache.outbox()
            if one.state in (Delivery.QUEUED, Delivery.WAITING) and one.command not in self._flying
        ]
        with self._cache.change(durable=True) as change:
            for one in kept:
                is_new = one.state is Delivery.QUEUED
                due = due_after_jump(one.given_at, one.not_before, now) if is_new else now
                if due != one.not_before:
                    change.put_outbound(replace(one, not_before=due))
                    change.set_message_state(one, one.state, one.state_reason, due)

    async def _send(self, outbound: Outbound) -> None:
        session = self._session(outbound.channel_id)
        try:
            if session is not None:
                carry = self._dispatch.recover if outbound.state is Delivery.SENDING else self._dispatch.send
                self._told(outbound.channel_id, await carry(outbound.command, session))
        finally:
            del self._flying[outbound.command]

    def _may_go(self, one: Outbound, now: datetime) -> bool:
        """Whether its channel's budget has room for it; then it is taken."""
        if one.state is Delivery.SENDING:
            return True  # it is looked for, not sent
        budgets = self._budgets(one.channel_id)
        if self._pacing.free_at(one.channel_id, budgets, now) > now:
            return False
        self._pacing.take(one.channel_id, budgets, one.act, now)
        return True

    def _heads(self) -> list[Outbound]:
        """The first answer of each thread and the first act on each thing; what stands behind another waits for it."""
        heads: dict[tuple[int, str], Outbound] = {}
        later: list[Outbound] = []
        now = self._clock.now()
        outbox = self._cache.outbox()
        turn = next_parts(self._cache, (one.batch for one in outbox))
        is_suspended = bool(self._cache.setting(SUSPENDED))
        for one in sorted(outbox, key=lambda one: (one.given_at, one.part, one.command)):
            if is_suspended and one.act == "answer" and is_automatic(one.command) and one.state is not Delivery.SENDING:
                continue
            if one.state not in _MOVING or (one.batch and one.part != turn.get(one.batch)):
                continue
            if _is_for_later(one, now):
                later.append(one)  # what has an hour of its own keeps nobody else waiting
            else:
                # Nobody's answer waits for a report whose outcome is unknown.
                heads.setdefault((one.thread_id, "" if one.act == "answer" else one.target_remote_id), one)
        return [
            one
            for one in (*heads.values(), *later)
            if one.state is not Delivery.UNKNOWN and self._may_leave(one.channel_id, one.given_at)
        ]


def _to(channel: ChannelId) -> str:
    """The name of the tasks that send something to a channel."""
    return f"send {channel}"


def _is_for_later(one: Outbound, now: datetime) -> bool:
    """Whether an answer waits for an hour that somebody chose, rather than for its undo window."""
    return one.state is Delivery.QUEUED and one.not_before > now and one.not_before - one.given_at > UNDO_AT_MOST


def soon(when: datetime | None, now: datetime, most: timedelta) -> float:
    """Seconds until a moment, between nothing and `most`."""
    if when is None:
        return most.total_seconds()
    return min(max((when - now).total_seconds(), 0.0), most.total_seconds())
