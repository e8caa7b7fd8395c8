"""What the work costs the fingers: keys pressed for each thread that is dealt with, and somebody's first minute.

`python -m bench.effort [THREADS]`. Somebody who works alone goes through the demo's morning, where nobody holds
anything yet, and does what `effort_choices` says a person would do. Every press counts as one, a chord too. Only words
that people will read (what fills a blank, what is written freely, a note) are typed text and counted apart: letters
that choose a saved reply, a colleague or a time are keys.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QWidget

from bench.effort_choices import FILLS, FIRST_MINUTE, Chooser, Do, Press, SavedReply, Spelled, To, Typed
from socialdesk.connectors.demo import seed
from socialdesk.desktop.look import theme
from socialdesk.desktop.look.tokens import Theme
from socialdesk.desktop.places.saved_replies.picker import SavedReplyPicker
from socialdesk.desktop.shell.window import Window
from socialdesk.engine.host import Engine
from socialdesk.launch.demo import prepare
from socialdesk.launch.desktop import make_bridge
from socialdesk.model.saved_reply import SavedReply as Reply
from socialdesk.model.thread import Status, Thread
from socialdesk.model.view import BUILT_IN
from socialdesk.store.protection import Unlocked
from socialdesk.support.clock import Clock, SystemClock
from socialdesk.support.paths import Workspace

TARGET = 2.0
KEYS_A_SECOND = 5.0
THINKING_S = 0.8
DIGITS = 9


@dataclass
class Effort:
    """What was pressed."""

    keys: Counter[str] = field(default_factory=Counter)
    """Keys by what they were pressed for."""
    threads: Counter[str] = field(default_factory=Counter)
    """Threads by what was done to them."""
    letters: int = 0
    """Letters of words that people will read."""
    missed: list[str] = field(default_factory=list)
    """Threads that were not dealt with though the keys were pressed."""

    @property
    def handled(self) -> int:
        """How many threads were dealt with."""
        return self.threads.total()

    @property
    def per_thread(self) -> float:
        """Keys pressed for each."""
        return self.keys.total() / max(self.handled, 1)

    def lines(self) -> list[str]:
        """The figures in words."""
        keys = f"{self.keys.total()} keys beyond {self.letters} letters of text"
        told = [f"{self.handled} threads, {keys}: {self.per_thread:.2f} keys a thread (target ≤ {TARGET})"]
        for what, many in self.threads.most_common():
            told.append(f"  {what}: {many} threads, {self.keys[what] / many:.2f} keys each")
        told += [f"  not dealt with: {missed}" for missed in self.missed]
        return told


class Fingers:
    """Presses keys in a window of this process, where the focus is."""

    def __init__(self, window: Window, pause_s: float = 0.0) -> None:
        self._window = window
        self._pause_s = pause_s
        self.pressed = 0
        self.letters = 0

    def press(self, keys: str) -> None:
        """Press a key or a chord, as `Ctrl+Shift+Return`."""
        chord = QKeySequence(keys)[0]  # pyright: ignore[reportIndexIssue] - the stubs leave it out
        self.pressed += 1
        QTest.keyClick(self._focus(), chord.key(), chord.keyboardModifiers())
        self._settle()

    def spell(self, letters: str) -> None:
        """Press letters that choose something: each is a key."""
        for letter in letters:
            self.pressed += 1
            QTest.keyClicks(self._focus(), letter)
            self._settle()

    def write(self, text: str) -> None:
        """Type words that somebody will read."""
        for letter in text:
            self.letters += 1
            QTest.keyClicks(self._focus(), letter)
            self._settle()

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self._window

    def _settle(self) -> None:
        QApplication.processEvents()
        rest(self._pause_s)


def rest(seconds: float) -> None:
    """Let the window go on while somebody does nothing."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        QApplication.processEvents()
        time.sleep(0.005)


def morning(window: Window, threads: int) -> Effort:
    """Go through what nobody holds, from the top."""
    window.hands.go(next(view for view in BUILT_IN if view.id == "unassigned"))
    QApplication.processEvents()
    fingers, effort, chooser = Fingers(window), Effort(), Chooser()
    while effort.handled < threads:
        thread = window.queue.current()
        if thread is None:
            break
        done = chooser.choose(thread)
        before, letters = fingers.pressed, fingers.letters
        for act in done.acts:
            perform(window, fingers, act)
        effort.keys[done.words] += fingers.pressed - before
        effort.letters += fingers.letters - letters
        if not is_dealt_with(window, thread):
            effort.missed.append(f"{thread.contact_name} ({thread.kind.value}, {', '.join(thread.tags)}): {done}")
            break
        effort.threads[done.words] += 1
    return effort


def is_dealt_with(window: Window, thread: Thread) -> bool:
    """Whether the queue has gone on from a thread: it is done, later or somebody's, and the next one is open."""
    now = window.bridge.thread(thread.id)
    after = window.queue.current()
    moved = now is not None and (now.status is not Status.OPEN or now.assignee_id != thread.assignee_id)
    return moved and (after is None or after.id != thread.id)


def perform(window: Window, fingers: Fingers, act: Do) -> None:
    """Do one thing that was chosen."""
    match act:
        case Press(keys=keys):
            fingers.press(keys)
        case Typed(text=text):
            fingers.write(text)
        case Spelled(letters=letters):
            fingers.spell(letters)
        case SavedReply(shortcut=shortcut):
            answer(window, fingers, shortcut)
        case To(name=name):
            lines = window.assign.lines("")
            fingers.press(str(next(line.digit for line in lines if line.words.startswith(name))))


def answer(window: Window, fingers: Fingers, shortcut: str) -> None:
    """Answer with a saved reply and be done.

    Whoever sees in the panel that it is the first one, and its text whole, sends it from there; one that the panel
    offers is taken by its digit; else the picker is opened, where it is taken by the digit of its row if that can be
    seen, or looked for until it is the one marked.
    """
    window.show_context_now()
    offered = [window.context.fitting(place) for place in (1, 2, 3)]
    place = next((at for at, one in enumerate(offered, 1) if one is not None and one.shortcut == shortcut), 0)
    if place == 1 and is_whole(window, offered[0]):
        fingers.press("Alt+Return")
        return
    send = "Ctrl+Shift+Return"
    if place:
        fingers.press(f"Alt+{place}")
    else:
        fingers.press("Ctrl+Shift+S")
        picker = window.replies.picker
        digit = next((row + 1 for row in range(rows_seen(picker.list)) if shortcut_at(picker, row) == shortcut), 0)
        if 0 < digit <= DIGITS:
            fingers.press(str(digit))
        else:
            for letter in shortcut:
                fingers.spell(letter)
                if shortcut_at(picker, picker.list.currentIndex().row()) == shortcut:
                    break
            if is_whole(window, picker.current()):
                fingers.press(send)
                return
            fingers.press("Return")
    fill(window, fingers)
    fingers.press(send)


def is_whole(window: Window, reply: Reply | None) -> bool:
    """Whether a reply leaves nothing to be filled in the open thread."""
    thread = window.composer.thread
    pieces = window.replies.picker.filled_for(thread, reply) if thread is not None and reply is not None else ()
    return bool(pieces) and not any(piece.is_open for piece in pieces)


def shortcut_at(picker: SavedReplyPicker, row: int) -> str:
    """The shortcut that a row of the picker shows."""
    return picker.model.choices[row].reply.shortcut if 0 <= row < len(picker.model.choices) else ""


def rows_seen(rows: QListView) -> int:
    """How many rows of a list stand whole in its window."""
    many = rows.model().rowCount()
    return sum(rows.visualRect(rows.model().index(row, 0)).bottom() <= rows.viewport().height() for row in range(many))


def fill(window: Window, fingers: Fingers) -> None:
    """Fill the blanks of what was inserted; the first is chosen already."""
    editor = window.composer.editor
    left = list(editor.blanks())
    for blank in left:
        how = FILLS[blank.type.value]
        here = editor.current_blank()
        if here is None or here.hint != blank.hint:
            fingers.press("Tab")
        if isinstance(how, Typed):
            fingers.write(how.text)
        else:
            fingers.press(how.keys)


def first_minute(window: Window) -> tuple[float, int]:
    """The five things the demo suggests, at a person's pace. Gives seconds and keys."""
    fingers = Fingers(window, 1 / KEYS_A_SECOND)
    start = time.monotonic()
    for _words, acts in FIRST_MINUTE:
        rest(THINKING_S)
        for act in acts:
            perform(window, fingers, act)
    return time.monotonic() - start, fingers.pressed + fingers.letters


def opened(folder: Path, *, alone: bool = False) -> Window:
    """The demo's window in its own size, as it stands in the morning; `alone` with nothing held by anybody."""
    clock = SystemClock()
    unlocked = prepare(Workspace(folder / "demo"), clock)
    if alone:
        asyncio.run(_nobody_holds(unlocked, clock))
    window = Window(make_bridge(unlocked, is_demo=True))
    window.resize(1440, 900)
    window.show()
    QTest.qWaitForWindowExposed(window)
    rest(1.0)  # what the first frame leaves for later
    return window


async def _nobody_holds(unlocked: Unlocked, clock: Clock) -> None:
    engine = Engine(unlocked, clock)
    with engine.cache.change(durable=True) as change:
        for told in seed.threads(clock.now()):
            thread = change.thread_by_remote(told.remote_id)
            if thread is not None and thread.assignee_id is not None:
                change.put_thread(replace(thread, assignee_id=None))
    await engine.close()


def main(threads: int = 100) -> None:
    """Print both figures."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    theme.apply(app, Theme.LIGHT)
    with tempfile.TemporaryDirectory() as folder:
        window = opened(Path(folder) / "a")
        seconds, keys = first_minute(window)
        print(f"the first five steps: {seconds:.1f} s with {keys} keys at {KEYS_A_SECOND:.0f} a second (target < 60 s)")
        window.close()
        window = opened(Path(folder) / "b", alone=True)
        for line in morning(window, threads).lines():
            print(line)
        window.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
