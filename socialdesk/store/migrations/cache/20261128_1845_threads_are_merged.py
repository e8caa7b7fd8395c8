"""Two threads of one person can be shown as one, and taken apart again."""

from __future__ import annotations

from alembic import op

revision = "cache_12"
down_revision = "cache_11"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE thread_merge (
        id TEXT NOT NULL,
        into_id INTEGER NOT NULL,
        from_id INTEGER DEFAULT 0 NOT NULL,
        channel_id INTEGER NOT NULL,
        kind TEXT DEFAULT '' NOT NULL,
        remote_id TEXT DEFAULT '' NOT NULL,
        person_id INTEGER,
        merged_at INTEGER DEFAULT 0 NOT NULL,
        before TEXT DEFAULT '{}' NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(into_id) REFERENCES thread (id) ON DELETE CASCADE,
        FOREIGN KEY(channel_id) REFERENCES channel (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX thread_merge_into ON thread_merge (into_id, merged_at)",
    "CREATE INDEX thread_merge_from ON thread_merge (from_id)",
    "CREATE UNIQUE INDEX thread_merge_of ON thread_merge (channel_id, kind, remote_id)",
    """
    CREATE TABLE merged_message (
        message_id INTEGER NOT NULL,
        merge_id TEXT NOT NULL,
        PRIMARY KEY (message_id),
        FOREIGN KEY(message_id) REFERENCES message (id) ON DELETE CASCADE,
        FOREIGN KEY(merge_id) REFERENCES thread_merge (id) ON DELETE CASCADE
    ) WITHOUT ROWID
    """,
    "CREATE INDEX merged_message_of ON merged_message (merge_id)",
)


def upgrade() -> None:
    """Add what is new; every thread is its own."""
    for statement in STATEMENTS:
        op.execute(statement)
