"""Shows keys on the buttons they press, while Ctrl is held; takes neither focus nor clicks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.tokens import ink
from socialdesk.desktop.widgets.keycap import ACT, keycaps_width, paint_keycaps


class KeyHints(QWidget):
    """A pane over the whole window with caps at its buttons. `keys` gives the caps of an act."""

    def __init__(self, window: QWidget, keys: Callable[[str], Sequence[str]]) -> None:
        super().__init__(window)
        self.hide()
        self._keys = keys
        self._caps: list[tuple[QPointF, Sequence[str]]] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_keys(self) -> None:
        """Look which buttons can be seen, and print their keys on them."""
        window = self.parentWidget()
        assert window is not None
        self._caps = []
        for button in window.findChildren(QAbstractButton):
            act = button.property(ACT)
            keys = self._keys(act) if act and button.isVisible() else ()
            if keys:
                at = button.mapTo(window, QPoint(button.width() // 2, button.height()))
                self._caps.append((QPointF(at.x() - keycaps_width(keys) / 2, at.y() - 2), keys))
        self.setGeometry(window.rect())
        self.show()
        self.raise_()

    @property
    def shown(self) -> list[Sequence[str]]:
        """The keys that are shown."""
        return [keys for _, keys in self._caps] if self.isVisible() else []

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)  # the buttons lie where they lie, whichever way the layout runs
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, keys in self._caps:
            plate = QRectF(at.x() - 4, at.y() - scaled(12), keycaps_width(keys) + 8, scaled(24))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink("toast"))
            painter.drawRoundedRect(plate, 5, 5)
            paint_keycaps(painter, at, keys, "toast")
        painter.end()
