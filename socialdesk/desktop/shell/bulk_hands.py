"""What the acts do while threads are selected: each for all of them, as one act with one way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QWidget

from socialdesk.desktop.bridge.pace import Pace
from socialdesk.desktop.look.numbers import number
from socialdesk.desktop.places.bulk.pane import BulkAct, BulkPane
from socialdesk.desktop.places.pickers.choices import Member
from socialdesk.desktop.shell.bulk_answering import Answering
from socialdesk.desktop.shell.parts import Parts
from socialdesk.model.bulk import LeftOut, Making, Plan, Summary, summary
from socialdesk.model.command import (
    AddTag,
    Assign,
    MarkDone,
    MarkRead,
    MarkUnread,
    RemoveTag,
    Reopen,
    SetPriority,
    Snooze,
)
from socialdesk.model.identifiers import PersonId, ThreadId
from socialdesk.model.thread import Priority, Thread

if TYPE_CHECKING:
    from socialdesk.desktop.actions.registry import Action
    from socialdesk.desktop.bridge.submit import Step

tr = QCoreApplication.translate
SUMMARY_MS = 120
_MOST_CHANNELS = 4
_FOR_ONE = frozenset({"app.leave", "queue.enter", "composer.saved"})
"""What goes on with one thread, though the row it has stands for many."""
_LISTED = (
    "thread.assign",
    "thread.mine",
    "thread.tag",
    "thread.priority",
    "select.answer",
    "thread.snooze",
    "thread.done",
    "thread.reopen",
    "thread.read",
)


class Shown(Protocol):
    """What of the window changes while threads are selected."""

    def show_bulk(self, *, is_on: bool) -> None:
        """Put the list of acts in the place of the conversation, or the conversation back."""
        ...


class Bulk:
    """The hands of one window for many threads at once."""

    def __init__(self, window: Parts, shown: Shown) -> None:
        self._w = window
        self._shown = shown
        self.pane = BulkPane()
        self.pane.act_wanted.connect(self._on_act_wanted)
        self.answering: Callable[[], frozenset[ThreadId]] = frozenset
        """The threads a colleague is answering at this moment."""
        self.more: dict[str, Callable[[], None]] = {}
        """What other acts do while threads are selected, by their id."""
        self.one_text = Answering(window, self._answering_now, self._selection_cleared)
        self._summary = Summary()
        self._was_on = False
        self._soon = Pace(self._read, SUMMARY_MS, self.pane)
        self._selection = window.queue.selection
        self._selection.changed.connect(self._on_changed)
        self._acts: dict[str, Callable[[], object]] = {
            "thread.done": self._mark_done,
            "thread.reopen": self._reopen,
            "thread.snooze": self._ask_snooze,
            "thread.assign": self._ask_assign,
            "thread.mine": lambda: self.assign(window.bridge.me),
            "thread.nobody": lambda: self.assign(None),
            "thread.tag": self._ask_tags,
            "thread.read": self._toggle_read,
            "app.leave": self.clear,
            "queue.enter": self._enter,
            "select.answer": self._answer,
            "thread.reply": self._answer,
            "composer.saved": self._answer,
        }

    # Selecting

    @property
    def is_on(self) -> bool:
        """Whether acts are for the selected threads."""
        return self._selection.is_on and self._w.queue.isVisible()

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
        """Select nothing."""
        self._selection.clear()

    # Acts

    def knows(self, id_: str) -> bool:
        """Whether an act is for the selection now."""
        return self.is_on and (id_ in self._acts or id_ in self.more)

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
        if not self.knows(action.id):
            return False
        if self._selection.is_counting and action.id not in ("app.leave", "queue.enter"):
            self._w.say(tr("bulk", "One moment: all threads of the view are still being selected."))
            return True
        (self.more.get(action.id) or self._acts[action.id])()
        return True

    def snooze(self, until: datetime | None) -> bool:
        """The picker chose a moment for all that is selected."""
        return self.is_on and self._act(
            lambda t: Snooze(t.id, until),
            lambda n: tr("bulk", "%n thread(s) come back later.", "", n),
            tr("bulk", "they come back then already"),
            moves_on=True,
        )

    def assign(self, person: PersonId | None) -> bool:
        """Give all that is selected to somebody, or nobody."""
        who = self._w.bridge.person(person)
        name = who.name.split()[0] if who else ""

        def words(n: int) -> str:
            if who is None:
                return tr("bulk", "%n thread(s) are nobody's now.", "", n)
            if who.is_me:
                return tr("bulk", "%n thread(s) are yours.", "", n)
            return tr("bulk", "%n thread(s) given to {person}.", "", n).replace("{person}", name)

        same = tr("bulk", "nobody's already") if who is None else tr("bulk", "{person} has them already")
        return self.is_on and self._act(
            lambda t: Assign(t.id, person), words, same.replace("{person}", name), moves_on=True
        )

    def toggle_tag(self, tag: str, on: bool) -> bool:
        """Put a tag on all that is selected, or take it off."""

        def words(n: int) -> str:
            said = tr("bulk", "%n thread(s) tagged {tag}.", "", n)
            return (said if on else tr("bulk", "{tag} taken off %n thread(s).", "", n)).replace("{tag}", tag)

        same = tr("bulk", "tagged like that already") if on else tr("bulk", "not tagged like that")
        return self.is_on and self._act(lambda t: AddTag(t.id, tag) if on else RemoveTag(t.id, tag), words, same)

    def set_priority(self, priority: Priority) -> bool:
        """Raise or lower all that is selected."""
        return self.is_on and self._act(
            lambda t: SetPriority(t.id, priority),
            lambda n: tr("bulk", "Priority of %n thread(s) changed.", "", n),
            tr("bulk", "of that priority already"),
        )

    def do(self, make: Making, words: Callable[[int], str], same: str, *, moves_on: bool = False) -> bool:
        """Give a command for each selected thread; for acts that are declared elsewhere."""
        return self.is_on and self._act(make, words, same, moves_on=moves_on)

    def undo(self) -> bool:
        """Take an act on very many threads back; False when the last act was none."""
        return self.one_text.undo() or self._w.bridge.many.undo(self._on_undone)

    def _on_undone(self, step: Step) -> None:
        many = len({getattr(one.command, "thread", None) for one in step.given})
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

    def _answering_now(self) -> frozenset[ThreadId]:
        return self.answering()

    def _selection_cleared(self) -> None:
        self._selection.clear()

    def _enter(self) -> None:
        """Into the list of acts; there it presses the one that has the focus."""
        focused = next((one for one in self.pane.buttons.values() if one.hasFocus()), None)
        if focused is not None:
            focused.click()
        else:
            self.pane.focus_acts()

    def _mark_done(self) -> None:
        self._act(
            lambda t: MarkDone(t.id),
            lambda n: tr("bulk", "%n thread(s) are done.", "", n),
            tr("bulk", "done already"),
            moves_on=True,
        )

    def _reopen(self) -> None:
        self._act(
            lambda t: Reopen(t.id),
            lambda n: tr("bulk", "%n thread(s) are open again.", "", n),
            tr("bulk", "open already"),
            moves_on=True,
        )

    def _toggle_read(self) -> None:
        if self._summary.unread:
            self._act(
                lambda t: MarkRead(t.id),
                lambda n: tr("bulk", "%n thread(s) marked read.", "", n),
                tr("bulk", "read already"),
            )
        else:
            self._act(
                lambda t: MarkUnread(t.id),
                lambda n: tr("bulk", "%n thread(s) marked unread.", "", n),
                tr("bulk", "unread already"),
            )

    def _ask_snooze(self) -> None:
        now = self._w.bridge.clock.now()
        zone = now.astimezone().tzinfo
        assert zone is not None
        self._w.snooze.open_for(now, zone, self._summary.due, self._w.anchor())

    def _ask_assign(self) -> None:
        counts = self._w.bridge.cache.load_by_person()
        members = [Member(person, counts.get(person.id, 0)) for person in self._w.bridge.people]
        self._w.assign.open_for(members, None, self._w.anchor())

    def _ask_tags(self) -> None:
        self._w.tags.open_for(self._w.bridge.cache.tags(), self._summary.tags, self._w.anchor())

    def _act(self, make: Making, words: Callable[[int], str], same: str, *, moves_on: bool = False) -> bool:
        then = partial(self._planned, words=words, same=same, moves_on=moves_on)
        self._w.bridge.many.plan(self._selection.ids, make, self.answering(), then)
        return True

    def _planned(self, plan: Plan, *, words: Callable[[int], str], same: str, moves_on: bool) -> None:
        left = left_out_words(plan, same)
        if not plan.does:
            self._w.say(tr("bulk", "Nothing was changed. Left out: {reasons}.").replace("{reasons}", left))
            return
        n = len(plan.does)
        label = words(n).replace(str(n), number(n), 1)
        if left:
            label = f"{label} {tr('bulk', 'Left out: {reasons}.').replace('{reasons}', left)}"
        if plan.asks:
            self._ask(plan, label, moves_on=moves_on)
        else:
            self._give(plan, label, moves_on=moves_on)

    def _ask(self, plan: Plan, label: str, *, moves_on: bool) -> None:
        from socialdesk.desktop.widgets.ask import ask

        n = len(plan.does)
        title = tr("bulk", "Do this on the network for %n thread(s)?", "", n).replace(str(n), number(n))
        text = tr("bulk", "So many people will see it. It waits ten seconds, and Z takes all of it back.")
        choices = (("no", tr("bulk", "Change nothing")), ("yes", tr("bulk", "Do it for all")))
        assert isinstance(self._w, QWidget)
        question = ask(self._w, title, text, choices)

        def told(key: str) -> None:
            if key == "yes":
                self._give(plan, label, moves_on=moves_on)

        question.answered.connect(told)

    def _give(self, plan: Plan, label: str, *, moves_on: bool) -> None:
        here = self._w.queue.current()
        given = {thread.id for thread, _ in plan.does}
        following = self._w.queue.after_all(given) if moves_on and here is not None and here.id in given else None
        if moves_on:
            self._selection.clear()

        def then(_given: object) -> None:
            if moves_on and following is not None and self._w.queue.model.row_of(following.id) is not None:
                self._w.queue.open(following.id)
            elif moves_on and self._w.queue.current() is None:
                first = self._w.queue.model.first()
                self._w.queue.open(first.id) if first is not None else self._w.open_thread(None)
            if self.is_on:
                self._soon.ask()

        self._w.bridge.many.give(plan, label, then)

    # Showing

    def _on_act_wanted(self, id_: str) -> None:
        self._w.run(self._w.registry[id_])

    def mind(self) -> bool:
        """Keep the list of acts where it is while the hand moves over the queue; False while nothing is selected."""
        if self.is_on:
            self._shown.show_bulk(is_on=True)
        return self.is_on

    def _on_changed(self) -> None:
        if self._selection.is_on != self._was_on:
            self._was_on = self._selection.is_on
            self._shown.show_bulk(is_on=self._was_on)
        if self._was_on:
            self._show()
            if len(self._selection.ids) <= _MANY:
                self._read()
            else:
                self._soon.ask()

    def _read(self) -> None:
        ids = self._selection.ids
        if ids and self._was_on:
            self._w.bridge.many.read(ids, partial(self._on_read, ids))

    def _on_read(self, ids: Sequence[ThreadId], threads: Sequence[Thread]) -> None:
        if ids == self._selection.ids and self._was_on:
            self._summary = summary(threads, self._w.bridge.me, self.answering())
            self._show()

    def _show(self) -> None:
        found, many = self._summary, self.count
        channels = [one.name for id_ in found.channels if (one := self._w.bridge.channel(id_)) is not None]
        about = ", ".join(dict.fromkeys(channels[:_MOST_CHANNELS]))
        if len(channels) > _MOST_CHANNELS:
            rest = tr("bulk", "and %n more", "channels", len(channels) - _MOST_CHANNELS)
            about = f"{about} {rest}"
        notes: list[str] = []
        if found.answering:
            notes.append(
                tr(
                    "bulk",
                    "Colleagues are answering %n of these right now. They will be left out.",
                    "",
                    found.answering,
                )
            )
        parts = {
            "thread.done": many - found.done,
            "thread.reopen": found.done,
            "thread.mine": many - found.mine,
        }
        acts: list[BulkAct] = []
        for id_ in (*_LISTED, *self.more):
            part = parts.get(id_, many)
            if not part:
                continue
            action = self._w.registry[id_]
            words = action.words
            if id_ == "thread.read":
                words = tr("bulk", "Mark read") if found.unread else tr("bulk", "Mark unread")
            said = tr("bulk", "{part} of {all}").format(part=number(part), all=number(many)) if part != many else ""
            acts.append(BulkAct(id_, words, action.icon, action.shown_keys, said))
        self.pane.show_selection(many, about, acts, notes)


_MANY = 60


def left_out_words(plan: Plan, same: str) -> str:
    """Who is left out and why: "2 done already, 1 a colleague is answering"."""
    words = {
        LeftOut.SAME_ALREADY: same,
        LeftOut.COLLEAGUE: tr("bulk", "a colleague is answering"),
        LeftOut.CANNOT: tr("bulk", "the network has no such act there"),
        LeftOut.GONE: tr("bulk", "no longer in the workspace"),
    }
    return ", ".join(f"{number(n)} {words[why]}" for why, n in plan.left_out.items())
