"""Puts what was said: messages with their words in the search, raw events, notes, grey lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, insert

from socialdesk.model.delivery import Delivery
from socialdesk.model.identifiers import ChannelId, CommandId, MessageId, NoteId, PersonId, ThreadId
from socialdesk.model.media import MediaState, first_state
from socialdesk.model.message import Direction, Message
from socialdesk.model.text import first_line
from socialdesk.model.words import indexed
from socialdesk.store import prepared, rows, schema, written_rows
from socialdesk.store.change.threads import Threads
from socialdesk.store.change.transaction import Known
from socialdesk.store.searchable import searchable
from socialdesk.support.clock import from_ms, optional_ms, to_ms


class Stored(NamedTuple):
    """A message with the platform's version of it, and whether the platform itself called that version an edit."""

    message: Message
    version: str
    is_edit_told: bool


class Messages(Threads):
    """The part of a change about what was said."""

    def __init__(self, connection: Connection, known: Known) -> None:
        super().__init__(connection, known)
        self._stored: dict[tuple[int, str], Stored | None] = {}
        self._gone: dict[tuple[int, str], datetime | None] = {}
        self._new_messages: list[tuple[Stored, ChannelId]] = []
        self._new_attachments: list[tuple[Any, ...]] = []
        self._new_raw: list[tuple[Any, ...]] = []

    def flush(self) -> None:
        """Write messages that were put, after the threads they are in."""
        super().flush()
        if self._new_messages:
            waiting, self._new_messages = self._new_messages, []
            messages = [
                written_rows.message_row(message, channel, version, is_edit_told=is_edit_told)
                for (message, version, is_edit_told), channel in waiting
            ]
            self._many(prepared.ADD_MESSAGE, messages)
            self._many(prepared.INDEX_MESSAGE, [(row[0], searchable(row[9], row[23])) for row in messages])
        if self._new_attachments:
            self._many(prepared.ADD_ATTACHMENT, self._new_attachments)
            self._new_attachments.clear()
        if self._new_raw:
            self._many(prepared.RECORD_RAW, self._new_raw)
            self._new_raw.clear()

    # Raw events

    def record_raw(
        self, channel: ChannelId, dedup_key: str, kind: str, payload: str, at: datetime, *, error: str = ""
    ) -> bool:
        """Keep an event as it came; False when it is parked already. With `error` it is parked until it can be read."""
        state = "parked" if error else "done"
        row = (channel, dedup_key, kind, payload, state, error, to_ms(at))
        if not error:
            self._new_raw.append(row)
            return True
        self.flush()
        self._known.has_parked = True
        return self._driver.execute(prepared.RECORD_RAW, row).rowcount == 1

    @property
    def has_parked(self) -> bool:
        """Whether any event waits that could not be read."""
        return self._known.has_parked

    def unpark(self, channel: ChannelId, dedup_key: str) -> None:
        """An event that could not be read before was read now."""
        if self._known.has_parked:
            self._driver.execute(prepared.UNPARK, (channel, dedup_key))

    def record_gone(self, channel: ChannelId, external_id: str, at: datetime) -> None:
        """Remember the deletion of a message that has not come yet."""
        self._driver.execute(prepared.RECORD_GONE, (channel, external_id, to_ms(at)))
        self._gone[channel, external_id] = at

    def gone_at(self, channel: ChannelId, external_id: str) -> datetime | None:
        """When a message that comes only now was deleted."""
        key = (channel, external_id)
        if key not in self._gone:
            found = self._driver.execute(prepared.GONE, key).fetchone()
            self._gone[key] = None if found is None else from_ms(found[0])
        return self._gone[key]

    # Messages

    def look_up_messages(self, channel: ChannelId, external_ids: Sequence[str]) -> None:
        """Read the messages of a page in one go; what is not there is known not to be."""
        wanted = [one for one in dict.fromkeys(external_ids) if (channel, one) not in self._stored]
        if not wanted:
            return
        self.flush()
        listed = json.dumps(wanted)
        self._stored.update(dict.fromkeys(((channel, one) for one in wanted), None))
        for row in self._driver.execute(prepared.MESSAGES_OF, (channel, listed)).fetchall():
            self._stored[channel, row[3]] = Stored(rows.to_message(row), row[4], bool(row[22]))
        self._gone.update(dict.fromkeys(((channel, one) for one in wanted), None))
        for external, at in self._driver.execute(prepared.GONE_AMONG, (channel, listed)):
            self._gone[channel, external] = from_ms(at)

    def message_of(self, channel: ChannelId, external_id: str) -> Stored | None:
        """A message by the platform's own id."""
        if (channel, external_id) not in self._stored:
            self.look_up_messages(channel, [external_id])
        return self._stored[channel, external_id]

    def message(self, id_: MessageId) -> Message | None:
        """A message by its number."""
        row = self._first(prepared.MESSAGE, own=id_)
        return None if row is None else rows.to_message(row)

    def message_of_command(self, command: CommandId) -> Message | None:
        """The message that a reply became."""
        row = self._first(prepared.MESSAGE_OF_COMMAND, command=command)
        return None if row is None else rows.to_message(row)

    def had_version(self, message: MessageId, version: str) -> bool:
        """Whether a message had this version before the one it has."""
        return self._first(prepared.HAD_VERSION, message=message, version=version) is not None

    def new_message_id(self) -> MessageId:
        """The number that the next new message gets."""
        return MessageId(self._new_id("message"))

    def add_message(
        self, message: Message, channel: ChannelId, version: str, at: datetime, *, is_edit_told: bool
    ) -> Message:
        """Put a new message under a number from `new_message_id`."""
        self.touch("message", message.thread_id)
        stored = Stored(message, version, is_edit_told)
        self._new_messages.append((stored, channel))
        if message.attachments:
            self._put_attachments(message, channel, at)
        if message.external_id is not None:
            self._stored[channel, message.external_id] = stored
        return message

    def put_message(
        self,
        message: Message,
        channel: ChannelId,
        version: str | None,
        at: datetime,
        *,
        is_edit_told: bool = False,
    ) -> Message:
        """Put a message; a number of 0 makes a new one. A changed version or text keeps the old one as a revision."""
        if not message.id:
            message = replace(message, id=self.new_message_id())
            return self.add_message(message, channel, version or "", at, is_edit_told=is_edit_told)
        self.touch("message", message.thread_id)
        old = self._first(prepared.MESSAGE, own=message.id)
        if version is None:
            version, is_edit_told = (str(old[4]), bool(old[22])) if old is not None else ("", False)
        if old is not None:
            # A message stays where it was said, whichever thread shows it.
            channel = ChannelId(old[2])
        row = written_rows.message_row(message, channel, version, is_edit_told=is_edit_told)
        self._driver.execute(prepared.CHANGE_MESSAGE, (*row[1:], message.id))
        if old is not None and (old[9] != message.text or (old[4] and old[4] != version)):
            self._driver.execute(prepared.ADD_REVISION, (message.id, old[4], old[9], to_ms(at)))
        if old is not None and (old[9], old[23]) != (message.text, row[23]):
            self._driver.execute(prepared.INDEX_MESSAGE, (message.id, searchable(message.text, row[23])))
        if old is not None and rows.to_message(old).attachments != message.attachments:
            self._driver.execute("DELETE FROM attachment WHERE message_id = ?", (message.id,))
            self._put_attachments(message, channel, at)
        self._stored = {key: one for key, one in self._stored.items() if one is None or one.message.id != message.id}
        if message.external_id is not None:
            self._stored[channel, message.external_id] = Stored(message, version, is_edit_told)
        return message

    def _put_attachments(self, message: Message, channel: ChannelId, at: datetime) -> None:
        """Pictures wait to be fetched, where the team lets those of this channel in at all."""
        may_load = channel in self._known.consenting
        for place, one in enumerate(message.attachments):
            state = first_state(one.kind, may_load=may_load)
            due = to_ms(at) if state is MediaState.PENDING else None
            said = (one.kind, one.url, one.alt, one.media_type, one.size_bytes, state.value, due)
            self._new_attachments.append((message.id, message.thread_id, place, *said, optional_ms(one.expires_at)))

    def drop_message(self, message: Message) -> None:
        """Remove a message that turned out to be another one."""
        self._db.execute(delete(schema.message).where(schema.message.c.id == message.id))
        self._driver.execute(prepared.FORGET_MESSAGE, (message.id,))
        self._driver.execute(prepared.UNTELL_MESSAGE, (message.thread_id, message.id))
        self._stored.clear()
        self.touch("message", message.thread_id)

    def oldest_unanswered(self, thread: ThreadId, after: datetime) -> datetime | None:
        """When the first message of the contact after a moment was written."""
        found = self._first(prepared.OLDEST_UNANSWERED, thread=thread, way=Direction.IN.value, after=to_ms(after))
        return rows.optional_from_ms(found[0] if found else None)

    def newer_messages(self, thread: ThreadId, after: MessageId) -> list[Message]:
        """What was stored in a thread after a message, oldest first."""
        self.flush()
        found = self._driver.execute(prepared.NEWER_MESSAGES, {"thread": thread, "after": after})
        return [rows.to_message(row) for row in found]

    def newest_line(self, thread: ThreadId) -> tuple[str, bool]:
        """The first line of what was said last in a thread and not taken back, and whether it is ours."""
        self.flush()
        found = self._driver.execute(
            "SELECT text, direction FROM message WHERE thread_id = ? AND state != ?"
            " ORDER BY created_at DESC, id DESC LIMIT 1",
            (thread, Delivery.CANCELED.value),
        ).fetchone()
        return (first_line(found[0]), found[1] == Direction.OUT.value) if found is not None else ("", False)

    def unclaimed_own(self, thread: ThreadId, body: str) -> Message | None:
        """An own message of this text that is on its way or of unknown fate, for matching an echo."""
        # Rows that wait are new and have the platform's id already, so they need not be written first.
        row = self._driver.execute(prepared.UNCLAIMED_OWN, (thread, body)).fetchone()
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
        self._driver.execute(prepared.INDEX_NOTE, (id_, indexed(body)))
        self.touch("message", thread)
        return NoteId(id_)

    def remove_note(self, thread: ThreadId, person: PersonId, written_at: datetime) -> None:
        """Take a note out that a member wrote at a moment."""
        self.flush()
        which = (thread, person, to_ms(written_at))
        found = self._driver.execute(
            "SELECT id FROM note WHERE thread_id = ? AND person_id = ? AND created_at = ?", which
        ).fetchall()
        self._driver.executemany("DELETE FROM note_fts WHERE rowid = ?", found)
        self._driver.executemany("DELETE FROM note WHERE id = ?", found)
        self.touch("message", thread)

    def add_happening(
        self, thread: ThreadId, at: datetime, person: PersonId | None, what: str, detail: str = ""
    ) -> None:
        """Add a grey line to a conversation."""
        values = {"thread_id": thread, "happened_at": to_ms(at), "person_id": person, "what": what, "detail": detail}
        self._db.execute(insert(schema.happening).values(values))
        self.touch("message", thread)
