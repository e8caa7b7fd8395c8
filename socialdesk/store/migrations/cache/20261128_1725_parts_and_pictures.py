"""An answer can be a part of a longer one, and pictures can go with it."""

from __future__ import annotations

from alembic import op

revision = "cache_6"
down_revision = "cache_5"
branch_labels = None
depends_on = None

STATEMENTS = (
    "ALTER TABLE outbound ADD COLUMN batch TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE outbound ADD COLUMN part INTEGER DEFAULT '0' NOT NULL",
    "ALTER TABLE outbound ADD COLUMN pictures TEXT DEFAULT '[]' NOT NULL",
    "CREATE INDEX outbound_batch ON outbound (batch, part) WHERE batch != ''",
)


def upgrade() -> None:
    """Add the columns; what is on its way stays whole."""
    for statement in STATEMENTS:
        op.execute(statement)
