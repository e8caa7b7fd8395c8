"""What a rule did: each time it did its work with thread, moment, reason and what changed, newest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.places.rules.hits import HitList, HitRow
from socialdesk.desktop.places.rules.take_back import TakeBackCard
from socialdesk.desktop.places.rules.words import Said, moment
from socialdesk.desktop.widgets.buttons import Button, IconButton
from socialdesk.desktop.widgets.plain_text import PlainLabel
from socialdesk.model.rule import Deed, Rule
from socialdesk.model.thread import Thread
from socialdesk.store.cache import Cache
from socialdesk.store.rule_rows import Did, Run
from socialdesk.store.rules import calls, runs_of

tr = QCoreApplication.translate
TOPIC = "rules.log"
_PAGE = 100
_FIRST = 1 << 62


def is_call(did: Did) -> bool:
    """Whether a program elsewhere was to be told."""
    return did.deed == Deed.CALL and did.before.isdecimal()


def with_calls(run: Run, told: Mapping[int, tuple[str, str]]) -> Run:
    """A run with what became of its calls: one that was not heard says so."""

    def said(did: Did) -> Did:
        state, reason = told.get(int(did.before), ("", "")) if is_call(did) else ("", "")
        if state == "failed":
            return replace(did, skipped=f"refused {reason}")
        return replace(did, skipped="waits") if state == "queued" and not did.back else did

    return replace(run, did=tuple(map(said, run.did)))


class RuleLog(QWidget):
    """The page of one rule's work; it reads on as one scrolls."""

    back_wanted = Signal()
    thread_wanted = Signal(int)
    take_back_wanted = Signal(object)
    """Since when everything is to be taken back."""
    this_back_wanted = Signal(int)
    """The number of the one run that is to be taken back."""
    said = Signal(str)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._said = Said(bridge)
        self._rule = ""
        self._shown: Rule | None = None
        self.card: TakeBackCard | None = None
        self._last = _FIRST
        self._is_whole = False
        self._takes_keys = True
        self.back = IconButton("arrow-left", tr("rules", "Back to the rule"), keys=("Esc",), parent=self)
        self.title = PlainLabel("", 20, 650, elides=True, parent=self)
        self.words = PlainLabel("", 13, 400, "text2", wraps=True, parent=self)
        self.list = HitList(tr("rules", "What the rule did, newest first"), self, may_remove=True)
        head = QHBoxLayout()
        head.setContentsMargins(16, 14, 24, 10)
        head.setSpacing(10)
        head.addWidget(self.back)
        head.addWidget(self.title, 1)
        self.foot = QHBoxLayout()
        self.take_back = Button(tr("rules", "Take back since…"), icon="arrow-u-up-left", parent=self)
        self.this_back = Button(tr("rules", "Take this one back"), keys=("Del",), parent=self)
        self.foot.addWidget(self.this_back)
        self.foot.addWidget(self.take_back)
        self.foot.addStretch(1)
        self.take_back.clicked.connect(self.ask_since)
        self.this_back.clicked.connect(self.take_this_back)
        inner = QVBoxLayout()
        inner.setContentsMargins(24, 0, 24, 16)
        inner.setSpacing(8)
        inner.addWidget(self.words)
        inner.addWidget(self.list, 1)
        inner.addLayout(self.foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(inner, 1)
        self.back.clicked.connect(self.back_wanted)
        self.list.opened.connect(self.thread_wanted)
        self.list.removed.connect(self.take_this_back)
        self.list.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def show_rule(self, rule: Rule, *, takes_keys: bool = True) -> None:
        """Read what a rule did; with `takes_keys` the hand goes to the list."""
        self._takes_keys = takes_keys
        self._rule, self._last, self._is_whole = rule.id, _FIRST, False
        self._shown = rule
        self.title.setText(tr("rules", "What “{name}” did").format(name=rule.name))
        self.words.setText(tr("rules", "Reading …"))
        self.list.rows.show([])
        self._read_on()

    def take_this_back(self) -> None:
        """Take back what it did at the one thing that is chosen."""
        row = self.list.rows.row(self.list.currentIndex().row())
        if row is None:
            self.said.emit(tr("rules", "Choose a line first: the arrow keys go through them."))
        elif row.is_over:
            self.said.emit(tr("rules", "This is taken back already."))
        else:
            self.this_back_wanted.emit(row.key)

    def ask_since(self) -> None:
        """Let somebody say since when what it did is to be taken back."""
        if self._shown is None:
            return
        card = self.card = TakeBackCard(self.window(), self._bridge, self._shown)
        card.chosen.connect(self.take_back_wanted)
        card.destroyed.connect(self._on_card_gone)
        card.open_card(card.choices[1])

    def _on_card_gone(self) -> None:
        self.card = None

    def _read_on(self) -> None:
        rule, before = self._rule, self._last

        def read(cache: Cache) -> list[tuple[Run, Thread | None]]:
            runs = runs_of(cache, rule, before, _PAGE)
            threads = {one.id: one for one in cache.threads(list({run.thread for run in runs}))}
            told = calls(cache, [int(did.before) for run in runs for did in run.did if is_call(did)])
            return [(with_calls(run, told), threads.get(run.thread)) for run in runs]

        self._bridge.beside.ask(TOPIC, read, self._on_read)

    def _on_read(self, found: Sequence[tuple[Run, Thread | None]]) -> None:
        now = self._bridge.clock.now()
        rows: list[HitRow] = []
        for run, thread in found:
            name, _ = self._said.thread(thread, "")
            what = self._said.did(run.did)
            tone = "text2"
            if run.undone_at is not None:
                what, tone = tr("rules", "Taken back: {what}").format(what=what), "text3"
            why = self._said.reasons(run.reasons)
            at = moment(run.happened_at, now)
            rows.append(HitRow(run.thread, name, at, what, why, tone, run.id, is_over=run.undone_at is not None))
        is_first = self._last == _FIRST
        self.list.rows.add(rows)
        self._is_whole = len(found) < _PAGE
        self._last = found[-1][0].id if found else self._last
        if is_first:
            nothing = tr("rules", "It has not done anything yet.")
            self.words.setText(nothing if not rows else tr("rules", "Newest first. Enter opens the thread."))
            self.list.setVisible(bool(rows))
            self.take_back.setVisible(bool(rows))
            self.this_back.setVisible(bool(rows))
            if self._takes_keys:
                (self.list if rows else self.back).setFocus()

    def _on_scrolled(self, value: int) -> None:
        bar = self.list.verticalScrollBar()
        if not self._is_whole and self._last != _FIRST and value > bar.maximum() - bar.pageStep():
            self._is_whole = True  # until the answer says otherwise
            self._read_on()
