"""The page of rules: empty, its list, the editor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from PySide6.QtTest import QTest

from socialdesk.desktop.places.rules.draft import draft_of
from socialdesk.desktop.places.rules.examples import example
from socialdesk.desktop.shell.window import Window
from socialdesk.model.condition import All, AnyOf, Field, Is, Not
from socialdesk.model.rule import Deed, Do, Rule, Trigger, When, to_words
from socialdesk.model.rule_command import AskSecondPerson, NoteTrial, SaveRule, SwitchRule
from socialdesk.model.shield.values import ShieldKind
from socialdesk.store.rule_rows import Did, Run
from tests.images.rest import settle
from tests.waiting import wait_for


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


def _waited(window: Window, is_ready: Callable[[], bool]) -> None:
    """Until what is read beside is there."""
    wait_for(lambda: is_ready() and not window.bridge.beside.is_busy)


def _tried(window: Window) -> None:
    where = AnyOf((Is(Field.LANGUAGE, frozenset({"fr"})), Is(Field.VIP)))
    rule = Rule(
        "r9", "French and VIPs first", When(Trigger.RECEIVED), (Do(Deed.PRIORITY, "high"),), where, everywhere=True
    )
    window.bridge.submit.order(SaveRule(rule.id, to_words(rule)))
    window.hands.rules.show()
    page = window.rules.page
    page.open_rule("r9")
    page.try_it(30)
    _waited(window, lambda: not page.trial.is_running)
    settle(window)  # what was found has its height now
    bar = page.editor.area.verticalScrollBar()
    bar.setValue(bar.maximum())


def _log(window: Window) -> None:
    _filled(window)
    page = window.rules.page
    page.show_log("r1")
    _waited(window, lambda: page.log.words.text() != "")
    now = window.bridge.clock.now()
    threads = [one for one in window.queue.model._threads if not one.is_shielded][:6]
    did = ((Did("tag", "Delivery"),), (Did("tag", "Delivery", back="changed"), Did("priority", "high", back="undone")))
    found = [
        (
            Run(9 - at, "r1", 1, f"e{at}", thread.id, now - timedelta(hours=3 * at), now, (("says", "colis"),),
                did[at % 2], now if at % 2 else None),
            thread,
        )
        for at, thread in enumerate(threads)
    ]  # fmt: skip
    page.log.list.rows.show([])
    page.log._last = 1 << 62
    page.log._on_read(found)
    page.log.list.setFocus()


def _circle(window: Window) -> None:
    """A rule of which a colleague is asked, told what can hardly be meant below the part it is about."""
    submit = window.bridge.submit
    on_a, on_b = (When(Trigger.TAGGED, frozenset({tag})) for tag in ("Delivery", "Refund"))
    one = Rule(
        "r4", "Delivery to refund", on_a, (Do(Deed.UNTAG, "Delivery"), Do(Deed.TAG, "Refund"), Do(Deed.NOTIFY, "lead")),
        Is(Field.POST_SAYS, frozenset({"manteau", "jacket"})), everywhere=True,
    )  # fmt: skip
    two = Rule("r5", "Refund to delivery", on_b, (Do(Deed.UNTAG, "Refund"), Do(Deed.TAG, "Delivery")), everywhere=True)
    submit.order(AskSecondPerson(on=True))
    for rule in (one, two):
        submit.order(SaveRule(rule.id, to_words(rule)))
    submit.order(NoteTrial("r4", 1, 7, 412, 60))
    submit.order(SwitchRule("r4", True))
    window.hands.rules.show()
    window.rules.page.open_rule("r4")
    window.rules.page.editor.show_switch(is_on=True, why_not="", is_there=True, approves=True)


def _late(window: Window) -> None:
    """A rule that tells somebody when an answer is late by a time, with what it cannot be saved for."""
    rule = Rule(
        "r6", "Late by two hours", When(Trigger.LATE, minutes=120), (Do(Deed.NOTIFY, "lead,on_call"),),
        Is(Field.HAS_LINK), everywhere=True,
    )  # fmt: skip
    window.hands.rules.begin_new()
    page = window.rules.page
    page.editor.show_draft(replace(draft_of(rule), id=page.editor.draft.id))
    page.save()


def _suspended(window: Window) -> None:
    window.hands.rules.toggle_suspended()


SCENES = {
    "rules-empty": lambda window: window.hands.rules.show(),
    "rules": _filled,
    "rule-editor": _editor,
    "rule-faults": _faults,
    "rule-tried": _tried,
    "rule-log": _log,
    "rules-suspended": _suspended,
    "rule-circle": _circle,
    "rule-late": _late,
}
