"""A rule as somebody is writing it, finished or not, and the keeping of it over a restart until saved or dropped."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from socialdesk.desktop.places.rules.deeds import deed_tree, deeds_of
from socialdesk.desktop.places.rules.triggers import scope_of, scope_tree, when_of, when_tree
from socialdesk.desktop.widgets.sentence.conditions import to_condition, to_tree
from socialdesk.desktop.widgets.sentence.tree import Group, read_group, written
from socialdesk.model.identifiers import CommandId
from socialdesk.model.rule import Deed, Rule, When
from socialdesk.store.desk import Desk
from socialdesk.store.readings import Result

_EMPTY = Group()
_STATE = "rule_drafts"
_GIVEN = "rule_drafts_given"


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the editor. `version` is the one that is being changed; 0 for a new rule."""

    id: str
    version: int = 0
    name: str = ""
    scope: Group = _EMPTY
    when: Group = _EMPTY
    where: Group = _EMPTY
    then: Group = _EMPTY
    stops: bool = False
    in_public: bool = False

    def rule(self) -> Rule:
        """What it says so far."""
        channels, everywhere = scope_of(self.scope)
        then = deeds_of(self.then)
        return Rule(
            self.id,
            " ".join(self.name.split()),
            when_of(self.when),
            then,
            to_condition(self.where),
            channels,
            everywhere,
            self.stops,
            self.in_public and any(one.deed is Deed.ACKNOWLEDGE for one in then),
            version=self.version,
        )


def draft_of(rule: Rule) -> Draft:
    """A rule to be changed."""
    return Draft(
        rule.id,
        rule.version,
        rule.name,
        scope_tree(rule.channels, everywhere=rule.everywhere),
        when_tree(rule.when),
        to_tree(rule.where),
        deed_tree(rule.then),
        rule.stops,
        rule.in_public,
    )


def begun(id_: str, when: When) -> Draft:
    """A new rule for everything that `when` waits for, wherever it happens."""
    return Draft(id_, scope=scope_tree(frozenset(), everywhere=False), when=when_tree(when))


def says_same(one: Draft, rule: Rule) -> bool:
    """Whether a draft changes nothing about a rule."""
    return replace(one, version=rule.version, name=" ".join(one.name.split())) == draft_of(rule)


class Drafts:
    """The unsaved rules, by id."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._drafts = _all(desk.state(_STATE))
        self._given = _all(desk.state(_GIVEN))

    @property
    def all(self) -> tuple[Draft, ...]:
        """All that is unsaved."""
        return tuple(self._drafts.values())

    def get(self, id_: str) -> Draft | None:
        """What is unsaved of a rule."""
        return self._drafts.get(id_)

    def put(self, draft: Draft) -> None:
        """Remember a change until `keep` writes it down."""
        self._drafts[draft.id] = draft

    def drop(self, id_: str) -> None:
        """Forget a change."""
        self._drafts.pop(id_, None)

    def keep(self) -> None:
        """Write all down."""
        self._desk.set_state(_STATE, json.dumps({id_: _plain(one) for id_, one in self._drafts.items()}))

    def hand_over(self, command: CommandId, draft: Draft) -> None:
        """It is no longer unsaved, unless the command is refused."""
        self._given[str(command)] = draft
        self._drafts.pop(draft.id, None)
        self._keep_given()

    def settle(self, results_of: Callable[[Iterable[CommandId]], list[Result]]) -> dict[str, str]:
        """See what became of what was given: what was refused is unsaved again; gives the reasons, by rule."""
        if not self._given:
            return {}
        refused: dict[str, str] = {}
        decided = results_of(tuple(CommandId(one) for one in self._given))
        for result in decided:
            draft = self._given.pop(str(result.command))
            if result.outcome != "accepted":
                self._drafts.setdefault(draft.id, draft)
                refused[draft.id] = result.sentence
        if decided:
            self._keep_given()
        return refused

    def _keep_given(self) -> None:
        self._desk.set_state(_GIVEN, json.dumps({id_: _plain(one) for id_, one in self._given.items()}))
        self.keep()


def _plain(draft: Draft) -> dict[str, Any]:
    return {
        "id": draft.id,
        "version": draft.version,
        "name": draft.name,
        "scope": written(draft.scope),
        "when": written(draft.when),
        "where": written(draft.where),
        "then": written(draft.then),
        "stops": draft.stops,
        "in_public": draft.in_public,
    }


def _read(plain: Mapping[str, Any]) -> Draft:
    return Draft(
        str(plain["id"]),
        int(plain["version"]),
        str(plain["name"]),
        read_group(plain["scope"]),
        read_group(plain["when"]),
        read_group(plain["where"]),
        read_group(plain["then"]),
        plain["stops"] is True,
        plain["in_public"] is True,
    )


def _all(text: str | None) -> dict[str, Draft]:
    found: dict[str, Draft] = {}
    try:
        kept = json.loads(text or "{}")
    except ValueError:
        return found
    plains: dict[str, Any] = kept if isinstance(kept, dict) else {}
    for id_, plain in plains.items():
        try:
            draft = _read(plain)
            draft.rule()  # a kind that a later version knows is none here
        except (ValueError, KeyError, TypeError, RecursionError):
            continue
        found[id_] = draft
    return found
