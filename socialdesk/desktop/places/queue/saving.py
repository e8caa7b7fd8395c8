"""The card that asks what a view is to be called and who sees it; tells the answer, saves nothing itself."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from socialdesk.desktop.widgets.buttons import Button, Kind
from socialdesk.desktop.widgets.dialog_card import DialogCard
from socialdesk.desktop.widgets.field import Field
from socialdesk.desktop.widgets.plain_text import PlainLabel, one_line
from socialdesk.desktop.widgets.segments import Segments
from socialdesk.model.saved_view import LONGEST_NAME

tr = QCoreApplication.translate


class SaveCard(DialogCard):
    """A name, and whether the whole team sees the view."""

    saved = Signal(str, bool)
    """The name and whether the view is shared."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, name=tr("views", "Save as view"))
        self._title = PlainLabel("", 18, 650, wraps=True)
        self._about = PlainLabel("", 13, 400, "text2", wraps=True)
        self.name_field = Field()
        self.name_field.setAccessibleName(tr("views", "Name of the view"))
        self.name_field.setPlaceholderText(tr("views", "Name of the view"))
        self.name_field.setMaxLength(LONGEST_NAME)
        self.name_field.textChanged.connect(self._on_typed)
        self.name_field.returnPressed.connect(self._save)
        self.scope = Segments(
            (("mine", tr("views", "Only me")), ("team", tr("views", "Whole team"))),
            tr("views", "Who sees it"),
        )
        self._problem = PlainLabel("", 13, 500, "soon", wraps=True)
        self._taken: frozenset[str] = frozenset()
        cancel = Button(tr("views", "Cancel"))
        cancel.clicked.connect(self.leave)
        self.save = Button(tr("views", "Save"), Kind.PRIMARY, keys=("↵",))
        self.save.clicked.connect(self._save)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.save)
        column = QVBoxLayout()
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(10)
        for part in (self._title, self._about, self.name_field, self.scope, self._problem):
            column.addWidget(part)
        column.addSpacing(6)
        column.addLayout(row)
        self.inside.addLayout(column)

    def open_for(self, title: str, about: str, name: str, taken: frozenset[str], *, shared: bool | None) -> None:
        """Ask. `taken` are the names others have, in small letters; `shared` None does not ask who sees it."""
        self._title.setText(title)
        self._about.setText(about)
        self._about.setVisible(bool(about))
        self._taken = taken
        self.scope.setVisible(shared is not None)
        self.scope.choose("team" if shared else "mine")
        self.name_field.setText(name)
        self._on_typed()
        self.open_card(self.name_field)
        self.name_field.selectAll()

    @property
    def problem(self) -> str:
        """Why this cannot be saved, as it is read."""
        return self._problem.text()

    def _on_typed(self) -> None:
        name = one_line(self.name_field.text())
        said = ""
        if name.casefold() in self._taken:
            said = tr("views", "There is a view called “{name}” already.").format(name=name)
        self._problem.setText(said)
        self._problem.setVisible(bool(said))
        reason = said or ("" if name else tr("views", "Give the view a name."))
        self.save.set_off(reason)
        if self.isVisible():
            self.place()

    def _save(self) -> None:
        if not self.save.isEnabled():
            return
        # What nobody sees is no name, and tells no two names apart.
        name, shared = one_line(self.name_field.text()), self.scope.current == "team"
        self.leave()
        self.saved.emit(name, shared)
