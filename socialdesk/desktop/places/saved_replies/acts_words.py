"""Says what a macro does, in the reader's language: one short phrase an act."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.widgets.plain_text import one_line
from socialdesk.model.person import Person
from socialdesk.model.saved_reply import Act, ActKind

tr = QCoreApplication.translate
_NOTE_SHOWN = 60


def words_of(acts: Iterable[Act], people: Sequence[Person]) -> list[str]:
    """Each act in words."""
    return [_words(ActKind(kind), value, people) for kind, value in acts]


def icon_of(kind: str) -> str:
    """The picture of an act."""
    return {
        ActKind.TAG: "tag",
        ActKind.PRIORITY: "flag",
        ActKind.ASSIGN: "user",
        ActKind.NOTE: "note-pencil",
        ActKind.SNOOZE: "clock",
        ActKind.DONE: "check",
    }[ActKind(kind)]


def _words(kind: ActKind, value: str, people: Sequence[Person]) -> str:
    match kind:
        case ActKind.TAG:
            return tr("macros", "tag {tag}").format(tag=one_line(value))
        case ActKind.PRIORITY:
            return {
                "urgent": tr("macros", "priority urgent"),
                "high": tr("macros", "priority high"),
                "normal": tr("macros", "priority normal"),
                "low": tr("macros", "priority low"),
            }[value]
        case ActKind.ASSIGN:
            if value == "me":
                return tr("macros", "assign to me")
            if value == "nobody":
                return tr("macros", "assign to nobody")
            name = next((person.name for person in people if str(person.id) == value), "")
            return tr("macros", "assign to {name}").format(name=name or tr("macros", "somebody who is gone"))
        case ActKind.NOTE:
            said = one_line(value)
            shown = said if len(said) <= _NOTE_SHOWN else f"{said[:_NOTE_SHOWN]}…"
            return tr("macros", "note “{text}”").format(text=shown)
        case ActKind.SNOOZE:
            if value == "answer":
                return tr("macros", "snooze until they answer")
            many = int(value[:-1])
            if value.endswith("h"):
                return tr("macros", "snooze for %n hour(s)", "", many)
            return tr("macros", "snooze for %n day(s)", "", many)
        case ActKind.DONE:
            return tr("macros", "done")
