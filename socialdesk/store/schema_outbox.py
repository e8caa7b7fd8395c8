"""Gives the tables of what leaves for the platforms, of each try, and of what became of commands."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint

from socialdesk.store.schema_parts import cache, id_, number, text_

outbound = Table(
    "outbound",
    cache,
    Column("command_id", Text, primary_key=True),
    Column("channel_id", Integer, nullable=False),
    Column("thread_id", Integer, nullable=False),
    Column("message_id", Integer),
    text_("act"),
    text_("target_remote_id"),
    text_("text"),
    number("based_on"),
    number("not_before_at"),
    text_("key"),
    text_("state"),
    text_("state_reason"),
    number("tries"),
    number("given_at"),
    Column("person_id", Integer),
    Column("batch", Text, nullable=False, server_default="", comment="what parts of one text have in common"),
    Column("part", Integer, nullable=False, server_default="0"),
    text_("pictures", "[]"),
    text_("recipients", "[]"),
    text_("refusal"),
)
Index("outbound_batch", outbound.c.batch, outbound.c.part, sqlite_where=outbound.c.batch != "")
Index("outbound_due", outbound.c.state, outbound.c.not_before_at)
Index("outbound_key", outbound.c.channel_id, outbound.c.key)
Index("outbound_thread", outbound.c.thread_id, outbound.c.given_at)
public_act = Table(
    "public_act",
    cache,
    Column("channel_id", Integer, ForeignKey("channel.id", ondelete="CASCADE"), primary_key=True),
    Column("what", Text, primary_key=True),
    Column("remote_id", Text, primary_key=True),
    number("since_at"),
    Column("person_id", Integer),
    comment="what stands on a platform: hidden, held until approved, blocked, muted, reported; by us or untold",
    sqlite_with_rowid=False,
)
send_attempt = Table(
    "send_attempt",
    cache,
    id_(),
    Column("command_id", Text, nullable=False),
    number("number"),
    text_("body_hash"),
    number("started_at"),
    Column("ended_at", Integer),
    text_("certainty"),
    text_("code"),
    UniqueConstraint("command_id", "number"),
)
command_result = Table(
    "command_result",
    cache,
    Column("command_id", Text, primary_key=True),
    text_("desk_id"),
    number("seq"),
    text_("outcome"),
    text_("sentence"),
    number("decided_at"),
)
Index("command_result_desk", command_result.c.desk_id, command_result.c.seq)
