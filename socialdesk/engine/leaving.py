"""Makes the acts on how a channel stands effective: pausing it, leaving it, keeping it after all."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from socialdesk.engine.refusal import Refused
from socialdesk.model.channel import Channel, ChannelState
from socialdesk.model.connecting import LeaveChannel, Standing, fold_channel
from socialdesk.model.identifiers import ChannelId
from socialdesk.store.change import Change


def stand(change: Change, command: Standing, at: datetime) -> None:
    """Let a channel stand as an act wants it. Raises Refused."""
    channel = change.channel(ChannelId(command.channel))
    if channel is None:
        raise Refused("There is no such channel.")
    after = fold_channel(channel, command, at)
    if isinstance(command, LeaveChannel) and not command.on and after is channel:
        raise Refused("Too late: the channel is disconnected. Connect it again; its threads are still here.")
    if after is not channel:
        change.put_channel_state(after)
    if isinstance(command, LeaveChannel):
        change.set_setting(erases(channel.id), "yes" if command.on and command.erase else "no")


def erases(channel: ChannelId) -> str:
    """Under which name the workspace keeps whether the threads of a channel go with it."""
    return f"leave_erases:{channel}"


def due(channels: Iterable[Channel], now: datetime) -> list[Channel]:
    """Those whose moment to go has come."""
    return [one for one in channels if one.state is ChannelState.LEAVING and (one.state_until or now) <= now]


def next_due(channels: Iterable[Channel]) -> datetime | None:
    """When the next one goes."""
    found = [one.state_until for one in channels if one.state is ChannelState.LEAVING and one.state_until is not None]
    return min(found, default=None)
