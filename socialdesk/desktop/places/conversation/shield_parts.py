"""What the card in the place of kept messages is drawn of: its ground, signs, grey bars for text, and our own post."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from socialdesk.desktop.bridge.pictures import Pictures
from socialdesk.desktop.look import icons
from socialdesk.desktop.look.metrics import CARD_RADIUS, scaled
from socialdesk.desktop.look.mirror import painter_on
from socialdesk.desktop.look.tokens import current, ink
from socialdesk.desktop.places.conversation import post_card
from socialdesk.desktop.widgets.plain_text import PlainLabel
from socialdesk.store.attachments import Shown

_SHARES = (0.94, 0.72, 0.35)
"""How much of the width each bar takes."""


class Sign(QWidget):
    """An icon beside a line."""

    def __init__(self, icon: str, side: int, token: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._side, self._token = icon, side, token
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(scaled(self._side), scaled(self._side))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        icons.paint(painter, QRectF(self.rect()), self._icon, self._token)
        painter.end()


class Bars(QWidget):
    """Three grey bars where text would stand; they are the same for every text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(200, scaled(58))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        # Grey is white where contrast is high: there they are as plain as lines are.
        painter.setBrush(ink("lineStrong" if current().is_contrast else "chip"))
        high = float(scaled(12))
        for at, share in enumerate(_SHARES):
            painter.drawRoundedRect(QRectF(0, at * scaled(22), self.width() * share, high), high / 2, high / 2)
        painter.end()


class Card(QFrame):
    """The ground that the card is drawn on."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(ink("lineStrong"))
        painter.setBrush(ink("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), CARD_RADIUS, CARD_RADIUS)
        painter.end()


class _Thumb(QWidget):
    """The picture of our post."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.pictures: Pictures | None = None
        self._sha256 = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_one(self, shown: Shown | None) -> None:
        """Show another one, or none."""
        self._sha256 = shown.sha256 if shown is not None else ""
        self.setAccessibleName(post_card.said_of(shown))
        self.setVisible(shown is not None)
        self.update()

    def on_ready(self, sha256: str) -> None:
        """A picture can be drawn now."""
        if sha256 == self._sha256:
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(scaled(post_card.THUMB_WIDE), scaled(post_card.THUMB_HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        post_card.paint_thumb(painter, QRectF(self.rect()), self._sha256, self.pictures)
        painter.end()


class PostStrip(QFrame):
    """Our post that it was written below."""

    def __init__(self) -> None:
        super().__init__()
        self.title = PlainLabel("", 13, 600, elides=True)
        self.about = PlainLabel("", 12, 400, "text3", elides=True)
        self.thumb = _Thumb(self)
        beside = QHBoxLayout(self)
        beside.setContentsMargins(post_card.PAD, post_card.PAD, post_card.GAP, post_card.PAD)
        beside.setSpacing(post_card.GAP)
        beside.addWidget(self.thumb)
        column = QVBoxLayout()
        column.setSpacing(3)
        column.addStretch(1)
        column.addWidget(self.title)
        column.addWidget(self.about)
        column.addStretch(1)
        beside.addLayout(column, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(ink("line"))
        painter.setBrush(ink("list"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), CARD_RADIUS, CARD_RADIUS)
        painter.end()
