"""Shows what an act would do to many before it is done: a line for each, who is left out and why, how long it takes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from socialdesk.desktop.look.following import Following
from socialdesk.desktop.look.metrics import DIALOG_WIDEST, scaled
from socialdesk.desktop.look.numbers import number
from socialdesk.desktop.look.tokens import hex_of
from socialdesk.desktop.places.bulk.each import EachList, EachModel
from socialdesk.desktop.widgets.buttons import Button, Kind
from socialdesk.desktop.widgets.combo import Combo
from socialdesk.desktop.widgets.dialog_card import DialogCard
from socialdesk.desktop.widgets.plain_text import PlainLabel

tr = QCoreApplication.translate
LONGEST = 1_000
"""Characters of what is written with an act."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a preview says. `line` gives the words of a place of the list, when it is painted.

    `taken` is whether each is taken, None where the act can't be done to it; `button` the words of the button for so
    many; `about` what is said below the list.
    """

    title: str
    text: str
    line: Callable[[int], str]
    taken: Sequence[bool | None]
    button: Callable[[int], str]
    about: Callable[[Sequence[int]], str]
    """Of the places that are taken."""
    is_danger: bool = False
    choices: Sequence[tuple[str, str]] = ()
    """Keys and words of a choice that goes with it; none for none."""
    choice_name: str = ""
    text_name: str = ""
    """What is to be written with it; empty for nothing."""
    needs_text: bool = False
    notes: Sequence[str] = field(default_factory=tuple)


class PreviewSheet(DialogCard):
    """The sheet. `agreed` tells the places that are taken, the choice and the text."""

    agreed = Signal(object, str, str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, DIALOG_WIDEST, tr("bulk", "What this would do"))
        self._asked: Asked | None = None
        self._taken: list[bool | None] = []
        self.title = PlainLabel("", 18, 650, wraps=True)
        self.text = PlainLabel("", 14, 400, "text2", wraps=True)
        self.choice = Combo()
        self.words = QPlainTextEdit()
        self.words.setTabChangesFocus(True)
        self.words.textChanged.connect(self._tell)
        self._model = EachModel(self._said, lambda row: self._taken[row], self)
        self._model.toggled.connect(self._toggle)
        self.list = EachList(tr("bulk", "Whom it concerns; Space leaves one out"), self._model)
        self.about = PlainLabel("", 13, 400, "text2", wraps=True)
        self.notes = PlainLabel("", 13, 400, "soon", wraps=True)
        self.cancel = Button(tr("bulk", "Change nothing"), Kind.SECONDARY)
        self.cancel.clicked.connect(self.leave)
        self.agree = Button("", Kind.PRIMARY, keys=("Ctrl", "Enter"))
        self.agree.clicked.connect(self._agree)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._agree, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._build()
        self._dress()
        Following(self, self._dress)

    def _build(self) -> None:
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.agree)
        column = QVBoxLayout()
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(10)
        for part in (self.title, self.text, self.choice, self.words):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        column.addWidget(self.about)
        column.addWidget(self.notes)
        column.addLayout(foot)
        self.inside.addLayout(column)

    def _dress(self) -> None:
        edge, plane, here = hex_of("control"), hex_of("surface"), hex_of("selected")
        self.card.setStyleSheet(
            f"QPlainTextEdit, QListView {{ border: 1px solid {edge}; border-radius: 6px; background: {plane};"
            f" padding: 4px; }} QPlainTextEdit:focus, QListView:focus {{ border: 2px solid {hex_of('focus')};"
            f" padding: 3px; }} QListView::item {{ padding: {scaled(5)}px 6px; border-radius: 4px; }}"
            f" QListView::indicator {{ width: {scaled(14)}px; height: {scaled(14)}px; border-radius: 4px;"
            f" border: 2px solid {hex_of('control')}; background: {plane}; }}"
            f" QListView::indicator:checked {{ border-color: {hex_of('accent')}; background: {hex_of('accent')}; }}"
            f" QListView::item:selected {{ background: {here}; color: {hex_of('text')}; }}"
        )

    def ask(self, asked: Asked) -> None:
        """Show what would be done; nothing is done before somebody agrees."""
        self._asked = asked
        self._taken = list(asked.taken)
        self.title.setText(asked.title)
        self.setAccessibleName(asked.title)
        self.text.setText(asked.text)
        self.text.setVisible(bool(asked.text))
        self.choice.clear()
        for key, words in asked.choices:
            self.choice.addItem(words, key)
        self.choice.setAccessibleName(asked.choice_name)
        self.choice.setVisible(bool(asked.choices))
        self.words.clear()
        self.words.setVisible(bool(asked.text_name))
        self.words.setAccessibleName(asked.text_name)
        self.words.setPlaceholderText(asked.text_name)
        self.words.setFixedHeight(scaled(84))
        self.agree.kind = Kind.DANGER if asked.is_danger else Kind.PRIMARY
        self.notes.setText("\n".join(asked.notes))
        self.notes.setVisible(bool(asked.notes))
        self._model.reset(len(self._taken))
        self.list.setCurrentRow(0)
        self.card.setMinimumHeight(min(scaled(520), self._over.height() - 40))
        self._tell()
        first: QWidget = self.words if asked.needs_text else self.list
        self.open_card(first)

    @property
    def places(self) -> Sequence[int]:
        """The places of those it would be done to."""
        return [place for place, is_taken in enumerate(self._taken) if is_taken]

    @property
    def _text(self) -> str:
        return self.words.toPlainText().strip()

    def _said(self, row: int) -> str:
        return self._asked.line(row) if self._asked is not None else ""

    def _toggle(self, row: int) -> None:
        if self._taken[row] is not None:
            self._taken[row] = not self._taken[row]
            self._tell()

    def _tell(self) -> None:
        if self._asked is None:
            return
        taken = self.places
        self.about.setText(self._asked.about(taken))
        self.agree.set_words(self._asked.button(len(taken)))
        off = "" if taken else tr("bulk", "Nobody is left whom it would concern.")
        text = self._text
        if not off and self._asked.needs_text and not text:
            off = tr("bulk", "Write the text first.")
        if not off and len(text) > LONGEST:
            off = tr("bulk", "Shorten the text: it may have {most} characters.").format(most=number(LONGEST))
        self.agree.set_off(off)

    def _agree(self) -> None:
        if not self.agree.isEnabled() or self._asked is None:
            return
        taken, choice = self.places, str(self.choice.currentData() or "")
        text = self._text
        self.leave()
        self.agreed.emit(taken, choice, text)
