"""Which messages tell the same story: a sketch of the newest of each thread, and where those like it are looked up."""

from __future__ import annotations

from alembic import op

revision = "cache_3"
down_revision = "cache_2"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE story_member (
        thread_id INTEGER NOT NULL,
        message_id INTEGER DEFAULT 0 NOT NULL,
        story INTEGER DEFAULT 0 NOT NULL,
        said_at INTEGER DEFAULT 0 NOT NULL,
        sketch BLOB NOT NULL,
        PRIMARY KEY (thread_id),
        FOREIGN KEY(thread_id) REFERENCES thread (id) ON DELETE CASCADE
    )
    """,
    """
    CREATE INDEX story_member_story ON story_member (story, thread_id)
    """,
    """
    CREATE TABLE story_band (
        band INTEGER NOT NULL,
        said_at INTEGER NOT NULL,
        thread_id INTEGER NOT NULL,
        PRIMARY KEY (band, said_at, thread_id)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE story_wanted (
        message_id INTEGER NOT NULL,
        PRIMARY KEY (message_id)
    )
    """,
)


def upgrade() -> None:
    """Add the three tables; messages that come from now on fill them."""
    for statement in STATEMENTS:
        op.execute(statement)
