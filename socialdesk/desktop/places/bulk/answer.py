"""The sheet on which many are answered with one text: the text, what each would read, who is left out and why.

A thousand texts are filled a slice at a time; between two slices the window listens and paints.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from socialdesk.desktop.look.following import Following
from socialdesk.desktop.look.metrics import DIALOG_WIDEST, scaled
from socialdesk.desktop.look.numbers import number
from socialdesk.desktop.look.tokens import hex_of
from socialdesk.desktop.places.bulk import words
from socialdesk.desktop.places.bulk.each import EachList, EachModel
from socialdesk.desktop.places.bulk.shortcuts import Shortcuts
from socialdesk.desktop.widgets.buttons import Button, Kind
from socialdesk.desktop.widgets.combo import Combo
from socialdesk.desktop.widgets.dialog_card import DialogCard
from socialdesk.desktop.widgets.flow import FlowLayout
from socialdesk.desktop.widgets.plain_text import PlainLabel, called, one_line
from socialdesk.model.bulk_answer import Recipient, Why, left_out, repeats
from socialdesk.model.outgoing import OutgoingPicture
from socialdesk.model.saved_reply import SavedReply

tr = QCoreApplication.translate
RENDER_MS = 120
SLICE = 40
"""So many are filled at once: two to three thousandths of a second."""
_VARIABLES = ("first name", "our name", "channel", "order")
Render = Callable[[Recipient, int, str, SavedReply | None, bool], Recipient]
"""A recipient filled anew: its place among all, the text, the saved reply that text is, other greetings or not."""


class AnswerSheet(DialogCard):
    """The sheet. `send_wanted` tells that everybody who is not left out is to be answered."""

    send_wanted = Signal()
    more_wanted = Signal()
    """Those who ask the same since the sheet was opened are to be answered as well."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, DIALOG_WIDEST, tr("bulk", "Answer all with one text"))
        self.recipients: list[Recipient] = []
        self._render: Render | None = None
        self._lasts: Callable[[Sequence[Recipient]], str] = lambda _found: ""
        self._replies: list[SavedReply] = []
        self._chosen: SavedReply | None = None
        self._soon = QTimer(self, singleShot=True, interval=RENDER_MS)
        self._soon.timeout.connect(self.fill_all)
        self._at = 0
        self._filled: Callable[[], None] | None = None
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._on_next)
        self.closed.connect(self._on_closed)
        self._build()
        self._dress()
        Following(self, self._dress)

    def _dress(self) -> None:
        edge, plane, here = hex_of("control"), hex_of("surface"), hex_of("selected")
        style = (
            f"QPlainTextEdit, QListView {{ border: 1px solid {edge}; border-radius: 6px; background: {plane};"
            f" padding: 4px; }} QPlainTextEdit:focus, QListView:focus {{ border: 2px solid {hex_of('focus')};"
            f" padding: 3px; }} QListView::item {{ padding: {scaled(5)}px 6px; border-radius: 4px; }}"
            f" QListView::item:selected {{ background: {here}; color: {hex_of('text')}; }}"
        )
        self.card.setStyleSheet(style)

    def _build(self) -> None:
        self.title = PlainLabel("", 18, 650, wraps=True)
        self.saved = Combo()
        # It may be cut, with the whole of it in a tooltip: what each person reads needs as much room.
        self.saved.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.saved.setMinimumContentsLength(8)
        self.saved.setAccessibleName(tr("bulk", "Begin with a saved reply"))
        self.saved.activated.connect(self._on_saved)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(tr("bulk", "The text for all"))
        self.text.setPlaceholderText(tr("bulk", "Hello {first name}, …"))
        self.text.setTabChangesFocus(True)
        self.text.textChanged.connect(self._on_text)
        self.shortcuts = Shortcuts(self.text)
        self.shortcuts.chosen.connect(self._on_shortcut)
        blanks = QGridLayout()
        blanks.setSpacing(4)
        for place, variable in enumerate(_VARIABLES):
            put = Button(f"{{{variable}}}", Kind.GHOST, name=tr("bulk", "Insert {name}").replace("{name}", variable))
            put.clicked.connect(lambda _on=False, variable=variable: self.text.insertPlainText(f"{{{variable}}}"))
            blanks.addWidget(put, place // 2, place % 2, Qt.AlignmentFlag.AlignLeft)
        left = self._column()
        left.addWidget(self.saved)
        left.addWidget(self.text, 1)
        left.addWidget(self.shortcuts.list)
        left.addLayout(blanks)
        self.vary = QCheckBox(tr("bulk", "Vary the greeting"))
        self.vary.toggled.connect(lambda _on=False: self.fill_all())
        self.repeated = PlainLabel("", 13, 400, "soon", wraps=True)
        self.along = QCheckBox()
        self.along.toggled.connect(lambda _on=False: self.fill_all())
        self.without = PlainLabel("", 13, 400, "soon", wraps=True)
        left.addWidget(self.along)
        left.addWidget(self.without)
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
        self.about = PlainLabel("", 13, 400, "text2", wraps=True)
        column.addWidget(self.about)
        self.came = PlainLabel("", 13, 400, "info", wraps=True)
        self.take_in = Button(tr("bulk", "Answer them too"), Kind.SECONDARY)
        self.take_in.clicked.connect(self.more_wanted)
        since = QHBoxLayout()
        since.addWidget(self.came, 1)
        since.addWidget(self.take_in)
        column.addLayout(since)
        column.addLayout(self._foot())
        self.inside.addLayout(column)

    @staticmethod
    def _column() -> QVBoxLayout:
        made = QVBoxLayout()
        made.setSpacing(8)
        return made

    def _each(self) -> QVBoxLayout:
        self._model = EachModel(self._said, parent=self)
        self.list = EachList(tr("bulk", "What each person reads"), self._model)
        self.list.moved.connect(self._show_one)
        self.stops = PlainLabel("", 13, 400, "soon", wraps=True)
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
        one = FlowLayout(spacing=6)
        for button in (self.skip, self.by_hand, self.as_others):
            one.addWidget(button)
        right = self._column()
        right.addWidget(self.list, 2)
        right.addWidget(self.stops)
        right.addWidget(self.own, 1)
        right.addLayout(one)
        return right

    def _foot(self) -> QHBoxLayout:
        self.cancel = Button(tr("bulk", "Cancel"), Kind.SECONDARY)
        self.send = Button(tr("bulk", "Send"), Kind.PRIMARY, keys=("Ctrl", "Enter"))
        self.cancel.clicked.connect(self.leave)
        self.send.clicked.connect(self.send_wanted)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.send)
        return foot

    def open_for(
        self,
        recipients: Sequence[Recipient],
        render: Render,
        lasts: Callable[[Sequence[Recipient]], str],
        replies: Sequence[SavedReply],
        begun: str = "",
    ) -> None:
        """Show who would be answered; `render` fills one, `lasts` says how long all take, `begun` is a text so far."""
        self.recipients, self._render, self._lasts = list(recipients), render, lasts
        self._replies = list(replies)
        self.saved.clear()
        self.saved.addItems(
            [tr("bulk", "Begin with a saved reply"), *(f"/{one.shortcut}  {one.title}" for one in replies)]
        )
        many = len(self.recipients)
        self._name()
        self.tell_came(0)
        self._chosen = None
        self.along.hide()
        self.without.hide()
        self._filled = None
        self.text.setPlainText(begun)
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self.shortcuts.offer(self._replies)
        self.vary.setChecked(False)
        self._model.reset(many)
        whole = next((one for one in replies if begun and one.body("")[1] == begun), None)
        if whole is not None:
            self._on_shortcut(whole)
        self.card.setMinimumHeight(min(scaled(560), self._over.height() - 40))
        self.fill_all()
        self.list.setCurrentRow(0)
        self.open_card(self.text)

    def _name(self) -> None:
        many = len(self.recipients)
        words_ = tr("bulk", "Answer %n thread(s) with one text", "", many).replace(str(many), number(many))
        self.title.setText(words_)
        self.setAccessibleName(words_)

    def tell_came(self, many: int) -> None:
        """So many ask the same since the sheet was opened, and are not on it."""
        self.came.setVisible(many > 0)
        self.take_in.setVisible(many > 0)
        said = tr("bulk", "Asked the same since you opened this: {number}.", "people")
        self.came.setText(said.replace("{number}", number(many)))

    def add(self, recipients: Sequence[Recipient]) -> None:
        """Answer these as well, below all others; what was changed for anybody stays."""
        here = self.list.currentRow()
        self.recipients += recipients
        self._name()
        self.tell_came(0)
        self._model.reset(len(self.recipients))
        self.list.setCurrentRow(max(here, 0))
        self.text.setFocus()
        self.fill_all()

    @property
    def reply(self) -> SavedReply | None:
        """The saved reply the text still is, word for word; then each gets it in their language."""
        found = self._chosen
        return found if found is not None and found.body("")[1] == self.text.toPlainText() else None

    @property
    def pictures(self) -> tuple[OutgoingPicture, ...]:
        """What goes along with the text: the pictures of the saved reply it began with, unless somebody said no."""
        return self._chosen.pictures if self._chosen is not None and self.along.isChecked() else ()

    @property
    def is_filling(self) -> bool:
        """Whether somebody has not got the present text yet."""
        return self._soon.isActive() or self._next.isActive() or self._at < len(self.recipients)

    def fill_all(self, then: Callable[[], None] | None = None) -> None:
        """Fill the text for everybody anew, the first at once, the rest a slice at a time; then tell `then`."""
        self._soon.stop()
        self._filled = then
        if self._render is None:
            return
        self._at = 0
        self._fill_slice()

    def _fill_slice(self) -> None:
        if self._render is None:
            return
        text, reply, varied = self.text.toPlainText(), self.reply, self.vary.isChecked()
        first, self._at = self._at, min(self._at + SLICE, len(self.recipients))
        for place in range(first, self._at):
            self.recipients[place] = self._render(self.recipients[place], place, text, reply, varied)
        self._model.tell(first, self._at)
        if first <= self.list.currentRow() < self._at:
            self._show_one(self.list.currentRow())
        if self._at < len(self.recipients) or first > 0:
            # The sum of very many is a step of its own.
            self._next.start()
            self._tell_part()
            return
        self._finish()

    def _on_next(self) -> None:
        if self._at < len(self.recipients):
            self._fill_slice()
        else:
            self._finish()

    def _finish(self) -> None:
        self._next.stop()
        self._tell()
        then, self._filled = self._filled, None
        if then is not None:
            then()

    def _on_closed(self) -> None:
        self._soon.stop()
        self._next.stop()
        self._filled = None  # what waited for the texts is not wanted any more

    def _on_text(self) -> None:
        # What is filled with an older text must not go out meanwhile.
        self._next.stop()
        self._filled = None
        self._soon.start()

    def _said(self, row: int) -> str:
        one = self.recipients[row]
        name = (
            tr("bulk", "Hidden message")
            if one.thread.is_shielded
            else called(one.thread.contact_name, one.thread.contact_handle)
        )
        said = words.why(one.why_not) if one.why_not is not None else one_line(one.text)
        return words.said(name, said) if one.why_not is None else f"{name} ({said})"

    def _show_one(self, row: int) -> None:
        if not 0 <= row < len(self.recipients):
            return
        one = self.recipients[row]
        if self.own.toPlainText() != one.text:
            self.own.blockSignals(True)
            self.own.setPlainText(one.text)
            self.own.blockSignals(False)
        self._show_choices(one)

    def _show_choices(self, one: Recipient) -> None:
        """Say why one gets no answer, and offer what can be chosen for them."""
        self.stops.setText(words.stops(one))
        self.stops.setVisible(one.why_not is not None and one.chosen is None)
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
        self._model.tell(row, row + 1)
        self._show_choices(one)
        if not self.is_filling:
            self._tell()

    def _on_saved(self, place: int) -> None:
        if 1 <= place <= len(self._replies):
            self._on_shortcut(self._replies[place - 1], whole=True)

    def _on_shortcut(self, reply: SavedReply, *, whole: bool = False) -> None:
        """The words of a saved reply stand in the text now; `whole` puts them there in place of all else."""
        self._chosen = reply
        n = len(reply.pictures)
        self.along.setText(tr("bulk", "Send its %n picture(s) along", "of a saved reply", n).replace(str(n), number(n)))
        self.along.setChecked(n > 0)
        self.along.setVisible(n > 0)
        self.saved.setCurrentIndex(self._replies.index(reply) + 1)
        if whole:
            self.text.setPlainText(reply.body("")[1])
        self.fill_all()

    def _tell_part(self) -> None:
        """Say how far the filling is; nothing is sent meanwhile."""
        said = tr("bulk", "Filling in the text: {part} of {all}.").format(
            part=number(self._at), all=number(len(self.recipients))
        )
        self.about.setText(said)
        self.send.set_off(said)

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
        bare = sum(not one.pictures for one in goes) if self.pictures else 0
        self.without.setVisible(bare > 0)
        said = tr("bulk", "%n of them get(s) the text only: their channel does not take these pictures.", "", bare)
        self.without.setText(said.replace(str(bare), number(bare), 1))
        same = repeats(self.recipients)
        self.repeated.setVisible(bool(same))
        self.vary.setVisible(bool(same) or self.vary.isChecked())
        self.repeated.setText(
            tr("bulk", "%n people would read the very same words in public. That looks like a machine.", "", same)
        )


_BY_TEXT = (Why.EMPTY, Why.BLANK, Why.SHORTCUT, Why.TOO_LONG)
