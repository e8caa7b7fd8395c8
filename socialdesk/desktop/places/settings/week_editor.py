"""The opening hours of a week: a bar to draw on and a field to write in for every day; gives what was typed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.places.settings.week_bars import DayBar, HourScale
from socialdesk.desktop.widgets.plain_text import PlainLabel
from socialdesk.model.calendar import Spans
from socialdesk.model.hours_words import AtOnce, NotHours, read_hours, write_hours

tr = QCoreApplication.translate


class WeekEditor(QWidget):
    """The editor. `edited` tells that something was typed or drawn."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 2)
        grid.addWidget(HourScale(self), 0, 1)
        self.fields: list[QLineEdit] = []
        self.bars: list[DayBar] = []
        self.problems: list[PlainLabel] = []
        for day in range(7):
            name = QLocale().standaloneDayName(day + 1, QLocale.FormatType.LongFormat)
            short = QLocale().standaloneDayName(day + 1, QLocale.FormatType.ShortFormat)
            label = PlainLabel(short, 13, 500, parent=self)
            field = QLineEdit(self)
            field.setMinimumWidth(scaled(130))
            field.setAccessibleName(tr("hours", "Hours on {day}").format(day=name))
            field.setPlaceholderText(tr("hours", "Closed"))
            label.setBuddy(field)
            bar = DayBar(self)
            bar.setAccessibleName(tr("hours", "Draw the hours on {day}").format(day=name))
            problem = PlainLabel("", 12, 500, "over", wraps=True, parent=self)
            problem.hide()
            field.textEdited.connect(self._on_typed)
            bar.changed.connect(lambda spans, day=day: self._on_drawn(day, spans))  # pyright: ignore[reportUnknownLambdaType]
            line = 1 + 2 * day
            grid.addWidget(label, line, 0)
            grid.addWidget(bar, line, 1)
            grid.addWidget(field, line, 2)
            grid.addWidget(problem, line + 1, 1, 1, 2)
            self.fields.append(field)
            self.bars.append(bar)
            self.problems.append(problem)

    def show_week(self, week: list[str]) -> None:
        """Put this into the fields."""
        for field, typed in zip(self.fields, week, strict=True):
            if field.text() != typed:
                field.setText(typed)
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
