"""Puts rules and what they did; what the rules are is known to the engine from here, and from nowhere else."""

from __future__ import annotations

from datetime import datetime

from socialdesk.model.identifiers import PersonId
from socialdesk.model.rule import Rule, to_words
from socialdesk.store.change.threads import Threads
from socialdesk.store.rule_rows import COLUMNS, LISTED, to_rule, trial_words
from socialdesk.support.clock import optional_ms, to_ms


class RuleRows(Threads):
    """The part of a change about rules."""

    def rules(self) -> list[Rule]:
        """The rules of the workspace, in their order."""
        return [to_rule(row) for row in self._driver.execute(LISTED)]

    def rule(self, id_: str) -> Rule | None:
        """A rule, also one that was deleted."""
        row = self._driver.execute(f"SELECT {COLUMNS} FROM rule WHERE id = ?", (id_,)).fetchone()  # noqa: S608 - own names
        return None if row is None else to_rule(row)

    def put_rule(self, rule: Rule, by: PersonId | None, at: datetime) -> None:
        """Add a rule as the last one, or change it where it stands."""
        values = (
            to_words(rule),
            rule.version,
            int(rule.is_on),
            optional_ms(rule.on_from),
            rule.off_because,
            trial_words(rule.trial),
            to_ms(at),
            by,
        )
        self._driver.execute(
            "INSERT INTO rule (id, place, body, version, is_on, on_from_at, off_because, trial, changed_at, person_id)"
            " VALUES (?, (SELECT coalesce(max(place), 0) + 1 FROM rule), ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET body = excluded.body, version = excluded.version, is_on = excluded.is_on,"
            " on_from_at = excluded.on_from_at, off_because = excluded.off_because, trial = excluded.trial,"
            " changed_at = excluded.changed_at, person_id = excluded.person_id, deleted_at = NULL",
            (rule.id, *values),
        )
        self._driver.execute(
            "INSERT OR IGNORE INTO rule_version (rule_id, version, body, saved_at, person_id) VALUES (?, ?, ?, ?, ?)",
            (rule.id, rule.version, to_words(rule), to_ms(at), by),
        )
        self.touch("rule", 0)

    def known_setting(self, key: str) -> str:
        """A setting of the workspace; empty where nobody chose."""
        self.flush()
        found = self._driver.execute("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
        return found[0] if found is not None else ""

    def drop_rule(self, id_: str, at: datetime) -> None:
        """Take a rule out of the list; what it did stays."""
        self._driver.execute("UPDATE rule SET deleted_at = ?, is_on = 0 WHERE id = ?", (to_ms(at), id_))
        self.touch("rule", 0)

    def order_rules(self, ids: list[str]) -> None:
        """Let the rules stand in this order."""
        self._many("UPDATE rule SET place = ? WHERE id = ?", list(enumerate(ids, 1)))
        self.touch("rule", 0)
