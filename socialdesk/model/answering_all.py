"""Decides whom an answer to all of a message goes to; what is shown before it leaves is what leaves."""

from __future__ import annotations

from collections.abc import Sequence

from socialdesk.model.message import Direction, Message, Place, Recipient

MOST = 100
"""More people than this are never answered at once: that is a mailing, and servers take it for one."""


def everybody(message: Message) -> tuple[Recipient, ...]:
    """Whom an answer to all of a message goes to; see `everybody_of`."""
    is_theirs = message.direction is Direction.IN
    writer = Recipient(Place.TO, message.author_remote_id, message.author_name) if is_theirs else None
    return everybody_of(writer, message.recipients)


def everybody_of(writer: Recipient | None, recipients: Sequence[Recipient]) -> tuple[Recipient, ...]:
    """Whom an answer to all goes to, each once and never ourselves; empty where that is one person, or too many.

    `writer` comes first, or those they want answers to go to (RFC 5322, 3.6.3), and is None where we wrote it. Who had
    a copy gets one.
    """
    first = [one for one in recipients if one.place is Place.ASKED]
    if not first and writer is not None:
        first = [writer]
    others = [one for one in recipients if one.place is not Place.ASKED]
    others.sort(key=lambda one: one.place is Place.CC)
    found: dict[str, Recipient] = {}
    for one in (*first, *others):
        if one.address and not one.is_own:
            place = Place.TO if one.place is Place.ASKED else one.place
            found.setdefault(one.address.lower(), Recipient(place, one.address, one.name))
    return tuple(found.values()) if 2 <= len(found) <= MOST else ()
