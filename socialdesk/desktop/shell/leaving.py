"""Gives the lines of the outbox page from what the engine keeps and what is still on the desk."""

from __future__ import annotations

from collections.abc import Sequence

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.places.outbox.lines import Leaving
from socialdesk.desktop.shell.thread_name import thread_name
from socialdesk.model.channel import ChannelState


def leaving(bridge: Bridge) -> Sequence[Leaving]:
    """What has not had its effect on a platform, in the order it was given."""
    found: list[Leaving] = []
    outbox = bridge.cache.outbox()
    threads = {one.id: one for one in bridge.cache.threads(list({one.thread_id for one in outbox}))}
    for one in outbox:
        thread = threads.get(one.thread_id)
        channel = bridge.channel(one.channel_id)
        found.append(
            Leaving(
                command=one.command,
                thread=one.thread_id,
                state=one.state,
                channel=channel.name if channel else "",
                mark=channel.mark if channel else "",
                contact=thread_name(thread) if thread else "",
                text=one.text,
                sentence=one.state_reason,
                given_at=one.given_at,
                kind=one.act,
                of=channel.state if channel else ChannelState.DISCONNECTED,
                not_before=one.not_before,
            )
        )
    return found
