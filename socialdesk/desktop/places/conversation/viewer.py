"""Shows the pictures of one message over the whole window: whole, close up, one after the other; by key and mouse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from socialdesk.desktop.bridge.pictures import Pictures
from socialdesk.desktop.look.fonts import font
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.tokens import ink

tr = QCoreApplication.translate
MOST_ZOOM = 8.0
_STEP = 1.25
_PAN = 60
_EDGE = 32


@dataclass(frozen=True, slots=True)
class Viewed:
    """One picture: its digest, and what its sender said it shows."""

    sha256: str
    alt: str


class Viewer(QWidget):
    """Lies over a window until Esc or a click beside the picture."""

    closed = Signal()

    def __init__(self, window: QWidget, pictures: Pictures, viewed: Sequence[Viewed], at: int) -> None:
        super().__init__(window)
        self._over = window
        self._pictures = pictures
        self._viewed = tuple(viewed)
        self._at = at
        self.zoom = 1.0
        self._shift = QPointF()
        self._grabbed: QPointF | None = None
        self._moved = False
        self._before = QApplication.focusWidget()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        pictures.ready.connect(self._on_ready)
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self._name()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

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
            self.update()

    def set_zoom(self, zoom: float) -> None:
        """Come closer or go back; 1 is the whole picture."""
        self.zoom = min(max(zoom, 1.0), MOST_ZOOM)
        self._keep_in_sight()
        self.update()

    def pan(self, x: float, y: float) -> None:
        """Look at another part of it."""
        self._shift += QPointF(x, y)
        self._keep_in_sight()
        self.update()

    def leave(self) -> None:
        """Go away and give the focus back."""
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()
        self.close()

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
        return QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE - scaled(34))

    def _keep_in_sight(self) -> None:
        self_rect, room = self.image_rect(), self._room()
        wide, high = (max(0.0, (a - b) / 2) for a, b in zip(_size(self_rect), _size(room), strict=True))
        self._shift = QPointF(min(max(self._shift.x(), -wide), wide), min(max(self._shift.y(), -high), high))

    def _name(self) -> None:
        self.setAccessibleName(tr("conversation", "Picture"))
        self.setAccessibleDescription(self._caption())

    def _caption(self) -> str:
        alt = self._viewed[self._at].alt or tr("conversation", "Without a description")
        if len(self._viewed) == 1:
            return alt
        return tr("conversation", "{number} of {all} · {alt}").format(
            number=self._at + 1, all=len(self._viewed), alt=alt
        )

    def _on_ready(self, sha256: str) -> None:
        if sha256 == self._viewed[self._at].sha256:
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
        caption = self._caption()
        if image is None and self._pictures.is_absent(self._viewed[self._at].sha256):
            caption = tr("conversation", "This picture is not here any more. Close it and press Show again.")
        painter.setFont(font(13, 500))
        words = painter.fontMetrics().elidedText(caption, Qt.TextElideMode.ElideRight, self.width() - 2 * _EDGE - 32)
        wide, high = painter.fontMetrics().horizontalAdvance(words) + 32, scaled(30)
        plate = QRectF((self.width() - wide) / 2, self.height() - _EDGE / 2 - high, wide, high)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink("raised"))
        painter.drawRoundedRect(plate, high / 2, high / 2)
        painter.setPen(ink("text"))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, words)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()  # nothing reaches what lies under
        is_close = self.zoom > 1
        match event.key():
            case Qt.Key.Key_Escape | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.leave()
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.set_zoom(self.zoom * _STEP)
            case Qt.Key.Key_Minus:
                self.set_zoom(self.zoom / _STEP)
            case Qt.Key.Key_0:
                self.set_zoom(1)
            case Qt.Key.Key_Left:
                self.pan(_PAN, 0) if is_close else self.go(-1)
            case Qt.Key.Key_Right:
                self.pan(-_PAN, 0) if is_close else self.go(1)
            case Qt.Key.Key_Up:
                self.pan(0, _PAN)
            case Qt.Key.Key_Down:
                self.pan(0, -_PAN)
            case Qt.Key.Key_PageUp:
                self.go(-1)
            case Qt.Key.Key_PageDown:
                self.go(1)
            case _:
                pass

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.set_zoom(self.zoom * (_STEP if event.angleDelta().y() > 0 else 1 / _STEP))
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
        self.set_zoom(1 if self.zoom > 1 else 3)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - as Qt names it
        return True  # the keyboard stays here until it is closed

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        return False


def _size(rect: QRectF) -> tuple[float, float]:
    return rect.width(), rect.height()
