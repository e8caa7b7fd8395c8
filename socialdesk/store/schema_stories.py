"""Gives the tables of which threads tell the same story."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, Table

from socialdesk.store.schema_parts import cache, number

story_member = Table(
    "story_member",
    cache,
    Column("thread_id", Integer, ForeignKey("thread.id", ondelete="CASCADE"), primary_key=True),
    number("message_id"),
    number("story"),
    number("said_at"),
    Column("sketch", LargeBinary, nullable=False),
    comment="which threads tell the same story, by the newest message of each that says enough",
)
Index("story_member_story", story_member.c.story, story_member.c.thread_id)
story_band = Table(
    "story_band",
    cache,
    Column("band", Integer, primary_key=True),
    Column("said_at", Integer, primary_key=True),
    Column("thread_id", Integer, primary_key=True),
    comment="where texts that are alike meet; a row without its member means nothing",
    sqlite_with_rowid=False,
)
story_wanted = Table(
    "story_wanted",
    cache,
    Column("message_id", Integer, primary_key=True),
    comment="messages that are still to be joined to a story",
)
