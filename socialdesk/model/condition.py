"""Decides conditions joined by and, or and not about a thread; gives their written form, knows no store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any, TypeAlias

from socialdesk.model.identifiers import PersonId
from socialdesk.model.thread import Thread
from socialdesk.support.values import StrEnum, value_class

MOST_DEEP = 8
"""How deep a condition may be nested; what is deeper was not made by a person."""
MOST_PARTS = 64
"""How many conditions one filter may hold."""
MOST_NUMBER = 1_000_000_000
"""The largest number a condition may compare with: so many minutes ago is still a day of the calendar."""
YES = frozenset({"yes"})


class Field(StrEnum):
    """What a condition looks at."""

    CHANNEL = "channel"
    KIND = "kind"
    LANGUAGE = "language"
    TAG = "tag"
    WHOSE = "whose"
    """`mine`, `nobody`, or a member's number."""
    PRIORITY = "priority"
    VIP = "vip"
    ANSWERED = "answered"
    SHIELDED = "shielded"
    MENTIONS = "mentions"
    UNREAD = "unread"
    WAITING = "waiting"
    """Nobody has answered for at least so many minutes; of several values the shortest counts."""
    SIGNAL = "signal"
    """What can be told of the messages that wait: values of `model.signals.Signal`."""
    TOPIC = "topic"
    """What these messages are about: the names of the team's topics."""

    # What follows is asked of what just happened, not of a thread alone; see `OF_EVENTS`.
    STATUS = "status"
    STARS = "stars"
    """How many stars a review gives."""
    SAYS = "says"
    """The message says one of these words or phrases, whole; blind to case and accents."""
    SAYS_PART = "says_part"
    """The same, also inside of longer words."""
    SAYS_EXACTLY = "says_exactly"
    """Whole words, with the accents as they are written here."""
    SAYS_PART_EXACTLY = "says_part_exactly"
    ONLY_EMOJI = "only_emoji"
    ONLY_MENTIONS = "only_mentions"
    """Nothing but names of people, and emoji."""
    HAS_LINK = "has_link"
    HAS_EMAIL = "has_email"
    HAS_ORDER_NUMBER = "has_order_number"
    HAS_PICTURE = "has_picture"
    """A picture, film or file came with it."""
    WORDS_AT_LEAST = "words_at_least"
    WORDS_AT_MOST = "words_at_most"
    """How many words the message has; Chinese, Japanese and Thai are counted in letters."""
    NEW_AUTHOR = "new_author"
    """This is the first thing they ever wrote to us."""
    REACH = "reach"
    """At least so many people follow them."""
    OUTSIDE_HOURS = "outside_hours"
    """It happened outside of the opening hours."""
    POST_SAYS = "post_says"
    """The title or text of the post it is below says one of these words or phrases; blind to case and accents."""
    CONTACT = "contact"
    """It is from one of these contacts: their numbers."""


OF_EVENTS = frozenset(
    {
        Field.STATUS,
        Field.STARS,
        Field.SAYS,
        Field.SAYS_PART,
        Field.SAYS_EXACTLY,
        Field.SAYS_PART_EXACTLY,
        Field.ONLY_EMOJI,
        Field.ONLY_MENTIONS,
        Field.HAS_LINK,
        Field.HAS_EMAIL,
        Field.HAS_ORDER_NUMBER,
        Field.HAS_PICTURE,
        Field.WORDS_AT_LEAST,
        Field.WORDS_AT_MOST,
        Field.NEW_AUTHOR,
        Field.REACH,
        Field.OUTSIDE_HOURS,
        Field.POST_SAYS,
        Field.CONTACT,
    }
)
"""Fields that only a rule can ask about, since they are of the message or the moment; no view knows them."""
OF_THREADS = frozenset(Field) - OF_EVENTS
EVENT_FLAGS = frozenset(
    {
        Field.ONLY_EMOJI,
        Field.ONLY_MENTIONS,
        Field.HAS_LINK,
        Field.HAS_EMAIL,
        Field.HAS_ORDER_NUMBER,
        Field.HAS_PICTURE,
        Field.NEW_AUTHOR,
        Field.OUTSIDE_HOURS,
    }
)
"""Those of `OF_EVENTS` that are so or not."""
NUMBERS = frozenset({Field.WAITING, Field.WORDS_AT_LEAST, Field.WORDS_AT_MOST, Field.REACH, Field.STARS})
"""Fields whose values are numbers."""
Facts = Callable[["Is"], bool]
"""Says whether a condition on one of `OF_EVENTS` holds of what happened."""
FLAGS = frozenset({Field.VIP, Field.ANSWERED, Field.SHIELDED, Field.MENTIONS, Field.UNREAD})
"""Fields that are so or not; their only value is `yes`."""


@value_class(frozen=True, slots=True)
class Is:
    """A field has one of these values."""

    field: Field
    values: frozenset[str] = YES


@value_class(frozen=True, slots=True)
class Not:
    """What it holds does not hold."""

    part: Condition


@value_class(frozen=True, slots=True)
class All:
    """Every part holds; without parts it always does."""

    parts: tuple[Condition, ...]


@value_class(frozen=True, slots=True)
class AnyOf:
    """At least one part holds; without parts none does."""

    parts: tuple[Condition, ...]


Condition: TypeAlias = Is | Not | All | AnyOf


class NotACondition(ValueError):
    """Written words that are no condition of this version."""


def holds(
    condition: Condition, thread: Thread, me: PersonId, now: datetime | None = None, facts: Facts | None = None
) -> bool:
    """Whether a condition holds of a thread for the member `me`.

    Without `now` what depends on the time counts as so, and as not so behind a `Not`: what may hold at some moment.
    The same goes for what is asked of a message or a moment where `facts` do not tell.
    """
    return _may(condition, thread, me, now, facts, hoped=True)


def _may(
    condition: Condition, thread: Thread, me: PersonId, now: datetime | None, facts: Facts | None, *, hoped: bool
) -> bool:
    match condition:
        case Is(Field.WAITING) if now is None:
            return hoped
        case Is(field) if field in OF_EVENTS:
            return hoped if facts is None else facts(condition)
        case Is():
            return of_thread(condition, thread, me, now)
        case Not(part):
            return not _may(part, thread, me, now, facts, hoped=not hoped)
        case All(parts):
            return all(_may(part, thread, me, now, facts, hoped=hoped) for part in parts)
        case AnyOf(parts):
            return any(_may(part, thread, me, now, facts, hoped=hoped) for part in parts)


def of_thread(condition: Is, thread: Thread, me: PersonId, now: datetime | None) -> bool:
    """Whether a condition on one of `OF_THREADS` holds; `now` is needed where it depends on the time."""
    values = condition.values
    match condition.field:
        case Field.CHANNEL:
            return str(thread.channel_id) in values
        case Field.KIND:
            return thread.kind.value in values
        case Field.LANGUAGE:
            return thread.language in values
        case Field.TAG:
            return not values.isdisjoint(thread.tags)
        case Field.PRIORITY:
            return thread.priority.value in values
        case Field.SIGNAL:
            return any(f" {value}:" in thread.signals for value in values)
        case Field.TOPIC:
            return not values.isdisjoint(thread.topics)
        case Field.WHOSE:
            owner = thread.assignee_id
            if owner is None:
                return "nobody" in values
            return str(owner) in values or (owner == me and "mine" in values)
        case Field.VIP:
            return thread.is_vip
        case Field.ANSWERED:
            return thread.last_out_at is not None
        case Field.SHIELDED:
            return thread.is_shielded
        case Field.MENTIONS:
            return thread.mentions_me
        case Field.UNREAD:
            return thread.unread > 0
        case Field.WAITING:
            assert now is not None
            return thread.waiting_since is not None and thread.waiting_since <= now - waiting_at_least(condition)
        case _:
            raise AssertionError("asked of what happened")


def waiting_at_least(condition: Is) -> timedelta:
    """How long a condition on waiting asks for."""
    return timedelta(minutes=min(int(value) for value in condition.values))


def leaves(condition: Condition) -> Iterator[Is]:
    """All that a condition looks at."""
    match condition:
        case Is():
            yield condition
        case Not(part):
            yield from leaves(part)
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from leaves(part)


def depends_on_time(condition: Condition) -> bool:
    """Whether a thread can begin or cease to fit while nothing happens to it."""
    return any(one.field is Field.WAITING for one in leaves(condition))


def written(condition: Condition) -> Any:
    """The condition as plain lists and words, for JSON."""
    match condition:
        case Is(field, values):
            return ["is", field.value, *sorted(values)]
        case Not(part):
            return ["not", written(part)]
        case All(parts):
            return ["all", *map(written, parts)]
        case AnyOf(parts):
            return ["any", *map(written, parts)]


def read(form: Any, *, of_events: bool = False) -> Condition:
    """A condition from its written form; `of_events` lets in what only a rule can ask. Raises NotACondition."""
    found = _read(form, 0)
    if not of_events and any(one.field in OF_EVENTS for one in leaves(found)):
        raise NotACondition("only a rule can ask this")
    if sum(1 for _ in leaves(found)) > MOST_PARTS:
        raise NotACondition("too many conditions")
    return found


def _read(form: Any, depth: int) -> Condition:
    if depth > MOST_DEEP:
        raise NotACondition("nested too deep")
    match form:
        case ["is", str(name), *values] if values and all(isinstance(value, str) for value in values):
            try:
                field = Field(name)
            except ValueError as error:
                raise NotACondition(f"not a field of this version: {name}") from error
            if field in NUMBERS and not all(map(_is_number, values)):
                raise NotACondition(f"not a number that {name} can be compared with")
            return Is(field, frozenset(map(str, values)))
        case ["not", part]:
            return Not(_read(part, depth + 1))
        case ["all", *parts]:
            return All(tuple(_read(part, depth + 1) for part in parts))
        case ["any", *parts]:
            return AnyOf(tuple(_read(part, depth + 1) for part in parts))
        case _:
            raise NotACondition("not a condition of this version")


def _is_number(value: str) -> bool:
    # `int` alone would take signs, blanks, underscores and the digits of every script.
    return value.isascii() and value.isdecimal() and len(value) <= len(str(MOST_NUMBER)) and int(value) <= MOST_NUMBER
