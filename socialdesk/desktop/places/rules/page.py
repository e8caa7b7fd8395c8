"""The page of rules: their list in order, or the editor of one; gives the commands and keeps what is not saved.

It shows the rules with what waits for the engine counted in.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look.connector_words import sentence
from socialdesk.desktop.places.rules.draft import Draft, begun, draft_of, says_same
from socialdesk.desktop.places.rules.examples import example
from socialdesk.desktop.places.rules.transfer import Transfer
from socialdesk.desktop.places.rules.words import of_state
from socialdesk.desktop.places.rules.worked import WorkedRules
from socialdesk.desktop.widgets.sentence.conditions import to_tree
from socialdesk.model.command import Command
from socialdesk.model.condition import All, Is
from socialdesk.model.condition import Field as Condition
from socialdesk.model.identifiers import ContactId
from socialdesk.model.rule import Rule, Trial, Trigger, When, to_words
from socialdesk.model.rule_check import problem_in
from socialdesk.model.rule_command import DeleteRule, MoveRule, NoteTrial, SaveRule
from socialdesk.model.rule_findings import findings
from socialdesk.model.rule_list import fold_rules, may_switch_on
from socialdesk.store.cache import Changes
from socialdesk.store.rules import care
from socialdesk.store.rules import rules as kept_rules
from socialdesk.support.ids import new_id

tr = QCoreApplication.translate
KEEP_AFTER_MS = 1_000


class RulesPage(WorkedRules):
    """The list with its editor, a trial of the rule at hand, and the log of what rules did, in one place."""

    left = Signal()
    """Back to the queue."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.transfer = Transfer(bridge, self)
        self._keep_soon = QTimer(self, singleShot=True, interval=KEEP_AFTER_MS)
        self._keep_soon.timeout.connect(self._drafts.keep)
        self._join()

    # What acts and the window ask

    def enter(self) -> None:
        """The page comes up: as it was left, the hand where it was."""
        self.reload()
        self._focus()

    def rest(self) -> None:
        """The files are about to close."""
        self._keep_soon.stop()
        self.trial.cancel()
        self._drafts.keep()

    def step(self, by: int) -> None:
        """Go on to the next or the previous rule."""
        at = self.list.currentIndex().row() + by
        if not self._shown and 0 <= at < self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(at))

    def start_search(self) -> None:
        """Let somebody type what to look for."""
        if self._shown:
            self.show_list()
        self.search_field.setFocus()
        self.search_field.selectAll()

    def go_back(self) -> None:
        """From the log to the editor, from there and from search to the list, from there to the queue."""
        if self.is_log:
            self._show_editor()
            self.editor.log.setFocus()
        elif self._shown:
            self.show_list()
        elif self.search_field.hasFocus():
            self.search_field.clear()
            self.list.setFocus()
        else:
            self.left.emit()

    def press_enter(self) -> None:
        """Enter, which the window has first: what a button does, or the rule that is chosen."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QAbstractButton) and self.isAncestorOf(focus):
            focus.click()
        elif self.is_log:
            self.log.list.setFocus()
        elif self._shown:
            self.editor.where.focus_first()
        elif self.search_field.hasFocus():
            self.list.setFocus()
        else:
            self.open_current()

    def panes(self) -> list[QWidget]:
        """What F6 goes through."""
        if self.is_log:
            return [self.log.back, self.log.list]
        return [*self.editor.panes(), self.trial.week] if self._shown else [self.search_field, self.list]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What a field of text did not want, where acts of the window have no say."""
        in_search = self.search_field.hasFocus()
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
        elif in_search and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}:
            self.list.setFocus()
        else:
            super().keyPressEvent(event)

    # The list

    def show_list(self) -> None:
        """Back to all rules; what was not saved stays by its rule."""
        self._drafts.keep()
        self._shown, was = "", self._shown
        self.reload()
        at = self.model.place_of(was)
        if at >= 0:
            self.list.setCurrentIndex(self.model.index(at))
        self._focus()

    def open_current(self, *_from: object) -> None:
        """Show the rule that is chosen in the list."""
        row = self.model.row(self.list.currentIndex().row())
        if row is not None:
            self.open_rule(row.id)

    def open_rule(self, id_: str) -> None:
        """Show a rule in the editor, as it was changed here, else as it is kept."""
        if self._draft(id_) is None:
            self.said.emit(tr("rules", "This rule was deleted."))
            return
        self._shown = id_
        self._show_editor()
        self.editor.focus_first()

    def begin_new(self) -> None:
        """Begin a rule, or go on with one that was begun and is empty still."""
        empty = next((one for one in self._drafts.all if not one.version and not one.name and not one.then.parts), None)
        self._begin(empty or begun(new_id(), When(Trigger.RECEIVED)))

    def begin_for_contact(self, contact: ContactId) -> None:
        """Begin a rule that asks whether something is from one contact."""
        where = to_tree(All((Is(Condition.CONTACT, frozenset({str(contact)})),)))
        self._begin(replace(begun(new_id(), When(Trigger.RECEIVED)), where=where))

    def begin_example(self, key: str) -> None:
        """Begin a rule with one of the ready-made ones."""
        self._begin(draft_of(example(key, new_id())))

    def _begin(self, draft: Draft) -> None:
        self._drafts.put(draft)
        self._drafts.keep()
        self.open_rule(draft.id)
        self.editor.name.setFocus()
        self.editor.name.selectAll()

    # The editor

    def save(self) -> bool:
        """Keep what stands in the editor, or say what is wrong with it; whether it is kept."""
        if not self._shown:
            return False
        draft = replace(self.editor.draft, name=" ".join(self.editor.draft.name.split()))
        others = [one for one in self._rules if one.id != draft.id]
        if self.editor.find_problem(frozenset(one.name.casefold() for one in others)):
            return False
        rule = draft.rule()
        wrong = problem_in(rule, others)
        if wrong is not None:
            self.editor.show_problem_in(wrong.part, sentence(wrong.sentence))
            return False
        kept = self._kept(draft.id)
        back: list[Command] = [SaveRule(kept.id, to_words(kept))] if kept is not None else [DeleteRule(draft.id)]
        label = tr("rules", "“{name}” saved. It is off until it was tried.").format(name=rule.name)
        given = self._give([SaveRule(rule.id, to_words(rule), draft.version)], label, back, reload=False)
        if not given:
            return False
        self._drafts.hand_over(given[0].id, draft)
        self.reload()
        return True

    def try_it(self, days: int) -> None:
        """Save what is changed, then look what it would have touched in the last days."""
        if self._drafts.get(self._shown) is not None and not self.save():
            return
        kept = self._kept(self._shown)
        if kept is not None:
            self.trial.begin(kept, days)
            self.trial.stop.setFocus()

    def show_log(self, id_: str = "") -> None:
        """Show what a rule did."""
        if id_:
            self._shown = id_
        kept = self._kept(self._shown)
        if kept is None:
            self._shown = ""
            self.said.emit(tr("rules", "This rule was deleted."))
            return
        self._show_editor()
        self.whole.setCurrentWidget(self.log)
        self.log.show_rule(kept)

    def _on_tried(self, rule: Rule, trial: Trial) -> None:
        self._bridge.submit.order(NoteTrial(rule.id, rule.version, trial.days, trial.looked, trial.touched))
        self._read()
        if rule.id == self._shown:
            self._tell_editor(self._kept(rule.id))
            if self.trial.stop.hasFocus():  # whoever went on with something else is left there
                self.editor.switch.setFocus()

    def discard(self) -> None:
        """Put the editor back to what is kept; a new rule is forgotten."""
        self._drafts.drop(self._shown)
        self._drafts.keep()
        self.editor.forget_problems()
        if self._kept(self._shown) is None:
            self.show_list()
        else:
            self._show_editor()

    def delete(self, id_: str = "") -> None:
        """Take a rule out of the list; Z puts it back, off and at the end."""
        id_ = id_ or self._shown
        kept = self._kept(id_)
        self._drafts.drop(id_)
        self._drafts.keep()
        at = self.list.currentIndex().row()
        if self._shown:
            self._shown = ""
        if kept is not None:
            ids = [one.id for one in self._rules]
            place = ids.index(id_)
            behind = ids[place + 1] if place + 1 < len(ids) else ""
            label = tr("rules", "“{name}” deleted.").format(name=kept.name)
            self._give([DeleteRule(id_)], label, [SaveRule(id_, to_words(kept)), MoveRule(id_, behind)])
        self.reload()
        self.list.setCurrentIndex(self.model.index(min(at, self.model.rowCount() - 1)))
        self._focus()

    # Inside

    def reload(self) -> None:
        """Show the rules as they are now."""
        refused = self._drafts.settle(self._bridge.cache.results_of)
        self._words.forget()
        self._read()
        if self._shown and self._draft(self._shown) is None:
            self._shown = ""
        self._list()
        self._count()
        if self.is_log and self._shown:
            kept = self._kept(self._shown)
            if kept is not None:
                self.log.show_rule(kept, takes_keys=False)
            return
        if self._shown:
            self._show_editor()
            if self._shown in refused:
                self.editor.show_problem(sentence(refused[self._shown]))
        self.show_page(is_editor=bool(self._shown))

    def _read(self) -> None:
        cache = self._bridge.cache
        self._rules = fold_rules(kept_rules(cache), self._bridge.submit.pending, care(cache))

    def _focus(self) -> None:
        if self.is_log:
            self.log.list.setFocus()
        elif self._shown:
            self.editor.focus_first()
        elif self.model.rowCount():
            self.list.setFocus()
        else:
            self.focus_empty()

    def _show_editor(self) -> None:
        draft, kept = self._draft(self._shown), self._kept(self._shown)
        assert draft is not None
        if draft.id != self.editor.draft.id or draft.version != self.editor.draft.version:
            self.trial.rest("", kept)
        self.editor.show_draft(draft)
        self._tell_editor(kept)
        self.show_page(is_editor=True)

    def _tell_editor(self, kept: Rule | None) -> None:
        is_draft = self._drafts.get(self._shown) is not None
        editor = self.editor
        if kept is None:
            editor.show_state(
                tr("rules", "A new rule, not saved yet. It does nothing before it is switched on."), "text2"
            )
        else:
            editor.show_state(*of_state(kept, self._bridge.clock.now(), is_draft=is_draft))
        editor.save.setEnabled(is_draft)
        editor.discard.setVisible(is_draft)
        editor.delete.setVisible(kept is not None)
        why = tr("rules", "Save it first, then try it.") if is_draft or kept is None else sentence(may_switch_on(kept))
        editor.log.setVisible(kept is not None)
        is_asked = kept is not None and kept.asked_by is not None
        if is_asked and not is_draft:
            why = ""
        editor.show_switch(
            is_on=kept is not None and (kept.is_on or is_asked),
            why_not=why,
            is_there=kept is not None,
            approves=kept is not None and kept.asked_by not in {None, self._bridge.me},
        )
        editor.show_hints(
            [(one.part, sentence(one.sentence)) for one in findings(self._rules) if kept.id in one.rules]
            if kept is not None and not is_draft
            else []
        )

    def _on_edited(self) -> None:
        draft, kept = self.editor.draft, self._kept(self._shown)
        if kept is not None and says_same(draft, kept):
            self._drafts.drop(draft.id)
        else:
            self._drafts.put(draft)
        self.trial.rest(tr("rules", "It was changed. Trying saves it first."))
        self._tell_editor(kept)
        self._keep_soon.start()

    def _join(self) -> None:
        bridge = self._bridge
        self.search_field.textChanged.connect(self._list)
        self.new.clicked.connect(self.begin_new)
        self.import_wanted.connect(self.transfer.choose)
        self.export_wanted.connect(self.transfer.choose_where)
        self.transfer.said.connect(self.said)
        self.transfer.taken.connect(self.reload)
        self.example_wanted.connect(self.begin_example)
        self.list.doubleClicked.connect(self.open_current)
        self.list.switch_pressed.connect(self._switch_row)
        self.list.move_wanted.connect(self.move_current)
        self.list.delete_wanted.connect(self._delete_current)
        self.model.dropped.connect(self.move_rule)
        editor = self.editor
        editor.changed.connect(self._on_edited)
        editor.save_wanted.connect(self.save)
        editor.discard_wanted.connect(self.discard)
        editor.delete_wanted.connect(self.delete)
        editor.back_wanted.connect(self.show_list)
        editor.switch_wanted.connect(self._switch_shown)
        editor.log_wanted.connect(self.show_log)
        self.trial.wanted.connect(self.try_it)
        self.trial.finished.connect(self._on_tried)
        self.log.back_wanted.connect(self.go_back)
        for key, act in (
            ("open", self.open_current),
            ("switch", self.switch_current),
            ("earlier", lambda: self.move_current(-1)),
            ("later", lambda: self.move_current(1)),
            ("delete", self._delete_current),
        ):
            self.acts[key].clicked.connect(act)
        bridge.follow.changed.connect(self._on_changed)
        bridge.submit.undone.connect(self._renew)

    def _switch_shown(self, on: bool) -> None:
        self.switch(self._shown, on=on)

    def _delete_current(self) -> None:
        row = self.model.row(self.list.currentIndex().row())
        if row is not None:
            self.delete(row.id)

    def _on_changed(self, changes: Changes) -> None:
        if changes.others & {"rule", "channel", "person", "library"} or changes.is_incomplete:
            self._renew()

    def _renew(self, *_step: object) -> None:
        if self.isVisible():
            self.reload()
