"""Pictures whose address dies are found first; what is no picture waits for nothing."""

from __future__ import annotations

from alembic import op

revision = "cache_4"
down_revision = "cache_3"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE INDEX attachment_expiring ON attachment (expires_at) WHERE state = 'pending' AND expires_at IS NOT NULL
    """,
    """
    UPDATE attachment SET state = 'asked', next_try_at = NULL WHERE state = 'pending' AND kind != 'image'
    """,
)


def upgrade() -> None:
    """Add the index, and let go of what is never fetched."""
    for statement in STATEMENTS:
        op.execute(statement)
