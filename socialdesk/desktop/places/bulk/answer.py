"""The sheet on which many are answered with one text: the text, what each would read, who is left out and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from socialdesk.desktop.look import theme
from socialdesk.desktop.look.metrics import DIALOG_WIDEST, scaled
from socialdesk.desktop.look.numbers import number
from socialdesk.desktop.look.tokens import hex_of
from socialdesk.desktop.places.bulk import words
from socialdesk.desktop.widgets.buttons import Button, Kind
from socialdesk.desktop.widgets.dialog_card import DialogCard
from socialdesk.desktop.widgets.plain_text import PlainLabel, one_line, safe_name
from socialdesk.model.bulk_answer import Recipient, Why, left_out, repeats
from socialdesk.model.saved_reply import SavedReply

tr = QCoreApplication.translate
RENDER_MS = 120
_VARIABLES = ("first name", "our name", "channel", "order")
Render = Callable[[Recipient, int, str, SavedReply | None, bool], Recipient]
"""A recipient filled anew: its place among all, the text, the saved reply that text is, other greetings or not."""


class AnswerSheet(DialogCard):
    """The sheet. `send_wanted` tells that everybody who is not left out is to be answered."""

    send_wanted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, DIALOG_WIDEST, tr("bulk", "Answer all with one text"))
        self.recipients: list[Recipient] = []
        self._render: Render | None = None
        self._lasts: Callable[[Sequence[Recipient]], str] = lambda _found: ""
        self._replies: list[SavedReply] = []
        self._soon = QTimer(self, singleShot=True, interval=RENDER_MS)
        self._soon.timeout.connect(self.fill_all)
        self._build()
        self._dress()
        theme.signals().changed.connect(self._dress)

    def _dress(self) -> None:
        edge, plane, here = hex_of("control"), hex_of("surface"), hex_of("selected")
        style = (
            f"QPlainTextEdit, QListWidget {{ border: 1px solid {edge}; border-radius: 6px; background: {plane};"
            f" padding: 4px; }} QPlainTextEdit:focus, QListWidget:focus {{ border: 2px solid {hex_of('focus')};"
            f" padding: 3px; }} QListWidget::item {{ padding: {scaled(5)}px 6px; border-radius: 4px; }}"
            f" QListWidget::item:selected {{ background: {here}; color: {hex_of('text')}; }}"
        )
        self.card.setStyleSheet(style)

    def _build(self) -> None:
        self.title = PlainLabel("", 18, 650, wraps=True)
        self.saved = QComboBox()
        self.saved.setAccessibleName(tr("bulk", "Begin with a saved reply"))
        self.saved.activated.connect(self._on_saved)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(tr("bulk", "The text for all"))
        self.text.setPlaceholderText(tr("bulk", "Hello {first name}, …"))
        self.text.setTabChangesFocus(True)
        self.text.textChanged.connect(self._soon.start)
        blanks = QGridLayout()
        blanks.setSpacing(4)
        for place, variable in enumerate(_VARIABLES):
            put = Button(f"{{{variable}}}", Kind.GHOST, name=tr("bulk", "Insert {name}").replace("{name}", variable))
            put.clicked.connect(lambda _on=False, variable=variable: self.text.insertPlainText(f"{{{variable}}}"))
            blanks.addWidget(put, place // 2, place % 2, Qt.AlignmentFlag.AlignLeft)
        left = self._column()
        left.addWidget(self.saved)
        left.addWidget(self.text, 1)
        left.addLayout(blanks)
        self.vary = QCheckBox(tr("bulk", "Vary the greeting"))
        self.vary.toggled.connect(self.fill_all)
        self.repeated = PlainLabel("", 13, 400, "soon", wraps=True)
        left.addWidget(self.repeated)
        left.addWidget(self.vary)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addLayout(left, 1)
        both.addLayout(self._each(), 1)
        column = QVBoxLayout()
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addWidget(self.title)
        column.addLayout(both, 1)
        column.addLayout(self._foot())
        self.inside.addLayout(column)

    @staticmethod
    def _column() -> QVBoxLayout:
        made = QVBoxLayout()
        made.setSpacing(8)
        return made

    def _each(self) -> QVBoxLayout:
        self.list = QListWidget()
        self.list.setAccessibleName(tr("bulk", "What each person reads"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.currentRowChanged.connect(self._show_one)
        self.own = QPlainTextEdit()
        self.own.setAccessibleName(tr("bulk", "The text for this person"))
        self.own.setTabChangesFocus(True)
        self.own.textChanged.connect(self._on_own)
        self.skip = Button(tr("bulk", "Skip"), Kind.SECONDARY)
        self.by_hand = Button(tr("bulk", "Answer by hand"), Kind.SECONDARY)
        self.as_others = Button(tr("bulk", "Like the others"), Kind.GHOST)
        self.skip.clicked.connect(lambda: self._choose(Why.SKIPPED))
        self.by_hand.clicked.connect(lambda: self._choose(Why.BY_HAND))
        self.as_others.clicked.connect(lambda: self._choose(None))
        one = QGridLayout()
        one.setSpacing(6)
        for place, button in enumerate((self.skip, self.as_others, self.by_hand)):
            one.addWidget(button, place // 2, place % 2, Qt.AlignmentFlag.AlignLeft)
        one.setColumnStretch(1, 1)
        right = self._column()
        right.addWidget(self.list, 2)
        right.addWidget(self.own, 1)
        right.addLayout(one)
        return right

    def _foot(self) -> QHBoxLayout:
        self.about = PlainLabel("", 13, 400, "text2", wraps=True)
        self.cancel = Button(tr("bulk", "Cancel"), Kind.SECONDARY)
        self.send = Button(tr("bulk", "Send"), Kind.PRIMARY, keys=("Ctrl", "Enter"))
        self.cancel.clicked.connect(self.leave)
        self.send.clicked.connect(self.send_wanted)
        foot = QHBoxLayout()
        foot.addWidget(self.about, 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.send)
        return foot

    def open_for(
        self,
        recipients: Sequence[Recipient],
        render: Render,
        lasts: Callable[[Sequence[Recipient]], str],
        replies: Sequence[SavedReply],
    ) -> None:
        """Show who would be answered; `render` fills one, `lasts` says how long all take."""
        self.recipients, self._render, self._lasts = list(recipients), render, lasts
        self._replies = list(replies)
        self.saved.clear()
        self.saved.addItems(
            [tr("bulk", "Begin with a saved reply"), *(f"/{one.shortcut}  {one.title}" for one in replies)]
        )
        many = len(self.recipients)
        words_ = tr("bulk", "Answer %n thread(s) with one text", "", many).replace(str(many), number(many))
        self.title.setText(words_)
        self.setAccessibleName(words_)
        self.text.clear()
        self.vary.setChecked(False)
        self.list.clear()
        for _one in self.recipients:
            self.list.addItem(QListWidgetItem())
        self.card.setMinimumHeight(min(scaled(560), self._over.height() - 40))
        self.fill_all()
        self.list.setCurrentRow(0)
        self.open_card(self.text)

    @property
    def reply(self) -> SavedReply | None:
        """The saved reply the text still is, word for word; then each gets it in their language."""
        place = self.saved.currentIndex() - 1
        found = self._replies[place] if 0 <= place < len(self._replies) else None
        return found if found is not None and found.body("")[1] == self.text.toPlainText() else None

    def fill_all(self) -> None:
        """Fill the text for everybody anew."""
        self._soon.stop()
        if self._render is None:
            return
        text, reply, varied = self.text.toPlainText(), self.reply, self.vary.isChecked()
        self.recipients = [self._render(one, place, text, reply, varied) for place, one in enumerate(self.recipients)]
        for row, one in enumerate(self.recipients):
            self._show_row(row, one)
        self._show_one(self.list.currentRow())
        self._tell()

    def _show_row(self, row: int, one: Recipient) -> None:
        item = self.list.item(row)
        name = tr("bulk", "Hidden message") if one.thread.is_shielded else safe_name(one.thread.contact_name)
        said = words.why(one.why_not) if one.why_not is not None else one_line(one.text)
        item.setText(f"{name}: {said}" if one.why_not is None else f"{name} ({said})")

    def _show_one(self, row: int) -> None:
        if not 0 <= row < len(self.recipients):
            return
        one = self.recipients[row]
        if self.own.toPlainText() != one.text:
            self.own.blockSignals(True)
            self.own.setPlainText(one.text)
            self.own.blockSignals(False)
        stands = one.why_not is not None and one.chosen is None and one.why_not not in _BY_TEXT
        self.own.setReadOnly(stands)
        self.skip.setEnabled(not stands)
        self.by_hand.setEnabled(not stands)
        self.as_others.setEnabled(one.own is not None or one.chosen is not None)

    def _on_own(self) -> None:
        self._change(self.list.currentRow(), own=self.own.toPlainText(), chosen=None)

    def _choose(self, chosen: Why | None) -> None:
        row = self.list.currentRow()
        if not 0 <= row < len(self.recipients):
            return
        one = self.recipients[row]
        self._change(row, own=one.own if chosen is not None else None, chosen=chosen)
        self._show_one(row)

    def _change(self, row: int, *, own: str | None, chosen: Why | None) -> None:
        if self._render is None or not 0 <= row < len(self.recipients):
            return
        one = replace(self.recipients[row], own=own, chosen=chosen)
        one = self._render(one, row, self.text.toPlainText(), self.reply, self.vary.isChecked())
        self.recipients[row] = one
        self._show_row(row, one)
        self._tell()

    def _on_saved(self, place: int) -> None:
        if 1 <= place <= len(self._replies):
            self.text.setPlainText(self._replies[place - 1].body("")[1])
            self.fill_all()

    def _tell(self) -> None:
        goes = [one for one in self.recipients if one.why_not is None]
        said = tr("bulk", "{part} of {all} will be answered, {span}.").format(
            part=number(len(goes)), all=number(len(self.recipients)), span=self._lasts(goes)
        )
        if not goes:
            said = tr("bulk", "Nobody would be answered yet.")
        out = words.whys(left_out(self.recipients))
        self.about.setText(f"{said} {tr('bulk', 'Left out: {reasons}.').replace('{reasons}', out)}" if out else said)
        self.send.set_words(tr("bulk", "Send %n answer(s)", "", len(goes)).replace(str(len(goes)), number(len(goes))))
        self.send.set_off("" if goes else said)
        same = repeats(self.recipients)
        self.repeated.setVisible(bool(same))
        self.vary.setVisible(bool(same) or self.vary.isChecked())
        self.repeated.setText(
            tr("bulk", "%n people would read the very same words in public. That looks like a machine.", "", same)
        )


_BY_TEXT = (Why.EMPTY, Why.BLANK, Why.TOO_LONG)
