"""Maps rows to the frozen values of the model and back; knows columns, no query."""

from __future__ import annotations

import json
from typing import Any

from socialdesk.model.channel import Channel, ChannelState
from socialdesk.model.contact import Contact
from socialdesk.model.delivery import Delivery
from socialdesk.model.identifiers import (
    ChannelId,
    CommandId,
    ContactId,
    MessageId,
    NoteId,
    PersonId,
    PostId,
    SavedReplyId,
    ThreadId,
)
from socialdesk.model.message import Attachment, Direction, Happening, Message, Note
from socialdesk.model.person import Person, Role
from socialdesk.model.post import Post
from socialdesk.model.saved_reply import SavedReply
from socialdesk.model.thread import Kind, Priority, Status, Thread
from socialdesk.model.view import Filter, View, Whose
from socialdesk.support.clock import from_ms, optional_from_ms, optional_ms, to_ms

NO_TARGET = 10**15
"""Added to the order of threads without a due time, so that they come last; as a moment it is past the year 9999."""


def order_at(thread: Thread) -> int:
    """Where a thread stands in the queue; see `model.triage.order_key`, which orders alike."""
    return NO_TARGET + to_ms(thread.last_at) if thread.due_at is None else to_ms(thread.due_at)


def from_thread(thread: Thread) -> dict[str, Any]:
    """The columns of a thread without its id."""
    return {
        "channel_id": thread.channel_id,
        "kind": thread.kind.value,
        "remote_id": thread.remote_id,
        "subject": thread.subject,
        "contact_id": thread.contact_id,
        "contact_name": thread.contact_name,
        "contact_handle": thread.contact_handle,
        "status": thread.status.value,
        "created_at": to_ms(thread.created_at),
        "last_in_at": optional_ms(thread.last_in_at),
        "last_out_at": optional_ms(thread.last_out_at),
        "waiting_since_at": optional_ms(thread.waiting_since),
        "due_at": optional_ms(thread.due_at),
        "preview": thread.preview,
        "preview_is_own": int(thread.preview_is_own),
        "snoozed_until_at": optional_ms(thread.snoozed_until),
        "assignee_id": thread.assignee_id,
        "priority": thread.priority.value,
        "unread": thread.unread,
        "tags": json.dumps(thread.tags, ensure_ascii=False),
        "language": thread.language,
        "stars": thread.stars,
        "post_id": thread.post_id,
        "permalink": thread.permalink,
        "answered_after_ms": thread.answered_after_ms,
        "attachments": thread.attachments,
        "is_vip": int(thread.is_vip),
        "shield": thread.shield,
        "mentions_me": int(thread.mentions_me),
        "last_message_id": thread.last_message_id,
        "rev": thread.rev,
        "order_at": order_at(thread),
    }


def to_thread(row: Any) -> Thread:
    """A thread from all columns of its row, in the order of the table."""
    (id_, channel, kind, remote, subject, contact, name, handle, status, created, last_in, last_out, waiting, due,
     preview, own, snoozed, assignee, priority, unread, tags, language, stars, post, permalink, answered, attachments,
     vip, shield, mentions, last_message, rev, _) = row  # fmt: skip
    return Thread(
        ThreadId(id_),
        ChannelId(channel),
        Kind(kind),
        remote,
        subject,
        None if contact is None else ContactId(contact),
        name,
        handle,
        Status(status),
        from_ms(created),
        optional_from_ms(last_in),
        optional_from_ms(last_out),
        optional_from_ms(waiting),
        optional_from_ms(due),
        preview,
        bool(own),
        optional_from_ms(snoozed),
        None if assignee is None else PersonId(assignee),
        Priority(priority),
        unread,
        () if tags == "[]" else tuple(json.loads(tags)),
        language,
        stars,
        None if post is None else PostId(post),
        permalink,
        answered,
        attachments,
        bool(vip),
        shield,
        bool(mentions),
        last_message,
        rev,
    )


def from_message(message: Message) -> dict[str, Any]:
    """The columns of a message without its id, channel and version."""
    return {
        "thread_id": message.thread_id,
        "external_id": message.external_id,
        "direction": message.direction.value,
        "author_remote_id": message.author_remote_id,
        "author_name": message.author_name,
        "author_handle": message.author_handle,
        "text": message.text,
        "created_at": to_ms(message.created_at),
        "edited_at": optional_ms(message.edited_at),
        "deleted_at": optional_ms(message.deleted_at),
        "state": message.state.value,
        "state_reason": message.state_reason,
        "not_before_at": optional_ms(message.not_before),
        "command_id": message.command_id,
        "person_id": message.person_id,
        "parent_external_id": message.parent_external_id,
        "permalink": message.permalink,
        "is_liked": int(message.is_liked),
        "attachments": json.dumps(
            [[a.kind, a.url, a.alt, a.media_type, a.size_bytes] for a in message.attachments], ensure_ascii=False
        ),
    }


def to_message(row: Any) -> Message:
    """A message from all columns of its row, in the order of the table."""
    (id_, thread, _, external, _, direction, author, name, handle, text, created, edited, deleted, state, reason,
     not_before, command, person, parent, permalink, liked, attachments) = row  # fmt: skip
    return Message(
        MessageId(id_),
        ThreadId(thread),
        external,
        Direction(direction),
        author,
        name,
        handle,
        text,
        from_ms(created),
        optional_from_ms(edited),
        optional_from_ms(deleted),
        Delivery(state),
        reason,
        optional_from_ms(not_before),
        None if command is None else CommandId(command),
        None if person is None else PersonId(person),
        parent,
        permalink,
        bool(liked),
        () if attachments == "[]" else tuple(Attachment(*one) for one in json.loads(attachments)),
    )


def to_channel(row: Any) -> Channel:
    """A channel from its row."""
    return Channel(
        ChannelId(row.id),
        row.platform,
        row.mark,
        row.name,
        row.handle,
        row.remote_id,
        row.server,
        ChannelState(row.state),
        optional_from_ms(row.state_since_at),
        row.state_reason,
        optional_from_ms(row.state_until_at),
        optional_from_ms(row.last_pull_at),
        optional_from_ms(row.last_send_at),
    )


def to_contact(row: Any) -> Contact:
    """A contact from all columns of its row, in the order of the table."""
    id_, name, handle, platform, avatar, location, followers, language, vip, memo, fields = row
    return Contact(
        ContactId(id_),
        name,
        handle,
        platform,
        avatar,
        location,
        followers,
        language,
        bool(vip),
        memo,
        () if fields == "[]" else tuple((label, value) for label, value in json.loads(fields)),
    )


def to_post(row: Any) -> Post:
    """A post from its row."""
    return Post(
        PostId(row.id),
        ChannelId(row.channel_id),
        row.remote_id,
        row.author_name,
        row.title,
        row.text,
        optional_from_ms(row.created_at),
        row.permalink,
        tuple((what, number) for what, number in json.loads(row.counts)),
        bool(row.is_own),
    )


def to_note(row: Any) -> Note:
    """A note from its row joined with its writer's name."""
    return Note(
        NoteId(row.id),
        ThreadId(row.thread_id),
        PersonId(row.person_id),
        row.name or "",
        row.text,
        from_ms(row.created_at),
    )


def to_happening(row: Any) -> Happening:
    """A grey line from its row joined with who did it."""
    return Happening(row.id, ThreadId(row.thread_id), from_ms(row.happened_at), row.name or "", row.what, row.detail)


def to_person(row: Any) -> Person:
    """A member from its row."""
    return Person(PersonId(row.id), row.name, Role(row.role), bool(row.is_me), row.on_shift_until)


def to_saved_reply(row: Any) -> SavedReply:
    """A saved reply from its row."""
    bodies = tuple((language, body) for language, body in json.loads(row.bodies))
    return SavedReply(SavedReplyId(row.id), row.shortcut, row.title, row.folder, bodies, row.used)


def from_filter(filter_: Filter) -> str:
    """The written form of a view's filter."""
    return json.dumps(
        {
            "statuses": sorted(filter_.statuses),
            "whose": filter_.whose,
            "channels": sorted(filter_.channels),
            "kinds": sorted(filter_.kinds),
            "languages": sorted(filter_.languages),
            "tags": sorted(filter_.tags),
            "vip": filter_.vip,
            "shielded": filter_.shielded,
            "mentions_me": filter_.mentions_me,
            "answered": filter_.answered,
        }
    )


def to_view(row: Any) -> View:
    """A saved view from its row."""
    parts = json.loads(row.filter)
    return View(
        row.id,
        Filter(
            frozenset(Status(s) for s in parts["statuses"]),
            Whose(parts["whose"]),
            frozenset(ChannelId(c) for c in parts["channels"]),
            frozenset(Kind(k) for k in parts["kinds"]),
            frozenset(parts["languages"]),
            frozenset(parts["tags"]),
            parts["vip"],
            parts["shielded"],
            parts["mentions_me"],
            parts["answered"],
        ),
        row.name,
    )
