"""Gives every intended act as a value; knows neither where it is kept nor who carries it out.

Adding one is: the class, its label, its entry in the fold, its inverse, and what of its fields `command_form` must read
back. A test walks all of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, TypeAlias, get_args

from socialdesk.model.connecting import AddAccounts, CheckAccess, Connecting, DropLogin, FinishSignIn
from socialdesk.model.contact_command import ContactCommand
from socialdesk.model.identifiers import CommandId, ContactId, MessageId, PersonId, PostId, ThreadId
from socialdesk.model.keeping import Keeping, TidyNow
from socialdesk.model.merging import Merging
from socialdesk.model.moderation import Moderation, MuteThread
from socialdesk.model.outgoing import OutgoingPicture
from socialdesk.model.policy_command import SetReplyPolicy
from socialdesk.model.rule_command import RuleCommand
from socialdesk.model.saved_reply_command import SavedReplyCommand
from socialdesk.model.shielding import Shielding, ShieldTeaching
from socialdesk.model.sorting import Sort
from socialdesk.model.staff_command import Staffing
from socialdesk.model.thread import Priority
from socialdesk.model.triage_policy import SetTriagePolicy


@dataclass(frozen=True, slots=True)
class Reply:
    """Answer on the platform. `based_on` is the newest message its writer had seen; see `guard`."""

    name: ClassVar[str] = "reply"
    thread: ThreadId
    text: str
    based_on: MessageId
    not_before: datetime
    then_done: bool = False
    parent: MessageId | None = None
    """The message it answers; None for the newest one of the contact."""
    batch: str = ""
    """What parts of one text have in common; each leaves only after the one before it is proven there."""
    part: int = 0
    """Which part of `batch` it is, from 1."""
    pictures: tuple[OutgoingPicture, ...] = ()
    to_all: bool = False
    """Whether everybody whom `parent` went to gets it, where several did; see `answering_all`."""
    goes_to: tuple[str, ...] = ()
    """With `to_all`, the addresses of just those who get it; empty for everybody."""


@dataclass(frozen=True, slots=True)
class CancelReply:
    """Take an answer back that has surely not left."""

    name: ClassVar[str] = "cancel_reply"
    thread: ThreadId
    reply: CommandId


@dataclass(frozen=True, slots=True)
class SendNow:
    """Let an answer or another act go before its undo window ends, or after a stop: it was read and is meant."""

    name: ClassVar[str] = "send_now"
    thread: ThreadId
    reply: CommandId
    based_on: MessageId


@dataclass(frozen=True, slots=True)
class SettleUnknown:
    """A person decided what became of an answer whose outcome is unknown."""

    name: ClassVar[str] = "settle_unknown"
    thread: ThreadId
    reply: CommandId
    arrived: bool


@dataclass(frozen=True, slots=True)
class AddNote:
    """Write an internal note; `mentions` are the members it names."""

    name: ClassVar[str] = "add_note"
    thread: ThreadId
    text: str
    mentions: tuple[PersonId, ...] = ()


@dataclass(frozen=True, slots=True)
class TakeNoteBack:
    """Remove an own note that a macro wrote; only ever given to undo."""

    name: ClassVar[str] = "take_note_back"
    thread: ThreadId
    note: CommandId
    written_at: datetime


@dataclass(frozen=True, slots=True)
class MarkDone:
    """Nothing is left to do until the contact writes again."""

    name: ClassVar[str] = "mark_done"
    thread: ThreadId


@dataclass(frozen=True, slots=True)
class Reopen:
    """Put a thread back to open."""

    name: ClassVar[str] = "reopen"
    thread: ThreadId


@dataclass(frozen=True, slots=True)
class WaitOnContact:
    """Say that the next word is the contact's; only ever given to undo."""

    name: ClassVar[str] = "wait_on_contact"
    thread: ThreadId


@dataclass(frozen=True, slots=True)
class Snooze:
    """Hide until a moment, or with None until the contact writes. The reply clock goes on."""

    name: ClassVar[str] = "snooze"
    thread: ThreadId
    until: datetime | None


@dataclass(frozen=True, slots=True)
class Assign:
    """Give a thread to a member, or with None to nobody."""

    name: ClassVar[str] = "assign"
    thread: ThreadId
    person: PersonId | None


@dataclass(frozen=True, slots=True)
class AddTag:
    """Put a tag on."""

    name: ClassVar[str] = "add_tag"
    thread: ThreadId
    tag: str


@dataclass(frozen=True, slots=True)
class RemoveTag:
    """Take a tag off."""

    name: ClassVar[str] = "remove_tag"
    thread: ThreadId
    tag: str


@dataclass(frozen=True, slots=True)
class SetPriority:
    """Raise or lower a thread."""

    name: ClassVar[str] = "set_priority"
    thread: ThreadId
    priority: Priority


@dataclass(frozen=True, slots=True)
class MarkRead:
    """I have read it; changes nothing for anybody else's work."""

    name: ClassVar[str] = "mark_read"
    thread: ThreadId


@dataclass(frozen=True, slots=True)
class MarkUnread:
    """Show it as unread again."""

    name: ClassVar[str] = "mark_unread"
    thread: ThreadId
    unread: int = 1
    """How many messages at least; an act that is taken back says how many there were."""
    names_me: bool = False
    """Whether a note that names me is to be read again as well."""


@dataclass(frozen=True, slots=True)
class Like:
    """Like a message on the platform, or with `on` False take the like back."""

    name: ClassVar[str] = "like"
    thread: ThreadId
    message: MessageId
    on: bool = True
    not_before: datetime | None = None
    """When it may leave; None at once. What is liked for many at once goes at the pace of its channel."""


@dataclass(frozen=True, slots=True)
class DeleteOwn:
    """Delete a message of ours on the platform. Waits for `not_before`, then can't be undone."""

    name: ClassVar[str] = "delete_own"
    thread: ThreadId
    message: MessageId
    not_before: datetime


@dataclass(frozen=True, slots=True)
class EditOwn:
    """Put other words into a message of ours on the platform. Waits for `not_before`, then can't be undone."""

    name: ClassVar[str] = "edit_own"
    thread: ThreadId
    message: MessageId
    text: str
    not_before: datetime


@dataclass(frozen=True, slots=True)
class CancelAct:
    """Take back an act on the platform: while it waits it never leaves, afterwards its opposite does, if it has one."""

    name: ClassVar[str] = "cancel_act"
    thread: ThreadId
    act: CommandId


@dataclass(frozen=True, slots=True)
class ConnectChannel:
    """Sign in to a platform, in one of the ways of its manifest; "" is the first one.

    What is secret of what was typed waits in the secret store under `secret_name`, as JSON by field, never here.
    """

    name: ClassVar[str] = "connect_channel"
    platform: str
    way: str = ""
    typed: tuple[tuple[str, str], ...] = ()
    """What was typed and is no secret, by field."""
    secret_name: str = ""
    history_days: int = 30
    asks: bool = False
    """Whether the accounts are picked afterwards, with `AddAccounts`; else all of them become channels at once."""
    again: int = 0
    """The channel whose sign-in this renews: only its own account will do."""
    redirect: str = ""
    """Where whoever gives this hears the browser come back: an address of this computer, or "" for nowhere."""


@dataclass(frozen=True, slots=True)
class RemoveChannel:
    """Disconnect a channel: revoke where possible, forget the sign-in; with `erase` forget its threads too."""

    name: ClassVar[str] = "remove_channel"
    channel: int
    erase: bool = False


@dataclass(frozen=True, slots=True)
class EraseContact:
    """Forget a person of the audience for good: what they wrote, what was written to and about them. No way back."""

    name: ClassVar[str] = "erase_contact"
    contact: ContactId


@dataclass(frozen=True, slots=True)
class ShowMedia:
    """Fetch the pictures of these messages and posts: somebody wants to see them."""

    name: ClassVar[str] = "show_media"
    messages: tuple[MessageId, ...]
    posts: tuple[PostId, ...] = ()


@dataclass(frozen=True, slots=True)
class ConsentToMedia:
    """Fetch the pictures of a channel without asking each time, or with `on` False ask again."""

    name: ClassVar[str] = "consent_to_media"
    channel: int
    on: bool


@dataclass(frozen=True, slots=True)
class KeepWords:
    """How many days the words of done threads stay; a shorter time takes them at the next tidying."""

    name: ClassVar[str] = "keep_words"
    days: int


@dataclass(frozen=True, slots=True)
class SaveView:
    """Create or change a saved view. `id` is made by whoever creates it; `filter` is in the form of `filter_form`."""

    name: ClassVar[str] = "save_view"
    id: str
    title: str
    filter: str
    sort: Sort = Sort.TRIAGE
    shared: bool = False
    """Whether the whole team has it; else it is seen by its owner alone."""


@dataclass(frozen=True, slots=True)
class DeleteView:
    """Take a saved view out of the rail for good; its threads stay as they are. Saving it again takes that back."""

    name: ClassVar[str] = "delete_view"
    id: str


@dataclass(frozen=True, slots=True)
class MoveView:
    """Put a saved view before another one, or with an empty `before` last."""

    name: ClassVar[str] = "move_view"
    id: str
    before: str = ""


@dataclass(frozen=True, slots=True)
class RenameTag:
    """Call a tag otherwise everywhere; where another tag is called so already, both are that one afterwards."""

    name: ClassVar[str] = "rename_tag"
    tag: str
    to: str
    merges: bool = False
    """Whether whoever asked knew that there is a tag called `to`; without it one that is there is not mixed up."""


@dataclass(frozen=True, slots=True)
class DeleteTag:
    """Take a tag off every thread. Refused while a view, a rule, a promise or a saved reply names it."""

    name: ClassVar[str] = "delete_tag"
    tag: str


@dataclass(frozen=True, slots=True)
class PutTagBack:
    """Take back what one `RenameTag` or `DeleteTag` did, save where somebody changed it since."""

    name: ClassVar[str] = "put_tag_back"
    of: CommandId


Tagging: TypeAlias = RenameTag | DeleteTag | PutTagBack
ThreadCommand: TypeAlias = (
    Reply
    | CancelReply
    | SendNow
    | SettleUnknown
    | AddNote
    | TakeNoteBack
    | MarkDone
    | Reopen
    | WaitOnContact
    | Snooze
    | Assign
    | AddTag
    | RemoveTag
    | SetPriority
    | MarkRead
    | MarkUnread
    | Like
    | DeleteOwn
    | EditOwn
    | CancelAct
    | Moderation
    | Shielding
    | Merging
)
WorkspaceCommand: TypeAlias = (
    ConnectChannel
    | RemoveChannel
    | SavedReplyCommand
    | EraseContact
    | ShowMedia
    | ConsentToMedia
    | KeepWords
    | SaveView
    | DeleteView
    | MoveView
    | ContactCommand
    | ShieldTeaching
    | Connecting
    | Keeping
    | SetReplyPolicy
    | RuleCommand
    | Staffing
    | SetTriagePolicy
    | Tagging
)
Command: TypeAlias = ThreadCommand | WorkspaceCommand

THREAD_COMMANDS: tuple[type[Any], ...] = get_args(ThreadCommand)
WORKSPACE_COMMANDS: tuple[type[Any], ...] = get_args(WorkspaceCommand)
DECIDED_BESIDE = (ConnectChannel, FinishSignIn, RemoveChannel, AddAccounts, DropLogin, CheckAccess, TidyNow)
"""What waits for a platform or takes a while; the engine does it beside the others, out of their order."""


@dataclass(frozen=True, slots=True)
class Given:
    """A command with who gave it and when; `seq` orders the commands of one desk file."""

    id: CommandId
    seq: int
    at: datetime
    person: PersonId
    command: Command


def is_public(command: Command) -> bool:
    """Whether it acts on the platform rather than only in the workspace."""
    if isinstance(command, MuteThread):
        return command.there
    return isinstance(command, Reply | Like | DeleteOwn | EditOwn | Moderation)
