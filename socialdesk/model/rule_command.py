"""Gives the intended acts on rules: what a rule says is in the form of `model.rule`.

A rule is changed by saving it anew; it is off then until that version was tried. What rules did is taken back apart
from the rules themselves, and is listed where it can't be.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, TypeAlias


@dataclass(frozen=True, slots=True)
class SaveRule:
    """Make a rule, or change what it says; it is off afterwards. `id` is made by whoever makes it."""

    name: ClassVar[str] = "save_rule"
    id: str
    rule: str
    """The written form, see `rule.to_words`."""
    based_on: int = 0
    """The version that was changed; another one that came meanwhile is not overwritten. 0 for whatever is there."""


@dataclass(frozen=True, slots=True)
class DeleteRule:
    """Take a rule out of the list; what it did stays, and is still told as its work. Saving it again brings it back."""

    name: ClassVar[str] = "delete_rule"
    id: str


@dataclass(frozen=True, slots=True)
class MoveRule:
    """Put a rule before another one, or with an empty `before` last."""

    name: ClassVar[str] = "move_rule"
    id: str
    before: str = ""


@dataclass(frozen=True, slots=True)
class NoteTrial:
    """A version of a rule was tried on the last `days`; only then it may be switched on."""

    name: ClassVar[str] = "note_trial"
    id: str
    version: int
    days: int
    looked: int
    touched: int


@dataclass(frozen=True, slots=True)
class SwitchRule:
    """Switch a rule on or off. Some begin only an hour later, see `Rule.needs_a_pause`."""

    name: ClassVar[str] = "switch_rule"
    id: str
    on: bool


@dataclass(frozen=True, slots=True)
class ApproveRule:
    """Let a rule begin that somebody else wants switched on: a second person looked at this version of it."""

    name: ClassVar[str] = "approve_rule"
    id: str
    version: int


@dataclass(frozen=True, slots=True)
class ApplyRule:
    """Let a rule do its work on what happened since a moment, as if it happened now; what it did already is left out.

    For everything but `Trigger.VOLUME`; of what people did to threads, only where it is still so. The engine does it in
    slices.
    """

    name: ClassVar[str] = "apply_rule"
    id: str
    since: datetime


@dataclass(frozen=True, slots=True)
class TakeBackRule:
    """Undo what a rule did since a moment, where nobody changed it afterwards and where it can be undone."""

    name: ClassVar[str] = "take_back_rule"
    id: str
    since: datetime
    happened_before: datetime | None = None
    """Only what it did at things from before this moment, such as what it was applied to; that ends then, too."""


@dataclass(frozen=True, slots=True)
class TakeBackRun:
    """Undo what a rule did at one thing that happened, as `TakeBackRule` does. `run` is its number."""

    name: ClassVar[str] = "take_back_run"
    id: str
    run: int


@dataclass(frozen=True, slots=True)
class SuspendAnswers:
    """Let no automatic answer leave, not even one that waits already; or with `on` False let them leave again."""

    name: ClassVar[str] = "suspend_answers"
    on: bool


@dataclass(frozen=True, slots=True)
class SetRulePause:
    """How many minutes a rule waits after it was switched on that hides something public or touches very much."""

    name: ClassVar[str] = "set_rule_pause"
    minutes: int


@dataclass(frozen=True, slots=True)
class AskSecondPerson:
    """Let a second person look at rules that hide something public or touch very much, in place of the pause."""

    name: ClassVar[str] = "ask_second_person"
    on: bool


@dataclass(frozen=True, slots=True)
class AllowPrivateCalls:
    """Let rules tell programs inside a network of its own, such as that of an office; or only those anybody reaches."""

    name: ClassVar[str] = "allow_private_calls"
    on: bool


@dataclass(frozen=True, slots=True)
class ImportRules:
    """Add the rules of a file after those that are there, all of them or none; each is off."""

    name: ClassVar[str] = "import_rules"
    rules: tuple[tuple[str, str], ...]
    """Pairs of a new id and a written form."""


RuleCommand: TypeAlias = (
    SaveRule
    | DeleteRule
    | MoveRule
    | NoteTrial
    | SwitchRule
    | ApproveRule
    | ApplyRule
    | TakeBackRule
    | TakeBackRun
    | SuspendAnswers
    | SetRulePause
    | AskSecondPerson
    | AllowPrivateCalls
    | ImportRules
)
