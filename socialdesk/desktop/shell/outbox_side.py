"""What the page of what has not left shows and does in a window: reads it anew, takes back, settles."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.places.outbox.page import OutboxPage
from socialdesk.desktop.shell.leaving import leaving
from socialdesk.model.command import CancelAct, CancelReply, SettleUnknown
from socialdesk.model.identifiers import CommandId, ThreadId
from socialdesk.support.clock import HERE

_SAID = ("answer", "private")
"""Acts with words of ours, which are not thrown away with them."""


class OutboxSide(QObject):
    """Goes with one page, which owns it."""

    put_back = Signal(object, str, object)
    """An answer was taken back: its thread, its text, and which command it was."""

    def __init__(self, page: OutboxPage, bridge: Bridge) -> None:
        super().__init__(page)
        self._page = page
        self._bridge = bridge
        page.taken_back.connect(self._take_back)
        page.settled.connect(self._settle)

    def fill(self) -> None:
        """Show what has not left now."""
        now = self._bridge.clock.now()
        self._page.show_lines(leaving(self._bridge), now, HERE)

    def _take_back(self, thread: ThreadId, command: CommandId) -> None:
        found = self._bridge.thread(thread)
        outbound = self._bridge.cache.outbound(command)
        if found is not None:
            is_answer = outbound is None or outbound.act == "answer"
            back = CancelReply(thread, command) if is_answer else CancelAct(thread, command)
            if self._bridge.submit.give([(found, back)]) and outbound is not None and outbound.act in _SAID:
                self.put_back.emit(thread, outbound.text, command)

    def _settle(self, thread: ThreadId, command: CommandId, arrived: bool) -> None:
        found = self._bridge.thread(thread)
        if found is not None:
            self._bridge.submit.give([(found, SettleUnknown(thread, command, arrived))])
