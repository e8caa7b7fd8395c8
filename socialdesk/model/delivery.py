"""Gives the fates of an answer and which may follow which; knows no platform and no clock."""

from __future__ import annotations

from socialdesk.support.values import StrEnum


class Delivery(StrEnum):
    """Where an outgoing message stands. Inbound ones are always RECEIVED."""

    RECEIVED = "received"
    QUEUED = "queued"
    """Accepted here, waits for its time (the undo window) or for its turn."""
    WAITING = "waiting"
    """Waits for the network or for a rate limit; goes out by itself."""
    SENDING = "sending"
    """Its intent is on disk and the request may be on the wire."""
    SENT = "sent"
    SEEN = "seen"
    HELD = "held"
    """Stopped at the fence, or the channel's sign-in is lost: a person decides."""
    REJECTED = "rejected"
    UNKNOWN = "unknown"
    """Neither proven sent nor proven unsent; never repeated without a person."""
    CANCELED = "canceled"


CANCELABLE = frozenset({Delivery.QUEUED, Delivery.WAITING, Delivery.HELD, Delivery.REJECTED})
"""Surely not on the platform, so taking them back is safe."""

IN_OUTBOX = frozenset({Delivery.QUEUED, Delivery.WAITING, Delivery.SENDING, Delivery.HELD, Delivery.UNKNOWN})
"""What an outbox lists: commands that have not yet had their effect on a platform."""

_NEXT: dict[Delivery, frozenset[Delivery]] = {
    # What waits here becomes unknown only where the file was lost in which it stood that it had been tried.
    Delivery.QUEUED: frozenset(
        {
            Delivery.WAITING,
            Delivery.SENDING,
            Delivery.HELD,
            Delivery.REJECTED,
            Delivery.CANCELED,
            Delivery.UNKNOWN,
        }
    ),
    Delivery.WAITING: frozenset(
        {Delivery.QUEUED, Delivery.SENDING, Delivery.HELD, Delivery.REJECTED, Delivery.CANCELED, Delivery.UNKNOWN}
    ),
    # Canceled is what a rule wrote and the platform surely did not take; a person's answer is refused instead.
    Delivery.SENDING: frozenset(
        {
            Delivery.SENT,
            Delivery.REJECTED,
            Delivery.WAITING,
            Delivery.QUEUED,
            Delivery.HELD,
            Delivery.UNKNOWN,
            Delivery.CANCELED,
        }
    ),
    # A message found on the platform later completes even what was given up on.
    Delivery.UNKNOWN: frozenset({Delivery.SENT, Delivery.QUEUED, Delivery.CANCELED}),
    Delivery.HELD: frozenset({Delivery.QUEUED, Delivery.CANCELED, Delivery.SENT, Delivery.UNKNOWN}),
    Delivery.REJECTED: frozenset({Delivery.QUEUED, Delivery.CANCELED, Delivery.SENT, Delivery.UNKNOWN}),
    Delivery.SENT: frozenset({Delivery.SEEN}),
    Delivery.SEEN: frozenset(),
    Delivery.CANCELED: frozenset({Delivery.SENT}),
    Delivery.RECEIVED: frozenset(),
}


def may_become(now: Delivery, then: Delivery) -> bool:
    """Whether `then` may follow `now`. The tests of the engine ask this at every write of what goes out."""
    return then in _NEXT[now]
