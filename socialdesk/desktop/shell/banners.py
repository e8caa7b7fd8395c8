"""Decides which one banner stands above everything, from the channels' states and what waits; the most serious wins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look.connector_words import sentence
from socialdesk.desktop.look.numbers import time_of_day
from socialdesk.desktop.widgets.plain_text import safe_name
from socialdesk.desktop.widgets.sign_in_words import ends
from socialdesk.model.channel import Channel, ChannelState
from socialdesk.model.delivery import IN_OUTBOX
from socialdesk.store.access import accesses

tr = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Words:
    """What a banner says: `tone` is info, soon or over; acts are keys and their words."""

    tone: str
    icon: str
    lead: str
    text: str
    acts: tuple[tuple[str, str], ...] = ()


def banner(bridge: Bridge, ailing: str, *, is_suspended: bool = False) -> Words | None:
    """The banner of this moment; `ailing` is what is wrong with the engine, `is_suspended` of automatic answers."""
    channels = bridge.channels
    if ailing:
        return Words("soon", "warning", tr("shell", "Not in touch."), ailing)
    lost = [one for one in channels if one.state is ChannelState.BAD_CREDENTIALS]
    if lost:
        act = (("sign_in", tr("shell", "Sign in again")),)
        lead = tr("shell", "{name} needs you.").format(name=lost[0].name)
        return Words("soon", "key", lead, sentence(lost[0].state_reason), act)
    off = [one for one in channels if one.state is ChannelState.OFFLINE]
    if channels and len(off) == len(channels):
        since = min((one.state_since for one in off if one.state_since), default=bridge.clock.now()).astimezone()
        waiting = [one for one in bridge.cache.outbox() if one.state in IN_OUTBOX]
        if waiting and all(one.act == "answer" for one in waiting):  # a hidden message is no reply
            text = tr(
                "shell",
                "Keep working: %n reply(ies) wait in the outbox and go out when you are back.",
                "",
                len(waiting),
            )
        else:
            text = tr(
                "shell", "Keep working: what you send waits in the outbox and goes out, in order, when you are back."
            )
        lead = tr("shell", "Offline since {time}.").format(time=time_of_day(since, wide=True))
        acts = (("retry", tr("shell", "Try now")), ("outbox", tr("shell", "Open outbox")))
        return Words("info", "cloud-slash", lead, text, acts)
    if is_suspended:
        text = tr("shell", "Rules go on sorting; what they would send by themselves is held.")
        act = (("let_answers_go", tr("shell", "Let them go")),)
        return Words("soon", "pause-circle", tr("shell", "Automatic answers are suspended."), text, act)
    return _ending(bridge, channels)


def _ending(bridge: Bridge, channels: Sequence[Channel]) -> Words | None:
    """A sign-in that ends within the week, unless somebody said today that they have seen it."""
    now = bridge.clock.now()
    found = accesses(bridge.cache)
    for one in channels:
        access = found.get(one.id)
        if access is None or not access.ends_soon(now) or one.state is ChannelState.PAUSED:
            continue
        if bridge.desk.state(seen_key(one.id)) == now.astimezone().date().isoformat():
            continue
        acts = ((f"renew:{one.id}", tr("shell", "Sign in again")), (f"seen:{one.id}", tr("shell", "Tomorrow")))
        return Words("soon", "key", safe_name(one.name), ends(access, now), acts)
    return None


def seen_key(channel: int) -> str:
    """Under which name the desk keeps on which day somebody put off signing in again."""
    return f"sign_in_seen:{channel}"
