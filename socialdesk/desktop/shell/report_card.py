"""Asks what the network's moderators shall know of a report; Enter reports, Esc leaves it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from socialdesk.desktop.widgets.buttons import Button, Kind
from socialdesk.desktop.widgets.dialog_card import DialogCard
from socialdesk.desktop.widgets.field import Field
from socialdesk.desktop.widgets.plain_text import PlainLabel

tr = QCoreApplication.translate
LONGEST = 1_000


class ReportCard(DialogCard):
    """One field, which may stay empty."""

    reported = Signal(str)

    def __init__(self, window: QWidget, reason: str, network: str) -> None:
        title = tr("shell", "Report to {network}").format(network=network)
        super().__init__(window, name=title)
        column = QVBoxLayout()
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(8)
        text = tr("shell", "Reason: {reason}. You can add what the moderators of {network} shall know.")
        column.addWidget(PlainLabel(title, 18, 650, wraps=True))
        column.addWidget(PlainLabel(text.format(reason=reason, network=network), 14, 400, "text2", wraps=True))
        self.field = Field()
        self.field.setMaxLength(LONGEST)
        self.field.setMinimumHeight(34)
        self.field.setAccessibleName(tr("shell", "What the moderators shall know (optional)"))
        self.field.setPlaceholderText(tr("shell", "What the moderators shall know (optional)"))
        self.field.returnPressed.connect(self._report)
        column.addWidget(self.field)
        column.addSpacing(12)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        keep = Button(tr("shell", "Leave it"), Kind.SECONDARY)
        keep.clicked.connect(self.leave)
        report = Button(tr("shell", "Report"), Kind.DANGER)
        report.clicked.connect(self._report)
        row.addWidget(keep)
        row.addWidget(report)
        column.addLayout(row)
        self.inside.addLayout(column)
        self.closed.connect(self.deleteLater)

    def _report(self) -> None:
        text = self.field.text().strip()
        self.leave()
        self.reported.emit(text)
