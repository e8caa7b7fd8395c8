"""The card where a team tends its own words: adds, takes off, tries a text, brings in and writes out.

It gives commands and shows what the cache says of them; trying a text happens beside the window's own work.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QScrollArea, QVBoxLayout, QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look.metrics import DIALOG_WIDE, scaled
from socialdesk.desktop.widgets.buttons import Button, Kind
from socialdesk.desktop.widgets.choose_file import choose_one, choose_where, not_written
from socialdesk.desktop.widgets.combo import Combo
from socialdesk.desktop.widgets.dialog_card import DialogCard
from socialdesk.desktop.widgets.field import Field
from socialdesk.desktop.widgets.plain_text import PlainLabel, one_line
from socialdesk.desktop.widgets.shield_words import judgement, kind_name, language_name, why
from socialdesk.desktop.widgets.tick import Tick
from socialdesk.model.shield.exchange import LONGEST, read_back, written
from socialdesk.model.shield.judge import judge
from socialdesk.model.shield.lists import Lists, is_one_letter, parse
from socialdesk.model.shield.own import OwnWord
from socialdesk.model.shield.values import ShieldKind, Verdict
from socialdesk.model.shielding import SetShieldAuthor, SetShieldWord
from socialdesk.store.cache import Changes
from socialdesk.store.shield import OwnAuthor, own_authors, own_words
from socialdesk.support.paths import write_whole
from socialdesk.support.resources import resource

tr = QCoreApplication.translate
TRY_AFTER_MS = 200
_LARGEST_FILE = 2_000_000


def command_of(word: OwnWord, *, on: bool) -> SetShieldWord:
    """The command that puts a word on the list, or takes it off."""
    return SetShieldWord(word.kind, word.language, word.text, word.is_part, word.accents_matter, word.allows, on=on)


def said_of(word: OwnWord) -> str:
    """A word as a line of the list."""
    told = [tr("shield", "let through") if word.allows else kind_name(word.kind)]
    if word.language:
        told.append(language_name(word.language))
    if word.is_part:
        told.append(tr("shield", "also inside longer words"))
    if word.accents_matter:
        told.append(tr("shield", "accents matter"))
    return f"{one_line(word.text)}  –  {', '.join(told)}"


class Trying(QObject):
    """Judges texts in a thread of its own; only the newest answer is told."""

    judged = Signal(object)
    """A Verdict, or None when the text would be shown."""
    _ready = Signal(int, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(1, "shield")
        self._own: tuple[OwnWord, ...] = ()
        self._read: tuple[tuple[OwnWord, ...], Lists] | None = None
        """The lists that were read last, and the words they were read with."""
        self._number = 0
        self._ready.connect(self._tell)

    def use(self, own: Sequence[OwnWord]) -> None:
        """Judge with these words of the team beside our own lists."""
        self._own = tuple(own)

    def ask(self, text: str) -> Future[Verdict | None]:
        """Judge a text; `judged` tells the answer."""
        self._number += 1
        return self._pool.submit(self._judge, self._number, text, self._own)

    def stop(self) -> None:
        """Let go of the thread."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _judge(self, number: int, text: str, own: tuple[OwnWord, ...]) -> Verdict | None:
        if self._read is None or self._read[0] != own:
            files = [one.read_text(encoding="utf-8") for one in sorted(resource("shield").glob("*.toml"))]
            self._read = own, parse(files, own)
        found = judge(text, self._read[1])
        self._ready.emit(number, found)
        return found

    def _tell(self, number: int, found: Verdict | None) -> None:
        if number == self._number:
            self.judged.emit(found)


class _Body(QScrollArea):
    """As high as what is in it; where the window is lower than that, it scrolls."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._inside = inside
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet("QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; }")
        self.setWidget(inside)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._inside.heightForWidth(width)

    def sizeHint(self) -> QSize:
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._inside.minimumSizeHint().width(), scaled(60))


class WordLists(DialogCard):
    """Each word that is added or taken off is a command of its own; nothing waits for the card to be closed."""

    said = Signal(str)
    """Something that needs no act."""

    _body: _Body | None = None

    def __init__(self, window: QWidget, bridge: Bridge) -> None:
        super().__init__(window, DIALOG_WIDE, tr("shield", "Word lists of the shield"))
        self._bridge = bridge
        self._words: tuple[OwnWord, ...] = ()
        self._authors: tuple[OwnAuthor, ...] = ()
        self.trying = Trying(self)
        self.text = Field()
        self.kind = Combo()
        self.language = Combo()
        self.is_part = Tick(tr("shield", "Also inside longer words"), 13, 400)
        self.accents = Tick(tr("shield", "Accents matter"), 13, 400)
        self.add = Button(tr("shield", "Add"), Kind.PRIMARY)
        self.list = QListWidget()
        self.remove = Button(tr("shield", "Take off the list"), icon="trash")
        self.bring_in = Button(tr("shield", "Bring in…"))
        self.write_out = Button(tr("shield", "Write out…"))
        self.close_it = Button(tr("shield", "Close"))
        self.sample = Field()
        self.answer = PlainLabel("", 13, 400, "text2", wraps=True)
        self.empty = PlainLabel(
            tr("shield", "No words of your own yet. The lists that come with SocialDesk work without any."),
            13,
            400,
            "text3",
            wraps=True,
        )
        self._try_soon = QTimer(self, singleShot=True, interval=TRY_AFTER_MS)
        self._name()
        self._lay_out()
        self._join()
        self.read()

    def place(self) -> None:
        if self._body is not None:
            self._body.updateGeometry()  # what is in it may have grown
        super().place()

    def _name(self) -> None:
        self.text.setPlaceholderText(tr("shield", "A word or a phrase"))
        self.text.setAccessibleName(tr("shield", "A word or a phrase"))
        self.text.setMaxLength(LONGEST)
        for kind in ShieldKind:
            self.kind.addItem(kind_name(kind), kind.value)
        self.kind.addItem(tr("shield", "let through"), "")
        self.kind.setAccessibleName(tr("shield", "What it is"))
        for code in ("", "en", "fr", "de", "es", "it", "nl", "pt", "ar"):
            self.language.addItem(language_name(code) if code else tr("shield", "any language"), code)
        self.language.setAccessibleName(tr("shield", "Language"))
        self.list.setAccessibleName(tr("shield", "Your words, and whom you let through"))
        self.list.setFixedHeight(scaled(150))
        self.sample.setPlaceholderText(tr("shield", "Try a text: what would become of it?"))
        self.sample.setAccessibleName(tr("shield", "Try a text"))
        self.sample.setMaxLength(5_000)

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(10)
        column.addWidget(PlainLabel(tr("shield", "Word lists of the shield"), 18, 650))
        body = QWidget()
        whole, column = column, QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        about = tr(
            "shield",
            "Your words are looked for beside the lists that come with SocialDesk, in capitals and small letters and in"
            " disguise alike. What is there already is judged again.",
        )
        column.addWidget(PlainLabel(about, 13, 400, "text2", wraps=True))
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.text, 1)
        first.addWidget(self.kind)
        first.addWidget(self.language)
        column.addLayout(first)
        second = QHBoxLayout()
        second.setSpacing(16)
        second.addWidget(self.is_part)
        second.addWidget(self.accents)
        second.addStretch(1)
        second.addWidget(self.add)
        column.addLayout(second)
        column.addWidget(self.empty)
        column.addWidget(self.list)
        column.addWidget(self.sample)
        column.addWidget(self.answer)
        self._body = _Body(body)
        whole.addWidget(self._body, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button in (self.remove, self.bring_in, self.write_out):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.close_it)
        whole.addLayout(foot)
        self.inside.addLayout(whole)

    def _join(self) -> None:
        self.add.clicked.connect(self.add_word)
        self.text.returnPressed.connect(self.add_word)
        self.text.textChanged.connect(self._tell_state)
        self.kind.currentIndexChanged.connect(self._tell_state)
        self.list.itemSelectionChanged.connect(self._tell_state)
        self.remove.clicked.connect(self.remove_chosen)
        self.bring_in.clicked.connect(self._ask_what)
        self.write_out.clicked.connect(self._ask_where)
        self.close_it.clicked.connect(self.leave)
        self.sample.textChanged.connect(self._on_sample)
        self._try_soon.timeout.connect(self._try)
        self.trying.judged.connect(self._on_judged)
        self._bridge.follow.changed.connect(self._on_changed)
        self.destroyed.connect(self.trying.stop)

    # What is there

    def read(self) -> None:
        """Show what the team's list holds now."""
        at = self.list.currentRow()
        self._words, self._authors = own_words(self._bridge.cache), own_authors(self._bridge.cache)
        self.list.clear()
        self.list.addItems([said_of(word) for word in self._words])
        self.list.addItems(
            [
                tr("shield", "{name}  –  let through").format(name=one_line(one.name or one.remote_id))
                for one in self._authors
            ]
        )
        self.list.setCurrentRow(min(at, self.list.count() - 1))
        self.list.setVisible(self.list.count() > 0)
        self.empty.setVisible(self.list.count() == 0)
        self.trying.use(self._words)
        self._tell_state()
        if self.sample.text():
            self._try_soon.start()
        if self.isVisible():
            self.place()

    def _on_changed(self, changes: Changes) -> None:
        # Put away it is read again when it is opened: every act has a result.
        if self.isVisible() and (changes.others & {"shield", "result"} or changes.is_incomplete):
            self.read()

    def _tell_state(self) -> None:
        word = self._typed()
        self.add.setEnabled(any(sign.isalnum() for sign in word.text) and not is_one_letter(word))
        self.add.setToolTip(self._too_short() if is_one_letter(word) else "")
        self.remove.setEnabled(self.list.currentRow() >= 0)
        self.write_out.setEnabled(bool(self._words))

    # Acts

    def add_word(self) -> None:
        """Put what stands in the fields on the list."""
        word = self._typed()
        if not any(sign.isalnum() for sign in word.text):
            return
        if is_one_letter(word):
            self.said.emit(self._too_short())
            return
        before = next((one for one in self._words if _same_place(one, word)), None)
        back = command_of(before, on=True) if before is not None else command_of(word, on=False)
        label = tr("shield", "Put on the list.")
        if self._bridge.submit.change([command_of(word, on=True)], label, [back]):
            self.text.clear()
            self.text.setFocus()

    def _typed(self) -> OwnWord:
        chosen = str(self.kind.currentData())
        return OwnWord(
            ShieldKind(chosen) if chosen else ShieldKind.ABUSE,
            str(self.language.currentData()),
            " ".join(self.text.text().split()),
            self.is_part.isChecked(),
            self.accents.isChecked(),
            allows=not chosen,
        )

    def _too_short(self) -> str:
        return tr("shield", "Nothing but one letter would be looked for, and nearly every text holds it. Write more.")

    def remove_chosen(self) -> None:
        """Take what is chosen off the list."""
        at = self.list.currentRow()
        if 0 <= at < len(self._words):
            word = self._words[at]
            self._bridge.submit.change(
                [command_of(word, on=False)], tr("shield", "Taken off the list."), [command_of(word, on=True)]
            )
        elif len(self._words) <= at < len(self._words) + len(self._authors):
            one = self._authors[at - len(self._words)]
            off, on = (SetShieldAuthor(one.channel, one.remote_id, one.name, on=on) for on in (False, True))
            self._bridge.submit.change([off], tr("shield", "Judged again from now on."), [on])

    def take_in(self, file: Path) -> None:
        """Add the words of a file, all or none; lines that are none are named."""
        try:
            if file.stat().st_size > _LARGEST_FILE:
                self.said.emit(
                    tr("shield", "{file} is too large for a word list. Nothing was changed.").format(file=file.name)
                )
                return
            words, wrong = read_back(file.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError):
            self.said.emit(tr("shield", "{file} cannot be read as text. Nothing was changed.").format(file=file.name))
            return
        new = [word for word in words if word not in self._words]
        if wrong:
            first = wrong[0]
            said = tr("shield", "Line {number} is no entry: {text}. Nothing was changed; mend it and try again.")
            self.said.emit(said.format(number=QLocale().toString(first.number), text=one_line(first.text)[:60]))
        elif not new:
            self.said.emit(tr("shield", "There is nothing new in {file}.").format(file=file.name))
        else:
            self._bridge.submit.change(
                [command_of(word, on=True) for word in new],
                tr("shield", "%n word(s) put on the list.", "", len(new)),
                [command_of(word, on=False) for word in new],
            )

    def put_out(self, file: Path) -> None:
        """Write the team's words to a file."""
        try:
            write_whole(file, written(self._words).encode())
        except OSError as error:
            self.said.emit(not_written(file, error))
            return
        self.said.emit(tr("shield", "Written to {file}.").format(file=file))

    def _ask_what(self) -> None:
        choose_one(self._over, tr("shield", "Bring in words"), self.take_in)

    def _ask_where(self) -> None:
        choose_where(self._over, tr("shield", "Write out your words"), "shield-words.txt", self.put_out)

    # Trying

    def _on_sample(self, _text: str) -> None:
        self._try_soon.start()

    def _try(self) -> None:
        text = self.sample.text()
        if text.strip():
            self.trying.ask(text)
        else:
            self.answer.setText("")

    def _on_judged(self, verdict: Verdict | None) -> None:
        if not self.sample.text().strip():
            said = ""
        elif verdict is None:
            said = tr("shield", "It would be shown.")
        else:
            said = " ".join((judgement(verdict.kind, verdict.level), *why(verdict.reasons)))
        self.answer.setText(said)
        self.sample.setAccessibleDescription(said)
        self.place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.list.hasFocus():
            self.remove_chosen()
        super().keyPressEvent(event)


def _same_place(one: OwnWord, other: OwnWord) -> bool:
    return (one.text, one.language, one.allows) == (other.text, other.language, other.allows)
