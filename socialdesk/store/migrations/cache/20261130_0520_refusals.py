"""What leaves for a platform says of what kind a refusal was: whether trying again may help."""

from __future__ import annotations

from alembic import op

revision = "cache_29"
down_revision = "cache_28"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column."""
    op.execute("ALTER TABLE outbound ADD COLUMN refusal TEXT DEFAULT '' NOT NULL")
