"""What stands in the fields of opening hours, as it was typed, and what it means: a calendar, or a sentence a field.

The hours of the workspace, those of one promise and the shifts of one person are all written like this.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from socialdesk.model.calendar import Calendar, OtherDay, Span, Spans, is_zone, overlapping
from socialdesk.model.calendar_form import MOST_OTHER_DAYS
from socialdesk.model.hours_words import AtOnce, NotHours, read_hours, write_hours

tr = QCoreApplication.translate
ZONE, OTHER, WEEK = "zone", "other", "week"
"""The fields; those of the days of the week and of other days have their number behind."""
OFFICE = write_hours((Span(9 * 60, 17 * 60),))
OFFICE_WEEK = (*(OFFICE,) * 5, "", "")


@dataclass(slots=True)
class CalendarForm:
    """The fields as text."""

    zone: str = ""
    week: list[str] = field(default_factory=list[str])
    country: str = ""
    region: str = ""
    others: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    """Day and hours of each other day."""
    kept_zone: str = ""
    """The one that counts at present; this machine may not know it any more."""

    @classmethod
    def of(cls, calendar: Calendar) -> CalendarForm:
        """The fields that hours fill."""
        return cls(
            calendar.zone,
            [write_hours(spans) for spans in calendar.week],
            calendar.country,
            calendar.region,
            [(day_written(one.day), write_hours(one.spans)) for one in calendar.other_days],
            calendar.zone,
        )

    def office(self) -> CalendarForm:
        """Office hours where these are, with the same days off."""
        return CalendarForm(self.zone, list(OFFICE_WEEK), self.country, self.region, list(self.others), self.kept_zone)

    def read(self, problems: dict[str, str], *, may_be_closed: bool = False, gone: str = "") -> Calendar:
        """The hours, without holidays; what is wrong is told by field.

        `gone` is what becomes of them while this machine does not know the zone that they had.
        """
        week = read_week(self.week, problems, may_be_closed=may_be_closed)
        others = self._others(problems)
        if not is_zone(self.zone):
            problems[ZONE] = (
                gone.format(zone=self.zone[:40])
                if gone and self.zone == self.kept_zone
                else tr("hours", "No time zone has this name. Choose one from the list, such as Europe/Paris.")
            )
        return Calendar(self.zone, week, others, self.country, self.region)

    def _others(self, problems: dict[str, str]) -> tuple[OtherDay, ...]:
        found: dict[date, OtherDay] = {}
        for at, (typed_day, typed) in enumerate(self.others):
            name = f"{OTHER}{at}"
            spans = read_day(name, typed, problems)
            day = day_read(typed_day)
            if day is None:
                example = day_written(date(2026, 12, 24))
                problems[name] = tr("hours", "“{typed}” is no date. Write it like {example}.").format(
                    typed=typed_day.strip()[:40], example=example
                )
            elif day in found:
                problems[name] = tr("hours", "This day is there already. Change its hours there, or take one away.")
            elif at >= MOST_OTHER_DAYS:
                problems[name] = tr(
                    "hours", "There may be {most} such days at most. Take those away that are over."
                ).format(most=MOST_OTHER_DAYS)
            else:
                found[day] = OtherDay(day, spans)
        return tuple(found[day] for day in sorted(found))


def kept_hours(one: Calendar) -> tuple[object, ...]:
    """What a person gives of hours: all but the holidays that follow from it."""
    return (one.zone, one.week, tuple(sorted(one.other_days, key=lambda day: day.day)), one.country, one.region)


def read_week(week: list[str], problems: dict[str, str], *, may_be_closed: bool = False) -> tuple[Spans, ...]:
    """The hours of a week; what is wrong is told by day."""
    read = tuple(read_day(f"{WEEK}{day}", typed, problems) for day, typed in enumerate(week))
    if not may_be_closed and not any(name.startswith(WEEK) for name in problems) and not any(read):
        problems[f"{WEEK}0"] = tr("hours", "Nobody is ever there. Give at least one day its hours.")
    for day, spans in enumerate(read):
        name = f"{WEEK}{day}"
        if name not in problems and overlapping(spans, read[(day + 1) % 7]):
            problems[name] = tr(
                "hours", "The night reaches into the hours of the next day. Let one of them begin later."
            )
    return read


def read_day(name: str, typed: str, problems: dict[str, str]) -> Spans:
    """The hours of a day; what is wrong is told at `name`."""
    try:
        return read_hours(typed)
    except AtOnce:
        problems[name] = tr("hours", "Two of these are at the same time. Let one end before the other begins.")
    except NotHours as wrong:
        problems[name] = tr("hours", "“{typed}” is no span of hours. Write it like 9:00–12:00, 14:00–18:00.").format(
            typed=wrong.part[:40]
        )
    return ()


def day_written(day: date) -> str:
    """A date as the reader's language writes it, with all of its year."""
    return QLocale().toString(QDate(day.year, day.month, day.day), _pattern())


def day_read(text: str) -> date | None:
    """A date as the reader's language writes it, or as 2026-12-24; None for anything else."""
    text = text.strip()
    try:
        return date.fromisoformat(text)
    except ValueError:
        pass
    found = QLocale().toDate(text, _pattern())
    return date(found.year(), found.month(), found.day()) if found.isValid() else None


def _pattern() -> str:
    pattern = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    return pattern if "yyyy" in pattern else pattern.replace("yy", "yyyy")
