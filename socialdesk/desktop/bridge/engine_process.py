"""Starts the engine as a child of the desktop, watches it, starts it again when it ends; hands it the key.

The child is a process of its own session: it survives the desktop's end for as long as something is on the wire.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from pathlib import Path
from typing import IO

from PySide6.QtCore import QObject, QTimer, Signal

from socialdesk.store.protection import Unlocked
from socialdesk.support.lock import FileLock, Taken

DAMAGED, NO_ROOM, BUSY, NEWER = 4, 5, 6, 7
"""The status with which an engine ends that met a damaged file, could write no more, found another at work, or files of
a newer SocialDesk."""
_BACKOFF_MS = (200, 1_000, 5_000, 15_000, 60_000)
_LOOK_MS = 500
_STEADY_LOOKS = 60
_LEAVE_S = 3.0


class EngineProcess(QObject):
    """The child. `ailing` tells a sentence when it keeps ending, the empty text when it is well again."""

    ailing = Signal(str)
    damaged = Signal()
    """It ended because a file is damaged; starting it again would not help."""

    def __init__(self, unlocked: Unlocked, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._unlocked = unlocked
        self._ends = 0
        self._looks = 0
        self._child: subprocess.Popen[bytes] | None = None
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self._on_look)
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self._launch)

    @property
    def pid(self) -> int | None:
        """The process id of the child, while it runs."""
        return self._child.pid if self._child is not None and self._child.poll() is None else None

    def start(self) -> None:
        """Start it, and from now on keep it running."""
        self._launch()
        self._look.start()

    def stop(self, *, at_once: bool = False) -> None:
        """Let it go: it ends by itself once the desktop is gone and nothing is on the wire; `at_once` asks it to."""
        self._look.stop()
        self._again.stop()
        if self._child is not None:
            if at_once:
                self._child.terminate()
            # Mostly at once; what takes longer is an answer on its way, and goes on without us.
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._child.wait(_LEAVE_S)

    def end_silent(self) -> None:
        """It lives and answers nothing: end it, and say so; it is started again as after every end.

        Ending it loses nothing and doubles nothing, whatever it was at. One that somebody else started is left alone.
        """
        if self.pid is not None and self._child is not None:
            self._ends += 1
            self._child.kill()

    def _launch(self) -> None:
        frozen = bool(getattr(sys, "frozen", False))
        words = [sys.executable, *([] if frozen else ["-m", "socialdesk"])]
        words += ["engine", "--key-stdin", "--workspace", str(self._unlocked.workspace.folder)]
        errors = self._unlocked.workspace.folder / "engine.stderr"
        with _sink(errors) as sink:
            self._child = subprocess.Popen(  # noqa: S603 - our own program, words of our own
                words, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=sink, start_new_session=True
            )
        key = self._unlocked.key
        assert self._child.stdin is not None
        with contextlib.suppress(OSError):
            self._child.stdin.write(((key.hex() if key else "") + "\n").encode())
            self._child.stdin.close()
        self._looks = 0

    def _on_look(self) -> None:
        if self._child is None or self._again.isActive():
            return
        if self._child.poll() is None:
            self._looks += 1
            if self._looks == _STEADY_LOOKS:
                self._ends = 0
                self.ailing.emit("")
            return
        if self._child.returncode == DAMAGED:
            self._look.stop()
            self.damaged.emit()
            return
        if self._child.returncode == NEWER:
            self._look.stop()
            self.ailing.emit(
                self.tr(
                    "A newer SocialDesk works in this workspace now, so this window reads and sends no more. Close it"
                    " and start SocialDesk anew; what you gave is kept."
                )
            )
            return
        if self._child.returncode == BUSY:
            # That of the window before, with an answer on the wire: it works for this one too, and may end at any time.
            if _is_free(self._unlocked.workspace.engine_lock):
                self._launch()
            return
        wait = _BACKOFF_MS[min(self._ends, len(_BACKOFF_MS) - 1)]
        self._ends += 1
        if self._child.returncode == NO_ROOM:
            self.ailing.emit(
                self.tr(
                    "Nothing more can be written: the disk is full or may only be read. Make room; what came and what"
                    " you gave is kept, and reading and sending go on by themselves."
                )
            )
        elif self._ends > 1:
            self.ailing.emit(
                self.tr(
                    "What talks to the networks keeps stopping. It is started again by itself; your answers are kept."
                )
            )
        self._again.start(wait)


def _is_free(lock: Path) -> bool:
    try:
        FileLock(lock).release()
    except (Taken, OSError):
        return False
    return True


def _sink(file: Path) -> IO[bytes]:
    """Where the child complains before it has a log; nowhere, where the disk takes nothing."""
    try:
        opened = file.open("ab")
        file.chmod(0o600)
    except OSError:
        return Path(os.devnull).open("ab")
    return opened
