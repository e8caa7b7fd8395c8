"""Puts what the team says of people of the audience: fields, memos with their versions, and who is one person.

A merge moves accounts and threads and keeps what each of both was; taking it back moves them where they came from.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from typing import Any

from socialdesk.model.contact import Contact
from socialdesk.model.contact_command import MergeContacts, WriteMemo, combined, parted
from socialdesk.model.identifiers import ContactId, PersonId, ThreadId
from socialdesk.model.thread import Thread
from socialdesk.store import rows, schema, written_rows
from socialdesk.store.change.threads import Threads
from socialdesk.support.clock import to_ms

_ADD_MEMO = "INSERT INTO contact_memo (contact_id, person_id, text, written_at) VALUES (?, ?, ?, ?)"
_ADD_MERGE = (
    "INSERT INTO contact_merge (id, into_id, from_id, person_id, merged_at, reason, evidence, before)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
_ANSWERED_BY = (
    "SELECT 1 FROM message WHERE thread_id = ? AND direction = 'in'"
    " AND author_remote_id IN (SELECT value FROM json_each(?)) LIMIT 1"
)


class CannotPart(Exception):
    """A merge that cannot be taken back now; the sentence says why and what to do."""


class People(Threads):
    """The part of a change about what the team says of people."""

    def find_contact(self, id_: ContactId) -> Contact | None:
        """A contact, if it is there."""
        found = self._one_row("SELECT * FROM contact WHERE id = ?", id_)
        return None if found is None else rows.to_contact(found)

    def say_of(self, contact: Contact) -> None:
        """Write what the team says of a contact; whether they matter more shows on each of their threads."""
        self.describe_contact(contact)
        for thread in self._threads_of(schema.thread.c.contact_id == contact.id):
            self._matter(replace(thread, is_vip=contact.is_vip))

    def _matter(self, thread: Thread) -> None:
        """Put a thread whose contact may matter more or less than before; something else may be promised to them."""
        self.put_thread(self._known.policy.promised(thread))

    def write_memo(self, contact: Contact, command: WriteMemo, by: PersonId, at: datetime) -> None:
        """Write a memo; the one before stays as a version."""
        known = self._one_row("SELECT 1 FROM contact_memo WHERE contact_id = ? LIMIT 1", contact.id)
        if known is None and contact.memo:
            self._driver.execute(_ADD_MEMO, (contact.id, None, contact.memo, to_ms(at)))
        self._driver.execute(_ADD_MEMO, (contact.id, by, command.text, to_ms(at)))
        self.describe_contact(replace(contact, memo=command.text))

    def last_memo_by(self, contact: ContactId) -> PersonId | None:
        """Who wrote the memo last."""
        found = self._one_row(
            "SELECT person_id FROM contact_memo WHERE contact_id = ? ORDER BY id DESC LIMIT 1", contact
        )
        return PersonId(found[0]) if found is not None and found[0] is not None else None

    def keep_apart(self, one: ContactId, other: ContactId, *, on: bool) -> None:
        """Remember that two contacts are two people."""
        pair = (min(one, other), max(one, other))
        self.flush()
        if on:
            self._driver.execute("INSERT OR IGNORE INTO contact_apart VALUES (?, ?)", pair)
        else:
            self._driver.execute("DELETE FROM contact_apart WHERE one_id = ? AND other_id = ?", pair)
        self.touch("contact", one)

    def merge_contacts(self, into: Contact, other: Contact, command: MergeContacts, by: PersonId, at: datetime) -> None:
        """Make one person of two; the other one is shown no more, its accounts and threads are the first one's."""
        self.flush()
        threads = self._threads_of(schema.thread.c.contact_id.in_((into.id, other.id)))
        moved = self._driver.execute("SELECT id FROM identity WHERE contact_id = ?", (other.id,)).fetchall()
        hidden = self._driver.execute("SELECT id FROM contact WHERE merged_into = ?", (other.id,)).fetchall()
        joined = combined(into, other, command.platform_name)
        before = {
            "into": written_rows.contact_row(into),
            "from": written_rows.contact_row(other),
            "joined": written_rows.contact_row(joined),
            "accounts": [id_ for (id_,) in moved],
            "hidden": [id_ for (id_,) in hidden],
            "threads": [thread.id for thread in threads if thread.contact_id == other.id],
            "vip": {thread.id: thread.is_vip for thread in threads},
        }
        self._driver.execute(
            _ADD_MERGE,
            (
                command.merge,
                into.id,
                other.id,
                by,
                to_ms(at),
                command.why,
                json.dumps(command.evidence),
                json.dumps(before, ensure_ascii=False),
            ),
        )
        self._driver.execute(
            "UPDATE identity SET home_id = coalesce(home_id, contact_id), contact_id = ? WHERE contact_id = ?",
            (into.id, other.id),
        )
        self._driver.execute("UPDATE contact SET merged_into = ? WHERE merged_into = ?", (into.id, other.id))
        self.describe_contact(replace(other, merged_into=into.id))
        self.describe_contact(joined)
        for thread in threads:
            self._matter(replace(thread, contact_id=into.id, is_vip=thread.is_vip or joined.is_vip))

    def part_contacts(self, merge: str, at: datetime) -> ContactId:
        """Take a merge back; gives the contact that is shown again. Raises CannotPart."""
        self.flush()
        found = self._one_row(
            "SELECT into_id, from_id, merged_at, before, undone_at FROM contact_merge WHERE id = ?", merge
        )
        if found is None or found[4] is not None:
            raise CannotPart("These two are two contacts already.")
        into = self.find_contact(ContactId(found[0]))
        other = self.find_contact(ContactId(found[1]))
        if into is None or other is None:
            raise CannotPart("One of the two was forgotten for good.")
        self._refuse_unless_last(merge, into)
        kept: dict[str, Any] = json.loads(found[3])
        was, then, joined = (rows.to_contact(kept[which]) for which in ("into", "from", "joined"))
        after = parted(was, joined, into)
        # Names and figures followed the network meanwhile; what the team said of them is as it was.
        back = replace(
            then,
            name=other.name,
            handle=other.handle,
            avatar_url=other.avatar_url,
            followers=other.followers,
            merged_into=None,
        )
        listed = json.dumps(kept["accounts"])
        accounts = [
            row[0]
            for row in self._driver.execute(
                "SELECT remote_id FROM identity WHERE id IN (SELECT value FROM json_each(?))", (listed,)
            ).fetchall()
        ]
        new = self._came_since(into.id, set(map(int, kept["vip"])), accounts)
        self._driver.execute(
            "UPDATE identity SET contact_id = ?, home_id = nullif(home_id, ?)"
            " WHERE id IN (SELECT value FROM json_each(?))",
            (other.id, other.id, listed),
        )
        self._driver.execute(
            "UPDATE contact SET merged_into = ? WHERE id IN (SELECT value FROM json_each(?))",
            (other.id, json.dumps(kept["hidden"])),
        )
        self._driver.execute("UPDATE contact_merge SET undone_at = ? WHERE id = ?", (to_ms(at), merge))
        if into.is_vip != joined.is_vip:
            # Somebody said so of both while they were one.
            back = replace(back, is_vip=into.is_vip)
        self.describe_contact(back)
        self.describe_contact(after)
        theirs = {*kept["threads"], *new}
        for thread in self._threads_of(schema.thread.c.contact_id == into.id):
            owner = back if thread.id in theirs else after
            is_vip = kept["vip"].get(str(thread.id), owner.is_vip)
            if into.is_vip != joined.is_vip:
                is_vip = into.is_vip
            self._matter(replace(thread, contact_id=owner.id, is_vip=bool(is_vip)))
        self.touch("contact", into.id)
        return other.id

    def _refuse_unless_last(self, merge: str, into: Contact) -> None:
        if into.merged_into is not None:
            raise CannotPart("They were joined with a third contact since. Take that back first.")
        newest = self._one_row(
            "SELECT id FROM contact_merge WHERE into_id = ? AND undone_at IS NULL"
            " ORDER BY merged_at DESC, rowid DESC LIMIT 1",
            into.id,
        )
        if newest is not None and newest[0] != merge:
            raise CannotPart("A third contact was joined to them since. Take that back first.")

    def _came_since(self, into: ContactId, known: set[int], accounts: list[str]) -> list[ThreadId]:
        """Threads that began since a merge with one of these accounts."""
        listed = json.dumps(accounts)
        return [
            thread.id
            for thread in self._threads_of(schema.thread.c.contact_id == into)
            if thread.id not in known and self._driver.execute(_ANSWERED_BY, (thread.id, listed)).fetchone() is not None
        ]

    def _one_row(self, statement: str, value: object) -> Any:
        self.flush()
        return self._driver.execute(statement, (value,)).fetchone()
