"""Gives the intended acts on the library of saved replies, and that one of them was used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, TypeAlias

from socialdesk.model.identifiers import CommandId, ThreadId
from socialdesk.model.outgoing import OutgoingPicture
from socialdesk.model.saved_reply import Scope


@dataclass(frozen=True, slots=True)
class SaveReply:
    """Create (`id` None) or change a saved reply. `bodies` are (language, body) pairs."""

    name: ClassVar[str] = "save_reply"
    id: int | None
    shortcut: str
    title: str
    folder: str
    bodies: tuple[tuple[str, str], ...]
    scope: Scope = Scope.TEAM
    channel: int | None = None
    tags: tuple[str, ...] = ()
    acts: tuple[tuple[str, str], ...] = ()
    hotkey: int = 0
    review_on: str = ""
    based_on: int = 0
    """The version that was changed; another one in the library is not overwritten. 0 for whatever is there."""
    pictures: tuple[OutgoingPicture, ...] = ()
    """What goes with it. The engine takes the bytes of what is new from the file of who saves it."""


@dataclass(frozen=True, slots=True)
class ImportReplies:
    """Create and change many saved replies, all or none."""

    name: ClassVar[str] = "import_replies"
    replies: tuple[SaveReply, ...]


@dataclass(frozen=True, slots=True)
class RevertReplies:
    """Take back what one command did to saved replies, save where somebody changed them since."""

    name: ClassVar[str] = "revert_replies"
    of: CommandId


@dataclass(frozen=True, slots=True)
class DeleteSavedReply:
    """Take a saved reply out of the library; it can be put back for a month."""

    name: ClassVar[str] = "delete_saved_reply"
    id: int


@dataclass(frozen=True, slots=True)
class RestoreSavedReply:
    """Put a deleted saved reply back as it was."""

    name: ClassVar[str] = "restore_saved_reply"
    id: int


@dataclass(frozen=True, slots=True)
class CountReplyUse:
    """A saved reply was inserted."""

    name: ClassVar[str] = "count_reply_use"
    id: int


@dataclass(frozen=True, slots=True)
class ReplyUsed:
    """An answer began as a saved reply; `is_edited` where it says something else than that."""

    name: ClassVar[str] = "reply_used"
    id: int
    version: int
    in_thread: ThreadId
    answer: CommandId
    is_edited: bool = False


SavedReplyCommand: TypeAlias = (
    SaveReply | ImportReplies | RevertReplies | DeleteSavedReply | RestoreSavedReply | CountReplyUse | ReplyUsed
)
