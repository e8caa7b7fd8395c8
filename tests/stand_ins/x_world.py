"""People on X as a stand-in has them: accounts, posts and messages, and what they do; it answers no request."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

from socialdesk.connectors.suite.stand_in import StandIn
from socialdesk.connectors.x.sign_in import SCOPES
from socialdesk.support.clock import Clock

CLIENT_ID, OWN, ANN, BEN = "app-1", "111", "222", "333"
REDIRECT = "http://127.0.0.1:8721/callback"
EPOCH_MS = 1_288_834_974_657
MOST_SHOWN, MOST_OWN = 800, 3_200


@dataclass
class Post:
    """One post."""

    id: str
    author: str
    text: str
    at: datetime
    parent: str = ""
    conversation: str = ""
    history: list[str] = field(default_factory=list[str])
    hidden: bool = False
    media: list[str] = field(default_factory=list[str])
    more: dict[str, Any] = field(default_factory=dict[str, Any])


class XWorld(StandIn):
    """Accounts, posts and messages, and what a test lets people do."""

    def __init__(self, clock: Clock | None = None) -> None:
        super().__init__(clock)
        self.people = {OWN: ("woolco", "Wool & Co"), ANN: ("ann", "Ann"), BEN: ("ben", "Ben")}
        self.posts: dict[str, Post] = {}
        self.events: list[dict[str, Any]] = []
        self.blocked: set[str] = set()
        self.closed_to_strangers: set[str] = set()
        """Who takes messages only of people they wrote to."""
        self.media: dict[str, dict[str, Any]] = {}
        self.scopes = SCOPES
        self.has_credit = True
        self.has_search = True
        self.is_summoned = True
        self.renamed = False
        """Whether the fields have the names of OpenAPI 2.167."""
        self.charged: list[str] = []
        """Each resource X charged for."""
        self._codes: dict[str, tuple[str, str]] = {}
        self._refresh: dict[str, str] = {}
        self._ends: dict[str, datetime] = {}
        self._last = 0

    def consent(self, url: str, error: str = "") -> dict[str, str]:
        """What comes back after the person allowed, or refused with `error`; checks the address as X does."""
        asked = {key: value[0] for key, value in parse_qs(urlsplit(url).query).items()}
        assert urlsplit(url).path == "/i/oauth2/authorize"
        if asked["client_id"] != CLIENT_ID:
            return {"error": "invalid_client", "state": asked["state"]}
        assert asked["redirect_uri"] == REDIRECT, "the address of return is compared to the letter"
        assert asked["code_challenge_method"] == "S256"
        assert len(asked["state"]) <= 500
        assert set(asked["scope"].split()) == set(SCOPES.split())
        if error:
            return {"error": error, "state": asked["state"]}
        code = secrets.token_urlsafe(8)
        self._codes[code] = (asked["code_challenge"], asked["redirect_uri"])
        return {"code": code, "state": asked["state"]}

    def said(self, author: str, text: str, parent: str = "", *, ago: timedelta = timedelta(0), **more: Any) -> str:
        """Somebody posts; gives the id."""
        id_ = self._id(self.now() - ago)
        above = self.posts.get(parent)
        conversation = above.conversation if above is not None else parent or id_
        self.posts[id_] = Post(id_, author, text, self.now() - ago, parent, conversation, [id_], more=more)
        return id_

    def edited(self, id_: str, text: str) -> str:
        """Somebody edits a post: it has a new id from then on."""
        old = self.posts.pop(id_)
        new = self._id(self.now())
        self.posts[new] = Post(
            new, old.author, text, self.now(), old.parent, old.conversation, [*old.history, new], more=old.more
        )
        return new

    def deleted(self, id_: str) -> None:
        """Somebody deletes a post."""
        del self.posts[id_]

    def wrote(self, author: str, text: str, to: str = "", *, ago: timedelta = timedelta(0), group: str = "") -> str:
        """A direct message, to us or from us to somebody; gives its id."""
        other = to or author
        id_ = self._id(self.now() - ago)
        conversation = group or "-".join(sorted((OWN, other), key=int))
        self.events.append(
            {
                "id": id_,
                "event_type": "MessageCreate",
                "text": text,
                "sender_id": author,
                "dm_conversation_id": conversation,
                "created_at": stamp(self.now() - ago),
            }
        )
        return id_

    def revoke_all(self) -> None:
        """The person ends the access on x.com."""
        self._refresh.clear()
        self.tokens.clear()

    def _id(self, at: datetime) -> str:
        made = (int(at.timestamp() * 1000) - EPOCH_MS) << 22
        while str(made) in self.posts or made == self._last or any(one["id"] == str(made) for one in self.events):
            made += 1
        self._last = made
        return str(made)


def stamp(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%S.") + f"{at.microsecond // 1000:03d}Z"
