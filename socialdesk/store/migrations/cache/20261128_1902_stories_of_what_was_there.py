"""What was written in the last days before stories were known, or wordless comments were, is joined as well.

Only noted here: the engine joins it in slices, and what it did stays done wherever it is stopped.
"""

from __future__ import annotations

from alembic import op

revision = "cache_13"
down_revision = "cache_12"
branch_labels = None
depends_on = None

NOTE = """
    INSERT OR IGNORE INTO story_wanted (message_id)
    SELECT m.id FROM thread t CROSS JOIN message m ON m.thread_id = t.id AND m.created_at > t.last_in_at - 259200000
    WHERE t.status = 'open' AND t.waiting_since_at IS NOT NULL AND m.direction = 'in'
    AND t.last_in_at > (SELECT max(last_in_at) FROM thread) - 259200000
"""
"""Along the open threads in which somebody waits; a new file has none. 259,200,000 ms are the three days of a story."""


def upgrade() -> None:
    """Note what is to be joined."""
    op.execute(NOTE)
