"""Shows lines in a popover with a field that filters them; gives the line that was picked, knows not what it means."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QListView, QVBoxLayout, QWidget

from socialdesk.desktop.actions.keymap import digit_of
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.tokens import font, hex_of
from socialdesk.desktop.places.pickers.choices import Line, LineModel
from socialdesk.desktop.places.pickers.delegate import ROW_HEIGHT, LineDelegate, width_of
from socialdesk.desktop.places.pickers.popover import Popover
from socialdesk.desktop.widgets.field import Field

WIDTH, _MOST_WIDE = 380, 520
"""As the design has it, and how much wider a card becomes where a language says it in more letters."""
_MOST_ROWS = 8


class Picker(Popover):
    """The common part of the pickers. Who inherits says which lines fit (`lines`) and what picking does (`pick`)."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, WIDTH)
        self.field = Field(self.card)
        self.field.textEdited.connect(self._filter)
        self.field.installEventFilter(self)
        self.list = QListView(self.card)
        self.model = LineModel(self.list)
        self.list.setModel(self.model)
        self.list.setItemDelegate(LineDelegate(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setMouseTracking(True)
        self.list.entered.connect(self.list.setCurrentIndex)
        self.list.clicked.connect(self._pick_index)
        self.list.installEventFilter(self)
        self.nothing = QLabel(self.card)
        self.nothing.setObjectName("nothing")
        self.nothing.setWordWrap(True)
        self.nothing.setContentsMargins(20, 12, 20, 12)
        self.nothing.setTextFormat(Qt.TextFormat.PlainText)
        self.search = QFrame(self.card)
        above = QVBoxLayout(self.search)
        above.setContentsMargins(0, 6, 0, 6)
        above.addWidget(self.field)
        self.inside.addSpacing(6)
        self.inside.addWidget(self.search)
        self.inside.addWidget(self.list)
        self.inside.addWidget(self.nothing)
        self.inside.addSpacing(6)
        self.dress()

    def name_it(self, name: str, hint: str) -> None:
        """Say what it is for, to readers and in the empty field."""
        for widget in (self.card, self.field, self.list):
            widget.setAccessibleName(name)
        self.field.setPlaceholderText(hint)

    def lines(self, typed: str) -> Sequence[Line]:
        """The lines that fit what was typed."""
        raise NotImplementedError

    def found(self, typed: str) -> Sequence[Line]:
        """The lines that are shown for what was typed."""
        return self.lines(typed)

    def pick(self, line: Line) -> None:
        """Do what picking a line means."""
        raise NotImplementedError

    def open_at(self, anchor: QRect) -> None:
        """Show it with an empty field and the first line current."""
        self.field.clear()
        self.set_width(WIDTH)
        self.refresh()
        self.show_at(anchor, self.list if self.search.isHidden() else self.field)

    def refresh(self, keep: int = 0) -> None:
        """Show the lines again; `keep` is the place that becomes current."""
        found = list(self.found(self.field.text()))
        self.model.show(found)
        widest = max((width_of(line) for line in found), default=0) / scaled(100) * 100
        self.set_width(min(_MOST_WIDE, max(self.wide, ceil(widest) + 2)))
        self.nothing.setVisible(not found)
        self.list.setVisible(bool(found))
        self.list.setFixedHeight(max(1, min(len(found), _MOST_ROWS)) * scaled(ROW_HEIGHT))
        self.make_current(min(keep, len(found) - 1))
        self.place()

    def place(self) -> None:
        super().place()
        over = self.card.height() - (self._window.height() - 16)
        if over > 0 and self.list.isVisibleTo(self.card):  # a low window or large text: fewer rows at a time
            self.list.setFixedHeight(max(scaled(ROW_HEIGHT), self.list.height() - over))
            super().place()

    def _filter(self, _typed: str) -> None:
        self.refresh()

    def make_current(self, at: int) -> None:
        """Make a line current and let readers hear it."""
        index = self.model.index(at) if at >= 0 else QModelIndex()
        self.list.setCurrentIndex(index)
        words = index.data(Qt.ItemDataRole.AccessibleTextRole) if index.isValid() else self.nothing.text()
        self.field.setAccessibleDescription(str(words))

    @property
    def current(self) -> Line | None:
        """The line that Enter would pick."""
        at = self.list.currentIndex().row()
        return self.model.line(at) if at >= 0 else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.parentWidget():
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                return self.take_key(event)
            return False
        return super().eventFilter(watched, event)

    def take_key(self, event: QKeyEvent) -> bool:
        """Move, pick, leave; True when the key was used up."""
        many = self.model.rowCount()
        at = self.list.currentIndex().row()
        match event.key():
            case Qt.Key.Key_Escape:
                self.leave()
            case Qt.Key.Key_Down if many:
                self.make_current((at + 1) % many)
            case Qt.Key.Key_Up if many:
                self.make_current((at - 1) % many)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if (line := self.current) is not None:
                    self.pick(line)
            case Qt.Key.Key_Tab | Qt.Key.Key_Backtab:
                return True  # the window behind stays out of reach while this is open
            case _:
                return self._take_digit(event)
        return True

    def _take_digit(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        digit = 0 if held or self.field.text() else digit_of(event.text())
        line = next((line for at in range(self.model.rowCount()) if (line := self.model.line(at)).digit == digit), None)
        if not digit or line is None:
            return False
        self.pick(line)
        return True

    def _pick_index(self, index: QModelIndex) -> None:
        self.pick(self.model.line(index.row()))

    def dress(self) -> None:
        super().dress()
        self.field.setFixedHeight(scaled(36))
        self.field.setFont(font(14, 400, tabular=False))
        self.nothing.setFont(font(13, 400, tabular=False))
        css = hex_of
        self.setStyleSheet(
            f"#card {{ background: {css('raised')}; border: 1px solid {css('line')}; border-radius: 8px; }}"
            f"QLineEdit, QDateTimeEdit {{ background: {css('surface')}; color: {css('text')}; padding: 0 10px;"
            f" border: 1px solid {css('control')}; border-radius: 6px; margin: 0 11px; }}"
            f"QLineEdit:focus, QDateTimeEdit:focus {{ border: 2px solid {css('focus')}; }}"
            f"QListView {{ background: transparent; border: none; outline: none; }}"
            f"#rule {{ background: {css('line')}; border: none; }}"
            f"#title {{ color: {css('text')}; }} #plain, #nothing {{ color: {css('text2')}; }}"
            f"QPushButton {{ background: {css('raised')}; color: {css('text')}; border: 1px solid {css('control')};"
            f" border-radius: 6px; padding: 0 14px; min-height: 30px; }}"
            f"QPushButton:focus {{ border: 2px solid {css('focus')}; }}"
            f"#primary {{ background: {css('accent')}; color: {css('onAccent')}; border-color: {css('accent')}; }}"
            f"#primary:disabled {{ background: {css('chip')}; color: {css('text3')}; border-color: {css('chip')}; }}"
        )
