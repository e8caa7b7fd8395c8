"""Gives the tables of the file that the desktop writes."""

from __future__ import annotations

from sqlalchemy import Column, Integer, LargeBinary, Table, Text

from socialdesk.store.schema_parts import desk, number, text_

command = Table(
    "command",
    desk,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    number("given_at"),
    number("person_id"),
    text_("body"),
    sqlite_autoincrement=True,
)
draft = Table(
    "draft",
    desk,
    Column("thread_id", Integer, primary_key=True),
    Column("mode", Text, primary_key=True),
    text_("text"),
    text_("blanks", "[]"),
    number("based_on"),
    number("changed_at"),
    text_("pictures", "[]"),
    number("to_all"),
    text_("goes_to", "[]"),
)
outgoing_picture = Table(
    "outgoing_picture",
    desk,
    Column("id", Text, primary_key=True, comment="the SHA-256 of the data"),
    text_("media_type"),
    Column("data", LargeBinary, nullable=False),
    Column("thumb", LargeBinary, nullable=False),
    number("added_at"),
)
ui_state = Table("ui_state", desk, Column("key", Text, primary_key=True), text_("value"))
