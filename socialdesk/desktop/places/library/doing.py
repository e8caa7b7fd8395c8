"""The acts of a saved reply while it is written: a row each, with what it takes; gives them as they are kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from socialdesk.desktop.widgets.buttons import Button, IconButton, Kind
from socialdesk.desktop.widgets.combo import Combo
from socialdesk.desktop.widgets.field import Field
from socialdesk.model.person import Person
from socialdesk.model.saved_reply import Act, ActKind

tr = QCoreApplication.translate
_NEW = {
    ActKind.TAG: "",
    ActKind.PRIORITY: "high",
    ActKind.ASSIGN: "me",
    ActKind.NOTE: "",
    ActKind.SNOOZE: "3d",
    ActKind.DONE: "",
}


class Doing(QWidget):
    """What is done besides saying something."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.people: Sequence[Person] = ()
        self._rows: list[_ActRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.add = Button(tr("library", "Do something too when it is sent"), Kind.LINK, icon="plus", parent=self)
        self.add.clicked.connect(self._on_add)
        line = QHBoxLayout()
        line.addWidget(self.add)
        line.addStretch(1)
        self._column.addLayout(line)

    def show_acts(self, acts: Sequence[Act], people: Sequence[Person]) -> None:
        """Put acts into the rows."""
        self.people = people
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = []
        for kind, value in acts:
            self._put(kind, value)

    def acts(self) -> tuple[Act, ...]:
        """What stands in the rows."""
        return tuple(row.act() for row in self._rows)

    def _put(self, kind: str, value: str) -> _ActRow:
        row = _ActRow(kind, value, self.people, self)
        row.changed.connect(self.changed)
        row.gone.connect(lambda: self._drop(row))
        self._rows.append(row)
        self._column.insertWidget(len(self._rows) - 1, row)
        return row

    def _drop(self, row: _ActRow) -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        self.changed.emit()
        self.add.setFocus()

    def _on_add(self) -> None:
        used = {kind for kind, _ in self.acts()}
        kind = next((one for one in ActKind if one not in used or one is ActKind.TAG), ActKind.TAG)
        self._put(kind, _NEW[kind]).kind.setFocus()
        self.changed.emit()


class _ActRow(QWidget):
    """One act of a macro: its kind, and the field for what it takes."""

    changed = Signal()
    gone = Signal()

    def __init__(self, kind: str, value: str, people: Sequence[Person], parent: QWidget) -> None:
        super().__init__(parent)
        self._people = people
        self._is_filling = True
        self.kind = Combo(self)
        self.kind.setAccessibleName(tr("library", "What is done"))
        for one, words in _kinds():
            self.kind.addItem(words, one.value)
        self.text = Field(self)
        self.choice = Combo(self)
        self.remove = IconButton("x", tr("library", "Do not do this"), size=28, parent=self)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.kind, 2)
        line.addWidget(self.text, 3)
        line.addWidget(self.choice, 3)
        line.addWidget(self.remove)
        self.kind.setCurrentIndex(max(0, self.kind.findData(kind)))
        self._fit(value)
        self._is_filling = False
        self.kind.currentIndexChanged.connect(self._on_kind)
        self.text.textChanged.connect(self._on_changed)
        self.choice.currentIndexChanged.connect(self._on_changed)
        self.remove.clicked.connect(self.gone)

    def act(self) -> Act:
        """The act as it is kept."""
        kind = ActKind(self.kind.currentData())
        if kind in {ActKind.TAG, ActKind.NOTE}:
            return kind.value, self.text.text().strip()
        return kind.value, "" if kind is ActKind.DONE else str(self.choice.currentData())

    def _fit(self, value: str) -> None:
        """Show what the kind of act takes."""
        kind = ActKind(self.kind.currentData())
        is_text = kind in {ActKind.TAG, ActKind.NOTE}
        self.text.setVisible(is_text)
        self.choice.setVisible(not is_text and kind is not ActKind.DONE)
        self.text.setText(value if is_text else "")
        name = tr("library", "The tag") if kind is ActKind.TAG else tr("library", "What the note says")
        self.text.setAccessibleName(name)
        self.text.setPlaceholderText(name)
        self.choice.clear()
        _fill(self.choice, kind, self._people)
        self.choice.setAccessibleName(self.kind.currentText())
        if not is_text and value and self.choice.findData(value) < 0:
            self.choice.addItem(value, value)
        self.choice.setCurrentIndex(max(0, self.choice.findData(value)))

    def _on_kind(self) -> None:
        self._is_filling = True
        self._fit(_NEW[ActKind(self.kind.currentData())])
        self._is_filling = False
        self.changed.emit()

    def _on_changed(self) -> None:
        if not self._is_filling:
            self.changed.emit()


def _kinds() -> tuple[tuple[ActKind, str], ...]:
    return (
        (ActKind.TAG, tr("library", "Put a tag on")),
        (ActKind.PRIORITY, tr("library", "Set the priority")),
        (ActKind.ASSIGN, tr("library", "Assign to")),
        (ActKind.NOTE, tr("library", "Write a note")),
        (ActKind.SNOOZE, tr("library", "Snooze")),
        (ActKind.DONE, tr("library", "Mark done")),
    )


def _fill(choice: QComboBox, kind: ActKind, people: Sequence[Person]) -> None:
    match kind:
        case ActKind.PRIORITY:
            choice.addItem(tr("library", "Urgent"), "urgent")
            choice.addItem(tr("library", "High"), "high")
            choice.addItem(tr("library", "Normal"), "normal")
            choice.addItem(tr("library", "Low"), "low")
        case ActKind.ASSIGN:
            choice.addItem(tr("library", "Who sends it"), "me")
            choice.addItem(tr("library", "Nobody"), "nobody")
            for person in people:
                choice.addItem(person.name, str(person.id))
        case ActKind.SNOOZE:
            choice.addItem(tr("library", "Until they answer"), "answer")
            for hours in (1, 4):
                choice.addItem(tr("library", "For %n hour(s)", "", hours), f"{hours}h")
            for days in (1, 2, 3, 7, 14, 30):
                choice.addItem(tr("library", "For %n day(s)", "", days), f"{days}d")
        case _:
            pass
