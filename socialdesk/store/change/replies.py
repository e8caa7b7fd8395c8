"""Puts the saved replies: adds, changes, deletes, puts back, counts their use."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Text, cast, delete, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from socialdesk.model.identifiers import SavedReplyId
from socialdesk.model.saved_reply import SavedReply
from socialdesk.model.saved_reply_library import free_shortcut
from socialdesk.store import rows, schema
from socialdesk.store.change.transaction import Transaction
from socialdesk.support.clock import to_ms

KEPT_DELETED = timedelta(days=30)
_GAVE_UP = "~"
"""Stands in no shortcut; what follows makes one that was given up unlike all others."""
_TABLE = schema.saved_reply


class Replies(Transaction):
    """The part of a change about saved replies."""

    def saved_reply(self, id_: SavedReplyId) -> SavedReply | None:
        """A reply of the library; None for one that is not there or was deleted."""
        row = self._db.execute(select(_TABLE).where(_TABLE.c.id == id_, _TABLE.c.deleted_at.is_(None))).first()
        return rows.to_saved_reply(row) if row is not None else None

    def shortcuts(self, *, besides: SavedReplyId | None = None) -> frozenset[str]:
        """The shortcuts of the library that are taken, without that of one reply."""
        found = self._db.execute(select(_TABLE.c.id, _TABLE.c.shortcut).where(_TABLE.c.deleted_at.is_(None)))
        return frozenset(shortcut for id_, shortcut in found if id_ != besides)

    def put_saved_reply(self, reply: SavedReply) -> None:
        """Add a reply (number 0) or change one; a new one takes the place of another of its shortcut.

        Use is counted by `count_reply_use` alone; here it counts only for a reply that is new.
        """
        values: dict[str, Any] = {
            "shortcut": reply.shortcut,
            "title": reply.title,
            "folder": reply.folder,
            "bodies": json.dumps(reply.bodies, ensure_ascii=False),
            "scope": reply.scope.value,
            "channel_id": reply.channel_id,
            "owner_id": reply.owner_id,
            "tags": json.dumps(reply.tags, ensure_ascii=False),
        }
        # A deleted reply gives its shortcut up to whoever wants it. Its row stays: its number must not be another's.
        gone = update(_TABLE).where(_TABLE.c.shortcut == reply.shortcut, _TABLE.c.deleted_at.is_not(None))
        self._db.execute(gone.values(shortcut=_TABLE.c.shortcut + _GAVE_UP + cast(_TABLE.c.id, Text)))
        if reply.id:
            self._db.execute(update(_TABLE).where(_TABLE.c.id == reply.id).values(values))
        else:
            new = upsert(_TABLE).values(values | {"used": reply.used})
            self._db.execute(new.on_conflict_do_update(index_elements=["shortcut"], set_=values))
        self.touch("library", reply.id)

    def delete_saved_reply(self, id_: SavedReplyId, at: datetime) -> None:
        """Take a reply out of the library; what was taken out a month ago goes for good."""
        old = to_ms(at - KEPT_DELETED)
        self._db.execute(delete(_TABLE).where(_TABLE.c.deleted_at < old))
        self._db.execute(update(_TABLE).where(_TABLE.c.id == id_).values(deleted_at=to_ms(at)))
        self.touch("library", id_)

    def restore_saved_reply(self, id_: SavedReplyId) -> bool:
        """Put a deleted reply back, under another shortcut if its own is taken; whether it was still there."""
        row = self._db.execute(
            select(_TABLE.c.shortcut).where(_TABLE.c.id == id_, _TABLE.c.deleted_at.is_not(None))
        ).first()
        if row is None:
            return False
        shortcut = free_shortcut(row[0].partition(_GAVE_UP)[0], self.shortcuts(besides=id_))
        self._db.execute(update(_TABLE).where(_TABLE.c.id == id_).values(deleted_at=None, shortcut=shortcut))
        self.touch("library", id_)
        return True

    def count_reply_use(self, id_: SavedReplyId, at: datetime) -> None:
        """A saved reply was inserted once more."""
        values = {"used": _TABLE.c.used + 1, "last_used_at": to_ms(at)}
        self._db.execute(update(_TABLE).where(_TABLE.c.id == id_).values(values))
        self.touch("library", id_)
