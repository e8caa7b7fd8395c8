"""A lock on a file that the operating system lets go of when its process ends, however it ends."""

from __future__ import annotations

import os
from pathlib import Path
from typing import IO


class Taken(Exception):
    """Another process holds the lock."""


class FileLock:
    """Holds a file's lock until `release` or the end of the process."""

    def __init__(self, path: Path) -> None:
        """Take the lock. Raises Taken."""
        path.touch(mode=0o600)
        self._file: IO[str] = path.open("r+")
        try:
            if os.name == "nt":
                import msvcrt

                msvcrt.locking(self._file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined] - of Windows alone
            else:
                import fcntl

                fcntl.flock(self._file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            self._file.close()
            raise Taken from None

    def release(self) -> None:
        """Let go."""
        self._file.close()
