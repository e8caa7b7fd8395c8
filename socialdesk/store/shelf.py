"""Reads of the library only what changed: heads are cheap, texts are read once a version."""

from __future__ import annotations

from collections.abc import Sequence

from socialdesk.model.identifiers import SavedReplyId
from socialdesk.store.cache import Cache

HEADS = (
    "SELECT id, version, shortcut, used, sent, edited, coalesce(last_used_at, 0) FROM saved_reply"
    " WHERE deleted_at IS NULL ORDER BY id"
)
Head = tuple[int, int, str, int, int, int, int]
"""A number and what is different whenever anything of its reply is."""


def heads(cache: Cache) -> Sequence[tuple[SavedReplyId, Head]]:
    """The whole library, without its texts."""
    return [(SavedReplyId(row[0]), tuple(row)) for row in cache.ask(HEADS)]
