"""Somebody else wants a rule switched on and asks for a second person: that calls once, and leads to the rule."""

from __future__ import annotations

import pytest

from socialdesk.model.attention import Why
from socialdesk.model.rule import Deed, Do, Rule, Trigger, When, to_words
from socialdesk.model.rule_command import AskSecondPerson, NoteTrial, SaveRule, SwitchRule
from tests.desktop.attention.test_attention import Called, called

__all__ = ["called"]


def test_a_rule_that_waits_for_a_second_person_calls_those_who_did_not_ask_until_one_let_it_begin(
    called: Called, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(called.sitting.window, "come_forward", lambda: None)
    window, bridge = called.sitting.window, called.sitting.window.bridge
    rule = Rule("hide", "Hide spam", When(Trigger.RECEIVED), (Do(Deed.HIDE),), everywhere=True)
    for command in (AskSecondPerson(on=True), SaveRule("hide", to_words(rule)), NoteTrial("hide", 1, 7, 100, 1)):
        bridge.submit.order(command)
    bridge.submit.order(SwitchRule("hide", on=True))
    called.sitting.engine_works()
    called.side.look()
    assert [one for one in called.side.attention.open if one.why is Why.APPROVAL] == []
    colleague = next(one.id for one in bridge.people if not one.is_me)
    bridge.desk.give([SwitchRule("hide", on=True)], colleague, bridge.clock.now())
    called.sitting.engine_works()
    called.side.look()
    (shown,) = [one for one in called.shown if "Hide spam" in one[1].title]
    called.side.act(shown[0], "open")
    assert window.rules.is_shown
    assert window.rules.page.editor.approve.isVisible()
    window.rules.page.approve()
    called.sitting.engine_works()
    called.side.look()
    assert [one for one in called.side.attention.open if one.why is Why.APPROVAL] == []
