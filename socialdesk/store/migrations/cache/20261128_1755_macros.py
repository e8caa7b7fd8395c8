"""Saved replies do things, have versions, and learn which threads they were sent in."""

from __future__ import annotations

from alembic import op

revision = "cache_10"
down_revision = "cache_9"
branch_labels = None
depends_on = None

STATEMENTS = (
    "ALTER TABLE saved_reply ADD COLUMN acts TEXT DEFAULT '[]' NOT NULL",
    "ALTER TABLE saved_reply ADD COLUMN hotkey INTEGER DEFAULT 0 NOT NULL",
    "ALTER TABLE saved_reply ADD COLUMN review_on TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE saved_reply ADD COLUMN version INTEGER DEFAULT 1 NOT NULL",
    "ALTER TABLE saved_reply ADD COLUMN sent INTEGER DEFAULT 0 NOT NULL",
    "ALTER TABLE saved_reply ADD COLUMN edited INTEGER DEFAULT 0 NOT NULL",
    """CREATE TABLE saved_reply_version (
        reply_id INTEGER NOT NULL,
        version INTEGER NOT NULL,
        saved_at INTEGER DEFAULT 0 NOT NULL,
        person_id INTEGER,
        command_id TEXT DEFAULT '' NOT NULL,
        body TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (reply_id, version)
    ) WITHOUT ROWID""",
    "CREATE INDEX saved_reply_version_command ON saved_reply_version (command_id)",
    """CREATE TABLE saved_reply_use (
        command_id TEXT NOT NULL,
        reply_id INTEGER NOT NULL,
        version INTEGER DEFAULT 0 NOT NULL,
        thread_id INTEGER NOT NULL,
        used_at INTEGER DEFAULT 0 NOT NULL,
        is_edited INTEGER DEFAULT 0 NOT NULL,
        words TEXT DEFAULT '[]' NOT NULL,
        PRIMARY KEY (command_id)
    )""",
    "CREATE INDEX saved_reply_use_of ON saved_reply_use (reply_id, used_at)",
    "CREATE INDEX saved_reply_use_thread ON saved_reply_use (thread_id)",
    """CREATE TABLE saved_reply_word (
        word TEXT NOT NULL,
        reply_id INTEGER NOT NULL,
        own INTEGER DEFAULT 0 NOT NULL,
        learned INTEGER DEFAULT 0 NOT NULL,
        PRIMARY KEY (word, reply_id)
    ) WITHOUT ROWID""",
    "CREATE INDEX saved_reply_word_of ON saved_reply_word (reply_id)",
)


def upgrade() -> None:
    """Add the columns and tables; the engine fills the words of what is there when it starts."""
    for statement in STATEMENTS:
        op.execute(statement)
