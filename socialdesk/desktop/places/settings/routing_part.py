"""How threads are given out: the choice, and who would have got how many of the last days' with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look.following import sized
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.widgets.buttons import Button
from socialdesk.desktop.widgets.buttons import Kind as Weight
from socialdesk.desktop.widgets.combo import Combo
from socialdesk.desktop.widgets.field import Field
from socialdesk.desktop.widgets.plain_text import PlainLabel
from socialdesk.desktop.widgets.tick import Tick
from socialdesk.model.hours_words import NotHours, read_minutes, write_minutes
from socialdesk.model.identifiers import PersonId
from socialdesk.model.routing import RoutingSettings, Strategy
from socialdesk.model.routing_preview import DAYS, MOST, preview
from socialdesk.model.staff_command import SetRouting
from socialdesk.model.staff_form import MOST_LATE_MIN, routing_written
from socialdesk.store.cache import Cache
from socialdesk.store.staff import Team, arrived_since, team

tr = QCoreApplication.translate


class RoutingPart(QWidget):
    """What is chosen counts once it is saved; until then only the count of the last days shows what it would do."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._base = bridge.cache.team().routing
        self._is_filling = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 18, 0, 0)
        column.setSpacing(6)
        column.addWidget(PlainLabel(tr("people", "Who is given what comes in"), 14, 600, wraps=True))
        words = tr(
            "people", "Only to who is on shift, not away and below their limit. Everybody may still take and give."
        )
        column.addWidget(PlainLabel(words, 13, 400, "text2", wraps=True))
        self.strategy = Combo(self)
        self.strategy.setAccessibleName(tr("people", "Who is given what comes in"))
        self.strategy.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.strategy.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.strategy.setMinimumContentsLength(12)
        sized(self.strategy, lambda: self.strategy.setMaximumWidth(scaled(460)))
        for value, said in (
            (Strategy.NONE, tr("people", "Nobody by itself: everybody takes")),
            (Strategy.TURNS, tr("people", "In turn")),
            (Strategy.LEAST_LOADED, tr("people", "Whoever has the least")),
            (Strategy.FITTING, tr("people", "By language and skill, then whoever has the least")),
        ):
            self.strategy.addItem(said, value.value)
        self.to_who_knew = Tick(tr("people", "Who wrote before goes to whom they talked with"), parent=self)
        self.anybody = Tick(tr("people", "If nobody there speaks the language, to anybody with room"), parent=self)
        self.late = Field(self)
        self.late.setAccessibleName(tr("people", "To whoever is on call, once it is late by"))
        sized(self.late, lambda: self.late.setFixedWidth(scaled(124)))
        self.late.setPlaceholderText(tr("people", "never"))
        self.problem = PlainLabel("", 12, 500, "over", wraps=True, parent=self)
        self.problem.hide()
        self.preview = PlainLabel("", 13, 400, "text2", wraps=True, tabular=True)
        self.save = Button(tr("people", "Save the choice"), Weight.PRIMARY, parent=self)
        for widget in (self.strategy, self.to_who_knew, self.anybody):
            column.addWidget(widget)
        column.addWidget(PlainLabel(self.late.accessibleName(), 13, 550, wraps=True))
        for widget in (self.late, self.problem, self.preview, self.save):
            column.addWidget(widget)
        column.setAlignment(self.save, Qt.AlignmentFlag.AlignLeading)
        self.strategy.currentIndexChanged.connect(self._on_edit)
        self.to_who_knew.toggled.connect(self._on_edit)
        self.anybody.toggled.connect(self._on_edit)
        self.late.textEdited.connect(self._on_edit)
        self.save.clicked.connect(self._save)
        self._fill()

    def follow(self, now: Team) -> None:
        """The choice or the people changed; what was chosen here and not saved stays."""
        chosen = self._read()
        is_changed = chosen != self._base
        self._base = now.routing
        if is_changed and chosen != now.routing:
            self._tell()
        else:
            self._fill()

    def _fill(self) -> None:
        self._is_filling = True
        base = self._base
        self.strategy.setCurrentIndex(self.strategy.findData(base.strategy.value))
        self.to_who_knew.setChecked(base.to_who_knew)
        self.anybody.setChecked(base.anybody)
        self.late.setText("" if base.late_min is None else write_minutes(base.late_min))
        self._is_filling = False
        self._tell()

    def _on_edit(self, *_how: object) -> None:
        if not self._is_filling:
            self._tell()

    def _read(self) -> RoutingSettings | None:
        """What is chosen; None where the time cannot be read."""
        late: int | None = None
        if self.late.text().strip():
            try:
                late = read_minutes(self.late.text())
            except NotHours:
                return None
            if late > MOST_LATE_MIN:
                return None
        chosen = Strategy(str(self.strategy.currentData()))
        return RoutingSettings(chosen, self.to_who_knew.isChecked(), self.anybody.isChecked(), late)

    def _tell(self) -> None:
        chosen = self._read()
        wrong = tr("people", "Write how late, such as 1:30 or 45 min, and at most {most} hours; or leave it empty.")
        self.problem.setText("" if chosen else wrong.format(most=MOST_LATE_MIN // 60))
        self.problem.setVisible(chosen is None)
        self.late.setAccessibleDescription(self.problem.text())
        self.save.setEnabled(chosen is not None and chosen != self._base)
        strategy = self._base.strategy if chosen is None else chosen.strategy
        self.to_who_knew.setEnabled(strategy is not Strategy.NONE)
        self.anybody.setEnabled(strategy is Strategy.FITTING)
        self.updateGeometry()
        if chosen is None or strategy is Strategy.NONE:
            self._bridge.beside.forget("people.preview")
            self.preview.setText("")
            return
        self._bridge.beside.ask("people.preview", _looked(chosen, self._bridge.clock.now()), self._on_preview)

    def _on_preview(self, found: tuple[Counter[PersonId | None], Mapping[PersonId, str]]) -> None:
        shares, names = found
        if not sum(shares.values()):
            self.preview.setText(tr("people", "Nothing came in the last {days} days.").format(days=DAYS))
            return
        said = [
            tr("people", "{name} {many}").format(name=name.split()[0], many=shares[person])
            for person, name in names.items()
            if shares[person]
        ]
        if shares[None]:
            said.append(tr("people", "the team {many}").format(many=shares[None]))
        words = tr("people", "Of the last {days} days, as people work now: {shares}.")
        self.preview.setText(words.format(days=DAYS, shares=" · ".join(said)))
        self.updateGeometry()

    def _save(self) -> None:
        chosen = self._read()
        if chosen is None:
            return
        given = self._bridge.submit.change(
            [SetRouting(routing_written(chosen))],
            tr("people", "Who is given what comes in is saved."),
            [SetRouting(routing_written(self._base))],
        )
        if given:
            self._base = replace(chosen)
            self._tell()


def _looked(
    chosen: RoutingSettings, now: datetime
) -> Callable[[Cache], tuple[Counter[PersonId | None], Mapping[PersonId, str]]]:
    """Plays the last days with another choice."""

    def read(cache: Cache) -> tuple[Counter[PersonId | None], Mapping[PersonId, str]]:
        known = team(cache)
        came = arrived_since(cache, now - timedelta(days=DAYS), MOST)
        return preview(came, known.people, chosen, now), known.names

    return read
