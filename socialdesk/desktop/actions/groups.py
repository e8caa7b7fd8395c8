"""Gives under which head an act stands in the sheet of keys, in the settings and in the manual."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.actions.registry import Action

tr = QCoreApplication.translate


class Group(StrEnum):
    """The places of acts, in their order."""

    EVERYWHERE = "everywhere"
    THREAD = "thread"
    COMPOSER = "composer"
    GO = "go"
    LIBRARY = "library"
    OTHER = "other"


_OF = {
    "app": Group.EVERYWHERE,
    "view": Group.EVERYWHERE,
    "queue": Group.THREAD,
    "thread": Group.THREAD,
    "select": Group.THREAD,
    "bulk": Group.THREAD,
    "shield": Group.THREAD,
    "contact": Group.THREAD,
    "composer": Group.COMPOSER,
    "go": Group.GO,
    "library": Group.LIBRARY,
}


def group_of(action: Action) -> Group:
    """Where an act belongs; what nobody placed is among the others."""
    return _OF.get(action.id.partition(".")[0], Group.OTHER)


def group_name(group: Group) -> str:
    """The head of a group."""
    match group:
        case Group.EVERYWHERE:
            return tr("keys", "Everywhere")
        case Group.THREAD:
            return tr("keys", "Queue and thread")
        case Group.COMPOSER:
            return tr("keys", "While writing")
        case Group.GO:
            return tr("keys", "Go")
        case Group.LIBRARY:
            return tr("keys", "Saved replies")
        case Group.OTHER:
            return tr("keys", "More")


def grouped(actions: Iterable[Action], first: Group = Group.EVERYWHERE) -> list[tuple[Group, list[Action]]]:
    """Acts by group, one group first, without empty ones."""
    acts = list(actions)
    order = [first, *(one for one in Group if one is not first)]
    found = [(group, [one for one in acts if group_of(one) is group]) for group in order]
    return [(group, inside) for group, inside in found if inside]
