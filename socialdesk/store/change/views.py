"""Puts the saved views: adds, changes, moves and drops them; what they hold is counted once, then maintained."""

from __future__ import annotations

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from socialdesk.model.view import View
from socialdesk.store import derived, rows, schema, written_rows
from socialdesk.store.change.transaction import Transaction

_TABLE = schema.view


class Views(Transaction):
    """The part of a change about saved views."""

    def saved_view(self, id_: str) -> View | None:
        """A saved view, whoever's it is."""
        row = self._db.execute(select(_TABLE).where(_TABLE.c.id == id_)).first()
        return None if row is None else rows.to_view(row)

    def saved_views(self) -> list[View]:
        """All saved views of everybody, in their order."""
        return [rows.to_view(row) for row in self._db.execute(select(_TABLE).order_by(_TABLE.c.place, _TABLE.c.id))]

    def put_view(self, view: View, place: int | None = None) -> None:
        """Add or change a saved view; without a place it keeps its own, or comes last.

        What it holds is counted from the rows when it is new or takes other threads than before.
        """
        before = self.saved_view(view.id)
        if place is None:
            places = {row.id: row.place for row in self._db.execute(select(_TABLE.c.id, _TABLE.c.place))}
            place = int(places.get(view.id, max(places.values(), default=0) + 1))
        names = [column.name for column in _TABLE.c]
        values = dict(zip(names, written_rows.view_row(view, place), strict=True))
        self._db.execute(upsert(_TABLE).values(values).on_conflict_do_update(index_elements=["id"], set_=values))
        if before is None or before.filter != view.filter:
            derived.recount_view(self._db, view, self._known.me)
            self._forget_counts(view.id)
            self.touch("count", 0)
        known = self._known
        known.views = [*(one for one in known.views if one.id != view.id), view]
        known.saved |= {view.id}
        self.touch("view", place)

    def drop_view(self, id_: str) -> None:
        """Remove a saved view with its counters; the threads in it stay as they are."""
        self._db.execute(delete(_TABLE).where(_TABLE.c.id == id_))
        derived.forget_view(self._db, id_)
        self._forget_counts(id_)
        known = self._known
        known.views = [one for one in known.views if one.id != id_]
        known.saved -= {id_}
        self.touch("view", 0)
        self.touch("count", 0)

    def order_views(self, ids: list[str]) -> None:
        """Let the saved views stand in this order."""
        for place, id_ in enumerate(ids):
            self._db.execute(update(_TABLE).where(_TABLE.c.id == id_).values(place=place))
        self.touch("view", 0)

    def _forget_counts(self, id_: str) -> None:
        """What threads of this change moved in a view's counters is in them by now: it was counted from the rows."""
        for key in [one for one in self._counts if one == id_ or one.startswith(f"{id_}/")]:
            del self._counts[key]
