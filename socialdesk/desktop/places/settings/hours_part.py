"""Opening hours, holidays and how long an answer may take: a form that counts as a whole or not at all.

What is slow is read beside the window, see `hours_reading`. What was typed stays in the form that is handed in,
whatever else is looked at meanwhile.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QTimer, QTimeZone
from PySide6.QtWidgets import QVBoxLayout, QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.places.settings.calendar_fields import CalendarFields
from socialdesk.desktop.places.settings.calendar_form import ZONE
from socialdesk.desktop.places.settings.hours_form import HoursForm, kept_of
from socialdesk.desktop.places.settings.hours_reading import Seen, seen
from socialdesk.desktop.places.settings.promise_editor import Conditions
from socialdesk.desktop.places.settings.promises_box import PromisesBox
from socialdesk.desktop.widgets.any_width import AnyWidth
from socialdesk.desktop.widgets.buttons import Button
from socialdesk.desktop.widgets.buttons import Kind as Weight
from socialdesk.desktop.widgets.due_words import target_words, weekday_and_time
from socialdesk.desktop.widgets.flow import FlowLayout
from socialdesk.desktop.widgets.plain_text import PlainLabel
from socialdesk.model.calendar import is_zone
from socialdesk.model.policy_command import SetReplyPolicy
from socialdesk.model.policy_form import written
from socialdesk.model.policy_preview import Effect
from socialdesk.model.reply_policy import ReplyPolicy

tr = QCoreApplication.translate
_SOON_MS = 250


def form_of(policy: ReplyPolicy) -> HoursForm:
    """The form of a policy; where nobody chose anything yet, in the zone of this computer."""
    if not policy.version:
        zone = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace")
        policy = replace(policy, calendar=replace(policy.calendar, zone=zone if is_zone(zone) else "UTC"))
    return HoursForm.of(policy)


class HoursPart(AnyWidth):
    """`form` keeps what was typed while the page shows something else; it counts once all of it can be read."""

    def __init__(self, bridge: Bridge, form: HoursForm, conditions: Conditions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._conditions = conditions
        self.form = form
        self._is_filling = False
        self.problems: dict[str, PlainLabel] = {}
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._look_ahead)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        self._build_targets(column)
        self._build_hours(column)
        self._build_foot(column)
        self._fill()
        bridge.policy_changed.connect(self._on_policy)
        self._look_ahead()

    @property
    def is_looking(self) -> bool:
        """Whether something is still being read beside."""
        return self._soon.isActive() or self._bridge.beside.is_busy

    # Building

    def _build_targets(self, column: QVBoxLayout) -> None:
        self._head(column, tr("hours", "How long an answer may take"))
        words = tr("hours", "The first promise that fits a thread counts for it. The last is for everything else.")
        column.addWidget(PlainLabel(words, 13, 400, "text2", wraps=True))
        self.promises = PromisesBox(self._bridge, self._conditions, self)
        self.promises.edited.connect(self._on_edit)
        column.addWidget(self.promises)
        editor = self.promises.editor
        self.amounts, self.units = editor.amounts, editor.units
        self.problems |= editor.problems

    def _build_hours(self, column: QVBoxLayout) -> None:
        self._head(column, tr("hours", "Opening hours"))
        help_ = tr("hours", "Draw on a bar, or write beside it. A night shift is written like 22:00–6:00.")
        column.addWidget(PlainLabel(help_, 13, 400, "text2", wraps=True))
        self.calendar = CalendarFields(self._bridge, "hours", self)
        self.calendar.edited.connect(self._on_edit)
        column.addWidget(self.calendar)
        fields = self.calendar
        self.always, self.office, self.copy = fields.always, fields.office, fields.copy
        self.week, self.zone, self.others = fields.week, fields.zone, fields.others
        self.country, self.region, self.holidays = fields.country, fields.region, fields.holidays
        self.problems[ZONE] = fields.problem

    def _build_foot(self, column: QVBoxLayout) -> None:
        self._head(column, tr("hours", "What that means"))
        self.meaning = PlainLabel("", 13, 400, wraps=True, tabular=True)
        self.effect = PlainLabel("", 13, 550, wraps=True)
        self.wrong = PlainLabel("", 13, 500, "over", wraps=True)
        self.save = Button(tr("hours", "Save"), Weight.PRIMARY, parent=self)
        self.discard = Button(tr("hours", "Discard changes"), Weight.GHOST, parent=self)
        self.save.clicked.connect(self._save)
        self.discard.clicked.connect(lambda: self._renew(self._bridge.policy))
        self.effect.hide()
        for label in (self.meaning, self.effect, self.wrong):
            column.addWidget(label)
        column.addSpacing(4)
        row = FlowLayout()
        row.addWidget(self.save)
        row.addWidget(self.discard)
        column.addLayout(row)

    def _head(self, column: QVBoxLayout, words: str) -> None:
        column.addSpacing(12)
        column.addWidget(PlainLabel(words, 14, 600, wraps=True))

    # From the form to the fields and back

    def _fill(self) -> None:
        form = self.form
        self._is_filling = True
        self.promises.show_form(form)
        self.calendar.show_form(form.hours)
        self._is_filling = False
        self._tell()

    def _on_edit(self) -> None:
        if self._is_filling:
            return
        self.calendar.write(self.form.hours)
        self._tell()
        self._soon.start()

    def _tell(self) -> None:
        """Say at every field what is wrong with it, and whether there is anything to save."""
        policy, problems = self.form.read()
        self.calendar.say(problems)
        self.promises.say(problems)
        wrong = tr("hours", "%n field(s) cannot be read yet. What counts stays as it was.", "", len(problems))
        self.wrong.setText(wrong if problems else "")
        self.wrong.setVisible(bool(problems))
        is_changed = self.form.is_changed
        self.save.setEnabled(policy is not None and is_changed)
        self.discard.setEnabled(is_changed)
        # What is said may wrap into more lines; the heights asked for before are not kept, from the inside out.
        for part in (self.promises, self.calendar, self):
            part.updateGeometry()

    # What is read beside

    def _look_ahead(self) -> None:
        policy, _ = self.form.read()
        if policy is None:
            self.effect.hide()
            return
        now = self._bridge.clock.now()
        at = self.form.chosen
        self._bridge.beside.ask("hours.meaning", seen(policy, now, at), lambda found: self._on_seen(policy, at, found))

    def _on_seen(self, policy: ReplyPolicy, at: int, found: Seen) -> None:
        promise = policy.promises[at]
        zone = policy.hours_of(promise).zone
        lines = [
            tr("hours", "Target of a first answer: {target}.").format(target=target_words(promise.first))
            if promise.first
            else tr("hours", "A first answer is never due.")
        ]
        if promise.name:
            lines.insert(0, tr("hours", "By “{name}”:").format(name=promise.name))
        names = (
            (tr("hours", "Asked now: due {moment}."), tr("hours", "Asked now: it is not for that hour.")),
            (
                tr("hours", "Asked on Friday at 16:55: due {moment}."),
                tr("hours", "Asked on Friday at 16:55: it is not for that hour."),
            ),
            (
                tr("hours", "Asked on Sunday at 3:00: due {moment}."),
                tr("hours", "Asked on Sunday at 3:00: it is not for that hour."),
            ),
        )
        for (words, otherwise), example in zip(names, found.examples, strict=True):
            if not example.counts:
                lines.append(otherwise)
            elif example.due is not None:
                lines.append(words.format(moment=weekday_and_time(example.due, example.asked, zone)))
        self.meaning.setText("\n".join(lines))
        self.promises.tell_waiting(found.waiting)
        self._tell_effect(policy, found.effect)

    def _tell_effect(self, policy: ReplyPolicy, found: Effect) -> None:
        words: list[str] = []
        if found.late:
            words.append(tr("hours", "%n thread(s) become late when you save.", "", found.late))
        if found.in_time:
            words.append(tr("hours", "%n thread(s) are no longer late.", "", found.in_time))
        is_other = kept_of(policy) != kept_of(self.form.base)
        if is_other and not words:
            words.append(tr("hours", "No thread becomes late when you save."))
        self.effect.setText(" ".join(words) if is_other else "")
        self.effect.setVisible(is_other)

    # Saving

    def _save(self) -> None:
        policy, _ = self.form.read()
        if policy is None or not self.form.is_changed:
            return
        before = self._bridge.policy
        is_pending = any(isinstance(one.command, SetReplyPolicy) for one in self._bridge.submit.pending)
        given = self._bridge.submit.change(
            # What was saved a moment ago has no version yet, and is what this was made from.
            [SetReplyPolicy(written(policy), 0 if is_pending else self.form.base.version)],
            tr("hours", "Hours and targets saved."),
            [SetReplyPolicy(written(before))],
        )
        if given:
            self._renew(policy)

    def _on_policy(self) -> None:
        if not self.form.is_changed or self.form.base.version != self._bridge.policy.version:
            policy, _ = self.form.read()
            if not self.form.is_changed or (policy and kept_of(policy) == kept_of(self._bridge.policy)):
                self._renew(self._bridge.policy)

    def _renew(self, policy: ReplyPolicy) -> None:
        fresh = form_of(policy)
        chosen = min(self.form.chosen, len(fresh.promises) - 1)
        is_as_long = len(fresh.promises) == len(self.form.promises)
        for name in ("base", "hours", "promises", "chosen", "dropped"):
            setattr(self.form, name, getattr(fresh, name))
        if is_as_long:
            self.form.chosen = chosen
        self._fill()
        self._look_ahead()
