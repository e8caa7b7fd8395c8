"""A working day, as a table: what somebody does, the keys they press for it, and what that means for the thread.

Nothing here knows how a key is pressed or where it is looked up; `hand` does.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Literal, TypeAlias


@dataclass(frozen=True, slots=True)
class Typed:
    """Words that are written letter by letter."""

    text: str


Key: TypeAlias = str | Typed
"""A key or chord by its name on an X server, or words."""


@dataclass(frozen=True, slots=True)
class In:
    """A time from now."""

    span: timedelta


@dataclass(frozen=True, slots=True)
class On:
    """An hour of a day that is so many days ahead."""

    days: int
    hour: int


@dataclass(frozen=True, slots=True)
class More:
    """One more in a list or a set."""

    one: Any


@dataclass(frozen=True, slots=True)
class Step:
    """Something done to the open thread. `meant` is all that is different about it afterwards, and about no other."""

    words: str
    keys: tuple[Key, ...]
    meant: dict[str, Any]
    moves_on: bool = True
    """Whether the next thread opens by itself."""
    fits: tuple[str, ...] = ()
    """The kinds of threads it can be done to; none for all."""


DONE = Step("Done", ("e",), {"status": "done"})
LATER_BY_DIGIT = Step("Tomorrow morning, by its digit", ("h", "3"), {"status": "snoozed", "snoozed_until": On(1, 9)})
IN_TWO_HOURS = Step(
    "In two hours, in words",
    ("h", Typed("in 2 hours"), "Return"),
    {"status": "snoozed", "snoozed_until": In(timedelta(hours=2))},
)
TO_NOAH = Step("Noah shall have it", ("a", Typed("noah"), "Return"), {"assignee": "Noah Snoeck"})
MINE = Step("I take it", ("i",), {"assignee": "Maya Benali"})
HANDED_BACK = Step("Nobody's again", ("shift+i",), {"assignee": None})
TAGGED = Step("Tag it", ("t", Typed("Tour"), "Return", "Escape"), {"tags": More("Tour")}, moves_on=False)
URGENT = Step("Urgent", ("p", Typed("urgent"), "Return"), {"priority": "urgent"}, moves_on=False)
LIKED = Step("Like the message", ("l",), {"liked": 1}, moves_on=False, fits=("comment", "mention"))
NOTED = Step(
    "A note for the team",
    ("m", Typed("Ask the workshop first."), "ctrl+Return", "Escape"),
    {"notes": More("Ask the workshop first.")},
    moves_on=False,
)


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer by a saved reply, sent and done with. What a blank takes depends on its kind, see `FILLS`."""

    shortcut: str
    adds: str = ""
    """What is written at its end."""


FILLS: dict[str, Key] = {
    "number": Typed("3"),
    "date": Typed("Friday"),
    "text": Typed("the Lille depot"),
    "link": Typed("https://ateliernord.example/fit"),
    "choice": "Return",
}
QUICK = (Answer("sorry"), Answer("wool", " See you soon."), Answer("thanks"), Answer("photo"))
WITH_BLANKS = (Answer("repair"), Answer("stock"), Answer("fjellsize"), Answer("expect"))
ROUND = (DONE, LATER_BY_DIGIT, TAGGED, DONE, URGENT, TO_NOAH, DONE, NOTED, IN_TWO_HOURS, LIKED, DONE)

TO_ALL = "Thank you for writing, {first name}. Somebody looks into it today."
REMEMBERED = "third time lucky"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the day: go to a view, then work through what is there until so many are dealt with."""

    words: str
    goes: tuple[str, ...]
    threads: int
    does: tuple[Step | Answer, ...] = ()
    """Taken in turn."""
    special: Literal["", "setting", "undo", "offline", "restart", "many", "search", "reopen", "one text"] = ""
    takes_over: bool = False
    """Whether threads that a colleague holds are answered too."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day in order."""

    parts: tuple[Part, ...] = field(default=())


SHORT = Day(
    (
        Part("Every thread shall have its own row", (), 1, special="setting"),
        Part("What nobody has is looked through", ("g", "u"), 12, ROUND),
        Part("Two of mine are handed back", ("g", "m"), 2, (HANDED_BACK,)),
        Part("Three are answered with saved replies", ("g", "u"), 3, (QUICK[0], WITH_BLANKS[0], QUICK[1])),
        Part("The last act is taken back", (), 1, special="undo"),
        Part("The network goes away; two are answered all the same", ("g", "u"), 2, QUICK[2:], special="offline"),
        Part("Four are dealt with at once", ("g", "e"), 4, special="many"),
        Part("The window is closed in the middle of an answer", ("g", "u"), 1, special="restart"),
        Part("Five are answered with one text", ("g", "e"), 5, special="one text"),
        Part("A thread is found by its words", (), 1, special="search"),
    )
)
LONG = Day(
    (
        Part("Every thread shall have its own row", (), 1, special="setting"),
        Part("What nobody has is looked through", ("g", "u"), 24, (*ROUND, MINE)),
        Part("Two of mine are handed back", ("g", "m"), 2, (HANDED_BACK,)),
        Part("My own are answered", ("g", "m"), 5, (*QUICK, *WITH_BLANKS)),
        Part("The last act is taken back", (), 1, special="undo"),
        Part("The team's are answered", ("g", "e"), 50, (*QUICK, *WITH_BLANKS), takes_over=True),
        Part(
            "The network goes away; answers are given all the same",
            ("g", "e"),
            6,
            QUICK,
            special="offline",
            takes_over=True,
        ),
        Part("The window is closed in the middle of an answer", ("g", "e"), 1, special="restart"),
        Part("What is left of the team's is looked through", ("g", "e"), 24, ROUND),
        Part("Yesterday's are opened again", ("g", "d"), 80, special="reopen"),
        Part("Some are dealt with at once", ("g", "u"), 6, special="many"),
        Part("Forty are answered with one text", ("g", "e"), 48, special="one text"),
        Part("Today's are opened again", ("g", "d"), 80, special="reopen"),
        Part("The team's again, until the evening", ("g", "e"), 114, (DONE, LATER_BY_DIGIT, TO_NOAH, DONE)),
        Part("A thread is found by its words", (), 1, special="search"),
    )
)


def sent_again(text: str) -> Step:
    """What was taken back, sent and done with after all."""
    return Step("Send it after all", ("r", "ctrl+shift+Return"), {"status": "done", "answers": More(text)})


def understood(value: In | On, now: datetime) -> datetime:
    """The moment meant, on the clock of this machine."""
    if isinstance(value, In):
        return now + value.span
    here = now.astimezone()
    return (here + timedelta(days=value.days)).replace(hour=value.hour, minute=0, second=0, microsecond=0)
