"""A list on which Enter does something, told by the window, which has the key first."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListWidget


class EnterList(QListWidget):
    """Whoever makes it listens to `enter_pressed`."""

    enter_pressed = Signal()
