"""Gives the keys of an act in each preset; the keys an act is declared with are those of SocialDesk's own.

What is not named for Gmail keeps its keys, unless another act has them there. Without single letters an act has what
is named here and those of its keys that are no letters.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

Keys = tuple[str, ...]


class Preset(StrEnum):
    """Which keys one begins with."""

    SOCIALDESK = "socialdesk"
    GMAIL = "gmail"
    PLAIN = "plain"
    """No single letters."""


GMAIL: Mapping[str, Keys] = {
    "thread.done": ("E", "Y"),
    "thread.snooze": ("B",),
    "thread.tag": ("L",),
    "thread.like": ("S",),
    "thread.read": ("Shift+U", "Shift+I"),
    "thread.nobody": (),
    "thread.mine": ("I",),
    "thread.open": ("V",),
    "queue.enter": ("Return", "O"),
    "app.leave": ("Escape", "U"),
    "go.mine": ("G I",),
    "go.unassigned": ("G U",),
    "go.team": ("G A",),
    "go.done": ("G E",),
    "go.snoozed": ("G B",),
    "go.sent": ("G T",),
}
PLAIN: Mapping[str, Keys] = {
    "thread.done": ("Ctrl+E",),
    "thread.reopen": ("Ctrl+Shift+E",),
    "thread.snooze": ("Ctrl+H",),
    "thread.assign": ("Ctrl+G",),
    "thread.mine": ("Ctrl+I",),
    "thread.nobody": ("Ctrl+Shift+O",),
    "thread.take": ("Ctrl+Shift+N",),
    "thread.tag": ("Ctrl+T",),
    "thread.read": ("Ctrl+U",),
    "thread.like": ("Ctrl+L",),
    "thread.open": ("Ctrl+O",),
    "thread.reply": ("Ctrl+R",),
    "thread.note": ("Ctrl+M",),
    "queue.next": ("Ctrl+Down",),
    "queue.previous": ("Ctrl+Up",),
}


def preset_keys(act: str, declared: Keys, preset: Preset) -> Keys:
    """The keys of an act in a preset; a chord is written "G M"."""
    match preset:
        case Preset.GMAIL:
            return GMAIL.get(act, declared)
        case Preset.PLAIN:
            return (*PLAIN.get(act, ()), *(key for key in declared if not is_letter(key)))
        case _:
            return declared


def is_letter(key: str) -> bool:
    """Whether a key is a sign without Ctrl or Alt, such as E, Shift+E, ? or G M, which speech input types by chance."""
    return len(key.removeprefix("Shift+")) == 1 or key.startswith("G ")
