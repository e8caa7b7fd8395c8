"""Gets a key as acts are declared with it, gives what is printed on its caps and what a line of text calls it.

The one place that names keys: every name is said in the reader's language, as their keyboard has it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

tr = QCoreApplication.translate
_OF_MAC = {"Ctrl": "⌘", "Shift": "⇧", "Alt": "⌥", "Meta": "⌃", "Return": "↵", "Enter": "↵"}
_NAMES: Mapping[str, Callable[[], str]] = {
    "Ctrl": lambda: tr("keys", "Ctrl", "the name on the key"),
    "Shift": lambda: tr("keys", "Shift", "the name on the key"),
    "Alt": lambda: tr("keys", "Alt", "the name on the key"),
    "Escape": lambda: tr("keys", "Esc", "the name on the key"),
    "Esc": lambda: tr("keys", "Esc", "the name on the key"),
    "Return": lambda: tr("keys", "Enter", "the name on the key"),
    "Enter": lambda: tr("keys", "Enter", "the name on the key"),
    "Tab": lambda: tr("keys", "Tab", "the name on the key"),
    "Space": lambda: tr("keys", "Space", "the name on the key"),
    "Del": lambda: tr("keys", "Del", "the name on the key"),
    "Backspace": lambda: tr("keys", "Backspace", "the name on the key"),
    "Home": lambda: tr("keys", "Home", "the name on the key"),
    "End": lambda: tr("keys", "End", "the name on the key"),
    "PgUp": lambda: tr("keys", "Page up", "the name on the key"),
    "PgDown": lambda: tr("keys", "Page down", "the name on the key"),
    "Up": lambda: tr("keys", "Up", "the name on the key"),
    "Down": lambda: tr("keys", "Down", "the name on the key"),
    "Left": lambda: tr("keys", "Left", "the name on the key"),
    "Right": lambda: tr("keys", "Right", "the name on the key"),
}
_SIGNS = frozenset({"Shift", "Return", "Enter", "Up", "Down", "Left", "Right"})
"""What is painted on a cap as a sign instead of its name; see `widgets/keycap.py`."""


def named(part: str) -> str:
    """One key, or what is held with it, in the reader's language; a letter is itself."""
    name = _NAMES.get(part)
    return name() if name is not None else part


def caps(key: str) -> tuple[str, ...]:
    """What is printed on the caps of a key or chord, as this system prints it."""
    parts = _parts(key)
    if sys.platform == "darwin":
        return tuple(_OF_MAC.get(part) or named(part) for part in parts)
    return tuple(part if part in _SIGNS else named(part) for part in parts)


def written(key: str) -> str:
    """A key in a line of text."""
    if sys.platform == "darwin" and not key.startswith("G "):
        return "".join(caps(key))
    return (" " if key.startswith("G ") else "+").join(named(part) for part in _parts(key))


def _parts(key: str) -> list[str]:
    if key.startswith("G ") and len(key) == 3:
        return ["G", key[2]]
    if key == "+":
        return ["+"]
    return [*key.removesuffix("++").split("+"), "+"] if key.endswith("++") else key.split("+")
