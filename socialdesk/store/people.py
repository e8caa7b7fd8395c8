"""Reads what is known of people of the audience: their accounts, memos, merges, open threads, and who may be the same.

What may be the same person is only ever offered, with what speaks for it; nothing here joins anybody.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from socialdesk.model.contact import Account, Contact
from socialdesk.model.identifiers import ContactId, ThreadId
from socialdesk.model.thread import Thread
from socialdesk.model.words import indexed, matching
from socialdesk.store import rows
from socialdesk.store.cache import Cache
from socialdesk.support.clock import from_ms, optional_from_ms

_LOOKED_AT = 50
_LEAST_HANDLE = 5
"""Shorter handles are shared by strangers."""


@dataclass(frozen=True, slots=True)
class MemoVersion:
    """One memo there was of a contact; `person_name` is empty where nobody knows who wrote it."""

    text: str
    person_name: str
    written_at: datetime


@dataclass(frozen=True, slots=True)
class Merge:
    """Two contacts that were found to be one person."""

    id: str
    into: ContactId
    other: ContactId
    other_name: str
    other_platform: str
    person_name: str
    at: datetime
    reason: str
    evidence: tuple[str, ...]
    undone_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Likely:
    """Somebody who may be the same person, and what speaks for it: handle, name."""

    contact: Contact
    evidence: tuple[str, ...]


def accounts_of(cache: Cache, contact: ContactId) -> list[Account]:
    """The accounts of a contact, the first one first; each named as its platform names it now."""
    found = cache.ask(
        "SELECT i.platform, i.remote_id, coalesce(h.name, c.name), coalesce(h.handle, c.handle),"
        " coalesce(h.followers, c.followers) FROM identity i JOIN contact c ON c.id = i.contact_id"
        " LEFT JOIN contact h ON h.id = i.home_id WHERE i.contact_id = ? ORDER BY i.home_id IS NOT NULL, i.id",
        (contact,),
    )
    return [Account(*row) for row in found]


def memos(cache: Cache, contact: ContactId, most: int = 20) -> list[MemoVersion]:
    """The memos of a contact, the newest first."""
    found = cache.ask(
        "SELECT m.text, coalesce(p.name, ''), m.written_at FROM contact_memo m"
        " LEFT JOIN person p ON p.id = m.person_id WHERE m.contact_id = ? ORDER BY m.id DESC LIMIT ?",
        (contact, most),
    )
    return [MemoVersion(text, name, from_ms(at)) for text, name, at in found]


def merges(cache: Cache, contact: ContactId) -> list[Merge]:
    """What was joined to a contact and is still, the newest first."""
    found = cache.ask(
        "SELECT m.id, m.into_id, m.from_id, c.name, c.platform, coalesce(p.name, ''), m.merged_at, m.reason,"
        " m.evidence, m.undone_at FROM contact_merge m JOIN contact c ON c.id = m.from_id"
        " LEFT JOIN person p ON p.id = m.person_id WHERE m.into_id = ? AND m.undone_at IS NULL"
        " ORDER BY m.merged_at DESC, m.rowid DESC",
        (contact,),
    )
    return [
        Merge(
            row[0], ContactId(row[1]), ContactId(row[2]), row[3], row[4], row[5], from_ms(row[6]), row[7],
            tuple(json.loads(row[8])), optional_from_ms(row[9]),
        )
        for row in found
    ]  # fmt: skip


def open_elsewhere(cache: Cache, contact: ContactId, but: ThreadId, most: int = 3) -> list[Thread]:
    """Other threads of a contact that wait for an answer, the newest first."""
    found = cache.ask(
        "SELECT * FROM thread WHERE contact_id = ? AND id != ? AND status = 'open' AND waiting_since_at IS NOT NULL"
        " ORDER BY last_in_at DESC LIMIT ?",
        (contact, but, most),
    )
    return [rows.to_thread(row) for row in found]


def likely_same(cache: Cache, contact: Contact, most: int = 3) -> list[Likely]:
    """Contacts that may be the same person, those with most evidence first; without who was said to be another."""
    asked = [
        phrase for said in (contact.name, _plain(contact.handle)) if (phrase := matching(said, is_beginning=False))
    ]
    if not asked:
        return []
    found = cache.ask(
        "SELECT c.* FROM (SELECT rowid AS id FROM contact_fts WHERE contact_fts MATCH ? LIMIT ?) f"
        " CROSS JOIN contact c ON c.id = f.id WHERE c.id != ? AND c.merged_into IS NULL"
        " AND NOT EXISTS (SELECT 1 FROM contact_apart a WHERE a.one_id = min(c.id, ?) AND a.other_id = max(c.id, ?))",
        (" OR ".join(asked), _LOOKED_AT, contact.id, contact.id, contact.id),
    )
    likely = [Likely(other, said) for row in found if (said := evidence(contact, other := rows.to_contact(row)))]
    likely.sort(key=lambda one: (-len(one.evidence), one.contact.id))
    return likely[:most]


def evidence(one: Contact, other: Contact) -> tuple[str, ...]:
    """What speaks for two contacts being one person; empty when nothing does.

    A name alone says something only across platforms, and only when it is more than one word.
    """
    found: list[str] = []
    handle = _plain(one.handle)
    if len(handle) >= _LEAST_HANDLE and handle == _plain(other.handle) and one.platform != other.platform:
        found.append("handle")
    name = indexed(one.name).casefold().split()
    if len(name) >= 2 and name == indexed(other.name).casefold().split() and one.platform != other.platform:
        found.append("name")
    return tuple(found)


def _plain(handle: str) -> str:
    """A handle without the sign before it and the server behind it."""
    begin = handle.strip().removeprefix("@").split("@")[0].casefold()
    return begin.removesuffix(".bsky.social")
