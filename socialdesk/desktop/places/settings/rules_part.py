"""The way to the rules, and what becomes of one that hides something public or touches very much."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look.following import sized
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.widgets.buttons import Button
from socialdesk.desktop.widgets.combo import Combo
from socialdesk.desktop.widgets.plain_text import PlainLabel
from socialdesk.desktop.widgets.sentence.choices import span_words
from socialdesk.desktop.widgets.tick import Tick
from socialdesk.model.command import Command
from socialdesk.model.rule_command import AllowPrivateCalls, AskSecondPerson, SetRulePause
from socialdesk.model.rule_list import fold_care
from socialdesk.store.rule_rows import PRIVATE_CALLS
from socialdesk.store.rules import care, rules

tr = QCoreApplication.translate
_MINUTES = (0, 15, 60, 240, 1440)
_SECOND = -1


class RulesPart(QWidget):
    """The rules themselves have a page of their own, which `rules_wanted` asks for."""

    rules_wanted = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(6)
        column.addWidget(PlainLabel(self._standing(), 13, 400, "text2", wraps=True))
        self.go = Button(tr("settings", "Go to Rules"), icon="flow-arrow", parent=self)
        column.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeading)
        column.addSpacing(12)
        title = tr("settings", "A rule that hides something public or touches much")
        column.addWidget(PlainLabel(title, 14, 600, wraps=True))
        self.care = Combo(self)
        self.care.setAccessibleName(title)
        self.care.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.care.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.care.setMinimumContentsLength(12)
        sized(self.care, lambda: self.care.setMaximumWidth(scaled(420)))
        stands = fold_care(care(bridge.cache), bridge.submit.pending)
        self._minutes = round(stands.pause.total_seconds() / 60)
        for minutes in sorted({*_MINUTES, self._minutes}):
            self.care.addItem(_begins(minutes), minutes)
        self.care.addItem(tr("settings", "waits until a second person lets it begin"), _SECOND)
        self._asks = stands.wants_second
        self.care.setCurrentIndex(self.care.findData(_SECOND if self._asks else self._minutes))
        column.addWidget(self.care)
        self.words = PlainLabel("", 13, 400, "text2", wraps=True)
        column.addWidget(self.words)
        column.addSpacing(12)
        self.private = Tick(tr("settings", "Rules may call programs inside your own network"), 14, 600, self)
        self.private.setChecked(bridge.cache.setting(PRIVATE_CALLS) == "1")
        column.addWidget(self.private)
        said = tr(
            "settings",
            "Without it only addresses anybody can reach are called, and programs on this computer. A file of rules"
            " from elsewhere could otherwise have this computer call what only it can reach.",
        )
        column.addWidget(PlainLabel(said, 13, 400, "text2", wraps=True))
        self.private.toggled.connect(self._on_private)
        self.go.clicked.connect(self.rules_wanted)
        self.care.currentIndexChanged.connect(self._on_care)
        self._tell()

    def _standing(self) -> str:
        there = rules(self._bridge.cache)
        if not there:
            return tr("settings", "There is no rule yet. Rules do the dull sorting by themselves.")
        on = sum(one.is_on for one in there)
        words = tr("settings", "%n rule(s), {on} of them on.", "", len(there))
        return words.format(on=on)

    def _tell(self) -> None:
        if not self._asks:
            words = tr(
                "settings", "Much is more than one in twenty of what comes in. Until it begins it can be switched off."
            )
        elif len(self._bridge.people) < 2:
            words = tr(
                "settings",
                "You work alone here, so there is nobody to ask: it begins {span} after it was switched on, until"
                " somebody joins.",
            ).format(span=span_words(self._minutes))
        else:
            words = tr(
                "settings", "Whoever switched it on cannot be the second person. It stands in the list until then."
            )
        self.words.setText(words)

    def _on_private(self, on: bool) -> None:
        words = tr("settings", "Rules may call your own network.") if on else tr(
            "settings", "Rules call what anybody can reach."
        )  # fmt: skip
        self._bridge.submit.change([AllowPrivateCalls(on)], words, [AllowPrivateCalls(not on)])

    def _on_care(self, at: int) -> None:
        chosen = int(self.care.itemData(at))
        commands: list[Command] = []
        back: list[Command] = []
        if (chosen == _SECOND) is not self._asks:
            commands.append(AskSecondPerson(chosen == _SECOND))
            back.append(AskSecondPerson(self._asks))
        if chosen not in {_SECOND, self._minutes}:
            commands.append(SetRulePause(chosen))
            back.append(SetRulePause(self._minutes))
        if commands:
            self._bridge.submit.change(commands, tr("settings", "What becomes of such rules is saved."), back)
        self._asks = chosen == _SECOND
        self._minutes = self._minutes if self._asks else chosen
        self._tell()


def _begins(minutes: int) -> str:
    if not minutes:
        return tr("settings", "begins at once")
    return tr("settings", "begins after {span}").format(span=span_words(minutes))
