"""Gives the tables of the two local files; knows no query.

Moments are integer milliseconds since the epoch in columns named `…_at`, booleans are 0 and 1, small lists are JSON.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text, UniqueConstraint, text

from socialdesk.model.sorting import Sort
from socialdesk.store.queue_order import expression

cache = MetaData()
desk = MetaData()


def _id() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def _text(name: str, default: str = "") -> Column[str]:
    return Column(name, Text, nullable=False, server_default=default)


def _number(name: str, default: int = 0) -> Column[int]:
    return Column(name, Integer, nullable=False, server_default=text(str(default)))


channel = Table(
    "channel",
    cache,
    _id(),
    _text("platform"),
    _text("mark"),
    _text("name"),
    _text("handle"),
    _text("remote_id"),
    _text("server"),
    _text("state"),
    Column("state_since_at", Integer),
    _text("state_reason"),
    Column("state_until_at", Integer),
    Column("last_pull_at", Integer),
    Column("last_send_at", Integer),
    _number("connected_at"),
    Column("clocks_from_at", Integer, comment="messages older than this are history without clocks"),
    _number("history_days", 30),
    UniqueConstraint("platform", "remote_id"),
)
channel_stream = Table(
    "channel_stream",
    cache,
    Column("channel_id", Integer, ForeignKey("channel.id", ondelete="CASCADE"), primary_key=True),
    Column("stream", Text, primary_key=True),
    Column("cursor", Text),
    Column("last_ok_at", Integer),
    _text("last_error"),
)
channel_access = Table(
    "channel_access",
    cache,
    Column("channel_id", Integer, ForeignKey("channel.id", ondelete="CASCADE"), primary_key=True),
    _text("granted", "[]"),
    Column("expires_at", Integer),
    Column("checked_at", Integer),
    Column("lost_at", Integer),
    Column("mended_at", Integer),
    _number("brought"),
    comment="what the sign-in of a channel allows, as it was last tried",
)
inbound_event = Table(
    "inbound_event",
    cache,
    _id(),
    Column("channel_id", Integer, ForeignKey("channel.id", ondelete="CASCADE"), nullable=False),
    _text("dedup_key"),
    _text("kind"),
    _text("payload"),
    _text("state", "done"),
    _text("error"),
    _number("received_at"),
    _number("tries"),
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
    _number("deleted_at"),
    comment="deletions that came before what they delete",
    sqlite_with_rowid=False,
)
gap = Table(
    "gap",
    cache,
    _id(),
    Column("channel_id", Integer, ForeignKey("channel.id", ondelete="CASCADE"), nullable=False),
    _text("stream"),
    Column("from_at", Integer),
    Column("to_at", Integer),
    _text("state", "open"),
    _text("sentence"),
)
Index("gap_channel", gap.c.channel_id, gap.c.state)
audit = Table(
    "audit",
    cache,
    _id(),
    Column("channel_id", Integer, ForeignKey("channel.id", ondelete="CASCADE"), nullable=False),
    _number("at"),
    _number("since_at"),
    _number("looked"),
    _number("new"),
    _number("edited"),
    _number("deleted"),
)
Index("audit_channel", audit.c.channel_id, audit.c.at)
contact = Table(
    "contact",
    cache,
    _id(),
    _text("name"),
    _text("handle"),
    _text("platform"),
    Column("avatar_url", Text),
    _text("location"),
    Column("followers", Integer),
    _text("language"),
    _number("is_vip"),
    _text("memo"),
    _text("fields", "[]"),
    _text("time_zone"),
    Column("merged_into", Integer, comment="the contact that is the same person; then only that one is shown"),
)
Index("contact_merged", contact.c.merged_into, sqlite_where=contact.c.merged_into.is_not(None))
identity = Table(
    "identity",
    cache,
    _id(),
    Column("contact_id", Integer, ForeignKey("contact.id", ondelete="CASCADE"), nullable=False),
    _text("platform"),
    _text("remote_id"),
    Column("home_id", Integer, comment="the contact that says what this account is called, where a merge moved it"),
    UniqueConstraint("platform", "remote_id"),
)
Index("identity_contact", identity.c.contact_id)
contact_memo = Table(
    "contact_memo",
    cache,
    _id(),
    Column("contact_id", Integer, ForeignKey("contact.id", ondelete="CASCADE"), nullable=False),
    Column("person_id", Integer),
    _text("text"),
    _number("written_at"),
    comment="every memo there was of a contact",
)
Index("contact_memo_of", contact_memo.c.contact_id, contact_memo.c.id)
contact_merge = Table(
    "contact_merge",
    cache,
    Column("id", Text, primary_key=True),
    Column("into_id", Integer, ForeignKey("contact.id", ondelete="CASCADE"), nullable=False),
    Column("from_id", Integer, ForeignKey("contact.id", ondelete="CASCADE"), nullable=False),
    Column("person_id", Integer),
    _number("merged_at"),
    _text("reason"),
    _text("evidence", "[]"),
    _text("before", "{}"),
    Column("undone_at", Integer),
    comment="who found that two contacts are one person, why, and what each was before",
)
Index("contact_merge_into", contact_merge.c.into_id, contact_merge.c.merged_at)
Index("contact_merge_from", contact_merge.c.from_id)
contact_apart = Table(
    "contact_apart",
    cache,
    Column("one_id", Integer, ForeignKey("contact.id", ondelete="CASCADE"), primary_key=True),
    Column("other_id", Integer, ForeignKey("contact.id", ondelete="CASCADE"), primary_key=True),
    comment="pairs somebody said are two people, the lower number first",
    sqlite_with_rowid=False,
)
Index("contact_apart_other", contact_apart.c.other_id)
post = Table(
    "post",
    cache,
    _id(),
    Column("channel_id", Integer, ForeignKey("channel.id", ondelete="CASCADE"), nullable=False),
    _text("remote_id"),
    _text("author_name"),
    _text("title"),
    _text("text"),
    Column("created_at", Integer),
    _text("permalink"),
    _text("counts", "[]"),
    _number("is_own", 1),
    UniqueConstraint("channel_id", "remote_id"),
)
post_picture = Table(
    "post_picture",
    cache,
    Column("post_id", Integer, ForeignKey("post.id", ondelete="CASCADE"), primary_key=True),
    _text("remote_url"),
    _text("alt"),
    _text("state", "asked"),
    _text("reason"),
    _number("tries"),
    Column("next_try_at", Integer),
    Column("expires_at", Integer),
    _text("sha256"),
    Column("width", Integer),
    Column("height", Integer),
)
Index("post_picture_due", post_picture.c.next_try_at, sqlite_where=post_picture.c.state == "pending")
Index("post_picture_kept", post_picture.c.sha256, sqlite_where=post_picture.c.sha256 != "")
thread = Table(
    "thread",
    cache,
    _id(),
    Column("channel_id", Integer, ForeignKey("channel.id", ondelete="CASCADE"), nullable=False),
    _text("kind"),
    _text("remote_id"),
    _text("subject"),
    Column("contact_id", Integer),
    _text("contact_name"),
    _text("contact_handle"),
    _text("status"),
    _number("created_at"),
    Column("last_in_at", Integer),
    Column("last_out_at", Integer),
    Column("waiting_since_at", Integer),
    Column("due_at", Integer),
    _text("preview"),
    _number("preview_is_own"),
    Column("snoozed_until_at", Integer),
    Column("assignee_id", Integer),
    _text("priority", "normal"),
    _number("unread"),
    _text("tags", "[]"),
    _text("language"),
    Column("stars", Integer),
    Column("post_id", Integer),
    _text("permalink"),
    Column("answered_after_ms", Integer),
    _number("attachments"),
    _number("is_vip"),
    _text("shield"),
    _number("mentions_me"),
    _number("last_message_id"),
    _number("rev"),
    _number("order_at", 0),
    Column("began_again_at", Integer),
    _text("pauses", "[]"),
    _text("signals"),
    _text("topics", "[]"),
    _number("moved_ms", 0),
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
reply_policy = Table(
    "reply_policy",
    cache,
    Column("version", Integer, primary_key=True),
    _text("policy", "{}"),
    Column("person_id", Integer),
    _number("made_at"),
    _number("is_promised", 0),
    _number("promised_to", 0),
    comment="opening hours and targets, each version as it was given; the newest counts. `is_promised` once every due"
    " time follows from it, until then all up to the thread `promised_to` do",
)
# Whose promise was broken longest ago; read on from there when what is late goes to somebody else.
Index("thread_late", thread.c.due_at, sqlite_where=text("status = 'open' AND due_at IS NOT NULL"))
staff = Table(
    "staff",
    cache,
    Column("person_id", Integer, primary_key=True),
    _text("body", "{}"),
    _number("rev"),
    comment="how each member works: shifts, languages, skills, capacity, back-up",
)
absence = Table(
    "absence",
    cache,
    _id(),
    Column("person_id", Integer, nullable=False),
    _number("begins_at"),
    Column("until_at", Integer),
    _text("why", "other"),
)
Index("absence_of", absence.c.person_id, absence.c.begins_at)
unrouted = Table(
    "unrouted",
    cache,
    Column("thread_id", Integer, ForeignKey("thread.id", ondelete="CASCADE"), primary_key=True),
    _number("since_at"),
    comment="threads that nobody could be given yet",
)
escalated = Table(
    "escalated",
    cache,
    Column("thread_id", Integer, ForeignKey("thread.id", ondelete="CASCADE"), primary_key=True),
    _number("due_at"),
    comment="promises whose thread went to somebody else when it was late; that happens once",
)
assignment_log = Table(
    "assignment_log",
    cache,
    _id(),
    Column("thread_id", Integer, ForeignKey("thread.id", ondelete="CASCADE"), nullable=False),
    _number("at"),
    Column("person_id", Integer, nullable=False),
    _text("decision", "{}"),
    comment="who was given what without a person saying so, and why",
)
Index("assignment_log_thread", assignment_log.c.thread_id, assignment_log.c.id)
Index("assignment_log_person", assignment_log.c.person_id, assignment_log.c.id)
triage_policy = Table(
    "triage_policy",
    cache,
    Column("version", Integer, primary_key=True),
    _text("policy", "{}"),
    Column("person_id", Integer),
    _number("made_at"),
    comment="what moves threads in the queue and the word lists, each version as it was given; the newest counts",
)
thread_merge = Table(
    "thread_merge",
    cache,
    Column("id", Text, primary_key=True),
    Column("into_id", Integer, ForeignKey("thread.id", ondelete="CASCADE"), nullable=False),
    _number("from_id"),
    Column("channel_id", Integer, ForeignKey("channel.id", ondelete="CASCADE"), nullable=False),
    _text("kind"),
    _text("remote_id"),
    Column("person_id", Integer),
    _number("merged_at"),
    _text("before", "{}"),
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
message = Table(
    "message",
    cache,
    _id(),
    Column("thread_id", Integer, ForeignKey("thread.id", ondelete="CASCADE"), nullable=False),
    Column("channel_id", Integer, nullable=False),
    Column("external_id", Text),
    _text("version"),
    _text("direction"),
    _text("author_remote_id"),
    _text("author_name"),
    _text("author_handle"),
    _text("text"),
    _number("created_at"),
    Column("edited_at", Integer),
    Column("deleted_at", Integer),
    _text("state"),
    _text("state_reason"),
    Column("not_before_at", Integer),
    Column("command_id", Text),
    Column("person_id", Integer),
    Column("parent_external_id", Text),
    _text("permalink"),
    _number("is_liked"),
    _text("attachments", "[]"),
    _number("is_edit_told"),
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
story_member = Table(
    "story_member",
    cache,
    Column("thread_id", Integer, ForeignKey("thread.id", ondelete="CASCADE"), primary_key=True),
    _number("message_id"),
    _number("story"),
    _number("said_at"),
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
shielding = Table(
    "shielding",
    cache,
    Column("message_id", Integer, ForeignKey("message.id", ondelete="CASCADE"), primary_key=True),
    Column("thread_id", Integer, nullable=False),
    Column("channel_id", Integer, nullable=False),
    _text("author_remote_id"),
    _text("kind"),
    _text("level"),
    _text("reasons", "[]"),
    _number("has_pictures"),
    _number("judged_at"),
    _text("decision"),
    comment="messages that are, or were, kept out of sight, and why",
)
Index("shielding_thread", shielding.c.thread_id)
Index("shielding_author", shielding.c.channel_id, shielding.c.author_remote_id, shielding.c.judged_at)
Index("shielding_let", shielding.c.thread_id, sqlite_where=shielding.c.decision == "let_through")
Index("shielding_judged", shielding.c.judged_at, shielding.c.decision)
shield_evidence = Table(
    "shield_evidence",
    cache,
    _id(),
    _number("message_id"),
    _number("thread_id"),
    _number("channel_id"),
    _text("author_remote_id"),
    _text("record", "{}"),
    _text("sha256"),
    _number("kept_at"),
    UniqueConstraint("message_id", "sha256"),
    comment="what was kept out of sight as it was, whatever its author does to it",
)
Index("shield_evidence_thread", shield_evidence.c.thread_id)
Index("shield_evidence_author", shield_evidence.c.author_remote_id)
Index("shield_evidence_old", shield_evidence.c.kept_at)
shield_word = Table(
    "shield_word",
    cache,
    _id(),
    _text("kind"),
    _text("language"),
    _text("text"),
    _number("is_part"),
    _number("accents_matter"),
    _number("allows"),
    _number("thread_id"),
    Column("person_id", Integer),
    _number("added_at"),
    UniqueConstraint("text", "language", "allows"),
)
shield_author = Table(
    "shield_author",
    cache,
    Column("channel_id", Integer, ForeignKey("channel.id", ondelete="CASCADE"), primary_key=True),
    Column("remote_id", Text, primary_key=True),
    _text("name"),
    _number("thread_id"),
    Column("person_id", Integer),
    _number("added_at"),
    comment="whose messages are let through",
    sqlite_with_rowid=False,
)
shield_open = Table(
    "shield_open",
    cache,
    Column("person_id", Integer, primary_key=True),
    Column("day", Text, primary_key=True),
    _number("n"),
    comment="how many kept messages each person opened",
    sqlite_with_rowid=False,
)
message_revision = Table(
    "message_revision",
    cache,
    _id(),
    Column("message_id", Integer, ForeignKey("message.id", ondelete="CASCADE"), nullable=False),
    _text("version"),
    _text("text"),
    _number("seen_at"),
)
Index("message_revision_of", message_revision.c.message_id, message_revision.c.id)
attachment = Table(
    "attachment",
    cache,
    _id(),
    Column("message_id", Integer, ForeignKey("message.id", ondelete="CASCADE"), nullable=False),
    Column("thread_id", Integer, nullable=False),
    _number("place"),
    _text("kind"),
    _text("remote_url"),
    _text("alt"),
    _text("media_type"),
    Column("size_bytes", Integer),
    _text("state", "pending"),
    _text("reason"),
    _number("tries"),
    Column("next_try_at", Integer),
    Column("expires_at", Integer),
    _text("sha256"),
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
    _id(),
    Column("thread_id", Integer, ForeignKey("thread.id", ondelete="CASCADE"), nullable=False),
    Column("person_id", Integer, nullable=False),
    _text("text"),
    _text("mentions", "[]"),
    _number("created_at"),
)
Index("note_thread", note.c.thread_id, note.c.created_at)
happening = Table(
    "happening",
    cache,
    _id(),
    Column("thread_id", Integer, ForeignKey("thread.id", ondelete="CASCADE"), nullable=False),
    _number("happened_at"),
    Column("person_id", Integer),
    _text("what"),
    _text("detail"),
)
Index("happening_thread", happening.c.thread_id, happening.c.happened_at)
outbound = Table(
    "outbound",
    cache,
    Column("command_id", Text, primary_key=True),
    Column("channel_id", Integer, nullable=False),
    Column("thread_id", Integer, nullable=False),
    Column("message_id", Integer),
    _text("act"),
    _text("target_remote_id"),
    _text("text"),
    _number("based_on"),
    _number("not_before_at"),
    _text("key"),
    _text("state"),
    _text("state_reason"),
    _number("tries"),
    _number("given_at"),
    Column("person_id", Integer),
    Column("batch", Text, nullable=False, server_default="", comment="what parts of one text have in common"),
    Column("part", Integer, nullable=False, server_default="0"),
    _text("pictures", "[]"),
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
    _number("since_at"),
    Column("person_id", Integer),
    comment="what we did on a platform that still stands: hidden, blocked, muted, reported",
    sqlite_with_rowid=False,
)
send_attempt = Table(
    "send_attempt",
    cache,
    _id(),
    Column("command_id", Text, nullable=False),
    _number("number"),
    _text("body_hash"),
    _number("started_at"),
    Column("ended_at", Integer),
    _text("certainty"),
    _text("code"),
    UniqueConstraint("command_id", "number"),
)
command_result = Table(
    "command_result",
    cache,
    Column("command_id", Text, primary_key=True),
    _text("desk_id"),
    _number("seq"),
    _text("outcome"),
    _text("sentence"),
    _number("decided_at"),
)
Index("command_result_desk", command_result.c.desk_id, command_result.c.seq)
person = Table(
    "person", cache, _id(), _text("name"), _text("role", "agent"), _number("is_me"), Column("on_shift_until", Text)
)
saved_reply = Table(
    "saved_reply",
    cache,
    _id(),
    Column("shortcut", Text, nullable=False, unique=True),
    _text("title"),
    _text("folder"),
    _text("bodies", "[]"),
    _number("used"),
    _text("scope", "team"),
    Column("channel_id", Integer, comment="of the scope 'channel'"),
    Column("owner_id", Integer),
    _text("tags", "[]"),
    Column("last_used_at", Integer),
    Column("deleted_at", Integer, comment="out of the library; gone for good a month later"),
    _text("acts", "[]"),
    _number("hotkey"),
    _text("review_on"),
    Column("version", Integer, nullable=False, server_default="1"),
    _number("sent"),
    _number("edited"),
    _text("pictures", "[]"),
    Column("reopened", Integer, nullable=False, server_default="0", comment="counted in saved_reply_use"),
)
saved_reply_picture = Table(
    "saved_reply_picture",
    cache,
    Column("id", Text, primary_key=True, comment="the digest of the bytes"),
    _number("size_bytes"),
    _number("added_at"),
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
    _number("saved_at"),
    Column("person_id", Integer),
    _text("command_id"),
    _text("body"),
    comment="every reply as it was: what was sent keeps its words, and a save can be taken back",
    sqlite_with_rowid=False,
)
Index("saved_reply_version_command", saved_reply_version.c.command_id)
saved_reply_use = Table(
    "saved_reply_use",
    cache,
    Column("command_id", Text, primary_key=True),
    Column("reply_id", Integer, nullable=False),
    _number("version"),
    Column("thread_id", Integer, nullable=False),
    _number("used_at"),
    _number("is_edited"),
    _text("words", "[]"),
    _number("is_reopened"),
    comment="answers that began as a saved reply; the words are a bag without order, counted in saved_reply_word",
)
Index("saved_reply_use_of", saved_reply_use.c.reply_id, saved_reply_use.c.used_at)
Index("saved_reply_use_thread", saved_reply_use.c.thread_id)
saved_reply_word = Table(
    "saved_reply_word",
    cache,
    Column("word", Text, primary_key=True),
    Column("reply_id", Integer, primary_key=True),
    _number("own"),
    _number("learned"),
    comment="own: how much of a reply is this word; learned: in how many threads with it the reply was sent",
    sqlite_with_rowid=False,
)
Index("saved_reply_word_of", saved_reply_word.c.reply_id)
view = Table(
    "view",
    cache,
    Column("id", Text, primary_key=True),
    _text("name"),
    _text("filter"),
    _number("place"),
    Column("owner_id", Integer, comment="whose a private view is; the team's have none"),
    _text("sort", "triage"),
)
counter = Table("counter", cache, Column("id", Text, primary_key=True), _number("n"))
rule = Table(
    "rule",
    cache,
    Column("id", Text, primary_key=True),
    _number("place"),
    _text("body", "{}"),
    Column("version", Integer, nullable=False, server_default="1"),
    _number("is_on"),
    Column("on_from_at", Integer),
    _text("off_because"),
    _text("trial"),
    _number("changed_at"),
    Column("person_id", Integer),
    Column("deleted_at", Integer, comment="out of the list; kept for what it did"),
)
rule_version = Table(
    "rule_version",
    cache,
    Column("rule_id", Text, primary_key=True),
    Column("version", Integer, primary_key=True),
    _text("body", "{}"),
    _number("saved_at"),
    Column("person_id", Integer),
    comment="what each version of a rule said: whatever it did stays explained",
    sqlite_with_rowid=False,
)
rule_run = Table(
    "rule_run",
    cache,
    _id(),
    Column("rule_id", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("event", Text, nullable=False, comment="what happened, under a name of its own"),
    Column("thread_id", Integer, ForeignKey("thread.id", ondelete="CASCADE"), nullable=False),
    _number("happened_at"),
    _number("ran_at"),
    _text("reasons", "[]"),
    _text("did", "[]"),
    Column("undone_at", Integer),
    UniqueConstraint("rule_id", "version", "event"),
    comment="every time a rule did its work, and why; never twice for one version and event",
)
Index("rule_run_thread", rule_run.c.thread_id, rule_run.c.id)
Index("rule_run_of", rule_run.c.rule_id, rule_run.c.id)
rule_timer = Table(
    "rule_timer",
    cache,
    Column("thread_id", Integer, ForeignKey("thread.id", ondelete="CASCADE"), primary_key=True),
    Column("what", Text, primary_key=True),
    Column("at", Integer, nullable=False),
    comment="when the time alone makes something happen to a thread that a rule waits for",
    sqlite_with_rowid=False,
)
Index("rule_timer_at", rule_timer.c.at)
rule_answer = Table(
    "rule_answer",
    cache,
    Column("thread_id", Integer, ForeignKey("thread.id", ondelete="CASCADE"), primary_key=True),
    Column("day", Text, primary_key=True),
    _number("at"),
    _text("command_id"),
    comment="what was acknowledged by itself: once a thread and day",
    sqlite_with_rowid=False,
)
Index("rule_answer_at", rule_answer.c.at)
rule_draft = Table(
    "rule_draft",
    cache,
    Column("thread_id", Integer, ForeignKey("thread.id", ondelete="CASCADE"), primary_key=True),
    Column("reply_id", Integer, nullable=False),
    Column("run_id", Integer, nullable=False),
    _number("made_at"),
    comment="the saved reply that a rule laid ready in a thread",
)
rule_call = Table(
    "rule_call",
    cache,
    _id(),
    Column("run_id", Integer, nullable=False),
    Column("rule_id", Text, nullable=False),
    Column("thread_id", Integer, ForeignKey("thread.id", ondelete="CASCADE"), nullable=False),
    _text("address"),
    _text("body", "{}"),
    _text("state", "queued"),
    _text("reason"),
    _number("tries"),
    Column("next_try_at", Integer),
    _number("made_at"),
    comment="what is told to programs elsewhere: queued, sent, failed or canceled",
)
Index("rule_call_due", rule_call.c.next_try_at, sqlite_where=rule_call.c.state == "queued")
Index("rule_call_thread", rule_call.c.thread_id)
erased = Table(
    "erased",
    cache,
    Column("mark", Text, primary_key=True),
    _number("erased_at"),
    comment="accounts that asked to be forgotten, as marks that tell nobody who they are",
    sqlite_with_rowid=False,
)
setting = Table("setting", cache, Column("key", Text, primary_key=True), _text("value"))
event_log = Table(
    "event_log",
    cache,
    _id(),
    _number("at"),
    Column("person_id", Integer),
    _text("what"),
    _text("subject"),
    _text("detail"),
    comment="who did what to the workspace itself; only ever added to",
)
journal = Table(
    "journal",
    cache,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    _text("entity"),
    _number("entity_id"),
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

command = Table(
    "command",
    desk,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    _number("given_at"),
    _number("person_id"),
    _text("body"),
    sqlite_autoincrement=True,
)
draft = Table(
    "draft",
    desk,
    Column("thread_id", Integer, primary_key=True),
    Column("mode", Text, primary_key=True),
    _text("text"),
    _text("blanks", "[]"),
    _number("based_on"),
    _number("changed_at"),
    _text("pictures", "[]"),
)
outgoing_picture = Table(
    "outgoing_picture",
    desk,
    Column("id", Text, primary_key=True, comment="the SHA-256 of the data"),
    _text("media_type"),
    Column("data", LargeBinary, nullable=False),
    Column("thumb", LargeBinary, nullable=False),
    _number("added_at"),
)
ui_state = Table("ui_state", desk, Column("key", Text, primary_key=True), _text("value"))
