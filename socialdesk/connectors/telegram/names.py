"""Names chats, messages and threads as the workspace knows them, and reads such names; pure.

A message number counts in its chat only. In the chats of a connected personal account it counts in that account, so
the account is part of the name: the connection itself is another one each time the account is connected.
"""

from __future__ import annotations

from dataclasses import dataclass

_BUSINESS = "business"


@dataclass(frozen=True, slots=True)
class Place:
    """Where messages stand: several numbers are the pictures of one answer. `owner` is 0 but in personal accounts."""

    chat: int
    numbers: tuple[int, ...]
    owner: int = 0

    @property
    def number(self) -> int:
        """The first of them."""
        return self.numbers[0]


def message_name(chat: int, numbers: tuple[int, ...], owner: int = 0) -> str:
    """What the message of these numbers is called here; `owner` is as in `Place`, and `to_place` reads it back."""
    name = f"{chat}:{','.join(map(str, numbers))}"
    return f"{name}:{owner}" if owner else name


def to_place(name: str) -> Place:
    """What a message's name says. Raises ValueError for what is none."""
    chat, numbers, *owner = name.split(":")
    return Place(int(chat), tuple(int(one) for one in numbers.split(",")), int(owner[0]) if owner else 0)


def direct_thread(chat: int, owner: int = 0) -> str:
    """The thread of a private chat, with the bot or with a connected personal account."""
    return f"{_BUSINESS}:{owner}:{chat}" if owner else str(chat)


def public_thread(chat: int, place: int, person: int) -> str:
    """The thread of one person in a topic of a group (0: the group has none), or below a post."""
    return f"{chat}:{place}:{person}"


@dataclass(frozen=True, slots=True)
class Room:
    """Where a thread is written in. `owner` is 0 but in personal accounts, `topic` but in topics and below posts."""

    chat: int
    owner: int = 0
    topic: int = 0


def to_room(thread: str) -> Room:
    """What a thread's name says. Raises ValueError for what is none."""
    parts = thread.split(":")
    if parts[0] == _BUSINESS:
        return Room(int(parts[2]), owner=int(parts[1]))
    return Room(int(parts[0]), topic=int(parts[1]) if len(parts) > 1 else 0)
