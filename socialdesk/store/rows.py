"""Maps rows to the frozen values of the model; knows columns, no query. The way back is in `written_rows`."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from socialdesk.model import filter_form
from socialdesk.model.channel import Channel, ChannelState
from socialdesk.model.contact import Contact, FieldKind
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
from socialdesk.model.message import Attachment, Direction, Happening, Message, Note, Place, Recipient
from socialdesk.model.person import Person, Role
from socialdesk.model.post import Post
from socialdesk.model.sorting import Sort
from socialdesk.model.thread import Kind, Pauses, Priority, Status, Thread
from socialdesk.model.view import Filter, View
from socialdesk.support.clock import from_ms, optional_from_ms, to_ms

if TYPE_CHECKING:
    from socialdesk.model.saved_reply import SavedReply


NO_TARGET = 10**15
"""Added to the order of threads without a due time, so that they come last; as a moment it is past the year 9999."""


UNPROMISED = NO_TARGET - 10**14
"""The same for those of them in which somebody waits: they come before the others."""
WINDOWS = "reply_windows"
"""The setting that keeps how long platforms take answers: minutes by kind by channel."""
LOST = "lost:"
"""What the platform's id of a thread begins with whose own row was lost in a damaged file."""


_to_json = json.JSONEncoder(ensure_ascii=False).encode
_KINDS = {one.value: one for one in Kind}
_STATUSES = {one.value: one for one in Status}
_PRIORITIES = {one.value: one for one in Priority}
_DIRECTIONS = {one.value: one for one in Direction}
_DELIVERIES = {one.value: one for one in Delivery}


def order_at(thread: Thread) -> int:
    """Where a thread stands in the queue; see `model.triage.order_key`, which orders alike."""
    if thread.due_at is not None:
        return to_ms(thread.due_at) - thread.moved_ms
    if thread.waiting_since is not None and thread.status is Status.OPEN:
        return UNPROMISED + to_ms(thread.waiting_since) - thread.moved_ms
    return NO_TARGET + to_ms(thread.last_at)


THREAD_COLUMNS = (
    "id",
    "channel_id",
    "kind",
    "remote_id",
    "subject",
    "contact_id",
    "contact_name",
    "contact_handle",
    "status",
    "created_at",
    "last_in_at",
    "last_out_at",
    "waiting_since_at",
    "due_at",
    "preview",
    "preview_is_own",
    "snoozed_until_at",
    "assignee_id",
    "priority",
    "unread",
    "tags",
    "language",
    "stars",
    "post_id",
    "permalink",
    "answered_after_ms",
    "attachments",
    "is_vip",
    "shield",
    "mentions_me",
    "last_message_id",
    "rev",
    "order_at",
    "began_again_at",
    "pauses",
    "signals",
    "topics",
    "moved_ms",
)
"""The columns of a thread, in the order of the table."""


def to_thread(row: Any) -> Thread:
    """A thread from all columns of its row, in the order of the table."""
    (id_, channel, kind, remote, subject, contact, name, handle, status, created, last_in, last_out, waiting, due,
     preview, own, snoozed, assignee, priority, unread, tags, language, stars, post, permalink, answered, attachments,
     vip, shield, mentions, last_message, rev, _, began_again, pauses, signals, topics, moved) = row  # fmt: skip
    return Thread(
        ThreadId(id_),
        ChannelId(channel),
        _KINDS.get(kind) or Kind(kind),
        remote,
        subject,
        None if contact is None else ContactId(contact),
        name,
        handle,
        _STATUSES.get(status) or Status(status),
        from_ms(created),
        optional_from_ms(last_in),
        optional_from_ms(last_out),
        optional_from_ms(waiting),
        optional_from_ms(due),
        preview,
        bool(own),
        optional_from_ms(snoozed),
        None if assignee is None else PersonId(assignee),
        _PRIORITIES.get(priority) or Priority(priority),
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
        optional_from_ms(began_again),
        () if pauses == "[]" else _to_pauses(pauses),
        signals or "",
        () if topics == "[]" or not topics else tuple(json.loads(topics)),
        moved or 0,
    )


def _to_pauses(written: str) -> Pauses:
    return tuple((from_ms(begins), optional_from_ms(ends)) for begins, ends in json.loads(written))


def recipients_written(recipients: Iterable[Recipient]) -> str:
    """The written form of whom something goes to."""
    return _to_json([[one.place.value, one.address, one.name, int(one.is_own)] for one in recipients])


def to_recipients(written: str) -> tuple[Recipient, ...]:
    """Whom something goes to, from its written form."""
    if written == "[]":
        return ()
    return tuple(Recipient(Place(place), address, name, bool(own)) for place, address, name, own in json.loads(written))


def to_message(row: Any) -> Message:
    """A message from all columns of its row, in the order of the table."""
    (id_, thread, _, external, _, direction, author, name, handle, text, created, edited, deleted, state, reason,
     not_before, command, person, parent, permalink, liked, attachments, _, recipients) = row  # fmt: skip
    return Message(
        MessageId(id_),
        ThreadId(thread),
        external,
        _DIRECTIONS.get(direction) or Direction(direction),
        author,
        name,
        handle,
        text,
        from_ms(created),
        optional_from_ms(edited),
        optional_from_ms(deleted),
        _DELIVERIES.get(state) or Delivery(state),
        reason,
        optional_from_ms(not_before),
        None if command is None else CommandId(command),
        None if person is None else PersonId(person),
        parent,
        permalink,
        bool(liked),
        () if attachments == "[]" else tuple(Attachment(*one) for one in json.loads(attachments)),
        to_recipients(recipients),
    )


def to_channel(row: Any) -> Channel:
    """A channel from all columns of its row, in the order of the table."""
    (id_, platform, mark, name, handle, remote, server, state, since, reason, until, pulled, sent, *_) = row
    return Channel(
        ChannelId(id_),
        platform,
        mark,
        name,
        handle,
        remote,
        server,
        ChannelState(state),
        optional_from_ms(since),
        reason,
        optional_from_ms(until),
        optional_from_ms(pulled),
        optional_from_ms(sent),
    )


def to_contact(row: Any) -> Contact:
    """A contact from all columns of its row, in the order of the table."""
    id_, name, handle, platform, avatar, location, followers, language, vip, memo, fields, zone, merged = row
    known: list[list[str]] = [] if fields == "[]" else json.loads(fields)
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
        tuple((one[0], one[1]) for one in known),
        tuple(sorted((one[0], FieldKind(one[2])) for one in known if len(one) > 2)),
        zone,
        None if merged is None else ContactId(merged),
    )


def to_post(row: Any) -> Post:
    """A post from all columns of its row, in the order of the table."""
    id_, channel, remote, author, title, text, created, permalink, counts, is_own = row
    return Post(
        PostId(id_),
        ChannelId(channel),
        remote,
        author,
        title,
        text,
        optional_from_ms(created),
        permalink,
        tuple((what, number) for what, number in json.loads(counts)),
        bool(is_own),
    )


def to_note(row: Any) -> Note:
    """A note from all columns of its row, then its writer's name."""
    id_, thread, person, text, _, created, name = row
    return Note(NoteId(id_), ThreadId(thread), PersonId(person), name or "", text, from_ms(created))


def to_happening(row: Any) -> Happening:
    """A grey line from all columns of its row, then the name of who did it."""
    id_, thread, at, _, what, detail, name = row
    return Happening(id_, ThreadId(thread), from_ms(at), name or "", what, detail)


def to_person(row: Any) -> Person:
    """A member from all columns of its row, in the order of the table."""
    id_, name, role, is_me, until = row
    return Person(PersonId(id_), name, Role(role), bool(is_me), until)


def to_saved_reply(row: Any) -> SavedReply:
    """A saved reply from all columns of its row, in the order of the table."""
    from socialdesk.model.outgoing import OutgoingPicture
    from socialdesk.model.saved_reply import SavedReply, Scope

    id_, shortcut, title, folder, bodies, used, scope, channel, owner, tags, last_used, _deleted, *more = row
    acts, hotkey, review_on, version, sent, edited, pictures, reopened = more
    return SavedReply(
        SavedReplyId(id_),
        shortcut,
        title,
        folder,
        tuple((language, body) for language, body in json.loads(bodies)),
        used,
        Scope(scope),
        ChannelId(channel) if channel is not None else None,
        PersonId(owner) if owner is not None else None,
        tuple(json.loads(tags)),
        optional_from_ms(last_used),
        tuple((kind, value) for kind, value in json.loads(acts)),
        hotkey,
        review_on,
        version,
        sent,
        edited,
        tuple(OutgoingPicture(**one) for one in json.loads(pictures)),
        reopened,
    )


def to_view(row: Any) -> View:
    """A saved view from all columns of its row, in the order of the table."""
    id_, name, written, _, owner, sort = row
    filter_ = to_filter(written)
    owned = None if owner is None else PersonId(owner)
    return View(id_, filter_, name, not filter_.depends_on_time, Sort(sort), owned)


def to_filter(written: str) -> Filter:
    """A filter from its written form."""
    return filter_form.from_words(written)
