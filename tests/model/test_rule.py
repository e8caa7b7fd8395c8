"""Rules read back as they were written, refuse what cannot be meant, and point out what hardly can."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialdesk.model.command import Command, Given
from socialdesk.model.command_form import from_json, to_json
from socialdesk.model.condition import EVENT_FLAGS, FLAGS, NUMBERS, All, AnyOf, Condition, Field, Is, Not
from socialdesk.model.identifiers import CommandId
from socialdesk.model.rule import (
    LARGE_SHARE,
    VALUELESS,
    Deed,
    Do,
    NotARule,
    Rule,
    Trial,
    Trigger,
    When,
    from_form,
    from_words,
    to_form,
    to_words,
)
from socialdesk.model.rule_check import problem
from socialdesk.model.rule_command import DeleteRule, ImportRules, MoveRule, NoteTrial, SaveRule, SwitchRule
from socialdesk.model.rule_findings import findings
from socialdesk.model.rule_list import fold_rules
from tests.model.builders import ME, NOON

_WORDS = st.text(min_size=1, max_size=12)
_leaf = st.sampled_from(sorted(Field)).flatmap(
    lambda field: (
        st.just(Is(field))
        if field in FLAGS | EVENT_FLAGS
        else st.frozensets(st.integers(0, 99).map(str) if field in NUMBERS else _WORDS, min_size=1, max_size=3).map(
            lambda values: Is(field, values)
        )
    )
)
_conditions: st.SearchStrategy[Condition] = st.recursive(
    _leaf,
    lambda inner: st.one_of(
        inner.map(Not),
        st.lists(inner, max_size=3).map(lambda parts: All(tuple(parts))),
        st.lists(inner, max_size=3).map(lambda parts: AnyOf(tuple(parts))),
    ),
    max_leaves=5,
)
_whens = st.builds(
    When, st.sampled_from(Trigger), st.frozensets(_WORDS, max_size=3), st.integers(0, 99), st.integers(0, 9)
)
_then = st.lists(
    st.one_of(
        st.builds(Do, st.sampled_from(sorted(VALUELESS))),
        st.builds(Do, st.sampled_from(sorted(set(Deed) - VALUELESS)), _WORDS),
    ),
    max_size=4,
).map(tuple)


def rule(name: str = "Late", **changes: Any) -> Rule:
    """A rule for every channel that tags what comes in."""
    values: dict[str, Any] = {
        "id": f"id-{name}",
        "name": name,
        "when": When(Trigger.RECEIVED),
        "then": (Do(Deed.TAG, "late"),),
        "where": Is(Field.SAYS, frozenset({"late"})),
        "everywhere": True,
    }
    return Rule(**(values | changes))


@given(_whens, _then, _conditions, st.frozensets(st.integers(1, 9), max_size=3), st.booleans())
def test_a_rule_reads_back_as_it_was_written(
    when: When, then: tuple[Do, ...], where: Condition, channels: frozenset[int], flag: bool
) -> None:
    one = Rule("r", "A rule", when, then, where, channels, not channels, flag, not flag)
    assert from_words(to_words(one), "r") == one
    assert from_form(json.loads(json.dumps(to_form(one))), "r") == one


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"name": 3}, "no name"),
        ({"when": {"trigger": "never"}}, "waits for"),
        ({"when": {"trigger": "idle", "minutes": -1}}, "waits for"),
        ({"if": ["is", "mood", "sad"]}, "condition"),
        ({"then": [["explode"]]}, "cannot do"),
        ({"then": "tag"}, "what to do"),
        ({"channels": "some"}, "which channels"),
    ],
)
def test_what_this_version_does_not_know_is_refused_with_a_sentence(change: dict[str, Any], said: str) -> None:
    with pytest.raises(NotARule, match=said):
        from_form(to_form(rule()) | change, "r")
    for words in ("", "[]", "[" * 5000, "nonsense"):
        with pytest.raises(NotARule):
            from_words(words, "r")


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (rule(""), "a name"),
        (rule("x" * 90), "shorter"),
        (rule(everywhere=False), "which channels"),
        (rule(then=()), "what the rule is to do"),
        (rule(when=When(Trigger.IDLE), where=All(())), "how long a silence"),
        (rule(when=When(Trigger.VOLUME, many=1, minutes=5)), "how many messages"),
        (rule(when=When(Trigger.STATUS, frozenset({"asleep"})), where=All(())), "statuses"),
        (rule(when=When(Trigger.LATE)), "nobody writes"),
        (rule(where=Is(Field.SAYS, frozenset({"…"}))), ""),
        (rule(where=Is(Field.SAYS, frozenset({" - "}))), "no letters"),
        (rule(then=(Do(Deed.TAG, " "),)), "which tag"),
        (rule(then=(Do(Deed.PRIORITY, "huge"),)), "priority"),
        (rule(then=(Do(Deed.ASSIGN, "Léa"),)), "to whom"),
        (rule(then=(Do(Deed.SHIELD, "rude"),)), "out of sight"),
        (rule(then=(Do(Deed.ACKNOWLEDGE, "hello"),)), "saved reply"),
        (rule(then=(Do(Deed.SNOOZE, "0"),)), "until when"),
        (rule(then=(Do(Deed.HIDE),), when=When(Trigger.LATE), where=All(())), "just wrote"),
        (rule(then=(Do(Deed.CALL, "http://example.org/x"),)), "https"),
        (rule(then=(Do(Deed.CALL, "https://me:secret@example.org/"),)), "signed"),
        (rule(then=(Do(Deed.CALL, "https://example.org/?key=1"),)), "signed"),
        (rule(then=(Do(Deed.CALL, "https://example.org:99999/"),)), "no web address"),
        (rule(then=(Do(Deed.CALL, "https://example.org/hook"),)), ""),
        (rule(then=(Do(Deed.CALL, "http://127.0.0.1:8000/hook"),)), ""),
    ],
)
def test_what_cannot_be_meant_is_not_saved(one: Rule, said: str) -> None:
    assert said in problem(one)
    assert bool(problem(one)) is bool(said)


def test_a_name_is_given_once() -> None:
    assert "already" in problem(rule("Late"), [rule("LATE", id="other")])
    assert not problem(rule("Late"), [rule("Late")])


LATE = Is(Field.SAYS, frozenset({"late"}))
ALWAYS = All(())


def on(trigger: str, value: str, *then: Do, where: Condition = ALWAYS) -> Rule:
    """A rule that waits for something to become so."""
    return rule(f"{trigger} {value}", when=When(Trigger(trigger), frozenset({value})), where=where, then=then)


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        ([rule(), rule("Two", then=(Do(Deed.UNTAG, "late"),))], "contradict each other: one adds the tag late"),
        ([rule(then=(Do(Deed.ASSIGN, "1"),)), rule("Two", then=(Do(Deed.ASSIGN, "2"),))], "different people"),
        ([rule(then=(Do(Deed.DONE),)), rule("Two", then=(Do(Deed.SNOOZE, "60"),))], "one snoozes"),
        ([rule(then=(Do(Deed.TAG, "a"), Do(Deed.UNTAG, "a")))], "adds and removes the tag a"),
        ([rule(stops=True), rule("Two", then=(Do(Deed.TAG, "b"),))], "never gets its turn"),
        ([rule(where=All(()))], "on every message"),
        ([rule(where=AnyOf((LATE, Not(LATE))))], "on every message"),
        ([rule(where=All((LATE, Not(LATE))))], "can never do anything"),
        ([rule(where=AnyOf(()))], "can never do anything"),
        ([rule(where=Is(Field.CHANNEL, frozenset({"2"})), everywhere=False, channels=frozenset({1}))], "never"),
        ([rule(where=All((Is(Field.KIND, frozenset({"dm"})), Is(Field.KIND, frozenset({"review"})))))], "never"),
        (
            [rule(where=All((Is(Field.WORDS_AT_LEAST, frozenset({"9"})), Is(Field.WORDS_AT_MOST, frozenset({"3"})))))],
            "never",
        ),
        ([rule(where=All((Is(Field.ONLY_EMOJI), Is(Field.ONLY_MENTIONS))))], "never"),
        ([rule(where=All((Is(Field.VIP), Not(Is(Field.VIP)))))], "never"),
        ([on("status", "done", Do(Deed.TAG, "a"), where=Is(Field.STATUS, frozenset({"open"})))], "exclude"),
        ([on("tagged", "a", Do(Deed.UNTAG, "a"), Do(Deed.TAG, "a"))], "itself about again"),
        (
            [
                on("tagged", "b", Do(Deed.UNTAG, "b"), Do(Deed.TAG, "a")),
                on("tagged", "a", Do(Deed.UNTAG, "a"), Do(Deed.TAG, "b")),
            ],
            "each other about again",
        ),
        ([on("assigned", "1", Do(Deed.ASSIGN, "2")), on("assigned", "2", Do(Deed.ASSIGN, "1"))], "again"),
        ([on("status", "done", Do(Deed.SNOOZE, "9")), on("status", "snoozed", Do(Deed.DONE))], "again"),
    ],
)
def test_what_can_hardly_be_meant_is_pointed_out(rules: list[Rule], said: str) -> None:
    assert [one.sentence for one in findings(rules) if said in one.sentence]


@pytest.mark.parametrize(
    "rules",
    [
        [rule()],
        [rule(), rule("Two", then=(Do(Deed.PRIORITY, "high"),))],
        [rule(where=All((Is(Field.TAG, frozenset({"a"})), Is(Field.TAG, frozenset({"b"})))))],
        [rule(where=All((LATE, Not(Is(Field.SAYS, frozenset({"chocolate"}))))))],
        [rule(), rule("Two", where=Is(Field.SAYS, frozenset({"early"})), then=(Do(Deed.UNTAG, "late"),))],
        [rule(everywhere=False, channels=frozenset({1})), rule("Two", everywhere=False, channels=frozenset({2}))],
        [on("tagged", "b", Do(Deed.TAG, "a")), on("tagged", "a", Do(Deed.TAG, "b"))],
        [on("assigned", "1", Do(Deed.ASSIGN, "2")), on("assigned", "2", Do(Deed.ASSIGN, "2"))],
        [on("assigned", "1", Do(Deed.TAG, "a"), where=Is(Field.WHOSE, frozenset({"1", "nobody"})))],
    ],
)
def test_what_can_well_be_meant_is_let_be(rules: list[Rule]) -> None:
    assert findings(rules) == []


def given_at(seq: int, command: Command) -> Given:
    assert from_json(to_json(command)) == command
    return Given(CommandId(f"c{seq}"), seq, NOON, ME, command)


def test_the_list_on_the_screen_is_what_the_commands_make_of_it() -> None:
    words = {name: to_words(rule(name)) for name in ("One", "Two", "Three")}
    steps: list[Command] = [
        SaveRule("one", words["One"]),
        ImportRules((("two", words["Two"]), ("three", words["Three"]))),
        MoveRule("three", "one"),
        SwitchRule("one", on=True),  # was not tried
        NoteTrial("two", 1, 7, 100, 3),
        NoteTrial("three", 1, 7, 100, 50),
        SwitchRule("two", on=True),
        SwitchRule("three", on=True),
    ]
    rules = fold_rules([], [given_at(seq, step) for seq, step in enumerate(steps)])
    assert [(one.name, one.is_on) for one in rules] == [("Three", True), ("One", False), ("Two", True)]
    assert [one.on_from for one in rules] == [NOON + timedelta(hours=1), None, None]

    changed = fold_rules(rules, [given_at(9, SaveRule("two", words["Two"])), given_at(10, DeleteRule("one"))])
    assert [(one.name, one.is_on, one.version, one.is_tried) for one in changed] == [
        ("Three", True, 1, True),
        ("Two", False, 2, False),
    ]


def test_what_hides_or_touches_much_begins_later() -> None:
    few, many = Trial(1, 7, 100, int(100 * LARGE_SHARE)), Trial(1, 7, 100, 6)
    assert not rule(trial=few).needs_a_pause
    assert rule(trial=many).needs_a_pause
    assert replace(rule(then=(Do(Deed.HIDE),)), trial=few).needs_a_pause


def test_what_leaves_is_done_last() -> None:
    one = rule(then=(Do(Deed.CALL, "https://a.org/"), Do(Deed.DONE), Do(Deed.TAG, "a"), Do(Deed.HIDE)))
    assert [each.deed for each in one.in_order()] == [Deed.TAG, Deed.DONE, Deed.HIDE, Deed.CALL]
