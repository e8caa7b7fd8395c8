"""Gets a message as its platform tells of it, gives the message and the thread it makes, and what it says of a thread.

What a message does to where its thread stands is decided by the model; here is only what it tells beside its words.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from socialdesk.model.channel import Channel
from socialdesk.model.contact import Author
from socialdesk.model.delivery import Delivery
from socialdesk.model.event import MessageSeen
from socialdesk.model.identifiers import MessageId, ThreadId
from socialdesk.model.message import Attachment, Direction, Message
from socialdesk.model.thread import Kind, Status, Thread
from socialdesk.store.change import Change
from socialdesk.support.values import changed


def to_message(event: MessageSeen, id_: MessageId, thread: ThreadId, created_at: datetime) -> Message:
    """The message under its number and in its thread; `created_at` is when it counts as written."""
    own = event.author.is_own
    return Message(
        id=id_,
        thread_id=thread,
        external_id=event.remote_id,
        direction=Direction.OUT if own else Direction.IN,
        author_remote_id=event.author.remote_id,
        author_name=event.author.name or event.author.handle,
        author_handle=event.author.handle,
        text=event.text,
        created_at=created_at,
        edited_at=event.edited_at,
        state=Delivery.SENT if own else Delivery.RECEIVED,
        parent_external_id=event.parent_remote_id,
        permalink=event.permalink,
        is_liked=event.is_liked,
        attachments=event.attachments,
        recipients=event.recipients,
    )


def new_thread(change: Change, channel: Channel, event: MessageSeen) -> Thread:
    """The thread that a message begins, with whom it is with; nothing is said in it yet."""
    who: Author | None = event.contact if event.author.is_own else (event.contact or event.author)
    contact = change.put_contact(channel.platform, who) if who is not None else None
    head = event.thread_remote_id == event.remote_id
    thread = Thread(
        id=ThreadId(0),
        channel_id=channel.id,
        kind=event.kind,
        remote_id=event.thread_remote_id,
        subject="",
        contact_id=contact.id if contact else None,
        contact_name=contact.name if contact else "",
        contact_handle=contact.handle if contact else "",
        status=Status.OPEN,
        created_at=event.created_at,
        last_in_at=None,
        last_out_at=None,
        waiting_since=None,
        due_at=None,
        permalink=event.permalink if head or event.kind is Kind.DM else "",
        is_vip=contact.is_vip if contact else False,
        language=event.language,
    )
    return change.put_thread(thread)


def described(change: Change, channel: Channel, thread: Thread, event: MessageSeen, *, is_newest: bool) -> Thread:
    """What a message says of its thread beside its words."""
    inbound = not event.author.is_own
    is_head = event.thread_remote_id == event.remote_id and not is_led(channel, thread, event)
    said: dict[str, Any] = {}
    if event.created_at < thread.created_at:
        said["created_at"] = event.created_at
    if thread.post_id is None and event.post_remote_id is not None:
        said["post_id"] = change.post_of(channel.id, event.post_remote_id)
    if inbound and event.contact is None:
        contact = change.put_contact(channel.platform, event.author)
        if is_head:
            # Who began is who the thread is with, even if somebody else's word was seen before.
            said["contact_id"], said["contact_name"], said["contact_handle"] = (
                contact.id,
                contact.name,
                contact.handle,
            )
            said["is_vip"] = thread.is_vip or contact.is_vip
    if is_head:
        said["permalink"] = event.permalink
    if inbound and is_newest and event.language:
        said["language"] = event.language
    if event.stars is not None:
        said["stars"] = event.stars
    if inbound and event.attachments:
        said["attachments"] = thread.attachments + len(event.attachments)
    if event.shield:
        said["shield"] = event.shield
    if event.tags:
        said["tags"] = tuple(dict.fromkeys((*thread.tags, *event.tags)))
    differs = said and any(getattr(thread, name) != value for name, value in said.items())
    return changed(thread, **said) if differs else thread


def is_led(channel: Channel, thread: Thread, event: MessageSeen) -> bool:
    """Whether a message is shown in another thread than it was written in."""
    return (
        thread.remote_id != event.thread_remote_id or thread.kind is not event.kind or thread.channel_id != channel.id
    )


def same_media(one: Sequence[Attachment], other: Sequence[Attachment]) -> bool:
    """Whether the same things came with a message; a link that was only signed anew leads to the same thing."""
    return [(a.kind, a.alt, a.url.partition("?")[0]) for a in one] == [
        (a.kind, a.alt, a.url.partition("?")[0]) for a in other
    ]
