"""Keeps which page was shown and which threads had windows of their own, and shows them again at the next start."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtWidgets import QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.settings.setting import Section
from socialdesk.desktop.shell.own_window import OwnWindows
from socialdesk.desktop.shell.settings_side import SettingsSide
from socialdesk.model.identifiers import ThreadId

PAGE, OWN = "page", "own_windows"
_SETTINGS, _LIBRARY, _OUTBOX = "settings", "library", "outbox"


class Host(Protocol):
    """What it needs of its window."""

    bridge: Bridge
    settings: SettingsSide
    own_windows: OwnWindows

    @property
    def shown_page(self) -> QWidget | None:
        """The page that is shown in the place of queue and conversation."""
        ...

    @property
    def library(self) -> QWidget:
        """The page of saved replies."""
        ...

    @property
    def outbox(self) -> QWidget:
        """The page of what has not left."""
        ...

    def show_library(self) -> None:
        """Show the saved replies."""
        ...

    def show_outbox(self) -> None:
        """Show what has not left."""
        ...


def keep(window: Host) -> None:
    """Remember, before the windows close."""
    desk = window.bridge.desk
    page = ""
    if window.settings.is_shown:
        page = f"{_SETTINGS}:{window.settings.page.section.value}"
    elif window.shown_page is window.library:
        page = _LIBRARY
    elif window.shown_page is window.outbox:
        page = _OUTBOX
    desk.set_state(PAGE, page)
    desk.set_state(OWN, ",".join(str(thread) for thread in window.own_windows.threads))


def restore(window: Host) -> None:
    """Show what was shown. What is gone meanwhile is passed over."""
    bridge = window.bridge
    page, _, section = (bridge.desk.state(PAGE) or "").partition(":")
    match page:
        case "settings" if section in {one.value for one in Section}:
            window.settings.show(Section(section))
        case "library":
            window.show_library()
        case "outbox":
            window.show_outbox()
        case _:
            pass
    for part in (bridge.desk.state(OWN) or "").split(","):
        thread = ThreadId(int(part)) if part.isdigit() else None
        if thread is not None and bridge.thread(thread) is not None:
            window.own_windows.show(thread)
