"""A screen reader of few words: listens to the desktop as Orca does, presses keys, and writes down what it heard.

Runs on the system's Python, which has `pyatspi`: `python3 reader.py STEPS`. STEPS is a JSON list of keys to press, each
as xdotool names it, with what must be heard before the next one: `["j", "focus", "Dan Whitfield"]`. What came of it is
written to standard output as JSON: the tree, and for each step everything heard until then.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from typing import Any

import pyatspi  # pyright: ignore[reportMissingImports]  # of the system's Python, not of the project's
from gi.repository import GLib  # pyright: ignore[reportMissingImports]  # of the system's Python too

PATIENCE_S = 90
LOOK_MS = 40
PROGRAM = "SocialDesk"
EVENTS = (
    "focus",
    "object:state-changed:focused",
    "object:active-descendant-changed",
    "object:selection-changed",
    "object:announcement",
)
MOST_CHILDREN = 60


def desk() -> Any:
    """The program, once it is there with a window."""
    for one in pyatspi.Registry.getDesktop(0):
        if one is not None and one.name == PROGRAM and one.childCount:
            return one
    return None


def tree(of: Any) -> dict[str, Any]:
    """A part of the window as a reader meets it."""
    states = of.getState()
    children = [of.getChildAtIndex(number) for number in range(min(of.childCount, MOST_CHILDREN))]
    return {
        "role": of.getRoleName(),
        "name": of.name,
        "description": of.description,
        "showing": bool(states.contains(pyatspi.STATE_SHOWING)),
        "focusable": bool(states.contains(pyatspi.STATE_FOCUSABLE)),
        "enabled": bool(states.contains(pyatspi.STATE_ENABLED)),
        "children": [tree(child) for child in children if child is not None],
    }


def press(*what: str) -> None:
    """Let xdotool do something; what it has against it ends the reading."""
    done = subprocess.run(["xdotool", *what], check=False, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"xdotool {' '.join(what)}: {done.stderr}")


class Reader:
    """Hears events, and goes on to the next step when it heard what it waits for."""

    def __init__(self, steps: list[tuple[str, str, str]]) -> None:
        self.steps = steps
        self.heard: list[list[tuple[str, str]]] = []
        self.tree: dict[str, Any] | None = None
        self.loop = GLib.MainLoop()
        self.since = time.monotonic()
        self.gone: list[str] = []

    def listen(self, event: Any) -> None:
        """Write one event down."""
        kind = str(event.type).split(":")[1] if ":" in str(event.type) else str(event.type)
        if kind == "state-changed" and not event.detail1:
            return
        try:
            said = event.any_data if kind == "announcement" else getattr(event.source, "name", "")
            if kind == "active-descendant-changed":
                said = getattr(event.any_data, "name", "")
        except GLib.Error as error:
            self.gone.append(repr(error))  # what spoke was put away before it was asked
            return
        if self.heard:
            self.heard[-1].append(({"state-changed": "focus"}.get(kind, kind), str(said)))

    def window(self) -> dict[str, Any] | None:
        """The tree as it is now; None while there is none, or while a part goes as it is looked at."""
        try:
            found = desk()
            return None if found is None else tree(found)
        except (GLib.Error, LookupError, AttributeError) as error:
            # The window is still being filled: what was there a moment ago was put away.
            self.gone.append(repr(error))
            return None

    def look(self) -> bool:
        """Begin when the window is there; press the next key when the last was answered; end after all."""
        if time.monotonic() - self.since > PATIENCE_S:
            self.loop.quit()
            return False
        if self.tree is None:
            shown = self.window()
            if shown is None:
                return True
            if "Queue" not in json.dumps(shown) or "Answer to" not in json.dumps(shown):
                return True
            self.tree = shown
            # No window manager gives the window the keys here.
            press("search", "--onlyvisible", "--name", PROGRAM, "windowfocus")
        elif self.heard:
            _, kind, words = self.steps[len(self.heard) - 1]
            if not any(one == kind and words in said for one, said in self.heard[-1]):
                return True
        if len(self.heard) == len(self.steps):
            self.loop.quit()
            return False
        self.since = time.monotonic()
        self.heard.append([])
        press("key", self.steps[len(self.heard) - 1][0])
        return True


def main() -> None:
    """Go through the steps."""
    reader = Reader([tuple(step) for step in json.loads(sys.argv[1])])
    pyatspi.Registry.registerEventListener(reader.listen, *EVENTS)
    GLib.timeout_add(LOOK_MS, reader.look)
    sys.excepthook = lambda *error: (sys.__excepthook__(*error), reader.loop.quit())
    reader.loop.run()
    sys.stdout.write(json.dumps({"tree": reader.tree, "heard": reader.heard, "gone": reader.gone}))


if __name__ == "__main__":
    main()
