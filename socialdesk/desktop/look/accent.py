"""Gets the tokens of a theme and a colour, gives the tokens with that colour as the accent, readable on every plane."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QColor

from socialdesk.desktop.look import tokens
from socialdesk.desktop.look.tokens import Tokens

_TINT, _STEP = 0.16, 0.02
_ON = ("accent", "accentHover", "focus")


def with_accent(of: Tokens, colour: QColor) -> Tokens:
    """The tokens with another accent, made darker or lighter until every pair it stands in holds its contrast."""
    if of.is_contrast or not colour.isValid():
        return of  # high contrast keeps its own
    least = max(4.5, *(least for fg, _bg, least in tokens.contrast_pairs() if fg in _ON))
    planes = {bg for fg, bg, _least in tokens.contrast_pairs() if fg in _ON and bg in of.colours}
    fixed = [QColor(of.colours[bg]) for bg in planes - _MADE]
    surface = QColor(of.colours["surface"])
    tint = _mixed(surface, _plain(colour), _TINT)
    quiet = QColor(of.colours["text3"])
    while tokens.contrast(quiet, tint) < 4.5:  # the lightest text that stands on it
        tint = _mixed(tint, surface, 0.2)
    accent = _readable(_plain(colour), [*fixed, tint], least, is_dark=of.is_dark)
    hover = _toward(accent, 0.12, is_dark=of.is_dark)
    white, black = QColor("#ffffff"), QColor("#000000")
    letters = max((white, black), key=lambda one: min(tokens.contrast(one, accent), tokens.contrast(one, hover)))
    made = {
        "accent": accent,
        "accentHover": hover,
        "focus": accent,
        "onAccent": letters,
        "accentTint": tint,
        "selected": tint,
        "bubbleOut": tint,
        "chart1": accent,
    }
    return replace(of, colours=of.colours | {name: one.name() for name, one in made.items()})


_MADE = frozenset({"accent", "accentHover", "focus", "onAccent", "accentTint", "selected", "bubbleOut", "chart1"})


def _plain(colour: QColor) -> QColor:
    return QColor(colour.red(), colour.green(), colour.blue())


def _readable(colour: QColor, planes: list[QColor], least: float, *, is_dark: bool) -> QColor:
    """The first of ever darker (on light) or lighter (on dark) colours that can be read on all planes."""
    for step in range(round(1 / _STEP) + 1):
        one = _toward(colour, step * _STEP, is_dark=is_dark)
        if all(tokens.contrast(one, plane) >= least for plane in planes):
            return one
    return QColor("#ffffff" if is_dark else "#000000")


def _toward(colour: QColor, share: float, *, is_dark: bool) -> QColor:
    return _mixed(colour, QColor("#ffffff" if is_dark else "#000000"), share)


def _mixed(one: QColor, other: QColor, share: float) -> QColor:
    parts = zip((one.red(), one.green(), one.blue()), (other.red(), other.green(), other.blue()), strict=True)
    return QColor(*(round(a + (b - a) * share) for a, b in parts))
