"""What is painted by hand follows the way the layout runs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from socialdesk.desktop.look.mirror import (
    Index,
    as_written,
    mirrored_row,
    own_direction,
    painter_for,
    painter_on,
    pointing,
    start_of,
)

pytestmark = pytest.mark.usefixtures("qapp")
_RED = QColor("red")


class _Mark(QWidget):
    def paintEvent(self, event: object) -> None:
        painter = painter_on(self)
        painter.fillRect(QRectF(0, 0, 10, 20), _RED)
        painter.end()


class _Rows(QStyledItemDelegate):
    @mirrored_row
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.fillRect(QRectF(option.rect.left(), option.rect.top(), 10, 20), _RED)


def _reds(image: QImage, y: int = 5) -> set[int]:
    return {x for x in range(image.width()) if image.pixelColor(x, y) == _RED}


def test_a_widget_paints_at_the_other_side_where_its_layout_runs_from_the_right() -> None:
    mark = _Mark()
    mark.resize(100, 20)
    assert _reds(mark.grab().toImage()) == set(range(10))

    mark.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    assert _reds(mark.grab().toImage()) == set(range(90, 100))


def test_a_row_is_turned_within_its_own_place() -> None:
    image = QImage(120, 40, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.white)
    option = QStyleOptionViewItem()
    option.rect = QRect(20, 10, 100, 20)
    option.direction = Qt.LayoutDirection.RightToLeft
    painter = QPainter(image)
    _Rows().paint(painter, option, QModelIndex())
    painter.end()

    assert _reds(image, 15) == set(range(110, 120))
    assert not _reds(image, 5)


def test_stretches_of_one_text_keep_their_order() -> None:
    picture = QPixmap(100, 20)
    picture.fill(Qt.GlobalColor.white)
    painter = painter_for(picture, 100, is_mirrored=True)
    with as_written(painter, QRectF(0, 0, 30, 20)):
        painter.fillRect(QRectF(0, 0, 10, 20), _RED)
    painter.fillRect(QRectF(0, 0, 10, 20), QColor("blue"))
    painter.end()
    image = picture.toImage()

    assert _reds(image) == set(range(70, 80))
    assert image.pixelColor(95, 5) == QColor("blue")


def test_a_picture_is_put_at_the_other_side_but_not_turned_round() -> None:
    drawn = QPixmap(10, 20)
    drawn.fill(Qt.GlobalColor.white)
    inside = QPainter(drawn)
    inside.fillRect(0, 0, 3, 20, _RED)
    inside.end()
    picture = QPixmap(100, 20)
    picture.fill(Qt.GlobalColor.white)
    painter = painter_for(picture, 100, is_mirrored=True)
    painter.drawPixmap(QPointF(20, 0), drawn)
    painter.end()

    assert _reds(picture.toImage()) == {70, 71, 72}


def test_every_line_keeps_the_direction_of_its_own_letters() -> None:
    assert own_direction("@camille.rsl\n\nשלום!") == "\u2068@camille.rsl\u2069\n\n\u2068שלום!\u2069"


def test_a_child_begins_where_a_painter_on_its_parent_means_it() -> None:
    around = QWidget()
    around.resize(100, 20)
    child = QWidget(around)
    child.setGeometry(10, 0, 30, 20)
    assert start_of(child) == 10

    around.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    assert start_of(child) == 60
    assert QApplication.layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_an_arrow_points_as_the_layout_runs_and_other_icons_stay() -> None:
    mark = _Mark()
    mark.resize(100, 20)
    shown: list[str] = []
    for way in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        mark.setLayoutDirection(way)
        picture = QPixmap(100, 20)
        painter = painter_for(picture, 100, is_mirrored=mark.isRightToLeft())
        shown += [pointing(painter, "arrow-left"), pointing(painter, "check")]
        painter.end()

    assert shown == ["arrow-left", "check", "arrow-right", "check"]
