"""Gets a page of events, and makes it rows: raw event, message, thread and cursor in one transaction.

Promised: the same page twice changes nothing, the order of events does not matter, an older version never replaces a
newer one, and what cannot be read is parked while the rest goes on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from socialdesk.model.channel import Channel
from socialdesk.model.contact import Author
from socialdesk.model.delivery import Delivery
from socialdesk.model.event import Event, MessageDeleted, MessageSeen, MessagesSeenByContact, PostSeen, Unreadable
from socialdesk.model.fold import fold_message
from socialdesk.model.identifiers import MessageId, ThreadId
from socialdesk.model.message import Direction, Message
from socialdesk.model.thread import Kind, Status, Thread
from socialdesk.model.triage import due_at
from socialdesk.store.cache import Cache, Connected
from socialdesk.store.change import Change
from socialdesk.support.clock import Clock
from socialdesk.support.failpoints import reach

BATCH = 200


@dataclass(slots=True)
class Ingested:
    """What a page brought."""

    new: int = 0
    edited: int = 0
    deleted: int = 0
    parked: int = 0


class Ingest:
    """The way in of one channel."""

    def __init__(self, cache: Cache, channel: Channel, connected: Connected, clock: Clock) -> None:
        self._cache = cache
        self._channel = channel
        self._connected = connected
        self._clock = clock

    def take(self, events: Sequence[Event], stream: str, cursor: str) -> Ingested:
        """Store events; the cursor is kept with the last of them, so that an end in between reads them again."""
        done = Ingested()
        now = self._clock.now()
        batches = [events[start : start + BATCH] for start in range(0, len(events), BATCH)] or [()]
        for number, batch in enumerate(batches, 1):
            with self._cache.change() as change:
                for event in batch:
                    self._take(change, event, now, done)
                reach("ingest.before_cursor")
                if number == len(batches):
                    change.set_cursor(self._channel.id, stream, cursor, now)
                    change.touch_channel(self._channel.id, pulled_at=now)
                reach("ingest.before_commit")
            reach("ingest.after_commit")
        return done

    def delete(self, events: Sequence[MessageDeleted]) -> Ingested:
        """Store deletions that an audit found."""
        done = Ingested()
        with self._cache.change() as change:
            for event in events:
                self._deleted(change, event, self._clock.now(), done)
        return done

    def _take(self, change: Change, event: Event, now: datetime, done: Ingested) -> None:
        match event:
            case PostSeen():
                change.put_post(self._channel.id, event)
            case MessageSeen():
                self._message(change, event, now, done)
            case MessageDeleted():
                self._deleted(change, event, now, done)
            case MessagesSeenByContact():
                self._seen(change, event, now)
            case Unreadable():
                kept = change.record_raw(
                    self._channel.id, event.dedup_key, "unreadable", event.raw, now, error=event.error
                )
                done.parked += kept

    def _message(self, change: Change, event: MessageSeen, now: datetime, done: Ingested) -> None:
        key = f"{event.remote_id}:{event.version}"
        if not change.record_raw(self._channel.id, key, "message", event.raw, now):
            return
        known = change.message_of(self._channel.id, event.remote_id)
        if known is not None:
            self._version(change, known[0], known[1], event, now, done)
            return
        thread = change.thread_of(self._channel.id, event.kind, event.thread_remote_id) or self._new_thread(
            change, event
        )
        own = event.author.is_own
        echo = self._echo_of(change, thread.id, event) if own else None
        if echo is not None:
            self._complete(change, thread, echo, event, now)
            return
        message = change.put_message(self._to_message(event, thread.id), self._channel.id, event.version, now)
        since = change.oldest_unanswered(thread.id, message.created_at) if own else None
        old = self._connected.clocks_from is not None and event.created_at < self._connected.clocks_from
        # The platform's time, bounded by ours: a clock that runs ahead must not win time.
        bounded = replace(message, created_at=min(message.created_at, now))
        after = fold_message(thread, bounded, old=old, still_waiting_since=since)
        change.put_thread(self._described(change, after, event))
        done.new += 1

    def _version(  # noqa: PLR0917
        self, change: Change, known: Message, version: str, event: MessageSeen, now: datetime, done: Ingested
    ) -> None:
        """Another version of a known message: an edit, or only another revision of the same words."""
        if version == event.version or known.deleted_at is not None:
            return
        if known.text == event.text:
            change.put_message(replace(known, is_liked=event.is_liked), self._channel.id, event.version, now)
            return
        change.put_message(
            replace(known, text=event.text, edited_at=event.edited_at or now, attachments=event.attachments),
            self._channel.id,
            event.version,
            now,
        )
        thread = change.thread(known.thread_id)
        if thread is not None and known.created_at == thread.last_at:
            change.put_thread(replace(thread, preview=event.text.strip().split("\n")[0][:160]))
        done.edited += 1

    def _complete(self, change: Change, thread: Thread, echo: Message, event: MessageSeen, now: datetime) -> None:
        """Our own answer came back from the platform: it is there, whatever we believed."""
        sent = replace(
            echo,
            external_id=event.remote_id,
            state=Delivery.SENT if echo.state is not Delivery.SEEN else echo.state,
            state_reason="",
            created_at=event.created_at,
            permalink=event.permalink,
        )
        change.put_message(sent, self._channel.id, event.version, now)
        outbound = change.outbound(echo.command_id) if echo.command_id else None
        if outbound is not None:
            change.put_outbound(replace(outbound, state=Delivery.SENT, state_reason=""))
        since = change.oldest_unanswered(thread.id, sent.created_at)
        change.put_thread(fold_message(thread, sent, still_waiting_since=since))

    def _echo_of(self, change: Change, thread: ThreadId, event: MessageSeen) -> Message | None:
        if event.echo_key:
            command = change.command_of_key(self._channel.id, event.echo_key)
            if command is not None:
                return change.message_of_command(command)
        return change.unclaimed_own(thread, event.text)

    def _new_thread(self, change: Change, event: MessageSeen) -> Thread:
        who: Author | None = event.contact if event.author.is_own else (event.contact or event.author)
        contact = change.put_contact(self._channel.platform, who) if who is not None else None
        head = event.thread_remote_id == event.remote_id
        thread = Thread(
            id=ThreadId(0),
            channel_id=self._channel.id,
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

    def _described(self, change: Change, thread: Thread, event: MessageSeen) -> Thread:
        """What a message says of its thread beside its words."""
        inbound = not event.author.is_own
        head = event.thread_remote_id == event.remote_id
        if inbound and event.contact is None:
            change.put_contact(self._channel.platform, event.author)
        post = thread.post_id
        if post is None and event.post_remote_id is not None:
            post = change.post_of(self._channel.id, event.post_remote_id)
        tags = tuple(dict.fromkeys((*thread.tags, *event.tags)))
        return replace(
            thread,
            post_id=post,
            created_at=min(thread.created_at, event.created_at),
            permalink=event.permalink if head else thread.permalink,
            language=(event.language or thread.language) if inbound else thread.language,
            stars=event.stars if event.stars is not None else thread.stars,
            attachments=thread.attachments + len(event.attachments) * inbound,
            shield=event.shield or thread.shield,
            tags=tags,
        )

    def _deleted(self, change: Change, event: MessageDeleted, now: datetime, done: Ingested) -> None:
        known = change.message_of(self._channel.id, event.remote_id)
        if known is None or known[0].deleted_at is not None:
            return
        message = change.put_message(replace(known[0], deleted_at=event.at), self._channel.id, None, now)
        thread = change.thread(message.thread_id)
        if thread is not None and message.direction is Direction.IN and thread.waiting_since is not None:
            # Nobody waits for an answer to what they took back.
            last_out = thread.last_out_at
            since = change.oldest_unanswered(thread.id, last_out or datetime.fromtimestamp(0, now.tzinfo))
            change.put_thread(
                replace(thread, waiting_since=since, due_at=due_at(since), unread=max(0, thread.unread - 1))
            )
        done.deleted += 1

    def _seen(self, change: Change, event: MessagesSeenByContact, now: datetime) -> None:
        thread = change.thread_of(self._channel.id, Kind.DM, event.thread_remote_id)
        if thread is None:
            return
        for message in change.newer_messages(thread.id, MessageId(0)):
            if message.state is Delivery.SENT and message.created_at <= event.until:
                change.put_message(replace(message, state=Delivery.SEEN), self._channel.id, None, now)

    def _to_message(self, event: MessageSeen, thread: ThreadId) -> Message:
        own = event.author.is_own
        return Message(
            id=MessageId(0),
            thread_id=thread,
            external_id=event.remote_id,
            direction=Direction.OUT if own else Direction.IN,
            author_remote_id=event.author.remote_id,
            author_name=event.author.name or event.author.handle,
            author_handle=event.author.handle,
            text=event.text,
            created_at=event.created_at,
            edited_at=event.edited_at,
            state=Delivery.SENT if own else Delivery.RECEIVED,
            parent_external_id=event.parent_remote_id,
            permalink=event.permalink,
            is_liked=event.is_liked,
            attachments=event.attachments,
        )
