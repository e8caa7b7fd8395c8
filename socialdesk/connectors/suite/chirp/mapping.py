"""Maps what Chirp says to events; pure, and never wiser than what stands there."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from socialdesk.model.contact import Author
from socialdesk.model.event import Event, MessageDeleted, MessageSeen, Unreadable
from socialdesk.model.message import Attachment
from socialdesk.model.thread import Kind


def to_event(change: dict[str, Any], own_id: str) -> Event:
    """One change as an event. What cannot be understood is set aside, and the page goes on."""
    raw = json.dumps(change, ensure_ascii=False)
    try:
        if change["type"] == "deleted":
            return MessageDeleted(str(change["id"]), moment(change["at"]), raw)
        return to_message(change["post"], own_id, raw)
    except (KeyError, TypeError, ValueError) as error:
        # Only the error's own name: its text may hold what somebody wrote.
        return Unreadable(str(change.get("number", raw[:200])), type(error).__name__, raw)


def to_message(post: dict[str, Any], own_id: str, raw: str = "{}") -> MessageSeen:
    """A post as it is now. Raises KeyError, TypeError or ValueError."""
    author = author_of(post["author"], own_id)
    return MessageSeen(
        remote_id=str(post["id"]),
        version=str(post["version"]),
        # The first post of a conversation: the same in whatever order posts arrive.
        thread_remote_id=str(post["root"]),
        kind=Kind.MENTION,
        author=author,
        text=str(post["text"]),
        created_at=moment(post["created_at"]),
        edited_at=moment(post["edited_at"]) if post.get("edited_at") else None,
        permalink=f"https://chirp.example/posts/{post['id']}",
        contact=author_of(post["with"], own_id) if author.is_own else None,
        parent_remote_id=post.get("reply_to"),
        is_liked=bool(post.get("liked")),
        echo_key=post.get("client_key"),
        attachments=tuple(Attachment("image", str(url)) for url in post.get("pictures", ())),
        raw=raw,
    )


def author_of(told: dict[str, Any], own_id: str) -> Author:
    """Who wrote something."""
    return Author(str(told["id"]), str(told["handle"]), str(told["name"]), is_own=told["id"] == own_id)


def moment(text: str) -> datetime:
    """A moment as Chirp writes it, with its zone. Raises ValueError."""
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise ValueError("a moment without a zone")
    return at
