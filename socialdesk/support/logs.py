"""Sets up the log file of a process: rotated, private, with secrets taken out; knows nothing of its content.

No text of a message is ever logged; the id of a command is in each line of its way.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from socialdesk.support.paths import make_private_folder

MOST_BYTES, KEPT = 2_000_000, 3


class _Redacting(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        from socialdesk.support.redact import redacted  # its patterns are compiled for the first line that is written

        return redacted(super().format(record))


class _PrivateFile(logging.FileHandler):
    """Turns to a new file when one is full; the one of `logging.handlers` would load sockets and pickles at a start."""

    def _open(self) -> Any:
        # Also the file that follows a full one; left to the umask, others could read it.
        Path(self.baseFilename).touch(mode=0o600)
        return super()._open()

    def emit(self, record: logging.LogRecord) -> None:
        try:
            if self.stream is not None and self.stream.tell() >= MOST_BYTES:
                self._turn()
        except OSError:  # a full disk or a file somebody took away: the line is tried all the same
            pass
        super().emit(record)

    def _turn(self) -> None:
        if self.stream is not None:
            self.stream.close()
        for number in range(KEPT, 0, -1):
            older = Path(f"{self.baseFilename}.{number - 1}" if number > 1 else self.baseFilename)
            if older.exists():
                older.replace(f"{self.baseFilename}.{number}")
        self.stream = self._open()


def start_logging(folder: Path, name: str, *, verbose: bool = False) -> None:
    """Write this process's log to `folder`/`name`.log; a folder that can't be written to means no log."""
    try:
        make_private_folder(folder)
        handler = _PrivateFile(folder / f"{name}.log", encoding="utf-8")
    except OSError:
        return
    handler.setFormatter(_Redacting("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger("socialdesk")
    root.addHandler(handler)
    root.setLevel(logging.DEBUG if verbose else logging.INFO)
    root.propagate = False


def stop_logging() -> None:
    """Close what `start_logging` opened; the end of a process does as much."""
    root = logging.getLogger("socialdesk")
    for handler in list(root.handlers):
        if isinstance(handler, _PrivateFile):
            root.removeHandler(handler)
            handler.close()
    root.propagate = True
