"""Maps messages of Discord to events, and finds the thread a message belongs to; pure, and by the message alone.

In a channel it is one thread for each person, in a thread or forum post of a channel that is read whole the thread
itself, in a chat of two the chat.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

from socialdesk.connectors.discord.names import DIRECT, link_of, message_name, thread_name
from socialdesk.connectors.discord.roles import Roles
from socialdesk.model.contact import Author
from socialdesk.model.event import Event, MessageSeen, Unreadable
from socialdesk.model.message import Attachment
from socialdesk.model.thread import Kind

Wire = dict[str, Any]
SAID = (0, 19)
"""Kinds of messages that people write: default and reply; all others are lines of the system."""
_FORMS = re.compile(r"<(?:@!?(?P<user>\d+)|#(?P<channel>\d+)|@&(?P<role>\d+)|a?:(?P<emoji>\w+):\d+)>")
_SHOWN = ("image", "video", "audio")
NO_WORDS = "[Discord does not show the bot what this says]"


@dataclass(frozen=True, slots=True)
class Whose:
    """What must be known to read messages: who we are and where."""

    who: Callable[[], str]
    guild: str
    cdn: str
    roles: Roles = field(default_factory=Roles)

    @property
    def bot(self) -> str:
        """The bot's id."""
        return self.who()


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel or thread. `is_whole` says that every word in it is for us."""

    id: str
    name: str
    is_thread: bool
    is_whole: bool


def to_event(message: Wire, channel: Channel, whose: Whose, names: Mapping[str, str]) -> Event | None:
    """What a message in a server is to us; None when it is not for us. `names` are of channels and roles, by id."""
    try:
        return _in_server(message, channel, whose, names)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        return _unreadable(message, error)


def to_direct(message: Wire, channel: str, whose: Whose, person: Wire) -> Event | None:
    """A message in a chat of two with this person."""
    try:
        if message["type"] not in SAID:
            return None
        own = message["author"]["id"] == whose.bot
        author = _author(message["author"], whose)
        contact = author if not person and not own else _author(person, whose)
        return _seen(message, thread_name(DIRECT, channel), Kind.DM, author, contact, DIRECT, channel, own)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        return _unreadable(message, error)


def speaks_to(message: Wire, whose: Whose) -> bool:
    """Whether a message names the bot or a role it has, or answers it."""
    bot = whose.bot
    mentions: list[Wire] = message.get("mentions") or []
    answered: Wire = message.get("referenced_message") or {}
    writer: Wire = answered.get("author") or {}
    called = whose.roles.own.intersection(map(str, message.get("mention_roles") or ()))
    return bool(called) or any(one.get("id") == bot for one in mentions) or writer.get("id") == bot


def moment(text: str) -> datetime:
    """A moment of the network. Raises ValueError for anything else."""
    found = datetime.fromisoformat(text)
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)


def _in_server(message: Wire, channel: Channel, whose: Whose, names: Mapping[str, str]) -> Event | None:
    if message["type"] not in SAID:
        return None
    own = message["author"]["id"] == whose.bot
    if not own and (message["author"].get("bot") or message.get("webhook_id")):
        return None
    kind = Kind.COMMENT if channel.is_whole else Kind.MENTION
    author = _author(message["author"], whose)
    if channel.is_whole and channel.is_thread:
        thread = thread_name(whose.guild, channel.id)
        return _seen(message, thread, kind, author, None, whose.guild, channel.id, own, names)
    if own:
        # It belongs to whom it answers, where that one had spoken to us.
        answered: Wire = message.get("referenced_message") or {}
        if not answered or answered["author"]["id"] == whose.bot:
            return None
        if not channel.is_whole and not speaks_to(answered, whose):
            return None
        person = _author(answered["author"], whose)
    elif channel.is_whole or speaks_to(message, whose):
        person = author
    else:
        return None
    thread = thread_name(whose.guild, channel.id, person.remote_id)
    contact = person if own else None
    return _seen(message, thread, kind, author, contact, whose.guild, channel.id, own, names)


def _seen(  # noqa: PLR0917 - what each kind of thread knows of its own
    message: Wire,
    thread: str,
    kind: Kind,
    author: Author,
    contact: Author | None,
    guild: str,
    channel: str,
    own: bool,
    names: Mapping[str, str] | None = None,
) -> MessageSeen:
    edited = message.get("edited_timestamp")
    reference: Wire = message.get("message_reference") or {}
    parent = reference.get("message_id") if reference.get("type", 0) == 0 else None
    attachments = tuple(map(_attachment, message.get("attachments") or ()))
    files: list[Wire] = message.get("attachments") or []
    said = [message.get("content"), [one["id"] for one in files]]
    content = hashlib.sha256(json.dumps(said).encode())
    reactions: list[Wire] = message.get("reactions") or []
    return MessageSeen(
        remote_id=message_name(channel, message["id"]),
        version=f"{edited or ''}.{content.hexdigest()[:12]}",
        thread_remote_id=thread,
        kind=kind,
        author=author,
        contact=contact,
        text=text_of(message, names or {}) or ("" if attachments else NO_WORDS),
        created_at=moment(message["timestamp"]),
        permalink=link_of(guild, channel, message["id"]),
        edited_at=moment(edited) if edited else None,
        parent_remote_id=message_name(str(reference.get("channel_id", channel)), str(parent)) if parent else None,
        is_liked=any(one.get("me") for one in reactions),
        echo_key=str(message["nonce"]) if own and message.get("nonce") else None,
        attachments=attachments,
        raw=json.dumps(message, ensure_ascii=False),
    )


def text_of(message: Wire, names: Mapping[str, str]) -> str:
    """All a person can read of a message: names instead of numbers, and what has no words in words."""
    mentions: list[Wire] = message.get("mentions") or []
    people = {str(one["id"]): str(one.get("global_name") or one.get("username")) for one in mentions}

    def named(found: re.Match[str]) -> str:
        if found["user"]:
            return f"@{people.get(found['user'], found['user'])}"
        if found["channel"]:
            return f"#{names.get(found['channel'], found['channel'])}"
        return f":{found['emoji']}:" if found["emoji"] else f"@{names.get(found['role'], 'role')}"

    words = _FORMS.sub(named, str(message.get("content") or ""))
    if words:
        return words
    stickers: list[Wire] = message.get("sticker_items") or []
    poll: Wire = message.get("poll") or {}
    snapshots: list[Wire] = message.get("message_snapshots") or []
    question: Wire = poll.get("question") or {}
    passed_on: Wire = snapshots[0].get("message") or {} if snapshots else {}
    return str(question.get("text") or passed_on.get("content") or ", ".join(f"[{one['name']}]" for one in stickers))


def _author(user: Wire, whose: Whose) -> Author:
    tag = str(user.get("discriminator") or "0")
    handle = f"@{user['username']}" if tag == "0" else f"{user['username']}#{tag}"
    avatar = user.get("avatar")
    return Author(
        str(user["id"]),
        handle,
        str(user.get("global_name") or user["username"]),
        f"{whose.cdn}/avatars/{user['id']}/{avatar}.png" if avatar else None,
        is_own=user["id"] == whose.bot,
    )


def _attachment(file: Wire) -> Attachment:
    media_type = str(file.get("content_type") or "").partition(";")[0]
    kind = media_type.partition("/")[0]
    url = str(file["url"])
    # Signed for about a day: `ex` is its end in seconds, as a hexadecimal number.
    expires = (parse_qs(urlsplit(url).query).get("ex") or [""])[0]
    try:
        expires_at = datetime.fromtimestamp(int(expires, 16), UTC) if expires else None
    except (ValueError, OverflowError):
        expires_at = None
    return Attachment(
        kind if kind in _SHOWN else "file",
        url,
        str(file.get("description") or (file.get("filename") if kind not in _SHOWN else "") or ""),
        media_type,
        file.get("size"),
        expires_at,
    )


def _unreadable(message: Wire, error: Exception) -> Unreadable:
    raw = json.dumps(message, ensure_ascii=False, default=str)
    key = f"{message.get('channel_id')}:{message.get('id')}:{message.get('edited_timestamp')}"
    return Unreadable(key, f"{type(error).__name__}: {error}", raw)
