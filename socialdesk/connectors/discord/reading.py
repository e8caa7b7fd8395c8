"""Reads one server: gives pages of what was said in all its channels, and what was changed or taken away since.

Ids tell their time and each channel tells its newest one, so a round in which nobody spoke costs two requests.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from socialdesk.connectors.discord import mapping
from socialdesk.connectors.discord.mapping import Channel, Whose
from socialdesk.connectors.discord.names import id_at, message_name, moment_of
from socialdesk.connectors.discord.place import Place, to_place
from socialdesk.connectors.discord.wire import Wire
from socialdesk.connectors.kit.contract import Page
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.model.event import Event, MessageDeleted, MessageSeen
from socialdesk.model.failure import FailureKind
from socialdesk.support.clock import Clock

MOST = 100
_MOST_PAGES = 10
"""How many requests one page of the engine may take."""
_SETTLES = timedelta(seconds=15)
"""So long after its id says a message may still come to light; until then it is asked for once more."""
_LOOK_BACK = timedelta(hours=24)
_LOOK_EVERY = timedelta(minutes=3)
_MOST_LOOKS = 8
_REFUSED_FOR = timedelta(hours=1)
_SPOKEN_IN = (0, 2, 5, 13)
"""Kinds of channels with messages of their own: docs.discord.com, Channel Types. Forums have threads only."""
_ARCHIVED_AFTER = timedelta(minutes=50)
"""Threads that nobody writes in leave the list of active ones after an hour at the earliest."""


class Reading:
    """The channels of one server."""

    def __init__(
        self, wire: Wire, whose: Whose, chosen: Callable[[], tuple[str, ...]], clock: Clock, history: timedelta
    ) -> None:
        """`chosen` gives names or ids of the channels that are read whole, in small letters."""
        self._wire = wire
        self._whose = whose
        self._chosen = chosen
        self._clock = clock
        self._history = history
        self._refused: dict[str, datetime] = {}
        self._names: dict[str, str] = {}
        self._whole: set[str] = set()
        self._looked_at: datetime | None = None
        self._known: dict[str, set[int]] = {}
        """By channel, what stood there when it was looked at last."""

    def wants(self, channel: str) -> bool:
        """Whether every word in a channel is for us, or the channel is not known yet."""
        return channel in self._whole or channel not in self._names

    def look_back_next(self) -> None:
        """Something was changed or taken away: the next reading looks for it."""
        self._looked_at = None

    async def pull(self, cursor: str | None, deadline: datetime) -> Page:
        """What was said since a cursor, or within the history. Raises ConnectorError."""
        begun = self._clock.now()
        is_first = cursor is None
        place = Place(0) if cursor is None else to_place(cursor)
        channels = await self._channels(place)
        now = begun + self._wire.skew
        if is_first:
            place.floor = id_at(now - self._history)
        place.to = place.to or max(place.floor, id_at(now - _SETTLES))
        events: list[Event] = []
        pages = 0
        for channel, newest in sorted(channels, key=lambda one: int(one[0].id)):
            start = place.missed.get(channel.id, place.floor)
            if newest <= start or int(channel.id) < place.channel:
                continue
            after = place.after if int(channel.id) == place.channel else start
            is_over = False
            while not is_over:
                here = Place(place.floor, place.to, int(channel.id), after, place.missed)
                if pages == _MOST_PAGES or (pages and self._clock.now() > deadline):
                    return Page(tuple(events), here.written(), has_more=True)
                try:
                    found = await self._messages(channel, after=after, limit=MOST)
                except ConnectorError as error:
                    if error.failure.kind is FailureKind.RATE_LIMITED and pages:
                        # What was read is kept; the rest comes when Discord allows more.
                        return Page(tuple(events), here.written(), has_more=True)
                    raise
                pages += 1
                events += self._events(found, channel, are_known=is_first)
                self._known.setdefault(channel.id, set()).update(int(one["id"]) for one in found)
                after = max((int(one["id"]) for one in found), default=after)
                is_over = len(found) < MOST
                if is_over and self._is_refused(channel.id):
                    if not is_first:
                        place.missed.setdefault(channel.id, after)
                elif is_over:
                    place.missed.pop(channel.id, None)
        if is_first:
            self._looked_at = begun
        elif self._looked_at is None or begun - self._looked_at >= _LOOK_EVERY:
            self._looked_at = begun
            events += await self._look_back(channels, now)
        missed = {id_: at for id_, at in place.missed.items() if id_ in self._names}
        return Page(tuple(events), Place(place.to, missed=missed).written())

    async def _look_back(self, channels: list[tuple[Channel, int]], now: datetime) -> list[Event]:
        """What stands now where somebody spoke lately: changes and deletions are told to nobody who asks."""
        lately = [one for one in channels if one[1] > id_at(now - _LOOK_BACK)]
        events: list[Event] = []
        for channel, _ in sorted(lately, key=lambda one: -one[1])[:_MOST_LOOKS]:
            try:
                found = await self._messages(channel, limit=MOST)
            except ConnectorError as error:
                if error.failure.heals_itself:
                    break
                raise
            events += self._events(found, channel, are_known=True)
            ids = {int(one["id"]) for one in found}
            oldest = min(ids, default=0) if len(found) == MOST else 0
            gone = {one for one in self._known.get(channel.id, set()) if one >= oldest and one not in ids}
            at = self._clock.now()
            events += [MessageDeleted(message_name(channel.id, str(one)), at) for one in gone]
            self._known[channel.id] = ids
        here = {channel.id for channel, _ in lately}
        self._known = {id_: known for id_, known in self._known.items() if id_ in here}
        return events

    def _events(self, found: list[dict[str, Any]], channel: Channel, *, are_known: bool) -> list[Event]:
        """What messages are to us. Where the bot may no longer see words, known ones must not be replaced by none."""
        events: list[Event] = []
        names = self._names | self._whose.roles.names
        for one in sorted(found, key=lambda message: int(message["id"])):
            event = mapping.to_event(one, channel, self._whose, names)
            is_blank = isinstance(event, MessageSeen) and event.text == mapping.NO_WORDS
            if event is not None and not (are_known and is_blank):
                events.append(event)
        return events

    async def _messages(self, channel: Channel, **params: int) -> list[dict[str, Any]]:
        """Messages of a channel; none where the bot may not look, which is tried again after an hour."""
        try:
            return await self._wire.get(f"/channels/{channel.id}/messages", **params)
        except ConnectorError as error:
            if error.failure.kind not in (FailureKind.PERMISSION_DENIED, FailureKind.GONE):
                raise
            self._refused[channel.id] = self._clock.now() + _REFUSED_FOR
            return []

    def _is_refused(self, channel: str) -> bool:
        return self._refused.get(channel, self._clock.now()) > self._clock.now()

    async def _channels(self, place: Place) -> list[tuple[Channel, int]]:
        """The channels and threads that can be read, each with the id of its newest message."""
        guild = self._whose.guild
        await self._whose.roles.refresh(self._wire, guild, self._whose.bot)
        listed: list[dict[str, Any]] = await self._wire.get(f"/guilds/{guild}/channels")
        active = await self._wire.get(f"/guilds/{guild}/threads/active")
        threads: list[dict[str, Any]] = list(active["threads"])
        self._names = {str(one["id"]): str(one.get("name", "")) for one in [*listed, *threads]}
        chosen = self._chosen()
        whole = {
            str(one["id"]) for one in listed if str(one["id"]) in chosen or str(one.get("name", "")).lower() in chosen
        }
        now = self._clock.now()
        if place.floor and now + self._wire.skew - moment_of(place.floor) > _ARCHIVED_AFTER:
            for id_ in sorted(whole):
                threads += await self._archived(id_)
        found: dict[str, tuple[Channel, int]] = {}
        for one in [*listed, *threads]:
            id_, parent = str(one["id"]), str(one.get("parent_id") or "")
            is_thread = "thread_metadata" in one
            if (is_thread or one["type"] in _SPOKEN_IN) and self._refused.get(id_, now) <= now:
                is_whole = id_ in whole or (is_thread and parent in whole)
                if is_whole:
                    self._whole.add(id_)
                channel = Channel(id_, self._names.get(id_, ""), is_thread, is_whole)
                found[id_] = channel, int(one.get("last_message_id") or 0)
        return list(found.values())

    async def _archived(self, channel: str) -> list[dict[str, Any]]:
        try:
            said = await self._wire.get(f"/channels/{channel}/threads/archived/public", limit=MOST)
        except ConnectorError as error:
            if error.failure.heals_itself or error.failure.kind is FailureKind.AUTH_EXPIRED:
                raise
            return []
        return list(said["threads"])


async def gone(wire: Wire, names: list[tuple[str, str]], most: int) -> list[str]:
    """Which of these messages (channel, id) are no longer there, by so many requests at most. Raises ConnectorError."""
    by_channel: dict[str, list[int]] = {}
    for channel, id_ in names:
        by_channel.setdefault(channel, []).append(int(id_))
    missing: list[str] = []
    for channel, wanted in by_channel.items():
        left = sorted(wanted)
        while left and most > 0:
            most -= 1
            try:
                found = await wire.get(f"/channels/{channel}/messages", after=left[0] - 1, limit=MOST)
            except ConnectorError as error:
                match error.failure.kind:
                    case FailureKind.GONE:
                        missing += [message_name(channel, str(one)) for one in left]
                    case FailureKind.PERMISSION_DENIED:
                        pass
                    case FailureKind.RATE_LIMITED if missing:
                        return missing
                    case _:
                        raise
                break
            there = {int(one["id"]) for one in found}
            reach = max(there, default=0) if len(found) == MOST else left[-1]
            missing += [message_name(channel, str(one)) for one in left if one <= reach and one not in there]
            left = [one for one in left if one > reach]
    return missing
