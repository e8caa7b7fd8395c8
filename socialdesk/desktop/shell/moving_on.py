"""Says which thread opens after one is dealt with, and asks before somebody answers in a colleague's thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.places.queue.view import QueuePlace
from socialdesk.desktop.shell.thread_name import thread_name
from socialdesk.desktop.widgets.plain_text import safe_name
from socialdesk.model.command import Assign
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.thread import Thread

tr = QCoreApplication.translate
AFTER_ACT = "after_act"
"""Where the desk keeps what opens after E, H and A: next (as when nothing is chosen), previous, or list."""


def following(bridge: Bridge, queue: QueuePlace, thread: ThreadId) -> Thread | None:
    """The thread that opens when this one is dealt with; None for none, when the list is wanted or nothing is left."""
    wanted = bridge.desk.state(AFTER_ACT)
    if wanted == "list":
        return None
    if wanted == "previous":
        return queue.model.neighbour(thread, -1) or queue.model.neighbour(thread, 1)
    return queue.after(thread)


class Around(Protocol):
    """What the question needs of a window."""

    bridge: Bridge
    queue: QueuePlace


class TakeOver(QObject):
    """Asks once per thread before an answer goes into one that somebody else holds."""

    def __init__(self, window: QWidget, around: Around) -> None:
        super().__init__(window)
        self._window = window
        self._around = around
        self._asked: set[ThreadId] = set()

    def __call__(self, go_on: Callable[[], None]) -> bool:
        """Whether it asks; `go_on` is called when the answer is to go."""
        from socialdesk.desktop.widgets.ask import ask

        bridge = self._around.bridge
        thread = self._around.queue.current()
        holder = bridge.person(thread.assignee_id) if thread is not None else None
        if thread is None or holder is None or holder.is_me or thread.id in self._asked:
            return False
        name = safe_name(holder.name)
        title = tr("shell", "Take over?")
        text = tr("shell", "{name} has this thread. Your answer is kept until you choose.").format(name=name)
        choices = (
            ("keep", tr("shell", "Not yet")),
            ("answer", tr("shell", "Only answer")),
            ("take", tr("shell", "Take over and answer")),
        )

        def answered(key: str) -> None:
            if key == "keep":
                return
            self._asked.add(thread.id)
            if key == "take":
                said = thread_name(thread)
                label = tr("shell", "{name} is yours.").format(name=said)
                bridge.submit.give([(thread, Assign(thread.id, bridge.me))], label)
            go_on()

        ask(self._window, title, text, choices).answered.connect(answered)
        return True
