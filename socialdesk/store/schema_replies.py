"""Gives the tables of saved replies: as they are, as they were, and how they were used."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, LargeBinary, Table, Text

from socialdesk.store.schema_parts import cache, id_, number, text_

saved_reply = Table(
    "saved_reply",
    cache,
    id_(),
    Column("shortcut", Text, nullable=False, unique=True),
    text_("title"),
    text_("folder"),
    text_("bodies", "[]"),
    number("used"),
    text_("scope", "team"),
    Column("channel_id", Integer, comment="of the scope 'channel'"),
    Column("owner_id", Integer),
    text_("tags", "[]"),
    Column("last_used_at", Integer),
    Column("deleted_at", Integer, comment="out of the library; gone for good a month later"),
    text_("acts", "[]"),
    number("hotkey"),
    text_("review_on"),
    Column("version", Integer, nullable=False, server_default="1"),
    number("sent"),
    number("edited"),
    text_("pictures", "[]"),
    Column("reopened", Integer, nullable=False, server_default="0", comment="counted in saved_reply_use"),
)
saved_reply_picture = Table(
    "saved_reply_picture",
    cache,
    Column("id", Text, primary_key=True, comment="the digest of the bytes"),
    number("size_bytes"),
    number("added_at"),
    Column("thumb", LargeBinary, nullable=False),
    Column("data", LargeBinary, nullable=False),
    comment="what goes with saved replies; gone when no reply and no version of the last month names it",
)
Index("saved_reply_picture_size", saved_reply_picture.c.added_at, saved_reply_picture.c.size_bytes)
saved_reply_version = Table(
    "saved_reply_version",
    cache,
    Column("reply_id", Integer, primary_key=True),
    Column("version", Integer, primary_key=True),
    number("saved_at"),
    Column("person_id", Integer),
    text_("command_id"),
    text_("body"),
    comment="every reply as it was: what was sent keeps its words, and a save can be taken back",
    sqlite_with_rowid=False,
)
Index("saved_reply_version_command", saved_reply_version.c.command_id)
saved_reply_use = Table(
    "saved_reply_use",
    cache,
    Column("command_id", Text, primary_key=True),
    Column("reply_id", Integer, nullable=False),
    number("version"),
    Column("thread_id", Integer, nullable=False),
    number("used_at"),
    number("is_edited"),
    text_("words", "[]"),
    number("is_reopened"),
    comment="answers that began as a saved reply; the words are a bag without order, counted in saved_reply_word",
)
Index("saved_reply_use_of", saved_reply_use.c.reply_id, saved_reply_use.c.used_at)
Index("saved_reply_use_thread", saved_reply_use.c.thread_id)
saved_reply_word = Table(
    "saved_reply_word",
    cache,
    Column("word", Text, primary_key=True),
    Column("reply_id", Integer, primary_key=True),
    number("own"),
    number("learned"),
    comment="own: how much of a reply is this word; learned: in how many threads with it the reply was sent",
    sqlite_with_rowid=False,
)
Index("saved_reply_word_of", saved_reply_word.c.reply_id)
