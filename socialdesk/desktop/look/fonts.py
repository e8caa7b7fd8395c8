"""Loads the bundled fonts and gives them by pixel size and weight; knows no widget."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from socialdesk.support.resources import resource

REGULAR, MEDIUM, SEMIBOLD = 400, 500, 600
_FILES = ("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf", "Inter-Bold.otf")
_zoom = 1.0


def load() -> None:
    """Make the bundled fonts known to the application; called once, after it is made."""
    for name in _FILES:
        QFontDatabase.addApplicationFont(str(resource("fonts", name)))
    emoji = QFontDatabase.addApplicationFont(str(resource("fonts", "NotoColorEmoji.ttf")))
    if emoji >= 0:
        QFontDatabase.addApplicationEmojiFontFamily("Noto Color Emoji")


def set_zoom(zoom: float) -> None:
    """Scale all text; 1.0 is as drawn by the designer."""
    global _zoom  # noqa: PLW0603 - one text size an application
    _zoom = min(2.0, max(0.8, zoom))
    font.cache_clear()
    metrics.cache_clear()


def zoom() -> float:
    """How much larger than drawn the text is."""
    return _zoom


def px(size: float) -> int:
    """A length that grows with the text."""
    return round(size * _zoom)


@cache
def font(size: int, weight: int = REGULAR) -> QFont:
    """The interface font at a pixel size, with digits of one width."""
    made = QFont("Inter")
    made.setPixelSize(px(size))
    made.setWeight(QFont.Weight(weight))
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


@cache
def metrics(size: int, weight: int = REGULAR) -> QFontMetricsF:
    """The measures of `font(size, weight)`."""
    return QFontMetricsF(font(size, weight))
