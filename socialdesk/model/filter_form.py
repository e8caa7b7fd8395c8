"""Gives a filter's written form and reads it back; commands and the store keep filters in this one form."""

from __future__ import annotations

import json
from typing import Any

from socialdesk.model.condition import read, written
from socialdesk.model.identifiers import ChannelId, PersonId
from socialdesk.model.thread import Kind, Status
from socialdesk.model.view import Filter, Whose


class NotAFilter(ValueError):
    """Written words that are no filter of this version."""


def to_words(filter_: Filter) -> str:
    """The written form of a filter."""
    parts: dict[str, Any] = {
        "statuses": sorted(filter_.statuses),
        "whose": filter_.whose,
        "people": sorted(filter_.people),
        "channels": sorted(filter_.channels),
        "kinds": sorted(filter_.kinds),
        "languages": sorted(filter_.languages),
        "tags": sorted(filter_.tags),
        "vip": filter_.vip,
        "shielded": filter_.shielded,
        "mentions_me": filter_.mentions_me,
        "answered": filter_.answered,
    }
    if filter_.where is not None:
        parts["where"] = written(filter_.where)
    return json.dumps(parts, ensure_ascii=False)


def from_words(words: str) -> Filter:
    """A filter from its written form. Raises NotAFilter."""
    try:
        parts: dict[str, Any] = json.loads(words)
        where = parts.get("where")
        return Filter(
            frozenset(Status(s) for s in parts["statuses"]),
            Whose(parts["whose"]),
            frozenset(PersonId(p) for p in parts.get("people", ())),
            frozenset(ChannelId(c) for c in parts["channels"]),
            frozenset(Kind(k) for k in parts["kinds"]),
            frozenset(map(str, parts["languages"])),
            frozenset(map(str, parts["tags"])),
            parts["vip"],
            parts["shielded"],
            parts["mentions_me"],
            parts["answered"],
            None if where is None else read(where),
        )
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise NotAFilter(f"not a filter of this version: {type(error).__name__}") from error
