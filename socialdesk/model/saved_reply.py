"""Gives saved replies and fills their templates: variables from the thread, typed blanks for the rest.

A body holds `{first name}`, `{our name}`, `{order}` … for what the thread may know, and blanks such as
`{day of delivery: date}`, `{colour: choice(blue, grey)}` or `{amount: number}`. What the thread does not know becomes a
blank as well, or other words after a bar: `{first name | there}`. A blank may tell what it wants after a semicolon:
`{day: date; when the parcel arrives}`. Nothing is ever sent with a brace or an open blank in it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from socialdesk.model.identifiers import ChannelId, PersonId, SavedReplyId
from socialdesk.support.pattern import pattern
from socialdesk.support.values import value_class

if TYPE_CHECKING:
    from socialdesk.model.outgoing import OutgoingPicture

_FIELD = pattern(r"\{([^{}]+)\}")
_TYPED = pattern(
    r"^(?P<name>[^:|;]+)(?::\s*(?P<type>text|number|date|link|choice)\s*(?:\((?P<values>[^)]*)\))?)?\s*(?:;(?P<hint>.*))?$"
)
_NAME_PART = pattern(r"^\p{L}[\p{L}\p{M}'’.-]{0,30}$")
_NAME = pattern(r"^\p{L}[\p{L}\p{M}'’-]{1,24}$")


REOPENED_WITHIN = timedelta(hours=48)
"""A thread that was done and is written in again so soon after an answer was not settled by that answer."""


class BlankType(StrEnum):
    """What a blank takes."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    LINK = "link"
    CHOICE = "choice"


class Scope(StrEnum):
    """Who a saved reply is offered to."""

    ME = "me"
    TEAM = "team"
    CHANNEL = "channel"
    """Everybody, in the threads of one channel."""


class ActKind(StrEnum):
    """What a macro does besides saying something; the value beside it in brackets."""

    TAG = "tag"
    """(the tag)"""
    PRIORITY = "priority"
    """(normal, high, urgent: see `Priority`)"""
    ASSIGN = "assign"
    """(me, nobody, or the number of a member)"""
    NOTE = "note"
    """(the text)"""
    SNOOZE = "snooze"
    """(answer, or a span such as 4h or 3d)"""
    DONE = "done"
    """()"""


Act = tuple[str, str]
"""An act as it is kept: kind and value."""


@value_class(frozen=True, slots=True)
class SavedReply:
    """One meaning in one or more languages. `bodies` are (language, body) pairs."""

    id: SavedReplyId
    shortcut: str
    """Without the slash."""
    title: str
    folder: str
    """Where it lies: names from the outside in, with a slash between; empty for none."""
    bodies: tuple[tuple[str, str], ...]
    used: int = 0
    scope: Scope = Scope.TEAM
    channel_id: ChannelId | None = None
    """The channel of the scope `CHANNEL`."""
    owner_id: PersonId | None = None
    """Who made it; the one it is offered to where the scope is `ME`."""
    tags: tuple[str, ...] = ()
    last_used_at: datetime | None = None
    acts: tuple[Act, ...] = ()
    """What is done to the thread when it is sent: it is a macro then. Without a body it only does these."""
    hotkey: int = 0
    """Alt+Shift and this digit run it; 0 for none."""
    review_on: str = ""
    """The day, in ISO form, from which somebody should look whether it still holds; empty for never."""
    version: int = 1
    sent: int = 0
    """How many answers left with it, of those whose sending was counted."""
    edited: int = 0
    """How many of these said something else than it does."""
    pictures: tuple[OutgoingPicture, ...] = ()
    """What goes with it; the bytes lie in the workspace under the digests."""
    reopened: int = 0
    """After how many of those the thread was done and the contact wrote again within `REOPENED_WITHIN`."""

    @property
    def is_macro(self) -> bool:
        """Whether it does something besides saying something."""
        return bool(self.acts)

    def is_expired(self, today: date) -> bool:
        """Whether its day of review has come."""
        return bool(self.review_on) and self.review_on <= today.isoformat()

    def is_for(self, person: PersonId, channel: ChannelId | None) -> bool:
        """Whether it is offered to a member who answers on a channel."""
        match self.scope:
            case Scope.ME:
                return self.owner_id == person
            case Scope.CHANNEL:
                return self.channel_id == channel
            case Scope.TEAM:
                return True

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it is written in, in the order of its bodies."""
        return tuple(language for language, _ in self.bodies)

    def body(self, language: str) -> tuple[str, str]:
        """The (language, body) nearest to `language`: that one, else one of its kind, else English, else the first."""
        known = dict(self.bodies)
        if not known:
            return "", ""
        kind = language.partition("-")[0]
        kin = [one for one in known if one.partition("-")[0] == kind]
        for wanted in (language, *kin, "en"):
            if wanted in known:
                return wanted, known[wanted]
        return self.bodies[0]

    def speaks(self, language: str) -> bool:
        """Whether it has a text in a language, of whatever country; what says nothing speaks all."""
        kind = language.partition("-")[0]
        return not kind or not self.bodies or any(one.partition("-")[0] == kind for one in self.languages)


@value_class(frozen=True, slots=True)
class Piece:
    """A stretch of a filled template.

    Plain words have neither `variable` nor `blank`; a filled variable names it; an open blank names its type.
    """

    text: str
    variable: str = ""
    blank: BlankType | None = None
    values: tuple[str, ...] = ()
    hint: str = ""
    """What a blank wants, where its name does not say it."""

    @property
    def is_open(self) -> bool:
        """Whether somebody must still type something here."""
        return self.blank is not None


def fill(body: str, known: Mapping[str, str]) -> tuple[Piece, ...]:
    """Cut a body into pieces, with what is `known` filled in and the rest left as blanks."""
    pieces: list[Piece] = []
    at = 0
    for found in _FIELD.finditer(body):
        if found.start() > at:
            pieces.append(Piece(body[at : found.start()]))
        pieces.append(_piece(found.group(1).strip(), known))
        at = found.end()
    if at < len(body):
        pieces.append(Piece(body[at:]))
    return tuple(pieces)


def _piece(inside: str, known: Mapping[str, str]) -> Piece:
    typed = _TYPED.match(inside)
    name, otherwise, rest = inside.partition("|") if typed is None else (typed.group("name"), "", "")
    name = name.strip()
    value = known.get(name.casefold(), "")
    if value:
        return Piece(value, variable=name)
    if otherwise:
        return Piece(rest.strip())
    kind = BlankType(typed.group("type") or "text") if typed else BlankType.TEXT
    values = (typed.group("values") or "") if typed else ""
    hint = (typed.group("hint") or "").strip() if typed else ""
    offered = tuple(part.strip() for part in values.split(",") if part.strip())
    return Piece(name, blank=kind, values=offered, hint=hint)


def has_hole(text: str) -> bool:
    """Whether a text still holds an unfilled field and so must not be sent."""
    return _FIELD.search(text) is not None


def first_name(name: str) -> str:
    """The first name in a display name if it looks like one, else the empty text: no handles, brands or emoji."""
    word = name.split(maxsplit=1)[0] if name.split() else ""
    if not _NAME.match(word) or (word.isupper() and len(word) > 2) or not word[0].isupper():
        return ""
    return word


def full_name(name: str) -> str:
    """A display name if it looks like a first and a last one, else the empty text."""
    words = name.split()
    if not 2 <= len(words) <= 5 or not first_name(name) or not all(_NAME_PART.match(word) for word in words):
        return ""
    return " ".join(words)


def plain(text: str) -> str:
    """Case- and accent-blind form of a text, for matching; œ is oe, as keyboards without it write it, and æ is ae."""
    if text.isascii():
        return text.casefold()
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return bare.replace("œ", "oe").replace("æ", "ae")
