"""Teaches five things by letting them be done; follows what is done in the window, and remembers how far one came."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget

from socialdesk.desktop.actions import force
from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.bridge.submit import Step
from socialdesk.desktop.places.composer.place import Composer
from socialdesk.desktop.places.queue.view import QueuePlace
from socialdesk.desktop.shell.panes import Panes
from socialdesk.desktop.widgets.coach_line import CoachLine
from socialdesk.model.command import MarkDone, Reply
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.thread import Thread

tr = QCoreApplication.translate
STATE = "coach"
"""What the desk file keeps: the number of the step, `END` when it is over. Without it there is no lesson."""
END = "ended"
STEPS = 5


class Host(Protocol):
    """What the coach needs of its window."""

    bridge: Bridge
    queue: QueuePlace
    composer: Composer
    panes: Panes

    @property
    def lines(self) -> QBoxLayout:
        """All of the window from top to bottom; what stands below every pane is put at its end."""
        ...

    def say(self, words: str) -> None:
        """Tell something that needs no act."""
        ...


@dataclass(frozen=True, slots=True)
class _Lesson:
    keys: tuple[tuple[str, ...], ...]
    words: str
    act: str = ""


class Coach(QObject):
    """The coach of one window. There is a lesson only where the desk file says so, as the demo begins it."""

    connect_wanted = Signal()

    def __init__(self, window: Host, column: QBoxLayout, at: int) -> None:
        assert isinstance(window, QWidget)
        super().__init__(window)
        self._window: Host = window
        self.line = CoachLine()
        self._column, self._place = column, at
        column.insertWidget(at, self.line)
        self._first: ThreadId | None = None
        kept = window.bridge.desk.state(STATE) or ""
        self._at = int(kept) if kept.isdigit() and 1 <= int(kept) <= STEPS + 1 else 0
        if not self._at:
            return
        self.line.ended.connect(self.end)
        self.line.chosen.connect(self.connect_wanted)
        window.queue.thread_opened.connect(self._on_opened)
        window.composer.inserted.connect(self._on_inserted)
        window.bridge.submit.stepped.connect(self._on_step)
        window.bridge.submit.undone.connect(self._on_undone)
        force.told().changed.connect(self._show)
        current = window.queue.current()
        self._first = current.id if current is not None else None
        self._show()
        self.fit()

    def fit(self) -> None:
        """Stand below the messages; where one pane is seen at a time, below whichever it is."""
        is_alone = self._window.panes.is_one
        if self._at and is_alone is not (self._window.lines.indexOf(self.line) >= 0):
            if is_alone:
                self._window.lines.addWidget(self.line)
            else:
                self._column.insertWidget(self._place, self.line)

    @property
    def step(self) -> int:
        """The step that is shown, from 1; 0 when there is none."""
        return self._at

    def end(self) -> None:
        """No more of it, now or later."""
        if self._at:
            self._at = 0
            self._window.bridge.desk.set_state(STATE, END)
            self.line.hide()
            # The line may have held the focus; hands stay where the work is.
            self._window.queue.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> bool:
        """Esc was pressed: end, unless it is meant for what is being written."""
        if not self._at or self._is_writing():
            return False
        self.end()
        return True

    def _is_writing(self) -> bool:
        focus, composer = QApplication.focusWidget(), self._window.composer
        return focus is not None and (focus is composer or composer.isAncestorOf(focus))

    def _on_opened(self, thread: Thread | None) -> None:
        if thread is None:
            return
        if self._first is None:
            self._first = thread.id
        elif thread.id != self._first and self._at == 1:
            self._did(1)
        elif self._at == 2:
            self._show()

    def _on_inserted(self) -> None:
        self._did(2)

    def _on_step(self, step: Step) -> None:
        commands = [given.command for given in step.given]
        if any(isinstance(one, Reply) for one in commands):
            self._did(3)
        elif any(isinstance(one, MarkDone) for one in commands):
            self._did(5)

    def _on_undone(self, _step: Step) -> None:
        self._did(4)

    def _did(self, step: int) -> None:
        if self._at == step:
            self._at += 1
            self._window.bridge.desk.set_state(STATE, str(self._at))
            self._show()

    def _show(self) -> None:
        if self._at:
            lesson = self._lessons()[self._at - 1]
            self.line.show_step(self._at, STEPS, lesson.keys, lesson.words, lesson.act)

    def _answering(self) -> _Lesson:
        """With the one who has waited longest: her order is known, so that a single blank is left to fill."""
        reply: tuple[tuple[str, ...], ...] = (force.caps_of("thread.reply"), ("/",))
        current, longest = self._window.queue.current(), self._window.queue.model.first()
        if current is None or longest is None or current.id == longest.id:
            # "/express" is the shortcut of a saved reply and stays as it is.
            return _Lesson(reply, tr("coach", "answers with a saved reply: pick /express with Enter."))
        back = tr("coach", "back to who waits longest, then answer with a saved reply: pick /express with Enter.")
        return _Lesson((force.caps_of("queue.previous"), *reply), back)

    def _lessons(self) -> Sequence[_Lesson]:
        """With the keys in force, which may be others than those the program came with."""
        keys = force.caps_of
        return (
            _Lesson((keys("queue.next"),), tr("coach", "opens the next one: the top has waited longest.")),
            self._answering(),
            _Lesson(
                (keys("composer.send_done"),),
                tr("coach", "sends and is done. Fill the dashed blanks first: type, then Tab."),
            ),
            _Lesson((keys("app.undo"),), tr("coach", "takes it back. For ten seconds nothing has left.")),
            _Lesson((keys("thread.done"),), tr("coach", "is done with a thread that needs no answer.")),
            _Lesson(
                (keys("app.palette"),),
                tr("coach", "finds everything else. That was all; ready for messages of your own?"),
                tr("coach", "Connect a channel"),
            ),
        )
