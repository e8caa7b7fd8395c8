"""What is painted by hand follows the way the layout runs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from socialdesk.desktop.look import icons
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
from socialdesk.desktop.places.context.parts import LineButton
from socialdesk.desktop.widgets.buttons import Button
from socialdesk.desktop.widgets.keycap import paint_keycaps

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


def test_carets_turn_wherever_the_layout_does_and_keys_on_caps_never(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    pixmap = icons.pixmap

    def note(name: str, token: str | QColor, size: float = 18, ratio: float = 1.0) -> QPixmap:
        drawn.append(name)
        return pixmap(name, token, size, ratio)

    monkeypatch.setattr(icons, "pixmap", note)
    for button in (Button("More", icon="caret-right"), LineButton("Earlier", "", icon="caret-right")):
        for way in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
            button.setLayoutDirection(way)
            button.resize(button.sizeHint())
            button.grab()
    assert drawn == ["caret-right", "caret-left"] * 2

    drawn.clear()
    picture = QPixmap(60, 20)
    painter = painter_for(picture, 60, is_mirrored=True)
    paint_keycaps(painter, QPointF(0, 10), ("Left", "Right"))
    painter.end()
    assert drawn == ["arrow-left", "arrow-right"], "what stands on the keys does not change with the language"


def test_icons_of_menus_turn_with_the_application(qapp: QApplication) -> None:
    undo, other = icons.icon("arrow-u-up-left", "text"), icons.icon("arrow-u-up-right", "text")
    assert _shape(undo) != _shape(other)
    turned = _shape(other)
    try:
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        assert _shape(undo) == turned
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert _shape(other) == turned


def _shape(icon: QIcon) -> bytes:
    image = icon.pixmap(18, 18).toImage()
    return bytes(image.constBits())
