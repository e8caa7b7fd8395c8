"""Gives what moves threads in the queue, and by how much at most: a choice of the team, with its word lists."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from socialdesk.support.values import StrEnum, value_class

if TYPE_CHECKING:
    from socialdesk.model.signal_words import WordList


class Signal(StrEnum):
    """What can be told of the messages of a thread that nobody answered."""

    QUESTION = "question"
    COMPLAINT = "complaint"
    """Words of the team's list of complaints are in it."""
    REPEATED = "repeated"
    """The contact wrote several times without an answer; the number is how often."""
    ELSEWHERE = "elsewhere"
    """The contact began other conversations, too, in the two days before; the number is how many."""
    OTHERS = "others"
    """Other people join in; the number is how many messages they wrote."""
    LIKES = "likes"
    """Many people like a message; the number is how many like the one that most do."""
    REACH = "reach"
    """The platform says that the contact has many followers; the number is how many."""
    UNSPOKEN = "unspoken"
    """Nobody who is there speaks its language."""
    LINK = "link"
    EMAIL = "email"
    PHONE = "phone"
    ORDER_NUMBER = "order_number"


class Weight(IntEnum):
    """How much something moves a thread."""

    NONE = 0
    LITTLE = 1
    MUCH = 2


VIP = "vip"
PRIORITY = "priority"
TOPIC = "topic:"
"""What the weight of a topic is called, before its name."""
MOVERS: tuple[str, ...] = (
    PRIORITY,
    VIP,
    Signal.COMPLAINT.value,
    Signal.QUESTION.value,
    Signal.REPEATED.value,
    Signal.ELSEWHERE.value,
    Signal.OTHERS.value,
    Signal.LIKES.value,
    Signal.REACH.value,
    Signal.UNSPOKEN.value,
)
"""What can move a thread, besides topics, in the order in which it is told."""
MINUTES = (0, 10, 30)
"""By how much each weight moves a thread."""
HIGH_MINUTES = (0, 30, 60)
URGENT_MINUTES = (0, 120, 240)
MOST_MINUTES = (30, 60, 120, 240)
"""Among these is chosen by how much everything but the priority may move a thread together."""
_USUAL = {
    PRIORITY: Weight.MUCH,
    VIP: Weight.MUCH,
    Signal.COMPLAINT.value: Weight.MUCH,
    Signal.QUESTION.value: Weight.LITTLE,
    Signal.REPEATED.value: Weight.LITTLE,
    Signal.ELSEWHERE.value: Weight.LITTLE,
    Signal.OTHERS.value: Weight.LITTLE,
    Signal.LIKES.value: Weight.LITTLE,
    Signal.REACH.value: Weight.LITTLE,
}
USUAL_WEIGHTS = tuple(_USUAL.items())


@value_class(frozen=True)
class TriagePolicy:
    """What moves threads. Without lists of its own a team has those a new workspace starts with."""

    by_due_time: bool = False
    """Whether nothing moves a thread: its own time alone counts."""
    weights: tuple[tuple[str, Weight], ...] = USUAL_WEIGHTS
    """How much each of `MOVERS`, and each topic, moves a thread; what is not named does not."""
    most_minutes: int = 60
    own_complaints: WordList | None = None
    own_topics: tuple[WordList, ...] | None = None
    version: int = 0

    @cached_property
    def by_mover(self) -> Mapping[str, Weight]:
        """The weights by what they are of."""
        return dict(self.weights)

    @cached_property
    def sums(self) -> dict[tuple[object, ...], int]:
        """By how much threads were moved that say the same; kept by `triage.moved_ms`."""
        return {}

    def weight(self, mover: str) -> Weight:
        """How much something moves a thread."""
        return self.by_mover.get(mover, Weight.NONE)

    @property
    def complaints(self) -> WordList:
        """The words a complaint is known by."""
        if self.own_complaints is not None:
            return self.own_complaints
        from socialdesk.model.signal_words import COMPLAINTS

        return COMPLAINTS

    @property
    def topics(self) -> tuple[WordList, ...]:
        """The topics and their words."""
        if self.own_topics is not None:
            return self.own_topics
        from socialdesk.model.signal_words import TOPICS

        return TOPICS


USUAL = TriagePolicy()
"""What counts where nobody chose."""


@value_class(frozen=True, slots=True)
class SetTriagePolicy:
    """Let other weights and word lists count. `policy` is in the form of `triage_form`."""

    name: ClassVar[str] = "set_triage_policy"
    policy: str
    based_on: int = 0
    """The version that was changed; another one that came meanwhile is not overwritten. 0 for whatever is there."""
