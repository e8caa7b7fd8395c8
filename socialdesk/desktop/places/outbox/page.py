"""Shows the answers that have not left or need a person; gives what a person decided about one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListView, QPushButton, QVBoxLayout, QWidget

from socialdesk.desktop.look.following import Following
from socialdesk.desktop.look.tokens import font, hex_of
from socialdesk.desktop.places.outbox.delegate import LineDelegate
from socialdesk.desktop.places.outbox.lines import Act, Leaving, LineModel, act_words, acts_of, lines_of


class OutboxPage(QWidget):
    """The page. Enter opens the thread of the current line, Delete takes the answer back, Esc leaves.

    Signals: `opened(thread)`, `taken_back(thread, command)`, `settled(thread, command, arrived)`, `left()`.
    """

    opened = Signal(object)
    taken_back = Signal(object, object)
    settled = Signal(object, object, bool)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outbox")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Outbox"))
        self._title, self._sub = QLabel(self.tr("Outbox"), self), QLabel(self)
        self._title.setObjectName("title")
        self._sub.setObjectName("sub")
        self._model = LineModel(self)
        self._list = QListView(self)
        self._said = QLabel(self.tr("Reading the outbox …"), self)
        self._said.setObjectName("sub")
        self._said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._said.setWordWrap(True)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._acts = QFrame(self)
        self._acts.setObjectName("acts")
        self._buttons: dict[Act, QPushButton] = {}
        self._build()
        Following(self, self._dress)
        self._dress()
        self._show_state()

    def show_lines(self, found: Sequence[Leaving], now: datetime, zone: tzinfo) -> None:
        """Show these; the current line stays current while it is there, else the one that took its place."""
        at = self._list.currentIndex().row()
        current = self.current
        self._model.show(lines_of(found, now, zone))
        kept = self._model.place_of(current.command) if current else -1
        self._make_current(kept if kept >= 0 else self._model.step(max(at, 0), 0))
        many = sum(one.needs_person for one in found)
        self._sub.setText(self.tr("Needs you: %1").replace("%1", self.locale().toString(many)) if many else "")
        self._said.setText(self.tr("Nothing waits here. Every answer has left."))
        self._show_state()

    def show_problem(self, sentence: str) -> None:
        """Say why the outbox can't be shown; what is in it stays safe."""
        self._model.show([])
        self._sub.setText("")
        self._said.setText(sentence)
        self._show_state()

    # What keys ask of a page

    def enter(self) -> None:
        """It is shown: keys are for it."""
        self.setFocus()

    def step(self, by: int) -> None:
        """Go on to the next or the previous line."""
        self._make_current(self._model.step(self._list.currentIndex().row(), by))

    def press_enter(self) -> None:
        """Open the thread of the current line."""
        self._act(Act.OPEN)

    def go_back(self) -> None:
        """Leave the page."""
        self.left.emit()

    def start_search(self) -> None:
        """Nothing is looked for here: the page makes room for the list, which is searched."""
        self.left.emit()

    def panes(self) -> list[QWidget]:
        """What F6 goes through."""
        return [self._list]

    @property
    def current(self) -> Leaving | None:
        """What the current line stands for."""
        at = self._list.currentIndex().row()
        return self._model.line(at).leaving if at >= 0 else None

    def _act(self, act: Act) -> None:
        leaving = self.current
        if leaving is None or act not in acts_of(leaving):
            return
        match act:
            case Act.OPEN:
                self.opened.emit(leaving.thread)
            case Act.TAKE_BACK:
                self.taken_back.emit(leaving.thread, leaving.command)
            case Act.ARRIVED | Act.NOT_ARRIVED:
                self.settled.emit(leaving.thread, leaving.command, act is Act.ARRIVED)

    def _make_current(self, at: int) -> None:
        self._list.setCurrentIndex(self._model.index(at) if at >= 0 else QModelIndex())
        self._show_acts()

    def _show_state(self) -> None:
        is_empty = self._model.rowCount() == 0
        self._list.setHidden(is_empty)
        self._said.setVisible(is_empty)
        self._acts.setVisible(not is_empty)
        proxy = None if is_empty else self._list
        self.setFocusProxy(proxy)  # pyright: ignore[reportArgumentType]  # None takes it away, the stubs leave that out
        self._show_acts()

    def _show_acts(self) -> None:
        leaving = self.current
        possible = acts_of(leaving) if leaving else ()
        for act, button in self._buttons.items():
            button.setVisible(act in possible)
            button.setAccessibleDescription(leaving.contact if leaving else "")

    def _build(self) -> None:
        self._list.setModel(self._model)
        self._list.setItemDelegate(LineDelegate(self._list))
        self._list.setAccessibleName(self.tr("Answers that have not left"))
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.installEventFilter(self)
        self._list.selectionModel().currentChanged.connect(self._show_acts)
        self._list.doubleClicked.connect(lambda: self._act(Act.OPEN))
        line = QHBoxLayout(self._acts)
        line.setContentsMargins(24, 0, 24, 0)
        line.setSpacing(8)
        self._acts.setFixedHeight(56)
        for act in Act:
            button = QPushButton(act_words(act), self._acts)
            button.clicked.connect(lambda _checked=False, act=act: self._act(act))
            self._buttons[act] = button
            line.addWidget(button)
        self._buttons[Act.OPEN].setToolTip(self.tr("Open thread (Enter)"))
        self._buttons[Act.TAKE_BACK].setToolTip(self.tr("Take back (Delete)"))
        line.addStretch(1)
        head = QHBoxLayout()
        head.setContentsMargins(24, 16, 24, 12)
        head.setSpacing(12)
        head.addWidget(self._title)
        head.addWidget(self._sub, 1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addLayout(head)
        lines.addWidget(self._list, 1)
        lines.addWidget(self._said, 1)
        lines.addWidget(self._acts)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._list and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_key(event)
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._act(Act.OPEN)
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self._act(Act.TAKE_BACK)
            case Qt.Key.Key_Down | Qt.Key.Key_J:
                self.step(1)
            case Qt.Key.Key_Up | Qt.Key.Key_K:
                self.step(-1)
            case _:
                return False
        return True

    def _dress(self) -> None:
        self._title.setFont(font(20, 650, tabular=False))
        self._sub.setFont(font(13, 400, tabular=False))
        self._said.setFont(font(14, 400, tabular=False))
        for button in self._buttons.values():
            button.setFont(font(13, 600, tabular=False))
        css = hex_of
        self.setStyleSheet(
            f"#outbox {{ background: {css('surface')}; }}"
            f"#title {{ color: {css('text')}; }} #sub {{ color: {css('text2')}; }}"
            f"QListView {{ background: transparent; border: none; outline: none;"
            f" border-top: 1px solid {css('line')}; }}"
            f"#acts {{ border: none; border-top: 1px solid {css('line')}; }}"
            f"QPushButton {{ border: 1px solid {css('control')}; border-radius: 6px; padding: 0 15px;"
            f" min-height: 30px; background: {css('surface')}; color: {css('text')}; }}"
            f"QPushButton:hover {{ background: {css('hover')}; }}"
            f"QPushButton:focus {{ border: 2px solid {css('focus')}; padding: 0 14px; min-height: 28px; }}"
        )
