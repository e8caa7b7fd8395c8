"""The list of rules is changed by commands, each written down with its difference; nothing is overwritten unseen."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from socialdesk.model.command import Command
from socialdesk.model.rule import to_words
from socialdesk.model.rule_command import (
    DeleteRule,
    ImportRules,
    MoveRule,
    NoteTrial,
    SaveRule,
    SetRulePause,
    SuspendAnswers,
    SwitchRule,
)
from socialdesk.model.rule_list import fold_rules
from socialdesk.store.rules import is_suspended, rules
from tests.engine.desk_work import NOON, Place
from tests.model.test_rule import given_at, rule

pytestmark = pytest.mark.anyio


async def done(place: Place, command: Command) -> str:
    """Give a command; gives the sentence with which it was refused."""
    result = place.engine.cache.result(await place.do(command))
    assert result is not None
    assert bool(result.sentence) is (result.outcome == "rejected")
    return result.sentence


async def test_rules_are_saved_tried_switched_moved_and_deleted(place: Place) -> None:
    cache = place.engine.cache
    one, two = to_words(rule("One")), to_words(rule("Two"))
    steps: list[Command] = [
        SaveRule("one", one),
        ImportRules((("two", two), ("three", to_words(rule("Three"))))),
        MoveRule("three", "one"),
        NoteTrial("two", 1, 7, 100, 3),
        NoteTrial("three", 1, 7, 100, 50),
        SwitchRule("two", on=True),
        SwitchRule("three", on=True),
    ]
    for step in steps:
        assert await done(place, step) == ""
    expected = fold_rules([], [given_at(seq, step) for seq, step in enumerate(steps)])
    found = rules(cache)
    assert [(a.id, a.is_on, a.on_from, a.version) for a in found] == [
        (b.id, b.is_on, b.on_from, b.version) for b in expected
    ]
    assert found[0].on_from == NOON + timedelta(hours=1)

    assert "Try this rule first" in await done(place, SwitchRule("one", on=True))
    assert "changed “Two” meanwhile" in await done(place, SaveRule("two", one, based_on=7))
    assert "called “Two” already" in await done(place, SaveRule("one", two))
    assert "cannot be read" in await done(place, SaveRule("one", "nonsense"))
    assert "Nothing was imported" in await done(place, ImportRules((("four", to_words(rule("Four"))), ("five", one))))
    assert rules(cache) == found

    changed = to_words(rule("Two", everywhere=False, channels=frozenset({1})))
    assert await done(place, SaveRule("two", changed, based_on=1)) == ""
    two_now = next(each for each in rules(cache) if each.id == "two")
    assert (two_now.version, two_now.is_on, two_now.is_tried) == (2, False, False)
    audited = cache.ask("SELECT detail FROM event_log WHERE what = 'rule saved' ORDER BY id DESC LIMIT 1")
    assert json.loads(audited[0][0]) == {"channels": ["all", [1]]}

    assert await done(place, DeleteRule("two")) == ""
    assert [each.id for each in rules(cache)] == ["three", "one"]
    assert "deleted" in await done(place, SwitchRule("two", on=True))
    assert await done(place, SaveRule("two", two)) == ""
    assert [(each.id, each.version) for each in rules(cache)] == [("three", 1), ("one", 1), ("two", 3)]


async def test_how_long_a_rule_waits_is_chosen(place: Place) -> None:
    await place.do(SetRulePause(5))
    await place.do(SaveRule("one", to_words(rule("One"))))
    await place.do(NoteTrial("one", 1, 7, 100, 50))
    await place.do(SwitchRule("one", on=True))
    assert [one.on_from for one in rules(place.engine.cache)] == [NOON + timedelta(minutes=5)]
    await place.do(SetRulePause(0))
    await place.do(SwitchRule("one", on=True))
    assert [(one.is_on, one.on_from) for one in rules(place.engine.cache)] == [(True, None)]


async def test_automatic_answers_are_suspended_and_let_go(place: Place) -> None:
    assert not is_suspended(place.engine.cache)
    await place.do(SuspendAnswers(on=True))
    assert is_suspended(place.engine.cache)
    await place.do(SuspendAnswers(on=False))
    assert not is_suspended(place.engine.cache)
