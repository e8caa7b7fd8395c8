"""What the acts about attention do: opens the picker of “quiet until”."""

from __future__ import annotations

from functools import cached_property
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.places.pickers.quiet import QuietPicker
from socialdesk.desktop.shell.attention import AttentionSide
from socialdesk.desktop.shell.attention import Host as AttentionHost
from socialdesk.support.clock import HERE


class Host(AttentionHost, Protocol):
    """What it needs of its window."""

    attention: AttentionSide


class QuietHands(QObject):
    """One for each window. The picker is made when it is first asked for."""

    def __init__(self, window: Host) -> None:
        assert isinstance(window, QWidget)
        super().__init__(window)
        self._window: Host = window
        self._over: QWidget = window

    @cached_property
    def picker(self) -> QuietPicker:
        """Asks until when it is to be quiet; made when it is first asked for."""
        made = QuietPicker(self._over)
        made.snoozed_until.connect(self._window.attention.quiet.choose)
        made.ended.connect(lambda: self._window.attention.quiet.choose(None))
        return made

    def ask(self) -> None:
        """Ask until when."""
        now = self._window.bridge.clock.now()
        self.picker.open_for_quiet(now, HERE, self._window.attention.quiet.until, self._window.anchor())
