"""Gives the moments and the pace of what is done to many at once, from the budgets of the channels it goes to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.look.numbers import dollars, number
from socialdesk.desktop.places.bulk import words
from socialdesk.model.channel import ChannelState
from socialdesk.model.command import ThreadCommand
from socialdesk.model.identifiers import ChannelId, ThreadId
from socialdesk.model.pacing import Budget, per_minute, spread
from socialdesk.model.thread import Kind
from socialdesk.store.bulk_targets import taken_moments

if TYPE_CHECKING:
    from socialdesk.desktop.bridge.bridge import Bridge
    from socialdesk.model.capability import Capabilities
    from socialdesk.model.thread import Thread

tr = QCoreApplication.translate
Abilities: TypeAlias = "dict[tuple[ChannelId, Kind], Capabilities]"


class Paces:
    """The pace of one act on some threads at one moment."""

    def __init__(self, bridge: Bridge, act: str) -> None:
        self._bridge = bridge
        self._act = act
        self._now = bridge.clock.now()
        self._start = self._now + timedelta(seconds=bridge.settings.number("undo_s"))
        self._taken = _taken(bridge, self._now)
        self._budgets: dict[ChannelId, Sequence[Budget]] = {}

    def moments(self, threads: Sequence[Thread]) -> tuple[datetime, ...]:
        """When each may go: after the time to undo, on each channel evenly, beside what waits there already."""
        for one in threads:
            if one.channel_id not in self._budgets:
                can = self._bridge.capabilities(one)
                self._budgets[one.channel_id] = can.budgets if can is not None else ()
        channels = [one.channel_id for one in threads]
        return spread(channels, self._act, self._start, self._budgets, self._taken)

    def lasts(self, threads: Sequence[Thread]) -> timedelta:
        """How long until the last one has gone."""
        return max(self.moments(threads), default=self._now) - self._now

    def said(self, threads: Sequence[Thread]) -> str:
        """The pace and how long it takes: "14 a minute, about 3 min"; empty for nothing."""
        if not threads:
            return ""
        span = words.lasts(self.lasts(threads))
        channels = {one.channel_id for one in threads}
        rates = {max(1, round(per_minute(self._budgets[id_], self._act))) for id_ in channels}
        if len(channels) == 1:
            pace = tr("bulk", "%n a minute", "answers or acts on one channel", *rates)
        else:
            pace = tr("bulk", "up to %n a minute on each channel", "answers or acts", max(rates))
        pace = pace.replace(str(max(rates)), number(max(rates)), 1)
        said = tr("bulk", "{pace}, {span}").format(pace=pace, span=span)
        price = self._price(threads)
        return tr("bulk", "{pace}; {price}").format(pace=said, price=price) if price else said

    def _price(self, threads: Sequence[Thread]) -> str:
        """What the platforms charge for so many answers; empty where that is nothing."""
        if self._act != "reply":
            return ""
        able = (self._bridge.capabilities(one) for one in threads)
        prices = [can.price for can in able if can is not None and can.price is not None]
        least, most = sum(one.mills for one in prices), sum(one.with_link_mills for one in prices)
        if not most:
            return ""
        if least == most:
            return tr("bulk", "the network charges up to {price}").format(price=dollars(most))
        words = tr("bulk", "the network charges up to {price}, with links up to {most}")
        return words.format(price=dollars(least), most=dollars(most))


def _taken(bridge: Bridge, now: datetime) -> dict[ChannelId, list[datetime]]:
    """By channel, the moments at which something goes out already."""
    found = dict(taken_moments(bridge.cache, now))
    waits: list[tuple[ThreadId, datetime]] = []
    for one in bridge.submit.pending:
        at = getattr(one.command, "not_before", None)
        if isinstance(one.command, ThreadCommand) and isinstance(at, datetime) and at > now:
            waits.append((one.command.thread, at))
    channels = {one.id: one.channel_id for one in bridge.cache.threads([id_ for id_, _ in waits])}
    for id_, at in waits:
        if id_ in channels:
            found.setdefault(channels[id_], []).append(at)
    return found


def abilities(bridge: Bridge) -> Abilities:
    """What each channel can do in each kind of thread, read once for very many threads."""
    found = {(one.id, kind): bridge.able(one.id, kind) for one in bridge.channels for kind in Kind}
    return {which: can for which, can in found.items() if can is not None}


def channel_notes(bridge: Bridge, threads: Sequence[Thread]) -> list[str]:
    """What holds acts up on the channels of these threads: no network, or no sign-in."""
    found: list[str] = []
    for id_ in dict.fromkeys(one.channel_id for one in threads):
        channel = bridge.channel(id_)
        if channel is None:
            continue
        if channel.state is ChannelState.OFFLINE:
            said = tr("bulk", "{channel} is offline: what goes there waits, and leaves by itself when it is back.")
        elif channel.state in (ChannelState.BAD_CREDENTIALS, ChannelState.SUSPENDED, ChannelState.PAUSED):
            said = tr("bulk", "{channel} is not signed in: what goes there waits until somebody signs in again.")
        elif channel.state is ChannelState.RATE_LIMITED:
            said = tr("bulk", "{channel} asked for a pause: what goes there leaves by itself afterwards.")
        else:
            continue
        found.append(said.replace("{channel}", channel.name))
    return found
