"""Reads what somebody typed into the search field: words, phrases, operators; whatever it is, nothing is raised.

Words are blind to case and accents, the last one may be a beginning, "quotes" hold words together, also “these” and
« these », a minus leaves out.
Operators: from: to: channel: tag: lang: kind: is: has: before: after:
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Literal, NamedTuple

import regex

from socialdesk.model.words import ONE_SPELLING, SIGNS, going_to, matching, words

Operator = Literal["from", "channel", "tag", "lang", "kind", "is", "has", "before", "after"]
OPERATORS: tuple[Operator, ...] = ("from", "channel", "tag", "lang", "kind", "is", "has", "before", "after")
_OPERATOR: dict[str, Operator] = {one: one for one in OPERATORS}
STATES = ("open", "waiting", "snoozed", "done", "unread", "vip", "mine")
THINGS = ("media", "note")
KINDS = ("dm", "comment", "mention", "review")
_CHOICES: dict[str, tuple[str, ...]] = {"is": STATES, "has": THINGS, "kind": KINDS}
LONGEST = 1_000
_MOST_TERMS = 32
_RANKED_BY, _OFTEN, _SHORT = 4_000, 3, 40
_TERM = regex.compile(r'(?P<not>-)?(?:(?P<op>\p{L}+):)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»", '"'))
"""What a keyboard, a text editor or a language puts where English keys have straight quotes."""
_SPAN = regex.compile(r"(\d{1,4})([dwmy])")
_SPAN_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}


class Term(NamedTuple):
    """One word to light up in what was found, in the form `folded` gives. `is_beginning`: longer words fit too."""

    word: str
    is_beginning: bool


@dataclass(frozen=True, slots=True)
class Condition:
    """What must hold of a thread or message, or with `is_not` must not. `at` is the moment of before: and after:."""

    operator: Operator
    value: str
    is_not: bool = False
    at: datetime | None = None


class Lack(StrEnum):
    """What of a search cannot be used."""

    VALUE = "value"
    """Nothing stands after an operator."""
    CHOICE = "choice"
    """After an operator stands none of those it knows."""
    DAY = "day"
    WANTED = "wanted"
    """Only what to leave out is said."""
    WORD = "word"
    """There is no word in it."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What of a search could not be used: of an operator, or of the whole."""

    lack: Lack
    operator: Operator | Literal["to"] | None = None

    @property
    def choices(self) -> tuple[str, ...]:
        """What may stand after the operator."""
        return _CHOICES.get(self.operator, ()) if self.operator is not None else ()

    @property
    def sentence(self) -> str:
        """What is wrong and what to do, in English, as the command line says it."""
        match self.lack:
            case Lack.VALUE:
                return f"Say what after {self.operator}:"
            case Lack.CHOICE:
                return f"After {self.operator}: stands {', '.join(self.choices[:-1])} or {self.choices[-1]}."
            case Lack.DAY:
                return f"After {self.operator}: stands a day like 2026-10-01, a month like 2026-10, yesterday, or 7d."
            case Lack.WANTED:
                return "Say also what to look for, not only what to leave out."
            case Lack.WORD:
                return "Type a word to look for."


@dataclass(frozen=True, slots=True)
class Query:
    """What was understood. `match` is for the index, empty for operators alone; `trouble` says what was not.

    `without` is for the index, too: what no message of a thread may hold that was found by operators alone.
    """

    match: str = ""
    terms: tuple[Term, ...] = ()
    conditions: tuple[Condition, ...] = ()
    trouble: Trouble | None = None
    without: str = ""

    @property
    def sentence(self) -> str:
        """What was not understood, in English; empty where all was."""
        return self.trouble.sentence if self.trouble is not None else ""

    def __bool__(self) -> bool:
        return bool(self.match or self.conditions)


def understand(typed: str, now: datetime) -> Query:
    """Read what was typed. `now` is aware, in the reader's own zone: their days begin at their midnight."""
    wanted: list[str] = []
    unwanted: list[str] = []
    lit: list[Term] = []
    conditions: list[Condition] = []
    trouble: Trouble | None = None
    found = list(_TERM.finditer(typed[:LONGEST].translate(_QUOTES)))[:_MOST_TERMS]
    for place, term in enumerate(found):
        value = term["phrase"] if term["phrase"] is not None else term["word"]
        operator = _OPERATOR.get((term["op"] or "").casefold())
        is_not = term["not"] is not None
        if (term["op"] or "").casefold() == "to":
            # Not a condition: the index knows whom a message went to, and finds that without looking at others.
            if expression := going_to(value):
                (unwanted if is_not else wanted).append(expression)
            else:
                trouble = Trouble(Lack.VALUE, "to")
            continue
        if operator is not None:
            read = _condition(operator, value.strip(), now, is_not=is_not)
            if isinstance(read, Trouble):
                trouble = read
            else:
                conditions.append(read)
            continue
        if term["op"] is not None:
            value = f"{term['op']} {value}"
        # Somebody who leaves a word out means that word, also while it is the last one typed.
        is_beginning = place == len(found) - 1 and term["phrase"] is None and len(value) > 1 and not is_not
        expression = matching(value, is_beginning=is_beginning)
        if not expression:
            continue
        if is_not:
            unwanted.append(expression)
        else:
            wanted.append(expression)
            lit += _lit(value, is_beginning=is_beginning)
    if not wanted and not conditions and trouble is None and typed.strip():
        trouble = Trouble(Lack.WANTED if unwanted else Lack.WORD)
    match, without = " AND ".join(wanted), " OR ".join(unwanted)
    if match and without:
        match, without = f"({match}) NOT ({without})", ""
    return Query(match, tuple(lit), tuple(conditions), trouble, without)


def folded(word: str) -> str:
    """A word as it is compared: without case, accents and the spellings of one letter."""
    if word.isascii():
        return word.casefold()
    apart = unicodedata.normalize("NFKD", word.translate(ONE_SPELLING).casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter) and letter != "\u0640")


def _lit(value: str, *, is_beginning: bool) -> list[Term]:
    """What to light up: the words as they stand in texts, and signs of scripts without spaces as they are."""
    signs = [Term(run, is_beginning=False) for run in SIGNS.findall(value)]
    spoken = words(SIGNS.sub(" ", value))
    return [*signs, *(Term(folded(one), is_beginning and n == len(spoken) - 1) for n, one in enumerate(spoken))]


def _condition(operator: Operator, value: str, now: datetime, *, is_not: bool) -> Condition | Trouble:
    if not value:
        return Trouble(Lack.VALUE, operator)
    small = value.casefold()
    match operator:
        case "is" if small not in STATES:
            return Trouble(Lack.CHOICE, operator)
        case "has" if small not in THINGS:
            return Trouble(Lack.CHOICE, operator)
        case "kind" if small not in KINDS:
            return Trouble(Lack.CHOICE, operator)
        case "from" if not words(value):
            return Trouble(Lack.VALUE, operator)
        case "before" | "after":
            at = _moment(small, now)
            if at is None:
                return Trouble(Lack.DAY, operator)
            return Condition(operator, value, is_not, at)
        case "is" | "has" | "kind" | "lang":
            return Condition(operator, small, is_not)
        case "from" | "channel" | "tag":
            return Condition(operator, value, is_not)


def _moment(value: str, now: datetime) -> datetime | None:
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    if value == "today":
        return midnight
    if value == "yesterday":
        return midnight - timedelta(days=1)
    span = _SPAN.fullmatch(value)
    try:
        if span is not None:
            return midnight - timedelta(days=int(span[1]) * _SPAN_DAYS[span[2]])
        said = value.split("-")
        if len(said) > 3 or len(said[0]) != 4:
            return None
        year, month, day = (*map(int, said), 1, 1)[:3]
        return midnight.replace(year=year, month=month, day=day)
    except (ValueError, OverflowError):
        return None


def scores(texts: Iterable[str], terms: Sequence[Term]) -> list[float]:
    """How well each text fits: the words often, in few others. All are in each, so how rare one is says nothing."""
    looked_for = [term.word for term in terms]
    found: list[float] = []
    for text in texts:
        small = text[:_RANKED_BY].casefold()
        often = 1
        for word in looked_for:
            often += min(small.count(word), _OFTEN)
        found.append(often / (_SHORT + len(small)))
    return found
