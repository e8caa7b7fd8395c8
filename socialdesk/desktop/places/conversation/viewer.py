"""Shows the pictures of one message over the whole window: whole, close up, one after the other; by key and mouse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QWidget

from socialdesk.desktop.bridge.pictures import Pictures
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.tokens import ink
from socialdesk.desktop.widgets.announce import announce
from socialdesk.desktop.widgets.buttons import IconButton
from socialdesk.desktop.widgets.overlay import Overlay
from socialdesk.desktop.widgets.plain_text import PlainLabel
from socialdesk.desktop.widgets.shadow import paint_shadow

tr = QCoreApplication.translate
MOST_ZOOM = 8.0
_STEP = 1.25
_CLOSE_UP = 3.0
"""What a double click comes to."""
_NOTCH = 120
"""What Qt tells of a wheel that went on by one step."""
_PAN = 60
_EDGE = 32
_LOW_EDGE = 16
_WIDE, _RADIUS = 720, 12
_SHARE = 0.35
"""A long description takes at most this share of the window; the rest of it is scrolled to."""


@dataclass(frozen=True, slots=True)
class Viewed:
    """One picture: its digest, and what its sender said it shows."""

    sha256: str
    alt: str


class _Caption(QScrollArea):
    """What a picture shows, in as many lines as that takes and there is room for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet("QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; }")
        self.label = PlainLabel("", 13, 500, wraps=True)
        self.label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWidget(self.label)

    def fit(self, width: int, most: int) -> None:
        """Take the height the words need at this width, up to `most`."""
        needed = self.label.heightForWidth(width)
        self.setFixedHeight(min(needed, most))
        # Only where something is out of sight is there something to do for the keyboard.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if needed > most else Qt.FocusPolicy.NoFocus)


class Viewer(Overlay):
    """Lies over a window until Esc or a click beside the picture; its bar says what is seen and goes on."""

    def __init__(self, window: QWidget, pictures: Pictures, viewed: Sequence[Viewed], at: int) -> None:
        super().__init__(window, _WIDE, tr("conversation", "Picture"), _RADIUS, "scrim")
        self._pictures = pictures
        self._viewed = tuple(viewed)
        self._at = at
        self.zoom = 1.0
        self._shift = QPointF()
        self._grabbed: QPointF | None = None
        self._moved = False
        several = len(self._viewed) > 1
        self.back = IconButton("arrow-left", tr("conversation", "Previous picture"), keys=("Page Up",), parent=self)
        self.on = IconButton("arrow-right", tr("conversation", "Next picture"), keys=("Page Down",), parent=self)
        self.smaller = IconButton("minus", tr("conversation", "Farther away"), keys=("-",), parent=self)
        self.larger = IconButton("plus", tr("conversation", "Closer"), keys=("+",), parent=self)
        self.shut = IconButton("x", tr("conversation", "Close"), keys=("Esc",), parent=self)
        self._caption_area = _Caption(self)
        self._lay_out()
        for button, run in (
            (self.back, lambda: self.go(-1)),
            (self.on, lambda: self.go(1)),
            (self.smaller, lambda: self.set_zoom(self.zoom / _STEP)),
            (self.larger, lambda: self.set_zoom(self.zoom * _STEP)),
            (self.shut, self.leave),
        ):
            button.clicked.connect(run)
        self.back.setVisible(several)
        self.on.setVisible(several)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        pictures.ready.connect(self._on_ready)
        self.closed.connect(self.deleteLater)
        self._name()
        self._open(self)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(10, 7, 10, 7)
        line.setSpacing(8)
        for part in (self.back, self.on):
            line.addWidget(part)
        line.addWidget(self._caption_area, 1)
        for part in (self.smaller, self.larger, self.shut):
            line.addWidget(part)
        self.inside.addLayout(line)

    def place(self) -> None:
        self.setGeometry(self._over.rect())
        wide = min(scaled(_WIDE), self.width() - 2 * _LOW_EDGE)
        self.card.setFixedWidth(wide)
        buttons = [one for one in (self.back, self.on, self.smaller, self.larger, self.shut) if one.isVisibleTo(self)]
        beside = sum(one.sizeHint().width() + 8 for one in buttons) + 22
        self._caption_area.fit(wide - beside, max(scaled(32), round(_SHARE * self.height())))
        super().place()
        self.card.move((self.width() - self.card.width()) // 2, self.height() - self.card.height() - _LOW_EDGE)

    @property
    def at(self) -> int:
        """Which picture is shown."""
        return self._at

    def go(self, by: int) -> None:
        """Show another one."""
        place = min(max(self._at + by, 0), len(self._viewed) - 1)
        if place != self._at:
            self._at = place
            self.zoom, self._shift = 1.0, QPointF()
            self._name()
            self.place()
            self.update()
            announce(self, self._caption())

    def set_zoom(self, zoom: float, at: QPointF | None = None) -> None:
        """Come closer or go back; 1 is the whole picture. What lies `at` a place stays there."""
        before, self.zoom = self.zoom, min(max(zoom, 1.0), MOST_ZOOM)
        if at is not None:
            off = at - self._room().center()
            self._shift = off - (off - self._shift) * (self.zoom / before)
        self._keep_in_sight()
        self._show_what_can_be_done()
        self.update()

    def pan(self, x: float, y: float) -> None:
        """Look at another part of it."""
        self._shift += QPointF(x, y)
        self._keep_in_sight()
        self.update()

    def image_rect(self) -> QRectF:
        """Where the picture stands now, in logical pixels; empty until it is read."""
        image = self._image()
        if image is None:
            return QRectF()
        room = self._room()
        fit = min(room.width() / image.width(), room.height() / image.height(), 1.0)
        rect = QRectF(0, 0, image.width() * fit * self.zoom, image.height() * fit * self.zoom)
        rect.moveCenter(room.center() + self._shift)
        return rect

    def _image(self) -> QImage | None:
        sha256 = self._viewed[self._at].sha256
        # The small form stands in until the large one is read.
        return self._pictures.view(sha256) or self._pictures.thumb(sha256)

    def _room(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -self.card.height() - 2 * _LOW_EDGE)

    def _keep_in_sight(self) -> None:
        self_rect, room = self.image_rect(), self._room()
        wide, high = (max(0.0, (a - b) / 2) for a, b in zip(_size(self_rect), _size(room), strict=True))
        self._shift = QPointF(min(max(self._shift.x(), -wide), wide), min(max(self._shift.y(), -high), high))

    def _name(self) -> None:
        said = self._caption()
        self.setAccessibleDescription(said)
        self._caption_area.setAccessibleName(said)
        is_coming = self._image() is None and not self._is_absent()
        self._caption_area.label.setText(
            tr("conversation", "Loading the picture: {words}").format(words=said) if is_coming else said
        )
        self._show_what_can_be_done()

    def _show_what_can_be_done(self) -> None:
        last = len(self._viewed) - 1
        for button, can in (
            (self.back, self._at > 0),
            (self.on, self._at < last),
            (self.smaller, self.zoom > 1),
            (self.larger, self.zoom < MOST_ZOOM),
        ):
            if not can and button.hasFocus():
                self.setFocus()
            button.setEnabled(can)

    def _is_absent(self) -> bool:
        return self._image() is None and self._pictures.is_absent(self._viewed[self._at].sha256)

    def _caption(self) -> str:
        said = self._viewed[self._at].alt or tr("conversation", "Without a description")
        if self._is_absent():
            said = tr("conversation", "This picture is not here any more. Close it and press Show again.")
        if len(self._viewed) == 1:
            return said
        return tr("conversation", "{number} of {all} · {alt}").format(
            number=self._at + 1, all=len(self._viewed), alt=said
        )

    def _on_ready(self, sha256: str) -> None:
        if sha256 == self._viewed[self._at].sha256:
            self._name()
            self.place()
            self.update()

    # ---------------------------------------------------------------------------------------------- Qt overrides
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        # Twice what lies under a card: a picture is looked at, what is behind it is not.
        painter.fillRect(self.rect(), ink("scrim"))
        painter.fillRect(self.rect(), ink("scrim"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        image = self._image()
        if image is not None:
            painter.drawImage(self.image_rect(), image)
        paint_shadow(painter, QRectF(self.card.geometry()), self.card.radius)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_close, on = self.zoom > 1, QApplication.focusWidget()
        by = -1 if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else 1
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if on is self:
                self.leave()
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.set_zoom(self.zoom * _STEP)
            case Qt.Key.Key_Minus:
                self.set_zoom(self.zoom / _STEP)
            case Qt.Key.Key_0:
                self.set_zoom(1)
            case Qt.Key.Key_Left:
                self.pan(_PAN, 0) if is_close else self.go(-by)
            case Qt.Key.Key_Right:
                self.pan(-_PAN, 0) if is_close else self.go(by)
            case Qt.Key.Key_Up:
                self.pan(0, _PAN)
            case Qt.Key.Key_Down:
                self.pan(0, -_PAN)
            case Qt.Key.Key_PageUp:
                self.go(-1)
            case Qt.Key.Key_PageDown:
                self.go(1)
            case Qt.Key.Key_Home:
                self.go(-len(self._viewed))
            case Qt.Key.Key_End:
                self.go(len(self._viewed))
            case _:
                super().keyPressEvent(event)
        event.accept()  # nothing reaches what lies under

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if turned:  # a touch pad tells many small turns, and also such to the side
            self.set_zoom(self.zoom * _STEP ** (turned / _NOTCH), event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._grabbed, self._moved = event.position(), False
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is not None:
            by = event.position() - self._grabbed
            self._moved = self._moved or by.manhattanLength() > QApplication.startDragDistance()
            if self._moved:
                self._grabbed = event.position()
                self.pan(by.x(), by.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grabbed = None
        if not self._moved and not self.image_rect().contains(event.position()):
            self.leave()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.set_zoom(1 if self.zoom > 1 else _CLOSE_UP, event.position())


def _size(rect: QRectF) -> tuple[float, float]:
    return rect.width(), rect.height()
