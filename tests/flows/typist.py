"""A person who types into the composer of the real window without a pause, until somebody pulls the plug.

`python -m tests.flows.typist FOLDER SEED`: each key is told on standard output before it is pressed, as
`thread text-so-far` in JSON with the moment in milliseconds.
"""

from __future__ import annotations

import json
import random
import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from socialdesk.desktop.look import theme
from socialdesk.desktop.look.tokens import Theme
from socialdesk.desktop.shell.window import Window
from socialdesk.launch.desktop import make_bridge
from socialdesk.store.protection import unlock_with_key
from socialdesk.support.paths import Workspace
from tests.waiting import let_pass

PAUSE_MS = 25


def main() -> None:
    """Type for ever."""
    dice = random.Random(sys.argv[2])
    app = QApplication([])
    theme.apply(app, Theme.LIGHT)
    window = Window(make_bridge(unlock_with_key(Workspace(Path(sys.argv[1])), None), is_demo=True))
    window.hands.go(window.rail.model.views()[2])
    window.show()
    while True:
        QTest.keyClick(window.queue.list, Qt.Key.Key_J)
        let_pass(50)
        thread = window.conversation.thread
        assert thread is not None
        window.composer.editor.setFocus()
        for _ in range(dice.randrange(20, 120)):
            letter = dice.choice("abc de fgh ")
            sys.stdout.write(json.dumps([thread, window.composer.editor.text() + letter, now_ms()]) + "\n")
            sys.stdout.flush()
            QTest.keyClicks(window.composer.editor, letter)
            let_pass(PAUSE_MS)


def now_ms() -> float:
    """Alike in all processes of one machine."""
    return time.monotonic() * 1000


if __name__ == "__main__":
    main()
