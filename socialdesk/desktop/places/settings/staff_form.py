"""What stands in the form of how a member works, as it was typed, and what it means: a value, or a sentence a field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QLocale

from socialdesk.desktop.places.settings.calendar_form import CalendarForm, day_read, day_written, kept_hours
from socialdesk.desktop.widgets.topic_words import skills_shown, skills_typed
from socialdesk.model.calendar import Calendar, is_zone
from socialdesk.model.hours_words import NotHours, read_minutes, write_minutes
from socialdesk.model.identifiers import ChannelId, PersonId
from socialdesk.model.shift import Cover, Staff, circle
from socialdesk.model.staff_form import LONGEST_WORD, MOST_CAPACITY, MOST_LATE_MIN, MOST_WORDS

tr = QCoreApplication.translate
LANGUAGES, SKILLS, CAPACITY, LATE, UNTIL, COVER = "languages", "skills", "capacity", "late", "until", "cover"
"""The fields, besides those of the shifts."""


@dataclass(slots=True)
class StaffForm:
    """The fields as text. `base` is what they were filled from, at the revision `rev`."""

    base: Staff
    rev: int = 0
    shifts: CalendarForm = field(default_factory=CalendarForm)
    languages: str = ""
    skills: str = ""
    capacity: str = ""
    channels: frozenset[int] = frozenset()
    """The only ones they take from; none for all."""
    on_call: bool = False
    cover: int = 0
    """Who answers instead; 0 for nobody."""
    while_away: bool = True
    late: str = ""
    until: str = ""

    @classmethod
    def of(cls, staff: Staff, rev: int) -> StaffForm:
        """The form that somebody's way to work fills."""
        cover = staff.cover
        return cls(
            staff,
            rev,
            CalendarForm.of(staff.shifts),
            ", ".join(staff.languages),
            ", ".join(skills_shown(staff.skills)),
            str(staff.capacity),
            frozenset(staff.channels),
            staff.on_call,
            cover.person if cover else 0,
            cover.while_away if cover else True,
            write_minutes(cover.late_min) if cover and cover.late_min is not None else "",
            _day_before(cover.until, staff.shifts.zone) if cover and cover.until else "",
        )

    def is_changed(self, people: Mapping[PersonId, Staff]) -> bool:
        """Whether anything differs from what counts."""
        staff, problems = self.read(people)
        return bool(problems) or staff is None or kept_of(staff) != kept_of(self.base)

    def read(
        self, people: Mapping[PersonId, Staff], names: Mapping[PersonId, str] | None = None
    ) -> tuple[Staff | None, dict[str, str]]:
        """How the member works; or what is wrong, by field. Nothing of a form with a fault counts."""
        problems: dict[str, str] = {}
        gone = tr(
            "people",
            "This computer does not know the time zone {zone} any more, so nothing is given to them by itself. Choose"
            " another.",
        )
        calendar = self.shifts.read(problems, may_be_closed=True, gone=gone)
        languages = self._languages(problems)
        skills = skills_typed(_words(self.skills))
        if len(skills) > MOST_WORDS // 2 or any(len(one) > LONGEST_WORD for one in skills):
            problems[SKILLS] = tr("people", "Write a few tags, with a comma between them.")
        capacity = int(self.capacity) if self.capacity.strip().isdecimal() and len(self.capacity.strip()) < 5 else -1
        if not 0 <= capacity <= MOST_CAPACITY:
            problems[CAPACITY] = tr("people", "Write a whole number from 0 to {most}.").format(most=MOST_CAPACITY)
        cover = self._cover(people, names or {}, problems)
        if problems:
            return None, problems
        base, channels = self.base, tuple(ChannelId(one) for one in sorted(self.channels))
        return Staff(base.person, calendar, languages, skills, channels, capacity, cover, self.on_call, base.away), {}

    def _languages(self, problems: dict[str, str]) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for word in _words(self.languages):
            code = language_code(word)
            if not code:
                problems[LANGUAGES] = tr(
                    "people", "“{typed}” is no language known here. Write it like “fr, en” or “French, English”."
                ).format(typed=word[:40])
                return ()
            found[code] = None
        return tuple(found)

    def _cover(
        self, people: Mapping[PersonId, Staff], names: Mapping[PersonId, str], problems: dict[str, str]
    ) -> Cover | None:
        if not self.cover:
            return None
        other = PersonId(self.cover)
        path = circle(people, self.base.person, other)
        if path:
            who = " → ".join(names.get(one, "?") for one in path)
            problems[COVER] = tr(
                "people", "They would stand in for each other in a circle: {who}. Choose somebody else."
            ).format(who=who)
        late = None
        if self.late.strip():
            try:
                late = read_minutes(self.late)
            except NotHours:
                late = -1
            if not 0 <= late <= MOST_LATE_MIN:
                problems[LATE] = tr(
                    "people", "Write how late, such as 1:30 or 45 min, and at most {most} hours; or leave it empty."
                ).format(most=MOST_LATE_MIN // 60)
        if late is None and not self.while_away:
            problems[LATE] = tr("people", "Say when they answer: while this person is away, or what is late.")
        until = self._until(problems)
        return Cover(other, self.while_away, late, until)

    def _until(self, problems: dict[str, str]) -> datetime | None:
        if not self.until.strip():
            return None
        day = day_read(self.until)
        if day is None:
            problems[UNTIL] = tr("hours", "“{typed}” is no date. Write it like {example}.").format(
                typed=self.until.strip()[:40], example=day_written(date(2026, 12, 24))
            )
            return None
        zone = ZoneInfo(self.shifts.zone) if is_zone(self.shifts.zone) else UTC
        return datetime.combine(day + timedelta(days=1), datetime.min.time(), zone).astimezone(UTC)


def kept_of(staff: Staff) -> tuple[object, ...]:
    """What a person says of how somebody works: all but the absences and the holidays that follow from it."""
    return replace(staff, away=(), shifts=Calendar()), kept_hours(staff.shifts)


def language_code(word: str) -> str:
    """The code of a language written as "fr", "French" or "français"; nothing for anything else."""
    word = word.casefold()
    if len(word) in {2, 3} and QLocale.codeToLanguage(word) is not QLocale.Language.AnyLanguage:
        return QLocale.languageToCode(QLocale.codeToLanguage(word))
    for language in QLocale.Language:
        if language in {QLocale.Language.AnyLanguage, QLocale.Language.C}:
            continue
        names = {QLocale.languageToString(language).casefold(), QLocale(language).nativeLanguageName().casefold()}
        if word in names and (code := QLocale.languageToCode(language)):
            return code
    return ""


def _words(typed: str) -> list[str]:
    return [word for part in typed.replace(";", ",").split(",") if (word := " ".join(part.split()))]


def _day_before(until: datetime, zone: str) -> str:
    """The last whole day before a midnight."""
    there = until.astimezone(ZoneInfo(zone) if is_zone(zone) else UTC)
    return day_written((there - timedelta(seconds=1)).date())
