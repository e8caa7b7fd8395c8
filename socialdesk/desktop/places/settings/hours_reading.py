"""Reads beside the window what the form of hours and targets shows: places, their holidays, what hours would mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QDate, QLocale

from socialdesk.model.calendar import Calendar, Holiday
from socialdesk.model.policy_preview import Effect, Example, effect, examples
from socialdesk.model.reply_policy import ReplyPolicy
from socialdesk.store.cache import Cache

_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Seen:
    """What a policy would mean."""

    examples: tuple[Example, ...]
    """Of the promise that is looked at; without a due time also where it is not for that hour."""
    effect: Effect
    waiting: tuple[int, ...]
    """How many wait under each promise, in their order."""


def country_name(code: str) -> str:
    """A country in its own language and, where that differs, in English."""
    territory = QLocale.codeToTerritory(code)
    english = QLocale.territoryToString(territory)
    own = QLocale(QLocale.Language.AnyLanguage, territory).nativeTerritoryName()
    if territory is QLocale.Country.AnyTerritory:
        return code
    return f"{english} ({own})" if own and own != english else english


def day_off(one: Holiday, now: datetime) -> str:
    """A public holiday in a line."""
    locale = QLocale()
    weekday = locale.dayName(one.day.isoweekday(), QLocale.FormatType.ShortFormat)
    pattern = "d MMM" if one.day.year == now.year else "d MMM yyyy"
    return f"{weekday} {locale.toString(QDate(one.day.year, one.day.month, one.day.day), pattern)}, {one.name}"


def places(_cache: Cache) -> tuple[list[str], list[str]]:
    """The time zones, and the countries whose holidays are known."""
    from zoneinfo import available_timezones

    from socialdesk.model.public_holidays import countries

    zones = [
        one
        for one in available_timezones()
        if "/" in one and not one.startswith(("Etc/", "SystemV/", "posix", "right"))
    ]
    return ["UTC", *sorted(zones)], sorted(countries())


def regions_of(country: str) -> Callable[[Cache], tuple[tuple[str, str], ...]]:
    """Reads the regions of a country."""

    def read(_cache: Cache) -> tuple[tuple[str, str], ...]:
        from socialdesk.model.public_holidays import regions

        return regions(country)

    return read


def days_off(country: str, region: str, now: datetime) -> Callable[[Cache], tuple[Holiday, ...]]:
    """Reads the public holidays of a country that come next."""

    def read(_cache: Cache) -> tuple[Holiday, ...]:
        from socialdesk.model.public_holidays import days

        today = now.astimezone().date()
        return tuple(one for one in days(country, region, range(now.year, now.year + 2)) if one.day >= today)[:_SHOWN]

    return read


def seen(policy: ReplyPolicy, now: datetime, chosen: int) -> Callable[[Cache], Seen]:
    """Reads what a policy would mean, with examples of the promise at the place `chosen`."""

    def read(cache: Cache) -> Seen:
        from socialdesk.store.promised import waiting_threads

        def with_holidays(calendar: Calendar) -> Calendar:
            if not calendar.country:
                return calendar
            from socialdesk.model.public_holidays import days

            known = days(calendar.country, calendar.region, range(now.year - 1, now.year + 2))
            return replace(calendar, holidays=known)

        special = tuple(
            one if one.calendar is None else replace(one, calendar=with_holidays(one.calendar))
            for one in policy.special
        )
        whole = replace(policy, calendar=with_holidays(policy.calendar), special=special)
        whole = replace(whole, windows=cache.reply_windows())
        waiting = waiting_threads(cache)
        under = Counter(id(whole.of(one)) for one in waiting)
        return Seen(
            examples(whole, now, whole.promises[chosen]),
            effect(waiting, whole, now),
            tuple(under[id(one)] for one in whole.promises),
        )

    return read
