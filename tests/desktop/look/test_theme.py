from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QIcon, QImage, QPainter, QPaintEvent, QPalette, QRegion
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from socialdesk.desktop.look import fonts, icons, metrics, motion, theme, tokens
from socialdesk.desktop.look.mark import app_icon
from socialdesk.desktop.look.theme import Theme


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, Theme.LIGHT)
    yield
    metrics.set_zoom(1.0)
    motion.choose_reduced(None)
    theme.apply(qapp, Theme.LIGHT)


def test_a_change_of_theme_changes_palette_and_inks_and_is_told(qapp: QApplication, qtbot: QtBot) -> None:
    before = tokens.ink("surface")
    with qtbot.waitSignal(theme.signals().changed):
        theme.apply(qapp, Theme.DARK)
    assert tokens.ink("surface") != before
    assert qapp.palette().color(QPalette.ColorRole.Window) == tokens.ink("surface")
    assert tokens.hex_of("accent") in qapp.styleSheet()


def test_every_theme_can_be_worn(qapp: QApplication) -> None:
    worn = {choice: theme.apply(qapp, choice).name for choice in Theme}
    assert worn[Theme.LIGHT] == "light"
    assert worn[Theme.DARK] == "dark"
    assert worn[Theme.CONTRAST].startswith("contrast")


def test_weights_between_the_named_ones_are_real() -> None:
    widths = [
        QFontMetricsF(fonts.font(16, weight)).horizontalAdvance("Camille Roussel") for weight in (500, 550, 600, 650)
    ]
    assert widths == sorted(set(widths))


def test_tabular_digits_have_one_width() -> None:
    face = QFontMetricsF(fonts.font(13))
    assert face.horizontalAdvance("1111") == pytest.approx(face.horizontalAdvance("8888"))
    running = QFontMetricsF(fonts.font(13, tabular=False))
    assert running.horizontalAdvance("1111") < running.horizontalAdvance("8888")


def test_text_zoom_scales_fonts_and_rows_and_stays_in_its_bounds() -> None:
    plain = fonts.font(14).pixelSize()
    metrics.set_zoom(2.0)
    assert fonts.font(14).pixelSize() == 2 * plain
    assert metrics.scaled(88) == 176
    metrics.set_zoom(9)
    assert metrics.zoom() == 2.0


def test_emoji_that_are_joined_are_one_sign_wide() -> None:
    face = QFontMetricsF(fonts.font(14))
    one = face.horizontalAdvance("🙏")
    for sign in ("👨‍👩‍👧‍👦", "🇫🇷", "👍🏽", "❤️"):
        assert face.horizontalAdvance(sign) == pytest.approx(one, rel=0.2), sign


@pytest.mark.parametrize("sign", ["🙏", "❤️", "1️⃣", "☎️", "🇫🇷"])
def test_emoji_have_their_colours(sign: str) -> None:
    image = QImage(60, 60, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.setFont(fonts.font(20))
    painter.setPen(tokens.ink("onAccent"))
    painter.drawText(5, 40, sign)
    painter.end()
    assert any(image.pixelColor(x, y).saturation() > 60 for x in range(60) for y in range(60))


def test_an_icon_is_drawn_once_per_colour_size_and_scale() -> None:
    first = icons.pixmap("clock", "text2", 18, 2.0)
    assert icons.pixmap("clock", "text2", 18, 2.0) is first
    assert icons.pixmap("clock", "accent", 18, 2.0) is not first
    assert first.size() == QSize(36, 36)
    assert first.deviceIndependentSize().toSize() == QSize(18, 18)


def test_an_icon_is_as_fine_as_what_it_is_painted_on(qtbot: QtBot) -> None:
    class Sign(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:
            painter = QPainter(self)
            icons.paint(painter, QRectF(0, 0, 18, 18), "clock", "text")
            painter.end()

    sign = Sign()
    qtbot.addWidget(sign)
    image = QImage(36, 36, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(2)
    image.fill(0)
    sign.render(image, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    fine = icons.pixmap("clock", "text", 18, 2.0).toImage()
    assert all(image.pixel(x, 18) == fine.pixel(x, 18) for x in range(36))


def test_an_icon_of_an_act_follows_the_theme(qapp: QApplication) -> None:
    icon = QIcon(icons.icon("check", "text"))
    light = icon.pixmap(18, 18).toImage()
    theme.apply(qapp, Theme.DARK)
    assert icon.pixmap(18, 18).toImage() != light


def test_a_name_no_icon_has_is_an_error() -> None:
    with pytest.raises(KeyError):
        icons.pixmap("no-such-icon", "text")


def test_every_network_has_its_mark_and_a_stranger_a_globe() -> None:
    networks = tokens._file()["brand"]
    assert all(not icons.mark(network).isNull() for network in networks)
    assert icons.mark("somewhere").toImage() == icons.pixmap("globe", "text3").toImage()


def test_the_programs_icon_has_every_size() -> None:
    sides = {size.width() for size in app_icon().availableSizes()}
    assert {16, 32, 256} <= sides


def test_nothing_moves_where_motion_is_reduced() -> None:
    motion.choose_reduced(True)
    assert motion.duration(motion.SLOW_MS) == 0
    motion.choose_reduced(False)
    assert motion.duration(motion.SLOW_MS) == 220
