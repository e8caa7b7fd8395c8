"""What stands around a comment, what was let through and what was kept since a day are found along an index."""

from __future__ import annotations

from alembic import op

revision = "cache_15"
down_revision = "cache_14"
branch_labels = None
depends_on = None

INDEXES = (
    "CREATE INDEX thread_post ON thread (post_id, last_in_at) WHERE post_id IS NOT NULL",
    "CREATE INDEX thread_post_shielded ON thread (post_id) WHERE shield != ''",
    "CREATE INDEX shielding_let ON shielding (thread_id) WHERE decision = 'let_through'",
    "CREATE INDEX shielding_judged ON shielding (judged_at, decision)",
)


def upgrade() -> None:
    """Add the indexes."""
    for sql in INDEXES:
        op.execute(sql)
