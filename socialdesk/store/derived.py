"""Fills what follows from other rows: search index, tags, what saved views hold, counters.

Used when a view is saved, after a migration that changes how these are kept, and to check that they are right.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection

from socialdesk.model.identifiers import PersonId
from socialdesk.model.thread import Thread
from socialdesk.model.view import BUILT_IN, View, counters_of, takes_in_any_status
from socialdesk.model.words import indexed
from socialdesk.store import prepared, rows
from socialdesk.store.searchable import searchable

FORM = "1"
"""Changes with the form of what is kept here; a file of another form is filled anew when it is opened to be written."""
_BATCH = 1000


def fill(db: Connection, views: list[View], me: PersonId) -> None:
    """Fill everything anew. `views` are the saved ones."""
    driver: Any = db.connection.dbapi_connection
    for table in ("message_fts", "note_fts", "contact_fts"):
        driver.execute(f"INSERT INTO {table}({table}) VALUES ('delete-all')")  # noqa: S608 - own names
    for batch in _batches(driver.execute("SELECT id, text, recipients FROM message")):
        driver.executemany(prepared.INDEX_MESSAGE, [(row[0], searchable(row[1], row[2])) for row in batch])
    for statement, index in (
        ("SELECT id, text FROM note", prepared.INDEX_NOTE),
        ("SELECT id, name, handle FROM contact", prepared.INDEX_CONTACT),
    ):
        for batch in _batches(driver.execute(statement)):
            driver.executemany(index, [(row[0], *map(indexed, row[1:])) for row in batch])
    driver.execute("DELETE FROM thread_tag")
    driver.execute("DELETE FROM view_thread")
    driver.execute("DELETE FROM counter")
    counts: dict[str, int] = {}
    for thread in threads(db):
        at = rows.order_at(thread)
        driver.executemany(
            prepared.LIST["thread_tag"], [(tag, thread.status.value, at, thread.id) for tag in set(thread.tags)]
        )
        driver.executemany(prepared.LIST["view_thread"], _listed(thread, views, me))
        for key in counters_of(thread, (*BUILT_IN, *views), me):
            counts[key] = counts.get(key, 0) + 1
    driver.executemany(prepared.SET_COUNTER, list(counts.items()))


def recount_view(db: Connection, view: View, me: PersonId) -> None:
    """Fill what one saved view holds, and its counters."""
    driver: Any = db.connection.dbapi_connection
    forget_view(db, view.id)
    counts: dict[str, int] = {}
    for thread in threads(db):
        driver.executemany(prepared.LIST["view_thread"], _listed(thread, [view], me))
        for key in counters_of(thread, [view], me):
            if not key.startswith("channel:"):
                counts[key] = counts.get(key, 0) + 1
    driver.executemany(prepared.SET_COUNTER, list(counts.items()))


def forget_view(db: Connection, id_: str) -> None:
    """Drop what one saved view holds, and its counters."""
    driver: Any = db.connection.dbapi_connection
    driver.execute("DELETE FROM view_thread WHERE view_id = ?", (id_,))
    driver.execute("DELETE FROM counter WHERE id = ? OR (id > ? AND id < ?)", (id_, f"{id_}/", f"{id_}0"))


def counted(db: Connection, views: list[View], me: PersonId) -> dict[str, int]:
    """What the counters should say, counted from the threads one by one."""
    counts: dict[str, int] = {}
    for thread in threads(db):
        for key in counters_of(thread, (*BUILT_IN, *views), me):
            counts[key] = counts.get(key, 0) + 1
    return counts


def threads(db: Connection) -> Iterator[Thread]:
    """All threads, one by one."""
    driver: Any = db.connection.dbapi_connection
    for batch in _batches(driver.execute("SELECT * FROM thread ORDER BY id")):
        yield from map(rows.to_thread, batch)


def _listed(thread: Thread, views: list[View], me: PersonId) -> list[tuple[Any, ...]]:
    at = rows.order_at(thread)
    return [
        (view.id, thread.status.value, at, thread.id) for view in views if takes_in_any_status(view.filter, thread, me)
    ]


def _batches(cursor: Any) -> Iterator[list[Any]]:
    while batch := cursor.fetchmany(_BATCH):
        yield batch
