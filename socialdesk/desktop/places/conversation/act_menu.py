"""Puts declared acts into a menu: those the network has, with their keys; what cannot be done now says why."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QMenu

from socialdesk.desktop.actions import force
from socialdesk.desktop.actions.registry import Facts
from socialdesk.desktop.look import icons
from socialdesk.desktop.widgets.plain_text import on_button

ON_MESSAGES = (
    "message.approve",
    "message.ignore",
    "message.hide",
    "message.unhide",
    "message.remove",
    "message.block",
    "message.unblock",
    "message.report",
)
ON_OWN = ("message.correct", "message.delete")
_NEEDS = {
    "message.approve": "hide",
    "message.ignore": "hide",
    "message.correct": "edit",
    "message.delete": "delete",
    "message.hide": "hide",
    "message.unhide": "hide",
    "message.remove": "remove",
    "message.block": "block",
    "message.unblock": "block",
    "message.report": "report",
}
_INSTEAD = {
    "message.hide": "message.unhide",
    "message.block": "message.unblock",
    "thread.mute": "thread.unmute",
    "thread.done": "thread.reopen",
}
"""Of two opposites only the one that can be done is listed."""
_SELDOM = ("message.approve", "message.ignore")
"""Listed only where they can be done: few messages anywhere wait for approval."""


def fill(menu: QMenu, ids: Sequence[str], facts: Facts | None, chosen: Callable[[str], object]) -> None:
    """Add the acts `ids` to `menu`; `chosen` hears the id of the one picked.

    Where nobody tells the facts, all that every network has is offered.
    """
    acts = force.registry()
    menu.setToolTipsVisible(True)
    unlisted = {
        second if facts is None or not acts[second].when(facts) else first
        for first, second in _INSTEAD.items()
        if second in ids
    }
    for id_ in ids:
        if id_ in unlisted or (id_ in _NEEDS and (facts is None or _NEEDS[id_] not in facts.able)):
            continue
        act = acts[id_]
        if id_ in _SELDOM and (facts is None or not act.when(facts)):
            continue
        words = on_button(act.words)
        action = menu.addAction(icons.icon(act.icon), f"{words}\t{act.shown_text}" if act.shown_text else words)
        can = facts is None or act.when(facts)
        action.setEnabled(can)
        if not can:
            action.setToolTip(act.otherwise)
            action.setWhatsThis(act.otherwise)
        action.triggered.connect(lambda _=False, id_=id_: chosen(id_))
