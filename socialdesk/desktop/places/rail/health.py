"""Says how a channel stands, for its row in the rail; gets the channel and the moment."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.widgets.plain_text import safe_name
from socialdesk.model.channel import Channel, ChannelState

tr = QCoreApplication.translate
BEHIND_AFTER = timedelta(minutes=8)
"""When a channel is behind whose own pace is not known yet."""
_TIMES, _LEAST = 8, timedelta(minutes=3)
"""Twice the longest usual time between two reads, which is four times the least wait of its network."""
_ILL = (ChannelState.OFFLINE, ChannelState.DELAYED, ChannelState.RATE_LIMITED)


def behind_after(least_wait: timedelta | None) -> timedelta:
    """How long a channel may be silent whose network is read that often at most."""
    return BEHIND_AFTER if least_wait is None else max(_LEAST, _TIMES * least_wait)


def behind(channel: Channel, now: datetime, after: timedelta = BEHIND_AFTER) -> timedelta | None:
    """For how long nothing was heard of a channel, where that is longer than usual."""
    if channel.last_pull_at is None or channel.state in (ChannelState.CONNECTING, ChannelState.PAUSED):
        return None
    silent = now - channel.last_pull_at
    return silent if silent > after else None


def trouble(channel: Channel, now: datetime, after: timedelta = BEHIND_AFTER) -> str:
    """What is wrong with a channel, in a sentence; empty while all is well."""
    if channel.state is ChannelState.PAUSED:
        return tr("rail", "{channel} is paused. Nothing comes in until it goes on.").format(
            channel=safe_name(channel.name)
        )
    ill = channel.state.needs_person or channel.state in _ILL
    if ill and channel.state_reason:
        # The first rows are mostly of channels that are well.
        from socialdesk.desktop.look.connector_words import sentence

        return sentence(channel.state_reason)
    late = behind(channel, now, after)
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
