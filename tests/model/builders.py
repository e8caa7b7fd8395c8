"""Makes model values for tests: only what matters is written out in each test."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from socialdesk.model.delivery import Delivery
from socialdesk.model.identifiers import ChannelId, ContactId, MessageId, PersonId, ThreadId
from socialdesk.model.message import Direction, Message
from socialdesk.model.thread import Kind, Status, Thread

NOON = datetime(2026, 6, 13, 12, tzinfo=UTC)
ME, LEA = PersonId(1), PersonId(2)


def at(minutes: float) -> datetime:
    """A moment `minutes` after noon."""
    return NOON + timedelta(minutes=minutes)


def thread(**changes: Any) -> Thread:
    """An open, empty thread with Camille."""
    values: dict[str, Any] = {
        "id": ThreadId(7),
        "channel_id": ChannelId(1),
        "kind": Kind.DM,
        "remote_id": "t7",
        "subject": "",
        "contact_id": ContactId(3),
        "contact_name": "Camille Roussel",
        "contact_handle": "camille.rsl",
        "status": Status.OPEN,
        "created_at": NOON,
        "last_in_at": None,
        "last_out_at": None,
        "waiting_since": None,
        "due_at": None,
    }
    return Thread(**(values | changes))


def message(number: int, minutes: float, direction: Direction = Direction.IN, **changes: Any) -> Message:
    """A message that the platform has."""
    values: dict[str, Any] = {
        "id": MessageId(number),
        "thread_id": ThreadId(7),
        "external_id": f"m{number}",
        "direction": direction,
        "author_remote_id": "did:camille" if direction is Direction.IN else "did:brand",
        "author_name": "Camille Roussel",
        "author_handle": "camille.rsl",
        "text": f"message {number}",
        "created_at": at(minutes),
        "state": Delivery.RECEIVED if direction is Direction.IN else Delivery.SENT,
    }
    return Message(**(values | changes))
