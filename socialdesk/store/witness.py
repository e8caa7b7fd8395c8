"""Remembers which acts were ever tried, in a file beside the cache: one line an attempt, no word of any text.

Whatever happens to the cache, an act that stands here is never sent again without a look or a person.
"""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

from socialdesk.model.identifiers import CommandId
from socialdesk.store.driver import in_words
from socialdesk.support.paths import write_private

LOST_TRACK = "SocialDesk lost track of this answer. Look on the platform whether it is there, then say what is true."
_MOST_BYTES = 4_000_000
_KEPT_LINES = 50_000


class Witness:
    """The list of attempts of one workspace."""

    def __init__(self, cache: Path) -> None:
        """`cache` is the cache file it lies beside."""
        self._file = cache.with_name("attempts.log")
        self._tried: Counter[str] | None = None
        """How often each was tried, once somebody has asked: who only notes keeps nothing in memory."""

    def tried(self, command: CommandId) -> int:
        """How often an act was tried. Raises OSError when the list is there and cannot be read."""
        if self._tried is None:
            self._tried = self._read()
        return self._tried[command]

    def _read(self) -> Counter[str]:
        if not self._file.exists():
            return Counter()
        lines = self._file.read_text(encoding="ascii", errors="replace").split()
        if self._file.stat().st_size > _MOST_BYTES:
            lines = lines[-_KEPT_LINES:]
            write_private(self._file, "".join(f"{line}\n" for line in lines))
        return Counter(lines)

    def note(self, command: CommandId) -> None:
        """Write down that an act is tried now; on the disk when this returns, so that its request may leave.

        Raises DiskFull, and then the request must not leave.
        """
        with in_words(self._file):
            handle = os.open(self._file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            try:
                # A line that a power cut left unfinished must not swallow this one.
                os.write(handle, f"\n{command}\n".encode("ascii"))
                os.fsync(handle)
            finally:
                os.close(handle)
        if self._tried is not None:
            self._tried[command] += 1
