"""Contacts can be joined and parted again, their memo has versions, and their clock is known."""

from __future__ import annotations

from alembic import op

revision = "cache_11"
down_revision = "cache_10"
branch_labels = None
depends_on = None

STATEMENTS = (
    "ALTER TABLE contact ADD COLUMN time_zone TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE contact ADD COLUMN merged_into INTEGER",
    "CREATE INDEX contact_merged ON contact (merged_into) WHERE merged_into IS NOT NULL",
    "ALTER TABLE identity ADD COLUMN home_id INTEGER",
    "CREATE INDEX identity_contact ON identity (contact_id)",
    """
    CREATE TABLE contact_memo (
        id INTEGER NOT NULL,
        contact_id INTEGER NOT NULL,
        person_id INTEGER,
        text TEXT DEFAULT '' NOT NULL,
        written_at INTEGER DEFAULT 0 NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX contact_memo_of ON contact_memo (contact_id, id)",
    """
    CREATE TABLE contact_merge (
        id TEXT NOT NULL,
        into_id INTEGER NOT NULL,
        from_id INTEGER NOT NULL,
        person_id INTEGER,
        merged_at INTEGER DEFAULT 0 NOT NULL,
        reason TEXT DEFAULT '' NOT NULL,
        evidence TEXT DEFAULT '[]' NOT NULL,
        before TEXT DEFAULT '{}' NOT NULL,
        undone_at INTEGER,
        PRIMARY KEY (id),
        FOREIGN KEY(into_id) REFERENCES contact (id) ON DELETE CASCADE,
        FOREIGN KEY(from_id) REFERENCES contact (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX contact_merge_into ON contact_merge (into_id, merged_at)",
    "CREATE INDEX contact_merge_from ON contact_merge (from_id)",
    """
    CREATE TABLE contact_apart (
        one_id INTEGER NOT NULL,
        other_id INTEGER NOT NULL,
        PRIMARY KEY (one_id, other_id),
        FOREIGN KEY(one_id) REFERENCES contact (id) ON DELETE CASCADE,
        FOREIGN KEY(other_id) REFERENCES contact (id) ON DELETE CASCADE
    ) WITHOUT ROWID
    """,
    "CREATE INDEX contact_apart_other ON contact_apart (other_id)",
)


def upgrade() -> None:
    """Add what is new; nothing that is known of anybody changes."""
    for statement in STATEMENTS:
        op.execute(statement)
