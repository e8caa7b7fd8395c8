"""Names messages and threads as the workspace knows them, and reads such names; tells time from ids and back; pure."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime

_EPOCH_MS = 1_420_070_400_000
"""The first moment an id can tell: docs.discord.com, Snowflakes."""
_NONCE = 25
DIRECT = "@me"
"""Stands for the server in links to chats of two, and so in our names of them."""


def id_at(moment: datetime) -> int:
    """The id that something made at a moment would have at least."""
    return max(0, (int(moment.timestamp() * 1000) - _EPOCH_MS)) << 22


def moment_of(id_: int) -> datetime:
    """When something was made."""
    return datetime.fromtimestamp(((id_ >> 22) + _EPOCH_MS) / 1000, UTC)


def message_name(channel: str, message: str) -> str:
    """What a message is called here: Discord counts messages, and asks for them, by channel."""
    return f"{channel}:{message}"


def to_message(name: str) -> tuple[str, str]:
    """The channel and the id of a message. Raises ValueError for what is no name."""
    channel, message = name.split(":")
    return channel, message


@dataclass(frozen=True, slots=True)
class Room:
    """Where a thread is written in: `guild` is "@me" in a chat of two."""

    guild: str
    channel: str


def thread_name(guild: str, channel: str, person: str = "") -> str:
    """The name of a thread: of one person in a channel, or without a person of all that stands in it."""
    return f"{guild}:{channel}:{person}" if person else f"{guild}:{channel}"


def to_room(name: str) -> Room:
    """Where a thread is. Raises ValueError for what is no name."""
    guild, channel, *_ = name.split(":")
    return Room(guild, channel)


def link_of(guild: str, channel: str, message: str) -> str:
    """The web address of a message."""
    return f"https://discord.com/channels/{guild}/{channel}/{message}"


def nonce_of(command: str) -> str:
    """What Discord knows a repeat by: the same for the same command, and no longer than it takes."""
    return hashlib.sha256(command.encode()).hexdigest()[:_NONCE]
