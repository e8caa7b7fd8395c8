"""Says in SQL what must hold of a thread or message that is searched for, and where the few begin that can fit.

A condition that an index knows and few threads meet is a better beginning than the words: which one that is follows
from how many threads each of them has, counted no further than `FEW`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from socialdesk.model.identifiers import PersonId
from socialdesk.model.search import Condition
from socialdesk.model.words import matching
from socialdesk.store.cache import Cache
from socialdesk.support.clock import to_ms
from socialdesk.support.values import value_class

FEW = 1_000
"""So many threads are looked through whole; where a condition has more, what fits is looked for along the newest."""
Words: TypeAlias = tuple[str, tuple[Any, ...]]
"""A stretch of SQL with the values of its question marks."""
_AMONG = "(SELECT value FROM json_each(?))"
_CALLED = (
    "(SELECT coalesce(p.merged_into, p.id) FROM (SELECT rowid AS id FROM contact_fts"
    " WHERE contact_fts MATCH ? LIMIT 500) f CROSS JOIN contact p ON p.id = f.id)"
)
_NAMED = (
    "(SELECT id FROM channel WHERE instr(lower(name || ' ' || handle || ' ' || platform || ' ' || mark), lower(?)))"
)
_STATUSES = frozenset({"open", "waiting", "snoozed", "done"})
_IDS = "SELECT t.id FROM thread t INDEXED BY {index} WHERE {words}"


@value_class(frozen=True, slots=True)
class Fits:
    """The conditions in SQL: on a thread `t`, and on a message `m` where words were asked for as well."""

    thread: str
    thread_values: tuple[Any, ...]
    message: str
    message_values: tuple[Any, ...]

    @classmethod
    def of(cls, cache: Cache, conditions: Sequence[Condition]) -> Fits:
        """What is typed, with the names in it as the workspace has them."""
        parts: dict[str, list[str]] = {"t": [], "m": []}
        values: dict[str, list[Any]] = {"t": [], "m": []}
        for condition in conditions:
            on, sql, some = _condition(cache, condition)
            # What is turned round must hold of what has no value as well: nothing said here may come out as NULL.
            parts[on].append(f" AND NOT ({sql})" if condition.is_not else f" AND {sql}")
            values[on] += some
        return cls("".join(parts["t"]), tuple(values["t"]), "".join(parts["m"]), tuple(values["m"]))

    @property
    def alone(self) -> Words:
        """What must hold of a thread where no words were asked for: it stands for its messages."""
        said = self.message.replace("m.created_at", "coalesce(t.last_in_at, t.created_at)")
        said = said.replace("m.attachments != '[]'", "t.attachments > 0")
        return self.thread + said, (*self.thread_values, *self.message_values)


def start(cache: Cache, conditions: Sequence[Condition]) -> Words | None:
    """What gives the numbers of the threads of the condition that fewest meet; None where even that one has many."""
    found: tuple[int, Words] | None = None
    for statement, values in _beginnings(cache, conditions):
        counted = f"SELECT count(*) FROM ({statement} LIMIT ?)"  # noqa: S608 - own words
        number = cache.ask(counted, (*values, FEW + 1))[0][0]
        if number <= FEW and (found is None or number < found[0]):
            found = number, (statement, values)
    return None if found is None else found[1]


def _beginnings(cache: Cache, conditions: Sequence[Condition]) -> Iterator[Words]:
    """What gives the numbers of the threads of each condition that an index knows, with the status if one is said."""
    wanted = [one for one in conditions if not one.is_not]
    statuses = [one.value for one in wanted if one.operator == "is" and one.value in _STATUSES]
    # Every index of the queue has the status second, after what it is about.
    also = " AND t.status = ?" if statuses else ""
    status = tuple(statuses[:1])
    if statuses:
        yield _IDS.format(index="thread_queue", words="t.status = ?"), status
    for one in wanted:
        match one.operator, one.value:
            case "tag", value:
                tagged = f"SELECT t.thread_id FROM thread_tag t WHERE t.tag IN {_AMONG}{also}"  # noqa: S608 - own words
                yield tagged, (_spelt(cache, value), *status)
            case "lang" | "kind" as operator, value:
                column = {"lang": "language"}.get(operator, operator)
                words = f"t.{column} = ?{also}"
                yield _IDS.format(index=f"thread_queue_{column}", words=words), (value, *status)
            case "channel", value:
                words = f"t.channel_id IN {_NAMED}{also}"
                yield _IDS.format(index="thread_queue_channel", words=words), (value, *status)
            case "from", value:
                words = f"t.contact_id IN {_CALLED}"
                yield _IDS.format(index="thread_contact", words=words), (matching(value, is_beginning=True),)
            case "is", "mine":
                words = f"t.assignee_id = ?{also}"
                yield _IDS.format(index="thread_queue_mine", words=words), (_me(cache), *status)
            case "is", "vip":
                yield _IDS.format(index="thread_vip", words=f"t.is_vip = 1{also}"), status
            case _:
                pass


def _condition(cache: Cache, condition: Condition) -> tuple[str, str, list[Any]]:
    """What one condition is about (t or m), and how it is said."""
    value = condition.value
    match condition.operator:
        case "from":
            return "t", f"t.contact_id IS NOT NULL AND t.contact_id IN {_CALLED}", [matching(value, is_beginning=True)]
        case "channel":
            return "t", f"t.channel_id IN {_NAMED}", [value]
        case "tag":
            tagged = f"EXISTS (SELECT 1 FROM json_each(t.tags) j WHERE j.value IN {_AMONG})"  # noqa: S608 - own words
            return "t", f"t.tags != '[]' AND {tagged}", [_spelt(cache, value)]
        case "lang":
            return "t", "t.language = ?", [value]
        case "kind":
            return "t", "t.kind = ?", [value]
        case "has" if value == "note":
            return "t", "EXISTS (SELECT 1 FROM note x WHERE x.thread_id = t.id)", []
        case "has":
            return "m", "m.attachments != '[]'", []
        case "is":
            return "t", *_standing(cache, value)
        case "before" | "after":
            assert condition.at is not None
            sign = "<" if condition.operator == "before" else ">="
            return "m", f"m.created_at {sign} ?", [to_ms(condition.at)]


def _standing(cache: Cache, value: str) -> tuple[str, list[Any]]:
    match value:
        case "unread":
            return "t.unread > 0", []
        case "vip":
            return "t.is_vip = 1", []
        case "mine":
            return "t.assignee_id IS ?", [_me(cache)]
        case _:
            return "t.status = ?", [value]


def _me(cache: Cache) -> PersonId:
    return PersonId(next((person.id for person in cache.people() if person.is_me), 0))


def _spelt(cache: Cache, tag: str) -> str:
    """A tag in every way the team writes it, as a list in JSON."""
    small = tag.casefold()
    return json.dumps([one for one in cache.tags() if one.casefold() == small])
