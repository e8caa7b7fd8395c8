"""The row of conditions in force below the head of the queue; gets the chips, knows no condition's meaning."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from socialdesk.desktop.widgets.flow import FlowLayout
from socialdesk.model.condition import Condition


class InForceRow(QWidget):
    """The conditions in force, each to be taken away, and what can be done with all of them; wraps as it must."""

    def __init__(self) -> None:
        super().__init__()
        self.parts_shown: tuple[tuple[tuple[Condition, str], ...], str, bool, bool] = ((), "", False, False)
        self.flow = FlowLayout(self)
        self.flow.setContentsMargins(16, 0, 14, 10)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return QSize(0, self.flow.heightForWidth(max(self.width(), 200)))
