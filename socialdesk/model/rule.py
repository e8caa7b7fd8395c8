"""Gives rules: when something happens, if a condition holds, then do this. Knows neither store nor clock.

A workspace has one ordered list of `Rule`. Each has

- `scope`: the channels it is for, said first of all: `channels`, or `everywhere`;
- `when`: a `Trigger`, with what it needs: `When(Trigger.IDLE, minutes=90)`, `When(Trigger.TAGGED, values={"vat"})`;
- `where`: a condition of `model.condition`, nested with and, or and not. Beside the fields of threads it may ask those
  of `OF_EVENTS`: what the message says, who wrote it, at what hour it came;
- `then`: `Do(Deed.TAG, "vat")` and so on, done in the order of `Deed`, whatever comes outside last;
- `stops`: whether no later rule is asked once this one did its work.

The written form (`to_form`, `from_form`) is plain JSON; `rule_file` reads and writes whole lists of it, `rule_check`
says what is wrong with one, `rule_findings` what can hardly be meant, `rule_command` holds the acts. A rule that was
never tried is off: see `Trial`.
"""

from __future__ import annotations

import json
from datetime import datetime
from enum import StrEnum
from typing import Any, cast

from socialdesk.model.condition import All, Condition, NotACondition, read, written
from socialdesk.model.identifiers import PersonId
from socialdesk.support.values import value_class

MOST_RULES = 200
MOST_DEEDS = 20
LONGEST_NAME = 80
LONGEST_VALUE = 2_000
MOST_VALUES = 200
WARNING_SHARE = 0.75
"""At which part of its time the clock of an answer counts as running out."""
MOST_MINUTES = 366 * 24 * 60
LARGE_SHARE = 0.05
"""A rule that touches more than this part of what arrives is looked at twice."""


class Trigger(StrEnum):
    """What a rule waits for."""

    RECEIVED = "received"
    """A contact wrote."""
    EDITED = "edited"
    """A contact changed what they wrote."""
    DELETED = "deleted"
    """A contact took back what they wrote."""
    STATUS = "status"
    """A thread comes to one of `values` (see `Status`), or without any to another status."""
    ASSIGNED = "assigned"
    """A thread is given to one of `values` (numbers of members, `nobody`), or without any to anybody else."""
    TAGGED = "tagged"
    """One of `values` is put on a thread, or without any whichever tag."""
    RUNNING_OUT = "running_out"
    """Three quarters of the time for an answer are over (`WARNING_SHARE`)."""
    LATE = "late"
    """The time for an answer is over; with `minutes`, it is over for so long and nobody has answered."""
    IDLE = "idle"
    """Nothing was said in a thread for `minutes`; asked once for each silence, not of threads that are done."""
    RETURNS = "returns"
    """A contact writes who had been silent for at least `minutes`."""
    VOLUME = "volume"
    """At least `many` messages came in on one channel within `minutes`; then not again for as long."""


OF_MESSAGES = frozenset({Trigger.RECEIVED, Trigger.EDITED, Trigger.DELETED, Trigger.RETURNS, Trigger.VOLUME})
"""Triggers at which there is a message to be asked about."""
OF_THREADS = frozenset({Trigger.STATUS, Trigger.ASSIGNED, Trigger.TAGGED})
"""Triggers that come by what is done to a thread."""
OF_CLOCKS = frozenset({Trigger.RUNNING_OUT, Trigger.LATE, Trigger.IDLE})
"""Triggers that come by the time alone."""


APPLICABLE = frozenset(Trigger) - {Trigger.VOLUME}
"""Triggers of which there are things from before that a rule can be applied to; much at once is over by then."""


class Deed(StrEnum):
    """What a rule does; `value` of `Do` in brackets."""

    TAG = "tag"
    """(the tag)"""
    UNTAG = "untag"
    """(the tag)"""
    PRIORITY = "priority"
    """(low, normal, high, urgent: see `Priority`)"""
    ASSIGN = "assign"
    """(the number of a member, or `nobody`)"""
    ROUTE = "route"
    """() Given to whoever is there, fits and has room; see `model.routing`. Nobody loses it by that."""
    SHIELD = "shield"
    """(a kind of `ShieldKind`) Kept out of sight here; nobody outside notices."""
    DRAFT = "draft"
    """(the number of a saved reply) Laid ready in the thread for whoever answers; nothing is sent."""
    NOTIFY = "notify"
    """(numbers of members and words of `TOLD`, with commas between) They are named in a note, as by a colleague."""
    SNOOZE = "snooze"
    """(`answer`, or minutes from what happened on)"""
    DONE = "done"
    """()"""
    HIDE = "hide"
    """() Hidden from the public on the platform, a minute later; needs a message."""
    ACKNOWLEDGE = "acknowledge"
    """(the number of a saved reply) Sent outside of the opening hours, once a thread and day, not in public."""
    CALL = "call"
    """(an https address) Told to a program elsewhere; without any word of anybody."""


ORDER = tuple(Deed)
VALUELESS = frozenset({Deed.DONE, Deed.HIDE, Deed.ROUTE})
TOLD = ("owner", "lead", "on_call")
"""Whom `Deed.NOTIFY` can name without a name: whoever has the thread, one lead, whose turn it is of those on call."""
PUBLIC = frozenset({Deed.HIDE})
"""What the public can notice."""


@value_class(frozen=True, slots=True)
class When:
    """What a rule waits for; which of the other parts mean something is said at each `Trigger`."""

    trigger: Trigger
    values: frozenset[str] = frozenset()
    minutes: int = 0
    many: int = 0


@value_class(frozen=True, slots=True)
class Do:
    """One thing a rule does."""

    deed: Deed
    value: str = ""


@value_class(frozen=True, slots=True)
class Trial:
    """What a rule would have done in the last days; `version` is the one that was tried."""

    version: int
    days: int
    looked: int
    """How many things happened of the kind it waits for."""
    touched: int
    """To how many of these it would have done something."""
    at: datetime | None = None

    @property
    def share(self) -> float:
        """The part of all that it would have touched, from 0 to 1."""
        return self.touched / self.looked if self.looked else 0.0


@value_class(frozen=True, slots=True)
class Rule:
    """One rule. `version` counts its changes and is 0 for what is not saved yet."""

    id: str
    name: str
    when: When
    then: tuple[Do, ...]
    where: Condition = All(())
    channels: frozenset[int] = frozenset()
    everywhere: bool = False
    """For every channel there is and will be; then `channels` is empty."""
    stops: bool = False
    in_public: bool = False
    """Whether `Deed.ACKNOWLEDGE` may answer comments and mentions, which everybody reads."""
    is_on: bool = False
    version: int = 0
    on_from: datetime | None = None
    """When a rule that was switched on begins; None for at once."""
    off_because: str = ""
    """Why SocialDesk itself switched it off; empty where a person did."""
    trial: Trial | None = None
    asked_by: PersonId | None = None
    """Who wants it switched on, while a second person is asked to look at it first; None where nobody is asked."""

    @property
    def is_tried(self) -> bool:
        """Whether this very version was tried."""
        return self.trial is not None and self.trial.version == self.version

    @property
    def deeds(self) -> frozenset[Deed]:
        """What kinds of things it does."""
        return frozenset(one.deed for one in self.then)

    @property
    def needs_a_pause(self) -> bool:
        """Whether it begins an hour after it was switched on: it hides something public, or touches very much."""
        is_large = self.trial is not None and self.trial.share > LARGE_SHARE
        return bool(self.deeds & PUBLIC) or is_large

    def is_for(self, channel: int) -> bool:
        """Whether what happens on a channel concerns it."""
        return self.everywhere or channel in self.channels

    def in_order(self) -> tuple[Do, ...]:
        """What it does, as it is done: first what changes the thread, then what hides it, then what leaves."""
        return tuple(sorted(self.then, key=lambda one: ORDER.index(one.deed)))


class NotARule(ValueError):
    """Written words that are no rule of this version; the words of the error are a sentence for a person."""


def to_form(rule: Rule) -> dict[str, Any]:
    """What a rule says, as plain values for JSON; not whether it is on, nor its version."""
    when: dict[str, Any] = {"trigger": rule.when.trigger.value}
    if rule.when.values:
        when["values"] = sorted(rule.when.values)
    if rule.when.minutes:
        when["minutes"] = rule.when.minutes
    if rule.when.many:
        when["many"] = rule.when.many
    form: dict[str, Any] = {
        "name": rule.name,
        "channels": "all" if rule.everywhere else sorted(rule.channels),
        "when": when,
        "if": written(rule.where),
        "then": [[one.deed.value, one.value] if one.value else [one.deed.value] for one in rule.then],
    }
    if rule.stops:
        form["stops"] = True
    if rule.in_public:
        form["in_public"] = True
    return form


def from_form(form: Any, id_: str) -> Rule:
    """A rule from its plain values, switched off. Raises NotARule with a sentence."""
    if not isinstance(form, dict):
        raise NotARule("This is no rule: it should be a group of named values.")
    known = cast("dict[str, Any]", form)
    name = known.get("name")
    if not isinstance(name, str):
        raise NotARule("A rule has no name.")
    called = " ".join(name.split())
    try:
        where = read(known.get("if", ["all"]), of_events=True)
    except (NotACondition, RecursionError):
        raise NotARule(f"“{called}”: its condition asks for something this version does not know.") from None
    channels = known.get("channels")
    everywhere = channels == "all"
    return Rule(
        id_,
        called,
        _when(known.get("when"), called),
        _then(known.get("then"), called),
        where,
        frozenset() if everywhere else _channels(channels, called),
        everywhere,
        known.get("stops") is True,
        known.get("in_public") is True,
    )


def to_words(rule: Rule) -> str:
    """The written form of what a rule says."""
    return json.dumps(to_form(rule), ensure_ascii=False)


def from_words(words: str, id_: str) -> Rule:
    """A rule from its written form, switched off. Raises NotARule with a sentence."""
    try:
        form = json.loads(words)
    except (ValueError, RecursionError):
        raise NotARule("This rule cannot be read: it is not JSON.") from None
    return from_form(form, id_)


def _when(form: Any, name: str) -> When:
    known = cast("dict[str, Any]", form) if isinstance(form, dict) else {}
    trigger, values = known.get("trigger"), _list(known.get("values", []))
    minutes, many = known.get("minutes", 0), known.get("many", 0)
    are_words = values is not None and all(isinstance(one, str) for one in values)
    is_known = isinstance(trigger, str) and trigger in _TRIGGERS
    if is_known and values is not None and are_words and _is_number(minutes) and _is_number(many):
        return When(Trigger(trigger), frozenset(values), minutes, many)
    raise NotARule(f"“{name}”: this version does not know what it waits for.")


_TRIGGERS = frozenset(one.value for one in Trigger)


def _list(form: Any) -> list[Any] | None:
    return cast("list[Any]", form) if isinstance(form, list) else None


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST_MINUTES


def _then(form: Any, name: str) -> tuple[Do, ...]:
    items = _list(form)
    if items is None:
        raise NotARule(f"“{name}”: it does not say what to do.")
    made: list[Do] = []
    for one in items:
        match one:
            case [str(deed)] if deed in ORDER:
                made.append(Do(Deed(deed)))
            case [str(deed), str(value)] if deed in ORDER:
                made.append(Do(Deed(deed), value))
            case _:
                raise NotARule(f"“{name}”: this version cannot do one of the things it asks for.")
    return tuple(made)


def _channels(form: Any, name: str) -> frozenset[int]:
    items = _list(form)
    if items is None or not all(isinstance(one, int) and not isinstance(one, bool) for one in items):
        raise NotARule(f"“{name}”: it does not say for which channels it is.")
    return frozenset(items)
