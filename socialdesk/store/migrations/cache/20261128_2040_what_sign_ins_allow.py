"""What the sign-in of a channel allows has a table of its own; paused is what a person paused, no longer what left."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "cache_14"
down_revision = "cache_13"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, and name channels that are signed out by what they are."""
    op.create_table(
        "channel_access",
        sa.Column("channel_id", sa.Integer(), nullable=False),
        sa.Column("granted", sa.Text(), server_default="[]", nullable=False),
        sa.Column("expires_at", sa.Integer(), nullable=True),
        sa.Column("checked_at", sa.Integer(), nullable=True),
        sa.Column("lost_at", sa.Integer(), nullable=True),
        sa.Column("mended_at", sa.Integer(), nullable=True),
        sa.Column("brought", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.ForeignKeyConstraint(["channel_id"], ["channel.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("channel_id"),
    )
    op.execute("UPDATE channel SET state = 'disconnected' WHERE state = 'paused'")
