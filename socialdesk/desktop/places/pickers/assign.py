"""Shows the team to give a thread to; gives the member picked, or None for nobody."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.look.following import sized
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.tokens import font
from socialdesk.desktop.places.pickers.choices import LINE_ROLE, NOBODY, Line, Member, member_lines
from socialdesk.desktop.places.pickers.picker import Picker
from socialdesk.desktop.widgets.field import Field
from socialdesk.desktop.widgets.plain_text import PlainLabel
from socialdesk.model.identifiers import PersonId

_LONGEST_NOTE = 500


class AssignPicker(Picker):
    """Who takes it. Signal: `assigned` with a PersonId or None."""

    assigned = Signal(object)

    def __init__(self, window: QWidget) -> None:
        self._members: tuple[Member, ...] = ()
        self._assignee: PersonId | None = None
        super().__init__(window)
        self.name_it(self.tr("Assign to"), self.tr("Assign to …"))
        self.nothing.setText(self.tr("Nobody in the team has this name."))
        self.note = Field(self.card)
        sized(self.note, lambda: self.note.setFixedHeight(scaled(36)))
        self.note.setMaxLength(_LONGEST_NOTE)
        self.note.setPlaceholderText(self.tr("Note for them (Tab, optional)"))
        self.note.setAccessibleName(self.tr("Internal note for whom it is given to"))
        sized(self.note, lambda: self.note.setFont(font(14, 400, tabular=False)))
        self.note.installEventFilter(self)
        self.inside.insertWidget(self.inside.count() - 1, self.note)
        self._taken = ""
        self.off = PlainLabel("", 13, 500, "soon", wraps=True, parent=self.card)
        self.off.setContentsMargins(19, 6, 18, 8)
        self.off.hide()
        self.inside.insertWidget(self.inside.indexOf(self.note), self.off)
        self.list.selectionModel().currentChanged.connect(self._tell_off)

    def open_for(
        self, members: Sequence[Member], assignee: PersonId | None, anchor: QRect, *, takes_note: bool = False
    ) -> None:
        """Show it beside `anchor` (in the window's coordinates) for a thread that `assignee` holds.

        With `takes_note` something can be said to whom it is given.
        """
        self._members, self._assignee = tuple(members), assignee
        self._taken = ""
        self.note.clear()
        self.note.setVisible(takes_note)
        self.open_at(anchor)

    def lines(self, typed: str) -> Sequence[Line]:
        return member_lines(self._members, self._assignee, typed)

    def _tell_off(self) -> None:
        """Say below the names that whoever is chosen there is not at work, and when the thread is due."""
        shown = self.list.currentIndex().data(LINE_ROLE)
        key = shown.key if isinstance(shown, Line) else ""
        said = next((one.said for one in self._members if str(one.person.id) == key), "")
        self.off.setText(said)
        if self.off.isHidden() is bool(said):
            self.off.setVisible(bool(said))
            self.place()
        self.list.setAccessibleDescription(said)

    def take_note(self) -> str:
        """What was written to whom it was given, once."""
        taken, self._taken = self._taken, ""
        return taken

    def take_key(self, event: QKeyEvent) -> bool:
        """Tab goes between the names and the note; what is typed in the note is text, whatever keys mean elsewhere."""
        if event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab} and not self.note.isHidden():
            (self.field if self.note.hasFocus() else self.note).setFocus()
            return True
        moves = {Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if self.note.hasFocus() and event.key() not in moves:
            return False
        return super().take_key(event)

    def pick(self, line: Line) -> None:
        self._taken = "" if self.note.isHidden() else self.note.text().strip()
        self.leave()
        self.assigned.emit(None if line.key == NOBODY else PersonId(int(line.key)))
