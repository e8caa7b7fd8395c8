"""Acts on thousands of threads: written beside the window's thread, shown at once, taken back as one."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.bridge.many import AT_ONCE
from socialdesk.engine.host import Engine
from socialdesk.launch.desktop import make_bridge
from socialdesk.model.bulk import LeftOut, Plan, planned
from socialdesk.model.channel import Channel, ChannelState
from socialdesk.model.command import Command, Given, MarkDone
from socialdesk.model.identifiers import ChannelId, PersonId, ThreadId
from socialdesk.model.thread import Status, Thread
from socialdesk.model.view import TEAM
from socialdesk.store.cache import Cache
from socialdesk.store.desk import Desk
from socialdesk.store.errors import DamagedFile, DiskFull
from socialdesk.store.protection import Protection, Unlocked, create
from socialdesk.support.clock import SystemClock
from socialdesk.support.paths import Workspace
from tests.model.builders import ME, thread

START = datetime(2026, 11, 2, 8, tzinfo=UTC)
MANY = 400


class World:
    """A workspace with very many open threads, and a desktop's bridge to it."""

    def __init__(self, folder: Path) -> None:
        self.unlocked: Unlocked = create(Workspace(folder / "w"), "Atelier Nord", Protection.PASSPHRASE, "a passphrase")
        cache = Cache(self.unlocked.workspace.cache, self.unlocked.key, write=True)
        with cache.change() as change:
            made = Channel(ChannelId(0), "demo", "instagram", "Instagram", "own", "own", "", ChannelState.LIVE)
            channel = change.put_channel(made, connected_at=START, clocks_from=None, history_days=30)
            for place in range(MANY):
                change.put_thread(
                    thread(
                        id=0,
                        remote_id=f"t{place}",
                        channel_id=channel.id,
                        contact_id=None,
                        due_at=START + timedelta(seconds=place),
                    )
                )
        cache.close()
        self.bridge: Bridge = make_bridge(self.unlocked, is_demo=False)

    def all_ids(self, qtbot: QtBot) -> tuple[ThreadId, ...]:
        """Every thread of the team's view, in its order."""
        found: list[tuple[ThreadId, ...]] = []
        self.bridge.many.ids(TEAM, lambda ids: found.append(tuple(ids)))
        qtbot.waitUntil(lambda: bool(found))
        return found[0]

    def here(self, ids: Sequence[ThreadId]) -> list[Thread]:
        """Threads as the window's own thread sees them."""
        found = {one.id: one for one in self.bridge.cache.threads(ids)}
        return [self.bridge.submit.folded(found[id_]) for id_ in ids]

    def engine_works(self) -> int:
        """Let an engine apply what was given, then see all of it; gives how many commands it took."""

        async def once() -> int:
            engine = Engine(self.unlocked, SystemClock())
            applied = engine.apply_pending()
            await engine.close()
            return applied

        applied = asyncio.run(once())
        while self.bridge.submit.pending:
            self.bridge.follow.look()
        return applied

    def close(self) -> None:
        """Let go of the files."""
        self.bridge.rest()
        self.bridge.follow.stop()
        self.bridge.cache.close()
        self.bridge.desk.close()


@pytest.fixture
def world(qapp: object, tmp_path: Path) -> Iterator[World]:
    """Four hundred open threads."""
    made = World(tmp_path)
    yield made
    made.close()


def standing(world: World) -> dict[str, int]:
    """The counters that hold anything."""
    return {key: count for key, count in world.bridge.counts().items() if count}


def mark_done(world: World, ids: tuple[ThreadId, ...], qtbot: QtBot) -> None:
    given: list[object] = []

    def then(plan: Plan) -> None:
        world.bridge.many.give(plan, "done", given.append)

    world.bridge.many.plan(ids, lambda one: MarkDone(one.id), (), then)
    qtbot.waitUntil(lambda: bool(given))


def test_all_of_a_view_are_given_in_its_order(world: World, qtbot: QtBot) -> None:
    ids = world.all_ids(qtbot)

    assert len(ids) == MANY > AT_ONCE
    found = {one.id: one for one in world.bridge.cache.threads(ids)}
    assert [found[id_].due_at for id_ in ids] == [START + timedelta(seconds=place) for place in range(MANY)]


def test_counts_move_with_hundreds_before_the_engine_knows_of_them(world: World, qtbot: QtBot) -> None:
    ids = world.all_ids(qtbot)
    told: list[int] = []
    world.bridge.submit.given.connect(lambda threads: told.append(len(threads)))
    mark_done(world, ids[:300], qtbot)

    assert world.bridge.counts()["team"] == MANY - 300
    assert world.bridge.cache.counts()["team"] == MANY, "the file has nothing of it yet"
    assert world.bridge.counts(TEAM)["team/done"] == 300
    assert {key.split("/")[0] for key in world.bridge.counts() if "/" in key} == {"team"}, "chips of what is shown"
    assert told == [300], "one word for all, not three hundred"
    assert [one.command for one in world.bridge.submit.pending] == [MarkDone(id_) for id_ in ids[:300]]
    assert [one.seq for one in world.bridge.submit.pending] == [one.seq for one in world.bridge.desk.pending()]


def test_the_engine_does_all_of_it_and_one_undo_takes_all_of_it_back(world: World, qtbot: QtBot) -> None:
    ids = world.all_ids(qtbot)
    before = standing(world)
    mark_done(world, ids, qtbot)

    assert world.engine_works() == MANY
    assert {one.status for one in world.bridge.cache.threads(ids)} == {Status.DONE}
    assert world.bridge.counts()["team"] == 0

    undone: list[object] = []
    assert world.bridge.many.undo(undone.append)
    qtbot.waitUntil(lambda: bool(undone))
    assert standing(world) == before
    world.engine_works()
    assert standing(world) == before
    assert {one.status for one in world.bridge.cache.threads(ids)} == {Status.OPEN}
    assert world.bridge.submit.last_step is None


@pytest.mark.parametrize("many", [AT_ONCE - 10, AT_ONCE + 10])
def test_what_could_not_be_kept_is_told_as_given_by_nobody_and_can_be_taken_back_still(
    world: World, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    ids = world.all_ids(qtbot)[:many]
    mark_done(world, ids, qtbot)
    bridge, step = world.bridge, world.bridge.submit.last_step
    assert step is not None
    told: list[str] = []
    given: list[object] = []
    bridge.submit.failed.connect(told.append)

    def full(self: Desk, *_: object) -> list[Given]:
        raise DiskFull(self.path, "The disk is full.")

    with monkeypatch.context() as no_room:
        no_room.setattr(Desk, "give", full)
        if bridge.many.undo(given.append):
            qtbot.waitUntil(lambda: not bridge.many.is_busy)
        else:
            assert bridge.submit.undo() is None
        assert bridge.submit.last_step is step
        kept: list[str] = []
        bridge.many.write([MarkDone(id_) for id_ in ids], given.append, lambda: kept.append("instead"))
        bridge.many.give(Plan(tuple((one, MarkDone(one.id)) for one in world.here(ids)), {}), "done", given.append)
        qtbot.waitUntil(lambda: not bridge.many.is_busy)

    assert (told, kept, given) == (["The disk is full."] * 3, ["instead"], [])


def test_a_damaged_file_met_beside_the_window_is_heard_where_it_is_mended(
    world: World, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = world.all_ids(qtbot)

    def damaged(self: Cache, *_: object) -> object:
        raise DamagedFile(self.path, "It is damaged.")

    monkeypatch.setattr(Cache, "threads", damaged)
    with qtbot.captureExceptions() as heard:
        world.bridge.many.read(ids, lambda _threads: None)
        qtbot.waitUntil(lambda: not world.bridge.many.is_busy)

    assert [kind for kind, _, _ in heard] == [DamagedFile]


def test_what_is_due_follows_from_what_is_given_to_hundreds_as_it_does_for_one(world: World, qtbot: QtBot) -> None:
    ids = world.all_ids(qtbot)
    mark_done(world, ids, qtbot)
    found: list[Sequence[Thread]] = []
    world.bridge.many.read(ids, found.append)
    qtbot.waitUntil(lambda: bool(found))

    assert list(found[0]) == world.here(ids)


def test_hundreds_are_not_written_by_the_window_s_own_thread(
    world: World, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = QThread.currentThread()
    writers: list[bool] = []
    give = Desk.give

    def watched(self: Desk, commands: Iterable[Command], person: PersonId, at: datetime) -> list[Given]:
        writers.append(QThread.currentThread() is here)
        return give(self, commands, person, at)

    monkeypatch.setattr(Desk, "give", watched)
    mark_done(world, world.all_ids(qtbot), qtbot)

    assert writers == [False]


def test_an_act_leaves_out_what_it_would_not_change() -> None:
    threads = [thread(id=1), thread(id=2, status=Status.DONE), thread(id=3)]

    plan = planned(threads, lambda one: MarkDone(one.id), START, ME, {ThreadId(3)})

    assert [one.id for one, _ in plan.does] == [1]
    assert plan.left_out == {LeftOut.SAME_ALREADY: 1, LeftOut.COLLEAGUE: 1}
    assert not plan.asks
