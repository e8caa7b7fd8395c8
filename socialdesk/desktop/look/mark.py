"""Paints the program's own mark, a white sign on a plate of deep teal, and gives the icon made of it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from socialdesk.desktop.look import icons


def paint_app_mark(painter: QPainter, rect: QRectF) -> None:
    """Draw the program's mark into the square `rect`."""
    icons.paint_plate(painter, rect)
    side = rect.width() / 2
    where = QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)
    icons.paint(painter, where, "chats-circle", "onMark")


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
