"""Reads who wrote lately, to be named in a rule; the newest messages are looked at, never all contacts."""

from __future__ import annotations

import json
from collections.abc import Iterable

from socialdesk.model.condition import Field, leaves
from socialdesk.model.identifiers import ContactId
from socialdesk.model.rule import Rule
from socialdesk.store.cache import Cache

MOST = 300
LATELY = (
    "SELECT c.id, c.name, c.handle FROM (SELECT t.contact_id, max(m.id) AS newest"
    " FROM (SELECT id, thread_id FROM message WHERE direction = 'in' ORDER BY id DESC LIMIT ?) m"
    " CROSS JOIN thread t ON t.id = m.thread_id"
    " WHERE t.contact_id IS NOT NULL AND t.shield = '' GROUP BY t.contact_id) f"
    " CROSS JOIN contact c ON c.id = f.contact_id ORDER BY f.newest DESC"
)


def wrote_lately(cache: Cache, most: int = MOST) -> list[tuple[ContactId, str, str]]:
    """Number, name and handle of who wrote the last `most` messages, the newest first; nobody kept out of sight."""
    return [(ContactId(id_), name, handle) for id_, name, handle in cache.ask(LATELY, (most,))]


def named(cache: Cache, rules: Iterable[Rule]) -> dict[str, str]:
    """The contacts a file of rules may name, by number: those that rules ask about, and those who wrote lately."""
    asked = [one for rule in rules for one in leaves(rule.where) if one.field is Field.CONTACT]
    numbers = [int(value) for one in asked for value in one.values]
    numbers += [id_ for id_, _, _ in wrote_lately(cache)]
    found = cache.ask(
        "SELECT id, platform, handle FROM contact WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(numbers),)
    )
    return {str(id_): f"{platform} {handle}" for id_, platform, handle in found}
