"""Decides what is wrong with a saved reply before it is kept; the editor, the engine and an import ask the same.

A problem is a word; each place has its own sentence for it.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from enum import StrEnum

from socialdesk.model.capability import AttachmentLimit
from socialdesk.model.outgoing import MOST_ALT, Trouble, trouble_with
from socialdesk.model.saved_reply import Act, ActKind, SavedReply, Scope
from socialdesk.model.thread import Priority
from socialdesk.support.pattern import pattern

SHORTCUT_MOST, TITLE_MOST, FOLDER_MOST, BODY_MOST = 40, 120, 120, 10_000
TAG_MOST, ACTS_MOST = 60, 20
PICTURES = AttachmentLimit(4, ("image/jpeg", "image/png", "image/gif", "image/webp"), 2_000_000, 4_096)
"""What goes with one saved reply: small enough that every network takes it and a library can be carried in a file."""
PICTURES_BYTES_MOST = 60_000_000
"""What all pictures of a library take together, so that it can be written to a file and read again."""
_SPAN = pattern(r"^[1-9][0-9]{0,2}[hd]$")
_SHORTCUT = pattern(r"^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*$")
_LANGUAGE = pattern(r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")
_CONTROL = pattern(r"[\p{Cc}]")
_FIELD = pattern(r"\{([^{}]*)\}")
_INSIDE = pattern(
    r"^(?:[^:|;]*[^:|;\s][^:|;]*(?::\s*(?:text|number|date|link|choice\s*\([^)]*[^\s,)][^)]*\))\s*)?(?:;.*)?"
    r"|[^:|;]*[^:|;\s][^:|;]*\|.*)$"
)


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
    BAD_ACT = "bad act"
    BAD_KEY = "bad key"
    KEY_TAKEN = "key taken"
    BAD_DAY = "bad day"
    MANY_PICTURES = "many pictures"
    BAD_PICTURE = "bad picture"


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
    Problem.BAD_ACT: "Something it is to do cannot be read, such as tag: late, snooze: 3d, assign: me or done.",
    Problem.BAD_KEY: "A key is a digit from 1 to 9.",
    Problem.KEY_TAKEN: "Another saved reply has this key.",
    Problem.BAD_DAY: "The day of review is not of the form 2026-11-28.",
    Problem.MANY_PICTURES: f"More than {PICTURES.most} pictures go with it.",
    Problem.BAD_PICTURE: "A picture of it is no JPEG, PNG, GIF or WebP, or larger than 2 MB or 4,096 pixels.",
}
"""What the command line and the engine say. The window has its own words, in the reader's language."""


def problems(reply: SavedReply, taken: Collection[str], keys: Collection[int] = ()) -> tuple[Problem, ...]:
    """What is wrong with a reply, in the order of its fields; `taken` and `keys` are what all others have."""
    found = [*_naming(reply, taken), *_written(reply), *_doing(reply, keys), *_shown(reply)]
    if reply.scope is Scope.CHANNEL and reply.channel_id is None:
        found.append(Problem.NO_CHANNEL)
    return tuple(found)


def is_sound(body: str) -> bool:
    """Whether every brace of a body belongs to a field that can be read."""
    rest = _FIELD.sub("", body)
    return "{" not in rest and "}" not in rest and all(_INSIDE.match(inside) for inside in _FIELD.findall(body))


def is_act(act: Act) -> bool:
    """Whether an act of a macro can be carried out."""
    kind, value = act
    match kind:
        case ActKind.TAG:
            return 0 < len(value.strip()) <= TAG_MOST and not _CONTROL.search(value)
        case ActKind.PRIORITY:
            return value in {one.value for one in Priority}
        case ActKind.ASSIGN:
            return value in {"me", "nobody"} or value.isdecimal()
        case ActKind.NOTE:
            return 0 < len(value.strip()) <= BODY_MOST
        case ActKind.SNOOZE:
            return value == "answer" or _SPAN.match(value) is not None
        case ActKind.DONE:
            return not value
        case _:
            return False


def _doing(reply: SavedReply, keys: Collection[int]) -> list[Problem]:
    found: list[Problem] = []
    kinds = [kind for kind, _ in reply.acts if kind not in {ActKind.TAG, ActKind.NOTE}]
    # To be done and to come back later are two ends of one thread.
    is_torn = {ActKind.DONE, ActKind.SNOOZE} <= set(kinds)
    if len(reply.acts) > ACTS_MOST or is_torn or len(set(kinds)) != len(kinds) or not all(map(is_act, reply.acts)):
        found.append(Problem.BAD_ACT)
    if not 0 <= reply.hotkey <= 9:
        found.append(Problem.BAD_KEY)
    elif reply.hotkey and reply.hotkey in keys:
        found.append(Problem.KEY_TAKEN)
    if reply.review_on and not _is_day(reply.review_on):
        found.append(Problem.BAD_DAY)
    return found


def _shown(reply: SavedReply) -> list[Problem]:
    trouble = trouble_with(reply.pictures, PICTURES)
    if trouble is not None:
        return [Problem.MANY_PICTURES if trouble[1] is Trouble.TOO_MANY else Problem.BAD_PICTURE]
    return [Problem.BAD_PICTURE] if any(len(one.alt) > MOST_ALT for one in reply.pictures) else []


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


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
    if (not reply.bodies and not reply.acts and not reply.pictures) or any(
        not body.strip() for _, body in reply.bodies
    ):
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
