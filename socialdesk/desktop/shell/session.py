"""Keeps which page was shown, which threads had windows of their own and where, and shows them at the next start.

What a person turned to is on the disk a moment later, so that it is there again after an end that nobody asked for.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.settings.setting import Section
from socialdesk.desktop.shell import shape
from socialdesk.desktop.shell.own_windows import OwnWindows
from socialdesk.desktop.shell.rules_side import RulesSide
from socialdesk.desktop.shell.settings_side import SettingsSide

PAGE, OWN, SHAPES = "page", "own_windows", "own_shapes"
REMEMBER_AFTER_MS = 1_000
_SETTINGS, _LIBRARY, _OUTBOX, _RULES = "settings", "library", "outbox", "rules"
_SHAPING = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.WindowStateChange}


class Host(Protocol):
    """What it needs of its window."""

    bridge: Bridge
    pages: QStackedWidget
    settings: SettingsSide
    rules: RulesSide
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
    desk.set_state(PAGE, _page(window))
    desk.set_state(OWN, ",".join(str(thread) for thread in window.own_windows.threads))
    shapes = window.own_windows.shapes
    desk.set_state(SHAPES, ",".join(f"{thread}:{shape}" for thread, shape in shapes.items()))


def _page(window: Host) -> str:
    if window.settings.is_shown:
        return f"{_SETTINGS}:{window.settings.page.section.value}"
    if window.rules.is_shown:
        return _RULES
    if window.shown_page is window.library:
        return _LIBRARY
    return _OUTBOX if window.shown_page is window.outbox else ""


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
        case "rules":
            window.rules.show()
        case _:
            pass
    kept = (part.partition(":") for part in (bridge.desk.state(SHAPES) or "").split(","))
    shapes = {id_: shape for id_, _, shape in kept}
    for part in (bridge.desk.state(OWN) or "").split(","):
        thread = shape.thread_in(part)
        if thread is not None and bridge.thread(thread) is not None:
            window.own_windows.show_again(thread, shapes.get(part, ""))


class Remembering(QObject):
    """Keeps, a moment after it changed, what the next window begins with. One for each window."""

    def __init__(self, window: Host, split: QSplitter) -> None:
        assert isinstance(window, QWidget)
        super().__init__(window)
        self._window: Host = window
        self._over: QWidget = window
        self._split = split
        self._soon = QTimer(self, singleShot=True, interval=REMEMBER_AFTER_MS)
        self._soon.timeout.connect(self._remember)
        window.pages.currentChanged.connect(self.look)
        window.settings.turned.connect(self.look)
        window.own_windows.changed = self.look
        split.splitterMoved.connect(self.look)
        window.installEventFilter(self)

    def look(self) -> None:
        """Something changed."""
        self._soon.start()

    def rest(self) -> None:
        """The window closes, and keeps all of it itself."""
        self._soon.stop()
        self._over.removeEventFilter(self)
        self._window.own_windows.changed = lambda: None

    def _remember(self) -> None:
        keep(self._window)
        shape.keep(self._over, self._split, self._window.bridge.desk)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SHAPING:
            self._soon.start()
        return False
