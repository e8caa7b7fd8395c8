"""Does a frame cost the same far down a very long view as at its top? A hundred thousand made-up threads are scrolled.

The pages are made up too, so that the figure is the window's alone; the ratio is that of a frame at the depth that was
reached to one at the top, painted by the same window in the same run.
"""

from __future__ import annotations

import bisect
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from unittest.mock import patch

from bench.ground import Ground
from bench.harness import Figure, from_samples
from bench.window_benches import closed, opened
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.thread import Thread
from socialdesk.model.view import MINE, TEAM
from socialdesk.store.queue_page import Key, QueuePage, key_of

THREADS = 100_000
_FRAMES = 300
_STEP = 30
_MOST_S = 60.0


class MadeUp:
    """Threads in the order of the queue, given page by page as the store does."""

    def __init__(self, like: Thread, now: datetime, many: int = THREADS) -> None:
        made = [
            replace(
                like, id=ThreadId(10**7 + n), due_at=now + timedelta(days=2, seconds=n), contact_name=f"Contact {n}"
            )
            for n in range(many)
        ]
        self._threads = sorted(made, key=self._key)
        self._keys = [self._key(one) for one in self._threads]

    def _key(self, thread: Thread) -> Key:
        return key_of(thread, TEAM.sort)

    def page(
        self, _cache: Any, _view: Any, _me: Any, after: Key | None = None, limit: int = 60, _now: Any = None, **_: Any
    ) -> QueuePage:
        """As `socialdesk.store.queue_page.queue_page`."""
        at = 0 if after is None else bisect.bisect_right(self._keys, after)
        rows = self._threads[at : at + limit]
        return QueuePage(tuple(rows), self._keys[at + limit - 1] if at + limit < len(self._threads) else None)


def flat_scroll(ground: Ground) -> Iterator[Figure]:
    """Frames at the top, then as far down as a minute of going to the end leads."""
    from PySide6.QtWidgets import QApplication

    window = opened(ground)
    app = QApplication.instance()
    assert app is not None
    # The view that was kept may be empty, or read beside the window in a large workspace.
    window.hands.go(TEAM)
    app.processEvents()
    like = window.queue.model.first()
    assert like is not None
    made = MadeUp(like, window.bridge.clock.now())
    places = "socialdesk.desktop.places.queue"
    with patch(f"{places}.model.queue_page", made.page), patch(f"{places}.fold_model.queue_page", made.page):
        window.hands.go(MINE)
        window.hands.go(TEAM)
        app.processEvents()
        bar = window.queue.list.verticalScrollBar()

        def frames(step: int) -> list[float]:
            found: list[float] = []
            for _ in range(_FRAMES):
                began = time.process_time()
                bar.setValue(bar.value() + step)
                window.queue.list.viewport().repaint()
                found.append((time.process_time() - began) * 1000)
            return found

        top = frames(_STEP)
        began = time.monotonic()
        while window.queue.model.rowCount() < THREADS and time.monotonic() - began < _MOST_S:
            bar.setValue(bar.maximum())
            app.processEvents()
        depth = window.queue.model.rowCount()
        deep = frames(-_STEP)
    yield from_samples(
        f"frame {depth:,} rows down, to one at the top", ground.size, deep, top, share=0.95, most=1.5, most_ms=8
    )
    closed(window)
