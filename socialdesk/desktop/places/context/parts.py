"""The parts of the context panel: chips in lines that wrap, rows to click, fields, memos. Each can be filled anew."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from socialdesk.desktop.look import icons
from socialdesk.desktop.look.fonts import font
from socialdesk.desktop.look.metrics import scaled, zoom
from socialdesk.desktop.look.mirror import painter_on, pointing
from socialdesk.desktop.look.tokens import current, ink
from socialdesk.desktop.widgets.focus_ring import paint_focus_ring
from socialdesk.desktop.widgets.leaded import LeadedLabel
from socialdesk.desktop.widgets.plain_text import PlainLabel, elided, tooltip

CHIP_HEIGHT = 24


def let_go(widget: QWidget) -> None:
    """Have a widget gone from what it stood in, and deleted once whoever it called is done."""
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()


class Flow(QWidget):
    """Puts widgets beside each other and goes on below when a line is full.

    A widget and no layout: what a layout holds are items that are no objects of Qt's, and those of a panel that goes
    were at times taken for those of the one that comes, which then had no height.
    """

    def __init__(self, gap: int = 6) -> None:
        super().__init__()
        self._widgets: list[QWidget] = []
        self._gap = gap
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def addWidget(self, widget: QWidget) -> None:
        """Put a widget at the end."""
        widget.setParent(self)
        widget.show()
        self._widgets.append(widget)
        self.updateGeometry()

    def take(self, widget: QWidget) -> None:
        """Do without a widget."""
        self._widgets.remove(widget)
        let_go(widget)
        self.updateGeometry()

    def count(self) -> int:
        """How many widgets there are."""
        return len(self._widgets)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._put(width, only_measure=True)

    def sizeHint(self) -> QSize:
        return QSize(40, self._put(max(self.width(), 40), only_measure=True))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, max((one.sizeHint().height() for one in self._widgets), default=0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._put(self.width(), only_measure=False)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.lay_out()
        return super().event(event)

    def lay_out(self) -> None:
        """Put all where they belong; while hidden it is not asked to when one of them becomes wider."""
        self._put(self.width(), only_measure=False)
        self.updateGeometry()

    def _put(self, wide: int, *, only_measure: bool) -> int:
        x = y = line = 0
        for widget in self._widgets:
            size = widget.sizeHint().boundedTo(QSize(max(40, wide), 1000))
            if x and x + size.width() > wide:
                x, y, line = 0, y + line + self._gap, 0
            if not only_measure:
                left = wide - x - size.width() if self.isRightToLeft() else x
                widget.setGeometry(QRect(QPoint(left, y), size))
            x += size.width() + self._gap
            line = max(line, size.height())
        return y + line


class Tag(QAbstractButton):
    """A tag that can be taken off, or the outlined button that adds one."""

    removed = Signal(str)

    def __init__(
        self,
        words: str,
        *,
        icon: str = "",
        is_outlined: bool = False,
        can_go: bool = False,
        is_button: bool = False,
        is_small: bool = False,
    ) -> None:
        super().__init__()
        self.setText(words)
        self._hint: tuple[str, float, QSize] = ("", 0.0, QSize())
        self._px, self._weight = (11, 550) if is_small else (12, 500)
        self._pad, self._sign, self._gap = (7, 12, 4) if is_small else (8, 13, 5)
        self._icon, self._is_outlined, self._can_go, self._is_button = icon, is_outlined, can_go, is_button
        is_active = is_outlined or can_go or is_button
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if is_active else Qt.FocusPolicy.NoFocus)
        if is_active:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        if can_go:
            self.clicked.connect(lambda: self.removed.emit(self.text()))

    def show_words(self, words: str) -> None:
        """Say something else; what is told of it beside its words is the caller's to say."""
        if self.text() != words:
            self.setText(words)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        # Whoever puts chips in lines asks each of them a dozen times.
        if self._hint[:2] != (self.text(), zoom()):
            words = QFontMetricsF(font(self._px, self._weight)).horizontalAdvance(self.text())
            wide = words + 2 * self._pad + (scaled(self._sign) + self._gap if self._icon else 0)
            self._hint = (self.text(), zoom(), QSize(round(wide + 0.5), scaled(CHIP_HEIGHT)))
        return self._hint[2]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._can_go and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        is_hot = self.underMouse() and (self._is_outlined or self._can_go or self._is_button)
        if self._is_outlined:
            painter.setPen(QPen(ink("lineStrong"), 1))
            painter.setBrush(ink("hover") if is_hot else ink("raised"))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        else:
            painter.setPen(QPen(ink("lineStrong"), 1) if current().is_contrast else Qt.PenStyle.NoPen)
            painter.setBrush(ink("hover" if is_hot and self._is_button else "chip"))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5) if current().is_contrast else box, 5, 5)
        token = "accent" if self._is_outlined else "text2"
        x = float(self._pad)
        if self._icon:
            side = scaled(self._sign)
            icons.paint(painter, QRectF(x, box.center().y() - side / 2, side, side), self._icon, token)
            x += side + self._gap
        face = font(self._px, 600 if self._is_outlined else self._weight)
        painter.setFont(face)
        painter.setPen(ink(token))
        room = box.adjusted(x, 0, 1 - self._pad, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, elided(self.text(), face, room.width() + 2))
        if self._can_go and (is_hot or self.hasFocus()):
            # What a click does is shown over the end of the tag.
            side = scaled(11)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink("chip"))
            painter.drawRoundedRect(QRectF(box.right() - side - 8, box.top(), side + 8, box.height()), 5, 5)
            cross = QRectF(box.right() - side - 5, box.center().y() - side / 2, side, side)
            icons.paint(painter, cross, "x", "text2")
        if self.hasFocus():
            paint_focus_ring(painter, box, 5)
        painter.end()


class LineButton(QAbstractButton):
    """A row to click: an icon or a network's mark, words, and something quiet at the right."""

    def __init__(self, words: str, right: str, *, icon: str = "", mark: str = "", is_boxed: bool = False) -> None:
        super().__init__()
        self._icon, self._is_boxed = icon, is_boxed
        self.show_line(words, right, mark)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_line(self, words: str, right: str, mark: str = "") -> None:
        """Say something else; what else is told of it is forgotten."""
        self._right, self._mark = right, mark
        self.setText(words)
        self.setAccessibleName(f"{words}, {right}")
        self.setAccessibleDescription("")
        self.setToolTip(tooltip(words))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, scaled(33 if self._is_boxed else 28))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self._is_boxed:
            painter.setPen(QPen(ink("line"), 1))
            painter.setBrush(ink("hover" if self.underMouse() else "raised"))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        x = 12.0 if self._is_boxed else 0.0
        side = scaled(14)
        picture = QRectF(x, box.center().y() - side / 2, side, side)
        if self._mark:
            icons.paint_mark(painter, picture, self._mark)
        else:
            icons.paint(painter, picture, pointing(painter, self._icon), "text2")
        small = font(12)
        right = QFontMetricsF(small).horizontalAdvance(self._right)
        edge = 10 if self._is_boxed else 0
        painter.setFont(small)
        painter.setPen(ink("text3"))
        painter.drawText(
            box.adjusted(0, 0, -edge, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._right
        )
        face = font(12, 500 if self._is_boxed else 400, tabular=False)
        room = box.adjusted(x + side + (8 if self._is_boxed else 10), 0, -edge - right - 10, 0)
        painter.setFont(face)
        painter.setPen(ink("text" if self._is_boxed or self.underMouse() else "text2"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, elided(self.text(), face, room.width()))
        if self.hasFocus():
            paint_focus_ring(painter, box)
        painter.end()


class FieldLine(QAbstractButton):
    """A label and its value; as a button it can be changed by a click, Enter or Space, and what leads away opened."""

    def __init__(self, label: str, value: str, *, is_button: bool = False) -> None:
        super().__init__()
        self._is_button = is_button
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if is_button else Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        self._label = PlainLabel(label, 12, 400, "text3")
        self._value = PlainLabel(value, 12, 500, elides=True)
        self._value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._label)
        line.addWidget(self._value, 1)
        for one in (self._label, self._value):
            one.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        if is_button:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_field(label, value)

    def show_field(self, label: str, value: str) -> None:
        """Say something else; what else is told of it is forgotten."""
        self.setText(f"{label}: {value}")
        self.setAccessibleName(self.text())
        self.setToolTip(tooltip(self.text()))
        for one, said in ((self._label, label), (self._value, value)):
            if one.text() != said:
                one.setText(said)
        self._value.setToolTip(tooltip(value))

    def add(self, button: QWidget) -> None:
        """Put something to press at the end of the line."""
        line = self.layout()
        assert line is not None
        line.addWidget(button)

    def sizeHint(self) -> QSize:
        inside = self.layout()
        return QSize(120, max(scaled(24), inside.sizeHint().height() if inside is not None else 0))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if not self._is_button or not (self.underMouse() or self.hasFocus()):
            return
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink("hover"))
            painter.drawRoundedRect(box.adjusted(-4, 0, 4, 0), 4, 4)
        if self.hasFocus():
            paint_focus_ring(painter, box, 4)
        painter.end()


class Memo(QFrame):
    """What the team remembers of a contact, yellow as everything the public never sees."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._words = LeadedLabel(text, 12, 18, ink="noteText", parent=self)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(12, 9, 12, 9)
        inside.addWidget(self._words)

    def show_text(self, text: str) -> None:
        """Show something else."""
        if self._words.text() != text:
            self._words.setText(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ink("noteLine"), 1))
        painter.setBrush(ink("note"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.end()
