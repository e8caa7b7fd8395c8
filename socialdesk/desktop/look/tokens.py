"""Gives the colours now in force by name, read from the one file that holds them; knows no widget.

No colour is written anywhere else.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any
from zlib import crc32

from PySide6.QtGui import QColor, QFont

from socialdesk.support.resources import resource


class Theme(StrEnum):
    """What a person can choose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme as the file writes them."""

    name: str
    colours: dict[str, str]

    @property
    def is_dark(self) -> bool:
        """Whether text is lighter than what it stands on."""
        return self.name.casefold().endswith("dark")


class _Used:
    tokens: Tokens | None = None


def tokens_of(name: str) -> Tokens:
    """The tokens of `light`, `dark`, `contrastLight` or `contrastDark`."""
    return Tokens(name, _file()[name])


def use(tokens: Tokens) -> None:
    """Put tokens in force; `theme.apply` does, and tells everyone."""
    _Used.tokens = tokens
    ink.cache_clear()


def now() -> Tokens:
    """The tokens in force."""
    if _Used.tokens is None:
        _Used.tokens = tokens_of("light")
    return _Used.tokens


def names() -> list[str]:
    """Every colour there is."""
    return list(now().colours)


def hex_of(name: str) -> str:
    """A colour as a stylesheet writes it."""
    return now().colours[name]


@cache
def ink(name: str) -> QColor:
    """A colour in force."""
    return QColor(hex_of(name))


def font(px: int = 13, weight: int = 400) -> QFont:
    """The interface font; see `fonts.font`."""
    from socialdesk.desktop.look import fonts

    return fonts.font(px, weight)


def brand(mark: str) -> tuple[str, QColor]:
    """The icon of a network and its colour where it passes 3:1; a globe in grey for an unknown one."""
    told = _file()["brand"].get(mark)
    if told is None:
        return "", ink("text3")
    return told["icon"], QColor(told["dark" if now().is_dark else "light"])


def avatar(seed: str) -> tuple[QColor, QColor]:
    """Circle and letters of somebody without a picture; the same seed, the same colours."""
    kinds = _file()["avatars"]["dark" if now().is_dark else "light"]
    circle, letters = kinds[crc32(seed.encode()) % len(kinds)]
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
