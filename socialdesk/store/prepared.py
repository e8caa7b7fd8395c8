"""Statements written out once, for what every incoming message asks: compiled at import, run on the driver itself.

SQLAlchemy looks a statement up at each call, which costs more than SQLite takes to run it. Each constant is the text of
a statement; its parameters are the names after the colons.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from sqlalchemy import ClauseElement, Table, bindparam, func, insert, select, update
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.sqlite import insert as upsert

from socialdesk.store import schema

_DIALECT = sqlite.dialect(paramstyle="named")


def _written(statement: ClauseElement, columns: Iterable[str] | None = None) -> str:
    keys = None if columns is None else list(columns)
    return str(statement.compile(dialect=_DIALECT, column_keys=keys))


def _all_but_id(table: Table) -> list[str]:
    return [column.name for column in table.c if column.name != "id"]


_event, _message, _thread, _contact, _identity, _post = (
    schema.inbound_event.c,
    schema.message.c,
    schema.thread.c,
    schema.contact.c,
    schema.identity.c,
    schema.post.c,
)

RECORD_RAW = _written(upsert(schema.inbound_event).on_conflict_do_nothing(), _all_but_id(schema.inbound_event))
RECORDED = _written(
    select(_event.kind, _event.payload).where(
        _event.channel_id == bindparam("channel"), _event.dedup_key == bindparam("key")
    )
)
CONTACT_OF = _written(
    select(schema.contact)
    .join(schema.identity)
    .where(_identity.platform == bindparam("platform"), _identity.remote_id == bindparam("remote"))
)
CONTACT = _written(select(schema.contact).where(_contact.id == bindparam("own")))
ADD_CONTACT = _written(insert(schema.contact), ["platform", "name", "handle", "avatar_url", "followers"])
NAME_CONTACT = _written(
    update(schema.contact).where(_contact.id == bindparam("own")), ["name", "handle", "avatar_url", "followers"]
)
ADD_IDENTITY = _written(insert(schema.identity), ["contact_id", "platform", "remote_id"])
POST_OF = _written(
    select(_post.id).where(_post.channel_id == bindparam("channel"), _post.remote_id == bindparam("remote"))
)
THREAD = _written(select(schema.thread).where(_thread.id == bindparam("own")))
THREAD_OF = _written(
    select(schema.thread).where(
        _thread.channel_id == bindparam("channel"),
        _thread.kind == bindparam("what"),
        _thread.remote_id == bindparam("remote"),
    )
)
ADD_THREAD = _written(insert(schema.thread), _all_but_id(schema.thread))
MESSAGE_OF = _written(
    select(schema.message).where(
        _message.channel_id == bindparam("channel"), _message.external_id == bindparam("external")
    )
)
ADD_MESSAGE = _written(insert(schema.message), _all_but_id(schema.message))
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
    """The statement that changes these columns of the thread `own`; the indexes of the others are left in peace."""
    return _written(update(schema.thread).where(_thread.id == bindparam("own")), columns)
