"""Gives fonts by pixel size and weight, from Inter that ships with the program or from the system; knows no widget.

Inter is one variable file: weights between the named ones (550, 650) are real, and the optical size follows the text.
Files are registered on the first font asked for, after the application exists.
"""

from __future__ import annotations

import sys

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from socialdesk.desktop.look.metrics import scaled, zoom
from socialdesk.support.resources import resource
from socialdesk.support.values import StrEnum

_INTER = "Inter Variable"
_EMOJI = "Noto Color Emoji"
_EMOJI_OF_SYSTEMS = (_EMOJI, "Twemoji", "JoyPixels", "Blobmoji")
_OPTICAL_LEAST, _OPTICAL_MOST = 14, 32


class Face(StrEnum):
    """Which family is used everywhere."""

    DESIGN = "design"
    """Inter on Linux, Segoe UI Variable on Windows, the system's own font on macOS."""
    INTER = "inter"
    SYSTEM = "system"


class _Kept:
    def __init__(self) -> None:
        self.face = Face.DESIGN
        self.is_loaded = False
        self.fonts: dict[tuple[int, int, bool, float], QFont] = {}
        self.metrics: dict[tuple[int, int, bool, float], QFontMetricsF] = {}


_kept = _Kept()


def face() -> Face:
    """Which family was chosen."""
    return _kept.face


def use_face(face: Face) -> None:
    """Take another family. `theme.apply` must follow, so that everything is laid out again."""
    _kept.face = face
    _kept.fonts.clear()
    _kept.metrics.clear()


def load() -> None:
    """Register the bundled files, once: Inter, and on Linux colour emoji where the system has none."""
    if _kept.is_loaded:
        return
    _kept.is_loaded = True
    QFontDatabase.addApplicationFont(str(resource("fonts", "InterVariable.ttf")))
    if sys.platform in {"win32", "darwin"}:
        return
    families = QFontDatabase.families()
    found = [family for family in _EMOJI_OF_SYSTEMS if family in families]
    if not found:
        QFontDatabase.addApplicationFont(str(resource("fonts", "NotoColorEmoji.ttf")))
        found = [_EMOJI]
    # Which one draws emoji where several could, plain ones among them.
    QFontDatabase.setApplicationEmojiFontFamilies(found)


def family() -> str:
    """The family in use; empty means the system's own."""
    match _kept.face:
        case Face.INTER:
            return _INTER
        case Face.SYSTEM:
            return ""
        case Face.DESIGN:
            if sys.platform == "win32":
                return "Segoe UI Variable Text"
            return "" if sys.platform == "darwin" else _INTER


def font(px: int = 13, weight: int = 400, *, tabular: bool = True) -> QFont:
    """The interface font at a pixel size of the design, grown by the text zoom; weights from 100 to 900.

    Digits have one width, so that nothing moves as they change; running text is asked for with `tabular=False`.
    A copy: the caller may change it.
    """
    key = (px, weight, tabular, zoom())
    kept = _kept.fonts.get(key)
    if kept is None:
        kept = _kept.fonts[key] = _made(max(1, scaled(px)), weight, tabular=tabular)
    return QFont(kept)


def metrics(px: int = 13, weight: int = 400, *, tabular: bool = True) -> QFontMetricsF:
    """The measures of `font(px, weight)`."""
    key = (px, weight, tabular, zoom())
    kept = _kept.metrics.get(key)
    if kept is None:
        kept = _kept.metrics[key] = QFontMetricsF(font(px, weight, tabular=tabular))
    return kept


def _made(px: int, weight: int, *, tabular: bool) -> QFont:
    load()
    name = family()
    made = QFont(name) if name else QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    made.setPixelSize(px)
    if name == _INTER:
        # Named weights alone would round 550 and 650 to the nearest instance of the file.
        made.setVariableAxis(QFont.Tag("wght"), weight)
        made.setVariableAxis(QFont.Tag("opsz"), min(_OPTICAL_MOST, max(_OPTICAL_LEAST, px)))
        made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    else:
        made.setWeight(QFont.Weight(round(weight + 1, -2)))  # systems without a variable font know hundreds only
    # Said either way: what a font leaves open a painter takes from the application's font, which is a tabular one.
    made.setFeature(QFont.Tag("tnum"), 1 if tabular else 0)
    return made
