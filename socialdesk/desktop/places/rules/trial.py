"""Tries a rule on the last days beside the window, can be stopped, and shows what it would have touched."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.numbers import number
from socialdesk.desktop.places.rules.hits import HitList, HitRow
from socialdesk.desktop.places.rules.outcome import outcome_words
from socialdesk.desktop.places.rules.words import Said, moment, why_pause
from socialdesk.desktop.widgets.buttons import Button, Kind
from socialdesk.desktop.widgets.flow import FlowLayout
from socialdesk.desktop.widgets.plain_text import PlainLabel
from socialdesk.model.rule import APPLICABLE, Rule, Trial
from socialdesk.model.rule_list import fold_care
from socialdesk.store.cache import Cache
from socialdesk.store.rule_trial import MOST_SHOWN, Hit, Outcome, Trying
from socialdesk.store.rules import care

tr = QCoreApplication.translate
TOPIC = "rules.try"
_STEPS = 3
"""So many slices are looked at before it is told how far it is."""
_ROWS, _ROW = 6, 62
_Looked = tuple[bool, int, Trial | None, Outcome | None, Sequence[Hit]]


class TrialPanel(QWidget):
    """The panel. `finished` gives the trial of a rule that was looked at to the end."""

    wanted = Signal(int)
    """Somebody wants it tried on so many days."""
    finished = Signal(object, object)
    """The rule and its Trial."""
    apply_wanted = Signal(object, int)
    """The rule, and on how many days it is to do its work."""
    thread_wanted = Signal(int)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._said = Said(bridge)
        self._running: Rule | None = None
        self.head = PlainLabel(tr("rules", "Try it"), 14, 600)
        self.words = PlainLabel("", 13, 400, "text2", wraps=True)
        self.week = Button(tr("rules", "On the last 7 days"), parent=self)
        self.month = Button(tr("rules", "On the last 30 days"), parent=self)
        self.stop = Button(tr("rules", "Stop trying"), Kind.GHOST, parent=self)
        self.apply = Button(tr("rules", "Do it to these now…"), parent=self)
        self._tried: tuple[Rule, Trial] | None = None
        self.caution = PlainLabel("", 13, 500, "soon", wraps=True)
        self.more = PlainLabel("", 13, 400, "text2", wraps=True)
        """What else would have come of it, and what cannot be known."""
        self.list = HitList(tr("rules", "Threads it would have touched, newest first"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(6)
        row = FlowLayout(spacing=8)
        for button in (self.week, self.month, self.stop):
            row.addWidget(button)
        column.addWidget(self.head)
        column.addWidget(self.words)
        column.addLayout(row)
        column.addWidget(self.caution)
        column.addWidget(self.more)
        column.addWidget(self.list)
        column.addWidget(self.apply, 0, Qt.AlignmentFlag.AlignLeading)
        self.apply.clicked.connect(self._on_apply)
        self.week.clicked.connect(lambda: self.wanted.emit(7))
        self.month.clicked.connect(lambda: self.wanted.emit(30))
        self.stop.clicked.connect(self.cancel)
        self.list.opened.connect(self.thread_wanted)
        self.rest("")

    @property
    def is_running(self) -> bool:
        """Whether a rule is being tried."""
        return self._running is not None

    def rest(self, shown: str, rule: Rule | None = None) -> None:
        """Show nothing but what is known of the last trial of a rule, and the words `shown` before it is tried."""
        self.cancel()
        self._clear()
        trial = rule.trial if rule is not None and rule.is_tried else None
        self._tell(rule, trial, shown)

    def begin(self, rule: Rule, days: int) -> None:
        """Try a rule on the last days."""
        self._running = rule
        self._clear()
        self.caution.hide()
        self._show_buttons()
        self._progress(0)
        trying: list[Trying] = []
        now = self._bridge.clock.now()

        def look(cache: Cache) -> _Looked:
            if not trying:
                trying.append(Trying(cache, rule, now, days))
            (one,) = trying
            is_more = all(one.step() for _ in range(_STEPS))
            return (is_more, one.looked, None, None, ()) if is_more else (
                False, one.looked, one.trial(), one.outcome(), one.hits
            )  # fmt: skip

        self._bridge.beside.ask(TOPIC, look, lambda found: self._on_looked(rule, look, found))

    def cancel(self) -> None:
        """Stop looking; what was seen so far is forgotten."""
        if self._running is not None:
            self._bridge.beside.forget(TOPIC)
            self._running = None
            self.words.setText(tr("rules", "Stopped. Nothing was changed, and it still counts as not tried."))
            self._show_buttons()

    # Inside

    def _on_looked(
        self,
        rule: Rule,
        look: Callable[[Cache], _Looked],
        found: _Looked,
    ) -> None:
        is_more, looked, trial, outcome, hits = found
        if self._running is not rule:
            return
        if is_more or trial is None or outcome is None:
            self._progress(looked)
            self._bridge.beside.ask(TOPIC, look, lambda more: self._on_looked(rule, look, more))
            return
        self._running = None
        self.finished.emit(rule, trial)
        self._tell(rule, trial, "")
        now = self._bridge.clock.now()
        self.list.rows.show([self._row(one, moment(one.at, now)) for one in hits])
        self.list.setVisible(bool(hits))
        self._tried = (rule, trial)
        self.apply.setVisible(bool(hits) and rule.when.trigger in APPLICABLE)
        self.more.setText(" ".join(outcome_words(outcome, rule)))
        self.more.setVisible(bool(self.more.text()))
        self.list.setFixedHeight(scaled(_ROW) * min(_ROWS, max(1, len(hits))) + 6)
        if len(hits) >= MOST_SHOWN:
            more = tr("rules", "The newest {most} are shown.").format(most=number(MOST_SHOWN))
            self.words.setText(f"{self.words.text()} {more}")

    def _clear(self) -> None:
        self._tried = None
        self.list.hide()
        self.list.rows.show([])
        self.apply.hide()
        self.more.hide()

    def _on_apply(self) -> None:
        if self._tried is not None:
            rule, trial = self._tried
            self.apply_wanted.emit(rule, trial.days)

    def _row(self, hit: Hit, at: str) -> HitRow:
        name, what = self._said.thread(hit.thread, hit.words)
        return HitRow(hit.thread.id, name, at, what, self._said.reasons(hit.reasons))

    def _progress(self, looked: int) -> None:
        self.words.setText(
            tr("rules", "Looking … {count} so far. You can go on with something else.").format(count=number(looked))
        )

    def _tell(self, rule: Rule | None, trial: Trial | None, shown: str) -> None:
        if trial is None:
            self.words.setText(
                shown
                or tr(
                    "rules",
                    "See which threads it would have touched, and why. Nothing is changed by that. Then it can be"
                    " switched on.",
                )
            )
        elif not trial.looked:
            self.words.setText(
                tr("rules", "Nothing of the kind it waits for happened in the last %n day(s).", "", trial.days)
            )
        else:
            words = tr(
                "rules", "In the last %n day(s) it would have touched {touched} of {looked}: {share} %.", "", trial.days
            )
            share = QLocale().toString(round(100 * trial.share, 1), "g", 3)
            self.words.setText(words.format(touched=number(trial.touched), looked=number(trial.looked), share=share))
        caution = ""
        if rule is not None and trial is not None:
            caution = why_pause(rule, trial, fold_care(care(self._bridge.cache), self._bridge.submit.pending))
        self.caution.setText(caution)
        self.caution.setVisible(bool(caution))
        self._show_buttons()

    def _show_buttons(self) -> None:
        is_running = self._running is not None
        for button in (self.week, self.month):
            button.setVisible(not is_running)
        had_focus = self.stop.hasFocus()
        self.stop.setVisible(is_running)
        if had_focus and not is_running:
            self.week.setFocus()
