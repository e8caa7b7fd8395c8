"""Gives the words of a conversation: days, times, events, kinds, attachments; knows no widget."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta, tzinfo

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale

from socialdesk.desktop.look import numbers
from socialdesk.desktop.places.conversation.rule_words import by_rule
from socialdesk.model.channel import Channel
from socialdesk.model.message import Attachment, Direction, Happening, Message
from socialdesk.model.person import Person
from socialdesk.model.thread import Kind

tr = QCoreApplication.translate


def time_of_day(at: datetime, zone: tzinfo | None) -> str:
    """A time as "9:02", in the reader's zone."""
    here = at.astimezone(zone)
    return numbers.time_of_day(here)


def exact(at: datetime, zone: tzinfo | None, locale: QLocale) -> str:
    """The whole date and time, for a tooltip and for readers."""
    here = at.astimezone(zone)
    moment = QDateTime(here.year, here.month, here.day, here.hour, here.minute, here.second)
    return locale.toString(moment, QLocale.FormatType.LongFormat)


def day(at: datetime, now: datetime, zone: tzinfo | None, locale: QLocale) -> str:
    """A day line: Today, Yesterday, or the date; with the year only when it is another."""
    date, today = at.astimezone(zone).date(), now.astimezone(zone).date()
    if date == today:
        return tr("conversation", "Today")
    if date == today - timedelta(days=1):
        return tr("conversation", "Yesterday")
    pattern = "dddd d MMMM" if date.year == today.year else "d MMMM yyyy"
    return locale.toString(QDate(date.year, date.month, date.day), pattern)


def kind(channel: Channel | None, of: Kind) -> str:
    """What sort of thread it is and where, such as "Instagram message"."""
    name = channel.name if channel is not None else ""
    match of:
        case Kind.DM:
            return tr("conversation", "{channel} message").format(channel=name).strip()
        case Kind.COMMENT:
            return tr("conversation", "{channel} comment").format(channel=name).strip()
        case Kind.MENTION:
            return tr("conversation", "{channel} mention").format(channel=name).strip()
        case Kind.REVIEW:
            return tr("conversation", "{channel} review").format(channel=name).strip()


HAPPENING_ICONS: Mapping[str, str] = {
    "assigned": "arrow-right",
    "routed": "arrow-right",
    "unassigned": "arrow-left",
    "done": "check",
    "reopened": "arrow-counter-clockwise",
    "snoozed": "clock",
    "waiting": "clock",
    "woke": "clock",
    "tagged": "tag",
    "untagged": "tag",
    "prioritised": "flag",
    "liked": "heart",
    "deleted": "trash",
    "sent": "paper-plane-tilt",
    "muted": "bell-slash",
    "unmuted": "bell",
    "platform:hide": "eye-slash",
    "platform:unhide": "eye",
    "platform:remove": "trash",
    "platform:block": "prohibit",
    "platform:unblock": "check",
    "platform:report": "flag",
    "platform:private": "lock-simple",
    "platform:edit": "pencil-simple",
    "platform:mute": "bell-slash",
    "platform:unmute": "bell",
    "let_through": "eye",
    "shielded": "eye-slash",
    "expired": "clock",
    "merged": "git-merge",
    "parted": "git-fork",
    "through:dm": "chat-circle",
    "through:comment": "chat-circle",
    "through:mention": "at",
    "through:review": "star",
    "forgotten": "trash",
    "rule": "lightning",
}


def first_word(name: str) -> str:
    """How the team calls one of its own: by the first word of the name."""
    return name.split(maxsplit=1)[0] if name.split() else name


def happening(one: Happening, people: Mapping[str, Person]) -> str:
    """What somebody did, in one sentence. `people` are the members by name."""
    who = first_word(one.person_name) or tr("conversation", "SocialDesk")
    known = people.get(one.person_name)
    is_mine = known is not None and known.is_me
    detail = one.detail
    target = people.get(detail)
    to_me = target is not None and target.is_me
    match one.what, is_mine:
        case "assigned", False if to_me:
            return tr("conversation", "{who} assigned this to you").format(who=who)
        case "assigned", True if to_me:
            return tr("conversation", "You took this")
        case "assigned", True:
            return tr("conversation", "You assigned this to {whom}").format(whom=first_word(detail))
        case "assigned", False if detail == one.person_name:
            return tr("conversation", "{who} took this").format(who=who)
        case "assigned", False:
            return tr("conversation", "{who} assigned this to {whom}").format(who=who, whom=first_word(detail))
        case "rule", _:
            return by_rule(detail)
        case "routed", _:
            from socialdesk.desktop.places.conversation import routed  # only where threads are given out

            return routed.sentence(detail, people)
        case "woke", _:
            return tr("conversation", "Back from snooze")
        case "expired", _:
            return tr("conversation", "The words of older messages were removed: they are past the time you keep them")
        case "forgotten", _:
            return tr("conversation", "Somebody asked to be forgotten; what they wrote here is gone")
        case what, mine:
            return _done(what, detail, tr("conversation", "You") if mine else who)


def _done(what: str, detail: str, who: str) -> str:
    sentences = {
        "unassigned": tr("conversation", "{who} gave this back"),
        "done": tr("conversation", "{who} marked this done"),
        "reopened": tr("conversation", "{who} reopened this"),
        "snoozed": tr("conversation", "{who} snoozed this"),
        "waiting": tr("conversation", "{who} let this wait on the contact"),
        "tagged": tr("conversation", "{who} added the tag {detail}"),
        "untagged": tr("conversation", "{who} removed the tag {detail}"),
        "prioritised": tr("conversation", "{who} set the priority to {detail}"),
        "liked": tr("conversation", "{who} liked a message"),
        "deleted": tr("conversation", "{who} deleted a message"),
        "sent": tr("conversation", "{who} let an answer go"),
        "muted": tr("conversation", "{who} muted this"),
        "unmuted": tr("conversation", "{who} unmuted this"),
        "platform:hide": tr("conversation", "{who} hid a message from the public"),
        "platform:unhide": tr("conversation", "{who} showed a hidden message again"),
        "platform:remove": tr("conversation", "{who} deleted somebody’s message"),
        "platform:block": tr("conversation", "{who} blocked this person"),
        "platform:unblock": tr("conversation", "{who} let this person in again"),
        "platform:report": tr("conversation", "{who} reported a message"),
        "platform:private": tr("conversation", "{who} answered privately"),
        "platform:edit": tr("conversation", "{who} corrected an answer"),
        "platform:mute": tr("conversation", "{who} muted this on the platform"),
        "platform:unmute": tr("conversation", "{who} unmuted this on the platform"),
        "let_through": tr("conversation", "{who} let this through"),
        "merged": tr("conversation", "{who} put another thread of this person with this one"),
        "parted": tr("conversation", "{who} took a thread apart from this one"),
        "through:dm": tr("conversation", "On {detail}, as a message"),
        "through:comment": tr("conversation", "On {detail}, as a comment"),
        "through:mention": tr("conversation", "On {detail}, as a mention"),
        "through:review": tr("conversation", "On {detail}, as a review"),
        "shielded": tr("conversation", "{who} kept this out of sight"),
    }
    sentence = sentences.get(what)
    return f"{who}: {what} {detail}".strip() if sentence is None else sentence.format(who=who, detail=detail)


def attachment(one: Attachment) -> tuple[str, str]:
    """(icon, words) of something that came with a message: by its kind, size and description, never loaded."""
    icon, what = {
        "image": ("image", tr("conversation", "Picture")),
        "video": ("video-camera", tr("conversation", "Video")),
        "audio": ("speaker-high", tr("conversation", "Recording")),
        "link": ("link", tr("conversation", "Link")),
    }.get(one.kind, ("file", tr("conversation", "File")))
    parts = [what, one.alt or one.media_type]
    if one.size_bytes is not None:
        parts.append(QLocale().formattedDataSize(one.size_bytes))
    return icon, " · ".join(part for part in parts if part)


def without_words(message: Message) -> str:
    """What stands in the place of a message of which there is nothing to show."""
    if message.deleted_at is not None:
        return tr("conversation", "This was deleted on the network. Nothing of it is kept here.")
    return tr("conversation", "This network does not pass on what was sent here.")


def marks(message: Message, clock: Callable[[datetime], str]) -> str:
    """What happened to a message after it was written; empty for most."""
    if message.deleted_at is not None and message.direction is Direction.IN:
        return tr("conversation", "deleted on the network, {time}").format(time=clock(message.deleted_at))
    if message.deleted_at is not None:
        return tr("conversation", "deleted {time}").format(time=clock(message.deleted_at))
    if message.edited_at is not None:
        return tr("conversation", "edited {time}").format(time=clock(message.edited_at))
    return ""
