"""Reads when a thread shall come back from what somebody typed, in English or French; gives a moment or None.

Both languages are understood at once, whatever the window speaks. Times are those of the reader's own wall clock: an
hour that the clock skips in spring is the one after it, of an hour that comes twice in autumn the first is meant.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from socialdesk.model.snooze import EVENING, MORNING

AFTERNOON, NOON = time(14), time(12)
LONGEST = timedelta(days=2 * 366)
"""Nothing is put off for longer: such a date is a slip of the hand."""

_DAYS: dict[str, int] = {
    **dict.fromkeys(("mon", "monday", "lun", "lundi"), 0),
    **dict.fromkeys(("tue", "tues", "tuesday", "mar", "mardi"), 1),
    **dict.fromkeys(("wed", "wednesday", "mer", "mercredi"), 2),
    **dict.fromkeys(("thu", "thur", "thurs", "thursday", "jeu", "jeudi"), 3),
    **dict.fromkeys(("fri", "friday", "ven", "vendredi"), 4),
    **dict.fromkeys(("sat", "saturday", "sam", "samedi"), 5),
    **dict.fromkeys(("sun", "sunday", "dim", "dimanche"), 6),
}
_MONTHS: dict[str, int] = {
    **dict.fromkeys(("jan", "january", "janv", "janvier"), 1),
    **dict.fromkeys(("feb", "february", "fev", "fevr", "fevrier"), 2),
    **dict.fromkeys(("mar", "march", "mars"), 3),
    **dict.fromkeys(("apr", "april", "avr", "avril"), 4),
    **dict.fromkeys(("may", "mai"), 5),
    **dict.fromkeys(("jun", "june", "juin"), 6),
    **dict.fromkeys(("jul", "july", "juil", "juillet"), 7),
    **dict.fromkeys(("aug", "august", "aout"), 8),
    **dict.fromkeys(("sep", "sept", "september", "septembre"), 9),
    **dict.fromkeys(("oct", "october", "octobre"), 10),
    **dict.fromkeys(("nov", "november", "novembre"), 11),
    **dict.fromkeys(("dec", "december", "decembre"), 12),
}
_PARTS: dict[str, time] = {
    **dict.fromkeys(("morning", "matin", "in the morning", "au matin", "le matin"), MORNING),
    **dict.fromkeys(("noon", "midday", "midi", "lunch"), NOON),
    **dict.fromkeys(("afternoon", "apres-midi", "apres midi", "aprem", "in the afternoon", "l'apres-midi"), AFTERNOON),
    **dict.fromkeys(("evening", "tonight", "soir", "le soir", "in the evening"), EVENING),
}
_NUMBERS: dict[str, int] = {
    **dict.fromkeys(("a", "an", "one", "un", "une"), 1),
    **dict.fromkeys(("two", "deux"), 2),
    **dict.fromkeys(("three", "trois"), 3),
    **dict.fromkeys(("four", "quatre"), 4),
    **dict.fromkeys(("five", "cinq"), 5),
    "six": 6,
    **dict.fromkeys(("ten", "dix"), 10),
}
_MINUTES: dict[str, int] = {
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes", "mn"), 1),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours", "heure", "heures"), 60),
}
_DAYS_OF: dict[str, int] = {
    **dict.fromkeys(("d", "day", "days", "j", "jour", "jours"), 1),
    **dict.fromkeys(("w", "week", "weeks", "sem", "semaine", "semaines"), 7),
    **dict.fromkeys(("fortnight", "fortnights"), 14),
}
_MONTHS_OF = ("month", "months", "mois")
_NUMBER = rf"(\d{{1,4}}|{'|'.join(_NUMBERS)})"
_SPAN = re.compile(rf"(?:in |dans |d'ici )?{_NUMBER} ?([a-z]+)(?:(?: and | et | )?(\d{{1,2}}) ?(?:m|min|mn)?)?$")
_HALF = {"half an hour", "une demi-heure", "une demi heure", "in half an hour", "dans une demi-heure"}
_CLOCK = re.compile(
    r"(?:(?:at|a|@|vers|around) ?)?(?:(\d{1,2})(?: ?(?:[:h.]|heures?) ?(\d{2})?)? ?(am|pm|a\.m\.|p\.m\.)?)$"
)
_WITH_MARK = re.compile(r"(?:at |a |@|vers |around )|[:h]|am$|pm$|\.m\.$|heure")


def understood(typed: str, now: datetime, zone: tzinfo) -> datetime | None:
    """The moment that `typed` means at `now` in the reader's zone, in UTC; None when it means none that is to come."""
    words = _plain(typed)
    if not words:
        return None
    found = _span(words, now, zone) or _dated(words, now.astimezone(zone), zone)
    return found if found is not None and now < found <= now + LONGEST else None


def _plain(typed: str) -> str:
    """Without case, accents, points after short words and spare room; capped, since nobody types a novel here."""
    parts = unicodedata.normalize("NFKD", typed[:60].casefold().replace("\u2019", "'"))
    bare = "".join(letter for letter in parts if not unicodedata.combining(letter))
    return " ".join(re.sub(r"(?<=[a-z])\.(?!m)|,", " ", bare).split())


def _span(words: str, now: datetime, zone: tzinfo) -> datetime | None:
    """A length of time from now: hours by the real clock, days by the calendar."""
    if words in _HALF:
        return now.astimezone(UTC) + timedelta(minutes=30)
    match = _SPAN.fullmatch(words)
    if match is None:
        return None
    number = _NUMBERS[match[1]] if match[1] in _NUMBERS else int(match[1])
    has_word = words.startswith(("in ", "dans ", "d'ici "))
    unit, more = match[2], int(match[3] or 0)
    if unit in _MINUTES and (has_word or unit not in {"h", "m"} or match[1] in _NUMBERS):
        return now.astimezone(UTC) + timedelta(minutes=number * _MINUTES[unit] + more)
    if unit in _DAYS_OF and not match[3]:
        here = now.astimezone(zone)
        return _at(here.date() + timedelta(days=number * _DAYS_OF[unit]), here.time(), zone)
    if unit in _MONTHS_OF and not match[3]:
        here = now.astimezone(zone)
        return _at(_months_on(here.date(), number), here.time(), zone)
    return None


def _months_on(day: date, number: int) -> date:
    """The same day of a month to come, or the last one where that month is shorter."""
    years, month = divmod(day.month - 1 + min(number, 1_200), 12)
    for last in range(day.day, 0, -1):
        found = _valid(day.year + years, month + 1, last)
        if found is not None:
            return found
    return day


def _dated(words: str, here: datetime, zone: tzinfo) -> datetime | None:
    """A day with or without a time, or a time alone: the next one that is to come."""
    today = here.date()
    alone = _time(words)
    if alone is not None:
        soon = _at(today, alone, zone)
        return soon if soon > here else _at(today + timedelta(days=1), alone, zone)
    for cut in _cuts(words):
        head, tail = words[:cut].strip(), words[cut:].strip()
        clock = MORNING if not tail else _time(tail)
        days = _day(head, today) if clock is not None else None
        if days is None or clock is None:
            continue
        found = _at(days[0], clock, zone)
        return found if found > here else _at(days[1], clock, zone)
    return None


def _cuts(words: str) -> list[int]:
    """Where the day may end and the time begin: at the end, then before each word from the last."""
    return [len(words), *sorted((at for at, letter in enumerate(words) if letter == " "), reverse=True)]


def _time(words: str) -> time | None:
    """A time of day: "9h", "9h30", "9:05", "3pm", "at 15", "midi", "evening"."""
    bare = re.sub(r"^(?:at|a) ", "", words)
    if bare in _PARTS:
        return _PARTS[bare]
    if words in {"tonight", "ce soir", "this evening"}:
        return EVENING
    match = _CLOCK.fullmatch(words)
    if match is None or not _WITH_MARK.search(words):
        return None
    hour, minute, half = int(match[1]), int(match[2] or 0), (match[3] or "").replace(".", "")
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _day(words: str, today: date) -> tuple[date, date] | None:
    """The day that words mean, and the one after it, should that be past."""

    def by(days: int, then: int = 0) -> tuple[date, date]:
        return today + timedelta(days=days), today + timedelta(days=days + then)

    if words in {"today", "aujourd'hui", "this", "ce", "cet"}:
        return by(0)
    if words in {"tomorrow", "demain", "tmr", "tomorow"}:
        return by(1)
    if words in {"day after tomorrow", "the day after tomorrow", "apres-demain", "apres demain"}:
        return by(2)
    if words in {"next week", "la semaine prochaine", "semaine prochaine"}:
        return by(7 - today.weekday())
    if words in {"weekend", "the weekend", "this weekend", "le week-end", "ce week-end", "le weekend"}:
        return by((5 - today.weekday()) % 7, 7)
    if words in {"next month", "le mois prochain", "mois prochain"}:
        first = date(today.year + today.month // 12, today.month % 12 + 1, 1)
        return first, first
    bare = re.sub(r"^(?:on|this|le|ce|next) | (?:prochain|next)$", "", words)
    if bare in _DAYS:
        return by((_DAYS[bare] - today.weekday()) % 7, 7)
    return _calendar_day(bare, today)


def _calendar_day(words: str, today: date) -> tuple[date, date] | None:
    """The next such day: 24 dec, dec 24, 24/12, 24.12.2027, 2026-12-24, 1er mars."""
    written = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", words)
    if written:
        return _fixed(int(written[1]), int(written[2]), int(written[3]))
    numbers = re.fullmatch(r"(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}|\d{2}))?", words)
    named = re.fullmatch(r"(\d{1,2})(?:er|st|nd|rd|th)? ([a-z]+)(?: (\d{4}))?", words)
    turned = re.fullmatch(r"([a-z]+) (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?", words)
    if numbers:
        # Day before month, as both languages write it in Europe.
        day, month, year = int(numbers[1]), int(numbers[2]), numbers[3]
    elif named and named[2] in _MONTHS:
        day, month, year = int(named[1]), _MONTHS[named[2]], named[3]
    elif turned and turned[1] in _MONTHS:
        day, month, year = int(turned[2]), _MONTHS[turned[1]], turned[3]
    else:
        return None
    if year:
        return _fixed(int(year) + (2000 if len(year) == 2 else 0), month, day)
    found = _valid(today.year, month, day)
    if found is None or found < today:
        found = _valid(today.year + 1, month, day) or found
    if found is None:
        return None
    following = _valid(found.year + 1, month, day) or found
    return found, following


def _fixed(year: int, month: int, day: int) -> tuple[date, date] | None:
    found = _valid(year, month, day)
    return None if found is None else (found, found)


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _at(day: date, clock: time, zone: tzinfo) -> datetime:
    """A wall-clock time; of one that comes twice the first, of one that is skipped the same span after midnight."""
    return datetime.combine(day, clock.replace(tzinfo=None, fold=0), zone).astimezone(UTC)
