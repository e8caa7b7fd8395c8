"""The window against bare Qt: from start to rows, from key to paint, opening the longest threads, memory."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bench.ground import Ground, forget_files
from bench.harness import Figure, amount, compare, from_samples
from socialdesk.model.identifiers import ThreadId

if TYPE_CHECKING:
    from socialdesk.desktop.shell.window import Window

_MODULES = "from PySide6 import QtCore, QtGui, QtWidgets"
_MEMORY = """
def resident():
    return next(int(l.split()[1]) for l in open('/proc/self/status') if l.startswith('VmRSS')) / 1024
"""
_BARE = f"""
{_MODULES}
app = QtWidgets.QApplication([])
window = QtWidgets.QListWidget()
window.addItems([str(n) for n in range(50)])
window.resize(1440, 900)
window.show()
app.processEvents()
print("painted", flush=True)
"""
_OURS = f"""
import sys
from socialdesk.desktop.look.starting import load_qt
load_qt()  # as `open_desktop` does
{_MODULES}
app = QtWidgets.QApplication([])
from pathlib import Path
from socialdesk.launch.desktop import first_frame
from socialdesk.store.protection import unlock_with_key
from socialdesk.support.paths import Workspace
unlocked = unlock_with_key(Workspace(Path(sys.argv[1])), bytes.fromhex(sys.argv[2]))
window = first_frame(app, unlocked, is_demo=True, is_light=True)
assert window.queue.model.rowCount() > 10
print("painted", flush=True)
"""
_TO_ITS_END = """
import threading
from socialdesk.launch.desktop import completing
for _ in completing(window):
    app.processEvents()
for one in threading.enumerate():
    if one.name == "kept code":
        one.join()
window.bridge.close()
"""
_USED = """
for _ in window.completing():
    app.processEvents()
window.hands.go(window.rail.model.views()[2])
for _ in range(300):
    window.hands.step(1)
    app.processEvents()
"""
_EMPTY = "import asyncio, json, ssl\n"
_ENGINE = """
import asyncio, sys
from pathlib import Path
from socialdesk.engine.host import Engine
from socialdesk.engine.ingest import Ingest
from socialdesk.store.protection import unlock_with_key
from socialdesk.support.clock import SystemClock
from socialdesk.support.paths import Workspace
from bench import made_up
unlocked = unlock_with_key(Workspace(Path(sys.argv[1])), bytes.fromhex(sys.argv[2]))
events = [made_up.events(2000, seed=900 + page) for page in range(5)]
before = resident()
clock = SystemClock()
engine = Engine(unlocked, clock)
one = made_up.channels(engine.cache)[2]
ingest = Ingest(engine.cache, one, engine.cache.connected(one.id), clock)
for number, page in enumerate(events):
    ingest.take(page, "world", str(number))
print(resident(), before)
"""


def first_window(ground: Ground) -> Iterator[Figure]:
    """From the start of a process to painted rows, against a bare list with the same Qt modules, both with bytecode."""
    with tempfile.TemporaryDirectory() as folder:
        start = _starter(ground, Path(folder))
        ours, bare = (lambda: start(_OURS)), (lambda: start(_BARE))
        yield compare("first window with rows", ground.size, ours, bare, most=1.5, rounds=9)
        cold = partial(forget_files, ground.unlocked.workspace.folder)
        name = "first window with rows, files not in memory"
        yield compare(name, ground.size, ours, bare, most=1.5, rounds=9, before=cold)


def memory(ground: Ground) -> Iterator[Figure]:
    """Resident memory of both processes after use, against a bare window and a bare interpreter."""
    with tempfile.TemporaryDirectory() as folder:
        start = _starter(ground, Path(folder))

        def told(code: str) -> list[float]:
            return [float(word) for word in start(_MEMORY + code, whole=True).split()[-2:] if word != "painted"]

        (window,) = told(_OURS + _USED + "print(resident())")
        (bare,) = told(_BARE + "print(resident())")
        yield amount("memory of the desktop after use", ground.size, "MB", window, bare, most=80, is_added=True)
        engine, made = told(_ENGINE)
        (empty,) = told(_EMPTY + "print(resident())")
        # What the bench itself made up is not the engine's.
        imported = told(_EMPTY + "from bench import made_up\nprint(resident())")[0]
        own = engine - max(0.0, made - imported)
        yield amount(
            "memory of the engine after 10,000 messages", ground.size, "MB", own, empty, most=60, is_added=True
        )


def _starter(ground: Ground, folder: Path) -> Callable[..., str]:
    """Starts code as an installed program runs, after another start. Returns at its first line, or its end."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def start(code: str, *, whole: bool = False) -> str:
        command = [sys.executable, "-c", code, str(ground.unlocked.workspace.folder), ground.key_words]
        child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
        assert child.stdout is not None
        said = child.stdout.read() if whole else child.stdout.readline()
        assert said, "it ended without a word"
        if whole:
            child.wait()
            return said
        child.kill()
        child.wait()
        child.stdout.close()
        return said

    start(_OURS + _TO_ITS_END, whole=True)  # writes what was compiled
    start(_BARE, whole=True)
    return start


def opened(ground: Ground) -> Window:
    """The real window on a workspace, shown and settled."""
    from PySide6.QtWidgets import QApplication

    from socialdesk.desktop.look import theme
    from socialdesk.desktop.look.tokens import Theme
    from socialdesk.desktop.shell.window import Window
    from socialdesk.launch.desktop import make_bridge

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    QApplication.setDesktopFileName("socialdesk")
    theme.apply(app, Theme.LIGHT)
    window = Window(make_bridge(ground.unlocked, is_demo=True))
    window.show()
    app.processEvents()
    gc.freeze()  # as the program does once its window is whole
    return window


def closed(window: Window) -> None:
    """Let the window and its files go."""
    import shiboken6
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance()
    assert app is not None
    app.removeEventFilter(window.keys)
    window.close()
    bridge = window.bridge
    shiboken6.delete(window)
    bridge.cache.close()
    bridge.desk.close()


def _timed(act: Callable[[], object]) -> float:
    from PySide6.QtWidgets import QApplication

    began = time.perf_counter()
    act()
    QApplication.processEvents()
    return (time.perf_counter() - began) * 1000


def key_to_paint(ground: Ground) -> Iterator[Figure]:
    """From the press of a key to the end of the frame it changes, against one frame of the idle window."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    window = opened(ground)
    window.hands.go(window.rail.model.views()[2])
    QApplication.processEvents()
    keys = Qt.Key
    acts = (
        ("J, next thread", (keys.Key_J,)),
        ("E, done", (keys.Key_E,)),
        ("I, mine", (keys.Key_I,)),
        ("U, read or unread", (keys.Key_U,)),
        ("Z, undo", (keys.Key_U, keys.Key_Z)),
    )
    for name, pressed in acts:
        figures: list[float] = []
        floor: list[float] = []
        for _ in range(50):
            for before in pressed[:-1]:
                QTest.keyClick(window.queue.list, before)
                QApplication.processEvents()
            figures.append(_timed(lambda key=pressed[-1]: QTest.keyClick(window.queue.list, key)))
            floor.append(_timed(window.repaint))
        yield from_samples(f"key to paint, {name}", ground.size, figures, floor, share=0.95, most=4, most_ms=50)
    closed(window)


def long_threads(ground: Ground) -> Iterator[Figure]:
    """A thread of 500 messages from the order to open it to its first paint, against a frame with nothing open."""
    from PySide6.QtWidgets import QApplication

    window = opened(ground)
    found = window.bridge.cache.ask("SELECT thread_id FROM message GROUP BY thread_id ORDER BY count(*) DESC LIMIT 40")
    long = [ThreadId(id_) for (id_,) in found]
    figures: list[float] = []
    floor: list[float] = []
    for turn in range(40):
        window.open_thread(None)
        QApplication.processEvents()
        floor.append(_timed(window.repaint))
        chosen = long[turn % len(long)]
        figures.append(_timed(lambda chosen=chosen: window.open_thread(chosen)))
    name = "a thread of 500 messages open and painted"
    yield from_samples(name, ground.size, figures, floor, share=0.5, most=4)
    yield from_samples(name, ground.size, figures, floor, share=0.95, most=4)
    closed(window)
