"""Gives the library as a person sees it: with what waits for the engine counted in, in folders, by who it is for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from socialdesk.model.command import Given
from socialdesk.model.identifiers import ChannelId, SavedReplyId
from socialdesk.model.saved_reply import SavedReply, Scope, plain
from socialdesk.model.saved_reply_check import SHORTCUT_MOST
from socialdesk.model.saved_reply_command import (
    CountReplyUse,
    DeleteSavedReply,
    ImportReplies,
    RestoreSavedReply,
    SaveReply,
)

BETWEEN = "/"
_MANY = 1_000_000
"""More than one import can bring: the numbers of what is not kept yet differ between commands."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder with what lies in it and below; `path` names it from the outside in."""

    path: str
    count: int
    depth: int

    @property
    def name(self) -> str:
        """Its own name."""
        return self.path.rsplit(BETWEEN, 1)[-1]


def folded(library: Iterable[SavedReply], pending: Iterable[Given]) -> list[SavedReply]:
    """The library with commands that have no effect yet. What is new has a negative number until it has its own."""
    found = {reply.id: reply for reply in library}
    gone: dict[SavedReplyId, SavedReply] = {}
    for given in pending:
        match given.command:
            case SaveReply() as command:
                _save(found, command, given, SavedReplyId(-given.seq))
            case ImportReplies(replies=replies):
                for at, one in enumerate(replies):
                    _save(found, one, given, SavedReplyId(-(given.seq * _MANY + at)))
            case DeleteSavedReply(id=id_) if id_ in found:
                gone[SavedReplyId(id_)] = found.pop(SavedReplyId(id_))
            case RestoreSavedReply(id=id_) if id_ in gone:
                found[SavedReplyId(id_)] = gone.pop(SavedReplyId(id_))
            case CountReplyUse(id=id_) if id_ in found:
                one = found[SavedReplyId(id_)]
                found[one.id] = replace(one, used=one.used + 1, last_used_at=given.at)
            case _:
                pass
    return list(found.values())


def _save(found: dict[SavedReplyId, SavedReply], command: SaveReply, given: Given, new: SavedReplyId) -> None:
    number = SavedReplyId(command.id) if command.id is not None else new
    if command.id is None or number in found:
        found[number] = changed(found.get(number), command, given, number)


def changed(before: SavedReply | None, command: SaveReply, given: Given, number: SavedReplyId) -> SavedReply:
    """A reply as a command leaves it. Whoever makes it owns it; one that becomes somebody's own, they own."""
    owner = before.owner_id if before else given.person
    if owner is None and command.scope is Scope.ME:
        owner = given.person
    return SavedReply(
        id=number,
        shortcut=command.shortcut,
        title=command.title,
        folder=tidied(command.folder),
        bodies=command.bodies,
        used=before.used if before else 0,
        scope=command.scope,
        channel_id=ChannelId(command.channel) if command.channel is not None else None,
        owner_id=owner,
        tags=command.tags,
        last_used_at=before.last_used_at if before else None,
        acts=command.acts,
        hotkey=command.hotkey,
        review_on=command.review_on,
        version=before.version + 1 if before else 1,
        sent=before.sent if before else 0,
        edited=before.edited if before else 0,
        pictures=command.pictures,
        reopened=before.reopened if before else 0,
    )


def saving(reply: SavedReply) -> SaveReply:
    """The command that makes the library hold a reply as it is; a number of 0 makes a new one."""
    return SaveReply(
        reply.id or None,
        reply.shortcut,
        reply.title,
        tidied(reply.folder),
        reply.bodies,
        reply.scope,
        reply.channel_id,
        reply.tags,
        reply.acts,
        reply.hotkey,
        reply.review_on,
        pictures=reply.pictures,
    )


def onto(reply: SavedReply, later: int = 0) -> SaveReply:
    """The same, refused where the library holds another version than that of the reply, or so many `later`."""
    return replace(saving(reply), based_on=reply.version + later)


def counted_like(reply: SavedReply, kept: SavedReply) -> SavedReply:
    """A reply with what is counted and not written as it is kept."""
    reply = replace(reply, used=kept.used, last_used_at=kept.last_used_at, owner_id=kept.owner_id)
    return replace(reply, sent=kept.sent, edited=kept.edited, reopened=kept.reopened)


def tidied(folder: str) -> str:
    """A folder as it is kept: no blanks around its names, none of them empty."""
    return BETWEEN.join(part for part in (one.strip() for one in folder.split(BETWEEN)) if part)


def folders(library: Iterable[SavedReply]) -> list[Folder]:
    """Every folder there is, those around others before them, by name; a folder lasts while something lies in it."""
    counts: dict[str, int] = {}
    for folder, many in Counter(reply.folder for reply in library).items():
        names = tidied(folder).split(BETWEEN)
        for depth in range(1, len(names) + 1):
            path = BETWEEN.join(names[:depth])
            if path:
                counts[path] = counts.get(path, 0) + many
    order = sorted(counts, key=lambda path: [(plain(name), name) for name in path.split(BETWEEN)])
    return [Folder(path, counts[path], path.count(BETWEEN)) for path in order]


def inside(library: Iterable[SavedReply], path: str) -> list[SavedReply]:
    """What lies in a folder and below; everything for the empty path."""
    begin = path + BETWEEN
    return [one for one in library if not path or one.folder == path or one.folder.startswith(begin)]


def renamed(library: Iterable[SavedReply], path: str, to: str) -> list[SavedReply]:
    """The replies of a folder as they are once it is called `to`; those that change nothing are left out."""
    if not path or tidied(to) == path:
        return []
    return [replace(one, folder=tidied(to + one.folder[len(path) :])) for one in inside(library, path)]


def free_shortcut(wanted: str, taken: Collection[str]) -> str:
    """`wanted`, or the first of wanted-2, wanted-3 … that nobody has."""
    if wanted not in taken:
        return wanted
    number = 2
    while True:
        end = f"-{number}"
        made = wanted[: SHORTCUT_MOST - len(end)] + end
        if made not in taken:
            return made
        number += 1


def copied(reply: SavedReply, library: Sequence[SavedReply]) -> SavedReply:
    """A reply like another, not kept yet, under a shortcut that is free."""
    shortcut = free_shortcut(reply.shortcut, {one.shortcut for one in library})
    return replace(
        reply,
        id=SavedReplyId(0),
        shortcut=shortcut,
        used=0,
        last_used_at=None,
        owner_id=None,
        hotkey=0,
        version=1,
        sent=0,
        edited=0,
        reopened=0,
    )
