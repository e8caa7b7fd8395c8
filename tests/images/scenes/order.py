"""The order of the queue: why a thread stands where it does, and what moves threads in the settings."""

from __future__ import annotations

from socialdesk.desktop.places.settings.order_part import OrderPart
from socialdesk.desktop.settings.setting import Section
from socialdesk.desktop.shell.window import Window
from socialdesk.model.command import SetPriority
from socialdesk.model.thread import Priority
from socialdesk.model.triage_policy import Weight
from socialdesk.model.view import TEAM
from tests.images.scenes import Scene
from tests.waiting import wait_for


def _moved(window: Window) -> None:
    """A thread that is due later today is urgent: it stands with the late ones and says why."""
    window.hands.go(TEAM)
    model, now = window.queue.model, window.bridge.clock.now()
    there = [thread for row in range(model.rowCount()) if (thread := model.thread_at(row)) is not None]
    one = next(thread for thread in there if thread.due_at is not None and thread.due_at > now)
    window.bridge.submit.give([(one, SetPriority(one.id, Priority.URGENT))])
    window.queue.apply_order()
    window.queue.open(one.id)


def _part(window: Window) -> OrderPart:
    window.settings.show(Section.ORDER)
    part = window.settings.page.findChild(OrderPart)
    assert part is not None
    return part


def _weights(window: Window) -> None:
    part = _part(window)
    part.weights["vip"].setCurrentIndex(int(Weight.NONE))
    part.weights["question"].setCurrentIndex(int(Weight.MUCH))
    wait_for(lambda: not part.is_looking)


def _words(window: Window) -> None:
    part = _part(window)
    part.which.setCurrentIndex(1)
    part.words["fr"].setPlainText("colis, li*vrer")
    part.words["fr"].setFocus()


SCENES: dict[str, Scene] = {"why-here": _moved, "order": _weights, "order-words": _words}
