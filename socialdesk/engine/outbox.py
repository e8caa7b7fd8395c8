"""Decides which acts go next: in time, in order within a thread, side by side across threads; sends through `dispatch`."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

from socialdesk.connectors.kit.contract import Session
from socialdesk.engine.dispatch import Dispatch
from socialdesk.model.delivery import Delivery
from socialdesk.model.failure import Failure
from socialdesk.model.identifiers import ChannelId, CommandId
from socialdesk.store.cache import Cache
from socialdesk.store.outbound import Outbound
from socialdesk.support.clock import Clock

_MOVING = (Delivery.QUEUED, Delivery.WAITING, Delivery.SENDING, Delivery.UNKNOWN)


class Outbox:
    """What is on its way out."""

    def __init__(
        self,
        cache: Cache,
        clock: Clock,
        apply: Callable[[], int],
        session: Callable[[ChannelId], Session | None],
        told: Callable[[ChannelId, Failure], None],
    ) -> None:
        """`apply` brings in what is on the desk, `session` gives a channel's, `told` hears what stood against a send."""
        self._cache = cache
        self._clock = clock
        self._apply = apply
        self._session = session
        self._told = told
        self._dispatch = Dispatch(cache, clock)
        self._flying: set[CommandId] = set()

    @property
    def is_flying(self) -> bool:
        """Whether something is on the wire."""
        return bool(self._flying)

    def next_due(self) -> datetime | None:
        """When the next act may go; None when nothing waits."""
        waiting = [one.not_before for one in self._heads() if one.command not in self._flying]
        return min(waiting, default=None)

    async def send_due(self, *, also_waiting: bool = False) -> int:
        """Send everything whose time has come; gives how many were tried. `also_waiting` tries those that back off too."""
        # What was taken back on the desk must not leave: the desk is read before anything is claimed.
        self._apply()
        now = self._clock.now()
        due = [
            one
            for one in self._heads()
            if one.command not in self._flying
            and (one.not_before <= now or (also_waiting and one.state is not Delivery.QUEUED))
            and self._session(one.channel_id) is not None
        ]
        await asyncio.gather(*(self._send(one) for one in due))
        return len(due)

    async def _send(self, outbound: Outbound) -> None:
        session = self._session(outbound.channel_id)
        if session is None:
            return
        self._flying.add(outbound.command)
        try:
            carry = self._dispatch.recover if outbound.state is Delivery.SENDING else self._dispatch.send
            failure = await carry(outbound.command, session)
            if failure is not None:
                self._told(outbound.channel_id, failure)
        finally:
            self._flying.discard(outbound.command)

    def _heads(self) -> list[Outbound]:
        """The first act of each thread that may move; what stands behind another waits for it."""
        heads: dict[int, Outbound] = {}
        for one in sorted(self._cache.outbox(), key=lambda one: (one.given_at, one.command)):
            if one.state in _MOVING:
                heads.setdefault(one.thread_id, one)
        return [one for one in heads.values() if one.state is not Delivery.UNKNOWN]


def soon(when: datetime | None, now: datetime, most: timedelta) -> float:
    """Seconds until a moment, between nothing and `most`."""
    if when is None:
        return most.total_seconds()
    return min(max((when - now).total_seconds(), 0.0), most.total_seconds())
