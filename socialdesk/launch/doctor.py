"""`socialdesk doctor`: looks at files, keyring, engine and channels, and says what is wrong and what to do."""

from __future__ import annotations

import argparse
import asyncio
import shutil
from collections.abc import Iterator

from socialdesk.connectors.kit.registry import Registry
from socialdesk.launch.opening import open_workspace, workspace_of
from socialdesk.launch.saying import DONE, WRONG
from socialdesk.model.channel import Channel
from socialdesk.store import missing, protection, rescue
from socialdesk.store.alone import alone
from socialdesk.store.cache import Cache
from socialdesk.store.desk import Desk
from socialdesk.store.errors import StoreError
from socialdesk.store.protection import ProtectionError, Unlocked
from socialdesk.store.rescue import damaged
from socialdesk.support.clock import SystemClock
from socialdesk.support.lock import Taken
from socialdesk.support.pipe import connect
from socialdesk.support.secrets import KeyringSecrets, SecretsUnavailable

LEAST_FREE_BYTES = 200_000_000


def doctor(options: argparse.Namespace) -> int:
    """Say what is found, well or not; 2 when something needs doing."""
    ill = False
    for well, said in _findings(options):
        if well:
            print(f"well   {said}")
        else:
            ill = True
            print(f"WRONG  {said}")
    return WRONG if ill else DONE


def _findings(options: argparse.Namespace) -> Iterator[tuple[bool, str]]:
    for broken in Registry().broken:
        yield False, f"The connector {broken.name} cannot be used: {broken.reason}. Install it again."
    try:
        KeyringSecrets("SocialDesk doctor")
        yield True, "This machine has a keyring."
    except SecretsUnavailable as error:
        yield True, f"No keyring: {error.sentence}"
    workspace = workspace_of(options)
    if not protection.exists(workspace):
        yield True, f"There is no workspace in {workspace.folder} yet."
        return
    free = shutil.disk_usage(workspace.folder).free
    yield free > LEAST_FREE_BYTES, f"{free // 1_000_000:,} MB are free where the workspace is."
    try:
        unlocked = open_workspace(options, make=False)
    except (ProtectionError, SecretsUnavailable) as error:
        yield False, error.sentence
        return
    yield True, f"The workspace is {unlocked.protection.value}-protected and opens."
    yield from _files(unlocked, repair=options.repair)


def _files(unlocked: Unlocked, *, repair: bool) -> Iterator[tuple[bool, str]]:
    workspace = unlocked.workspace
    try:
        with alone(workspace):
            ill = damaged(workspace, unlocked.key)
            if ill and repair:
                for done in rescue.repair(workspace, unlocked.key, SystemClock().now()):
                    yield True, f"{done.sentence} More is told in {done.report.name}."
            elif ill:
                yield from ((False, error.sentence) for error in ill)
                return
    except Taken:
        if repair:
            yield False, "SocialDesk is open on this workspace. Close it, then run this again."
            return
    except StoreError as error:
        yield False, error.sentence
        return
    try:
        desk = Desk(workspace.desk, unlocked.key, write=True)
        desk.check()
        yield True, f"The desk file is well; {len(desk.drafts())} drafts."
        desk.close()
        cache = Cache(workspace.cache, unlocked.key, write=False)
        cache.check()
    except StoreError as error:
        yield False, error.sentence
        return
    yield True, "The cache file is well."
    parked = missing.parked(cache)
    kept = f"{parked} events could not be read. They are kept as they came; to read them again: socialdesk sync --again"
    yield parked == 0, kept if parked else "Every event could be read."
    for channel in cache.channels():
        said = f"{channel.name}: {channel.state.value}. {channel.state_reason}".strip()
        yield not channel.state.needs_person, said
        yield from _completeness(cache, channel)
    cache.close()
    pipe = asyncio.run(connect(workspace.pipe))
    yield True, "An engine is running." if pipe else "No engine is running."


def _completeness(cache: Cache, channel: Channel) -> Iterator[tuple[bool, str]]:
    """What the second reading of the last days found, and what could not be read at all."""
    audit = missing.last_audit(cache, channel.id)
    if audit is not None:
        found = audit.new + audit.edited + audit.deleted
        when = f"{audit.at:%Y-%m-%d %H:%M} UTC"
        said = f"{found} that had been missed" if found else "nothing missed"
        yield True, f"{channel.name}: read a second time on {when}, {audit.looked} events compared, {said}."
    for gap in missing.gaps(cache, channel.id):
        since = f"since {gap.start:%Y-%m-%d %H:%M} UTC" if gap.start else "since the beginning"
        yield False, f"{channel.name}: a stretch {since} could not be read. {gap.sentence}"
