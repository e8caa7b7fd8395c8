"""Reads what the program has on the disk, as an accountant reads the books: while it runs, and without a word to it."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

_THREADS = """
    SELECT thread.id, thread.kind, thread.status, person.name AS assignee, thread.tags, thread.priority,
           thread.snoozed_until_at, thread.last_in_at, thread.shield, thread.language, thread.contact_name,
           (SELECT json_group_array(text) FROM
              (SELECT text FROM note WHERE thread_id = thread.id ORDER BY id)) AS notes,
           (SELECT count(*) FROM message WHERE thread_id = thread.id AND is_liked) AS liked,
           (SELECT json_group_array(text) FROM
              (SELECT text FROM message WHERE thread_id = thread.id AND command_id IS NOT NULL AND state != 'canceled'
               ORDER BY id)) AS answers
    FROM thread LEFT JOIN person ON person.id = thread.assignee_id
"""


@dataclass(frozen=True, slots=True)
class Seen:
    """One thread as the cache has it."""

    id: int
    kind: str
    status: str
    assignee: str | None
    tags: frozenset[str]
    priority: str
    snoozed_until: datetime | None
    last_in: int
    is_shielded: bool
    name: str
    notes: tuple[str, ...]
    liked: int
    answers: tuple[str, ...]
    """What this desk answered, whether it has left or not."""


FIELDS = ("status", "assignee", "tags", "priority", "snoozed_until", "notes", "liked", "answers")
"""What a person changes; what the network brings is beside them."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What is being written in a thread."""

    text: str
    open_blanks: tuple[str, ...]
    """The kinds of the blanks that are still to be filled, in order."""


class Books:
    """The files of a demo workspace, which are plain."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def threads(self) -> dict[int, Seen]:
        """All threads by number."""
        return {row["id"]: _seen(row) for row in self._ask("cache", _THREADS)}

    def window(self, key: str) -> str:
        """What the window remembers: `thread`, `view`."""
        rows = self._ask("desk", "SELECT value FROM ui_state WHERE key = ?", key)
        return rows[0]["value"] if rows else ""

    def draft(self, thread: int, mode: str = "reply") -> Draft:
        """What is being written in a thread; empty for nothing."""
        rows = self._ask("desk", "SELECT text, blanks FROM draft WHERE thread_id = ? AND mode = ?", thread, mode)
        if not rows:
            return Draft("", ())
        return Draft(rows[0]["text"], tuple(str(blank[3]) for blank in json.loads(rows[0]["blanks"])))

    def to_do(self) -> int:
        """How many acts the engine has not seen yet."""
        return int(self._ask("desk", "SELECT count(*) AS n FROM command")[0]["n"])

    def deliveries(self) -> dict[str, int]:
        """How many of this desk's answers there are in which state."""
        found = self._ask("cache", "SELECT state, count(*) AS n FROM outbound WHERE act = 'answer' GROUP BY state")
        return {row["state"]: row["n"] for row in found}

    def held(self) -> set[tuple[int, str]]:
        """The answers that were stopped because their contact wrote again: the thread, and the text."""
        found = self._ask("cache", "SELECT thread_id, text FROM outbound WHERE act = 'answer' AND state = 'held'")
        return {(row["thread_id"], row["text"]) for row in found}

    def that_says(self, words: str) -> int:
        """The thread in which this was written."""
        return int(self._ask("cache", "SELECT thread_id FROM message WHERE text LIKE ?", f"%{words}%")[0]["thread_id"])

    def published(self) -> list[tuple[str, str]]:
        """What the made-up network has of the brand since it began: its thread there, and the text."""
        memory = json.loads((self._folder / "platforms/demo/world.json").read_text(encoding="utf-8"))
        return [(answer["thread"], answer["text"]) for answer in memory["answers"]]

    def remote(self, thread: int) -> str:
        """What the network calls a thread."""
        return str(self._ask("cache", "SELECT remote_id FROM thread WHERE id = ?", thread)[0]["remote_id"])

    def _ask(self, file: str, question: str, *values: Any) -> list[sqlite3.Row]:
        address = f"file:{self._folder / file}.db?mode=ro"
        with closing(sqlite3.connect(address, uri=True, timeout=5)) as books:
            books.row_factory = sqlite3.Row
            return books.execute(question, values).fetchall()


def _seen(row: sqlite3.Row) -> Seen:
    until = row["snoozed_until_at"]
    return Seen(
        row["id"],
        row["kind"],
        row["status"],
        row["assignee"],
        frozenset(json.loads(row["tags"])),
        row["priority"],
        None if until is None else datetime.fromtimestamp(until / 1000, UTC),
        row["last_in_at"] or 0,
        bool(row["shield"]),
        row["contact_name"],
        tuple(json.loads(row["notes"])),
        row["liked"],
        tuple(json.loads(row["answers"])),
    )


def difference(before: dict[int, Seen], after: dict[int, Seen]) -> dict[int, dict[str, Any]]:
    """What people changed between two readings, by thread and field. What moved because somebody wrote is left out."""
    found: dict[int, dict[str, Any]] = {}
    for id_, then in before.items():
        now = after.get(id_)
        if now is None or now.last_in != then.last_in:
            continue
        changed = {field: getattr(now, field) for field in FIELDS if getattr(now, field) != getattr(then, field)}
        if changed:
            found[id_] = changed
    return found
