"""Gives icons as pixmaps in a colour and size, cached; Phosphor for acts, Font Awesome brands for networks.

The fonts come with qtawesome; its own Qt layer is not imported, which saves time at start.
"""

from __future__ import annotations

import importlib.util
import json
from functools import cache
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPixmap

_FILES = {"ph": ("phosphor-1.3.0.ttf", "phosphor-charmap-1.3.0.json")}
_BRAND_FILES = ("fontawesome6-brands-webfont-6.7.2.ttf", "fontawesome6-brands-webfont-charmap-6.7.2.json")
_MARKS = {
    "messenger": "facebook-messenger",
    "linkedin": "linkedin",
    "demo": "",
}


def pixmap(name: str, colour: QColor, size: int, ratio: float) -> QPixmap:
    """An icon by its Phosphor name."""
    return _drawn("ph", name, colour.rgba(), size, ratio)


def mark(name: str, colour: QColor, size: int, ratio: float) -> QPixmap:
    """A network's brand mark; a globe for one that has none."""
    known = _MARKS.get(name, name)
    if known and known in _letters("brands"):
        return _drawn("brands", known, colour.rgba(), size, ratio)
    return _drawn("ph", "globe", colour.rgba(), size, ratio)


def icon(name: str, colour: QColor, size: int = 18, disabled: QColor | None = None) -> QIcon:
    """An icon for a button or a menu."""
    made = QIcon(pixmap(name, colour, size, 2.0))
    if disabled is not None:
        made.addPixmap(pixmap(name, disabled, size, 2.0), QIcon.Mode.Disabled)
    return made


@cache
def _folder() -> Path:
    spec = importlib.util.find_spec("qtawesome")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "fonts"


def _names(family: str) -> tuple[str, str]:
    return _FILES["ph"] if family == "ph" else _BRAND_FILES


@cache
def _letters(family: str) -> dict[str, str]:
    return json.loads((_folder() / _names(family)[1]).read_text(encoding="utf-8"))


@cache
def _family(family: str) -> str:
    number = QFontDatabase.addApplicationFont(str(_folder() / _names(family)[0]))
    return QFontDatabase.applicationFontFamilies(number)[0]


@cache
def _drawn(family: str, name: str, rgba: int, size: int, ratio: float) -> QPixmap:
    made = QPixmap(round(size * ratio), round(size * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    font = QFont(_family(family))
    font.setPixelSize(round(size * (1.0 if family == "ph" else 0.92)))
    painter.setFont(font)
    painter.setPen(QColor.fromRgba(rgba))
    letter = chr(int(_letters(family)[name], 16))
    painter.drawText(QRectF(0, 0, size, size), Qt.AlignmentFlag.AlignCenter, letter)
    painter.end()
    return made
