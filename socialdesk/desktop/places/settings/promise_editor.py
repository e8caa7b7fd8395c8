"""The fields of one promise: for whom it is, by which hours, how long an answer may take, when the clock rests."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look.following import sized
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.places.settings.calendar_fields import CalendarFields
from socialdesk.desktop.places.settings.calendar_form import CalendarForm
from socialdesk.desktop.places.settings.promise_form import (
    FIRST,
    NAME,
    NEVER,
    NEXT,
    RESOLUTION,
    TARGETS,
    WARNING,
    WHEN,
    PromiseForm,
)
from socialdesk.desktop.widgets.buttons import Button
from socialdesk.desktop.widgets.combo import Combo
from socialdesk.desktop.widgets.field import Field
from socialdesk.desktop.widgets.flow import FlowLayout
from socialdesk.desktop.widgets.plain_text import PlainLabel
from socialdesk.desktop.widgets.tick import Tick
from socialdesk.model.condition import Condition
from socialdesk.model.reply_policy import Arrival, Unit

tr = QCoreApplication.translate


class Conditions(Protocol):
    """Says conditions in words and lets somebody put them together; made where the places are joined."""

    def words(self, condition: Condition) -> str:
        """A condition in words; empty for one that is so of everything."""
        ...

    def ask(self, anchor: QWidget, condition: Condition, then: Callable[[Condition], None]) -> None:
        """Let somebody choose at `anchor`; `then` is told each time something changes."""
        ...


class PromiseEditor(QWidget):
    """The fields. `edited` tells that what stands in them was changed; it is in the form by then."""

    edited = Signal()

    def __init__(self, bridge: Bridge, conditions: Conditions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._conditions = conditions
        self._form = PromiseForm()
        self._shared = CalendarForm()
        self._is_filling = False
        self.problems: dict[str, PlainLabel] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._whom = QWidget(self)
        inside = QVBoxLayout(self._whom)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        self._build_whom(inside)
        column.addWidget(self._whom)
        self._build_targets(column)
        self._build_rest(column)

    # Building

    def _build_whom(self, column: QVBoxLayout) -> None:
        column.addWidget(PlainLabel(tr("hours", "Name"), 13, 550))
        self.name = Field(self)
        self.name.setAccessibleName(tr("hours", "Name of the promise"))
        sized(self.name, lambda: self.name.setMaximumWidth(scaled(360)))
        self.name.textEdited.connect(self._on_edit)
        column.addWidget(self.name)
        self._problem(column, NAME, self.name)
        column.addWidget(PlainLabel(tr("hours", "For whom"), 13, 550))
        self.when = PlainLabel("", 13, 400, "text2", wraps=True)
        self.choose = Button(tr("hours", "Choose for whom…"), parent=self)
        self.choose.clicked.connect(self._ask)
        row = FlowLayout()
        row.addWidget(self.choose)
        column.addWidget(self.when)
        column.addLayout(row)
        self._problem(column, WHEN, self.choose)
        self.arrives, self.hours = Combo(self), Combo(self)
        for box, title, choices in (
            (
                self.arrives,
                tr("hours", "Written at which hour"),
                (
                    (Arrival.ANY.value, tr("hours", "at any hour")),
                    (Arrival.OPEN.value, tr("hours", "while it is open")),
                    (Arrival.CLOSED.value, tr("hours", "while it is closed")),
                ),
            ),
            (
                self.hours,
                tr("hours", "Opening hours that count"),
                (("", tr("hours", "those of the workspace")), ("own", tr("hours", "hours of its own"))),
            ),
        ):
            box.setAccessibleName(title)
            _narrow(box)
            for value, words in choices:
                box.addItem(words, value)
            box.currentIndexChanged.connect(self._on_edit)
            column.addWidget(PlainLabel(title, 13, 550, wraps=True))
            column.addWidget(box)
        self.calendar = CalendarFields(self._bridge, "promise", self)
        self.calendar.edited.connect(self._on_edit)
        column.addWidget(self.calendar)

    def _build_targets(self, column: QVBoxLayout) -> None:
        self.amounts: dict[str, QLineEdit] = {}
        self.units: dict[str, Combo] = {}
        for name, title, words in (
            (
                FIRST,
                tr("hours", "First answer"),
                tr("hours", "To somebody new, or who writes again after all was done."),
            ),
            (
                NEXT,
                tr("hours", "Every answer after that"),
                tr("hours", "From the oldest message that nobody answered."),
            ),
            (
                RESOLUTION,
                tr("hours", "Until all is done"),
                tr("hours", "From when they first asked until somebody marks it done. Shown beside the conversation."),
            ),
        ):
            column.addSpacing(4)
            column.addWidget(PlainLabel(title, 13, 550, wraps=True))
            amount, unit = Field(self), Combo(self)
            amount.setAccessibleName(tr("hours", "{title}: how many").format(title=title))
            sized(amount, lambda amount=amount: amount.setFixedWidth(scaled(76)))
            amount.textEdited.connect(self._on_edit)
            unit.setAccessibleName(tr("hours", "{title}: of what").format(title=title))
            for value, said in (
                (Unit.HOURS.value, tr("hours", "hours, day and night")),
                (Unit.OPEN_HOURS.value, tr("hours", "hours of opening time")),
                (Unit.WORKING_DAYS.value, tr("hours", "working days, same time")),
                (NEVER, tr("hours", "it is never due")),
            ):
                unit.addItem(said, value)
            _narrow(unit)
            unit.currentIndexChanged.connect(self._on_edit)
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(amount)
            row.addWidget(unit, 10)
            row.addStretch(1)
            column.addLayout(row)
            column.addWidget(PlainLabel(words, 12, 400, "text2", wraps=True))
            self._problem(column, name, amount)
            self.amounts[name], self.units[name] = amount, unit

    def _build_rest(self, column: QVBoxLayout) -> None:
        column.addSpacing(4)
        column.addWidget(PlainLabel(tr("hours", "Soon from this share of the time on, in %"), 13, 550, wraps=True))
        self.warning = Field(self)
        self.warning.setAccessibleName(tr("hours", "Soon from this share of the time on, in %"))
        self.warning.setPlaceholderText("75")
        sized(self.warning, lambda: self.warning.setFixedWidth(scaled(76)))
        self.warning.textEdited.connect(self._on_edit)
        column.addWidget(self.warning)
        words = tr("hours", "Empty is the last quarter, and never more than half an hour.")
        column.addWidget(PlainLabel(words, 12, 400, "text2", wraps=True))
        self._problem(column, WARNING, self.warning)
        column.addSpacing(4)
        self.pauses = Tick(tr("hours", "The clock rests while a thread waits on the contact"), 13, 500, self)
        self.pauses_first = Tick(tr("hours", "Also before the first answer"), 13, 500, self)
        for tick in (self.pauses, self.pauses_first):
            tick.toggled.connect(self._on_edit)
            column.addWidget(tick)

    def _problem(self, column: QVBoxLayout, name: str, of: QWidget) -> None:
        label = PlainLabel("", 12, 500, "over", wraps=True, parent=self)
        label.hide()
        label.setBuddy(of)
        self.problems[name] = label
        column.addWidget(label)

    # Between the form and the fields

    def show_form(self, form: PromiseForm, shared: CalendarForm, *, is_usual: bool) -> None:
        """Show a promise, from now on the one that is changed here. `shared` are the hours of the workspace."""
        self._form, self._shared = form, shared
        self._is_filling = True
        self._whom.setVisible(not is_usual)
        if self.name.text() != form.name:
            self.name.setText(form.name)
        self.arrives.setCurrentIndex(max(0, self.arrives.findData(form.arrives.value)))
        self.hours.setCurrentIndex(int(form.own is not None))
        self.calendar.setVisible(form.own is not None)
        if form.own is not None:
            self.calendar.show_form(form.own)
        for name in TARGETS:
            amount, unit = getattr(form, name)
            if self.amounts[name].text() != amount:
                self.amounts[name].setText(amount)
            self.units[name].setCurrentIndex(max(0, self.units[name].findData(unit)))
        if self.warning.text() != form.warning:
            self.warning.setText(form.warning)
        self.pauses.setChecked(form.pauses)
        self.pauses_first.setChecked(form.pauses_first)
        self._is_filling = False
        self._show_more()

    def say(self, problems: dict[str, str]) -> None:
        """Say at every field what is wrong with it."""
        for name, label in self.problems.items():
            label.setText(problems.get(name, ""))
            label.setVisible(name in problems)
            label.buddy().setAccessibleDescription(problems.get(name, ""))
        self.calendar.say(problems)
        self._whom.updateGeometry()
        self.updateGeometry()

    def _show_more(self) -> None:
        form = self._form
        self.when.setText(self._conditions.words(form.when) or tr("hours", "Nobody was chosen yet."))
        for name in TARGETS:
            self.amounts[name].setVisible(self.units[name].currentData() != NEVER)
        self.pauses_first.setEnabled(form.pauses)

    def _on_edit(self) -> None:
        if self._is_filling:
            return
        form = self._form
        form.name = self.name.text()
        form.arrives = Arrival(str(self.arrives.currentData()))
        wants_own = self.hours.currentData() == "own"
        if wants_own is not (form.own is not None):
            form.own = self._shared.office() if wants_own else None
            if form.own is not None:
                self.calendar.show_form(form.own)
            self.calendar.setVisible(wants_own)
        elif form.own is not None:
            self.calendar.write(form.own)
        for name in TARGETS:
            setattr(form, name, (self.amounts[name].text(), str(self.units[name].currentData())))
        form.warning = self.warning.text()
        form.pauses, form.pauses_first = self.pauses.isChecked(), self.pauses_first.isChecked()
        self._show_more()
        self.edited.emit()

    def _ask(self) -> None:
        form = self._form

        def chosen(condition: Condition) -> None:
            form.when = condition
            if form is self._form:
                self._show_more()
                self.edited.emit()

        self._conditions.ask(self.choose, form.when, chosen)


def _narrow(box: Combo) -> None:
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    box.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(12)
    sized(box, lambda: box.setMaximumWidth(scaled(360)))
