"""Leads from one window to the next: from a workspace of one's own to the demo and back, or to another folder."""

from __future__ import annotations

import argparse
from dataclasses import dataclass

from socialdesk.launch.desktop import Wish, show_problem
from socialdesk.launch.desktop import desktop as open_own
from socialdesk.launch.saying import what_is_wrong


@dataclass(frozen=True)
class _Place:
    """A window to open: "own" or "demo" and the options of it; `own` is where one comes back to from the demo."""

    to: str
    own: argparse.Namespace
    of_demo: argparse.Namespace | None = None


def desktop(options: argparse.Namespace) -> int:
    """`socialdesk desktop`."""
    return _go(_Place("own", options))


def demo(options: argparse.Namespace) -> int:
    """`socialdesk demo`."""
    return _go(_Place("demo", argparse.Namespace(**{**vars(options), "workspace": None}), options))


def _go(first: _Place) -> int:
    """Open one window after the other, as long as somebody wants to go on."""
    here, before = first, None
    while True:
        wish = Wish(connects=before is not None and before.to == "demo", back=before.to if before is not None else "")
        status = _open(here, wish)
        if wish.to == "back" and before is not None:
            # Going back once more leads nowhere: what is open now has shown that it can be opened.
            here, before = _again(before), None
        elif wish.to:
            here, before = _next(here, wish), here
        else:
            return status


def _open(place: _Place, wish: Wish) -> int:
    try:
        if place.to == "own":
            return open_own(place.own, wish)
        from socialdesk.launch.demo import demo as open_demo  # it makes a workspace: more than a start can wait for

        of_demo = argparse.Namespace(**{**vars(place.own), "workspace": None, "offscreen_shot": None, "fresh": False})
        return open_demo(place.of_demo or of_demo, wish)
    except Exception as error:
        # Who was led here by a window, or started from a menu, looks at no terminal.
        sentence = what_is_wrong(error) if wish.back or place.to == "own" else ""
        if not sentence:
            raise
        return show_problem(sentence, wish)


def _again(place: _Place) -> _Place:
    """The same once more; what somebody came from is not begun anew."""
    if place.of_demo is None:
        return place
    return _Place(place.to, place.own, argparse.Namespace(**{**vars(place.of_demo), "fresh": False}))


def _next(here: _Place, wish: Wish) -> _Place:
    own = here.own if wish.folder is None else argparse.Namespace(**{**vars(here.own), "workspace": wish.folder})
    return _Place("demo" if wish.to == "demo" else "own", own)
