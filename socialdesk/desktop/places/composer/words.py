"""Gives the words of the composer from where a text stands; knows no widget."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.look.numbers import number
from socialdesk.desktop.places.composer.standing import Answering, Mode, Standing, Why, left
from socialdesk.model.capability import TextUnit
from socialdesk.model.channel import ChannelState
from socialdesk.model.message import Direction, Message

tr = QCoreApplication.translate


def counter(standing: Standing) -> str:
    """The length as the platform counts, and by how much it is too long."""
    if standing.limit is None:
        return number(standing.length) if standing.length else ""
    said = tr("composer", "{length} / {limit}").format(length=number(standing.length), limit=number(standing.limit))
    if not standing.over:
        return said
    if standing.unit is TextUnit.BYTES:
        return tr("composer", "{counter} bytes, {over} too many").format(counter=said, over=number(standing.over))
    return tr("composer", "{counter}, {over} too many").format(counter=said, over=number(standing.over))


def speaker(answering: Answering) -> str:
    """Who will speak, and whether everybody hears it."""
    if answering.channel is None:
        return ""
    handle = "@" + answering.channel.handle.removeprefix("@") if answering.channel.handle else answering.channel.name
    if answering.is_public:
        return tr("composer", "Public, as {handle}").format(handle=handle)
    return tr("composer", "as {handle}", "who answers: as @brand").format(handle=handle)


def window(answering: Answering, now: datetime) -> str:
    """Until when the platform takes an answer; empty where there is no end."""
    closes = answering.window_closes_at
    if closes is None or closes <= now:
        return ""
    span = left(closes, now)
    if span >= timedelta(hours=1):
        return tr("composer", "Reply window closes in {hours} h").format(hours=span // timedelta(hours=1))
    minutes = max(1, span // timedelta(minutes=1))
    return tr("composer", "Reply window closes in {minutes} min").format(minutes=minutes)


def obstacle(standing: Standing, answering: Answering, mode: Mode) -> str:
    """Why the person can't answer at all now, with what is possible instead; empty when they can."""
    name = answering.channel.name if answering.channel is not None else ""
    if mode is Mode.NOTE:
        return ""
    match standing.why_not:
        case Why.NOT_POSSIBLE:
            return tr("composer", "{channel} can be read here, not answered. A note still works.").format(channel=name)
        case Why.WINDOW_CLOSED if answering.capabilities is not None and answering.capabilities.reply_window:
            hours = answering.capabilities.reply_window // timedelta(hours=1)
            return tr("composer", "{channel} takes answers for {hours} h only, and that time is over.").format(
                channel=name, hours=hours
            )
        case _:
            pass
    if answering.channel is not None and answering.channel.state is ChannelState.BAD_CREDENTIALS:
        return tr("composer", "{channel} wants a new sign-in. What you send waits for it.").format(channel=name)
    return ""


def blanks(many: int) -> str:
    """What is still to be filled."""
    return tr("composer", "Fill %n blank(s)", "", many)


def newcomer(message: Message) -> str:
    """Who spoke while the person wrote."""
    name = message.author_name.split(maxsplit=1)[0] if message.author_name.split() else message.author_handle
    if message.direction is Direction.IN:
        return tr("composer", "{name} wrote again. Read it, then send.").format(name=name)
    return tr("composer", "{name} answered meanwhile. Read it, then send.").format(name=name)


def why_off(standing: Standing, answering: Answering, mode: Mode) -> str:
    """Why the button is off, for its tooltip and for readers; empty when it is on."""
    match standing.why_not:
        case None:
            return ""
        case Why.EMPTY:
            return tr("composer", "Nothing is written yet.")
        case Why.BLANKS:
            return blanks(standing.blanks)
        case Why.HOLE:
            return tr("composer", "A field in braces is not filled.")
        case Why.TOO_LONG if standing.unit is TextUnit.BYTES:
            return tr("composer", "%n byte(s) too long. Shorten it, or split it into parts.", "", standing.over)
        case Why.TOO_LONG:
            return tr("composer", "%n character(s) too long. Shorten it, or split it into parts.", "", standing.over)
        case Why.NOT_POSSIBLE | Why.WINDOW_CLOSED:
            return obstacle(standing, answering, mode)
