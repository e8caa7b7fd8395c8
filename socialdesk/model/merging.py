"""Decides what two threads of one person are together, and what each is when they are taken apart again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import ClassVar, TypeAlias, TypeVar

from socialdesk.model.identifiers import ThreadId
from socialdesk.model.reply_policy import ReplyPolicy
from socialdesk.model.thread import Pauses, Priority, Status, Thread, pause_ended

_Value = TypeVar("_Value")
_RANK = (Priority.LOW, Priority.NORMAL, Priority.HIGH, Priority.URGENT)


@dataclass(frozen=True, slots=True)
class MergeThreads:
    """Show and triage `other` as part of `thread`, which stays. `merge` names this act, to take it back by."""

    name: ClassVar[str] = "merge_threads"
    thread: ThreadId
    other: ThreadId
    merge: str


@dataclass(frozen=True, slots=True)
class UnmergeThreads:
    """Take a merge back: both threads are what they were, with what came to each since."""

    name: ClassVar[str] = "unmerge_threads"
    thread: ThreadId
    other: ThreadId
    merge: str


Merging: TypeAlias = MergeThreads | UnmergeThreads


@dataclass(frozen=True, slots=True)
class Said:
    """What the messages of one thread say of it, told from the messages alone."""

    last_in: datetime | None
    last_out: datetime | None
    waiting_since: datetime | None
    """The oldest message of the contact after `last_out`."""
    new_in: int
    """Messages of the contact that came since the merge."""
    preview: str
    preview_is_own: bool
    last_message_id: int


def joined(kept: Thread, away: Thread, policy: ReplyPolicy) -> Thread:
    """Both as one: the oldest wait stays, nothing unread is lost, and what waits for an answer is open."""
    newest = away if away.last_at > kept.last_at else kept
    is_open = Status.OPEN in (kept.status, away.status)
    both = replace(
        kept,
        status=Status.OPEN if is_open else kept.status,
        snoozed_until=None if is_open else kept.snoozed_until,
        created_at=min(kept.created_at, away.created_at),
        last_in_at=_latest(kept.last_in_at, away.last_in_at),
        last_out_at=_latest(kept.last_out_at, away.last_out_at),
        waiting_since=_earliest(kept.waiting_since, away.waiting_since),
        preview=newest.preview,
        preview_is_own=newest.preview_is_own,
        assignee_id=kept.assignee_id if kept.assignee_id is not None else away.assignee_id,
        priority=max(kept.priority, away.priority, key=_RANK.index),
        unread=kept.unread + away.unread,
        tags=tuple(dict.fromkeys((*kept.tags, *away.tags))),
        attachments=kept.attachments + away.attachments,
        is_vip=kept.is_vip or away.is_vip,
        shield=kept.shield or away.shield,
        mentions_me=kept.mentions_me or away.mentions_me,
        last_message_id=max(kept.last_message_id, away.last_message_id),
        began_again_at=_latest(kept.began_again_at, away.began_again_at),
    )
    return policy.promised(replace(both, pauses=_rests(kept, away, both)))


def parted(was: Thread, together: Thread, now: Thread, said: Said, policy: ReplyPolicy) -> Thread:
    """What one of the two becomes: as it `was`, with what was done to both and what came to it since.

    `together` is what both were just after the merge, `now` what they are; `said` is what its own messages say now.
    """
    after = replace(
        was,
        assignee_id=_kept(was.assignee_id, together.assignee_id, now.assignee_id),
        priority=_kept(was.priority, together.priority, now.priority),
        is_vip=_kept(was.is_vip, together.is_vip, now.is_vip),
        shield=_kept(was.shield, together.shield, now.shield),
        mentions_me=_kept(was.mentions_me, together.mentions_me, now.mentions_me),
        tags=_tags(was.tags, together.tags, now.tags),
        contact_id=now.contact_id,
    )
    has_spoken = said.last_out is not None and (was.last_out_at is None or said.last_out > was.last_out_at)
    has_heard = said.new_in > 0
    if now.status is not together.status or now.snoozed_until != together.snoozed_until:
        # Done, put off or opened again: that was said of both.
        after = replace(after, status=now.status, snoozed_until=now.snoozed_until)
    elif has_heard and was.status is not Status.MUTED:
        after = replace(after, status=Status.OPEN, snoozed_until=None)
    if now.unread < together.unread + said.new_in:
        after = replace(after, unread=min(now.unread, was.unread + said.new_in))
    elif has_heard:
        after = replace(after, unread=was.unread + said.new_in)
    if has_spoken or has_heard:
        waiting = said.waiting_since if has_spoken else _earliest(was.waiting_since, said.waiting_since)
        after = replace(
            after,
            last_in_at=_latest(was.last_in_at, said.last_in),
            last_out_at=_latest(was.last_out_at, said.last_out),
            waiting_since=waiting,
            preview=said.preview,
            preview_is_own=said.preview_is_own,
            last_message_id=max(was.last_message_id, said.last_message_id),
        )
    if after.waiting_since is None:
        after = replace(after, pauses=())
    elif after.status is not Status.WAITING:
        after = replace(after, pauses=pause_ended(after.pauses, now.last_at))
    return policy.promised(after)


def _rests(kept: Thread, away: Thread, both: Thread) -> Pauses:
    """The pauses of the oldest wait; what the other one asks ends them as if it had been written there."""
    longest, other = (away, kept) if both.waiting_since != kept.waiting_since else (kept, away)
    if both.status is Status.WAITING or longest.waiting_since is None:
        return longest.pauses
    return pause_ended(longest.pauses, other.waiting_since or other.last_at)


def _kept(was: _Value, together: _Value, now: _Value) -> _Value:
    return was if now == together else now


def _tags(was: tuple[str, ...], together: tuple[str, ...], now: tuple[str, ...]) -> tuple[str, ...]:
    gone, new = set(together) - set(now), [tag for tag in now if tag not in together]
    return tuple(dict.fromkeys((*(tag for tag in was if tag not in gone), *new)))


def _latest(one: datetime | None, other: datetime | None) -> datetime | None:
    return max((at for at in (one, other) if at is not None), default=None)


def _earliest(one: datetime | None, other: datetime | None) -> datetime | None:
    return min((at for at in (one, other) if at is not None), default=None)
