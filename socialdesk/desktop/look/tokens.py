"""Gives the colours of a theme by name, read from the one file that holds them, and the sizes of type and space."""

from __future__ import annotations

import json
from enum import StrEnum
from functools import cache

from PySide6.QtGui import QColor

from socialdesk.support.resources import resource


class Theme(StrEnum):
    """The themes there are."""

    LIGHT = "light"
    DARK = "dark"


class Colours:
    """The colours of one theme: `colours["accent"]`."""

    def __init__(self, theme: Theme) -> None:
        self._colours = {name: QColor(value) for name, value in _file()[theme.value].items()}

    def __getitem__(self, name: str) -> QColor:
        return self._colours[name]

    def css(self, name: str) -> str:
        """The colour as a style sheet writes it."""
        return self._colours[name].name()

    def mixed(self, name: str, alpha: float) -> QColor:
        """The colour, let through."""
        colour = QColor(self._colours[name])
        colour.setAlphaF(alpha)
        return colour


# Brand marks in the colours of their owners, darkened or lightened until 3:1 holds on the surface of each theme.
_BRANDS: dict[str, tuple[str, str]] = {
    "instagram": ("#C13584", "#E667B0"),
    "facebook": ("#0866D8", "#5AA2FF"),
    "google": ("#C5331F", "#FF7A66"),
    "youtube": ("#C4122B", "#FF6B7D"),
    "bluesky": ("#0A66E0", "#5FA8FF"),
    "mastodon": ("#563ACC", "#A397FF"),
    "whatsapp": ("#14803C", "#4FD07E"),
    "messenger": ("#0B63E5", "#62A4FF"),
    "linkedin": ("#0A66C2", "#6BB2FF"),
}
_PEOPLE: tuple[tuple[str, str, str, str], ...] = (
    ("#CFDDEC", "#1B3A5C", "#34475B", "#CFE1F5"),
    ("#E4CFEA", "#56205F", "#4E3557", "#EBD3F2"),
    ("#DCEBCF", "#37531B", "#45532F", "#DDEFC9"),
    ("#CFE9E8", "#0C4E51", "#2B4C4F", "#C9EEEC"),
    ("#F0D2DE", "#6B1F3C", "#573343", "#F7D3E0"),
    ("#F3E2C4", "#5B3E08", "#524527", "#F6E3BD"),
)


def brand(mark: str, theme: Theme) -> QColor:
    """The colour of a network's mark."""
    light, dark = _BRANDS.get(mark, ("#5F6A72", "#939DA4"))
    return QColor(light if theme is Theme.LIGHT else dark)


def person(seed: str, theme: Theme) -> tuple[QColor, QColor]:
    """Circle and letters of somebody without a picture; the same person, the same colours."""
    light, ink, dark, pale = _PEOPLE[sum(seed.encode()) % len(_PEOPLE)]
    return (QColor(light), QColor(ink)) if theme is Theme.LIGHT else (QColor(dark), QColor(pale))


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of two colours (WCAG 2.2)."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def contrast_pairs() -> list[tuple[str, str, float]]:
    """Which colour may stand on which, and the least contrast there."""
    return [(pair["fg"], pair["bg"], float(pair["min"])) for pair in _file()["contrast"]]


def _luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = linear(colour.redF()), linear(colour.greenF()), linear(colour.blueF())
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@cache
def _file() -> dict:
    return json.loads(resource("tokens.json").read_text(encoding="utf-8"))
