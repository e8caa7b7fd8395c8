"""Covers a window that has nothing to show yet with the ways in, until a channel is there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.places.welcome.page import ACCESSIBILITY, WelcomePage
from socialdesk.desktop.settings.setting import Section
from socialdesk.desktop.shell.connecting import Connecting
from socialdesk.desktop.shell.settings_side import SettingsSide
from socialdesk.store import protection
from socialdesk.store.cache import Changes
from socialdesk.support.paths import Workspace

tr = QCoreApplication.translate


class Host(Protocol):
    """What it needs of its window."""

    bridge: Bridge
    connecting: Connecting
    settings: SettingsSide


class FirstMinute(QObject):
    """The first minute of one window. Nothing of it is made where there is a channel."""

    def __init__(self, window: Host) -> None:
        assert isinstance(window, QWidget)
        super().__init__(window)
        self._window: Host = window
        self._over: QWidget = window
        self.page: WelcomePage | None = None
        self._dialog: QFileDialog | None = None
        self._lead: Callable[[str, Path | None], None] | None = None
        self._wish: tuple[str, Path | None] | None = None
        window.connecting.demo_wanted.connect(lambda: self._go("demo"))
        if window.bridge.is_demo or window.bridge.channels:
            return
        page = self.page = WelcomePage(window)
        page.demo_wanted.connect(lambda: self._go("demo"))
        page.channel_wanted.connect(window.connecting.open)
        page.folder_wanted.connect(self._ask_folder)
        page.setting_wanted.connect(self._on_setting)
        window.settings.left.connect(self._come_back)
        window.bridge.follow.changed.connect(self._on_changed)
        window.installEventFilter(self)
        self._come_back()

    @property
    def is_shown(self) -> bool:
        """Whether the window is covered."""
        return self.page is not None and self.page.isVisibleTo(self._over)

    def open_folder(self, folder: Path) -> None:
        """Go to the workspace in a folder, or say that there is none."""
        if protection.exists(Workspace(folder)):
            self._go("folder", folder)
        elif self.page is not None:
            words = tr("shell", "{folder} holds no SocialDesk workspace. Choose the one that has workspace.json in it.")
            self.page.say(words.format(folder=folder.name))

    def lead(self, to: Callable[[str, Path | None], None]) -> None:
        """Let somebody lead to "demo", or to "folder" and its path. What was wished for before is done now."""
        self._lead = to
        if self._wish is not None:
            to(*self._wish)

    def _go(self, to: str, folder: Path | None = None) -> None:
        if self._lead is not None:
            self._lead(to, folder)
        else:
            # The hand was faster than the start of the program: it is led there when there is somebody to lead.
            self._wish = (to, folder)

    def _ask_folder(self) -> None:
        self._dialog = dialog = QFileDialog(self._over, tr("shell", "Open a workspace"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._on_folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _on_folder(self, name: str) -> None:
        self.open_folder(Path(name))

    def _on_setting(self, section: str) -> None:
        assert self.page is not None
        self.page.hide()
        if section != ACCESSIBILITY:
            self._window.settings.show(Section(section))
            return
        self._window.settings.show()
        self._window.settings.page.start_search()
        self._window.settings.page.search_field.setText(tr("shell", "accessibility"))

    def _come_back(self) -> None:
        if self.page is None or self._window.bridge.channels:
            return
        self.page.setGeometry(self._over.rect())
        self.page.show()
        self.page.raise_()
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_changed(self, changes: Changes) -> None:
        if "channel" in changes.others and self.page is not None and self._window.bridge.channels:
            self.page.deleteLater()
            self.page = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.page is not None:
            self.page.setGeometry(self._over.rect())
        return False
