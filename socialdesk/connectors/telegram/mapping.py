"""Maps messages of the Bot API to events, and finds the thread a message belongs to; pure but for what is known.

A private chat is one thread. In a group it is one for each person in each topic, below a post one for each person and
post: a message names its topic, its post and whom it answers, but never the whole chain it stands in.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from socialdesk.connectors.telegram.names import direct_thread, message_name, public_thread
from socialdesk.connectors.telegram.place import Spot
from socialdesk.connectors.telegram.words import (
    attachments_of,
    entities_of,
    has_content,
    said_in,
    text_of,
    utf16_part,
)
from socialdesk.model.contact import Author
from socialdesk.model.event import Event, MessageSeen, PostSeen
from socialdesk.model.thread import Kind

Wire = dict[str, Any]
_SUPERGROUP = -1_000_000_000_000
"""Large groups and channels count down from here, and links name what is left."""


@dataclass(frozen=True, slots=True)
class Bot:
    """Who we are."""

    id: int
    username: str


def to_event(message: Wire, bot: Bot, spot: Spot) -> Event | None:
    """What a message in a chat of the bot is to us; None when it is not for us. Posts are noted in `spot`."""
    chat: Wire = message["chat"]
    if chat["type"] == "channel" or not has_content(message):
        return None
    if chat["type"] == "private":
        # Whoever opens the chat sends this by pressing Start, and has said nothing yet.
        is_start = said_in(message) == "/start"
        return None if is_start else _direct(message, is_own=message["from"]["id"] == bot.id)
    if message.get("is_automatic_forward"):
        return _to_post(message, spot)
    _note_answered_post(message, spot)
    number = message.get("message_thread_id", 0)
    if spot.is_post(chat["id"], number):
        return _comment(message, number, bot, spot)
    return _mention(message, bot)


def to_business_event(message: Wire, owner: int) -> Event | None:
    """What a message in a chat of a connected personal account is to us."""
    if not has_content(message):
        return None
    sender: Wire = message.get("from") or {}
    is_own = "sender_business_bot" in message or sender.get("id") == owner
    return _direct(message, is_own=is_own, owner=owner)


def to_own_direct(message: Wire) -> MessageSeen:
    """A message of the bot in a private chat, as Telegram gave it when it was sent."""
    return _direct(message, is_own=True)


def answered_post(message: Wire) -> Wire | None:
    """The post of the channel that a message in its group answers."""
    answered: Wire = message.get("reply_to_message") or {}
    return answered if answered.get("is_automatic_forward") else None


def moment(seconds: int) -> datetime:
    """A moment of the network."""
    return datetime.fromtimestamp(seconds, UTC)


def link_of(chat: Wire, number: int, post: int = 0) -> str:
    """The web address of a message in a group or channel; "" where it has none."""
    if chat.get("username"):
        link = f"https://t.me/{chat['username']}/{number}"
    elif int(chat["id"]) < _SUPERGROUP:
        link = f"https://t.me/c/{_SUPERGROUP - int(chat['id'])}/{number}"
    else:
        return ""
    return f"{link}?thread={post}" if post else link


def _direct(message: Wire, *, is_own: bool, owner: int = 0) -> MessageSeen:
    chat: Wire = message["chat"]
    person = _author(chat, is_own=False)
    author = _author(message.get("from") or chat, is_own=True) if is_own else person
    link = f"https://t.me/{chat['username']}" if chat.get("username") else ""
    return _seen(message, direct_thread(chat["id"], owner), Kind.DM, author, person, link, owner=owner)


def _comment(message: Wire, post: int, bot: Bot, spot: Spot) -> Event | None:
    chat: Wire = message["chat"]
    brands = {chat["id"], spot.channel_of(chat["id"])}
    answered: Wire = message.get("reply_to_message") or {}
    if (is_own := _is_of(message, brands, bot)) and (answered.get("is_automatic_forward") or not answered):
        return None
    who = answered if is_own else message
    if is_own and _is_of(who, brands, bot):
        return None
    person = _writer(who, is_own=False)
    author = _writer(message, is_own=True) if is_own else person
    thread = public_thread(chat["id"], post, int(person.remote_id))
    link = link_of(chat, message["message_id"], post)
    return _seen(message, thread, Kind.COMMENT, author, person, link, post=message_name(chat["id"], (post,)))


def _mention(message: Wire, bot: Bot) -> Event | None:
    chat: Wire = message["chat"]
    topic = message.get("message_thread_id", 0) if message.get("is_topic_message") else 0
    link = link_of(chat, message["message_id"])
    if not _is_of(message, {chat["id"]}, bot):
        if not _speaks_to(message, bot):
            return None
        person = _writer(message, is_own=False)
        return _seen(message, public_thread(chat["id"], topic, int(person.remote_id)), Kind.MENTION, person, None, link)
    # Somebody answered in the group's own name: it belongs to whom they answered, where that one had spoken to us.
    answered: Wire = message.get("reply_to_message") or {}
    if not answered or _is_of(answered, {chat["id"]}, bot) or not _speaks_to(answered, bot):
        return None
    person = _writer(answered, is_own=False)
    thread = public_thread(chat["id"], topic, int(person.remote_id))
    return _seen(message, thread, Kind.MENTION, _writer(message, is_own=True), person, link)


def _to_post(message: Wire, spot: Spot) -> PostSeen:
    chat, number = message["chat"], int(message["message_id"])
    origin: Wire = message.get("forward_origin") or {}
    channel: Wire = origin.get("chat") or message.get("sender_chat") or message.get("forward_from_chat") or {}
    spot.note_post(chat["id"], int(channel.get("id", 0)), number)
    pictures = [one for one in attachments_of(message) if one.kind == "image"]
    shown_at = origin.get("message_id") or message.get("forward_from_message_id")
    return PostSeen(
        remote_id=message_name(chat["id"], (number,)),
        author=_author(channel, is_own=True) if channel else Author("", "", "", is_own=True),
        title="",
        text=text_of(message),
        created_at=moment(message["date"]),
        permalink=link_of(channel, shown_at) if channel and shown_at else link_of(chat, number),
        picture=pictures[0] if pictures else None,
    )


def _note_answered_post(message: Wire, spot: Spot) -> None:
    post = answered_post(message)
    if post is not None:
        _to_post({**post, "chat": message["chat"]}, spot)


def _seen(  # noqa: PLR0917 - what each kind of thread knows of its own
    message: Wire,
    thread: str,
    kind: Kind,
    author: Author,
    contact: Author | None,
    link: str,
    *,
    owner: int = 0,
    post: str | None = None,
) -> MessageSeen:
    chat: int = message["chat"]["id"]
    answered: Wire = message.get("reply_to_message") or {}
    parent = answered.get("message_id") if answered and not answered.get("is_automatic_forward") else None
    text, attachments = text_of(message), attachments_of(message)
    edited = message.get("edit_date")
    # Two edits may fall into one second.
    content = hashlib.sha256(json.dumps([text, [one.url.partition("?")[0] for one in attachments]]).encode())
    return MessageSeen(
        remote_id=message_name(chat, (int(message["message_id"]),), owner),
        version=f"{edited or message['date']}.{content.hexdigest()[:12]}",
        thread_remote_id=thread,
        kind=kind,
        author=author,
        contact=contact,
        text=text,
        created_at=moment(message["date"]),
        permalink=link,
        edited_at=moment(edited) if edited else None,
        parent_remote_id=message_name(chat, (parent,), owner) if parent else None,
        post_remote_id=post,
        attachments=attachments,
        raw=json.dumps(message, ensure_ascii=False),
    )


def _writer(message: Wire, *, is_own: bool) -> Author:
    """Who wrote in a group: a person, or a channel or group in whose name somebody wrote."""
    return _author(message.get("sender_chat") or message["from"], is_own=is_own)


def _author(who: Wire, *, is_own: bool) -> Author:
    name = " ".join(str(part) for part in (who.get("first_name"), who.get("last_name")) if part) or who.get("title")
    username = who.get("username")
    return Author(str(who["id"]), f"@{username}" if username else "", str(name or username or who["id"]), is_own=is_own)


def _is_of(message: Wire, brands: set[int], bot: Bot) -> bool:
    """Whether the bot wrote it, or somebody in the name of the group or its channel."""
    written_as: Wire = message.get("sender_chat") or {}
    sender: Wire = message.get("from") or {}
    return sender.get("id") == bot.id or (bool(written_as) and written_as.get("id") in brands)


def _speaks_to(message: Wire, bot: Bot) -> bool:
    """Whether a message answers the bot, or names it."""
    answered: Wire = message.get("reply_to_message") or {}
    writer: Wire = answered.get("from") or {}
    if writer.get("id") == bot.id and not answered.get("forum_topic_created"):
        return True
    said, name = said_in(message), f"@{bot.username}".lower()
    for entity in entities_of(message):
        match entity:
            case {"type": "mention", "offset": offset, "length": length}:
                if utf16_part(said, offset, length).lower() == name:
                    return True
            case {"type": "text_mention", "user": {"id": id_}}:
                if id_ == bot.id:
                    return True
            case {"type": "bot_command", "offset": offset, "length": length}:
                if utf16_part(said, offset, length).lower().endswith(name):
                    return True
            case _:
                pass
    return False
