"""What can be told of messages that wait, and what moves threads in the queue.

The signals of threads that are there follow in slices once the engine runs; until then they stand by their due time.
"""

from __future__ import annotations

from alembic import op

revision = "cache_22"
down_revision = "cache_21"
branch_labels = None
depends_on = None

STATEMENTS = (
    "ALTER TABLE thread ADD COLUMN signals TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE thread ADD COLUMN topics TEXT DEFAULT '[]' NOT NULL",
    "ALTER TABLE thread ADD COLUMN moved_ms INTEGER DEFAULT 0 NOT NULL",
    """
    CREATE TABLE triage_policy (
        version INTEGER NOT NULL,
        policy TEXT DEFAULT '{}' NOT NULL,
        person_id INTEGER,
        made_at INTEGER DEFAULT 0 NOT NULL,
        PRIMARY KEY (version)
    )
    """,
)


def upgrade() -> None:
    """Add what is new."""
    for statement in STATEMENTS:
        op.execute(statement)
