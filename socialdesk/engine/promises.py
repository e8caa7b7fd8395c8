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
from socialdesk.model.policy_form import NotAPolicy, read, unknown_zones
from socialdesk.model.public_holidays import days, is_known
from socialdesk.model.reply_policy import ReplyPolicy
from socialdesk.model.staff_command import SetStaff
from socialdesk.model.staff_form import written
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
    if zones := unknown_zones(policy):
        return f"This computer knows no time zone “{zones[0][:60]}”. Nothing was changed; choose one from the list."
    if not all(are_known(one) for one in _calendars(policy)):
        return "This version does not know the public holidays of that country or region. Nothing was changed."
    change.put_policy(with_holidays(policy, given.at.year), given.person, given.at)
    # Few wait in most workspaces: then every due time follows at the same instant.
    change.promise(SLICE)
    change.log_event(given.at, given.person, "reply policy changed", str(change.policy.version), "")
    return ""


def with_holidays(policy: ReplyPolicy, year: int) -> ReplyPolicy:
    """The policy with the public holidays from the year before to some years on."""
    special = tuple(
        one if one.calendar is None else replace(one, calendar=renewed(one.calendar, year)) for one in policy.special
    )
    return replace(policy, calendar=renewed(policy.calendar, year), special=special)


def are_known(calendar: Calendar) -> bool:
    """Whether the public holidays that hours keep are known here."""
    return not calendar.country or is_known(calendar.country, calendar.region)


def renewed(calendar: Calendar, year: int) -> Calendar:
    """The hours with the public holidays from the year before to some years on."""
    known = days(calendar.country, calendar.region, range(year - 1, year + YEARS_AHEAD + 1))
    return replace(calendar, holidays=known)


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
            self._renew_shifts(now)
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
        if all(_lasts(one, now.year) for one in _calendars(policy)):
            return
        after = with_holidays(policy, now.year)
        if after != policy:
            with self._cache.change() as change:
                change.put_policy(after, None, now)

    def _renew_shifts(self, now: datetime) -> None:
        """The days off of members come by themselves as well."""
        old = [one for one in self._cache.team().people if not _lasts(one.shifts, now.year)]
        after = [replace(one, shifts=renewed(one.shifts, now.year)) for one in old]
        changed = [one for one, was in zip(after, old, strict=True) if one != was]
        if changed:
            with self._cache.change() as change:
                for one in changed:
                    change.put_staff(SetStaff(one.person, written(one)))


def _lasts(calendar: Calendar, year: int) -> bool:
    """Whether the public holidays are known into the year after."""
    known = calendar.holidays
    return not calendar.country or bool(known and known[-1].day.year >= year + 1)
