"""Buttons as the design draws them, with icon, count and key caps; natively focusable and named for readers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy, QWidget

from socialdesk.desktop.look import icons
from socialdesk.desktop.look.fonts import metrics
from socialdesk.desktop.look.metrics import CARD_RADIUS, CONTROL_RADIUS, PRIMARY_HEIGHT, scaled
from socialdesk.desktop.look.mirror import painter_on, pointing
from socialdesk.desktop.look.tokens import current, font, ink
from socialdesk.desktop.widgets.focus_ring import paint_focus_ring
from socialdesk.desktop.widgets.keycap import keycaps_width, paint_keycaps
from socialdesk.desktop.widgets.plain_text import elided, tooltip
from socialdesk.support.values import StrEnum

_PAD, _GAP, _ICON = 14, 8, 16
_WIDE_HEIGHT, _WIDE_PAD = 42, 16
_MORE = 32

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class Kind(StrEnum):
    """How much a button asks for: one primary in a place, at most."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    GHOST = "ghost"
    LINK = "link"
    DANGER = "danger"


def _inks(kind: Kind, *, is_on: bool, is_hot: bool) -> tuple[str, str, str]:
    """Plane, border and letters; empty for none."""
    if not is_on:
        if kind in {Kind.GHOST, Kind.LINK}:
            return ("", "", "text3")
        return ("chip", "lineStrong" if current().is_contrast else "", "text3")
    match kind:
        case Kind.PRIMARY:
            return ("accentHover" if is_hot else "accent", "", "onAccent")
        case Kind.DANGER:
            return ("over", "", "onOver")
        case Kind.SECONDARY:
            return ("hover" if is_hot else "raised", "lineStrong", "text")
        case Kind.GHOST:
            return ("hover" if is_hot else "", "", "text2")
        case Kind.LINK:
            return ("hover" if is_hot else "", "", "accent")


class Button(QPushButton):
    """A button with words. `wide` is the full-width form with count and keys at its right end."""

    def __init__(
        self,
        text: str,
        kind: Kind = Kind.SECONDARY,
        *,
        icon: str = "",
        keys: Sequence[str] = (),
        count: str = "",
        name: str = "",
        wide: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.kind = kind
        self._icon_name = icon
        self._keys = tuple(keys)
        self._count = count
        self._wide = wide
        self._whole: tuple[str, tuple[str, ...]] | None = None
        """Words and keys, while it is brief."""
        self.setAccessibleName(name or (f"{text}, {count}" if count else text))
        if keys:
            self.setAccessibleDescription(" ".join(keys))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor if kind is Kind.LINK else Qt.CursorShape.ArrowCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding if wide else QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_words(self, text: str, *, count: str = "", name: str = "") -> None:
        """Take other words; the accessible name follows."""
        self._count = count
        self.setText(text)
        self.setAccessibleName(name or (f"{text}, {count}" if count else text))
        self.updateGeometry()

    def show_keys(self, keys: Sequence[str]) -> None:
        """Print these on its caps."""
        if self._whole is not None:
            self._whole = (self._whole[0], tuple(keys))
            return
        self._keys = tuple(keys)
        self.setAccessibleDescription(" ".join(keys))
        self.updateGeometry()
        self.update()

    def set_brief(self, *, is_brief: bool) -> None:
        """In little room: no key caps, and of icon and words the icon alone; the tooltip says the rest."""
        if is_brief is bool(self._whole):
            return
        if is_brief:
            self._whole = (self.text(), self._keys)
            self.setToolTip(tooltip("  ".join(part for part in (self.text(), "+".join(self._keys)) if part)))
            self._keys = ()
            if self._icon_name:
                self.setText("")
        else:
            words, self._keys = self._whole or ("", ())
            self._whole = None
            self.setText(words)
            self.setToolTip("")
        self.updateGeometry()

    def set_off(self, reason: str) -> None:
        """Cannot be pressed now, and says why; an empty reason allows it again."""
        self.setEnabled(not reason)
        self.setToolTip(tooltip(reason))
        self.setAccessibleDescription(reason or " ".join(self._keys))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER and not held and not event.isAutoRepeat():
            self.click()  # as Space does; Qt has it so in dialogs only
        else:
            super().keyPressEvent(event)

    def _height(self) -> int:
        return scaled(_WIDE_HEIGHT if self._wide else PRIMARY_HEIGHT)

    def sizeHint(self) -> QSize:
        pad = _WIDE_PAD if self._wide else 8 if self.kind is Kind.LINK else _PAD
        width = 2 * pad + metrics(13, 600).horizontalAdvance(self.text())
        if self._icon_name:
            width += scaled(_ICON) + (_GAP if self.text() else 0)
        if self._count:
            width += _GAP + metrics(13, 600).horizontalAdvance(self._count)
        if self._keys:
            width += _GAP + keycaps_width(self._keys)
        return QSize(round(width + 0.5), self._height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        radius = CARD_RADIUS if self._wide else CONTROL_RADIUS
        letters = self._paint_plane(painter, box, radius)
        self._paint_words(painter, box, letters)
        if self.hasFocus():
            paint_focus_ring(painter, box, radius, on_solid=self.kind in {Kind.PRIMARY, Kind.DANGER})
        painter.end()

    def _paint_plane(self, painter: QPainter, box: QRectF, radius: float) -> str:
        is_hot = self.underMouse() or self.isDown()
        plane, border, letters = _inks(self.kind, is_on=self.isEnabled(), is_hot=is_hot)
        painter.setPen(QPen(ink(border), 1) if border else Qt.PenStyle.NoPen)
        painter.setBrush(ink(plane) if plane else Qt.BrushStyle.NoBrush)
        inside = box.adjusted(0.5, 0.5, -0.5, -0.5) if border else box
        if plane or border:
            painter.drawRoundedRect(inside, radius, radius)
        return letters

    def _paint_words(self, painter: QPainter, box: QRectF, letters: str) -> None:
        pad = _WIDE_PAD if self._wide else 8 if self.kind is Kind.LINK else _PAD
        left, right = box.left() + pad, box.right() - pad
        if not self._wide:
            spare = (box.width() - self.sizeHint().width()) / 2
            left, right = left + max(0.0, spare), right - max(0.0, spare)
        if self._keys:
            right -= keycaps_width(self._keys)
            is_solid = self.kind in {Kind.PRIMARY, Kind.DANGER} and self.isEnabled()
            paint_keycaps(painter, QPointF(right, box.center().y()), self._keys, "accent" if is_solid else "plain")
            right -= _GAP
        painter.setFont(font(13, 600))
        if self._count:
            painter.setPen(ink("text2" if self.kind is Kind.SECONDARY and self.isEnabled() else letters))
            right -= 8 if self._wide and self._keys else 0
            space = QRectF(box.left(), box.top(), right - box.left(), box.height())
            painter.drawText(space, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._count)
            right -= metrics(13, 600).horizontalAdvance(self._count) + _GAP
        if self._icon_name:
            side = scaled(_ICON)
            sign = QRectF(left, box.center().y() - side / 2, side, side)
            icons.paint(painter, sign, pointing(painter, self._icon_name), letters)
            left += side + _GAP
        painter.setPen(ink(letters))
        space = QRectF(left, box.top(), max(0.0, right - left) + 1, box.height())
        words = elided(self.text(), font(13, 600), space.width())
        painter.drawText(space, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.width() < self.sizeHint().width() and not self.toolTip():
            self.setToolTip(tooltip(self.text()))  # what had to be cut can be read whole


class IconButton(QAbstractButton):
    """A button with an icon alone: it always has a name, and the tooltip shows name and key."""

    def __init__(
        self,
        icon: str,
        name: str,
        *,
        keys: Sequence[str] = (),
        size: int = 32,
        token: str = "text2",  # noqa: S107 - the name of a colour
        bordered: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon
        self._token = token
        self._side = size
        self._sign = 18 if size >= 28 else 16
        self._bordered = bordered
        self._told = "+".join(keys)
        self.set_name(name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_name(self, name: str) -> None:
        """What a reader hears and the tooltip shows, with the keys."""
        self.setAccessibleName(name)
        self.setToolTip(tooltip(f"{name}  {self._told}" if self._told else name))

    def tell_keys(self, keys: str) -> None:
        """Have the tooltip show these, written as in a line of text."""
        self._told = keys
        self.set_name(self.accessibleName())

    def set_icon(self, icon: str, token: str = "") -> None:
        """Show another icon."""
        self._icon_name = icon
        self._token = token or self._token
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(scaled(self._side), scaled(self._side))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        is_hot = self.isEnabled() and (self.underMouse() or self.isDown())
        plane = "selected" if self.isChecked() else "hover" if is_hot else "raised" if self._bordered else ""
        painter.setPen(QPen(ink("lineStrong"), 1) if self._bordered else Qt.PenStyle.NoPen)
        if plane:
            painter.setBrush(ink(plane))
            inside = box.adjusted(0.5, 0.5, -0.5, -0.5) if self._bordered else box
            painter.drawRoundedRect(inside, CONTROL_RADIUS, CONTROL_RADIUS)
        side = float(scaled(self._sign))
        where = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
        token = "accent" if self.isChecked() else self._token if self.isEnabled() else "text3"
        icons.paint(painter, where, pointing(painter, self._icon_name), token)
        if self.hasFocus():
            paint_focus_ring(painter, box)
        painter.end()


class SplitButton(Button):
    """A primary button with a second part at its end that offers other ways: by mouse there, or with Down."""

    more_wanted = Signal(QPoint)
    """The other ways are asked for; the point is where their menu may open, in screen coordinates."""

    def __init__(self, text: str, *, name: str = "", description: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, Kind.PRIMARY, name=name, parent=parent)
        self.setAccessibleDescription(description)

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(_MORE, 0)

    def _ask_for_more(self) -> None:
        self.more_wanted.emit(self.mapToGlobal(QPoint(0 if self.isRightToLeft() else self.width() - _MORE, 0)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        along = event.position().x()
        if self.isEnabled() and (self.width() - along if self.isRightToLeft() else along) >= self.width() - _MORE:
            self._ask_for_more()
            return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.AltModifier,
        }:
            self._ask_for_more()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        letters = self._paint_plane(painter, box, CONTROL_RADIUS)
        rest = box.adjusted(0, 0, -_MORE, 0)
        painter.setFont(font(13, 600))
        painter.setPen(ink(letters))
        painter.drawText(rest, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.setPen(QPen(ink(letters, 0.35), 1))
        painter.drawLine(QPointF(rest.right(), 7), QPointF(rest.right(), box.height() - 7))
        caret = QRectF(rest.right() + (_MORE - 12) / 2, box.center().y() - 6, 12, 12)
        icons.paint(painter, caret, "caret-down", letters)
        if self.hasFocus():
            paint_focus_ring(painter, box, on_solid=True)
        painter.end()
