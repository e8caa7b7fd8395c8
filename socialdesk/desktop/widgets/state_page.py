"""Fills a pane that has nothing to list: all clear, nothing matches, something is wrong. Says what to do next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from socialdesk.desktop.look import icons
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.mirror import painter_on
from socialdesk.desktop.look.tokens import current, ink
from socialdesk.desktop.widgets.buttons import Button, Kind
from socialdesk.desktop.widgets.plain_text import PlainLabel

_CIRCLE, _SIGN, _ACTS = 88, 41, 360


@dataclass(frozen=True, slots=True)
class Act:
    """One thing to do next: what is told when it is chosen, its words, how many it is about, its keys."""

    key: str
    text: str
    count: str = ""
    keys: tuple[str, ...] = ()
    kind: Kind = Kind.SECONDARY


def button_of(act: Act, choose: Callable[[str], object], parent: QWidget) -> Button:
    """A button that tells the key of an act."""
    button = Button(act.text, act.kind, keys=act.keys, count=act.count, wide=True, parent=parent)
    button.clicked.connect(lambda _on=False: choose(act.key))
    return button


class _Circle(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.icon = ""
        self.tone = "accent"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(_CIRCLE, _CIRCLE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ink(self.tone), 2) if current().is_contrast else Qt.PenStyle.NoPen)
        painter.setBrush(ink(f"{self.tone}Tint"))
        painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        corner = (_CIRCLE - _SIGN) / 2
        icons.paint(painter, QRectF(corner, corner, _SIGN, _SIGN), self.icon, self.tone)
        painter.end()


class StatePage(QWidget):
    """An icon in a circle, a title, a sentence, and acts."""

    chosen = Signal(str)
    """The key of the act that was chosen."""

    @property
    def said(self) -> str:
        """Title and sentence."""
        return f"{self._title.text()}. {self._text.text()}"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._circle = _Circle(self)
        self._title = PlainLabel(px=20, weight=650, wraps=True, parent=self)
        self._text = PlainLabel(px=14, ink="text2", wraps=True, parent=self)
        self._acts: list[Button] = []
        self.offered: tuple[Act, ...] = ()
        """What can be done next, as it is shown."""
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 24, 24, 24)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._column.addWidget(self._circle, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addSpacing(22)
        self._column.addWidget(self._title)
        self._column.addSpacing(8)
        self._column.addWidget(self._text)
        self._column.addSpacing(26)
        self._buttons = QVBoxLayout()
        self._buttons.setSpacing(10)
        self._column.addLayout(self._buttons)
        self._column.addStretch(1)

    def show_state(self, icon: str, title: str, text: str, actions: Sequence[Act] = (), tone: str = "accent") -> None:
        """Show a state; `tone` is accent, soon, over or info."""
        self._circle.icon, self._circle.tone = icon, tone
        self._circle.update()
        self._title.setText(title)
        self._text.setText(text)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        for button in self._acts:
            self._buttons.removeWidget(button)
            button.deleteLater()
        self._acts = []
        self.offered = tuple(actions)
        for act in actions:
            button = button_of(act, self.chosen.emit, self)
            button.setFixedWidth(max(scaled(_ACTS), button.sizeHint().width()))
            self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
            self._acts.append(button)

    def first(self) -> QWidget | None:
        """The first act, to give it the focus."""
        return self._acts[0] if self._acts else None
