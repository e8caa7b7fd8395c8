"""The queue: counted without counting, paged without sorting."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialdesk.model.identifiers import ChannelId, PersonId, ThreadId
from socialdesk.model.sorting import Sort
from socialdesk.model.thread import Kind, Status, Thread
from socialdesk.model.triage import Group, GroupBounds, order_key
from socialdesk.model.view import (
    BUILT_IN,
    DONE,
    FIRST_SAVED,
    FRENCH,
    MENTIONS,
    MINE,
    TEAM,
    UNASSIGNED,
    Filter,
    View,
    channel_view,
    counters_of,
    takes,
    with_status,
)
from socialdesk.store import prepared
from socialdesk.store import queue_page as queue
from socialdesk.store.cache import Cache
from tests.model.builders import LEA, ME, at, thread
from tests.store.conftest import filled

CHANNELS = (channel_view(ChannelId(1)), channel_view(ChannelId(2)))
BY_ONE_STATUS = (MINE, UNASSIGNED, TEAM, FRENCH, with_status(MINE, Status.DONE), DONE, *CHANNELS)
MIXED = (
    View("two-tags", Filter(tags=frozenset({"vat", "late"}))),
    View("by-people", Filter(people=frozenset({ME, LEA}), shielded=False)),
    View("two-channels", Filter(channels=frozenset({ChannelId(1), ChannelId(2)}), vip=True)),
    View(
        "of-everything",
        Filter(
            statuses=frozenset({Status.OPEN, Status.WAITING}),
            people=frozenset({ME, LEA}),
            channels=frozenset({ChannelId(1)}),
            kinds=frozenset({Kind.DM, Kind.REVIEW, Kind.COMMENT}),
            languages=frozenset({"fr", "en"}),
            tags=frozenset({"vat", "late"}),
        ),
    ),
)
ALL = (*BUILT_IN, *FIRST_SAVED, *CHANNELS, *MIXED)

moments = st.integers(-500, 500).map(at)
looks = st.fixed_dictionaries(
    {
        "status": st.sampled_from(Status),
        "assignee_id": st.sampled_from([None, ME, LEA]),
        "channel_id": st.sampled_from([ChannelId(1), ChannelId(2)]),
        "kind": st.sampled_from(Kind),
        "language": st.sampled_from(["", "fr", "en"]),
        "is_vip": st.booleans(),
        "shield": st.sampled_from(["", "spam"]),
        "mentions_me": st.booleans(),
        "last_out_at": st.none() | moments,
        "due_at": st.none() | moments,
        "tags": st.sampled_from([(), ("vat",), ("vat", "late")]),
    }
)
steps = st.tuples(st.integers(0, 5), looks)


class _Undone(Exception):
    """Ends a transaction that shall leave nothing."""


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(st.booleans(), st.lists(steps, min_size=1, max_size=6)), min_size=1, max_size=4), st.booleans()
)
def test_counters_equal_a_recount_after_any_changes(
    transactions: list[tuple[bool, list[tuple[int, dict[str, object]]]]], drops_a_channel: bool
) -> None:
    with TemporaryDirectory() as folder:
        cache = filled(Path(folder) / "cache.db")
        made: dict[int, ThreadId] = {}
        for is_undone, changes in transactions:
            known = dict(made)
            try:
                with cache.change() as change:
                    for number, look in changes:
                        id_ = known.get(number, ThreadId(0))
                        # A thread keeps its channel; everything else may change.
                        own = change.thread(id_) if id_ else None
                        kept = {"channel_id": own.channel_id, "kind": own.kind, "rev": own.rev} if own else {}
                        put = change.put_thread(thread(**{"id": id_, "remote_id": f"t{number}", **look, **kept}))
                        known[number] = put.id
                    if is_undone:
                        raise _Undone  # noqa: TRY301 - what the test is about
            except _Undone:
                continue
            made = known
        with cache.change() as change:
            for place, view in enumerate((*FIRST_SAVED, *MIXED)):
                change.put_view(view, place)
            if drops_a_channel:
                change.drop_channel(ChannelId(1), erase=True)
        there = [t for t in cache.threads(list(made.values())) if not (drops_a_channel and t.channel_id == 1)]
        recount = Counter(key for one in there for key in counters_of(one, ALL, ME))
        assert {key: n for key, n in cache.counts().items() if n} == dict(recount)
        cache.close()


def _fill(cache: Cache, looks: list[dict[str, object]]) -> list[Thread]:
    with cache.change() as change:
        return [
            change.put_thread(thread(**{"id": ThreadId(0), "remote_id": f"t{number}", **look}))
            for number, look in enumerate(looks)
        ]


@settings(max_examples=20, deadline=None)
@given(st.lists(looks, max_size=25), st.sampled_from(ALL), st.integers(1, 7), st.booleans())
def test_pages_put_together_are_the_whole_view_in_triage_order(
    some: list[dict[str, object]], view: View, limit: int, is_saved: bool
) -> None:
    with TemporaryDirectory() as folder:
        cache = filled(Path(folder) / "cache.db")
        if is_saved and view in (*FIRST_SAVED, *MIXED):
            with cache.change() as change:
                change.put_view(view, 0)
        threads = _fill(cache, some)
        whole = sorted((t for t in threads if takes(view.filter, t, ME)), key=order_key)
        read: list[Thread] = []
        page = queue.queue_page(cache, view, ME, None, limit)
        read.extend(page.rows)
        while page.next is not None:
            assert len(page.rows) == limit
            page = queue.queue_page(cache, view, ME, page.next, limit)
            read.extend(page.rows)
        assert read == whole
        for place, one in enumerate(whole):
            rest = queue.queue_page(cache, view, ME, queue.key_of(one), 50)
            assert list(rest.rows) == whole[place + 1 :]
        cache.close()


@pytest.mark.parametrize(
    "view",
    [*BUILT_IN, FRENCH, with_status(MINE, Status.DONE), *CHANNELS, *MIXED],
    ids=lambda v: v.id,
)
@pytest.mark.parametrize("goes_on", [False, True], ids=["first page", "next page"])
def test_a_page_is_read_along_an_index_without_sorting(
    cache: Cache, view: View, goes_on: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    after = queue.Key(5, 5) if goes_on else None
    asked: list[tuple[str, tuple[Any, ...]]] = []
    monkeypatch.setattr(cache, "ask", lambda statement, words=(): asked.append((statement, words)) or [])
    queue.queue_page(cache, view, ME, after)
    assert asked
    monkeypatch.undo()
    for statement, words in asked:
        if "FROM view " in statement:
            continue
        plan = " | ".join(row[3] for row in cache.ask(f"EXPLAIN QUERY PLAN {statement}", words))
        assert "SEARCH t USING INDEX thread_" in plan or "SEARCH l USING PRIMARY KEY" in plan
        assert "TEMP B-TREE" not in plan
        assert "order_at>" in plan, "the next page must start in the index, not be skipped to"


def test_of_counters_those_of_views_are_read_with_the_chips_of_one(cache: Cache) -> None:
    _fill(cache, [{"status": status} for status in (Status.OPEN, Status.DONE, Status.WAITING)])
    whole = cache.counts()
    assert {"team/done", "unassigned/done", "channel:1/done"} <= whole.keys()
    for one in ("team", "channel:1", ""):
        seen = {key: count for key, count in whole.items() if "/" not in key or key.startswith(f"{one}/")}
        assert cache.counts(one) == seen


def test_the_groups_are_counted_by_their_edges(cache: Cache) -> None:
    bounds = GroupBounds.at(at(0), at(600))
    dues = [at(-1), at(0), at(59), at(60), at(599), at(600), at(5000), None, None]
    _fill(cache, [{"due_at": due} for due in dues])
    expected = Counter(bounds.group(due) for due in dues)
    assert queue.group_counts(cache, TEAM, ME, bounds) == {group: expected[group] for group in Group}


def test_the_next_due_thread_is_the_first_that_is_not_late(cache: Cache) -> None:
    _fill(cache, [{"due_at": at(-5)}, {"due_at": at(9)}, {"due_at": at(4)}, {"due_at": None}])
    found = queue.next_due(cache, TEAM, ME, at(0))
    assert found is not None
    assert found.due_at == at(4)
    assert queue.next_due(cache, TEAM, ME, at(10)) is None


def test_a_view_by_tag_takes_a_thread_with_one_of_its_tags(cache: Cache) -> None:
    _fill(cache, [{"tags": ("vat", "late")}, {"tags": ("vatican",)}, {"tags": ()}])
    found = queue.queue_page(cache, View("t", Filter(tags=frozenset({"vat", "other"}))), ME).rows
    assert [one.remote_id for one in found] == ["t0"]
    assert cache.tags() == ["late", "vat", "vatican"]


def test_mentions_are_merged_over_all_statuses_in_one_order(cache: Cache) -> None:
    _fill(cache, [{"mentions_me": True, "status": s, "due_at": at(n)} for n, s in enumerate(reversed(Status))])
    assert [t.due_at for t in queue.queue_page(cache, MENTIONS, ME).rows] == [at(n) for n in range(len(Status))]


def test_a_saved_view_comes_back_as_it_was_kept(cache: Cache) -> None:
    view = View("v", Filter(frozenset({Status.OPEN, Status.DONE}), tags=frozenset({"é"}), vip=False), "Vués")
    with cache.change() as change:
        change.put_view(view, 0)
    assert cache.views() == [view]


def test_the_load_of_a_member_is_the_open_threads_they_hold(cache: Cache) -> None:
    _fill(cache, [{"assignee_id": LEA}, {"assignee_id": LEA, "status": Status.DONE}, {"assignee_id": ME}, {}])
    assert cache.load_by_person() == {PersonId(1): 1, PersonId(2): 1}


def test_the_next_wake_is_the_earliest_snooze(cache: Cache) -> None:
    first, second = at(5), at(5) + timedelta(days=1)
    made = _fill(cache, [{"status": Status.SNOOZED, "snoozed_until": until} for until in (second, first)])
    assert cache.next_wake() == first
    with cache.change() as change:
        assert [t.id for t in change.threads_to_wake(first, 9)] == [made[1].id]
        change.put_thread(replace(made[1], status=Status.OPEN, snoozed_until=None))
    assert cache.next_wake() == second
    plan = [row[3] for row in cache.ask(f"EXPLAIN QUERY PLAN {prepared.TO_WAKE}", (0, 9))]
    assert len(plan) == 1
    assert "USING INDEX thread_snoozed" in plan[0]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(looks, max_size=25),
    st.sampled_from([one for one in ALL if one not in BY_ONE_STATUS]),
    st.sampled_from(list(Sort)),
    st.integers(1, 7),
    st.integers(1, 9),
)
def test_pages_that_look_through_few_threads_put_together_are_the_whole_view(
    some: list[dict[str, object]], view: View, sort: Sort, limit: int, looks_at: int
) -> None:
    with TemporaryDirectory() as folder:
        cache = filled(Path(folder) / "cache.db")
        _fill(cache, some)
        view = replace(view, sort=sort)
        whole = queue.queue_page(cache, view, ME, None, 100).rows
        read: list[Thread] = []
        after: queue.Key | None = None
        while True:
            page = queue.queue_page(cache, view, ME, after, limit, looks_at=looks_at)
            assert len(page.rows) <= limit
            read.extend(page.rows)
            if page.next is None:
                break
            assert after is None or after < page.next, "each page ends further on"
            after = page.next
        assert read == list(whole)
        cache.close()


@pytest.mark.parametrize("sort", list(Sort))
@pytest.mark.parametrize("goes_on", [False, True], ids=["first page", "next page"])
def test_how_far_a_page_looks_is_found_along_an_index_and_no_thread_is_read_for_it(
    cache: Cache, sort: Sort, goes_on: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    _fill(cache, [{"due_at": at(number), "language": "fr"} for number in range(8)])
    asked: list[tuple[str, tuple[Any, ...]]] = []
    ask = cache.ask
    for view in (View("v", Filter(languages=frozenset({"fr", "en"}), vip=True), sort=sort),
                 View("w", Filter(tags=frozenset({"vat", "late"}), vip=True), sort=sort)):  # fmt: skip
        first = queue.queue_page(cache, view, ME, None, 1, looks_at=3)
        assert (first.rows, first.next is None) == ((), view.id == "w")
        with monkeypatch.context() as patch:
            patch.setattr(cache, "ask", lambda one, words=(): asked.append((one, words)) or ask(one, words))
            queue.queue_page(cache, view, ME, first.next if goes_on else None, 1, looks_at=3)
    ends = [one for one in asked if one[0].endswith("OFFSET ?")]
    assert ends
    for statement, words in ends:
        plan = " | ".join(row[3] for row in ask(f"EXPLAIN QUERY PLAN {statement}", words))
        assert "USING COVERING INDEX" in plan or "USING PRIMARY KEY" in plan, plan
        assert "TEMP B-TREE" not in plan
        assert " t ON " not in statement
