"""The hand of somebody at work: presses keys in the real window and looks up in the books what became of them.

After each act it waits until the books say what was meant, and only that; what does not come fails with what came.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from PIL import Image, ImageGrab

from tests.patience import NEVER_S
from tests.peers.fixtures import XServer
from tests.tour.books import Books, Seen, difference
from tests.tour.day import FILLS, Answer, In, Key, More, On, Step, Typed, understood

LOOK_S = 0.02
ME = "Maya Benali"
PAINTED_S = 0.15
PAINTED_WITHIN_S = 1.0
"""A picture is taken once two in a row are the same; where something moves all the time, after this."""
TOLD_WITHIN_S = 10
"""Which thread is open is remembered a second after; this leaves room for a busy machine, and is waited out seldom."""
WINDOW = (0, 0, 1440, 900)
"""The demo's own size, in the corner where no window manager moves it."""


class NotMeant(AssertionError):
    """Something else came of the keys than what they mean."""


@dataclass
class Hand:
    """One person at one window, from the first key of the day to the last."""

    server: XServer
    folder: Path
    shots: Path
    keys: int = 0
    """Keys and chords pressed, words that were typed not counted."""
    triaged: int = 0
    """How often a thread was dealt with: one by one, or answered with others. Opening again does not count."""
    handled: set[int] = field(default_factory=set)
    sent: list[tuple[int, str]] = field(default_factory=list)
    """What was answered in which thread, as it stood in the draft before it was sent."""
    ledger: dict[int, dict[str, Any]] = field(default_factory=dict)
    """What each thread must be by now, after all the acts on it."""

    def __post_init__(self) -> None:
        self.books = Books(self.folder)
        self.shots.mkdir(parents=True, exist_ok=True)
        self._program: subprocess.Popen[bytes] | None = None
        self._here = 0
        self._left: set[int] = set()

    # The window

    def sit_down(self) -> None:
        """Start the program, and wait until its window takes keys."""
        words = [sys.executable, "-m", "socialdesk", "demo", "--workspace", str(self.folder)]
        with self.log.open("ab") as sink:
            self._program = subprocess.Popen(words, env=self._environment(), stdout=sink, stderr=sink)
        found = self.server.xdotool("search", "--sync", "--onlyvisible", "--name", "SocialDesk").splitlines()[0]
        self.server.xdotool("windowfocus", "--sync", found)
        self.until((self.folder / "engine.json").exists, "the engine works")

    def get_up(self) -> None:
        """Quit by the key, and wait until nothing of it runs."""
        assert self._program is not None
        self.press("ctrl+q")
        assert self._program.wait(NEVER_S) == 0, self.said()
        self._program = None

    def end(self) -> None:
        """Whatever happened: leave no process behind."""
        if self._program is not None:
            self._program.terminate()
            self._program.wait(NEVER_S)

    @property
    def log(self) -> Path:
        """What the program says on its terminal."""
        return self.folder.with_suffix(".log")

    def said(self) -> str:
        """All of it."""
        return self.log.read_text(encoding="utf-8")

    def press(self, *keys: Key) -> None:
        """Press keys one after the other. The window takes them in this order, however quick they come."""
        for key in keys:
            if isinstance(key, Typed):
                self.server.xdotool("type", "--delay", "4", key.text)
            else:
                self.keys += 1
                self.server.xdotool("key", "--delay", "4", key)

    def picture(self, words: str) -> None:
        """Keep what the window shows now."""
        number = len(list(self.shots.glob("*.png"))) + 1
        name = "".join(letter if letter.isalnum() else "-" for letter in words.lower())[:60]
        shown, end = self._grab(), time.monotonic() + PAINTED_WITHIN_S
        while time.monotonic() < end:
            time.sleep(PAINTED_S)
            before, shown = shown, self._grab()
            if shown.tobytes() == before.tobytes():
                break
        shown.save(self.shots / f"{number:02} {name}.png")

    def _grab(self) -> Image.Image:
        return ImageGrab.grab(WINDOW, xdisplay=self.server.display)

    def until(self, so: Callable[[], Any], words: str, patience_s: float = NEVER_S) -> Any:
        """Wait until something is so, and give it."""
        end = time.monotonic() + patience_s
        while True:
            found = so()
            if found:
                return found
            if self._program is not None and self._program.poll() is not None:
                raise NotMeant(f"The program ended: {self.said()}")
            if time.monotonic() > end:
                self.picture(f"missed {words}")
                raise NotMeant(f"It did not come that {words}. Pictures: {self.shots}\n{self.said()[-2000:]}")
            time.sleep(LOOK_S)

    # Where one is

    def go(self, *keys: str) -> None:
        """Go to a view."""
        wanted = {"gu": "unassigned", "gm": "mine", "ge": "team", "gd": "done"}["".join(keys)]
        before = self.books.window("view")
        self.press("Escape", *keys)
        self.until(lambda: self.books.window("view") == wanted, f"the view is {wanted} after {before}")
        if before != wanted:
            self._left = {int(self.books.window("thread") or 0)}
        self._here = 0

    def open_thread(self) -> Seen:
        """The thread the window has open. It says so once it has stayed there for a second."""

        def told() -> int:
            now = int(self.books.window("thread") or 0)
            return now if now not in self._left else 0

        if not self._here:
            end = time.monotonic() + TOLD_WITHIN_S
            while not told() and time.monotonic() < end:
                time.sleep(LOOK_S)
            if not told():
                # The first of another view may be the one that was open before, of which nothing new is told.
                self.press("j")
            self._here = self.until(told, "the window tells what is open")
        return self.books.threads()[self._here]

    def is_back_at(self, thread: int) -> None:
        """An act was taken back, and that opened its thread again."""
        self._left.discard(thread)
        self._here = thread

    def move_on(self) -> None:
        """To the next one, with nothing done."""
        self._leave(self._here)
        self.press("j")

    def _leave(self, thread: int) -> None:
        self._left.add(thread)
        self._here = 0

    # Acts

    def do(self, step: Step, *, thread: int = 0) -> int:
        """Do one thing, wait until the books have it, and give the thread it happened to, which `thread` may demand."""
        before = self.books.threads()
        started = datetime.now(UTC)
        self.press(*step.keys)
        done = self.until(lambda: difference(before, self.books.threads()), f"“{step.words}” is in the books")
        if len(done) == 1 and len(next(iter(done.values()))) < len(step.meant):
            # One act of several fields may be read between two transactions.
            self.until(lambda: self.books.to_do() == 0, "all acts are in the books")
            done = difference(before, self.books.threads())
        if len(done) != 1 or (thread and thread not in done):
            raise NotMeant(f"“{step.words}” in {thread or 'the open thread'} did this: {done}")
        ((id_, changed),) = done.items()
        for name, meant in step.meant.items():
            if name not in changed or not _is_meant(changed[name], getattr(before[id_], name), meant, started):
                raise NotMeant(f"“{step.words}” meant {name} = {meant}; it made {changed} of {before[id_]}")
        if changed.keys() - step.meant.keys():
            raise NotMeant(f"“{step.words}” also did {changed}")
        self.handled.add(id_)
        self.ledger.setdefault(id_, {}).update(changed)
        if step.moves_on:
            self._leave(id_)
        return id_

    def answer(self, thread: Seen, answer: Answer) -> None:
        """Answer the open thread with a saved reply, fill its blanks, send and be done."""
        id_ = thread.id
        self.press("r", Typed(f"/{answer.shortcut}"), "Return")
        self.until(lambda: (d := self.books.draft(id_).text) and not d.startswith("/"), f"/{answer.shortcut} is there")
        while kinds := self.books.draft(id_).open_blanks:
            kind, left = kinds[0], len(kinds) - 1
            fills = FILLS[kind]
            self.press(fills)
            if left:
                self.press("Tab")
            filled = fills.text if isinstance(fills, Typed) else ""

            def is_filled(left: int = left, filled: str = filled) -> bool:
                draft = self.books.draft(id_)
                return len(draft.open_blanks) <= left and filled in draft.text

            self.until(is_filled, f"{kind} is filled")
        if answer.adds:
            self.press("ctrl+End", Typed(answer.adds))
            self.until(lambda: self.books.draft(id_).text.endswith(answer.adds), "the end is written")
        text = self.books.draft(id_).text
        self.do(_sending(thread, text), thread=id_)
        self.sent.append((id_, text))

    def work(self, threads: int, does: tuple[Step | Answer, ...], *, takes_over: bool = False) -> int:
        """Deal with so many threads of the view, the acts in turn. Gives how many there were."""
        turn = 0
        count = 0
        passed = 0
        while count < threads and passed < threads + 40:
            what = does[turn % len(does)]
            if isinstance(what, Answer):
                here = self.open_thread()
                # What somebody has begun to write is not ours to finish.
                if not _can_be_answered(here, takes_over=takes_over) or self.books.draft(here.id).text:
                    self.move_on()
                    passed += 1
                    continue
                self.answer(here, what)
            elif "assignee" in what.meant:
                if self.open_thread().assignee == what.meant["assignee"]:
                    turn += 1
                    continue
                self.do(what, thread=self._here)
            elif "priority" in what.meant and self.open_thread().priority == what.meant["priority"]:
                turn += 1
                continue
            elif what.fits:
                here = self.open_thread()
                if here.kind not in what.fits or here.is_shielded or here.liked:
                    turn += 1
                    continue
                self.do(what)
            else:
                self.do(what)
            turn += 1
            count += isinstance(what, Answer) or what.moves_on
        self.triaged += count
        return count

    # Looking it all over

    def look_over(self, words: str) -> None:
        """A stop: every thread is in the books as all acts until now mean it, and a picture is taken."""
        self.until(lambda: self.books.to_do() == 0, "all acts are in the books")
        threads = self.books.threads()
        wrong = {
            id_: (name, meant, getattr(threads[id_], name))
            for id_, fields in self.ledger.items()
            for name, meant in fields.items()
            if getattr(threads[id_], name) != meant and not (name in _NETWORKS and threads[id_].last_in > self._begun)
        }
        assert not wrong, f"{words}: {wrong}"
        self.picture(words)

    @property
    def _begun(self) -> int:
        """When the day began, in ms: what was written since may reopen what is done."""
        memory = json.loads((self.folder / "platforms/demo/world.json").read_text(encoding="utf-8"))
        return int(memory["birth"])

    def _environment(self) -> dict[str, str]:
        return self.server.environment() | {
            "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
            "LANGUAGE": "en",
            "LANG": os.environ.get("LANG", "C.UTF-8"),
        }


_NETWORKS = ("status", "snoozed_until")
"""What a new message of the contact changes by itself."""


def _is_meant(now: Any, then: Any, meant: Any, started: datetime) -> bool:
    match meant:
        case In() | On():
            return isinstance(now, datetime) and abs(now - understood(meant, started)) < timedelta(minutes=1)
        case More(one=one):
            return now == (then | {one} if isinstance(then, frozenset) else (*then, one))
        case _:
            return now == meant


def _sending(thread: Seen, text: str) -> Step:
    """Send and be done; what a colleague holds is taken over, which is the last choice of the question."""
    meant: dict[str, Any] = {"status": "done", "answers": More(text)}
    if thread.assignee in {None, ME}:
        return Step(f"Answer {text!r}", ("ctrl+shift+Return",), meant)
    keys = ("ctrl+shift+Return", "Tab", "Tab", "Return")
    return Step(f"Take over, and answer {text!r}", keys, meant | {"assignee": ME})


def _can_be_answered(thread: Seen, *, takes_over: bool) -> bool:
    """Whether an answer can leave: some messages can be answered for a day only, reviews have one answer."""
    is_fresh = datetime.fromtimestamp(thread.last_in / 1000, UTC) > datetime.now(UTC) - timedelta(hours=20)
    return (
        (thread.kind in {"comment", "mention"} or (thread.kind == "dm" and is_fresh))
        and not thread.is_shielded
        and (takes_over or thread.assignee in {None, ME})
        and not thread.answers
    )
