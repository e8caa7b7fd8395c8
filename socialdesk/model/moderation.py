"""Gives the acts on what others wrote, and on who wrote it: commands as values; knows no platform.

They are commands like any other and are read, written and folded with them; they stand apart because each has its
opposite on the platform or, stated here, none.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, TypeAlias

from socialdesk.model.identifiers import MessageId, ThreadId


class ReportReason(StrEnum):
    """What a report to a platform says is wrong; each platform has words of its own for these."""

    SPAM = "spam"
    ABUSE = "abuse"
    THREAT = "threat"
    SEXUAL = "sexual"
    ILLEGAL = "illegal"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class HideMessage:
    """Hide what somebody wrote from the public, or with `on` False show it again."""

    name: ClassVar[str] = "hide_message"
    thread: ThreadId
    message: MessageId
    not_before: datetime
    on: bool = True


@dataclass(frozen=True, slots=True)
class RemoveMessage:
    """Delete what somebody else wrote, where a platform lets us. Once it has left there is no way back."""

    name: ClassVar[str] = "remove_message"
    thread: ThreadId
    message: MessageId
    not_before: datetime


@dataclass(frozen=True, slots=True)
class BlockPerson:
    """Block who wrote `message` for the channel's account, or with `on` False let them in again."""

    name: ClassVar[str] = "block_person"
    thread: ThreadId
    message: MessageId
    not_before: datetime
    on: bool = True


@dataclass(frozen=True, slots=True)
class ReportMessage:
    """Report a message to the platform, with words of ours. Once it has left there is no way back."""

    name: ClassVar[str] = "report_message"
    thread: ThreadId
    message: MessageId
    reason: ReportReason
    text: str
    not_before: datetime


@dataclass(frozen=True, slots=True)
class MuteThread:
    """Keep a thread out of the queue whatever is written in it, or with `on` False let it in again.

    With `there` the platform is told, too: it then sends no notices of this thread.
    """

    name: ClassVar[str] = "mute_thread"
    thread: ThreadId
    not_before: datetime
    on: bool = True
    there: bool = False


@dataclass(frozen=True, slots=True)
class AnswerPrivately:
    """Answer a public message in a message that only its writer reads. Once it has left there is no way back."""

    name: ClassVar[str] = "answer_privately"
    thread: ThreadId
    message: MessageId
    text: str
    not_before: datetime


Moderation: TypeAlias = HideMessage | RemoveMessage | BlockPerson | ReportMessage | MuteThread | AnswerPrivately

NEEDS: dict[str, str] = {
    "hide": "hide",
    "unhide": "hide",
    "remove": "remove",
    "block": "block",
    "unblock": "block",
    "report": "report",
    "private": "reply_privately",
    "edit": "edit",
    "mute": "mute",
    "unmute": "mute",
}
"""By act as the outbox names it, the capability of the channel without which it is refused."""

LIKES = ("like", "unlike")
"""The acts that every member of the audience has as well; what became of them shows at the message itself."""

OPPOSITE: dict[str, str] = {
    "like": "unlike",
    "unlike": "like",
    "hide": "unhide",
    "unhide": "hide",
    "block": "unblock",
    "unblock": "block",
    "mute": "unmute",
    "unmute": "mute",
}
"""What takes an act back that the platform has; an act that is missing can't be taken back once it has left."""

STANDS: dict[str, tuple[str, bool]] = {
    "hide": ("hidden", True),
    "unhide": ("hidden", False),
    "block": ("blocked", True),
    "unblock": ("blocked", False),
    "mute": ("muted", True),
    "unmute": ("muted", False),
    "report": ("reported", True),
}
"""By act, what stands on the platform once it has it, and whether it then stands or no longer does."""


def act_of(command: Moderation) -> str:
    """The act of a command as the outbox names it."""
    match command:
        case HideMessage(on=on):
            return "hide" if on else "unhide"
        case RemoveMessage():
            return "remove"
        case BlockPerson(on=on):
            return "block" if on else "unblock"
        case ReportMessage():
            return "report"
        case AnswerPrivately():
            return "private"
        case MuteThread(on=on):
            return "mute" if on else "unmute"
