"""Saved views on the store: whose they are, what is counted, and pages in every order along an index."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialdesk.model.condition import All, AnyOf, Condition, Field, Is, Not
from socialdesk.model.filtering import with_parts
from socialdesk.model.identifiers import ChannelId, ThreadId
from socialdesk.model.sorting import Section, Sort
from socialdesk.model.thread import Kind, Priority, Status, Thread
from socialdesk.model.triage import GroupBounds
from socialdesk.model.view import BUILT_IN, MINE, TEAM, Filter, View, channel_view, takes
from socialdesk.store import queue_page as queue
from socialdesk.store.cache import Cache
from socialdesk.store.derived import counted
from socialdesk.store.queue_order import Sections, key_of
from tests.model.builders import LEA, ME, at
from tests.model.test_condition import conditions
from tests.store.test_queue import _fill, filled

NOW = at(60)
NAMES = ["Zoé", "élise", "Émile", "Elsa", "amara", "", "日本", "ÉA", "eb"]
full_looks = st.fixed_dictionaries(
    {
        "due_at": st.sampled_from([None, at(0), at(1), at(2)]),
        "last_in_at": st.sampled_from([None, at(0), at(5), at(9)]),
        "last_out_at": st.sampled_from([None, at(7)]),
        "waiting_since": st.sampled_from([None, at(-300), at(0), at(50)]),
        "status": st.sampled_from([Status.OPEN, Status.OPEN, Status.DONE]),
        "kind": st.sampled_from([Kind.DM, Kind.REVIEW]),
        "stars": st.sampled_from([None, 1, 5]),
        "contact_name": st.sampled_from(NAMES),
        "assignee_id": st.sampled_from([None, ME, LEA]),
        "priority": st.sampled_from([Priority.NORMAL, Priority.URGENT]),
        "tags": st.sampled_from([(), ("vat",), ("vat", "late"), ("é",)]),
        "language": st.sampled_from(["", "fr", "en"]),
        "shield": st.sampled_from(["", "abuse"]),
        "is_vip": st.booleans(),
        "unread": st.sampled_from([0, 2]),
        "mentions_me": st.booleans(),
        "channel_id": st.sampled_from([ChannelId(1), ChannelId(2)]),
    }
)


def _whole(threads: list[Thread], view: View) -> list[Thread]:
    return sorted((t for t in threads if takes(view.filter, t, ME, NOW)), key=lambda one: key_of(one, view.sort))


def _read(cache: Cache, view: View, limit: int) -> list[Thread]:
    page = queue.queue_page(cache, view, ME, None, limit, NOW)
    read = list(page.rows)
    while page.next is not None:
        page = queue.queue_page(cache, view, ME, page.next, limit, NOW)
        read += page.rows
    return read


@settings(max_examples=40, deadline=None)
@given(
    st.lists(full_looks, max_size=20),
    st.lists(conditions, max_size=2),
    st.sampled_from(list(Sort)),
    st.integers(1, 7),
    st.booleans(),
    st.sampled_from([1, 4_000]),
)
def test_in_every_order_the_pages_put_together_are_what_the_filter_takes(  # noqa: PLR0917 - parametrized
    some: list[dict[str, object]], parts: list[Condition], sort: Sort, limit: int, is_saved: bool, small: int
) -> None:
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(queue, "SMALL", small)
        cache = filled(Path(folder) / "cache.db")
        threads = _fill(cache, some)
        base = Filter(
            frozenset({Status.OPEN, Status.DONE}), tags=frozenset({"vat", "é", "late"}) if small == 1 else frozenset()
        )
        view = View("v", with_parts(base, parts), "V", sort=sort)
        if is_saved:
            with cache.change() as change:
                change.put_view(view)
        whole = _whole(threads, view)
        assert _read(cache, view, limit) == whole
        bounds = GroupBounds.at(NOW, at(600))
        sections = Sections.of(sort, bounds, at(0))
        counts = queue.section_counts(cache, view, ME, sections, NOW)
        assert list(counts) == list(sections.headings)
        for heading in sections.headings:
            assert counts[heading] == sum(sections.of_thread(one) is heading for one in whole)
        order = [sections.headings.index(sections.of_thread(one)) for one in whole]
        assert order == sorted(order), "a section is one stretch of the list"
        cache.close()


@pytest.mark.parametrize("sort", [Sort.NEWEST, Sort.OLDEST, Sort.STARS, Sort.NAME])
@pytest.mark.parametrize(
    "view", [*BUILT_IN, channel_view(ChannelId(1)), View("x", Filter(vip=True))], ids=lambda v: v.id
)
def test_another_order_goes_along_its_own_index_where_a_view_is_large(
    cache: Cache, view: View, sort: Sort, monkeypatch: pytest.MonkeyPatch
) -> None:
    _fill(cache, [{"assignee_id": ME, "is_vip": True, "mentions_me": True, "last_out_at": at(1)} for _ in range(3)])
    monkeypatch.setattr(queue, "SMALL", 0)
    asked: list[tuple[str, tuple[Any, ...]]] = []
    real = cache.ask
    monkeypatch.setattr(
        cache, "ask", lambda statement, words=(): asked.append((statement, words)) or real(statement, words)
    )
    first = queue.queue_page(cache, View(view.id, view.filter, sort=sort), ME, None, 2)
    if first.next is not None:
        queue.queue_page(cache, View(view.id, view.filter, sort=sort), ME, first.next, 2)
    pages = [one for one in asked if one[0].startswith("SELECT t.*")]
    assert pages
    for statement, words in pages:
        plan = " | ".join(row[3] for row in real(f"EXPLAIN QUERY PLAN {statement}", words))
        assert (
            "USING INDEX thread_said" in plan or "USING INDEX thread_stars" in plan or "USING INDEX thread_name" in plan
        )
        assert "TEMP B-TREE" not in plan, plan


def test_a_small_view_is_read_whole_and_put_in_order(cache: Cache) -> None:
    _fill(cache, [{"assignee_id": ME, "contact_name": name} for name in ("Zoé", "Émile", "adam")])
    asked: list[str] = []
    real = cache.ask
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cache, "ask", lambda statement, words=(): asked.append(statement) or real(statement, words))
        found = queue.queue_page(cache, View(MINE.id, MINE.filter, sort=Sort.NAME), ME)
    assert [one.contact_name for one in found.rows] == ["adam", "Émile", "Zoé"]
    plan = " | ".join(row[3] for row in real(f"EXPLAIN QUERY PLAN {asked[-1]}", (*([1] * asked[-1].count("?")),)))
    assert "thread_queue_mine" in plan


def test_the_newest_fall_into_days(cache: Cache) -> None:
    day = 24 * 60
    _fill(cache, [{"last_in_at": at(-days * day)} for days in (0, 0, 1, 3, 40)])
    with cache.change() as change:  # created long ago, or the last would be of today
        for number in range(1, 6):
            one = change.thread(ThreadId(number))
            assert one is not None
            from dataclasses import replace

            change.put_thread(replace(one, created_at=at(-100 * day)))
    sections = Sections.of(Sort.NEWEST, GroupBounds.at(at(0), at(600)), at(-60))
    counts = queue.section_counts(cache, View(TEAM.id, TEAM.filter, sort=Sort.NEWEST), ME, sections, at(0))
    assert counts == {Section.TODAY: 2, Section.YESTERDAY: 1, Section.LAST_DAYS: 1, Section.OLDER: 1}


def test_a_private_view_of_somebody_else_is_not_shown_but_counted(cache: Cache) -> None:
    mine, hers, ours = (View(id_, Filter(), id_, owner=owner) for id_, owner in (("m", ME), ("l", LEA), ("o", None)))
    with cache.change() as change:
        for view in (mine, hers, ours):
            change.put_view(view)
    assert cache.views() == [mine, ours]
    _fill(cache, [{}])
    assert cache.counts()["l"] == 1


def test_a_new_view_is_counted_once_and_maintained_from_then_on(cache: Cache) -> None:
    _fill(cache, [{"tags": ("vat",)}, {"tags": ("vat",), "is_vip": True}, {}])
    where = AnyOf((Is(Field.VIP), Not(Is(Field.TAG, frozenset({"vat"})))))
    with cache.change() as change:
        change.put_view(View("v", Filter(where=All((where,))), "V"))
    assert cache.counts()["v"] == 2
    _fill_more = {"remote_id": "later", "is_vip": True}
    with cache.change() as change:
        from tests.model.builders import thread

        change.put_thread(thread(**{"id": 0, **_fill_more}))
    assert cache.counts()["v"] == 3
    with cache.read() as db:
        assert {key: n for key, n in cache.counts().items() if n} == counted(db, cache.views(), ME)


def test_a_view_that_changes_together_with_its_threads_counts_each_once(cache: Cache) -> None:
    _fill(cache, [{"tags": ("vat",)}, {"tags": ("late",)}])
    vat, late = (View("v", Filter(tags=frozenset({tag})), "V") for tag in ("vat", "late"))
    with cache.change() as change:
        change.put_view(vat)
    with cache.change() as change:
        threads = [change.thread(ThreadId(row[0])) for row in cache.ask("SELECT id FROM thread")]
        for one in filter(None, threads):
            change.put_thread(replace(one, tags=("vat", "late")))
        change.put_view(late)
    assert cache.counts()["v"] == 2
    with cache.change() as change:
        for one in filter(None, threads):
            change.put_thread(replace(one, tags=()))
        change.drop_view("v")
    assert "v" not in {key for key, n in cache.counts().items() if n}


def test_a_dropped_view_leaves_no_counter_and_no_list(cache: Cache) -> None:
    _fill(cache, [{}])
    with cache.change() as change:
        change.put_view(View("v", Filter(), "V"))
        change.put_view(View("w", Filter(), "W"))
    with cache.change() as change:
        change.drop_view("v")
    assert [view.id for view in cache.views()] == ["w"]
    assert not any(key == "v" or key.startswith("v/") for key in cache.counts())
    assert cache.ask("SELECT count(*) FROM view_thread WHERE view_id = 'v'") == [(0,)]
    _fill_again = [{"remote_id": "n"}]
    _fill(cache, [{**one} for one in _fill_again])


def test_what_depends_on_the_time_is_asked_at_each_reading(cache: Cache) -> None:
    view = View("v", Filter(where=Is(Field.WAITING, frozenset({"240"}))), "V", shows_count=False)
    with cache.change() as change:
        change.put_view(view)
    made = _fill(cache, [{"waiting_since": at(0)}, {"waiting_since": at(200)}, {}])
    assert [t.id for t in queue.queue_page(cache, view, ME, now=at(241)).rows] == [made[0].id]
    assert len(queue.queue_page(cache, view, ME, now=at(500)).rows) == 2
    assert cache.views() == [view]
