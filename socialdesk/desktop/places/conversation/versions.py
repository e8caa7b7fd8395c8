"""Shows every text an edited message had, the newest first; plain words, nothing in them can be pressed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.widgets.buttons import Button
from socialdesk.desktop.widgets.dialog_card import DialogCard
from socialdesk.desktop.widgets.plain_text import PlainLabel, plain_text

tr = QCoreApplication.translate
_MOST = 380


class Versions(DialogCard):
    """The versions as (text, moment in words)."""

    closes_beside = True

    def __init__(self, window: QWidget, versions: Sequence[tuple[str, str]]) -> None:
        title = tr("conversation", "Earlier versions")
        super().__init__(window, name=title)
        column = QVBoxLayout()
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(8)
        column.addWidget(PlainLabel(title, 18, 650))
        inside = QWidget()
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 4, 12, 4)
        lines.setSpacing(4)
        for place, (text, moment) in enumerate(versions):
            head = tr("conversation", "Now") if not place else tr("conversation", "Seen {moment}").format(moment=moment)
            lines.addWidget(PlainLabel(head, 12, 600, "text3"))
            said = PlainLabel(plain_text(text), 14, 400, wraps=True)
            said.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            lines.addWidget(said)
            lines.addSpacing(10)
        room = QScrollArea()
        room.setFrameShape(QFrame.Shape.NoFrame)
        room.setWidgetResizable(True)
        room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        room.setAccessibleName(title)
        room.setWidget(inside)
        room.setMinimumHeight(scaled(160))
        room.setMaximumHeight(scaled(_MOST))
        column.addWidget(room)
        row = QHBoxLayout()
        row.addStretch(1)
        done = Button(tr("conversation", "Close"))
        done.clicked.connect(self.leave)
        row.addWidget(done)
        column.addLayout(row)
        self.inside.addLayout(column)
        self.closed.connect(self.deleteLater)
