"""How many stars were given is told by more than a colour where colours are alike."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from socialdesk.desktop.look import theme
from socialdesk.desktop.look.tokens import Theme
from socialdesk.desktop.places.queue.paint import paint_stars, stars_size


def test_in_high_contrast_a_star_that_was_not_given_is_empty(qapp: QApplication) -> None:
    theme.apply(qapp, Theme.CONTRAST)
    image = QImage(round(stars_size()) + 4, 24, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_stars(painter, QPointF(0, 12), 2)
    painter.end()
    theme.apply(qapp, Theme.LIGHT)
    step = stars_size() / 5
    is_filled = [image.pixelColor(round((0.4 + number) * step), 12).lightness() < 200 for number in range(5)]

    assert is_filled == [True, True, False, False, False]
