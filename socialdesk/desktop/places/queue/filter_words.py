"""Says conditions in words, for chips and the filter card; gets the names of channels and people, asks nobody."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.places.queue import words
from socialdesk.desktop.widgets.languages import name_of
from socialdesk.desktop.widgets.plain_text import one_line, safe_name
from socialdesk.desktop.widgets.topic_words import topic_words
from socialdesk.model.condition import FLAGS, All, AnyOf, Condition, Field, Is, Not, waiting_at_least
from socialdesk.model.identifiers import ChannelId, PersonId
from socialdesk.model.thread import Kind, Priority
from socialdesk.model.triage_policy import Signal

tr = QCoreApplication.translate
WAITING_MINUTES = (60, 240, 1440, 4320)


def field(which: Field) -> str:
    """What a condition looks at."""
    return {
        Field.CHANNEL: tr("filter", "Channel"),
        Field.KIND: tr("filter", "Kind"),
        Field.LANGUAGE: tr("filter", "Language"),
        Field.TAG: tr("filter", "Tag"),
        Field.WHOSE: tr("filter", "Whose"),
        Field.PRIORITY: tr("filter", "Priority"),
        Field.WAITING: tr("filter", "Waiting"),
        Field.VIP: tr("filter", "VIP"),
        Field.ANSWERED: tr("filter", "Answered"),
        Field.SHIELDED: tr("filter", "Shielded"),
        Field.MENTIONS: tr("filter", "Mentions me"),
        Field.UNREAD: tr("filter", "Unread"),
        Field.SIGNAL: tr("filter", "What is said"),
        Field.TOPIC: tr("filter", "Topic"),
    }[which]


def hint(which: Field) -> str:
    """Where the values of a field come from, of fields that would else be taken for each other; empty for others."""
    return {
        Field.TAG: tr("filter", "set by you, the team and rules"),
        Field.TOPIC: tr("filter", "told from the words they write"),
    }.get(which, "")


def not_flag(which: Field) -> str:
    """How a condition reads that asks for a flag not to be set."""
    return {
        Field.VIP: tr("filter", "Not VIP"),
        Field.ANSWERED: tr("filter", "Not answered"),
        Field.SHIELDED: tr("filter", "Not shielded"),
        Field.MENTIONS: tr("filter", "Does not mention me"),
        Field.UNREAD: tr("filter", "Read"),
    }[which]


def kind(value: str) -> str:
    """A kind of thread, in the plural of a filter."""
    return {
        Kind.DM.value: tr("filter", "Messages", "direct messages, as a filter"),
        Kind.COMMENT.value: tr("filter", "Comments"),
        Kind.MENTION.value: tr("filter", "Mentions"),
        Kind.REVIEW.value: tr("filter", "Reviews"),
    }.get(value, value)


def priority(value: str) -> str:
    """A priority."""
    return {
        Priority.LOW.value: tr("filter", "Low", "a priority"),
        Priority.NORMAL.value: tr("filter", "Normal", "a priority"),
        Priority.HIGH.value: tr("filter", "High", "a priority"),
        Priority.URGENT.value: tr("filter", "Urgent", "a priority"),
    }.get(value, value)


def signal(value: str) -> str:
    """What can be told of messages that wait."""
    return {
        Signal.QUESTION.value: tr("filter", "A question"),
        Signal.COMPLAINT.value: tr("filter", "Complaint words"),
        Signal.REPEATED.value: tr("filter", "Wrote again"),
        Signal.ELSEWHERE.value: tr("filter", "Wrote elsewhere, too"),
        Signal.OTHERS.value: tr("filter", "Others join in"),
        Signal.LIKES.value: tr("filter", "Many people like it"),
        Signal.REACH.value: tr("filter", "Many followers"),
        Signal.UNSPOKEN.value: tr("filter", "A language nobody here speaks"),
        Signal.LINK.value: tr("filter", "A link"),
        Signal.EMAIL.value: tr("filter", "An e-mail address"),
        Signal.PHONE.value: tr("filter", "A phone number"),
        Signal.ORDER_NUMBER.value: tr("filter", "An order number"),
    }.get(value, one_line(value))


def waiting(minutes: int) -> str:
    """For how long nobody has answered."""
    return tr("filter", "Over {span}", "waiting for longer than a span of time").format(
        span=words.span(timedelta(minutes=minutes))
    )


class Said:
    """Says conditions with the names of this workspace."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge

    def value(self, which: Field, value: str) -> str:
        """One value of a field."""
        names: dict[Field, Callable[[str], str]] = {
            Field.CHANNEL: self._channel,
            Field.KIND: kind,
            Field.LANGUAGE: lambda code: name_of(code) if code else tr("filter", "No language known"),
            Field.TAG: one_line,
            Field.WHOSE: self._whose,
            Field.PRIORITY: priority,
            Field.WAITING: lambda minutes: waiting(int(minutes)),
            Field.SIGNAL: signal,
            Field.TOPIC: topic_words,
        }
        made = names.get(which)
        return made(value) if made is not None else field(which)

    def __call__(self, condition: Condition) -> str:
        """A condition as a chip says it."""
        match condition:
            case Is(which) if which in FLAGS:
                return field(which)
            case Not(Is(which)) if which in FLAGS:
                return not_flag(which)
            case Is(Field.WAITING):
                minutes = int(waiting_at_least(condition).total_seconds() // 60)
                return tr("filter", "{field}: {values}").format(field=field(Field.WAITING), values=waiting(minutes))
            case Is(which, values):
                return tr("filter", "{field}: {values}").format(field=field(which), values=self._values(which, values))
            case Not(Is(which, values)):
                said = tr("filter", "{field}: not {values}", "what a filter leaves out")
                return said.format(field=field(which), values=self._values(which, values))
            case Not(part):
                return tr("filter", "not ({part})", "the contrary of a condition").format(part=self(part))
            case All(parts):
                return tr("filter", " and ", "between two conditions that must both hold").join(map(self, parts))
            case AnyOf(parts):
                return tr("filter", " or ", "between two conditions of which one must hold").join(map(self, parts))

    def _values(self, which: Field, values: frozenset[str]) -> str:
        said = sorted((self.value(which, value) for value in values), key=str.casefold)
        return tr("filter", " or ", "between two conditions of which one must hold").join(said)

    def _channel(self, value: str) -> str:
        found = self._bridge.channel(ChannelId(int(value))) if value.isdecimal() else None
        return safe_name(found.name) if found is not None else tr("filter", "A channel that is gone")

    def _whose(self, value: str) -> str:
        if value == "mine":
            return tr("filter", "Mine", "threads that are assigned to me")
        if value == "nobody":
            return tr("filter", "Nobody’s", "threads that are assigned to nobody")
        found = self._bridge.person(PersonId(int(value))) if value.isdecimal() else None
        return safe_name(found.name) if found is not None else tr("filter", "Somebody who is gone")
