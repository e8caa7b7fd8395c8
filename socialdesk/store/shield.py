"""Gives what the shield holds: why messages are kept, what the team taught it, evidence, and who opened how much."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from socialdesk.model.identifiers import ChannelId, MessageId, PersonId, ThreadId
from socialdesk.model.message import Message
from socialdesk.model.shield.own import OwnWord
from socialdesk.model.shield.values import LET_THROUGH, Level, Reason, ShieldKind, kind_of, reasons_from_json
from socialdesk.model.thread import Thread
from socialdesk.store import rows
from socialdesk.store.cache import Cache
from socialdesk.support.clock import from_ms, to_ms

RULES = "shield_rules"
"""The setting that says with which lists everything was judged."""
JUDGED_TO = "shield_judged_to"
"""The setting that says up to which message a new judging has come; empty when it is through."""

_END = 2**62
_LET_THROUGH = (
    "SELECT DISTINCT thread_id FROM shielding WHERE decision = 'let_through' AND thread_id < ?"
    " ORDER BY thread_id DESC LIMIT ?"
)


@dataclass(frozen=True, slots=True)
class Held:
    """One message that is kept out of sight, or was let through."""

    message: MessageId
    kind: ShieldKind
    level: Level | None
    """None when a person decided it."""
    reasons: tuple[Reason, ...]
    has_pictures: bool
    judged_at: datetime
    is_let_through: bool


@dataclass(frozen=True, slots=True)
class OwnAuthor:
    """Somebody whose messages the team lets through."""

    channel: ChannelId
    remote_id: str
    name: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A kept message as it was. `sha256` is that of `record`, which is JSON."""

    record: str
    sha256: str
    kept_at: datetime


def held_in(cache: Cache, thread: ThreadId) -> tuple[Held, ...]:
    """What was ever kept in a thread, in the order of its messages."""
    found = cache.ask(
        "SELECT message_id, kind, level, reasons, has_pictures, judged_at, decision FROM shielding"
        " WHERE thread_id = ? ORDER BY message_id",
        (thread,),
    )
    return tuple(
        Held(
            MessageId(id_),
            ShieldKind(kind),
            Level(level) if level else None,
            reasons_from_json(reasons),
            bool(pictures),
            from_ms(at),
            decision == LET_THROUGH,
        )
        for id_, kind, level, reasons, pictures, at, decision in found
        if kind_of(kind) is not None
    )


def let_through(cache: Cache, after: ThreadId | None, limit: int) -> tuple[list[Thread], ThreadId | None]:
    """Threads that were let through, the newest first, and from where to read on (None at the end)."""
    before = after if after is not None else _END
    found = cache.ask(_LET_THROUGH, (before, limit + 1))
    ids = [ThreadId(row[0]) for row in found[:limit]]
    by_id = {thread.id: thread for thread in cache.threads(ids)}
    return [by_id[id_] for id_ in ids if id_ in by_id], ids[-1] if len(found) > limit else None


def let_through_count(cache: Cache) -> int:
    """How many threads were let through."""
    return cache.ask("SELECT count(DISTINCT thread_id) FROM shielding WHERE decision = 'let_through'")[0][0]


def kept_since(cache: Cache, since: datetime) -> tuple[int, int]:
    """How many messages were kept since a moment, and how many of those were let through."""
    found = dict(
        cache.ask("SELECT decision, count(*) FROM shielding WHERE judged_at >= ? GROUP BY decision", (to_ms(since),))
    )
    let = found.get(LET_THROUGH, 0)
    return sum(found.values()), let


def earlier_of_author(cache: Cache, thread: ThreadId) -> int:
    """How many messages of the same authors were kept in other threads."""
    found = cache.ask(
        "SELECT count(*) FROM shielding other WHERE other.thread_id != ?1 AND other.decision = ''"
        " AND (other.channel_id, other.author_remote_id) IN"
        " (SELECT channel_id, author_remote_id FROM shielding WHERE thread_id = ?1 AND author_remote_id != '')",
        (thread,),
    )
    return found[0][0]


def own_words(cache: Cache) -> tuple[OwnWord, ...]:
    """The team's words, by their text."""
    found = cache.ask("SELECT kind, language, text, is_part, accents_matter, allows FROM shield_word ORDER BY text, id")
    return tuple(
        OwnWord(ShieldKind(kind), language, text, bool(part), bool(accents), bool(allows))
        for kind, language, text, part, accents, allows in found
        if kind_of(kind) is not None
    )


def own_authors(cache: Cache) -> tuple[OwnAuthor, ...]:
    """Whose messages are let through, by name."""
    found = cache.ask("SELECT channel_id, remote_id, name FROM shield_author ORDER BY name, remote_id")
    return tuple(OwnAuthor(ChannelId(channel), remote, name) for channel, remote, name in found)


def opened(cache: Cache, person: PersonId, day: str) -> int:
    """How many kept messages a person opened on a day (`2026-11-28`)."""
    found = cache.ask("SELECT n FROM shield_open WHERE person_id = ? AND day = ?", (person, day))
    return found[0][0] if found else 0


def evidence_of(cache: Cache, threads: Sequence[ThreadId]) -> tuple[Evidence, ...]:
    """The evidence of some threads, the oldest first."""
    found = cache.ask(
        "SELECT record, sha256, kept_at FROM shield_evidence"
        " WHERE thread_id IN (SELECT value FROM json_each(?)) ORDER BY id",
        (json.dumps(list(threads)),),
    )
    return tuple(Evidence(record, digest, from_ms(at)) for record, digest, at in found)


def inbound_after(cache: Cache, after: MessageId, most: int) -> list[tuple[Message, ChannelId, str]]:
    """Some messages that came in, by their numbers, with channel and the language of their thread."""
    found: Iterable[tuple[object, ...]] = cache.ask(
        "SELECT m.*, t.language FROM message m JOIN thread t ON t.id = m.thread_id"
        " WHERE m.id > ? AND m.id <= ? ORDER BY m.id",
        (after, after + most),
    )
    made = [(rows.to_message(row[:-1]), ChannelId(int(str(row[2]))), str(row[-1])) for row in found]
    return [one for one in made if one[0].direction.value == "in"]


def evidence_file(evidence: Sequence[Evidence], written_at: datetime) -> str:
    """Evidence as a file to hand on: each record exactly as it was kept, so that its digest can be checked."""
    return json.dumps(
        {
            "what": "Messages as SocialDesk received them. sha256 is the digest of the UTF-8 text of record.",
            "written_at": written_at.isoformat(),
            "messages": [
                {"record": one.record, "sha256": one.sha256, "kept_at": one.kept_at.isoformat()} for one in evidence
            ],
        },
        ensure_ascii=False,
        indent=1,
    )
