"""The way to the newest message, offered over the messages while that is far out of sight."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.actions.keycaps import written
from socialdesk.desktop.places.conversation.view import ConversationView
from socialdesk.desktop.widgets.buttons import Button

tr = QCoreApplication.translate
_FROM_EDGE = 24
_FROM_FOOT = 12


class NewestButton(Button):
    """One for each conversation; `view` shows the messages it lies over."""

    def __init__(self, view: ConversationView, parent: QWidget) -> None:
        super().__init__(tr("conversation", "Newest"), icon="arrow-down", parent=parent)
        self._view = view
        self.setToolTip(f"{tr('conversation', 'Jump to the newest message')}  {written('End')}")
        self.setAccessibleName(tr("conversation", "Jump to the newest message"))
        self.hide()

    def stand(self, *, is_open: bool) -> None:
        """Come forward or go, as the messages stand; `is_open` says whether there are any that may be seen."""
        is_wanted = is_open and self._view.is_far_up
        self.setVisible(is_wanted)
        if is_wanted:
            self.adjustSize()
            corner = self._view.geometry().bottomRight()
            self.move(corner.x() - self.width() - _FROM_EDGE, corner.y() - self.height() - _FROM_FOOT)
            self.raise_()
