"""Makes the commands that deal with kept messages on their platform; they wait for the undo time like every answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from socialdesk.model.command import ThreadCommand
from socialdesk.model.identifiers import MessageId
from socialdesk.model.moderation import BlockPerson, HideMessage, ReportMessage, ReportReason
from socialdesk.model.shield.values import ShieldKind, kind_of
from socialdesk.model.thread import Thread

UNDO = timedelta(seconds=10)
_REASONS = {
    ShieldKind.THREAT: ReportReason.THREAT,
    ShieldKind.SEXUAL: ReportReason.SEXUAL,
    ShieldKind.SCAM: ReportReason.SPAM,
    ShieldKind.SPAM: ReportReason.SPAM,
}


def dealing(
    messages: Sequence[MessageId], thread: Thread, now: datetime, *, hides: bool, blocks: bool, reports: bool
) -> list[ThreadCommand]:
    """The commands about these messages; who wrote the newest is blocked."""
    at = now + UNDO
    found: list[ThreadCommand] = []
    if hides:
        found += [HideMessage(thread.id, one, at) for one in messages]
    if blocks and messages:
        found.append(BlockPerson(thread.id, messages[-1], at))
    if reports:
        kind = kind_of(thread.shield)
        reason = _REASONS.get(kind, ReportReason.ABUSE) if kind is not None else ReportReason.OTHER
        found += [ReportMessage(thread.id, one, reason, "", at) for one in messages]
    return found
