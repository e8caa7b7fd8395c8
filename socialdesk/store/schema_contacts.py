"""Gives the tables of people in the audience: their accounts, what the team says of them, who is who."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint

from socialdesk.store.schema_parts import cache, id_, number, text_

contact = Table(
    "contact",
    cache,
    id_(),
    text_("name"),
    text_("handle"),
    text_("platform"),
    Column("avatar_url", Text),
    text_("location"),
    Column("followers", Integer),
    text_("language"),
    number("is_vip"),
    text_("memo"),
    text_("fields", "[]"),
    text_("time_zone"),
    Column("merged_into", Integer, comment="the contact that is the same person; then only that one is shown"),
)
Index("contact_merged", contact.c.merged_into, sqlite_where=contact.c.merged_into.is_not(None))
identity = Table(
    "identity",
    cache,
    id_(),
    Column("contact_id", Integer, ForeignKey("contact.id", ondelete="CASCADE"), nullable=False),
    text_("platform"),
    text_("remote_id"),
    Column("home_id", Integer, comment="the contact that says what this account is called, where a merge moved it"),
    UniqueConstraint("platform", "remote_id"),
)
Index("identity_contact", identity.c.contact_id)
contact_memo = Table(
    "contact_memo",
    cache,
    id_(),
    Column("contact_id", Integer, ForeignKey("contact.id", ondelete="CASCADE"), nullable=False),
    Column("person_id", Integer),
    text_("text"),
    number("written_at"),
    comment="every memo there was of a contact",
)
Index("contact_memo_of", contact_memo.c.contact_id, contact_memo.c.id)
contact_merge = Table(
    "contact_merge",
    cache,
    Column("id", Text, primary_key=True),
    Column("into_id", Integer, ForeignKey("contact.id", ondelete="CASCADE"), nullable=False),
    Column("from_id", Integer, ForeignKey("contact.id", ondelete="CASCADE"), nullable=False),
    Column("person_id", Integer),
    number("merged_at"),
    text_("reason"),
    text_("evidence", "[]"),
    text_("before", "{}"),
    Column("undone_at", Integer),
    comment="who found that two contacts are one person, why, and what each was before",
)
Index("contact_merge_into", contact_merge.c.into_id, contact_merge.c.merged_at)
Index("contact_merge_from", contact_merge.c.from_id)
contact_apart = Table(
    "contact_apart",
    cache,
    Column("one_id", Integer, ForeignKey("contact.id", ondelete="CASCADE"), primary_key=True),
    Column("other_id", Integer, ForeignKey("contact.id", ondelete="CASCADE"), primary_key=True),
    comment="pairs somebody said are two people, the lower number first",
    sqlite_with_rowid=False,
)
Index("contact_apart_other", contact_apart.c.other_id)
