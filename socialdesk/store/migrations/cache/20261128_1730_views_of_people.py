"""Saved views belong to a person or to the team and have an order; the queue can be read in other orders than triage."""

from __future__ import annotations

from alembic import op

revision = "cache_7"
down_revision = "cache_6"
branch_labels = None
depends_on = None

_LETTERS = (
    ("à", "a"), ("â", "a"), ("ä", "a"), ("ç", "c"), ("é", "e"), ("è", "e"), ("ê", "e"), ("ë", "e"), ("î", "i"),
    ("ï", "i"), ("ô", "o"), ("ö", "o"), ("ù", "u"), ("û", "u"), ("ü", "u"), ("É", "e"), ("È", "e"), ("Ç", "c"),
    ("À", "a"), ("Ö", "o"),
)  # fmt: skip


def upgrade() -> None:
    """Add the columns and the indexes; the views there are stay everybody's, in triage order."""
    op.execute("ALTER TABLE view ADD COLUMN owner_id INTEGER")
    op.execute("ALTER TABLE view ADD COLUMN sort TEXT DEFAULT 'triage' NOT NULL")
    name = "contact_name"
    for letter, plain in _LETTERS:
        name = f"replace({name}, '{letter}', '{plain}')"
    for index, by in (
        ("thread_said", "max(created_at, coalesce(last_in_at, 0), coalesce(last_out_at, 0))"),
        ("thread_stars", "(coalesce(stars, 6) * 100000000000000000 + order_at)"),
        ("thread_name", f"lower({name})"),
    ):
        op.execute(f"CREATE INDEX {index} ON thread (status, {by}, id)")
