"""Typing into the composer with 10,000 characters in it, against a bare QPlainTextEdit in the same run.

`python -m bench.keystrokes [KEYS]`. A key is: pressed, everything it sets off on the window's thread, painted;
counted is what that thread works, so that a busy machine changes little. Waiting for the disk is not in it.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit, QWidget

LONG = 10_000
_SENTENCE = "Bonjour Camille, votre colis est parti de Lille ce matin, il arrive samedi avant midi 👋 et on le suit. "


def main(keys: int = 200) -> None:
    """Print both, and how many times longer ours takes."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    text = (_SENTENCE * (LONG // len(_SENTENCE) + 1))[:LONG]
    paragraphs = text.replace("suit. ", "suit.\n")
    from socialdesk.desktop.look import theme
    from socialdesk.desktop.look.tokens import Theme
    from socialdesk.desktop.shell.window import Window
    from socialdesk.launch.demo import prepare
    from socialdesk.launch.desktop import make_bridge
    from socialdesk.support.clock import SystemClock
    from socialdesk.support.paths import Workspace

    theme.apply(app, Theme.LIGHT)
    with tempfile.TemporaryDirectory() as folder:
        window = Window(make_bridge(prepare(Workspace(Path(folder) / "demo"), SystemClock()), is_demo=True))
        window.show()
        bare = QPlainTextEdit()
        bare.resize(560, 300)
        bare.show()
        for name, written in (("one paragraph", text), ("many paragraphs", paragraphs)):
            for where in (QTextCursor.MoveOperation.End, QTextCursor.MoveOperation.Start):
                theirs = _typed(app, bare, bare, written, where, keys)
                window.hands.answer()
                ours = _typed(app, window.composer.editor, window.composer.editor, written, where, keys)
                said = (
                    f"{name}, at its {where.name.lower()}: bare {_middle(theirs):.2f} ms, ours {_middle(ours):.2f} ms,"
                    f" slowest twentieth {_slow(ours):.2f} ms, {_middle(ours) / _middle(theirs):.1f} times"
                )
                print(said)
        window.close()


def _typed(  # noqa: PLR0917 - one measurement
    app: QApplication,
    field: QPlainTextEdit | QTextEdit,
    target: QWidget,
    text: str,
    where: QTextCursor.MoveOperation,
    keys: int,
) -> list[float]:
    field.setPlainText(text)
    field.moveCursor(where)
    field.setFocus()
    until = time.perf_counter() + 2.0
    while time.perf_counter() < until:  # what comes once for the text, as its spelling, is not the key's
        app.processEvents()
    found: list[float] = []
    for number in range(keys):
        letter = Qt.Key(ord("A") + number % 26)
        start = time.thread_time()
        QTest.keyClick(target, letter)
        app.processEvents()
        found.append((time.thread_time() - start) * 1000)
    return found


def _middle(found: list[float]) -> float:
    return statistics.median(found)


def _slow(found: list[float]) -> float:
    return sorted(found)[int(len(found) * 0.95)]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
