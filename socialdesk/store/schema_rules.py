"""Gives the tables of rules: what they say, what they did, and what they wait for."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint

from socialdesk.store.schema_parts import cache, id_, number, text_

rule = Table(
    "rule",
    cache,
    Column("id", Text, primary_key=True),
    number("place"),
    text_("body", "{}"),
    Column("version", Integer, nullable=False, server_default="1"),
    number("is_on"),
    Column("on_from_at", Integer),
    text_("off_because"),
    text_("trial"),
    number("changed_at"),
    Column("person_id", Integer),
    Column("deleted_at", Integer, comment="out of the list; kept for what it did"),
    Column("asked_by", Integer, comment="who wants it on while a second person is asked"),
)
rule_version = Table(
    "rule_version",
    cache,
    Column("rule_id", Text, primary_key=True),
    Column("version", Integer, primary_key=True),
    text_("body", "{}"),
    number("saved_at"),
    Column("person_id", Integer),
    comment="what each version of a rule said: whatever it did stays explained",
    sqlite_with_rowid=False,
)
rule_run = Table(
    "rule_run",
    cache,
    id_(),
    Column("rule_id", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("event", Text, nullable=False, comment="what happened, under a name of its own"),
    Column("thread_id", Integer, ForeignKey("thread.id", ondelete="CASCADE"), nullable=False),
    number("happened_at"),
    number("ran_at"),
    text_("reasons", "[]"),
    text_("did", "[]"),
    Column("undone_at", Integer),
    UniqueConstraint("rule_id", "version", "event"),
    comment="every time a rule did its work, and why; never twice for one version and event",
)
Index("rule_run_thread", rule_run.c.thread_id, rule_run.c.id)
Index("rule_run_of", rule_run.c.rule_id, rule_run.c.id)
rule_timer = Table(
    "rule_timer",
    cache,
    Column("thread_id", Integer, ForeignKey("thread.id", ondelete="CASCADE"), primary_key=True),
    Column("what", Text, primary_key=True),
    Column("at", Integer, nullable=False),
    comment="when the time alone makes something happen to a thread that a rule waits for",
    sqlite_with_rowid=False,
)
Index("rule_timer_at", rule_timer.c.at)
rule_answer = Table(
    "rule_answer",
    cache,
    Column("thread_id", Integer, ForeignKey("thread.id", ondelete="CASCADE"), primary_key=True),
    Column("day", Text, primary_key=True),
    number("at"),
    text_("command_id"),
    comment="what was acknowledged by itself: once a thread and day",
    sqlite_with_rowid=False,
)
Index("rule_answer_at", rule_answer.c.at)
rule_draft = Table(
    "rule_draft",
    cache,
    Column("thread_id", Integer, ForeignKey("thread.id", ondelete="CASCADE"), primary_key=True),
    Column("reply_id", Integer, nullable=False),
    Column("run_id", Integer, nullable=False),
    number("made_at"),
    comment="the saved reply that a rule laid ready in a thread",
)
rule_call = Table(
    "rule_call",
    cache,
    id_(),
    Column("run_id", Integer, nullable=False),
    Column("rule_id", Text, nullable=False),
    Column("thread_id", Integer, ForeignKey("thread.id", ondelete="CASCADE"), nullable=False),
    text_("address"),
    text_("body", "{}"),
    text_("state", "queued"),
    text_("reason"),
    number("tries"),
    Column("next_try_at", Integer),
    number("made_at"),
    comment="what is told to programs elsewhere: queued, sent, failed or canceled",
)
Index("rule_call_due", rule_call.c.next_try_at, sqlite_where=rule_call.c.state == "queued")
Index("rule_call_thread", rule_call.c.thread_id)
