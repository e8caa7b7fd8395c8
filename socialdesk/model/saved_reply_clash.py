"""Gets a saved reply as two people wrote it, gives where they differ; what is counted does not matter."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from socialdesk.model.saved_reply import Act, SavedReply
from socialdesk.model.saved_reply_library import saving


class Part(StrEnum):
    """A part of a saved reply that somebody writes."""

    TITLE = "title"
    SHORTCUT = "shortcut"
    FOLDER = "folder"
    SCOPE = "scope"
    TAGS = "tags"
    KEY = "key"
    REVIEW = "review"
    ACTS = "acts"
    BODY = "body"
    PICTURES = "pictures"


@dataclass(frozen=True, slots=True)
class Difference:
    """One part that is not the same; an empty text means that there is none."""

    part: Part
    mine: str
    theirs: str
    language: str = ""
    """Of a body."""


def is_clash(mine: SavedReply | None, kept: SavedReply | None) -> bool:
    """Whether what was begun on one version says something else than the version that is kept by now."""
    if mine is None or kept is None or kept.id <= 0:
        return False
    return mine.version != kept.version and saving(mine) != saving(kept)


def differences(mine: SavedReply, theirs: SavedReply) -> tuple[Difference, ...]:
    """The parts that differ, in the order of the form."""
    found = [
        Difference(part, ours, others)
        for part, ours, others in (
            (Part.TITLE, mine.title, theirs.title),
            (Part.SHORTCUT, mine.shortcut, theirs.shortcut),
            (Part.FOLDER, mine.folder, theirs.folder),
            (Part.SCOPE, _scope(mine), _scope(theirs)),
            (Part.TAGS, ", ".join(mine.tags), ", ".join(theirs.tags)),
            (Part.KEY, _key(mine), _key(theirs)),
            (Part.REVIEW, mine.review_on, theirs.review_on),
            (Part.PICTURES, _pictures(mine), _pictures(theirs)),
        )
        if ours != others
    ]
    ours, others = dict(mine.bodies), dict(theirs.bodies)
    for language in dict.fromkeys((*ours, *others)):
        here, there = ours.get(language, ""), others.get(language, "")
        if here != there:
            found.append(Difference(Part.BODY, here, there, language))
    if mine.acts != theirs.acts:
        found.append(Difference(Part.ACTS, _acts(mine.acts), _acts(theirs.acts)))
    return tuple(found)


def _scope(reply: SavedReply) -> str:
    return f"{reply.scope.value}:{reply.channel_id}" if reply.channel_id is not None else reply.scope.value


def _key(reply: SavedReply) -> str:
    return f"Alt+Shift+{reply.hotkey}" if reply.hotkey else ""


def _pictures(reply: SavedReply) -> str:
    return "\n".join(f"{one.width} × {one.height}  {one.id[:8]}  {one.alt}".strip() for one in reply.pictures)


def _acts(acts: tuple[Act, ...]) -> str:
    return "\n".join(f"{kind}: {value}" if value else kind for kind, value in acts)
