"""`socialdesk sync --once`: reads everything new, sends what waits, says what came of it."""

from __future__ import annotations

import argparse
import asyncio
import sys
from datetime import datetime, timedelta

from socialdesk.engine.reading import SyncReport
from socialdesk.launch.opening import open_workspace
from socialdesk.launch.saying import DONE, REFUSED, UNREACHABLE, complain, plain
from socialdesk.launch.working import Work, working
from socialdesk.model.channel import Channel, ChannelState

WITHIN = timedelta(minutes=2)
_NONE = "No channel is connected. Connect one: socialdesk channel add …"


def sync(options: argparse.Namespace) -> int:
    """Run one round."""
    if not options.once:
        return complain("Only one round at a time: socialdesk sync --once. To stay in touch, run: socialdesk engine")
    return asyncio.run(_sync(options))


async def _sync(options: argparse.Namespace) -> int:
    async with working(open_workspace(options, make=False)) as work:
        if work.engine is None:
            if options.again:
                return complain("SocialDesk is open on this workspace; close it, then read again.")
            return await _elsewhere(work)
        channels = work.cache.channels()
        if not channels:
            return complain(_NONE)
        report = await _with_progress(work, len(channels))
        if options.again:
            again = await work.engine.read_again()
            report.new += again.new
            report.edited += again.edited
            report.deleted += again.deleted
            report.parked = again.parked
    return _told(report)


async def _with_progress(work: Work, total: int) -> SyncReport:
    assert work.engine is not None
    if not sys.stderr.isatty():
        return await work.engine.sync_once()
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Reading", total=total)
        return await work.engine.sync_once(lambda name: progress.update(task, advance=1, description=plain(name)))


def _told(report: SyncReport) -> int:
    said = f"{report.new} new, {report.edited} edited, {report.deleted} deleted, {report.sent} sent"
    print(f"{said}{f', {report.parked} unreadable' if report.parked else ''}", file=sys.stderr)
    for name, failure in report.failures.items():
        complain(f"{plain(name)}: {failure.sentence}")
    if not report.failures:
        return DONE
    if any(not failure.heals_itself for failure in report.failures.values()):
        return REFUSED
    if len(report.failures) == report.channels:
        return UNREACHABLE if all(one.kind.value == "Offline" for one in report.failures.values()) else REFUSED
    return DONE


async def _elsewhere(work: Work) -> int:
    """The engine that runs already does it; wait until each channel at work was read after now, or cannot be."""
    began = work.clock.now()
    work.poke("sync")
    while work.clock.now() - began < WITHIN:
        channels = work.cache.channels()
        if not channels:
            return complain(_NONE)
        waits = [one for one in channels if one.state.is_at_work and not _was_read(one, began)]
        if not waits:
            print("Read by the engine that is running.", file=sys.stderr)
            return DONE
        if all(one.state.needs_person for one in waits):
            for one in waits:
                complain(f"{plain(one.name)}: {one.state_reason}")
            return REFUSED
        if all(one.state.needs_person or one.state is ChannelState.OFFLINE for one in channels):
            return complain("No channel can be reached now.", UNREACHABLE)
        await asyncio.sleep(0.2)
    return complain("The running engine has not read every channel yet. See: socialdesk channel list", REFUSED)


def _was_read(channel: Channel, since: datetime) -> bool:
    return channel.last_pull_at is not None and channel.last_pull_at >= since
