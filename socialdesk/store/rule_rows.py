"""Gives rules and what they did as rows keep them; knows no query of its own beside their columns."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from datetime import datetime, timedelta
from typing import Any

from socialdesk.model.identifiers import PersonId, ThreadId
from socialdesk.model.rule import Rule, Trial, from_words
from socialdesk.model.rule_list import PAUSE, Care
from socialdesk.support.clock import from_ms, optional_from_ms
from socialdesk.support.values import value_class

SUSPENDED = "automatic_answers_suspended"
"""The setting that holds automatic answers: since when, in milliseconds; empty or missing while they may leave."""
APPLYING = "rules_applying"
"""The setting of what is still to be applied to what is there: a list of jobs, see `engine.rules`."""
PAUSE_MINUTES = "rules_pause_minutes"
"""The setting of how long a rule waits that hides something public or touches very much; 60 where nobody chose."""
SECOND_PERSON = "rules_second_person"
"""The setting that lets a second person look at such rules instead: "1", else empty or missing."""
PRIVATE_CALLS = "rules_private_calls"
"""The setting that lets rules call programs inside networks of their own: "1", else empty or missing."""
written = json.JSONEncoder(ensure_ascii=False).encode
"""JSON as people read it. `json.dumps` makes an encoder each time, and a rule may do something at every message."""
COLUMNS = "id, body, version, is_on, on_from_at, off_because, trial, asked_by"
LISTED = f"SELECT {COLUMNS} FROM rule WHERE deleted_at IS NULL ORDER BY place, id"  # noqa: S608 - own names


JOINED = (
    "WITH RECURSIVE joined (id) AS (SELECT from_id FROM contact_merge WHERE into_id = ? AND undone_at IS NULL"
    " UNION SELECT m.from_id FROM joined j JOIN contact_merge m ON m.into_id = j.id AND m.undone_at IS NULL)"
    " SELECT id FROM joined"
)
"""The contacts that were found to be the same person as one, and are still."""


@value_class(frozen=True, slots=True)
class Did:
    """One thing a rule did.

    `before` is what it found, or the id of what it began, to take it back; `skipped` a stable word for why it was left
    out: see `rule_deeds`. `back` is what became of taking it back: undone, changed (a person changed it since), left
    (it has left and cannot be undone), or empty while nobody tried.
    """

    deed: str
    value: str = ""
    before: str = ""
    skipped: str = ""
    back: str = ""


@value_class(frozen=True, slots=True)
class Run:
    """One time a rule did its work. `reasons` are stable words and values, see `rule_reason`; `name` is the rule's."""

    id: int
    rule: str
    version: int
    event: str
    thread: ThreadId
    happened_at: datetime
    ran_at: datetime
    reasons: tuple[tuple[str, ...], ...]
    did: tuple[Did, ...]
    undone_at: datetime | None = None
    name: str = ""


def to_rule(row: Any) -> Rule:
    """A rule from the `COLUMNS` of its row."""
    id_, body, version, is_on, on_from, because, trial, asked_by = row
    return replace(
        from_words(body, id_),
        version=version,
        is_on=bool(is_on),
        on_from=optional_from_ms(on_from),
        off_because=because,
        trial=_trial(trial) if trial else None,
        asked_by=PersonId(asked_by) if asked_by is not None else None,
    )


def care_of(setting: Callable[[str], str | None], members: int) -> Care:
    """What becomes of rules that hide something public or touch very much, by the settings of a workspace."""
    minutes = setting(PAUSE_MINUTES) or ""
    pause = timedelta(minutes=int(minutes)) if minutes.isdecimal() else PAUSE
    return Care(pause, setting(SECOND_PERSON) == "1", members)


def trial_words(trial: Trial | None) -> str:
    """The written form of a trial."""
    if trial is None:
        return ""
    return json.dumps(asdict(trial) | {"at": trial.at.isoformat() if trial.at is not None else None})


def _trial(words: str) -> Trial:
    found: dict[str, Any] = json.loads(words)
    at = datetime.fromisoformat(found["at"]) if found["at"] else None
    return Trial(found["version"], found["days"], found["looked"], found["touched"], at)


def did_words(did: Sequence[Did]) -> str:
    """The written form of what a rule did."""
    return written([[one.deed, one.value, one.before, one.skipped, one.back] for one in did])


def to_run(row: Any) -> Run:
    """A run from its row, with the name of its rule behind it."""
    id_, rule, version, event, thread, happened, ran, reasons, did, undone, name = row
    return Run(
        id_,
        rule,
        version,
        event,
        ThreadId(thread),
        from_ms(happened),
        from_ms(ran),
        tuple(tuple(map(str, one)) for one in json.loads(reasons)),
        tuple(Did(*one) for one in json.loads(did)),
        optional_from_ms(undone),
        name,
    )
