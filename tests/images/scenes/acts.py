"""How a thread stands in its row and head, an answer that is corrected, the panel over a window without room for it."""

from __future__ import annotations

from datetime import timedelta

from socialdesk.desktop.shell.correct_card import CorrectCard
from socialdesk.desktop.shell.own_messages import own_in_focus
from socialdesk.desktop.shell.window import Window
from socialdesk.model.command import SetPriority, Snooze
from socialdesk.model.thread import Priority
from socialdesk.model.view import SNOOZED


def _panel(window: Window) -> None:
    window.queue.list.setFocus()
    window.hands.toggle_context()


def _stands(window: Window) -> None:
    """Priorities in the rows and the head."""
    submit = window.bridge.submit
    rows = [thread for row in range(5) if (thread := window.queue.model.thread_at(row)) is not None]
    for thread, priority in zip(rows, (Priority.URGENT, Priority.HIGH, Priority.LOW), strict=False):
        submit.give([(thread, SetPriority(thread.id, priority))])


def _back(window: Window) -> None:
    """Snoozed threads say when they come back."""
    now = window.bridge.clock.now()
    rows = [thread for row in range(6) if (thread := window.queue.model.thread_at(row)) is not None]
    for thread, until in zip(rows, (now + timedelta(hours=3), now + timedelta(days=4), None), strict=False):
        window.bridge.submit.give([(thread, Snooze(thread.id, until))])
    window.rail.choose(SNOOZED.id)
    first = window.queue.model.first()
    if first is not None:
        window.queue.open(first.id)


def _correct(window: Window) -> None:
    """An answer of ours is written anew."""
    rows = (window.queue.model.thread_at(row) for row in range(20))
    for thread in (one for one in rows if one is not None and not one.is_shielded):
        window.queue.open(thread.id)
        if own_in_focus(window.conversation) is not None:
            break
    window.run(window.registry["message.correct"])
    (card,) = window.findChildren(CorrectCard)
    card.editor.restore("Sorry, we meant Friday morning: it comes between nine and twelve.")


def _corrected(window: Window) -> None:
    """Its new words stand there, and for ten seconds they can be taken back."""
    _correct(window)
    (card,) = window.findChildren(CorrectCard)
    card.put.click()
    window.toast.hide()


SCENES = {"correct": _correct, "corrected": _corrected, "panel": _panel, "stands": _stands, "back": _back}
