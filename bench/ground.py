"""What benches stand on: one workspace and its size, the bare driver on its files, and the disk without its memory."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from socialdesk.store.driver import connect
from socialdesk.store.protection import Unlocked


@dataclass(frozen=True, slots=True)
class Ground:
    """A workspace that may be written to, with about `size` messages."""

    unlocked: Unlocked
    size: int

    def bare(self, *, write: bool = False) -> Any:
        """A connection of the driver to the cache file, set up like ours: same cipher, same memory."""
        return connect(self.unlocked.workspace.cache, self.unlocked.key, write=write)

    @property
    def key_words(self) -> str:
        """The key in hexadecimal digits, for another process."""
        return self.unlocked.key.hex() if self.unlocked.key else ""


def forget_files(folder: Path) -> None:
    """Let the system drop what it keeps of a folder's files in memory, so that they come from the disk."""
    for file in folder.iterdir():
        if file.is_file():
            handle = os.open(file, os.O_RDWR)
            try:
                os.fsync(handle)
                os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
            finally:
                os.close(handle)
