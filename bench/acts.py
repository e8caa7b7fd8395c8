"""Every act that has a key, pressed in the real window: alone, while messages come in, and while they flood in.

A figure is the time from the press to the end of the frame that shows it. Beside the acts: the next thread alone,
typing, and one frame of the queue while it scrolls. `python -m bench.acts FOLDER KEY` is the engine of it, in a process
of its own as always.
"""

from __future__ import annotations

import asyncio
import itertools
import os
import sys
import time
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from bench import made_up
from bench.ground import Ground
from bench.harness import Figure, from_samples, quantile
from bench.window_benches import closed, opened
from socialdesk.connectors.kit.registry import Registry
from socialdesk.engine.host import Engine
from socialdesk.engine.ingest import BATCH, Ingest
from socialdesk.store.protection import unlock_with_key
from socialdesk.support.clock import SystemClock
from socialdesk.support.paths import Workspace

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from socialdesk.desktop.actions.registry import Action
    from socialdesk.desktop.shell.window import Window

_TURNS = 3
_MOST_S = 60.0
"""After so long no further turn is begun."""
_SETTLED_S = 0.15
"""What was put off for a moment, as the panel about the person, is done by then."""
_FRAMES = 200
_KEYS = 60
_SPENT_ELSEWHERE = {"app.quit", "thread.open", "composer.attach"}
"""They end the bench, start a browser, or show a dialog of the system."""
_WORDS = "Bonjour Camille, votre colis est parti ce matin. "
_STEADY = 100
"""Messages a second, in pages of ten: more than eight million a day, a thousand times what a large team gets."""
_PAGE = 10
_FLOOD = 0
"""As many as the engine takes, without a pause."""


@dataclass
class _Said:
    """What one sitting was measured at, in milliseconds: by act, and beside the acts."""

    acts: dict[str, list[float]] = field(default_factory=dict[str, list[float]])
    worked: dict[str, list[float]] = field(default_factory=dict[str, list[float]])
    """Processor time of the window's thread within the same."""
    typing: list[float] = field(default_factory=list[float])
    frames: list[float] = field(default_factory=list[float])
    idle: list[float] = field(default_factory=list[float])
    """A frame of the whole window in which nothing changed: the floor."""

    @property
    def every(self) -> list[float]:
        """All presses of all acts."""
        return list(itertools.chain.from_iterable(self.acts.values()))


def acts(ground: Ground) -> Iterator[Figure]:
    """The promises on the real window: with nothing coming in, with steady ingest, then under a flood."""
    import qasync
    from PySide6.QtWidgets import QApplication

    window = opened(ground)
    loop = qasync.QEventLoop(QApplication.instance())
    asyncio.set_event_loop(loop)
    with loop:
        sittings = loop.run_until_complete(_all(window, ground))
    closed(window)
    idle = sittings["alone"].idle
    for when, said in sittings.items():
        figures = (
            ("key to paint of every act", said.every, 0.95, 33.0),
            ("key to paint of every act", said.every, 0.99, 50.0),
            ("key to paint, J: next thread", said.acts["queue.next"], 0.95, 80.0),
            ("typing, a key", said.typing, 0.95, 16.0),
            ("a frame of the scrolling queue", said.frames, 0.95, 8.0),
        )
        for name, samples, share, most_ms in figures:
            yield from_samples(
                f"{name}, {when}", ground.size, samples, idle, share=share, floor_share=0.5, most_ms=most_ms
            )  # fmt: skip


def _tell(when: str, said: _Said) -> None:
    load = os.getloadavg()[0]
    print(f"# {when}: {len(said.acts)} acts, {len(said.every)} presses, load {load:.1f}", file=sys.stderr)
    by_worst = sorted(said.acts, key=lambda name: -quantile(said.worked[name], 0.5))
    for name in by_worst[:24]:
        took, worked = said.acts[name], said.worked[name]
        print(
            f"#   {name:24} median {quantile(took, 0.5):7.1f} ms, worst {max(took):7.1f}, of its thread's own"
            f" {quantile(worked, 0.5):6.1f}",
            file=sys.stderr,
        )


async def _all(window: Window, ground: Ground) -> dict[str, _Said]:
    bridge = window.bridge
    said: dict[str, _Said] = {}
    async with _engine(ground) as take_in:
        bridge.follow.start()
        bridge.tasks.start(bridge.follow.keep_connected())
        for when, a_second in (("alone", None), (f"{_STEADY} messages a second", _STEADY), ("full ingest", _FLOOD)):
            if a_second is not None:
                await take_in(a_second)
            await asyncio.sleep(1)
            said[when] = await _sat(window)
            _tell(when, said[when])
        bridge.follow.stop()
        await bridge.tasks.stop()
    return said


@asynccontextmanager
async def _engine(ground: Ground) -> AsyncGenerator[Callable[[int], asyncio.Future[None]]]:
    words = ("-m", "bench.acts", str(ground.unlocked.workspace.folder), ground.key_words)
    pipe = asyncio.subprocess.PIPE
    engine = await asyncio.create_subprocess_exec(sys.executable, *words, stdin=pipe, stdout=pipe)
    stdin, stdout = engine.stdin, engine.stdout
    assert stdin is not None
    assert stdout is not None
    await stdout.readline()

    async def take_in(a_second: int) -> None:
        stdin.write(b"%d\n" % a_second)
        await stdin.drain()

    try:
        yield lambda a_second: asyncio.ensure_future(take_in(a_second))
    finally:
        stdin.close()
        print(f"# {(await stdout.read()).decode().strip()} messages a second came in", file=sys.stderr)
        await engine.wait()


async def _sat(window: Window) -> _Said:
    """Sit in steps that are no task: within one, events could not be worked off without another task being entered."""
    loop = asyncio.get_running_loop()
    said, done = _Said(), loop.create_future()
    steps = _sitting(window, said)

    def on() -> None:
        pause = next(steps, None)
        if pause is None:
            done.set_result(None)
        else:
            loop.call_later(pause, on)

    loop.call_soon(on)
    await done
    return said


def _sitting(window: Window, said: _Said) -> Iterator[float]:
    """Gives how many seconds to wait before the next step."""
    from PySide6.QtWidgets import QApplication

    view = window.rail.model.views()[2]
    window.hands.go(view)
    for _ in range(40):
        said.idle.append(_timed(window.repaint)[0])
    began = time.perf_counter()
    for turn in range(_TURNS):
        if turn > 1 and time.perf_counter() - began > _MOST_S:
            break
        for action in list(window.registry):
            if action.id in _SPENT_ELSEWHERE or not action.all_keys:
                continue
            _ready(window, action)
            yield _SETTLED_S
            if not action.when(window.facts()):
                continue
            took, worked = _press(window, action)
            if turn:  # the first time loads what is loaded on first use
                said.acts.setdefault(action.id, []).append(took)
                said.worked.setdefault(action.id, []).append(worked)
        print(f"# turn {turn + 1} of {_TURNS}", file=sys.stderr)
    _ready(window, None)
    yield 0.0
    bar = window.queue.list.verticalScrollBar()
    for turn in range(_FRAMES):
        bar.setValue(bar.value() + (12 if turn % 10 else window.queue.list.height()))
        said.frames.append(_timed(window.queue.list.viewport().repaint)[0])
        QApplication.processEvents()
    bar.setValue(0)
    window.hands.answer()
    window.composer.editor.setPlainText(_WORDS * 6)
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    yield 1.0
    for number in range(_KEYS):
        key = Qt.Key(ord("A") + number % 26)
        said.typing.append(_timed(lambda key=key: QTest.keyClick(window.composer.editor, key))[0])
        yield 0.02
    window.composer.editor.clear()
    _ready(window, None)


def _ready(window: Window, action: Action | None) -> None:
    """Sit before the queue with a thread open, or for an act of the composer with some words written."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QWidget

    from socialdesk.desktop.places.pickers.popover import Popover
    from socialdesk.desktop.widgets.overlay import Overlay

    window.activateWindow()
    # Without a window manager keys may not reach what an act opened: it would stay and be painted with what follows.
    for over in window.findChildren(QWidget):
        if isinstance(over, Popover | Overlay) and over.isVisible():
            over.leave()
    for _ in range(3):
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        if _hand(window) is not window.queue.list:
            QTest.keyClick(_hand(window), Qt.Key.Key_Escape)
    window.own_windows.close()
    window.hands.bulk.clear()
    is_listed = window.queue.list.isVisible()  # a view without threads has a sentence in its place
    if window.shown_page is not window.queue.parentWidget() or window.queue.current() is None or not is_listed:
        window.hands.go(window.rail.model.views()[2])
    window.queue.list.setFocus()
    if action is not None and action.id.startswith("composer."):
        window.hands.answer()
        window.composer.editor.setPlainText(_WORDS)
    QApplication.processEvents()


def _hand(window: Window) -> QWidget:
    from PySide6.QtWidgets import QApplication

    return QApplication.focusWidget() or window.focusWidget() or window.queue.list


def _press(window: Window, action: Action) -> tuple[float, float]:
    from PySide6.QtGui import QKeySequence
    from PySide6.QtTest import QTest

    *before, last = action.all_keys[0].split(" ")
    for key in before:
        QTest.keySequence(_hand(window), QKeySequence(key))
    hand = _hand(window)
    return _timed(lambda: QTest.keySequence(hand, QKeySequence(last)))


def _timed(act: Callable[[], object]) -> tuple[float, float]:
    """How long until all is painted, and how much of it this thread worked, in milliseconds."""
    from PySide6.QtWidgets import QApplication

    began, worked = time.perf_counter(), time.thread_time()
    act()
    QApplication.processEvents()
    return (time.perf_counter() - began) * 1000, (time.thread_time() - worked) * 1000


async def _take_in(folder: Path, key: bytes) -> None:
    """The engine with channels that bring as many messages a second as it is told, until nobody tells it any more."""
    engine = Engine(unlock_with_key(Workspace(folder), key), SystemClock(), Registry([]))
    running = asyncio.ensure_future(engine.run())
    takers = [
        Ingest(engine.cache, one, engine.cache.connected(one.id), SystemClock())
        for one in made_up.channels(engine.cache)[:3]
    ]
    seed = int(time.time())  # another time, other messages
    loop = asyncio.get_running_loop()
    print("ready", flush=True)
    pages, came = 0, list[int]()
    told = loop.run_in_executor(None, sys.stdin.readline)
    while word := await told:
        told = loop.run_in_executor(None, sys.stdin.readline)
        a_second = int(word)
        many = _PAGE if a_second else BATCH
        began, count = time.perf_counter(), 0
        while not told.done():
            takers[pages % len(takers)].take(made_up.events(many, seed=seed + pages), "world", str(pages))
            engine._changed()
            pages += 1
            count += 1
            due = began + count * many / a_second if a_second else 0.0
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
        came.append(round(count * many / (time.perf_counter() - began)))
    print(*came, sep=", then ", flush=True)
    engine.stop()
    await running
    await engine.close()


if __name__ == "__main__":
    asyncio.run(_take_in(Path(sys.argv[1]), bytes.fromhex(sys.argv[2])))
