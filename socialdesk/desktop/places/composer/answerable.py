"""Finds out what is answered: the thread, the channel that will speak, and the place where a merged thread is said."""

from __future__ import annotations

from dataclasses import replace

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.places.composer.standing import Answering
from socialdesk.model.identifiers import ThreadId
from socialdesk.store.merges import homes


class Answerable:
    """What the composer may turn to."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge
        self._through: dict[ThreadId, str] = {}
        """Where merged threads are answered, if somebody chose: by the merge that brought the place there."""

    def choose(self, thread: ThreadId, merge: str) -> None:
        """From now on a merged thread is answered in another of its places; see `homes`."""
        self._through[thread] = merge

    def find(self, thread: ThreadId | None, *, several: bool) -> Answering | None:
        """What answering a thread means; None where there is none."""
        found = self._bridge.thread(thread) if thread is not None else None
        if found is None:
            return None
        parent = None
        places = homes(self._bridge.cache, found.id)
        if places:
            # Shown as one, said in several places: the one chosen answers, else the one they wrote last in.
            wanted = self._through.get(found.id)
            home = next((one for one in places if one.merge == wanted), places[0])
            found = replace(
                found, channel_id=home.channel, kind=home.kind, remote_id=home.remote_id, last_in_at=home.last_in
            )
            parent = home.newest
        channel, able = self._bridge.channel(found.channel_id), self._bridge.capabilities(found)
        return Answering(found, channel, able, several, parent)
