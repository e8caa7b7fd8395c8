"""A list on which Enter does something, told by the window, which has the key first; Home is its own."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListWidget, QWidget

from socialdesk.desktop.actions.keys import OWN_KEYS


class EnterList(QListWidget):
    """Whoever makes it listens to `enter_pressed`."""

    enter_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty(OWN_KEYS, ("Home",))
