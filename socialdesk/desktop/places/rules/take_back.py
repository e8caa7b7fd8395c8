"""Asks since when what a rule did is to be taken back, and says beforehand how much that is and what must stay."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look.numbers import number
from socialdesk.desktop.widgets.buttons import Button, Kind
from socialdesk.desktop.widgets.dialog_card import DialogCard
from socialdesk.desktop.widgets.plain_text import PlainLabel
from socialdesk.model.rule import Deed, Rule
from socialdesk.store.cache import Cache
from socialdesk.store.rule_rows import Did, Run
from socialdesk.store.rules import runs_of

tr = QCoreApplication.translate
TOPIC = "rules.take_back"
_MOST = 10_000
_PAGE = 500
_LEAVES = frozenset({Deed.ACKNOWLEDGE.value, Deed.CALL.value})
"""What can be stopped while it waits, and not once it has left."""


class TakeBackCard(DialogCard):
    """The card. `chosen` tells since when."""

    chosen = Signal(object)

    def __init__(self, window: QWidget, bridge: Bridge, rule: Rule) -> None:
        title = tr("rules", "Take back what “{name}” did").format(name=rule.name)
        super().__init__(window, name=title)
        self._bridge, self._rule = bridge, rule
        now = bridge.clock.now()
        self._spans: tuple[tuple[str, datetime], ...] = (
            (tr("rules", "In the last hour"), now - timedelta(hours=1)),
            (tr("rules", "In the last 24 hours"), now - timedelta(days=1)),
            (tr("rules", "In the last 7 days"), now - timedelta(days=7)),
            (tr("rules", "In the last 30 days"), now - timedelta(days=30)),
        )
        self.choices = [QRadioButton(words, self.card) for words, _ in self._spans]
        self.words = PlainLabel("", 13, 400, "text2", wraps=True)
        self.keep = Button(tr("rules", "Leave all as it is"))
        self.take = Button(tr("rules", "Take it back"), Kind.PRIMARY)
        column = QVBoxLayout()
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(8)
        column.addWidget(PlainLabel(title, 18, 650, wraps=True))
        for choice in self.choices:
            choice.toggled.connect(self._look)
            column.addWidget(choice, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.words)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.keep)
        row.addWidget(self.take)
        column.addSpacing(6)
        column.addLayout(row)
        self.inside.addLayout(column)
        self.keep.clicked.connect(self.leave)
        self.take.clicked.connect(self._take)
        self.closed.connect(self._on_closed)
        self.choices[1].setChecked(True)

    @property
    def since(self) -> datetime:
        """Since when, as it is chosen now."""
        at = next((n for n, choice in enumerate(self.choices) if choice.isChecked()), 1)
        return self._spans[at][1]

    def _look(self, on: bool) -> None:
        if not on:
            return
        rule, since = self._rule.id, self.since
        self.take.setEnabled(False)
        self.words.setText(tr("rules", "Reading …"))

        def read(cache: Cache) -> list[Run]:
            found: list[Run] = []
            page = runs_of(cache, rule, most=_PAGE)
            while page and len(found) < _MOST:
                found += [one for one in page if one.ran_at >= since]
                page = runs_of(cache, rule, page[-1].id, _PAGE) if page[-1].ran_at >= since else []
            return found

        self._bridge.beside.ask(TOPIC, read, self._on_read)

    def _on_read(self, runs: Sequence[Run]) -> None:
        done = [(run.thread, did) for run in runs if run.undone_at is None for did in run.did if _stands(did)]
        here = [thread for thread, did in done if did.deed not in _LEAVES]
        left = len(done) - len(here)
        words: list[str] = []
        if here:
            said = tr("rules", "%n thing(s) in {threads} threads can be taken back.", "", len(here))
            words.append(said.format(threads=number(len(set(here)))))
            words.append(tr("rules", "What somebody changed since then stays as they left it."))
        if left:
            words.append(
                tr("rules", "%n answer(s) or call(s) can only be stopped as far as they have not left yet.", "", left)
            )
        if not done:
            words = [tr("rules", "It did nothing in that time that is not taken back already.")]
        self.words.setText(" ".join(words))
        self.take.setEnabled(bool(done))
        self.place()

    def _take(self) -> None:
        since = self.since
        self.leave()
        self.chosen.emit(since)

    def _on_closed(self) -> None:
        self._bridge.beside.forget(TOPIC)
        self.deleteLater()


def _stands(did: Did) -> bool:
    return bool(did.deed) and not did.skipped
