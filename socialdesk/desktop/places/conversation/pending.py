"""Gets stored entries and commands that are on the disk but not yet applied, gives the entries as they will be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from socialdesk.model.answering_all import everybody, picked
from socialdesk.model.command import (
    AddNote,
    CancelReply,
    Given,
    Like,
    Reply,
    SendNow,
    SettleUnknown,
    TakeNoteBack,
)
from socialdesk.model.delivery import CANCELABLE, Delivery
from socialdesk.model.identifiers import MessageId, NoteId, ThreadId
from socialdesk.model.message import Attachment, Direction, Entry, Message, Note, Recipient
from socialdesk.model.person import Person

NOT_STORED = 0
"""The number of a message that only its command knows yet."""


def with_pending(
    stored: Sequence[Entry], pending: Iterable[Given], thread: ThreadId, people: Sequence[Person]
) -> tuple[Entry, ...]:
    """The entries of a thread with its pending commands on top, in the order they were given."""
    names = {person.id: person.name for person in people}
    entries = list(stored)
    for given in pending:
        match given.command:
            case Reply(thread=of) as reply if of == thread:
                if not any(isinstance(entry, Message) and entry.command_id == given.id for entry in entries):
                    parent = _message(entries, reply.parent) if reply.to_all else None
                    everyone = picked(everybody(parent), reply.goes_to) if parent is not None else ()
                    entries.append(_queued(given, reply, names.get(given.person, ""), everyone))
            case CancelReply(thread=of, reply=reply) if of == thread:
                entries = [
                    entry
                    for entry in entries
                    if not (isinstance(entry, Message) and entry.command_id == reply and entry.state in CANCELABLE)
                ]
            case SendNow(thread=of, reply=reply) if of == thread:
                entries = [_sent_now(entry, given) if _is(entry, reply) else entry for entry in entries]
            case SettleUnknown(thread=of, reply=reply, arrived=arrived) if of == thread:
                then = Delivery.SENT if arrived else Delivery.QUEUED
                entries = [_settled(entry, then) if _is(entry, reply) else entry for entry in entries]
            case AddNote(thread=of, text=text) if of == thread:
                note = Note(NoteId(-given.seq), thread, given.person, names.get(given.person, ""), text, given.at)
                if not any(_same_note(entry, note) for entry in entries):
                    entries.append(note)
            case TakeNoteBack(thread=of, written_at=written_at) if of == thread:
                entries = [
                    entry
                    for entry in entries
                    if not (
                        isinstance(entry, Note) and entry.person_id == given.person and entry.created_at == written_at
                    )
                ]
            case Like(thread=of, message=message, on=on) if of == thread:
                entries = [
                    replace(entry, is_liked=on) if isinstance(entry, Message) and entry.id == message else entry
                    for entry in entries
                ]
            case _:
                pass
    return tuple(entries)


def _message(entries: Sequence[Entry], id_: MessageId | None) -> Message | None:
    return next((one for one in entries if isinstance(one, Message) and one.id == id_), None)


def _queued(given: Given, reply: Reply, writer: str, everyone: tuple[Recipient, ...]) -> Message:
    return Message(
        MessageId(NOT_STORED),
        reply.thread,
        None,
        Direction.OUT,
        "",
        writer,
        "",
        reply.text,
        given.at,
        state=Delivery.QUEUED,
        not_before=reply.not_before,
        command_id=given.id,
        person_id=given.person,
        attachments=tuple(Attachment("image", "", one.alt, one.media_type, one.size_bytes) for one in reply.pictures),
        recipients=everyone,
    )


def _is(entry: Entry, reply: str) -> bool:
    return isinstance(entry, Message) and entry.command_id == reply


def _sent_now(entry: Entry, given: Given) -> Entry:
    assert isinstance(entry, Message)
    if entry.state not in (Delivery.QUEUED, Delivery.WAITING, Delivery.HELD, Delivery.REJECTED):
        return entry
    return replace(entry, state=Delivery.QUEUED, state_reason="", not_before=given.at)


def _settled(entry: Entry, then: Delivery) -> Entry:
    assert isinstance(entry, Message)
    return replace(entry, state=then, state_reason="") if entry.state is Delivery.UNKNOWN else entry


def _same_note(entry: Entry, note: Note) -> bool:
    """Whether a stored note is this pending one: the engine stores it with the moment it was given."""
    return isinstance(entry, Note) and (entry.person_id, entry.text, entry.created_at) == (
        note.person_id,
        note.text,
        note.created_at,
    )
