"""Decides which threads a view holds; the store counts and pages by the same values.

A view is a list in the rail (Mine, Unassigned, a channel, a saved filter) seen through one status at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from socialdesk.model.condition import Condition, depends_on_time, holds
from socialdesk.model.identifiers import ChannelId, PersonId
from socialdesk.model.sorting import Sort
from socialdesk.model.thread import Kind, Status, Thread
from socialdesk.support.values import StrEnum, value_class


class Whose(StrEnum):
    """Whose threads a filter takes."""

    ANYBODY = "anybody"
    MINE = "mine"
    NOBODY = "nobody"


@value_class(frozen=True, slots=True)
class Filter:
    """What a view takes; every part that is set must hold. Empty sets take everything."""

    statuses: frozenset[Status] = frozenset({Status.OPEN})
    whose: Whose = Whose.ANYBODY
    people: frozenset[PersonId] = frozenset()
    """Whose threads, by name; beside `whose`, not instead of it."""
    channels: frozenset[ChannelId] = frozenset()
    kinds: frozenset[Kind] = frozenset()
    languages: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    vip: bool | None = None
    shielded: bool | None = None
    mentions_me: bool | None = None
    answered: bool | None = None
    """True takes threads in which we spoke, for Sent."""
    where: Condition | None = None
    """What must hold besides: conditions joined by and, or and not."""

    @property
    def depends_on_time(self) -> bool:
        """Whether a thread can begin or cease to fit while nothing happens to it; then no counter can be maintained."""
        return self.where is not None and depends_on_time(self.where)


@value_class(frozen=True, slots=True)
class View:
    """A named filter. `id` is stable and names its counter; `shows_count` is False where a number tells nothing."""

    id: str
    filter: Filter
    name: str = ""
    """The words of a saved view; built-in ones get theirs from the desktop, in the reader's language."""
    shows_count: bool = True
    sort: Sort = Sort.TRIAGE
    owner: PersonId | None = None
    """Whose a private view is; None when the whole team has it."""

    @property
    def is_built_in(self) -> bool:
        """Whether it was not saved by anybody: it comes with every workspace, or with a channel."""
        return self.id.split("/")[0] in _BUILT_IN_IDS or self.id.startswith("channel:")


MINE = View("mine", Filter(whose=Whose.MINE))
UNASSIGNED = View("unassigned", Filter(whose=Whose.NOBODY))
TEAM = View("team", Filter())
MENTIONS = View("mentions", Filter(statuses=frozenset(Status), mentions_me=True))
SNOOZED = View("snoozed", Filter(statuses=frozenset({Status.SNOOZED})))
WAITING = View("waiting", Filter(statuses=frozenset({Status.WAITING})))
SENT = View("sent", Filter(statuses=frozenset(Status), answered=True), shows_count=False)
DONE = View("done", Filter(statuses=frozenset({Status.DONE})), shows_count=False)
MUTED = View("muted", Filter(statuses=frozenset({Status.MUTED})))
BUILT_IN: tuple[View, ...] = (MINE, UNASSIGNED, TEAM, MENTIONS, SNOOZED, WAITING, SENT, DONE, MUTED)
_BUILT_IN_IDS = frozenset(view.id for view in BUILT_IN)

REVIEWS = View("reviews", Filter(kinds=frozenset({Kind.REVIEW})), "Reviews to answer")
FRENCH = View("in-french", Filter(languages=frozenset({"fr"})), "In French")
VIP = View("vip", Filter(vip=True), "VIP")
SHIELDED = View("shielded", Filter(shielded=True), "Shielded")
FIRST_SAVED: tuple[View, ...] = (REVIEWS, FRENCH, VIP, SHIELDED)
"""The saved views a new workspace starts with."""


def channel_view(channel: ChannelId) -> View:
    """The view of one channel: its open threads, whoever's they are."""
    return View(f"channel:{channel}", Filter(channels=frozenset({channel})))


def with_status(view: View, status: Status) -> View:
    """The same view through another status: the chips Open, Waiting, Done above the queue."""
    if view.filter.statuses == frozenset({status}):
        return view
    return replace(view, id=f"{view.id}/{status.value}", filter=replace(view.filter, statuses=frozenset({status})))


def takes(filter_: Filter, thread: Thread, me: PersonId, now: datetime | None = None) -> bool:
    """Whether `filter_` takes `thread`, for the member `me`; without `now`, whether it may at some moment."""
    return thread.status in filter_.statuses and takes_in_any_status(filter_, thread, me, now)


def takes_in_any_status(filter_: Filter, thread: Thread, me: PersonId, now: datetime | None = None) -> bool:
    """Whether `filter_` takes `thread` whatever its status, as behind the chips above the queue."""
    match filter_.whose:
        case Whose.MINE if thread.assignee_id != me:
            return False
        case Whose.NOBODY if thread.assignee_id is not None:
            return False
        case _:
            pass
    return (
        (not filter_.people or thread.assignee_id in filter_.people)
        and (not filter_.channels or thread.channel_id in filter_.channels)
        and (not filter_.kinds or thread.kind in filter_.kinds)
        and (not filter_.languages or thread.language in filter_.languages)
        and (not filter_.tags or bool(filter_.tags & set(thread.tags)))
        and (filter_.vip is None or thread.is_vip is filter_.vip)
        and (filter_.shielded is None or thread.is_shielded is filter_.shielded)
        and (filter_.mentions_me is None or thread.mentions_me is filter_.mentions_me)
        and (filter_.answered is None or (thread.last_out_at is not None) is filter_.answered)
        and (filter_.where is None or holds(filter_.where, thread, me, now))
    )


def counters_of(thread: Thread, views: Iterable[View], me: PersonId) -> frozenset[str]:
    """The ids of all counters this thread adds one to: its channel's, each view, and each view through each chip.

    Of three hundred channels one can hold it, so their views are not among `views`.
    """
    channel = f"channel:{thread.channel_id}"
    found = {channel if thread.status is Status.OPEN else f"{channel}/{thread.status.value}"}
    for view in views:
        if not takes_in_any_status(view.filter, thread, me):
            continue
        if thread.status in view.filter.statuses:
            found.add(view.id)
        # As `with_status` names it; asked for each view at each write, so nothing is made for the asking.
        if thread.status not in view.filter.statuses or len(view.filter.statuses) > 1:
            found.add(f"{view.id}/{thread.status.value}")
    return frozenset(found)


def hold_alike(views: Iterable[View], before: Thread, after: Thread) -> bool:
    """Whether all views surely hold a thread as before; most of what is said in a thread moves it in none of them."""
    if (
        before.status is not after.status
        or before.assignee_id != after.assignee_id
        or before.channel_id != after.channel_id
        or before.kind is not after.kind
        or before.language != after.language
        or before.tags != after.tags
        or before.is_vip is not after.is_vip
        or before.is_shielded is not after.is_shielded
        or before.mentions_me is not after.mentions_me
        or (before.last_out_at is None) is not (after.last_out_at is None)
    ):
        return False
    return all(view.filter.where is None for view in views)


def counter_changes(before: frozenset[str], after: frozenset[str]) -> Mapping[str, int]:
    """How the counters move when a thread's own go from `before` to `after`."""
    return {**dict.fromkeys(before - after, -1), **dict.fromkeys(after - before, 1)}
