"""Lets a promise of the settings be for whom the card of filters of the queue can choose; joins the two."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.places.queue.filter_card import FilterCard
from socialdesk.desktop.places.queue.filter_words import Said
from socialdesk.desktop.places.queue.in_force import InForce
from socialdesk.model.condition import All, AnyOf, Condition, Field, Is, Not
from socialdesk.model.condition_cover import always_holds
from socialdesk.model.view import TEAM

tr = QCoreApplication.translate


class PromiseConditions:
    """One for each window; the card is made when it is first asked for."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge
        self._said = Said(bridge)
        self.card: FilterCard | None = None
        self._then: Callable[[Condition], None] = lambda _: None

    def words(self, condition: Condition) -> str:
        """A condition in words; empty for one that is so of everything."""
        return "" if always_holds(condition) else self._said(self._for_me(condition))

    def ask(self, anchor: QWidget, condition: Condition, then: Callable[[Condition], None]) -> None:
        """Let somebody choose at `anchor`; `then` is told each time something changes."""
        if self.card is None:
            self.card = card = FilterCard(anchor.window(), self._bridge)
            card.filtered.connect(self._on_chosen)
            card.save.hide()
        self._then = then
        self._fill(self._for_me(condition))
        corner = anchor.mapTo(anchor.window(), anchor.rect().topLeft())
        self.card.show_at(QRect(corner, anchor.size()))

    def _fill(self, condition: Condition) -> None:
        assert self.card is not None
        match condition:
            case All(parts):
                in_force = InForce(TEAM, parts)
            case AnyOf(parts) if parts:
                in_force = InForce(TEAM, parts, joins_any=True)
            case one:
                in_force = InForce(TEAM, (one,))
        self.card.fill(in_force)
        # What changes by waiting or by reading promises nothing.
        self.card.lines[Field.WAITING].hide()
        for is_so in (True, False):
            self.card.flags.chip(Field.UNREAD, is_so=is_so).hide()
        self.card.tell(tr("hours", "Who is promised this"))

    def _on_chosen(self, parts: tuple[Condition, ...], any_of: bool) -> None:
        condition = AnyOf(parts) if any_of and len(parts) > 1 else parts[0] if len(parts) == 1 else All(parts)
        if not parts:
            self._fill(condition)  # cleared
        self._then(_with(condition, "mine", str(self._bridge.me)))

    def _for_me(self, condition: Condition) -> Condition:
        return _with(condition, str(self._bridge.me), "mine")


def _with(condition: Condition, old: str, new: str) -> Condition:
    """A condition in which a member is called otherwise: a promise is the same for everybody who reads it."""
    match condition:
        case Is(Field.WHOSE, values) if old in values:
            return Is(Field.WHOSE, values - {old} | {new})
        case Is():
            return condition
        case Not(part):
            return Not(_with(part, old, new))
        case All(parts):
            return All(tuple(_with(part, old, new) for part in parts))
        case AnyOf(parts):
            return AnyOf(tuple(_with(part, old, new) for part in parts))
