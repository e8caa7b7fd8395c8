"""Whether a rule may acknowledge by itself, each reason against it by itself; and rules that bring each other about."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from socialdesk.model.message import Direction
from socialdesk.model.rule import Deed, Do, Rule, Trigger, When
from socialdesk.model.rule_answer import MOST_ANSWERS, TOO_OLD, Known, day_of, why_not
from socialdesk.model.rule_deciding import Ready
from socialdesk.model.rule_facts import Beyond, Facts, Happened
from socialdesk.model.rule_follow import DEEPEST, played
from socialdesk.model.rule_loop import circles
from socialdesk.model.thread import Kind
from tests.model.builders import ME, NOON, at, message, thread

RULE = Rule("r", "Thanks", When(Trigger.RECEIVED), (Do(Deed.ACKNOWLEDGE, "1"),), everywhere=True)
HAPPENED = Happened(Trigger.RECEIVED, "e", at(0), thread(), message(1, 0))
NOTHING_AGAINST = Known(lambda _: False, lambda: False, lambda _thread, _day: False, lambda _: 0)


def asked(
    *, rule: Rule = RULE, happened: Happened = HAPPENED, thread_: Any = None, now: Any = NOON, **known: Any
) -> str:
    return why_not(rule, happened, thread_ or thread(), now, replace(NOTHING_AGAINST, **known))


def test_outside_of_the_opening_hours_a_message_is_acknowledged() -> None:
    assert asked() == ""


@pytest.mark.parametrize(
    ("why", "so"),
    [
        ("gone", {"happened": replace(HAPPENED, message=None)}),
        ("gone", {"happened": replace(HAPPENED, message=message(1, 0, Direction.OUT))}),
        ("rule", {"happened": replace(HAPPENED, depth=1)}),
        ("public", {"thread_": thread(kind=Kind.COMMENT)}),
        ("open", {"is_open": lambda moment: moment == NOON}),
        ("answered", {"thread_": thread(last_out_at=at(0))}),
        ("over", {"now": NOON + TOO_OLD * 1.01}),
        ("suspended", {"is_suspended": lambda: True}),
        ("today", {"was_acknowledged": lambda _thread, day: day == day_of(HAPPENED)}),
        ("many", {"answers_since": lambda _: MOST_ANSWERS}),
    ],
)
def test_each_thing_against_it_is_enough(why: str, so: dict[str, Any]) -> None:
    assert asked(**so) == why


@pytest.mark.parametrize(
    "so",
    [
        {"rule": replace(RULE, in_public=True), "thread_": thread(kind=Kind.COMMENT)},
        {"thread_": thread(last_out_at=at(-1))},
        {"now": NOON + TOO_OLD},
        {"answers_since": lambda _: MOST_ANSWERS - 1},
    ],
)
def test_up_to_its_edge_none_of_them_stands_against_it(so: dict[str, Any]) -> None:
    assert asked(**so) == ""


def tagging(id_: str, on: str, *deeds: Do) -> Rule:
    return Rule(id_, id_, When(Trigger.TAGGED, frozenset({on})), deeds, everywhere=True, is_on=True)


PING = tagging("ping", "a", Do(Deed.TAG, "b"), Do(Deed.UNTAG, "a"))
PONG = tagging("pong", "b", Do(Deed.TAG, "a"), Do(Deed.UNTAG, "b"))


def test_rules_that_undo_each_other_are_a_circle_and_those_that_come_to_rest_are_none() -> None:
    assert circles([PING, PONG]) == [(PING, PONG)]
    assert circles([PING, tagging("ends", "b", Do(Deed.TAG, "c"))]) == []
    assert circles([tagging("once", "a", Do(Deed.TAG, "a"))]) == []
    elsewhere = replace(PONG, everywhere=False, channels=frozenset({2}))
    assert circles([replace(PING, everywhere=False, channels=frozenset({1})), elsewhere]) == []


def test_a_circle_ends_after_so_many_rules_whatever_they_say() -> None:
    happened = Happened(Trigger.TAGGED, "e", NOON, thread(tags=("a",)), values=frozenset({"a"}))
    worked = list(played(Ready([PING, PONG]), happened, lambda one, now: Facts(one, ME, Beyond(), now)))

    assert [one.rule.id for one in worked] == [("ping", "pong")[n % 2] for n in range(DEEPEST + 1)]
    assert [one.is_too_deep for one in worked] == [False] * DEEPEST + [True]
