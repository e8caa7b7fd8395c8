"""Gives the tables of what is promised and of the order of the queue: each version as it was given."""

from __future__ import annotations

from sqlalchemy import Column, Integer, Table

from socialdesk.store.schema_parts import cache, number, text_

reply_policy = Table(
    "reply_policy",
    cache,
    Column("version", Integer, primary_key=True),
    text_("policy", "{}"),
    Column("person_id", Integer),
    number("made_at"),
    number("is_promised", 0),
    number("promised_to", 0),
    comment="opening hours and targets, each version as it was given; the newest counts. `is_promised` once every due"
    " time follows from it, until then all up to the thread `promised_to` do",
)
triage_policy = Table(
    "triage_policy",
    cache,
    Column("version", Integer, primary_key=True),
    text_("policy", "{}"),
    Column("person_id", Integer),
    number("made_at"),
    comment="what moves threads in the queue and the word lists, each version as it was given; the newest counts",
)
