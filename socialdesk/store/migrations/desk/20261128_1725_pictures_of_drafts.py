"""Pictures are kept with the draft they go out with."""

from __future__ import annotations

from alembic import op

revision = "desk_2"
down_revision = "desk_1"
branch_labels = None
depends_on = None

STATEMENTS = (
    "ALTER TABLE draft ADD COLUMN pictures TEXT DEFAULT '[]' NOT NULL",
    """
    CREATE TABLE outgoing_picture (
        id TEXT NOT NULL PRIMARY KEY,
        media_type TEXT DEFAULT '' NOT NULL,
        data BLOB NOT NULL,
        thumb BLOB NOT NULL,
        added_at INTEGER DEFAULT 0 NOT NULL
    )
    """,
)


def upgrade() -> None:
    """Add the column and the table."""
    for statement in STATEMENTS:
        op.execute(statement)
