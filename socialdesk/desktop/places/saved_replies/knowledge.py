"""Gets a thread and who is writing, gives what a saved reply may say by itself; knows no store.

What is not known stays a blank, save the first name: no name is better than a wrong one, so the greeting closes up.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from socialdesk.desktop.places.saved_replies.dates import in_words
from socialdesk.model.channel import Channel
from socialdesk.model.contact import Contact
from socialdesk.model.person import Person
from socialdesk.model.saved_reply import Piece, SavedReply, fill, first_name, full_name
from socialdesk.model.text import order_number
from socialdesk.model.thread import Thread
from socialdesk.support.pattern import pattern

_NAME_FIELD = pattern(r"(?i)[ \u00a0\u202f]*\{\s*first name\s*\}")
_LOST_START = pattern(r"^[\s,;:!.–—-]+")


def known(
    thread: Thread,
    contact: Contact | None,
    channel: Channel | None,
    me: Person | None,
    said: Iterable[str],
    *,
    today: date | None = None,
) -> dict[str, str]:
    """The variables of a thread. `said` are its messages, the newest first: the order they speak of is looked for.

    `today` is the day of whoever writes; it is put into words once the language is known.
    """
    name = contact.name if contact is not None else thread.contact_name
    found = {
        "first name": first_name(name),
        "full name": full_name(name),
        "me": me.name if me is not None else "",
        "today": today.isoformat() if today is not None else "",
        "our name": first_name(me.name) or me.name if me is not None else "",
        "channel": channel.name if channel is not None else "",
        "handle": thread.contact_handle,
        "brand": channel.handle if channel is not None else "",
    }
    orders = (order_number(text) for text in (*said, *thread.tags))
    found["order"] = next((order for order in orders if order is not None), "")
    return {name: value for name, value in found.items() if value}


def pieces_of(reply: SavedReply, language: str, facts: dict[str, str]) -> tuple[Piece, ...]:
    """A reply in a language it has, filled with what is known."""
    spoken, body = reply.body(language)
    if facts.get("today"):
        facts = facts | {"today": in_words(date.fromisoformat(facts["today"]), spoken)}
    if not facts.get("first name"):
        body = _neutral(body)
    return fill(body, facts)


def _neutral(body: str) -> str:
    closed = _NAME_FIELD.sub("", body)
    if closed != body and (start := _LOST_START.match(closed)):
        closed = closed[start.end() :]
        closed = closed[:1].upper() + closed[1:]
    return closed


def open_blanks(pieces: Iterable[Piece]) -> int:
    """How many blanks somebody must still fill."""
    return sum(piece.is_open for piece in pieces)


def filled(pieces: Iterable[Piece]) -> int:
    """How many variables came from the conversation."""
    return sum(bool(piece.variable) for piece in pieces)
