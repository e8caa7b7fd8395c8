"""Brings notices onto the screen: by the session's bus where there is one, else by the tray; and takes them away again.

What is to be told, and when, `attention` decides.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.shell.attention_words import Said
from socialdesk.desktop.shell.tray import Tray

if TYPE_CHECKING:
    from socialdesk.desktop.bridge.bus_notices import BusNotices


class Host(Protocol):
    """What it needs of its window."""

    bridge: Bridge

    def come_forward(self) -> None:
        """Show this window."""
        ...


class Notices(QObject):
    """One for each window. `show` and `take_away` are what shows; without any, the badge alone tells."""

    act_wanted = Signal(int, str)
    """The id of a notice, and the key of what was pressed on it."""
    dismissed = Signal(int)
    ready = Signal()
    """It is known by now how notices are shown."""

    def __init__(self, window: Host) -> None:
        assert isinstance(window, QWidget)
        super().__init__(window)
        self._window: Host = window
        self.show: Callable[[int, Said, bool], None] = self._by_tray
        self.take_away: Callable[[int], None] = lambda _id: None
        self.tray = Tray(window)
        self.tray.message_pressed.connect(self._on_message)
        self._told = 0
        """The notice that the tray showed last."""
        self._is_joined = False
        self.is_joining = False
        """Whether the bus was asked and has not answered: what is shown now would be lost."""

    def join_bus(self) -> None:
        """Ask the bus of the session once, where there is one, whether it shows notices."""
        if self._is_joined or not sys.platform.startswith("linux"):
            return
        import asyncio

        try:
            asyncio.get_running_loop()
        except RuntimeError:
            return
        self._is_joined = True
        address = os.environ.get("DBUS_SESSION_BUS_ADDRESS", "")
        if address:
            from socialdesk.desktop.bridge import bus_notices

            self.is_joining = True
            run = bus_notices.run(address, self.act_wanted.emit, self.dismissed.emit, self._use_bus)
            self._window.bridge.tasks.start(self._on_bus(run))

    def rest(self) -> None:
        """Wait for no answer any more: nothing is told from now on."""
        self.is_joining = False
        self.tray.rest()

    async def _on_bus(self, run: Coroutine[Any, Any, bool]) -> None:
        try:
            await run
        finally:
            self._joined()

    def _joined(self) -> None:
        if self.is_joining:
            self.is_joining = False
            self.ready.emit()

    def _use_bus(self, bus: BusNotices) -> None:
        self._joined()
        start = self._window.bridge.tasks.start
        self.show = lambda id_, words, sound: _drop(
            start(bus.show(id_, words.title, words.text, words.buttons, sound=sound))
        )
        self.take_away = lambda id_: _drop(start(bus.withdraw(id_)))

    def _by_tray(self, id_: int, words: Said, _sound: bool) -> None:
        """Through the tray, where there is one; it has no buttons, and nothing can be taken away."""
        self._told = id_
        self.tray.show_message(words.title, words.text)

    def _on_message(self) -> None:
        """The message of the tray was pressed: it shows the newest notice only."""
        self.act_wanted.emit(self._told, "open")


def _drop(_task: object) -> None:
    """The task is held by whoever runs it."""
