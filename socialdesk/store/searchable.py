"""Says what the search gets to read of a message: its words, and who besides us had it."""

from __future__ import annotations

from socialdesk.model.words import indexed, indexed_people
from socialdesk.store.rows import to_recipients


def searchable(text: str, recipients: str) -> str:
    """What goes into the index for a message; `recipients` in the form of its row."""
    if recipients == "[]":
        return indexed(text)
    others = [f"{one.name} {one.address}" for one in to_recipients(recipients) if not one.is_own]
    return f"{indexed(text)}\n{indexed_people(others)}"
