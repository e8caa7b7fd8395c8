"""Gives what acts on very many threads are about: the newest message of somebody else in each, and what stands there.

Two statements for each channel and one for all messages; each is answered along an index.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from socialdesk.model.bulk_platform import Said
from socialdesk.model.identifiers import ChannelId, CommandId, PostId, ThreadId
from socialdesk.model.message import Message
from socialdesk.model.thread import Thread
from socialdesk.store import rows
from socialdesk.store.cache import Cache
from socialdesk.store.outbound import Outbound, to_outbound
from socialdesk.support.clock import from_ms, to_ms

NEWEST = """
SELECT m.* FROM json_each(?) AS t JOIN message AS m ON m.id = (
    SELECT id FROM message INDEXED BY message_thread
    WHERE thread_id = t.value AND direction = 'in' AND deleted_at IS NULL AND external_id IS NOT NULL
    ORDER BY created_at DESC, id DESC LIMIT 1)
"""
NEWEST_OWN = """
SELECT m.* FROM json_each(?) AS t JOIN message AS m ON m.id = (
    SELECT id FROM message INDEXED BY message_thread
    WHERE thread_id = t.value AND direction = 'out' AND deleted_at IS NULL AND external_id IS NOT NULL
    ORDER BY created_at DESC, id DESC LIMIT 1)
"""
STANDS = """
SELECT what, remote_id FROM public_act
WHERE channel_id = ? AND what IN ('hidden', 'blocked', 'reported') AND remote_id IN (SELECT value FROM json_each(?))
"""
OUTBOUND = "SELECT * FROM outbound WHERE command_id IN (SELECT value FROM json_each(?))"
TAKEN = "SELECT channel_id, not_before_at FROM outbound WHERE state IN ('queued', 'waiting') AND not_before_at > ?"
ON_ITS_WAY = """
SELECT DISTINCT thread_id FROM outbound
WHERE act = 'answer' AND state IN ('queued', 'waiting', 'sending', 'held', 'unknown')
"""
_PART = 500


def said_in(cache: Cache, threads: Sequence[Thread], *, own: bool = False) -> Mapping[ThreadId, Said]:
    """By thread, what acts on it would be about; a thread in which nobody else wrote has no message.

    With `own` also what we answered last.
    """
    newest = _newest(cache, NEWEST, threads)
    ours = _newest(cache, NEWEST_OWN, threads) if own else {}
    about: dict[ChannelId, set[str]] = {}
    for one in threads:
        message = newest.get(one.id)
        if message is not None:
            about.setdefault(one.channel_id, set()).update(
                word for word in (message.external_id, message.author_remote_id) if word
            )
    stands: dict[tuple[ChannelId, str], set[str]] = {}
    for channel, words in about.items():
        for what, remote_id in cache.ask(STANDS, (channel, json.dumps(sorted(words)))):
            stands.setdefault((channel, remote_id), set()).add(what)
    on_own = _own_posts(cache, {one.post_id for one in threads if one.post_id is not None})
    found: dict[ThreadId, Said] = {}
    for one in threads:
        message = newest.get(one.id)
        keys = [] if message is None else [message.external_id or "", message.author_remote_id]
        here = frozenset(what for key in keys for what in stands.get((one.channel_id, key), ()))
        found[one.id] = Said(message, here, one.post_id in on_own, ours.get(one.id))
    return found


def _newest(cache: Cache, statement: str, threads: Sequence[Thread]) -> dict[ThreadId, Message]:
    ids = [one.id for one in threads]
    found: dict[ThreadId, Message] = {}
    for at in range(0, len(ids), _PART):
        for row in cache.ask(statement, (json.dumps(ids[at : at + _PART]),)):
            message = rows.to_message(row)
            found[message.thread_id] = message
    return found


def taken_moments(cache: Cache, now: datetime) -> Mapping[ChannelId, list[datetime]]:
    """By channel, the moments after `now` at which something leaves already."""
    found: dict[ChannelId, list[datetime]] = {}
    for channel, at in cache.ask(TAKEN, (to_ms(now),)):
        found.setdefault(ChannelId(channel), []).append(from_ms(at))
    return found


def with_answer_on_its_way(cache: Cache) -> frozenset[ThreadId]:
    """The threads to which an answer has not left yet, or may have left."""
    return frozenset(ThreadId(row[0]) for row in cache.ask(ON_ITS_WAY))


def outbounds(cache: Cache, ids: Sequence[CommandId]) -> list[Outbound]:
    """Where these acts stand, those that the engine knows of, in no order."""
    found: list[Outbound] = []
    for at in range(0, len(ids), _PART):
        found += [to_outbound(row) for row in cache.ask(OUTBOUND, (json.dumps(list(ids[at : at + _PART])),))]
    return found


def _own_posts(cache: Cache, ids: set[PostId]) -> frozenset[PostId]:
    posts = [cache.post(id_) for id_ in ids]
    return frozenset(one.id for one in posts if one is not None and one.is_own)
