"""The part of a thread that is loaded: read from its first unread message or its end, and on at either side as needed.

It reads and keeps; it knows no widget.
"""

from __future__ import annotations

from datetime import timedelta

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.places.conversation.rows import Ends, Key, first_unread, key_of
from socialdesk.model.message import Entry, Message
from socialdesk.model.thread import Kind, Thread
from socialdesk.store import missing
from socialdesk.store.conversation import (
    Mark,
    Page,
    conversation,
    conversation_around,
    conversation_on,
    moment,
    unread_mark,
)

PAGE = 50


class Loaded:
    """What of one thread is in memory."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge
        self.entries: tuple[Entry, ...] = ()
        self.has_older = False
        self.newer: Mark | None = None
        """Where what is loaded ends, when that is not the end of the thread."""

    def clear(self) -> None:
        """Hold nothing."""
        self.entries, self.has_older, self.newer = (), False, None

    @property
    def said(self) -> list[Message]:
        """The messages among what is loaded."""
        return [entry for entry in self.entries if isinstance(entry, Message)]

    def begin(self, thread: Thread) -> Key | None:
        """Read what a thread opens with; gives its first unread entry."""
        page, begins = self._first_page(thread)
        self._take(page)
        return begins if begins is not None else first_unread(self.entries, thread.unread)

    def _first_page(self, thread: Thread) -> tuple[Page, Key | None]:
        """The page a thread opens with, and its first unread message where that is further back than a page."""
        cache = self._bridge.cache
        if thread.unread >= PAGE:
            mark = unread_mark(cache, thread.id, thread.unread)
            if mark is not None:
                page = conversation_around(cache, thread.id, mark, PAGE)
                first = next((one for one in page.entries if isinstance(one, Message) and one.id == mark.id), None)
                is_begin = first is None or first is page.entries[0]
                return page, None if is_begin or first is None else key_of(first)
        return conversation(cache, thread.id, limit=PAGE), None

    def _take(self, page: Page) -> None:
        self.entries, self.has_older, self.newer = page.entries, page.has_older, page.newer

    def around(self, thread: Thread, mark: Mark, before: int = 20) -> None:
        """Read the thread from a place on, and a little before it."""
        self._take(conversation_around(self._bridge.cache, thread.id, mark, PAGE, before))

    def again(self, thread: Thread) -> bool:
        """Read again what is loaded; of the middle of a thread what comes in at its end waits there."""
        said = self.said
        if self.newer is None:
            self._take(conversation(self._bridge.cache, thread.id, limit=max(PAGE, len(said) + 1)))
            return True
        if not said:
            return False
        begin = Mark(said[0].created_at, said[0].id)
        page = conversation_on(self._bridge.cache, thread.id, begin, len(said))
        self.entries, self.newer = page.entries, page.newer
        return True

    def older(self, thread: Thread) -> bool:
        """Read the page before what is loaded; whether there was one."""
        oldest = next((entry for entry in self.entries if isinstance(entry, Message)), None)
        if not self.has_older or oldest is None:
            return False
        page = conversation(self._bridge.cache, thread.id, Mark(oldest.created_at, oldest.id), PAGE)
        self.entries, self.has_older = (*page.entries, *self.entries), page.has_older
        return True

    def on(self, thread: Thread) -> bool:
        """Read the page after what is loaded; whether there was one."""
        if self.newer is None:
            return False
        page = conversation_on(self._bridge.cache, thread.id, self.newer, PAGE)
        self.entries, self.newer = (*self.entries, *page.entries), page.newer
        return True

    def to_end(self, thread: Thread) -> bool:
        """Read the end of the thread without what lies between; whether it was not loaded already."""
        if self.newer is None:
            return False
        self._take(conversation(self._bridge.cache, thread.id, limit=PAGE))
        return True

    def ends(self, thread: Thread) -> Ends:
        """What stands at the ends of what is loaded: how far back was read, and what may be missing."""
        since = None
        if not self.has_older and self.entries and thread.kind is Kind.DM:
            known = self._bridge.cache.connected(thread.channel_id)
            begin = known.at - timedelta(days=known.history_days)
            # Only a conversation that reaches back to there can have begun before it.
            if moment(self.entries[0]) - begin < timedelta(days=1):
                since = begin
        # Whoever has paged back wants to know that this is all; a short one shows it by itself.
        begins = thread.kind is Kind.DM and not self.has_older and len(self.said) > PAGE
        gaps = tuple(missing.gaps(self._bridge.cache, thread.channel_id))
        return Ends(self.newer is not None, since, gaps, begins)
