"""What the workspace keeps as text is read back or refused in the form's own words, whatever stands there by now."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialdesk.model import (
    capability_form,
    condition,
    filter_form,
    policy_form,
    routing,
    rule,
    rule_file,
    saved_reply_file,
    staff_form,
    triage_form,
)
from socialdesk.model.calendar import ALL_DAY, Calendar, Holiday, OtherDay, Span
from socialdesk.model.capability import AttachmentLimit, Capabilities, Level, Price, TextLimit, TextUnit
from socialdesk.model.command import Reply, Snooze
from socialdesk.model.command_form import UnknownCommand, from_json, to_json
from socialdesk.model.condition import AnyOf, Field, Is, Not
from socialdesk.model.identifiers import MessageId, PersonId, ThreadId
from socialdesk.model.outgoing import OutgoingPicture
from socialdesk.model.pacing import Budget
from socialdesk.model.reply_policy import Promise, ReplyPolicy, Target, Unit
from socialdesk.model.rule import Deed, Do, Rule, Trigger, When
from socialdesk.model.rule_deciding import Ready
from socialdesk.model.rule_facts import Beyond, Facts, Happened
from socialdesk.model.saved_reply_command import SaveReply
from socialdesk.model.shift import Cover, Staff
from socialdesk.model.signal_words import WordList
from socialdesk.model.triage import placed
from socialdesk.model.triage_policy import TriagePolicy
from socialdesk.model.view import Filter, takes
from tests.model.builders import LEA, ME, NOON, message, thread

HOSTILE: tuple[Any, ...] = (
    *(None, True, "", "x", "\ud800", "\0", "-5", "1_000", "٣", "9" * 30, "0001-01-01T00:00:00+14:00"),
    *(0, -1, 2**63, 10**30, 0.5, float("nan"), float("inf"), -float("inf")),
    *([], {}, [[]], [None], {"": None}),
)
WAITS = thread(waiting_since=NOON - timedelta(hours=1), tags=("late",), language="fr")
WEEK = (*(((Span(9 * 60, 17 * 60)),),) * 6, ALL_DAY)
HOURS = Calendar("Europe/Paris", WEEK, (OtherDay(date(2026, 6, 14)),), "FR", "", (Holiday(date(2026, 7, 14), "Fête"),))
WHERE = AnyOf((Is(Field.WAITING, frozenset({"30"})), Not(Is(Field.TAG, frozenset({"late"})))))


@dataclass(frozen=True)
class Form:
    """One written form: how it is read and used, and how it says that it cannot be read."""

    name: str
    written: str
    use: Callable[[str], object]
    refused: type[Exception] | None = None
    """Without one nothing may be raised."""


def asked(words: str) -> None:
    made = rule.from_words(words, "r1")
    if not rule_file.problem(made):
        happened = Happened(made.when.trigger, "e", NOON, WAITS, message(1, 0, text="Where is it?"), frozenset({"30"}))
        list(Ready([made]).decide(Facts(happened, ME, Beyond()), NOON))


FORMS = (
    Form(
        "a reply",
        to_json(Reply(ThreadId(1), "x", MessageId(1), NOON, pictures=(OutgoingPicture("a", "image/png", 1, 1, 1),))),
        from_json,
        UnknownCommand,
    ),
    Form("a snooze", to_json(Snooze(ThreadId(1), NOON)), from_json, UnknownCommand),
    Form("a saved reply", to_json(SaveReply(1, "x", "X", "", (("en", "x"),))), from_json, UnknownCommand),
    Form(
        "a filter",
        filter_form.to_words(Filter(people=frozenset({LEA}), where=WHERE)),
        lambda words: takes(filter_form.from_words(words), WAITS, ME, NOON),
        filter_form.NotAFilter,
    ),
    Form(
        "a reply policy",
        policy_form.written(
            ReplyPolicy(
                HOURS,
                Target(240, Unit.OPEN_HOURS),
                Target(2, Unit.WORKING_DAYS),
                special=(Promise("VIP", Is(Field.VIP), calendar=HOURS, warning=50),),
            )
        ),
        lambda words: policy_form.read(words).promised(replace(WAITS, is_vip=True)),
        policy_form.NotAPolicy,
    ),
    Form(
        "an order of the queue",
        triage_form.written(TriagePolicy(own_topics=(WordList("Delivery", (("en", ("parcel", "ship*")),)),))),
        lambda words: placed(WAITS, triage_form.read(words)),
        triage_form.NotATriage,
    ),
    Form(
        "how somebody works",
        staff_form.written(Staff(LEA, HOURS, ("fr",), ("vat",), (), 10, Cover(ME, late_min=30, until=NOON))),
        lambda words: staff_form.unsound(staff_form.read(LEA, words)),
        staff_form.NotStaff,
    ),
    Form(
        "how threads are given out",
        staff_form.routing_written(routing.RoutingSettings(routing.Strategy.TURNS, late_min=30)),
        staff_form.routing_read,
        staff_form.NotStaff,
    ),
    Form(
        "why a thread went to somebody",
        routing.written(routing.Decision(LEA, routing.Why.KNOWN, instead_of=PersonId(3))),
        routing.read,
    ),
    Form(
        "what a channel can do",
        capability_form.written(
            Capabilities(
                TextLimit(TextUnit.GRAPHEMES, 300, 3_000),
                {"reply": Level.FULL},
                timedelta(hours=24),
                attachments=AttachmentLimit(4, ("image/png",), 1_000_000),
                budgets=(Budget(100, timedelta(hours=1), {"reply": 3}),),
                price=Price(10, 200),
            )
        ),
        capability_form.read,
        capability_form.NotCapabilities,
    ),
    Form(
        "a rule",
        rule.to_words(
            Rule("r1", "Late", When(Trigger.IDLE, minutes=30), (Do(Deed.TAG, "late"),), WHERE, frozenset({1}))
        ),
        asked,
        rule.NotARule,
    ),
    Form(
        "a file of rules",
        json.dumps({"socialdesk_rules": 1, "rules": [{"name": "x", "channels": "all", "then": [["tag", "x"]]}]}),
        lambda words: rule_file.read(words.encode("utf-8", "replace"), rule_file.Names({}, {}, {}), (), lambda: "r"),
    ),
    Form(
        "a file of saved replies",
        json.dumps({"socialdesk_saved_replies": 1, "replies": [{"shortcut": "x", "texts": [{"text": "x"}], "key": 1}]}),
        lambda words: saved_reply_file.read(words.encode("utf-8", "replace")),
        saved_reply_file.Unreadable,
    ),
)
form = pytest.mark.parametrize("form", FORMS, ids=lambda one: one.name.replace(" ", "-"))


@form
def test_a_form_reads_what_it_wrote(form: Form) -> None:
    form.use(form.written)


@form
@given(data=st.data())
def test_a_form_with_anything_in_one_of_its_places_is_read_or_refused_in_its_own_words(form: Form, data: Any) -> None:
    whole = json.loads(form.written)
    inside: Any = [whole]
    key: Any = 0
    # One step further in each time, down to where something else is put.
    while isinstance(inside[key], list | dict) and inside[key] and data.draw(st.booleans(), "further in"):
        inside = inside[key]
        key = data.draw(st.sampled_from(sorted(inside) if isinstance(inside, dict) else range(len(inside))))
    inside[key] = data.draw(st.sampled_from(HOSTILE))

    with suppress(*filter(None, [form.refused])):
        form.use(json.dumps(whole))


@form
@pytest.mark.parametrize("words", ["", "{", "null", "1", '"x"', "[" * 100_000, '{"a":' * 100_000], ids=range(7))
def test_what_is_no_such_form_at_all_is_refused_in_its_own_words(form: Form, words: str) -> None:
    with suppress(*filter(None, [form.refused])):
        form.use(words)


@pytest.mark.parametrize("number", ["-1", "1_000", " 7 ", "٣", "1e3", "9" * 30])
def test_a_condition_takes_plain_numbers_only_and_none_that_no_calendar_reaches(number: str) -> None:
    with pytest.raises(condition.NotACondition):
        condition.read(["is", "waiting", number])
