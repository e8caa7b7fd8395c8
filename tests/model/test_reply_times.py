"""Every clock a thread had, told from its history: cycles, pauses, which version counted, and what is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from socialdesk.model.command import MarkDone, Reopen, Snooze, WaitOnContact
from socialdesk.model.condition import Field, Is
from socialdesk.model.fold import fold, fold_message
from socialdesk.model.message import Direction
from socialdesk.model.reply_policy import Promise, ReplyPolicy, Target, Unit
from socialdesk.model.reply_times import Clock, Step, Time, Versions, What, times
from socialdesk.model.thread import Thread
from tests.model.builders import ME, at, message, thread

VIPS = Promise("VIPs", Is(Field.VIP), first=Target(5), next=Target(10), resolution=Target(60))
POLICY = ReplyPolicy(first=Target(30), next=Target(60), resolution=Target(240), version=2, special=(VIPS,))
ALWAYS = Versions([(at(-1000), POLICY)])


def told(
    *steps: tuple[float, What], versions: Versions = ALWAYS, one: Thread | None = None
) -> list[tuple[object, ...]]:
    found = times(one or thread(), [Step(at(minutes), what) for minutes, what in steps], versions)
    return [(one.clock, one.cycle, one.started, one.due, one.met) for one in found]


def test_every_answer_has_a_clock_and_all_of_it_one_that_rests_while_they_are_waited_for() -> None:
    history = (
        (0, What.ASKED),
        (10, What.ASKED),
        (20, What.ANSWERED),
        (50, What.ASKED),
        (200, What.ANSWERED),
        (210, What.DONE),
    )
    assert told(*history) == [
        (Clock.FIRST, 1, at(0), at(30), at(20)),
        (Clock.RESOLUTION, 1, at(0), at(240 + 30 + 10), at(210)),
        (Clock.NEXT, 1, at(50), at(110), at(200)),
    ]
    (first, done, later) = times(thread(), [Step(at(minutes), what) for minutes, what in history], ALWAYS)
    assert (first.is_late(at(999)), done.is_late(at(999)), later.is_late(at(999))) == (False, False, True)
    assert done.paused == ((at(20), at(50)), (at(200), at(210)))


def test_who_writes_after_all_was_done_begins_another_cycle_and_opening_again_goes_on_with_the_old_one() -> None:
    assert told((0, What.ASKED), (10, What.DONE), (20, What.OPENED), (25, What.ANSWERED), (40, What.DONE)) == [
        (Clock.FIRST, 1, at(0), at(30), at(25)),
        (Clock.RESOLUTION, 1, at(0), at(240 + 15), at(40)),
    ]
    again = told((0, What.ASKED), (10, What.ANSWERED), (11, What.DONE), (100, What.ASKED))
    assert again == [
        (Clock.FIRST, 1, at(0), at(30), at(10)),
        (Clock.RESOLUTION, 1, at(0), at(241), at(11)),
        (Clock.FIRST, 2, at(100), at(130), None),
        (Clock.RESOLUTION, 2, at(100), at(340), None),
    ]


def test_what_was_done_without_an_answer_needed_none() -> None:
    found = times(thread(), [Step(at(0), What.ASKED), Step(at(40), What.DONE)], ALWAYS)
    (first,) = [one for one in found if one.clock is Clock.FIRST]
    assert (first.met, first.ended, first.is_late(at(999))) == (None, at(40), True)


def test_an_ended_clock_is_told_by_the_version_that_counted_then_and_a_running_one_by_the_newest() -> None:
    old = ReplyPolicy(first=Target(15), next=Target(15), version=1)
    both = Versions([(at(-100), old), (at(50), POLICY)])
    found = times(
        thread(is_vip=True),
        [Step(at(0), What.ASKED), Step(at(20), What.ANSWERED), Step(at(40), What.ASKED)],
        both,
    )
    first, done, later = found
    assert (first.version, first.promise, first.due) == (1, "", at(15))
    assert (later.version, later.promise, later.due) == (2, "VIPs", at(50))
    assert (done.version, done.target) == (2, Target(60))
    assert Versions().at(None).version == 0


def test_history_from_before_starts_no_clock_but_is_an_answer() -> None:
    assert told((0, What.ANSWERED_BEFORE), (5, What.ANSWERED)) == []
    assert [one[0] for one in told((0, What.ANSWERED_BEFORE), (5, What.ASKED))] == [Clock.NEXT, Clock.RESOLUTION]


_TARGETS = st.builds(Target, st.integers(1, 40), st.sampled_from([Unit.HOURS, Unit.OPEN_HOURS]))


@given(
    st.lists(st.sampled_from(["in", "out", "done", "wait", "reopen", "snooze"]), min_size=1, max_size=14),
    _TARGETS,
    _TARGETS,
    st.booleans(),
    st.integers(1, 90),
)
def test_the_clock_that_runs_is_the_one_the_thread_shows(
    words: list[str], first: Target, later: Target, pauses_first: bool, minutes: int
) -> None:
    policy = ReplyPolicy(first=first, next=later, pauses_first=pauses_first)
    one, steps = thread(), list[Step]()
    for number, word in enumerate(words, 1):
        now = at(number * minutes)
        command = {
            "done": MarkDone(one.id),
            "wait": WaitOnContact(one.id),
            "reopen": Reopen(one.id),
            "snooze": Snooze(one.id, now + timedelta(days=9)),
        }.get(word)
        if command is None:
            said = replace(message(number, 0, Direction.IN if word == "in" else Direction.OUT), created_at=now)
            one = fold_message(one, said, policy=policy)
            steps.append(Step(now, What.ASKED if word == "in" else What.ANSWERED))
            continue
        after = policy.promised(fold(one, command, now, ME, ME))
        if after != one:  # what changes nothing is not in the history
            what = {"done": What.DONE, "wait": What.WAITING}.get(word, What.OPENED)
            steps.append(Step(now, what))
        one = after
    found: list[Time] = [
        time
        for time in times(one, steps, Versions([(at(-1), policy)]))
        if time.clock is not Clock.RESOLUTION and time.met is None
    ]
    running = found[-1:] if one.waiting_since is not None else []
    assert [(time.started, time.due) for time in running] == (
        [(one.waiting_since, one.due_at)] if one.waiting_since is not None else []
    )


def test_days_are_told_in_the_order_in_which_things_happened() -> None:
    found: tuple[Time, ...] = times(thread(), [Step(at(20), What.ANSWERED), Step(at(0), What.ASKED)], ALWAYS)
    assert [one.met for one in found if one.clock is Clock.FIRST] == [datetime.fromisoformat("2026-06-13T12:20+00:00")]
