"""Saved replies have a scope, an owner, tags and their last use, and what was deleted can be put back."""

from __future__ import annotations

from alembic import op

revision = "cache_5"
down_revision = "cache_4"
branch_labels = None
depends_on = None

STATEMENTS = (
    "ALTER TABLE saved_reply ADD COLUMN scope TEXT DEFAULT 'team' NOT NULL",
    "ALTER TABLE saved_reply ADD COLUMN channel_id INTEGER",
    "ALTER TABLE saved_reply ADD COLUMN owner_id INTEGER",
    "ALTER TABLE saved_reply ADD COLUMN tags TEXT DEFAULT '[]' NOT NULL",
    "ALTER TABLE saved_reply ADD COLUMN last_used_at INTEGER",
    "ALTER TABLE saved_reply ADD COLUMN deleted_at INTEGER",
)


def upgrade() -> None:
    """Add the columns; what stands in the library stays everybody's."""
    for statement in STATEMENTS:
        op.execute(statement)
