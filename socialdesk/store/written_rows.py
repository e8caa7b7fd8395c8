"""Maps the frozen values of the model to rows, for what writes the cache file; knows columns, no query."""

from __future__ import annotations

import json
from typing import Any

from socialdesk.model import filter_form
from socialdesk.model.contact import Contact
from socialdesk.model.delivery import Delivery
from socialdesk.model.identifiers import ChannelId
from socialdesk.model.message import Direction, Message
from socialdesk.model.thread import Kind, Priority, Status, Thread
from socialdesk.model.view import Filter, View
from socialdesk.store.rows import order_at, recipients_written
from socialdesk.support.clock import optional_ms, to_ms

_to_json = json.JSONEncoder(ensure_ascii=False).encode
_WORDS: dict[str, str] = {
    one: one.value for kind in (Kind, Status, Priority, Direction, Delivery) for one in kind.__members__.values()
}
"""The plain words of what is one of a few. Asking an enumeration goes through Python, several times for each row."""


def thread_row(thread: Thread) -> tuple[Any, ...]:
    """The row of a thread, in the order of the table."""
    return (
        thread.id,
        thread.channel_id,
        _WORDS[thread.kind],
        thread.remote_id,
        thread.subject,
        thread.contact_id,
        thread.contact_name,
        thread.contact_handle,
        _WORDS[thread.status],
        to_ms(thread.created_at),
        optional_ms(thread.last_in_at),
        optional_ms(thread.last_out_at),
        optional_ms(thread.waiting_since),
        optional_ms(thread.due_at),
        thread.preview,
        int(thread.preview_is_own),
        optional_ms(thread.snoozed_until),
        thread.assignee_id,
        _WORDS[thread.priority],
        thread.unread,
        _to_json(thread.tags) if thread.tags else "[]",
        thread.language,
        thread.stars,
        thread.post_id,
        thread.permalink,
        thread.answered_after_ms,
        thread.attachments,
        int(thread.is_vip),
        thread.shield,
        int(thread.mentions_me),
        thread.last_message_id,
        thread.rev,
        order_at(thread),
        optional_ms(thread.began_again_at),
        json.dumps([[to_ms(begins), optional_ms(ends)] for begins, ends in thread.pauses]) if thread.pauses else "[]",
        thread.signals,
        _to_json(thread.topics) if thread.topics else "[]",
        thread.moved_ms,
    )


def message_row(message: Message, channel: ChannelId, version: str, *, is_edit_told: bool) -> tuple[Any, ...]:
    """The row of a message, in the order of the table."""
    return (
        message.id,
        message.thread_id,
        channel,
        message.external_id,
        version,
        _WORDS[message.direction],
        message.author_remote_id,
        message.author_name,
        message.author_handle,
        message.text,
        to_ms(message.created_at),
        optional_ms(message.edited_at),
        optional_ms(message.deleted_at),
        _WORDS[message.state],
        message.state_reason,
        optional_ms(message.not_before),
        message.command_id,
        message.person_id,
        message.parent_external_id,
        message.permalink,
        int(message.is_liked),
        _written_attachments(message) if message.attachments else "[]",
        int(is_edit_told),
        recipients_written(message.recipients) if message.recipients else "[]",
    )


def _written_attachments(message: Message) -> str:
    attachments = [[a.kind, a.url, a.alt, a.media_type, a.size_bytes] for a in message.attachments]
    return _to_json(attachments)


def fields_of(contact: Contact) -> str:
    """The written form of a contact's fields; the kind stands with those that are no plain text."""
    kinds = dict(contact.kinds)
    written = [[label, value, kinds[label]] if label in kinds else [label, value] for label, value in contact.fields]
    return json.dumps(written, ensure_ascii=False) if written else "[]"


def contact_row(contact: Contact) -> tuple[Any, ...]:
    """The row of a contact, in the order of the table."""
    return (
        contact.id,
        contact.name,
        contact.handle,
        contact.platform,
        contact.avatar_url,
        contact.location,
        contact.followers,
        contact.language,
        int(contact.is_vip),
        contact.memo,
        fields_of(contact),
        contact.time_zone,
        contact.merged_into,
    )


def from_filter(filter_: Filter) -> str:
    """The written form of a view's filter."""
    return filter_form.to_words(filter_)


def view_row(view: View, place: int) -> tuple[Any, ...]:
    """The row of a saved view, in the order of the table."""
    return (view.id, view.name, from_filter(view.filter), place, view.owner, view.sort.value)
