"""What is kept out of sight is kept with its reasons and as evidence; words of the team's own; how much each has opened."""

from __future__ import annotations

from alembic import op

revision = "cache_9"
down_revision = "cache_8"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE shielding (
        message_id INTEGER NOT NULL,
        thread_id INTEGER NOT NULL,
        channel_id INTEGER NOT NULL,
        author_remote_id TEXT DEFAULT '' NOT NULL,
        kind TEXT DEFAULT '' NOT NULL,
        level TEXT DEFAULT '' NOT NULL,
        reasons TEXT DEFAULT '[]' NOT NULL,
        has_pictures INTEGER DEFAULT 0 NOT NULL,
        judged_at INTEGER DEFAULT 0 NOT NULL,
        decision TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (message_id),
        FOREIGN KEY(message_id) REFERENCES message (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX shielding_thread ON shielding (thread_id)",
    "CREATE INDEX shielding_author ON shielding (channel_id, author_remote_id, judged_at)",
    """
    CREATE TABLE shield_evidence (
        id INTEGER NOT NULL,
        message_id INTEGER DEFAULT 0 NOT NULL,
        thread_id INTEGER DEFAULT 0 NOT NULL,
        channel_id INTEGER DEFAULT 0 NOT NULL,
        author_remote_id TEXT DEFAULT '' NOT NULL,
        record TEXT DEFAULT '{}' NOT NULL,
        sha256 TEXT DEFAULT '' NOT NULL,
        kept_at INTEGER DEFAULT 0 NOT NULL,
        PRIMARY KEY (id),
        UNIQUE (message_id, sha256)
    )
    """,
    "CREATE INDEX shield_evidence_thread ON shield_evidence (thread_id)",
    "CREATE INDEX shield_evidence_author ON shield_evidence (author_remote_id)",
    "CREATE INDEX shield_evidence_old ON shield_evidence (kept_at)",
    """
    CREATE TABLE shield_word (
        id INTEGER NOT NULL,
        kind TEXT DEFAULT '' NOT NULL,
        language TEXT DEFAULT '' NOT NULL,
        text TEXT DEFAULT '' NOT NULL,
        is_part INTEGER DEFAULT 0 NOT NULL,
        accents_matter INTEGER DEFAULT 0 NOT NULL,
        allows INTEGER DEFAULT 0 NOT NULL,
        thread_id INTEGER DEFAULT 0 NOT NULL,
        person_id INTEGER,
        added_at INTEGER DEFAULT 0 NOT NULL,
        PRIMARY KEY (id),
        UNIQUE (text, language, allows)
    )
    """,
    """
    CREATE TABLE shield_author (
        channel_id INTEGER NOT NULL,
        remote_id TEXT NOT NULL,
        name TEXT DEFAULT '' NOT NULL,
        thread_id INTEGER DEFAULT 0 NOT NULL,
        person_id INTEGER,
        added_at INTEGER DEFAULT 0 NOT NULL,
        PRIMARY KEY (channel_id, remote_id),
        FOREIGN KEY(channel_id) REFERENCES channel (id) ON DELETE CASCADE
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE shield_open (
        person_id INTEGER NOT NULL,
        day TEXT NOT NULL,
        n INTEGER DEFAULT 0 NOT NULL,
        PRIMARY KEY (person_id, day)
    ) WITHOUT ROWID
    """,
)


def upgrade() -> None:
    """Add the tables; what is there is judged afterwards, a slice at a time."""
    for statement in STATEMENTS:
        op.execute(statement)
