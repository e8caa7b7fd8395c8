"""A cache of its own for each test, plain unless a test is about encryption: that is quicker to make."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from socialdesk.model.channel import Channel
from socialdesk.model.identifiers import ChannelId, PersonId
from socialdesk.model.person import Person, Role
from socialdesk.store.cache import Cache
from socialdesk.store.desk import Desk
from tests.model.builders import NOON


def filled(path: Path, key: bytes | None = None) -> Cache:
    """A new cache with two members and two channels."""
    cache = Cache(path, key, write=True)
    with cache.change() as change:
        change.put_person(Person(PersonId(1), "Ana", Role.AGENT, is_me=True, on_shift_until=None))
        change.put_person(Person(PersonId(2), "Léa", Role.AGENT, is_me=False, on_shift_until=None))
        for name in ("one", "two"):
            change.put_channel(
                Channel(ChannelId(0), "demo", "demo", name, name, name, "here"),
                connected_at=NOON,
                clocks_from=NOON,
                history_days=30,
            )
    return cache


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[Cache]:
    """An open cache with two members and the channels 1 and 2."""
    opened = filled(tmp_path / "cache.db")
    yield opened
    opened.close()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An open, empty desk."""
    opened = Desk(tmp_path / "desk.db", None, write=True)
    yield opened
    opened.close()
