"""The small parts around the text field: tabs, the button in two halves, the bar of the fence. They give no command."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QMenu, QPushButton, QWidget

from socialdesk.desktop.actions import force
from socialdesk.desktop.look import icons
from socialdesk.desktop.look.following import sized
from socialdesk.desktop.look.fonts import font
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.mirror import painter_on
from socialdesk.desktop.look.tokens import hex_of, ink
from socialdesk.desktop.widgets.focus_ring import paint_focus_ring
from socialdesk.desktop.widgets.plain_text import PlainLabel, elided

_PAD, _LEAST_PAD = 13, 5
_CORNER = 6
_HAND, _HAND_AT, _FENCE_PAD = 18, 14, 11


class TabButton(QAbstractButton):
    """Reply or Internal note, with a line below the one that is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.ink_name = "accent"

    def sizeHint(self) -> QSize:
        return QSize(round(QFontMetricsF(font(13, 600)).horizontalAdvance(self.text())) + 2, scaled(38))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(13, 600 if self.isChecked() else 500))
        painter.setPen(ink(self.ink_name if self.isChecked() else "text2"))
        painter.drawText(self.rect().adjusted(0, 2, 0, 0), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.isChecked():
            painter.fillRect(QRectF(0, self.height() - 2, self.width(), 2), ink(self.ink_name))
        if self.hasFocus():
            painter.setPen(QPen(ink("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 6, -1, -5), 4, 4)
        painter.end()


def paint_hot(button: QAbstractButton, painter: QPainter) -> None:
    """Below a button the pointer is on, or that is pressed, a plane."""
    if button.underMouse() or button.isDown():
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink("hover"))
        painter.drawRoundedRect(QRectF(button.rect()), _CORNER, _CORNER)


def paint_held(button: QAbstractButton, painter: QPainter) -> None:
    """Around a button that has the keys, the ring."""
    if button.hasFocus():
        paint_focus_ring(painter, QRectF(button.rect()), _CORNER + 1)


class IconButton(QAbstractButton):
    """A tool of the row below the text: an icon with a name, a tooltip and 28 pixels to hit."""

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        sized(self, lambda: self.setFixedSize(scaled(28), scaled(28)))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def name_it(self, name: str, act: str) -> None:
        """Say what it does, to the eye with the keys of its act, and to readers."""
        self.setAccessibleName(name)
        self.setToolTip(force.named(name, act))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_hot(self, painter)
        side = scaled(18)
        middle = QRectF(self.rect()).center() - QPointF(side / 2, side / 2)
        icons.paint(painter, QRectF(middle.x(), middle.y(), side, side), self._icon, "text2")
        paint_held(self, painter)
        painter.end()


class WordButton(QAbstractButton):
    """The tool of the row below the text that says in which language its spelling is checked, with its letters."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        sized(self, self._fit)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _fit(self) -> None:
        beside = round(QFontMetricsF(font(11, 600)).horizontalAdvance(self.text())) + 3 if self.text() else 0
        self.setFixedSize(scaled(28) + beside, scaled(28))

    def say(self, letters: str, name: str) -> None:
        """Show letters, or none; `name` says what they mean, to the eye and to readers."""
        self.setText(letters)
        self._fit()
        self.setAccessibleName(name)
        self.setToolTip(force.named(name, "composer.language"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_hot(self, painter)
        side, left = scaled(18), scaled(5)
        colour = "text2" if self.text() else "text3"
        icons.paint(painter, QRectF(left, (self.height() - side) / 2, side, side), "translate", colour)
        painter.setFont(font(11, 600))
        painter.setPen(ink("text2"))
        letters = QRectF(left + side + 3, 0, self.width(), self.height())
        painter.drawText(letters, Qt.AlignmentFlag.AlignVCenter, self.text())
        paint_held(self, painter)
        painter.end()


class Half(QAbstractButton):
    """One half of the big button."""

    def __init__(self, *, is_arrow: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_arrow = is_arrow
        self.is_alone = False
        sized(self, lambda: self.setFixedHeight(scaled(32)))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        if self._is_arrow:
            return QSize(scaled(32), scaled(32))
        return QSize(round(QFontMetricsF(font(13, 600)).horizontalAdvance(self.text())) + 2 * _PAD, scaled(32))

    def minimumSizeHint(self) -> QSize:
        if self._is_arrow:
            return self.sizeHint()
        return self.sizeHint() - QSize(2 * (_PAD - _LEAST_PAD), 0)  # its edges yield before its words do

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_on = self.isEnabled()
        fill = ink("accentHover" if self.underMouse() or self.isDown() else "accent") if is_on else ink("chip")
        whole = QRectF(self.rect())
        path = QPainterPath()
        path.addRoundedRect(whole, 6, 6)
        square = QPainterPath()
        square.addRect(QRectF(0 if self._is_arrow else whole.width() / 2, 0, whole.width() / 2, whole.height()))
        painter.fillPath(path if self.is_alone else path.united(square), fill)
        colour = ink("onAccent" if is_on else "text3")
        if self._is_arrow:
            painter.setPen(QPen(colour if is_on else ink("lineStrong"), 1))
            painter.setOpacity(0.4 if is_on else 1)
            painter.drawLine(QPointF(0.5, 6), QPointF(0.5, self.height() - 6))
            painter.setOpacity(1)
            side = scaled(14)
            middle = whole.center() - QPointF(side / 2, side / 2)
            icons.paint(painter, QRectF(middle.x(), middle.y(), side, side), "caret-down", colour)
        else:
            painter.setFont(font(13, 600))
            painter.setPen(colour)
            said = elided(self.text(), font(13, 600), whole.width() - 6)
            painter.drawText(whole, Qt.AlignmentFlag.AlignCenter, said)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(ink("surface"), 2))
            painter.drawRoundedRect(whole.adjusted(3, 3, -3, -3), 4, 4)
        painter.end()


class SplitButton(QWidget):
    """The big button and, behind its arrow, the other ways to send."""

    clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.main = Half(is_arrow=False, parent=self)
        self.arrow = Half(is_arrow=True, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.main)
        row.addWidget(self.arrow)
        self.menu = QMenu(self)
        self.main.clicked.connect(self.clicked)
        self.arrow.clicked.connect(self._open)

    def offer(self, actions: list[QAction]) -> None:
        """Put these behind the arrow."""
        self.menu.clear()
        self.menu.addActions(actions)

    def _open(self) -> None:
        above = QPoint(0, -self.menu.sizeHint().height() - 4)
        self.menu.popup(self.mapToGlobal(above))


class FenceBar(QFrame):
    """Says that something new came in, above the composer; asks to read it."""

    send_as_it_is = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: tuple[str, str, QFont] | None = None
        self._words = PlainLabel("", 13, 600, wraps=True, parent=self)
        self._send = QPushButton(self)
        self._send.setFlat(True)
        self._send.setCursor(Qt.CursorShape.PointingHandCursor)
        self._send.clicked.connect(self.send_as_it_is)
        row = QHBoxLayout(self)
        row.addWidget(self._words, 1)
        row.addWidget(self._send)
        self._row = row
        sized(self, self._clear_hand)

    def say(self, words: str, button: str) -> None:
        """Show the sentence."""
        self._words.setText(words)
        self._send.setText(button)
        self._send.setVisible(bool(button))  # where nothing can be done about it, the keys find no button either
        self.setAccessibleName(words)
        self.dress()

    def _clear_hand(self) -> None:
        """Keep the words off the hand, at whichever side it is painted: Qt does not mirror margins."""
        front = _HAND_AT + scaled(_HAND) + 10
        self._row.setContentsMargins(*((8, 0, front, 0) if self.isRightToLeft() else (front, 0, 8, 0)))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._clear_hand()
        super().changeEvent(event)

    def fit(self, width: int) -> int:
        """Be as high as the words are in `width`; gives that height."""
        margins = self._row.contentsMargins()
        room = width - margins.left() - margins.right()
        if self._send.isVisibleTo(self):
            room -= self._send.sizeHint().width() + self._row.spacing()
        high = max(scaled(43), self._words.heightForWidth(max(scaled(120), room)) + 2 * _FENCE_PAD)
        if high != self.height() or self.minimumHeight() != high:
            self.setFixedHeight(high)
        return high

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def dress(self) -> None:
        """Take the colours of the theme."""
        look = (hex_of("soon"), hex_of("focus"), font(13, 600))
        if look == self._look:  # it is said with every key, and a style sheet is dear
            return
        self._look = look
        self._send.setStyleSheet(
            f"QPushButton {{ color: {hex_of('soon')}; background: transparent; border: none; padding: 6px; }}"
            f"QPushButton:focus {{ border: 2px solid {hex_of('focus')}; border-radius: 6px; padding: 4px; }}"
        )
        self._send.setFont(font(13, 600))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ink("soonLine"), 1))
        painter.setBrush(ink("soonTint"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        side = scaled(_HAND)
        icons.paint(painter, QRectF(_HAND_AT, (self.height() - side) / 2, side, side), "hand", "soon")
        painter.end()


class ValueList(QFrame):
    """The values a choice blank offers, below it. The text field keeps the focus and sends the keys here."""

    picked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._around = parent
        self._values: tuple[str, ...] = ()
        self.current = 0
        self.hide()

    def float_over(self, around: QWidget) -> None:
        """Lie over a larger widget from now on, where a long list has room."""
        if around is not self._around:
            self._around = around
            self.setParent(around)

    @property
    def values(self) -> tuple[str, ...]:
        """What is offered."""
        return self._values

    def offer(self, values: tuple[str, ...], at: QPointF) -> None:
        """Show values at a point of the parent, inside of it."""
        if values != self._values:
            self.current = 0
        self._values = values
        metrics = QFontMetricsF(font(13, 400))
        wide = max(metrics.horizontalAdvance(value) for value in values) + 56
        self.resize(round(wide), scaled(28) * len(values) + 8)
        parent = self._around
        y = at.y() if at.y() + self.height() <= parent.height() else at.y() - self.height() - 26
        self.move(round(max(0, min(at.x(), parent.width() - self.width()))), round(max(0, y)))
        self.setAccessibleName(", ".join(values))
        self.show()
        self.raise_()
        self.update()

    def take_key(self, event: QKeyEvent) -> bool:
        """Use a key of the text field; False when it is none of ours."""
        key = event.key()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key == Qt.Key.Key_Down:
            self.current = (self.current + 1) % len(self._values)
        elif key == Qt.Key.Key_Up:
            self.current = (self.current - 1) % len(self._values)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.picked.emit(self._values[self.current])
        else:
            return False
        self.update()
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = int((event.position().y() - 4) // scaled(28))
        if 0 <= at < len(self._values):
            self.picked.emit(self._values[at])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ink("lineStrong"), 1))
        painter.setBrush(ink("raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        for at, value in enumerate(self._values):
            row = QRectF(4, 4 + scaled(28) * at, self.width() - 8, scaled(28))
            if at == self.current:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(ink("selected"))
                painter.drawRoundedRect(row, 4, 4)
            painter.setFont(font(13, 500 if at == self.current else 400))
            painter.setPen(ink("text"))
            painter.drawText(row.adjusted(12, 0, -12, 0), Qt.AlignmentFlag.AlignVCenter, value)
        painter.end()
