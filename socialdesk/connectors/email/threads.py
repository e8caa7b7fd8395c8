"""Decides which conversation a mail belongs to: by References, In-Reply-To and Message-ID, by the subject only at last.

A conversation is named after its first mail (RFC 5322, section 3.6.4: References begin with it), so that it does not
matter which mails are known and in which order they come.
"""

from __future__ import annotations

import hashlib
import re

_ID = re.compile(r"<([^<>\s]{1,998})>")
_BARE = re.compile(r"^\s*([^<>\s@]{1,200}@[^<>\s@]{1,200})\s*$")
_PREFIX = re.compile(
    r"^\s*(?:(re|aw|antw|sv|vs|rép|réf|ref|odp|rv|res|r|回复|返信|fwd?|wg|tr|doorst|i|enc)(?:\[\d{1,3}\])?\s?[::]\s*)",
    re.IGNORECASE,
)
_ANSWER = re.compile(r"^\s*(re|aw|antw|sv|vs|rép|réf|odp|rv|res|回复|返信)(?:\[\d{1,3}\])?\s?[::]", re.IGNORECASE)
_LONGEST = 200
MOST_REFERENCES = 20
PLAIN_SUBJECTS = 8
"""A subject of fewer letters says too little to be known again by."""


def ids(header: str) -> list[str]:
    """The message ids in a header, without their brackets; a single one without brackets is taken too."""
    found = _ID.findall(header)
    if not found and (bare := _BARE.match(header)):
        found = [bare[1]]
    return [short(one) for one in found]


def short(id_: str) -> str:
    """An id that fits everywhere: a very long one becomes another, always the same."""
    if len(id_) <= _LONGEST:
        return id_
    return f"{hashlib.sha256(id_.encode('utf-8', 'replace')).hexdigest()[:40]}@long.invalid"


def root_of(own: str, references: list[str], in_reply_to: list[str]) -> tuple[str, str]:
    """(the first mail of the conversation, ""), or ("", the mail that knows it) where there is no trail."""
    if references:
        return references[0], ""
    if in_reply_to and in_reply_to[0] != own:
        return "", in_reply_to[0]
    return own, ""


def answering(own_references: list[str], in_reply_to: list[str], own: str) -> list[str]:
    """The References of an answer: the trail of the mail it answers, and that mail; of a long one the middle goes."""
    trail = own_references or in_reply_to[:1]
    whole = [*trail, own] if own else trail
    trail = list(dict.fromkeys(whole))
    if len(trail) <= MOST_REFERENCES:
        return trail
    return [trail[0], *trail[-(MOST_REFERENCES - 1) :]]


def base_subject(subject: str) -> str:
    """A subject without the "Re:" and "Fwd:" before it, in every language that is known."""
    for _ in range(20):
        found = _PREFIX.match(subject)
        if found is None:
            break
        subject = subject[found.end() :]
    return " ".join(subject.split())


def says_answer(subject: str) -> bool:
    """Whether a subject says that this answers another mail."""
    return bool(_ANSWER.match(subject))


def answer_subject(subject: str) -> str:
    """The subject of an answer: "Re:" once."""
    base = base_subject(subject) if says_answer(subject) else " ".join(subject.split())
    return f"Re: {base}".strip()
