"""Gives days as the reader of an answer writes them."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale


def in_words(day: date, language: str) -> str:
    """A day in a language, such as 17 June or 17 juin; with the year, since answers are read later."""
    locale = QLocale(language or "en")
    return locale.toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)


def day_in_words(iso: str) -> str:
    """A day in ISO form for whoever sits at the desk; as it is where it is none."""
    found = QDate.fromString(iso, "yyyy-MM-dd")
    return QLocale().toString(found, QLocale.FormatType.ShortFormat) if found.isValid() else iso
