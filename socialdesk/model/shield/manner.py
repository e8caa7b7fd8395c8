"""Decides what the manner of a text tells, whatever its words: shouting links, names by the dozen, lines said again.

Gets the text as it was read, gives hints; none of them alone is enough but the loudest.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from socialdesk.model.shield.normal import Read
from socialdesk.model.shield.values import Reason, ShieldKind

_MANY_NAMES = 8
_MANY_LINKS = 6
_MANY_LINES = 4
_PILED = 24
_HIDDEN = 3
_MONEY = re.compile(
    r"(?:[$€£]\s?\d[\d,. ]{0,12}|\b\d[\d,.]{2,12}\s?(?:[$€£]|usd|eur|dollars?|euros?)\b)", re.IGNORECASE
)
_PHONE = re.compile(r"(?<!\d)\+?\d[\d ().\-]{7,18}\d(?!\d)")
_CODE = re.compile(r"\b(?:txt|text|send|reply|sms|envoye[zr]|envoie)\b.{0,40}?\b\d{4,6}\b", re.IGNORECASE)
_TAG = re.compile(r"\[/?(?:url|link)\b|<a\s+href", re.IGNORECASE)
LOUD = frozenset({"names", "links", "lines"})
"""Enough alone."""


def may_be_loud(text: str) -> bool:
    """Whether the manner alone may be enough; a count of signs, without reading."""
    return text.count("@") >= _MANY_NAMES or text.count(".") >= 2 * _MANY_LINKS or text.count("\n") >= _MANY_LINES - 1


def hints(text: str, told: Read, *, only_loud: bool = False) -> list[Reason]:
    """What the manner of a text tells; with `only_loud` no more than what is enough without a word of a list."""
    found: list[Reason] = []

    def hint(rule: str, start: int = 0, end: int = 0) -> None:
        found.append(Reason(rule, ShieldKind.SPAM, start=start, end=end))

    if len({word.forms[0] for word in told.words if word.is_handle}) >= _MANY_NAMES:
        spoken = sum(not word.is_handle for word in told.words)
        if spoken <= 2 * _MANY_NAMES:
            hint("names")
    if len(told.links) >= _MANY_LINKS and len(told.words) < 12 * len(told.links):
        hint("links")
    if told.piled >= _PILED:
        hint("piled")
    if told.hidden >= _HIDDEN:
        hint("hidden")
    looked = text[:4000]
    if "\n" in looked:
        lines = Counter(line for raw in looked.splitlines() if len(line := raw.strip()) > 12)
        if lines and lines.most_common(1)[0][1] >= _MANY_LINES:
            hint("lines")
    if only_loud and not found:
        return found
    for rule, pattern in (("money", _MONEY), ("phone", _PHONE), ("short_number", _CODE), ("markup", _TAG)):
        seen = pattern.search(looked)
        if seen is not None:
            hint(rule, *seen.span())
    return found


def adds_up(
    text: str, listed: Sequence[Reason], manner: Sequence[Reason], *, has_link: bool, many_words: int
) -> tuple[bool, list[Reason], int]:
    """Whether hints are enough together, which they are then, and whether that is very likely (1) or not (0)."""
    loud = [one for one in manner if one.rule in LOUD]
    distinct = _distinct(text, listed)
    points = len(distinct)
    if distinct:
        points += sum(one.rule in {"money", "short_number", "hidden", "markup"} for one in manner)
        points += any(one.rule == "phone" for one in manner) + has_link
    if loud or (points >= 3 and (len(distinct) > 1 or points > 3)):
        kinds = [one.kind for one in distinct.values()]
        reasons = [*distinct.values(), *(one for one in manner if loud or distinct)]
        if kinds.count(ShieldKind.SCAM) * 2 > len(kinds):
            reasons = [_as_scam(one) for one in reasons]
        if has_link:
            reasons.append(Reason("link", reasons[0].kind))
        return True, reasons, int(points >= 5 or many_words == 0)
    return False, [], 0


def _distinct(text: str, listed: Sequence[Reason]) -> dict[str, Reason]:
    """Hints that say something new each: not the same word again, nor a word of a phrase that is one already."""
    kept: dict[str, Reason] = {}
    reached = -1
    for one in sorted(listed, key=lambda hint: (hint.start, -hint.end)):
        if one.start >= reached:
            kept.setdefault(text[one.start : one.end].casefold().rstrip("s"), one)
            reached = one.end
    return kept


def _as_scam(reason: Reason) -> Reason:
    return Reason(reason.rule, ShieldKind.SCAM, reason.language, reason.list_name, reason.start, reason.end, reason.how)
