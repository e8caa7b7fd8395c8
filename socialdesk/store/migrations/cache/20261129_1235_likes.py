"""Which messages of others many people like; as channels are read it comes by itself."""

from __future__ import annotations

from alembic import op

revision = "cache_26"
down_revision = "cache_25"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table."""
    op.execute(
        """
        CREATE TABLE message_likes (
            message_id INTEGER NOT NULL,
            likes INTEGER DEFAULT 0 NOT NULL,
            PRIMARY KEY (message_id),
            FOREIGN KEY(message_id) REFERENCES message (id) ON DELETE CASCADE
        )
        """
    )
