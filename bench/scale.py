"""What grows: queue pages, clocks and rules at the sizes a large team reaches, and ingest with everything on.

Makes workspaces of its own from a seed and is run alone. With `--short` each is a hundredth of its size: that shows
that it runs, and its figures say little.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

from bench import made_up
from bench.harness import HEADER, Figure, amount, compare
from bench.rules import rules
from socialdesk.engine.ingest import BATCH, Ingest
from socialdesk.engine.promises import Promises
from socialdesk.engine.rules import NEXT_TIMER, Rules
from socialdesk.engine.shield import Shield
from socialdesk.model.calendar import Calendar, Span
from socialdesk.model.identifiers import PersonId, ThreadId
from socialdesk.model.reply_policy import ReplyPolicy, Target, Unit
from socialdesk.model.rule import Deed, Do, Rule, Trigger, When
from socialdesk.model.thread import Kind, Priority, Status, Thread
from socialdesk.model.view import TEAM, UNASSIGNED, View
from socialdesk.store.cache import Cache
from socialdesk.store.driver import connect
from socialdesk.store.protection import Protection, create
from socialdesk.store.queue_page import Key, queue_page
from socialdesk.store.staff import LATE
from socialdesk.support.clock import SystemClock, to_ms
from socialdesk.support.paths import Workspace

THREADS, CLOCKS, MESSAGES = 200_000, 100_000, 1_000_000
JOINT = 40
"""Pages that are taken bare and with everything on."""
_TOLD = 10
"""How often the long run says how far it is."""
_OFTEN = 30
_ME = PersonId(1)
_TAGS = ("refund", "delivery", "order", "praise", "press")
_LANGUAGES = ("en", "fr", "de", "es", "ja", "")
_OPENING_HOURS = ReplyPolicy(
    Calendar("Europe/Paris", week=(*(((Span(9 * 60, 12 * 60), Span(13 * 60, 18 * 60)),) * 5), (), ())),
    Target(4 * 60, Unit.OPEN_HOURS),
    Target(8 * 60, Unit.OPEN_HOURS),
)


def scale(folder: Path, seed: int, *, by: int = 1) -> Iterator[Figure]:
    """Everything but the million messages, which take an hour where other work goes on."""
    yield from pages(folder, THREADS // by, seed)
    yield from clocks(folder, CLOCKS // by, seed)
    yield joint(folder, max(4, JOINT // by), seed)


def pages(folder: Path, count: int, seed: int) -> Iterator[Figure]:
    """A page in triage order of so many open threads, at the top and far down, against the bare SELECT."""
    cache = _workspace(folder / "pages")
    _fill(cache, count, seed)
    raw = connect(cache.path, None, write=False)
    for view, narrowed in ((TEAM, "status = 'open'"), (UNASSIGNED, "status = 'open' AND assignee_id IS NULL")):
        held = raw.execute(f"SELECT count(*) FROM thread WHERE {narrowed}").fetchone()[0]
        for deep in (0, int(held * 0.9)):
            yield _page(cache, raw, view, narrowed, deep, size=count)
    raw.close()
    cache.close()


def _page(cache: Cache, raw: Any, view: View, narrowed: str, deep: int, *, size: int) -> Figure:
    order = "ORDER BY order_at, id LIMIT"
    after = None
    if deep:
        place = f"SELECT order_at, id FROM thread WHERE {narrowed} {order} 1 OFFSET ?"
        after = Key(*raw.execute(place, (deep,)).fetchone())
    start = after or Key(-(2**62), 0)
    bare = f"SELECT * FROM thread WHERE {narrowed} AND order_at >= ? AND (order_at > ? OR id > ?) {order} 51"
    words = (start.order_at, start.order_at, start.id)
    return compare(
        f"page of {view.id}, {f'{deep:,} down' if deep else 'top'}",
        size,
        _often(lambda: queue_page(cache, view, _ME, after)),
        _often(lambda: raw.execute(bare, words).fetchall()),
        most=3,
        per=_OFTEN,
        rounds=11,
    )


def clocks(folder: Path, count: int, seed: int) -> Iterator[Figure]:
    """Another promise for so many who wait: all due times follow. Then what each turn of the engine asks."""
    cache = _workspace(folder / "clocks")
    clock = SystemClock()
    with cache.change() as change:
        when = When(Trigger.RUNNING_OUT)
        change.put_rule(
            Rule("late", "Nearly late", when, (Do(Deed.TAG, "nearly late"),), everywhere=True, is_on=True),
            None,
            clock.now(),
        )
    _fill(cache, count, seed, is_open=True)
    Rules(cache, clock).finish(clock.now())
    before = cache.ask("SELECT id, due_at, order_at FROM thread")
    with cache.change() as change:
        change.put_policy(_OPENING_HOURS, None, clock.now())
    began = time.process_time()
    Promises(cache).finish(clock.now())
    ours = (time.process_time() - began) / count * 1000
    after = cache.ask("SELECT due_at, order_at, id FROM thread")
    assert sum(old[1] != new[0] for old, new in zip(before, after, strict=True)) > count * 0.9
    timers = cache.ask("SELECT thread_id, what, at FROM rule_timer")
    cache.close()
    # The floor writes the same moments into the same file, in one transaction.
    raw = connect(cache.path, None, write=True)
    raw.execute("BEGIN IMMEDIATE")
    raw.executemany(
        "UPDATE thread SET due_at = ?, order_at = ? WHERE id = ?", [(due, at, id_) for id_, due, at in before]
    )
    raw.execute("COMMIT")
    began = time.process_time()
    raw.execute("BEGIN IMMEDIATE")
    raw.executemany("UPDATE thread SET due_at = ?, order_at = ? WHERE id = ?", after)
    raw.executemany("DELETE FROM rule_timer WHERE thread_id = ?", [(row[0],) for row in timers])
    raw.executemany("INSERT INTO rule_timer (thread_id, what, at) VALUES (?, ?, ?)", timers)
    raw.executemany("INSERT INTO journal (entity, entity_id) VALUES ('thread', ?)", [(row[2],) for row in after])
    raw.execute("COMMIT")
    bare = (time.process_time() - began) / count * 1000
    yield amount("due times follow another promise, a thread", count, "ms", ours, bare)
    cache = Cache(cache.path, None, write=True)
    one = _often(lambda: raw.execute("SELECT * FROM thread WHERE id = ?", (count // 2,)).fetchall())
    yield compare("the next moment a rule waits for", count, _often(lambda: cache.ask(NEXT_TIMER)), one, per=_OFTEN)
    first = to_ms(made_up.END - timedelta(days=400))
    yield compare("whether any is late", count, _often(lambda: cache.ask(LATE, (first, 1))), one, per=_OFTEN)
    raw.close()
    cache.close()


def joint(folder: Path, many: int, seed: int) -> Figure:
    """The way in with shield, fifty rules, a timer for each thread and signals, against the rows and signals alone."""

    def bare(cache: Cache) -> Ingest:
        return _taker(cache)

    def whole(cache: Cache) -> Ingest:
        clock = SystemClock()
        one = made_up.channels(cache)[0]
        with cache.change() as change:
            change.put_policy(_OPENING_HOURS, None, clock.now())
            for rule in rules(one.id):
                change.put_rule(rule, None, clock.now())
            late = Rule(
                "late", "Nearly late", When(Trigger.RUNNING_OUT), (Do(Deed.TAG, "late"),), everywhere=True, is_on=True
            )
            change.put_rule(late, None, clock.now())
        return _taker(cache, Shield(cache), Rules(cache, clock))

    ours, floor, _ = _in_turn(folder / "joint", bare, whole, many, seed)
    return amount("ingest with everything on, a message", many * BATCH, "ms", ours, floor)


def million(folder: Path, count: int, seed: int) -> Figure:
    """So many messages through fifty rules, against the same without: processor time of the whole of it.

    Both with the shield, without which no engine takes anything.
    """

    def bare(cache: Cache) -> Ingest:
        return _taker(cache, Shield(cache))

    def ruled(cache: Cache) -> Ingest:
        clock = SystemClock()
        with cache.change() as change:
            for rule in rules(made_up.channels(cache)[0].id):
                change.put_rule(rule, None, clock.now())
        return _taker(cache, Shield(cache), Rules(cache, clock))

    ours, floor, ran = _in_turn(folder / "million", bare, ruled, max(1, count // BATCH), seed)
    name = f"ingest with 50 rules ({ran / count:.2f} times a message)"
    return amount(name, count, "ms", ours, floor, most=1.3)


def _in_turn(
    folder: Path, one: Callable[[Cache], Ingest], other: Callable[[Cache], Ingest], many: int, seed: int
) -> tuple[float, float, int]:
    """Milliseconds a message of `other` and of `one`, each page by both in turn, and how often rules did something."""
    caches = [_workspace(folder / name) for name in ("one", "other")]
    takers = [one(caches[0]), other(caches[1])]
    spent = [0.0, 0.0]
    for page in range(many + 2):
        # A stretch of threads of its own, and people who come back.
        events = made_up.events(BATCH, seed=seed, first=page * BATCH, people=40_000)
        for which in (0, 1) if page % 2 else (1, 0):
            began = time.process_time()
            takers[which].take(events, "world", str(page))
            # The first pages prepare the statements, the lists and the rules.
            spent[which] += time.process_time() - began if page > 1 else 0.0
        if page and page % max(1, many // _TOLD) == 0:
            print(
                f"{page * BATCH:,} messages: {spent[1] / spent[0] if spent[0] else 0:.3f}", file=sys.stderr, flush=True
            )
    rows = [cache.ask("SELECT count(*) FROM message")[0][0] for cache in caches]
    assert rows == [(many + 2) * BATCH] * 2, rows
    ran = caches[1].ask("SELECT count(*) FROM rule_run")[0][0]
    for cache in caches:
        cache.close()
    floor, ours = (each / many / BATCH * 1000 for each in spent)
    return ours, floor, ran


def _taker(cache: Cache, shield: Shield | None = None, at_work: Rules | None = None) -> Ingest:
    one = made_up.channels(cache)[0]
    return Ingest(cache, one, cache.connected(one.id), SystemClock(), shield, rules=at_work)


def _workspace(folder: Path) -> Cache:
    unlocked = create(Workspace(folder), "Scale", Protection.PLAIN)
    cache = Cache(unlocked.workspace.cache, unlocked.key, write=True)
    made_up.channels(cache)
    return cache


def _fill(cache: Cache, count: int, seed: int, *, is_open: bool = False) -> None:
    """So many threads in which somebody waits, put as the engine puts them; most are open, or all."""
    chance = Random(f"{seed}/scale")
    channels = made_up.channels(cache)
    kinds, statuses = list(Kind), [Status.OPEN] * 9 + [Status.DONE]
    policy = cache.reply_policy()
    for start in range(0, count, 2000):
        with cache.change() as change:
            for number in range(start, min(start + 2000, count)):
                asked = made_up.END - timedelta(minutes=chance.random() * 60 * 24 * 300)
                thread = Thread(
                    ThreadId(0), chance.choice(channels).id, chance.choice(kinds), f"t{number}", "", None,
                    f"Person {number}", f"person{number}", Status.OPEN if is_open else chance.choice(statuses),
                    asked, asked, None, asked, None, preview="When does it come?",
                    assignee_id=_ME if chance.random() < 0.3 else None,
                    priority=Priority.HIGH if chance.random() < 0.1 else Priority.NORMAL,
                    tags=(chance.choice(_TAGS),) if chance.random() < 0.4 else (),
                    language=chance.choice(_LANGUAGES), is_vip=chance.random() < 0.03,
                    signals=" once:1 question:1" if chance.random() < 0.5 else " once:1",
                )  # fmt: skip
                change.put_thread(policy.promised(thread))
    with cache.driver() as db:
        db.execute("PRAGMA optimize = 0x10002")


def _often(act: Callable[[], object]) -> Callable[[], object]:
    def acts() -> None:
        for _ in range(_OFTEN):
            act()

    return acts


def main(seed: int, *, short: bool, is_million: bool) -> int:
    """Take the figures and print them."""
    print(HEADER)
    by = 100 if short else 1
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for figure in [million(root, MESSAGES // by, seed)] if is_million else scale(root, seed, by=by):
            print(figure.line(), flush=True)
    return 0
