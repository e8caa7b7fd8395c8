"""Gets commands about saved replies, gives their effect; what cannot be kept is refused with a sentence."""

from __future__ import annotations

from dataclasses import replace

from socialdesk.model.command import Given
from socialdesk.model.delivery import Delivery
from socialdesk.model.identifiers import MessageId, PersonId, SavedReplyId
from socialdesk.model.media import picture_type
from socialdesk.model.message import Direction
from socialdesk.model.saved_reply import SavedReply
from socialdesk.model.saved_reply_check import PICTURES, PICTURES_BYTES_MOST, SENTENCES, Problem, problems
from socialdesk.model.saved_reply_command import (
    CountReplyUse,
    DeleteSavedReply,
    ImportReplies,
    ReplyUsed,
    RestoreSavedReply,
    RevertReplies,
    SavedReplyCommand,
    SaveReply,
)
from socialdesk.model.saved_reply_library import changed
from socialdesk.model.saved_reply_words import LOOKED_AT, of_thread
from socialdesk.store.cache import Cache
from socialdesk.store.change import Change
from socialdesk.store.change.replies import Saved
from socialdesk.store.desk import Desk


class _NotSaved(Exception):
    """Why a reply was not saved."""


def refused(change: Change, given: Given, command: SavedReplyCommand, desk: Desk) -> str:
    """Carry one out; gives the sentence with which it is refused, and then the transaction is to be left.

    New pictures are taken from the `desk` of who saves them.
    """
    match command:
        case SaveReply() | ImportReplies() | RevertReplies():
            try:
                _apply_to_library(change, given, command)
                _take_pictures(change, given, command, desk)
            except _NotSaved as error:
                return str(error)
        case DeleteSavedReply(id=id_):
            change.delete_saved_reply(SavedReplyId(id_), given.at)
        case RestoreSavedReply(id=id_):
            if not change.restore_saved_reply(SavedReplyId(id_)):
                return "This saved reply is gone for good: it was deleted more than a month ago."
        case ReplyUsed():
            _learn(change, given, command)
        case CountReplyUse(id=id_):
            change.count_reply_use(SavedReplyId(id_), given.at)
    return ""


def _apply_to_library(change: Change, given: Given, command: SaveReply | ImportReplies | RevertReplies) -> None:
    """Carry one out. Raises _NotSaved; the transaction is to be left then."""
    match command:
        case SaveReply():
            _save(change, given, command, change.shortcuts())
        case ImportReplies(replies=replies):
            taken = change.shortcuts()
            for one in replies:
                _save(change, given, one, taken)
        case RevertReplies():
            _revert(change, given, command)


def _save(change: Change, given: Given, command: SaveReply, taken: dict[str, tuple[SavedReplyId, int]]) -> None:
    number = SavedReplyId(command.id or 0)
    before = change.saved_reply(number) if number else None
    if number and before is None:
        raise _NotSaved(
            f"/{command.shortcut} was deleted meanwhile. Nothing was changed; save it as a new saved reply."
        )
    if before is not None and command.based_on and command.based_on != before.version:
        raise _NotSaved(
            f"/{before.shortcut} was changed by {change.name_of(_who(change, before)) or 'somebody'} meanwhile, so this"
            " was not saved. Look at both on the page of saved replies and save again."
        )
    reply = changed(before, command, given, number)
    others = {shortcut: hotkey for shortcut, (id_, hotkey) in taken.items() if id_ != number or not number}
    wrong = problems(reply, others, set(others.values()))
    if wrong:
        raise _NotSaved(f"/{reply.shortcut} was not saved. {SENTENCES[wrong[0]]}")
    id_ = change.put_saved_reply(reply, Saved(given.at, given.person, given.id))
    if before is not None:
        taken.pop(before.shortcut, None)
    taken[reply.shortcut] = (id_, reply.hotkey)


def _take_pictures(
    change: Change, given: Given, command: SaveReply | ImportReplies | RevertReplies, desk: Desk
) -> None:
    """Keep the bytes of pictures that the library does not have yet, from the file of who saves."""
    if isinstance(command, RevertReplies):
        return  # a version of the last month has its pictures still
    replies = command.replies if isinstance(command, ImportReplies) else (command,)
    for one in replies:
        for picture in one.pictures:
            if change.has_reply_picture(picture.id):
                continue
            data, thumb = desk.outgoing_data(picture.id), desk.outgoing_thumb(picture.id)
            if data is None or thumb is None:
                raise _NotSaved(
                    f"A picture of /{one.shortcut} is no longer on this machine. Nothing was saved; attach it again."
                )
            if len(data) > PICTURES.bytes_most or picture_type(data[:16]) != picture.media_type:
                raise _NotSaved(f"/{one.shortcut} was not saved. {SENTENCES[Problem.BAD_PICTURE]}")
            change.put_reply_picture(picture.id, data, thumb, given.at)
    if any(one.pictures for one in replies) and change.reply_pictures_bytes() > PICTURES_BYTES_MOST:
        raise _NotSaved(
            "All pictures of saved replies together would take more than 60 MB. Nothing was saved; take some out first."
        )


def _who(change: Change, reply: SavedReply) -> PersonId | None:
    return change.who_saved(reply.id, reply.version)


def _learn(change: Change, given: Given, command: ReplyUsed) -> None:
    """Count an answer that began as a saved reply, and remember for which words of the thread it was sent."""
    reply = change.saved_reply(SavedReplyId(command.id))
    thread = change.thread(command.in_thread)
    answer = change.outbound(command.answer)
    if reply is None or thread is None or answer is None or answer.state is Delivery.CANCELED:
        return  # it was deleted, forgotten or taken back meanwhile: nothing is to be learned of it
    said = [
        message.text
        for message in reversed(change.newer_messages(thread.id, MessageId(0)))
        if message.direction is Direction.IN and message.deleted_at is None
    ]
    words = of_thread(said[:LOOKED_AT], thread.tags, thread.channel_id)
    used = replace(reply, version=command.version)
    change.put_reply_use(command.answer, used, thread.id, given.at, is_edited=command.is_edited, words=words)


def mind_the_words(cache: Cache) -> None:
    """Make the words of the library where they are not kept: after an older version, or in a rebuilt file."""
    with cache.change() as change:
        if not change.words_are_there():
            change.put_all_words()


def _revert(change: Change, given: Given, command: RevertReplies) -> None:
    for id_, version in change.versions_of(command.of):
        now = change.saved_reply(id_)
        if now is None or now.version != version:
            continue  # somebody changed or deleted it since: theirs stays
        if version == 1:
            change.delete_saved_reply(id_, given.at)
            continue
        old = change.reply_version(id_, version - 1)
        if isinstance(old, SaveReply):
            reply = replace(changed(now, old, given, id_))
            change.put_saved_reply(reply, Saved(given.at, given.person, given.id))
