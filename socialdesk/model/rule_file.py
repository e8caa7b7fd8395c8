"""Reads and writes rules as a file that people can read: JSON, with channels and people by their names.

Reading takes no rule that it cannot take whole: what is wrong with each of the others is said in a sentence.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field
from typing import Any, cast

from socialdesk.model.channel import Channel
from socialdesk.model.person import Person
from socialdesk.model.rule import TOLD, Deed, NotARule, Rule, from_form, to_form
from socialdesk.model.rule_check import problem
from socialdesk.model.saved_reply import SavedReply
from socialdesk.support.values import value_class

MOST_BYTES = 5_000_000
FORMAT = 1
_OF_PEOPLE = frozenset({Deed.ASSIGN, Deed.NOTIFY})
_OF_REPLIES = frozenset({Deed.DRAFT, Deed.ACKNOWLEDGE})
_NAMED = {"channel": "channels", "whose": "people", "contact": "contacts"}


@value_class(frozen=True, slots=True)
class Names:
    """What is called how in a workspace: names by number, as text."""

    channels: Mapping[str, str]
    people: Mapping[str, str]
    replies: Mapping[str, str]
    contacts: Mapping[str, str] = field(default_factory=dict[str, str])

    def number(self, of: str, name: str) -> str | None:
        """The number of what has a name; None where nothing has it."""
        known: Mapping[str, str] = getattr(self, of)
        return next((number for number, called in known.items() if called.casefold() == name.casefold()), None)

    def name(self, of: str, number: str) -> str:
        """The name of what has a number; the number itself where that is gone."""
        return getattr(self, of).get(number, number)


@value_class(frozen=True, slots=True)
class Imported:
    """What a file held: the rules that can be taken, and for each of the others a sentence that says why not."""

    rules: tuple[Rule, ...]
    refused: tuple[str, ...]


def names_of(
    channels: Iterable[Channel],
    people: Iterable[Person],
    replies: Iterable[SavedReply],
    contacts: Mapping[str, str] | None = None,
) -> Names:
    """The names of a workspace: channels as platform and handle, saved replies by their shortcut.

    `contacts` are by number those that a file may name: nobody keeps all of them in memory.
    """
    return Names(
        {str(one.id): f"{one.platform} {one.handle or one.name}" for one in channels},
        {str(one.id): one.name for one in people},
        {str(one.id): f"/{one.shortcut}" for one in replies},
        contacts or {},
    )


def written(rules: Sequence[Rule], names: Names) -> str:
    """Rules as a file, in their order."""
    forms = [_renamed(to_form(rule), names.name, numbers=False) for rule in rules]
    return json.dumps({"socialdesk_rules": FORMAT, "rules": forms}, ensure_ascii=False, indent=2) + "\n"


def read(data: bytes, names: Names, there: Sequence[Rule], new_id: Callable[[], str]) -> Imported:
    """The rules of a file, to come after those that are there; each is off, under a new id. Nothing is raised."""
    if len(data) > MOST_BYTES:
        return Imported((), ("This file is too large for a list of rules: 5 MB at most.",))
    try:
        whole = json.loads(data.decode("utf-8-sig"))
        found: Any = whole["rules"]
        is_ours = whole["socialdesk_rules"] == FORMAT and isinstance(found, list)
    except (ValueError, KeyError, TypeError, RecursionError):
        is_ours, found = False, []
    if not is_ours:
        return Imported((), ("This is no file of rules that this version knows.",))
    forms = cast("list[Any]", found)
    taken: list[Rule] = []
    refused: list[str] = []
    for place, form in enumerate(forms, 1):
        try:
            rule = _rule(form, names, new_id())
        except NotARule as error:
            refused.append(f"Rule {place}: {error}")
            continue
        wrong = problem(rule, [*there, *taken])
        if wrong:
            refused.append(f"Rule {place}: {wrong}")
        else:
            taken.append(rule)
    return Imported(tuple(taken), tuple(refused))


def _rule(form: Any, names: Names, id_: str) -> Rule:
    def number(of: str, name: str) -> str:
        found = names.number(of, name)
        if found is None:
            raise NotARule(f"“{name}” is not there in this workspace.")
        return found

    if not isinstance(form, dict):
        raise NotARule("This is no rule: it should be a group of named values.")
    try:
        return from_form(_renamed(cast("dict[str, Any]", form), number, numbers=True), id_)
    except (TypeError, AttributeError, ValueError, RecursionError) as error:
        if isinstance(error, NotARule):
            raise
        raise NotARule("It is not built as a rule is.") from None


def _renamed(form: dict[str, Any], other: Callable[[str, str], str], *, numbers: bool) -> dict[str, Any]:
    """A form with the numbers in it as names, or the other way."""
    made = dict(form)
    channels = form.get("channels")
    if isinstance(channels, list):
        found = [other("channels", str(one)) for one in cast("list[Any]", channels)]
        made["channels"] = [int(one) for one in found] if numbers else found
    when = dict(cast("dict[str, Any]", form["when"])) if isinstance(form.get("when"), dict) else {}
    if when.get("trigger") == "assigned":
        when["values"] = [one if one == "nobody" else other("people", one) for one in when.get("values", [])]
    if when:
        made["when"] = when
    made["if"] = _condition(form.get("if", ["all"]), other)
    if isinstance(form.get("then"), list):
        made["then"] = [_deed(one, other) for one in cast("list[Any]", form["then"])]
    return made


def _condition(form: Any, other: Callable[[str, str], str]) -> Any:
    match form:
        case ["is", str(field), *values] if field in _NAMED:
            of = _NAMED[field]
            return ["is", field, *(one if one in {"mine", "nobody"} else other(of, str(one)) for one in values)]
        case [("not" | "all" | "any") as joined, *parts]:
            return [joined, *(_condition(part, other) for part in parts)]
        case _:
            return form


def _deed(form: Any, other: Callable[[str, str], str]) -> Any:
    match form:
        case [str(deed), str(value)] if deed in _OF_PEOPLE:
            some = (one.strip() for one in value.split(","))
            return [deed, ",".join(one if one in {"nobody", *TOLD} else other("people", one) for one in some)]
        case [str(deed), str(value)] if deed in _OF_REPLIES:
            return [deed, other("replies", value)]
        case _:
            return form
