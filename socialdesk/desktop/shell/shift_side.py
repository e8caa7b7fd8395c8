"""What the acts about being there for work do, and what stands below my name: on shift, off, away, until when."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cached_property
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, QRect, QTimer
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.places.pickers.away import AwayPicker
from socialdesk.desktop.places.rail.view import RailPlace
from socialdesk.desktop.settings.setting import Section
from socialdesk.desktop.shell.settings_side import SettingsSide
from socialdesk.desktop.widgets.shift_words import my_standing
from socialdesk.model.shift import Away, Presence
from socialdesk.model.staff_command import BeAway, BeBack
from socialdesk.support.clock import HERE

tr = QCoreApplication.translate
_AT_FIRST_MS = 250
_LONGEST = timedelta(hours=1)
"""The wall clock may be set, and a machine sleeps: no timer runs for longer."""


class Host(Protocol):
    """What it needs of its window."""

    bridge: Bridge
    rail: RailPlace
    settings: SettingsSide

    def anchor(self) -> QRect:
        """Where pickers open."""
        ...

    def say(self, words: str) -> None:
        """Tell something that needs no act."""
        ...


class ShiftSide(QObject):
    """One for each window."""

    def __init__(self, window: Host, over: QWidget) -> None:
        super().__init__(over)
        self._window, self._over = window, over
        self.is_away = False
        self._next = QTimer(self, singleShot=True)
        self._next.timeout.connect(self.look)
        window.bridge.people_changed.connect(self.look)
        self._next.start(_AT_FIRST_MS)  # the first frame does not wait for it

    @cached_property
    def picker(self) -> AwayPicker:
        """The picker; made when it is first asked for."""
        made = AwayPicker(self._over)
        made.is_working = self._window.bridge.works_on
        made.snoozed_until.connect(self.be_away)
        return made

    def look(self) -> None:
        """See how I stand now, and look again when that changes."""
        bridge = self._window.bridge
        me, now = bridge.me, bridge.clock.now()
        team = bridge.cache.team()
        mine = team.of(me)
        self.is_away = mine.presence(now) is Presence.AWAY
        is_known = me in team.revs or bool(mine.away)
        self._window.rail.show_standing(my_standing(mine, now) if is_known else None, is_there=mine.is_there(now))
        when = mine.changes(now)
        span = _LONGEST if when is None else min(_LONGEST, when - now)
        if when is not None or is_known:
            self._next.start(max(1, round(span / timedelta(milliseconds=1)) + 1))

    def ask_away(self) -> None:
        """Ask until when I am away."""
        bridge = self._window.bridge
        now = bridge.clock.now()
        cover = bridge.cache.team().of(bridge.me).cover
        who = bridge.person(cover.person) if cover is not None and cover.while_away and cover.holds(now) else None
        words = (
            tr("shifts", "{name} answers what waits for you.").format(name=who.name.split()[0])
            if who is not None
            else tr("shifts", "What you have stays yours: you have no back-up.")
        )
        self.picker.open_for_absence(now, HERE, words, self._window.anchor())

    def be_away(self, until: datetime | None) -> None:
        """I am away from now on."""
        bridge = self._window.bridge
        bridge.submit.change([BeAway(bridge.me, until)], tr("shifts", "You are away."), [BeBack(bridge.me)])

    def be_back(self) -> None:
        """I am back."""
        bridge = self._window.bridge
        now = bridge.clock.now()
        held = bridge.cache.team().of(bridge.me).away_at(now)
        back = [_again(held, bridge)] if held is not None else []
        bridge.submit.change([BeBack(bridge.me)], tr("shifts", "You are back."), back)

    def show_people(self) -> None:
        """Show how everybody works."""
        self._window.settings.show(Section.PEOPLE)


def _again(held: Away, bridge: Bridge) -> BeAway:
    return BeAway(bridge.me, held.until, held.reason.value)
