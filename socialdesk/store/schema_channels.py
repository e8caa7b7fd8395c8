"""Gives the tables of channels, of what came in raw, and of what may be missing."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint

from socialdesk.store.schema_parts import cache, id_, number, text_

channel = Table(
    "channel",
    cache,
    id_(),
    text_("platform"),
    text_("mark"),
    text_("name"),
    text_("handle"),
    text_("remote_id"),
    text_("server"),
    text_("state"),
    Column("state_since_at", Integer),
    text_("state_reason"),
    Column("state_until_at", Integer),
    Column("last_pull_at", Integer),
    Column("last_send_at", Integer),
    number("connected_at"),
    Column("clocks_from_at", Integer, comment="messages older than this are history without clocks"),
    number("history_days", 30),
    UniqueConstraint("platform", "remote_id"),
)
channel_stream = Table(
    "channel_stream",
    cache,
    Column("channel_id", Integer, ForeignKey("channel.id", ondelete="CASCADE"), primary_key=True),
    Column("stream", Text, primary_key=True),
    Column("cursor", Text),
    Column("last_ok_at", Integer),
    text_("last_error"),
)
channel_access = Table(
    "channel_access",
    cache,
    Column("channel_id", Integer, ForeignKey("channel.id", ondelete="CASCADE"), primary_key=True),
    text_("granted", "[]"),
    Column("expires_at", Integer),
    Column("checked_at", Integer),
    Column("lost_at", Integer),
    Column("mended_at", Integer),
    number("brought"),
    comment="what the sign-in of a channel allows, as it was last tried",
)
channel_able = Table(
    "channel_able",
    cache,
    Column("channel_id", Integer, ForeignKey("channel.id", ondelete="CASCADE"), primary_key=True),
    Column("kind", Text, primary_key=True),
    text_("able", "{}"),
    comment="what a channel can do by the word of its own server, where that is not what the manifest says",
)
budget_used = Table(
    "budget_used",
    cache,
    Column("scope", Text, primary_key=True),
    Column("per_s", Integer, primary_key=True),
    number("began_at"),
    number("used"),
    comment="how much of what a network allows in a time was used",
)
inbound_event = Table(
    "inbound_event",
    cache,
    id_(),
    Column("channel_id", Integer, ForeignKey("channel.id", ondelete="CASCADE"), nullable=False),
    text_("dedup_key"),
    text_("kind"),
    text_("payload"),
    text_("state", "done"),
    text_("error"),
    number("received_at"),
    number("tries"),
)
# What was read well is found again by its message; only what could not be read is known by its key alone.
Index(
    "inbound_event_parked",
    inbound_event.c.channel_id,
    inbound_event.c.dedup_key,
    unique=True,
    sqlite_where=inbound_event.c.state == "parked",
)
Index("inbound_event_old", inbound_event.c.received_at, sqlite_where=inbound_event.c.state == "done")
tombstone = Table(
    "tombstone",
    cache,
    Column("channel_id", Integer, ForeignKey("channel.id", ondelete="CASCADE"), primary_key=True),
    Column("external_id", Text, primary_key=True),
    number("deleted_at"),
    comment="deletions that came before what they delete",
    sqlite_with_rowid=False,
)
gap = Table(
    "gap",
    cache,
    id_(),
    Column("channel_id", Integer, ForeignKey("channel.id", ondelete="CASCADE"), nullable=False),
    text_("stream"),
    Column("from_at", Integer),
    Column("to_at", Integer),
    text_("state", "open"),
    text_("sentence"),
)
Index("gap_channel", gap.c.channel_id, gap.c.state)
audit = Table(
    "audit",
    cache,
    id_(),
    Column("channel_id", Integer, ForeignKey("channel.id", ondelete="CASCADE"), nullable=False),
    number("at"),
    number("since_at"),
    number("looked"),
    number("new"),
    number("edited"),
    number("deleted"),
)
Index("audit_channel", audit.c.channel_id, audit.c.at)
