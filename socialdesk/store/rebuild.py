"""Makes a new file from what can be read of a damaged one: gives the new file and how much of each table is in it.

Rows keep their numbers, so that drafts and commands still mean the same thread. What refers to a lost row gets one back
from its indexes or from the rows around it; see `mending`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Integer, MetaData, Table

from socialdesk.model.channel import ChannelState
from socialdesk.model.delivery import Delivery
from socialdesk.model.media import MediaState
from socialdesk.model.message import Direction
from socialdesk.model.person import Role
from socialdesk.model.saved_reply import Scope
from socialdesk.model.thread import Kind, Priority, Status
from socialdesk.store import schema
from socialdesk.store.cache import Cache
from socialdesk.store.desk import Desk
from socialdesk.store.driver import connect, in_words
from socialdesk.store.mending import References, mend, references
from socialdesk.store.salvage import Salvage, Seen, Unreadable
from socialdesk.support.failpoints import reach

_DERIVED = {
    "counter",
    "view_thread",
    "journal",
    "story_member",
    "story_band",
    "story_wanted",
    "saved_reply_word",
    "rule_timer",
}
_BATCH = 500
# What stands in an index alone is enough for these: the rest of the row has a meaning of its own or follows.
_ENOUGH: dict[str, tuple[str, ...]] = {
    "channel": ("platform", "remote_id"),
    "thread": ("channel_id", "kind", "remote_id"),
    "outbound": ("command_id", "thread_id", "channel_id"),
    "send_attempt": ("command_id", "number"),
    "command_result": ("command_id", "desk_id", "seq"),
    "tombstone": ("channel_id", "external_id"),
    "public_act": ("channel_id", "what", "remote_id"),
    "rule_run": ("rule_id", "version", "event", "thread_id"),
}
_WORDS: dict[tuple[str, str], type[StrEnum]] = {
    ("channel", "state"): ChannelState,
    ("thread", "kind"): Kind,
    ("thread", "status"): Status,
    ("thread", "priority"): Priority,
    ("message", "direction"): Direction,
    ("message", "state"): Delivery,
    ("outbound", "state"): Delivery,
    ("attachment", "state"): MediaState,
    ("post_picture", "state"): MediaState,
    ("person", "role"): Role,
    ("saved_reply", "scope"): Scope,
}
_LISTS = {
    ("thread", "tags"),
    ("message", "attachments"),
    ("message", "recipients"),
    ("contact", "fields"),
    ("contact_merge", "evidence"),
    ("post", "counts"),
    ("saved_reply", "bodies"),
    ("saved_reply", "tags"),
    ("saved_reply", "acts"),
    ("saved_reply", "pictures"),
    ("saved_reply_use", "words"),
    ("note", "mentions"),
    ("view", "filter"),
    ("reply_policy", "policy"),
    ("rule", "body"),
    ("rule_version", "body"),
    ("rule_run", "reasons"),
    ("rule_run", "did"),
    ("rule_call", "body"),
    ("staff", "body"),
    ("assignment_log", "decision"),
    ("triage_policy", "policy"),
    ("thread", "topics"),
    ("shielding", "reasons"),
    ("shield_evidence", "record"),
    ("draft", "blanks"),
    ("draft", "pictures"),
    ("outbound", "pictures"),
    ("outbound", "recipients"),
    ("command", "body"),
}


@dataclass(slots=True)
class Rebuilt:
    """What came of a rebuild. `kept` and `lost` count rows by table; `lost` is at least so many, as far as is known."""

    kept: dict[str, int] = field(default_factory=dict[str, int])
    lost: dict[str, int] = field(default_factory=dict[str, int])
    broken: set[str] = field(default_factory=set[str])
    """Tables with a place that could not be read."""

    @property
    def is_whole(self) -> bool:
        """Whether every row was there."""
        return not self.broken


def rebuild_cache(damaged: Path, key: bytes | None, new: Path, desk: References, now_ms: int) -> Rebuilt:
    """Make a cache at `new` from the damaged one. `desk` is what the desk refers to. Raises OSError or a StoreError."""
    Cache(new, key, write=True).close()
    done = _copy(
        damaged, key, new, schema.cache, lambda db, done, partial: mend(db, partial, desk, done.broken, now_ms)
    )
    cache = Cache(new, key, write=True)  # fills search, counters and views anew
    try:
        cache.check()
    finally:
        cache.close()
    return done


def rebuild_desk(damaged: Path, key: bytes | None, new: Path, last_seq: int) -> Rebuilt:
    """Make a desk at `new` from the damaged one; numbers of new commands go on after `last_seq`."""

    def go_on(db: Any, _done: Rebuilt, _partial: dict[str, list[int]]) -> None:
        found = db.execute("SELECT max(seq) FROM command").fetchone()[0] or 0
        db.execute("DELETE FROM sqlite_sequence WHERE name = 'command'")
        # Numbers that were given and lost must not be given again.
        db.execute("INSERT INTO sqlite_sequence (name, seq) VALUES ('command', ?)", (max(found, last_seq) + 1000,))

    Desk(new, key, write=True).close()
    done = _copy(damaged, key, new, schema.desk, go_on)
    desk = Desk(new, key, write=True)
    try:
        desk.check()
    finally:
        desk.close()
    return done


def desk_references(path: Path, key: bytes | None) -> References:
    """What a desk refers to, as far as it can be read."""
    try:
        damaged = Salvage(path, key)
    except (Unreadable, OSError):
        return References()
    try:
        rows = {table: damaged.columns(table) for table in ("command", "draft")}
        return references(
            [dict(zip(rows["command"], row, strict=True)) for row in damaged.rows("command", rows["command"], Seen())]
            if rows["command"]
            else [],
            [dict(zip(rows["draft"], row, strict=True)) for row in damaged.rows("draft", rows["draft"], Seen())]
            if rows["draft"]
            else [],
        )
    finally:
        damaged.close()


def _copy(
    damaged: Path,
    key: bytes | None,
    new: Path,
    tables: MetaData,
    mended: Callable[[Any, Rebuilt, dict[str, list[int]]], None],
) -> Rebuilt:
    done = Rebuilt()
    ours = [table for table in tables.sorted_tables if table.name not in _DERIVED]
    try:
        source: Salvage | None = Salvage(damaged, key)
    except Unreadable:
        source = None
        done.broken.update(table.name for table in ours)
    if source is not None and source.skips_in_wal:
        done.broken.add("write-ahead file")
    db = connect(new, key, write=True)
    try:
        with in_words(new):
            db.execute("PRAGMA foreign_keys = OFF")
            db.execute("BEGIN IMMEDIATE")
            partial: dict[str, list[int]] = {}
            if source is not None:
                # What a new file is given at birth must not stand in the way of what was there.
                for table in ours:
                    db.execute(f'DELETE FROM "{table.name}"')  # noqa: S608 - own names
                for table in ours:
                    partial[table.name] = _copy_table(source, db, table, done)
            mended(db, done, partial)
            reach("rescue.before_commit")
            db.execute("COMMIT")
    finally:
        db.close()
        if source is not None:
            source.close()
    return done


def _copy_table(source: Salvage, db: Any, table: Table, done: Rebuilt) -> list[int]:
    """Copy what can be read of a table; gives the numbers of rows that were put together from indexes."""
    name = table.name
    there = source.columns(name)
    columns = [column.name for column in table.columns if column.name in there]
    if not columns:
        return []
    seen = Seen()
    unsound = 0
    before = db.total_changes
    adding = _adding(name, columns)
    sound = _sound(table, columns)

    def sounding() -> Iterator[tuple[Any, ...]]:
        nonlocal unsound
        for row in source.rows(name, columns, seen):
            if sound(row):
                yield row
            else:
                unsound += 1

    good = sounding()
    while batch := list(islice(good, _BATCH)):
        db.executemany(adding, batch)
    made: list[int] = []
    if not seen.is_whole:
        done.broken.add(name)
        lost = source.lost(name, seen)
        enough = _ENOUGH.get(name, ())
        for number, row in lost.items():
            if enough and all(row.get(column) is not None for column in enough):
                if "id" in columns:
                    row["id"] = number
                names = [column for column in columns if column in row]
                db.execute(_adding(name, names), [row[column] for column in names])
                made.append(number)
        done.lost[name] = len(lost) - len(made)
    if unsound:
        done.broken.add(name)
        done.lost[name] = done.lost.get(name, 0) + unsound
    done.kept[name] = db.total_changes - before
    return made


def _adding(table: str, columns: Sequence[str]) -> str:
    names, marks = ", ".join(f'"{column}"' for column in columns), ", ".join("?" * len(columns))
    return f'INSERT OR IGNORE INTO "{table}" ({names}) VALUES ({marks})'  # noqa: S608 - own names


def _sound(table: Table, columns: Sequence[str]) -> Callable[[tuple[Any, ...]], bool]:
    """Whether a row can be one of ours: a plain file does not notice when a byte of it is another."""
    checks: list[Callable[[Any], bool]] = []
    for name in columns:
        column = table.columns[name]
        words = _WORDS.get((table.name, name))
        if words is not None:
            checks.append(frozenset(words).__contains__)
        elif (table.name, name) in _LISTS:
            checks.append(_is_json)
        elif isinstance(column.type, Integer):
            checks.append(_is_optional_number if column.nullable else _is_number)
        else:
            checks.append(_is_optional_text if column.nullable else _is_text)
    return lambda row: all(check(value) for check, value in zip(checks, row, strict=True))


def _is_number(value: Any) -> bool:
    return isinstance(value, int)


def _is_optional_number(value: Any) -> bool:
    return value is None or isinstance(value, int)


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_optional_text(value: Any) -> bool:
    return value is None or isinstance(value, str)


def _is_json(value: Any) -> bool:
    try:
        json.loads(value)
    except (ValueError, TypeError):
        return False
    return True
