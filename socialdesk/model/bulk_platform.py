"""Decides what an act on a platform does to many threads: which message of each it is about, who is left out and why.

What a channel cannot do follows from its capabilities; nothing here knows a platform by name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from socialdesk.model.capability import Capabilities, Level
from socialdesk.model.command import DeleteOwn, Like, ThreadCommand
from socialdesk.model.identifiers import ChannelId, ThreadId
from socialdesk.model.message import Message
from socialdesk.model.moderation import BlockPerson, HideMessage, RemoveMessage, ReportMessage, ReportReason
from socialdesk.model.thread import Thread


class PlatformAct(StrEnum):
    """What can be done on the platforms to many at once."""

    LIKE = "like"
    UNLIKE = "unlike"
    HIDE = "hide"
    UNHIDE = "unhide"
    REMOVE = "remove"
    DELETE = "delete"
    """Of what we wrote ourselves; all others are about what somebody else wrote."""
    BLOCK = "block"
    UNBLOCK = "unblock"
    REPORT = "report"

    @property
    def needs(self) -> str:
        """The capability without which a channel cannot do it."""
        return _NEEDS.get(self, self.value)

    @property
    def is_for_good(self) -> bool:
        """Whether it can't be taken back once it has left."""
        return self in (PlatformAct.REMOVE, PlatformAct.DELETE, PlatformAct.REPORT)


ACTS = {
    "thread.like": PlatformAct.LIKE,
    "thread.unlike": PlatformAct.UNLIKE,
    "message.hide": PlatformAct.HIDE,
    "message.unhide": PlatformAct.UNHIDE,
    "message.remove": PlatformAct.REMOVE,
    "message.delete": PlatformAct.DELETE,
    "message.block": PlatformAct.BLOCK,
    "message.unblock": PlatformAct.UNBLOCK,
    "message.report": PlatformAct.REPORT,
}
"""By the id of the act that a person chooses."""
_NEEDS = {PlatformAct.UNLIKE: "like", PlatformAct.UNHIDE: "hide", PlatformAct.UNBLOCK: "block"}
_STANDS = {
    PlatformAct.HIDE: ("hidden", True),
    PlatformAct.UNHIDE: ("hidden", False),
    PlatformAct.BLOCK: ("blocked", True),
    PlatformAct.UNBLOCK: ("blocked", False),
    PlatformAct.REPORT: ("reported", True),
    PlatformAct.DELETE: ("deleted", True),
}


class WhyNot(StrEnum):
    """Why an act passes over a thread."""

    UNSUPPORTED = "unsupported"
    """The platform has no such act there."""
    FORBIDDEN = "forbidden"
    """The platform has it, and does not let us."""
    OWN_POSTS = "own_posts"
    """The platform lets us only below posts of our own."""
    NOTHING = "nothing"
    """Nobody else wrote there, or it is gone."""
    NOTHING_OWN = "nothing_own"
    """We wrote nothing there, or it is gone."""
    NOBODY = "nobody"
    """Who wrote it is not known."""
    SHIELDED = "shielded"
    """Kept out of sight: somebody must read it first."""
    COLLEAGUE = "colleague"
    ALREADY = "already"
    SAME_PERSON = "same_person"
    """The same person is blocked by another of the threads."""
    SKIPPED = "skipped"
    """A person left it out."""


@dataclass(frozen=True, slots=True)
class Said:
    """What acts on a thread are about. `stands` is what was done already: hidden, blocked, reported, liked."""

    message: Message | None
    stands: frozenset[str] = frozenset()
    is_on_own_post: bool = False
    own: Message | None = None
    """The newest answer of ours that stands there, where that was asked for."""


@dataclass(frozen=True, slots=True)
class Target:
    """One thread with the message that the act is about, and why it is left out if it is."""

    thread: Thread
    message: Message | None
    why_not: WhyNot | None = None


def judged(
    act: PlatformAct,
    threads: Iterable[Thread],
    said: Mapping[ThreadId, Said],
    can: Callable[[Thread], Capabilities | None],
    answering: Container[ThreadId] = (),
) -> tuple[Target, ...]:
    """Each thread with what stands against the act; `answering` are those a colleague is answering."""
    found: list[Target] = []
    blocked: set[tuple[ChannelId, str]] = set()
    for thread in threads:
        about = said.get(thread.id, Said(None))
        message = about.own if act is PlatformAct.DELETE else about.message
        why = _against(act, thread, about, can(thread), answering)
        if why is None and act in (PlatformAct.BLOCK, PlatformAct.UNBLOCK) and message is not None:
            person = (thread.channel_id, message.author_remote_id)
            why = WhyNot.SAME_PERSON if person in blocked else None
            blocked.add(person)
        found.append(Target(thread, message, why))
    return tuple(found)


def _against(
    act: PlatformAct, thread: Thread, about: Said, can: Capabilities | None, answering: Container[ThreadId]
) -> WhyNot | None:
    level = can.level(act.needs) if can is not None else Level.UNSUPPORTED
    if level is Level.FORBIDDEN:
        return WhyNot.FORBIDDEN
    if level < Level.PARTIAL:
        return WhyNot.UNSUPPORTED
    if act is PlatformAct.HIDE and level is Level.PARTIAL and not about.is_on_own_post:
        return WhyNot.OWN_POSTS
    message = about.own if act is PlatformAct.DELETE else about.message
    if message is None:
        return WhyNot.NOTHING_OWN if act is PlatformAct.DELETE else WhyNot.NOTHING
    if act.needs == "block" and not message.author_remote_id:
        return WhyNot.NOBODY
    if act is PlatformAct.LIKE and thread.is_shielded:
        return WhyNot.SHIELDED
    if thread.id in answering:
        return WhyNot.COLLEAGUE
    if act.needs == "like":
        is_liked = message.is_liked or "liked" in about.stands
        return WhyNot.ALREADY if is_liked is (act is PlatformAct.LIKE) else None
    told = _STANDS.get(act)
    if told is not None and (told[0] in about.stands) is told[1]:
        return WhyNot.ALREADY
    return None


def goes(targets: Iterable[Target]) -> tuple[Target, ...]:
    """Those that the act is done to."""
    return tuple(one for one in targets if one.why_not is None)


def skipped(target: Target) -> Target:
    """A target that a person leaves out, or takes in again."""
    if target.why_not is None:
        return replace(target, why_not=WhyNot.SKIPPED)
    return replace(target, why_not=None) if target.why_not is WhyNot.SKIPPED else target


def left_out(targets: Iterable[Target]) -> Mapping[WhyNot, int]:
    """How many it passes over, by the reason."""
    return Counter(one.why_not for one in targets if one.why_not is not None)


def commands(
    act: PlatformAct,
    targets: Sequence[Target],
    times: Sequence[datetime],
    reason: ReportReason = ReportReason.OTHER,
    text: str = "",
) -> tuple[tuple[Thread, ThreadCommand], ...]:
    """The commands for those it is done to, each with the moment it may leave."""
    made: list[tuple[Thread, ThreadCommand]] = []
    for one, at in zip(targets, times, strict=True):
        if one.message is not None:
            made.append((one.thread, _command(act, one.thread.id, one.message, at, reason, text)))
    return tuple(made)


def _command(  # noqa: PLR0917 - the parts of one act
    act: PlatformAct, thread: ThreadId, message: Message, at: datetime, reason: ReportReason, text: str
) -> ThreadCommand:
    match act:
        case PlatformAct.LIKE | PlatformAct.UNLIKE:
            return Like(thread, message.id, act is PlatformAct.LIKE, at)
        case PlatformAct.HIDE | PlatformAct.UNHIDE:
            return HideMessage(thread, message.id, at, on=act is PlatformAct.HIDE)
        case PlatformAct.REMOVE:
            return RemoveMessage(thread, message.id, at)
        case PlatformAct.DELETE:
            return DeleteOwn(thread, message.id, at)
        case PlatformAct.BLOCK | PlatformAct.UNBLOCK:
            return BlockPerson(thread, message.id, at, on=act is PlatformAct.BLOCK)
        case PlatformAct.REPORT:
            return ReportMessage(thread, message.id, reason, text, at)
