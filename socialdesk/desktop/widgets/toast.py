"""Shows the last act with a way back while it can be undone: a ring counts down, Undo and its key stand beside it.

What only tells something stands there without either.

It only shows: whoever holds the act decides when it leaves, so pausing the toast pauses nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import (
    QCoreApplication,
    QEasingCurve,
    QEvent,
    QObject,
    QPoint,
    QPointF,
    QPropertyAnimation,
    QRectF,
    QSize,
    Qt,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from socialdesk.desktop.look import motion
from socialdesk.desktop.look.fonts import metrics
from socialdesk.desktop.look.metrics import CARD_RADIUS, scaled
from socialdesk.desktop.look.mirror import painter_on, start_of
from socialdesk.desktop.look.tokens import font, ink
from socialdesk.desktop.widgets.buttons import Button, Kind
from socialdesk.desktop.widgets.keycap import keycaps_width, paint_keycaps
from socialdesk.desktop.widgets.plain_text import elided, one_line
from socialdesk.desktop.widgets.reply_clock import paint_ring
from socialdesk.desktop.widgets.shadow import REACH, paint_shadow

_HEIGHT, _LEAST, _RING = 46, 320, 22
_BEFORE, _SLACK = 28, 52
"""What stands beside the words besides the ring and the button: before them and behind."""
_EDGE = 16
"""The same where neither is shown."""
_NARROW, _LINES = 180, 4
"""Words get no less width than this beside the button, and no more lines."""
_WRAPS = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap


class _Undo(Button):
    def __init__(self, parent: QWidget) -> None:
        super().__init__("", Kind.LINK, name=QCoreApplication.translate("UndoToast", "Undo"), parent=parent)
        self.caps: tuple[str, ...] = ()

    def sizeHint(self) -> QSize:
        words = metrics(13, 650).horizontalAdvance(self.text())
        return QSize(round(16 + words + (8 + keycaps_width(self.caps) if self.caps else 0)), scaled(30))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        if self.hasFocus():
            painter.setPen(ink("toastAccent"))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)
        elif self.underMouse():
            painter.setBrush(ink("toastAccent", 0.14))
            painter.drawRoundedRect(box, 6, 6)
        painter.setFont(font(13, 650))
        painter.setPen(ink("toastAccent"))
        painter.drawText(box.adjusted(8, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.caps:
            left = box.right() - 8 - keycaps_width(self.caps)
            paint_keycaps(painter, QPointF(left, box.center().y()), self.caps, "toast")
        painter.end()


class UndoToast(QWidget):
    """The toast of one window. A new act replaces the one shown; hover and focus stop its countdown."""

    undo_wanted = Signal()
    expired = Signal()
    """The countdown ran out and the toast went; not told when it was replaced or taken back."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.hide()
        self._over = window
        self._words = self._detail = ""
        self._counts = True
        self._total_ms = 0
        self._corner = QPoint(24, window.height() - 24)
        self._undo = _Undo(self)
        self._undo.clicked.connect(self._on_undo)
        self._undo.installEventFilter(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(REACH, REACH, REACH + 8, REACH)
        self._row.addStretch(1)
        self._row.addWidget(self._undo)
        self._count = QVariantAnimation(self)
        self._count.valueChanged.connect(self._on_step)
        self._count.finished.connect(self._on_finished)
        self._shown = (-1, -1)
        self._move = QPropertyAnimation(self, b"pos", self)
        self._move.setEasingCurve(QEasingCurve(motion.CURVE))

    def show_act(
        self, words: str, detail: str = "", seconds: float = 10, keys: Sequence[str] = ("Z",), undo: str = ""
    ) -> None:
        """Show an act that can be taken back for `seconds`. Who shows it says it aloud: a reader hears one sentence."""
        self._undo.set_words(undo or self.tr("Undo"), name=f"{undo or self.tr('Undo')}: {one_line(words)}")
        self._undo.caps = tuple(keys)
        self._show(words, detail, seconds, counts=True)

    def tell(self, words: str, seconds: float) -> None:
        """Show for `seconds` something that can only be read: no ring, for nothing is to be done in time."""
        self._show(words, "", seconds, counts=False)

    def _show(self, words: str, detail: str, seconds: float, *, counts: bool) -> None:
        self._words, self._detail = one_line(words), one_line(detail)
        self._counts = counts
        self._undo.setVisible(counts)
        self._total_ms = round(seconds * 1000)
        self.setAccessibleName(self._words)
        self._count.stop()
        self._count.setDuration(self._total_ms)
        self._count.setStartValue(self._total_ms)
        self._count.setEndValue(0)
        was_shown = self.isVisible()
        self.place(self._corner)
        self.show()
        self.raise_()
        if not was_shown:
            self._enter()
        self._count.start()
        self._mind_pause()
        self.update()

    def leave(self) -> None:
        """Go away without telling."""
        self._count.stop()
        self.hide()

    @property
    def left_ms(self) -> int:
        """How much of the countdown is left, in milliseconds."""
        return max(0, self._total_ms - self._count.currentTime()) if self.isVisible() else 0

    @property
    def is_paused(self) -> bool:
        """Whether hover or focus holds the countdown."""
        return self._count.state() == QVariantAnimation.State.Paused

    def place(self, corner: QPoint) -> None:
        """Stand with the lower left corner at `corner`, in the window's coordinates; follow it when it moves."""
        self._corner = corner
        size = self.sizeHint()
        is_below = self._is_stacked(size.width() - 2 * REACH)
        self._row.setAlignment(self._undo, Qt.AlignmentFlag.AlignBottom if is_below else Qt.AlignmentFlag.AlignVCenter)
        self.resize(size)
        self._move.stop()
        self.move(self._resting())

    def _resting(self) -> QPoint:
        return QPoint(self._corner.x() - REACH, self._corner.y() - self.height() + REACH)

    def _enter(self) -> None:
        lasts = motion.duration(motion.SLOW_MS)
        if not lasts:
            return
        self._move.setDuration(lasts)
        self._move.setStartValue(self._resting() + QPoint(0, motion.TRAVEL))
        self._move.setEndValue(self._resting())
        self._move.start()

    def sizeHint(self) -> QSize:
        words = metrics(13, 600).horizontalAdvance(self._words)
        detail = metrics(13).horizontalAdvance(self._detail) + 8 if self._detail else 0
        wanted = self._front + words + detail + self._slack + self._beside
        # A part of a pixel less, and the words would need a second line.
        wide = ceil(min(max(_LEAST, wanted), self._room))
        return QSize(wide + 2 * REACH, self._height(wide) + 2 * REACH)

    @property
    def _room(self) -> float:
        return max(self._over.width() - max(0, self._corner.x()) - 16, 160)

    @property
    def _front(self) -> float:
        """Where the words begin."""
        return _BEFORE + scaled(_RING) if self._counts else _EDGE

    @property
    def _beside(self) -> int:
        """How wide the button is."""
        return self._undo.sizeHint().width() if self._counts else 0

    @property
    def _slack(self) -> int:
        return _SLACK if self._counts else _EDGE

    def _is_long(self, wide: float) -> bool:
        """Whether the words need more than one line in a toast so wide."""
        words = metrics(13, 600).horizontalAdvance(self._words)
        return words > wide - self._front - self._slack - self._beside

    def _is_stacked(self, wide: float) -> bool:
        """Whether the button stands below the words, since beside it they would have too little room."""
        beside = wide - self._front - self._slack - self._beside
        return self._counts and self._is_long(wide) and beside < _NARROW

    def _wrapped(self, wide: float) -> tuple[str, float]:
        """The words as they fit into a few lines of a toast so wide, and how high these are."""
        beside = 0 if not self._counts or self._is_stacked(wide) else self._beside + 16
        room = wide - self._front - (12 if self._counts else _EDGE) - beside
        face = metrics(13, 600)
        most = face.lineSpacing() * _LINES + 1
        text = self._words
        while (high := face.boundingRect(QRectF(0, 0, room, 10_000), _WRAPS, text).height()) > most and " " in text:
            text = f"{text.rstrip('…').rpartition(' ')[0]}…"
        return text, high

    def _height(self, wide: float) -> int:
        if not self._is_long(wide):
            return scaled(_HEIGHT)
        lines = round(self._wrapped(wide)[1]) + scaled(20)
        if self._is_stacked(wide):
            lines += self._undo.sizeHint().height()
        return max(scaled(_HEIGHT), lines)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(REACH, REACH, -REACH, -REACH)
        paint_shadow(painter, box, CARD_RADIUS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink("toast"))
        painter.drawRoundedRect(box, CARD_RADIUS, CARD_RADIUS)
        painter.setPen(ink("onToast"))
        left = box.left() + _EDGE
        if self._counts:
            left = self._paint_ring(painter, box)
        if self._is_long(box.width()):
            self._paint_lines(painter, box, left)
        else:
            self._paint_line(painter, box, left)
        painter.end()

    def _paint_ring(self, painter: QPainter, box: QRectF) -> float:
        """Draw what is left of the time; gives where the words begin."""
        side = scaled(_RING)
        ring = QRectF(box.left() + 15, box.center().y() - side / 2, side, side)
        paint_ring(painter, ring, self.left_ms / self._total_ms if self._total_ms else 0, "toastAccent", "toastLine")
        painter.setPen(ink("onToast"))
        painter.setFont(font(11, 650))
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, str(ceil(self.left_ms / 1000)))
        return ring.right() + 12

    def _paint_line(self, painter: QPainter, box: QRectF, left: float) -> None:
        right = self._words_end(box)
        face = font(13, 600)
        painter.setFont(face)
        space = QRectF(left, box.top(), right - left, box.height())
        painter.drawText(space, Qt.AlignmentFlag.AlignVCenter, elided(self._words, face, right - left))
        left += metrics(13, 600).horizontalAdvance(self._words) + 8
        if self._detail and left < right - 24:
            painter.setFont(font(13))
            painter.setPen(ink("onToast2"))
            space.setLeft(left)
            painter.drawText(space, Qt.AlignmentFlag.AlignVCenter, elided(self._detail, font(13), right - left))

    def _words_end(self, box: QRectF) -> float:
        """Where words that stand beside the button must end."""
        return start_of(self._undo) - 12.0 if self._counts else box.right() - _EDGE

    def _paint_lines(self, painter: QPainter, box: QRectF, left: float) -> None:
        """Words that one line has no room for: whole in several, as with large text."""
        is_stacked = self._is_stacked(box.width())
        right = box.right() - 12 if is_stacked else self._words_end(box)
        low = self._undo.height() if is_stacked else 0
        painter.setFont(font(13, 600))
        space = QRectF(left, box.top(), right - left, box.height() - low)
        painter.drawText(space, _WRAPS, self._wrapped(box.width())[0])

    def _on_step(self, _value: object) -> None:
        # Twelve steps a second while things move, one while they do not: nothing else needs the ring repainted.
        part = 0 if motion.is_reduced() else self.left_ms * 12 // 1000
        now = (ceil(self.left_ms / 1000), part)
        if self._counts and now != self._shown:
            self._shown = now
            self.update(REACH, REACH, 15 + scaled(_RING) + 8, self.height() - 2 * REACH)

    def _on_finished(self) -> None:
        if self.isVisible():
            self.hide()
            self.expired.emit()

    def _on_undo(self) -> None:
        self.leave()
        self.undo_wanted.emit()

    def _mind_pause(self) -> None:
        held = self.isVisible() and (self.underMouse() or self._undo.hasFocus())
        if held and self._count.state() == QVariantAnimation.State.Running:
            self._count.pause()
        elif not held and self.is_paused:
            self._count.resume()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._mind_pause()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._mind_pause()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._undo and event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self._mind_pause()
        return False
