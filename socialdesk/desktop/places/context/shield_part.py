"""The panel beside what is kept out of sight: how much of it there is, why this was kept, what to do where it is wrong.

It tells nothing of what was said and nothing of who said it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import partial

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look.numbers import number
from socialdesk.desktop.places.context import words
from socialdesk.desktop.places.context.filling import Filling
from socialdesk.desktop.places.context.parts import FieldLine, LineButton
from socialdesk.desktop.places.context.sections import put_head, put_lines
from socialdesk.desktop.widgets.plain_text import PlainLabel, safe_name
from socialdesk.desktop.widgets.shield_words import judgement, why
from socialdesk.desktop.widgets.switch import Switch
from socialdesk.model.person import Role
from socialdesk.model.shield.values import GRAVITY
from socialdesk.model.shielding import CountOpened
from socialdesk.model.thread import Thread
from socialdesk.store.exposure import exposure
from socialdesk.store.shield import Held, held_in, kept_since, opened
from socialdesk.support.clock import HERE

tr = QCoreApplication.translate
EVIDENCE_DAYS = 90


@dataclass(frozen=True, slots=True)
class KnownOfShield:
    """What the panel shows, read at one moment."""

    held: tuple[Held, ...]
    kept_today: int
    let_through: int
    opened: int
    team: tuple[tuple[str, int], ...] = ()
    """For who leads: each colleague who opened some today, by name, and how many."""


class ShieldPart(QObject):
    """The sections of one panel about a kept thread."""

    act_wanted = Signal(str)

    def __init__(self, bridge: Bridge, zone: tzinfo | None, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._zone = bridge, zone

    def known_of(self, thread: Thread) -> KnownOfShield:
        """What there is to show."""
        cache, now = self._bridge.cache, self._bridge.clock.now()
        here = now.astimezone(self._zone or HERE)
        kept, let = kept_since(cache, here.replace(hour=0, minute=0, second=0, microsecond=0))
        day = now.astimezone().date().isoformat()
        pending = sum(
            isinstance(one.command, CountOpened) and one.command.day == day for one in self._bridge.submit.pending
        )
        held = tuple(one for one in held_in(cache, thread.id) if not one.is_let_through)
        return KnownOfShield(held, kept, let, opened(cache, self._bridge.me, day) + pending, self._team(day))

    def _team(self, day: str) -> tuple[tuple[str, int], ...]:
        """So that load is seen before it hurts: numbers, never what was opened, and in no order of merit."""
        bridge = self._bridge
        me = bridge.person(bridge.me)
        if me is None or me.role not in {Role.LEAD, Role.ADMIN} or len(bridge.people) < 2:
            return ()
        counts, _ = exposure(bridge.cache.ask, day)
        return tuple(sorted((one.name, counts[one.id]) for one in bridge.people if one.id in counts and not one.is_me))

    def fill(self, section: Filling, known: KnownOfShield) -> None:
        """Put the sections into this one, made anew."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._put(column, known)
        section.put(inside)

    def _put(self, column: QVBoxLayout, known: KnownOfShield) -> None:
        column.addWidget(PlainLabel(tr("shield", "Shield"), 16, 650))
        column.addSpacing(6)
        figures = put_lines(column)
        for label, many in (
            (tr("shield", "Kept back today"), known.kept_today),
            (tr("shield", "Still kept"), known.kept_today - known.let_through),
            (tr("shield", "Let through again"), known.let_through),
            (tr("shield", "Opened by you today"), known.opened),
        ):
            figures.addWidget(FieldLine(label, number(many)))
        self._why(column, known.held)
        self._by_colleague(column, known.team)
        put_head(column, tr("shield", "Where it is wrong"))
        lines = put_lines(column, 6)
        for said, icon, act in (
            (tr("shield", "Let it through"), "check", "shield.let"),
            (tr("shield", "These words, always"), "text-aa", "shield.let_words"),
            (tr("shield", "This person, always"), "user", "shield.let_author"),
            (tr("shield", "It is something else…"), "shield-check", "shield.menu"),
        ):
            lines.addWidget(self._button(said, icon, act, "!" if act == "shield.menu" else ""))
        self._see(column)
        self._evidence(column, known.held)

    def _button(self, said: str, icon: str, act: str, key: str = "") -> LineButton:
        button = LineButton(said, key, icon=icon, is_boxed=True)
        button.clicked.connect(lambda: self.act_wanted.emit(act))
        return button

    def _why(self, column: QVBoxLayout, held: tuple[Held, ...]) -> None:
        if not held:
            return
        put_head(column, tr("shield", "Why it was kept back"))
        gravest = min(held, key=lambda one: (GRAVITY[one.kind], one.level is None))
        column.addWidget(PlainLabel(judgement(gravest.kind, gravest.level), 12, 500, wraps=True))
        reasons = tuple(reason for one in (gravest, *held) for reason in one.reasons)
        for line in why(reasons):
            column.addWidget(PlainLabel(line, 12, 400, "text2", wraps=True))

    def _by_colleague(self, column: QVBoxLayout, team: tuple[tuple[str, int], ...]) -> None:
        if not team:
            return
        put_head(column, tr("shield", "Opened today by colleagues"))
        lines = put_lines(column)
        for name, many in team:
            lines.addWidget(FieldLine(safe_name(name), number(many)))

    def _see(self, column: QVBoxLayout) -> None:
        put_head(column, tr("shield", "What you see"))
        lines = put_lines(column)
        settings = self._bridge.settings
        for key in ("shield.cover", "shield.names", "media.cover", "shield.silent"):
            switch = Switch(settings.declared[key].title)
            switch.setToolTip(settings.declared[key].help)
            switch.setAccessibleDescription(settings.declared[key].help)
            switch.setChecked(settings.flag(key))
            switch.toggled.connect(partial(self._switch, key))
            lines.addWidget(switch)

    def _switch(self, key: str, on: bool) -> None:
        self._bridge.settings.put(key, "1" if on else "0")

    def _evidence(self, column: QVBoxLayout, held: tuple[Held, ...]) -> None:
        put_head(column, tr("shield", "Evidence"))
        said = tr(
            "shield",
            "Each kept message stays here as it was received for %n days, in case of a report.",
            "",
            EVIDENCE_DAYS,
        )
        column.addWidget(PlainLabel(said, 12, 400, "text2", wraps=True))
        if held:
            first = min(one.judged_at for one in held)
            said = tr("shield", "%n of this thread, the first since {moment}.", "kept messages", len(held))
            column.addWidget(PlainLabel(said.format(moment=self._moment(first)), 12, 400, "text3", wraps=True))
        lines = put_lines(column, 6)
        lines.addWidget(self._button(tr("shield", "Save the evidence…"), "download-simple", "shield.evidence"))
        lines.addWidget(self._button(tr("shield", "Word lists…"), "list-bullets", "shield.words"))

    def _moment(self, at: datetime) -> str:
        return words.moment(at, self._bridge.clock.now(), self._zone, QLocale())
