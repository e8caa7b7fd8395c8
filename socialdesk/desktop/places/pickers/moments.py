"""Gets moments, gives the words of the snooze list and of its foot in the reader's language; knows no widgets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, QTime, QTimeZone

from socialdesk.desktop.look.numbers import time_of_day
from socialdesk.model.snooze import Choice, Offer


@dataclass(frozen=True, slots=True)
class Foot:
    """What the foot of the snooze list says: a bold line and a plain one."""

    title: str
    text: str
    is_late: bool = False


def icon_of(choice: Choice) -> str:
    """The icon of a choice."""
    match choice:
        case Choice.IN_ONE_HOUR:
            return "clock"
        case Choice.THIS_EVENING:
            return "sun"
        case Choice.TOMORROW_MORNING:
            return "coffee"
        case Choice.NEXT_WORKING_DAY:
            return "briefcase"
        case Choice.WHEN_THEY_ANSWER:
            return "arrow-bend-up-left"
        case Choice.PICK:
            return "calendar-blank"


def words_of(choice: Choice) -> str:
    """The words of a choice."""
    match choice:
        case Choice.IN_ONE_HOUR:
            return _tr("In 1 hour")
        case Choice.THIS_EVENING:
            return _tr("This evening")
        case Choice.TOMORROW_MORNING:
            return _tr("Tomorrow morning")
        case Choice.NEXT_WORKING_DAY:
            return _tr("Next working day")
        case Choice.WHEN_THEY_ANSWER:
            return _tr("When they answer")
        case Choice.PICK:
            return _tr("Pick a day and time")


def moment_words(moment: datetime, now: datetime, zone: tzinfo) -> str:
    """A moment as short as it can be said: "17:43" today, "Sat 09:00" within a week, else with its date."""
    there, here = moment.astimezone(zone), now.astimezone(zone)
    clock = time_of_day(there, wide=True)
    days = (there.date() - here.date()).days
    if days == 0:
        return clock
    locale = QLocale()
    if 0 < days < 7:
        return f"{locale.dayName(there.isoweekday(), QLocale.FormatType.ShortFormat)} {clock}"
    year = f" {there.year}" if there.year != here.year else ""
    return f"{there.day} {locale.monthName(there.month, QLocale.FormatType.ShortFormat)}{year} {clock}"


def exact_words(moment: datetime, zone: tzinfo) -> str:
    """A moment with its day and date in full, so that what was understood can be checked: "Tuesday 17 June, 15:00"."""
    there = moment.astimezone(zone)
    day = QLocale().toString(QDate(there.year, there.month, there.day), QLocale.FormatType.LongFormat)
    return f"{day}, {time_of_day(there, wide=True)}"


def offer_words(offer: Offer, now: datetime, zone: tzinfo) -> str:
    """The moment of an offer, or nothing where it is none."""
    return "" if offer.until is None else moment_words(offer.until, now, zone)


def span_words(span: timedelta) -> str:
    """A span in the two largest units that say something: "12 min", "3 h 10", "2 d"."""
    minutes = max(1, int(span.total_seconds() // 60))
    if minutes < 60:
        return _tr("%1 min", "minutes").replace("%1", str(minutes))
    if minutes < 24 * 60:
        hours, rest = divmod(minutes, 60)
        if rest:
            return _tr("%1 h %2", "hours and minutes").replace("%1", str(hours)).replace("%2", f"{rest:02}")
        return _tr("%1 h", "hours").replace("%1", str(hours))
    return _tr("%1 d", "days").replace("%1", str(minutes // (24 * 60)))


def foot(due: datetime | None, until: datetime | None, now: datetime, zone: tzinfo) -> Foot | None:
    """What snoozing until `until` means for a thread due at `due`; None where nothing is due."""
    if due is None:
        return None
    title = _tr("The reply clock keeps running.")
    if due <= now:
        late = _tr("This one is already %1 late.", "%1: a span such as 12 min")
        return Foot(title, late.replace("%1", span_words(now - due)), is_late=True)
    if until is not None and due < until:
        text = _tr("An answer is due %1, before it comes back.", "%1: a moment such as Sat 09:00")
        return Foot(title, text.replace("%1", moment_words(due, now, zone)), is_late=True)
    return Foot(title, _tr("An answer is due %1.").replace("%1", moment_words(due, now, zone)))


def from_field(shown: QDateTime, zone: tzinfo) -> datetime:
    """The aware UTC moment that a field means with its day and wall clock, in the reader's zone."""
    day, clock = shown.date(), shown.time()
    there = datetime(day.year(), day.month(), day.day(), clock.hour(), clock.minute(), tzinfo=zone)
    return there.astimezone(UTC)


def to_field(moment: datetime, zone: tzinfo) -> QDateTime:
    """The day and wall clock of a moment in the reader's zone, for a field that itself runs on UTC.

    A field with a zone of its own would jump where clocks change; one on UTC shows whatever it is given.
    """
    there = moment.astimezone(zone)
    return QDateTime(QDate(there.year, there.month, there.day), QTime(there.hour, there.minute), QTimeZone.utc())


def _tr(words: str, comment: str = "") -> str:
    return QCoreApplication.translate("Snooze", words, comment or None)
