"""The first schema of the desk file."""

from __future__ import annotations

from alembic import op

revision = "desk_1"
down_revision = None
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE command (
        seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL,
        given_at INTEGER DEFAULT 0 NOT NULL,
        person_id INTEGER DEFAULT 0 NOT NULL,
        body TEXT DEFAULT '' NOT NULL,
        UNIQUE (id)
    )
    """,
    """
    CREATE TABLE draft (
        thread_id INTEGER NOT NULL,
        mode TEXT NOT NULL,
        text TEXT DEFAULT '' NOT NULL,
        blanks TEXT DEFAULT '[]' NOT NULL,
        based_on INTEGER DEFAULT 0 NOT NULL,
        changed_at INTEGER DEFAULT 0 NOT NULL,
        PRIMARY KEY (thread_id, mode)
    )
    """,
    """
    CREATE TABLE ui_state (
        "key" TEXT NOT NULL,
        value TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY ("key")
    )
    """,
)


def upgrade() -> None:
    """Make the tables as they were in the first version."""
    for statement in STATEMENTS:
        op.execute(statement)
