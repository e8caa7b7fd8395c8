"""What is done with what a rule does: applying it to what is there, taking that back, letting it begin for another."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look.numbers import number
from socialdesk.desktop.places.rules.listed import ListedRules
from socialdesk.desktop.places.rules.log import RuleLog
from socialdesk.desktop.places.rules.trial import TrialPanel
from socialdesk.desktop.widgets.ask import ask
from socialdesk.model.rule import OF_THREADS, Rule
from socialdesk.model.rule_command import ApplyRule, ApproveRule, SwitchRule, TakeBackRule, TakeBackRun

tr = QCoreApplication.translate


class WorkedRules(ListedRules):
    """The list of rules, with the trial of one, the log of what it did, and what is done with that."""

    thread_wanted = Signal(int)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._shown = ""
        """The rule that is shown in the editor; empty for the list."""
        self.trial = TrialPanel(bridge)
        self.editor.below.addWidget(self.trial)
        self.log = RuleLog(bridge)
        self.whole.addWidget(self.log)
        self.trial.apply_wanted.connect(self.ask_to_apply)
        self.trial.thread_wanted.connect(self.thread_wanted)
        self.log.take_back_wanted.connect(self._take_back)
        self.log.this_back_wanted.connect(self._take_this_back)
        self.log.thread_wanted.connect(self.thread_wanted)
        self.log.said.connect(self.said)
        self.editor.approve_wanted.connect(self.approve)

    @property
    def is_log(self) -> bool:
        """Whether it shows what one rule did."""
        return self.whole.currentWidget() is self.log

    def ask_to_apply(self, rule: Rule, days: int) -> None:
        """Let a rule do its work on what is there already, once somebody agreed to that."""
        shown = rule.trial or next((one.trial for one in self._rules if one.id == rule.id), None)
        touched = shown.touched if shown is not None else 0
        text = tr(
            "rules",
            "The rule does its work on what happened in the last %n day(s), as if it happened now: {touched} of"
            " them, as listed. Undo takes it back, but for what has left by then.", "", days,
        ).format(touched=number(touched))  # fmt: skip
        if rule.when.trigger in OF_THREADS:
            still = tr("rules", "Threads that are no longer as the rule waits for are left out.")
            text = f"{text} {still}"
        choices = (("no", tr("rules", "Leave all as it is")), ("yes", tr("rules", "Do it now")))
        title = tr("rules", "Apply “{name}” to what is there?").format(name=rule.name)
        question = ask(self.window(), title, text, choices)
        question.answered.connect(partial(self._on_answered, rule, days))

    def _on_answered(self, rule: Rule, days: int, answer: str) -> None:
        if answer == "yes":
            self._apply(rule, days)

    def _apply(self, rule: Rule, days: int) -> None:
        now = self._bridge.clock.now()
        label = tr("rules", "“{name}” does its work on what is there.").format(name=rule.name)
        # Undone, it goes on no further, and what it did to what was there is taken back; what it does besides stays.
        back = TakeBackRule(rule.id, now, now)
        self._bridge.submit.change([ApplyRule(rule.id, now - timedelta(days=days))], label, [back])

    def approve(self) -> None:
        """Let the rule that is shown begin, as the second person who looked at it."""
        kept = self._kept(self._shown)
        if kept is None or kept.asked_by is None:
            return
        label = tr("rules", "“{name}” begins.").format(name=kept.name)
        self._give([ApproveRule(kept.id, kept.version)], label, [SwitchRule(kept.id, on=False)])

    def _take_back(self, since: datetime) -> None:
        if self._bridge.submit.order(TakeBackRule(self._shown, since)) is not None:
            self.said.emit(tr("rules", "Taken back as far as that can be. What could not be is marked in the list."))

    def _take_this_back(self, run: int) -> None:
        if self._bridge.submit.order(TakeBackRun(self._shown, run)) is not None:
            self.said.emit(tr("rules", "Taken back as far as that can be. What could not be is marked in the list."))
