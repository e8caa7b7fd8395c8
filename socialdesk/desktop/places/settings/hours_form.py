"""What stands in the form of hours and targets, as it was typed, and what it means: a policy, or a sentence a field.

It outlives the page, so that what was typed is still there when somebody comes back to it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from socialdesk.desktop.places.settings.promise_form import NAME, WHEN, PromiseForm, read_day, read_week
from socialdesk.model.calendar import Calendar, OtherDay
from socialdesk.model.hours_words import write_hours
from socialdesk.model.policy_form import is_zone
from socialdesk.model.policy_preview import never_counts
from socialdesk.model.reply_policy import Promise, ReplyPolicy

tr = QCoreApplication.translate
ZONE, OTHER = "zone", "other"
"""The fields; those of other days have their number behind, those of a promise its place before: `2/first`."""


@dataclass(slots=True)
class HoursForm:
    """The fields as text. `base` is the policy they were filled from."""

    base: ReplyPolicy
    zone: str = ""
    week: list[str] = field(default_factory=list[str])
    country: str = ""
    region: str = ""
    others: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    """Day and hours of each other day."""
    promises: list[PromiseForm] = field(default_factory=list[PromiseForm])
    """In their order; the last is for everything else."""
    chosen: int = 0
    """The place of the one whose fields are shown."""
    dropped: tuple[int, PromiseForm] | None = None
    """The one that was taken out last and the place it had."""

    @classmethod
    def of(cls, policy: ReplyPolicy) -> HoursForm:
        """The form that a policy fills."""
        calendar = policy.calendar
        promises = [PromiseForm.of(one) for one in policy.promises]
        return cls(
            policy,
            calendar.zone,
            [write_hours(spans) for spans in calendar.week],
            calendar.country,
            calendar.region,
            [(day_written(one.day), write_hours(one.spans)) for one in calendar.other_days],
            promises,
            len(promises) - 1,
        )

    @property
    def is_changed(self) -> bool:
        """Whether anything differs from what counts."""
        policy, problems = self.read()
        return bool(problems) or policy is None or kept_of(policy) != kept_of(self.base)

    def read(self) -> tuple[ReplyPolicy | None, dict[str, str]]:
        """The policy, without holidays; or what is wrong, by field. Nothing of a form with a fault counts."""
        problems: dict[str, str] = {}
        week = read_week(self.week, problems)
        others = self._others(problems)
        if not is_zone(self.zone):
            problems[ZONE] = tr("hours", "No time zone has this name. Choose one from the list, such as Europe/Paris.")
        calendar = Calendar(self.zone, week, others, self.country, self.region)
        *special, usual = self._promises(calendar, problems)
        policy = ReplyPolicy(
            calendar,
            usual.first,
            usual.next,
            self.base.version,
            usual.resolution,
            usual.warning,
            usual.pauses,
            usual.pauses_first,
            tuple(special),
        )
        if not problems:
            self._in_vain(policy, problems)
        return (None, problems) if problems else (policy, {})

    def drop(self, at: int) -> None:
        """Take a promise out; it can be put back."""
        self.dropped = (at, self.promises.pop(at))
        self.chosen = min(at, len(self.promises) - 1)

    def put_back(self) -> None:
        """Put the promise back that was taken out last."""
        if self.dropped is not None:
            at, form = self.dropped
            self.chosen = min(at, len(self.promises) - 1)
            self.promises.insert(self.chosen, form)
            self.dropped = None

    def move(self, at: int, to: int) -> None:
        """Let a promise stand at another place before the last."""
        last = len(self.promises) - 1
        if at < last and 0 <= to < last:
            self.promises.insert(to, self.promises.pop(at))
            self.chosen = to

    def _promises(self, calendar: Calendar, problems: dict[str, str]) -> list[Promise]:
        found: list[Promise] = []
        names: dict[str, int] = {}
        last = len(self.promises) - 1
        for at, form in enumerate(self.promises):
            own: dict[str, str] = {}
            found.append(form.read(calendar, own, is_usual=at == last))
            name = found[-1].name.casefold()
            if at < last and NAME not in own and names.setdefault(name, at) != at:
                own[NAME] = tr("hours", "Another one has this name already.")
            problems |= {f"{at}/{key}": words for key, words in own.items()}
        return found

    def _in_vain(self, policy: ReplyPolicy, problems: dict[str, str]) -> None:
        for at, before in never_counts(policy).items():
            other = policy.special[before].name if before is not None else ""
            problems[f"{at}/{WHEN}"] = tr(
                "hours", "This never counts: “{name}” stands before it and takes all of it. Move it up, or change one."
            ).format(name=other)

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
            else:
                found[day] = OtherDay(day, spans)
        return tuple(found[day] for day in sorted(found))


def kept_of(policy: ReplyPolicy) -> tuple[object, ...]:
    """What a person gives a policy: all but its version and the holidays that follow from it."""
    return (
        _hours_of(policy.calendar),
        tuple(
            (replace(one, calendar=None), None if one.calendar is None else _hours_of(one.calendar))
            for one in policy.promises
        ),
    )


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


def _hours_of(one: Calendar) -> tuple[object, ...]:
    return (one.zone, one.week, tuple(sorted(one.other_days, key=lambda day: day.day)), one.country, one.region)
