"""What was done there to the messages of the open thread: read from the file, told in a line below each."""

from __future__ import annotations

from dataclasses import replace
from datetime import tzinfo

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.places.conversation import done_there, words
from socialdesk.desktop.places.conversation.fate import Fate
from socialdesk.desktop.places.conversation.geometry import Geometry
from socialdesk.desktop.places.conversation.rows import Row
from socialdesk.model.channel import ChannelState
from socialdesk.model.identifiers import MessageId
from socialdesk.model.message import Entry, Message
from socialdesk.model.thread import Thread
from socialdesk.store.outbound import Outbound
from socialdesk.store.public_acts import acts_in, held_in

tr = QCoreApplication.translate


class Acted:
    """Of each message the newest act on it there."""

    def __init__(self, bridge: Bridge, geometry: Geometry, zone: tzinfo | None) -> None:
        self._bridge, self._geometry, self._zone = bridge, geometry, zone
        self._newest: dict[MessageId, Outbound] = {}
        self._held: frozenset[MessageId] = frozenset()
        """What waits for our approval."""

    def on(self, message: MessageId) -> Outbound | None:
        """The newest act on a message."""
        return self._newest.get(message)

    def corrected(self, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
        """The entries with the words that our corrections put into them, as far as they are known by the last look."""
        return done_there.corrected(entries, self._newest)

    def look(self, thread: Thread) -> None:
        """Read what was done there to the messages of a thread."""
        found = acts_in(self._bridge.cache, thread.id)
        self._newest = done_there.newest(found, self._bridge.submit.pending, thread.id)
        self._held = held_in(self._bridge.cache, thread.channel_id, thread.id)

    def told_on(self, rows: tuple[Row, ...]) -> tuple[Row, ...]:
        """The rows of the thread that was looked at, those that were acted on there with a line that tells of it."""
        if not self._newest and not self._held:
            return rows
        return tuple(
            replace(row, tells_fate=True) if isinstance(row.entry, Message) and self.line(row.entry.id) else row
            for row in rows
        )

    def line(self, message: MessageId) -> Fate | None:
        """The line below a message."""
        one, scene = self._newest.get(message), self._geometry.scene
        if scene is None:
            return None
        name = scene.channel.name if scene.channel is not None else ""
        waits = done_there.waits(name) if message in self._held else None
        if one is None:
            return waits
        person = self._bridge.person(one.person_id)
        who = "" if person is None else words.first_word(person.name)
        who = tr("conversation", "you") if person is not None and person.is_me else who
        now = scene.now()
        is_today = one.given_at.astimezone(self._zone).date() == now.astimezone(self._zone).date()
        day = "" if is_today else words.day(one.given_at, now, self._zone, scene.locale) + " "
        state = scene.channel.state if scene.channel is not None else ChannelState.LIVE
        return done_there.line(one, name, now, who, day + scene.clock(one.given_at), state=state) or waits
