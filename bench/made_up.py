"""Makes seeded messages and workspaces of a size, for the benches; nothing in it was ever posted."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

from socialdesk.engine.ingest import Ingest
from socialdesk.model.channel import Channel, ChannelState
from socialdesk.model.contact import Author
from socialdesk.model.event import MessageSeen
from socialdesk.model.identifiers import ChannelId, PersonId
from socialdesk.model.person import Person, Role
from socialdesk.model.thread import Kind
from socialdesk.model.view import FIRST_SAVED
from socialdesk.store.cache import Cache
from socialdesk.store.protection import Protection, Unlocked, create
from socialdesk.support.clock import SystemClock
from socialdesk.support.paths import Workspace

_WORDS = (Path(__file__).parent / "words.txt").read_text(encoding="utf-8").split()
START = datetime(2026, 1, 5, 8, tzinfo=UTC)


def events(count: int, *, seed: int = 7, first: int = 0) -> list[MessageSeen]:
    """Messages of 16 words in threads of about five, by about one contact a thread."""
    chance = random.Random(seed + first)
    made: list[MessageSeen] = []
    for number in range(first, first + count):
        thread = number // 5
        name = f"{_WORDS[thread * 7 % len(_WORDS)].title()} {_WORDS[thread * 11 % len(_WORDS)].title()}"
        who = Author(f"u{thread}", f"handle{thread}", name)
        made.append(
            MessageSeen(
                remote_id=f"m{number}",
                version="1",
                thread_remote_id=f"t{thread}",
                kind=chance.choice([Kind.DM, Kind.COMMENT]) if number % 5 == 0 else Kind.DM,
                author=who,
                text=" ".join(chance.choices(_WORDS, k=16)),
                created_at=START + timedelta(seconds=number * 3),
                permalink=f"https://example.invalid/{number}",
                language=chance.choice(["en", "fr"]),
            )
        )
    return made


def workspace(folder: Path, count: int, *, passphrase: str = "bench") -> Unlocked:
    """An encrypted workspace that holds `count` messages."""
    unlocked = create(Workspace(folder), "Bench", Protection.PASSPHRASE, passphrase)
    cache = Cache(unlocked.workspace.cache, unlocked.key, write=True)
    fill(cache, count)
    cache.close()
    return unlocked


def channel(cache: Cache) -> Channel:
    """A connected channel of the bench's own, made once."""
    known = cache.channels()
    if known:
        return known[0]
    with cache.change() as change:
        change.put_person(Person(PersonId(0), "Me", Role.ADMIN, is_me=True))
        for place, view in enumerate(FIRST_SAVED):
            change.put_view(view, place)
        one = Channel(ChannelId(0), "demo", "instagram", "Instagram", "bench", "bench", "", ChannelState.LIVE)
        return change.put_channel(one, connected_at=START, clocks_from=None, history_days=30)


def fill(cache: Cache, count: int) -> None:
    """Ingest `count` messages as the engine does."""
    one = channel(cache)
    ingest = Ingest(cache, one, cache.connected(one.id), SystemClock())
    for first in range(0, count, 5000):
        ingest.take(events(min(5000, count - first), first=first), "world", str(first))
