"""Looks through the library for what was typed, a little at a time, so that no key waits for the one before it.

Gets the replies of the open folder, tells those that fit, the best first.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import merge
from itertools import islice

from PySide6.QtCore import QObject, QTimer, Signal

from socialdesk.model.identifiers import SavedReplyId
from socialdesk.model.saved_reply import SavedReply
from socialdesk.model.saved_reply_ranking import Choice, Worded, ranked, worded

NEW, KNOWN = 20, 200
"""So many are looked at between two events: making one ready takes 0.1 ms, comparing one 0.01 ms."""
AT_ONCE = 40
"""A library this small is looked through while its key is taken."""
MOST = 500
"""So many are listed; whoever looks for one types on."""


class Finding(QObject):
    """The search of one page."""

    found = Signal(str, object)
    """What was typed, and the replies that fit it: a list."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._held: dict[SavedReplyId, Worded] = {}
        self._typed = ""
        self._left: list[SavedReply] = []
        self._at = 0
        self._parts: list[Sequence[Choice]] = []
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._go_on)

    def look(self, typed: str, library: list[SavedReply]) -> None:
        """Look for what was typed; `found` follows, at once where that is quickly done."""
        self.stop()
        self._typed, self._left = typed, library
        if len(library) <= AT_ONCE:
            while not self.step():
                pass
            self._tell()
        else:
            self._go_on()

    def stop(self) -> None:
        """Nothing is looked for any more."""
        self._soon.stop()
        self._left, self._at, self._parts = [], 0, []

    def step(self) -> bool:
        """Look at some more; whether that was all."""
        some: list[Worded] = []
        fresh = 0
        while self._at < len(self._left) and fresh < NEW and len(some) < KNOWN:
            reply = self._left[self._at]
            one = self._held.get(reply.id)
            # What is only counted makes no other words, but it is what is shown.
            if one is None or one.reply is not reply:
                if one is None or not _says_the_same(one.reply, reply):
                    fresh += 1
                    one = worded(reply)
                else:
                    one = one.of(reply)
                self._held[reply.id] = one
            some.append(one)
            self._at += 1
        self._parts.append(ranked(self._typed, some, len(some)))
        return self._at >= len(self._left)

    def _go_on(self) -> None:
        if not self.step():
            self._soon.start()
        else:
            self._tell()

    def _tell(self) -> None:
        best = islice(merge(*self._parts, key=_place), MOST)
        typed, replies = self._typed, [choice.reply for choice in best]
        self.stop()
        self.found.emit(typed, replies)


def _place(choice: Choice) -> tuple[float, int, str]:
    return -choice.score, -choice.reply.used, choice.reply.shortcut


def _says_the_same(one: SavedReply, other: SavedReply) -> bool:
    return (one.shortcut, one.title, one.tags, one.bodies) == (other.shortcut, other.title, other.tags, other.bodies)
