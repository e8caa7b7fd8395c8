"""Says that a reply clock stands still, and until when; the same in the queue and beside the conversation."""

from __future__ import annotations

from datetime import datetime, tzinfo

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from socialdesk.desktop.look.numbers import time_of_day
from socialdesk.model.reply_policy import Target, Unit

tr = QCoreApplication.translate
_A_WEEK = 6


def outside_hours(due: datetime, now: datetime, zone: tzinfo | None = None) -> str:
    """What stands at a clock that is stopped since nobody is there at this hour."""
    return tr("hours", "Outside hours, due {moment}").format(moment=weekday_and_time(due, now, zone))


def target_words(target: Target) -> str:
    """How long an answer may take, never ambiguous: by the real clock, of opening hours, or working days."""
    if target.unit is Unit.WORKING_DAYS:
        return tr("hours", "%n working day(s)", "", target.amount)
    hours, minutes = divmod(target.amount, 60)
    if not hours:
        span = tr("hours", "{minutes} min").format(minutes=minutes)
    elif minutes:
        span = tr("hours", "{hours} h {minutes}").format(hours=hours, minutes=f"{minutes:02}")
    else:
        span = tr("hours", "{hours} h").format(hours=hours)
    return span if target.unit is Unit.HOURS else tr("hours", "{span} of opening hours").format(span=span)


def weekday_and_time(at: datetime, now: datetime, zone: tzinfo | None = None) -> str:
    """A moment within days: "9:20" today, "Mon 9:20" this week, "14 Dec 9:20" later."""
    here, today = at.astimezone(zone), now.astimezone(zone).date()
    days = (here.date() - today).days
    if not days:
        return time_of_day(here)
    if 0 < days <= _A_WEEK:
        day = QLocale().dayName(here.isoweekday(), QLocale.FormatType.ShortFormat)
    else:
        day = QLocale().toString(QDate(here.year, here.month, here.day), "d MMM")
    return f"{day} {time_of_day(here)}"
