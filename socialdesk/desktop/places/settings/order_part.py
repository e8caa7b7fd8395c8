"""The order of the queue in the settings: what moves a thread and how much, the word lists, and what would change."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.places.settings import order_words
from socialdesk.desktop.places.settings.order_form import LANGUAGES, MANY, NAME, OrderForm, order_form
from socialdesk.desktop.places.settings.order_reading import Ahead, ahead
from socialdesk.desktop.widgets.any_width import AnyWidth
from socialdesk.desktop.widgets.buttons import Button
from socialdesk.desktop.widgets.buttons import Kind as ButtonKind
from socialdesk.desktop.widgets.combo import Combo
from socialdesk.desktop.widgets.field import Field
from socialdesk.desktop.widgets.languages import name_of
from socialdesk.desktop.widgets.plain_text import PlainLabel, one_line
from socialdesk.desktop.widgets.tick import Tick
from socialdesk.model.triage_form import written
from socialdesk.model.triage_policy import MOST_MINUTES, MOVERS, SetTriagePolicy, TriagePolicy, Weight

tr = QCoreApplication.translate
_SOON_MS = 250


class OrderPart(AnyWidth):
    """The part. `form` keeps what was typed while the page is left and comes back."""

    def __init__(self, bridge: Bridge, form: OrderForm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.form = form
        self._is_filling = False
        self.weights: dict[str, Combo] = {}
        self.words: dict[str, QPlainTextEdit] = {}
        self.problems: dict[str, PlainLabel] = {}
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._look_ahead)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 0)
        self._column.setSpacing(6)
        self._build_weights()
        self._build_lists()
        self._build_foot()
        self._fill()
        bridge.policy_changed.connect(self._on_policy)
        self._look_ahead()

    @property
    def is_looking(self) -> bool:
        """Whether something is still being read beside."""
        return self._soon.isActive() or self._bridge.beside.is_busy

    def _head(self, words: str, help_: str) -> None:
        self._column.addSpacing(10)
        self._column.addWidget(PlainLabel(words, 14, 600, wraps=True, parent=self))
        self._column.addWidget(PlainLabel(help_, 13, 400, "text2", wraps=True, parent=self))

    def _problem(self, key: str) -> None:
        label = PlainLabel("", 12, 500, "over", wraps=True, parent=self)
        label.hide()
        self.problems[key] = label
        self._column.addWidget(label)

    def _build_weights(self) -> None:
        self._head(
            tr("order", "What moves a thread up"),
            tr("order", "A thread stands at its due time. These move it up from there, never down."),
        )
        self.by_due = Tick(tr("order", "By due time only: nothing moves a thread"), 13, 500, self)
        self.by_due.toggled.connect(self._on_edit)
        self._column.addWidget(self.by_due)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        for row, which in enumerate(MOVERS):
            self.weights[which] = self._weight(order_words.mover(which))
            grid.addWidget(PlainLabel(order_words.mover(which), 13, 400, wraps=True, parent=self), row, 0)
            grid.addWidget(self.weights[which], row, 1)
        self.most = Combo(self)
        words = tr("order", "All of this but the priority moves a thread by at most")
        self.most.setAccessibleName(words)
        for minutes in MOST_MINUTES:
            self.most.addItem(order_words.most(minutes), minutes)
        self.most.currentIndexChanged.connect(self._on_edit)
        grid.addWidget(PlainLabel(words, 13, 400, wraps=True, parent=self), len(MOVERS), 0)
        grid.addWidget(self.most, len(MOVERS), 1)
        self._column.addLayout(grid)

    def _weight(self, name: str) -> Combo:
        made = Combo(self)
        made.setAccessibleName(name)
        for one in Weight:
            made.addItem(order_words.weight(one), int(one))
        made.currentIndexChanged.connect(self._on_edit)
        return made

    def _build_lists(self) -> None:
        self._head(
            tr("order", "Word lists"),
            tr(
                "order",
                "Words with commas between them. A star lets a word go on, as in refund*, or begin before it. Capitals"
                " do not matter; accents only where you say so.",
            ),
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        self.which = Combo(self)
        self.which.setAccessibleName(tr("order", "Which list"))
        self.which.currentIndexChanged.connect(self._on_which)
        self.add = Button(tr("order", "New topic"), icon="plus-circle", parent=self)
        self.add.clicked.connect(self._on_add)
        self.drop = Button(tr("order", "Take this topic out"), ButtonKind.GHOST, parent=self)
        self.drop.clicked.connect(self._on_drop)
        row.addWidget(self.which, 1)
        row.addWidget(self.add)
        self._column.addLayout(row)
        self._problem(MANY)
        self.topic = QWidget(self)
        topic = QHBoxLayout(self.topic)
        topic.setContentsMargins(0, 0, 0, 0)
        topic.setSpacing(8)
        self.name = Field(parent=self.topic)
        self.name.setAccessibleName(tr("order", "Name of the topic"))
        self.name.setMaxLength(60)
        self.name.textEdited.connect(self._on_edit)
        self.topic_weight = self._weight(tr("order", "How much this topic moves a thread"))
        topic.addWidget(self.name, 1)
        topic.addWidget(self.topic_weight)
        topic.addWidget(self.drop)
        self._column.addWidget(self.topic)
        self._problem(NAME)
        for language in LANGUAGES:
            label = PlainLabel(name_of(language), 13, 550, parent=self)
            field = QPlainTextEdit(self)
            field.setProperty("boxed", True)
            field.setAccessibleName(tr("order", "Words in {language}").replace("{language}", name_of(language)))
            field.setProperty("boxed", True)
            field.setTabChangesFocus(True)
            field.setFixedHeight(scaled(92))
            field.textChanged.connect(self._on_edit)
            self.words[language] = field
            self._column.addWidget(label)
            self._column.addWidget(field)
            self._problem(language)
        self.accents = Tick(tr("order", "Accents matter in this list"), 13, 500, self)
        self.accents.toggled.connect(self._on_edit)
        self._column.addWidget(self.accents)

    def _build_foot(self) -> None:
        self._column.addSpacing(10)
        self.ahead = PlainLabel("", 13, 400, "text2", wraps=True, parent=self)
        self._column.addWidget(self.ahead)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.save = Button(tr("order", "Save the order"), ButtonKind.PRIMARY, parent=self)
        self.save.clicked.connect(self._save)
        self.discard = Button(tr("order", "Discard"), ButtonKind.GHOST, parent=self)
        self.discard.clicked.connect(lambda: self._renew(self._bridge.triage))
        self.usual = Button(tr("order", "Back to the usual"), ButtonKind.GHOST, parent=self)
        self.usual.clicked.connect(self._on_usual)
        for button in (self.save, self.discard, self.usual):
            row.addWidget(button)
        row.addStretch(1)
        self._column.addLayout(row)

    # What is typed

    def _fill(self) -> None:
        self._is_filling = True
        form = self.form
        self.by_due.setChecked(form.by_due_time)
        for which, combo in self.weights.items():
            combo.setCurrentIndex(int(form.weights.get(which, Weight.NONE)))
        self.most.setCurrentIndex(MOST_MINUTES.index(form.most_minutes))
        self.which.clear()
        self.which.addItem(tr("order", "Complaint words"))
        for one in form.lists[1:]:
            self.which.addItem(tr("order", "Topic: {name}").replace("{name}", one_line(one.name)))
        self.which.setCurrentIndex(form.chosen)
        shown = form.shown
        self.topic.setVisible(form.chosen > 0)
        self.name.setText(shown.name)
        self.topic_weight.setCurrentIndex(int(shown.weight))
        for language, field in self.words.items():
            field.setPlainText(shown.words.get(language, ""))
        self.accents.setChecked(shown.accents)
        self._is_filling = False
        self._tell()

    def _on_edit(self, *_: object) -> None:
        if self._is_filling:
            return
        form, shown = self.form, self.form.shown
        form.by_due_time = self.by_due.isChecked()
        for which, combo in self.weights.items():
            form.weights[which] = Weight(combo.currentIndex())
        form.most_minutes = MOST_MINUTES[self.most.currentIndex()]
        shown.weight = Weight(self.topic_weight.currentIndex())
        if form.chosen:
            shown.name = self.name.text()
            said = tr("order", "Topic: {name}").replace("{name}", one_line(shown.name))
            self.which.setItemText(form.chosen, said)
        for language, field in self.words.items():
            shown.words[language] = field.toPlainText()
        shown.accents = self.accents.isChecked()
        self._tell()
        self._soon.start()

    def _on_which(self, at: int) -> None:
        if not self._is_filling and at >= 0:
            self.form.chosen = at
            self._fill()

    def _on_add(self) -> None:
        self.form.add_topic("")
        self._fill()
        self.name.setFocus()

    def _on_drop(self) -> None:
        self.form.drop_topic()
        self._fill()
        self._soon.start()

    def _on_usual(self) -> None:
        self.form.be_usual()
        self._fill()
        self._soon.start()

    def _tell(self) -> None:
        """Say what is wrong at its field; a fault in another list leads there when that is chosen."""
        problems = self.form.problems()
        for key, label in self.problems.items():
            found = problems.get((0 if key == MANY else self.form.chosen, key))
            label.setText(order_words.wrong(*found) if found is not None else "")
            label.setVisible(found is not None)
        is_off = self.form.by_due_time
        for combo in (*self.weights.values(), self.most):
            combo.setEnabled(not is_off)
        elsewhere = [at for at, _ in problems if at != self.form.chosen]
        if elsewhere:
            name = self.which.itemText(elsewhere[0])
            self.ahead.setText(tr("order", "Something is wrong in the list “{name}”.").replace("{name}", name))
        is_changed = self.form.is_changed
        self.save.setEnabled(is_changed and not problems)
        self.discard.setEnabled(is_changed)

    def _look_ahead(self) -> None:
        policy = self.form.read()
        if policy is None:
            return
        if not self.form.is_changed:
            self.ahead.setText("")
            return
        read = ahead(policy, self._bridge.me, self._bridge.clock.now())
        self._bridge.beside.ask("order.ahead", read, self._on_ahead)

    def _on_ahead(self, found: Ahead) -> None:
        if self.form.is_changed:
            self.ahead.setText(order_words.ahead(found))

    # Saving

    def _save(self) -> None:
        policy = self.form.read()
        if policy is None or not self.form.is_changed:
            return
        before = self._bridge.triage
        is_pending = any(isinstance(one.command, SetTriagePolicy) for one in self._bridge.submit.pending)
        given = self._bridge.submit.change(
            # What was saved a moment ago has no version yet, and is what this was made from.
            [SetTriagePolicy(written(policy), 0 if is_pending else self.form.base.version)],
            tr("order", "Order of the queue saved."),
            [SetTriagePolicy(written(before))],
        )
        if given:
            self._renew(policy)

    def _on_policy(self) -> None:
        if not self.form.is_changed:
            self._renew(self._bridge.triage)

    def _renew(self, policy: TriagePolicy) -> None:
        fresh, chosen = order_form(policy), self.form.chosen
        for name in ("base", "by_due_time", "weights", "most_minutes", "lists"):
            setattr(self.form, name, getattr(fresh, name))
        self.form.chosen = min(chosen, len(fresh.lists) - 1)
        self._fill()
        self.ahead.setText("")
