"""What the acts do while threads are selected: each for all of them, as one act with one way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from socialdesk.desktop.actions.in_bulk import why_alone
from socialdesk.desktop.look.numbers import number
from socialdesk.desktop.places.bulk.pane import BulkPane
from socialdesk.desktop.shell.bulk_answering import Answering
from socialdesk.desktop.shell.bulk_asking import Asking
from socialdesk.desktop.shell.bulk_more import MoreActs
from socialdesk.desktop.shell.bulk_platform import PlatformActs
from socialdesk.desktop.shell.bulk_progress import Progress
from socialdesk.desktop.shell.bulk_shown import Showing, Shown
from socialdesk.desktop.shell.bulk_triage import Triage
from socialdesk.desktop.shell.parts import Parts
from socialdesk.model.bulk import Making
from socialdesk.model.command import ThreadCommand
from socialdesk.model.identifiers import PersonId, ThreadId
from socialdesk.model.thread import Priority

if TYPE_CHECKING:
    from socialdesk.desktop.actions.registry import Action
    from socialdesk.desktop.bridge.submit import Step

tr = QCoreApplication.translate
_FOR_ONE = frozenset(
    {
        "app.leave",
        "queue.enter",
        "composer.saved",
        "thread.take",
        "thread.open",
        "thread.copy_link",
        "thread.merge",
        "thread.take_apart",
    }
)
"""What goes on with one thread, though the row it has stands for many."""


class Bulk:
    """The hands of one window for many threads at once."""

    def __init__(self, window: Parts, shown: Shown) -> None:
        self._w = window
        self._selection = window.queue.selection
        self.more: dict[str, Callable[[], None]] = {}
        """What other acts do while threads are selected, by their id."""
        self.shown = Showing(window, shown, lambda: self.more)
        self.triage = Triage(window, self.shown)
        self.asking = Asking(window)
        self.progress = Progress(window)
        self.one_text = Answering(window, self.shown.answered_now, self.clear, self.progress)
        self.platform = PlatformActs(window, self.shown, self.asking, self.progress)
        self._acts: dict[str, Callable[[], object]] = {
            **self.triage.acts,
            **MoreActs(window, self.triage, self.asking, self.progress).acts,
            **self.platform.acts,
            "app.leave": self.clear,
            "queue.enter": self.shown.enter,
            "select.answer": self._answer,
            "thread.reply": self._answer,
            "composer.saved": self._answer,
        }

    @property
    def pane(self) -> BulkPane:
        """The list of acts."""
        return self.shown.pane

    # Selecting

    @property
    def is_on(self) -> bool:
        """Whether acts are for the selected threads."""
        return self.shown.is_on

    @property
    def count(self) -> int:
        """How many are selected."""
        return self._selection.count

    @property
    def selected(self) -> Sequence[ThreadId]:
        """Which are selected."""
        return self._selection.ids

    @property
    def words(self) -> str:
        """The selection as the palette names it."""
        return tr("bulk", "%n thread(s)", "", self.count).replace(str(self.count), number(self.count))

    def toggle(self) -> None:
        """Select the current thread, or no longer."""
        here = self._w.queue.current()
        self._selection.toggle(here.id if here is not None else None)

    def extend(self, by: int) -> None:
        """Select further down or up."""
        self._selection.extend(by)

    def select_all(self) -> None:
        """Select all that the view holds."""
        self._selection.select_all()

    def select_story(self) -> None:
        """Select all who ask what the current thread asks."""
        here = self._w.queue.current()
        fold = self._w.queue.folds.here()
        alike = fold.ids if fold is not None else self._w.queue.stories.of(here.id) if here is not None else ()
        if alike:
            self._selection.select(alike)
        else:
            self._w.say(tr("bulk", "Not five people ask this within two hours."))

    def fold(self) -> None:
        """Show all who stand behind the open row, or fold them again."""
        if not self._w.queue.folds.toggle():
            self._w.say(tr("bulk", "Nobody else asks this, so there is nothing to fold."))

    def clear(self) -> None:
        """Select nothing, and be back at the queue."""
        focus = QApplication.focusWidget()
        if focus is not None and self.pane.isAncestorOf(focus):
            self._w.queue.list.setFocus()  # else the keys go to whatever stands next in the window
        self._selection.clear()
        self._w.panes.show_queue()

    # Acts

    def knows(self, id_: str) -> bool:
        """Whether an act is for the selection now."""
        return self.is_on and (id_ in self._acts or id_ in self.more)

    def why_not(self, id_: str) -> str:
        """Why an act can't be done to the selection; empty where it can, or where nothing is selected."""
        return why_alone(id_) if self.is_on and not self.knows(id_) else ""

    @property
    def is_asking(self) -> bool:
        """Whether something of this lies over the window and takes the keys."""
        return self.one_text.is_open or self.asking.is_open or self.progress.is_open

    def _is_for_fold(self, id_: str) -> bool:
        """Whether an act is meant for all that the open row stands for: nothing is selected, nobody is in a thread."""
        if self._selection.is_on or id_ in _FOR_ONE or not (id_ in self._acts or id_ in self.more):
            return False
        focus = QApplication.focusWidget()
        in_thread = focus is not None and (
            self._w.conversation.isAncestorOf(focus) or self._w.composer.isAncestorOf(focus)
        )
        return self._w.queue.isVisible() and not in_thread and self._w.queue.folds.here() is not None

    def run(self, action: Action) -> bool:
        """Do an act to all that is selected; False when it is none of these, or nothing is selected."""
        if self._is_for_fold(action.id):
            self._selection.toggle(self._w.queue.folds.here_id)
        if self.is_on and not self.knows(action.id) and (why := self.why_not(action.id)):
            self._w.say(why)
            return True
        if not self.knows(action.id):
            return False
        if self._selection.is_counting and action.id not in ("app.leave", "queue.enter"):
            self._w.say(tr("bulk", "One moment: all threads of the view are still being selected."))
            return True
        (self.more.get(action.id) or self._acts[action.id])()
        return True

    def do(self, make: Making, words: Callable[[int], str], same: str, *, moves_on: bool = False) -> bool:
        """Give a command for each selected thread; for acts that are declared elsewhere."""
        return self.triage.do(make, words, same, moves_on=moves_on)

    def snooze(self, until: datetime | None) -> bool:
        """The picker chose a moment for all that is selected."""
        return self.triage.snooze(until)

    def assign(self, person: PersonId | None) -> bool:
        """Give all that is selected to somebody, or nobody."""
        return self.triage.assign(person)

    def toggle_tag(self, tag: str, on: bool) -> bool:
        """Put a tag on all that is selected, or take it off."""
        return self.triage.toggle_tag(tag, on)

    def set_priority(self, priority: Priority) -> bool:
        """Raise or lower all that is selected."""
        return self.triage.set_priority(priority)

    def undo(self) -> bool:
        """Take an act on very many threads back; False when the last act was none."""
        many = self._w.bridge.many
        if n := many.acting:
            # The step before it would be taken back in its place.
            words = tr("bulk", "One moment: %n thread(s) are being changed. Then Z takes it back.", "", n)
            self._w.say(words.replace(str(n), number(n), 1))
            return True
        if self.one_text.undo() or self.platform.undo():
            return True
        is_many = many.undo(self._on_undone)
        if n := many.acting:
            self._w.say(tr("bulk", "Taking it back in %n thread(s)…", "", n).replace(str(n), number(n), 1))
        return is_many

    def _on_undone(self, step: Step) -> None:
        many = len({one.command.thread for one in step.given if isinstance(one.command, ThreadCommand)})
        self._w.toast.leave()
        self._w.say(tr("bulk", "Taken back in %n thread(s).", "", many).replace(str(many), number(many)))

    def slash(self) -> None:
        """Answer all that is selected; the key searches where nothing is."""
        if self.is_on:
            self._answer()
        else:
            self._w.run(self._w.registry["app.search"])

    def answer_all(self) -> None:
        """Answer all that is selected with one text."""
        if self.is_on:
            self._answer()

    def stop_answers(self) -> None:
        """Take back every answer that has not left."""
        self.one_text.stop()

    def _answer(self) -> None:
        self.one_text.begin(self._selection.ids)

    def mind(self) -> bool:
        """Keep the list of acts where it is while the hand moves over the queue; False while nothing is selected."""
        return self.shown.mind()
