"""The card in which a filter is put together: a line for each field, on or off at once, with a live count below."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from unicodedata import combining, normalize

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look.following import sized
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.places.queue import filter_words
from socialdesk.desktop.places.queue.filter_words import Said
from socialdesk.desktop.places.queue.in_force import InForce
from socialdesk.desktop.widgets.buttons import Button
from socialdesk.desktop.widgets.buttons import Kind as ButtonKind
from socialdesk.desktop.widgets.flow import FlowLayout
from socialdesk.desktop.widgets.plain_text import PlainLabel
from socialdesk.desktop.widgets.popover import Popover
from socialdesk.desktop.widgets.search_field import SearchField
from socialdesk.desktop.widgets.segments import TabStrip
from socialdesk.desktop.widgets.toggle_chip import ToggleChip
from socialdesk.model.condition import Condition, Field, Is, Not
from socialdesk.model.thread import Kind, Priority
from socialdesk.model.triage_policy import Signal as Told

tr = QCoreApplication.translate
_WIDE, _HIGH = 460, 430
_MOST_SHOWN = 40
"""So many values of a field stand as chips; more are found by typing."""
_FLAGS = (Field.VIP, Field.UNREAD, Field.ANSWERED, Field.SHIELDED)


def _plain(text: str) -> str:
    """Without regard to case and accents."""
    return "".join(one for one in normalize("NFD", text.casefold()) if not combining(one))


class _Line(QWidget):
    """One field: its values as chips, and whether those chosen are meant or left out."""

    changed = Signal()

    def __init__(self, field: Field, said: Said, *, single: bool = False) -> None:
        super().__init__()
        self.field = field
        self._said = said
        self._single = single
        self._chips: dict[str, ToggleChip] = {}
        self._name = PlainLabel(filter_words.field(field), 12, 600, "text2")
        self._not = Button(tr("filter", "is"), ButtonKind.LINK)
        self._not.setCheckable(True)
        self._not.toggled.connect(self._on_not)
        if single:
            self._not.hide()  # shown before it has a parent, it would be a window of its own for a moment
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._name)
        head.addWidget(self._not)
        head.addStretch(1)
        self._hint = filter_words.hint(field)
        if self._hint:
            head.addWidget(PlainLabel(self._hint, 12, 400, "text3"))
        self._flow_box = QWidget()
        self._flow = FlowLayout(self._flow_box)
        self._flow.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 10)
        column.setSpacing(2)
        self._values: list[tuple[str, str]] = []
        self._offered: list[tuple[str, str, str]] = []
        words = tr("filter", "Find among all")
        self.finder = SearchField(words, f"{self._name.text()}: {words}")
        sized(self.finder, lambda: self.finder.setFixedHeight(scaled(30)))
        self.finder.textChanged.connect(self._show)
        self.finder.hide()
        self._rest = PlainLabel("", 12, 400, "text3", wraps=True)
        self._rest.hide()
        column.addLayout(head)
        column.addWidget(self.finder)
        column.addWidget(self._flow_box)
        column.addWidget(self._rest)
        self._tell_not()

    def fill(self, values: Sequence[tuple[str, str]], condition: Condition | None) -> None:
        """Offer these values, each with its network's mark or nothing; those of the condition are on."""
        chosen: frozenset[str] = frozenset()
        is_out = False
        match condition:
            case Is(_, given):
                chosen = given
            case Not(Is(_, given)):
                chosen, is_out = given, True
            case _:
                pass
        known = dict(values)
        self._values = [*values, *((one, "") for one in sorted(chosen) if one not in known)]
        self.finder.setVisible(len(self._values) > _MOST_SHOWN)
        self._lay(chosen)
        self._not.blockSignals(True)
        self._not.setChecked(is_out)
        self._not.blockSignals(False)
        self._tell_not()
        self.setVisible(bool(self._values))

    def _show(self, _typed: str) -> None:
        self._lay(frozenset(value for value, chip in self._chips.items() if chip.isChecked()))

    def _lay(self, chosen: frozenset[str]) -> None:
        """Show what is chosen, and of the rest the first that fit what was typed."""
        typed = _plain(self.finder.text()) if not self.finder.isHidden() else ""
        fitting = [
            one
            for one in self._values
            if one[0] not in chosen and (not typed or typed in _plain(self._said.value(self.field, one[0])))
        ]
        offered = [*(one for one in self._values if one[0] in chosen), *fitting[:_MOST_SHOWN]]
        left = len(fitting) - _MOST_SHOWN
        if left > 0:
            self._rest.setText(tr("filter", "%n more: type to find them", "values of a field", left))
        elif typed and not fitting:
            self._rest.setText(tr("filter", "None of them is called so."))
        self._rest.setVisible(left > 0 or (bool(typed) and not fitting))
        self._offer([(value, mark, self._said.value(self.field, value)) for value, mark in offered])
        for value, chip in self._chips.items():
            chip.blockSignals(True)
            chip.setChecked(value in chosen)
            chip.blockSignals(False)

    def _offer(self, offered: list[tuple[str, str, str]]) -> None:
        """Have a chip for each of these, a value with its mark and its name: those of the last time stay, mostly."""
        if offered == self._offered:
            return
        self._offered = offered
        self._flow.clear()
        self._chips = {}
        for value, mark, said in offered:
            chip = ToggleChip(said, mark=mark)
            chip.toggled.connect(partial(self._on_chip, value))
            # A tag and a topic may be called the same: whoever hears the card is told which is meant.
            chip.setAccessibleName(tr("filter", "{field}: {values}").format(field=self._name.text(), values=said))
            self._chips[value] = chip
            self._flow.addWidget(chip)
        self._flow_box.updateGeometry()

    def condition(self) -> Condition | None:
        """What is chosen; None for nothing."""
        chosen = frozenset(value for value, chip in self._chips.items() if chip.isChecked())
        if not chosen:
            return None
        made = Is(self.field, chosen)
        return Not(made) if self._not.isChecked() else made

    def chip(self, value: str) -> ToggleChip:
        """The chip of a value."""
        return self._chips[value]

    @property
    def turn(self) -> Button:
        """What turns the chosen values into those that are left out."""
        return self._not

    def _on_chip(self, value: str, on: bool) -> None:
        if on and self._single:
            for other, chip in self._chips.items():
                if other != value and chip.isChecked():
                    chip.blockSignals(True)
                    chip.setChecked(False)
                    chip.blockSignals(False)
                    chip.update()
        self.changed.emit()

    def _on_not(self) -> None:
        self._tell_not()
        if self.condition() is not None:
            self.changed.emit()

    def _tell_not(self) -> None:
        is_out = self._not.isChecked()
        shown = tr("filter", "is not") if is_out else tr("filter", "is")
        self._not.set_words(shown, name=f"{self._name.text()} {shown}")


class _Flags(QWidget):
    """What is so, not so, or does not matter: two chips a flag, of which at most one is on."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._chips: dict[tuple[Field, bool], ToggleChip] = {}
        flow = FlowLayout(self)
        flow.setContentsMargins(0, 2, 0, 10)
        for field in _FLAGS:
            for is_so in (True, False):
                chip = ToggleChip(filter_words.field(field) if is_so else filter_words.not_flag(field))
                chip.toggled.connect(partial(self._on_chip, field, is_so))
                self._chips[field, is_so] = chip
                flow.addWidget(chip)

    def fill(self, conditions: Sequence[Condition]) -> None:
        """Turn on what is in force."""
        for (field, is_so), chip in self._chips.items():
            chip.blockSignals(True)
            chip.setChecked((Is(field) if is_so else Not(Is(field))) in conditions)
            chip.blockSignals(False)

    def conditions(self) -> list[Condition]:
        """What is chosen."""
        return [
            Is(field) if is_so else Not(Is(field)) for (field, is_so), chip in self._chips.items() if chip.isChecked()
        ]

    def chip(self, field: Field, *, is_so: bool) -> ToggleChip:
        """One of the chips."""
        return self._chips[field, is_so]

    def _on_chip(self, field: Field, is_so: bool, on: bool) -> None:
        other = self._chips[field, not is_so]
        if on and other.isChecked():
            other.blockSignals(True)
            other.setChecked(False)
            other.blockSignals(False)
            other.update()
        self.changed.emit()


class FilterCard(Popover):
    """The card. `filtered` tells what is chosen each time it changes; nothing needs to be confirmed."""

    filtered = Signal(object, bool)
    """The conditions, and whether one of them is enough."""
    save_wanted = Signal()
    change_wanted = Signal()
    """The saved view that is shown is to ask for what is chosen."""

    def __init__(self, window: QWidget, bridge: Bridge) -> None:
        super().__init__(window, _WIDE, tr("filter", "Filter"))
        self._bridge = bridge
        self._kept: tuple[Condition, ...] = ()
        said = Said(bridge)
        self.joins = TabStrip(
            (("all", tr("filter", "All of these")), ("any", tr("filter", "Any of these"))), tr("filter", "Take")
        )
        self.joins.chosen.connect(self._on_changed)
        self.lines = {
            field: _Line(field, said, single=field is Field.WAITING)
            for field in (
                Field.CHANNEL, Field.KIND, Field.LANGUAGE, Field.TAG, Field.TOPIC, Field.SIGNAL, Field.WHOSE,
                Field.PRIORITY, Field.WAITING,
            )
        }  # fmt: skip
        self.flags = _Flags()
        self.flags.changed.connect(self._on_changed)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(18, 8, 14, 4)
        column.setSpacing(0)
        for line in self.lines.values():
            line.changed.connect(self._on_changed)
            column.addWidget(line)
        column.addWidget(self.flags)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setProperty("plane", "raised")
        inside.setProperty("plane", "raised")
        self._scroll.viewport().setAutoFillBackground(False)
        self._scroll.setWidget(inside)
        head = QHBoxLayout()
        head.setContentsMargins(18, 8, 14, 0)
        head.addWidget(self.joins)
        foot = QHBoxLayout()
        foot.setContentsMargins(18, 8, 14, 12)
        foot.setSpacing(8)
        self.count = PlainLabel("", 13, 600)
        self.clear = Button(tr("filter", "Clear"), ButtonKind.GHOST)
        self.clear.clicked.connect(self._on_clear)
        self.save = Button(tr("filter", "Save as view…"), ButtonKind.SECONDARY)
        self.save.clicked.connect(self.save_wanted)
        self.change = Button(tr("filter", "Save to this view"), ButtonKind.PRIMARY)
        self.change.clicked.connect(self.change_wanted)
        self.change.hide()
        foot.addWidget(self.count, 1)
        foot.addWidget(self.clear)
        foot.addWidget(self.save)
        self._foot = foot
        self._below = QHBoxLayout()
        self._below.setContentsMargins(18, 0, 14, 0)
        self._below.setSpacing(8)
        self._below.addStretch(1)
        self._below.addWidget(self.change)
        self.inside.addLayout(head)
        self.inside.addWidget(self._scroll, 1)
        self.inside.addLayout(foot)
        self.inside.addLayout(self._below)

    def place(self) -> None:
        self._scroll.setFixedHeight(max(120, min(scaled(_HIGH), self._over.height() - scaled(140))))
        self.card.setFixedWidth(min(scaled(_WIDE), self._over.width() - 24))
        super().place()

    def fill(self, in_force: InForce) -> None:
        """Show what is in force, and what there is to choose from."""
        cache, bridge = self._bridge.cache, self._bridge
        choices: dict[Field, Sequence[tuple[str, str]]] = {
            Field.CHANNEL: [(str(one.id), one.mark) for one in bridge.channels],
            Field.KIND: [(kind.value, "") for kind in Kind],
            Field.LANGUAGE: [(one, "") for one in cache.languages() if one],
            Field.TAG: [(tag, "") for tag in cache.tags()],
            Field.WHOSE: [
                ("mine", ""), ("nobody", ""), *((str(one.id), "") for one in bridge.people if not one.is_me),
            ],
            Field.PRIORITY: [(one.value, "") for one in reversed(Priority)],
            Field.WAITING: [(str(minutes), "") for minutes in filter_words.WAITING_MINUTES],
            Field.SIGNAL: [(one.value, "") for one in Told],
            Field.TOPIC: [(one.name, "") for one in cache.triage_policy().topics],
        }  # fmt: skip
        left = list(in_force.parts)
        for field, line in self.lines.items():
            own = next((one for one in left if _field(one) is field), None)
            if own is not None:
                left.remove(own)
            line.fill(choices[field], own)
        self.flags.fill(left)
        shown = set(self.flags.conditions())
        self._kept = tuple(one for one in left if one not in shown)
        self.joins.choose("any" if in_force.joins_any else "all")

    def tell(self, count: str) -> None:
        """Show how many threads fit."""
        self.count.setText(count)

    def offer_change(self, *, on: bool) -> None:
        """Offer to keep what is chosen in the view that is shown; two such long words have a line of their own."""
        if on is not self.change.isHidden():
            return
        self.change.setVisible(on)
        (self._foot if on else self._below).removeWidget(self.save)
        (self._below if on else self._foot).addWidget(self.save)
        self._below.setContentsMargins(18, 0, 14, 12 if on else 0)
        if self.isVisible():
            self.place()

    def conditions(self) -> tuple[Condition, ...]:
        """What is chosen, with what was in force and is no line of the card."""
        lines = [made for line in self.lines.values() if (made := line.condition()) is not None]
        return (*lines, *self.flags.conditions(), *self._kept)

    def _on_changed(self) -> None:
        self.filtered.emit(self.conditions(), self.joins.current == "any")

    def _on_clear(self) -> None:
        self._kept = ()
        self.filtered.emit((), False)


def _field(condition: Condition) -> Field | None:
    """The field of a condition that is one line of the card."""
    match condition:
        case Is(field) | Not(Is(field)) if field not in _FLAGS and field is not Field.MENTIONS:
            return field
        case _:
            return None
