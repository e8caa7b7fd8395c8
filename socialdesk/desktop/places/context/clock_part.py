"""The section about the reply clock: how long is left, what was promised, why the thread stands where it does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, tzinfo

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Signal

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.bridge.pace import NextMoment
from socialdesk.desktop.places.context import promised, words
from socialdesk.desktop.places.context.clock_card import ClockCard, ClockFace
from socialdesk.desktop.places.context.filling import Filling
from socialdesk.desktop.widgets.due_words import both_clocks, target_words
from socialdesk.desktop.widgets.plain_text import PlainLabel, tooltip
from socialdesk.model.reply_times import Time
from socialdesk.model.thread import Thread
from socialdesk.model.triage import ClockState, next_change, reply_clock

tr = QCoreApplication.translate
_DONE = "context.done"


class ClockPart(QObject):
    """Goes with one panel. Its words change with those of the row: at the minute, when it becomes soon or late."""

    minute = Signal()
    """The words of clocks were said anew."""

    def __init__(
        self, bridge: Bridge, zone: tzinfo | None, thread: Callable[[], Thread | None], parent: QObject
    ) -> None:
        """`thread` tells which one the panel shows now."""
        super().__init__(parent)
        self._bridge = bridge
        self._zone = zone
        self._thread = thread
        self.card: ClockCard | None = None
        self.done: PlainLabel | None = None
        """Until when all is to be done, where that was promised."""
        self.why: PlainLabel | None = None
        """Why the thread stands where it does in the queue."""
        self.minutes = NextMoment(self._now, self._next_change, self._on_minute, self)
        bridge.policy_changed.connect(self._on_minute)

    def forget(self) -> None:
        """The section is gone."""
        self.card = self.done = self.why = None
        if self._bridge.has_read_beside:
            self._bridge.beside.forget(_DONE)  # what is still read is of the thread before

    def fill(self, section: Filling, thread: Thread) -> None:
        """Fill the section, where the thread has a clock."""
        if reply_clock(thread, self._bridge.clock.now(), self._bridge.policy).state is ClockState.NONE:
            return
        section.head(tr("context", "Time to reply"))
        self.card = section.one(ClockCard)
        self.done = section.label("", 12, 400, "text3", wraps=True, tabular=True)
        self.done.hide()
        self.why = section.label(self._why(thread), 12, 400, "text2", wraps=True)
        self._show()
        self.minutes.ask()
        if promised.asks_for_done(self._bridge.policy, thread):
            self._bridge.beside.ask(_DONE, promised.read_done(thread.id), self._on_done)

    def _now(self) -> datetime:
        return self._bridge.clock.now()

    def _next_change(self, now: datetime) -> datetime:
        thread = self._thread()
        return next_change(() if thread is None or self.card is None else (thread,), now, self._bridge.policy)

    def _on_minute(self) -> None:
        self._show()
        self.minute.emit()

    def _show(self) -> None:
        thread, card = self._thread(), self.card
        if thread is None or card is None:
            return
        now, locale = self._bridge.clock.now(), QLocale()
        clock = reply_clock(thread, now, self._bridge.policy)
        asked = due = target = ""
        late = 0.0
        if thread.due_at is not None and thread.waiting_since is not None:
            asked = tr("context", "Asked {moment}").format(
                moment=words.moment(thread.waiting_since, now, self._zone, locale)
            )
            due = tr("context", "Due {moment}").format(moment=words.moment(thread.due_at, now, self._zone, locale))
            chosen = self._bridge.policy.target_of(thread)
            target = tr("context", "Target {span}").format(span=target_words(chosen)) if chosen else ""
            if clock.state is ClockState.LATE:
                late = clock.left / (clock.left + (thread.due_at - thread.waiting_since))
        if self.why is not None:
            said = self._why(thread)
            if self.why.text() != said:
                self.why.setText(said)
            self.why.setVisible(bool(said))
        policy = self._bridge.policy
        clocks = both_clocks(policy, thread, now, self._zone)
        more = (promised.which(policy, thread), words.open_left(policy.left(thread, now)), clocks)
        card.setAccessibleDescription(" ".join(one for one in more if one))
        card.setToolTip(tooltip("\n".join(one for one in more if one)))
        said = words.clock(clock, self._zone)
        card.show_clock(ClockFace(clock.state.value, said, target, asked, due, clock.used, late))

    def _why(self, thread: Thread) -> str:
        from socialdesk.desktop.widgets.why_here import why_here  # the first frame shows no thread

        said = why_here(thread, self._bridge.triage, self._bridge.clock.now(), self._zone)
        return tr("context", "Why here? {reasons}").replace("{reasons}", said) if said else ""

    def _on_done(self, found: Time | None) -> None:
        if self.done is not None:
            self.done.setText(promised.until_done(found, self._bridge.clock.now(), self._zone))
            self.done.setVisible(bool(self.done.text()))
