"""Gives the tables of what is kept out of sight, and by which words."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint

from socialdesk.store.schema_parts import cache, id_, number, text_

shielding = Table(
    "shielding",
    cache,
    Column("message_id", Integer, ForeignKey("message.id", ondelete="CASCADE"), primary_key=True),
    Column("thread_id", Integer, nullable=False),
    Column("channel_id", Integer, nullable=False),
    text_("author_remote_id"),
    text_("kind"),
    text_("level"),
    text_("reasons", "[]"),
    number("has_pictures"),
    number("judged_at"),
    text_("decision"),
    comment="messages that are, or were, kept out of sight, and why",
)
Index("shielding_thread", shielding.c.thread_id)
Index("shielding_author", shielding.c.channel_id, shielding.c.author_remote_id, shielding.c.judged_at)
Index("shielding_let", shielding.c.thread_id, sqlite_where=shielding.c.decision == "let_through")
Index("shielding_judged", shielding.c.judged_at, shielding.c.decision)
shield_evidence = Table(
    "shield_evidence",
    cache,
    id_(),
    number("message_id"),
    number("thread_id"),
    number("channel_id"),
    text_("author_remote_id"),
    text_("record", "{}"),
    text_("sha256"),
    number("kept_at"),
    UniqueConstraint("message_id", "sha256"),
    comment="what was kept out of sight as it was, whatever its author does to it",
)
Index("shield_evidence_thread", shield_evidence.c.thread_id)
Index("shield_evidence_author", shield_evidence.c.author_remote_id)
Index("shield_evidence_old", shield_evidence.c.kept_at)
shield_word = Table(
    "shield_word",
    cache,
    id_(),
    text_("kind"),
    text_("language"),
    text_("text"),
    number("is_part"),
    number("accents_matter"),
    number("allows"),
    number("thread_id"),
    Column("person_id", Integer),
    number("added_at"),
    UniqueConstraint("text", "language", "allows"),
)
shield_author = Table(
    "shield_author",
    cache,
    Column("channel_id", Integer, ForeignKey("channel.id", ondelete="CASCADE"), primary_key=True),
    Column("remote_id", Text, primary_key=True),
    text_("name"),
    number("thread_id"),
    Column("person_id", Integer),
    number("added_at"),
    comment="whose messages are let through",
    sqlite_with_rowid=False,
)
shield_open = Table(
    "shield_open",
    cache,
    Column("person_id", Integer, primary_key=True),
    Column("day", Text, primary_key=True),
    number("n"),
    comment="how many kept messages each person opened",
    sqlite_with_rowid=False,
)
