"""Decides whether something about an answer is worth a second glance before it leaves; at most one thing is told.

What can't leave at all (open blanks, a closed window, too long) is decided elsewhere and comes first; here is what a
writer may mean after all, the most serious first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from socialdesk.model.message import Direction, Message
from socialdesk.model.saved_reply import first_name, plain
from socialdesk.support.pattern import pattern

_SHORT = 20
"""Below so many characters people say the same thing twice and mean it: "Thank you!"."""
_GREETED = pattern(
    r"(?i)^\s*(?:hello|hi|hey|dear|good (?:morning|evening|afternoon)|bonjour|bonsoir|salut|cher|chère|coucou)\s+"
    r"([^\s,.!?:;]+)"
)
_RUDE = frozenset(
    [
        *("fuck", "fucker", "fucking", "shit", "bitch", "cunt", "dick", "asshole", "whore", "slut", "nazi", "hitler"),
        *("merde", "putain", "connard", "connasse", "salope", "pute", "encule", "batard", "nique", "enfoire"),
    ]
)
_NEWEST = 3
_CHEER = pattern(
    r"(?i)[😀😃😄😁😆😂🤣😜😝🥳🎉🤩😎💃🕺🎊]|!{3,}"
    r"|\b(?:haha\w*|hihi\w*|lol|mdr|yay|woohoo|youpi|awesome|great news|super nouvelle)\b"
)
_ANGRY = pattern(r"[😡🤬😠👎💔]")
_COMPLAINT = pattern(
    r"(?i)\b(?:complain\w*|unacceptable|disappoint\w*|disgust\w*|furious|angry|scam\w*|refund\w*|broken|damaged"
    r"|still (?:no|nothing|waiting|haven t)|never (?:arrived|again|received)|worst|terrible|horrible|ridiculous|ashamed"
    r"|reclam\w*|inadmissible|inacceptable|decu\w*|deception|furieu\w*|en colere|arnaqu\w*|rembours\w*|casse\w*"
    r"|abime\w*|toujours (?:rien|pas)|jamais (?:recu\w*|arrive\w*|plus)|honte\w*|scandal\w*|lamentable|nul\b)"
)
_WORD = pattern(r"[\p{L}\p{N}]+")


class Concern(StrEnum):
    """What a writer may have overlooked."""

    REPEATED = "repeated"
    RUDE_NAME = "rude_name"
    TONE = "tone"
    """Cheerful words to somebody who complains."""
    NO_NAME = "no_name"


@dataclass(frozen=True, slots=True)
class Look:
    """The one thing that is told. `said_at` is when the same words were sent before, `name` what the greeting says."""

    concern: Concern
    name: str = ""
    said_at: datetime | None = None


def look(text: str, contact_name: str, said: Sequence[Message]) -> Look | None:
    """What to tell about `text` to a person of that name; `said` are the messages of the thread, oldest first."""
    greeted = _GREETED.match(text)
    word = greeted.group(1) if greeted else ""
    theirs = contact_name.split()
    is_theirs = bool(word and theirs and plain(word) == plain(theirs[0]))
    same = plain(text.strip())
    if len(same) >= _SHORT:
        for message in reversed(said):
            is_ours = message.direction is Direction.OUT and message.deleted_at is None
            if is_ours and message.external_id is not None and plain(message.text.strip()) == same:
                return Look(Concern.REPEATED, said_at=message.created_at)
    if is_theirs and _is_rude(word):
        return Look(Concern.RUDE_NAME, name=word)
    cheer = _CHEER.search(text)
    if cheer is not None and _complains(said):
        return Look(Concern.TONE, name=cheer.group().strip())
    if is_theirs and not first_name(contact_name):
        return Look(Concern.NO_NAME, name=word)
    return None


def _complains(said: Sequence[Message]) -> bool:
    """Whether their newest words are a complaint; a thread that was settled since is none."""
    newest: list[str] = []
    for message in reversed(said):
        if message.direction is not Direction.IN:
            if newest:
                break
            continue
        if message.deleted_at is None:
            newest.append(message.text)
        if len(newest) == _NEWEST:
            break
    return any(_COMPLAINT.search(plain(text)) or _ANGRY.search(text) for text in newest)


def _is_rude(word: str) -> bool:
    bare = plain(word)
    return any(part in _RUDE for part in _WORD.findall(bare)) or any(one in bare for one in _RUDE if len(one) > 5)
