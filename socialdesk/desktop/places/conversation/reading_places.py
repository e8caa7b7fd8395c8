"""Remembers how far each conversation was read back to, so that it opens there again, after a restart too.

A place is a message and how far its foot stood from the top, in pixels. Who stood at the end has none.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from socialdesk.model.identifiers import MessageId, ThreadId
from socialdesk.store.conversation import Mark
from socialdesk.store.desk import Desk
from socialdesk.support.clock import from_ms, to_ms

_STATE = "reading"
MOST = 100
"""So many conversations are remembered, those left last."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a conversation was left."""

    mark: Mark
    foot: int


class ReadingPlaces:
    """The places of one person; several windows keep theirs together."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def of(self, thread: ThreadId) -> Place | None:
        """Where a conversation was left, unless at its end."""
        kept = self._read().get(str(thread))
        return Place(Mark(from_ms(kept[0]), MessageId(kept[1])), kept[2]) if kept is not None else None

    def keep(self, thread: ThreadId, place: Place | None) -> None:
        """Remember a place, or that it was left at the end."""
        places = self._read()
        before = places.pop(str(thread), None)
        if place is None and before is None:
            return
        if place is not None:
            places[str(thread)] = [to_ms(place.mark.at), place.mark.id, place.foot]
        for old in list(places)[:-MOST]:
            del places[old]
        self._desk.set_state(_STATE, json.dumps(places))

    def _read(self) -> dict[str, list[int]]:
        try:
            found = json.loads(self._desk.state(_STATE) or "{}")
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}
