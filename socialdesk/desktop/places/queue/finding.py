"""One search as it is scrolled through: what was typed, page after page of what was found, and in which order."""

from __future__ import annotations

from dataclasses import dataclass, field

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.model.identifiers import ThreadId
from socialdesk.store.search import Hit, search

PAGE = 30


@dataclass
class Finding:
    """The search that is shown. Each page costs about as much as one of the queue."""

    bridge: Bridge
    typed: str
    newest_first: bool = False
    sentence: str = ""
    """What of the words could not be used."""
    hits: dict[ThreadId, Hit] = field(default_factory=dict[ThreadId, Hit])
    _next: int | None = None

    @property
    def has_more(self) -> bool:
        """Whether there may be more to find."""
        return self._next is not None

    def begin(self) -> list[Hit]:
        """The first page."""
        return self._read(None)

    def more(self) -> list[Hit]:
        """What the next page holds that was not shown yet; may be nothing while there is still more."""
        return self._read(self._next) if self._next is not None else []

    def _read(self, after: int | None) -> list[Hit]:
        here = self.bridge.clock.now().astimezone()
        found = search(self.bridge.cache, self.typed, here, after=after, limit=PAGE, newest_first=self.newest_first)
        self.sentence, self._next = found.sentence, found.next
        new = [hit for hit in found.hits if hit.thread.id not in self.hits]
        self.hits.update((hit.thread.id, hit) for hit in new)
        return new
