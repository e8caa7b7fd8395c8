"""Days with hours of their own, one a line: the date, the hours, and a button that takes the line away."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from socialdesk.desktop.look.following import sized
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.places.settings.calendar_form import day_read, day_written
from socialdesk.desktop.widgets.buttons import Button, IconButton
from socialdesk.desktop.widgets.field import Field
from socialdesk.desktop.widgets.plain_text import PlainLabel

tr = QCoreApplication.translate


class OtherDays(QWidget):
    """The lines. `edited` tells that something was typed, added or taken away."""

    edited = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self.rows: list[_Line] = []
        self.add = Button(tr("hours", "Add a day"), icon="plus", parent=self)
        self.add.clicked.connect(self._add)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._lines)
        column.addLayout(foot)

    def show_days(self, days: list[tuple[str, str]]) -> None:
        """Show these lines."""
        while self.rows:
            self._drop(self.rows[-1])
        for day, hours in days:
            self._put(day, hours)

    def days(self) -> list[tuple[str, str]]:
        """What stands in the lines."""
        return [(row.day.text(), row.hours.text()) for row in self.rows]

    def say(self, problems: dict[int, str]) -> None:
        """Tell at the lines what is wrong, by place."""
        for at, row in enumerate(self.rows):
            row.problem.setText(problems.get(at, ""))
            row.problem.setVisible(at in problems)
            row.day.setAccessibleDescription(problems.get(at, ""))

    def _add(self) -> None:
        """A line for the day after the last one, or for tomorrow."""
        last = day_read(self.rows[-1].day.text()) if self.rows else None
        row = self._put(day_written((last or self._today()) + timedelta(days=1)), "")
        row.day.setFocus(Qt.FocusReason.OtherFocusReason)
        row.day.selectAll()
        self.edited.emit()

    def _put(self, day: str, hours: str) -> _Line:
        row = _Line(day, hours, self)
        row.day.textEdited.connect(self.edited)
        row.hours.textEdited.connect(self.edited)
        row.away.clicked.connect(lambda: self._take_away(row))
        self.rows.append(row)
        self._lines.addWidget(row)
        row.show()
        return row

    def _take_away(self, row: _Line) -> None:
        self._drop(row)
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _drop(self, row: _Line) -> None:
        self.rows.remove(row)
        self._lines.removeWidget(row)
        row.hide()
        row.deleteLater()


class _Line(QWidget):
    def __init__(self, day: str, hours: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.day, self.hours = Field(day, self), Field(hours, self)
        self.day.setAccessibleName(tr("hours", "Day that differs"))
        sized(self.day, lambda: self.day.setFixedWidth(scaled(124)))
        self.hours.setAccessibleName(tr("hours", "Hours on that day"))
        self.hours.setPlaceholderText(tr("hours", "Closed"))
        self.away = IconButton("x", tr("hours", "Take this day away"), size=28, parent=self)
        self.problem = PlainLabel("", 12, 500, "over", wraps=True, parent=self)
        self.problem.hide()
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.day)
        line.addWidget(self.hours, 1)
        line.addWidget(self.away)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self.problem)
