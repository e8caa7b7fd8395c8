"""Decides for every message that comes in whether it is kept out of sight; later for all again when the lists change.

The lists are read when the first message comes, and again when the team changed a word.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import lru_cache
from hashlib import sha256

from socialdesk.model.identifiers import ChannelId, MessageId
from socialdesk.model.message import Direction, Message
from socialdesk.model.shield.judge import judge, may_be_kept
from socialdesk.model.shield.lists import Lists, parse
from socialdesk.model.shield.values import GRAVITY, Level, Reason, Verdict, kind_of
from socialdesk.model.thread import Thread
from socialdesk.store.cache import Cache
from socialdesk.store.change import Change
from socialdesk.store.change.shield import LISTS_REV
from socialdesk.store.shield import JUDGED_TO, RULES, inbound_after, own_authors, own_words
from socialdesk.support.resources import resource

log = logging.getLogger(__name__)
BETWEEN_SLICES = timedelta(milliseconds=40)
_SLICE = 120


def list_files() -> list[str]:
    """The texts of our word lists."""
    return [path.read_text(encoding="utf-8") for path in sorted(resource("shield").glob("*.toml"))]


# Reading them is a third of a second of work, and whoever takes a word back had these lists a moment ago.
_parsed = lru_cache(maxsize=2)(parse)


class Shield:
    """The shield of one cache."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._lists: Lists | None = None
        self._authors: frozenset[tuple[ChannelId, str]] = frozenset()
        self._passed: set[str] = set()
        """Texts of the page that is taken in which nothing is to be found."""
        self._digest = ""
        self._revision = ""
        self.next: datetime | None = None
        """When there is more to judge again; None when everything is."""

    def refresh(self) -> None:
        """Read the lists anew when the team changed a word; everything is judged again in idle moments."""
        self._passed.clear()
        revision = self._cache.setting(LISTS_REV) or ""
        if revision != self._revision:
            self._lists = None
        self._revision = revision

    def look_ahead(self, texts: Iterable[str]) -> None:
        """Take a first look at the texts of a page, one after the other: done so, it takes half of what it takes else.

        What it passes over is not looked at again until `refresh`.
        """
        lists = self._read()
        self._passed.update(text for text in texts if not may_be_kept(text, lists))

    def verdict(self, message: Message, channel: ChannelId, language: str, told: str = "") -> Verdict | None:
        """The judgement of a message; `told` is what its platform itself says of it."""
        lists = self._read()
        if message.direction is not Direction.IN or (channel, message.author_remote_id) in self._authors:
            return None
        found = None if message.text in self._passed else judge(message.text, lists, language)
        kind = kind_of(told)
        if found is None and kind is not None:
            return Verdict(kind, Level.LIKELY, (Reason("platform", kind),))
        return found

    def shielded(
        self, change: Change, thread: Thread, message: Message, channel: ChannelId, now: datetime, *, told: str = ""
    ) -> Thread:
        """The thread after its new message was judged; what is kept is written down."""
        found = self.verdict(message, channel, thread.language, told)
        if found is None:
            return thread
        change.keep_out_of_sight(message, channel, found, now)
        old = kind_of(thread.shield)
        graver = found.kind if old is None or GRAVITY[found.kind] < GRAVITY[old] else old
        return replace(thread, shield=graver.value)

    def again(
        self, change: Change, message: Message, channel: ChannelId, language: str, now: datetime, *, told: str = ""
    ) -> None:
        """Judge a message whose text is another now. What a person keeps, its author cannot show by an edit."""
        if change.is_kept_by_hand(message.id):
            return
        found = self.verdict(message, channel, language, told)
        if found is not None:
            change.keep_out_of_sight(message, channel, found, now)
        elif change.is_kept(message.id):
            change.no_longer_kept(message.id)
        else:
            return
        change.follow_shield(message.thread_id)

    def step(self, now: datetime) -> None:
        """Judge a slice again, if the lists are others than those that everything was judged with."""
        self.next = None
        self.refresh()
        self._read()
        if self._cache.setting(RULES) == self._digest:
            return
        wanted, _, reached = (self._cache.setting(JUDGED_TO) or "").partition(":")
        after = int(reached) if wanted == self._digest and reached.isdigit() else 0
        slice_ = inbound_after(self._cache, MessageId(after), _SLICE)
        is_through = after + _SLICE >= self._cache.message_count()
        with self._cache.change() as change:
            self._slice(change, slice_, now)
            change.set_setting(JUDGED_TO, "" if is_through else f"{self._digest}:{after + _SLICE}")
            if is_through:
                change.set_setting(RULES, self._digest)
        if not is_through:
            self.next = now + BETWEEN_SLICES

    def _slice(self, change: Change, messages: Sequence[tuple[Message, ChannelId, str]], now: datetime) -> None:
        for message, channel, language in messages:
            found = self.verdict(message, channel, language) if message.deleted_at is None else None
            is_kept = change.is_kept(message.id)
            if (found is None and not is_kept) or change.is_decided(message.id):
                continue
            if found is not None:
                change.keep_out_of_sight(message, channel, found, now)
            else:
                change.no_longer_kept(message.id)
            change.follow_shield(message.thread_id)

    def _read(self) -> Lists:
        if self._lists is None:
            files = list_files()
            words = own_words(self._cache)
            authors = own_authors(self._cache)
            self._lists = _parsed(tuple(files), tuple(words))
            self._authors = frozenset((one.channel, one.remote_id) for one in authors)
            told = repr((files, words, authors))
            self._digest = sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        return self._lists
