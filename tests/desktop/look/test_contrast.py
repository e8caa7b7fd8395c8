"""Where contrast is high, what is told by a tint elsewhere has an outline."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from socialdesk.desktop.look import theme
from socialdesk.desktop.look.tokens import Theme, ink
from socialdesk.desktop.places.conversation.paint import paint_box
from socialdesk.desktop.places.conversation.shield_parts import Bars
from socialdesk.desktop.widgets.buttons import Button, Kind


@pytest.fixture(autouse=True)
def high_contrast(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, Theme.CONTRAST)
    yield
    theme.apply(qapp, Theme.LIGHT)


@pytest.mark.parametrize(("fill", "line"), [("soonTint", "soon"), ("overTint", "over")])
def test_what_became_of_an_answer_has_its_box(fill: str, line: str) -> None:
    image = QImage(80, 40, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(ink("surface"))
    painter = QPainter(image)
    paint_box(painter, QRectF(0, 0, 80, 40), fill, None, 8)
    painter.end()

    assert image.pixelColor(40, 0) == ink(line)
    assert image.pixelColor(0, 20) == ink(line)


@pytest.mark.parametrize("kind", [Kind.PRIMARY, Kind.SECONDARY, Kind.DANGER])
def test_a_button_that_is_off_is_seen_to_be_one(kind: Kind) -> None:
    button = Button("Send", kind)
    button.set_off("Fill 1 blank.")
    button.resize(button.sizeHint())
    assert _contrast(_grabbed(button).pixelColor(0, button.height() // 2)) >= 3


def test_what_stands_for_text_that_is_kept_back_is_seen() -> None:
    bars = Bars()
    bars.resize(300, bars.sizeHint().height())
    assert _contrast(_grabbed(bars).pixelColor(40, 6)) >= 3


def _grabbed(widget: QWidget) -> QImage:
    image = QImage(widget.size(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(ink("surface"))
    widget.render(image)
    return image


def _contrast(colour: QColor) -> float:
    """With the plane it stands on."""
    light, dark = sorted((_light(colour), _light(ink("surface"))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _light(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
