"""Puts contacts with their accounts, and the posts that people answer to."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, update
from sqlalchemy.dialects.sqlite import insert as upsert

from socialdesk.model.contact import Author, Contact
from socialdesk.model.event import PostSeen
from socialdesk.model.identifiers import ChannelId, ContactId, PostId
from socialdesk.model.words import indexed
from socialdesk.store import prepared, rows, schema, written_rows
from socialdesk.store.change.transaction import Known, Transaction
from socialdesk.support.clock import optional_ms


class Contacts(Transaction):
    """The part of a change about people of the audience."""

    def __init__(self, connection: Connection, known: Known) -> None:
        super().__init__(connection, known)
        self._contacts: dict[tuple[str, str], Contact | None] = {}
        self._new_contacts: list[tuple[Any, ...]] = []
        self._new_identities: list[tuple[Any, ...]] = []
        self._renamed: dict[ContactId, Contact] = {}
        self._homes: dict[tuple[str, str], Contact] = {}
        """What is known of accounts that a merge brought to another contact."""
        self._posts: dict[tuple[int, str], PostId | None] = {}

    def flush(self) -> None:
        """Write new contacts; everything that names them comes after."""
        if self._new_contacts:
            contacts, self._new_contacts = self._new_contacts, []
            identities, self._new_identities = self._new_identities, []
            self._many(prepared.ADD_CONTACT, contacts)
            self._many(prepared.ADD_IDENTITY, identities)
            self._many(prepared.INDEX_CONTACT, [(row[0], indexed(row[1]), indexed(row[2])) for row in contacts])
        if self._renamed:
            renamed, self._renamed = list(self._renamed.values()), {}
            said = [(one.name, one.handle, one.avatar_url, one.followers, one.id) for one in renamed]
            self._many(prepared.NAME_CONTACT, said)
            self._many(prepared.INDEX_CONTACT, [(one.id, indexed(one.name), indexed(one.handle)) for one in renamed])
        super().flush()

    def look_up_contacts(self, platform: str, remote_ids: Sequence[str]) -> None:
        """Read the contacts of a page in one go; what is not there is known not to be."""
        wanted = [one for one in dict.fromkeys(remote_ids) if (platform, one) not in self._contacts]
        if not wanted:
            return
        self._contacts.update(dict.fromkeys(((platform, one) for one in wanted), None))
        found = self._driver.execute(prepared.CONTACTS_OF, (platform, json.dumps(wanted)))
        for row in found.fetchall():
            contact = rows.to_contact(row[:-2])
            self._contacts[platform, row[-1]] = contact
            if row[-2] is not None and row[-2] != contact.id:
                # A merge brought this account here: what it is called is kept where it came from.
                home = self._driver.execute(prepared.HOME, (row[-2],)).fetchone()
                if home is not None:
                    self._homes[platform, row[-1]] = rows.to_contact(home)

    def put_contact(self, platform: str, author: Author) -> Contact:
        """The contact behind an account; name and figures follow what the platform says last."""
        if (platform, author.remote_id) not in self._contacts:
            self.look_up_contacts(platform, [author.remote_id])
        known = self._contacts[platform, author.remote_id]
        name = author.name or author.handle
        if known is None:
            id_ = ContactId(self._new_id("contact"))
            known = Contact(id_, name, author.handle, platform, author.avatar_url, followers=author.followers)
            self._new_contacts.append(written_rows.contact_row(known))
            self._new_identities.append((id_, platform, author.remote_id))
            self.touch("contact", id_)
        elif (home := self._homes.get((platform, author.remote_id))) is not None:
            self._homes[platform, author.remote_id] = self._named(home, name, author, known.id)
        else:
            known = self._named(known, name, author, known.id)
        self._contacts[platform, author.remote_id] = known
        return known

    def _named(self, known: Contact, name: str, author: Author, shown: ContactId) -> Contact:
        followers = known.followers if author.followers is None else author.followers
        said = (name, author.handle, author.avatar_url, followers)
        if said == (known.name, known.handle, known.avatar_url, known.followers):
            return known
        known = replace(known, name=name, handle=author.handle, avatar_url=author.avatar_url, followers=followers)
        self._renamed[known.id] = known
        self.touch("contact", shown)
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
                fields=written_rows.fields_of(contact),
                time_zone=contact.time_zone,
                merged_into=contact.merged_into,
            )
        )
        self._contacts.clear()
        self._homes.clear()
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
        self._posts[channel, post.remote_id] = PostId(id_)
        self.touch("post", id_)
        return PostId(id_)

    def post_of(self, channel: ChannelId, remote_id: str) -> PostId | None:
        """The number of a post of a channel, if it is known."""
        key = (channel, remote_id)
        if key not in self._posts:
            found = self._first(prepared.POST_OF, channel=channel, remote=remote_id)
            self._posts[key] = None if found is None else PostId(found[0])
        return self._posts[key]
