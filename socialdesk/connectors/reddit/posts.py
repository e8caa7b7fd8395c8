"""Reads what stands below an account's own posts, where somebody answers somebody else too; gives events.

The inbox tells of answers to the account alone, and of none below posts whose notices were switched off.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

from socialdesk.connectors.kit.failures import failed
from socialdesk.connectors.kit.parts import as_list
from socialdesk.connectors.reddit import mapping
from socialdesk.connectors.reddit.wire import Reddit, Wire, part, things
from socialdesk.model.event import Event
from socialdesk.model.failure import FailureKind
from socialdesk.support.clock import Clock

_EVERY = timedelta(minutes=2)
_AT_ONCE = 10
"""So many posts are opened in one go."""
_MOST_COMMENTS = 500
"""So many comments come with a post; others are asked for by name."""
_VERSION = 1


class Posts:
    """The reader of one session. Its cursor holds how many comments each post had when they were read."""

    def __init__(self, reddit: Reddit, own: str, clock: Clock) -> None:
        self._reddit = reddit
        self._own = own
        self._clock = clock

    async def read(self, cursor: str | None, since: datetime) -> tuple[list[Event], str, bool]:
        """What is new below posts, the next cursor, and whether there is more. Raises ConnectorError."""
        now = self._clock.now()
        at, counts = _state(cursor)
        if cursor is not None and at is not None and now - at < _EVERY:
            return [], cursor, False
        said = await self._reddit.listing(f"/user/{self._own}/submitted")
        posts = {str(one.get("name")): one for one in things(said) if one.get("kind") == "t3"}
        changed = [name for name, one in posts.items() if _count(one) != counts.get(name, 0)]
        events: list[Event] = []
        for name in changed[:_AT_ONCE]:
            events += await self._below(posts[name], since)
            counts[name] = _count(posts[name])
        counts = {name: many for name, many in counts.items() if name in posts and many}
        has_more = len(changed) > _AT_ONCE
        return events, _written(None if has_more else now, counts), has_more

    async def _below(self, post: Wire, since: datetime) -> list[Event]:
        name = str(post["name"])
        said = await self._reddit.tree(f"/comments/{name.removeprefix('t3_')}", _MOST_COMMENTS)
        found: list[Wire] = []
        missing: list[str] = []
        for listing in said[1:]:
            _flat(listing, found, missing)
        found += await self._reddit.info([f"t1_{id_}" for id_ in missing[:_MOST_COMMENTS]])
        known = {name: post} | {str(one.get("name")): one for one in found}
        events = [
            event
            for one in found
            if not mapping.is_gone(one) and (event := mapping.to_message(one, known, self._own)) is not None
        ]
        recent = [event for event in events if getattr(event, "created_at", since) >= since]
        return [mapping.to_post(post, self._own), *recent] if recent else []


def _flat(listing: Wire, found: list[Wire], missing: list[str]) -> None:
    """All comments of a tree, in `found`; the ids of those it only names, in `missing`."""
    waiting = [listing]
    while waiting:
        for one in things(waiting.pop()):
            if one.get("kind") == "more":
                missing += [str(id_) for id_ in as_list(one.get("children"))]
                continue
            if replies := part(one, "replies"):
                waiting.append(replies)
            found.append({key: value for key, value in one.items() if key != "replies"})


def _count(post: Wire) -> int:
    many = post.get("num_comments")
    return many if isinstance(many, int) else 0


def _state(cursor: str | None) -> tuple[datetime | None, dict[str, int]]:
    if cursor is None:
        return None, {}
    try:
        state = json.loads(cursor)
        if state["v"] == _VERSION:
            at = datetime.fromisoformat(state["at"]).astimezone(UTC) if state["at"] else None
            return at, {str(name): int(many) for name, many in state["counts"].items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        pass
    raise failed(FailureKind.CURSOR_INVALID, "The place in this stream is lost; it is read again.", code="cursor")


def _written(at: datetime | None, counts: dict[str, int]) -> str:
    return json.dumps({"v": _VERSION, "at": at.isoformat() if at else "", "counts": counts})
