"""Puts answers of ours into the demo as they stand while their channel does not take them, for scenes that show it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from socialdesk.model.channel import ChannelState
from socialdesk.model.delivery import Delivery
from socialdesk.model.identifiers import CommandId, MessageId, PersonId, ThreadId
from socialdesk.model.message import Direction, Message
from socialdesk.model.stops import too_late, too_long
from socialdesk.model.thread import Kind, Status
from socialdesk.store.cache import Cache
from socialdesk.store.outbound import Outbound
from socialdesk.store.protection import Unlocked

STATES = {
    "delivery-line": ChannelState.OFFLINE,
    "delivery-sign-in": ChannelState.BAD_CREDENTIALS,
    "delivery-fates": ChannelState.LIVE,
}
"""By the name of a scene: how the channel of its thread stands."""
TEXT = "Bonjour Camille, un nouveau colis part en express aujourd’hui et arrive samedi avant midi."
_SOME: tuple[tuple[Delivery, str, int, int], ...] = (
    (Delivery.REJECTED, too_late(24), 9, 0),
    (Delivery.QUEUED, "", 3, 0),
    (Delivery.WAITING, "", 2, 0),
)
_ALL: tuple[tuple[Delivery, str, int, int], ...] = (
    (Delivery.REJECTED, too_late(24), 20, 0),
    (Delivery.SEEN, "", 18, 0),
    (Delivery.UNKNOWN, "", 16, 0),
    (Delivery.REJECTED, too_long(1_000, 12), 14, 0),
    (Delivery.SENT, "", 9, 0),
    (Delivery.HELD, "", 7, 0),
    (Delivery.WAITING, "", 5, 1_320),
    (Delivery.QUEUED, "", 1, 8),
)
"""State, reason, for how many minutes it has been so, in how many seconds it may leave."""


def put(unlocked: Unlocked, name: str, now: datetime) -> None:
    """One answer that came too late and two that wait, or one of each fate; the same person once wrote in public."""
    cache = Cache(unlocked.workspace.cache, unlocked.key, write=True)
    ((number,),) = cache.ask("SELECT id FROM thread WHERE contact_name LIKE 'Camille%' AND kind = 'dm' LIMIT 1")
    thread = cache.thread(ThreadId(number))
    assert thread is not None
    with cache.change() as change:
        there = replace(thread, id=ThreadId(0), kind=Kind.COMMENT, remote_id="public", status=Status.DONE, unread=0)
        change.put_thread(there)
        for state, reason, minutes, ahead in _ALL if name == "delivery-fates" else _SOME:
            command, at = CommandId(f"c{minutes}"), now - timedelta(minutes=minutes)
            leaves = now + timedelta(seconds=ahead) if ahead else at
            message = Message(
                MessageId(0), thread.id, None, Direction.OUT, "own", "Maya Benali", "", TEXT, at, state=state,
                state_reason=reason, command_id=command, person_id=PersonId(1), not_before=leaves,
            )  # fmt: skip
            message = change.put_message(message, thread.channel_id, "1", now)
            change.put_outbound(
                Outbound(
                    command, thread.channel_id, thread.id, "answer", "", TEXT, MessageId(0), at, leaves, PersonId(1),
                    message.id, state=state, state_reason=reason,
                )
            )  # fmt: skip
        change.put_thread(replace(thread, unread=0))
        change.set_channel_state(thread.channel_id, STATES[name], "", now)
    cache.close()
