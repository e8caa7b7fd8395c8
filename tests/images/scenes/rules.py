"""The page of rules: empty, its list, the editor."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtTest import QTest

from socialdesk.desktop.places.rules.draft import draft_of
from socialdesk.desktop.places.rules.examples import example
from socialdesk.desktop.shell.window import Window
from socialdesk.model.condition import All, AnyOf, Field, Is, Not
from socialdesk.model.rule import Deed, Do, Rule, Trigger, When, to_words
from socialdesk.model.rule_command import NoteTrial, SaveRule, SwitchRule
from socialdesk.model.shield.values import ShieldKind


def _rules(window: Window) -> list[Rule]:
    channels = [one.id for one in window.bridge.channels]
    deliveries = replace(example("delivery", "r1"), channels=frozenset(channels[:2]), everywhere=False)
    scam = replace(
        example("scam", "r2"), then=(Do(Deed.SHIELD, ShieldKind.SCAM.value), Do(Deed.HIDE)), name="Hide scam links"
    )
    late = Rule(
        "r3", "Late at night", When(Trigger.IDLE, minutes=150), (Do(Deed.NOTIFY, "owner"),),
        Not(Is(Field.TAG, frozenset({"Delivery"}))), everywhere=True, stops=True,
    )  # fmt: skip
    return [deliveries, scam, late]


def _filled(window: Window) -> None:
    submit = window.bridge.submit
    for rule in _rules(window):
        submit.order(SaveRule(rule.id, to_words(rule)))
    for id_, touched in (("r1", 14), ("r2", 3)):
        submit.order(NoteTrial(id_, 1, 7, 412, touched))
        submit.order(SwitchRule(id_, True))
    window.hands.rules.show()


def _editor(window: Window) -> None:
    _filled(window)
    page = window.rules.page
    where = All(
        (
            Is(Field.SAYS, frozenset({"livraison", "colis", "suivi"})),
            Not(Is(Field.VIP)),
            AnyOf((Is(Field.LANGUAGE, frozenset({"fr"})), Is(Field.REACH, frozenset({"5000"})))),
        )
    )
    rule = replace(
        _rules(window)[0], where=where, version=1,
        then=(Do(Deed.TAG, "Delivery"), Do(Deed.PRIORITY, "high"), Do(Deed.SNOOZE, "120")),
    )  # fmt: skip
    page.open_rule("r1")
    page.editor.show_draft(draft_of(rule))
    page.editor.where.focus_first()


def _faults(window: Window) -> None:
    window.hands.rules.begin_new()
    page = window.rules.page
    QTest.keyClicks(page.editor.name, "Deliveries")
    page.save()


SCENES = {
    "rules-empty": lambda window: window.hands.rules.show(),
    "rules": _filled,
    "rule-editor": _editor,
    "rule-faults": _faults,
}
