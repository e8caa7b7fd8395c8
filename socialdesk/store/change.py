"""One transaction on the cache file: what was touched is journalled and counted when it ends, and cannot be forgotten.

Gets model values, gives model values with their numbers. Leaving the block commits; an exception leaves nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select, text, update
from sqlalchemy.dialects.sqlite import insert as upsert

from socialdesk.model.channel import Channel, ChannelState
from socialdesk.model.contact import Author, Contact
from socialdesk.model.delivery import Delivery
from socialdesk.model.event import PostSeen
from socialdesk.model.identifiers import ChannelId, CommandId, ContactId, MessageId, NoteId, PersonId, PostId, ThreadId
from socialdesk.model.message import Direction, Message
from socialdesk.model.person import Person
from socialdesk.model.saved_reply import SavedReply
from socialdesk.model.thread import Kind, Thread
from socialdesk.model.view import View, channel_view, counter_changes, counters_of
from socialdesk.store import prepared, rows, schema
from socialdesk.store.outbound import Attempt, Outbound, from_outbound, to_outbound
from socialdesk.support.clock import optional_ms, to_ms


class Change:
    """The open transaction. Made by `Cache.change`."""

    def __init__(self, connection: Connection, views: Sequence[View], me: PersonId) -> None:
        self._db = connection
        self._driver: Any = connection.connection.dbapi_connection
        self._views = list(views)
        self._me = me
        self._touched: dict[tuple[str, int], None] = {}
        self._counts: dict[str, int] = {}
        self._threads: dict[int, Thread] = {}

    @property
    def me(self) -> PersonId:
        """The member this workspace counts views for."""
        return self._me

    def _first(self, statement: str, **values: Any) -> Any:
        return self._driver.execute(statement, values).fetchone()

    def touch(self, entity: str, id_: int) -> None:
        """Tell whoever follows the journal that a row changed."""
        self._touched[entity, id_] = None

    def finish(self) -> None:
        """Write counters and journal; called once, just before the commit."""
        moved = {key: by for key, by in self._counts.items() if by}
        if moved:
            statement = upsert(schema.counter)
            self._db.execute(
                statement.on_conflict_do_update(
                    index_elements=["id"], set_={"n": schema.counter.c.n + statement.excluded.n}
                ),
                [{"id": key, "n": by} for key, by in moved.items()],
            )
            self.touch("count", 0)
        if self._touched:
            self._db.execute(
                insert(schema.journal), [{"entity": entity, "entity_id": id_} for entity, id_ in self._touched]
            )

    # Channels

    def put_channel(
        self, channel: Channel, *, connected_at: datetime, clocks_from: datetime | None, history_days: int
    ) -> Channel:
        """Connect a channel, or change the one with the same account."""
        values = {
            "platform": channel.platform,
            "mark": channel.mark,
            "name": channel.name,
            "handle": channel.handle,
            "remote_id": channel.remote_id,
            "server": channel.server,
            "state": channel.state.value,
            "state_since_at": to_ms(connected_at),
            "state_reason": channel.state_reason,
            "history_days": history_days,
        }
        first = {"connected_at": to_ms(connected_at), "clocks_from_at": optional_ms(clocks_from)}
        statement = upsert(schema.channel).values(values | first)
        id_ = self._db.execute(
            statement.on_conflict_do_update(index_elements=["platform", "remote_id"], set_=values).returning(
                schema.channel.c.id
            )
        ).scalar_one()
        self.touch("channel", id_)
        view = channel_view(ChannelId(id_))
        if all(known.id != view.id for known in self._views):
            self._views.append(view)
        return replace(channel, id=ChannelId(id_))

    def set_channel_state(
        self, id_: ChannelId, state: ChannelState, reason: str, at: datetime, until: datetime | None = None
    ) -> None:
        """Say how a channel stands; the moment it began to stand so is kept."""
        table = schema.channel
        now = self._db.execute(
            select(table.c.state, table.c.state_reason, table.c.state_until_at).where(table.c.id == id_)
        ).one()
        if tuple(now) == (state.value, reason, optional_ms(until)):
            return
        since = {} if now[0] == state.value else {"state_since_at": to_ms(at)}
        self._db.execute(
            update(table)
            .where(table.c.id == id_)
            .values(state=state.value, state_reason=reason, state_until_at=optional_ms(until), **since)
        )
        self.touch("channel", id_)

    def touch_channel(
        self, id_: ChannelId, *, pulled_at: datetime | None = None, sent_at: datetime | None = None
    ) -> None:
        """Note the last good pull or send."""
        values = {"last_pull_at": optional_ms(pulled_at), "last_send_at": optional_ms(sent_at)}
        self._db.execute(
            update(schema.channel).where(schema.channel.c.id == id_).values({k: v for k, v in values.items() if v})
        )

    def drop_channel(self, id_: ChannelId, *, erase: bool) -> None:
        """Forget a channel, with `erase` all its threads too; else it stays, signed out."""
        if erase:
            for thread in self._threads_of(schema.thread.c.channel_id == id_):
                self._count(thread, None)
                self.touch("thread", thread.id)
            self._db.execute(delete(schema.channel).where(schema.channel.c.id == id_))
        else:
            self._db.execute(update(schema.channel).where(schema.channel.c.id == id_).values(state="paused"))
        self._db.execute(delete(schema.channel_stream).where(schema.channel_stream.c.channel_id == id_))
        self.touch("channel", id_)

    def set_cursor(self, channel: ChannelId, stream: str, cursor: str, at: datetime) -> None:
        """Keep where a stream goes on; in the transaction of what it brought."""
        values = {"channel_id": channel, "stream": stream, "cursor": cursor, "last_ok_at": to_ms(at), "last_error": ""}
        self._db.execute(
            upsert(schema.channel_stream)
            .values(values)
            .on_conflict_do_update(index_elements=["channel_id", "stream"], set_=values)
        )

    def record_raw(
        self, channel: ChannelId, dedup_key: str, kind: str, payload: str, at: datetime, *, error: str = ""
    ) -> bool:
        """Keep an event as it came; False when the very same is known already."""
        values = {
            "channel_id": channel,
            "dedup_key": dedup_key,
            "kind": kind,
            "payload": payload,
            "received_at": to_ms(at),
            "state": "parked" if error else "done",
            "error": error,
        }
        return self._driver.execute(prepared.RECORD_RAW, values).rowcount == 1

    def recorded(self, channel: ChannelId, dedup_key: str) -> tuple[str, str] | None:
        """Kind and payload of an event that came, None when it did not."""
        return self._first(prepared.RECORDED, channel=channel, key=dedup_key)

    # Contacts and posts

    def put_contact(self, platform: str, author: Author) -> Contact:
        """The contact behind an account; name and figures follow what the platform says last."""
        row = self._first(prepared.CONTACT_OF, platform=platform, remote=author.remote_id)
        known = None if row is None else rows.to_contact(row)
        followers = author.followers
        if known is not None and followers is None:
            followers = known.followers
        named = {
            "name": author.name or author.handle,
            "handle": author.handle,
            "avatar_url": author.avatar_url,
            "followers": followers,
        }
        if known is None:
            id_ = ContactId(self._driver.execute(prepared.ADD_CONTACT, {"platform": platform, **named}).lastrowid)
            whose = {"contact_id": id_, "platform": platform, "remote_id": author.remote_id}
            self._driver.execute(prepared.ADD_IDENTITY, whose)
            self.touch("contact", id_)
            return self.contact(id_)
        if any(getattr(known, key) != value for key, value in named.items()):
            self._driver.execute(prepared.NAME_CONTACT, {"own": known.id, **named})
            self.touch("contact", known.id)
            return replace(known, **named)
        return known

    def contact(self, id_: ContactId) -> Contact:
        """A contact that must exist."""
        return rows.to_contact(self._first(prepared.CONTACT, own=id_))

    def describe_contact(self, contact: Contact) -> None:
        """Write what the team knows of a contact: place, memo, fields, VIP."""
        self._db.execute(
            update(schema.contact)
            .where(schema.contact.c.id == contact.id)
            .values(
                location=contact.location,
                followers=contact.followers,
                language=contact.language,
                is_vip=int(contact.is_vip),
                memo=contact.memo,
                fields=json.dumps(contact.fields, ensure_ascii=False),
            )
        )
        self.touch("contact", contact.id)

    def put_post(self, channel: ChannelId, post: PostSeen) -> PostId:
        """Keep a post as it is now."""
        values = {
            "channel_id": channel,
            "remote_id": post.remote_id,
            "author_name": post.author.name or post.author.handle,
            "title": post.title,
            "text": post.text,
            "created_at": optional_ms(post.created_at),
            "permalink": post.permalink,
            "counts": json.dumps(post.counts),
            "is_own": int(post.author.is_own),
        }
        id_ = self._db.execute(
            upsert(schema.post)
            .values(values)
            .on_conflict_do_update(index_elements=["channel_id", "remote_id"], set_=values)
            .returning(schema.post.c.id)
        ).scalar_one()
        self.touch("post", id_)
        return PostId(id_)

    def post_of(self, channel: ChannelId, remote_id: str) -> PostId | None:
        """The number of a post of a channel, if it is known."""
        found = self._first(prepared.POST_OF, channel=channel, remote=remote_id)
        return None if found is None else PostId(found[0])

    # Threads

    def thread_of(self, channel: ChannelId, kind: Kind, remote_id: str) -> Thread | None:
        """The thread with a platform's own id."""
        found = self._first(prepared.THREAD_OF, channel=channel, what=kind.value, remote=remote_id)
        return None if found is None else self._remember(rows.to_thread(found))

    def thread(self, id_: ThreadId) -> Thread | None:
        """A thread by its number."""
        if id_ in self._threads:
            return self._threads[id_]
        found = self._first(prepared.THREAD, own=id_)
        return None if found is None else self._remember(rows.to_thread(found))

    def thread_by_remote(self, remote_id: str) -> Thread | None:
        """A thread by the platform's id where that is known to be unique."""
        found = self._threads_of(schema.thread.c.remote_id == remote_id)
        return found[0] if found else None

    def put_thread(self, thread: Thread) -> Thread:
        """Write a thread; a number of 0 makes a new one. Counters follow."""
        before = self.thread(thread.id) if thread.id else None
        if before == thread:
            return thread
        rev = thread.rev + 1
        values = rows.from_thread(thread) | {"rev": rev}
        if before is None:
            id_ = ThreadId(self._driver.execute(prepared.ADD_THREAD, values).lastrowid)
        else:
            id_ = thread.id
            old = rows.from_thread(before)
            changed = {column: value for column, value in values.items() if value != old[column]}
            self._driver.execute(prepared.change_thread(tuple(changed)), changed | {"own": id_})
        thread = replace(thread, id=id_, rev=rev)
        self._count(before, thread)
        self._threads[thread.id] = thread
        self.touch("thread", thread.id)
        return thread

    def threads_to_wake(self, now: datetime) -> list[Thread]:
        """Snoozed threads whose moment has come."""
        table = schema.thread
        return self._threads_of(table.c.snoozed_until_at <= to_ms(now), table.c.status == "snoozed")

    def _threads_of(self, *where: Any) -> list[Thread]:
        return [self._remember(rows.to_thread(row)) for row in self._db.execute(select(schema.thread).where(*where))]

    def _remember(self, thread: Thread) -> Thread:
        return self._threads.setdefault(thread.id, thread)

    def _count(self, before: Thread | None, after: Thread | None) -> None:
        old = counters_of(before, self._views, self._me) if before else frozenset[str]()
        new = counters_of(after, self._views, self._me) if after else frozenset[str]()
        for key, by in counter_changes(old, new).items():
            self._counts[key] = self._counts.get(key, 0) + by

    # Messages, notes, events

    def message_of(self, channel: ChannelId, external_id: str) -> tuple[Message, str] | None:
        """A message and its version by the platform's own id."""
        row = self._first(prepared.MESSAGE_OF, channel=channel, external=external_id)
        return None if row is None else (rows.to_message(row), row[4])

    def message(self, id_: MessageId) -> Message | None:
        """A message by its number."""
        row = self._db.execute(select(schema.message).where(schema.message.c.id == id_)).one_or_none()
        return None if row is None else rows.to_message(row)

    def message_of_command(self, command: CommandId) -> Message | None:
        """The message that a reply became."""
        row = self._db.execute(select(schema.message).where(schema.message.c.command_id == command)).one_or_none()
        return None if row is None else rows.to_message(row)

    def put_message(self, message: Message, channel: ChannelId, version: str | None, at: datetime) -> Message:
        """Write a message; a number of 0 makes a new one. A changed text keeps the old one as a revision."""
        values = (
            rows.from_message(message) | {"channel_id": channel} | ({} if version is None else {"version": version})
        )
        if not message.id:
            id_ = self._driver.execute(prepared.ADD_MESSAGE, {"version": ""} | values).lastrowid
            message = replace(message, id=MessageId(id_))
        else:
            old = self.message(message.id)
            if old is not None and old.text != message.text:
                revision = {"message_id": message.id, "text": old.text, "seen_at": to_ms(at)}
                self._db.execute(insert(schema.message_revision).values(revision))
            self._db.execute(update(schema.message).where(schema.message.c.id == message.id).values(values))
        self.touch("message", message.thread_id)
        return message

    def drop_message(self, message: Message) -> None:
        """Remove a message that turned out to be another one."""
        self._db.execute(delete(schema.message).where(schema.message.c.id == message.id))
        self.touch("message", message.thread_id)

    def oldest_unanswered(self, thread: ThreadId, after: datetime) -> datetime | None:
        """When the first message of the contact after a moment was written."""
        found = self._first(prepared.OLDEST_UNANSWERED, thread=thread, way=Direction.IN.value, after=to_ms(after))
        return rows.optional_from_ms(found[0] if found else None)

    def newer_messages(self, thread: ThreadId, after: MessageId) -> list[Message]:
        """What was stored in a thread after a message, oldest first."""
        found = self._driver.execute(prepared.NEWER_MESSAGES, {"thread": thread, "after": after})
        return [rows.to_message(row) for row in found]

    def unclaimed_own(self, thread: ThreadId, body: str) -> Message | None:
        """An own message of this text that is on its way or of unknown fate, for matching an echo."""
        table = schema.message
        states = [Delivery.SENDING.value, Delivery.UNKNOWN.value]
        statement = (
            select(table)
            .where(table.c.thread_id == thread, table.c.direction == Direction.OUT.value, table.c.external_id.is_(None))
            .where(table.c.state.in_(states), table.c.text == body)
            .order_by(table.c.id)
            .limit(1)
        )
        row = self._db.execute(statement).one_or_none()
        return None if row is None else rows.to_message(row)

    def put_note(
        self, thread: ThreadId, person: PersonId, body: str, mentions: Iterable[PersonId], at: datetime
    ) -> NoteId:
        """Write an internal note."""
        values = {
            "thread_id": thread,
            "person_id": person,
            "text": body,
            "mentions": json.dumps(list(mentions)),
            "created_at": to_ms(at),
        }
        id_ = self._db.execute(insert(schema.note).values(values).returning(schema.note.c.id)).scalar_one()
        self.touch("message", thread)
        return NoteId(id_)

    def add_happening(
        self, thread: ThreadId, at: datetime, person: PersonId | None, what: str, detail: str = ""
    ) -> None:
        """Add a grey line to a conversation."""
        values = {"thread_id": thread, "happened_at": to_ms(at), "person_id": person, "what": what, "detail": detail}
        self._db.execute(insert(schema.happening).values(values))
        self.touch("message", thread)

    # Outbox

    def put_outbound(self, outbound: Outbound) -> None:
        """Write what is to happen on a platform, or where it stands now."""
        values = from_outbound(outbound)
        self._db.execute(
            upsert(schema.outbound).values(values).on_conflict_do_update(index_elements=["command_id"], set_=values)
        )
        self.touch("outbox", outbound.thread_id)

    def outbound(self, command: CommandId) -> Outbound | None:
        """What a command is to do on a platform."""
        row = self._db.execute(select(schema.outbound).where(schema.outbound.c.command_id == command)).one_or_none()
        return None if row is None else to_outbound(row)

    def command_of_key(self, channel: ChannelId, key: str) -> CommandId | None:
        """The command whose act was reserved under a platform's key."""
        table = schema.outbound
        where = (table.c.channel_id == channel, table.c.key == key)
        found = self._db.execute(select(table.c.command_id).where(*where)).scalar()
        return None if found is None else CommandId(found)

    def set_message_state(self, outbound: Outbound, state: Delivery, reason: str, not_before: datetime | None) -> None:
        """Let the message of an answer show where it stands; other acts have no message of their own."""
        if outbound.act != "answer" or outbound.message_id is None:
            return
        table = schema.message
        values = {"state": state.value, "state_reason": reason, "not_before_at": optional_ms(not_before)}
        self._db.execute(update(table).where(table.c.id == outbound.message_id).values(values))
        self.touch("message", outbound.thread_id)

    def first_attempt_at(self, command: CommandId) -> datetime | None:
        """When an act was first tried; every later attempt is the very same request."""
        table = schema.send_attempt
        where = (table.c.command_id == command, table.c.number == 1)
        return rows.optional_from_ms(self._db.execute(select(table.c.started_at).where(*where)).scalar())

    def attempt_is_open(self, command: CommandId, number: int) -> bool:
        """Whether nobody wrote how an attempt ended: its process died on the way."""
        table = schema.send_attempt
        where = (table.c.command_id == command, table.c.number == number, table.c.ended_at.is_(None))
        return self._db.execute(select(table.c.id).where(*where)).scalar() is not None

    def outbounds(self, *states: Delivery) -> list[Outbound]:
        """All in these states, in the order they were given."""
        table = schema.outbound
        statement = (
            select(table)
            .where(table.c.state.in_([s.value for s in states]))
            .order_by(table.c.given_at, table.c.command_id)
        )
        return [to_outbound(row) for row in self._db.execute(statement)]

    def record_attempt(self, attempt: Attempt) -> None:
        """Put the intent on disk; the request may leave only after the commit."""
        self._db.execute(
            insert(schema.send_attempt).values(
                command_id=attempt.command,
                number=attempt.number,
                body_hash=attempt.body_hash,
                started_at=to_ms(attempt.started_at),
            )
        )

    def end_attempt(self, command: CommandId, number: int, at: datetime, certainty: str, code: str) -> None:
        """Write how an attempt ended."""
        table = schema.send_attempt
        self._db.execute(
            update(table)
            .where(table.c.command_id == command, table.c.number == number)
            .values(ended_at=to_ms(at), certainty=certainty, code=code)
        )

    # Commands, people, library

    def record_result(  # noqa: PLR0917 - the columns of one row, in their order
        self, command: CommandId, desk: str, seq: int, outcome: str, sentence: str, at: datetime
    ) -> None:
        """Say what became of a command, in the transaction of its effect."""
        values = {
            "command_id": command,
            "desk_id": desk,
            "seq": seq,
            "outcome": outcome,
            "sentence": sentence,
            "decided_at": to_ms(at),
        }
        self._db.execute(upsert(schema.command_result).values(values).on_conflict_do_nothing())
        self.touch("result", seq)

    def name_of(self, person: PersonId | None) -> str:
        """A member's name; empty when there is none."""
        return self._db.execute(select(schema.person.c.name).where(schema.person.c.id == person)).scalar() or ""

    def put_person(self, person: Person) -> Person:
        """Add or change a member; a number of 0 makes a new one."""
        values = {
            "name": person.name,
            "role": person.role.value,
            "is_me": int(person.is_me),
            "on_shift_until": person.on_shift_until,
        }
        if person.id:
            values["id"] = person.id
        id_ = self._db.execute(
            upsert(schema.person)
            .values(values)
            .on_conflict_do_update(index_elements=["id"], set_=values)
            .returning(schema.person.c.id)
        ).scalar_one()
        self.touch("person", id_)
        return replace(person, id=PersonId(id_))

    def put_saved_reply(self, reply: SavedReply) -> None:
        """Add or change a saved reply; its shortcut is its name."""
        values: dict[str, Any] = {
            "shortcut": reply.shortcut,
            "title": reply.title,
            "folder": reply.folder,
            "bodies": json.dumps(reply.bodies, ensure_ascii=False),
        }
        if reply.id:
            self._db.execute(update(schema.saved_reply).where(schema.saved_reply.c.id == reply.id).values(values))
        else:
            self._db.execute(
                upsert(schema.saved_reply)
                .values(values | {"used": reply.used})
                .on_conflict_do_update(index_elements=["shortcut"], set_=values)
            )
        self.touch("library", reply.id)

    def count_reply_use(self, id_: int) -> None:
        """A saved reply was inserted once more."""
        table = schema.saved_reply
        self._db.execute(update(table).where(table.c.id == id_).values(used=table.c.used + 1))
        self.touch("library", id_)

    def put_view(self, view: View, place: int) -> None:
        """Add or change a saved view, and count it from the rows once."""
        values = {"id": view.id, "name": view.name, "filter": rows.from_filter(view.filter), "place": place}
        self._db.execute(upsert(schema.view).values(values).on_conflict_do_update(index_elements=["id"], set_=values))
        self._views = [known for known in self._views if known.id != view.id]
        self._db.execute(
            delete(schema.counter).where((schema.counter.c.id == view.id) | schema.counter.c.id.like(f"{view.id}/%"))
        )
        for thread in self._threads_of(text("1")):
            for key in counters_of(thread, [view], self._me):
                self._counts[key] = self._counts.get(key, 0) + 1
        self._views.append(view)
        self.touch("view", place)
