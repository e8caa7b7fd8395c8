"""What stands in the place of the conversation when the view holds nothing: all is clear, or nothing is connected."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look.numbers import number
from socialdesk.desktop.widgets.buttons import Kind
from socialdesk.desktop.widgets.standing import moment
from socialdesk.desktop.widgets.state_page import Act, StatePage
from socialdesk.model.view import MINE
from socialdesk.store.answered import answered_since, next_due
from socialdesk.support.clock import HERE, local_midnight

tr = QCoreApplication.translate


class AllClear(StatePage):
    """Says so with the next step, which it asks for by `connect_wanted` or `next_wanted`."""

    connect_wanted = Signal()
    next_wanted = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._said: tuple[bool, int, int, str] | None = None
        self.chosen.connect(self._on_chosen)

    def look(self) -> None:
        """Say what is so now."""
        connected = bool(self._bridge.channels)
        free = self._bridge.counts().get("unassigned", 0)
        bridge = self._bridge
        answered = answered_since(bridge.cache, bridge.me, local_midnight(bridge.clock.now())) if connected else 0
        left = self._left() if connected else ""
        if (connected, free, answered, left) == self._said:
            return
        self._said = (connected, free, answered, left)
        if not connected:
            text = tr("shell", "Connect an account, and what people write to it comes in here.")
            act = Act("connect", tr("shell", "Connect a channel"))
            self.show_state("plus-circle", tr("shell", "Nothing is connected yet"), text, (act,))
            return
        take = Act("take", tr("shell", "Take one from Unassigned"), number(free), ("N",), Kind.PRIMARY)
        acts = (take,) if free else ()
        done = left
        if answered:
            today = tr("shell", "You answered %n person(s) today.", "", answered).replace(
                str(answered), number(answered), 1
            )
            done = f"{today} {done}"
        self.show_state("coffee", tr("shell", "All clear"), done, acts)

    def _left(self) -> str:
        """What of mine is left, in a sentence."""
        bridge = self._bridge
        if bridge.counts().get(MINE.id, 0):
            return tr("shell", "Nothing waits here.")
        due, now = next_due(bridge.cache, bridge.me), bridge.clock.now()
        if due is None:
            return tr("shell", "Nothing of yours waits for an answer.")
        if due <= now:
            return tr("shell", "Nothing of yours is open.")
        return tr("shell", "Nothing of yours is due before {when}.").format(when=moment(due, now, HERE))

    def _on_chosen(self, key: str) -> None:
        if key == "connect":
            self.connect_wanted.emit()
        else:
            self.next_wanted.emit()
