"""Says who was given a thread without a person saying so, and why: one grey line of a conversation."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.widgets.shield_words import language_name
from socialdesk.desktop.widgets.topic_words import topic_words
from socialdesk.model.person import Person
from socialdesk.model.routing import Decision, Why, read
from socialdesk.model.shift import Presence

tr = QCoreApplication.translate


def sentence(detail: str, people: Mapping[str, Person]) -> str:
    """The line of what was decided; `people` are the members by name."""
    decision = read(detail)
    if decision is None:
        return tr("routed", "Given out by itself")
    said: dict[str, Any] = json.loads(detail)
    name = str(said.get("person_name", ""))
    other = _first(str(said.get("instead_of_name", "")))
    person = people.get(name)
    if decision.person is None:
        return _with(tr("routed", "Left to the team"), [_why_nobody(decision), *_beside(decision, other)])
    if person is not None and person.is_me:
        return _with(tr("routed", "Given to you"), [_why(decision, other), *_beside(decision, other)])
    given = tr("routed", "Given to {whom}").format(whom=_first(name))
    return _with(given, [_why(decision, other), *_beside(decision, other)])


def _with(beginning: str, reasons: list[str]) -> str:
    return tr("routed", "{what}: {reasons}").format(what=beginning, reasons=", ".join(one for one in reasons if one))


def _first(name: str) -> str:
    return name.split(maxsplit=1)[0] if name.split() else tr("routed", "somebody who has left")


def _why(decision: Decision, other: str) -> str:
    match decision.why:
        case Why.KNOWN:
            return tr("routed", "talked with them before")
        case Why.TURN:
            return tr("routed", "next in turn")
        case Why.LEAST_LOADED:
            return tr("routed", "least loaded")
        case Why.COVER:
            return tr("routed", "answers while {whom} is away").format(whom=other)
        case Why.LATE:
            return tr("routed", "it is late, and they are the back-up of {whom}").format(whom=other)
        case Why.ON_CALL:
            return tr("routed", "it is late, and they are on call")
        case Why.SPARED:
            return tr("routed", "others opened more of what is kept out of sight today")
        case _:
            return tr("routed", "the only one there with room who fits")


def _why_nobody(decision: Decision) -> str:
    match decision.why:
        case Why.NO_ROOM:
            return tr("routed", "everybody there has as much as they take")
        case Why.NOBODY_SPEAKS:
            return tr("routed", "nobody there speaks {language}").format(language=language_name(decision.lacks))
        case Why.UNREADABLE:
            return tr("routed", "the hours of who could take it cannot be read on this machine")
        case _:
            return tr("routed", "nobody is on shift")


def _beside(decision: Decision, other: str) -> list[str]:
    """What else counted: language, matter, and why not whoever knew the contact."""
    found: list[str] = []
    if decision.speaks:
        found.append(tr("routed", "speaks {language}").format(language=language_name(decision.speaks)))
    if decision.knows:
        found.append(tr("routed", "knows “{tag}”").format(tag=topic_words(decision.knows)))
    if decision.lacks and decision.person is not None:
        found.append(tr("routed", "nobody there speaks {language}").format(language=language_name(decision.lacks)))
    if decision.because:
        words = {
            Presence.OFF_SHIFT.value: tr("routed", "{whom} knows them and is off shift"),
            Presence.AWAY.value: tr("routed", "{whom} knows them and is away"),
            Why.NO_ROOM.value: tr("routed", "{whom} knows them and has no room"),
        }.get(decision.because, tr("routed", "{whom} knows them and cannot be asked now"))
        found.append(words.format(whom=other))
    return found
