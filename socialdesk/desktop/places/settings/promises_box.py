"""The promises of a form: the list of them and the fields of the one that is chosen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.places.settings.hours_form import HoursForm
from socialdesk.desktop.places.settings.promise_editor import Conditions, PromiseEditor
from socialdesk.desktop.places.settings.promise_form import PromiseForm
from socialdesk.desktop.places.settings.promise_list import PromiseList
from socialdesk.desktop.places.settings.promise_words import in_short, new_name

tr = QCoreApplication.translate


class PromisesBox(QWidget):
    """List and fields. `edited` tells that the form is another one than before, or another promise is looked at."""

    edited = Signal()

    def __init__(self, bridge: Bridge, conditions: Conditions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._conditions = conditions
        self._form: HoursForm | None = None
        self._waiting: tuple[int, ...] = ()
        self._problems: dict[str, str] = {}
        self.names = PromiseList(self)
        self.names.chosen.connect(self._on_chosen)
        self.names.moved.connect(self._on_moved)
        self.names.added.connect(self._on_added)
        self.names.dropped.connect(self._on_dropped)
        self.names.put_back.connect(self._on_put_back)
        self.editor = PromiseEditor(bridge, conditions, self)
        self.editor.edited.connect(self.edited)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.names)
        column.addWidget(self.editor)

    def show_form(self, form: HoursForm) -> None:
        """Show the promises of a form, from now on the one that is changed here."""
        self._form = form
        self._waiting = ()
        is_usual = form.chosen == len(form.promises) - 1
        self.editor.show_form(form.promises[form.chosen], form.hours, is_usual=is_usual)

    def say(self, problems: dict[str, str]) -> None:
        """Say what cannot be read, at its field and in the list."""
        if self._form is None:
            return
        self._problems = problems
        own = f"{self._form.chosen}/"
        self.editor.say({key.removeprefix(own): words for key, words in problems.items() if key.startswith(own)})
        self._list()
        self.updateGeometry()

    def tell_waiting(self, waiting: tuple[int, ...]) -> None:
        """Tell how many wait under each promise."""
        self._waiting = waiting
        self._list()

    def _list(self) -> None:
        form = self._form
        if form is None:
            return
        last = len(form.promises) - 1
        waiting = self._waiting if len(self._waiting) == last + 1 else (0,) * (last + 1)
        rows = [
            in_short(
                one,
                self._conditions.words(one.when),
                waiting[at],
                is_last=at == last,
                is_alone=not last,
                is_wrong=any(key.startswith(f"{at}/") for key in self._problems),
            )
            for at, one in enumerate(form.promises)
        ]
        dropped = form.dropped[1].name or tr("hours", "the promise") if form.dropped else ""
        self.names.show_rows(rows, form.chosen, dropped)

    def _on_chosen(self, at: int) -> None:
        if self._form is not None:
            self._form.chosen = at
            self._again()

    def _on_moved(self, at: int, to: int) -> None:
        if self._form is not None:
            self._form.move(at, to)
            self._again()

    def _on_added(self) -> None:
        form = self._form
        if form is None:
            return
        # Before the one that was looked at, and so never behind the last.
        form.promises.insert(form.chosen, PromiseForm.new(new_name([one.name for one in form.promises])))
        self._again()
        self.editor.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.editor.name.selectAll()

    def _on_dropped(self, at: int) -> None:
        if self._form is not None:
            self._form.drop(at)
            self._again()
            self.names.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_put_back(self) -> None:
        if self._form is not None:
            self._form.put_back()
            self._again()
            self.names.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _again(self) -> None:
        assert self._form is not None
        self.show_form(self._form)
        self.edited.emit()
