"""Gets a thread, gives the saved replies that fit it with the reason in words; it is all local."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from socialdesk.model.identifiers import PersonId
from socialdesk.model.message import Direction, Message
from socialdesk.model.saved_reply import SavedReply, plain
from socialdesk.model.saved_reply_words import LOOKED_AT, of_thread, words
from socialdesk.model.thread import Thread
from socialdesk.store.cache import Cache
from socialdesk.store.conversation import conversation
from socialdesk.store.fitting import fitting as found_for
from socialdesk.store.fitting import these
from socialdesk.store.rules import laid_ready
from socialdesk.support.pattern import pattern

tr = QCoreApplication.translate
MOST = 3
_SURE = 1_000.0
"""Better than anything that only fits."""
_LETTERS = pattern(r"[\p{L}\p{M}'’]+")


@dataclass(frozen=True, slots=True)
class Fitting:
    """A reply that fits, and why in the reader's language."""

    reply: SavedReply
    why: str
    score: float = 0.0


def fitting(cache: Cache, thread: Thread, me: PersonId, today: date, most: int = MOST) -> tuple[Fitting, ...]:
    """The replies that fit a thread, the best first, those that are to be looked at again last."""
    page = conversation(cache, thread.id, limit=LOOKED_AT)
    said = [entry.text for entry in page.entries if isinstance(entry, Message) and entry.direction is Direction.IN]
    bag = of_thread(reversed(said), thread.tags, thread.channel_id)
    found = [(reply, fit) for reply, fit in found_for(cache, bag) if reply.is_for(me, thread.channel_id)]
    found.sort(key=lambda one: one[0].is_expired(today))
    whole = _whole_words(said, thread.tags)
    ready = _laid_ready(cache, thread, me)
    others = (
        Fitting(reply, _why([whole.get(word, word) for word in fit.words[:3]], fit.used), fit.score)
        for reply, fit in found
        if not ready or reply.id != ready[0].reply.id
    )
    return (*ready, *others)[:most]


def _laid_ready(cache: Cache, thread: Thread, me: PersonId) -> tuple[Fitting, ...]:
    """What a rule laid ready here comes before all that fits by its words."""
    ready = laid_ready(cache, thread.id)
    if ready is None:
        return ()
    why = tr("context", "laid ready by the rule “{name}”").format(name=ready[1])
    return tuple(Fitting(one, why, _SURE) for one in these(cache, [ready[0]]) if one.is_for(me, thread.channel_id))


def _whole_words(said: Iterable[str], tags: Iterable[str]) -> dict[str, str]:
    """How the thread writes the words that were compared."""
    found = {"#" + plain(tag.strip()): tag for tag in tags}
    for text in said:
        for word in _LETTERS.findall(text):
            bare = word.split("’")[-1].split("'")[-1]
            for stem in words(bare):
                found.setdefault(stem, bare.lower())
    return found


def _why(shared: Sequence[str], used: int) -> str:
    same = tr("context", "words: {words}").format(words=", ".join(shared))
    if not used:
        return same
    return f"{same} · {tr('context', 'used %n time(s) for threads like this', '', used)}"
