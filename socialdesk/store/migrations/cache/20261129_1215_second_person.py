"""Who wants a rule switched on while a second person is asked to look at it."""

from __future__ import annotations

from alembic import op

revision = "cache_25"
down_revision = "cache_24"
branch_labels = None
depends_on = None

STATEMENTS = ("ALTER TABLE rule ADD COLUMN asked_by INTEGER",)


def upgrade() -> None:
    """Add what is new."""
    for statement in STATEMENTS:
        op.execute(statement)
