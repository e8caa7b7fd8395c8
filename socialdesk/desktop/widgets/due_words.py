"""Says that a reply clock stands still, and until when; the same in the queue and beside the conversation."""

from __future__ import annotations

from datetime import datetime, tzinfo

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from socialdesk.desktop.look.numbers import time_of_day
from socialdesk.model.reply_policy import ReplyPolicy, Target, Unit
from socialdesk.model.thread import Thread

tr = QCoreApplication.translate
_A_WEEK = 6


def outside_hours(due: datetime, now: datetime, zone: tzinfo | None = None) -> str:
    """What stands at a clock that is stopped since nobody is there at this hour."""
    return tr("hours", "Outside hours, due {moment}").format(moment=weekday_and_time(due, now, zone))


def both_clocks(policy: ReplyPolicy, thread: Thread, now: datetime, zone: tzinfo | None = None) -> str:
    """Until when the platform takes an answer and until when one was promised, what ends first first.

    Nothing where the platform takes answers for ever.
    """
    closes, promised = policy.closes_at(thread), policy.promised_until(thread)
    if closes is None:
        return ""
    window = weekday_and_time(closes, now, zone)
    if promised is None:
        if policy.target_of(thread) is None:
            return tr("hours", "The network takes answers until {window}.").format(window=window)
        return tr("hours", "The network takes answers until {window}; the promise waits on the contact.").format(
            window=window
        )
    first = (
        tr("hours", "The network takes answers until {window}; promised until {promised}.")
        if policy.is_by_platform(thread)
        else tr("hours", "Promised until {promised}; the network takes answers until {window}.")
    )
    return first.format(window=window, promised=weekday_and_time(promised, now, zone))


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
