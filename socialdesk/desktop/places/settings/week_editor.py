"""The opening hours of a week: a bar to draw on and a field to write in for every day; gives what was typed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from socialdesk.desktop.look.following import sized
from socialdesk.desktop.look.fonts import metrics
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.places.settings.week_bars import DayBar, HourScale
from socialdesk.desktop.widgets.field import Field
from socialdesk.desktop.widgets.plain_text import PlainLabel
from socialdesk.model.calendar import Spans
from socialdesk.model.hours_words import AtOnce, NotHours, read_hours, write_hours

tr = QCoreApplication.translate


class WeekEditor(QWidget):
    """The editor. `edited` tells that something was typed or drawn."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(6)
        names = [QLocale().standaloneDayName(day, QLocale.FormatType.ShortFormat) for day in range(1, 8)]
        self._names_wide = round(max(metrics(13, 500).horizontalAdvance(name) for name in names)) + 4
        column.addLayout(self._line(None, HourScale(self), QWidget(self)))
        self.fields: list[QLineEdit] = []
        self.bars: list[DayBar] = []
        self.problems: list[PlainLabel] = []
        for day, name in enumerate(names):
            whole = QLocale().standaloneDayName(day + 1, QLocale.FormatType.LongFormat)
            field = Field(self)
            sized(field, lambda field=field: field.setMinimumWidth(scaled(96)))
            field.setAccessibleName(tr("hours", "Hours on {day}").format(day=whole))
            field.setPlaceholderText(tr("hours", "Closed"))
            bar = DayBar(self)
            bar.setAccessibleName(tr("hours", "Draw the hours on {day}").format(day=whole))
            label = PlainLabel(name, 13, 500, parent=self)
            label.setBuddy(field)
            problem = PlainLabel("", 12, 500, "over", wraps=True, parent=self)
            problem.hide()
            field.textEdited.connect(self._on_typed)
            bar.changed.connect(partial(self._on_drawn, day))
            column.addLayout(self._line(label, bar, field))
            column.addWidget(problem)
            self.fields.append(field)
            self.bars.append(bar)
            self.problems.append(problem)

    def _line(self, label: QWidget | None, bar: QWidget, field: QWidget) -> QHBoxLayout:
        """Name, bar and field of a day; above them all the scale of the bars."""
        line = QHBoxLayout()
        line.setSpacing(10)
        first = label or QWidget(self)
        first.setFixedWidth(self._names_wide)
        line.addWidget(first)
        line.addWidget(bar, 3)
        line.addWidget(field, 2)
        return line

    def show_week(self, week: list[str]) -> None:
        """Put this into the fields."""
        for field, typed in zip(self.fields, week, strict=True):
            if field.text() != typed:
                field.setText(typed)
                field.setCursorPosition(0)  # where there is little room, when they begin is seen first
        self._paint()

    def week(self) -> list[str]:
        """What stands in the fields."""
        return [field.text() for field in self.fields]

    def say(self, problems: dict[int, str]) -> None:
        """Tell at the fields what is wrong, by day."""
        for day, (field, label) in enumerate(zip(self.fields, self.problems, strict=True)):
            label.setText(problems.get(day, ""))
            label.setVisible(day in problems)
            field.setAccessibleDescription(
                problems.get(day, tr("hours", "Like 9:00–12:00, 14:00–18:00. Empty is closed."))
            )

    def _on_typed(self) -> None:
        self._paint()
        self.edited.emit()

    def _on_drawn(self, day: int, spans: Spans) -> None:
        self.fields[day].setText(write_hours(spans))
        self._on_typed()

    def _paint(self) -> None:
        read = [_or_nothing(typed) for typed in self.week()]
        for day, bar in enumerate(self.bars):
            bar.show_spans(read[day], read[day - 1])


def _or_nothing(typed: str) -> Spans:
    try:
        return read_hours(typed)
    except (NotHours, AtOnce):
        return ()
