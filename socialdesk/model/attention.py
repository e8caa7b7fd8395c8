"""Decides what calls for somebody, when, and when a notice goes away again; gets what happened and the moment.

Few notices are read, many are switched off. So there is at most one a minute, what gathers meanwhile becomes one
summary, and whatever was read here or handled by anybody calls no more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from socialdesk.model.identifiers import ThreadId

BETWEEN = timedelta(minutes=1)
"""At most one notice in so long."""
BETWEEN_DUE = timedelta(minutes=10)
"""At most one notice of what only falls due in so long."""
SOON = timedelta(minutes=30)
"""Somebody is told at once of what is given to them and due in so long."""
DUE = timedelta(minutes=10)
"""Somebody is told of what is theirs and due in so long."""
MOST_REMEMBERED = 5_000


class Why(StrEnum):
    """What a call is about."""

    GIVEN = "given"
    """A thread became mine, or was written in, and is due within half an hour."""
    MENTION = "mention"
    INCIDENT = "incident"
    APPROVAL = "approval"
    DUE = "due"
    """A thread of mine falls due in ten minutes."""
    LATE = "late"
    """A thread of mine is late."""
    TROUBLE = "trouble"
    """An answer was refused or stopped, or a network wants a sign-in."""
    DIGEST = "digest"
    """So many are new in my views."""


@dataclass(frozen=True, slots=True)
class Call:
    """One thing that may call for somebody. The same `key` calls once, however often it is heard of.

    `name` is the person's or channel's; `text` what was written, empty where it is kept out of sight.
    """

    key: str
    why: Why
    at: datetime
    thread: ThreadId | None = None
    name: str = ""
    channel: str = ""
    text: str = ""
    due_at: datetime | None = None
    is_hidden: bool = False
    """Whether the shield keeps it out of sight: then neither name nor text is told."""
    names_me: bool = False
    """Whether an incident names me: the one thing that passes quiet hours."""
    count: int = 1


@dataclass(frozen=True, slots=True)
class Rules:
    """What somebody set."""

    mine: bool = True
    trouble: bool = True
    digest: timedelta | None = None
    text: bool = False
    sound: bool = False
    hidden_sound: bool = False
    """Whether what the shield keeps out of sight may be heard, too."""

    def wants(self, call: Call) -> bool:
        """Whether a kind of call is to be a notice at all."""
        match call.why:
            case Why.TROUBLE:
                return self.trouble
            case Why.DIGEST:
                return self.digest is not None
            case Why.INCIDENT:
                return True
            case _:
                return self.mine


@dataclass(frozen=True, slots=True)
class Notice:
    """What is shown outside the window: of one call, or a summary of several."""

    id: int
    calls: tuple[Call, ...]
    sound: bool = False

    @property
    def is_summary(self) -> bool:
        """Whether it tells of several."""
        return len(self.calls) > 1

    @property
    def count(self) -> int:
        """Of how many it tells."""
        return sum(call.count for call in self.calls)

    @property
    def earliest_due(self) -> datetime | None:
        """When the first of them is due."""
        return min((call.due_at for call in self.calls if call.due_at is not None), default=None)


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A notice has nothing to tell any more."""

    id: int


@dataclass(slots=True)
class Attention:
    """What waits to be told, and what is told already. Whoever holds it asks `due` again and again."""

    rules: Rules = field(default_factory=Rules)
    _waiting: list[Call] = field(default_factory=list[Call])
    _shown: dict[int, tuple[Call, ...]] = field(default_factory=dict[int, tuple[Call, ...]])
    _heard: dict[str, None] = field(default_factory=dict[str, None])
    _last_at: datetime | None = None
    _last_due_at: datetime | None = None
    _last_digest_at: datetime | None = None
    _next_id: int = 1

    def hear(self, call: Call) -> bool:
        """Take a call in; False when it is known already."""
        if call.key in self._heard:
            return False
        self._heard[call.key] = None
        while len(self._heard) > MOST_REMEMBERED:
            del self._heard[next(iter(self._heard))]
        self._waiting.append(call)
        return True

    def know(self, keys: Iterable[str]) -> None:
        """Never call for these: they were so before anybody sat here."""
        for key in keys:
            self._heard[key] = None

    def settle(self, is_settled: Callable[[Call], bool]) -> list[Withdrawn]:
        """Let go of what was read or handled; gives the notices that have nothing to tell any more."""
        self._waiting = [call for call in self._waiting if not is_settled(call)]
        gone: list[Withdrawn] = []
        for id_, calls in list(self._shown.items()):
            left = tuple(call for call in calls if not is_settled(call))
            if left:
                self._shown[id_] = left
            else:
                del self._shown[id_]
                gone.append(Withdrawn(id_))
        return gone

    def dismiss(self, id_: int) -> None:
        """Somebody closed a notice: it counts as seen."""
        self._shown.pop(id_, None)

    def calls_of(self, id_: int) -> Sequence[Call]:
        """What a shown notice still tells of."""
        return self._shown.get(id_, ())

    @property
    def open(self) -> Sequence[Call]:
        """All that calls and was not settled."""
        return (*self._waiting, *(call for calls in self._shown.values() for call in calls))

    @property
    def badge(self) -> int:
        """How many things call for me; what is merely new is counted elsewhere."""
        about = {call.thread or call.key for call in self.open if call.why is not Why.DIGEST}
        return len(about)

    def wants_digest(self, now: datetime) -> bool:
        """Whether it is time to count what is new. The first one comes a whole span after the start."""
        if self.rules.digest is None:
            self._last_digest_at = None
            return False
        if self._last_digest_at is None or now < self._last_digest_at:
            self._last_digest_at = now
            return False
        return now - self._last_digest_at >= self.rules.digest

    def digest(self, count: int, now: datetime) -> None:
        """So many are new since the last digest."""
        self._last_digest_at = now
        self._waiting = [call for call in self._waiting if call.why is not Why.DIGEST]
        if count:
            self._waiting.append(Call(f"digest:{now.isoformat()}", Why.DIGEST, now, count=count))

    @property
    def digest_since(self) -> datetime | None:
        """From when on what came is new."""
        return self._last_digest_at

    def due(self, now: datetime, *, is_quiet: bool) -> Notice | None:
        """What is to be told at this moment, if anything.

        In quiet hours everything waits, and becomes one summary after them, save an incident that names me.
        """
        if _is_within(BETWEEN, self._last_at, now):
            return None
        told = [call for call in self._waiting if self.rules.wants(call) and (not is_quiet or call.names_me)]
        may_due = not _is_within(BETWEEN_DUE, self._last_due_at, now)
        if not may_due:
            told = [call for call in told if call.why is not Why.DUE]
        # What is merely new never swells the number of what is for me: it comes by itself, or later.
        told = [call for call in told if call.why is not Why.DIGEST] or told
        if not told:
            return None
        self._waiting = [call for call in self._waiting if call not in told]
        self._last_at = now
        if any(call.why is Why.DUE for call in told):
            self._last_due_at = now
        calls = tuple(_one_each(told))
        is_heard = self.rules.sound and (self.rules.hidden_sound or not all(call.is_hidden for call in calls))
        notice = Notice(self._next_id, calls, is_heard)
        self._next_id += 1
        self._shown[notice.id] = calls
        return notice

    def set_rules(self, rules: Rules) -> None:
        """Follow other rules from now on."""
        self.rules = rules


def shown_text(call: Call, rules: Rules) -> str:
    """What of a message may stand in a notice: nothing unless it is asked for, never what is kept out of sight.

    Whether a screen is shared or locked no desktop tells all programs alike: so nothing is the rule on every screen.
    """
    return call.text if rules.text and not call.is_hidden else ""


def hidden(call: Call) -> Call:
    """A call as it may be told of what is kept out of sight."""
    return replace(call, name="", text="", is_hidden=True)


def _is_within(span: timedelta, last: datetime | None, now: datetime) -> bool:
    """Whether the last time was less than a span ago. A clock that was set back makes nobody wait for it."""
    return last is not None and timedelta(0) <= now - last < span


def _one_each(calls: Iterable[Call]) -> list[Call]:
    """One call for each thread: the first reason counts, so that a summary counts people and not reasons."""
    found: dict[object, Call] = {}
    for call in calls:
        found.setdefault(call.thread or call.key, call)
    return list(found.values())
