"""Gives the members as a picker shows them: who is there until when, who is not, and how much each holds."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.places.pickers.choices import Member
from socialdesk.desktop.widgets.shift_words import not_there, standing
from socialdesk.model.identifiers import PersonId

tr = QCoreApplication.translate


def members(bridge: Bridge, due: datetime | None = None) -> list[Member]:
    """All of them. `due` is when the thread that is to be given is due: that is said of who is not there."""
    counts, team, now = bridge.cache.load_by_person(), bridge.cache.team(), bridge.clock.now()
    found: list[Member] = []
    for person in bridge.people:
        staff = team.of(person.id)
        # Of whoever said nothing about their hours it is not known when they are there.
        if person.id not in team.revs and not staff.away:
            found.append(Member(person, counts.get(person.id, 0)))
            continue
        words, is_there = standing(staff, now), staff.is_there(now)
        said = "" if person.is_me else not_there(person.name.split()[0], staff, now, due)
        found.append(Member(person, counts.get(person.id, 0), words, is_there, said))
    return found


def warning(bridge: Bridge, person: PersonId | None, due: datetime | None) -> str:
    """What is to be said when somebody is given a thread by hand who is not there now; mostly nothing."""
    who = bridge.person(person)
    if who is None or who.is_me:
        return ""
    team = bridge.cache.team()
    if who.id not in team.revs and not team.of(who.id).away:
        return ""
    return not_there(who.name.split()[0], team.of(who.id), bridge.clock.now(), due)
