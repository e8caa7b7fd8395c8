"""The one picture that stands for a post, and how far it is here.

Nothing is known of those of posts that are here already: their network tells it when it shows them next.
"""

from __future__ import annotations

from alembic import op

revision = "cache_20"
down_revision = "cache_19"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE post_picture (
        post_id INTEGER NOT NULL,
        remote_url TEXT DEFAULT '' NOT NULL,
        alt TEXT DEFAULT '' NOT NULL,
        state TEXT DEFAULT 'asked' NOT NULL,
        reason TEXT DEFAULT '' NOT NULL,
        tries INTEGER DEFAULT 0 NOT NULL,
        next_try_at INTEGER,
        expires_at INTEGER,
        sha256 TEXT DEFAULT '' NOT NULL,
        width INTEGER,
        height INTEGER,
        PRIMARY KEY (post_id),
        FOREIGN KEY(post_id) REFERENCES post (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX post_picture_due ON post_picture (next_try_at) WHERE state = 'pending'",
    "CREATE INDEX post_picture_kept ON post_picture (sha256) WHERE sha256 != ''",
)


def upgrade() -> None:
    """Add what is new."""
    for statement in STATEMENTS:
        op.execute(statement)
