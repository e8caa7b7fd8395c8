"""Decides whether what was typed into a blank of a saved reply is of its kind: a number, a day, a link, a choice.

Lenient in form and strict in kind: a day may be “17/06”, “samedi” or “tomorrow”, but there is no 31/02. Knows no clock,
so it never says that a day is past.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from socialdesk.model.saved_reply import BlankType, plain
from socialdesk.support.pattern import pattern

_UNIT = r"\p{Sc}|%|°|(?i:h|min|s|kg|g|km|m|cm|mm|l|cl|ml|eur|usd|gbp|chf|x)"
_NUMBER = pattern(rf"^[+\-−]?\p{{Sc}}?\s?\p{{Nd}}[\p{{Nd}}.,'’\u00a0\u202f ]*(?:\s?(?:{_UNIT}))?$")
_LINK = pattern(
    r"^(?i:https?://)?(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}(?::\d{1,5})?(?:[/?#]\S*)?$"
)
_NUMERIC_DAY = pattern(r"^(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[/.](\d{1,2})(?:[/.](\d{2}|\d{4}))?\.?)$")
_WORD = pattern(r"[\p{L}]{3,}")
_ENDS = frozenset(" \n\u2028\u2029\u00a0\u202f.,;:!?)…")
_STOPS = frozenset("\n\u2028\u2029.,;:!?)…")
_DAY_WORDS = """
monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun today tonight tomorrow weekend week
month january february march april may june july august september october november december jan feb mar apr jun jul aug
sep sept oct nov dec lundi mardi mercredi jeudi vendredi samedi dimanche aujourd demain semaine mois soir matin midi
janvier février mars avril mai juin juillet août septembre octobre novembre décembre montag dienstag mittwoch donnerstag
freitag samstag sonntag heute morgen übermorgen woche januar februar märz juni juli dezember lunes martes miércoles
jueves viernes sábado domingo hoy mañana semana enero febrero marzo abril mayo junio julio agosto septiembre octubre
noviembre diciembre lunedì martedì mercoledì giovedì venerdì sabato domenica oggi domani settimana gennaio febbraio
aprile maggio giugno luglio settembre ottobre dicembre
"""
_DAYS = frozenset(plain(word) for word in _DAY_WORDS.split())


class Wrong(StrEnum):
    """Why what was typed does not fit."""

    NUMBER = "number"
    DATE = "date"
    NO_SUCH_DAY = "no such day"
    LINK = "link"
    CHOICE = "choice"


def wrong(kind: BlankType, values: Sequence[str], text: str) -> Wrong | None:
    """What is wrong with a text in a blank; None where it fits."""
    said = text.strip()
    match kind:
        case BlankType.TEXT:
            return None
        case BlankType.NUMBER:
            return None if _NUMBER.match(said) else Wrong.NUMBER
        case BlankType.DATE:
            return _wrong_day(said)
        case BlankType.LINK:
            return None if _LINK.match(said) else Wrong.LINK
        case BlankType.CHOICE:
            # A blank that offers nothing takes anything: it could never be filled otherwise.
            return None if not values or plain(said) in {plain(one) for one in values} else Wrong.CHOICE


def is_begun(kind: BlankType, values: Sequence[str], text: str) -> bool:
    """Whether a text that does not fit yet may become one that does with what is typed next."""
    said = text.strip().casefold()
    if kind is BlankType.LINK:
        return not any(letter.isspace() for letter in said) and (
            "." not in said or said.startswith(("http://", "https://", "www."))
        )
    if kind is BlankType.CHOICE:
        return any(plain(one).startswith(plain(said)) for one in values)
    if kind is BlankType.DATE:
        return any(word.startswith(plain(said)) for word in _DAYS)
    return said in {"+", "-", "−"}


def end_of(kind: BlankType, values: Sequence[str], text: str) -> int:
    """Where, in a text that begins in a blank, its value ends and the sentence goes on; 0 where it never fits."""
    if kind is BlankType.DATE:
        for at in range(1, len(text)):
            is_end = text[at] in _STOPS and text[at + 1 : at + 2].strip() == ""
            if is_end and wrong(kind, values, text[:at]) is None:
                return at
    if wrong(kind, values, text) is None and not text[-1:].isspace():
        return len(text)
    for at in range(len(text) - 1, 0, -1):
        if text[at] in _ENDS and not text[at - 1].isspace() and wrong(kind, values, text[:at]) is None:
            return at
    return 0


def _wrong_day(said: str) -> Wrong | None:
    numeric = _NUMERIC_DAY.match(said)
    if numeric is None:
        words = {plain(found.group()) for found in _WORD.finditer(said)}
        has_digit = any(letter.isdigit() for letter in said)
        # A day of the month alone, “the 12th”, or a word for one in a language we know.
        return None if words & _DAYS or (has_digit and len(said) <= 40) else Wrong.DATE
    year, month, day, first, second, short = numeric.groups()
    if year:
        return None if _exists(int(year), int(month), int(day)) else Wrong.NO_SUCH_DAY
    written = 2000 + int(short) if short and len(short) == 2 else int(short or 2024)  # without a year: 29/02 may be
    # 06/17 and 17/06 are both written; it is a day if either is.
    either = _exists(written, int(second), int(first)) or _exists(written, int(first), int(second))
    return None if either else Wrong.NO_SUCH_DAY


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
