"""When it is quiet in a window: as it is set, and until when somebody chose it; the foot of the rail tells."""

from __future__ import annotations

from datetime import datetime, time
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.places.pickers.moments import moment_words
from socialdesk.desktop.places.rail.view import RailPlace
from socialdesk.model.quiet import QuietHours
from socialdesk.support.clock import HERE

tr = QCoreApplication.translate
UNTIL = "quiet.until"
"""What the desk file keeps of “quiet until”: milliseconds since 1970, or nothing."""


class Host(Protocol):
    """What it needs of its window."""

    bridge: Bridge
    rail: RailPlace

    def say(self, words: str) -> None:
        """Tell something that needs no act."""
        ...


class QuietSide(QObject):
    """One for each window."""

    chosen = Signal()
    """Somebody chose that it is quiet from now on, or no more."""

    def __init__(self, window: Host) -> None:
        assert isinstance(window, QWidget)
        super().__init__(window)
        self._window: Host = window
        self.show_it()

    @property
    def hours(self) -> QuietHours:
        """When it is quiet, as it is set."""
        get = self._window.bridge.settings.get
        return QuietHours(
            get("quiet.on") == "1",
            _time(get("quiet.from")),
            _time(get("quiet.to")),
            frozenset(int(day) for day in get("quiet.days").split(",") if day),
            self.until,
        )

    @property
    def until(self) -> datetime | None:
        """Until when somebody chose it to be quiet; None when that is over or was never chosen."""
        bridge = self._window.bridge
        kept = bridge.desk.state(UNTIL) or ""
        now = bridge.clock.now()
        try:
            until = datetime.fromtimestamp(int(kept) / 1000, now.tzinfo)
        except (ValueError, OverflowError, OSError):  # nothing, or what no calendar has
            return None
        return until if until > now else None

    def choose(self, until: datetime | None) -> None:
        """Call nobody until a moment; with None, call again now."""
        bridge = self._window.bridge
        bridge.desk.set_state(UNTIL, str(round(until.timestamp() * 1000)) if until is not None else "")
        self.show_it()
        self._window.say(self.words() or tr("notices", "Notices come again."))
        self.chosen.emit()

    def words(self) -> str:
        """What the foot of the rail says of it; nothing while it is not quiet by choice."""
        until, now = self.until, self._window.bridge.clock.now()
        if until is None:
            return ""
        return tr("notices", "Quiet until {time}").format(time=moment_words(until, now, HERE))

    def show_it(self) -> None:
        """Say at the foot of the rail how it stands."""
        self._window.rail.show_quiet(self.words())


def _time(text: str) -> time:
    hours, _, minutes = text.partition(":")
    return time(int(hours), int(minutes))
