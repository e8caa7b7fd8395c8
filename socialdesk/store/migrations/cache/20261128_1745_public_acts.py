"""What we did on a platform and still stands there: hidden, blocked, muted, reported."""

from __future__ import annotations

from alembic import op

revision = "cache_8"
down_revision = "cache_7"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table; nothing of the kind was done before."""
    op.execute(
        "CREATE TABLE public_act (channel_id INTEGER NOT NULL, what TEXT NOT NULL, remote_id TEXT NOT NULL,"
        " since_at INTEGER DEFAULT 0 NOT NULL, person_id INTEGER, PRIMARY KEY (channel_id, what, remote_id),"
        " FOREIGN KEY(channel_id) REFERENCES channel (id) ON DELETE CASCADE) WITHOUT ROWID"
    )
