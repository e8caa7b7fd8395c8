"""Gives the tables of what was said in threads, by whom and with what, and of what happened to them."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint, text

from socialdesk.store.schema_parts import cache, id_, number, text_

message = Table(
    "message",
    cache,
    id_(),
    Column("thread_id", Integer, ForeignKey("thread.id", ondelete="CASCADE"), nullable=False),
    Column("channel_id", Integer, nullable=False),
    Column("external_id", Text),
    text_("version"),
    text_("direction"),
    text_("author_remote_id"),
    text_("author_name"),
    text_("author_handle"),
    text_("text"),
    number("created_at"),
    Column("edited_at", Integer),
    Column("deleted_at", Integer),
    text_("state"),
    text_("state_reason"),
    Column("not_before_at", Integer),
    Column("command_id", Text),
    Column("person_id", Integer),
    Column("parent_external_id", Text),
    text_("permalink"),
    number("is_liked"),
    text_("attachments", "[]"),
    number("is_edit_told"),
    text_("recipients", "[]"),
)
# Most messages come from outside and few from here: the indexes of the few hold only these.
Index(
    "message_external",
    message.c.channel_id,
    message.c.external_id,
    unique=True,
    sqlite_where=message.c.external_id.is_not(None),
)
Index("message_command", message.c.command_id, unique=True, sqlite_where=message.c.command_id.is_not(None))
Index("message_thread", message.c.thread_id, message.c.created_at, message.c.id)
Index("message_channel", message.c.channel_id, message.c.created_at)
merged_message = Table(
    "merged_message",
    cache,
    Column("message_id", Integer, ForeignKey("message.id", ondelete="CASCADE"), primary_key=True),
    Column("merge_id", Text, ForeignKey("thread_merge.id", ondelete="CASCADE"), nullable=False),
    comment="which messages go with a merge when it is taken back",
    sqlite_with_rowid=False,
)
Index("merged_message_of", merged_message.c.merge_id)
message_likes = Table(
    "message_likes",
    cache,
    Column("message_id", Integer, ForeignKey("message.id", ondelete="CASCADE"), primary_key=True),
    number("likes"),
    comment="messages of others that many people like; the others are not counted",
)
message_revision = Table(
    "message_revision",
    cache,
    id_(),
    Column("message_id", Integer, ForeignKey("message.id", ondelete="CASCADE"), nullable=False),
    text_("version"),
    text_("text"),
    number("seen_at"),
)
Index("message_revision_of", message_revision.c.message_id, message_revision.c.id)
attachment = Table(
    "attachment",
    cache,
    id_(),
    Column("message_id", Integer, ForeignKey("message.id", ondelete="CASCADE"), nullable=False),
    Column("thread_id", Integer, nullable=False),
    number("place"),
    text_("kind"),
    text_("remote_url"),
    text_("alt"),
    text_("media_type"),
    Column("size_bytes", Integer),
    text_("state", "pending"),
    text_("reason"),
    number("tries"),
    Column("next_try_at", Integer),
    Column("expires_at", Integer),
    text_("sha256"),
    Column("width", Integer),
    Column("height", Integer),
    UniqueConstraint("message_id", "place"),
)
Index("attachment_due", attachment.c.next_try_at, sqlite_where=attachment.c.state == "pending")
Index(
    "attachment_expiring",
    attachment.c.expires_at,
    sqlite_where=text("state = 'pending' AND expires_at IS NOT NULL"),
)
Index("attachment_picture", attachment.c.sha256, sqlite_where=attachment.c.sha256 != "")
note = Table(
    "note",
    cache,
    id_(),
    Column("thread_id", Integer, ForeignKey("thread.id", ondelete="CASCADE"), nullable=False),
    Column("person_id", Integer, nullable=False),
    text_("text"),
    text_("mentions", "[]"),
    number("created_at"),
)
Index("note_thread", note.c.thread_id, note.c.created_at)
happening = Table(
    "happening",
    cache,
    id_(),
    Column("thread_id", Integer, ForeignKey("thread.id", ondelete="CASCADE"), nullable=False),
    number("happened_at"),
    Column("person_id", Integer),
    text_("what"),
    text_("detail"),
)
Index("happening_thread", happening.c.thread_id, happening.c.happened_at)
