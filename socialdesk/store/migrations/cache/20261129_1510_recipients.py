"""Messages and answers say whom they go to, where that is more than one person."""

from __future__ import annotations

from alembic import op

revision = "cache_27"
down_revision = "cache_26"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns."""
    op.execute("ALTER TABLE message ADD COLUMN recipients TEXT DEFAULT '[]' NOT NULL")
    op.execute("ALTER TABLE outbound ADD COLUMN recipients TEXT DEFAULT '[]' NOT NULL")
