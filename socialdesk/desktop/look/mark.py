"""Paints the program's own mark, and a workspace's: white signs on a plate of deep teal, the same in every theme."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QIcon, QLinearGradient, QPainter, QPixmap, QPolygonF

from socialdesk.desktop.look import icons
from socialdesk.desktop.look.tokens import ink

_HILLS = ((0.2, 0.73), (0.435, 0.3), (0.565, 0.52), (0.645, 0.415), (0.83, 0.73))


def paint_app_mark(painter: QPainter, rect: QRectF) -> None:
    """Draw the program's mark into the square `rect`."""
    _paint_plate(painter, rect)
    side = rect.width() / 2
    where = QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)
    icons.paint(painter, where, "chats-circle", "onMark")


def paint_workspace_mark(painter: QPainter, rect: QRectF) -> None:
    """Draw the mark of a workspace without a picture of its own into the square `rect`."""
    _paint_plate(painter, rect)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink("onMark"))
    corners = [rect.topLeft() + QPointF(x * rect.width(), y * rect.height()) for x, y in _HILLS]
    painter.drawPolygon(QPolygonF(corners))
    painter.restore()


def app_icon() -> QIcon:
    """The program's icon for windows and the task bar."""
    made = QIcon()
    for side in (16, 24, 32, 48, 64, 128, 256):
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        paint_app_mark(painter, QRectF(0, 0, side, side))
        painter.end()
        made.addPixmap(picture)
    return made


def _paint_plate(painter: QPainter, rect: QRectF) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    gradient = QLinearGradient(rect.topLeft(), rect.bottomRight())
    gradient.setColorAt(0, ink("markFrom"))
    gradient.setColorAt(1, ink("markTo"))
    painter.setBrush(gradient)
    painter.drawRoundedRect(rect, rect.width() * 0.24, rect.height() * 0.24)
    painter.restore()
