"""Takes the rules to a file people can read, and from one: says beforehand which can be taken and why others cannot."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QThreadPool, Signal
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look.connector_words import sentence
from socialdesk.desktop.widgets.ask import Question, ask
from socialdesk.desktop.widgets.choose_file import choose_one, choose_where, not_read, not_written
from socialdesk.desktop.widgets.plain_text import one_line
from socialdesk.model.command import Given
from socialdesk.model.rule import Rule, to_words
from socialdesk.model.rule_command import DeleteRule, ImportRules
from socialdesk.model.rule_file import MOST_BYTES, Imported, Names, names_of, read, written
from socialdesk.model.rule_list import fold_rules
from socialdesk.store.readings import Result
from socialdesk.store.rule_contacts import named
from socialdesk.store.rules import rules
from socialdesk.support.ids import new_id
from socialdesk.support.paths import write_whole

tr = QCoreApplication.translate
_MOST_TOLD = 6
"""So many reasons are told; of more only how many."""


class Transfer(QObject):
    """Import and export of the page of rules."""

    said = Signal(str)
    taken = Signal()
    _read = Signal(object)

    def __init__(self, bridge: Bridge, page: QWidget) -> None:
        super().__init__(page)
        self._bridge = bridge
        self._page = page
        self._pool = QThreadPool(self, maxThreadCount=1)
        self._waiting: set[object] = set()
        self.question: Question | None = None
        """What is asked about a file."""
        self._read.connect(self._on_read)
        bridge.follow.results.connect(self._on_results)

    # To a file

    def choose_where(self) -> None:
        """Let somebody say where to."""
        kinds = [tr("rules", "JSON (*.json)")]
        choose_where(self._page.window(), tr("rules", "Export rules"), "rules.json", self.write, kinds)

    def write(self, file: Path) -> None:
        """Write all rules, in their order."""
        there, names = self._rules(), self._names()
        self._pool.start(lambda: self._write_now(file, there, names))

    def _write_now(self, file: Path, there: Sequence[Rule], names: Names) -> None:
        try:
            write_whole(file, written(there, names).encode("utf-8", "replace"))
            said = tr("rules", "%n rule(s) written to {file}.", "", len(there)).format(file=file)
        except OSError as error:
            said = not_written(file, error)
        self._read.emit(said)

    # From a file

    def choose(self) -> None:
        """Let somebody choose a file."""
        kinds = [tr("rules", "JSON (*.json)"), tr("rules", "All files (*)")]
        choose_one(self._page.window(), tr("rules", "Import rules"), self.look_at, kinds)

    def look_at(self, file: Path) -> None:
        """Find out beside the window what of a file can be taken; then it is asked whether it is to be."""
        there, names = self._rules(), self._names()
        self._pool.start(lambda: self._read_now(file, there, names))

    def _read_now(self, file: Path, there: Sequence[Rule], names: Names) -> None:
        try:
            with file.open("rb") as opened:
                data = opened.read(MOST_BYTES + 1)
        except OSError as error:
            self._read.emit(not_read(file, error))
            return
        self._read.emit((file.name, read(data, names, there, new_id)))

    def _on_read(self, came: object) -> None:
        if isinstance(came, str):
            self.said.emit(came)
            return
        assert isinstance(came, tuple)
        name, found = came
        self._report(name, found)

    def _report(self, name: str, found: Imported) -> None:
        can = tr("rules", "%n rule(s) can be taken. They are off until you tried them.", "", len(found.rules))
        lines = [can if found.rules else tr("rules", "None of its rules can be taken.")]
        lines += [one_line(sentence(one)) for one in found.refused[:_MOST_TOLD]]
        left = len(found.refused) - _MOST_TOLD
        if left > 0:
            lines.append(tr("rules", "And %n more that cannot be taken.", "", left))
        choices = [("no", tr("rules", "Leave all as it is"))]
        if found.rules:
            choices.append(("yes", tr("rules", "Take %n rule(s)", "", len(found.rules))))
        title = tr("rules", "Import {file}").format(file=one_line(name))
        self.question = ask(self._page.window(), title, "\n".join(lines), choices)
        self.question.answered.connect(partial(self._on_answered, found.rules))

    def _on_answered(self, found: Sequence[Rule], answer: str) -> None:
        self.question = None
        if answer == "yes":
            label = tr("rules", "%n rule(s) imported.", "", len(found))
            command = ImportRules(tuple((one.id, to_words(one)) for one in found))
            given = self._bridge.submit.change([command], label, [DeleteRule(one.id) for one in found])
            self._remember(given)
            self.taken.emit()

    def _remember(self, given: Sequence[Given]) -> None:
        self._waiting |= {one.id for one in given}

    def _on_results(self, results: list[Result]) -> None:
        for result in results:
            if result.command in self._waiting:
                self._waiting.discard(result.command)
                if result.outcome != "accepted":
                    self.said.emit(sentence(result.sentence))

    def _rules(self) -> list[Rule]:
        return fold_rules(rules(self._bridge.cache), self._bridge.submit.pending)

    def _names(self) -> Names:
        bridge = self._bridge
        contacts = named(bridge.cache, self._rules())
        return names_of(bridge.cache.channels(), bridge.people, bridge.shelf.replies(), contacts)
