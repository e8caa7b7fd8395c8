"""Lets signals and the order of the queue follow from other word lists or weights, a slice at a time.

How far it came is in the file itself, so it may end at any slice; what is written meanwhile follows at once.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from socialdesk.model.command import Given
from socialdesk.model.triage_form import NotATriage, read
from socialdesk.model.triage_policy import SetTriagePolicy
from socialdesk.store.cache import Cache
from socialdesk.store.change import Change
from socialdesk.store.change.signals import HEARD, HEARD_TO

FORM = "1"
"""Changes with what is told of a text; then everything that waits is looked at anew."""
BETWEEN_SLICES = timedelta(milliseconds=20)
SLICE = 300


def refused(change: Change, given: Given, command: SetTriagePolicy) -> str:
    """Make another order count; gives the sentence that says why it cannot, and then nothing was changed."""
    try:
        policy = read(command.policy)
    except NotATriage:
        return (
            "These weights or word lists cannot be meant, or this version does not know them. Nothing was changed;"
            " look at them again."
        )
    if command.based_on and command.based_on != change.triage.version:
        return (
            "Somebody changed the order of the queue meanwhile. Nothing was changed; look at theirs, then save yours."
        )
    change.put_triage(policy, given.person, given.at)
    change.log_event(given.at, given.person, "order of the queue changed", str(change.triage.version), "")
    _slice(change)  # few wait in most workspaces: then every thread moves at the same instant
    return ""


class Hearing:
    """The signals of one cache."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self.next: datetime | None = None
        """When there is more to do; None when everything follows."""

    def step(self, now: datetime) -> None:
        """Do one slice, if there is anything."""
        self.next = None
        if self._cache.setting(HEARD) == _wanted(self._cache.triage_policy().version):
            return
        with self._cache.change() as change:
            is_more = _slice(change)
        self.next = now + BETWEEN_SLICES if is_more else None

    def finish(self, now: datetime) -> None:
        """Do all slices."""
        self.step(now)
        while self.next is not None:
            self.step(now)


def _wanted(version: int) -> str:
    return f"{FORM}.{version}"


def _slice(change: Change) -> bool:
    wanted = _wanted(change.triage.version)
    of, _, to = change.heard_to().partition(":")
    after = int(to) if of == wanted and to.isdigit() else 0
    reached = change.hear(after, SLICE)
    change.set_setting(HEARD_TO, "" if reached is None else f"{wanted}:{reached}")
    if reached is None:
        change.set_setting(HEARD, wanted)
    return reached is not None
