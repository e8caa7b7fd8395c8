"""The head of the queue: title and numbers, order, filter, status chips, search, and what is in force as chips."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from socialdesk.desktop.look.following import sized
from socialdesk.desktop.look.metrics import CONTROL_HEIGHT, QUEUE_HEADER, scaled
from socialdesk.desktop.places.queue import words
from socialdesk.desktop.widgets.buttons import Button, IconButton
from socialdesk.desktop.widgets.buttons import Kind as ButtonKind
from socialdesk.desktop.widgets.keycap import ACT
from socialdesk.desktop.widgets.plain_text import PlainLabel, tooltip
from socialdesk.desktop.widgets.split import Rule
from socialdesk.desktop.widgets.toggle_chip import TakeAwayChip, ToggleChip
from socialdesk.model.condition import Condition
from socialdesk.model.sorting import Sort
from socialdesk.model.thread import Status

if TYPE_CHECKING:
    from socialdesk.desktop.places.queue.in_force_row import InForceRow

tr = QCoreApplication.translate


class QueueHeader(QWidget):
    """The head. It tells what was asked for and decides nothing."""

    status_chosen = Signal(object)
    let_through_chosen = Signal()
    sort_chosen = Signal(object)
    filter_wanted = Signal()
    taken_away = Signal(object)
    cleared = Signal()
    save_wanted = Signal()
    change_wanted = Signal()
    typed = Signal()
    """Other words stand in the search field."""
    searched = Signal()
    search_left = Signal()
    list_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = PlainLabel("", 18, 650, elides=True)
        self._about = PlainLabel("", 12, 400, "text2", elides=True)
        self.sort_button = IconButton("sort-ascending", tr("queue", "Order"), size=30)
        self.sort_button.clicked.connect(self.open_sorts)
        self.filter_button = IconButton("funnel", tr("queue", "Filter"), keys=("F",), size=30)
        self.filter_button.setProperty(ACT, "view.filter")
        self.filter_button.setCheckable(True)
        self.filter_button.clicked.connect(self._on_filter)
        self._sort = Sort.TRIAGE
        self.chips: dict[Status, ToggleChip] = {}
        self._is_shield = False
        self._lay_out()

    def _lay_out(self) -> None:
        title = QHBoxLayout()
        title.setContentsMargins(18, 13, 12, 15)
        title.setSpacing(0)
        title.addWidget(self._title)
        title.addSpacing(10)
        title.addWidget(self._about, 1)
        title.addSpacing(8)
        title.addWidget(self.sort_button)
        title.addWidget(self.filter_button)
        chips = QHBoxLayout()
        chips.setContentsMargins(16, 0, 14, 0)
        chips.setSpacing(6)
        for status in (Status.OPEN, Status.WAITING, Status.DONE):
            chip = ToggleChip("")
            chip.clicked.connect(lambda _=False, status=status: self.status_chosen.emit(status))
            self.chips[status] = chip
            chips.addWidget(chip)
        chips.addStretch(1)
        self._chip_row = chips
        top = QWidget()
        sized(top, lambda: top.setFixedHeight(scaled(QUEUE_HEADER) - 1))
        column = QVBoxLayout(top)
        column.setContentsMargins(0, 0, 0, 11)
        column.setSpacing(0)
        column.addLayout(title)
        column.addLayout(chips)
        self._parts: list[TakeAwayChip] = []
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(top)
        self._whole.addWidget(Rule())
        # Not before the chips have their place: shown without one, each is a window of its own for a moment.
        self.set_shield(is_on=False)

    # What no first frame shows is made when it is wanted

    @cached_property
    def menu(self) -> QMenu:
        """The orders there are, with a mark beside the one in force."""
        menu = QMenu(self)
        group = QActionGroup(menu)
        for sort in Sort:
            action = menu.addAction(words.sort(sort))
            action.setCheckable(True)
            action.setChecked(sort is self._sort)
            action.setData(sort.value)
            group.addAction(action)
        group.triggered.connect(self._on_sort)
        return menu

    @cached_property
    def let_through(self) -> ToggleChip:
        """Of what was kept out of sight, what was let through."""
        chip = ToggleChip(tr("queue", "Let through"))
        chip.hide()
        chip.setToolTip(tr("queue", "What was kept out of sight and is shown to everybody again"))
        chip.clicked.connect(self.let_through_chosen)
        self._chip_row.insertWidget(len(self.chips), chip)
        self.setTabOrder(self.chips[Status.DONE], chip)
        return chip

    @cached_property
    def _in_force(self) -> InForceRow:
        from socialdesk.desktop.places.queue.in_force_row import InForceRow  # few first frames have a filter

        shown = InForceRow()
        shown.hide()
        self._whole.insertWidget(1, shown)
        return shown

    @cached_property
    def search_field(self) -> QLineEdit:
        """Where words are looked for; made after the first frame, which shows none."""
        from socialdesk.desktop.widgets.search_field import put_clear

        field = QLineEdit()
        field.hide()
        sized(field, lambda: field.setFixedHeight(scaled(CONTROL_HEIGHT) + 2))
        field.setPlaceholderText(tr("queue", "Search everything, or from: tag: is:"))
        field.setAccessibleName(tr("queue", "Search"))
        put_clear(field, tr("queue", "Clear what was typed"))
        field.setToolTip(
            tr(
                "queue",
                "Operators: from: to: channel: tag: lang: kind: is: has: before: after: and a minus to leave out",
            )
        )
        field.installEventFilter(self)
        field.textChanged.connect(self.typed)
        self._chip_row.addWidget(self.newest)
        self._chip_row.addWidget(field, 100)
        self.setTabOrder(self.let_through, self.newest)
        self.setTabOrder(self.newest, field)
        return field

    @cached_property
    def newest(self) -> ToggleChip:
        """Whether the newest of what is found stands first; it stands beside the field."""
        chip = ToggleChip(tr("queue", "Newest"))
        chip.hide()
        chip.setToolTip(tr("queue", "Newest first instead of best match first"))
        chip.toggled.connect(self.searched)
        return chip

    @property
    def is_searching(self) -> bool:
        """Whether the search field is shown."""
        return "search_field" in self.__dict__ and not self.search_field.isHidden()

    # What the place asks

    def set_title(self, title: str) -> None:
        """The name of the view."""
        self._title.setText(title)
        self._title.setToolTip(tooltip(title))

    def set_about(self, about: str) -> None:
        """The numbers beside it."""
        self._about.setText(about)

    @property
    def about(self) -> str:
        """The numbers, as they are read."""
        return self._about.text()

    @property
    def title(self) -> str:
        """The title, as it is read."""
        return self._title.text()

    def set_sort(self, sort: Sort) -> None:
        """Show which order is in force."""
        self._sort = sort
        if "menu" in self.__dict__:
            for action in self.menu.actions():
                action.setChecked(action.data() == sort.value)
        name = tr("queue", "Order: {order}").format(order=words.sort(sort))
        self.sort_button.set_name(name)
        self.sort_button.set_icon("sort-ascending", "text2" if sort is Sort.TRIAGE else "accent")

    def set_statuses(self, statuses: frozenset[Status]) -> None:
        """Turn on the chip of the status that is shown."""
        for status, chip in self.chips.items():
            chip.setChecked(statuses == frozenset({status}))
        if "let_through" in self.__dict__:
            self.let_through.setChecked(False)

    def set_shield(self, *, is_on: bool) -> None:
        """Name the chips by what is decided about what is kept out of sight, or by the status of threads."""
        self._is_shield = is_on
        said = {
            Status.OPEN: tr("queue", "To decide") if is_on else tr("queue", "Open"),
            Status.WAITING: tr("queue", "Waiting"),
            Status.DONE: tr("queue", "Hidden", "kept out of sight, and dealt with") if is_on else tr("queue", "Done"),
        }
        for status, words_ in said.items():
            self.chips[status].set_words(words_)
        self._show_chips()

    def set_waiting(self, *, is_shown: bool) -> None:
        """Of what is kept out of sight next to nothing waits for an answer: its chip is there only where it does."""
        self.chips[Status.WAITING].setVisible(is_shown and not self.is_searching)

    def _show_chips(self) -> None:
        if self.is_searching:
            return
        for status, chip in self.chips.items():
            chip.setVisible(not self._is_shield or status is not Status.WAITING)
        if self._is_shield or "let_through" in self.__dict__:
            self.let_through.setVisible(self._is_shield)

    def show_in_force(
        self, parts: Sequence[tuple[Condition, str]], *, any_of: str, can_save: bool, can_change: bool = False
    ) -> None:
        """Show the conditions with their words. `any_of` is said before them where one of them is enough.

        `can_change` offers to keep them in the saved view that is shown.
        """
        if not parts and "_in_force" not in self.__dict__:
            return
        flow = self._in_force.flow
        shown = (tuple(parts), any_of, can_save, can_change)
        if self._in_force.parts_shown == shown:
            return
        self._in_force.parts_shown = shown
        flow.clear()
        self._parts = []
        if any_of and len(parts) > 1:
            flow.addWidget(PlainLabel(any_of, 12, 600, "text2"))
        for condition, said in parts:
            chip = TakeAwayChip(said)
            chip.clicked.connect(lambda _=False, condition=condition: self.taken_away.emit(condition))
            self._parts.append(chip)
            flow.addWidget(chip)
        if can_change and parts:
            self._offer(tr("queue", "Save", "the filters to the view that is shown"), self.change_wanted)
        if can_save and parts:
            self._offer(tr("queue", "Save as view…"), self.save_wanted)
        if len(parts) > 1 or (can_save and parts):
            self._offer(tr("queue", "Clear"), self.cleared)
        self._in_force.setVisible(bool(parts) and not self.is_searching)
        self._in_force.updateGeometry()
        self.filter_button.setChecked(bool(parts))
        name = tr("queue", "Filter, %n in force", "", len(parts)) if parts else tr("queue", "Filter")
        self.filter_button.set_name(name)

    def _offer(self, words: str, then: SignalInstance) -> None:
        link = Button(words, ButtonKind.LINK)
        sized(link, lambda: link.setFixedHeight(scaled(26)))
        link.clicked.connect(then)
        self._in_force.flow.addWidget(link)

    @property
    def in_force(self) -> list[TakeAwayChip]:
        """The chips of what is in force."""
        return self._parts

    def open_sorts(self) -> None:
        """Offer the orders."""
        self.menu.popup(self.sort_button.mapToGlobal(QPoint(0, self.sort_button.height() + 4)))

    def start_search(self) -> None:
        """Show the field and wait for words. A search looks through every status and view."""
        self.search_field.show()
        self.newest.show()
        for part in (*self.chips.values(), self.let_through, self.sort_button, self.filter_button, self._in_force):
            part.hide()
        self.set_title(tr("queue", "Search"))
        self.search_field.setFocus()
        self.search_field.selectAll()

    def leave_search(self) -> None:
        """Show what belongs to a view again."""
        if self.is_searching:
            self.search_field.hide()
            self.newest.hide()
        self._show_chips()
        for part in (self.sort_button, self.filter_button):
            part.show()
        if "_in_force" in self.__dict__:
            self._in_force.setVisible(self._in_force.flow.count() > 0)

    def _on_sort(self, action: QAction) -> None:
        self.sort_chosen.emit(Sort(action.data()))

    def _on_filter(self) -> None:
        # Whether it looks pressed says whether a filter is in force, not whether its card is open.
        self.filter_button.setChecked(not self.filter_button.isChecked())
        self.filter_wanted.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):  # the field alone is watched
            match event.key():
                case Qt.Key.Key_Escape:
                    self.search_left.emit()
                    return True
                case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Down:
                    self.list_wanted.emit()
                    return True
                case _:
                    pass
        return False
