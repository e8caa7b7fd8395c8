"""Shows the team to give a thread to; gives the member picked, or None for nobody."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.places.pickers.choices import NOBODY, Line, Member, member_lines
from socialdesk.desktop.places.pickers.picker import Picker
from socialdesk.model.identifiers import PersonId


class AssignPicker(Picker):
    """Who takes it. Signal: `assigned` with a PersonId or None."""

    assigned = Signal(object)

    def __init__(self, window: QWidget) -> None:
        self._members: tuple[Member, ...] = ()
        self._assignee: PersonId | None = None
        super().__init__(window)
        self.name_it(self.tr("Assign to"), self.tr("Assign to …"))
        self.nothing.setText(self.tr("Nobody in the team has this name."))

    def open_for(self, members: Sequence[Member], assignee: PersonId | None, anchor: QRect) -> None:
        """Show it beside `anchor` (in the window's coordinates) for a thread that `assignee` holds."""
        self._members, self._assignee = tuple(members), assignee
        self.open_at(anchor)

    def lines(self, typed: str) -> Sequence[Line]:
        return member_lines(self._members, self._assignee, typed)

    def pick(self, line: Line) -> None:
        self.leave()
        self.assigned.emit(None if line.key == NOBODY else PersonId(int(line.key)))
