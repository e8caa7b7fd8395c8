"""What stands in the form of hours and targets, as it was typed, and what it means: a policy, or a sentence a field.

It outlives the page, so that what was typed is still there when somebody comes back to it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from socialdesk.model.calendar import ALWAYS, Calendar, OtherDay, Spans, overlapping
from socialdesk.model.hours_words import AtOnce, NotHours, read_hours, read_minutes, write_hours, write_minutes
from socialdesk.model.policy_form import MOST_DAYS, MOST_MINUTES, is_zone
from socialdesk.model.reply_policy import ReplyPolicy, Target, Unit

tr = QCoreApplication.translate
NEVER = "never"
ZONE, WEEK, FIRST, NEXT, OTHER = "zone", "week", "first", "next", "other"
"""The fields; those of the days of the week and of other days have their number behind."""


@dataclass(slots=True)
class HoursForm:
    """The fields as text. `base` is the policy they were filled from."""

    base: ReplyPolicy
    zone: str = ""
    week: list[str] = field(default_factory=list[str])
    first: tuple[str, str] = ("", NEVER)
    """How many, and of what: a unit, or `NEVER`."""
    next: tuple[str, str] = ("", NEVER)
    country: str = ""
    region: str = ""
    others: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    """Day and hours of each other day."""

    @classmethod
    def of(cls, policy: ReplyPolicy) -> HoursForm:
        """The form that a policy fills."""
        calendar = policy.calendar
        return cls(
            policy,
            calendar.zone,
            [write_hours(spans) for spans in calendar.week],
            _written(policy.first),
            _written(policy.next),
            calendar.country,
            calendar.region,
            [(day_written(one.day), write_hours(one.spans)) for one in calendar.other_days],
        )

    @property
    def is_changed(self) -> bool:
        """Whether anything differs from what counts."""
        policy, problems = self.read()
        return bool(problems) or policy is None or kept_of(policy) != kept_of(self.base)

    def read(self) -> tuple[ReplyPolicy | None, dict[str, str]]:
        """The policy, without holidays; or what is wrong, by field. Nothing of a form with a fault counts."""
        problems: dict[str, str] = {}
        week = self._week(problems)
        others = self._others(problems)
        if not is_zone(self.zone):
            problems[ZONE] = tr("hours", "No time zone has this name. Choose one from the list, such as Europe/Paris.")
        first = self._target(FIRST, self.first, problems)
        next_ = self._target(NEXT, self.next, problems)
        if problems:
            return None, problems
        calendar = Calendar(self.zone, week, others, self.country, self.region)
        return replace(self.base, calendar=calendar, first=first, next=next_), {}

    def _week(self, problems: dict[str, str]) -> tuple[Spans, ...]:
        week = tuple(_hours(f"{WEEK}{day}", typed, problems) for day, typed in enumerate(self.week))
        if not problems and not any(week):
            problems[f"{WEEK}0"] = tr("hours", "Nobody is ever there. Give at least one day its hours.")
        for day, spans in enumerate(week):
            name = f"{WEEK}{day}"
            if name not in problems and overlapping(spans, week[(day + 1) % 7]):
                problems[name] = tr(
                    "hours", "The night reaches into the hours of the next day. Let one of them begin later."
                )
        return week

    def _others(self, problems: dict[str, str]) -> tuple[OtherDay, ...]:
        found: dict[date, OtherDay] = {}
        for at, (typed_day, typed) in enumerate(self.others):
            name = f"{OTHER}{at}"
            spans = _hours(name, typed, problems)
            day = day_read(typed_day)
            if day is None:
                example = day_written(date(2026, 12, 24))
                problems[name] = tr("hours", "“{typed}” is no date. Write it like {example}.").format(
                    typed=typed_day.strip()[:40], example=example
                )
            elif day in found:
                problems[name] = tr("hours", "This day is there already. Change its hours there, or take one away.")
            else:
                found[day] = OtherDay(day, spans)
        return tuple(found[day] for day in sorted(found))

    def _target(self, name: str, typed: tuple[str, str], problems: dict[str, str]) -> Target | None:
        amount, unit = typed
        if unit == NEVER:
            return None
        try:
            if unit == Unit.WORKING_DAYS:
                days = int(amount.strip()) if amount.strip().isdecimal() else 0
                if not 0 < days <= MOST_DAYS:
                    problems[name] = tr("hours", "Write a whole number of days, from 1 to {most}.").format(
                        most=MOST_DAYS
                    )
                return Target(days, Unit.WORKING_DAYS)
            minutes = read_minutes(amount)
        except NotHours:
            minutes = 0
        if not 0 < minutes <= MOST_MINUTES:
            most = MOST_MINUTES // 60
            problems[name] = tr(
                "hours", "Write how many hours, such as 4, 1:30 or 45 min, and at most {most} hours."
            ).format(most=most)
        return Target(minutes, Unit(unit))


def kept_of(policy: ReplyPolicy) -> tuple[object, ...]:
    """What a person gives a policy: all but its version and the holidays that follow from it."""
    one = policy.calendar
    return (one.zone, one.week, tuple(sorted(one.other_days, key=lambda day: day.day)), one.country, one.region,
            policy.promises)  # fmt: skip


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


def is_always(week: list[str]) -> bool:
    """Whether the days say that somebody is there at any hour."""
    try:
        return tuple(read_hours(typed) for typed in week) == ALWAYS
    except (NotHours, AtOnce):
        return False


def _pattern() -> str:
    pattern = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    return pattern if "yyyy" in pattern else pattern.replace("yy", "yyyy")


def _hours(name: str, typed: str, problems: dict[str, str]) -> Spans:
    try:
        return read_hours(typed)
    except AtOnce:
        problems[name] = tr("hours", "Two of these are at the same time. Let one end before the other begins.")
    except NotHours as wrong:
        problems[name] = tr("hours", "“{typed}” is no span of hours. Write it like 9:00–12:00, 14:00–18:00.").format(
            typed=wrong.part[:40]
        )
    return ()


def _written(target: Target | None) -> tuple[str, str]:
    if target is None:
        return "", NEVER
    amount = str(target.amount) if target.unit is Unit.WORKING_DAYS else write_minutes(target.amount)
    return amount, target.unit.value
