"""Gives icons by name in a colour and a size, cached; Phosphor for acts, Font Awesome brands for networks.

The fonts come with qtawesome; its own Qt layer is not imported, which saves time at start, and nothing is read before
the first icon. Shapes are outlines filled by the painter, crisp at every scale.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPixmap,
    QPolygonF,
    QRawFont,
    QTransform,
)

from socialdesk.desktop.look import tokens

_UNITS = 1024.0
FILL = 0.875
"""How much of its square a sign fills: the rest is the air around it that the design draws it with."""
_MOST = 2000
"""So many pictures are kept; then all are dropped and made again as they are asked for."""
_PLAIN_SIGNS = {"email": "envelope-simple"}
_HILLS = ((0.2, 0.73), (0.435, 0.3), (0.565, 0.52), (0.645, 0.415), (0.83, 0.73))
_pixmaps: dict[tuple[str, int, float, float], QPixmap] = {}
_PAIRS = ("arrow-{}", "caret-{}", "arrow-u-up-{}", "arrow-bend-up-{}")
TURNED = {
    pair.format(one): pair.format(other) for pair in _PAIRS for one, other in (("left", "right"), ("right", "left"))
}
"""What points along a line, and what takes its place where lines begin at the right."""
_FILES = {
    "ph": ("phosphor-", "phosphor-charmap-"),
    "fa6b": ("fontawesome6-brands-webfont-", "fontawesome6-brands-webfont-charmap-"),
}


def pixmap(name: str, token: str | QColor, size: float = 18, ratio: float = 1.0) -> QPixmap:
    """An icon on a square of `size` logical pixels at `ratio` device pixels each.

    Plain names are Phosphor's (`clock`, `check-circle`, `star-fill`), `ph.` before them is allowed; `fa6b.` names a
    brand mark. Raises KeyError for a name no icon has.
    """
    colour = token if isinstance(token, QColor) else tokens.ink(token)
    key = (name, colour.rgba(), size, ratio)
    made = _pixmaps.get(key)
    if made is None:
        if len(_pixmaps) >= _MOST:
            _pixmaps.clear()
        made = _pixmaps[key] = _drawn(name, colour, size, ratio)
    return made


def paint(painter: QPainter, rect: QRectF, name: str, token: str | QColor) -> None:
    """Draw an icon into `rect`."""
    painter.drawPixmap(rect.topLeft(), pixmap(name, token, rect.width(), ratio_of(painter)))


def mark(network: str, size: float = 18, ratio: float = 1.0) -> QPixmap:
    """A network's brand mark in its own colour; a plain sign for one that has none, an envelope for e-mail."""
    name, colour = tokens.brand(network)
    return pixmap(f"fa6b.{name}" if name else _PLAIN_SIGNS.get(network, "globe"), colour, size, ratio)


def paint_mark(painter: QPainter, rect: QRectF, network: str) -> None:
    """Draw a network's brand mark into `rect`."""
    painter.drawPixmap(rect.topLeft(), mark(network, rect.width(), ratio_of(painter)))


def paint_plate(painter: QPainter, rect: QRectF) -> None:
    """Draw the plate of deep teal on which our own signs stand, the same in every theme, into the square `rect`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    gradient = QLinearGradient(rect.topLeft(), rect.bottomRight())
    gradient.setColorAt(0, tokens.ink("markFrom"))
    gradient.setColorAt(1, tokens.ink("markTo"))
    painter.setBrush(gradient)
    painter.drawRoundedRect(rect, rect.width() * 0.24, rect.height() * 0.24)
    painter.restore()


def paint_workspace_mark(painter: QPainter, rect: QRectF) -> None:
    """Draw the mark of a workspace without a picture of its own into the square `rect`."""
    paint_plate(painter, rect)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.ink("onMark"))
    corners = [rect.topLeft() + QPointF(x * rect.width(), y * rect.height()) for x, y in _HILLS]
    painter.drawPolygon(QPolygonF(corners))
    painter.restore()


def ratio_of(painter: QPainter) -> float:
    """Device pixels for a logical one where a painter paints."""
    # Of what is painted on in the end: a widget rendered into a picture says its screen's ratio, not the picture's.
    return abs(painter.deviceTransform().m11()) or 1.0


def icon(name: str, token: str = "text2") -> QIcon:  # noqa: S107 - the name of a colour
    """An icon for native widgets and actions, of any size; its colour follows the theme."""
    return QIcon(_Engine(name, token))


def forget() -> None:
    """Let go of everything drawn; the colours are others now."""
    _pixmaps.clear()


@cache
def outline(name: str) -> QPainterPath:
    """The shape of an icon, in a square of one unit."""
    kind, _, rest = name.rpartition(".")
    kind = kind or "ph"
    face, letters = _set(kind)
    path = face.pathForGlyph(face.glyphIndexesForString(_letter(letters, rest))[0])
    if kind == "ph":  # drawn on a square that stands on the base line
        return QTransform.fromScale(1 / _UNITS, 1 / _UNITS).translate(0, face.ascent()).map(path)
    bounds = path.boundingRect()
    scale = 1 / max(bounds.width(), bounds.height())
    return QTransform.fromScale(scale, scale).map(path.translated(-bounds.center())).translated(0.5, 0.5)


@cache
def _set(kind: str) -> tuple[QRawFont, str]:
    """A font and its table of letters, as it is written."""
    spec = find_spec("qtawesome")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("SocialDesk's icons are missing; install it again.")
    home = Path(spec.submodule_search_locations[0]) / "fonts"
    names = [file.name for file in home.iterdir()]
    face, letters = (
        home / next(name for name in names if name.startswith(begins) and name.endswith(ends))
        for begins, ends in zip(_FILES[kind], (".ttf", ".json"), strict=True)
    )
    return QRawFont(str(face), _UNITS), letters.read_text(encoding="utf-8")


def _letter(table: str, name: str) -> str:
    """The letter of an icon. The table is not read as a whole: of its thousands of names some thirty are asked for."""
    before = f'"{name}": "'
    at = table.find(before)
    if at < 0:
        raise KeyError(name)
    begins = at + len(before)
    return chr(int(table[begins : table.index('"', begins)], 16))


def blank(wide: float, high: float, ratio: float) -> QPixmap:
    """A picture with nothing on it yet, of a size in logical pixels at `ratio` device pixels each."""
    made = QPixmap(max(1, round(wide * ratio)), max(1, round(high * ratio)))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    return made


def _drawn(name: str, colour: QColor, size: float, ratio: float) -> QPixmap:
    shape = outline(name)  # before anything is begun: a wrong name must not leave a painter open
    side = max(1, round(size * ratio))
    made = blank(size, size, ratio)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(size / 2, size / 2)
    painter.scale(side / ratio * FILL, side / ratio * FILL)
    painter.translate(-0.5, -0.5)
    painter.fillPath(shape, colour)
    painter.end()
    return made


class _Engine(QIconEngine):
    """Draws when asked, so that an icon follows theme and scale."""

    def __init__(self, name: str, token: str) -> None:
        super().__init__()
        self._name = name
        self._token = token

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = float(min(rect.width(), rect.height()))
        corner = QRectF(rect).center() - QPointF(side / 2, side / 2)
        paint(painter, QRectF(corner.x(), corner.y(), side, side), self._pointing(), self._token_in(mode))

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        side = min(size.width(), size.height()) / scale
        return QPixmap(pixmap(self._pointing(), self._token_in(mode), side, scale))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._token)

    def _pointing(self) -> str:
        # Nobody says for which widget it is: menus and lists run as the application does.
        is_turned = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
        return TURNED.get(self._name, self._name) if is_turned else self._name

    def _token_in(self, mode: QIcon.Mode) -> str:
        return "text3" if mode == QIcon.Mode.Disabled else self._token
