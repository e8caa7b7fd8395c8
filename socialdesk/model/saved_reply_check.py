"""Decides what is wrong with a saved reply before it is kept; the editor, the engine and an import ask the same.

A problem is a word; each place has its own sentence for it.
"""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from socialdesk.model.saved_reply import SavedReply, Scope
from socialdesk.support.pattern import pattern

SHORTCUT_MOST, TITLE_MOST, FOLDER_MOST, BODY_MOST = 40, 120, 120, 10_000
_SHORTCUT = pattern(r"^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*$")
_LANGUAGE = pattern(r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")
_CONTROL = pattern(r"[\p{Cc}]")
_FIELD = pattern(r"\{([^{}]*)\}")
_INSIDE = pattern(r"^[^:]*[^:\s][^:]*(:\s*(text|number|date|link|choice\s*\([^)]*[^\s,)][^)]*\))\s*)?$")


class Problem(StrEnum):
    """What keeps a reply out of the library."""

    NO_SHORTCUT = "no shortcut"
    BAD_SHORTCUT = "bad shortcut"
    LONG_SHORTCUT = "long shortcut"
    TAKEN = "taken"
    NO_TITLE = "no title"
    LONG_TITLE = "long title"
    LONG_FOLDER = "long folder"
    NO_BODY = "no body"
    LONG_BODY = "long body"
    BAD_LANGUAGE = "bad language"
    TWICE = "language twice"
    BAD_FIELD = "bad field"
    NO_CHANNEL = "no channel"


SENTENCES = {
    Problem.NO_SHORTCUT: "It has no shortcut.",
    Problem.BAD_SHORTCUT: "A shortcut is letters and digits without spaces, such as express-2.",
    Problem.LONG_SHORTCUT: f"The shortcut is longer than {SHORTCUT_MOST} letters.",
    Problem.TAKEN: "Another saved reply has this shortcut.",
    Problem.NO_TITLE: "It has no title.",
    Problem.LONG_TITLE: f"The title is longer than {TITLE_MOST} letters.",
    Problem.LONG_FOLDER: f"The name of the folder is longer than {FOLDER_MOST} letters.",
    Problem.NO_BODY: "It has no text, or a language without text.",
    Problem.LONG_BODY: f"The text is longer than {BODY_MOST} letters.",
    Problem.BAD_LANGUAGE: "A language is a code such as en, fr or pt-BR.",
    Problem.TWICE: "It has the same language twice.",
    Problem.BAD_FIELD: "A { or } stands alone, or a blank is not of the form {name}, {name: date} or"
    " {name: choice(one, two)}.",
    Problem.NO_CHANNEL: "It is for one channel, and none is named.",
}
"""What the command line and the engine say. The window has its own words, in the reader's language."""


def problems(reply: SavedReply, taken: Collection[str]) -> tuple[Problem, ...]:
    """What is wrong with a reply, in the order of its fields; `taken` are the shortcuts of all others."""
    found = [*_naming(reply, taken), *_written(reply)]
    if reply.scope is Scope.CHANNEL and reply.channel_id is None:
        found.append(Problem.NO_CHANNEL)
    return tuple(found)


def is_sound(body: str) -> bool:
    """Whether every brace of a body belongs to a field that can be read."""
    rest = _FIELD.sub("", body)
    return "{" not in rest and "}" not in rest and all(_INSIDE.match(inside) for inside in _FIELD.findall(body))


def _naming(reply: SavedReply, taken: Collection[str]) -> list[Problem]:
    found: list[Problem] = []
    if not reply.shortcut:
        found.append(Problem.NO_SHORTCUT)
    elif not _SHORTCUT.match(reply.shortcut):
        found.append(Problem.BAD_SHORTCUT)
    elif len(reply.shortcut) > SHORTCUT_MOST:
        found.append(Problem.LONG_SHORTCUT)
    elif reply.shortcut in taken:
        found.append(Problem.TAKEN)
    if not reply.title.strip() or _CONTROL.search(reply.title):
        found.append(Problem.NO_TITLE)
    elif len(reply.title) > TITLE_MOST:
        found.append(Problem.LONG_TITLE)
    if len(reply.folder) > FOLDER_MOST or _CONTROL.search(reply.folder):
        found.append(Problem.LONG_FOLDER)
    return found


def _written(reply: SavedReply) -> list[Problem]:
    found: list[Problem] = []
    if not reply.bodies or any(not body.strip() for _, body in reply.bodies):
        found.append(Problem.NO_BODY)
    if any(len(body) > BODY_MOST for _, body in reply.bodies):
        found.append(Problem.LONG_BODY)
    if any(not _LANGUAGE.match(language) for language in reply.languages):
        found.append(Problem.BAD_LANGUAGE)
    if len(set(reply.languages)) != len(reply.languages):
        found.append(Problem.TWICE)
    if any(not is_sound(body) for _, body in reply.bodies):
        found.append(Problem.BAD_FIELD)
    return found
