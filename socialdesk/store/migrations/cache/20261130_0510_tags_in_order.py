"""A tag that was renamed, merged or deleted can be put back on the threads that bore it."""

from __future__ import annotations

from alembic import op

revision = "cache_28"
down_revision = "cache_27"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table."""
    op.execute(
        """
    CREATE TABLE tag_moved (
        change TEXT NOT NULL,
        thread_id INTEGER NOT NULL,
        had INTEGER NOT NULL,
        PRIMARY KEY (change, thread_id),
        FOREIGN KEY(thread_id) REFERENCES thread (id) ON DELETE CASCADE
    ) WITHOUT ROWID
    """
    )
    op.execute("CREATE INDEX tag_moved_thread ON tag_moved (thread_id)")
