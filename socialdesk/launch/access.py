"""Says on the command line what a sign-in allows."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from socialdesk.connectors.kit.registry import Registry
from socialdesk.launch.saying import plain


def say_access(platform: str, handle: str, granted: Iterable[tuple[str, bool]]) -> None:
    """What was tried, a line each; what is missing with how to get it."""
    words = {one.key: one for one in Registry().manifest(platform).access}
    for key, is_granted in granted:
        if key in words:
            one = words[key]
            said = one.words if is_granted else f"{one.words}. {one.missing} {one.mend}".rstrip()
            print(f"{'+' if is_granted else '-'} {said.replace('{handle}', plain(handle))}", file=sys.stderr)
