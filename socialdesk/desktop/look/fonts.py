"""Loads the bundled fonts and gives them by pixel size and weight; knows no widget."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from socialdesk.desktop.look.metrics import scaled, zoom
from socialdesk.support.resources import resource

_FILES = ("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf", "Inter-Bold.otf")


@cache
def load() -> None:
    """Make the bundled fonts known to the application; the second call does nothing."""
    for name in _FILES:
        QFontDatabase.addApplicationFont(str(resource("fonts", name)))
    if QFontDatabase.addApplicationFont(str(resource("fonts", "NotoColorEmoji.ttf"))) >= 0:
        QFontDatabase.addApplicationEmojiFontFamily("Noto Color Emoji")


def font(px: int = 13, weight: int = 400) -> QFont:
    """The interface font at a pixel size of the design, with digits of one width; grown by the text zoom."""
    load()
    return QFont(_made(px, weight, zoom()))


def metrics(px: int = 13, weight: int = 400) -> QFontMetricsF:
    """The measures of `font(px, weight)`."""
    return _measured(px, weight, zoom())


@cache
def _made(px: int, weight: int, _zoom: float) -> QFont:
    made = QFont("Inter")
    made.setPixelSize(scaled(px))
    # The bundled weights are 400, 500, 600 and 700; what lies between takes the nearer one.
    made.setWeight(QFont.Weight(min((400, 500, 600, 700), key=lambda known: abs(known - weight + 1))))
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


@cache
def _measured(px: int, weight: int, _zoom: float) -> QFontMetricsF:
    load()
    return QFontMetricsF(_made(px, weight, _zoom))
