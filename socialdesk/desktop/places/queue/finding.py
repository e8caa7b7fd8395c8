"""A list that is no view as it is scrolled through, page after page: what a search found, or what was let through.

Pages are read beside the window; it knows what to ask and keeps what came.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from socialdesk.model.identifiers import ThreadId
from socialdesk.model.search import Trouble
from socialdesk.model.thread import Thread
from socialdesk.store.search import Found, Hit, Onward, search
from socialdesk.store.shield import let_through

if TYPE_CHECKING:
    from socialdesk.store.cache import Cache

PAGE = 30


@dataclass
class Finding:
    """The search that is shown. Each page costs about as much as one of the queue."""

    typed: str
    here: datetime
    """Now, in the reader's own zone."""
    newest_first: bool = False
    trouble: Trouble | None = None
    """What of the words could not be used."""
    hits: dict[ThreadId, Hit] = field(default_factory=dict[ThreadId, Hit])
    _next: Onward | None = None

    @property
    def has_more(self) -> bool:
        """Whether there may be more to find."""
        return self._next is not None

    def reading(self) -> Callable[[Cache], Found]:
        """What reads the next page, on whichever thread."""
        after = self._next
        return lambda cache: search(
            cache, self.typed, self.here, after=after, limit=PAGE, newest_first=self.newest_first
        )

    def take(self, found: Found) -> Sequence[Hit]:
        """Keep a page; gives what was not shown yet, which may be nothing while there is still more."""
        self.trouble, self._next = found.trouble, found.next
        new = [hit for hit in found.hits if hit.thread.id not in self.hits]
        self.hits.update((hit.thread.id, hit) for hit in new)
        return new

    def keeps(self, _thread: Thread) -> bool:
        """Whether a thread stays in the list, whatever became of it."""
        return True


@dataclass
class LetThroughs(Finding):
    """What was kept out of sight and let through, the newest thread first."""

    pending: tuple[Thread, ...] = ()
    """What was let through here a moment ago, and is not so in the file yet."""

    def take(self, found: Found) -> Sequence[Hit]:
        """Keep a page; before the first of them stands what is pending."""
        if not self.hits:
            self.hits = {one.id: Hit(one, one.preview, ()) for one in self.pending}
        return super().take(found)

    def reading(self) -> Callable[[Cache], Found]:
        """What reads the next page, on whichever thread."""
        after = ThreadId(self._next.below) if self._next is not None else None

        def read(cache: Cache) -> Found:
            threads, following = let_through(cache, after, PAGE)
            onward = None if following is None else Onward(following)
            return Found(tuple(Hit(one, one.preview, ()) for one in threads), next=onward)

        return read

    def keeps(self, _thread: Thread) -> bool:
        """Whether a thread stays in the list: one that is kept again does not."""
        return not _thread.is_shielded
