"""What was done on a platform to the messages of a thread and to who wrote them, and what of it still stands."""

from __future__ import annotations

import json
from collections.abc import Sequence

from socialdesk.model.identifiers import ChannelId, MessageId, ThreadId
from socialdesk.model.moderation import LIKES, NEEDS
from socialdesk.store.cache import Cache
from socialdesk.store.outbound import Outbound, to_outbound


def acts_in(cache: Cache, thread: ThreadId) -> list[Outbound]:
    """The acts on messages and people of a thread, in the order they were given; answers are not among them.

    What was taken back before it left did not happen and is left out.
    """
    found = cache.ask(
        "SELECT * FROM outbound WHERE thread_id = ? AND act IN (SELECT value FROM json_each(?)) AND state != 'canceled'"
        " ORDER BY given_at, command_id",
        (thread, json.dumps([*NEEDS, "delete", *LIKES])),
    )
    return [to_outbound(row) for row in found]


def private_thread(cache: Cache, thread: ThreadId) -> ThreadId | None:
    """The conversation of messages with whoever a thread is with, on the same channel; None where there is none yet."""
    found = cache.ask(
        "SELECT d.id FROM thread t JOIN thread d ON d.contact_id = t.contact_id AND d.channel_id = t.channel_id"
        " WHERE t.id = ? AND d.kind = 'dm' ORDER BY d.last_in_at DESC, d.id DESC LIMIT 1",
        (thread,),
    )
    return ThreadId(found[0][0]) if found else None


def public_thread(cache: Cache, thread: ThreadId) -> ThreadId | None:
    """The newest public thread with whoever sent these messages, on the same channel; None where there is none.

    What is kept out of sight is answered by nobody, so it is none.
    """
    found = cache.ask(
        "SELECT p.id FROM thread t JOIN thread p ON p.contact_id = t.contact_id AND p.channel_id = t.channel_id"
        " WHERE t.id = ? AND p.kind IN ('comment', 'mention') AND p.shield = ''"
        " ORDER BY p.last_in_at DESC, p.id DESC LIMIT 1",
        (thread,),
    )
    return ThreadId(found[0][0]) if found else None


def standing(cache: Cache, channel: ChannelId, remote_ids: Sequence[str]) -> frozenset[str]:
    """What stands there about these messages, people or threads: hidden, held back, blocked, muted, reported."""
    found = cache.ask(
        "SELECT what FROM public_act WHERE channel_id = ?"
        " AND what IN ('hidden', 'held', 'blocked', 'muted', 'reported')"
        " AND remote_id IN (SELECT value FROM json_each(?))",
        (channel, json.dumps([one for one in remote_ids if one])),
    )
    return frozenset(row[0] for row in found)


def held_in(cache: Cache, channel: ChannelId, thread: ThreadId) -> frozenset[MessageId]:
    """The messages of a thread that wait for our approval."""
    found = cache.ask(
        "SELECT m.id FROM public_act a CROSS JOIN message m ON m.channel_id = a.channel_id"
        " AND m.external_id = a.remote_id WHERE a.channel_id = ? AND a.what = 'held' AND m.thread_id = ?",
        (channel, thread),
    )
    return frozenset(MessageId(row[0]) for row in found)
