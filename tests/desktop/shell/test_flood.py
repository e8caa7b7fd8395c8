"""Thousands of messages at once: the list stays as long as it was read, and nothing moves under the eye."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from socialdesk.desktop.bridge.pace import Pace
from socialdesk.desktop.places.queue.model import MOST_AT_ONCE, PAGE, QueueModel
from socialdesk.engine.ingest import Ingest
from socialdesk.launch.desktop import make_bridge
from socialdesk.model.channel import Channel, ChannelState
from socialdesk.model.contact import Author
from socialdesk.model.event import MessageSeen
from socialdesk.model.identifiers import ChannelId, ThreadId
from socialdesk.model.thread import Kind
from socialdesk.model.view import TEAM
from socialdesk.store.cache import Cache
from socialdesk.store.protection import Protection, create
from socialdesk.support.clock import SystemClock
from socialdesk.support.paths import Workspace

START = datetime(2026, 11, 2, 8, tzinfo=UTC)


class Flood:
    """A workspace, its queue, and a channel that can bring any number of threads."""

    def __init__(self, folder: Path) -> None:
        unlocked = create(Workspace(folder / "workspace"), "Atelier Nord", Protection.PASSPHRASE, "a passphrase")
        self.bridge = make_bridge(unlocked, is_demo=False)
        self.cache = Cache(unlocked.workspace.cache, unlocked.key, write=True)
        with self.cache.change() as change:
            made = Channel(ChannelId(0), "demo", "instagram", "Instagram", "own", "own", "", ChannelState.LIVE)
            channel = change.put_channel(made, connected_at=START, clocks_from=None, history_days=30)
        self.ingest = Ingest(self.cache, channel, self.cache.connected(channel.id), SystemClock())
        self.model = QueueModel(self.bridge)

    def bring(self, count: int, *, first: int, at: datetime) -> list[ThreadId]:
        """Threads of one message each, a second apart."""
        names = [f"t{number}" for number in range(first, first + count)]
        events = [
            MessageSeen(name, "1", name, Kind.DM, Author(name, name, name), "hello", at + timedelta(seconds=place), "")
            for place, name in enumerate(names)
        ]
        before = self.cache.ask("SELECT coalesce(max(id), 0) FROM thread")[0][0]
        self.ingest.take(events, "dm", str(first))
        return [ThreadId(id_) for (id_,) in self.cache.ask("SELECT id FROM thread WHERE id > ?", (before,))]

    def shown(self) -> list[ThreadId]:
        """The threads of the list, from the top."""
        found = [self.model.thread_at(row) for row in range(self.model.rowCount())]
        return [thread.id for thread in found if thread is not None]

    def close(self) -> None:
        """Let go of the files."""
        self.model.rest()
        self.cache.close()
        self.bridge.cache.close()
        self.bridge.desk.close()


@pytest.fixture
def flood(qapp: object, tmp_path: Path) -> Flood:
    """A queue of a hundred threads, of which the first page is read."""
    made = Flood(tmp_path)
    made.bring(100, first=0, at=START)
    made.model.show(TEAM)
    return made


def test_what_comes_after_the_last_row_is_read_when_it_is_scrolled_to(flood: Flood) -> None:
    flood.model.follow(flood.bring(500, first=1000, at=START + timedelta(days=1)))
    assert len(flood.shown()) == PAGE
    assert flood.model.waiting_above == 0
    while flood.model.canFetchMore(flood.model.index(-1)):
        flood.model.fetchMore(flood.model.index(-1))
    assert len(flood.shown()) == 600
    flood.close()


def test_many_that_belong_on_top_wait_and_come_in_together_in_order(flood: Flood) -> None:
    before = flood.shown()
    ids = flood.bring(MOST_AT_ONCE + 10, first=2000, at=START - timedelta(days=1))
    flood.model.follow(ids)
    assert flood.shown() == before
    assert flood.model.waiting_above == len(ids)
    flood.model.let_in()
    assert flood.shown() == [*ids, *before][:PAGE]
    while flood.model.canFetchMore(flood.model.index(-1)):
        flood.model.fetchMore(flood.model.index(-1))
    assert len(flood.shown()) == 100 + len(ids)
    flood.close()


def test_a_list_that_is_wholly_read_does_not_grow_without_end(flood: Flood) -> None:
    flood.model.fetchMore(flood.model.index(-1))
    assert len(flood.shown()) == 100
    flood.model.follow(flood.bring(500, first=3000, at=START + timedelta(days=1)))
    assert len(flood.shown()) == 100
    assert flood.model.canFetchMore(flood.model.index(-1))
    flood.close()


def test_a_stream_of_askings_acts_at_once_and_then_for_the_last_one(qtbot: QtBot) -> None:
    told: list[int] = []
    holder = QObject()
    pace = Pace(lambda: told.append(len(told)), 20, holder)
    for _ in range(50):
        pace.ask()
    assert told == [0]
    qtbot.waitUntil(lambda: told == [0, 1])
    pace.ask_later()
    assert told == [0, 1]
    pace.stop()
