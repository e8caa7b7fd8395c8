"""Makes sure that nobody else has a workspace open, while its files change places."""

from __future__ import annotations

import contextlib
from collections.abc import Generator

from socialdesk.support.lock import FileLock
from socialdesk.support.paths import Workspace


@contextlib.contextmanager
def alone(workspace: Workspace) -> Generator[None, None, None]:
    """Hold the locks of engine and desktop. Raises Taken while one of them runs."""
    with contextlib.ExitStack() as held:
        for file in (workspace.engine_lock, workspace.desktop_lock):
            held.callback(FileLock(file).release)
        yield
