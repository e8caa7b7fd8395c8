"""Gets a page of events, gives the order in which it is taken, and looks up all it speaks of in a few statements."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from socialdesk.engine.shield import Shield
from socialdesk.model.channel import Channel
from socialdesk.model.event import Event, MessageDeleted, MessageSeen, MessagesSeenByContact, PostSeen, Unreadable
from socialdesk.model.thread import Kind
from socialdesk.store.change import Change


def place(event: Event) -> tuple[int, float, str]:
    """The order in which a page is taken: what others hang on comes first, then by the time it was written."""
    match event:
        case PostSeen():
            return (0, 0.0, event.remote_id)
        case MessageSeen():
            return (1, event.created_at.timestamp(), event.remote_id)
        case MessageDeleted():
            return (2, event.at.timestamp(), event.remote_id)
        case MessagesSeenByContact():
            return (3, event.until.timestamp(), event.thread_remote_id)
        case Unreadable():
            return (4, 0.0, event.dedup_key)


def look_up(change: Change, channel: Channel, events: Sequence[Event]) -> None:
    """Read what a page speaks of in a few statements, not in a few for each of its events."""
    messages: list[str] = []
    threads: dict[Kind, list[str]] = {}
    people: set[str] = set()
    for event in events:
        if isinstance(event, MessageSeen):
            messages.append(event.remote_id)
            threads.setdefault(event.kind, []).append(event.thread_remote_id)
            if event.contact is not None:
                people.add(event.contact.remote_id)
            if not event.author.is_own:
                people.add(event.author.remote_id)
        elif isinstance(event, MessageDeleted):
            messages.append(event.remote_id)
    change.look_up_messages(channel.id, messages)
    for kind, remote_ids in threads.items():
        change.look_up_threads(channel.id, kind, remote_ids)
    change.look_up_contacts(channel.platform, sorted(people))


def look_ahead(
    change: Change, channel: Channel, events: Sequence[Event], clocks_from: datetime | None, shield: Shield | None
) -> None:
    """Look at what others wrote in a page and is not known yet, one text after the other: that halves what it costs."""
    said = [
        event
        for event in events
        if isinstance(event, MessageSeen)
        and not event.author.is_own
        and change.message_of(channel.id, event.remote_id) is None
    ]
    change.look_ahead(one.text for one in said if clocks_from is None or one.created_at >= clocks_from)
    if shield is not None:
        shield.look_ahead(one.text for one in said)


def name_stand_ins(change: Change, channel: Channel, events: Sequence[Event]) -> None:
    """A thread that was lost in a damaged file is known again by any message of it; before a new one is made."""
    for event in events:
        if isinstance(event, MessageSeen):
            known = change.message_of(channel.id, event.remote_id)
            if known is not None:
                change.name_stand_in(known.message.thread_id, event.kind, event.thread_remote_id)


def parked_key(event: Event) -> str:
    """Under what an event is parked that could not be stored."""
    match event:
        case MessageSeen():
            return storable(f"{event.remote_id}:{event.version}")
        case PostSeen() | MessageDeleted():
            return storable(event.remote_id)
        case MessagesSeenByContact():
            return storable(f"{event.thread_remote_id}:seen")
        case Unreadable():
            return storable(event.dedup_key)


def storable(text: str) -> str:
    """The text without halves of characters, which no file can hold."""
    return text.encode("utf-8", "backslashreplace").decode()
