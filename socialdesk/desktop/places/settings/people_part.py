"""How the members work: shifts, languages, skills, capacity, back-up and absences; and how threads are given out.

A form counts as a whole or not at all. What was typed stays in the forms that are handed in.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, QTimeZone, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look.following import sized
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.numbers import number
from socialdesk.desktop.places.settings.absences import Absences
from socialdesk.desktop.places.settings.calendar_fields import CalendarFields
from socialdesk.desktop.places.settings.routing_part import RoutingPart
from socialdesk.desktop.places.settings.staff_form import (
    CAPACITY,
    COVER,
    LANGUAGES,
    LATE,
    SKILLS,
    UNTIL,
    StaffForm,
    kept_of,
)
from socialdesk.desktop.widgets.any_width import AnyWidth
from socialdesk.desktop.widgets.buttons import Button
from socialdesk.desktop.widgets.buttons import Kind as Weight
from socialdesk.desktop.widgets.combo import Combo
from socialdesk.desktop.widgets.field import Field
from socialdesk.desktop.widgets.flow import FlowLayout
from socialdesk.desktop.widgets.plain_text import PlainLabel, one_line, safe_name
from socialdesk.desktop.widgets.tick import Tick
from socialdesk.model.calendar import is_zone
from socialdesk.model.identifiers import PersonId
from socialdesk.model.staff_command import SetStaff
from socialdesk.model.staff_form import written
from socialdesk.store.staff import Team, had_on_call

tr = QCoreApplication.translate
_MOST_CHANNELS = 40


class PeoplePart(AnyWidth):
    """One member at a time; `forms` keeps what was typed for each while the page shows something else."""

    said = Signal(str)

    def __init__(self, bridge: Bridge, forms: dict[PersonId, StaffForm], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._forms = forms
        self._team: Team = bridge.cache.team()
        self._is_filling = True
        self.problems: dict[str, PlainLabel] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        self.who = Combo(self)
        self._box(column, self.who, tr("people", "Who"))
        for person in bridge.people:
            self.who.addItem(tr("people", "{name} (me)").format(name=person.name) if person.is_me else person.name,
                             person.id)  # fmt: skip
        self.absences = Absences(bridge, self)
        column.addWidget(self.absences)
        self._build_shifts(column)
        self._build_skills(column)
        self._build_channels(column)
        self._build_cover(column)
        self._build_foot(column)
        self.routing = RoutingPart(bridge, self)
        column.addWidget(self.routing)
        self.who.currentIndexChanged.connect(self._on_who)
        bridge.people_changed.connect(self._on_people)
        self._is_filling = False
        self._fill()

    @property
    def person(self) -> PersonId:
        """Whose form is shown."""
        return PersonId(self.who.currentData())

    @property
    def form(self) -> StaffForm:
        """What is shown."""
        person = self.person
        known = self._forms.get(person)
        if known is None or not known.is_changed(self._team.by_id()):
            staff, rev = self._team.of(person), self._team.revs.get(person, 0)
            if not rev:
                # Nobody said any hours yet: they are those of the wall clock here.
                zone = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace")
                staff = replace(staff, shifts=replace(staff.shifts, zone=zone if is_zone(zone) else "UTC"))
            self._forms[person] = known = StaffForm.of(staff, rev)
        return known

    # Building

    def _build_shifts(self, column: QVBoxLayout) -> None:
        self._head(column, tr("people", "Shifts"))
        words = tr("people", "When this person works. Outside of it nothing is given to them by itself.")
        column.addWidget(PlainLabel(words, 13, 400, "text2", wraps=True))
        self.calendar = CalendarFields(self._bridge, "people", self)
        self.calendar.edited.connect(self._on_edit)
        column.addWidget(self.calendar)
        self.week, self.zone, self.others = self.calendar.week, self.calendar.zone, self.calendar.others

    def _build_skills(self, column: QVBoxLayout) -> None:
        self._head(column, tr("people", "What they take"))
        self.languages = self._field(
            column, LANGUAGES, tr("people", "Languages"), tr("people", "Like “fr, en”. Empty: not known.")
        )
        self.skills = self._field(
            column, SKILLS, tr("people", "Good at"), tr("people", "Tags and topics, with a comma between them.")
        )
        self.capacity = self._field(
            column,
            CAPACITY,
            tr("people", "How much at once"),
            tr("people", "A comment or a mention counts 1, a message 2, a review 3. With 0 nothing is given to them."),
        )

    def _build_channels(self, column: QVBoxLayout) -> None:
        column.addSpacing(4)
        column.addWidget(PlainLabel(tr("people", "Only from these channels"), 13, 550, wraps=True))
        row = FlowLayout()
        self.channels: dict[int, Tick] = {}
        for channel in self._bridge.cache.channels()[:_MOST_CHANNELS]:
            tick = self.channels[channel.id] = Tick(safe_name(channel.name), 13, 500, self)
            tick.toggled.connect(self._on_edit)
            row.addWidget(tick)
        column.addLayout(row)
        column.addWidget(PlainLabel(tr("people", "None ticked: from all."), 12, 400, "text2", wraps=True))

    def _build_cover(self, column: QVBoxLayout) -> None:
        self._head(column, tr("people", "Who answers if they don’t"))
        self.cover = Combo(self)
        self._box(column, self.cover, tr("people", "Back-up"))
        self._problem(column, COVER, self.cover)
        self.while_away = Tick(tr("people", "Always while they are away"), parent=self)
        self.while_away.toggled.connect(self._on_edit)
        column.addWidget(self.while_away)
        self.late = self._field(
            column, LATE, tr("people", "What is late by"), tr("people", "Like 1:30 or 45 min. Empty: never.")
        )
        self.until = self._field(column, UNTIL, tr("people", "Until the end of"), tr("people", "Empty: for good."))
        self.on_call = Tick(tr("people", "Takes turns with what is late (on call)"), parent=self)
        self.on_call.toggled.connect(self._on_edit)
        column.addWidget(self.on_call)
        self.turns = PlainLabel("", 12, 400, "text2", wraps=True)
        self.turns.hide()
        column.addWidget(self.turns)

    def _build_foot(self, column: QVBoxLayout) -> None:
        column.addSpacing(8)
        self.wrong = PlainLabel("", 13, 500, "over", wraps=True)
        self.save = Button(tr("hours", "Save"), Weight.PRIMARY, parent=self)
        self.discard = Button(tr("hours", "Discard changes"), Weight.GHOST, parent=self)
        self.save.clicked.connect(self._save)
        self.discard.clicked.connect(self._discard)
        column.addWidget(self.wrong)
        row = FlowLayout()
        row.addWidget(self.save)
        row.addWidget(self.discard)
        column.addLayout(row)

    def _head(self, column: QVBoxLayout, words: str) -> None:
        column.addSpacing(12)
        column.addWidget(PlainLabel(words, 14, 600, wraps=True))

    def _field(self, column: QVBoxLayout, name: str, title: str, help_: str = "") -> QLineEdit:
        field = Field(self)
        field.setAccessibleName(title)
        sized(field, lambda field=field: field.setMaximumWidth(scaled(360)))
        field.textEdited.connect(self._on_edit)
        column.addSpacing(4)
        column.addWidget(PlainLabel(title, 13, 550, wraps=True))
        column.addWidget(field)
        if help_:
            column.addWidget(PlainLabel(help_, 12, 400, "text2", wraps=True))
        self._problem(column, name, field)
        return field

    def _box(self, column: QVBoxLayout, box: Combo, title: str) -> None:
        box.setAccessibleName(title)
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(12)
        sized(box, lambda box=box: box.setMaximumWidth(scaled(360)))
        if box is not self.who:
            box.currentIndexChanged.connect(self._on_edit)
        column.addWidget(PlainLabel(title, 13, 550))
        column.addWidget(box)

    def _problem(self, column: QVBoxLayout, name: str, of: QWidget) -> None:
        label = PlainLabel("", 12, 500, "over", wraps=True, parent=self)
        label.hide()
        label.setBuddy(of)
        self.problems[name] = label
        column.addWidget(label)

    # From the form to the fields and back

    def _fill(self) -> None:
        form = self.form
        self._is_filling = True
        self.calendar.show_form(form.shifts)
        for field, words in (
            (self.languages, form.languages),
            (self.skills, form.skills),
            (self.capacity, form.capacity),
            (self.late, form.late),
            (self.until, form.until),
        ):
            if field.text() != words:
                field.setText(words)
        self.cover.clear()
        self.cover.addItem(tr("people", "Nobody"), 0)
        for person in self._bridge.people:
            if person.id != self.person:
                self.cover.addItem(person.name, person.id)
        self.cover.setCurrentIndex(max(0, self.cover.findData(form.cover)))
        for id_, tick in self.channels.items():
            tick.setChecked(id_ in form.channels)
        self.while_away.setChecked(form.while_away)
        self.on_call.setChecked(form.on_call)
        self._tell_turns()
        self._is_filling = False
        self.absences.show_person(self.person)
        self._tell()

    def _on_edit(self, *_how: object) -> None:
        if self._is_filling:
            return
        form = self.form
        self.calendar.write(form.shifts)
        form.languages, form.skills, form.capacity = self.languages.text(), self.skills.text(), self.capacity.text()
        # One that is not listed, since it is gone or there are too many, stays as it was.
        unlisted = form.channels - self.channels.keys()
        form.channels = unlisted | {id_ for id_, tick in self.channels.items() if tick.isChecked()}
        form.cover, form.while_away = int(self.cover.currentData() or 0), self.while_away.isChecked()
        form.late, form.until, form.on_call = self.late.text(), self.until.text(), self.on_call.isChecked()
        self._forms[self.person] = form
        self._tell(form)

    def _tell(self, form: StaffForm | None = None) -> None:
        """Say at every field what is wrong with it, and whether there is anything to save."""
        form = form or self.form
        staff, problems = form.read(self._team.by_id(), self._team.names)
        for name, label in self.problems.items():
            label.setText(problems.get(name, ""))
            label.setVisible(name in problems)
            label.buddy().setAccessibleDescription(problems.get(name, ""))
        self.calendar.say(problems)
        has_cover = bool(form.cover)
        for widget in (self.while_away, self.late, self.until):
            widget.setEnabled(has_cover)
        wrong = tr("hours", "%n field(s) cannot be read yet. What counts stays as it was.", "", len(problems))
        self.wrong.setText(wrong if problems else "")
        self.wrong.setVisible(bool(problems))
        is_changed = bool(problems) or staff is None or kept_of(staff) != kept_of(form.base)
        self.save.setEnabled(staff is not None and is_changed)
        self.discard.setEnabled(is_changed)
        for part in (self.calendar, self):
            part.updateGeometry()

    def _tell_turns(self) -> None:
        """Say what each on call was handed: it is for all of them to see."""
        found = had_on_call(self._bridge.cache.ask, self._bridge.clock.now())
        people = [one.person for one in self._team.people if one.on_call or one.person in found]
        each = " · ".join(f"{one_line(self._team.names.get(one, '?'))} {number(found.get(one, 0))}" for one in people)
        words = tr("people", "In the last four weeks: {shares}. Nights, weekends and days off count twice.")
        self.turns.setText(words.replace("{shares}", each))
        self.turns.setVisible(bool(people))

    def _on_who(self) -> None:
        if not self._is_filling:
            self._fill()

    # Saving

    def _save(self) -> None:
        form = self.form
        staff, _ = form.read(self._team.by_id(), self._team.names)
        if staff is None:
            return
        name = self._team.names.get(staff.person, "")
        is_pending = any(
            isinstance(one.command, SetStaff) and one.command.person == staff.person
            for one in self._bridge.submit.pending
        )
        given = self._bridge.submit.change(
            # What was saved a moment ago has no revision yet, and is what this was made from.
            [SetStaff(staff.person, written(staff), -1 if is_pending else form.rev)],
            tr("people", "How {name} works is saved.").format(name=name),
            [SetStaff(staff.person, written(form.base))],
        )
        if given:
            self._forms[staff.person] = StaffForm.of(staff, form.rev)
            self._fill()

    def _discard(self) -> None:
        self._forms.pop(self.person, None)
        self._fill()

    def _on_people(self) -> None:
        self._team = self._bridge.cache.team()
        for person, form in list(self._forms.items()):
            now = self._team.of(person)
            staff, _ = form.read(self._team.by_id())
            # What was typed and is what counts by now, or was never touched, follows; the rest stays as it was typed.
            if staff is not None and kept_of(staff) in {kept_of(now), kept_of(form.base)}:
                del self._forms[person]
        self._fill()
        self.routing.follow(self._team)
