"""Gives the tables of the two local files, here and in the modules that begin like this one; knows no query.

Moments are integer milliseconds since the epoch in columns named `…_at`, booleans are 0 and 1, small lists are JSON.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint, text

from socialdesk.model.sorting import Sort
from socialdesk.store.queue_order import expression
from socialdesk.store.schema_channels import (
    audit,
    budget_used,
    channel,
    channel_able,
    channel_access,
    channel_stream,
    gap,
    inbound_event,
    tombstone,
)
from socialdesk.store.schema_contacts import contact, contact_apart, contact_memo, contact_merge, identity
from socialdesk.store.schema_desk import command, draft, outgoing_picture, ui_state
from socialdesk.store.schema_messages import (
    attachment,
    happening,
    merged_message,
    message,
    message_likes,
    message_revision,
    note,
)
from socialdesk.store.schema_outbox import command_result, outbound, public_act, send_attempt
from socialdesk.store.schema_parts import cache, desk, id_, number, text_
from socialdesk.store.schema_promises import reply_policy, triage_policy
from socialdesk.store.schema_replies import (
    saved_reply,
    saved_reply_picture,
    saved_reply_use,
    saved_reply_version,
    saved_reply_word,
)
from socialdesk.store.schema_rules import rule, rule_answer, rule_call, rule_draft, rule_run, rule_timer, rule_version
from socialdesk.store.schema_shield import shield_author, shield_evidence, shield_open, shield_word, shielding
from socialdesk.store.schema_stories import story_band, story_member, story_wanted
from socialdesk.store.schema_team import absence, assignment_log, escalated, on_call_turn, staff, unrouted

__all__ = [
    "FTS",
    "absence",
    "assignment_log",
    "attachment",
    "audit",
    "budget_used",
    "cache",
    "channel",
    "channel_able",
    "channel_access",
    "channel_stream",
    "command",
    "command_result",
    "contact",
    "contact_apart",
    "contact_memo",
    "contact_merge",
    "counter",
    "desk",
    "draft",
    "erased",
    "escalated",
    "event_log",
    "gap",
    "happening",
    "identity",
    "inbound_event",
    "journal",
    "merged_message",
    "message",
    "message_likes",
    "message_revision",
    "note",
    "on_call_turn",
    "outbound",
    "outgoing_picture",
    "person",
    "post",
    "post_picture",
    "public_act",
    "reply_policy",
    "rule",
    "rule_answer",
    "rule_call",
    "rule_draft",
    "rule_run",
    "rule_timer",
    "rule_version",
    "saved_reply",
    "saved_reply_picture",
    "saved_reply_use",
    "saved_reply_version",
    "saved_reply_word",
    "send_attempt",
    "setting",
    "shield_author",
    "shield_evidence",
    "shield_open",
    "shield_word",
    "shielding",
    "staff",
    "story_band",
    "story_member",
    "story_wanted",
    "tag_moved",
    "thread",
    "thread_merge",
    "thread_tag",
    "tombstone",
    "triage_policy",
    "ui_state",
    "unrouted",
    "view",
    "view_thread",
]

post = Table(
    "post",
    cache,
    id_(),
    Column("channel_id", Integer, ForeignKey("channel.id", ondelete="CASCADE"), nullable=False),
    text_("remote_id"),
    text_("author_name"),
    text_("title"),
    text_("text"),
    Column("created_at", Integer),
    text_("permalink"),
    text_("counts", "[]"),
    number("is_own", 1),
    UniqueConstraint("channel_id", "remote_id"),
)
post_picture = Table(
    "post_picture",
    cache,
    Column("post_id", Integer, ForeignKey("post.id", ondelete="CASCADE"), primary_key=True),
    text_("remote_url"),
    text_("alt"),
    text_("state", "asked"),
    text_("reason"),
    number("tries"),
    Column("next_try_at", Integer),
    Column("expires_at", Integer),
    text_("sha256"),
    Column("width", Integer),
    Column("height", Integer),
)
Index("post_picture_due", post_picture.c.next_try_at, sqlite_where=post_picture.c.state == "pending")
Index("post_picture_kept", post_picture.c.sha256, sqlite_where=post_picture.c.sha256 != "")
thread = Table(
    "thread",
    cache,
    id_(),
    Column("channel_id", Integer, ForeignKey("channel.id", ondelete="CASCADE"), nullable=False),
    text_("kind"),
    text_("remote_id"),
    text_("subject"),
    Column("contact_id", Integer),
    text_("contact_name"),
    text_("contact_handle"),
    text_("status"),
    number("created_at"),
    Column("last_in_at", Integer),
    Column("last_out_at", Integer),
    Column("waiting_since_at", Integer),
    Column("due_at", Integer),
    text_("preview"),
    number("preview_is_own"),
    Column("snoozed_until_at", Integer),
    Column("assignee_id", Integer),
    text_("priority", "normal"),
    number("unread"),
    text_("tags", "[]"),
    text_("language"),
    Column("stars", Integer),
    Column("post_id", Integer),
    text_("permalink"),
    Column("answered_after_ms", Integer),
    number("attachments"),
    number("is_vip"),
    text_("shield"),
    number("mentions_me"),
    number("last_message_id"),
    number("rev"),
    number("order_at", 0),
    Column("began_again_at", Integer),
    text_("pauses", "[]"),
    text_("signals"),
    text_("topics", "[]"),
    number("moved_ms", 0),
    UniqueConstraint("channel_id", "kind", "remote_id"),
)
# The queue is read in this order and no other: status, then what order_at says, then id.
Index("thread_queue", thread.c.status, thread.c.order_at, thread.c.id)
Index("thread_queue_mine", thread.c.assignee_id, thread.c.status, thread.c.order_at, thread.c.id)
Index("thread_queue_channel", thread.c.channel_id, thread.c.status, thread.c.order_at, thread.c.id)
Index("thread_queue_kind", thread.c.kind, thread.c.status, thread.c.order_at, thread.c.id)
Index("thread_queue_language", thread.c.language, thread.c.status, thread.c.order_at, thread.c.id)
Index("thread_contact", thread.c.contact_id, thread.c.last_in_at)
Index("thread_snoozed", thread.c.snoozed_until_at, sqlite_where=thread.c.snoozed_until_at.is_not(None))
Index("thread_sent", thread.c.last_out_at, thread.c.id, sqlite_where=thread.c.last_out_at.is_not(None))
Index("thread_vip", thread.c.status, thread.c.order_at, thread.c.id, sqlite_where=thread.c.is_vip == 1)
Index("thread_shielded", thread.c.status, thread.c.order_at, thread.c.id, sqlite_where=thread.c.shield != "")
Index("thread_post", thread.c.post_id, thread.c.last_in_at, sqlite_where=thread.c.post_id.is_not(None))
Index("thread_post_shielded", thread.c.post_id, sqlite_where=thread.c.shield != "")
Index("thread_mentions", thread.c.status, thread.c.order_at, thread.c.id, sqlite_where=thread.c.mentions_me == 1)
Index(
    "thread_answered", thread.c.status, thread.c.order_at, thread.c.id, sqlite_where=thread.c.last_out_at.is_not(None)
)
# The other orders; each is also the way along which a view too large to be put in order is read.
for _name, _sort in (("thread_said", Sort.NEWEST), ("thread_stars", Sort.STARS), ("thread_name", Sort.NAME)):
    Index(_name, thread.c.status, text(expression(_sort, "")), thread.c.id)
# What retention looks for: done, and still with words.
Index("thread_wordy", thread.c.order_at, sqlite_where=text("status = 'done' AND preview != ''"))
# Whose due time follows from the reply policy; when that changes it is read along the numbers, in slices.
Index("thread_promised", thread.c.id, sqlite_where=thread.c.waiting_since_at.is_not(None))
# Whose promise was broken longest ago; read on from there when what is late goes to somebody else.
Index("thread_late", thread.c.due_at, sqlite_where=text("status = 'open' AND due_at IS NOT NULL"))
thread_merge = Table(
    "thread_merge",
    cache,
    Column("id", Text, primary_key=True),
    Column("into_id", Integer, ForeignKey("thread.id", ondelete="CASCADE"), nullable=False),
    number("from_id"),
    Column("channel_id", Integer, ForeignKey("channel.id", ondelete="CASCADE"), nullable=False),
    text_("kind"),
    text_("remote_id"),
    Column("person_id", Integer),
    number("merged_at"),
    text_("before", "{}"),
    comment="threads that are shown as part of another one: where what comes to them goes, and what each was before",
)
Index("thread_merge_into", thread_merge.c.into_id, thread_merge.c.merged_at)
Index("thread_merge_from", thread_merge.c.from_id)
Index("thread_merge_of", thread_merge.c.channel_id, thread_merge.c.kind, thread_merge.c.remote_id, unique=True)
thread_tag = Table(
    "thread_tag",
    cache,
    Column("tag", Text, primary_key=True),
    Column("status", Text, primary_key=True),
    Column("order_at", Integer, primary_key=True),
    Column("thread_id", Integer, primary_key=True),
    comment="the tags of each thread, along the order of the queue",
    sqlite_with_rowid=False,
)
tag_moved = Table(
    "tag_moved",
    cache,
    Column("change", Text, primary_key=True),
    Column("thread_id", Integer, ForeignKey("thread.id", ondelete="CASCADE"), primary_key=True),
    Column("had", Integer, nullable=False),
    comment="which threads bore a tag before it was renamed or deleted, and whether they had the other one too",
    sqlite_with_rowid=False,
)
Index("tag_moved_thread", tag_moved.c.thread_id)
view_thread = Table(
    "view_thread",
    cache,
    Column("view_id", Text, primary_key=True),
    Column("status", Text, primary_key=True),
    Column("order_at", Integer, primary_key=True),
    Column("thread_id", Integer, primary_key=True),
    comment="what each saved view holds, along the order of the queue: whatever it filters by, its page is one range",
    sqlite_with_rowid=False,
)
person = Table(
    "person", cache, id_(), text_("name"), text_("role", "agent"), number("is_me"), Column("on_shift_until", Text)
)
view = Table(
    "view",
    cache,
    Column("id", Text, primary_key=True),
    text_("name"),
    text_("filter"),
    number("place"),
    Column("owner_id", Integer, comment="whose a private view is; the team's have none"),
    text_("sort", "triage"),
)
counter = Table("counter", cache, Column("id", Text, primary_key=True), number("n"))
erased = Table(
    "erased",
    cache,
    Column("mark", Text, primary_key=True),
    number("erased_at"),
    comment="accounts that asked to be forgotten, as marks that tell nobody who they are",
    sqlite_with_rowid=False,
)
setting = Table("setting", cache, Column("key", Text, primary_key=True), text_("value"))
event_log = Table(
    "event_log",
    cache,
    id_(),
    number("at"),
    Column("person_id", Integer),
    text_("what"),
    text_("subject"),
    text_("detail"),
    comment="who did what to the workspace itself; only ever added to",
)
journal = Table(
    "journal",
    cache,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    text_("entity"),
    number("entity_id"),
    sqlite_autoincrement=True,
)

_TOKENS = 'tokenize="unicode61 remove_diacritics 2"'
_INDEX_ONLY = f"content='', contentless_delete=1, {_TOKENS}"
FTS = (
    f"CREATE VIRTUAL TABLE message_fts USING fts5(text, {_INDEX_ONLY}, prefix='2 3')",
    f"CREATE VIRTUAL TABLE note_fts USING fts5(text, {_INDEX_ONLY})",
    f"CREATE VIRTUAL TABLE contact_fts USING fts5(name, handle, {_INDEX_ONLY}, prefix='2 3')",
)
"""The search indexes hold no text, only where words stand; `model.words` says what goes in."""
