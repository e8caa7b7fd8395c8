"""Reads who saved a version of a saved reply."""

from __future__ import annotations

from socialdesk.model.identifiers import PersonId, SavedReplyId
from socialdesk.store.cache import Cache

WHO = "SELECT person_id FROM saved_reply_version WHERE reply_id = ? AND version = ?"


def who_saved(cache: Cache, id_: SavedReplyId, version: int) -> PersonId | None:
    """Who saved it; None where nobody knows."""
    found = cache.ask(WHO, (id_, version))
    number = found[0][0] if found else None
    return PersonId(number) if number is not None else None
