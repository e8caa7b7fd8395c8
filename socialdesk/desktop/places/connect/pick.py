"""Shows the accounts that a sign-in opens, to be picked; knows nothing of what becomes of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from socialdesk.desktop.look import icons
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.tokens import font
from socialdesk.desktop.places.connect.values import Pickable
from socialdesk.desktop.widgets.plain_text import PlainLabel, safe_name
from socialdesk.desktop.widgets.tick import Tick


class PickPage(QScrollArea):
    """The fourth step, where a sign-in opens several accounts. Signal: `changed` when another choice was made."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Accounts"))
        self.ticks: dict[str, Tick] = {}
        self._accounts: Sequence[Pickable] = ()

    def show_accounts(self, accounts: Sequence[Pickable]) -> None:
        """Show these, all ticked that are not connected already; shown again, they stay as they were ticked."""
        off = {id_ for id_, tick in self.ticks.items() if not tick.isChecked()} if accounts is self._accounts else set()
        self._accounts = accounts
        inside = QWidget()
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(24, 2, 24, 12)
        lines.setSpacing(8)
        self.ticks = {}
        for account in accounts:
            lines.addWidget(self._row(account, inside, is_on=account.id not in off))
        self.every = QPushButton(inside)
        self.every.setObjectName("link")
        self.every.setFont(font(13, 600, tabular=False))
        self.every.clicked.connect(self._turn)
        self.every.setVisible(len(self._free()) > 1)
        row = QHBoxLayout()
        row.addWidget(self.every)
        row.addStretch(1)
        lines.addLayout(row)
        lines.addStretch(1)
        self.setWidget(inside)
        self._on_toggled()

    @property
    def picked(self) -> tuple[str, ...]:
        """The ids of what is ticked."""
        return tuple(id_ for id_, tick in self.ticks.items() if tick.isEnabled() and tick.isChecked())

    def focus_first(self) -> None:
        """Put the focus where the choice begins."""
        for tick in self.ticks.values():
            if tick.isEnabled():
                tick.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def _row(self, account: Pickable, parent: QWidget, *, is_on: bool) -> QFrame:
        row = QFrame(parent)
        row.setObjectName("granted")
        picture = QLabel(row)
        picture.setPixmap(icons.mark(account.mark, scaled(20), self.devicePixelRatioF()))
        name = safe_name(account.name or account.handle)
        tick = Tick(name, 13, 650, row)
        tick.setChecked(is_on and not account.is_connected)
        tick.setEnabled(not account.is_connected)
        handle = safe_name(account.handle)
        words = self.tr("%1. Connected already.", "%1: an account").replace("%1", handle)
        sub = PlainLabel(words if account.is_connected else handle, 13, 400, "text2", wraps=True, parent=row)
        tick.setAccessibleName(f"{name}, {handle}")
        tick.setAccessibleDescription(sub.text() if account.is_connected else "")
        tick.toggled.connect(self._on_toggled)
        self.ticks[account.id] = tick
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addWidget(tick)
        line = QHBoxLayout()
        line.setContentsMargins(scaled(18) + 13, 0, 0, 0)
        line.addWidget(sub)
        text.addLayout(line)
        whole = QHBoxLayout(row)
        whole.setContentsMargins(12, 8, 16, 8)
        whole.setSpacing(12)
        whole.addLayout(text, 1)
        whole.addWidget(picture)
        return row

    def _free(self) -> list[Tick]:
        return [tick for tick in self.ticks.values() if tick.isEnabled()]

    def _turn(self) -> None:
        on = not all(tick.isChecked() for tick in self._free())
        for tick in self._free():
            tick.setChecked(on)

    def _on_toggled(self) -> None:
        whole = all(tick.isChecked() for tick in self._free())
        self.every.setText(self.tr("Pick none") if whole else self.tr("Pick all"))
        self.changed.emit()
