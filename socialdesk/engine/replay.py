"""Gets the messages of a thread, gives the thread as if they had come in the order they were written.

Platforms report late, twice and newest first. As long as no person has acted on a thread, where it stands depends only
on what was said; once somebody has, what comes late is added to what they did.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from socialdesk.model.fold import fold_message
from socialdesk.model.message import Message
from socialdesk.model.reply_policy import ALWAYS_A_DAY, ReplyPolicy
from socialdesk.model.thread import Status, Thread


def replayed(
    thread: Thread, messages: Iterable[Message], clocks_from: datetime | None, policy: ReplyPolicy = ALWAYS_A_DAY
) -> Thread:
    """The thread with nothing but `messages` said in it. What was said before `clocks_from` starts no clock."""
    blank = replace(
        thread,
        status=Status.OPEN,
        snoozed_until=None,
        last_in_at=None,
        last_out_at=None,
        waiting_since=None,
        due_at=None,
        began_again_at=None,
        answered_after_ms=None,
        unread=0,
        preview="",
        pauses=(),
        preview_is_own=False,
    )
    there = [message for message in messages if message.external_id is not None]
    for message in sorted(there, key=lambda one: (one.created_at, one.external_id or "")):
        is_old = clocks_from is not None and message.created_at < clocks_from
        # Nobody waits for an answer to what they took back.
        blank = fold_message(blank, message, old=is_old or message.deleted_at is not None, policy=policy)
    return blank


def is_untouched(thread: Thread, messages: Iterable[Message], clocks_from: datetime | None) -> bool:
    """Whether the thread stands where its messages alone have put it."""
    return _standing(thread) == _standing(replayed(thread, messages, clocks_from))


def _standing(thread: Thread) -> tuple[object, ...]:
    return (thread.status, thread.snoozed_until, thread.unread, thread.waiting_since, thread.answered_after_ms,
            thread.pauses)  # fmt: skip
