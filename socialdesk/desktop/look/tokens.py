"""Gives the colours now in force by name, read from the one file that holds them; knows no widget.

No colour is written anywhere else.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any
from zlib import crc32

from PySide6.QtGui import QColor

from socialdesk.desktop.look.fonts import font
from socialdesk.support.resources import resource
from socialdesk.support.values import StrEnum, value_class


class Theme(StrEnum):
    """What a person can choose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@value_class(frozen=True, slots=True)
class Tokens:
    """The colours of one theme as the file writes them."""

    name: str
    """light, dark, contrastLight or contrastDark"""
    colours: dict[str, str]
    """Colour by name, as `#rrggbb`, or `#aarrggbb` where something shows through."""

    @property
    def is_dark(self) -> bool:
        """Whether text is lighter than what it stands on."""
        return self.name.casefold().endswith("dark")

    @property
    def is_contrast(self) -> bool:
        """Whether tints are outlines and all text stands at 7:1."""
        return self.name.startswith("contrast")


# Painters take ink and font from one place.
__all__ = [
    "Theme",
    "Tokens",
    "avatar",
    "brand",
    "contrast",
    "contrast_pairs",
    "current",
    "font",
    "hex_of",
    "ink",
    "names",
    "tokens_of",
    "use",
]


_MIX = 82_636_383
"""Odd. With it the people of the design have the colours they have there, and all others are as evenly spread."""


class _Used:
    tokens: Tokens | None = None
    inks: dict[str, QColor]


_used = _Used()
_used.inks = {}


@cache
def tokens_of(name: str) -> Tokens:
    """The tokens of `light`, `dark`, `contrastLight` or `contrastDark`."""
    return Tokens(name, _file()[name])


def use(tokens: Tokens) -> None:
    """Put tokens in force; `theme.apply` does, and tells everyone."""
    _used.tokens = tokens
    _used.inks = {}


def current() -> Tokens:
    """The tokens in force."""
    if _used.tokens is None:
        _used.tokens = tokens_of("light")
    return _used.tokens


def names() -> list[str]:
    """Every colour there is."""
    return list(current().colours)


def hex_of(name: str) -> str:
    """A colour as a stylesheet writes it; `brand.<network>` is one too. Raises KeyError for a name no colour has."""
    if name.startswith("brand."):
        told = _file()["brand"].get(name.removeprefix("brand."))
        return told["dark" if current().is_dark else "light"] if told else current().colours["text2"]
    return current().colours[name]


def ink(name: str, alpha: float = 1.0) -> QColor:
    """A colour in force, or what shows through of it. A copy: the caller may change it."""
    kept = _used.inks.get(name)
    if kept is None:
        kept = _used.inks[name] = QColor(hex_of(name))
    colour = QColor(kept)
    if alpha < 1.0:
        colour.setAlphaF(alpha)
    return colour


def brand(mark: str) -> tuple[str, QColor]:
    """The icon of a network and its colour where it passes 3:1; a globe in grey for an unknown one."""
    told = _file()["brand"].get(mark)
    return (told["icon"], ink(f"brand.{mark}")) if told else ("", ink("text3"))


def avatar(seed: str | int) -> tuple[QColor, QColor]:
    """Circle and letters of somebody without a picture; the same seed, the same colours."""
    kinds = _file()["avatars"]["dark" if current().is_dark else "light"]
    mixed = crc32(str(seed).encode()) * _MIX & 0xFFFFFFFF
    circle, letters = kinds[mixed * len(kinds) >> 32]
    return QColor(circle), QColor(letters)


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

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


@cache
def _file() -> dict[str, Any]:
    return json.loads(resource("look", "tokens.json").read_text(encoding="utf-8"))
