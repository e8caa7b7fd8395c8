"""Paints the soft shadow under what floats, without an effect that would draw all its children anew."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap

from socialdesk.desktop.look.mirror import placed
from socialdesk.desktop.look.tokens import current, ink

REACH = 28
"""So many logical pixels a shadow needs around what floats."""
_FALL = 6
AROUND = REACH + _FALL
"""So far it reaches at most, to any side."""
_CORNER = 48
"""The side of a corner of the kept picture; between corners the shadow is stretched."""
_kept: dict[tuple[str, float], QPixmap] = {}


def paint_shadow(painter: QPainter, rect: QRectF, radius: float) -> None:
    """Draw the shadow of `rect`; what floats is painted over it."""
    key = (current().name, radius)
    picture = _kept.get(key)
    if picture is None:
        picture = _kept[key] = _made(radius)
    outer = placed(painter, rect).adjusted(-REACH, -REACH + _FALL, REACH, REACH + _FALL)
    corner = min(_CORNER, outer.width() / 2, outer.height() / 2)
    side = picture.width() - 2 * _CORNER
    columns = ((outer.left(), corner, 0, _CORNER), (outer.left() + corner, outer.width() - 2 * corner, _CORNER, side))
    columns += ((outer.right() - corner, corner, _CORNER + side, _CORNER),)
    rows = ((outer.top(), corner, 0, _CORNER), (outer.top() + corner, outer.height() - 2 * corner, _CORNER, side))
    rows += ((outer.bottom() - corner, corner, _CORNER + side, _CORNER),)
    for x, width, from_x, from_width in columns:
        for y, height, from_y, from_height in rows:
            if width > 0 and height > 0:
                source = QRectF(from_x, from_y, from_width, from_height)
                # It is the same from both sides: the box is turned, its corners are not.
                QPainter.drawPixmap(painter, QRectF(x, y, width, height), picture, source)


def _made(radius: float) -> QPixmap:
    side = 2 * _CORNER + 8
    # Many faint layers: eight bits a channel would round each of them to a colour of its own.
    image = QImage(side, side, QImage.Format.Format_RGBA32FPx4_Premultiplied)
    image.fill(ink("shadow", 0.0))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    box = QRectF(REACH, REACH, side - 2 * REACH, side - 2 * REACH)
    strength = 0.62 if current().is_dark else 0.26
    for grown in range(REACH - 1, -1, -1):
        nearness = 1 - grown / REACH
        painter.setBrush(ink("shadow", strength * 2 * nearness / REACH))
        painter.drawRoundedRect(box.adjusted(-grown, -grown, grown, grown), radius + grown, radius + grown)
    painter.end()
    return QPixmap.fromImage(image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied))
