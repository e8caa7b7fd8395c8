"""Says above the composer what will be done when the answer is sent, and lets somebody say: do not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from socialdesk.desktop.look import icons
from socialdesk.desktop.look.following import sized
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.mirror import painter_on
from socialdesk.desktop.look.tokens import ink
from socialdesk.desktop.places.saved_replies.acts_words import words_of
from socialdesk.desktop.widgets.buttons import IconButton
from socialdesk.desktop.widgets.plain_text import PlainLabel, tooltip
from socialdesk.model.person import Person
from socialdesk.model.saved_reply import Act

tr = QCoreApplication.translate


class ActStrip(QWidget):
    """One line; it takes no room while there is nothing to say."""

    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = PlainLabel("", 12, 500, "text2", elides=True, parent=self)
        self.drop = IconButton("x", tr("macros", "Only send, and do nothing else"), size=24, parent=self)
        line = QHBoxLayout(self)
        sized(self, lambda: line.setContentsMargins(30 + scaled(14), 2, 22, 2))
        line.addWidget(self.label, 1)
        line.addWidget(self.drop)
        self.drop.clicked.connect(self.dropped)
        self.hide()

    def show_acts(self, acts: Sequence[Act], people: Sequence[Person]) -> None:
        """Say these, or nothing."""
        if acts:
            said = " · ".join(words_of(acts, people))
            self.label.setText(tr("macros", "When you send: {acts}").format(acts=said))
            self.label.setToolTip(tooltip(self.label.text()))
        self.setVisible(bool(acts))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.fillRect(self.rect(), ink("surface"))
        side = scaled(14)
        icons.paint(painter, QRectF(21, (self.height() - side) / 2, side, side), "lightning", "accent")
        painter.end()
