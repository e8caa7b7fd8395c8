"""Reads of the library only what changed: heads are cheap, texts are read once a version; and what goes with it."""

from __future__ import annotations

from collections.abc import Sequence

from socialdesk.model.identifiers import SavedReplyId
from socialdesk.store.cache import Cache

HEADS = (
    "SELECT id, version, shortcut, used, sent, edited, reopened, coalesce(last_used_at, 0) FROM saved_reply"
    " WHERE deleted_at IS NULL ORDER BY id"
)
Head = tuple[int, int, str, int, int, int, int, int]
"""A number and what is different whenever anything of its reply is."""


def picture(cache: Cache, id_: str) -> bytes | None:
    """The bytes of a picture that goes with saved replies; None where none has it."""
    found = cache.ask("SELECT data FROM saved_reply_picture WHERE id = ?", (id_,))
    return bytes(found[0][0]) if found else None


def thumb(cache: Cache, id_: str) -> bytes | None:
    """The small form of one, as PNG."""
    found = cache.ask("SELECT thumb FROM saved_reply_picture WHERE id = ?", (id_,))
    return bytes(found[0][0]) if found else None


def heads(cache: Cache) -> Sequence[tuple[SavedReplyId, Head]]:
    """The whole library, without its texts."""
    return [(SavedReplyId(row[0]), tuple(row)) for row in cache.ask(HEADS)]
