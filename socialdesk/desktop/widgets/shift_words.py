"""Says whether a member is there for work, since when not and when again: the same beside every list of members."""

from __future__ import annotations

from datetime import datetime, tzinfo

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.widgets.due_words import weekday_and_time
from socialdesk.model.shift import Absence, Presence, Staff

tr = QCoreApplication.translate


def standing(staff: Staff, now: datetime, zone: tzinfo | None = None) -> str:
    """Short, in small letters: "until 18:00", "off until 9:00", "away until Mon 9:00"."""
    back = staff.back(now)
    again = weekday_and_time(back, now, zone) if back is not None and back > now else ""
    match staff.presence(now):
        case Presence.ON_SHIFT:
            ends = staff.ends(now)
            return (
                tr("shifts", "until {time}").format(time=weekday_and_time(ends, now, zone))
                if ends is not None
                else tr("shifts", "on shift")
            )
        case Presence.AWAY:
            return tr("shifts", "away until {time}").format(time=again) if again else tr("shifts", "away")
        case Presence.UNREADABLE:
            return tr("shifts", "hours cannot be read here")
        case _:
            return tr("shifts", "off until {time}").format(time=again) if again else tr("shifts", "off shift")


def my_standing(staff: Staff, now: datetime, zone: tzinfo | None = None) -> str:
    """What stands below my own name."""
    back = staff.back(now)
    again = weekday_and_time(back, now, zone) if back is not None and back > now else ""
    match staff.presence(now):
        case Presence.ON_SHIFT:
            ends = staff.ends(now)
            return tr("rail", "On shift until {time}").format(time=weekday_and_time(ends, now, zone)) if ends else ""
        case Presence.AWAY:
            return tr("shifts", "Away until {time}").format(time=again) if again else tr("shifts", "Away")
        case Presence.UNREADABLE:
            return tr("shifts", "Your hours cannot be read here")
        case _:
            return tr("shifts", "Off until {time}").format(time=again) if again else tr("shifts", "Off shift")


def not_there(name: str, staff: Staff, now: datetime, due: datetime | None, zone: tzinfo | None = None) -> str:
    """A sentence about somebody who is not there: "Léa is off until 9:00; due 18:20"; nothing when they are."""
    if staff.is_there(now):
        return ""
    words = tr("shifts", "{name} is {standing}").format(name=name, standing=standing(staff, now, zone))
    if due is None:
        return words
    return tr("shifts", "{what}; due {time}").format(what=words, time=weekday_and_time(due, now, zone))


def reason_words(reason: Absence) -> str:
    """Why somebody is away."""
    return {
        Absence.HOLIDAY: tr("shifts", "On holiday"),
        Absence.SICK: tr("shifts", "Ill"),
        Absence.TRAINING: tr("shifts", "In training"),
        Absence.OTHER: tr("shifts", "Something else"),
    }[reason]
