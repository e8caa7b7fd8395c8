"""Gives what a person would see after events, and a digest of it; the order in which they come must not matter."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from socialdesk.model.event import Event, MessageDeleted, MessageSeen, MessagesSeenByContact, PostSeen, Unreadable


@dataclass(slots=True)
class Seen:
    """What events left: messages and posts by id, what was deleted, how far contacts read, what was unreadable."""

    messages: dict[str, MessageSeen] = field(default_factory=dict[str, MessageSeen])
    posts: dict[str, PostSeen] = field(default_factory=dict[str, PostSeen])
    deleted: set[str] = field(default_factory=set[str])
    read_until: dict[str, datetime] = field(default_factory=dict[str, datetime])
    unreadable: dict[str, Unreadable] = field(default_factory=dict[str, Unreadable])
    strayed: list[str] = field(default_factory=list[str])
    """Messages that were told of in two threads."""

    def take(self, events: Iterable[Event]) -> Seen:
        """Add events; gives itself."""
        for event in events:
            match event:
                case MessageSeen():
                    self._message(event)
                case MessageDeleted(remote_id=remote_id):
                    self.deleted.add(remote_id)
                case PostSeen(remote_id=remote_id):
                    self.posts[remote_id] = event
                case MessagesSeenByContact(thread_remote_id=thread, until=until):
                    self.read_until[thread] = max(until, self.read_until.get(thread, until))
                case Unreadable(dedup_key=key):
                    self.unreadable[key] = event
        return self

    def standing(self) -> dict[str, MessageSeen]:
        """The messages that are there."""
        return {key: one for key, one in self.messages.items() if key not in self.deleted}

    def texts(self) -> dict[str, str]:
        """Their texts by id."""
        return {key: one.text for key, one in self.standing().items()}

    def digest(self, *, with_posts: bool = True) -> str:
        """The same for the same outcome, whatever the way there."""
        lines = [
            f"m {one.remote_id} {one.thread_remote_id} {one.kind} {one.author.remote_id} {one.author.is_own}"
            f" {one.created_at.isoformat()} {one.version} {one.post_remote_id} {one.stars} {one.text!r}"
            f" {[(part.kind, part.alt) for part in one.attachments]}"
            for one in self.standing().values()
        ]
        lines += [f"d {remote_id}" for remote_id in self.deleted]
        lines += [f"p {one.remote_id} {one.text!r}" for one in self.posts.values() if with_posts]
        lines += [f"r {thread} {until.isoformat()}" for thread, until in self.read_until.items()]
        lines += [f"u {key}" for key in self.unreadable]
        return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()

    def _message(self, event: MessageSeen) -> None:
        known = self.messages.get(event.remote_id)
        if known is not None and known.thread_remote_id != event.thread_remote_id:
            self.strayed.append(event.remote_id)
        if known is None or _age(event) >= _age(known):
            self.messages[event.remote_id] = event


def _age(event: MessageSeen) -> tuple[datetime, str]:
    return event.edited_at or event.created_at, event.version


def orders(events: Sequence[Event]) -> list[list[Event]]:
    """The same events as they may arrive as well: backwards, from the middle, by turns from both ends, and twice."""
    middle = len(events) // 2
    both_ends = [one for pair in zip(events[:middle], reversed(events[middle:]), strict=False) for one in pair]
    both_ends += [one for one in events if one not in both_ends]
    return [
        list(reversed(events)),
        [*events[middle:], *events[:middle]],
        both_ends,
        [*events, *events],
        [*events, *reversed(events)],
    ]
