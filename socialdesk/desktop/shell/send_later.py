"""Asks at which hour an answer leaves, at the button of the composer it is written in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cached_property

from PySide6.QtCore import QCoreApplication, QPoint, QRect

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.places.composer.place import Composer
from socialdesk.desktop.places.pickers.later import LaterPicker
from socialdesk.support.clock import HERE

tr = QCoreApplication.translate


class SendLater:
    """Asks when what is written in one composer shall leave. `say` tells why it cannot be asked."""

    def __init__(self, bridge: Bridge, composer: Composer, say: Callable[[str], None]) -> None:
        self._bridge = bridge
        self._composer = composer
        self._say = say

    @cached_property
    def picker(self) -> LaterPicker:
        """What asks; made when first wanted."""
        made = LaterPicker(self._composer.window())
        made.is_working = self._bridge.works_on
        made.snoozed_until.connect(self._send_at)
        return made

    def ask(self) -> None:
        """Ask, where there is an answer that may leave."""
        if not self._composer.may_leave_later():
            self._say(tr("shell", "Write an answer first; then choose when it leaves."))
            return
        if self._composer.is_held():
            return
        button = self._composer.box.button
        corner = button.mapTo(self._composer.window(), QPoint(0, 0))
        self.picker.open_for_answer(self._bridge.clock.now(), HERE, QRect(corner, button.size()))

    def _send_at(self, moment: datetime | None) -> None:
        if moment is not None:
            self._composer.send_at(moment)
