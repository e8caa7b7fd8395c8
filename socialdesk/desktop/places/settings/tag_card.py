"""The card that asks what a tag is to be called; says beforehand what becomes of two that are called alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from heapq import nsmallest

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.widgets.buttons import Button, Kind
from socialdesk.desktop.widgets.dialog_card import DialogCard
from socialdesk.desktop.widgets.field import Field
from socialdesk.desktop.widgets.plain_text import PlainLabel, one_line
from socialdesk.model.tagging import LONGEST

tr = QCoreApplication.translate
_MOST_SHOWN, _LINE = 5, 30


class TagCard(DialogCard):
    """A name, and below it the other tags that fit what is typed: with one of those the two are merged."""

    named = Signal(str, str, bool)
    """The tag, its new name, and whether another tag is called so."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, name=tr("tags", "Rename or merge a tag"))
        self._tag = ""
        self._known: Mapping[str, int] = {}
        """Every tag, with how many threads bear it."""
        self._alike: Mapping[str, Sequence[str]] = {}
        """Every tag by how it is compared: those that differ by capital letters alone are to be merged."""
        self._title = PlainLabel("", 18, 650, wraps=True)
        about = tr(
            "tags",
            "Views, rules, promises and saved replies that name it follow. To merge two tags, give this one the name"
            " of the other.",
        )
        self.name_field = Field()
        self.name_field.setAccessibleName(tr("tags", "New name of the tag"))
        self.name_field.setMaxLength(LONGEST)
        self.name_field.textChanged.connect(self._on_typed)
        self.name_field.returnPressed.connect(self._save)
        self.others = QListWidget(self)
        self.others.setAccessibleName(tr("tags", "Other tags; Enter takes the name of one"))
        self.others.itemActivated.connect(self._take)
        self.others.itemClicked.connect(self._take)
        self._told = PlainLabel("", 13, 500, "text2", wraps=True)
        cancel = Button(tr("tags", "Cancel"))
        cancel.clicked.connect(self.leave)
        self.save = Button(tr("tags", "Rename"), Kind.PRIMARY, keys=("↵",))
        self.save.clicked.connect(self._save)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.save)
        column = QVBoxLayout()
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(10)
        for part in (self._title, PlainLabel(about, 13, 400, "text2", wraps=True), self.name_field):
            column.addWidget(part)
        column.addWidget(self.others)
        column.addWidget(self._told)
        column.addSpacing(6)
        column.addLayout(row)
        self.inside.addLayout(column)

    def open_for(self, tag: str, known: Mapping[str, int], alike_of: Mapping[str, Sequence[str]]) -> None:
        """Ask what `tag` is to be called. `known` are all tags, each with how many threads bear it.

        `alike_of` is what `alike` gives of them: with thousands that takes longer than a frame.
        """
        self._tag, self._known, self._alike = tag, known, alike_of
        self._title.setText(tr("tags", "Rename “{tag}”").format(tag=one_line(tag)))
        self.name_field.setText(tag)
        self._on_typed()
        self.open_card(self.name_field)
        self.name_field.selectAll()

    @property
    def told(self) -> str:
        """What becomes of the tag under the name that is typed, or why it cannot be called so."""
        return self._told.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes from the name to the other tags."""
        if event.key() == Qt.Key.Key_Down and self.name_field.hasFocus() and self.others.count():
            self.others.setFocus(Qt.FocusReason.TabFocusReason)
            self.others.setCurrentRow(0)
        else:
            super().keyPressEvent(event)

    def _other(self) -> tuple[str, int] | None:
        """Another tag that is called as is typed: nobody tells two tags apart by capital letters."""
        typed = _name(self.name_field.text())
        found = [one for one in self._alike.get(_compared(typed), ()) if one != self._tag]
        if typed == self._tag or not found:
            return None
        chosen = typed if typed in found else found[0]
        return chosen, self._known[chosen]

    def _on_typed(self) -> None:
        name, other = _name(self.name_field.text()), self._other()
        here = self._known.get(self._tag, 0)
        said = reason = ""
        if other is not None:
            words = tr("tags", "“{other}” is a tag already: {there}. Both become one, and “{tag}” ({here}) is gone.")
            said = words.format(
                other=one_line(other[0]), there=threads(other[1]), tag=one_line(self._tag), here=threads(here)
            )
        elif not name:
            reason = tr("tags", "Give the tag a name.")
        elif name == self._tag:
            reason = tr("tags", "It is called so now.")
        else:
            said = tr("tags", "%n thread(s) have it under the new name then.", "", here)
        self.save.set_words(tr("tags", "Merge") if other is not None else tr("tags", "Rename"))
        self.save.set_off(reason)
        self._told.setText(said or reason)
        self._list_others(name)
        if self.isVisible():
            self.place()

    def _list_others(self, typed: str) -> None:
        wanted = "" if typed == self._tag else _compared(typed)
        fitting = (
            (not folded.startswith(wanted), folded, one)
            for folded, among in (self._alike.items() if wanted else ())
            if wanted in folded and folded != wanted
            for one in among
            if one != self._tag
        )
        self.others.clear()
        for _, _, one in nsmallest(_MOST_SHOWN, fitting):
            item = QListWidgetItem(one_line(one))
            item.setData(Qt.ItemDataRole.UserRole, one)
            item.setSizeHint(QSize(10, scaled(_LINE)))
            self.others.addItem(item)
        self.others.setVisible(self.others.count() > 0)
        self.others.setFixedHeight(self.others.count() * scaled(_LINE) + 2 * self.others.frameWidth() + 2)

    def _take(self, *_from: object) -> None:
        item = self.others.currentItem() or self.others.item(0)
        if self.others.count():
            self.name_field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.name_field.setText(str(item.data(Qt.ItemDataRole.UserRole)))

    def _save(self) -> None:
        if not self.save.isEnabled():
            return
        other = self._other()
        name = other[0] if other is not None else _name(self.name_field.text())
        self.leave()
        self.named.emit(self._tag, name, other is not None)


def threads(many: int) -> str:
    """So many threads, in words."""
    return tr("bulk", "%n thread(s)", "", many)


def alike(tags: Iterable[str]) -> dict[str, list[str]]:
    """Tags by how they are compared; two may differ by capital letters alone."""
    found: dict[str, list[str]] = {}
    for one in tags:
        found.setdefault(_compared(one), []).append(one)
    return found


def _name(typed: str) -> str:
    """What was typed as a name: signs nobody sees are no part of it."""
    return " ".join(one_line(typed).split())


def _compared(tag: str) -> str:
    return _name(tag).casefold()
