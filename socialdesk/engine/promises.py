"""Makes another reply policy count, and lets every due time follow from it, a slice at a time.

What is still to follow is in the file itself, so it may end at any slice; a thread that is written meanwhile follows
the new policy at once.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from socialdesk.model.calendar import Calendar
from socialdesk.model.command import Given
from socialdesk.model.policy_command import SetReplyPolicy
from socialdesk.model.policy_form import NotAPolicy, read
from socialdesk.model.public_holidays import days, is_known
from socialdesk.model.reply_policy import ReplyPolicy
from socialdesk.store.cache import Cache
from socialdesk.store.change import Change

BETWEEN_SLICES = timedelta(milliseconds=20)
SLICE = 400
YEARS_AHEAD = 2
"""For how many years after this one the holidays are known. Every target ends within that."""


def refused(change: Change, given: Given, command: SetReplyPolicy) -> str:
    """Make a policy count; gives the sentence that says why it cannot, and then nothing was changed."""
    try:
        policy = read(command.policy)
    except NotAPolicy:
        return (
            "These hours cannot be meant, or this version does not know them. Nothing was changed; look at them again."
        )
    if command.based_on and command.based_on != change.policy.version:
        return (
            "Somebody changed the hours or the targets meanwhile. Nothing was changed; look at them, then save yours."
        )
    if any(one.country and not is_known(one.country, one.region) for one in _calendars(policy)):
        return "This version does not know the public holidays of that country or region. Nothing was changed."
    change.put_policy(with_holidays(policy, given.at.year), given.person, given.at)
    # Few wait in most workspaces: then every due time follows at the same instant.
    change.promise(SLICE)
    change.log_event(given.at, given.person, "reply policy changed", str(change.policy.version), "")
    return ""


def with_holidays(policy: ReplyPolicy, year: int) -> ReplyPolicy:
    """The policy with the public holidays from the year before to some years on."""

    def renewed(calendar: Calendar) -> Calendar:
        known = days(calendar.country, calendar.region, range(year - 1, year + YEARS_AHEAD + 1))
        return replace(calendar, holidays=known)

    special = tuple(
        one if one.calendar is None else replace(one, calendar=renewed(one.calendar)) for one in policy.special
    )
    return replace(policy, calendar=renewed(policy.calendar), special=special)


def _calendars(policy: ReplyPolicy) -> list[Calendar]:
    return [policy.calendar, *(one.calendar for one in policy.special if one.calendar is not None)]


class Promises:
    """The due times of one cache."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._looked: int | None = None
        self.next: datetime | None = None
        """When there is more to do; None when every due time follows."""

    def step(self, now: datetime) -> None:
        """Do one slice, if there is anything; a new year brings its holidays along."""
        self.next = None
        if self._looked != now.year:
            self._looked = now.year
            self._renew(now)
        if self._cache.is_promising():
            with self._cache.change() as change:
                is_more = change.promise(SLICE)
            self.next = now + BETWEEN_SLICES if is_more else None

    def finish(self, now: datetime) -> None:
        """Do all slices."""
        self.step(now)
        while self.next is not None:
            self.step(now)

    def _renew(self, now: datetime) -> None:
        policy = self._cache.reply_policy()
        kept = [one.holidays for one in _calendars(policy) if one.country]
        if all(known and known[-1].day.year >= now.year + 1 for known in kept):
            return
        renewed = with_holidays(policy, now.year)
        if renewed != policy:
            with self._cache.change() as change:
                change.put_policy(renewed, None, now)
