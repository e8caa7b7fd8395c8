"""Starts the engine as a child of the desktop, watches it, starts it again when it ends; the key goes over its input."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from socialdesk.store.protection import Unlocked

_BACKOFF_MS = (200, 1_000, 5_000, 15_000, 60_000)
_STEADY_MS = 30_000


class EngineProcess(QObject):
    """The child. `ailing` tells a sentence when it keeps ending, the empty text when it is well again."""

    ailing = Signal(str)

    def __init__(self, unlocked: Unlocked, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._unlocked = unlocked
        self._ends = 0
        self._wanted = False
        self._child: QProcess | None = None
        self._steady = QTimer(self, singleShot=True, interval=_STEADY_MS)
        self._steady.timeout.connect(self._on_steady)

    def start(self) -> None:
        """Start it, and from now on keep it running."""
        self._wanted = True
        self._launch()

    def stop(self) -> None:
        """Let it go: it ends by itself once nothing is on the wire."""
        self._wanted = False
        self._steady.stop()
        if self._child is not None:
            self._child.finished.disconnect()
            self._child.setParent(None)

    def _launch(self) -> None:
        if not self._wanted:
            return
        child = QProcess(self)
        frozen = bool(getattr(sys, "frozen", False))
        words = [] if frozen else ["-m", "socialdesk"]
        words += ["engine", "--key-stdin", "--workspace", str(self._unlocked.workspace.folder)]
        child.setProcessEnvironment(QProcessEnvironment.systemEnvironment())
        child.setStandardOutputFile(os.devnull)
        child.setStandardErrorFile(str(self._unlocked.workspace.folder / "engine.stderr"))
        child.finished.connect(self._on_finished)
        child.start(sys.executable, words)
        key = self._unlocked.key
        child.write(((key.hex() if key else "") + "\n").encode())
        child.closeWriteChannel()
        self._child = child
        self._steady.start()

    def _on_steady(self) -> None:
        self._ends = 0
        self.ailing.emit("")

    def _on_finished(self) -> None:
        self._steady.stop()
        if not self._wanted:
            return
        wait = _BACKOFF_MS[min(self._ends, len(_BACKOFF_MS) - 1)]
        self._ends += 1
        if self._ends > 1:
            self.ailing.emit(
                "The part of SocialDesk that talks to the networks keeps stopping. It is started again; your answers are kept."
            )
        QTimer.singleShot(wait, self, self._launch)
