"""Checks of how much is asked, and of what was seen with the network itself."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from socialdesk.connectors.suite.checks.failing import refusing, streams_asked
from socialdesk.connectors.suite.scale import Failing, Level, NotApplicable, check
from socialdesk.connectors.suite.scenario import Evidence
from socialdesk.connectors.suite.trial import Trial, left_running
from socialdesk.model.event import Unreadable
from socialdesk.model.failure import FailureKind
from socialdesk.support.clock import HandClock


@check(Level.PLATINUM, "When nothing is new, reading on costs next to nothing.")
async def quiet_poll(trial: Trial) -> None:
    await streams_asked(trial)
    session = trial.session()
    _, cursors = await trial.read(session)
    _, cursors = await trial.read(session, cursors)
    for stream in trial.streams:
        trial.tap.forget()
        await trial.pull(session, stream, cursors[stream])
        if len(trial.tap.seen) > trial.scenario.most_when_quiet:
            most = trial.scenario.most_when_quiet
            raise Failing(f"With nothing new, {stream!r} asks {len(trial.tap.seen)} times; {most} will do.")


_ROUNDS = 12
"""So many readings at the usual pace stand for an hour: what they ask is asked in the rest of it as well."""
_HOUR = timedelta(hours=1)


@check(Level.PLATINUM, "An hour of reading at its own pace asks no more than its manifest says may be asked.")
async def budget_is_kept(trial: Trial) -> None:
    budgets = [one for one in trial.manifest.budgets if one.per <= _HOUR or "read" in one.costs]
    if not budgets:
        raise NotApplicable("The manifest names no budget that an hour could use up.")
    await streams_asked(trial)
    session = trial.session()
    _, cursors = await trial.read(session)
    asked = told = 0
    for number in range(_ROUNDS):
        if number == _ROUNDS // 2:
            await trial.scenario.happen()
        await trial.scenario.pass_time(trial.manifest.min_poll)
        for stream in trial.streams:
            trial.tap.forget()
            before = trial.tap.sent
            page = await trial.pull(session, stream, cursors[stream])
            cursors[stream] = page.next_cursor
            asked += trial.tap.sent - before
            told += page.cost
    for one in budgets:
        if cost := one.costs.get("read", 0):
            # Reading is counted: the engine reads so seldom that it lasts, if what a page says it cost is true.
            if asked > told * cost:
                raise Failing(f"It asked {asked} times and says that it cost {told * cost} of {one.points:,} points.")
            continue
        used = asked / _ROUNDS * (one.per / trial.manifest.min_poll)
        if used > one.points:
            per = f"{one.per.total_seconds():,.0f} seconds"
            raise Failing(f"At its own pace it asks {used:,.0f} times in {per}, of {one.points:,} that are allowed.")


@check(Level.GOLD, "While a server wants a pause, nothing is asked of it; after that it goes on.")
async def pause_is_kept(trial: Trial) -> None:
    for stream in await streams_asked(trial):
        session = trial.session()
        fault = refusing(trial, 429)
        trial.tap.forget()
        trial.tap.spoil = lambda _, __, fault=fault: fault
        await trial.failure_of(trial.pull(session, stream, None))
        trial.tap.spoil = None
        before = trial.tap.sent
        failure = await trial.failure_of(trial.pull(session, stream, None))
        if failure.kind is not FailureKind.RATE_LIMITED or trial.tap.sent > before:
            raise Failing(f"Told to pause, it asked again for {stream!r}.")
        if isinstance(trial.clock, HandClock):
            trial.clock.move(timedelta(minutes=2))
            await trial.pull(session, stream, None)


@check(Level.SILVER, "A session that is closed leaves nothing running.")
async def closes(trial: Trial) -> None:
    session = await trial.start()
    await trial.read(session)
    known = asyncio.all_tasks()
    one = trial.session()
    await trial.read(one)
    await one.close()
    await asyncio.sleep(0)
    if left := left_running(known):
        raise Failing(f"Closed, it leaves {len(left)} tasks running: {left[0].get_name()}.")


@check(Level.PLATINUM, "It was seen with the network itself: a real server, or what it really sent.")
async def seen_for_real(trial: Trial) -> None:
    told = trial.scenario.recorded(trial.manifest)
    for name, events in told.items():
        if not events:
            raise Failing(f"Of the recorded {name} nothing is read.")
        unread = [one for one in events if isinstance(one, Unreadable)]
        if unread:
            raise Failing(f"Of the recorded {name} something cannot be read: {unread[0].error}.")
    if told or trial.scenario.evidence is Evidence.REAL_SERVER:
        return
    if not trial.manifest.hosts and trial.scenario.stand_in is None and trial.scenario.speaks_http:
        raise NotApplicable("There is no such network but the one it is tried with.")
    raise Failing("It was tried with a stand-in only: give what the network really sent as `recorded`.")
