import gc
import weakref
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QIcon, QImage, QPainter, QPaintEvent, QPalette, QRegion
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from socialdesk.desktop.look import fonts, icons, metrics, motion, theme, tokens
from socialdesk.desktop.look.following import Following
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


class _Eager(QObject):
    """An event filter that makes so much that Python would like to collect, and notes how many widgets are left."""

    def __init__(self, forgotten: list[weakref.ref[QWidget]]) -> None:
        super().__init__()
        self._forgotten = forgotten
        self.left: list[int] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kept = [[watched] for _ in range(2_000)]
        self.left.append(sum(one() is not None for one in self._forgotten))
        return not kept


def _forgotten() -> weakref.ref[QWidget]:
    widget = QWidget()
    widget.__dict__["around"] = [widget]  # a ring, which only the collector takes apart
    return weakref.ref(widget)


def test_no_widget_is_collected_while_qt_goes_through_all_of_them(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    gc.collect()
    gc.disable()
    forgotten = [_forgotten() for _ in range(20)]
    gc.enable()
    eager = _Eager(forgotten)
    dress = theme._dress

    def watched(app: QApplication, wanted: Theme) -> tokens.Tokens:
        app.installEventFilter(eager)
        try:
            return dress(app, wanted)
        finally:
            app.removeEventFilter(eager)

    monkeypatch.setattr(theme, "_dress", watched)
    theme.apply(qapp, Theme.DARK)

    assert eager.left
    assert set(eager.left) == {len(forgotten)}
    assert gc.isenabled()
    gc.collect()
    assert {one() for one in forgotten} == {None}


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


def test_running_text_keeps_its_hyphens_narrow_where_the_application_writes_in_a_tabular_font(
    qapp: QApplication,
) -> None:
    theme.apply(qapp, Theme.LIGHT)
    words = "six-year-old"
    wide = {one: fonts.metrics(13, 400, tabular=one).horizontalAdvance(words) for one in (True, False)}
    assert wide[True] > wide[False] + 3
    picture = QImage(200, 40, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    painter.setFont(fonts.font(13, 400, tabular=False))
    assert QFontMetricsF(painter.font()).horizontalAdvance(words) == wide[False]
    painter.end()


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


def test_what_follows_the_look_says_nothing_wrong_while_it_and_its_widget_are_collected(qapp: QApplication) -> None:
    widget = QWidget()
    follower = Following(widget, lambda: None)
    follower._on_changed()  # it waits to be shown from now on
    assert follower.is_late
    follower.__dict__.clear()  # as the collector does, before either is deleted
    qapp.sendEvent(widget, QEvent(QEvent.Type.Hide))
    shiboken6.delete(widget)
