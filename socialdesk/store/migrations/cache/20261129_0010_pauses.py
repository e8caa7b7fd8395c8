"""When a thread was said to wait on its contact although somebody waits in it: then its reply clock may rest."""

from __future__ import annotations

from alembic import op

revision = "cache_18"
down_revision = "cache_17"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what is new; of what was before, nothing rested."""
    op.execute("ALTER TABLE thread ADD COLUMN pauses TEXT DEFAULT '[]' NOT NULL")
