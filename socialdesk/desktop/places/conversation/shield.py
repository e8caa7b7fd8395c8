"""Gets the messages of a thread that is kept out of sight, gives what stands in their place: never what they say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from socialdesk.model.message import Direction, Entry, Message

tr = QCoreApplication.translate


def reason(shield: str) -> str:
    """Why a thread is kept out of sight, in words."""
    if shield in {"spam", "scam"}:
        return tr("conversation", "Likely spam. Kept out of sight.")
    return tr("conversation", "Likely abusive. Kept out of sight.")


def hidden(entries: Sequence[Entry], shield: str) -> tuple[Entry, ...]:
    """The entries without the name, the words and the pictures of who wrote in."""
    name = tr("conversation", "Hidden message")
    return tuple(
        replace(entry, text=reason(shield), author_name=name, author_handle="", author_remote_id="", attachments=())
        if isinstance(entry, Message) and entry.direction is Direction.IN
        else entry
        for entry in entries
    )


class Covered:
    """The entries of one thread as they stand there out of sight; they are asked for many times and change seldom."""

    def __init__(self) -> None:
        self._of: tuple[Sequence[Entry], str] = ((), "")
        self._kept: tuple[Entry, ...] = ()

    def __call__(self, entries: Sequence[Entry], shield: str) -> tuple[Entry, ...]:
        if self._of != (entries, shield):
            self._of, self._kept = (entries, shield), hidden(entries, shield)
        return self._kept
