"""What stands in the fields of one promise, as it was typed, and what it means: a promise, or a sentence a field."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.places.settings.calendar_form import CalendarForm
from socialdesk.model.condition import Condition
from socialdesk.model.condition_cover import always_holds, never_holds
from socialdesk.model.hours_words import NotHours, read_minutes, write_minutes
from socialdesk.model.policy_form import LONGEST_NAME, MOST_DAYS, MOST_MINUTES
from socialdesk.model.reply_policy import DAY_LONG, EVERYTHING, Arrival, Promise, Target, Unit

tr = QCoreApplication.translate
NEVER = "never"
NAME, WHEN, FIRST, NEXT, RESOLUTION, WARNING = "name", "when", "first", "next", "resolution", "warning"
"""The fields, besides those of hours of its own."""
TARGETS = (FIRST, NEXT, RESOLUTION)
_PERCENT = 100


@dataclass(slots=True)
class PromiseForm:
    """The fields as text. The last promise of a list has no name and is for everything else."""

    name: str = ""
    when: Condition = EVERYTHING
    arrives: Arrival = Arrival.ANY
    own: CalendarForm | None = None
    """Hours of its own, with a zone and days off of their own; None for those of the workspace."""
    first: tuple[str, str] = ("", NEVER)
    """How many, and of what: a unit, or `NEVER`."""
    next: tuple[str, str] = ("", NEVER)
    resolution: tuple[str, str] = ("", NEVER)
    warning: str = ""
    pauses: bool = True
    pauses_first: bool = False

    @classmethod
    def of(cls, promise: Promise) -> PromiseForm:
        """The fields that a promise fills."""
        return cls(
            promise.name,
            promise.when,
            promise.arrives,
            None if promise.calendar is None else CalendarForm.of(promise.calendar),
            target_typed(promise.first),
            target_typed(promise.next),
            target_typed(promise.resolution),
            "" if promise.warning is None else str(promise.warning),
            promise.pauses,
            promise.pauses_first,
        )

    @classmethod
    def new(cls, name: str) -> PromiseForm:
        """One that was just added."""
        return replace(cls.of(Promise()), name=name, first=target_typed(DAY_LONG))

    def read(self, problems: dict[str, str], *, is_usual: bool) -> Promise:
        """The promise; what is wrong is told by field."""
        name = "" if is_usual else self.name.strip()
        if not is_usual:
            self._whom(name, problems)
        calendar = None
        if self.own is not None and not is_usual:
            calendar = self.own.read(problems, gone=gone_words())
        return Promise(
            name,
            EVERYTHING if is_usual else self.when,
            Arrival.ANY if is_usual else self.arrives,
            calendar,
            read_target(FIRST, self.first, problems),
            read_target(NEXT, self.next, problems),
            read_target(RESOLUTION, self.resolution, problems),
            self._share(problems),
            self.pauses,
            self.pauses_first and self.pauses,
        )

    def _whom(self, name: str, problems: dict[str, str]) -> None:
        if not name:
            problems[NAME] = tr("hours", "Give it a name: it is shown at every clock that it counts for.")
        elif len(name) > LONGEST_NAME:
            problems[NAME] = tr("hours", "A name has {most} characters at most.").format(most=LONGEST_NAME)
        if never_holds(self.when):
            problems[WHEN] = tr(
                "hours", "This contradicts itself, so it is for nobody. Take one of the conditions away."
            )
        elif always_holds(self.when) and self.arrives is Arrival.ANY:
            problems[WHEN] = tr("hours", "Choose whom this is for. What is for everybody stands last.")

    def _share(self, problems: dict[str, str]) -> int | None:
        typed = self.warning.strip().removesuffix("%").strip()
        if not typed:
            return None
        share = int(typed) if typed.isdecimal() else 0
        if not 0 < share < _PERCENT:
            problems[WARNING] = tr("hours", "Write a share from 1 to 99, or nothing for the last quarter.")
        return share


def gone_words() -> str:
    """What becomes of hours whose time zone this machine does not know any more."""
    return tr(
        "hours",
        "This computer does not know the time zone {zone} any more. Until you choose another, these hours are counted"
        " in UTC.",
    )


def target_typed(target: Target | None) -> tuple[str, str]:
    """A target as its two fields show it."""
    if target is None:
        return "", NEVER
    amount = str(target.amount) if target.unit is Unit.WORKING_DAYS else write_minutes(target.amount)
    return amount, target.unit.value


def read_target(name: str, typed: tuple[str, str], problems: dict[str, str]) -> Target | None:
    """The target that two fields mean; what is wrong is told at `name`."""
    amount, unit = typed
    if unit == NEVER:
        return None
    try:
        if unit == Unit.WORKING_DAYS:
            days = int(amount.strip()) if amount.strip().isdecimal() else 0
            if not 0 < days <= MOST_DAYS:
                problems[name] = tr("hours", "Write a whole number of days, from 1 to {most}.").format(most=MOST_DAYS)
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
