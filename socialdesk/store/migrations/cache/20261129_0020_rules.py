"""Rules, what each version of them said, every time one did its work, and what waits because of them."""

from __future__ import annotations

from alembic import op

revision = "cache_19"
down_revision = "cache_18"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE rule (
        id TEXT NOT NULL,
        place INTEGER DEFAULT 0 NOT NULL,
        body TEXT DEFAULT '{}' NOT NULL,
        version INTEGER DEFAULT '1' NOT NULL,
        is_on INTEGER DEFAULT 0 NOT NULL,
        on_from_at INTEGER,
        off_because TEXT DEFAULT '' NOT NULL,
        trial TEXT DEFAULT '' NOT NULL,
        changed_at INTEGER DEFAULT 0 NOT NULL,
        person_id INTEGER,
        deleted_at INTEGER,
        PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE rule_version (
        rule_id TEXT NOT NULL,
        version INTEGER NOT NULL,
        body TEXT DEFAULT '{}' NOT NULL,
        saved_at INTEGER DEFAULT 0 NOT NULL,
        person_id INTEGER,
        PRIMARY KEY (rule_id, version)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE rule_run (
        id INTEGER NOT NULL,
        rule_id TEXT NOT NULL,
        version INTEGER NOT NULL,
        event TEXT NOT NULL,
        thread_id INTEGER NOT NULL,
        happened_at INTEGER DEFAULT 0 NOT NULL,
        ran_at INTEGER DEFAULT 0 NOT NULL,
        reasons TEXT DEFAULT '[]' NOT NULL,
        did TEXT DEFAULT '[]' NOT NULL,
        undone_at INTEGER,
        PRIMARY KEY (id),
        UNIQUE (rule_id, version, event),
        FOREIGN KEY(thread_id) REFERENCES thread (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX rule_run_thread ON rule_run (thread_id, id)",
    "CREATE INDEX rule_run_of ON rule_run (rule_id, id)",
    """
    CREATE TABLE rule_timer (
        thread_id INTEGER NOT NULL,
        what TEXT NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (thread_id, what),
        FOREIGN KEY(thread_id) REFERENCES thread (id) ON DELETE CASCADE
    ) WITHOUT ROWID
    """,
    "CREATE INDEX rule_timer_at ON rule_timer (at)",
    """
    CREATE TABLE rule_answer (
        thread_id INTEGER NOT NULL,
        day TEXT NOT NULL,
        at INTEGER DEFAULT 0 NOT NULL,
        command_id TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (thread_id, day),
        FOREIGN KEY(thread_id) REFERENCES thread (id) ON DELETE CASCADE
    ) WITHOUT ROWID
    """,
    "CREATE INDEX rule_answer_at ON rule_answer (at)",
    """
    CREATE TABLE rule_draft (
        thread_id INTEGER NOT NULL,
        reply_id INTEGER NOT NULL,
        run_id INTEGER NOT NULL,
        made_at INTEGER DEFAULT 0 NOT NULL,
        PRIMARY KEY (thread_id),
        FOREIGN KEY(thread_id) REFERENCES thread (id) ON DELETE CASCADE
    )
    """,
    """
    CREATE TABLE rule_call (
        id INTEGER NOT NULL,
        run_id INTEGER NOT NULL,
        rule_id TEXT NOT NULL,
        thread_id INTEGER NOT NULL,
        address TEXT DEFAULT '' NOT NULL,
        body TEXT DEFAULT '{}' NOT NULL,
        state TEXT DEFAULT 'queued' NOT NULL,
        reason TEXT DEFAULT '' NOT NULL,
        tries INTEGER DEFAULT 0 NOT NULL,
        next_try_at INTEGER,
        made_at INTEGER DEFAULT 0 NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(thread_id) REFERENCES thread (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX rule_call_due ON rule_call (next_try_at) WHERE state = 'queued'",
    "CREATE INDEX rule_call_thread ON rule_call (thread_id)",
)


def upgrade() -> None:
    """Make the tables."""
    for statement in STATEMENTS:
        op.execute(statement)
