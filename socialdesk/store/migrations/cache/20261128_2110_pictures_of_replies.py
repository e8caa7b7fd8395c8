"""Pictures go with saved replies, and it is counted after how many answers the thread came back."""

from __future__ import annotations

from alembic import op

revision = "cache_16"
down_revision = "cache_15"
branch_labels = None
depends_on = None

STATEMENTS = (
    "ALTER TABLE saved_reply ADD COLUMN pictures TEXT DEFAULT '[]' NOT NULL",
    "ALTER TABLE saved_reply ADD COLUMN reopened INTEGER DEFAULT 0 NOT NULL",
    "ALTER TABLE saved_reply_use ADD COLUMN is_reopened INTEGER DEFAULT 0 NOT NULL",
    """CREATE TABLE saved_reply_picture (
        id TEXT NOT NULL,
        size_bytes INTEGER DEFAULT 0 NOT NULL,
        added_at INTEGER DEFAULT 0 NOT NULL,
        thumb BLOB NOT NULL,
        data BLOB NOT NULL,
        PRIMARY KEY (id)
    )""",
    "CREATE INDEX saved_reply_picture_size ON saved_reply_picture (added_at, size_bytes)",
)


def upgrade() -> None:
    """Add the columns and the table."""
    for statement in STATEMENTS:
        op.execute(statement)
