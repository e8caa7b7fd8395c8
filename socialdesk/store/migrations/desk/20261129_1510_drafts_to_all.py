"""A draft remembers that it is meant for all who had the message."""

from __future__ import annotations

from alembic import op

revision = "desk_3"
down_revision = "desk_2"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column."""
    op.execute("ALTER TABLE draft ADD COLUMN to_all INTEGER DEFAULT 0 NOT NULL")
