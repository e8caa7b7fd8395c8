"""The queue on the screen: title, chips, list; tells which thread is open, and keeps hands on the list."""

from __future__ import annotations

from collections.abc import Container, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QLocale, QModelIndex, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look.fonts import metrics
from socialdesk.desktop.look.metrics import QUEUE_HEADER, scaled
from socialdesk.desktop.look.numbers import number
from socialdesk.desktop.look.tokens import font, ink
from socialdesk.desktop.places.queue import words
from socialdesk.desktop.places.queue.model import THREAD_ROLE, QueueModel
from socialdesk.desktop.places.queue.paint import RowDelegate
from socialdesk.desktop.places.queue.selection import Selection
from socialdesk.desktop.places.queue.selection_bar import SelectionBar
from socialdesk.desktop.widgets.announce import tell_current_row
from socialdesk.desktop.widgets.plain_text import PlainLabel
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.thread import Status, Thread
from socialdesk.model.triage import Group
from socialdesk.model.view import MINE, View, with_status
from socialdesk.store.cache import Changes

tr = words.tr
_MINUTE_MS = 60_000
_IDLE_MS = 2_000


class StatusChip(QPushButton):
    """A round chip: Open 12, Waiting 7, Done."""

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._count: int | None = None

    def set_count(self, count: int | None) -> None:
        """Show a number behind the word."""
        self._count = count
        self.setAccessibleName(f"{self.text()} {count if count is not None else ''}".strip())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        wide = metrics(12, 600).horizontalAdvance(self.text()) + 24
        if self._count is not None:
            wide += metrics(12, 400).horizontalAdvance(number(self._count)) + 7
        return QSize(round(wide), scaled(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        on = self.isChecked()
        painter.setPen(ink("focus") if self.hasFocus() else ink("accentTint" if on else "lineStrong"))
        painter.setBrush(ink("accentTint") if on else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setFont(font(12, 600))
        painter.setPen(ink("accent" if on else "text2"))
        inner = box.adjusted(12, 0, -8, 0)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._count is not None:
            painter.setFont(font(12, 500))
            left = metrics(12, 600).horizontalAdvance(self.text()) + 7
            painter.drawText(inner.adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, number(self._count))
        painter.end()


class Rule(QWidget):
    """A line one pixel high."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), ink("line"))
        painter.end()


class QueueList(QListView):
    """The list itself: keys go to the shell, the wheel does not change what is open."""

    double_opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("queue", "Queue"))
        self.setProperty("plane", "list")
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(200)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            event.ignore()  # letters are acts, not a search for a name
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        tell_current_row(self)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.double_opened.emit()
        super().mouseDoubleClickEvent(event)


class QueuePlace(QWidget):
    """The place of the queue. `thread_opened` tells the thread, or None when the list is empty."""

    thread_opened = Signal(object)
    entered = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._names: dict[str, str] = {}
        self.model = QueueModel(bridge)
        self.base: View = MINE
        self._is_letting_in = False
        self._chips: dict[Status, StatusChip] = {}
        self.setProperty("plane", "list")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

        self._title = PlainLabel("", 18, 650)
        self._about = PlainLabel("", 13, 400, "text2", elides=True)
        title_row = QHBoxLayout()
        title_row.setContentsMargins(18, 14, 14, 0)
        title_row.setSpacing(10)
        title_row.addWidget(self._title)
        title_row.addWidget(self._about, 1)

        self._make_search()

        chips = self._made_chips()
        header = QWidget()
        header.setFixedHeight(scaled(QUEUE_HEADER))
        column = QVBoxLayout(header)
        column.setContentsMargins(0, 0, 0, 10)
        column.setSpacing(0)
        column.addLayout(title_row, 1)
        column.addLayout(chips)

        self.list = QueueList()
        self.list.setModel(self.model)
        self.list.setItemDelegate(delegate := RowDelegate(bridge, self.model))
        language = QLocale().name()[:2]
        delegate.own_language = language if language.islower() else "en"
        self._delegate = delegate
        self.selection = delegate.selection = Selection(bridge, self.model, self.list, self.open)
        self.selection_bar = SelectionBar(self.selection, header)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.double_opened.connect(self.entered)
        self._pill = QPushButton(self)
        self._pill.hide()
        self._pill.clicked.connect(self.let_in)

        self._nothing = PlainLabel("", 13, 400, "text2", wraps=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._nothing.setContentsMargins(24, 40, 24, 0)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._nothing)

        line = Rule()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(header)
        whole.addWidget(line)
        whole.addWidget(self._stack, 1)

        self._begin()

    def _made_chips(self) -> QHBoxLayout:
        chips = QHBoxLayout()
        chips.setContentsMargins(16, 0, 14, 0)
        chips.setSpacing(6)
        for status, label in (
            (Status.OPEN, tr("queue", "Open")),
            (Status.WAITING, tr("queue", "Waiting")),
            (Status.DONE, tr("queue", "Done")),
        ):
            chip = StatusChip(label)
            chip.clicked.connect(lambda _=False, status=status: self.show_status(status))
            self._chips[status] = chip
            chips.addWidget(chip)
        chips.addStretch(1)
        chips.addWidget(self.newest)
        chips.addWidget(self.search_field, 100)
        return chips

    def _begin(self) -> None:
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._minute.timeout.connect(self.model.tick)
        self._minute.start()
        self._idle = QTimer(self, singleShot=True, interval=_IDLE_MS)
        self._idle.timeout.connect(self._when_idle)
        self.model.counted.connect(self._tell)
        self._bridge.follow.changed.connect(self._on_changed)
        self._bridge.submit.given.connect(self._on_given)

    def _make_search(self) -> None:
        self.search_field = QLineEdit()
        self.search_field.setPlaceholderText(tr("queue", "Search everything, or from: tag: is:"))
        self.search_field.setAccessibleName(tr("queue", "Search"))
        self.search_field.setClearButtonEnabled(True)
        self.search_field.hide()
        self.search_field.setToolTip(
            tr("queue", "Operators: from: channel: tag: lang: kind: is: has: before: after: and a minus to leave out")
        )
        self.search_field.installEventFilter(self)
        self.newest = StatusChip(tr("queue", "Newest"))
        self.newest.setCheckable(True)
        self.newest.setToolTip(tr("queue", "Newest first instead of best match first"))
        self.newest.hide()
        self.newest.toggled.connect(self._run_search)
        self._search_soon = QTimer(self, singleShot=True, interval=120)
        self._search_soon.timeout.connect(self._run_search)
        self.search_field.textChanged.connect(self._search_soon.start)

    # What the shell asks

    def show_view(self, view: View, name: str, *, select: ThreadId | None = None) -> None:
        """Show a view from its top, or with a thread of it open."""
        self.base = view
        self._names[view.id] = name
        self._title.setText(name)
        self._leave_search()
        self._show(view, select)

    def show_status(self, status: Status) -> None:
        """Show the same view through another status."""
        self._show(with_status(self.base, status), None)

    def current(self) -> Thread | None:
        """The open thread, as it looks here."""
        return self.model.thread_at(self.list.currentIndex().row())

    def step(self, by: int) -> None:
        """Open the thread further down or up."""
        thread = self.current()
        other = self.model.neighbour(thread.id, by) if thread else self.model.first()
        if other is not None:
            self.open(other.id)

    def open(self, thread: ThreadId) -> bool:
        """Open a thread that is in the list; False when it is not."""
        row = self.model.row_of(thread)
        if row is None:
            return False
        index = self.model.index(row)
        self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.list.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        return True

    def after(self, thread: ThreadId) -> Thread | None:
        """Which thread opens when this one leaves: the next, else the one before."""
        return self.model.neighbour(thread, 1) or self.model.neighbour(thread, -1)

    def after_all(self, gone: Container[ThreadId]) -> Thread | None:
        """Which thread opens when all these leave: the next that stays, else the one before."""
        here = self.current()
        for by in (1, -1):
            other = here
            while other is not None and other.id in gone:
                other = self.model.neighbour(other.id, by)
            if other is not None:
                return other
        return None

    def let_in(self) -> None:
        """Apply the order that was held back; what is open stays open, and where it stood."""
        open_ = self.current()
        self._is_letting_in = True
        try:
            self.model.let_in()
            if open_ is not None and self.current() is None:
                self.open(open_.id)
        finally:
            self._is_letting_in = False
        self._tell()

    def start_search(self) -> None:
        """Show the search field and wait for words."""
        self.search_field.show()
        self.newest.show()
        # A search looks through every status and view.
        for chip in self._chips.values():
            chip.hide()
        self._title.setText(tr("queue", "Search"))
        self.search_field.setFocus()
        self.search_field.selectAll()

    def draft_changed(self, thread: ThreadId, text: str) -> None:
        """A draft was begun, changed or dropped."""
        self.model.set_draft(thread, text)

    # Inside

    def _show(self, view: View, select: ThreadId | None) -> None:
        self.selection.clear()
        for status, chip in self._chips.items():
            chip.setChecked(view.filter.statuses == frozenset({status}))
        self.model.show(view)
        self._stack.setCurrentWidget(self.list)
        first = self.model.first()
        if (select is None or not self.open(select)) and first is not None:
            self.open(first.id)
        if first is None:
            self.thread_opened.emit(None)
        self._tell()

    def _tell(self) -> None:
        counts = self._bridge.counts()
        for status, chip in self._chips.items():
            open_ = counts.get(with_status(self.base, status).id, 0)
            chip.set_count(None if status is Status.DONE and self.model.first() else open_)
        total, late = sum(self.model.counts.values()), self.model.counts.get(Group.OVERDUE, 0)
        if not total:
            about = tr("queue", "nothing here")
        elif late:
            about = tr("queue", "{total} open, {late} late").format(total=number(total), late=number(late))
        else:
            about = number(total)
        if self.model.view.filter.statuses != frozenset({Status.OPEN}):
            about = number(total)
        self._about.setText(about)
        waiting = self.model.waiting_above
        self._pill.setText(tr("queue", "%n new", "threads that wait above the list", waiting))
        self._pill.setVisible(waiting > 0)
        self._pill.adjustSize()
        self._pill.move((self.width() - self._pill.width()) // 2, scaled(QUEUE_HEADER) + 8)
        self._pill.raise_()

    def _on_current(self, now: QModelIndex, before: QModelIndex) -> None:
        thread: Thread | None = now.data(THREAD_ROLE)
        if thread is None and now.isValid():  # a head: go past it
            step = 1 if now.row() > before.row() else -1
            other = self.model.index(now.row() + step)
            if other.isValid():
                self.list.selectionModel().setCurrentIndex(other, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            return
        if self._is_letting_in:
            return
        self._idle.start()
        self.thread_opened.emit(thread)

    def _on_changed(self, changes: Changes) -> None:
        if changes.is_incomplete:
            # We slept longer than the journal reaches back: what is shown is read anew, once.
            here = self.current()
            self._show(self.model.view, here.id if here else None)
        elif changes.threads:
            busy = self._idle.isActive() or self.underMouse()
            self.model.follow(changes.threads, hold_new=busy)
            if busy:
                self._idle.start()
        elif changes.others & {"count"}:
            self.model.recount()

    def _on_given(self, threads: Sequence[ThreadId]) -> None:
        self.model.follow(threads)

    def _when_idle(self) -> None:
        if self.underMouse() and self.model.waiting_above:
            self._idle.start()
            return
        self.let_in()

    def _run_search(self) -> None:
        from socialdesk.desktop.places.queue.finding import Finding  # loaded by the first search

        typed = self.search_field.text()
        if not typed.strip():
            self._show(self.base, None)
            return
        finding = Finding(self._bridge, typed, newest_first=self.newest.isChecked())
        hits = finding.begin()
        self.model.show_found(finding)
        if hits:
            self._stack.setCurrentWidget(self.list)
            many = len(hits)
            said = tr("queue", "%n or more found", "", many) if finding.has_more else tr("queue", "%n found", "", many)
            self._about.setText(f"{said}. {finding.sentence}" if finding.sentence else said)
            self.open(hits[0].thread.id)
        else:
            self._nothing.setText(finding.sentence or tr("queue", "Nothing matches “{words}”.").format(words=typed))
            self._stack.setCurrentWidget(self._nothing)

    def _leave_search(self) -> None:
        self.search_field.hide()
        self.newest.hide()
        for chip in self._chips.values():
            chip.show()
        self._title.setText(self._names.get(self.base.id, self._title.text()))

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if watched is self.search_field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            match event.key():
                case Qt.Key.Key_Escape:
                    self.search_field.clear()
                    self._leave_search()
                    self._show(self.base, None)
                    self.list.setFocus()
                    return True
                case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Down:
                    self.list.setFocus()
                    return True
                case _:
                    pass
        return False
