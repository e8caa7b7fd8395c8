"""One day of opening hours as a bar of 24 hours: drawn with the mouse or by keys; the field beside it is for writing.

Dragging over an empty part opens it, dragging an edge moves that, a double click closes what is under it. By keys a
mark is moved, Space begins and ends what is opened, Delete closes what is under the mark. What reaches past midnight
shows on the bar of the next day as well, where it cannot be taken hold of.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from socialdesk.desktop.look.following import sized
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.mirror import painter_on
from socialdesk.desktop.look.tokens import font, ink
from socialdesk.desktop.widgets.focus_ring import paint_focus_ring
from socialdesk.model.calendar import DAY, Span, Spans, overlapping
from socialdesk.model.hours_words import clock, joined_up

tr = QCoreApplication.translate
STEP = 15
"""Minutes between the places where an edge can be put."""
_EDGE = 7
"""How near an edge is taken hold of, in logical pixels."""
_HOURS = (0, 6, 12, 18, 24)


class DayBar(QWidget):
    """The bar. `changed` tells the spans that were drawn; who listens shows them again."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spans: Spans = ()
        self._from_before: Spans = ()
        self._drawn: Span | None = None
        """What the mouse is drawing."""
        self._fixed = 0
        """The edge of it that stays."""
        self._others: Spans = ()
        self._mark = 9 * 60
        """Where the keys are at."""
        self._begun: int | None = None
        """Where they began to draw."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        sized(self, lambda: self.setMinimumWidth(scaled(48)))

    def show_spans(self, spans: Spans, from_before: Spans = ()) -> None:
        """Show the hours of the day, and those of the day before that reach into it."""
        self._spans = spans
        self._from_before = tuple(Span(0, one.ends - DAY) for one in from_before if one.ends > DAY)
        self._tell()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, scaled(28))

    def minute_at(self, x: float) -> int:
        """The minute of the day under a place, on the step."""
        along = self.width() - x if self.isRightToLeft() else x
        return min(DAY, max(0, round(along / max(1, self.width()) * DAY / STEP) * STEP))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        at = self.minute_at(event.position().x())
        near = max(STEP // 2, round(_EDGE / max(1, self.width()) * DAY))
        for span in self._spans:
            for edge, other in ((span.begins, span.ends), (span.ends, span.begins)):
                if edge <= DAY and abs(edge - at) <= near and (edge != span.begins or span.ends <= DAY):
                    self._others = tuple(one for one in self._spans if one != span)
                    self._fixed, self._drawn = other, span
                    return
        if any(span.begins <= at < span.ends for span in self._spans):
            return
        self._others, self._fixed = self._spans, at
        self._drawn = Span(at, at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self.minute_at(event.position().x())
        if self._drawn is None:
            self.setToolTip(self._words_at(at))
            return
        begins, ends = sorted((self._fixed, at))
        self._drawn = Span(begins, ends)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drawn, self._drawn = self._drawn, None
        self.update()
        if event.button() is Qt.MouseButton.LeftButton:
            self._opened(drawn)

    def _opened(self, drawn: Span | None) -> None:
        if drawn is None or drawn.begins >= drawn.ends:
            return
        both = joined_up([*self._apart_from(drawn), drawn])
        if both != self._spans and not overlapping(both):
            self.changed.emit(both)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._close(self.minute_at(event.position().x()))

    def _close(self, at: int) -> None:
        rest = tuple(one for one in self._spans if not one.begins <= at < one.ends)
        if rest != self._spans:
            self._drawn = None
            self.changed.emit(rest)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        far = 60 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else STEP
        ahead = -1 if self.isRightToLeft() else 1
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                way = ahead if event.key() == Qt.Key.Key_Right else -ahead
                self._go(self._mark + way * far)
            case Qt.Key.Key_Home | Qt.Key.Key_End:
                self._go(0 if event.key() == Qt.Key.Key_Home else DAY)
            case Qt.Key.Key_Space:
                self._begin_or_end()
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self._close(self._mark)
            case Qt.Key.Key_Escape if self._begun is not None:
                self._begun = self._drawn = None
                self._go(self._mark)
            case _:
                super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._begun = self._drawn = None
        self.update()
        super().focusOutEvent(event)

    def _go(self, to: int) -> None:
        self._mark = min(DAY, max(0, to))
        if self._begun is not None:
            begins, ends = sorted((self._begun, self._mark))
            self._drawn = Span(begins, ends)
        self._tell()
        self.update()

    def _begin_or_end(self) -> None:
        if self._begun is None:
            self._begun, self._others = self._mark, self._spans
            self._drawn = Span(self._mark, self._mark)
            self._tell()
            return
        drawn, self._drawn, self._begun = self._drawn, None, None
        self._opened(drawn)
        self._tell()
        self.update()

    def _tell(self) -> None:
        """Say for readers of the screen where the keys are at."""
        if self._begun is not None:
            begins, ends = sorted((self._begun, self._mark))
            words = tr("hours", "Opens {span}. Space ends it, Escape leaves it.").format(
                span=f"{clock(begins)}–{clock(ends)}"
            )
        else:
            words = tr("hours", "At {span}. Left and Right move, Space begins, Delete closes.").format(
                span=self._words_at(self._mark)
            )
        if self.accessibleDescription() != words:
            self.setAccessibleDescription(words)

    def _apart_from(self, drawn: Span) -> list[Span]:
        """The other spans, without what the drawn one lies over."""
        found: list[Span] = []
        for one in self._others:
            left, right = (
                replace(one, ends=min(one.ends, drawn.begins)),
                replace(one, begins=max(one.begins, drawn.ends)),
            )
            found += [part for part in (left, right) if part.begins < part.ends]
        return found

    def _words_at(self, at: int) -> str:
        under = next((one for one in self._spans if one.begins <= at < one.ends), None)
        return f"{clock(under.begins)}–{clock(under.ends)}" if under else clock(at)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        high = self.height()
        ground = QRectF(0.5, 0.5, self.width() - 1, high - 1)
        painter.setPen(QPen(ink("control"), 1))
        painter.setBrush(ink("surface"))
        painter.drawRoundedRect(ground, 5, 5)
        painter.setPen(QPen(ink("line"), 1))
        for hour in _HOURS[1:-1]:
            x = round(self.width() * hour / 24) + 0.5
            painter.drawLine(QPointF(x, 1), QPointF(x, high - 1))
        painter.setPen(Qt.PenStyle.NoPen)
        for spans, token in ((self._from_before, "lineStrong"), (self._shown(), "accent")):
            painter.setBrush(ink(token))
            for one in spans:
                left = self.width() * one.begins / DAY
                wide = self.width() * min(DAY, one.ends) / DAY - left
                painter.drawRoundedRect(QRectF(left + 1, 4, max(2.0, wide - 2), high - 8), 3, 3)
        if self.hasFocus():
            painter.setPen(QPen(ink("text"), 2))
            x = min(self.width() - 2.0, max(2.0, self.width() * self._mark / DAY))
            painter.drawLine(QPointF(x, 2), QPointF(x, high - 2))
            paint_focus_ring(painter, QRectF(self.rect()))
        painter.end()

    def _shown(self) -> Spans:
        if self._drawn is None:
            return self._spans
        return (*self._apart_from(self._drawn), self._drawn) if self._drawn.begins < self._drawn.ends else self._others


class HourScale(QWidget):
    """The hours over the bars."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(240, scaled(16))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setFont(font(11, 400, tabular=True))
        painter.setPen(ink("text3"))
        wide = scaled(36)
        for hour in _HOURS:
            x = self.width() * hour / 24
            left = min(max(0.0, x - wide / 2), self.width() - wide)
            side = (
                Qt.AlignmentFlag.AlignLeft
                if not hour
                else Qt.AlignmentFlag.AlignRight
                if hour == _HOURS[-1]
                else Qt.AlignmentFlag.AlignHCenter
            )
            painter.drawText(QRectF(left, 0, wide, self.height()), side | Qt.AlignmentFlag.AlignVCenter, str(hour))
        painter.end()
