"""Pictures of messages and posts: which are to be fetched next, and how each of a conversation stands."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from socialdesk.model.identifiers import ChannelId, MessageId, PostId, ThreadId
from socialdesk.model.media import CONSENT, MediaState
from socialdesk.store.cache import Cache
from socialdesk.support.clock import from_ms, optional_from_ms, to_ms

_JOB = (
    "SELECT a.id, a.message_id, a.thread_id, a.place, a.remote_url, a.tries, a.expires_at, m.channel_id, m.external_id"
    " FROM attachment a JOIN message m ON m.id = a.message_id WHERE a.state = 'pending' AND a.next_try_at <= ?"
    " AND a.id NOT IN (SELECT value FROM json_each(?))"
)
# Those whose address dies go first, then those that wait longest.
_EXPIRING = f"{_JOB} AND a.expires_at IS NOT NULL ORDER BY a.expires_at LIMIT ?"
_WAITING = f"{_JOB} ORDER BY a.next_try_at LIMIT ?"
_NEXT = (
    "SELECT next_try_at FROM attachment WHERE state = 'pending' AND next_try_at IS NOT NULL"
    " AND id NOT IN (SELECT value FROM json_each(?)) ORDER BY next_try_at LIMIT 1"
)
_POST_JOB = (
    "SELECT p.id, a.remote_url, a.tries, a.expires_at, p.channel_id, p.remote_id"
    " FROM post_picture a JOIN post p ON p.id = a.post_id WHERE a.state = 'pending' AND a.next_try_at <= ?"
    " AND a.post_id NOT IN (SELECT value FROM json_each(?)) ORDER BY a.next_try_at LIMIT ?"
)
_NEXT_OF_POST = (
    "SELECT next_try_at FROM post_picture WHERE state = 'pending' AND next_try_at IS NOT NULL"
    " AND post_id NOT IN (SELECT value FROM json_each(?)) ORDER BY next_try_at LIMIT 1"
)
_OF_POST = "SELECT state, reason, sha256, width, height, alt FROM post_picture WHERE post_id = ?"
_OF_MESSAGES = (
    "SELECT message_id, place, kind, state, reason, sha256, width, height FROM attachment"
    " WHERE message_id IN (SELECT value FROM json_each(?))"
)


@dataclass(frozen=True, slots=True)
class MediaJob:
    """One picture that is to be fetched."""

    id: int
    message: MessageId
    thread: ThreadId
    place: int
    url: str
    tries: int
    expires_at: datetime | None
    channel: ChannelId
    remote_id: str
    """The platform's id of the message or the post."""
    of_post: bool = False
    """Whether it stands for a post: then `id` is the post's number, and there is neither message nor thread."""


@dataclass(frozen=True, slots=True)
class Shown:
    """How an attachment stands. `width` and `height` are of the original, 0 until it is here."""

    state: MediaState
    reason: str = ""
    sha256: str = ""
    width: int = 0
    height: int = 0
    alt: str = ""
    """What it shows, where the picture of a post is told; a message has that itself."""


def due(cache: Cache, now: datetime, limit: int, without: Collection[int]) -> list[MediaJob]:
    """What may be fetched now, the most urgent first; `without` those that are on their way."""
    values = (to_ms(now), json.dumps(list(without)), limit)
    found = {row[0]: row for row in (*cache.ask(_EXPIRING, values), *cache.ask(_WAITING, values))}
    return [
        MediaJob(
            row[0],
            MessageId(row[1]),
            ThreadId(row[2]),
            row[3],
            row[4],
            row[5],
            optional_from_ms(row[6]),
            ChannelId(row[7]),
            row[8] or "",
        )
        for row in list(found.values())[:limit]
    ]


def due_of_posts(cache: Cache, now: datetime, limit: int, without: Collection[int]) -> list[MediaJob]:
    """The pictures of posts that may be fetched now; `without` are the numbers of posts whose one is on its way."""
    found = cache.ask(_POST_JOB, (to_ms(now), json.dumps(list(without)), limit))
    return [
        MediaJob(
            row[0],
            MessageId(0),
            ThreadId(0),
            0,
            row[1],
            row[2],
            optional_from_ms(row[3]),
            ChannelId(row[4]),
            row[5],
            of_post=True,
        )
        for row in found
    ]


def next_due_of_posts(cache: Cache, without: Collection[int]) -> datetime | None:
    """When the next picture of a post may be fetched, beside those that are on their way."""
    found = cache.ask(_NEXT_OF_POST, (json.dumps(list(without)),))
    return from_ms(found[0][0]) if found else None


def shown_of_post(cache: Cache, post: PostId) -> Shown | None:
    """How the picture of a post stands; None where its network shows none."""
    found = cache.ask(_OF_POST, (post,))
    if not found:
        return None
    state, reason, sha256, width, height, alt = found[0]
    return Shown(MediaState(state), reason, sha256, width or 0, height or 0, alt)


def next_due(cache: Cache, without: Collection[int]) -> datetime | None:
    """When the next picture may be fetched, beside those that are on their way."""
    found = cache.ask(_NEXT, (json.dumps(list(without)),))
    return from_ms(found[0][0]) if found else None


def shown(cache: Cache, messages: Iterable[MessageId]) -> dict[tuple[MessageId, int], Shown]:
    """How the attachments of some messages stand, by message and place."""
    found = cache.ask(_OF_MESSAGES, (json.dumps(list(messages)),))
    return {
        (MessageId(message), place): Shown(MediaState(state), reason, sha256, width or 0, height or 0)
        for message, place, _, state, reason, sha256, width, height in found
    }


def used(cache: Cache) -> set[str]:
    """The digests of all pictures that a message or a post has."""
    found = cache.ask(
        "SELECT sha256 FROM attachment WHERE sha256 != '' UNION SELECT sha256 FROM post_picture WHERE sha256 != ''"
    )
    return {row[0] for row in found}


def consents(cache: Cache, channel: ChannelId) -> bool:
    """Whether pictures of a channel are fetched without being asked for."""
    return cache.setting(f"{CONSENT}{channel}") == "yes"
