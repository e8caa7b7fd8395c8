"""A label whose lines stand as far apart as the design has it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from socialdesk.desktop.look import metrics
from socialdesk.desktop.widgets.leaded import LeadedLabel
from socialdesk.desktop.widgets.plain_text import PlainLabel

TEXT = "Writes in French. Likes a first name and a clear date.\nSent a repair voucher in March."


def _inked(label: PlainLabel) -> list[int]:
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


@pytest.mark.parametrize(("px", "line"), [(11, 14), (12, 16), (13, 18), (14, 21)])
def test_lines_of_a_label_that_wraps_stand_apart_as_the_design_has_it_for_their_size(
    px: int, line: int, qtbot: QtBot
) -> None:
    label = PlainLabel("HH\nHH\nHH", px, wraps=True)
    qtbot.addWidget(label)
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    label.resize(220, label.heightForWidth(220))
    inked = _inked(label)
    begins = [y for y in inked if y - 1 not in inked]
    assert [begin - begins[0] for begin in begins] == [0, line, 2 * line]
    assert max(inked) < label.height()
    label.setText("One line")
    assert label.heightForWidth(220) == label.fontMetrics().height(), "a single line takes no more than it did"
