"""Closes a window: says what is still held before it leaves, and lets it go out or stay as its writer wants."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QGuiApplication, QSessionManager
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.widgets.ask import Question, ask
from socialdesk.model.command import CancelReply, Reply, SendNow
from socialdesk.model.delivery import Delivery
from socialdesk.model.identifiers import CommandId
from socialdesk.model.thread import Thread

tr = QCoreApplication.translate
LONGEST_UNDO = timedelta(seconds=30)


class Host(Protocol):
    """What it needs of its window."""

    bridge: Bridge

    def close(self) -> bool:
        """Close the window."""
        ...

    def come_forward(self) -> None:
        """Show the window."""
        ...


class Closing(QObject):
    """The end of one window."""

    def __init__(self, window: Host) -> None:
        assert isinstance(window, QWidget)
        super().__init__(window)
        self._window: Host = window
        self._over: QWidget = window
        self._may = self._is_leaving = False
        self._then: Callable[[], None] | None = None
        self.question: Question | None = None
        self.keeping: Callable[[], None] = lambda: None
        """Puts what is written on the disk."""
        self.going_on: Callable[[], int] = lambda: 0
        """How many of what was given for many at once have not left."""
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.commitDataRequest.connect(self._on_session_ends)

    @property
    def is_leaving(self) -> bool:
        """Whether it closes for good: somebody quits, another window takes its place, or the session ends."""
        return self._may or self._is_leaving

    def leave(self) -> None:
        """Close the window for good, rather than into the tray; what it asks then is seen."""
        self._is_leaving = True
        self._window.close()
        if self.question is not None and self._over.isHidden():
            self._window.come_forward()

    def may(self) -> bool:
        """Whether the window may close now. Where an answer is held it asks first, and closes when it is told to."""
        held = () if self._may else self.held()
        going_on = 0 if self._may else self.going_on()
        unkept = 0 if self._may else self._unkept()
        if unkept:
            if self.question is None:
                self._ask_about_unkept(unkept)
            return False
        if not held and going_on < 2:
            then, self._then = self._then, None
            if then is not None:
                then()
            return True
        if self.question is None:
            self._ask_about_many(going_on) if going_on > 1 else self._ask(len(held))
        return False

    def close_then(self, then: Callable[[], None]) -> None:
        """Close the window, and do something in the moment it closes; not when somebody chose to stay."""
        self._then = then
        self.leave()

    def held(self) -> Sequence[tuple[Thread, SendNow]]:
        """What lets those answers go that could still be taken back; those with an hour of their own wait for it."""
        bridge = self._window.bridge
        now = bridge.clock.now()
        found: dict[CommandId, SendNow] = {}
        for one in bridge.cache.outbox():
            if one.state is Delivery.QUEUED and one.act == "answer" and _is_held(one.given_at, one.not_before, now):
                found[one.command] = SendNow(one.thread_id, one.command, one.based_on)
        for given in bridge.submit.pending:
            match given.command:
                case Reply() as reply if _is_held(given.at, reply.not_before, now):
                    found[given.id] = SendNow(reply.thread, given.id, reply.based_on)
                case CancelReply(reply=id_) | SendNow(reply=id_):
                    found.pop(id_, None)
                case _:
                    pass
        pairs = [(bridge.thread(one.thread), one) for one in found.values()]
        return [(thread, one) for thread, one in pairs if thread is not None]

    def at_once(self) -> None:
        """Close without a question from now on: another window takes this one's place, or the session ends.

        What is held stays on the disk and leaves with the next start.
        """
        self._may = True

    def _unkept(self) -> int:
        """How many drafts can't be put on the disk, what is open with them."""
        self.keeping()
        return self._window.bridge.desk.keep_unkept()

    def _ask_about_unkept(self, many: int) -> None:
        title = tr("shell", "%n draft(s) cannot be saved", "", many)
        text = tr("shell", "The disk is full, or another program holds the file. Stay, make room and close then.")
        choices = (("stay", tr("shell", "Stay")), ("lose", tr("shell", "Close and lose what was written")))
        self.question = ask(self._over, title, text, choices)
        self.question.answered.connect(self._on_answer)

    def _ask(self, many: int) -> None:
        title = tr("shell", "%n answer(s) can still be taken back", "", many)
        text = tr("shell", "They leave when you close. Or stay, and take them back with Z.")
        self.question = ask(
            self._over,
            title,
            text,
            (("stay", tr("shell", "Stay")), ("send", tr("shell", "Send and close"))),
        )
        self.question.answered.connect(self._on_answer)

    def _ask_about_many(self, many: int) -> None:
        """What was given for many keeps its pace: nothing of it is hurried by closing."""
        title = tr("shell", "%n answer(s) and act(s) for many have not left", "", many)
        text = tr("shell", "They wait on this machine and go on at the next start. Or stay until they have left.")
        choices = (("stay", tr("shell", "Stay")), ("later", tr("shell", "Close, go on later")))
        self.question = ask(self._over, title, text, choices)
        self.question.answered.connect(self._on_answer)

    def _on_answer(self, answer: str) -> None:
        self.question = None
        if answer == "stay" or not answer:
            self._then, self._is_leaving = None, False
            return
        if answer == "send":
            self._window.bridge.submit.give(self.held())
        self._may = True
        self._window.close()

    def _on_session_ends(self, _manager: QSessionManager) -> None:
        self.at_once()


def _is_held(given_at: datetime, not_before: datetime, now: datetime) -> bool:
    """Whether an answer only waits so that it can be taken back."""
    return now < not_before <= given_at + LONGEST_UNDO
