"""Gives the words of the composer from where a text stands; knows no widget."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from socialdesk.desktop.look.numbers import dollars, number
from socialdesk.desktop.places.composer.blanks import Blank
from socialdesk.desktop.places.composer.standing import Answering, Mode, Standing, Why, left
from socialdesk.desktop.widgets.plain_text import at_name, one_line, safe_name
from socialdesk.model.blank_check import Wrong
from socialdesk.model.capability import TextUnit
from socialdesk.model.channel import ChannelState
from socialdesk.model.last_look import Concern, Look
from socialdesk.model.message import Direction, Message
from socialdesk.model.saved_reply import BlankType

tr = QCoreApplication.translate


def counter(standing: Standing) -> str:
    """The length as the platform counts, and by how much it is too long."""
    if standing.limit is None:
        return number(standing.length) if standing.length else ""
    said = tr("composer", "{length} / {limit}").format(length=number(standing.length), limit=number(standing.limit))
    if not standing.over:
        price = _price(standing)
        return tr("composer", "{counter}, costs up to {price}").format(counter=said, price=price) if price else said
    if standing.unit is TextUnit.BYTES:
        return tr("composer", "{counter} bytes, {over} too many").format(counter=said, over=number(standing.over))
    return tr("composer", "{counter}, {over} too many").format(counter=said, over=number(standing.over))


def short_counter(standing: Standing) -> str:
    """The same where there is little room: by how much it is too long, else what it costs. Empty where neither is."""
    return f"\u2212{number(standing.over)}" if standing.over else _price(standing)


def _price(standing: Standing) -> str:
    return dollars(standing.price_mills) if standing.price_mills is not None else ""


def speaker(answering: Answering) -> str:
    """Who will speak, and whether everybody hears it."""
    if answering.channel is None:
        return ""
    handle = short_speaker(answering)
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


def short_speaker(answering: Answering) -> str:
    """Who will speak, where there is little room: the tab and the edge of the box say whether everybody hears it."""
    if answering.channel is None:
        return ""
    return at_name(answering.channel.handle) or answering.channel.name


def short_window(answering: Answering, now: datetime) -> str:
    """How long the platform still takes an answer, where there is little room."""
    closes = answering.window_closes_at
    if closes is None or closes <= now:
        return ""
    span = left(closes, now)
    if span >= timedelta(hours=1):
        return tr("composer", "{hours} h", "an answer is taken for so long").format(hours=span // timedelta(hours=1))
    minutes = max(1, span // timedelta(minutes=1))
    return tr("composer", "{minutes} min", "an answer is taken for so long").format(minutes=minutes)


def obstacle(standing: Standing, answering: Answering, mode: Mode) -> str:
    """Why the person can't answer at all now, with what is possible instead; empty when they can."""
    name = answering.channel.name if answering.channel is not None else ""
    if mode is Mode.NOTE:
        return ""
    match standing.why_not:
        case Why.NOT_POSSIBLE:
            return tr("composer", "{channel} can be read here, not answered. A note still works.").format(channel=name)
        case Why.WINDOW_CLOSED if answering.window is not None:
            hours = answering.window // timedelta(hours=1)
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


def about_blank(blank: Blank) -> str:
    """What a blank wants; empty where its name says it all."""
    match blank.type:
        case BlankType.NUMBER:
            kind = tr("composer", "a number")
        case BlankType.DATE:
            kind = tr("composer", "a day")
        case BlankType.LINK:
            kind = tr("composer", "a link")
        case BlankType.TEXT | BlankType.CHOICE:
            return one_line(blank.about)
    about = one_line(blank.about)
    return tr("composer", "{hint} ({kind})").format(hint=about, kind=kind) if about else kind[:1].upper() + kind[1:]


def wrong_in_blank(blank: Blank, why: Wrong) -> str:
    """What is wrong with what was typed into a blank, and what would be right."""
    typed = one_line(blank.typed)
    typed = f"{typed[:40]}…" if len(typed) > 40 else typed
    match why:
        case Wrong.NUMBER:
            said = tr("composer", "“{typed}” is no number. Write digits, such as 12 or 12.50.")
        case Wrong.DATE:
            said = tr("composer", "“{typed}” is no day. Write one, such as 17 June, Friday or 2026-06-17.")
        case Wrong.NO_SUCH_DAY:
            said = tr("composer", "There is no {typed}. Look at day and month.")
        case Wrong.LINK:
            said = tr("composer", "“{typed}” is no link. Write it like https://example.org/help.")
        case Wrong.CHOICE:
            offered = QLocale().createSeparatedList(list(blank.values))
            return tr("composer", "“{typed}” is not offered. Choose {values}.").format(typed=typed, values=offered)
    return said.format(typed=typed)


def newcomer(message: Message) -> str:
    """Who spoke while the person wrote."""
    name = message.author_name.split(maxsplit=1)[0] if message.author_name.split() else message.author_handle
    if message.direction is Direction.IN:
        return tr("composer", "{name} wrote again. Read it, then send.").format(name=name)
    return tr("composer", "{name} answered meanwhile. Read it, then send.").format(name=name)


def concern(look: Look) -> str:
    """What is pointed out before an answer leaves."""
    match look.concern:
        case Concern.TONE:
            said = tr("composer", "They complain, and “{words}” may sound as if it did not matter.")
            return said.format(words=one_line(look.name))
        case Concern.REPEATED if look.said_at is not None:
            here = look.said_at.astimezone()
            day = QLocale().toString(QDate(here.year, here.month, here.day), "d MMMM")
            return tr("composer", "You sent them the same words on {day}.").format(day=day)
        case Concern.REPEATED:
            return tr("composer", "You sent them the same words before.")
        case Concern.RUDE_NAME:
            return tr("composer", "“{name}” in the greeting may be meant to offend.").format(name=safe_name(look.name))
        case Concern.NO_NAME:
            return tr("composer", "“{name}” does not look like a first name.").format(name=safe_name(look.name))


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
        case Why.PICTURES:
            return tr("composer", "A picture can't go out as it is.")
        case Why.NOT_POSSIBLE | Why.WINDOW_CLOSED:
            return obstacle(standing, answering, mode)
