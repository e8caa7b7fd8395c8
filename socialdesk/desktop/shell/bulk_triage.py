"""What the acts within the workspace do while threads are selected: each for all of them, with one way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.look.numbers import number
from socialdesk.desktop.places.bulk import words as bulk_words
from socialdesk.desktop.shell.bulk_shown import Showing
from socialdesk.desktop.shell.members import members
from socialdesk.desktop.shell.parts import Parts
from socialdesk.model.bulk import LeftOut, Making, Plan
from socialdesk.model.command import (
    AddTag,
    Assign,
    Given,
    MarkDone,
    MarkRead,
    MarkUnread,
    RemoveTag,
    Reopen,
    SetPriority,
    Snooze,
)
from socialdesk.model.identifiers import PersonId
from socialdesk.model.snooze import Choice, offers
from socialdesk.model.thread import Priority
from socialdesk.support.clock import HERE

tr = QCoreApplication.translate


class Triage:
    """The hands for these acts."""

    def __init__(self, window: Parts, shown: Showing) -> None:
        self._w = window
        self._shown = shown
        self._selection = window.queue.selection
        self.acts: dict[str, Callable[[], object]] = {
            "thread.done": self._mark_done,
            "thread.reopen": self._reopen,
            "thread.snooze": self._ask_snooze,
            "thread.tomorrow": self._until_tomorrow,
            "thread.assign": self._ask_assign,
            "thread.mine": lambda: self.assign(window.bridge.me),
            "thread.nobody": lambda: self.assign(None),
            "thread.tag": self._ask_tags,
            "thread.read": self._toggle_read,
        }

    def snooze(self, until: datetime | None) -> bool:
        """The picker chose a moment for all that is selected."""
        return self.do(
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
        return self.do(lambda t: Assign(t.id, person), words, same.replace("{person}", name), moves_on=True)

    def toggle_tag(self, tag: str, on: bool) -> bool:
        """Put a tag on all that is selected, or take it off."""

        def words(n: int) -> str:
            said = tr("bulk", "%n thread(s) tagged {tag}.", "", n)
            return (said if on else tr("bulk", "{tag} taken off %n thread(s).", "", n)).replace("{tag}", tag)

        same = tr("bulk", "tagged like that already") if on else tr("bulk", "not tagged like that")
        return self.do(lambda t: AddTag(t.id, tag) if on else RemoveTag(t.id, tag), words, same)

    def set_priority(self, priority: Priority) -> bool:
        """Raise or lower all that is selected."""
        return self.do(
            lambda t: SetPriority(t.id, priority),
            lambda n: tr("bulk", "Priority of %n thread(s) changed.", "", n),
            tr("bulk", "of that priority already"),
        )

    def do(
        self,
        make: Making,
        words: Callable[[int], str],
        same: str,
        *,
        moves_on: bool = False,
        settle: Callable[[Plan], Plan] | None = None,
        then: Callable[[str, Sequence[Given]], None] | None = None,
    ) -> bool:
        """Give a command for each selected thread; False when none is.

        `settle` has the last word on the plan, `then` hears what was given and how it was told.
        """
        if not self._shown.is_on:
            return False
        way = _Way(words, same, moves_on, settle, then)
        self._w.bridge.many.plan(
            self._selection.ids, make, self._shown.answered_now(), lambda plan: self._planned(plan, way)
        )
        if n := self._w.bridge.many.acting:
            self._w.say(tr("bulk", "Changing %n thread(s)…", "", n).replace(str(n), number(n), 1))
        return True

    def _mark_done(self) -> None:
        self.do(
            lambda t: MarkDone(t.id),
            lambda n: tr("bulk", "%n thread(s) are done.", "", n),
            tr("bulk", "done already"),
            moves_on=True,
        )

    def _reopen(self) -> None:
        self.do(
            lambda t: Reopen(t.id),
            lambda n: tr("bulk", "%n thread(s) are open again.", "", n),
            tr("bulk", "open already"),
            moves_on=True,
        )

    def _toggle_read(self) -> None:
        if self._shown.summary.unread:
            self.do(
                lambda t: MarkRead(t.id),
                lambda n: tr("bulk", "%n thread(s) marked read.", "", n),
                tr("bulk", "read already"),
            )
        else:
            self.do(
                lambda t: MarkUnread(t.id),
                lambda n: tr("bulk", "%n thread(s) marked unread.", "", n),
                tr("bulk", "unread already"),
            )

    def _ask_snooze(self) -> None:
        now = self._w.bridge.clock.now()
        self._w.snooze.open_for(now, HERE, self._shown.summary.due, self._w.anchor())

    def _until_tomorrow(self) -> None:
        now = self._w.bridge.clock.now()
        self.snooze(next(one.until for one in offers(now, HERE) if one.choice is Choice.TOMORROW_MORNING))

    def _ask_assign(self) -> None:
        self._w.assign.open_for(members(self._w.bridge), None, self._w.anchor())

    def _ask_tags(self) -> None:
        self._w.tags.open_for(self._w.bridge.cache.tags(), self._shown.summary.tags, self._w.anchor())

    def _planned(self, plan: Plan, way: _Way) -> None:
        left = left_out_words(plan, way.same)
        if not plan.does:
            self._w.say(tr("bulk", "Nothing was changed. Left out: {reasons}.").replace("{reasons}", left))
            return
        n = len(plan.does)
        label = way.words(n).replace(str(n), number(n), 1)
        if left:
            label = f"{label} {tr('bulk', 'Left out: {reasons}.').replace('{reasons}', left)}"
        if plan.asks:
            self._ask(plan, label, way)
        else:
            self._give(plan, label, way)

    def _ask(self, plan: Plan, label: str, way: _Way) -> None:
        from socialdesk.desktop.widgets.ask import ask

        n = len(plan.does)
        title = tr("bulk", "Do this on the network for %n thread(s)?", "", n).replace(str(n), number(n))
        text = tr("bulk", "So many people will see it. It waits ten seconds, and Z takes all of it back.")
        choices = (("no", tr("bulk", "Change nothing")), ("yes", tr("bulk", "Do it for all")))
        assert isinstance(self._w, QWidget)
        question = ask(self._w, title, text, choices)

        def told(key: str) -> None:
            if key == "yes":
                self._give(plan, label, way)

        question.answered.connect(told)

    def _give(self, plan: Plan, label: str, way: _Way) -> None:
        here = self._w.queue.current()
        given = {thread.id for thread, _ in plan.does}
        following = self._w.queue.after_all(given) if way.moves_on and here is not None and here.id in given else None
        if way.moves_on:
            self._selection.clear()

        def then(found: Sequence[Given]) -> None:
            if way.moves_on and following is not None and self._w.queue.model.row_of(following.id) is not None:
                self._w.queue.open(following.id)
            elif way.moves_on and self._w.queue.current() is None:
                first = self._w.queue.model.first()
                self._w.queue.open(first.id) if first is not None else self._w.open_thread(None)
            if self._shown.is_on:
                self._shown.read_soon()
            if way.then is not None:
                way.then(label, found)

        self._w.bridge.many.give(way.settle(plan) if way.settle is not None else plan, label, then)


@dataclass(frozen=True, slots=True)
class _Way:
    """How an act on many is told and done."""

    words: Callable[[int], str]
    same: str
    moves_on: bool
    settle: Callable[[Plan], Plan] | None
    then: Callable[[str, Sequence[Given]], None] | None


def left_out_words(plan: Plan, same: str) -> str:
    """Who is left out and why: "2 done already, 1 a colleague is answering"."""
    words = {
        LeftOut.SAME_ALREADY: same,
        LeftOut.COLLEAGUE: tr("bulk", "a colleague is answering"),
        LeftOut.CANNOT: tr("bulk", "the network has no such act there"),
        LeftOut.GONE: tr("bulk", "no longer in the workspace"),
    }
    return ", ".join(bulk_words.left_out(n, words[why]) for why, n in plan.left_out.items())
