"""Gets a key as acts are declared with it, gives what is printed on its caps and what a line of text calls it."""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication

tr = QCoreApplication.translate
_OF_MAC = {"Ctrl": "⌘", "Shift": "⇧", "Alt": "⌥", "Meta": "⌃"}


def caps(key: str) -> tuple[str, ...]:
    """What is printed on the caps of a key or chord, as this system prints it."""
    if key.startswith("G ") and len(key) == 3:
        return ("G", key[2])
    if key == "+":
        return ("+",)
    parts = [*key.removesuffix("++").split("+"), "+"] if key.endswith("++") else key.split("+")
    named = [_named(part) for part in parts]
    return tuple(_OF_MAC.get(part, part) for part in named) if sys.platform == "darwin" else tuple(named)


def written(key: str) -> str:
    """A key in a line of text."""
    shown = caps(key)
    return " ".join(shown) if key.startswith("G ") else "".join(shown) if sys.platform == "darwin" else "+".join(shown)


def _named(part: str) -> str:
    match part:
        case "Escape":
            return tr("keys", "Esc", "the name on the key")
        case "Del":
            return tr("keys", "Del", "the name on the key")
        case "Home":
            return tr("keys", "Home", "the name on the key")
        case _:
            return part
