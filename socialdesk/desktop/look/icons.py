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

from socialdesk.desktop.look import tokens

_FILES = {
    "ph": ("phosphor-1.3.0.ttf", "phosphor-charmap-1.3.0.json"),
    "brands": ("fontawesome6-brands-webfont-6.7.2.ttf", "fontawesome6-brands-webfont-charmap-6.7.2.json"),
}


def pixmap(name: str, token: str | QColor, size: int = 18, ratio: float = 1.0) -> QPixmap:
    """An icon by its Phosphor name, in a token's colour."""
    colour = token if isinstance(token, QColor) else tokens.ink(token)
    return _drawn("ph", name, colour.rgba(), size, ratio)


def mark(name: str, size: int = 18, ratio: float = 1.0) -> QPixmap:
    """A network's brand mark in its own colour; a globe for one that has none."""
    icon_name, colour = tokens.brand(name)
    if icon_name:
        return _drawn("brands", icon_name, colour.rgba(), size, ratio)
    return _drawn("ph", "globe", colour.rgba(), size, ratio)


def icon(name: str, token: str = "text2", size: int = 18) -> QIcon:
    """An icon for a button or a menu."""
    made = QIcon(pixmap(name, token, size, 2.0))
    made.addPixmap(pixmap(name, "text3", size, 2.0), QIcon.Mode.Disabled)
    return made


def forget() -> None:
    """Let go of everything drawn; the colours are others now."""
    _drawn.cache_clear()


@cache
def _folder() -> Path:
    spec = importlib.util.find_spec("qtawesome")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "fonts"


@cache
def _letters(family: str) -> dict[str, str]:
    return json.loads((_folder() / _FILES[family][1]).read_text(encoding="utf-8"))


@cache
def _family(family: str) -> str:
    number = QFontDatabase.addApplicationFont(str(_folder() / _FILES[family][0]))
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
    painter.drawText(QRectF(0, 0, size, size), Qt.AlignmentFlag.AlignCenter, chr(int(_letters(family)[name], 16)))
    painter.end()
    return made
