"""The world of the stand-in for Reddit: a brand, its posts, and what people comment below them and write to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from socialdesk.connectors.suite.stand_in import StandIn
from socialdesk.support.clock import Clock

OWN = "WoolCo"


@dataclass
class Thing:
    """A comment, a post or a private message."""

    name: str
    author: str
    body: str
    at: datetime
    parent: str = ""
    link: str = ""
    dest: str = ""
    first: str = ""
    subject: str = ""
    edited: datetime | None = None
    is_deleted: bool = False
    is_removed: bool = False
    likes: bool | None = None
    is_archived: bool = False
    pictures: dict[str, Any] = field(default_factory=dict[str, Any])
    """As `media_metadata` tells of them."""


@dataclass
class Conversation:
    """A conversation with moderators."""

    id: str
    subject: str
    by: str
    messages: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    updated: str = ""


class RedditWorld(StandIn):
    """What has been said, and by whom; a subclass shows it as the API does."""

    def __init__(self, clock: Clock | None = None) -> None:
        super().__init__(clock)
        self.things: dict[str, Thing] = {}
        self.conversations: dict[str, Conversation] = {}
        self._number = 1000
        self.post = self.wrote(OWN, "Our new wool", kind="t3")

    def wrote(self, author: str, body: str, below: Thing | None = None, *, kind: str = "t1") -> Thing:
        """Somebody posts, or comments below something."""
        self._number += 1
        link = below.link or below.name if below else ""
        made = Thing(f"{kind}_{self._number}", author, body, self.now(), below.name if below else "", link)
        self.things[made.name] = made
        return made

    def messaged(self, author: str, dest: str, body: str, after: Thing | None = None, subject: str = "Hi") -> Thing:
        """Somebody sends a private message, perhaps as an answer."""
        self._number += 1
        first = (after.first or after.name) if after else ""
        said = f"re: {after.subject.removeprefix('re: ')}" if after else subject
        made = Thing(f"t4_{self._number}", author, body, self.now(), dest=dest, first=first, subject=said)
        self.things[made.name] = made
        return made

    def asked_moderators(self, author: str, body: str, subject: str = "Please") -> Conversation:
        """Somebody writes to the moderators."""
        self._number += 1
        made = Conversation(f"c{self._number}", subject, author)
        self.conversations[made.id] = made
        self.said_in(made, author, body)
        return made

    def said_in(self, conversation: Conversation, author: str, body: str, *, note: bool = False) -> None:
        """Somebody goes on in a conversation with moderators."""
        self._number += 1
        who = {"name": author, "isMod": author != conversation.by, "isOp": author == conversation.by}
        conversation.updated = self.now().isoformat()
        conversation.messages.append(
            {
                "id": f"m{self._number}",
                "author": who,
                "bodyMarkdown": body,
                "date": conversation.updated,
                "isInternal": note,
            }
        )
