"""How members work, when they are away, what waits for somebody to be given it, and who was given what and why.

Nobody chose anything yet, so nothing is given out.
"""

from __future__ import annotations

from alembic import op

revision = "cache_21"
down_revision = "cache_20"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE staff (
        person_id INTEGER NOT NULL,
        body TEXT DEFAULT '{}' NOT NULL,
        rev INTEGER DEFAULT 0 NOT NULL,
        PRIMARY KEY (person_id)
    )
    """,
    """
    CREATE TABLE absence (
        id INTEGER NOT NULL,
        person_id INTEGER NOT NULL,
        begins_at INTEGER DEFAULT 0 NOT NULL,
        until_at INTEGER,
        why TEXT DEFAULT 'other' NOT NULL,
        PRIMARY KEY (id)
    )
    """,
    "CREATE INDEX absence_of ON absence (person_id, begins_at)",
    """
    CREATE TABLE unrouted (
        thread_id INTEGER NOT NULL,
        since_at INTEGER DEFAULT 0 NOT NULL,
        PRIMARY KEY (thread_id),
        FOREIGN KEY(thread_id) REFERENCES thread (id) ON DELETE CASCADE
    )
    """,
    """
    CREATE TABLE escalated (
        thread_id INTEGER NOT NULL,
        due_at INTEGER DEFAULT 0 NOT NULL,
        PRIMARY KEY (thread_id),
        FOREIGN KEY(thread_id) REFERENCES thread (id) ON DELETE CASCADE
    )
    """,
    """
    CREATE TABLE assignment_log (
        id INTEGER NOT NULL,
        thread_id INTEGER NOT NULL,
        at INTEGER DEFAULT 0 NOT NULL,
        person_id INTEGER NOT NULL,
        decision TEXT DEFAULT '{}' NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(thread_id) REFERENCES thread (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX assignment_log_thread ON assignment_log (thread_id, id)",
    "CREATE INDEX assignment_log_person ON assignment_log (person_id, id)",
    "CREATE INDEX thread_late ON thread (due_at) WHERE status = 'open' AND due_at IS NOT NULL",
)


def upgrade() -> None:
    """Add what is new."""
    for statement in STATEMENTS:
        op.execute(statement)
