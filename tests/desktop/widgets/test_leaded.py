"""A label whose lines stand as far apart as the design has it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from socialdesk.desktop.look import metrics
from socialdesk.desktop.widgets.leaded import LeadedLabel

TEXT = "Writes in French. Likes a first name and a clear date.\nSent a repair voucher in March."


def _inked(label: LeadedLabel) -> list[int]:
    """The rows of pixels that hold ink."""
    image = QImage(label.size(), QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.end()
    label.render(image)
    ground = image.pixel(label.width() - 1, label.height() - 1)
    return [y for y in range(label.height()) if any(image.pixel(x, y) != ground for x in range(label.width()))]


def test_lines_stand_apart_as_asked_and_all_of_them_are_seen_at_any_zoom(qtbot: QtBot) -> None:
    label = LeadedLabel(TEXT, 12, 18)
    qtbot.addWidget(label)
    high = label.heightForWidth(220)
    assert high % 18 == 0
    assert high >= 3 * 18
    assert label.heightForWidth(10_000) == 2 * 18, "a break of the text is a break"
    assert label.text() == TEXT
    label.setGeometry(QRect(0, 0, 220, high))
    inked = _inked(label)
    assert all(any(line * 18 <= y < line * 18 + 18 for y in inked) for line in range(high // 18))
    assert max(inked) < high - 1
    metrics.set_zoom(2.0)
    assert label.heightForWidth(10_000) == 2 * 36
    metrics.set_zoom(1.0)
