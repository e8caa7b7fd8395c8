"""What a person would do with each thread of the demo's morning, as tables; nothing here knows how a key is pressed.

What a thread says, its tag, and whether it is kept out of sight decide; what has no row is read and done with.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from socialdesk.model.thread import Kind, Thread


@dataclass(frozen=True, slots=True)
class Press:
    """One key or chord."""

    keys: str


@dataclass(frozen=True, slots=True)
class Typed:
    """Words that somebody will read."""

    text: str


@dataclass(frozen=True, slots=True)
class SavedReply:
    """Answered with a saved reply and done, by its shortcut: see `effort.answer`."""

    shortcut: str


@dataclass(frozen=True, slots=True)
class To:
    """Somebody of the team by the digit that stands beside the name where a thread is given away."""

    name: str


@dataclass(frozen=True, slots=True)
class Spelled:
    """Letters that choose something: each is a key."""

    letters: str


Do: TypeAlias = Press | Typed | SavedReply | To | Spelled


@dataclass(frozen=True, slots=True)
class Choice:
    """What is done to a thread."""

    words: str
    acts: tuple[Do, ...]


SEND_AND_DONE = Press("Ctrl+Shift+Return")
DONE = Choice("done", (Press("E"),))
TOMORROW = Choice("tomorrow morning", (Press("Shift+T"),))
IN_TWO_HOURS = Choice("in two hours, in words", (Press("H"), Spelled("in 2h"), Press("Return")))
TO_ANA = Choice("given to a colleague", (Press("A"), To("Ana")))
URGENT_TO_NOAH = Choice("urgent, and given to a colleague", (Press("P"), Press("4"), Press("A"), To("Noah")))
NOTED_FOR_LATER = Choice(
    "a note, and tomorrow",
    (Press("M"), Typed("Asked the workshop."), Press("Ctrl+Return"), Press("Shift+T")),
)
LIKED = Choice("liked and done", (Press("Shift+L"),))


def reply(shortcut: str) -> Choice:
    """Answered with a saved reply."""
    return Choice("answered with a saved reply", (SavedReply(shortcut),))


def own_words(text: str) -> Choice:
    """Answered freely."""
    return Choice("answered in own words", (Press("R"), Typed(text), SEND_AND_DONE))


BY_TAG: dict[str, tuple[Choice, ...]] = {
    # In turn, where a tag is there more than once.
    "Safety": (own_words("There is no recall. Every Fjell is safe to wear; the film shows another brand's zip."),),
    "Press": (TO_ANA,),
    "Partnership": (TO_ANA, reply("collab")),
    "Jobs": (reply("jobs"),),
    "Complaint": (reply("sorry"), URGENT_TO_NOAH),
    "Refund": (reply("refund"), NOTED_FOR_LATER),
    "Returns": (reply("return"),),
    "Repair": (reply("repair"), TOMORROW, reply("photo")),
    "Stock": (reply("stock"),),
    "Sizing": (reply("fjellsize"), reply("measure")),
    "Care": (reply("wool"), reply("snowproof")),
    "Delivery": (reply("track"), reply("express"), IN_TWO_HOURS, reply("order")),
    "Shop": (reply("shops"),),
    "Idea": (own_words("Thank you, that goes to the workshop today."), TOMORROW),
    "Praise": (LIKED, reply("thanks"), DONE),
    "Product": (own_words("Yes, it does. The sizes and colours are on its page."), DONE, TOMORROW),
}
"""The first tag that a thread has, in this order, decides."""
BY_WORDS: tuple[tuple[tuple[str, ...], Choice], ...] = (
    (("order ship", "ma commande", "is my order shipping"), reply("ship")),
    (("ship to", "livrez", "hacéis envíos", "発送"), reply("expect")),
)
"""What is asked in these words has one answer, whatever the tag."""
FILLS: dict[str, Press | Typed] = {
    "number": Typed("3"),
    "date": Typed("Friday"),
    "text": Typed("the Lille depot"),
    "link": Typed("https://ateliernord.example/fit"),
    "choice": Press("Return"),
}
FIRST_MINUTE: tuple[tuple[str, tuple[Do, ...]], ...] = (
    ("J goes to the next one", (Press("J"),)),
    ("R, then a saved reply", (Press("R"), Spelled("/express"), Press("Return"))),
    # The thread below the first knows no order number, so the reply has two blanks.
    ("Fill the blanks, send and be done", (Typed("48210"), Press("Tab"), Typed("Friday"), SEND_AND_DONE)),
    ("Z takes it back", (Press("Z"),)),
    ("E for done", (Press("E"),)),
)


class Chooser:
    """Chooses for one thread after the other."""

    def __init__(self) -> None:
        self._turns: dict[str, int] = {}

    def choose(self, thread: Thread) -> Choice:
        """What is done to this one."""
        if thread.is_shielded:
            return DONE
        said = thread.preview.casefold()
        by_words = next((chosen for words, chosen in BY_WORDS if any(word in said for word in words)), None)
        if by_words is not None:
            return by_words
        tag = next((tag for tag in BY_TAG if tag in thread.tags), None)
        if tag is None:
            return DONE
        turn = self._turns[tag] = self._turns.get(tag, -1) + 1
        chosen = BY_TAG[tag][turn % len(BY_TAG[tag])]
        if chosen is LIKED and thread.kind not in {Kind.COMMENT, Kind.MENTION}:
            return DONE
        return chosen
