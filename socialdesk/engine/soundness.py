"""Decides whether an event is one that can be stored; gives it back, or what is left of it to be parked.

A connector maps what a stranger's server sends; one that lets a list pass for a name must not cost a whole page.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from socialdesk.model.event import Event, MessageDeleted, MessageSeen, PostSeen, Unreadable

_TEXT = {str}


def sound(event: Event) -> Event:
    """The event itself, or an `Unreadable` with its raw form."""
    match event:
        case MessageSeen(author=author, contact=contact):
            words = (event.remote_id, event.version, event.thread_remote_id, event.text, event.permalink,
                     event.language, author.remote_id, author.handle, author.name)  # fmt: skip
            is_sound = _are_texts(words) and _is_moment(event.created_at)
            if event.recipients:
                is_sound = is_sound and _are_texts(word for one in event.recipients for word in (one.address, one.name))
            if contact is not None and contact is not author:
                is_sound = is_sound and _are_texts((contact.remote_id, contact.handle, contact.name))
        case PostSeen():
            is_sound = _are_texts([event.remote_id, event.title, event.text, event.permalink])
        case MessageDeleted():
            is_sound = _are_texts([event.remote_id]) and _is_moment(event.at)
        case _:
            is_sound = True
    if is_sound:
        return event
    raw = str(getattr(event, "raw", ""))
    return Unreadable(f"unsound:{hashlib.sha256(raw.encode('utf-8', 'replace')).hexdigest()}", "wrong types", raw)


def _are_texts(words: Iterable[Any]) -> bool:
    # The set of their types is made without going through Python for each.
    return set(map(type, words)) == _TEXT or all(isinstance(word, str) for word in words)


def _is_moment(moment: Any) -> bool:
    return isinstance(moment, datetime) and moment.tzinfo is not None and moment.year > 1
