"""Opening hours and targets of answers, and when somebody wrote again after all was done.

Nobody chose anything yet, so every due time stays what it was.
"""

from __future__ import annotations

from alembic import op

revision = "cache_17"
down_revision = "cache_16"
branch_labels = None
depends_on = None

STATEMENTS = (
    "ALTER TABLE thread ADD COLUMN began_again_at INTEGER",
    "CREATE INDEX thread_promised ON thread (id) WHERE waiting_since_at IS NOT NULL",
    """
    CREATE TABLE reply_policy (
        version INTEGER NOT NULL,
        policy TEXT DEFAULT '{}' NOT NULL,
        person_id INTEGER,
        made_at INTEGER DEFAULT 0 NOT NULL,
        is_promised INTEGER DEFAULT 0 NOT NULL,
        promised_to INTEGER DEFAULT 0 NOT NULL,
        PRIMARY KEY (version)
    )
    """,
)


def upgrade() -> None:
    """Add what is new."""
    for statement in STATEMENTS:
        op.execute(statement)
