"""Remembers which saved reply an answer began as, and what is to be done when it leaves; over a restart, by thread.

Gets what was inserted and what was sent, gives the commands that go along and tells the engine what was used.
"""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.bridge.submit import Step
from socialdesk.model.command import Given, Reply, ThreadCommand
from socialdesk.model.identifiers import CommandId, ThreadId
from socialdesk.model.macro import commands_of
from socialdesk.model.saved_reply import Act, Piece, SavedReply
from socialdesk.model.saved_reply_command import ReplyUsed
from socialdesk.model.thread import Thread

_STATE = "inserted_replies"
MOST = 50
"""So many drafts are remembered; the oldest are forgotten first."""


@dataclass(frozen=True, slots=True)
class Insertion:
    """A saved reply in a draft."""

    reply: int
    version: int
    shape: str
    """A pattern of its text with room where blanks were."""
    acts: tuple[Act, ...] = ()

    def is_whole_in(self, text: str) -> bool:
        """Whether a text still says what the reply does, whatever stands around it and in its blanks."""
        return re.search(self.shape, _even(text), re.DOTALL) is not None


class Inserted(QObject):
    """What was inserted, by thread."""

    changed = Signal(int)
    """A thread whose acts to come are others now."""

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._by_thread: dict[int, Insertion] = {}
        for thread, kept in bridge.desk.state_table(_STATE).items():
            with contextlib.suppress(KeyError, TypeError, ValueError):  # what cannot be read is not done besides
                kept["acts"] = tuple((kind, value) for kind, value in kept["acts"])
                self._by_thread[int(thread)] = Insertion(**kept)
        self._gone: dict[CommandId, tuple[ThreadId, Insertion]] = {}
        """What left with an answer, should that be taken back."""
        bridge.submit.undone.connect(self._on_undone)

    def put(self, thread: ThreadId, reply: SavedReply, pieces: Iterable[Piece]) -> None:
        """A reply was inserted: the last one counts."""
        self._by_thread.pop(thread, None)
        self._by_thread[thread] = Insertion(reply.id, reply.version, _shape(pieces), reply.acts)
        for old in list(self._by_thread)[:-MOST]:
            del self._by_thread[old]
        self._keep(thread)

    def acts(self, thread: ThreadId | None) -> tuple[Act, ...]:
        """What is to be done when the answer in a thread leaves."""
        found = self._by_thread.get(thread) if thread is not None else None
        return found.acts if found is not None else ()

    def without_acts(self, thread: ThreadId) -> None:
        """Say it, and do nothing."""
        found = self._by_thread.get(thread)
        if found is not None and found.acts:
            self._by_thread[thread] = replace(found, acts=())
            self._keep(thread)

    def forget(self, thread: ThreadId) -> None:
        """The draft is gone."""
        if self._by_thread.pop(thread, None) is not None:
            self._keep(thread)

    def commands(self, thread: Thread) -> Sequence[ThreadCommand]:
        """What goes along with an answer."""
        return commands_of(self.acts(thread.id), thread, self._bridge.me, self._bridge.clock.now())

    def on_gave(self, given: tuple[Given, ...]) -> None:
        """An answer was given: tell what it began as."""
        answers = [one for one in given if isinstance(one.command, Reply)]
        if not answers:
            return
        first = answers[0].command
        assert isinstance(first, Reply)
        found = self._by_thread.get(first.thread)
        if found is None:
            return
        text = "\n".join(one.command.text for one in answers if isinstance(one.command, Reply))
        used = ReplyUsed(found.reply, found.version, first.thread, answers[0].id, is_edited=not found.is_whole_in(text))
        if found.reply > 0:
            self._bridge.submit.order(used)
        self._gone[answers[0].id] = (first.thread, found)
        for old in list(self._gone)[:-MOST]:
            del self._gone[old]
        self.forget(first.thread)

    def _on_undone(self, step: Step) -> None:
        """An answer is a draft again: what was to be done with it is to be done when it leaves."""
        for one in step.given:
            thread, found = self._gone.pop(one.id, (None, None))
            if thread is not None and found is not None and thread not in self._by_thread:
                self._by_thread[thread] = found
                self._keep(thread)

    def _keep(self, thread: ThreadId) -> None:
        kept: dict[str, Any] = {str(number): asdict(one) for number, one in self._by_thread.items()}
        self._bridge.desk.set_state(_STATE, json.dumps(kept))
        self.changed.emit(thread)


def _shape(pieces: Iterable[Piece]) -> str:
    """A pattern for the text, blind to how blanks and lines are spaced."""
    made = ""
    for piece in pieces:
        made += "(?:.{1,400}?)" if piece.is_open else _escaped(piece.text)
    return made.strip()


def _escaped(text: str) -> str:
    return re.escape(_even(text, strip=False)).replace("\\ ", r"\s+")


def _even(text: str, *, strip: bool = True) -> str:
    even = re.sub(r"\s+", " ", text)
    return even.strip() if strip else even
