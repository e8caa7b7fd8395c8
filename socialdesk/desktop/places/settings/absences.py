"""When a member is away: how they stand now, the absences to come, and a line to say another one."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look.following import sized
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.places.settings.calendar_form import day_read, day_written
from socialdesk.desktop.widgets.buttons import Button, IconButton
from socialdesk.desktop.widgets.combo import Combo
from socialdesk.desktop.widgets.due_words import weekday_and_time
from socialdesk.desktop.widgets.field import Field
from socialdesk.desktop.widgets.flow import FlowLayout
from socialdesk.desktop.widgets.plain_text import PlainLabel
from socialdesk.desktop.widgets.shift_words import my_standing, reason_words
from socialdesk.model.calendar import is_zone
from socialdesk.model.identifiers import PersonId
from socialdesk.model.shift import Absence, Away, Presence, Staff
from socialdesk.model.staff_command import BeAway, BeBack

tr = QCoreApplication.translate


class Absences(QWidget):
    """The lines about one member."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._staff = Staff(bridge.me)
        self._person = bridge.me
        self.now = PlainLabel("", 13, 550, wraps=True)
        self.coming: list[QWidget] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self.problem = PlainLabel("", 12, 500, "over", wraps=True, parent=self)
        self.problem.hide()
        self.first, self.last = Field(self), Field(self)
        self.first.setAccessibleName(tr("people", "First day away"))
        self.last.setAccessibleName(tr("people", "Last day away"))
        self.first.setPlaceholderText(tr("people", "First day"))
        self.last.setPlaceholderText(tr("people", "Last day"))
        self.why = Combo(self)
        self.why.setAccessibleName(tr("people", "Why they are away"))
        for reason in Absence:
            self.why.addItem(reason_words(reason), reason.value)
        self.add = Button(tr("people", "Add days away"), icon="plus", parent=self)
        self.back = Button(tr("people", "Back now"), icon="arrow-bend-up-left", parent=self)
        self.add.clicked.connect(self._add)
        self.back.clicked.connect(self._be_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.now)
        column.addLayout(self._lines)
        row = FlowLayout()
        for field in (self.first, self.last):
            sized(field, lambda field=field: field.setFixedWidth(scaled(124)))
            row.addWidget(field)
        for widget in (self.why, self.add, self.back):
            row.addWidget(widget)
        column.addLayout(row)
        column.addWidget(self.problem)

    def show_person(self, person: PersonId) -> None:
        """Show how somebody stands."""
        if person != self._person:
            self.first.clear()
            self.last.clear()
            self._say("")
        self._person = person
        team = self._bridge.cache.team()
        self._staff = team.of(person)
        is_known = person in team.revs or bool(self._staff.away)
        now = self._bridge.clock.now()
        self.now.setText(
            my_standing(self._staff, now) or tr("people", "On shift")
            if is_known
            else tr("people", "Nobody said when this person works: they count as there at any hour.")
        )
        self.back.setVisible(self._staff.presence(now) is Presence.AWAY)
        while self.coming:
            line = self.coming.pop()
            line.hide()
            line.deleteLater()
        for one in self._staff.away:
            if one.begins_at > now:
                self._show_coming(one, now)

    def _show_coming(self, one: Away, now: datetime) -> None:
        words = tr("people", "{why} from {first} to {last}").format(
            why=reason_words(one.reason),
            first=weekday_and_time(one.begins_at, now),
            last=weekday_and_time(one.until, now) if one.until else tr("people", "an unknown day"),
        )
        line = QWidget(self)
        inside = QHBoxLayout(line)
        inside.setContentsMargins(0, 0, 0, 0)
        drop = IconButton("x", tr("people", "Take away: {days}").format(days=words), size=28, parent=line)
        drop.clicked.connect(lambda: self._drop(one))
        inside.addWidget(PlainLabel(words, 13, 400, "text2", wraps=True), 1)
        inside.addWidget(drop)
        self._lines.addWidget(line)
        self.coming.append(line)
        line.show()

    def _drop(self, one: Away) -> None:
        person = self._person
        self._bridge.submit.change(
            [BeBack(person, one.begins_at)],
            tr("people", "These days away are taken away."),
            [BeAway(person, one.until, one.reason.value, one.begins_at)],
        )

    def _add(self) -> None:
        first, last = day_read(self.first.text()), day_read(self.last.text() or self.first.text())
        now = self._bridge.clock.now()
        if first is None or last is None:
            typed = (self.first.text() if first is None else self.last.text()).strip()[:40]
            words = tr("hours", "“{typed}” is no date. Write it like {example}.")
            self._say(words.format(typed=typed, example=day_written(date(2026, 12, 24))))
            return
        begins, until = self._midnight(first), self._midnight(last + timedelta(days=1))
        if until <= begins:
            self._say(tr("people", "The last day comes before the first. Write them the other way round."))
            return
        if until <= now:
            self._say(tr("people", "These days are over. Write days that are still to come."))
            return
        self._say("")
        name = self._bridge.cache.team().names.get(self._person, "")
        self._bridge.submit.change(
            [BeAway(self._person, until, str(self.why.currentData()), max(begins, now))],
            tr("people", "Days away of {name} are saved.").format(name=name),
            [BeBack(self._person, begins) if begins > now else BeBack(self._person)],
        )
        self.first.clear()
        self.last.clear()

    def _be_back(self) -> None:
        held = self._staff.away_at(self._bridge.clock.now())
        again = [] if held is None else [BeAway(self._person, held.until, held.reason.value)]
        self._bridge.submit.change([BeBack(self._person)], tr("people", "They are back."), again)

    def _midnight(self, day: date) -> datetime:
        zone = self._staff.shifts.zone
        return datetime.combine(day, datetime.min.time(), ZoneInfo(zone) if is_zone(zone) else UTC).astimezone(UTC)

    def _say(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        self.first.setAccessibleDescription(words)
