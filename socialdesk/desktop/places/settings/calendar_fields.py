"""The fields of opening hours: a week to draw or to write, its time zone, public holidays, days that differ.

The hours of the workspace, those of one promise and the shifts of one person are all entered here.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCompleter, QVBoxLayout, QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look.following import sized
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.places.settings.calendar_form import OFFICE, OTHER, WEEK, ZONE, CalendarForm
from socialdesk.desktop.places.settings.hours_reading import country_name, day_off, days_off, places, regions_of
from socialdesk.desktop.places.settings.other_days import OtherDays
from socialdesk.desktop.places.settings.week_editor import WeekEditor
from socialdesk.desktop.widgets.buttons import Button
from socialdesk.desktop.widgets.combo import Combo
from socialdesk.desktop.widgets.flow import FlowLayout
from socialdesk.desktop.widgets.plain_text import PlainLabel
from socialdesk.model.calendar import ALL_DAY, Holiday
from socialdesk.model.hours_words import write_hours

tr = QCoreApplication.translate


class CalendarFields(QWidget):
    """The fields. `edited` tells that something was typed, drawn or chosen; `write` puts it into a form.

    `topic` is what its questions beside the window are known by.
    """

    edited = Signal()

    def __init__(self, bridge: Bridge, topic: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._topic = topic
        self._regions: dict[str, tuple[tuple[str, str], ...]] = {}
        self._chosen = ("", "")
        """Country and region, also while their other choices are not known yet."""
        self._is_filling = False
        self._has_asked = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._build_week(column)
        self._build_days_off(column)

    def _build_week(self, column: QVBoxLayout) -> None:
        row = FlowLayout()
        self.always = Button(tr("hours", "Around the clock"), parent=self)
        self.office = Button(tr("hours", "Monday to Friday, 9 to 17"), parent=self)
        self.copy = Button(tr("hours", "Every working day like Monday"), parent=self)
        for button, week in (
            (self.always, lambda: [write_hours(ALL_DAY)] * 7),
            (self.office, lambda: [OFFICE] * 5 + ["", ""]),
            (self.copy, lambda: [self.week.week()[0]] * 5 + self.week.week()[5:]),
        ):
            button.clicked.connect(partial(self._write_week, week))
            row.addWidget(button)
        column.addLayout(row)
        self.week = WeekEditor(self)
        self.week.edited.connect(self._on_edit)
        column.addWidget(self.week)
        column.addSpacing(4)
        column.addWidget(PlainLabel(tr("hours", "Time zone"), 13, 550))
        self.zone = Combo(self)
        self.zone.setEditable(True)
        self.zone.setInsertPolicy(Combo.InsertPolicy.NoInsert)
        self.zone.setAccessibleName(tr("hours", "Time zone"))
        self._narrow(self.zone)
        self.zone.editTextChanged.connect(self._on_edit)
        column.addWidget(self.zone)
        self.problem = PlainLabel("", 12, 500, "over", wraps=True, parent=self)
        self.problem.hide()
        column.addWidget(self.problem)

    def _build_days_off(self, column: QVBoxLayout) -> None:
        column.addSpacing(12)
        column.addWidget(PlainLabel(tr("hours", "Days off"), 14, 600, wraps=True))
        column.addWidget(PlainLabel(tr("hours", "Public holidays of"), 13, 550))
        self.country, self.region = Combo(self), Combo(self)
        self.country.setAccessibleName(tr("hours", "Public holidays of"))
        self.region.setAccessibleName(tr("hours", "Region"))
        for box in (self.country, self.region):
            self._narrow(box)
            column.addWidget(box)
        self.country.currentIndexChanged.connect(self._on_country)
        self.region.currentIndexChanged.connect(self._on_region)
        self.holidays = PlainLabel("", 13, 400, "text2", wraps=True)
        self.holidays.hide()
        column.addWidget(self.holidays)
        column.addSpacing(6)
        column.addWidget(PlainLabel(tr("hours", "Other days that differ"), 13, 550))
        self.others = OtherDays(lambda: self._bridge.clock.now().astimezone().date(), self)
        self.others.edited.connect(self._on_edit)
        column.addWidget(self.others)

    def _narrow(self, box: Combo) -> None:
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(12)
        sized(box, lambda: box.setMaximumWidth(scaled(360)))

    # From the form to the fields and back

    def show_form(self, form: CalendarForm) -> None:
        """Show these hours."""
        self._is_filling = True
        self.week.show_week(form.week)
        if self.zone.currentText() != form.zone:
            self.zone.setEditText(form.zone)
        if self.others.days() != form.others:
            self.others.show_days(form.others)
        self._chosen = (form.country, form.region)
        self._choose_country()
        self._is_filling = False
        if not self._has_asked:
            self._has_asked = True
            self._bridge.beside.ask(f"{self._topic}.places", places, self._on_places)
        self._ask_days_off()

    def write(self, form: CalendarForm) -> None:
        """Put what stands in the fields into a form."""
        form.week = self.week.week()
        form.zone = self.zone.currentText().strip()
        form.country, form.region = self._chosen
        form.others = self.others.days()

    def say(self, problems: dict[str, str]) -> None:
        """Say at every field what is wrong with it."""
        words = problems.get(ZONE, "")
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        self.zone.setAccessibleDescription(words)
        self.week.say({day: problems[f"{WEEK}{day}"] for day in range(7) if f"{WEEK}{day}" in problems})
        self.others.say(
            {at: problems[f"{OTHER}{at}"] for at in range(len(self.others.rows)) if f"{OTHER}{at}" in problems}
        )
        for part in (self.week, self.others, self):
            part.updateGeometry()

    def _choose_country(self) -> None:
        was, self._is_filling = self._is_filling, True
        country, region = self._chosen
        if not self.country.count():
            self.country.addItem(tr("hours", "None"), "")
        if self.country.findData(country) < 0:
            self.country.addItem(country_name(country), country)
        self.country.setCurrentIndex(self.country.findData(country))
        self.region.clear()
        self.region.addItem(tr("hours", "The whole country"), "")
        for code, name in self._regions.get(country, ((region, region),) if region else ()):
            self.region.addItem(name, code)
        self.region.setCurrentIndex(max(0, self.region.findData(region)))
        self.region.setVisible(bool(country) and self.region.count() > 1)
        self._is_filling = was

    def _write_week(self, week: Callable[[], list[str]], _is_on: bool = False) -> None:
        self.week.show_week(week())
        self._on_edit()

    def _on_edit(self) -> None:
        if not self._is_filling:
            self.edited.emit()

    def _on_country(self) -> None:
        if self._is_filling:
            return
        self._chosen = (str(self.country.currentData() or ""), "")
        self._choose_country()
        self._ask_regions()
        self._ask_days_off()
        self._on_edit()

    def _on_region(self) -> None:
        if self._is_filling:
            return
        self._chosen = (self._chosen[0], str(self.region.currentData() or ""))
        self._ask_days_off()
        self._on_edit()

    # What is read beside

    def _on_places(self, found: tuple[list[str], list[str]]) -> None:
        zones, countries = found
        was, self._is_filling = self._is_filling, True
        typed = self.zone.currentText()
        self.zone.addItems(zones)
        self.zone.setEditText(typed)
        completer = QCompleter(zones, self.zone)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.zone.setCompleter(completer)
        self.country.clear()
        self.country.addItem(tr("hours", "None"), "")
        for name, code in sorted((country_name(code), code) for code in countries):
            self.country.addItem(name, code)
        self._is_filling = was
        self._choose_country()
        self._ask_regions()

    def _ask_regions(self) -> None:
        country = self._chosen[0]
        if country and country not in self._regions:
            self._bridge.beside.ask(
                f"{self._topic}.regions", regions_of(country), lambda found: self._on_regions(country, found)
            )

    def _on_regions(self, country: str, found: tuple[tuple[str, str], ...]) -> None:
        self._regions[country] = found
        self._choose_country()

    def _ask_days_off(self) -> None:
        country, region = self._chosen
        if not country:
            self._bridge.beside.forget(f"{self._topic}.days_off")
            self._on_days_off(())
            return
        read = days_off(country, region, self._bridge.clock.now())
        self._bridge.beside.ask(f"{self._topic}.days_off", read, self._on_days_off)

    def _on_days_off(self, found: tuple[Holiday, ...]) -> None:
        now = self._bridge.clock.now()
        days = " · ".join(day_off(one, now) for one in found)
        self.holidays.setText(tr("hours", "Next: {days}.").format(days=days) if found else "")
        self.holidays.setVisible(bool(found))
