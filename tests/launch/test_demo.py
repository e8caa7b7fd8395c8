from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from socialdesk.launch.demo import prepare, start_over
from socialdesk.launch.opening import Unusable
from socialdesk.model.identifiers import PersonId
from socialdesk.model.view import MINE, TEAM, UNASSIGNED
from socialdesk.store.cache import Cache
from socialdesk.store.desk import Desk
from socialdesk.store.protection import Protection, create
from socialdesk.store.queue_page import queue_page
from socialdesk.support.clock import HandClock
from socialdesk.support.lock import FileLock, Taken
from socialdesk.support.paths import Workspace

NOW = datetime(2026, 6, 13, 12, tzinfo=UTC)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[tuple[Workspace, HandClock, Cache]]:
    workspace, clock = Workspace(tmp_path / "demo"), HandClock(NOW)
    prepare(workspace, clock)
    cache = Cache(workspace.cache, None, write=False)
    yield workspace, clock, cache
    cache.close()


def test_the_demo_opens_on_a_team_at_work(opened: tuple[Workspace, HandClock, Cache]) -> None:
    workspace, _, cache = opened
    counts = cache.counts()
    shown = {key: counts.get(key) for key in ("mine", "unassigned", "team", "snoozed", "waiting", "done", "mentions")}
    assert shown == {
        "mine": 12,
        "unassigned": 34,
        "team": 128,
        "snoozed": 9,
        "waiting": 17,
        "done": 86,
        "mentions": 3,
    }
    assert len(cache.channels()) == 9
    assert cache.saved_replies()
    desk = Desk(workspace.desk, None, write=False)
    assert desk.drafts()
    assert desk.pending() == []
    desk.close()


def test_the_lists_that_are_counted_hold_what_the_counters_say(opened: tuple[Workspace, HandClock, Cache]) -> None:
    _, _, cache = opened
    me = next(person.id for person in cache.people() if person.is_me)
    for view in (MINE, UNASSIGNED, TEAM):
        assert len(queue_page(cache, view, PersonId(me), None, 500).rows) == cache.counts()[view.id]


def test_a_second_opening_goes_on_where_the_first_was_left(opened: tuple[Workspace, HandClock, Cache]) -> None:
    workspace, clock, cache = opened
    before = cache.message_count()
    clock.move(timedelta(days=1))

    prepare(workspace, clock)

    assert cache.message_count() == before
    assert not workspace.secrets.exists()


def test_half_a_demo_is_not_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("in the middle")

    workspace = Workspace(tmp_path / "demo")
    monkeypatch.setattr("socialdesk.launch.demo._settle", broken)
    with pytest.raises(RuntimeError):
        prepare(workspace, HandClock(NOW))
    monkeypatch.undo()

    assert not workspace.folder.exists()
    prepare(workspace, HandClock(NOW))


@pytest.mark.parametrize("protection", [Protection.PLAIN, Protection.PASSPHRASE])
def test_somebodys_own_workspace_is_never_taken_for_the_demo(tmp_path: Path, protection: Protection) -> None:
    workspace = Workspace(tmp_path / "own")
    create(workspace, "My shop", protection, "correct horse")

    with pytest.raises(Unusable, match="Nothing was changed"):
        start_over(workspace)
    with pytest.raises(Unusable, match="not the demo"):
        prepare(workspace, HandClock(NOW))

    assert workspace.info.exists()


def test_a_demo_whose_making_was_cut_short_is_made_again(opened: tuple[Workspace, HandClock, Cache]) -> None:
    workspace, clock, cache = opened
    desk = Desk(workspace.desk, None, write=True)
    desk.set_state("demo_is_ready", "")
    desk.close()
    cache.close()

    prepare(workspace, clock)

    desk = Desk(workspace.desk, None, write=False)
    assert desk.state("demo_is_ready")
    desk.close()


def test_the_demo_starts_over_unless_it_is_open(opened: tuple[Workspace, HandClock, Cache]) -> None:
    workspace, _, _ = opened
    window = FileLock(workspace.desktop_lock)
    with pytest.raises(Taken):
        start_over(workspace)
    assert workspace.info.exists()

    window.release()
    start_over(workspace)
    assert not workspace.folder.exists()
