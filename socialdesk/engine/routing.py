"""Gives threads to members by themselves, in the transaction of what happened: somebody wrote, finished, came or went.

Nothing is given on a tick. Time alone matters where somebody's shift begins, an absence begins or ends, or a thread has
been late for so long; for each of these there is one moment at which it is looked.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from socialdesk.model.command import Given
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.routing import (
    Decision,
    State,
    Strategy,
    covered,
    drained,
    escalated,
    may_route,
    route,
    turn_of,
    written,
)
from socialdesk.model.shift import Absence, Presence, next_change
from socialdesk.model.staff_command import BeAway, BeBack, SetRouting, SetStaff, Staffing
from socialdesk.model.staff_form import ROUTING, NotStaff, read, refusal, routing_read
from socialdesk.model.staff_form import written as whole
from socialdesk.model.thread import Thread
from socialdesk.store.cache import Cache
from socialdesk.store.change import Change
from socialdesk.store.staff import ANY_UNROUTED, NEXT_LATE, Team
from socialdesk.support.clock import from_ms, to_ms

_AT_ONCE = 500
"""How many late threads, and how many of one member who went away, are looked at in one go."""
ROUTED = "routed"
"""What a conversation calls it."""


def refused(change: Change, given: Given, command: Staffing) -> str:
    """Let members work in another way; gives the sentence that says why not, and then nothing was changed."""
    known = change.team()
    if isinstance(command, SetRouting):
        try:
            settings = routing_read(command.routing)
        except NotStaff:
            return "This version does not know this way to give out threads. Nothing was changed."
        change.set_setting(ROUTING, command.routing)
        if settings.strategy is Strategy.NONE:
            change.forget_unrouted()
        change.staff_changed(given.person)
        change.log_event(given.at, given.person, "routing changed", "", command.routing)
        return ""
    if command.person not in known.names:
        return "This member is not in the team any more. Nothing was changed."
    match command:
        case SetStaff():
            return _set_staff(change, given, command, known)
        case BeAway():
            if command.why not in set(Absence):
                return "This version does not know this reason to be away. Nothing was changed."
            begins = command.not_before or given.at
            if command.until is not None and command.until <= begins:
                return "This absence would end before it begins. Nothing was changed; choose a later moment."
            change.put_absence(command, given.at)
            change.log_event(given.at, given.person, "away", str(command.person), command.why)
        case BeBack():
            if command.not_before is not None:
                change.drop_absence(command.person, command.not_before)
            else:
                change.end_absences(command.person, given.at)
            change.log_event(given.at, given.person, "back", str(command.person))
    return ""


def _set_staff(change: Change, given: Given, command: SetStaff, known: Team) -> str:
    try:
        staff = read(command.person, command.staff)
    except NotStaff:
        return (
            "These shifts cannot be meant, or this version does not know them. Nothing was changed; look at them again."
        )
    if command.based_on not in {-1, known.revs.get(command.person, 0)}:
        return "Somebody changed how this member works meanwhile. Nothing was changed; look at it, then save yours."
    if sentence := refusal(known.by_id(), staff, known.names):
        return sentence
    if staff.shifts.country:
        from socialdesk.engine.promises import are_known, renewed  # few keep public holidays

        if not are_known(staff.shifts):
            return "This version does not know the public holidays of that country or region. Nothing was changed."
        command = replace(command, staff=whole(replace(staff, shifts=renewed(staff.shifts, given.at.year))))
    change.put_staff(command)
    change.log_event(given.at, given.person, "shifts changed", str(command.person))
    return ""


def decide(change: Change, thread: Thread, now: datetime) -> Decision:
    """Who a thread would be given now, and why; nothing is done."""
    state = change.routing_state()
    knew = change.who_knew(thread.contact_id) if thread.contact_id is not None else None
    return route(thread, now, state.knowing(thread, knew))


def give(change: Change, thread: Thread, decision: Decision, now: datetime) -> Thread:
    """Do what was decided and tell it in the thread; what nobody could be given waits for the event that makes room."""
    if decision.person is None:
        change.add_happening(thread.id, now, None, ROUTED, _told(change, decision))
        change.want_routed([thread.id], now)
        return thread
    change.give([(thread, decision, _told(change, decision))], now)
    return replace(thread, assignee_id=decision.person)


def _told(change: Change, decision: Decision) -> str:
    """What a conversation tells of a decision: names go with it, since members leave."""
    names = change.team().names
    said = json.loads(written(decision))
    for key in ("person", "instead_of"):
        if key in said:
            said[f"{key}_name"] = names.get(said[key], "")
    return json.dumps(said, ensure_ascii=False)


def arrived(change: Change, ids: Iterable[ThreadId], now: datetime) -> None:
    """Somebody wrote in these threads: give out those that are nobody's, and those of members who are away."""
    known = change.team()
    if not _is_on(known):
        return
    threads = [thread for id_ in dict.fromkeys(ids) if (thread := change.thread(id_)) is not None]
    if not threads:
        return
    state = change.routing_state()
    for thread in threads:
        decision = covered(thread, now, state)
        if decision is not None and decision.person is not None:
            state = state.given(give(change, thread, decision, now), decision.person)
    if known.routing.strategy is Strategy.NONE:
        return
    new = [thread for thread in threads if may_route(thread)]
    if not new:
        return
    waiting = {one.id for one in change.unrouted()}
    change.want_routed([one.id for one in new], now)
    state = _drain(change, now, state)
    for thread in new:
        left = change.thread(thread.id)
        if left is not None and may_route(left) and left.id not in waiting:
            knew = change.who_knew(left.contact_id) if left.contact_id is not None else None
            give(change, left, route(left, now, state.knowing(left, knew)), now)


def settle(change: Change, now: datetime) -> None:
    """Something was done in this transaction: give out what waits, if that made room for it."""
    if "person" in change.touches:
        _cover(change, now)
    # A rule may have asked for a thread to be given out, also where nothing else is.
    if not change.is_anything_unrouted():
        return
    change.unwant_routed(change.touched_threads())
    _drain(change, now, change.routing_state())


def _is_on(known: Team) -> bool:
    """Whether anything is ever given to anybody: not while nobody chose anything."""
    return (
        known.routing.strategy is not Strategy.NONE
        or known.routing.late_min is not None
        or any(one.cover is not None for one in known.people)
    )


def _drain(change: Change, now: datetime, state: State) -> State:
    if not state.has_room(now):
        return state
    given, after = drained(change.unrouted(), now, state, change.who_knew)
    if given:
        change.give([(thread, decision, _told(change, decision)) for thread, decision in given], now)
    return after


def _cover(change: Change, now: datetime) -> None:
    """Let back-ups have what waits with members who are away."""
    for one in change.team().people:
        if one.cover is None or not one.cover.while_away or one.presence(now) is not Presence.AWAY:
            continue
        state = change.routing_state()
        for thread in change.held_by(one.person, _AT_ONCE):
            decision = covered(thread, now, state)
            if decision is not None and decision.person is not None:
                state = state.given(give(change, thread, decision, now), decision.person)


def _escalate(change: Change, now: datetime, least: timedelta) -> None:
    """Hand on what is late, once for each promise, to one member."""
    state = replace(change.routing_state(), on_call=change.had_on_call(now))
    for thread in change.late(now - least, _AT_ONCE):
        decision = escalated(thread, now, state)
        if decision is not None and decision.person is not None:
            change.mark_escalated(thread)
            change.count_on_call(decision.person, turn_of(state.people, thread, decision, now), now)
            state = state.handed_on(give(change, thread, decision, now), decision, now)


class Routing:
    """The moments at which time alone gives somebody a thread."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._looked_at: datetime | None = None
        self._team: Team | None = None
        self.next: datetime | None = None
        """When it is to be looked again; None when no moment is known."""

    def step(self, now: datetime) -> None:
        """Do what has come due. Mostly that is nothing."""
        known = self._cache.team()
        if not _is_on(known) and not self._cache.ask(ANY_UNROUTED):
            self.next = None
            return
        # A file that was just opened may have slept over any of the moments.
        is_new = self._looked_at is None or known is not self._team
        if is_new or (self.next is not None and self.next <= now) or (self._looked_at or now) > now:
            self._look(now, known)
        self._looked_at = now
        self.next = min(
            (when for when in (next_change(known.people, now), self._next_late(known, now)) if when is not None),
            default=None,
        )

    def _look(self, now: datetime, known: Team) -> None:
        least = _least_late(known)
        with self._cache.change() as change:
            _cover(change, now)
            if least is not None:
                _escalate(change, now, least)
            if change.is_anything_unrouted():
                _drain(change, now, change.routing_state())
        self._team = self._cache.team()

    def _next_late(self, known: Team, now: datetime) -> datetime | None:
        moments: list[datetime] = []
        for after in _afters(known):
            found = self._cache.ask(NEXT_LATE, (to_ms(now - after),))
            if found and found[0][0] is not None:
                # What is due at that instant is not late yet.
                moments.append(from_ms(found[0][0]) + after + timedelta(milliseconds=1))
        return min(moments, default=None)


def _afters(known: Team) -> set[timedelta]:
    """After how long a late thread goes to somebody else, by whoever said so."""
    said = [known.routing.late_min, *(one.cover.late_min for one in known.people if one.cover is not None)]
    return {timedelta(minutes=one) for one in said if one is not None}


def _least_late(known: Team) -> timedelta | None:
    return min(_afters(known), default=None)
