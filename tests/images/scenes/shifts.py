"""People at work: shifts and their faults, how threads are given out, being away, giving to somebody who is off."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from socialdesk.desktop.places.settings.people_part import PeoplePart
from socialdesk.desktop.settings.setting import Section
from socialdesk.desktop.shell.window import Window
from socialdesk.model.calendar import Calendar, Span
from socialdesk.model.identifiers import PersonId
from socialdesk.model.routing import RoutingSettings, Strategy
from socialdesk.model.shift import Absence, Away, Cover, Staff
from socialdesk.store.staff import Team
from tests.images.rest import settle
from tests.images.scenes import Scene

_OFFICE = Calendar("Europe/Paris", (*((Span(540, 720), Span(780, 1080)),) * 5, (), ()))


def _part(window: Window) -> PeoplePart:
    window.settings.show(Section.PEOPLE)
    part = window.settings.page.findChild(PeoplePart)
    assert part is not None
    return part


def _team(window: Window, routing: RoutingSettings | None = None) -> None:
    """A team of whom one works office hours, one is away and one is off."""
    bridge = window.bridge
    now = bridge.clock.now()
    people = [one.id for one in bridge.people]
    me, lea, noah = people[0], people[1], people[2]
    works = {
        me: Staff(me, languages=("fr", "en"), cover=Cover(lea), on_call=True),
        lea: Staff(lea, _OFFICE, ("fr",), ("livraison", "retour"), capacity=20, cover=Cover(noah, late_min=90)),
        noah: Staff(noah, away=(Away(now - timedelta(hours=1), now + timedelta(hours=20), Absence.SICK),)),
    }
    team = Team(
        tuple(works.get(one, Staff(one)) for one in people),
        routing or RoutingSettings(),
        {one.id: one.name for one in bridge.people},
        dict.fromkeys(works, 1),
    )
    bridge.cache.team = lambda: team


def _see(window: Window, widget: QWidget) -> None:
    settle(window)
    window.settings.page._area.ensureWidgetVisible(widget)


def _typed(field: QLineEdit, words: str) -> None:
    field.selectAll()
    QTest.keyClicks(field, words)


def _colleague(window: Window) -> PeoplePart:
    _team(window)
    part = _part(window)
    part.who.setCurrentIndex(1)
    return part


def _see_colleague(window: Window) -> None:
    _colleague(window)


def _with_faults(window: Window) -> None:
    part = _colleague(window)
    _typed(part.week.fields[0], "20-8")
    _typed(part.week.fields[1], "7-9")
    _typed(part.week.fields[2], "nine to five")
    part.zone.setEditText("Europe/Atlantis")
    _typed(part.languages, "fr, klingonish")
    _typed(part.capacity, "many")
    _see(window, part.capacity)


def _cover(window: Window) -> None:
    part = _colleague(window)
    _see(window, part.save)


def _routing(window: Window) -> None:
    _team(window, RoutingSettings(Strategy.FITTING, late_min=90))
    part = _part(window)
    window.bridge.beside.forget("people.preview")
    shares: Counter[PersonId | None] = Counter({one.id: 40 - 3 * at for at, one in enumerate(window.bridge.people)})
    shares[None] = 4
    part.routing._on_preview((shares, {one.id: one.name for one in window.bridge.people}))
    _see(window, part.routing.save)


def _away(window: Window) -> None:
    _team(window)
    window.hands.shift.ask_away()


def _is_away(window: Window) -> None:
    """The rail while I am away."""
    _team(window)
    team = window.bridge.cache.team()
    now = window.bridge.clock.now()
    mine = replace(team.people[0], away=(Away(now - timedelta(hours=1), now + timedelta(days=2)),))
    window.bridge.cache.team = lambda: replace(team, people=(mine, *team.people[1:]))
    window.hands.shift.look()


def _to_who_is_off(window: Window) -> None:
    _team(window)
    window.queue.open(window.queue.model._threads[0].id)
    window.hands.triage.ask_assign()
    for _ in range(3):
        QTest.keyClick(window.assign.field, Qt.Key.Key_Down)


SCENES: dict[str, Scene] = {
    "people-colleague": _see_colleague,
    "people-faults": _with_faults,
    "people-cover": _cover,
    "people-routing": _routing,
    "away-picker": _away,
    "away-rail": _is_away,
    "assign-off": _to_who_is_off,
}
