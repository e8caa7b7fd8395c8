"""The list of a conversation: scrolls, selects text, tells what was clicked; knows no store and gives no command."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QToolTip, QWidget

from socialdesk.desktop.bridge.pictures import Pictures
from socialdesk.desktop.places.conversation.chosen_text import ChosenText
from socialdesk.desktop.places.conversation.geometry import Geometry, Target
from socialdesk.desktop.places.conversation.hits import Hits
from socialdesk.desktop.places.conversation.model import ConversationModel
from socialdesk.desktop.places.conversation.paint import Chosen, RowPainter
from socialdesk.desktop.places.conversation.row_delegate import RowDelegate
from socialdesk.desktop.places.conversation.rows import Key, Row, RowKind
from socialdesk.desktop.widgets.plain_text import tooltip
from socialdesk.model.message import Message

Index = QModelIndex | QPersistentModelIndex
NEAR_END = 400
NEAR_TOP = 200
"""So close to the upper end, in pixels, older messages are asked for."""


class ConversationView(QListView):
    """Rows of one thread, from the oldest to the newest."""

    older_wanted = Signal()
    target_chosen = Signal(object, object)
    """A `Target` and the row it is in."""
    newer_wanted = Signal()
    oldest_wanted = Signal()
    """The beginning of the thread is wanted, and not all down from there is loaded."""
    find_wanted = Signal()
    newest_wanted = Signal()
    """The end of the thread is wanted, and not all up to there is loaded."""
    scrolled = Signal()
    back_wanted = Signal()
    reveal_wanted = Signal()
    """Shift+Enter: show what is kept out of sight."""
    menu_wanted = Signal(object, QPoint)
    """A row, and where on the screen its menu belongs."""

    def __init__(self, geometry: Geometry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # The window would take them for the way in here, and for the order of the queue.
        self.setProperty("ownKeys", ("Return", "Home", "End"))
        self._geometry = geometry
        self._painter = RowPainter(geometry)
        self._model = ConversationModel(self._painter.words.row, self)
        self._hits = Hits(self, self._model, self._painter, geometry, self.room)
        self._chosen = ChosenText(self, self._model, self._hits, geometry, self.room)
        self._sticks = True
        self._is_laid = True
        """Whether the rows were laid out since their thread was opened."""
        self.shows_focus = False
        self.tooltip_of: Callable[[Row], str] = self._painter.words.row
        self.setModel(self._model)
        self.setItemDelegate(RowDelegate(self, self._painter, geometry))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
        self.verticalScrollBar().setSingleStep(24)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        # Only the ring of the undo window tells seconds; without one this timer stands still.
        self._seconds = QTimer(self)
        self._seconds.setInterval(250)
        self._seconds.timeout.connect(self._tick)

    def draw_from(self, pictures: Pictures) -> None:
        """Take pictures from there, and draw each when it is read."""
        self._painter.pictures = pictures
        pictures.ready.connect(self._on_picture)

    def _on_picture(self, _: str) -> None:
        self.viewport().update()

    # ----------------------------------------------------------------------------------------------------- rows
    def room(self) -> int:
        """The width that rows are placed in: with or without a scroll bar the same, so that no line breaks anew."""
        return self.width()

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown now."""
        return tuple(self._model.rows)

    def open_with(self, rows: tuple[Row, ...], *, is_seen: bool = True) -> None:
        """Show another thread, from its first unread message, else its newest.

        One that is not seen yet, since it is kept out of sight, is laid out when it is.
        """
        self._chosen.forget()
        self._model.replace_all(rows)
        self._is_laid = is_seen
        if not is_seen:
            self._seconds.stop()
            return
        self.doItemsLayout()
        unread = self._model.row_of(("unread", ""))
        if unread is not None:
            self._sticks = False
            self.scrollTo(self._model.index(unread), QAbstractItemView.ScrollHint.PositionAtTop)
            bar = self.verticalScrollBar()
            self._sticks = bar.value() >= bar.maximum() and not self.has_newer
        else:
            self.to_bottom()
        self._keep_ticking()

    def open_at(self, rows: tuple[Row, ...], key: Key, foot: int | None = None) -> bool:
        """Show other rows with one of them where it stood, else at the top; False when it is not among them."""
        self._chosen.forget()
        self._model.replace_all(rows)
        self._is_laid = True
        self.doItemsLayout()
        at = self._model.row_of(key)
        if at is None:
            return False
        self._sticks = False
        if foot is None:
            self.setCurrentIndex(self._model.index(at))
            # Its day is told above it.
            above = at - 1 if at and self._model.rows[at - 1].kind is RowKind.DAY else at
            self.scrollTo(self._model.index(above), QAbstractItemView.ScrollHint.PositionAtTop)
        else:
            self._return_to(key, foot)
        bar = self.verticalScrollBar()
        self._sticks = bar.value() >= bar.maximum() and not self.has_newer
        self._keep_ticking()
        return True

    def reading_place(self) -> tuple[Message, int] | None:
        """The first message in sight and where its foot stands; None at the end, where nothing is to be kept."""
        if self._sticks:
            return None
        for row in range(self.indexAt(QPoint(self.viewport().width() // 2, 4)).row(), len(self._model.rows)):
            entry = self._model.rows[row].entry if row >= 0 else None
            if isinstance(entry, Message) and entry.id > 0:
                return entry, self.visualRect(self._model.index(row)).bottom()
        return None

    def follow(self, rows: tuple[Row, ...], *, is_seen: bool = True) -> None:
        """Become `rows` and keep the eye where it is: at the bottom, or at the row it reads."""
        if not self._is_laid:
            self.open_with(rows, is_seen=is_seen)
            return
        anchor = None if self._sticks else self._anchor()
        self._model.follow(rows)
        self.doItemsLayout()
        if anchor is None:
            self.to_bottom()
        else:
            self._return_to(*anchor)
        self._keep_ticking()

    def to_bottom(self) -> None:
        """Show the newest row."""
        self._sticks = not self.has_newer
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum())

    def relayout(self) -> None:
        """Fonts, width or words changed."""
        if not self._is_laid:
            return
        anchor = None if self._sticks else self._anchor()
        self.doItemsLayout()
        if anchor is None:
            self.to_bottom()
        else:
            self._return_to(*anchor)

    def _anchor(self) -> tuple[Key, int] | None:
        index = self.indexAt(QPoint(self.viewport().width() // 2, 4))
        # A line of its own moves when something is put below it; what was said stays what it is.
        while index.isValid() and self._model.at(index).entry is None:
            index = self._model.index(index.row() + 1)
        # Its foot holds still: a name line may come or go above it.
        return (self._model.at(index).key, self.visualRect(index).bottom()) if index.isValid() else None

    def _return_to(self, key: Key, foot: int) -> None:
        at = self._model.row_of(key)
        if at is not None:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.visualRect(self._model.index(at)).bottom() - foot)

    def _on_scrolled(self, value: int) -> None:
        bar = self.verticalScrollBar()
        self._sticks = value >= bar.maximum() - 2 and not self.has_newer
        self.scrolled.emit()
        if self.has_newer and bar.maximum() - value <= NEAR_END:
            self.newer_wanted.emit()
        if value <= NEAR_TOP and self.has_older:
            self.older_wanted.emit()

    @property
    def has_older(self) -> bool:
        """Whether there is more above than is loaded."""
        return bool(self._model.rows) and self._model.rows[0].kind is RowKind.OLDER

    @property
    def has_newer(self) -> bool:
        """Whether there is more below than is loaded."""
        return bool(self._model.rows) and self._model.rows[-1].kind is RowKind.NEWER

    @property
    def is_far_up(self) -> bool:
        """Whether the newest row is far out of sight."""
        bar = self.verticalScrollBar()
        return self.has_newer or bar.maximum() - bar.value() > 1.5 * self.viewport().height()

    def _keep_ticking(self) -> None:
        if any(self._has_ring(row) for row in self._model.rows):
            self._seconds.start()
        else:
            self._seconds.stop()

    def _has_ring(self, row: Row) -> bool:
        if not (row.tells_fate and isinstance(row.entry, Message)):
            return False
        line = self._geometry.line_of(row.entry)
        return line is not None and line.ring is not None

    def _tick(self) -> None:
        for at, row in enumerate(self._model.rows):
            if row.tells_fate:
                self.update(self._model.index(at))
        self._keep_ticking()

    # ------------------------------------------------------------------------------------------------- selection
    def chosen_in(self, key: Key) -> Chosen | None:
        """The selected letters of a row."""
        return self._chosen.of(key)

    def choose_in(self, key: Key, find: Callable[[str], tuple[int, int] | None]) -> None:
        """Go to a row and select the (start, length) that `find` gives of its text."""
        at = self._model.row_of(key)
        if at is None:
            return
        self.setCurrentIndex(self._model.index(at))
        self._chosen.take_found(self._model.rows[at], find)

    def row_at(self, index: QModelIndex) -> Row:
        """What a row shows."""
        return self._model.at(index)

    def chosen_text(self) -> str:
        """The selected text, or else that of the current row's message."""
        chosen, current = self._chosen.text(), self.currentIndex()
        if chosen:
            return chosen
        return self._painter.words.row(self._model.at(current)) if current.isValid() else ""

    def targets_of(self, row: Row) -> tuple[Target, ...]:
        """Everything that can be chosen in a row, for keyboard and menu."""
        return self._hits.targets_of(row)

    # ---------------------------------------------------------------------------------------------- Qt overrides
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.shows_focus = False
        if event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        point = event.position().toPoint()
        hit = self._hits.at(point)
        self._chosen.press(hit)
        if hit is not None:
            self.setCurrentIndex(self.indexAt(point))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._chosen.drag(event.position()):
            return
        if self._hits.target_at(point) is not None:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        elif (hit := self._hits.at(point)) is not None and self._hits.is_on_text(*hit):
            self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        else:
            self.viewport().unsetCursor()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._chosen.release()
        if event.button() is not Qt.MouseButton.LeftButton:
            super().mouseReleaseEvent(event)
            return
        if self._chosen.is_any:
            return
        found = self._hits.target_at(event.position().toPoint())
        if found is not None:
            self.target_chosen.emit(*found)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        hit = self._hits.at(event.position().toPoint())
        if hit is not None:
            self._chosen.take_word(*hit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.chosen_text())
            return
        current = self.currentIndex()
        match event.key():
            case Qt.Key.Key_Escape:
                self.back_wanted.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
                self.reveal_wanted.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if current.isValid() and not event.modifiers():
                self._take_first(self._model.at(current))
            case Qt.Key.Key_End if self.has_newer:
                self.newest_wanted.emit()
            case Qt.Key.Key_Home if self.has_older:
                self.oldest_wanted.emit()
            case Qt.Key.Key_F3:
                self.find_wanted.emit()
            case (
                Qt.Key.Key_Up
                | Qt.Key.Key_Down
                | Qt.Key.Key_PageUp
                | Qt.Key.Key_PageDown
                | Qt.Key.Key_Home
                | Qt.Key.Key_End
            ):
                self.shows_focus = True
                super().keyPressEvent(event)
            case _:
                # No type-ahead: single letters are acts.
                event.ignore()

    def _take_first(self, row: Row) -> None:
        """Enter does what the row offers first: its step, its fold, its post."""
        targets = self.targets_of(row)
        if targets:
            self.target_chosen.emit(targets[0], row)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        if not index.isValid():
            index = self.currentIndex()
        if index.isValid():
            self.menu_wanted.emit(self._model.at(index), event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.ShortcutFocusReason,
        ):
            self.shows_focus = True
            if not self.currentIndex().isValid() and self._model.rows:
                self.setCurrentIndex(self._model.index(len(self._model.rows) - 1))
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if not self._is_laid:
            super().resizeEvent(event)
            return
        sticks, anchor = self._sticks, None if self._sticks else self._anchor()
        super().resizeEvent(event)
        if event.size() == event.oldSize():
            return
        self.doItemsLayout()
        if sticks:
            self.to_bottom()
        elif anchor is not None:
            self._return_to(*anchor)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            return self._show_tooltip(event)
        return super().viewportEvent(event)

    def _show_tooltip(self, event: QHelpEvent) -> bool:
        hit = self._hits.at(event.pos())
        if hit is None:
            return False
        QToolTip.showText(event.globalPos(), tooltip(self.tooltip_of(hit[0])), self)
        return True
