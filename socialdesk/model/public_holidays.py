"""Tells the public holidays of a country or one of its regions; the days themselves come from the package `holidays`.

The package is large, so it is loaded when somebody first asks; a screen asks beside its own thread.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from socialdesk.model.calendar import Holiday


def countries() -> frozenset[str]:
    """The countries whose holidays are known, as in ISO 3166."""
    from holidays.registry import COUNTRIES

    # Its own list would load the days of all 250.
    return frozenset(names[1] for names in COUNTRIES.values())


def regions(country: str) -> tuple[tuple[str, str], ...]:
    """The regions of a country that have days of their own: what each is known by, and its name."""
    if country not in countries():
        return ()
    found = _of(country, "", ())
    names: dict[str, str] = {code: name for name, code in found.subdivisions_aliases.items()}
    codes: tuple[str, ...] = tuple(found.subdivisions)
    return tuple(sorted(((code, names.get(code, code)) for code in codes), key=lambda one: one[1].casefold()))


def is_known(country: str, region: str) -> bool:
    """Whether there are days for a country, and for its region unless that is empty."""
    return country in countries() and (not region or region in dict(regions(country)))


def days(country: str, region: str, years: Iterable[int]) -> tuple[Holiday, ...]:
    """The days in order, named as the country names them; none for what is not known."""
    if not country or not is_known(country, region):
        return ()
    found = _of(country, region, tuple(years))
    return tuple(Holiday(day, name) for day, name in sorted(dict(found).items()))


def _of(country: str, region: str, years: tuple[int, ...]) -> Any:
    import holidays

    # Without a language it would take that of the machine, and two desktops would not agree.
    spoken: str | None = holidays.country_holidays(country).default_language
    return holidays.country_holidays(country, subdiv=region or None, years=list(years), language=spoken)
