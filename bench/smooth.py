"""Is the window smooth while the engine takes in 50,000 messages? A scripted person works in the real window meanwhile.

A frame is due sixty times a second; its gap is the time from then until it is painted. The person scrolls without
pause, opens threads, marks them done, answers. The floor is the same person while nothing comes in.
`python -m bench.smooth FOLDER KEY` is the engine of it: it runs in a process of its own, as always.
"""

from __future__ import annotations

import asyncio
import sys
import threading
import time
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench import made_up
from bench.ground import Ground
from bench.harness import Figure, from_samples
from bench.store_benches import synced_commit
from bench.window_benches import closed, opened
from socialdesk.connectors.kit.registry import Registry
from socialdesk.engine.host import Engine
from socialdesk.engine.ingest import BATCH, Ingest
from socialdesk.store.protection import unlock_with_key
from socialdesk.support.clock import SystemClock
from socialdesk.support.paths import Workspace

if TYPE_CHECKING:
    from socialdesk.desktop.shell.window import Window

MESSAGES = 50_000
_FRAME_S = 1 / 60
_IDLE_S = 20.0
_STUCK_S = 0.012


def smooth(ground: Ground) -> Iterator[Figure]:
    """Frame gaps and acknowledged commands under full ingest, against the same with nothing coming in."""
    import qasync
    from PySide6.QtWidgets import QApplication

    window = opened(ground)
    app = QApplication.instance()
    loop = qasync.QEventLoop(app)
    asyncio.set_event_loop(loop)
    with loop:
        person = loop.run_until_complete(_work(window, ground))
    closed(window)
    commit, raw = synced_commit(ground.unlocked.workspace.folder / "floor.db", ground.unlocked.key)
    commits: list[float] = []
    for _ in range(300):
        began = time.perf_counter()
        commit()
        commits.append((time.perf_counter() - began) * 1000)
    raw.close()
    print(f"# {MESSAGES / person.took:,.0f} messages a second came in, {len(person.busy)} frames", file=sys.stderr)
    for stack in sorted(person.stuck, key=person.stuck.__getitem__, reverse=True)[:12]:
        print(f"# held up {person.stuck[stack]} times at {stack}", file=sys.stderr)
    size = ground.size
    yield from_samples("frame gap, full ingest", size, person.busy, person.idle, share=0.5, most=2, most_ms=16)
    yield from_samples("frame gap, full ingest", size, person.busy, person.idle, share=0.99, most=2, most_ms=16)
    yield from_samples("frame gap, full ingest", size, person.busy, person.idle, share=0.999, most=2, most_ms=16)
    name = "command acknowledged, full ingest"
    yield from_samples(name, size, person.acknowledged, commits, share=0.99, floor_share=0.5, most=8, most_ms=16)


class _Person:
    """Scrolls, opens, answers, marks done; remembers how long everything took, in milliseconds."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self.idle: list[float] = []
        self.busy: list[float] = []
        self.acknowledged: list[float] = []
        self.stuck: dict[str, int] = {}
        self.took = 1.0
        self.is_watched = False
        self._beat = time.perf_counter()
        self._main = threading.get_ident()
        give = window.bridge.desk.give

        def timed(*words: Any) -> Any:
            began = time.perf_counter()
            try:
                return give(*words)
            finally:
                self.acknowledged.append((time.perf_counter() - began) * 1000)

        # Put in the place of the real one for as long as the bench looks.
        window.bridge.desk.give = timed  # type: ignore[method-assign] - timed in between

    async def work(self, gaps: list[float], until: asyncio.Future[Any]) -> None:
        """Work at sixty frames a second until something has happened."""
        due = time.perf_counter() + _FRAME_S
        turn = 0
        while not until.done():
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            self._beat = time.perf_counter()
            self._act(turn)
            turn += 1
            self.window.queue.list.viewport().repaint()
            now = time.perf_counter()
            gaps.append((now - due) * 1000)
            due = max(due + _FRAME_S, now)
            self._beat = now

    def _act(self, turn: int) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        window = self.window
        bar = window.queue.list.verticalScrollBar()
        bar.setValue(bar.value() + 12 if turn % 600 < 500 else 0)
        keys = window.queue.list
        if turn == 0:
            keys.setFocus()
        if turn % 20 == 7:
            QTest.keyClick(keys, Qt.Key.Key_J)
        elif turn % 10 == 3:
            QTest.keyClick(keys, Qt.Key.Key_U)
        elif turn % 90 == 31:
            QTest.keyClick(keys, Qt.Key.Key_E)
        elif turn % 180 == 55:
            window.composer.focus_reply()
            window.composer.editor.insertPlainText("Thank you, we are looking into it.")
        elif turn % 180 == 85:
            window.composer.send()
            keys.setFocus()

    def watch(self) -> None:
        """See from a thread beside what the window is doing when it is late."""
        self.is_watched = True
        while self.is_watched:
            time.sleep(0.002)
            if time.perf_counter() - self._beat > _FRAME_S + _STUCK_S:
                stack = sys._current_frames().get(self._main)
                ours = [f for f in traceback.extract_stack(stack) if "/socialdesk/" in f.filename]
                if ours:
                    told = " < ".join(f"{Path(f.filename).stem}.{f.name}:{f.lineno}" for f in ours[-1:-5:-1])
                    self.stuck[told] = self.stuck.get(told, 0) + 1


async def _work(window: Window, ground: Ground) -> _Person:
    person = _Person(window)
    bridge = window.bridge
    window.hands.go(window.rail.model.views()[2])
    words = ("-m", "bench.smooth", str(ground.unlocked.workspace.folder), ground.key_words)
    pipe = asyncio.subprocess.PIPE
    engine = await asyncio.create_subprocess_exec(sys.executable, *words, stdin=pipe, stdout=pipe)
    assert engine.stdin is not None
    assert engine.stdout is not None
    await engine.stdout.readline()  # it has made up its messages
    bridge.follow.start()
    bridge.tasks.start(bridge.follow.keep_connected())
    await asyncio.sleep(1)
    await person.work(person.idle, asyncio.ensure_future(asyncio.sleep(_IDLE_S)))
    watch = threading.Thread(target=person.watch, daemon=True)
    watch.start()
    person.acknowledged.clear()
    began = time.perf_counter()
    engine.stdin.write(b"go\n")
    await person.work(person.busy, asyncio.ensure_future(engine.stdout.readline()))
    person.took = time.perf_counter() - began
    person.is_watched = False
    bridge.follow.stop()
    await bridge.tasks.stop()
    engine.stdin.close()
    await engine.wait()
    return person


async def _engine(folder: Path, key: bytes) -> None:
    """The engine with a channel that brings all at once."""
    engine = Engine(unlock_with_key(Workspace(folder), key), SystemClock(), Registry([]))
    running = asyncio.ensure_future(engine.run())
    channels = made_up.channels(engine.cache)[:3]
    takers = [Ingest(engine.cache, one, engine.cache.connected(one.id), SystemClock()) for one in channels]
    seed = int(time.time())  # another time, other messages
    pages = [made_up.events(BATCH, seed=seed + page) for page in range(MESSAGES // BATCH)]
    loop = asyncio.get_running_loop()
    print("ready", flush=True)
    await loop.run_in_executor(None, sys.stdin.readline)
    for number, page in enumerate(pages):
        takers[number % len(takers)].take(page, "world", str(number))
        engine._changed()
        await asyncio.sleep(0)
    print("done", flush=True)
    await loop.run_in_executor(None, sys.stdin.readline)
    engine.stop()
    await running
    await engine.close()


if __name__ == "__main__":
    asyncio.run(_engine(Path(sys.argv[1]), bytes.fromhex(sys.argv[2])))
