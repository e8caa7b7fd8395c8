"""What stands in the place of the conversation when the view holds nothing: all is clear, or nothing is connected."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look.numbers import number
from socialdesk.desktop.widgets.buttons import Kind
from socialdesk.desktop.widgets.plain_text import safe_name
from socialdesk.desktop.widgets.standing import moment
from socialdesk.desktop.widgets.state_page import Act, StatePage
from socialdesk.model.view import MINE
from socialdesk.store.answered import answered_since, held_by, next_due
from socialdesk.support.clock import HERE, local_midnight

if TYPE_CHECKING:
    from socialdesk.model.helping import Leaving

tr = QCoreApplication.translate


class AllClear(StatePage):
    """Says so with the next step, which it asks for by `connect_wanted` or `next_wanted`."""

    connect_wanted = Signal()
    next_wanted = Signal()
    help_wanted = Signal(object)
    """The open threads of a colleague are wanted, who leaves soon; gives who it is."""

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._said: tuple[bool, int, int, str, str, int] | None = None
        self._leaving: Leaving | None = None
        self.chosen.connect(self._on_chosen)

    def look(self) -> None:
        """Say what is so now."""
        connected = bool(self._bridge.channels)
        free = self._bridge.counts().get("unassigned", 0)
        bridge = self._bridge
        answered = answered_since(bridge.cache, bridge.me, local_midnight(bridge.clock.now())) if connected else 0
        left = self._left() if connected else ""
        self._leaving = leaving = self._who_leaves() if connected else None
        help_words, held = (
            self._help(leaving) if leaving is not None else "",
            leaving.open if leaving is not None else 0,
        )
        if (connected, free, answered, left, help_words, held) == self._said:
            return
        self._said = (connected, free, answered, left, help_words, held)
        if not connected:
            text = tr("shell", "Connect an account, and what people write to it comes in here.")
            act = Act("connect", tr("shell", "Connect a channel"))
            self.show_state("plus-circle", tr("shell", "Nothing is connected yet"), text, (act,))
            return
        take = Act("take", tr("shell", "Take one from Unassigned"), number(free), ("N",), Kind.PRIMARY)
        acts = (take,) if free else ()
        if help_words:
            acts = (*acts, Act("help", help_words, number(held)))
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

    def _who_leaves(self) -> Leaving | None:
        """Who could be helped: where somebody said when a colleague works, that tells when they leave."""
        from socialdesk.model.helping import end_on_the_wall, who_leaves

        bridge, now = self._bridge, self._bridge.clock.now()
        team, here = bridge.cache.team(), now.astimezone(HERE)
        ends = {
            one.id: team.of(one.id).ends(now) if one.id in team.revs else end_on_the_wall(one.on_shift_until, here)
            for one in bridge.people
        }
        soon = [one for one in bridge.people if ends[one.id] is not None and not one.is_me]
        return who_leaves([(one, ends[one.id], held_by(bridge.cache, one.id)) for one in soon], now)

    def _help(self, leaving: Leaving) -> str:
        name = safe_name(leaving.person.name).split(" ")[0]
        minutes = max(1, leaving.left // timedelta(minutes=1))
        return tr("shell", "Help {name}, who leaves in {minutes} min").format(name=name, minutes=minutes)

    def _on_chosen(self, key: str) -> None:
        if key == "connect":
            self.connect_wanted.emit()
        elif key == "help" and self._leaving is not None:
            self.help_wanted.emit(self._leaving.person.id)
        else:
            self.next_wanted.emit()
