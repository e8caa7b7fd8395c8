"""The icon in the desktop's tray, where there is one: how many call, the way back to the window, and the end.

Where there is none the window never hides: nobody would find it again.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from socialdesk.desktop.bridge.bridge import Bridge

tr = QCoreApplication.translate
STAYS = "tray.stays"
"""The setting by which closing the window leaves it in the tray."""


class Host(Protocol):
    """What it needs of its window."""

    bridge: Bridge

    def come_forward(self) -> None:
        """Show this window."""
        ...


class Tray(QObject):
    """One for each window."""

    message_pressed = Signal()
    quit_wanted = Signal()

    def __init__(self, window: Host) -> None:
        assert isinstance(window, QWidget)
        super().__init__(window)
        self._window: Host = window
        self._over: QWidget = window
        self.icon: QSystemTrayIcon | None = None
        self.holds_window = False
        """Whether the window is in the tray alone."""

    def look(self) -> bool:
        """Stand in the tray if there is one by now; whether there is."""
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return False
        if self.icon is None:
            self.icon = QSystemTrayIcon(self._over.windowIcon(), self)
            self.icon.setContextMenu(self._menu())
            self.icon.activated.connect(self._on_pressed)
            self.icon.messageClicked.connect(self.message_pressed)
            self.icon.show()
            self.tell()
        return True

    def tell(self) -> None:
        """Say in the tray what the title says. Where the tray went, the window that is in it comes back."""
        if self.holds_window and not QSystemTrayIcon.isSystemTrayAvailable():
            self._window.come_forward()
        if self.icon is not None:
            self.icon.setToolTip(self._over.windowTitle())

    def show_message(self, title: str, text: str) -> None:
        """Show a message from the icon, where there is one."""
        if self.look() and self.icon is not None:
            self.icon.showMessage(title, text, QSystemTrayIcon.MessageIcon.NoIcon)

    def takes_window(self) -> bool:
        """Whether the window goes into the tray instead of being closed: there is one, and somebody asked for it."""
        self.holds_window = self._window.bridge.settings.flag(STAYS) and self.look()
        return self.holds_window

    def rest(self) -> None:
        """Leave the tray: the window closes."""
        if self.icon is not None:
            self.icon.hide()

    def _menu(self) -> QMenu:
        menu = QMenu(self._over)
        menu.addAction(tr("shell", "Show SocialDesk")).triggered.connect(self._window.come_forward)
        menu.addSeparator()
        menu.addAction(tr("shell", "Quit SocialDesk")).triggered.connect(self.quit_wanted)
        return menu

    def _on_pressed(self, how: QSystemTrayIcon.ActivationReason) -> None:
        if how is not QSystemTrayIcon.ActivationReason.Context:  # which opens the menu
            self._window.come_forward()
