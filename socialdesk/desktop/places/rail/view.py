"""The rail on the screen; tells which view was chosen, moved or asked about."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from socialdesk.desktop.actions import force
from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.bridge.pace import Pace
from socialdesk.desktop.places.rail.list import RailList
from socialdesk.desktop.places.rail.model import LIBRARY, OUTBOX, Line, RailModel, name_of, tr
from socialdesk.desktop.places.rail.paint import LineDelegate
from socialdesk.desktop.places.rail.parts import Jump, Me, Workspace
from socialdesk.desktop.widgets.buttons import Button
from socialdesk.desktop.widgets.buttons import Kind as ButtonKind
from socialdesk.model.view import View
from socialdesk.store.cache import Changes

COUNT_MS = 250
_MINUTE_MS = 60_000


class RailPlace(QWidget):
    """The place of the rail."""

    view_chosen = Signal(object, str)
    outbox_chosen = Signal()
    library_chosen = Signal()
    jump_asked = Signal()
    settings_asked = Signal()
    connect_asked = Signal()
    menu_wanted = Signal(object, QPoint)
    """A view, and where its menu may open on the screen."""
    moved = Signal(str, str)
    """A saved view was dragged before another one, or with an empty second id to the end."""
    workspace_asked = Signal(QPoint)
    """The head was pressed, and where what it offers may open on the screen."""
    trouble_wanted = Signal(object)
    """Somebody asks what is wrong with the channel of this view."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.setProperty("plane", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = RailModel(bridge)
        about = tr("rail", "Demo workspace") if bridge.is_demo else tr("rail", "Only on this computer")
        self._head = Workspace(bridge.unlocked.name or "SocialDesk", about)
        self._head.clicked.connect(self._on_head)
        self._jump = Jump()
        self._jump.clicked.connect(self.jump_asked)
        self.list = RailList(self)  # put elsewhere later it would be polished and laid out once more
        self.list.setAccessibleName(tr("rail", "Views and channels"))
        self.list.setModel(self.model)
        self._delegate = LineDelegate()
        self.list.setItemDelegate(self._delegate)
        self.list.menu_asked.connect(self._on_menu)
        self.list.warning_pressed.connect(self._on_warning)
        self.list.row_dragged.connect(self._on_row_dragged)
        self.list.row_dropped.connect(self._on_row_dropped)
        self.list.drag_ended.connect(lambda: self._mark(gap=-1))
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self._connect = Button(tr("rail", "Connect a channel"), ButtonKind.GHOST, icon="plus")
        self._connect.clicked.connect(self.connect_asked)
        self._me = Me(bridge)
        self._me.settings.clicked.connect(self.settings_asked)
        field = QHBoxLayout()
        field.setContentsMargins(12, 2, 12, 14)
        field.addWidget(self._jump)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addLayout(field)
        column.addWidget(self.list, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(6, 2, 12, 8)  # its sign stands below those of the rows
        foot.addWidget(self._connect, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(foot)
        column.addWidget(self._me)
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._minute.timeout.connect(self._on_minute)
        self._minute.start()
        self._reload_soon = Pace(self._reload, COUNT_MS, self)
        bridge.follow.changed.connect(self._on_changed)
        bridge.submit.given.connect(self._on_given)
        bridge.people_changed.connect(self._me.update)
        force.told().changed.connect(self.dress)
        self.dress()

    def complete(self) -> None:
        """Make the rows of those channels that no first frame shows."""
        if self.model.is_told_in_part:
            self._look_at_channels()

    def choose(self, view_id: str) -> None:
        """Choose a view as if it were clicked."""
        if self.model.row_of(view_id) is None:
            self.complete()
        if self.model.row_of(view_id) is None:
            self._reload()  # saved a moment ago, while the rail still waits to be read anew
        row = self.model.row_of(view_id)
        if row is not None:
            self.list.setCurrentIndex(self.model.index(row))

    def tell_again(self, shown: str) -> None:
        """Somebody listens only now: tell them of the row that was chosen before, unless that is shown already."""
        now = self.list.currentIndex()
        line = self.model.line(now.row())
        if line is not None and line.id != shown:
            self._on_current(now, now)

    def show_quiet(self, words: str) -> None:
        """Say at the foot that nobody is called, and until when; nothing when everybody may be."""
        if self._me.quiet != words:
            self._me.quiet = words
            self._me.setAccessibleDescription(words or self._me.standing or "")
            self._me.update()

    def show_standing(self, words: str | None, *, is_there: bool) -> None:
        """Say at the foot whether I am there for work; None where nobody said my hours."""
        if (self._me.standing, self._me.is_there) != (words, is_there):
            self._me.standing, self._me.is_there = words, is_there
            self._me.setAccessibleDescription(self._me.quiet or words or "")
            self._me.update()

    def choose_outbox(self) -> None:
        """Show that the outbox is open, or no view where the list does not name it."""
        if self.model.row_of(OUTBOX) is None:
            self.choose_nothing()
        else:
            self.choose(OUTBOX)

    def choose_nothing(self) -> None:
        """Show that no view is open, so that each can be chosen again."""
        chosen = self.list.visualRect(self.list.currentIndex())
        self.list.selectionModel().blockSignals(True)
        self.list.setCurrentIndex(QModelIndex())
        self.list.selectionModel().blockSignals(False)
        self.list.viewport().update(chosen)  # nobody told it

    def name(self, view: View) -> str:
        """What a view is called here."""
        row = self.model.row_of(view.id)
        line = self.model.line(row) if row is not None else None
        return line.words if line else name_of(view)

    def rest(self) -> None:
        """Count no more: the files are about to close."""
        self._reload_soon.stop()
        self._minute.stop()

    def set_narrow(self, *, narrow: bool) -> None:
        """Icons alone, or words too."""
        for part in (self._delegate, self._head, self._jump, self._me):
            part.is_narrow = narrow
        self._connect.setVisible(not narrow)
        # Beside icons alone there is no room for a bar; the wheel and the keys scroll as before.
        bar = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if narrow else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.list.setVerticalScrollBarPolicy(bar)
        self._me.settings.setVisible(not narrow)
        self.update()

    def dress(self) -> None:
        """Take the icons of the theme."""
        self._me.settings.setToolTip(force.named(tr("rail", "Settings"), "app.settings"))
        self._jump.setToolTip(force.named(tr("rail", "Search or jump"), "app.palette"))
        self._jump.update()

    def _on_current(self, now: QModelIndex, before: QModelIndex) -> None:
        line = self.model.line(now.row())
        if line is None:
            return
        if line.is_head:
            step = 1 if now.row() > before.row() else -1
            other = self.model.line(now.row() + step)
            if other is not None:
                self.list.setCurrentIndex(self.model.index(now.row() + step))
        elif line.id == OUTBOX:
            self.outbox_chosen.emit()
        elif line.id == LIBRARY:
            self.library_chosen.emit()
        elif line.view is not None:
            self.view_chosen.emit(line.view, line.words)

    # What is dragged over it

    def line_at(self, on_screen: QPoint) -> Line | None:
        """The row under a place of the screen."""
        at = self.list.viewport().mapFromGlobal(on_screen)
        if not self.list.viewport().rect().contains(at):
            return None
        return self.model.line(self.list.indexAt(at).row())

    def mark_drop(self, line: Line | None) -> None:
        """Show where something that is dragged would be dropped."""
        row = self.model.row_of(line.id) if line is not None else None
        self._mark(drop=-1 if row is None else row)

    def _mark(self, *, drop: int = -1, gap: int = -1) -> None:
        if (self._delegate.drop_row, self._delegate.gap_row) != (drop, gap):
            self._delegate.drop_row, self._delegate.gap_row = drop, gap
            self.list.viewport().update()

    def _on_row_dragged(self, row: int, gap: int) -> None:
        self._mark(gap=self._gap(gap)[0])

    def _on_row_dropped(self, row: int, gap: int) -> None:
        line, before = self.model.line(row), self._gap(gap)[1]
        if line is not None:
            self.moved.emit(line.id, before)

    def _gap(self, row: int) -> tuple[int, str]:
        """The nearest row before which a saved view can stand, and the view there; empty at the end."""
        saved = [n for n in range(self.model.rowCount()) if (one := self.model.line(n)) is not None and one.is_saved]
        if not saved:
            return -1, ""
        row = max(saved[0], min(row, saved[-1] + 1))
        line = self.model.line(row)
        return row, line.id if line is not None and line.is_saved else ""

    def _on_menu(self, row: int, at: QPoint) -> None:
        line = self.model.line(row)
        if line is not None and line.view is not None:
            self.menu_wanted.emit(line.view, at)

    def _on_warning(self, row: int) -> None:
        line = self.model.line(row)
        if line is not None and line.view is not None:
            self.trouble_wanted.emit(line.view)

    def _on_head(self) -> None:
        self.workspace_asked.emit(self._head.mapToGlobal(QPoint(12, self._head.height() - 2)))

    def _on_given(self, _threads: object) -> None:
        self._reload_soon.ask()

    def _on_changed(self, changes: Changes) -> None:
        if changes.others & {"channel", "person"}:
            self.model.forget_channels()
        if changes.others & {"count", "channel", "outbox", "view", "person"}:
            self._reload_soon.ask()

    def _on_minute(self) -> None:
        self._look_at_channels()
        self._me.update()

    def _look_at_channels(self) -> None:
        self.model.forget_channels()  # for how long one was silent
        self._reload()

    def _reload(self) -> None:
        # While the engine takes in a great many messages the numbers need not run faster than anybody can read.
        chosen = self.model.line(self.list.currentIndex().row())
        was_silent = self.list.selectionModel().blockSignals(True)
        is_anew = self.model.reload()
        row = self.model.row_of(chosen.id) if chosen and is_anew else None
        if row is not None:
            self.list.setCurrentIndex(self.model.index(row))
        self.list.selectionModel().blockSignals(was_silent)
        if is_anew:
            self.list.viewport().update()  # nobody told it which row is the current one
