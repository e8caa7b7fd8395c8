"""One act on many threads: who gets it, who is left out and why, and the one way back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialdesk.model.bulk import MOST_UNASKED, LeftOut, planned, summary, way_back
from socialdesk.model.bulk_platform import ACTS, PlatformAct, Said, WhyNot, commands, goes, judged, left_out, skipped
from socialdesk.model.capability import Capabilities, Level, TextLimit, TextUnit
from socialdesk.model.command import AddTag, Assign, Given, Like, MarkDone, Reply
from socialdesk.model.fold import fold
from socialdesk.model.identifiers import ChannelId, CommandId, MessageId, ThreadId
from socialdesk.model.message import Direction, Message
from socialdesk.model.thread import Status, Thread
from tests.model.builders import LEA, ME, NOON, at, message, thread

OPEN, DONE = thread(), thread(id=ThreadId(8), status=Status.DONE)
some_threads = st.lists(
    st.builds(
        lambda number, status, owner, tags, unread: thread(
            id=ThreadId(number), status=status, assignee_id=owner, tags=tags, unread=unread
        ),
        st.integers(1, 40),
        st.sampled_from(Status),
        st.sampled_from([None, ME, LEA]),
        st.sampled_from([(), ("vat",), ("vat", "late")]),
        st.integers(0, 3),
    ),
    unique_by=lambda one: one.id,
    max_size=12,
)


def given_of(pairs: Any) -> list[Given]:
    return [Given(CommandId(f"c{n}"), n, NOON, ME, command) for n, (_, command) in enumerate(pairs)]


def test_whoever_would_not_be_changed_or_is_being_answered_is_left_out() -> None:
    busy = thread(id=ThreadId(9))
    plan = planned([OPEN, DONE, busy], lambda one: MarkDone(one.id), NOON, ME, {busy.id})

    assert [one.id for one, _ in plan.does] == [OPEN.id]
    assert plan.left_out == {LeftOut.SAME_ALREADY: 1, LeftOut.COLLEAGUE: 1}


def test_an_act_on_a_network_is_for_all_and_is_asked_about_from_so_many_on() -> None:
    def answers(many: int) -> bool:
        threads = [thread(id=ThreadId(n)) for n in range(1, many + 1)]
        return planned(threads, lambda one: Reply(one.id, "x", MessageId(1), NOON), NOON, ME).asks

    assert [answers(MOST_UNASKED), answers(MOST_UNASKED + 1)] == [False, True]


@given(some_threads, st.sampled_from(["done", "tag", "assign"]))
def test_the_way_back_leads_every_thread_to_what_it_was(threads: list[Thread], act: str) -> None:
    make = {
        "done": lambda one: MarkDone(one.id),
        "tag": lambda one: AddTag(one.id, "vat"),
        "assign": lambda one: Assign(one.id, ME),
    }[act]
    plan = planned(threads, make, NOON, ME)
    now = {one.id: fold(one, command, NOON, ME, ME) for one, command in plan.does}
    assert all(now[one.id] != one for one, _ in plan.does)
    assert len(plan.does) + sum(plan.left_out.values()) == len(threads)

    for command in way_back(plan.does, given_of(plan.does)):
        now[command.thread] = fold(now[command.thread], command, NOON, ME, ME)

    for before, _ in plan.does:
        after = now[before.id]
        assert (after.status, after.tags, after.assignee_id, after.unread) == (
            before.status,
            before.tags,
            before.assignee_id,
            before.unread,
        )


@given(some_threads)
def test_a_summary_counts_what_is_so_of_the_threads(threads: list[Thread]) -> None:
    told = summary(threads, ME, {threads[0].id} if threads else ())

    assert told.count == len(threads)
    assert told.mine == sum(one.assignee_id == ME for one in threads)
    assert told.nobodys == sum(one.assignee_id is None for one in threads)
    assert told.answering == min(1, len(threads))
    assert all(told.tags <= set(one.tags) for one in threads)
    assert not threads or {tag for tag in ("vat", "late") if all(tag in one.tags for one in threads)} == told.tags


# On the platforms


def able(**levels: Level) -> Capabilities:
    return Capabilities(TextLimit(TextUnit.CODE_POINTS, 100), dict(levels))


def judge(act: PlatformAct, one: Thread, said: Said, can: Capabilities | None, busy: tuple[ThreadId, ...] = ()) -> Any:
    (found,) = judged(act, [one], {one.id: said}, lambda _: can, busy)
    return found.why_not


THEIRS = message(1, 0)
OURS = message(2, 1, Direction.OUT)
FULL = able(like=Level.FULL, hide=Level.FULL, block=Level.FULL, report=Level.FULL, delete=Level.FULL, remove=Level.FULL)


@pytest.mark.parametrize(
    ("act", "said", "can", "why"),
    [
        (PlatformAct.HIDE, Said(THEIRS), FULL, None),
        (PlatformAct.HIDE, Said(THEIRS), None, WhyNot.UNSUPPORTED),
        (PlatformAct.HIDE, Said(THEIRS), able(), WhyNot.UNSUPPORTED),
        (PlatformAct.HIDE, Said(THEIRS), able(hide=Level.FORBIDDEN), WhyNot.FORBIDDEN),
        (PlatformAct.HIDE, Said(THEIRS), able(hide=Level.PARTIAL), WhyNot.OWN_POSTS),
        (PlatformAct.HIDE, Said(THEIRS, is_on_own_post=True), able(hide=Level.PARTIAL), None),
        (PlatformAct.HIDE, Said(THEIRS, frozenset({"hidden"})), FULL, WhyNot.ALREADY),
        (PlatformAct.UNHIDE, Said(THEIRS), FULL, WhyNot.ALREADY),
        (PlatformAct.UNHIDE, Said(THEIRS, frozenset({"hidden"})), FULL, None),
        (PlatformAct.HIDE, Said(None), FULL, WhyNot.NOTHING),
        (PlatformAct.DELETE, Said(THEIRS), FULL, WhyNot.NOTHING_OWN),
        (PlatformAct.DELETE, Said(THEIRS, own=OURS), FULL, None),
        (PlatformAct.BLOCK, Said(replace(THEIRS, author_remote_id="")), FULL, WhyNot.NOBODY),
        (PlatformAct.LIKE, Said(replace(THEIRS, is_liked=True)), FULL, WhyNot.ALREADY),
        (PlatformAct.UNLIKE, Said(THEIRS), FULL, WhyNot.ALREADY),
        (PlatformAct.UNLIKE, Said(THEIRS, frozenset({"liked"})), FULL, None),
        (PlatformAct.REPORT, Said(THEIRS, frozenset({"reported"})), FULL, WhyNot.ALREADY),
    ],
)
def test_what_stands_against_an_act_on_a_platform_is_told(
    act: PlatformAct, said: Said, can: Capabilities | None, why: WhyNot | None
) -> None:
    assert judge(act, OPEN, said, can) == why


def test_what_is_kept_out_of_sight_is_hidden_unread_but_not_liked() -> None:
    kept = thread(shield="abuse")

    assert judge(PlatformAct.HIDE, kept, Said(THEIRS), FULL) is None
    assert judge(PlatformAct.LIKE, kept, Said(THEIRS), FULL) is WhyNot.SHIELDED


def test_a_thread_that_a_colleague_answers_is_left_to_them() -> None:
    assert judge(PlatformAct.HIDE, OPEN, Said(THEIRS), FULL, (OPEN.id,)) is WhyNot.COLLEAGUE


def test_a_person_is_blocked_once_on_a_channel_and_again_on_another() -> None:
    threads = [OPEN, DONE, thread(id=ThreadId(9), channel_id=ChannelId(2))]
    found = judged(PlatformAct.BLOCK, threads, {one.id: Said(THEIRS) for one in threads}, lambda _: FULL)

    assert [one.why_not for one in found] == [None, WhyNot.SAME_PERSON, None]


def test_a_target_can_be_left_out_and_taken_in_again_but_not_what_stands_against_it() -> None:
    ready, gone = judged(PlatformAct.HIDE, [OPEN, DONE], {OPEN.id: Said(THEIRS)}, lambda _: FULL)

    assert skipped(ready).why_not is WhyNot.SKIPPED
    assert skipped(skipped(ready)) == ready
    assert skipped(gone) == gone
    assert goes([ready, gone]) == (ready,)
    assert left_out([skipped(ready), gone]) == {WhyNot.SKIPPED: 1, WhyNot.NOTHING: 1}


@pytest.mark.parametrize("act", PlatformAct)
def test_each_act_has_a_command_about_its_message_with_its_moment(act: PlatformAct) -> None:
    about: Message = OURS if act is PlatformAct.DELETE else THEIRS
    stands = frozenset({"hidden", "blocked", "liked"}) if act.value.startswith("un") else frozenset[str]()
    (target,) = judged(act, [OPEN], {OPEN.id: Said(THEIRS, stands, own=OURS)}, lambda _: FULL)
    ((one, command),) = commands(act, [target], [at(5)])

    assert target.why_not is None
    given: Any = command
    assert (one, given.thread, given.message) == (OPEN, OPEN.id, about.id)
    assert given.not_before == at(5)
    assert isinstance(command, Like) is act.value.endswith("like")
    assert set(ACTS.values()) == set(PlatformAct)
