"""Decides whom an answer to all of a message goes to; what is shown before it leaves is what leaves."""

from __future__ import annotations

from collections.abc import Sequence

from socialdesk.model.message import Direction, Message, Place, Recipient

Chosen = tuple[str, ...] | None
"""Whom somebody chose: None for the writer alone, no address for everybody, else just these addresses."""
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


def picked(everyone: Sequence[Recipient], chosen: Chosen) -> tuple[Recipient, ...]:
    """Who of everybody was chosen; nobody for the writer alone, and where none of the chosen is there."""
    if chosen is None:
        return ()
    wanted = frozenset(one.lower() for one in chosen)
    return tuple(one for one in everyone if not wanted or one.address.lower() in wanted)


def toggled(everyone: Sequence[Recipient], chosen: Chosen, writer: str, address: str) -> Chosen:
    """The choice with one person put in or taken out. Somebody always stays: the last one cannot be taken out.

    `writer` is the address of whoever gets an answer to one person alone; with only them left it is that again.
    """
    alone = next((one for one in everyone if one.address.lower() == writer.lower()), None)
    now = {one.address for one in picked(everyone, chosen)} or ({alone.address} if alone is not None else set[str]())
    then = now ^ {one.address for one in everyone if one.address.lower() == address.lower()}
    if not then:
        return chosen
    if alone is not None and then == {alone.address}:
        return None
    return () if len(then) == len(everyone) else tuple(one.address for one in everyone if one.address in then)


def narrower(one: Chosen, other: Chosen) -> Chosen:
    """Whom two texts that become one may go to: whoever both were meant for."""
    if one is None or other is None:
        return None
    if not one or not other:
        return one or other
    both = {address.lower() for address in other}
    return tuple(address for address in one if address.lower() in both) or None
