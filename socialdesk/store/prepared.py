"""Statements written out once, for what every incoming message asks: compiled at import, run on the driver itself.

SQLAlchemy looks a statement up at each call, which costs more than SQLite takes to run it. Each constant is the text of
a statement; its parameters are the names after the colons.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from sqlalchemy import ClauseElement, Table, bindparam, func, select
from sqlalchemy.dialects import sqlite

from socialdesk.store import schema

_DIALECT = sqlite.dialect(paramstyle="named")


def _written(statement: ClauseElement, columns: Iterable[str] | None = None) -> str:
    keys = None if columns is None else list(columns)
    return str(statement.compile(dialect=_DIALECT, column_keys=keys))


def _all_but_id(table: Table) -> list[str]:
    return [column.name for column in table.c if column.name != "id"]


_message, _thread, _contact, _post, _revision = (
    schema.message.c,
    schema.thread.c,
    schema.contact.c,
    schema.post.c,
    schema.message_revision.c,
)


def _into(table: Table, columns: Iterable[str] | None = None, *, verb: str = "INSERT") -> str:
    """The statement that adds whole rows, given as tuples in the order of the table."""
    names = [column.name for column in table.c] if columns is None else list(columns)
    places = ", ".join("?" * len(names))
    return f"{verb} INTO {table.name} ({', '.join(names)}) VALUES ({places})"


# What waits in a change and is written together: parameters are tuples.

RECORD_RAW = _into(
    schema.inbound_event,
    ["channel_id", "dedup_key", "kind", "payload", "state", "error", "received_at"],
    verb="INSERT OR IGNORE",
)
UNPARK = "UPDATE inbound_event SET state = 'done' WHERE channel_id = ? AND dedup_key = ? AND state = 'parked'"
RECORD_GONE = _into(schema.tombstone, verb="INSERT OR IGNORE")
GONE = "SELECT deleted_at FROM tombstone WHERE channel_id = ? AND external_id = ?"
GONE_AMONG = (
    "SELECT external_id, deleted_at FROM tombstone"
    " WHERE channel_id = ? AND external_id IN (SELECT value FROM json_each(?))"
)
ADD_CONTACT = _into(schema.contact)
ADD_IDENTITY = _into(schema.identity, ["contact_id", "platform", "remote_id"])
CONTACTS_OF = (
    "SELECT contact.*, identity.home_id, identity.remote_id FROM identity"
    " JOIN contact ON contact.id = identity.contact_id"
    " WHERE identity.platform = ? AND identity.remote_id IN (SELECT value FROM json_each(?))"
)
HOME = "SELECT * FROM contact WHERE id = ?"
NAME_CONTACT = "UPDATE contact SET name = ?, handle = ?, avatar_url = ?, followers = ? WHERE id = ?"
ADD_THREAD = _into(schema.thread)
THREADS_OF = "SELECT * FROM thread WHERE channel_id = ? AND kind = ? AND remote_id IN (SELECT value FROM json_each(?))"
THREADS_AMONG = "SELECT * FROM thread WHERE id IN (SELECT value FROM json_each(?))"
LED_TO = (
    "SELECT remote_id, into_id FROM thread_merge"
    " WHERE channel_id = ? AND kind = ? AND remote_id IN (SELECT value FROM json_each(?))"
)
TO_WAKE = (
    # By its own index, in its order: by that of the queue all that is snoozed would be sorted to find the first.
    "SELECT * FROM thread INDEXED BY thread_snoozed WHERE snoozed_until_at <= ? AND status = 'snoozed'"
    " ORDER BY snoozed_until_at, id LIMIT ?"
)
DROP_THREADS = "DELETE FROM thread WHERE id IN (SELECT value FROM json_each(?))"
ADD_MESSAGE = _into(schema.message)
MESSAGES_OF = (
    "SELECT * FROM message WHERE channel_id = ? AND external_id IN (SELECT value FROM json_each(?))"
    " AND external_id IS NOT NULL"
)
UNCLAIMED_OWN = (
    # By way of the outbox: a thread has few answers on their way, and may have hundreds of messages.
    "SELECT message.* FROM outbound JOIN message ON message.id = outbound.message_id"
    " WHERE outbound.thread_id = ? AND message.direction = 'out' AND message.external_id IS NULL"
    " AND message.state IN ('sending', 'unknown') AND message.text = ? ORDER BY message.id LIMIT 1"
)
CHANGE_MESSAGE = f"UPDATE message SET {', '.join(f'{name} = ?' for name in _all_but_id(schema.message))} WHERE id = ?"  # noqa: S608 - as above
ADD_REVISION = _into(schema.message_revision, ["message_id", "version", "text", "seen_at"])
ADD_ATTACHMENT = _into(
    schema.attachment,
    [
        "message_id",
        "thread_id",
        "place",
        "kind",
        "remote_url",
        "alt",
        "media_type",
        "size_bytes",
        "state",
        "next_try_at",
        "expires_at",
    ],
)
LIST = {table.name: _into(table, verb="INSERT OR IGNORE") for table in (schema.thread_tag, schema.view_thread)}
UNLIST = {
    table.name: f"DELETE FROM {table.name} WHERE {' AND '.join(f'{column.name} = ?' for column in table.c)}"  # noqa: S608 - as above
    for table in (schema.thread_tag, schema.view_thread)
}
COUNT = "INSERT INTO counter (id, n) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET n = n + excluded.n"
TELL_OF = "INSERT INTO journal (entity, entity_id) VALUES (?, ?)"
SET_CURSOR = (
    "INSERT INTO channel_stream (channel_id, stream, cursor, last_ok_at, last_error) VALUES (?, ?, ?, ?, '')"
    " ON CONFLICT (channel_id, stream) DO UPDATE"
    " SET cursor = excluded.cursor, last_ok_at = excluded.last_ok_at, last_error = ''"
)
TOUCH_CHANNEL = (
    "UPDATE channel SET last_pull_at = coalesce(?, last_pull_at), last_send_at = coalesce(?, last_send_at) WHERE id = ?"
)
SET_COUNTER = _into(schema.counter, verb="INSERT OR REPLACE")

# Stories: a band without its member is of a thread that is gone or has said something newer.

TELL_LATER = _into(schema.story_wanted, verb="INSERT OR IGNORE")
TO_TELL = "SELECT message_id FROM story_wanted ORDER BY message_id LIMIT ?"
MESSAGES_AMONG = "SELECT * FROM message WHERE id IN (SELECT value FROM json_each(?))"
TOLD_NOW = "DELETE FROM story_wanted WHERE message_id IN (SELECT value FROM json_each(?))"
TELL = _into(schema.story_member, verb="INSERT OR REPLACE")
TELL_BAND = _into(schema.story_band, verb="INSERT OR IGNORE")
TOLD_LAST = "SELECT said_at FROM story_member WHERE thread_id = ?"
TOLD_ALIKE = (
    "SELECT m.thread_id, m.story, m.sketch FROM story_band b"
    " CROSS JOIN story_member m ON m.thread_id = b.thread_id AND m.said_at = b.said_at"
    " WHERE b.band = ? AND b.said_at BETWEEN ? AND ? ORDER BY b.said_at DESC LIMIT 4"
)
# A number of its own: who began a story may ask something else afterwards.
NEXT_STORY = "SELECT max(coalesce(max(story), 0), 0) + 1 FROM story_member"
JOIN_STORIES = "UPDATE story_member SET story = ? WHERE story IN (SELECT value FROM json_each(?))"
UNTELL_MESSAGE = "DELETE FROM story_member WHERE thread_id = ? AND (message_id = ? OR story < 0)"
"""Below nothing are those that said nothing in words: whatever is said afterwards, they are none of them any more."""
POST_OF_ONLY_COMMENT = (
    "SELECT post_id FROM thread t WHERE id = ? AND kind = 'comment' AND post_id IS NOT NULL"
    " AND (SELECT count(*) FROM (SELECT 1 FROM message m WHERE m.thread_id = t.id LIMIT 2)) = 1"
)
UNTELL_THREAD = "DELETE FROM story_member WHERE thread_id = ?"

# The search indexes keep no text of their own, so what they say of a row is replaced, never changed.

INDEX_MESSAGE = "INSERT OR REPLACE INTO message_fts (rowid, text) VALUES (?, ?)"
INDEX_NOTE = "INSERT OR REPLACE INTO note_fts (rowid, text) VALUES (?, ?)"
INDEX_CONTACT = "INSERT OR REPLACE INTO contact_fts (rowid, name, handle) VALUES (?, ?, ?)"
FORGET_MESSAGE = "DELETE FROM message_fts WHERE rowid = ?"
FORGET_WORDS = (
    (
        "DELETE FROM message_fts WHERE rowid IN"
        " (SELECT id FROM message WHERE thread_id IN (SELECT value FROM json_each(?)))"
    ),
    "DELETE FROM note_fts WHERE rowid IN (SELECT id FROM note WHERE thread_id IN (SELECT value FROM json_each(?)))",
)

# Asked one at a time: parameters are the names after the colons.

CONTACT = _written(select(schema.contact).where(_contact.id == bindparam("own")))
POST_OF = _written(
    select(_post.id).where(_post.channel_id == bindparam("channel"), _post.remote_id == bindparam("remote"))
)
THREAD = _written(select(schema.thread).where(_thread.id == bindparam("own")))
MESSAGE = _written(select(schema.message).where(_message.id == bindparam("own")))
MESSAGE_OF_COMMAND = _written(select(schema.message).where(_message.command_id == bindparam("command")))
HAD_VERSION = _written(
    select(_revision.id).where(_revision.message_id == bindparam("message"), _revision.version == bindparam("version"))
)
NEWER_MESSAGES = _written(
    select(schema.message)
    .where(_message.thread_id == bindparam("thread"), _message.id > bindparam("after"))
    .order_by(_message.id)
)
OLDEST_UNANSWERED = _written(
    select(func.min(_message.created_at)).where(
        _message.thread_id == bindparam("thread"),
        _message.direction == bindparam("way"),
        _message.created_at > bindparam("after"),
        _message.deleted_at.is_(None),
    )
)


@cache
def change_thread(columns: tuple[str, ...]) -> str:
    """The statement that changes these columns of a thread, its number last; other indexes are left in peace."""
    values = ", ".join(f"{name} = ?" for name in columns)
    return f"UPDATE thread SET {values}, rev = rev + 1 WHERE id = ?"  # noqa: S608 - as above
