"""What stands around a comment, and what was let through, are read along an index and never tell what is kept."""

from __future__ import annotations

from typing import Any

import pytest

from socialdesk.model.identifiers import PostId, ThreadId
from socialdesk.store.around import around, shielded_on
from socialdesk.store.cache import Cache
from socialdesk.store.shield import kept_since, let_through, let_through_count
from tests.model.builders import NOON, at
from tests.store.test_queue import _fill


def test_the_comments_around_one_are_the_nearest_on_its_post_without_those_kept(
    cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_post: list[dict[str, object]] = [{"post_id": PostId(7), "last_in_at": at(minute)} for minute in range(9)]
    on_post[3]["shield"] = "abuse"
    _fill(cache, [*on_post, {"post_id": PostId(8), "last_in_at": at(4)}, {"last_in_at": at(4)}])
    threads = {one.last_in_at: one for one in cache.threads([ThreadId(n) for n in range(1, 10)])}

    asked: list[tuple[str, tuple[Any, ...]]] = []
    real = cache.ask
    monkeypatch.setattr(cache, "ask", lambda sql, words=(): asked.append((sql, words)) or real(sql, words))
    near = around(cache, threads[at(4)], each=2)
    assert [one.last_in_at for one in near.before] == [at(1), at(2)]
    assert [one.last_in_at for one in near.after] == [at(5), at(6)]
    assert shielded_on(cache, PostId(7)) == 1
    assert let_through(cache, None, 5) == ([], None)
    assert let_through_count(cache) == 0
    assert kept_since(cache, NOON) == (0, 0)
    for sql, words in asked:
        plan = " | ".join(row[3] for row in real(f"EXPLAIN QUERY PLAN {sql}", words))
        assert "SCAN thread" not in plan, plan
        assert "thread_post" in plan or "shielding_" in plan or "json_each" in sql, plan
