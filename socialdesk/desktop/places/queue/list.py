"""The list of the queue: keys go to the shell, rows are dragged, and under the pointer a row shows its nearest acts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QEvent, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHBoxLayout, QListView, QWidget

from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.places.queue.laid_rows import THREAD_ROLE, Index
from socialdesk.desktop.places.queue.paint import RowDelegate
from socialdesk.desktop.widgets.announce import tell_current_row
from socialdesk.desktop.widgets.buttons import IconButton
from socialdesk.desktop.widgets.keycap import ACT
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.thread import Status, Thread

tr = QCoreApplication.translate
_BATCH, _MOST_IN_A_BATCH = 200, 2_000
_WITH = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class RowActs(QWidget):
    """Done, Snooze and Assign over the age of the row under the pointer. Each has a key, so none takes the focus."""

    wanted = Signal(str)
    """The id of an act."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.buttons = {
            "thread.done": IconButton("check", tr("queue", "Mark done"), keys=("E",), size=28, bordered=True),
            "thread.snooze": IconButton("clock", tr("queue", "Snooze"), keys=("H",), size=28, bordered=True),
            "thread.assign": IconButton("user", tr("queue", "Assign"), keys=("A",), size=28, bordered=True),
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for id_, button in self.buttons.items():
            button.setProperty(ACT, id_)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _=False, id_=id_: self.wanted.emit(id_))
            row.addWidget(button)
        self.hide()

    def show_for(self, thread: Thread) -> None:
        """Offer what can be done with this thread."""
        is_done = thread.status is Status.DONE
        done = self.buttons["thread.done"]
        done.setVisible(not is_done)


class QueueList(QListView):
    """The list itself: the wheel does not change what is open."""

    double_opened = Signal()
    act_wanted = Signal(int, str)
    """A thread and the id of an act that was pressed on its row."""
    dragged = Signal(int, QPoint)
    """The thread whose row is dragged, and where the pointer is on the screen."""
    dropped = Signal(int, QPoint)
    drag_left = Signal()
    folded = Signal(bool)
    """Whether a row is to be unfolded, or folded again."""
    stepped = Signal(int)
    """By how many rows an arrow goes on where no row is current."""

    _shown: QAbstractItemModel | None = None

    def __init__(self) -> None:
        super().__init__()
        # Asking Qt for a viewport it made itself lets PySide look through all its widgets: 12 ms before the first row.
        self.setViewport(QWidget())
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("queue", "Queue"))
        self.setProperty("plane", "list")
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_BATCH)
        self._under: Thread | None = None
        self._pressed: tuple[ThreadId, QPoint] | None = None
        self._is_dragging = False
        self.verticalScrollBar().valueChanged.connect(lambda: self._point_at(None))

    @cached_property
    def acts(self) -> RowActs:
        """What the row under the pointer offers; made with the first that is pointed at."""
        acts = RowActs(self.viewport())
        acts.wanted.connect(self._on_act)
        return acts

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Have rows that suit the room the window has; the row that is open is still seen afterwards."""
        delegate = self.itemDelegate()
        if not isinstance(delegate, RowDelegate) or delegate.is_narrow == is_narrow:
            return
        high, delegate.is_narrow = delegate.row_height, is_narrow
        if delegate.row_height == high:
            return  # how they are was chosen
        current = self.currentIndex()
        was_seen = current.isValid() and self.viewport().rect().intersects(self.visualRect(current))
        self.doItemsLayout()
        if was_seen:
            self.scrollTo(current)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        self._shown = model
        super().setModel(model)
        if model is not None:
            model.rowsInserted.connect(self._fit_batch)
            model.modelReset.connect(self._fit_batch)

    def _fit_batch(self) -> None:
        """Lay a list of some thousands out in one go: in stretches its foot is not there for some moments."""
        model = self.model()
        self.setBatchSize(max(_BATCH, min(model.rowCount(), _MOST_IN_A_BATCH)))

    def dataChanged(self, top: Index, bottom: Index, roles: Sequence[int] = ()) -> None:
        # A list measures every row anew when one changed; here a row keeps its height whatever it says.
        QAbstractItemView.dataChanged(self, top, bottom, roles)

    def updateGeometries(self) -> None:
        """While a very long list is laid out anew, stay where the eye is: its foot comes in a moment."""
        bar = self.verticalScrollBar()
        value = bar.value()
        with QSignalBlocker(bar):
            super().updateGeometries()
            rows = self._shown.rowCount() if self._shown is not None else 0
            delegate = self.itemDelegate()
            high = delegate.row_height if isinstance(delegate, RowDelegate) else 0
            there = min(value, rows * high - self.viewport().height())
            if there > bar.maximum() and rows > _MOST_IN_A_BATCH:
                bar.setMaximum(there)
                bar.setValue(there)
        if bar.value() != value:
            bar.valueChanged.emit(bar.value())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            event.ignore()  # letters are acts, not a search for a name
            return
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not event.modifiers() & _WITH:
            self.folded.emit((event.key() == Qt.Key.Key_Right) is not self.isRightToLeft())
            return
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not self.currentIndex().isValid():
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self.currentIndex().isValid():
            super().focusInEvent(event)
        else:  # Qt would go to the first row, which then opens where a thread is open that the list does not hold
            QWidget.focusInEvent(self, event)
        tell_current_row(self)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.double_opened.emit()
        super().mouseDoubleClickEvent(event)

    # Dragging: by hand, since Qt's own runs a loop of its own until the button is let go

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        thread: Thread | None = self.indexAt(event.position().toPoint()).data(THREAD_ROLE)
        if event.button() is Qt.MouseButton.LeftButton and thread is not None:
            self._pressed = (thread.id, event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self._point_at(at)
            super().mouseMoveEvent(event)
            return
        thread, start = self._pressed
        if not self._is_dragging and (at - start).manhattanLength() >= QApplication.startDragDistance():
            self._is_dragging = True
            self._point_at(None)
        if self._is_dragging:
            self.dragged.emit(thread, event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, was_dragging = self._pressed, self._is_dragging
        self._pressed, self._is_dragging = None, False
        if pressed is not None and was_dragging:
            self.dropped.emit(pressed[0], event.globalPosition().toPoint())
            return
        super().mouseReleaseEvent(event)

    def let_go(self) -> bool:
        """Drop nothing after all; whether anything was dragged."""
        was_dragging = self._is_dragging
        self._pressed, self._is_dragging = None, False
        if was_dragging:
            self.drag_left.emit()
        return was_dragging

    # What a row shows under the pointer

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(None)
        super().leaveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        delegate = self.itemDelegate()
        if isinstance(delegate, RowDelegate):
            delegate.beside = max(0, self.width() - self.viewport().width())
        self._point_at(None)
        super().resizeEvent(event)

    def _point_at(self, at: QPoint | None) -> None:
        index = self.indexAt(at) if at is not None else None
        thread: Thread | None = index.data(THREAD_ROLE) if index is not None and index.isValid() else None
        self._under = thread
        if thread is None or index is None:
            if "acts" in self.__dict__:
                self.acts.hide()
            return
        self.acts.show_for(thread)
        size = self.acts.sizeHint()
        row = self.visualRect(index)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        delegate = self.itemDelegate()
        spare = delegate.edge - 6 if isinstance(delegate, RowDelegate) else 12
        left = row.left() + spare if mirrored else row.right() - spare - size.width()
        self.acts.setGeometry(left, row.top() + scaled(5), size.width(), size.height())
        self.acts.show()

    def _on_act(self, id_: str) -> None:
        if self._under is not None:
            self.act_wanted.emit(self._under.id, id_)
        self._point_at(None)
