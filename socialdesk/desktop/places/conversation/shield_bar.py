"""Stands over messages that were kept out of sight and are opened: they can be closed again, or let through."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from socialdesk.desktop.look.mirror import painter_on
from socialdesk.desktop.look.tokens import ink
from socialdesk.desktop.places.conversation.shield_parts import Sign
from socialdesk.desktop.widgets.buttons import Button, Kind
from socialdesk.desktop.widgets.plain_text import PlainLabel
from socialdesk.desktop.widgets.shield_words import judgement
from socialdesk.model.shield.values import Level, ShieldKind

tr = QCoreApplication.translate


class ShieldBar(QWidget):
    """Stands over messages that were opened: they can be closed again, or let through."""

    act_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = PlainLabel("", 13, 400, "text2", wraps=True)
        self.close_it = Button("", keys=("Shift", "Enter"))
        self.let = Button("", Kind.GHOST)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 6, 16, 6)
        line.setSpacing(8)
        line.addWidget(Sign("eye-slash", 16, "text3"))
        line.addWidget(self._words, 1)
        line.addWidget(self.close_it)
        line.addWidget(self.let)
        self.close_it.clicked.connect(lambda: self.act_wanted.emit("shield.show"))
        self.let.clicked.connect(lambda: self.act_wanted.emit("shield.let"))

    def tell(self, kind: ShieldKind, level: Level | None) -> None:
        """Say what is shown."""
        self._words.setText(judgement(kind, level))
        self.close_it.set_words(tr("shield", "Close it again"))
        self.let.set_words(tr("shield", "Let it through"))
        self.setAccessibleName(tr("shield", "Shown to you"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.fillRect(self.rect(), ink("list"))
        painter.end()
