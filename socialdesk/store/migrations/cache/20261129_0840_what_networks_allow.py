"""What a channel's own server lets it do, and how much of what a network allows in a time was used.

Both come by themselves as channels are read.
"""

from __future__ import annotations

from alembic import op

revision = "cache_23"
down_revision = "cache_22"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE channel_able (
        channel_id INTEGER NOT NULL,
        kind TEXT NOT NULL,
        able TEXT DEFAULT '{}' NOT NULL,
        PRIMARY KEY (channel_id, kind),
        FOREIGN KEY(channel_id) REFERENCES channel (id) ON DELETE CASCADE
    )
    """,
    """
    CREATE TABLE budget_used (
        scope TEXT NOT NULL,
        per_s INTEGER NOT NULL,
        began_at INTEGER DEFAULT 0 NOT NULL,
        used INTEGER DEFAULT 0 NOT NULL,
        PRIMARY KEY (scope, per_s)
    )
    """,
)


def upgrade() -> None:
    """Add what is new."""
    for statement in STATEMENTS:
        op.execute(statement)
