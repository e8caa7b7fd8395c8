"""Reads what the clocks of one thread go by, and the policies that counted while it was written in."""

from __future__ import annotations

from dataclasses import replace

from socialdesk.model.policy_form import NotAPolicy, read
from socialdesk.model.reply_policy import ALWAYS_A_DAY, ReplyPolicy
from socialdesk.model.reply_times import Step, Time, Versions, What, times
from socialdesk.model.thread import Thread
from socialdesk.store.cache import Cache
from socialdesk.support.clock import from_ms

MOST = 5_000
"""So many of the newest messages are looked at."""
SAID = (
    "SELECT m.created_at, m.direction, c.clocks_from_at IS NOT NULL AND m.created_at < c.clocks_from_at"
    " FROM message m JOIN channel c ON c.id = m.channel_id"
    " WHERE m.thread_id = ? AND m.external_id IS NOT NULL AND m.deleted_at IS NULL AND m.state != 'canceled'"
    " ORDER BY m.created_at DESC, m.id DESC LIMIT ?"
)
DONE = "SELECT happened_at, what FROM happening WHERE thread_id = ? ORDER BY happened_at"
_WHAT = {
    "done": What.DONE,
    "waiting": What.WAITING,
    "reopened": What.OPENED,
    "snoozed": What.OPENED,
    "woke": What.OPENED,
    "muted": What.OPENED,
    "unmuted": What.OPENED,
}


def reply_times(cache: Cache, thread: Thread) -> tuple[Time, ...]:
    """Every clock of a thread, by its start."""
    steps = [
        Step(from_ms(at), What.ASKED if direction == "in" else What.ANSWERED_BEFORE if is_old else What.ANSWERED)
        for at, direction, is_old in cache.ask(SAID, (thread.id, MOST))
        # History from before the channel was connected starts no clock.
        if not (is_old and direction == "in")
    ]
    steps += [Step(from_ms(at), _WHAT[what]) for at, what in cache.ask(DONE, (thread.id,)) if what in _WHAT]
    return times(thread, steps, versions(cache))


def versions(cache: Cache) -> Versions:
    """All policies that ever counted."""
    found = cache.ask("SELECT made_at, policy, version FROM reply_policy ORDER BY version")
    return Versions([(from_ms(at), _read(policy, version)) for at, policy, version in found])


def _read(policy: str, version: int) -> ReplyPolicy:
    try:
        return read(policy, version)
    except NotAPolicy:
        return replace(ALWAYS_A_DAY, version=version)
