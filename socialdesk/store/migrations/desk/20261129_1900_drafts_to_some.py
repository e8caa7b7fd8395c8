"""A draft remembers which of all who had the message it is meant for."""

from __future__ import annotations

from alembic import op

revision = "desk_4"
down_revision = "desk_3"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column."""
    op.execute("ALTER TABLE draft ADD COLUMN goes_to TEXT DEFAULT '[]' NOT NULL")
