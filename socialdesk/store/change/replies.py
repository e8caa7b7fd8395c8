"""Puts the saved replies: adds, changes, deletes, puts back, with every version, and counts their use."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Text, cast, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from socialdesk.model.command_form import from_json, to_json
from socialdesk.model.identifiers import CommandId, PersonId, SavedReplyId, ThreadId
from socialdesk.model.saved_reply import REOPENED_WITHIN, SavedReply
from socialdesk.model.saved_reply_library import free_shortcut, saving
from socialdesk.model.saved_reply_words import of_reply
from socialdesk.store import rows, schema
from socialdesk.store.change.transaction import Transaction
from socialdesk.support.clock import to_ms

KEPT_DELETED = timedelta(days=30)
_GAVE_UP = "~"
"""Stands in no shortcut; what follows makes one that was given up unlike all others."""
_TABLE = schema.saved_reply
_VERSION = schema.saved_reply_version
_USE = schema.saved_reply_use
_PICTURE = schema.saved_reply_picture
OLD_PICTURES = "SELECT id FROM saved_reply_picture WHERE added_at < ?"
REOPENED = (
    "UPDATE saved_reply_use SET is_reopened = 1 WHERE thread_id = ? AND is_reopened = 0"
    " AND used_at > ? AND used_at <= ? RETURNING reply_id"
)
NAMED_PICTURES = (
    "SELECT pictures FROM saved_reply WHERE pictures != '[]'"
    " UNION ALL SELECT v.body FROM saved_reply r JOIN saved_reply_version v ON v.reply_id = r.id"
    " WHERE v.saved_at >= ? AND instr(v.body, '\"pictures\": [{')"
)


@dataclass(frozen=True, slots=True)
class Saved:
    """Who saved a version, when, and with which command."""

    at: datetime
    person: PersonId | None = None
    command: CommandId | None = None


class Replies(Transaction):
    """The part of a change about saved replies."""

    def saved_reply(self, id_: SavedReplyId) -> SavedReply | None:
        """A reply of the library; None for one that is not there or was deleted."""
        row = self._db.execute(select(_TABLE).where(_TABLE.c.id == id_, _TABLE.c.deleted_at.is_(None))).first()
        return rows.to_saved_reply(row) if row is not None else None

    def saved_replies(self) -> list[SavedReply]:
        """The whole library, whoever sees which of it."""
        found = self._db.execute(select(_TABLE).where(_TABLE.c.deleted_at.is_(None)).order_by(_TABLE.c.id))
        return [rows.to_saved_reply(row) for row in found]

    def shortcuts(self) -> dict[str, tuple[SavedReplyId, int]]:
        """The shortcuts of the library, each with its reply and that one's key."""
        found = self._db.execute(
            select(_TABLE.c.shortcut, _TABLE.c.id, _TABLE.c.hotkey).where(_TABLE.c.deleted_at.is_(None))
        )
        return {shortcut: (SavedReplyId(id_), hotkey) for shortcut, id_, hotkey in found}

    def put_saved_reply(self, reply: SavedReply, saved: Saved | None = None) -> SavedReplyId:
        """Add a reply (number 0) or change one; a new one takes the place of another of its shortcut.

        Use is counted by `count_reply_use` alone; here it counts only for a reply that is new. With `saved` the version
        is kept, and the one before it.
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
            "acts": json.dumps(reply.acts, ensure_ascii=False),
            "hotkey": reply.hotkey,
            "review_on": reply.review_on,
            "version": reply.version,
            "pictures": json.dumps([asdict(one) for one in reply.pictures], ensure_ascii=False),
        }
        # A deleted reply gives its shortcut up to whoever wants it. Its row stays: its number must not be another's.
        gone = update(_TABLE).where(_TABLE.c.shortcut == reply.shortcut, _TABLE.c.deleted_at.is_not(None))
        self._db.execute(gone.values(shortcut=_TABLE.c.shortcut + _GAVE_UP + cast(_TABLE.c.id, Text)))
        id_ = reply.id
        if id_:
            if saved is not None and (before := self.saved_reply(id_)) is not None:
                self._keep_version(before, Saved(saved.at))
            self._db.execute(update(_TABLE).where(_TABLE.c.id == id_).values(values))
        else:
            new = upsert(_TABLE).values(values | {"used": reply.used})
            made = new.on_conflict_do_update(index_elements=["shortcut"], set_=values).returning(_TABLE.c.id)
            id_ = SavedReplyId(self._db.execute(made).scalar_one())
        if saved is not None:
            self._keep_version(replace(reply, id=id_), saved)
        self.put_reply_words(replace(reply, id=id_))
        self.touch("library", id_)
        return id_

    def _keep_version(self, reply: SavedReply, saved: Saved) -> None:
        """Keep a version; one that is kept already stays as it is."""
        values = {
            "reply_id": reply.id,
            "version": reply.version,
            "saved_at": to_ms(saved.at),
            "person_id": saved.person,
            "command_id": saved.command or "",
            "body": to_json(saving(reply)),
        }
        self._db.execute(upsert(_VERSION).values(values).on_conflict_do_nothing())

    def versions_of(self, command: CommandId) -> list[tuple[SavedReplyId, int]]:
        """What a command saved: replies and the version each has from it."""
        found = self._db.execute(
            select(_VERSION.c.reply_id, _VERSION.c.version).where(_VERSION.c.command_id == command)
        )
        return [(SavedReplyId(id_), version) for id_, version in found]

    def who_saved(self, id_: SavedReplyId, version: int) -> PersonId | None:
        """Who saved a version; None where nobody knows."""
        number = self._db.execute(
            select(_VERSION.c.person_id).where(_VERSION.c.reply_id == id_, _VERSION.c.version == version)
        ).scalar()
        return PersonId(number) if number is not None else None

    def reply_version(self, id_: SavedReplyId, version: int) -> Any:
        """The `SaveReply` of a version; None where it is not kept."""
        body = self._db.execute(
            select(_VERSION.c.body).where(_VERSION.c.reply_id == id_, _VERSION.c.version == version)
        ).scalar()
        return from_json(body) if body else None

    def delete_saved_reply(self, id_: SavedReplyId, at: datetime) -> None:
        """Take a reply out of the library; what was taken out a month ago goes, but for what was sent."""
        old = to_ms(at - KEPT_DELETED)
        gone = [row[0] for row in self._db.execute(select(_TABLE.c.id).where(_TABLE.c.deleted_at < old))]
        for number in gone:
            self._db.execute(delete(_TABLE).where(_TABLE.c.id == number))
            sent = select(_USE.c.version).where(_USE.c.reply_id == number)
            self._db.execute(delete(_VERSION).where(_VERSION.c.reply_id == number, _VERSION.c.version.not_in(sent)))
        self._db.execute(update(_TABLE).where(_TABLE.c.id == id_).values(deleted_at=to_ms(at)))
        self.sweep_reply_pictures(at)
        self._driver.execute("UPDATE saved_reply_word SET own = 0 WHERE reply_id = ?", (id_,))
        self.touch("library", id_)

    # What goes with it

    def has_reply_picture(self, id_: str) -> bool:
        """Whether the bytes of a picture are kept."""
        return self._db.execute(select(_PICTURE.c.id).where(_PICTURE.c.id == id_)).first() is not None

    def reply_pictures_bytes(self) -> int:
        """What all pictures of saved replies take."""
        return int(self._db.execute(select(func.coalesce(func.sum(_PICTURE.c.size_bytes), 0))).scalar_one())

    def put_reply_picture(self, id_: str, data: bytes, thumb: bytes, at: datetime) -> None:
        """Keep the bytes of a picture."""
        values = {"id": id_, "size_bytes": len(data), "added_at": to_ms(at), "thumb": thumb, "data": data}
        self._db.execute(upsert(_PICTURE).values(values).on_conflict_do_nothing())

    def sweep_reply_pictures(self, at: datetime) -> int:
        """Drop pictures that neither a reply nor a version of the last month names any more; gives how many."""
        self.flush()
        old = to_ms(at - KEPT_DELETED)
        found = {row[0] for row in self._driver.execute(OLD_PICTURES, (old,)).fetchall()}
        if not found:
            return 0
        for (written,) in self._driver.execute(NAMED_PICTURES, (old,)).fetchall():
            found -= {one for one in found if one in written}
        self._driver.executemany("DELETE FROM saved_reply_picture WHERE id = ?", [(one,) for one in found])
        return len(found)

    def restore_saved_reply(self, id_: SavedReplyId) -> bool:
        """Put a deleted reply back, under another shortcut if its own is taken; whether it was still there."""
        row = self._db.execute(
            select(_TABLE.c.shortcut).where(_TABLE.c.id == id_, _TABLE.c.deleted_at.is_not(None))
        ).first()
        if row is None:
            return False
        shortcut = free_shortcut(row[0].partition(_GAVE_UP)[0], self.shortcuts())
        self._db.execute(update(_TABLE).where(_TABLE.c.id == id_).values(deleted_at=None, shortcut=shortcut))
        reply = self.saved_reply(id_)
        assert reply is not None
        self.put_reply_words(reply)
        self.touch("library", id_)
        return True

    def count_reply_use(self, id_: SavedReplyId, at: datetime) -> None:
        """A saved reply was inserted once more."""
        values = {"used": _TABLE.c.used + 1, "last_used_at": to_ms(at)}
        self._db.execute(update(_TABLE).where(_TABLE.c.id == id_).values(values))
        self.touch("library", id_)

    # What it is found by

    def put_reply_words(self, reply: SavedReply) -> None:
        """Keep the words of a reply in place of those it had; what was learned stays."""
        self.flush()
        self._driver.execute("UPDATE saved_reply_word SET own = 0 WHERE reply_id = ?", (reply.id,))
        self._driver.executemany(
            "INSERT INTO saved_reply_word (word, reply_id, own) VALUES (?, ?, ?)"
            " ON CONFLICT (word, reply_id) DO UPDATE SET own = excluded.own",
            [(word, reply.id, weight) for word, weight in of_reply(reply).items()],
        )
        self._driver.execute("DELETE FROM saved_reply_word WHERE reply_id = ? AND own = 0 AND learned = 0", (reply.id,))

    def words_are_there(self) -> bool:
        """Whether the words of the library are kept; not so after an older version or a rebuilt file."""
        self.flush()
        missing = self._driver.execute(
            "SELECT 1 FROM saved_reply WHERE deleted_at IS NULL"
            " AND id NOT IN (SELECT reply_id FROM saved_reply_word) LIMIT 1"
        ).fetchone()
        return missing is None

    def put_all_words(self) -> None:
        """Keep the words of the whole library, and count again what was learned."""
        self.flush()
        self._driver.execute("DELETE FROM saved_reply_word")
        for row in self._db.execute(select(_TABLE).where(_TABLE.c.deleted_at.is_(None))).all():
            self.put_reply_words(rows.to_saved_reply(row))
        for id_, bag in self._db.execute(select(_USE.c.reply_id, _USE.c.words)).all():
            self._learn(SavedReplyId(id_), json.loads(bag), 1)
        self.touch("library", 0)

    # What was sent with it

    def put_reply_use(
        self,
        command: CommandId,
        reply: SavedReply,
        thread: ThreadId,
        at: datetime,
        *,
        is_edited: bool,
        words: Sequence[str],
    ) -> None:
        """An answer began as a saved reply; a second word about the same answer changes nothing."""
        values = {
            "command_id": command,
            "reply_id": reply.id,
            "version": reply.version,
            "thread_id": thread,
            "used_at": to_ms(at),
            "is_edited": int(is_edited),
            "words": json.dumps(list(words), ensure_ascii=False),
        }
        done = self._db.execute(upsert(_USE).values(values).on_conflict_do_nothing())
        if not done.rowcount:
            return
        self._count_sent(reply.id, 1, int(is_edited))
        self._learn(reply.id, words, 1)

    def forget_reply_use(self, command: CommandId) -> None:
        """The answer was taken back: it was never sent."""
        self._forget_uses("command_id = ?", (command,))

    def forget_reply_uses_in(self, threads: Iterable[int]) -> None:
        """Unlearn what threads taught that are forgotten."""
        self._forget_uses("thread_id IN (SELECT value FROM json_each(?))", (json.dumps(list(threads)),))

    def _forget_uses(self, where: str, values: tuple[object, ...]) -> None:
        self.flush()
        which = f"SELECT reply_id, is_edited, is_reopened, words FROM saved_reply_use WHERE {where}"  # noqa: S608 - own words
        found = self._driver.execute(which, values).fetchall()
        for id_, is_edited, is_reopened, bag in found:
            self._count_sent(SavedReplyId(id_), -1, -is_edited, -is_reopened)
            self._learn(SavedReplyId(id_), json.loads(bag), -1)
        self._driver.execute(f"DELETE FROM saved_reply_use WHERE {where}", values)  # noqa: S608 - as above

    def mind_reopening(self, thread: ThreadId, at: datetime) -> None:
        """A thread that was done is written in again: saved replies sent there a little before did not settle it."""
        self.flush()
        late, soon = to_ms(at), to_ms(at - REOPENED_WITHIN)
        for (id_,) in self._driver.execute(REOPENED, (thread, soon, late)).fetchall():
            self._count_sent(SavedReplyId(id_), 0, 0, 1)

    def _count_sent(self, id_: SavedReplyId, sent: int, edited: int, reopened: int = 0) -> None:
        values = {"sent": _TABLE.c.sent + sent, "edited": _TABLE.c.edited + edited}
        values["reopened"] = _TABLE.c.reopened + reopened
        self._db.execute(update(_TABLE).where(_TABLE.c.id == id_).values(values))
        self.touch("library", id_)

    def _learn(self, id_: SavedReplyId, words: Sequence[str], by: int) -> None:
        self.flush()
        self._driver.executemany(
            "INSERT INTO saved_reply_word (word, reply_id, learned) VALUES (?, ?, max(0, ?))"
            " ON CONFLICT (word, reply_id) DO UPDATE SET learned = max(0, learned + ?)",
            [(word, id_, by, by) for word in words],
        )
        if by < 0:
            self._driver.execute("DELETE FROM saved_reply_word WHERE reply_id = ? AND own = 0 AND learned = 0", (id_,))
