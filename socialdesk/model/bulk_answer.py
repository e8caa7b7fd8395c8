"""Decides who is answered with one text: what each would read, who is left out and why, when each answer may leave."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from socialdesk.model.capability import Capabilities
from socialdesk.model.command import Reply
from socialdesk.model.counting import over_by
from socialdesk.model.guard import is_window_open
from socialdesk.model.identifiers import MessageId
from socialdesk.model.outgoing import OutgoingPicture
from socialdesk.model.saved_reply import Piece, has_hole
from socialdesk.model.thread import Kind, Thread
from socialdesk.support.pattern import pattern

REPEATED = 3
"""From so many public answers of the same words on, other greetings are offered."""
_SHORTCUT = pattern(r"(?<!\S)/([\w-]+)(?!\S)")
_TYPED = pattern(r"(?<!\S)/([\w-]*)$")
_GREETING = pattern(r"^(?P<word>hi|hello|hey|good morning|bonjour|bonsoir|salut|coucou|hallo|hola)\b")
_GREETINGS = {
    "fr": ("Bonjour", "Salut", "Coucou"),
    "en": ("Hello", "Hi", "Hey"),
    "de": ("Hallo", "Servus", "Moin"),
    "es": ("Hola", "Qué tal", "Saludos"),
}
"""None that belongs to a time of the day: answers leave over hours, and are read when they are read."""
_OF_THE_DAY = {"bonsoir": "fr", "good morning": "en"}
"""Greetings that are told as such, and given to nobody who was not meant to have them."""


class Why(StrEnum):
    """Why somebody gets no answer out of one text for many."""

    SHIELDED = "shielded"
    """Kept out of sight: somebody must read it first."""
    COLLEAGUE = "colleague"
    CANNOT = "cannot"
    CLOSED = "closed"
    ON_ITS_WAY = "on_its_way"
    """An answer to it waits already."""
    ANSWERED = "answered"
    """Nobody waits there any more."""
    EMPTY = "empty"
    BLANK = "blank"
    """Something in the text is not known of this person; `missing` says what."""
    SHORTCUT = "shortcut"
    """The shortcut of a saved reply stands in the text where its words should."""
    TOO_LONG = "too_long"
    SKIPPED = "skipped"
    """A person left it out."""
    BY_HAND = "by_hand"
    """A person wants to answer it alone; the text is kept there as a draft."""


@dataclass(frozen=True, slots=True)
class Recipient:
    """One thread with what it would get. `own` is a text somebody wrote for it alone."""

    thread: Thread
    text: str = ""
    why_not: Why | None = None
    own: str | None = None
    chosen: Why | None = None
    """What a person decided about it: skipped, or by hand."""
    missing: str = ""
    """The first blank that nothing is known for."""
    pictures: tuple[OutgoingPicture, ...] = ()
    """What goes along; empty where the channel does not take all of them."""

    @property
    def is_public(self) -> bool:
        """Whether everybody can read the answer."""
        return self.thread.kind is not Kind.DM


def in_the_way(
    thread: Thread, can: Capabilities | None, now: datetime, *, on_its_way: bool = False, answering: bool = False
) -> Why | None:
    """What stands against answering a thread, whatever the text."""
    if thread.is_shielded:
        return Why.SHIELDED
    if answering:
        return Why.COLLEAGUE
    if can is not None and not can.can("reply"):
        return Why.CANNOT
    window = can.window_in(thread.remote_id) if can is not None else None
    if window is not None and not is_window_open(thread.last_in_at, window, now):
        return Why.CLOSED
    if on_its_way:
        return Why.ON_ITS_WAY
    if thread.waiting_since is None:
        return Why.ANSWERED
    return None


def prepared(
    one: Recipient,
    pieces: Iterable[Piece],
    against: Why | None,
    can: Capabilities | None,
    shortcuts: Container[str] = (),
) -> Recipient:
    """A recipient with the text that is filled for it, and what stands against sending it.

    `shortcuts` are those of the saved replies: a text never goes out with one of them in place of its words.
    """
    found = tuple(pieces)
    missing = next((piece.text for piece in found if piece.is_open), "") if one.own is None else ""
    text = one.own if one.own is not None else "".join(_shown(piece) for piece in found)
    why = against or one.chosen
    if why is None and not text.strip():
        why = Why.EMPTY
    if why is None and holds_shortcut(text, shortcuts):
        why = Why.SHORTCUT
    if why is None and (has_hole(text) or (one.own is None and any(piece.is_open for piece in found))):
        why = Why.BLANK
    if why is None and can is not None and over_by(text, can.text):
        why = Why.TOO_LONG
    return replace(one, text=text, why_not=why, missing=missing)


def holds_shortcut(text: str, shortcuts: Container[str]) -> bool:
    """Whether a shortcut stands where its words should: one that is known, or a lone word after a slash."""
    words = text.split()
    if len(words) == 1 and _SHORTCUT.match(words[0]):
        return True
    return any(found.group(1).casefold() in shortcuts for found in _SHORTCUT.finditer(text))


def typed_shortcut(before: str) -> str | None:
    """What was typed of a shortcut right before the cursor: "so" of "Hello /so"; None where none is being typed."""
    found = _TYPED.search(before)
    return None if found is None else found.group(1)


def _shown(piece: Piece) -> str:
    return f"{{{piece.text}}}" if piece.is_open else piece.text


def repeats(recipients: Iterable[Recipient]) -> int:
    """How many public answers say the very same; 0 when too few to mind."""
    seen: dict[str, int] = {}
    for one in recipients:
        if one.why_not is None and one.is_public:
            seen[one.text] = seen.get(one.text, 0) + 1
    most = max(seen.values(), default=0)
    return most if most >= REPEATED else 0


def greeted(text: str, language: str, place: int) -> str:
    """The text with another greeting, by its place among all; one without a greeting is left as it is."""
    found = _GREETING.match(text.casefold())
    if found is None:
        return text
    words = _GREETINGS.get(language) or _GREETINGS["en"]
    word = found.group("word")
    if word in _OF_THE_DAY:
        words = (text[: len(word)], *_GREETINGS[_OF_THE_DAY[word]])
    elif word not in map(str.casefold, words):
        # Somebody greeted in another language than that of the thread: the other greetings are of that one, too.
        words = next((some for some in _GREETINGS.values() if word in map(str.casefold, some)), words)
    return words[place % len(words)] + text[len(word) :]


def goes_to(recipients: Iterable[Recipient]) -> tuple[Recipient, ...]:
    """Who gets an answer: each thread once."""
    return tuple({one.thread.id: one for one in recipients if one.why_not is None}.values())


def answers(goes: Sequence[Recipient], times: Sequence[datetime]) -> tuple[tuple[Thread, Reply], ...]:
    """The commands, one a thread, past the fence of the newest message that was known when the text was made."""
    return tuple(
        (one.thread, Reply(one.thread.id, one.text, MessageId(one.thread.last_message_id), at, pictures=one.pictures))
        for one, at in zip(goes, times, strict=True)
    )


def left_out(recipients: Iterable[Recipient]) -> Mapping[Why, int]:
    """How many get nothing, by the reason."""
    found: dict[Why, int] = {}
    for one in recipients:
        if one.why_not is not None:
            found[one.why_not] = found.get(one.why_not, 0) + 1
    return found
