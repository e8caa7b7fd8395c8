"""Reads rules: the list, what each did and why, what one did in a thread, and what it laid ready there."""

from __future__ import annotations

import json
from collections.abc import Iterable

from socialdesk.model.identifiers import PersonId, SavedReplyId, ThreadId
from socialdesk.model.rule import Rule
from socialdesk.model.rule_list import Care
from socialdesk.store.cache import Cache
from socialdesk.store.rule_rows import LISTED, SUSPENDED, Run, care_of, to_rule, to_run

RUNS_OF = (
    "SELECT r.*, coalesce(json_extract(u.body, '$.name'), '') FROM rule_run r LEFT JOIN rule u ON u.id = r.rule_id"
    " WHERE r.rule_id = ? AND r.id < ? ORDER BY r.id DESC LIMIT ?"
)
RUNS_IN = (
    "SELECT r.*, coalesce(json_extract(u.body, '$.name'), '') FROM rule_run r LEFT JOIN rule u ON u.id = r.rule_id"
    " WHERE r.thread_id = ? ORDER BY r.id DESC LIMIT ?"
)
READY = (
    "SELECT d.reply_id, coalesce(json_extract(u.body, '$.name'), '') FROM rule_draft d"
    " LEFT JOIN rule_run r ON r.id = d.run_id LEFT JOIN rule u ON u.id = r.rule_id WHERE d.thread_id = ?"
)
ASKED = (
    "SELECT id, version, json_extract(body, '$.name'), asked_by FROM rule WHERE asked_by IS NOT NULL"
    " AND deleted_at IS NULL ORDER BY place"
)
CALLS = "SELECT id, state, reason FROM rule_call WHERE id IN (SELECT value FROM json_each(?))"
_NEWEST = 1 << 62


def rules(cache: Cache) -> list[Rule]:
    """The rules of the workspace, in their order."""
    return [to_rule(row) for row in cache.ask(LISTED)]


def is_suspended(cache: Cache) -> bool:
    """Whether no automatic answer may leave."""
    return bool(cache.setting(SUSPENDED))


def care(cache: Cache) -> Care:
    """What becomes of rules that are switched on and hide something public or touch very much."""
    return care_of(cache.setting, len(cache.people()))


def runs_of(cache: Cache, rule: str, before: int = _NEWEST, most: int = 100) -> list[Run]:
    """What a rule did, newest first, from before the run of that number."""
    return [to_run(row) for row in cache.ask(RUNS_OF, (rule, before, most))]


def runs_in(cache: Cache, thread: ThreadId, most: int = 100) -> list[Run]:
    """What rules did in a thread, newest first."""
    return [to_run(row) for row in cache.ask(RUNS_IN, (thread, most))]


def asked_about(cache: Cache) -> list[tuple[str, int, str, PersonId]]:
    """Rules that wait for a second person: id, version, name, and who asks."""
    return [(id_, version, name, PersonId(by)) for id_, version, name, by in cache.ask(ASKED)]


def calls(cache: Cache, ids: Iterable[int]) -> dict[int, tuple[str, str]]:
    """How telling programs went: state and reason, by the number of the call."""
    found = cache.ask(CALLS, (json.dumps(list(ids)),))
    return {id_: (state, reason) for id_, state, reason in found}


def laid_ready(cache: Cache, thread: ThreadId) -> tuple[SavedReplyId, str] | None:
    """The saved reply that a rule laid ready for the answer in a thread, and what the rule is called."""
    found = cache.ask(READY, (thread,))
    return (SavedReplyId(found[0][0]), str(found[0][1])) if found else None
