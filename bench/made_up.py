"""Makes seeded workspaces of any size, up to a million messages and more; nothing in them was ever posted.

A few channels, people and threads have most of what is said, as in life: 300 channels, threads of 1 to 500 messages,
six languages, three years, answers of ours, every kind and status. What one seed makes is always the same.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from random import Random

from bench import texts
from socialdesk.engine.ingest import Ingest
from socialdesk.model import fold
from socialdesk.model.channel import Channel, ChannelState
from socialdesk.model.command import AddTag, Assign, MarkDone, SetPriority, Snooze, ThreadCommand, WaitOnContact
from socialdesk.model.contact import Author
from socialdesk.model.event import MessageSeen
from socialdesk.model.identifiers import ChannelId, PersonId, ThreadId
from socialdesk.model.person import Person, Role
from socialdesk.model.thread import Kind, Priority, Thread
from socialdesk.model.view import FIRST_SAVED
from socialdesk.store.cache import Cache
from socialdesk.store.protection import Protection, Unlocked, create, unlock
from socialdesk.support.clock import SystemClock
from socialdesk.support.paths import Workspace

CHANNELS = 300
LONGEST = 500
END = datetime(2026, 11, 20, 18, tzinfo=UTC)
"""When the newest message was written."""
_SPAN = timedelta(days=3 * 365)
_PAGE = 2000
_PASSPHRASE = "bench"
_MARKS = ("instagram", "facebook", "x", "bluesky", "youtube", "tiktok", "linkedin", "google")
_TAGS = (
    "delivery",
    "size",
    "refund",
    "praise",
    "press",
    "bug",
    "shop",
    "colour",
    "return",
    "urgent",
    "wholesale",
    "job",
)
_PEOPLE = ("Me", "Amélie", "Jonas", "Noor", "Kenji", "Lucía")
_KINDS = (Kind.DM, Kind.DM, Kind.DM, Kind.COMMENT, Kind.COMMENT, Kind.COMMENT, Kind.MENTION, Kind.REVIEW)


def _skewed(chance: Random, count: int, flat: int) -> int:
    """A number below `count`, small ones more often (Zipf and Mandelbrot's law); `flat` is how broad its top is."""
    return int(flat * ((count / flat + 1) ** chance.random() - 1))


def _length(chance: Random) -> int:
    """How many messages a thread has: mostly one or two, on average five, at most 500."""
    while (drawn := (1 - chance.random()) ** -0.94) > LONGEST:
        pass
    return int(drawn)


@dataclass(frozen=True, slots=True)
class _Plan:
    """One thread that is to be."""

    number: int
    length: int


def events(count: int, *, seed: int = 7, first: int = 0, at: datetime = END, people: int = 40_000) -> list[MessageSeen]:
    """What comes in on one channel from `at` on: `count` messages, the threads numbered from `first`."""
    chance = Random(f"{seed}/{first}")
    made: list[MessageSeen] = []
    number = first
    while len(made) < count:
        plan = _Plan(number, min(_length(chance), count - len(made)))
        made += _said(chance, plan, f"n{seed}", at, pause=timedelta(minutes=1), people=people)
        number += 1
    return made


def workspace(folder: Path, count: int, *, seed: int = 7) -> Unlocked:
    """An encrypted workspace that holds `count` messages."""
    unlocked = create(Workspace(folder), "Bench", Protection.PASSPHRASE, _PASSPHRASE)
    cache = Cache(unlocked.workspace.cache, unlocked.key, write=True)
    _fill(cache, count, seed)
    _act(cache, seed)
    # As the product does after a long download: the planner learns how the rows lie.
    with cache.driver() as db:
        db.execute("PRAGMA optimize = 0x10002")
    cache.close()
    return unlocked


def kept(root: Path, count: int, *, seed: int = 7) -> Unlocked:
    """The workspace of this size and seed under `root`, made when it is not there. Benches that write take a copy."""
    folder = root / f"{count}-{seed}-{texts.source()}"
    ready = folder / "ready"
    # Made of other words it would be measured for what it is no longer.
    made_by = sha256(b"".join(Path(file).read_bytes() for file in (__file__, texts.__file__))).hexdigest()
    if not ready.exists() or ready.read_text() != made_by:
        shutil.rmtree(folder, ignore_errors=True)
        workspace(folder / "workspace", count, seed=seed)
        ready.write_text(made_by)
    unlocked = unlock(Workspace(folder / "workspace"), _PASSPHRASE)
    # One that was kept by an older program gets today's tables as anybody's workspace does.
    Cache(unlocked.workspace.cache, unlocked.key, write=True).close()
    return unlocked


def copy(unlocked: Unlocked, folder: Path) -> Unlocked:
    """A copy of a workspace that may be written to."""
    shutil.copytree(unlocked.workspace.folder, folder)
    return unlock(Workspace(folder), _PASSPHRASE)


def channels(cache: Cache) -> list[Channel]:
    """The connected channels of the benches' own, made once with team and views."""
    known = cache.channels()
    if known:
        return known
    with cache.change() as change:
        for number, name in enumerate(_PEOPLE):
            change.put_person(Person(PersonId(0), name, Role.ADMIN if not number else Role.AGENT, is_me=not number))
        for place, view in enumerate(FIRST_SAVED):
            change.put_view(view, place)
        for number in range(CHANNELS):
            mark = _MARKS[number % len(_MARKS)]
            one = Channel(
                ChannelId(0), "demo", mark, f"{mark.title()} {number}", f"bench{number}", f"bench{number}", "",
                ChannelState.LIVE,
            )  # fmt: skip
            change.put_channel(one, connected_at=END - _SPAN, clocks_from=None, history_days=3 * 365)
    return cache.channels()


def _fill(cache: Cache, count: int, seed: int) -> None:
    """Ingest `count` messages as the engine does, channel by channel, in the order they were written."""
    own = channels(cache)
    chance = Random(f"{seed}/plan")
    plans: list[list[_Plan]] = [[] for _ in own]
    left, number = count, 0
    while left:
        # One thread in some thousand is as long as they get.
        length = min(left, LONGEST if number % 5000 == 17 else _length(chance))
        plans[_skewed(chance, len(own), 4)].append(_Plan(number, length))
        left -= length
        number += 1
    people = max(1, number * 3 // 5)
    for one, threads in zip(own, plans, strict=True):
        ingest = Ingest(cache, one, cache.connected(one.id), SystemClock())
        begun = END - _SPAN
        said = [
            event
            for plan in threads
            for event in _said(chance, plan, f"c{one.id}", begun, pause=timedelta(days=2), people=people, spread=_SPAN)
        ]
        said.sort(key=lambda event: event.created_at)
        for start in range(0, len(said), _PAGE):
            ingest.take(said[start : start + _PAGE], "world", str(start))


def _said(
    chance: Random,
    plan: _Plan,
    prefix: str,
    begun: datetime,
    *,
    pause: timedelta,
    people: int,
    spread: timedelta = timedelta(0),
) -> Iterator[MessageSeen]:
    """The messages of one thread, in order."""
    number = _skewed(chance, people, 50)
    given, family = texts.said()["en"][number % 97].split()[0], texts.said()["fr"][number % 89].split()[0]
    contact = Author(f"u{number}", f"person{number}", f"{given[:16].title()} {family[:16].title()} {number}")
    brand = Author("us", "brand", "Brand", is_own=True)
    spoken = texts.language(chance)
    kind = _KINDS[plan.number % len(_KINDS)]
    thread = f"{prefix}t{plan.number}"
    answers = chance.random() < 0.85
    at = begun + spread * chance.random()
    for place in range(plan.length):
        head = place == 0
        own = not head and answers and (place == plan.length - 1 or chance.random() < 0.4)
        remote = thread if head else f"{thread}m{place}"
        yield MessageSeen(
            remote_id=remote,
            version="1",
            thread_remote_id=thread,
            kind=kind,
            author=brand if own else contact,
            text=texts.sentence(chance, spoken),
            created_at=min(at, END) if spread else at,
            permalink=f"https://example.invalid/{remote}",
            contact=contact if own else None,
            language=spoken,
            stars=1 + number % 5 if kind is Kind.REVIEW and head else None,
        )
        at += pause * (chance.random() ** 3)


def _act(cache: Cache, seed: int) -> None:
    """What the team did: most threads are done, a few wait or sleep, some are somebody's, some are tagged."""
    chance = Random(f"{seed}/team")
    newest = cache.ask("SELECT max(id) FROM thread")[0][0]
    me = PersonId(1)
    for first in range(1, newest + 1, _PAGE):
        with cache.change() as change:
            for thread in cache.threads([ThreadId(id_) for id_ in range(first, first + _PAGE)]):
                after = thread
                for command in _commands(chance, thread):
                    after = fold.fold(after, command, END, me, me)
                change.put_thread(after)


def _commands(chance: Random, thread: Thread) -> Iterator[ThreadCommand]:
    drawn = chance.random()
    if drawn < 0.80:
        yield MarkDone(thread.id)
    elif drawn < 0.88:
        yield WaitOnContact(thread.id)
    elif drawn < 0.90:
        yield Snooze(thread.id, END + timedelta(days=400))
    if chance.random() < 0.5:
        yield Assign(thread.id, PersonId(1 + int(chance.random() * len(_PEOPLE))))
    for _ in range(int(chance.random() * 2.4)):
        yield AddTag(thread.id, _TAGS[_skewed(chance, len(_TAGS), 2)])
    if chance.random() < 0.05:
        yield SetPriority(thread.id, Priority.HIGH)
