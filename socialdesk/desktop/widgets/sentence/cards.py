"""The cards in which a blank of a sentence is filled: ticking offers, or writing. Esc leaves all as it was."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import combining, normalize

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from socialdesk.desktop.look import icons
from socialdesk.desktop.look.fonts import font
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.tokens import hex_of
from socialdesk.desktop.widgets.buttons import Button, Kind
from socialdesk.desktop.widgets.field import Field
from socialdesk.desktop.widgets.plain_text import PlainLabel, one_line
from socialdesk.desktop.widgets.popover import Popover
from socialdesk.desktop.widgets.search_field import SearchField
from socialdesk.desktop.widgets.sentence.tree import Values
from socialdesk.desktop.widgets.sentence.vocabulary import Fill, Offer, Slot

tr = QCoreApplication.translate
_WIDE, _ROWS, _ROW = 340, 8, 32
_FIND_FROM = 9
"""So many offers are looked through by typing as well."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_VALUE = int(Qt.ItemDataRole.UserRole) + 1


def plain(text: str) -> str:
    """Without regard to case and accents."""
    return "".join(one for one in normalize("NFD", text.casefold()) if not combining(one))


class _Card(Popover):
    """What both cards share: a title, a help, a problem, a foot."""

    taken = Signal(object)
    """What the blank is to be filled with."""

    def __init__(self, window: QWidget, slot: Slot) -> None:
        super().__init__(window, min(scaled(_WIDE), max(200, window.width() - 24)), slot.title, left_edges=True)
        self.slot = slot
        self.column = QVBoxLayout()
        self.column.setContentsMargins(14, 12, 14, 12)
        self.column.setSpacing(8)
        self.column.addWidget(PlainLabel(slot.title, 13, 600, wraps=True))
        self.problem = PlainLabel("", 12, 500, "over", wraps=True)
        self.problem.hide()
        self.inside.addLayout(self.column)
        self.closed.connect(self.deleteLater)

    def finish(self) -> None:
        """Lay the foot below what was put in."""
        if self.slot.help:
            self.column.addWidget(PlainLabel(self.slot.help, 12, 400, "text2", wraps=True))
        self.column.addWidget(self.problem)
        row = QHBoxLayout()
        row.addStretch(1)
        self.ready = Button(tr("sentence", "Take this"), Kind.PRIMARY)
        self.ready.clicked.connect(self.take)
        row.addWidget(self.ready)
        self.column.addLayout(row)

    def values(self) -> Values:
        """What is filled in now. Raises ValueError with a sentence where that means nothing."""
        raise NotImplementedError

    def take(self) -> None:
        """Fill the blank with it, or say what is wrong with it and stay."""
        values: Values = ()
        try:
            values = self.values()
            problem = self.slot.check(values) if values else ""
        except ValueError as error:
            problem = str(error)
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.place()
        if problem:
            field = self.field()
            field.setAccessibleDescription(problem)
            field.setFocus()
            return
        self.leave()
        self.taken.emit(values)

    def field(self) -> QWidget:
        """Where the hand goes."""
        raise NotImplementedError


class ListCard(_Card):
    """Offers to be ticked, found by typing where there are many; with `takes_new` others may be written."""

    def __init__(self, window: QWidget, slot: Slot, values: Values) -> None:
        super().__init__(window, slot)
        self._offers = [*slot.offers()]
        known = {one.value for one in self._offers}
        self._offers += [Offer(one, slot.say((one,))) for one in values if one not in known]
        self._chosen = list(values)
        self.finder = SearchField(tr("sentence", "Find or write another") if slot.takes_new else tr("sentence", "Find"),
                                slot.title)  # fmt: skip
        self.finder.setVisible(slot.takes_new or len(self._offers) >= _FIND_FROM)
        self.finder.textChanged.connect(self._show)
        self.finder.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(slot.title)
        self.list.setIconSize(QSize(scaled(14), scaled(14)))
        self.list.itemChanged.connect(self._on_ticked)
        self.list.installEventFilter(self)
        self.none = PlainLabel("", 12, 400, "text2", wraps=True)
        self.column.addWidget(self.finder)
        self.column.addWidget(self.list)
        self.column.addWidget(self.none)
        self.finish()
        self._is_filling = False
        self._show()
        self._dress()

    def field(self) -> QWidget:
        return self.finder if not self.finder.isHidden() else self.list

    def values(self) -> Values:
        typed = one_line(self.finder.text())
        own = (typed,) if self.slot.takes_new and typed and typed not in self._chosen else ()
        in_order = [one.value for one in self._offers if one.value in self._chosen]
        return (*in_order, *(one for one in self._chosen if one not in in_order), *own)

    def _fitting(self) -> Sequence[Offer]:
        typed = plain(self.finder.text().strip())
        return [one for one in self._offers if typed in plain(one.words)]

    def _show(self) -> None:
        self._is_filling = True
        self.list.clear()
        for offer in self._fitting():
            item = QListWidgetItem(one_line(offer.words))
            item.setData(_VALUE, offer.value)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if offer.value in self._chosen else Qt.CheckState.Unchecked)
            item.setSizeHint(QSize(10, scaled(_ROW)))
            if offer.mark:
                item.setIcon(icons.mark(offer.mark, scaled(14), self.devicePixelRatioF()))
            self.list.addItem(item)
        self._is_filling = False
        self.list.setVisible(self.list.count() > 0)
        self.list.setFixedHeight(min(_ROWS, max(1, self.list.count())) * scaled(_ROW) + 6)
        self.list.setCurrentRow(0)
        typed = self.finder.text().strip()
        if not typed and not self._offers:
            words = tr("sentence", "There is nothing to choose from yet.")
        elif self.list.count():
            words = ""
        elif self.slot.takes_new:
            words = tr("sentence", "Enter takes “{typed}” as it is written.").format(typed=one_line(typed))
        else:
            words = tr("sentence", "None of them is called so.")
        self.none.setText(words)
        self.none.setVisible(bool(words))
        if self.isVisible():
            self.place()

    def _on_ticked(self, item: QListWidgetItem) -> None:
        if self._is_filling:
            return
        value = str(item.data(_VALUE))
        is_on = item.checkState() is Qt.CheckState.Checked
        self._chosen = [one for one in self._chosen if one != value] + ([value] if is_on else [])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_enter = event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if watched is self.finder and event.key() == Qt.Key.Key_Down and self.list.count():
                self.list.setFocus()
                return True
            if watched is self.finder and is_enter:
                self._enter_typed()
                return True
            if watched is self.list and is_enter:
                self.take()
                return True
            at_top = self.list.currentRow() <= 0
            if watched is self.list and event.key() == Qt.Key.Key_Up and at_top and not self.finder.isHidden():
                self.finder.setFocus()
                return True
        return super().eventFilter(watched, event)

    def _enter_typed(self) -> None:
        """Enter in the field: the one that is left is ticked, what is new is taken along, nothing typed is enough."""
        typed = one_line(self.finder.text())
        fitting = self._fitting()
        same = [one for one in fitting if plain(one.words) == plain(typed)]
        if not typed or (self.slot.takes_new and not same):
            self.take()
            return
        hit = (same or list(fitting))[:1]
        for one in hit:
            if one.value not in self._chosen:
                self._chosen.append(one.value)
        if hit:
            self.finder.clear()

    def _dress(self) -> None:
        self.list.setFont(font(13))
        self.list.setStyleSheet(
            f"QListWidget {{ background: transparent; border: 1px solid {hex_of('line')}; border-radius: 6px;"
            f" outline: none; color: {hex_of('text')}; }}"
            f"QListWidget:focus {{ border: 2px solid {hex_of('focus')}; }}"
            f"QListWidget::item {{ padding-left: 6px; }}"
            f"QListWidget::item:hover {{ background: {hex_of('hover')}; }}"
            f"QListWidget::item:selected {{ background: {hex_of('selected')}; color: {hex_of('text')}; }}"
        )


class TextCard(_Card):
    """One field; with `WORDS` what stands between commas are values of their own."""

    def __init__(self, window: QWidget, slot: Slot, values: Values) -> None:
        super().__init__(window, slot)
        self.edit = Field(slot.write(values))
        self.edit.setAccessibleName(slot.title)
        self.edit.setPlaceholderText(slot.blank)
        self.edit.installEventFilter(self)
        self.column.addWidget(self.edit)
        self.finish()
        self.edit.selectAll()

    def field(self) -> QWidget:
        return self.edit

    def values(self) -> Values:
        text = self.edit.text()
        if self.slot.fill is not Fill.WORDS:
            return self.slot.read(text.strip())
        return tuple(dict.fromkeys(word for one in text.split(",") if (word := one_line(one))))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _ENTER:
            self.take()
            return True
        return super().eventFilter(watched, event)
