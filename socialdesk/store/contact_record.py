"""Everything that is held about one person of the audience, as plain data that can be given to them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from socialdesk.model.contact import Contact
from socialdesk.model.identifiers import ContactId
from socialdesk.model.thread import Thread
from socialdesk.model.words import matching
from socialdesk.store import rows
from socialdesk.store.cache import Cache
from socialdesk.store.desk import Draft
from socialdesk.store.people import accounts_of, memos, merges
from socialdesk.support.clock import optional_from_ms, to_ms

_MOST_FOUND = 50


def contact_record(cache: Cache, begun: Iterable[Draft], contact: ContactId) -> dict[str, Any] | None:
    """The record of a contact; None when there is none. `begun` are all drafts. Moments are ISO 8601 in UTC.

    Keys: profile, accounts, threads (each with messages, notes, events, drafts) and elsewhere: what they wrote in
    threads of others. For that every message is looked at: a window asks beside its own thread.
    """
    known = cache.contact(contact)
    if known is None:
        return None
    accounts = accounts_of(cache, contact)
    threads = [
        rows.to_thread(row) for row in cache.ask("SELECT * FROM thread WHERE contact_id = ? ORDER BY id", (contact,))
    ]
    drafts = {(draft.thread_id, draft.mode): draft.text for draft in begun}
    mine = {thread.id for thread in threads}
    elsewhere = cache.ask(
        "SELECT * FROM message WHERE direction = 'in' AND author_remote_id IN (SELECT value FROM json_each(?))",
        (json.dumps([one.remote_id for one in accounts]),),
    )
    return {
        "profile": _profile(known),
        "accounts": [
            {"platform": one.platform, "id": one.remote_id, "name": one.name, "handle": one.handle} for one in accounts
        ],
        "memos": [
            {"at": _moment(to_ms(one.written_at)), "by": one.person_name, "text": one.text}
            for one in memos(cache, contact)
        ],
        "merges": [
            {"at": _moment(to_ms(one.at)), "reason": one.reason, "evidence": list(one.evidence)}
            for one in merges(cache, contact)
        ],
        "threads": [
            _thread(cache, thread, [text for (of, _), text in drafts.items() if of == thread.id]) for thread in threads
        ],
        "elsewhere": [_message(cache, row) for row in elsewhere if row[1] not in mine],
    }


def contacts_called(cache: Cache, typed: str) -> list[tuple[ContactId, str, str, str]]:
    """People by the beginnings of name and handle: number, name, handle, platform."""
    match = matching(typed, is_beginning=True)
    if not match:
        return []
    found = cache.ask(
        "SELECT DISTINCT c.id, c.name, c.handle, c.platform FROM (SELECT rowid AS id FROM contact_fts"
        " WHERE contact_fts MATCH ? LIMIT ?) f CROSS JOIN contact p ON p.id = f.id"
        " CROSS JOIN contact c ON c.id = coalesce(p.merged_into, p.id) ORDER BY c.name",
        (match, _MOST_FOUND),
    )
    return [(ContactId(row[0]), *row[1:]) for row in found]


def _profile(known: Contact) -> dict[str, Any]:
    return {
        "name": known.name,
        "handle": known.handle,
        "platform": known.platform,
        "location": known.location,
        "followers": known.followers,
        "language": known.language,
        "is_vip": known.is_vip,
        "memo": known.memo,
        "fields": dict(known.fields),
        "time_zone": known.time_zone,
    }


def _thread(cache: Cache, thread: Thread, drafts: list[str]) -> dict[str, Any]:
    messages = cache.ask("SELECT * FROM message WHERE thread_id = ? ORDER BY created_at, id", (thread.id,))
    notes = cache.ask("SELECT text, created_at FROM note WHERE thread_id = ? ORDER BY created_at", (thread.id,))
    events = cache.ask(
        "SELECT happened_at, what, detail FROM happening WHERE thread_id = ? ORDER BY happened_at", (thread.id,)
    )
    return {
        "number": thread.id,
        "kind": thread.kind.value,
        "status": thread.status.value,
        "tags": list(thread.tags),
        "permalink": thread.permalink,
        "messages": [_message(cache, row) for row in messages],
        "notes": [{"at": _moment(at), "text": text} for text, at in notes],
        "events": [{"at": _moment(at), "what": what, "detail": detail} for at, what, detail in events],
        "drafts": drafts,
    }


def _message(cache: Cache, row: Any) -> dict[str, Any]:
    message = rows.to_message(row)
    earlier = cache.ask("SELECT text FROM message_revision WHERE message_id = ? ORDER BY id", (message.id,))
    return {
        "at": message.created_at.isoformat(),
        "from": message.author_name,
        "direction": message.direction.value,
        "text": message.text,
        "earlier_texts": [text for (text,) in earlier],
        "deleted_at": message.deleted_at.isoformat() if message.deleted_at else None,
        "permalink": message.permalink,
        "attachments": [{"kind": one.kind, "url": one.url, "alt": one.alt} for one in message.attachments],
        "recipients": [
            {"place": one.place.value, "address": one.address, "name": one.name} for one in message.recipients
        ],
    }


def _moment(at_ms: int) -> str | None:
    moment = optional_from_ms(at_ms)
    return moment.isoformat() if moment else None
