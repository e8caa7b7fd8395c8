"""What every part of a change shares: the connection, what was touched, and rows that wait to be written together.

A page of two hundred messages is two hundred rows of one statement: what is put is kept here and written in one go,
before anything is read that could miss it, and at the end.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection

from socialdesk.model.identifiers import PersonId
from socialdesk.model.reply_policy import ALWAYS_A_DAY, ReplyPolicy
from socialdesk.model.triage_policy import USUAL, TriagePolicy
from socialdesk.model.view import View
from socialdesk.store import prepared

if TYPE_CHECKING:
    from socialdesk.store.staff import Team


@dataclass(slots=True)
class Known:
    """What every transaction needs to know beforehand; kept by the cache, since it alone writes."""

    me: PersonId
    views: list[View]
    """Those with a counter and no rule of their own: the built-in and the saved ones."""
    saved: frozenset[str]
    """The ids of the saved ones, whose threads are listed."""
    consenting: frozenset[int] = field(default_factory=frozenset[int])
    """Channels whose pictures may be fetched."""
    erased: set[str] = field(default_factory=set[str])
    """Marks of accounts that asked to be forgotten."""
    erase_salt: str = ""
    policy: ReplyPolicy = ALWAYS_A_DAY
    """When answers are due."""
    timers: frozenset[str] = frozenset()
    """What the time alone makes happen that rules wait for."""
    triage: TriagePolicy = USUAL
    """What moves threads in the queue."""
    has_parked: bool = False
    """Whether any event waits that could not be read."""
    team: Team | None = None
    """How the members work; read when it is first asked for."""


class Transaction:
    """The open transaction, without anything to put into it."""

    def __init__(self, connection: Connection, known: Known) -> None:
        self._connection = connection
        self._driver: Any = connection.connection.dbapi_connection
        self._known = known
        self._touched: dict[tuple[str, int], None] = {}
        self._counts: dict[str, int] = {}
        self._next: dict[str, int] = {}

    @property
    def _db(self) -> Connection:
        """The connection, with everything written that waits."""
        self.flush()
        return self._connection

    @property
    def me(self) -> PersonId:
        """The member this workspace counts views for."""
        return self._known.me

    @property
    def touches(self) -> frozenset[str]:
        """What kinds of rows this transaction has changed."""
        return frozenset(entity for entity, _ in self._touched)

    def touch(self, entity: str, id_: int) -> None:
        """Tell whoever follows the journal that a row changed."""
        self._touched[entity, id_] = None

    def flush(self) -> None:
        """Write what waits, so that a statement sees it."""

    def finish(self) -> None:
        """Write what waits, counters and journal; called once, just before the commit."""
        self.flush()
        moved = {key: by for key, by in self._counts.items() if by}
        if moved:
            self._many(prepared.COUNT, moved.items())
            self.touch("count", 0)
        self._many(prepared.TELL_OF, self._touched)

    def _first(self, statement: str, **values: Any) -> Any:
        self.flush()
        return self._driver.execute(statement, values).fetchone()

    def _many(self, statement: str, rows: Collection[Any]) -> None:
        if rows:
            self._driver.executemany(statement, rows)

    def _new_id(self, table: str) -> int:
        """The next number of a table. Nobody else writes, so it stays free until the row is written."""
        number = self._next.get(table)
        if number is None:
            # A rebuilt file goes on counting where the damaged one was: drafts and fences go by these numbers.
            newest = f"SELECT max(coalesce((SELECT max(id) FROM {table}), 0), coalesce((SELECT CAST(value AS INTEGER)"  # noqa: S608 - own names
            newest += " FROM setting WHERE key = ?), 0))"
            number = self._driver.execute(newest, (f"ids_from:{table}",)).fetchone()[0] + 1
        self._next[table] = number + 1
        return number
