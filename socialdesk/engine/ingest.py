"""Gets a page of events, and makes it rows: raw event, message, thread and cursor in one transaction.

Promised: the same page twice changes nothing, the order of events does not matter, an older version never replaces a
newer one, and what cannot be read is parked while the rest goes on.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from socialdesk.engine import held, routing, sharing
from socialdesk.engine.page import look_ahead, look_up, name_stand_ins, parked_key, place, storable
from socialdesk.engine.replay import is_untouched, replayed
from socialdesk.engine.rules import Rules
from socialdesk.engine.said import described, is_led, new_thread, same_media, to_message
from socialdesk.engine.shield import Shield
from socialdesk.engine.soundness import sound
from socialdesk.model.channel import Channel
from socialdesk.model.delivery import Delivery
from socialdesk.model.event import Event, MessageDeleted, MessageSeen, MessagesSeenByContact, PostSeen, Unreadable
from socialdesk.model.fold import fold_message
from socialdesk.model.identifiers import MessageId, ThreadId
from socialdesk.model.message import Direction, Message
from socialdesk.model.rule import Trigger
from socialdesk.model.rule_facts import Happened
from socialdesk.model.story import counts_now
from socialdesk.model.text import first_line
from socialdesk.model.thread import Kind, Status, Thread
from socialdesk.store.cache import Cache
from socialdesk.store.change import Change
from socialdesk.store.change.messages import Stored
from socialdesk.store.errors import StoreError
from socialdesk.store.readings import Connected
from socialdesk.support.clock import Clock
from socialdesk.support.failpoints import reach
from socialdesk.support.values import changed

log = logging.getLogger(__name__)
BATCH = 200
_NOTHING = ("", "{}")


@dataclass(slots=True)
class Ingested:
    """What a page brought."""

    new: int = 0
    edited: int = 0
    deleted: int = 0
    parked: int = 0
    told: list[Message] = field(default_factory=list[Message], compare=False, repr=False)
    """What a contact wrote lately, new or in other words: it may be what many others ask."""

    came: list[ThreadId] = field(default_factory=list[ThreadId], compare=False, repr=False)
    """Threads in which a contact wrote something that wants an answer."""

    kept: list[ThreadId] = field(default_factory=list[ThreadId], compare=False, repr=False)
    """Threads in which something is kept out of sight."""

    def add(self, other: Ingested) -> None:
        """Count what another one counted."""
        self.new += other.new
        self.edited += other.edited
        self.deleted += other.deleted
        self.parked += other.parked


class Ingest:
    """The way in of one channel."""

    def __init__(
        self,
        cache: Cache,
        channel: Channel,
        connected: Connected,
        clock: Clock,
        shield: Shield | None = None,
        *,
        rules: Rules | None = None,
        confirms: bool = False,
    ) -> None:
        """With `confirms`, reading on makes the platform forget: a cursor is on the disk when `take` returns."""
        self._cache = cache
        self._channel = channel
        self._connected = connected
        self._clock = clock
        self._shield = shield
        self._rules = rules
        self._confirms = confirms
        self._happened: list[Happened] = []
        """What rules may wait for, of the page that is being taken."""

    def take(self, events: Sequence[Event], stream: str, cursor: str | None) -> Ingested:
        """Store events; the cursor is kept with the last of them, so that an end in between reads them again.

        Without a cursor the stream goes on where it was: what is read a second time moves nothing.
        """
        total = Ingested()
        ordered = sorted(map(sound, events), key=place)
        batches = [ordered[start : start + BATCH] for start in range(0, len(ordered), BATCH)] or [[]]
        for number, batch in enumerate(batches, 1):
            last = cursor if number == len(batches) else None
            try:
                done = self._batch(batch, stream, last)
            except (StoreError, OSError):
                raise
            except Exception:
                # One event nobody can store must not stop those beside it.
                log.exception("channel %s: a page is taken event by event", self._channel.id)
                done = self._one_by_one(batch, stream, last)
            total.add(done)
        return total

    def delete(self, events: Sequence[MessageDeleted]) -> Ingested:
        """Store deletions that an audit found."""
        return self._batch(events, "", None)

    def _batch(self, events: Sequence[Event], stream: str, cursor: str | None) -> Ingested:
        done = Ingested()
        now = self._clock.now()
        self._happened = []
        with self._cache.change(durable=self._confirms and cursor is not None) as change:
            if self._shield is not None:
                self._shield.refresh()
            look_up(change, self._channel, events)
            look_ahead(change, self._channel, events, self._connected.clocks_from, self._shield)
            name_stand_ins(change, self._channel, events)
            late: set[ThreadId] = set()
            for event in events:
                self._take(change, event, now, done, late)
            held.noted(change, self._channel, events, now)
            for id_ in late:
                self._replay(change, id_)
            self._let_rules(change, now)
            change.tell_later(done.told)
            change.flush()
            routing.arrived(change, done.came, now)
            if done.kept:
                sharing.arrived(change, done.kept, now)
            reach("ingest.before_cursor")
            if cursor is not None:
                change.set_cursor(self._channel.id, stream, cursor, now)
                change.touch_channel(self._channel.id, pulled_at=now)
            reach("ingest.before_commit")
        reach("ingest.after_commit")
        return done

    def _let_rules(self, change: Change, now: datetime) -> None:
        if self._rules is None:
            return
        happened, self._happened = self._happened, []
        received = [one for one in happened if one.trigger is Trigger.RECEIVED]
        self._rules.run(change, happened, now)
        if self._rules.wait_for(Trigger.VOLUME):
            self._rules.run(change, self._rules.volumes(change, received), now)

    def _tell_rules(
        self, change: Change, trigger: Trigger, thread: Thread | None, message: Message, before: Thread | None = None
    ) -> None:
        """Something happened that a rule may wait for; the last word before the page is kept is the rules'."""
        if self._rules is not None and thread is not None:
            self._happened += self._rules.of_message(change, trigger, thread, message, before=before)

    def _one_by_one(self, events: Sequence[Event], stream: str, cursor: str | None) -> Ingested:
        total = Ingested()
        for event in events:
            try:
                total.add(self._batch([event], stream, None))
            except (StoreError, OSError):
                raise
            except Exception as error:
                log.exception("channel %s: an event is parked", self._channel.id)
                with self._cache.change() as change:
                    key, raw = parked_key(event), storable(getattr(event, "raw", ""))
                    change.record_raw(
                        self._channel.id, key, "unstorable", raw, self._clock.now(), error=type(error).__name__
                    )
                total.parked += 1
        total.add(self._batch([], stream, cursor))
        return total

    def _take(self, change: Change, event: Event, now: datetime, done: Ingested, late: set[ThreadId]) -> None:
        match event:
            case PostSeen():
                post = change.put_post(self._channel.id, event)
                change.put_post_picture(post, self._channel.id, event.picture, now)
            case MessageSeen():
                self._message(change, event, now, done, late)
            case MessageDeleted():
                self._deleted(change, event, now, done, late)
            case MessagesSeenByContact():
                self._seen(change, event, now)
            case Unreadable():
                kept = change.record_raw(
                    self._channel.id, event.dedup_key, "unreadable", event.raw, now, error=event.error
                )
                done.parked += kept

    def _message(self, change: Change, event: MessageSeen, now: datetime, done: Ingested, late: set[ThreadId]) -> None:
        known = change.message_of(self._channel.id, event.remote_id)
        if known is not None:
            self._version(change, known, event, now, done)
            return
        if change.has_erased and self._is_of_erased(change, event):
            return
        thread = change.thread_of(self._channel.id, event.kind, event.thread_remote_id) or new_thread(
            change, self._channel, event
        )
        self._record_raw(change, event, now)
        if change.has_parked:
            change.unpark(self._channel.id, f"{event.remote_id}:{event.version}")
        own = event.author.is_own
        echo = self._echo_of(change, thread.id, event) if own else None
        if echo is not None:
            self._complete(change, thread, echo, event, now)
            return
        if event.created_at < thread.last_at and (thread.last_in_at or thread.last_out_at) is not None:
            self._note_late(change, thread, late)
        # The platform's time, bounded by ours: a clock that runs ahead must not win time.
        to_put = to_message(event, change.new_message_id(), thread.id, min(event.created_at, now))
        gone = change.gone_at(self._channel.id, event.remote_id)
        if gone is not None:
            # Its deletion came first.
            to_put = changed(to_put, deleted_at=gone)
        is_told = event.edited_at is not None
        message = change.add_message(to_put, self._channel.id, event.version, now, is_edit_told=is_told)
        if event.likes:
            change.count_likes(message, event.likes)
        if is_led(self._channel, thread, event):
            merge = change.merge_of(self._channel.id, event.kind, event.thread_remote_id)
            if merge:
                change.belongs_to(message.id, merge)
        clocks_from = self._connected.clocks_from
        # Only what they wrote after our answer can still wait for one; mostly there is nothing.
        has_later = own and thread.last_in_at is not None and thread.last_in_at > message.created_at
        since = change.oldest_unanswered(thread.id, message.created_at) if has_later else None
        old = clocks_from is not None and event.created_at < clocks_from
        quiet, policy = old or gone is not None, change.policy
        after = fold_message(thread, message, old=quiet, still_waiting_since=since, policy=policy)
        after = described(change, self._channel, after, event, is_newest=message.created_at == after.last_in_at)
        if not own:
            after = change.heard(thread, after, message, self._channel.platform)
        elif after.created_at != thread.created_at:
            change.began_before(after)
        if policy.special:
            after = policy.promised(after)  # who wrote it in which language may decide what is promised
        change.put_thread(after)
        if not own and not quiet:
            done.came.append(thread.id)
        if not own and thread.status is Status.DONE and after.status is Status.OPEN:
            change.mind_reopening(thread.id, message.created_at)
        if self._shield is not None and gone is None:
            shielded = self._shield.shielded(change, after, message, self._channel.id, now, told=event.shield)
            if shielded is not after:
                done.kept.append(thread.id)
                change.put_thread(policy.promised(shielded) if policy.special else shielded)
        if not quiet:
            self._tell_rules(change, Trigger.RECEIVED, after, message, thread)
        done.new += 1
        if counts_now(message, now):
            done.told.append(message)

    def _is_of_erased(self, change: Change, event: MessageSeen) -> bool:
        """Whether somebody who asked to be forgotten wrote this, or it was written to them: it stays forgotten."""
        people = [event.contact] if event.contact is not None else []
        if not event.author.is_own:
            people.append(event.author)
        return any(change.is_erased(self._channel.platform, one.remote_id) for one in people)

    def _record_raw(self, change: Change, event: MessageSeen, now: datetime) -> None:
        if event.raw not in _NOTHING:
            key = f"{event.remote_id}:{event.version}"
            change.record_raw(self._channel.id, key, "edit" if event.edited_at else "message", event.raw, now)

    def _note_late(self, change: Change, thread: Thread, late: set[ThreadId]) -> bool:
        """Whether a thread stands where its messages alone have put it; then it is replayed at the end of the page."""
        if thread.id in late:
            return True
        if not is_untouched(thread, change.newer_messages(thread.id, MessageId(0)), self._connected.clocks_from):
            return False
        late.add(thread.id)
        return True

    def _replay(self, change: Change, id_: ThreadId) -> None:
        thread = change.thread(id_)
        if thread is not None:
            messages = change.newer_messages(id_, MessageId(0))
            change.put_thread(replayed(thread, messages, self._connected.clocks_from, change.policy))
            change.hear_again(id_)

    def _version(self, change: Change, stored: Stored, event: MessageSeen, now: datetime, done: Ingested) -> None:
        """Another version of a known message: an edit, or only another revision of the same words."""
        known = stored.message
        is_same = stored.version == event.version
        if not is_same and self._is_older(change, stored, event):
            return
        change.count_likes(known, event.likes)
        if is_same:
            return
        self._record_raw(change, event, now)
        told = event.edited_at is not None
        if event.stars is not None:
            reviewed = change.thread(known.thread_id)
            if reviewed is not None and reviewed.stars != event.stars:
                # Who thinks better of it often changes the stars alone.
                change.put_thread(changed(reviewed, stars=event.stars))
        if known.text == event.text and same_media(known.attachments, event.attachments):
            change.put_message(
                changed(known, is_liked=event.is_liked), self._channel.id, event.version, now, is_edit_told=told
            )
            return
        edited = changed(known, text=event.text, edited_at=event.edited_at or now, attachments=event.attachments)
        change.put_message(edited, self._channel.id, event.version, now, is_edit_told=told)
        change.hear_again(known.thread_id)
        thread = change.thread(known.thread_id)
        if thread is not None and known.created_at == thread.last_at:
            change.put_thread(changed(thread, preview=first_line(event.text)))
        if self._shield is not None:
            language = thread.language if thread is not None else event.language
            self._shield.again(change, edited, self._channel.id, language, now, told=event.shield)
        self._tell_rules(change, Trigger.EDITED, thread, edited)
        done.edited += 1
        if counts_now(edited, now):
            done.told.append(edited)

    def _is_older(self, change: Change, stored: Stored, event: MessageSeen) -> bool:
        """Whether an event tells of a version before the one we have; by arrival where the platform tells no times."""
        known = stored.message
        if change.had_version(known.id, event.version):
            return True
        if known.edited_at is None:
            return False
        if event.edited_at is not None:
            return event.edited_at < known.edited_at
        return stored.is_edit_told

    def _complete(self, change: Change, thread: Thread, echo: Message, event: MessageSeen, now: datetime) -> None:
        """Our own answer came back from the platform: it is there, whatever we believed."""
        sent = changed(
            echo,
            external_id=event.remote_id,
            state=Delivery.SENT if echo.state is not Delivery.SEEN else echo.state,
            state_reason="",
            created_at=event.created_at,
            permalink=event.permalink,
            recipients=event.recipients or echo.recipients,
        )
        change.put_message(sent, self._channel.id, event.version, now)
        outbound = change.outbound(echo.command_id) if echo.command_id else None
        if outbound is not None:
            change.put_outbound(changed(outbound, state=Delivery.SENT, state_reason=""))
        since = change.oldest_unanswered(thread.id, sent.created_at)
        change.put_thread(fold_message(thread, sent, still_waiting_since=since, policy=change.policy))

    def _echo_of(self, change: Change, thread: ThreadId, event: MessageSeen) -> Message | None:
        if event.echo_key:
            command = change.command_of_key(self._channel.id, event.echo_key)
            if command is not None:
                return change.message_of_command(command)
        return change.unclaimed_own(thread, event.text)

    def _deleted(
        self, change: Change, event: MessageDeleted, now: datetime, done: Ingested, late: set[ThreadId]
    ) -> None:
        known = change.message_of(self._channel.id, event.remote_id)
        if known is None:
            # Kept for when the message comes after its deletion.
            change.record_gone(self._channel.id, event.remote_id, event.at)
            return
        if known.message.deleted_at is not None:
            return
        thread = change.thread(known.message.thread_id)
        is_replayed = thread is not None and self._note_late(change, thread, late)
        message = change.put_message(changed(known.message, deleted_at=event.at), self._channel.id, None, now)
        if thread is not None and not is_replayed and _waits_for(thread, message):
            # Nobody waits for an answer to what they took back.
            since = change.oldest_unanswered(thread.id, thread.asks_after or datetime.fromtimestamp(0, now.tzinfo))
            waits = changed(thread, waiting_since=since, unread=max(0, thread.unread - 1))
            change.put_thread(change.policy.promised(waits))
            change.hear_again(thread.id)
        self._tell_rules(change, Trigger.DELETED, thread, message)
        done.deleted += 1

    def _seen(self, change: Change, event: MessagesSeenByContact, now: datetime) -> None:
        thread = change.thread_of(self._channel.id, Kind.DM, event.thread_remote_id)
        if thread is None:
            return
        merge = change.merge_of(self._channel.id, Kind.DM, event.thread_remote_id)
        for message in change.newer_messages(thread.id, MessageId(0)):
            is_seen = message.state is Delivery.SENT and message.created_at <= event.until
            # Where it is shown with another thread, what was written there is not seen here.
            if is_seen and change.spoken_in(thread, message.id)[1] == merge:
                change.put_message(changed(message, state=Delivery.SEEN), self._channel.id, None, now)


def _waits_for(thread: Thread, message: Message) -> bool:
    return message.direction is Direction.IN and thread.waiting_since is not None
