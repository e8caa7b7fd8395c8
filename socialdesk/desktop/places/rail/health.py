"""Says how a channel stands, for its row in the rail; gets the channel and the moment."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.widgets.plain_text import safe_name
from socialdesk.model.channel import Channel, ChannelState

tr = QCoreApplication.translate
BEHIND_AFTER = timedelta(minutes=8)
"""Twice the longest usual time between two reads: four times the least wait of the slowest network, and some more."""
_ILL = (ChannelState.OFFLINE, ChannelState.DELAYED, ChannelState.RATE_LIMITED)


def behind(channel: Channel, now: datetime) -> timedelta | None:
    """For how long nothing was heard of a channel, where that is longer than usual."""
    if channel.last_pull_at is None or channel.state in (ChannelState.CONNECTING, ChannelState.PAUSED):
        return None
    silent = now - channel.last_pull_at
    return silent if silent > BEHIND_AFTER else None


def trouble(channel: Channel, now: datetime) -> str:
    """What is wrong with a channel, in a sentence; empty while all is well."""
    if channel.state is ChannelState.PAUSED:
        return tr("rail", "{channel} is paused. Nothing comes in until it goes on.").format(
            channel=safe_name(channel.name)
        )
    ill = channel.state.needs_person or channel.state in _ILL
    if ill and channel.state_reason:
        return channel.state_reason
    late = behind(channel, now)
    if late is not None:
        return tr("rail", "{channel} is {span} behind.").format(channel=safe_name(channel.name), span=_span(late))
    if ill:
        return tr("rail", "{channel} cannot be read just now.").format(channel=safe_name(channel.name))
    return ""


def _span(length: timedelta) -> str:
    minutes = int(length.total_seconds() // 60)
    if minutes < 60:
        return tr("rail", "{minutes} min").format(minutes=minutes)
    if minutes < 48 * 60:
        return tr("rail", "{hours} h").format(hours=minutes // 60)
    return tr("rail", "{days} d").format(days=minutes // 1440)
