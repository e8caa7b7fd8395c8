"""What each on call was handed on a day. What went on before is not counted: everybody begins alike."""

from __future__ import annotations

from alembic import op

revision = "cache_24"
down_revision = "cache_23"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table."""
    op.execute(
        """
        CREATE TABLE on_call_turn (
            day INTEGER NOT NULL,
            person_id INTEGER NOT NULL,
            burden INTEGER DEFAULT 0 NOT NULL,
            PRIMARY KEY (day, person_id)
        )
        """
    )
