"""Leads from one window to the next: from a workspace of one's own to the demo and back, or to another folder."""

from __future__ import annotations

import argparse

from socialdesk.launch.desktop import Wish
from socialdesk.launch.desktop import desktop as open_own


def desktop(options: argparse.Namespace) -> int:
    """`socialdesk desktop`."""
    return _go(options, None, "own", is_connecting=False)


def demo(options: argparse.Namespace) -> int:
    """`socialdesk demo`."""
    return _go(argparse.Namespace(**{**vars(options), "workspace": None}), options, "demo", is_connecting=False)


def _go(own: argparse.Namespace, demo_options: argparse.Namespace | None, to: str, *, is_connecting: bool) -> int:
    """Open one window after the other, as long as somebody wants to go on; `own` is where one comes back to."""
    while True:
        wish = Wish(connects=is_connecting)
        if to == "demo":
            from socialdesk.launch.demo import demo as open_demo  # it makes a workspace: more than a start can wait for

            of_demo = {**vars(own), "workspace": None, "fresh": False, "offscreen_shot": None}
            status = open_demo(demo_options or argparse.Namespace(**of_demo), wish)
        else:
            status = open_own(own, wish)
        if wish.folder is not None:
            own = argparse.Namespace(**{**vars(own), "workspace": wish.folder})
        if not wish.to:
            return status
        is_connecting = to == "demo" and wish.to == "own"
        demo_options = None if to == "demo" else demo_options
        to = wish.to
