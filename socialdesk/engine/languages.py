"""Tells in which language somebody wrote, where the platform does not say: gets a page's events, gives them back.

Told by py3langid, on this computer and beside the engine's own work. What it knows takes some 70 MB, so it is read when
the first text needs it and let go when none has come for a while.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol, cast

from socialdesk.engine.soundness import sound
from socialdesk.model.event import Event, MessageSeen
from socialdesk.model.language import LEAST_SHARE, words_of
from socialdesk.support.memory import give_large_back
from socialdesk.support.values import changed

IDLE_S = 120.0
"""How long what is known of languages stays in memory after its last use."""
_UNKNOWN = "und"
_NEWEST = 2
"""How many messages of a thread in one page are looked at: the thread's language is that of its newest."""


class Knows(Protocol):
    """What is known of all languages together."""

    def classify(self, text: str) -> tuple[str, float]:
        """The likeliest language by its code, and how likely it is, 0 to 1."""
        ...


class Languages:
    """What tells languages, for all channels of an engine."""

    def __init__(self, idle_s: float = IDLE_S) -> None:
        self._idle_s = idle_s
        self._one_at_a_time = asyncio.Lock()
        self._end: asyncio.TimerHandle | None = None
        self._thread: ThreadPoolExecutor | None = None
        """One thread for all of it: what is freed in a thread, the system's memory keeps for that thread."""

    @property
    def is_loaded(self) -> bool:
        """Whether it is in memory."""
        return bool(_in_memory)

    async def told(self, events: Sequence[Event]) -> Sequence[Event]:
        """The same events; what others wrote last in a thread has its language, where that could be told surely."""
        texts = _untold(events)
        if not texts:
            return events
        async with self._one_at_a_time:
            if self._end is not None:
                self._end.cancel()
            loop = asyncio.get_running_loop()
            self._thread = self._thread or ThreadPoolExecutor(1, "languages")
            found = await loop.run_in_executor(self._thread, self._tell, texts)
            self._end = loop.call_later(self._idle_s, self.let_go)
        return [
            changed(event, language=found[place]) if place in found and isinstance(event, MessageSeen) else event
            for place, event in enumerate(events)
        ]

    def let_go(self) -> None:
        """Give the memory back; it is read again when it is needed."""
        self._wait_no_longer()
        _in_memory.clear()

    def close(self) -> None:
        """Wait for nothing any more; what is in memory goes with the process."""
        self._wait_no_longer()
        if self._thread is not None:
            self._thread.shutdown(wait=False)
            self._thread = None

    def _wait_no_longer(self) -> None:
        if self._end is not None:
            self._end.cancel()
            self._end = None

    def _tell(self, texts: dict[int, str]) -> dict[int, str]:
        known = _in_memory[0] if _in_memory else all_languages()
        _in_memory[:] = [known]
        return {place: language for place, text in texts.items() if (language := surely(known, text))}


_in_memory: list[Knows] = []
"""What was read, once for the process, or nothing."""


def all_languages() -> Knows:
    """Read what is known of languages; takes half a second."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    give_large_back()
    read = LanguageIdentifier.from_model_file  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType] - the library has no types
    return cast(Knows, read(MODEL_FILE, norm_probs=True))


def surely(known: Knows, words: str) -> str:
    """The language of words that `words_of` gave, by its code; "" when no language is likely enough."""
    language, share = known.classify(words)
    return language if share >= LEAST_SHARE and language != _UNKNOWN else ""


def _untold(events: Sequence[Event]) -> dict[int, str]:
    """By place, what is to be told of: no more of a thread than decides its language."""
    seen: dict[tuple[str, str], int] = {}
    texts: dict[int, str] = {}
    said = [
        (place, event)
        for place, event in enumerate(events)
        if isinstance(event, MessageSeen) and not event.author.is_own and sound(event) is event
    ]
    for place, event in sorted(said, key=lambda one: one[1].created_at, reverse=True):
        thread = (event.kind, event.thread_remote_id)
        seen[thread] = many = seen.get(thread, 0) + 1
        if many <= _NEWEST and not event.language and (words := words_of(event.text)):
            texts[place] = words
    return texts
