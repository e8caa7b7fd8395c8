"""Rules go out into a file that people can read and come in again whole; what cannot be taken says why."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import count

import pytest

from socialdesk.model.condition import All, Field, Is, Not
from socialdesk.model.rule import Deed, Do, Rule, Trigger, When
from socialdesk.model.rule_file import MOST_BYTES, Names, read, written
from tests.model.test_rule import rule

HERE = Names({"1": "bluesky brand", "2": "demo shop"}, {"1": "Maya", "2": "Léa Marchand"}, {"7": "/late"})
THERE = Names({"5": "demo shop", "6": "Bluesky Brand"}, {"8": "Léa Marchand", "9": "Maya"}, {"3": "/late"})
RULES = [
    rule(
        "One",
        channels=frozenset({1, 2}),
        everywhere=False,
        where=All((Is(Field.CHANNEL, frozenset({"2"})), Not(Is(Field.WHOSE, frozenset({"2", "mine"}))))),
        then=(Do(Deed.ASSIGN, "2"), Do(Deed.NOTIFY, "1,2"), Do(Deed.DRAFT, "7"), Do(Deed.TAG, "2"), Do(Deed.HIDE)),
        stops=True,
    ),
    rule(
        "Two", when=When(Trigger.ASSIGNED, frozenset({"2", "nobody"})), where=All(()), then=(Do(Deed.ASSIGN, "nobody"),)
    ),
]


def again(rules: list[Rule], here: Names, there: Names) -> list[Rule]:
    ids = count()
    found = read(written(rules, here).encode(), there, [], lambda: f"new{next(ids)}")
    assert found.refused == ()
    return list(found.rules)


def test_rules_come_back_whole_and_mean_the_same_in_another_workspace() -> None:
    same = again(RULES, HERE, HERE)
    assert [replace(one, id=old.id) for one, old in zip(same, RULES, strict=True)] == RULES
    there = again(RULES, HERE, THERE)
    assert there[0].channels == {5, 6}
    assert there[0].then[:3] == (Do(Deed.ASSIGN, "8"), Do(Deed.NOTIFY, "9,8"), Do(Deed.DRAFT, "3"))
    assert there[1].when.values == {"8", "nobody"}
    assert "Léa Marchand" in written(RULES, HERE)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no file of rules"),
        (b"[]", "no file of rules"),
        (b"\xff\xfe", "no file of rules"),
        (b"[" * 100_000, "no file of rules"),
        (b'{"socialdesk_rules": 99, "rules": []}', "no file of rules"),
        (b" " * (MOST_BYTES + 1), "too large"),
        (b'{"socialdesk_rules": 1, "rules": [7]}', "Rule 1: This is no rule"),
        (b'{"socialdesk_rules": 1, "rules": [{"name": "A", "channels": "all", "when": 3}]}', "waits for"),
        (b'{"socialdesk_rules": 1, "rules": [{"name": "A", "channels": ["none"]}]}', "is not there in this workspace"),
        (
            b'{"socialdesk_rules": 1, "rules": [{"name": "A", "when": {"trigger": "assigned", "values": 3}}]}',
            "not built as a rule",
        ),
    ],
)
def test_what_cannot_be_taken_says_why(data: bytes, said: str) -> None:
    found = read(data, HERE, [], lambda: "new")
    assert found.rules == ()
    assert said in found.refused[0]


def test_good_rules_are_taken_beside_bad_ones_and_names_are_given_once() -> None:
    whole = json.loads(written(RULES, HERE))
    whole["rules"].insert(1, {"name": "Broken"})
    found = read(json.dumps(whole).encode(), HERE, [rule("two")], lambda: "new")
    assert [one.name for one in found.rules] == ["One"]
    assert [one.split(":")[0] for one in found.refused] == ["Rule 2", "Rule 3"]
    assert "already" in found.refused[1]
