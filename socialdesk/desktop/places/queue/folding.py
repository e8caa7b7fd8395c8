"""Decides which threads of a view stand behind one row: gets what many ask at once, gives who is hidden behind whom."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import field
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.look.numbers import number
from socialdesk.desktop.widgets.plain_text import cut, one_line
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.story import LEAST, Quiet, may_fold, quiet, topic
from socialdesk.model.thread import Thread
from socialdesk.model.triage import order_key
from socialdesk.store.stories import Story
from socialdesk.support.values import value_class

tr = QCoreApplication.translate
_LONGEST = 28
_LOOKED_AT = 60
"""So many texts of a story say what it is about; a thousand would say the same and take a moment."""


@value_class(frozen=True, slots=True)
class Fold:
    """One row that stands for many threads. It stands where `lead` would, the first of them in the order shown."""

    story: int
    lead: ThreadId
    ids: tuple[ThreadId, ...]
    people: int
    words: str
    urgent: Thread
    """The one that must be answered first; its reply clock is that of the row."""
    oldest: Thread
    """Who has waited longest."""
    is_quiet: bool
    unread: int


@value_class(frozen=True, slots=True)
class Arranged:
    """What is folded: by the thread whose row it is, and the threads that have no row of their own therefore."""

    leads: Mapping[ThreadId, Fold] = field(default_factory=dict[ThreadId, Fold])
    hidden: frozenset[ThreadId] = frozenset()

    def of_story(self, story: int) -> Fold | None:
        """The row of a story."""
        return next((fold for fold in self.leads.values() if fold.story == story), None)


class Folding:
    """The stories of a workspace as far as they were looked up, and which of them were unfolded by hand."""

    def __init__(self, *, is_on: bool = True) -> None:
        self.is_on = is_on
        self.opened: set[int] = set()
        self.now = Arranged()
        self._told: list[tuple[Story, str]] = []
        self._threads: dict[ThreadId, Thread] = {}
        self._of: dict[ThreadId, int] = {}

    def put(self, found: Sequence[Story]) -> None:
        """What was looked up; stories that are over are forgotten."""
        self._told = [(story, "" if story.is_quiet else about(story.threads)) for story in found]
        self._threads = {thread.id: thread for story in found for thread in story.threads}
        self._of = {thread.id: story.id for story in found for thread in story.threads}
        self.opened &= {story.id for story in found}

    def freshen(self, threads: Sequence[Thread]) -> None:
        """These have changed since they were looked up."""
        for thread in threads:
            if thread.id in self._threads:
                self._threads[thread.id] = thread

    def story_of(self, thread: ThreadId) -> int | None:
        """What a thread tells with others, folded or not."""
        return self._of.get(thread)

    def alike(self, threads: Collection[ThreadId]) -> frozenset[ThreadId]:
        """All who ask what every one of these asks; nobody where they ask different things."""
        stories = {self._of.get(one) for one in threads}
        story = stories.pop() if len(stories) == 1 else None
        return frozenset() if story is None else frozenset(id_ for id_, of in self._of.items() if of == story)

    def among(self, threads: Iterable[ThreadId]) -> list[ThreadId]:
        """Those of these threads that tell a story."""
        return [one for one in threads if one in self._of]

    def arranged(
        self,
        key: Callable[[Thread], Any],
        shown: Callable[[Thread], Thread | None],
        now: datetime,
        *,
        reading: ThreadId | None,
        alone: Callable[[ThreadId], object],
    ) -> Arranged:
        """What stands behind what in a view. `shown` gives a thread as it looks here, or None where it is not in it.

        Threads for which `alone` holds keep their rows, and so does `reading`, the one somebody has open: it is neither
        folded away nor made to stand for others under their hands. The first in the order shown leads, but who led and
        is read leads on.
        """
        leads_on = reading in self.now.leads
        if not self.is_on:
            return Arranged()
        leads: dict[ThreadId, Fold] = {}
        hidden: set[ThreadId] = set()
        for story, words in self._told:
            if story.id in self.opened:
                continue
            kept = [
                one
                for thread in story.threads
                if (leads_on or thread.id != reading)
                and not alone(thread.id)
                and (one := shown(self._threads[thread.id])) is not None
                and may_fold(one, now)
                and one.waiting_since is not None
            ]
            people = len({one.contact_id if one.contact_id is not None else -one.id for one in kept})
            if people < LEAST:
                continue
            lead = next((one for one in kept if one.id == reading), None) or min(kept, key=key)
            said = said_quiet(people, kept) if story.is_quiet else said_of(people, words)
            leads[lead.id] = Fold(
                story.id,
                lead.id,
                tuple(one.id for one in kept),
                people,
                said,
                min(kept, key=order_key),
                min(kept, key=lambda one: (one.waiting_since or one.created_at, one.id)),
                story.is_quiet,
                sum(one.unread > 0 for one in kept),
            )
            hidden.update(one.id for one in kept if one.id != lead.id)
        return Arranged(leads, frozenset(hidden))


def about(threads: Sequence[Thread]) -> str:
    """The words a story is named by."""
    return " ".join(cut(one_line(word), _LONGEST) for word in topic(thread.preview for thread in threads[:_LOOKED_AT]))


def said_of(people: int, words: str) -> str:
    """How many ask about what, as a sentence."""
    if words:
        said = tr("bulk", "%n people ask about “{words}”", "", people).replace("{words}", words)
    else:
        said = tr("bulk", "%n people ask the same", "", people)
    return said.replace(str(people), number(people), 1)


def said_quiet(people: int, threads: Sequence[Thread]) -> str:
    """How many tagged a friend or smiled below one post, as a sentence."""
    kinds = {quiet(thread.preview) for thread in threads}
    if kinds == {Quiet.FRIENDS}:
        said = tr("bulk", "%n people tagged a friend", "", people)
    elif kinds == {Quiet.SMILEYS}:
        said = tr("bulk", "%n people left only emojis", "", people)
    else:
        said = tr("bulk", "%n people tagged a friend or left emojis", "", people)
    return said.replace(str(people), number(people), 1)
