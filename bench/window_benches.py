"""The window against bare Qt: from key to paint, and from start to the first painted rows."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator

from bench.ground import Ground
from bench.harness import Figure, compare, from_samples

_MODULES = "from PySide6 import QtCore, QtGui, QtWidgets, QtTest"
_BARE = f"""
{_MODULES}
app = QtWidgets.QApplication([])
window = QtWidgets.QListWidget()
window.addItems([str(n) for n in range(50)])
window.resize(1440, 900)
window.show()
app.processEvents()
window.grab()
"""
_OURS = f"""
import sys
{_MODULES}
app = QtWidgets.QApplication([])
from pathlib import Path
from socialdesk.desktop.look import theme
from socialdesk.desktop.look.tokens import Theme
from socialdesk.launch.desktop import make_bridge
from socialdesk.store.protection import unlock_with_key
from socialdesk.support.paths import Workspace
key = bytes.fromhex(sys.stdin.read().strip())
bridge = make_bridge(unlock_with_key(Workspace(Path(sys.argv[1])), key), is_demo=True)
theme.apply(app, Theme.LIGHT)
from socialdesk.desktop.shell.window import Window
window = Window(bridge)
window.show()
app.processEvents()
window.grab()
"""


def first_window(ground: Ground) -> Iterator[Figure]:
    """A process that shows cached rows, against one that shows a bare list with the same Qt modules."""

    def start(code: str) -> None:
        command = [sys.executable, "-c", code, str(ground.unlocked.workspace.folder)]
        subprocess.run(command, input=ground.key_words, text=True, check=True, capture_output=True, env=os.environ)

    yield compare("first window with rows", ground.size, lambda: start(_OURS), lambda: start(_BARE), most=1.5, rounds=5)


def key_to_paint(ground: Ground) -> Iterator[Figure]:
    """From the press of a key to the end of the frame it changes, against one frame of the idle window."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from socialdesk.desktop.look import theme
    from socialdesk.desktop.look.tokens import Theme
    from socialdesk.desktop.shell.window import Window
    from socialdesk.launch.desktop import make_bridge

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply(app, Theme.LIGHT)
    window = Window(make_bridge(ground.unlocked, is_demo=True))
    window.hands.go(window.rail.model.views()[1])
    window.show()
    app.processEvents()

    def timed(act: object) -> float:
        began = time.perf_counter()
        act()  # type: ignore[operator]
        app.processEvents()
        return (time.perf_counter() - began) * 1000

    def idle() -> float:
        def paint() -> None:
            window.repaint()
            window.queue.list.viewport().repaint()
            window.conversation.view.viewport().repaint()

        return timed(paint)

    floor = [idle() for _ in range(60)]
    for name, key in (("J, next thread", Qt.Key.Key_J), ("E, done", Qt.Key.Key_E)):
        figures = [timed(lambda key=key: QTest.keyClick(window.queue.list, key)) for _ in range(60)]
        yield from_samples(f"key to paint, {name}", ground.size, figures, floor, share=0.5, most=4)
        yield from_samples(f"key to paint, {name}", ground.size, figures, floor, share=0.95, most=4)
    app.removeEventFilter(window.keys)
    window.close()
