"""A word of a sentence that is a button: it opens what can stand in its place. Long words wrap."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QLineF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from socialdesk.desktop.look import icons
from socialdesk.desktop.look.fonts import metrics
from socialdesk.desktop.look.metrics import CONTROL_RADIUS, scaled
from socialdesk.desktop.look.mirror import painter_on
from socialdesk.desktop.look.tokens import current, font, ink
from socialdesk.desktop.widgets.focus_ring import paint_focus_ring
from socialdesk.desktop.widgets.plain_text import one_line

HEIGHT = 28
_CARET, _GAP = 10, 4
_WRAPPED = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignLeading) | int(Qt.TextFlag.TextWordWrap)


class Part(StrEnum):
    """What a token is in its sentence; decides how it looks."""

    SAYS = "says"
    """What the clause says: opens what else it could say."""
    VALUE = "value"
    BLANK = "blank"
    """A value that is still missing."""
    JOIN = "join"
    ADD = "add"


_PADS = {Part.SAYS: 3, Part.JOIN: 3}
_PAD, _PLAIN = 7, 450
_INKS = {
    Part.SAYS: ("", "text", _PLAIN),
    Part.VALUE: ("accentTint", "accent", 600),
    Part.BLANK: ("soonTint", "soon", 600),
    Part.JOIN: ("", "text2", 600),
    Part.ADD: ("", "accent", 600),
}


class Words(QWidget):
    """Words of a sentence that are no button."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = one_line(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def text(self) -> str:
        """What it says."""
        return self._text

    def sizeHint(self) -> QSize:
        return QSize(round(metrics(14, _PLAIN).horizontalAdvance(self._text) + 1.5), scaled(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(HEIGHT), scaled(HEIGHT))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        high = metrics(14, _PLAIN).boundingRect(QRectF(0, 0, width, 10_000), _WRAPPED, self._text).height()
        return max(scaled(HEIGHT), round(high) + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setFont(font(14, _PLAIN))
        painter.setPen(ink("text"))
        painter.drawText(QRectF(self.rect()), _WRAPPED, self._text)
        painter.end()


class Token(QAbstractButton):
    """The button. `moved` tells an arrow key, as steps along the sentence and up or down."""

    moved = Signal(int, int)
    removed = Signal()
    added = Signal()

    def __init__(self, part: Part, words: str, name: str, *, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.part = part
        self._icon = icon
        self._pad = _PADS.get(part, _PAD)
        self.is_wrong = False
        self.setText(one_line(words))
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        # The window's acts on threads have no say here.
        self.setProperty(
            "ownKeys",
            (
                "Left",
                "Right",
                "Up",
                "Down",
                "Home",
                "End",
                "Del",
                "Backspace",
                "+",
                "Shift++",
                "Space",
                "Return",
                "Alt+Down",
                "Ctrl+S",
            ),
        )

    def say_wrong(self, sentence: str) -> None:
        """Show that something is wrong with it; an empty sentence takes that back."""
        self.is_wrong = bool(sentence)
        self.setAccessibleDescription(sentence)
        self.setToolTip(sentence)
        self.update()

    # Size

    def _weight(self) -> int:
        return _INKS[self.part][2]

    def _beside(self) -> float:
        """What stands beside the words."""
        beside = 2.0 * self._pad
        if self._icon:
            beside += scaled(14) + _GAP
        if self.part in {Part.VALUE, Part.BLANK, Part.JOIN}:
            beside += scaled(_CARET) + _GAP
        return beside

    def sizeHint(self) -> QSize:
        wide = metrics(14, self._weight()).horizontalAdvance(self.text()) + self._beside()
        return QSize(round(wide + 1.5), scaled(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(HEIGHT), scaled(HEIGHT))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width >= self.sizeHint().width():
            return scaled(HEIGHT)
        room = QRectF(0, 0, max(1.0, width - self._beside()), 10_000)
        high = metrics(14, self._weight()).boundingRect(room, _WRAPPED, self.text()).height()
        return max(scaled(HEIGHT), round(high) + 8)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        plane, letters, weight = _INKS[self.part]
        if self.is_wrong:
            plane, letters = "overTint", "over"
        is_hot = self.underMouse() or self.isDown()
        is_dashed = self.part is Part.BLANK
        edge = letters if is_dashed or self.is_wrong or (plane and current().is_contrast) else ""
        edge = edge or ("lineStrong" if self.part is Part.ADD else "")
        pen = QPen(ink(edge), 1, Qt.PenStyle.DashLine if is_dashed else Qt.PenStyle.SolidLine) if edge else None
        painter.setPen(pen or Qt.PenStyle.NoPen)
        ground = plane or ("hover" if is_hot else "")
        painter.setBrush(ink(ground) if ground else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(whole.adjusted(0.5, 2.5, -0.5, -2.5), CONTROL_RADIUS, CONTROL_RADIUS)
        left, right = whole.left() + self._pad, whole.right() - self._pad
        side = float(scaled(14))
        if self._icon:
            icons.paint(painter, QRectF(left, whole.center().y() - side / 2, side, side), self._icon, letters)
            left += side + _GAP
        if self.part in {Part.VALUE, Part.BLANK, Part.JOIN}:
            caret = float(scaled(_CARET))
            icons.paint(
                painter, QRectF(right - caret, whole.center().y() - caret / 2, caret, caret), "caret-down", letters
            )
            right -= caret + _GAP
        painter.setFont(font(14, weight))
        painter.setPen(ink(letters))
        room = QRectF(left, whole.top(), max(1.0, right - left + 1), whole.height())
        painter.drawText(room, _WRAPPED, self.text())
        if self.part is Part.SAYS and not self.is_wrong:
            wide = min(room.width(), metrics(14, weight).horizontalAdvance(self.text()))
            painter.setPen(QPen(ink("control"), 1, Qt.PenStyle.DotLine))
            painter.drawLine(QLineF(room.left(), whole.bottom() - 4, room.left() + wide, whole.bottom() - 4))
        if self.hasFocus():
            paint_focus_ring(painter, whole)
        painter.end()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier & ~Qt.KeyboardModifier.ShiftModifier
        key = event.key()
        along = -1 if self.isRightToLeft() else 1
        steps = {
            Qt.Key.Key_Left: (-along, 0),
            Qt.Key.Key_Right: (along, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
            Qt.Key.Key_Home: (-9_999, 0),
            Qt.Key.Key_End: (9_999, 0),
        }
        if held == Qt.KeyboardModifier.AltModifier and key == Qt.Key.Key_Down:
            self.click()
        elif held:
            super().keyPressEvent(event)
        elif key in steps:
            self.moved.emit(*steps[Qt.Key(key)])
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.removed.emit()
        elif event.text() == "+":
            self.added.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)
