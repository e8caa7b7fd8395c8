"""`socialdesk times`: every reply clock of a thread, enough to argue with: started, due, met, paused, by which promise.

Its JSON fields are promised in docs/user/command-line.md.
"""

from __future__ import annotations

import argparse
import asyncio
from datetime import datetime
from typing import Any

from socialdesk.launch.opening import open_workspace
from socialdesk.launch.saying import DONE, complain, plain, printed
from socialdesk.launch.working import working
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.reply_times import Time
from socialdesk.store.reply_times import reply_times


def times(options: argparse.Namespace) -> int:
    """Print the clocks of one thread."""
    return asyncio.run(_times(options))


async def _times(options: argparse.Namespace) -> int:
    async with working(open_workspace(options, make=False)) as work:
        thread = work.cache.thread(ThreadId(options.thread))
        if thread is None:
            return complain(f"There is no thread {options.thread}. See: socialdesk threads")
        now = work.clock.now()
        for one in reply_times(work.cache, thread):
            if options.json:
                printed(as_fields(thread.id, one, now))
            else:
                print(_line(one, now))
    return DONE


def as_fields(thread: ThreadId, time: Time, now: datetime) -> dict[str, Any]:
    """The promised fields of a clock."""
    return {
        "thread": thread,
        "clock": time.clock.value,
        "cycle": time.cycle,
        "started_at": time.started.isoformat(),
        "due_at": _iso(time.due),
        "met_at": _iso(time.met),
        "ended_at": _iso(time.ended),
        "late": time.is_late(now),
        "paused": [[begins.isoformat(), _iso(ends)] for begins, ends in time.paused],
        "target": None if time.target is None else {"amount": time.target.amount, "unit": time.target.unit.value},
        "promise": time.promise,
        "version": time.version,
    }


def _line(time: Time, now: datetime) -> str:
    state = "late" if time.is_late(now) else "met" if time.met else "ended" if time.ended else "running"
    paused = " ".join(f"{_local(begins)}-{_local(ends) if ends else 'now'}" for begins, ends in time.paused)
    due, met = (_local(at) if at else "-" for at in (time.due, time.met or time.ended))
    by = plain(time.promise) or "everything else"
    words = f"{time.cycle:>3}  {time.clock.value:<12}  {state:<7}  {_local(time.started)}  {due:<16}  {met:<16}"
    return f"{words}  {by}, version {time.version}{f'  paused {paused}' if paused else ''}"


def _iso(at: datetime | None) -> str | None:
    return at.isoformat() if at is not None else None


def _local(at: datetime) -> str:
    return at.astimezone().strftime("%Y-%m-%d %H:%M")
