"""Gives the tables of who is there for work, and who was given what."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, Table

from socialdesk.store.schema_parts import cache, id_, number, text_

staff = Table(
    "staff",
    cache,
    Column("person_id", Integer, primary_key=True),
    text_("body", "{}"),
    number("rev"),
    comment="how each member works: shifts, languages, skills, capacity, back-up",
)
absence = Table(
    "absence",
    cache,
    id_(),
    Column("person_id", Integer, nullable=False),
    number("begins_at"),
    Column("until_at", Integer),
    text_("why", "other"),
)
Index("absence_of", absence.c.person_id, absence.c.begins_at)
unrouted = Table(
    "unrouted",
    cache,
    Column("thread_id", Integer, ForeignKey("thread.id", ondelete="CASCADE"), primary_key=True),
    number("since_at"),
    comment="threads that nobody could be given yet",
)
escalated = Table(
    "escalated",
    cache,
    Column("thread_id", Integer, ForeignKey("thread.id", ondelete="CASCADE"), primary_key=True),
    number("due_at"),
    comment="promises whose thread went to somebody else when it was late; that happens once",
)
on_call_turn = Table(
    "on_call_turn",
    cache,
    Column("day", Integer, primary_key=True),
    Column("person_id", Integer, primary_key=True),
    number("burden"),
    comment="what each on call was handed on a day, so that a month is fair",
)
assignment_log = Table(
    "assignment_log",
    cache,
    id_(),
    Column("thread_id", Integer, ForeignKey("thread.id", ondelete="CASCADE"), nullable=False),
    number("at"),
    Column("person_id", Integer, nullable=False),
    text_("decision", "{}"),
    comment="who was given what without a person saying so, and why",
)
Index("assignment_log_thread", assignment_log.c.thread_id, assignment_log.c.id)
Index("assignment_log_person", assignment_log.c.person_id, assignment_log.c.id)
