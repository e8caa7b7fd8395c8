"""Gives the keys of an act in each preset, out of how it was declared; knows no act by name.

The keys an act is declared with are SocialDesk's own. A declaration may name others for a hand used to Gmail (`gmail`)
and keys to have beside those that are no letters where single letters are off (`plain`). What is not named keeps its
keys; an act that is left without any is found some by `spare`, so that a new one never goes without an answer.
"""

from __future__ import annotations

import sys
from collections.abc import Collection
from enum import StrEnum

Keys = tuple[str, ...]


class Preset(StrEnum):
    """Which keys one begins with."""

    SOCIALDESK = "socialdesk"
    GMAIL = "gmail"
    PLAIN = "plain"
    """No single letters."""


_HELD = ("Ctrl", "Ctrl+Shift", "Alt", "Alt+Shift")
"""What is held with a letter that may not stand alone."""
_HELD_SHIFT = ("Ctrl+Shift", "Alt+Shift", "Ctrl", "Alt")
_MEANT_ELSEWHERE = frozenset({"Ctrl+P", "Ctrl+W", "Ctrl+Z", "Alt+F", "Alt+D"})
"""What people take for printing, closing, undoing, a menu or an address."""


def preset_keys(declared: Keys, gmail: Keys | None, plain: Keys | None, preset: Preset) -> Keys:
    """The keys of an act in a preset, by what its declaration says; a chord is written "G M"."""
    match preset:
        case Preset.GMAIL:
            return declared if gmail is None else gmail
        case Preset.PLAIN:
            return (*(plain or ()), *(key for key in declared if not is_letter(key)))
        case _:
            return declared


def spare(declared: Keys, taken: Collection[str]) -> Keys:
    """A key like the letter an act was declared with that nobody has and that is nobody else's; none if none is left.

    A chord finds none: what it leads to stands in the rail and in the palette.
    """
    for key in declared:
        letter = key.removeprefix("Shift+")
        if len(letter) != 1 or not letter.isascii() or not letter.isalpha():
            continue
        for held in _HELD_SHIFT if key.startswith("Shift+") else _HELD:
            found = f"{held}+{letter}"
            if held == "Alt" and sys.platform == "darwin":
                continue  # it writes the accents there
            if found not in taken and found not in _MEANT_ELSEWHERE:
                return (found,)
    return ()


def is_letter(key: str) -> bool:
    """Whether a key is a sign without Ctrl or Alt, such as E, Shift+E, ? or G M, which speech input types by chance."""
    return len(key.removeprefix("Shift+")) == 1 or key.startswith("G ")
