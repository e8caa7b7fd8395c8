"""The first schema of the file of pictures."""

from __future__ import annotations

from alembic import op

revision = "media_1"
down_revision = None
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE picture (
        sha256 TEXT NOT NULL PRIMARY KEY,
        fetched_at INTEGER DEFAULT 0 NOT NULL,
        width INTEGER DEFAULT 0 NOT NULL,
        height INTEGER DEFAULT 0 NOT NULL,
        is_moving INTEGER DEFAULT 0 NOT NULL,
        size_bytes INTEGER DEFAULT 0 NOT NULL,
        thumb BLOB NOT NULL
    )
    """,
    """
    CREATE INDEX picture_age ON picture (fetched_at)
    """,
    """
    CREATE TABLE view (
        sha256 TEXT NOT NULL PRIMARY KEY REFERENCES picture (sha256) ON DELETE CASCADE,
        data BLOB NOT NULL
    )
    """,
)


def upgrade() -> None:
    """Make the tables: the small form beside what is asked often, the large one away from it."""
    for statement in STATEMENTS:
        op.execute(statement)
