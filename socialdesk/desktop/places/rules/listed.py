"""The list of rules as it works: rows with how each stands and what it did lately, switching, putting in order.

It shows the rules with what waits for the engine counted in.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look.connector_words import sentence
from socialdesk.desktop.places.rules.draft import Draft, Drafts, draft_of
from socialdesk.desktop.places.rules.frame import RulesFrame
from socialdesk.desktop.places.rules.rows import Row
from socialdesk.desktop.places.rules.words import Said, moment, of_state
from socialdesk.desktop.widgets.sentence.cards import plain
from socialdesk.model.command import Command, Given
from socialdesk.model.rule import Rule
from socialdesk.model.rule_command import MoveRule, SwitchRule
from socialdesk.model.rule_list import Care, fold_care, may_switch_on
from socialdesk.store.rule_activity import Activity, activity
from socialdesk.store.rules import care

tr = QCoreApplication.translate


class ListedRules(RulesFrame):
    """The list, with what is done to a rule without opening it."""

    said = Signal(str)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._bridge = bridge
        self._words = Said(bridge)
        self._drafts = Drafts(bridge.desk)
        self._rules: list[Rule] = []
        self._activity: dict[str, Activity] = {}

    def reload(self) -> None:
        """Show the rules as they are now."""
        raise NotImplementedError

    def switch_current(self) -> None:
        """Switch the chosen rule on or off."""
        row = self.model.row(self.list.currentIndex().row())
        if row is not None:
            self.switch(row.id, on=not row.is_on)

    def switch(self, id_: str, *, on: bool) -> None:
        """Switch a rule on or off, or say why not."""
        rule = self._kept(id_)
        if rule is None:
            self.said.emit(tr("rules", "Save this rule first, then try it."))
            return
        why = may_switch_on(rule) if on else ""
        if why:
            self.said.emit(sentence(why))
            return
        asks = on and rule.needs_a_pause and self._care().asks_second
        label = tr("rules", "“{name}” is on.") if on else tr("rules", "“{name}” is off.")
        if asks:
            label = tr("rules", "“{name}” waits for a second person. It does nothing until then.")
        self._give([SwitchRule(id_, on)], label.format(name=rule.name), [SwitchRule(id_, not on)])

    def move_current(self, by: int) -> None:
        """Put the chosen rule earlier or later."""
        row = self.model.row(self.list.currentIndex().row())
        ids = [one.id for one in self._rules]
        if row is None or row.id not in ids:
            return
        at = ids.index(row.id)
        if 0 <= at + by < len(ids):
            after = at + by + (1 if by > 0 else 0)
            self.move_rule(row.id, ids[after] if after < len(ids) else "")

    def move_rule(self, id_: str, before: str) -> None:
        """Put a rule before another one, or last."""
        ids = [one.id for one in self._rules]
        if id_ not in ids or before == id_:
            return
        at = ids.index(id_)
        behind = ids[at + 1] if at + 1 < len(ids) else ""
        if behind == before:
            return
        label = tr("rules", "“{name}” moved.").format(name=self._rules[at].name)
        self._give([MoveRule(id_, before)], label, [MoveRule(id_, behind)])
        self.list.setCurrentIndex(self.model.index(self.model.place_of(id_)))

    # Inside

    def _care(self) -> Care:
        return fold_care(care(self._bridge.cache), self._bridge.submit.pending)

    def _kept(self, id_: str) -> Rule | None:
        return next((one for one in self._rules if one.id == id_), None)

    def _draft(self, id_: str) -> Draft | None:
        kept = self._kept(id_)
        return self._drafts.get(id_) or (draft_of(kept) if kept is not None else None)

    def _list(self) -> None:
        typed = plain(self.search_field.text().strip())
        known = {one.id for one in self._rules}
        rows = [
            self._row(place, one)
            for place, one in enumerate(self._rules, 1)
            if typed in plain(f"{one.name} {self._words.scope(one)}")
            or (typed and typed in plain(self._words.whole(one)))
        ]
        begun_here = [one.rule() for one in self._drafts.all if one.id not in known]
        rows += [self._row(len(self._rules) + at, one) for at, one in enumerate(begun_here, 1) if not typed]
        self.model.show(rows)
        self.count.setText(QLocale().toString(len(self._rules)))
        self.show_nothing(is_search=bool(typed), typed=self.search_field.text().strip())
        if rows and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(0))

    def _row(self, place: int, rule: Rule) -> Row:
        draft = self._drafts.get(rule.id)
        state, tone = of_state(rule, self._bridge.clock.now(), is_draft=draft is not None)
        name = rule.name or tr("rules", "A rule without a name")
        return Row(
            rule.id, place, name, self._words.scope(rule), state, tone, rule.is_on or rule.asked_by is not None,
            self._counted(rule),
            lambda: self._words.whole(rule),
        )  # fmt: skip

    def _counted(self, rule: Rule) -> str:
        found = self._activity.get(rule.id)
        if found is None or found.last_at is None:
            return ""
        many = tr("rules", "%n time(s) in 7 days", "", found.count)
        last = moment(found.last_at, self._bridge.clock.now())
        return tr("rules", "{many}, last {moment}", "how often a rule did its work").format(many=many, moment=last)

    def _count(self) -> None:
        """Find out beside the window what the rules did lately."""
        ids, since = [one.id for one in self._rules], self._bridge.clock.now() - timedelta(days=7)
        if ids:
            self._bridge.beside.ask("rules.counts", lambda cache: activity(cache, ids, since), self._on_counted)

    def _on_counted(self, found: dict[str, Activity]) -> None:
        if found != self._activity:
            self._activity = found
            self._list()

    def _give(
        self, commands: Sequence[Command], label: str, back: Sequence[Command], *, reload: bool = True
    ) -> tuple[Given, ...]:
        given = self._bridge.submit.change(commands, label, back)
        if reload:
            self.reload()
        return given

    def _switch_row(self, id_: str) -> None:
        row = self.model.row(self.model.place_of(id_))
        if row is not None:
            self.switch(id_, on=not row.is_on)
