from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialdesk.model.command import (
    THREAD_COMMANDS,
    AddTag,
    Assign,
    CancelReply,
    Given,
    MarkDone,
    MarkRead,
    MarkUnread,
    RemoveTag,
    Reopen,
    Reply,
    SetPriority,
    Snooze,
    ThreadCommand,
)
from socialdesk.model.fold import fold, fold_all, fold_message, inverse
from socialdesk.model.identifiers import CommandId, MessageId, PersonId, ThreadId
from socialdesk.model.message import Direction, Message
from socialdesk.model.moderation import (
    BlockPerson,
    HideMessage,
    MuteThread,
    RemoveMessage,
    ReportMessage,
    ReportReason,
)
from socialdesk.model.shield.values import ShieldKind
from socialdesk.model.thread import Priority, Status, Thread
from tests.model.builders import LEA, ME, NOON, at, message, thread

T = ThreadId(7)
triage_acts: st.SearchStrategy[ThreadCommand] = st.one_of(
    st.just(MarkDone(T)),
    st.just(Reopen(T)),
    st.builds(Snooze, st.just(T), st.one_of(st.none(), st.just(at(90)))),
    st.builds(Assign, st.just(T), st.sampled_from([None, ME, LEA])),
    st.builds(AddTag, st.just(T), st.sampled_from(["Delivery", "VIP"])),
    st.builds(RemoveTag, st.just(T), st.sampled_from(["Delivery", "VIP"])),
    st.builds(MuteThread, st.just(T), st.just(NOON), st.booleans()),
    st.builds(SetPriority, st.just(T), st.sampled_from(Priority)),
)


def run(start: Thread, commands: list[ThreadCommand]) -> Thread:
    for command in commands:
        start = fold(start, command, NOON, ME, ME)
    return start


def test_a_reply_moves_the_thread_to_waiting_but_the_clock_runs_until_the_platform_has_it() -> None:
    asked = fold_message(thread(), message(1, 0))

    answered = fold(asked, Reply(T, "On its way.", MessageId(1), at(1)), at(1), ME, ME)

    assert answered.status is Status.WAITING
    assert answered.due_at == asked.due_at
    assert answered.preview == "On its way."
    assert answered.preview_is_own
    assert answered.unread == 0


def test_send_and_done_closes_the_thread() -> None:
    assert fold(thread(), Reply(T, "Done.", MessageId(1), at(1), then_done=True), NOON, ME, ME).status is Status.DONE


def test_an_inbound_message_opens_whatever_was_closed() -> None:
    for status in set(Status) - {Status.MUTED}:
        closed = replace(thread(), status=status, snoozed_until=at(600) if status is Status.SNOOZED else None)

        opened = fold_message(closed, message(1, 5))

        assert opened.status is Status.OPEN
        assert opened.snoozed_until is None
        assert opened.unread == 1


def test_a_muted_thread_stays_out_of_the_queue_whatever_is_written_in_it_and_its_clock_is_true() -> None:
    muted = fold(thread(), MuteThread(T, NOON), NOON, ME, ME)

    asked = fold_message(muted, message(1, 5))

    assert asked.status is Status.MUTED
    assert (asked.unread, asked.waiting_since) == (1, at(5))
    assert fold(asked, Reply(T, "Yes.", MessageId(1), at(6)), at(6), ME, ME).status is Status.MUTED
    assert fold(asked, MuteThread(T, NOON, on=False), at(7), ME, ME).status is Status.OPEN


def test_what_is_done_to_a_message_there_leaves_the_thread_to_be_finished() -> None:
    before = fold_message(thread(), message(1, 0))

    for act in (
        HideMessage(T, MessageId(1), NOON),
        RemoveMessage(T, MessageId(1), NOON),
        BlockPerson(T, MessageId(1), NOON),
        ReportMessage(T, MessageId(1), ReportReason.SPAM, "", NOON),
    ):
        assert fold(before, act, NOON, ME, ME) == before


def test_snooze_never_stops_the_reply_clock() -> None:
    asked = fold_message(thread(), message(1, 0))

    assert fold(asked, Snooze(T, at(5000)), NOON, ME, ME).due_at == at(24 * 60)


def test_history_of_the_first_download_has_no_clock_and_is_read() -> None:
    old = fold_message(thread(), message(1, -9000), old=True)

    assert (old.due_at, old.unread, old.status) == (None, 0, Status.OPEN)
    assert old.preview == "message 1"


def test_an_answer_found_later_stops_the_clock_at_its_own_time() -> None:
    asked = fold_message(thread(), message(1, 0))

    met = fold_message(asked, message(2, 22, Direction.OUT))

    assert met.due_at is None
    assert met.answered_after_ms == timedelta(minutes=22) // timedelta(milliseconds=1)
    assert met.status is Status.WAITING


def test_an_answer_older_than_the_question_stops_nothing() -> None:
    asked = fold_message(thread(), message(1, 10))

    assert fold_message(asked, message(2, 5, Direction.OUT)).due_at == asked.due_at


def unanswered_after(messages: list[Message], moment: datetime) -> datetime | None:
    return min((m.created_at for m in messages if m.direction is Direction.IN and m.created_at > moment), default=None)


@given(
    st.lists(
        st.tuples(st.integers(0, 40), st.sampled_from(Direction)), min_size=1, max_size=8, unique_by=lambda x: x[0]
    ),
    st.randoms(),
)
def test_the_clock_does_not_depend_on_the_order_in_which_messages_arrive(
    said: list[tuple[int, Direction]], random: Random
) -> None:
    messages = [message(n + 1, minutes, direction) for n, (minutes, direction) in enumerate(said)]
    shuffled = list(messages)
    random.shuffle(shuffled)

    def play(order: list[Message]) -> Thread:
        result, known = thread(), list[Message]()
        for one in order:
            known.append(one)
            result = fold_message(result, one, still_waiting_since=unanswered_after(known, one.created_at))
        return result

    last_out = max((m.created_at for m in messages if m.direction is Direction.OUT), default=at(-1))
    for played in (play(messages), play(shuffled)):
        assert played.waiting_since == unanswered_after(messages, last_out)
        assert played.last_in_at == max((m.created_at for m in messages if m.direction is Direction.IN), default=None)
        assert played.preview == max(messages, key=lambda m: m.created_at).text


@given(st.lists(triage_acts, max_size=6), triage_acts)
def test_every_triage_act_is_taken_back_by_its_inverse(before: list[ThreadCommand], act: ThreadCommand) -> None:
    start = run(replace(thread(), unread=2), before)

    back = run(fold(start, act, NOON, ME, ME), list(inverse(start, act)))

    assert replace(back, tags=tuple(sorted(back.tags))) == replace(start, tags=tuple(sorted(start.tags)))


def test_undo_of_a_reply_cancels_it_and_puts_the_status_back() -> None:
    before = replace(thread(), status=Status.OPEN, unread=1)
    reply = Reply(T, "x", MessageId(1), at(1))
    given_ = Given(CommandId("c1"), 1, NOON, ME, reply)

    assert inverse(before, reply, given_) == (CancelReply(T, CommandId("c1")), Reopen(T), MarkUnread(T))


def test_an_answer_taken_back_leaves_the_line_that_stood_there_before_it() -> None:
    before = replace(thread(), preview="Where is it?", preview_is_own=False)
    reply = Given(CommandId("c1"), 1, NOON, ME, Reply(T, "It leaves tomorrow.", MessageId(1), at(1)))
    back = Given(CommandId("c2"), 2, NOON, ME, CancelReply(T, CommandId("c1")))

    assert fold_all(before, [reply], ME).preview == "It leaves tomorrow."
    after = fold_all(before, [reply, back], ME)
    assert (after.preview, after.preview_is_own) == ("Where is it?", False)


def test_pending_commands_of_other_threads_change_nothing() -> None:
    other = Given(CommandId("c"), 1, NOON, PersonId(1), MarkDone(ThreadId(8)))

    assert fold_all(thread(), [other], ME) == thread()


@pytest.mark.parametrize("kind", THREAD_COMMANDS)
def test_every_thread_command_has_a_fold(kind: type) -> None:
    samples: dict[str, object] = {
        "thread": T,
        "text": "x",
        "based_on": MessageId(1),
        "not_before": NOON,
        "reply": CommandId("c"),
        "act": CommandId("c"),
        "arrived": True,
        "until": NOON,
        "person": ME,
        "tag": "t",
        "priority": Priority.HIGH,
        "message": MessageId(1),
        "reason": ReportReason.SPAM,
        "shield": ShieldKind.ABUSE,
        "day": "2026-11-28",
        "note": CommandId("c"),
        "written_at": NOON,
        "other": ThreadId(2),
        "merge": CommandId("c"),
    }
    required = {name: samples[name] for name in kind.__dataclass_fields__ if name in samples}

    assert isinstance(fold(thread(), kind(**required), NOON, ME, ME), Thread)


def test_reading_is_undone_by_unreading_only_where_something_was_unread() -> None:
    assert inverse(thread(), MarkRead(T)) == ()
    assert inverse(replace(thread(), unread=3), MarkRead(T)) == (MarkUnread(T, 3),)


@pytest.mark.parametrize("act", [MarkDone(T), MarkRead(T), MarkUnread(T)])
def test_a_note_that_names_me_is_not_read_once_an_act_is_taken_back(act: ThreadCommand) -> None:
    before = replace(thread(), mentions_me=True)
    after = fold(before, act, NOON, ME, ME)

    assert run(after, list(inverse(before, act))) == before


def test_snoozing_until_a_moment_that_has_passed_leaves_the_thread_open() -> None:
    assert fold(thread(), Snooze(T, at(-1)), NOON, ME, ME).status is Status.OPEN


def test_a_thread_put_off_until_now_or_earlier_is_open_and_one_put_off_for_a_moment_more_is_not() -> None:
    asked = thread(status=Status.SNOOZED, snoozed_until=at(99))
    after = [fold(asked, Snooze(asked.id, at(minute)), at(0), ME, ME) for minute in (-1, 0, 0.001)]

    assert [one.status for one in after] == [Status.OPEN, Status.OPEN, Status.SNOOZED]
    assert [one.snoozed_until for one in after] == [None, None, at(0.001)]


def test_what_was_written_after_our_answer_stays_unread_and_what_came_before_it_does_not() -> None:
    asked = thread(waiting_since=at(0), last_in_at=at(2), unread=2)
    answer = message(3, 1, Direction.OUT)

    assert fold_message(asked, answer, still_waiting_since=at(2)).unread == 2
    assert fold_message(asked, answer).unread == 0


@pytest.mark.parametrize("status", [Status.OPEN, Status.SNOOZED, Status.DONE, Status.MUTED])
def test_our_answer_makes_an_open_thread_wait_for_them_unless_they_wrote_since_and_no_other(status: Status) -> None:
    asked = thread(status=status, waiting_since=at(0), last_in_at=at(2), unread=2)
    answer = message(3, 1, Direction.OUT)

    assert fold_message(asked, answer, still_waiting_since=at(2)).status is status
    assert fold_message(asked, answer).status is (Status.WAITING if status is Status.OPEN else status)
