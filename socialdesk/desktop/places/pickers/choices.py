"""Gets members or tags and what was typed, gives the lines of a picker; knows no widgets."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QObject, Qt

from socialdesk.desktop.widgets.avatar import initials
from socialdesk.desktop.widgets.plain_text import one_line
from socialdesk.desktop.widgets.row_list import NO_PARENT, Index
from socialdesk.model.identifiers import PersonId
from socialdesk.model.person import Person

LINE_ROLE = Qt.ItemDataRole.UserRole + 1
_LONGEST_TAG = 40


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a picker: what it stands for (`key`), its words, a detail, and how its front looks.

    `initials` draws an avatar in the colours of `seed`, `icon` an icon; `is_on` None means that it can't be checked.
    `digit` is its key.
    """

    key: str
    words: str
    detail: str = ""
    icon: str = ""
    initials: str = ""
    is_on: bool | None = None
    digit: int = 0
    seed: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """A person with how many open threads they hold."""

    person: Person
    load: int = 0
    standing: str = ""
    """Whether they are there and until when, where their hours are known."""
    is_there: bool | None = None
    said: str = ""
    """What is to be said when somebody who is not there is given something."""

    @property
    def is_off(self) -> bool:
        """Whether they are not there for work."""
        return self.person.on_shift_until is None if self.is_there is None else not self.is_there


NOBODY = "nobody"
CREATE = "create:"


def folded(text: str) -> str:
    """The case- and accent-blind form."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def member_lines(members: Sequence[Member], assigned: PersonId | None, typed: str) -> list[Line]:
    """Me first, then who is on shift with the lightest load, then the others, and Nobody last."""
    wanted = folded(typed.strip())
    order = sorted(
        members,
        key=lambda m: (not m.person.is_me, m.is_off, m.load, folded(m.person.name)),
    )
    lines = [
        Line(
            key=str(member.person.id),
            words=_tr("%1 (me)", "%1: my name").replace("%1", member.person.name)
            if member.person.is_me
            else member.person.name,
            detail=_standing(member),
            initials=initials(member.person.name),
            is_on=member.person.id == assigned,
            seed=member.person.name,
        )
        for member in order
        if any(word.startswith(wanted) for word in (folded(member.person.name), *folded(member.person.name).split()))
    ]
    nobody = _tr("Nobody", "assign to nobody")
    if folded(nobody).startswith(wanted):
        lines.append(Line(NOBODY, nobody, icon="tray", is_on=assigned is None))
    return [_numbered(line, place) for place, line in enumerate(lines, 1)]


def tag_lines(
    known: Collection[str], on: Collection[str], typed: str, first: Collection[str] | None = None
) -> list[Line]:
    """The tags that fit what was typed; a new one can be made of any other word.

    `first` are those that stand at the top, by default those that are on: a list that stays open keeps its order.
    While something is typed, the tag of just that name comes before all, then those that begin like it: Enter takes
    the first, and whoever typed "size" does not mean "Oversized". Signs nobody sees are no part of a name.
    """
    name = one_line(typed)[:_LONGEST_TAG].rstrip()
    wanted = folded(name)
    every = {folded(tag): tag for tag in (*known, *on)}
    has = {folded(tag) for tag in on}
    top = has if first is None else {folded(tag) for tag in first}
    fitting = sorted(
        (fold for fold in every if wanted in fold),
        key=lambda fold: (fold != wanted, not fold.startswith(wanted), fold not in top, fold),
    )
    lines = [Line(every[fold], every[fold], icon="tag", is_on=fold in has) for fold in fitting]
    if wanted and wanted not in every:
        words = _tr("Create tag “%1”", "%1: what was typed").replace("%1", name)
        lines.append(Line(CREATE + name, words, icon="plus"))
    return [_numbered(line, place) for place, line in enumerate(lines, 1)]


class LineModel(QAbstractListModel):
    """The lines as Qt's lists want them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []

    def show(self, lines: Sequence[Line]) -> None:
        """Replace all lines."""
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def line(self, place: int) -> Line:
        """The line at a place."""
        return self._lines[place]

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        match role:
            case _ if role == LINE_ROLE:
                return line
            case Qt.ItemDataRole.DisplayRole:
                return line.words
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(part for part in (line.words, line.detail, _state(line)) if part)
            case Qt.ItemDataRole.CheckStateRole if line.is_on is not None:
                return Qt.CheckState.Checked if line.is_on else Qt.CheckState.Unchecked
            case _:
                return None


def _numbered(line: Line, place: int) -> Line:
    return replace(line, digit=place if place <= 9 else 0)


def _state(line: Line) -> str:
    return _tr("chosen now", "for readers: this line is checked") if line.is_on else ""


def _standing(member: Member) -> str:
    shift = member.person.on_shift_until
    when = _tr("until %1", "%1: the end of a shift").replace("%1", shift) if shift else _tr("off shift")
    when = member.standing or when
    return f"{when} · {QCoreApplication.translate('Pickers', '%n open', 'threads of a member', member.load)}"


def _tr(words: str, comment: str = "") -> str:
    return QCoreApplication.translate("Pickers", words, comment or None)
