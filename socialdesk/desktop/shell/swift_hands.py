"""Does with one key what otherwise takes two; one undo takes all of it back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.shell.parts import Parts
from socialdesk.model.command import Like, MarkDone, ThreadCommand
from socialdesk.model.snooze import Choice, offers
from socialdesk.model.thread import Thread
from socialdesk.support.clock import HERE

tr = QCoreApplication.translate


class Act(Protocol):
    """Gives a command for the open thread and what goes with it; see `WindowHands`."""

    def __call__(
        self,
        made: Callable[[Thread], ThreadCommand],
        words: str,
        *,
        moves_on: bool,
        besides: Callable[[Thread], Sequence[ThreadCommand]],
    ) -> None: ...


class SwiftHands:
    """See `SwiftShape` of the acts; `snooze` and `act` are those of the same window."""

    def __init__(self, window: Parts, snooze: Callable[[datetime | None], None], act: Act) -> None:
        self._w = window
        self._snooze = snooze
        self._act = act

    def tomorrow(self) -> None:
        """Put it off until tomorrow morning, all that is selected too."""
        now = self._w.bridge.clock.now()
        self._snooze(next(one.until for one in offers(now, HERE) if one.choice is Choice.TOMORROW_MORNING))

    def like_and_done(self) -> None:
        """Like the message in focus and be done with the thread."""
        message = self._w.conversation.message_in_focus()

        def besides(thread: Thread) -> tuple[ThreadCommand, ...]:
            return (Like(thread.id, message.id, True),) if message is not None and not message.is_liked else ()

        said = tr("shell", "{name} is liked and done.")
        self._act(lambda t: MarkDone(t.id), said, moves_on=True, besides=besides)
