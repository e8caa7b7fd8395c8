"""Gives what was just kept out of sight to whoever had the least of it today, so that no one reads it all."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime

from socialdesk.model.identifiers import ThreadId
from socialdesk.model.routing import Decision, Why, written
from socialdesk.model.shield.sharing import whose_turn
from socialdesk.model.thread import Status
from socialdesk.store.change import Change


def arrived(change: Change, ids: Iterable[ThreadId], now: datetime) -> None:
    """Share out what is kept out of sight of these threads and is nobody's; what nobody is due stays the team's."""
    known = change.team()
    if len(known.people) < 2:
        return
    for id_ in dict.fromkeys(ids):
        thread = change.thread(id_)
        if thread is None or not thread.is_shielded or thread.assignee_id is not None:
            continue
        if thread.status is not Status.OPEN or thread.waiting_since is None:
            continue
        # A day of the machine the engine runs on: that is where people sit.
        opened, holds = change.exposure(now.astimezone().date().isoformat())
        able = [one for one in known.people if not one.channels or thread.channel_id in one.channels]
        person = whose_turn(able, opened, holds, now)
        if person is not None:
            decision = Decision(person, Why.SPARED)
            said = {**json.loads(written(decision)), "person_name": known.names.get(person, "")}
            change.give([(thread, decision, json.dumps(said, ensure_ascii=False))], now)
