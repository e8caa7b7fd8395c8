"""Keeps the cache file small, a slice at a time: old texts, raw events, journal and free room.

Each call does a bounded amount and says whether there is more; a slice is one short transaction of the engine's.
Results of commands stay for good: a desk that was shut for months must find them, or it would all be done again.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from socialdesk.model.identifiers import ThreadId
from socialdesk.model.story import WINDOW
from socialdesk.store.cache import Cache
from socialdesk.store.rows import NO_TARGET
from socialdesk.support.clock import to_ms

KEEP_DAYS = 400
KEEP_RAW = timedelta(days=7)
KEEP_JOURNAL = 200_000
KEEP_EVIDENCE = timedelta(days=90)
KEEP_CALLS = timedelta(days=30)
KEEP_READINGS = timedelta(days=30)
"""How long it is kept what second readings found; what the last one of a channel found stays."""
_THREADS, _ROWS, _PAGES = 20, 1_000, 200
_LOOKED_AT = 2_000
"""How many rows a slice looks at where few of them are old."""
_LEAST = -(2**63)
_DAY_MS = 24 * 3_600_000
_READ_SINCE_MS = 30 * _DAY_MS
"""How long after a deletion each stream of its channel must have been read well."""
Place = tuple[int | str, ...] | None
"""The row with which a slice ended; None before the first one and after the last."""
_DONE_BEFORE = (
    "SELECT id FROM thread WHERE status = 'done' AND preview != '' AND order_at >= ? AND order_at < ?"
    " AND coalesce(last_in_at, 0) < ? ORDER BY order_at LIMIT ?"
)
_OLD_RAW = (
    "DELETE FROM inbound_event WHERE id IN (SELECT id FROM inbound_event"
    " WHERE state = 'done' AND received_at < ? ORDER BY received_at LIMIT ?)"
)
_OLD_EVIDENCE = (
    "DELETE FROM shield_evidence WHERE id IN"
    " (SELECT id FROM shield_evidence WHERE kept_at < ? ORDER BY kept_at LIMIT ?)"
)
# Calls, second readings and what rules did have numbers in their order: only the oldest are looked at.
_OLD_CALLS = (
    "DELETE FROM rule_call WHERE id IN (SELECT id FROM (SELECT id, made_at, state FROM rule_call ORDER BY id LIMIT ?2)"
    " WHERE made_at < ?1 AND state != 'queued')"
)
_OLD_READINGS = (
    "DELETE FROM audit WHERE id IN (SELECT id FROM (SELECT id, channel_id, at FROM audit ORDER BY id LIMIT ?2) old"
    " WHERE at < ?1"
    " AND EXISTS (SELECT 1 FROM audit newer WHERE newer.channel_id = old.channel_id AND newer.at > old.at))"
)
_OLD_RUNS = (
    "DELETE FROM rule_run WHERE id IN (SELECT id FROM (SELECT id, ran_at FROM rule_run ORDER BY id LIMIT ?2)"
    " WHERE ran_at < ?1)"
)
# These two stand in no order of age: they are walked along, a bounded number of rows a slice.
_NEXT_BANDS = (
    "SELECT band, said_at, thread_id FROM story_band WHERE (band, said_at, thread_id) > (?, ?, ?)"
    " ORDER BY band, said_at, thread_id LIMIT ?"
)
_OLD_BANDS = (
    "DELETE FROM story_band WHERE (band, said_at, thread_id) > (?, ?, ?) AND (band, said_at, thread_id) <= (?, ?, ?)"
    " AND said_at < ?"
)
_NEXT_TOMBSTONES = (
    "SELECT channel_id, external_id, deleted_at FROM tombstone WHERE (channel_id, external_id) > (?, ?)"
    " ORDER BY channel_id, external_id LIMIT ?"
)
_OLD_TOMBSTONES = (
    "DELETE FROM tombstone WHERE (channel_id, external_id) > (?1, ?2) AND (channel_id, external_id) <= (?3, ?4)"
    " AND deleted_at < ?5 - ?6 * max(?7, (SELECT history_days FROM channel WHERE id = tombstone.channel_id))"
    " AND NOT EXISTS (SELECT 1 FROM gap WHERE gap.channel_id = tombstone.channel_id AND state = 'open')"
    " AND NOT EXISTS"
    " (SELECT 1 FROM inbound_event e WHERE e.channel_id = tombstone.channel_id AND e.state = 'parked')"
    " AND NOT EXISTS (SELECT 1 FROM channel_stream s"
    " WHERE s.channel_id = tombstone.channel_id AND coalesce(s.last_ok_at, 0) < deleted_at + ?8)"
)
_OLD_JOURNAL = "DELETE FROM journal WHERE seq IN (SELECT seq FROM journal WHERE seq <= ? ORDER BY seq LIMIT ?)"


def keep_days(cache: Cache) -> int:
    """How many days the words of threads that are done stay."""
    chosen = cache.setting("retention_days") or ""
    return int(chosen) if chosen.isdigit() and int(chosen) > 0 else KEEP_DAYS


def forget_old_words(cache: Cache, now: datetime) -> bool:
    """Take the texts out of some threads that were done long ago. Open, waiting and snoozed ones stay whole."""
    before = to_ms(now - timedelta(days=keep_days(cache)))
    # Done threads stand in the order of when an answer was due, and those without after them by their last word.
    found = [
        *cache.ask(_DONE_BEFORE, (0, before, before, _THREADS)),
        *cache.ask(_DONE_BEFORE, (NO_TARGET, NO_TARGET + before, before, _THREADS)),
    ][:_THREADS]
    if found:
        with cache.change() as change:
            for (id_,) in found:
                change.forget_words(ThreadId(id_), now)
    return len(found) == _THREADS


def forget_old_rows(cache: Cache, now: datetime) -> bool:
    """Drop some rows that nobody needs any more: raw events, journal, what was noted; what is parked stays."""
    with cache.change() as change:
        raw = change.drop_rows(_OLD_RAW, (to_ms(now - KEEP_RAW), _ROWS))
        rows = change.drop_rows(_OLD_JOURNAL, (cache.journal_end() - KEEP_JOURNAL, _ROWS))
        evidence = change.drop_rows(_OLD_EVIDENCE, (to_ms(now - KEEP_EVIDENCE), _ROWS))
        calls = change.drop_rows(_OLD_CALLS, (to_ms(now - KEEP_CALLS), _ROWS))
        runs = change.drop_rows(_OLD_RUNS, (to_ms(now - timedelta(days=KEEP_DAYS)), _ROWS))
        readings = change.drop_rows(_OLD_READINGS, (to_ms(now - KEEP_READINGS), _ROWS))
        change.sweep_reply_pictures(now)
    return _ROWS in (raw, rows, evidence, calls, runs, readings)


def forget_old_bands(cache: Cache, now: datetime, after: Place) -> Place:
    """Drop what no story is looked for by any more, from `after` on; gives where the next slice goes on."""
    start = after or (_LEAST, 0, 0)
    before = to_ms(now - WINDOW)
    found = cache.ask(_NEXT_BANDS, (*start, _LOOKED_AT))
    if any(said_at < before for _, said_at, _ in found):
        with cache.change() as change:
            change.drop_rows(_OLD_BANDS, (*start, *found[-1], before))
    return tuple(found[-1]) if len(found) == _LOOKED_AT else None


def forget_old_deletions(cache: Cache, now: datetime, after: Place) -> Place:
    """Drop the deletions of messages that cannot come any more, from `after` on; gives where the next slice goes on.

    One that came before its message keeps that from being shown. It is needed as long as the channel may still read
    what is older: its history, a gap, an event that could not be read, a stream that was not read since.
    """
    start = after or (0, "")
    found = cache.ask(_NEXT_TOMBSTONES, (*start, _LOOKED_AT))
    if any(deleted_at < to_ms(now - timedelta(days=KEEP_DAYS)) for *_, deleted_at in found):
        since = (to_ms(now), _DAY_MS, KEEP_DAYS, _READ_SINCE_MS)
        with cache.change() as change:
            change.drop_rows(_OLD_TOMBSTONES, (*start, *found[-1][:2], *since))
    return tuple(found[-1][:2]) if len(found) == _LOOKED_AT else None


def tidy_file(cache: Cache) -> bool:
    """Merge a little of the search index, give a little free room back, carry the write-ahead file over."""
    return cache.tidy(_PAGES)
