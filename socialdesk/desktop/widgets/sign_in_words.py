"""Says what sign-ins allow, until when, and what was missed while one had ended; pure, from values."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from socialdesk.desktop.bridge.bridge import PlatformCard
from socialdesk.desktop.look.connector_words import said
from socialdesk.desktop.look.numbers import time_of_day
from socialdesk.model.channel import WARN_BEFORE, Access

tr = QCoreApplication.translate


def permissions(
    card: PlatformCard, granted: Iterable[tuple[str, bool]], handle: str
) -> list[tuple[str, str, bool, str]]:
    """(what it allows, why or what is missing without it, whether it is there, how to get it)."""
    words = {one.key: one for one in card.access}
    found: list[tuple[str, str, bool, str]] = []
    for key, is_granted in granted:
        one = words.get(key)
        if one is not None:
            title = said(one.words, card.words).replace("{handle}", handle)
            why = said(one.why if is_granted else one.missing, card.words)
            found.append((title, why, is_granted, "" if is_granted else said(one.mend, card.words)))
    return found


def moment(at: datetime, now: datetime) -> str:
    """A time of day, with its day when that is not today."""
    there = at.astimezone()
    if there.date() == now.astimezone().date():
        return time_of_day(there)
    return f"{day(at)} {time_of_day(there)}"


def day(at: datetime) -> str:
    """The day of a moment on the clock of this computer, in the long form of the reader's language."""
    there = at.astimezone()
    words = QLocale().toString(QDate(there.year, there.month, there.day), QLocale.FormatType.LongFormat)
    return str(words)


def whole(access: Access, has_gap: bool) -> str:
    """What came in after a sign-in had ended and was renewed."""
    if access.mended_at is None or access.lost_at is None:
        return tr("shell", "Signed in. Nothing had been missed.")
    came = tr("shell", "The gap is filled: %n message(s) came in that you had not seen.", "", access.brought)
    if has_gap:
        return f"{came} {tr('shell', 'Some of it the network no longer gives; the threads show where.')}"
    return f"{came} {tr('shell', 'Nothing is missing.')}"


def missed(access: Access, now: datetime) -> str:
    """What was missed the last time a sign-in had ended, for a week after it came in."""
    if access.lost_at is None:
        return ""
    since = moment(access.lost_at, now)
    if access.mended_at is None:
        return tr("shell", "Nothing came in since {moment}; it is fetched once you sign in.").format(moment=since)
    if now - access.mended_at > WARN_BEFORE:
        return ""
    words = tr("shell", "Away from {start} to {end}: %n message(s) came in afterwards.", "", access.brought)
    return words.format(start=since, end=moment(access.mended_at, now))


def ends(access: Access, now: datetime) -> str:
    """Until when the sign-in lasts, where it has an end."""
    if access.expires_at is None:
        return ""
    if access.expires_at <= now:
        return tr("shell", "The sign-in has ended. Sign in again; nothing is lost.")
    days = (access.expires_at.astimezone().date() - now.astimezone().date()).days
    if access.ends_soon(now):
        left = tr("shell", "The sign-in ends in %n day(s). Sign in again before then, and nothing stops.", "", days)
        return left if days else tr("shell", "The sign-in ends today. Sign in again, and nothing stops.")
    return tr("shell", "The sign-in lasts until {day}.").format(day=day(access.expires_at))
