"""Decides whether an event is one that can be stored; gives it back, or what is left of it to be parked.

A connector maps what a stranger's server sends; one that lets a list pass for a name must not cost a whole page.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from socialdesk.model.contact import Author
from socialdesk.model.event import Event, MessageDeleted, MessageSeen, MessagesSeenByContact, PostSeen, Unreadable
from socialdesk.model.message import Attachment
from socialdesk.model.thread import Kind
from socialdesk.support.values import changed

_TEXT = {str}
_NUMBERS = ({type(None)}, {int}, {int, type(None)})
_MOST = 1 << 62
"""A column of the file holds no greater number, and nobody counts so far."""


def sound(event: Event) -> Event:
    """The event itself, without numbers and pictures that are none, or an `Unreadable` with its raw form."""
    try:
        is_sound = _is_sound(event)
    except (AttributeError, TypeError):
        is_sound = False
    if is_sound:
        return _counted(event) if isinstance(event, MessageSeen) else event
    raw = str(getattr(event, "raw", ""))
    return Unreadable(f"unsound:{hashlib.sha256(raw.encode('utf-8', 'replace')).hexdigest()}", "wrong types", raw)


def _is_sound(event: Event) -> bool:
    match event:
        case MessageSeen(author=author, contact=contact):
            words = (event.remote_id, event.version, event.thread_remote_id, event.text, event.permalink,
                     event.language, event.raw, author.remote_id, author.handle, author.name)  # fmt: skip
            is_sound = _are_texts(words) and _is_moment(event.created_at) and type(event.kind) is Kind
            if event.recipients:
                is_sound = is_sound and _are_texts(word for one in event.recipients for word in (one.address, one.name))
            if contact is not None and contact is not author:
                is_sound = is_sound and _are_texts((contact.remote_id, contact.handle, contact.name))
        case PostSeen():
            is_sound = _are_texts([event.remote_id, event.title, event.text, event.permalink])
        case MessageDeleted():
            is_sound = _are_texts([event.remote_id]) and _is_moment(event.at)
        case MessagesSeenByContact():
            is_sound = _are_texts([event.thread_remote_id]) and _is_moment(event.until)
        case Unreadable():
            is_sound = True
    return is_sound


def _counted(event: MessageSeen) -> MessageSeen:
    """The message without what should be a number or a picture and is none: that costs it, and not the words."""
    author, contact, pictures = event.author, event.contact, event.attachments
    if pictures and not all(map(_is_picture, pictures)):
        event = changed(event, attachments=tuple(filter(_is_picture, pictures)))
    numbers = (event.stars, event.likes, author.followers, None if contact is None else contact.followers)
    if set(map(type, numbers)) in _NUMBERS and all(one is None or 0 <= one < _MOST for one in numbers):
        return event
    return changed(
        event,
        stars=_number(event.stars),
        likes=_number(event.likes),
        author=_author(author),
        contact=None if contact is None else _author(contact),
    )


def _author(author: Author) -> Author:
    return changed(author, followers=_number(author.followers))


def _number(number: Any) -> int | None:
    return number if type(number) is int and 0 <= number < _MOST else None


def _is_picture(one: Any) -> bool:
    return (
        isinstance(one, Attachment)
        and _are_texts((one.kind, one.url, one.alt, one.media_type))
        and one.size_bytes == _number(one.size_bytes)
        and (one.expires_at is None or _is_moment(one.expires_at))
    )


def _are_texts(words: Iterable[Any]) -> bool:
    # The set of their types is made without going through Python for each.
    return set(map(type, words)) == _TEXT or all(isinstance(word, str) for word in words)


def _is_moment(moment: Any) -> bool:
    return isinstance(moment, datetime) and moment.tzinfo is not None and moment.year > 1
