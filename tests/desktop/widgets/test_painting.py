import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from socialdesk.desktop.look import theme
from socialdesk.desktop.look.theme import Theme
from socialdesk.desktop.widgets.avatar import paint_avatar
from socialdesk.desktop.widgets.chip import Chip, chip_width, paint_chip, paint_tags
from socialdesk.desktop.widgets.keycap import keycaps_width, paint_keycaps
from socialdesk.desktop.widgets.reply_clock import ClockState, clock_size, paint_clock
from tests.desktop.widgets.gallery import Gallery, picture


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, Theme.LIGHT)
    yield
    theme.apply(qapp, Theme.LIGHT)


def _canvas() -> QImage:
    image = QImage(400, 40, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    return image


def _clock(state: ClockState, label: str = "18 min", fraction: float = 0.5) -> QImage:
    image = _canvas()
    painter = QPainter(image)
    paint_clock(painter, QPointF(4, 4), state, label, fraction)
    painter.end()
    return image


def _shape(image: QImage) -> list[bool]:
    """What is painted strongly and what is not, without any hue."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return [
        image.pixelColor(x, y).alpha() > 0 and grey.pixelColor(x, y).red() < 190 for y in range(40) for x in range(60)
    ]


def test_reply_clocks_differ_without_any_hue() -> None:
    shapes = [_shape(_clock(state)) for state in ClockState]
    for index, shape in enumerate(shapes):
        for other in shapes[index + 1 :]:
            assert sum(one != two for one, two in zip(shape, other, strict=True)) > 25


def test_only_late_and_soon_have_a_box() -> None:
    filled = {state for state in ClockState if _clock(state).pixelColor(9, 6).alpha() == 255}
    assert filled == {ClockState.LATE, ClockState.SOON}


def test_the_ring_shows_what_is_left() -> None:
    assert _clock(ClockState.RUNNING, fraction=0.1) != _clock(ClockState.RUNNING, fraction=0.9)


def test_a_clock_takes_the_width_it_says_and_no_more_than_it_may() -> None:
    image = _canvas()
    painter = QPainter(image)
    label = "Outside hours, due Mon 09:20"
    assert paint_clock(painter, QPointF(0, 0), "paused", label) == clock_size("paused", label).width()
    assert paint_clock(painter, QPointF(0, 0), "paused", label, most=80) == 80
    painter.end()


def test_tags_that_do_not_fit_whole_are_counted() -> None:
    image = _canvas()
    painter = QPainter(image)
    tags = ["Delivery", "VIP", "Repair", "Sizing"]
    room = chip_width(Chip.TAG, "Delivery") + 8 + chip_width(Chip.TAG, "+3") + 4
    assert paint_tags(painter, QPointF(0, 0), tags, room) <= room
    assert paint_tags(painter, QPointF(0, 0), tags, 10_000) > room
    assert paint_tags(painter, QPointF(0, 0), tags, 5) == 0
    painter.end()


def test_painting_two_thousand_times_drops_no_reference_to_none() -> None:
    image = _canvas()
    before = sys.getrefcount(None)
    for _ in range(2000):
        painter = QPainter(image)
        paint_avatar(painter, QRectF(0, 0, 36, 36), "CR", "seed", "instagram")
        paint_clock(painter, QPointF(60, 4), ClockState.SOON, "18 min", 0.4)
        paint_chip(painter, QPointF(160, 4), Chip.TAG, "Delivery")
        paint_keycaps(painter, QPointF(260, 14), ("Ctrl", "Enter"))
        painter.end()
    assert sys.getrefcount(None) > before - 500


def test_keys_take_the_width_they_say() -> None:
    image = _canvas()
    painter = QPainter(image)
    assert paint_keycaps(painter, QPointF(0, 10), ("Ctrl", "Shift", "Enter")) == keycaps_width(
        ("Ctrl", "Shift", "Enter")
    )
    painter.end()


@pytest.mark.parametrize("choice", [Theme.LIGHT, Theme.DARK, Theme.CONTRAST])
def test_everything_can_be_painted_in_every_theme(qtbot: QtBot, qapp: QApplication, choice: Theme) -> None:
    theme.apply(qapp, choice)
    gallery = Gallery()
    qtbot.addWidget(gallery)
    gallery.show()
    gallery.toast.show_act("2 threads given to Noah.", "He gets one notice.")
    image = picture(gallery)
    assert image.width() == 2880
    kept = os.environ.get("SOCIALDESK_PICTURES")
    if kept:
        image.save(str(Path(kept) / f"gallery-{choice.value}.png"))


def test_everything_that_takes_the_focus_has_a_name(qtbot: QtBot) -> None:
    gallery = Gallery()
    qtbot.addWidget(gallery)
    stops = [one for kind in (QAbstractButton, QLineEdit) for one in gallery.findChildren(kind)]
    assert len(stops) > 15
    assert [one for one in stops if isinstance(one, QWidget) and not one.accessibleName()] == []
