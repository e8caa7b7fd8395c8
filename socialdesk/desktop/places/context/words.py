"""Gives the words of the context panel: the reply clock, moments, languages; knows no widget."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from socialdesk.desktop.look.numbers import time_of_day
from socialdesk.model.triage import ClockState, ReplyClock

tr = QCoreApplication.translate


def span(length: timedelta) -> str:
    """A length of time as people say it: 18 min, 3 h 10, 2 d. Never seconds."""
    minutes = max(1, length // timedelta(minutes=1))
    if minutes < 60:
        return tr("context", "{minutes} min").format(minutes=minutes)
    hours, rest = divmod(minutes, 60)
    if hours < 24:
        return tr("context", "{hours} h {minutes}").format(hours=hours, minutes=f"{rest:02}") if rest else whole(hours)
    return tr("context", "{days} d").format(days=hours // 24)


def whole(hours: int) -> str:
    """A round number of hours."""
    return tr("context", "{hours} h").format(hours=hours)


def clock(reply: ReplyClock, zone: tzinfo | None = None) -> str:
    """What the reply clock says."""
    match reply.state:
        case ClockState.LATE:
            return tr("context", "{span} late").format(span=span(reply.left))
        case ClockState.SOON | ClockState.RUNNING:
            return span(reply.left)
        case ClockState.PAUSED if reply.due is not None:
            from socialdesk.desktop.widgets.due_words import outside_hours  # seldom, and not in the first frame

            return outside_hours(reply.due, reply.due - reply.left, zone)
        case ClockState.PAUSED:
            return tr("context", "Waiting on contact")
        case ClockState.MET:
            return tr("context", "Answered in {span}").format(span=span(reply.left))
        case ClockState.NONE:
            return ""


def open_left(left: timedelta | None) -> str:
    """How much of opening hours is left until an answer is due; nothing where the real clock counts."""
    if left is None:
        return ""
    return tr("context", "Opening hours left until then: {span}").format(span=span(left)) if left else ""


def moment(at: datetime, now: datetime, zone: tzinfo | None, locale: QLocale) -> str:
    """A time today, else with its day."""
    here = at.astimezone(zone)
    time = time_of_day(here)
    return time if here.date() == now.astimezone(zone).date() else f"{day(at, now, zone, locale)} {time}"


def day(at: datetime, now: datetime, zone: tzinfo | None, locale: QLocale) -> str:
    """A short date, with its year where that is another."""
    here = at.astimezone(zone)
    pattern = "d MMM" if here.year == now.astimezone(zone).year else "MMM yyyy"
    return locale.toString(QDate(here.year, here.month, here.day), pattern)


def clock_there(here: datetime) -> str:
    """The time on a clock that stands elsewhere."""
    return time_of_day(here)


def language(code: str, locale: QLocale) -> str:
    """The name of a language in the reader's own."""
    found = QLocale(code)
    if found.language() is QLocale.Language.C:
        return code.upper()
    if locale.language() is QLocale.Language.French:
        name = found.nativeLanguageName() if code == "fr" else QLocale.languageToString(found.language())
        return name[:1].upper() + name[1:]
    return QLocale.languageToString(found.language())
