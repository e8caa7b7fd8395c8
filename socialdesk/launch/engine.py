"""`socialdesk engine`: runs the engine of a workspace, alone on a server or as the child of a desktop."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import errno
import signal
import sys

from socialdesk.engine.host import Engine
from socialdesk.launch.opening import open_workspace, workspace_of
from socialdesk.launch.saying import BUSY, DAMAGED, DONE, NEWER, NO_ROOM, complain, what_is_wrong
from socialdesk.store.errors import DamagedFile, DiskFull, NewerFile
from socialdesk.store.protection import Unlocked, unlock_with_key
from socialdesk.support.clock import SystemClock
from socialdesk.support.lock import Taken
from socialdesk.support.logs import start_logging


def engine(options: argparse.Namespace) -> int:
    """Run until told to stop; as a desktop's child, until the desktop is gone and nothing is on the wire."""
    if options.key_stdin:
        # One line: the key in hex, or empty for a plain workspace. Never an argument, never the environment.
        handed = sys.stdin.readline().strip()
        unlocked = unlock_with_key(workspace_of(options), bytes.fromhex(handed) if handed else None)
    else:
        unlocked = open_workspace(options, make=False)
    try:
        start_logging(unlocked.workspace.logs, "engine")
        asyncio.run(_run(unlocked, until_alone=options.key_stdin))
    except Taken as taken:
        return complain(what_is_wrong(taken), BUSY)
    except NewerFile as error:
        return complain(error.sentence, NEWER)
    except DamagedFile as error:
        return complain(error.sentence, DAMAGED)
    except DiskFull as error:
        return complain(error.sentence, NO_ROOM)
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        return complain("The disk is full. What was there before is safe; free some space and try again.", NO_ROOM)
    return DONE


async def _run(unlocked: Unlocked, *, until_alone: bool) -> None:
    host = Engine(unlocked, SystemClock())
    loop = asyncio.get_running_loop()
    for name in ("SIGTERM", "SIGINT"):
        with contextlib.suppress(NotImplementedError):
            loop.add_signal_handler(getattr(signal, name), host.stop)
    try:
        await host.run(until_alone=until_alone)
    finally:
        await host.close()
