"""Tells beforehand who would have been given how many of the threads of the last days, had another choice counted.

It plays the days again with how people work now. A thread leaves its member when it was answered; what nobody answered
stays theirs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from socialdesk.model.identifiers import PersonId
from socialdesk.model.routing import RoutingSettings, State, Strategy
from socialdesk.model.routing_replay import Happened, Replay
from socialdesk.model.shift import Staff
from socialdesk.model.thread import Status, Thread

DAYS = 7
MOST = 3_000
"""More threads than this are not played again; the newest count."""
_NOTHING = timedelta(0)


def preview(
    threads: Iterable[Thread], people: tuple[Staff, ...], choice: RoutingSettings, now: datetime
) -> Counter[PersonId | None]:
    """How many of these threads each member would have been given by now; None is the team."""
    if choice.strategy is Strategy.NONE:
        return Counter()
    came = sorted(threads, key=lambda one: (one.created_at, one.id))
    if not came:
        return Counter()
    steps: list[tuple[datetime, bool, Thread]] = []
    for one in came:
        asked = one.created_at
        begins = replace(one, status=Status.OPEN, assignee_id=None, waiting_since=asked, due_at=None)
        steps.append((asked, False, begins))
        if one.last_out_at is not None and one.last_out_at - asked >= _NOTHING:
            steps.append((one.last_out_at, True, begins))
        elif one.status is Status.DONE:
            steps.append((max(asked, one.last_at), True, begins))
    replay = Replay(State(choice, people), came[0].created_at - timedelta(seconds=1))
    found: Counter[PersonId | None] = Counter()
    for at, is_end, thread in sorted(steps, key=lambda step: (step[0], step[1], step[2].id)):
        if at > now:
            break
        known = replay.threads.get(thread.id, thread)
        happened = Happened(at, replace(known, status=Status.DONE) if is_end else thread)
        found.update(one.decision.person for one in replay.play(happened))
    found.update(one.decision.person for one in replay.play(Happened(now)))
    found[None] = sum(1 for one in came if one.created_at <= now) - sum(found.values())
    return found
