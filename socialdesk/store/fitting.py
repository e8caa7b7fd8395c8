"""Reads what the words of a thread say about saved replies: an index look-up a word, whatever the library holds."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence

from socialdesk.model.identifiers import SavedReplyId
from socialdesk.model.saved_reply import SavedReply
from socialdesk.model.saved_reply_fit import Fit, Known, fits, lifted
from socialdesk.store import rows
from socialdesk.store.cache import Cache

EVERYBODYS = 200
"""A word that more replies hold tells nothing; only what was learned with it is read."""
_AMONG = "IN (SELECT value FROM json_each(?))"
SPREAD = f"SELECT word, count(*) FROM saved_reply_word WHERE word {_AMONG} GROUP BY word"  # noqa: S608 - own words
HELD = f"SELECT word, reply_id, own, learned FROM saved_reply_word WHERE word {_AMONG}"  # noqa: S608 - as above
LEARNED = f"{HELD} AND learned > 0"
MANY = "SELECT count(*) FROM saved_reply WHERE deleted_at IS NULL"
THESE = f"SELECT * FROM saved_reply WHERE id {_AMONG} AND deleted_at IS NULL"  # noqa: S608 - as above


def fitting(cache: Cache, words: Sequence[str], most: int = 20) -> list[tuple[SavedReply, Fit]]:
    """The replies that fit the words of a thread, the best first, whoever they are for."""
    if not words:
        return []
    spread = {str(word): int(many) for word, many in cache.ask(SPREAD, (_listed(words),))}
    telling = [word for word in words if 0 < spread.get(word, 0) <= EVERYBODYS]
    common = [word for word in words if spread.get(word, 0) > EVERYBODYS]
    found = [Known(*row) for row in cache.ask(HELD, (_listed(telling),))]
    found += [Known(word, reply, 0, learned) for word, reply, _, learned in cache.ask(LEARNED, (_listed(common),))]
    ((many,),) = cache.ask(MANY)
    best = fits(words, found, many, most)
    replies = {reply.id: reply for reply in these(cache, [SavedReplyId(fit.reply) for fit in best])}
    there = [(replies[SavedReplyId(fit.reply)], fit) for fit in best if fit.reply in replies]
    return sorted(there, key=lambda one: -lifted(one[1].score, one[0].used))


def these(cache: Cache, ids: Collection[SavedReplyId]) -> list[SavedReply]:
    """Replies of the library by their numbers."""
    return [rows.to_saved_reply(row) for row in cache.ask(THESE, (_listed(ids),))]


def _listed(values: Collection[object]) -> str:
    return json.dumps(list(values))
