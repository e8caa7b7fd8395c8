"""Decides what one act does to many threads: which get a command, which are left out, and why.

A thread that the act would not change is left out, so that nothing is told of it and undo touches no more than the act.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from socialdesk.model.command import Given, ThreadCommand, is_public
from socialdesk.model.fold import fold, inverse
from socialdesk.model.identifiers import ChannelId, PersonId, ThreadId
from socialdesk.model.thread import Kind, Status, Thread

MOST_UNASKED = 50
"""More acts than these that leave the workspace are asked about before."""


class LeftOut(StrEnum):
    """Why an act in bulk passes over a thread."""

    SAME_ALREADY = "same_already"
    """It is like that already."""
    COLLEAGUE = "colleague"
    """Somebody is answering it right now."""
    CANNOT = "cannot"
    """The network has no such act for it."""
    GONE = "gone"
    """It is no longer in the workspace."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What an act would do to some threads."""

    does: tuple[tuple[Thread, ThreadCommand], ...]
    left_out: Mapping[LeftOut, int]

    @property
    def asks(self) -> bool:
        """Whether a person is asked before: so many things would leave the workspace at once."""
        return sum(is_public(command) for _, command in self.does) > MOST_UNASKED


Making = Callable[[Thread], ThreadCommand | LeftOut]
"""Gives the command of an act for one thread, or why there is none."""


def planned(
    threads: Iterable[Thread], make: Making, at: datetime, me: PersonId, answering: Container[ThreadId] = ()
) -> Plan:
    """What an act does to these threads; `answering` are those a colleague is answering."""
    does: list[tuple[Thread, ThreadCommand]] = []
    left_out: Counter[LeftOut] = Counter()
    for thread in threads:
        command = LeftOut.COLLEAGUE if thread.id in answering else make(thread)
        if isinstance(command, LeftOut):
            left_out[command] += 1
        elif not is_public(command) and fold(thread, command, at, me, me) == thread:
            left_out[LeftOut.SAME_ALREADY] += 1
        else:
            does.append((thread, command))
    return Plan(tuple(does), left_out)


def way_back(pairs: Iterable[tuple[Thread, ThreadCommand]], given: Iterable[Given]) -> tuple[ThreadCommand, ...]:
    """What takes all of it back, the last act first."""
    backs = [inverse(thread, command, one) for (thread, command), one in zip(pairs, given, strict=True)]
    return tuple(command for back in reversed(backs) for command in back)


@dataclass(frozen=True, slots=True)
class Summary:
    """What some threads have in common, as far as acts on them depend on it."""

    count: int = 0
    done: int = 0
    mine: int = 0
    nobodys: int = 0
    unread: int = 0
    answering: int = 0
    """Of how many a colleague is answering one."""
    channels: tuple[ChannelId, ...] = ()
    """Those they are on, the most frequent first."""
    tags: frozenset[str] = frozenset()
    """The tags all of them have."""
    kinds: Mapping[tuple[ChannelId, Kind], int] = field(default_factory=dict[tuple[ChannelId, Kind], int])
    """How many there are of each kind on each channel: what can be done depends on both."""
    muted: int = 0
    shielded: int = 0
    due: datetime | None = None
    """When the first of them falls due."""


def summary(threads: Iterable[Thread], me: PersonId, answering: Container[ThreadId] = ()) -> Summary:
    """What is so of these threads."""
    channels: Counter[ChannelId] = Counter()
    kinds: Counter[tuple[ChannelId, Kind]] = Counter()
    tags: frozenset[str] | None = None
    count = done = mine = nobodys = unread = answered = muted = shielded = 0
    due: datetime | None = None
    for thread in threads:
        count += 1
        done += thread.status is Status.DONE
        mine += thread.assignee_id == me
        nobodys += thread.assignee_id is None
        unread += thread.unread > 0
        answered += thread.id in answering
        muted += thread.status is Status.MUTED
        shielded += thread.is_shielded
        channels[thread.channel_id] += 1
        kinds[thread.channel_id, thread.kind] += 1
        if tags is None or tags:
            tags = frozenset(thread.tags) if tags is None else tags & set(thread.tags)
        if thread.due_at is not None and (due is None or thread.due_at < due):
            due = thread.due_at
    order = tuple(channel for channel, _ in channels.most_common())
    common = tags or frozenset()
    return Summary(count, done, mine, nobodys, unread, answered, order, common, kinds, muted, shielded, due)
