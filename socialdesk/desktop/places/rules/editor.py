"""The editor of one rule: name, channels, when, if, then, each a sentence; says at its place what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look.following import sized
from socialdesk.desktop.look.metrics import COLUMN_MOST, scaled
from socialdesk.desktop.places.rules.deeds import deeds
from socialdesk.desktop.places.rules.draft import Draft
from socialdesk.desktop.places.rules.triggers import scopes, triggers
from socialdesk.desktop.places.rules.words import Said
from socialdesk.desktop.widgets.any_width import AnyWidth
from socialdesk.desktop.widgets.buttons import Button, IconButton, Kind
from socialdesk.desktop.widgets.field import Field
from socialdesk.desktop.widgets.flow import FlowLayout
from socialdesk.desktop.widgets.plain_text import PlainLabel, one_line
from socialdesk.desktop.widgets.sentence.choices import Choices
from socialdesk.desktop.widgets.sentence.conditions import conditions
from socialdesk.desktop.widgets.sentence.editor import SentenceEditor
from socialdesk.desktop.widgets.switch import Switch
from socialdesk.model.rule import LONGEST_NAME, Deed
from socialdesk.model.rule_check import Part

tr = QCoreApplication.translate
OWN_KEYS = ("Ctrl+S",)


class RuleEditor(QWidget):
    """The editor. `changed` follows every change; nothing counts before it is saved."""

    changed = Signal()
    save_wanted = Signal()
    discard_wanted = Signal()
    delete_wanted = Signal()
    back_wanted = Signal()
    log_wanted = Signal()
    switch_wanted = Signal(bool)
    approve_wanted = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = Draft("")
        self._is_filling = False
        self._is_on = False
        self._said = Said(bridge)
        choices = Choices(bridge)
        self.back = IconButton("arrow-left", tr("rules", "All rules"), keys=("Esc",), parent=self)
        self.title = PlainLabel("", 20, 650, elides=True, parent=self)
        self.state = PlainLabel("", 13, 500, "text2", wraps=True, parent=self)
        self.name = Field(self)
        self.name_problem = PlainLabel("", 12, 500, "over", wraps=True, parent=self)
        self.scope = SentenceEditor(scopes(choices), self)
        self.when = SentenceEditor(triggers(choices), self)
        self.where = SentenceEditor(conditions(choices, of_events=True), self)
        self.then = SentenceEditor(deeds(bridge, choices), self)
        self.stops = Switch(tr("rules", "Ask no rule after this one where it did its work"), self)
        self.in_public = Switch(tr("rules", "Also acknowledge comments and mentions, which everybody can read"), self)
        self.problem = PlainLabel("", 13, 500, "over", wraps=True, parent=self)
        self.hints = {part: PlainLabel("", 13, 400, "soon", wraps=True, parent=self) for part in Part}
        """What can hardly be meant, below the part of the rule it is about."""
        self.save = Button(tr("rules", "Save"), Kind.PRIMARY, keys=("Ctrl", "S"), parent=self)
        self.discard = Button(tr("rules", "Discard changes"), Kind.GHOST, parent=self)
        self.switch = Button("", parent=self)
        self.approve = Button(tr("rules", "Let it begin"), Kind.PRIMARY, icon="check", parent=self)
        self.log = Button(tr("rules", "What it did"), icon="clock-counter-clockwise", parent=self)
        self.delete = Button(tr("rules", "Delete"), Kind.GHOST, icon="trash", parent=self)
        self._editors = {
            Part.SCOPE: self.scope,
            Part.WHEN: self.when,
            Part.WHERE: self.where,
            Part.THEN: self.then,
        }
        self.area = QScrollArea(self)
        self.below = QVBoxLayout()
        """Where the page puts what it would have done."""
        self._build()
        self._join()

    # Showing and reading

    @property
    def draft(self) -> Draft:
        """What stands in it."""
        return self._draft

    def show_draft(self, draft: Draft) -> None:
        """Put a rule into the fields."""
        self._is_filling = True
        is_other = draft.id != self._draft.id
        self._draft = draft
        if self.name.text() != draft.name:
            self.name.setText(draft.name)
        for editor, root in (
            (self.scope, draft.scope),
            (self.when, draft.when),
            (self.where, draft.where),
            (self.then, draft.then),
        ):
            editor.show_tree(root)
        self.stops.setChecked(draft.stops)
        self.in_public.setChecked(draft.in_public)
        if is_other:
            self.forget_problems()
            self.area.verticalScrollBar().setValue(0)
        self._tell()
        self._is_filling = False

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong with the whole; an empty sentence takes that back."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        if not sentence:
            self._say_name("")
            for editor in self._editors.values():
                editor.setAccessibleDescription("")

    def forget_problems(self) -> None:
        """Say nothing more of what was wrong: another rule stands here, or the one that was kept."""
        self.show_problem("")
        for editor in self._editors.values():
            editor.say_problems({})

    def show_problem_in(self, part: Part, sentence: str) -> None:
        """Say what is wrong below the part of the rule in which it stands, and put the hand there."""
        editor = self._editors.get(part)
        if editor is None:
            self._wrong_name(sentence)
            return
        editor.say_problems({(): sentence})
        editor.setAccessibleDescription(sentence)
        editor.focus_first()

    def show_hints(self, sentences: Sequence[tuple[Part, str]]) -> None:
        """Say what can hardly be meant."""
        for part, label in self.hints.items():
            said = [sentence for where, sentence in sentences if where is part]
            label.setText("\n".join(said))
            label.setVisible(bool(said))

    def show_switch(self, *, is_on: bool, why_not: str, is_there: bool, approves: bool = False) -> None:
        """Offer to switch it on or off, or say why that cannot be; `approves` whether one may let it begin."""
        self._is_on = is_on
        self.approve.setVisible(approves)
        self.switch.setVisible(is_there)
        self.switch.set_words(tr("rules", "Switch off") if is_on else tr("rules", "Switch on"))
        self.switch.set_off("" if is_on else why_not)

    def show_state(self, words: str, tone: str) -> None:
        """Say how it stands."""
        self.state.setText(words)
        self.state.set_ink(tone if tone != "text" else "")

    def find_problem(self, taken: frozenset[str]) -> bool:
        """Say at its place what is missing or wrong, and put the hand there; False where nothing is."""
        self.show_problem("")
        name = one_line(self.name.text())
        if not name:
            return self._wrong_name(tr("rules", "Give the rule a name."))
        if len(name) > LONGEST_NAME:
            return self._wrong_name(
                tr("rules", "Give the rule a shorter name: {most} characters at most.").format(most=LONGEST_NAME)
            )
        if name.casefold() in taken:
            return self._wrong_name(tr("rules", "There is a rule of this name already. Give this one another."))
        for editor in (self.scope, self.when, self.where, self.then):
            problems = editor.lacking()
            if editor is self.then and not editor.root.parts:
                problems = {(): tr("rules", "Say what it is to do.")}
            editor.say_problems(problems)
            if problems:
                editor.focus_wrong(next(iter(problems)))
                return True
        return False

    def focus_first(self) -> None:
        """Put the hand where one begins."""
        if self.name.text():
            self.where.focus_first()
        else:
            self.name.setFocus()

    def panes(self) -> list[QWidget]:
        """What F6 goes through."""
        return [self.name, *(one.tokens[0] for one in (self.when, self.where, self.then) if one.tokens), self.save]

    # Inside

    def _reveal(self, token: QWidget) -> None:
        self.area.ensureWidgetVisible(token, 8, 24)

    def _wrong_name(self, sentence: str) -> bool:
        self._say_name(sentence)
        self.name.setFocus()
        return True

    def _say_name(self, sentence: str) -> None:
        self.name_problem.setText(sentence)
        self.name_problem.setVisible(bool(sentence))
        self.name.setAccessibleDescription(sentence)

    def _on_changed(self) -> None:
        if self._is_filling:
            return
        self._draft = replace(
            self._draft,
            name=self.name.text(),
            scope=self.scope.root,
            when=self.when.root,
            where=self.where.root,
            then=self.then.root,
            stops=self.stops.isChecked(),
            in_public=self.in_public.isChecked(),
        )
        self.show_problem("")
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        rule = self._draft.rule()
        name = rule.name or tr("rules", "New rule")
        pattern = tr("rules", "{name} · {scope}", "title of a rule")
        self.title.setText(pattern.format(name=name, scope=self._said.scope(rule)))
        self.in_public.setVisible(Deed.ACKNOWLEDGE in rule.deeds)

    def _build(self) -> None:
        self.name.setAccessibleName(tr("rules", "Name of the rule"))
        self.name.setPlaceholderText(tr("rules", "What it is for, such as: Deliveries"))
        self.name.setMaxLength(LONGEST_NAME * 2)
        head = QHBoxLayout()
        head.setContentsMargins(16, 14, 24, 10)
        head.setSpacing(10)
        head.addWidget(self.back)
        head.addWidget(self.title, 1)
        inner = AnyWidth()
        sized(inner, lambda: inner.setMaximumWidth(scaled(COLUMN_MOST + 60)))
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 2, 24, 20)
        column.setSpacing(6)
        column.addWidget(self.state)
        column.addWidget(self._label(tr("rules", "Name")))
        column.addWidget(self.name)
        column.addWidget(self.name_problem)
        column.addWidget(self.hints[Part.NAME])
        for words, editor in (
            (tr("rules", "For", "before the channels of a rule"), self.scope),
            (tr("rules", "When", "before what a rule waits for"), self.when),
            (tr("rules", "If", "before the condition of a rule"), self.where),
            (tr("rules", "Then", "before what a rule does"), self.then),
        ):
            column.addWidget(self._label(words))
            column.addWidget(editor)
            column.addWidget(self.hints[next(part for part, one in self._editors.items() if one is editor)])
        column.addSpacing(6)
        column.addWidget(self.in_public)
        column.addWidget(self.stops)
        column.addWidget(self.problem)
        column.addLayout(self.below)
        column.addStretch(1)
        whole = AnyWidth()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(inner, 1)
        row.addStretch(0)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setStyleSheet("QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; }")
        self.area.setWidget(whole)
        foot = QWidget(self)
        buttons = FlowLayout(foot, spacing=8)
        buttons.setContentsMargins(24, 8, 24, 14)
        for button in self._buttons():
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.area, 1)
        layout.addWidget(foot)
        for label in (self.name_problem, self.problem, *self.hints.values(), self.approve):
            label.hide()

    def _label(self, words: str) -> PlainLabel:
        label = PlainLabel(words, 12, 600, "text2")
        label.setContentsMargins(0, 8, 0, 0)
        return label

    def _join(self) -> None:
        self.name.textEdited.connect(self._on_changed)
        for editor in (self.scope, self.when, self.where, self.then):
            editor.changed.connect(self._on_changed)
            editor.reached.connect(self._reveal)
        self.stops.toggled.connect(self._on_changed)
        self.in_public.toggled.connect(self._on_changed)
        self.save.clicked.connect(self.save_wanted)
        self.discard.clicked.connect(self.discard_wanted)
        self.delete.clicked.connect(self.delete_wanted)
        self.back.clicked.connect(self.back_wanted)
        self.log.clicked.connect(self.log_wanted)
        self.approve.clicked.connect(self.approve_wanted)
        self.switch.clicked.connect(lambda: self.switch_wanted.emit(not self._is_on))
        # Saving has its usual keys here, whatever they are for on other pages.
        for widget in (self.back, self.name, self.stops, self.in_public, *self._buttons()):
            widget.setProperty("ownKeys", OWN_KEYS)

    def _buttons(self) -> tuple[Button, ...]:
        return (self.save, self.discard, self.approve, self.switch, self.log, self.delete)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Save):
            self.save_wanted.emit()
        else:
            super().keyPressEvent(event)
