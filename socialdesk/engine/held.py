"""Writes down which messages the public does not see (yet), as their platform tells it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from socialdesk.model.channel import Channel
from socialdesk.model.event import Event, MessageDeleted, MessageSeen
from socialdesk.store.change import Change

HELD, HIDDEN = "held", "hidden"


def noted(change: Change, channel: Channel, events: Sequence[Event], now: datetime) -> None:
    """Note of a page what waits for approval, what no longer does, and what somebody hid elsewhere."""
    seen = {one.remote_id: one for one in events if isinstance(one, MessageSeen)}
    waiting = change.public_acts(channel.id, HELD)
    if not waiting and not any(one.is_held or one.is_hidden for one in seen.values()):
        return
    for remote_id, one in seen.items():
        stored = change.message_of(channel.id, remote_id)
        if stored is None:
            continue  # nobody sees it here either: it was parked, or its writer is forgotten
        thread = stored.message.thread_id
        if one.is_held and remote_id not in waiting:
            change.put_public_act(channel.id, HELD, remote_id, now, None, thread)
        elif not one.is_held and remote_id in waiting:
            change.drop_public_act(channel.id, HELD, remote_id, thread)
        if one.is_hidden and remote_id not in change.public_acts(channel.id, HIDDEN, remote_id):
            change.put_public_act(channel.id, HIDDEN, remote_id, now, None, thread)
    for event in events:
        if isinstance(event, MessageDeleted) and event.remote_id in waiting:
            stored = change.message_of(channel.id, event.remote_id)
            if stored is not None:
                change.drop_public_act(channel.id, HELD, event.remote_id, stored.message.thread_id)
