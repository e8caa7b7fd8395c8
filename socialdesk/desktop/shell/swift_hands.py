"""Does with one key what otherwise takes two; one undo takes all of it back."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.shell.parts import Parts
from socialdesk.desktop.shell.triage_hands import TriageHands
from socialdesk.model.command import Like, MarkDone, ThreadCommand
from socialdesk.model.snooze import Choice, offers
from socialdesk.model.thread import Thread
from socialdesk.support.clock import HERE

tr = QCoreApplication.translate


class SwiftHands:
    """See `SwiftShape` of the acts; `triage` is that of the same window."""

    def __init__(self, window: Parts, triage: TriageHands) -> None:
        self._w = window
        self._triage = triage

    def tomorrow(self) -> None:
        """Put it off until tomorrow morning, all that is selected too."""
        now = self._w.bridge.clock.now()
        self._triage.snooze(next(one.until for one in offers(now, HERE) if one.choice is Choice.TOMORROW_MORNING))

    def like_and_done(self) -> None:
        """Like the message in focus and be done with the thread."""
        message = self._w.conversation.message_in_focus()

        def besides(thread: Thread) -> tuple[ThreadCommand, ...]:
            return (Like(thread.id, message.id, True),) if message is not None and not message.is_liked else ()

        said = tr("shell", "{name} is liked and done.")
        self._triage.give(lambda t: MarkDone(t.id), said, moves_on=True, besides=besides)
