"""Gets what fits the typed words, gives the rows of the palette under their heads; knows no painting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QObject, Qt

from socialdesk.desktop.places.palette.matching import Entry, Hit
from socialdesk.desktop.widgets.plain_text import tooltip
from socialdesk.desktop.widgets.row_list import NO_PARENT, Index

_GROUPS: tuple[frozenset[str], ...] = (
    frozenset({"act"}),
    frozenset({"view", "thread"}),
    frozenset({"reply"}),
    frozenset({"person", "contact"}),
    frozenset({"tag"}),
    frozenset({"setting"}),
    frozenset({"said"}),
)
_SETTINGS = 5


class Role(IntEnum):
    """What a row gives to the delegate beside Qt's own roles."""

    ROW = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list: a head when `hit` is None, else an entry that fits."""

    head: str = ""
    hit: Hit | None = None


def grouped(hits: Sequence[Hit], about: str, *, typed: bool) -> list[Row]:
    """Put hits under their heads: the group with the best fit first, those that can't be run now at the end.

    Nearly equal fits leave the groups in their usual order, so that the list does not jump with every key.
    """
    groups: dict[int, list[Hit]] = {}
    never: list[Hit] = []
    for hit in hits:
        if hit.entry.is_enabled:
            groups.setdefault(_group_of(hit.entry), []).append(hit)
        else:
            never.append(hit)
    order = sorted(groups, key=lambda place: (-int(groups[place][0].score) if typed else 0, place))
    rows: list[Row] = []
    for place in order:
        rows.append(Row(head=_head(place, about)))
        rows += [Row(hit=hit) for hit in groups[place]]
    if never:
        rows.append(Row(head=QCoreApplication.translate("Palette", "Not possible now")))
        rows += [Row(hit=hit) for hit in never]
    return rows


class RowModel(QAbstractListModel):
    """The rows as Qt's lists want them; heads are there for the eye and are never current."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def show(self, rows: Sequence[Row]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row(self, place: int) -> Row:
        """The row at a place of the list."""
        return self._rows[place]

    def place_of(self, entry: Entry) -> int:
        """Where an entry stands; -1 when it is not there."""
        return next((at for at, row in enumerate(self._rows) if row.hit is not None and row.hit.entry == entry), -1)

    def step(self, place: int, by: int) -> int:
        """The next place that holds an entry, going round at the ends; -1 when there is none."""
        entries = [at for at, row in enumerate(self._rows) if row.hit is not None]
        if not entries:
            return -1
        if place not in entries:
            return entries[0 if by > 0 else -1]
        return entries[(entries.index(place) + by) % len(entries)]

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Qt's question for the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt's question for what may be done with a row."""
        if self._rows[index.row()].hit is None:
            return Qt.ItemFlag.NoItemFlags
        # What can't be run now is still reachable, so that its reason can be heard.
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt's question for what a row holds."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Role.ROW:
                return row
            case Qt.ItemDataRole.DisplayRole:
                return row.head if row.hit is None else row.hit.entry.words
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.head if row.hit is None else said(row.hit.entry)
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return "" if row.hit is None else row.hit.entry.reason
            case Qt.ItemDataRole.ToolTipRole:
                return "" if row.hit is None else tooltip(row.hit.entry.reason)
            case _:
                return None


def said(entry: Entry) -> str:
    """The entry as a reader hears it: its words, what belongs to it, its keys, and why not where that is so."""
    keys = QCoreApplication.translate("Palette", "key %1", "%1: key names").replace("%1", " ".join(entry.keys))
    parts = (entry.words, entry.detail, keys if entry.keys else "", entry.reason)
    return ", ".join(part for part in parts if part)


def _group_of(entry: Entry) -> int:
    return next((place for place, kinds in enumerate(_GROUPS) if entry.kind in kinds), _SETTINGS)


def _head(place: int, about: str) -> str:
    match place:
        case 0 if about:
            return QCoreApplication.translate("Palette", "On %1", "%1: a contact or '4 threads'").replace("%1", about)
        case 0:
            return QCoreApplication.translate("Palette", "Actions")
        case 1:
            return QCoreApplication.translate("Palette", "Go to")
        case 2:
            return QCoreApplication.translate("Palette", "Saved replies")
        case 3:
            return QCoreApplication.translate("Palette", "People")
        case 4:
            return QCoreApplication.translate("Palette", "Tags")
        case 6:
            return QCoreApplication.translate("Palette", "Where it was written")
        case _:
            return QCoreApplication.translate("Palette", "Settings")
