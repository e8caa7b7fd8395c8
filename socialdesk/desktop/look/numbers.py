"""Writes numbers and times of day as the reader's language does; the one place that knows, and it asks QLocale."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QLocale

MANY = 9_999


def number(value: int) -> str:
    """A whole number in groups of three: 1,284 in English, 1 284 in French."""
    locale = QLocale()
    if locale.language() is QLocale.Language.C:  # nobody chose a language: it writes no groups
        locale = QLocale(QLocale.Language.English)
    return locale.toString(value)


def dollars(mills: int) -> str:
    """An amount in US dollars, given in thousandths: $0.015, $12.50."""
    amount = QLocale().toString(mills / 1000, "f", 3 if mills % 10 else 2)
    return (
        f"${amount}" if QLocale().language() in (QLocale.Language.C, QLocale.Language.English) else f"{amount}\u202f$"
    )


def count(value: int) -> str:
    """A number beside a view or a head, which says "9,999+" above that."""
    return number(value) if value <= MANY else f"{number(MANY)}+"


def time_of_day(there: datetime, *, wide: bool = False) -> str:
    """A time on the reader's wall clock: 9:02 in English, 09:02 in others and wherever it is `wide`."""
    if wide or QLocale().language() not in (QLocale.Language.C, QLocale.Language.English):
        return f"{there.hour:02}:{there.minute:02}"
    return f"{there.hour}:{there.minute:02}"
