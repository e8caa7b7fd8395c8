"""What rules did lately is counted from an index, whatever else they did."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from socialdesk.model.identifiers import ThreadId
from socialdesk.store.rule_activity import AT, COUNTED, LAST, MOST, Activity, activity
from socialdesk.store.rule_rows import Run
from tests.model.builders import NOON as NOW
from tests.model.builders import thread as of_somebody
from tests.store.conftest import filled


def test_what_rules_did_is_counted_since_a_moment_and_told_when_last(tmp_path: Path) -> None:
    cache = filled(tmp_path / "cache.db")
    with cache.change() as change:
        thread = change.put_thread(of_somebody(id=ThreadId(0))).id
        for days in (30, 9, 6, 3, 1):
            for rule in ("one", "two") if days != 3 else ("two",):
                at = NOW - timedelta(days=days)
                run = Run(change.new_run_id(), rule, 1, f"{rule}{days}", thread, at, at, (), ())
                change.put_run(run, "[]", "")
    found = activity(cache, ("one", "two", "three"), NOW - timedelta(days=7))
    last = NOW - timedelta(days=1)
    assert found == {"one": Activity(2, last), "two": Activity(3, last), "three": Activity(0, None)}
    assert activity(cache, ("one",), NOW)["one"].count == 0
    assert activity(cache, ("one",), NOW - timedelta(days=90))["one"].count == 4
    cache.close()


def test_no_query_of_it_reads_the_table(tmp_path: Path) -> None:
    cache = filled(tmp_path / "cache.db")
    for query, values in ((COUNTED, ("one", 0, MOST)), (LAST, ("one",)), (AT, (3,))):
        plan = " ".join(row[3] for row in cache.ask(f"EXPLAIN QUERY PLAN {query}", values))
        assert "SEARCH rule_run" in plan, plan
        assert "SCAN rule_run" not in plan, plan
    cache.close()
