"""Named instants at which a test can let the process die, to see what is left; nothing happens unless asked for.

`SOCIALDESK_FAILPOINT=name` kills the process (SIGKILL, as a power cut would) the first time it reaches `name`;
`name:3` the third time.
"""

from __future__ import annotations

import os
from collections.abc import Callable

_wanted, _, _count = os.environ.get("SOCIALDESK_FAILPOINT", "").partition(":")
_left = int(_count) if _count.isdigit() else 1


instead: Callable[[str], None] | None = None
"""What a test in this process does at every instant in place of dying; it may raise."""


def reach(name: str) -> None:
    """Say that this instant is reached."""
    global _left  # noqa: PLW0603 - one counter a process, like the process's one end
    if instead is not None:
        instead(name)
    if name != _wanted:
        return
    _left -= 1
    if _left == 0:
        import signal  # a start need not wait for it

        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
